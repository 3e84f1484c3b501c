//! Which of the names on a page was meant: its words said in full, in part, or nearly.
use super::sounds::{FAR, NEAR, Sound, distance, is_negation, sounds};

/// What was found among the names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// One is meant, by its place in the list.
    One(usize),
    /// It could be any of these: the person is asked.
    Several(Vec<usize>),
    /// None is.
    None,
}

/// How well a name fits; the first is the best.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// All of it was said and nothing else.
    Whole,
    /// It begins with what was said.
    Begins,
    /// What was said stands in it.
    Holds,
    /// It stands in what was said.
    IsHeld,
    /// It sounds nearly so.
    Nearly(u32),
}

/// Which name is meant by what was heard.
///
/// Nothing is guessed: when two fit equally well, both are told, and a sentence that says *not*
/// never fits a name that does not.
pub fn best_match(heard: &str, names: &[&str]) -> Match {
    let heard = sounds(heard);
    let fits: Vec<_> = names.iter().map(|name| fit(&heard, &sounds(name))).collect();
    let Some(best) = fits.iter().flatten().min() else { return Match::None };
    let fits_as_well = |fit: &Fit| match (best, fit) {
        // One step nearer is not enough to be sure of what was only nearly said.
        (Fit::Nearly(best), Fit::Nearly(fit)) => *fit <= best + NEAR,
        (best, fit) => fit == best,
    };
    let places = fits.iter().enumerate().filter_map(|(place, fit)| {
        let fit = fit.as_ref()?;
        fits_as_well(fit).then_some(place)
    });
    match places.collect::<Vec<_>>().as_slice() {
        [] => Match::None,
        [one] => Match::One(*one),
        several => Match::Several(several.to_vec()),
    }
}

/// Is this name exactly what was said?
pub(super) fn is_whole(heard: &str, name: &str) -> bool {
    fit(&sounds(heard), &sounds(name)) == Some(Fit::Whole)
}

fn fit(heard: &[Sound], name: &[Sound]) -> Option<Fit> {
    let n_negations = |sounds: &[Sound]| sounds.iter().filter(|it| is_negation(it)).count();
    if heard.is_empty() || name.is_empty() || n_negations(heard) != n_negations(name) {
        return None;
    }
    if heard == name {
        return Some(Fit::Whole);
    }
    // One syllable stands in far too many names.
    if is_enough(heard) && name.starts_with(heard) {
        return Some(Fit::Begins);
    }
    if is_enough(heard) && holds(name, heard) {
        return Some(Fit::Holds);
    }
    if is_enough(name) && holds(heard, name) {
        return Some(Fit::IsHeld);
    }
    // A third of it may sound otherwise, but never its numbers.
    let allowance = u32::try_from(name.len()).ok()? * FAR / 3;
    let apart = distance(heard, name);
    let is_near = apart <= allowance && numbers(heard) == numbers(name);
    is_near.then_some(Fit::Nearly(apart))
}

fn is_enough(sounds: &[Sound]) -> bool {
    match sounds {
        [] => false,
        [Sound::Syllable(_) | Sound::Other(_)] => false,
        [Sound::Word(word)] => word.len() > 2,
        [Sound::Number(_)] => true,
        [_, _, ..] => true,
    }
}

fn holds(long: &[Sound], short: &[Sound]) -> bool {
    long.windows(short.len()).any(|window| window == short)
}

fn numbers(sounds: &[Sound]) -> Vec<&Sound> {
    sounds.iter().filter(|it| matches!(it, Sound::Number(_))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHECK_PAGE: [&str; 4] = ["回到选票", "修改选择", "投出选票", "打电话 12345"];
    const WITHDRAW: [&str; 3] = ["确定撤回", "不撤回", "提案大赛"];
    const PROPOSALS: [&str; 3] = ["第 12 号 加装扶手", "第 128 号 加装电梯", "第 18 号 修路灯"];

    #[test]
    fn a_name_is_found_by_its_words_or_nearly() {
        let table: [(&str, &[&str], Match); 18] = [
            ("投出选票", &CHECK_PAGE, Match::One(2)),
            ("头出选票", &CHECK_PAGE, Match::One(2)),
            ("投出悬票", &CHECK_PAGE, Match::One(2)),
            ("修改选泽", &CHECK_PAGE, Match::One(1)),
            ("修改", &CHECK_PAGE, Match::One(1)),
            ("回到选票", &CHECK_PAGE, Match::One(0)),
            ("回到悬票", &CHECK_PAGE, Match::One(0)),
            ("选票", &CHECK_PAGE, Match::Several(vec![0, 2])),
            ("我要修改选择那个", &CHECK_PAGE, Match::One(1)),
            ("票", &CHECK_PAGE, Match::None),
            ("天气怎么样", &CHECK_PAGE, Match::None),
            ("撤回", &WITHDRAW, Match::One(0)),
            ("不撤回", &WITHDRAW, Match::One(1)),
            ("不要确定撤回", &WITHDRAW, Match::None),
            ("加装扶手", &PROPOSALS, Match::One(0)),
            ("加装", &PROPOSALS, Match::Several(vec![0, 1])),
            ("第一百二十八号", &PROPOSALS, Match::One(1)),
            ("第一百二十九号", &PROPOSALS, Match::None),
        ];
        for (heard, names, expected) in table {
            assert_eq!(best_match(heard, names), expected, "{heard}");
        }
    }

    #[test]
    fn english_names_are_found_too() {
        let names = ["Cast the ballot", "Change the choices", "Co-sign", "Do not withdraw"];
        let table = [
            ("cast the ballot", Match::One(0)),
            ("cast the ballet", Match::One(0)),
            ("change", Match::One(1)),
            ("change the choice", Match::One(1)),
            ("do not withdraw", Match::One(3)),
            ("withdraw", Match::None),
            ("don't cast the ballot", Match::None),
            ("the", Match::Several(vec![0, 1])),
            ("weather", Match::None),
        ];
        for (heard, expected) in table {
            assert_eq!(best_match(heard, &names), expected, "{heard}");
        }
    }
}
