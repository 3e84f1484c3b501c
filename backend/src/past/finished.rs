//! A past election as a finished contest: its file as it is published, counted from that file.

use huiyin_domain::contests::published::{self, MONEY_SCALE};
use huiyin_domain::contests::{ContestRules, ContestTitle, Origin, Phase, Schedule, Screening};
use huiyin_domain::counting::{
    BallotStyle, Ballots, Candidate, CountingRule, Election, Mark, Unsupported, pb,
};
use huiyin_domain::hash::sha256_hex;
use huiyin_domain::money::Money;
use huiyin_domain::proposals::{Content, Estimate, Place, Request, Title, Why};
use huiyin_domain::time::Moment;
use huiyin_domain::words::Words;

use crate::contests::import::{Finished, FinishedProposal};
use crate::progress;
use crate::trouble::Trouble;

/// What the file itself does not tell.
#[derive(Clone, Debug)]
pub struct Past {
    /// The contest's name.
    pub title: String,
    /// Where it comes from.
    pub origin: Origin,
    /// How it is counted.
    pub counting: CountingRule,
    /// How many could have voted, where that is known.
    pub n_eligible: Option<u32>,
    /// Where each project was to be, when not one place for all; by the order of the file.
    pub places: Vec<String>,
    /// When it is told of here.
    pub now: Moment,
}

/// What is said where the file says nothing.
const NO_DESCRIPTION: &str = "（原文件没有说明 · no description in the file）";

/// The file of an election as it is published: shuffled, with fresh ids, and nothing else about
/// the voters. The same election always gives the same text.
pub fn publish(election: &Election) -> Result<String, Trouble> {
    Ok(pb::write(&anonymous(&in_fen(election)?)))
}

/// Makes a finished contest of a published file.
pub fn finish(pb_text: &str, past: &Past) -> Result<Finished, Trouble> {
    let published = published::read_published(pb_text).map_err(|problem| {
        Trouble::input(format!("This election cannot be published: {problem}."))
    })?;
    let rules = rules(&published, past)?;
    let tally = progress::count(&published, &rules.for_counting())?;
    let contents = (0..published.projects.len()).map(|place| content(&published, place, past));
    let contents = contents.collect::<Result<Vec<_>, _>>()?;
    let proposals = published.projects.iter().zip(contents).map(|(project, content)| {
        let (ballot_key, cost) = (project.id.clone(), Money::fen(project.cost));
        FinishedProposal { ballot_key, content, cost }
    });
    let n_voters = u32::try_from(published.n_voters()).unwrap_or(u32::MAX);
    Ok(Finished {
        title: title(&past.title)?,
        origin: past.origin.clone(),
        schedule: schedule(&published, past.now),
        published_at: past.now,
        proposals: proposals.collect(),
        n_eligible: past.n_eligible.unwrap_or(n_voters).max(n_voters),
        rules,
        pb_text: pb_text.to_owned(),
        tally,
    })
}

/// The same election with its money in hundredths, as the published file is read again.
fn in_fen(election: &Election) -> Result<Election, Trouble> {
    let fen = published::in_fen(election.clone());
    match fen.money_scale == MONEY_SCALE {
        true => Ok(fen),
        false => Err(Trouble::input(
            "This election has amounts finer than a hundredth, or too large to keep exactly: \
             it can be counted with `huiyin tally`, but not imported.",
        )),
    }
}

/// The same ballots in another order, with fresh ids, and nothing else about the voters.
///
/// The order is that of a hash of each ballot's old place, so that the same file always gives
/// the same text, and is known again.
fn anonymous(election: &Election) -> Election {
    let budget = election.budget;
    let mut shuffled: Vec<(String, Vec<Mark>)> = election
        .ballots
        .iter()
        .enumerate()
        .map(|(place, ballot)| {
            let lot = format!("huiyin/import/1/{}/{budget}/{place}", election.title);
            (sha256_hex(lot.as_bytes()), ballot.marks.to_vec())
        })
        .collect();
    shuffled.sort();
    let mut ballots = Ballots::default();
    for (place, (_, marks)) in shuffled.into_iter().enumerate() {
        ballots.push((place + 1).to_string(), marks);
    }
    Election { ballots, ..election.clone() }
}

fn rules(fen: &Election, past: &Past) -> Result<ContestRules, Trouble> {
    let dearest = fen.projects.iter().map(|project| project.cost).max().unwrap_or(0);
    let draw = Words::shortened(&format!("{} {}", past.title, fen.budget));
    Ok(ContestRules {
        budget: Money::fen(fen.budget),
        cap: Money::fen(dearest),
        currency: currency(fen),
        ballot: ballot_style(fen),
        counting: past.counting,
        draw: draw.map_err(|_| untitled())?,
        co_signs_needed: 0,
        negative_list: Vec::new(),
        screening: Screening::Meanwhile,
        exclusive: Vec::new(),
        reserve: None,
        // Counted as it was counted where it was held.
        unsupported: Unsupported::Keep,
    })
}

/// The style as it will be read again: how many marks there may be is told where it is known.
fn ballot_style(election: &Election) -> BallotStyle {
    match election.style {
        BallotStyle::Approval { max: None } => {
            let max = election.meta("max_length").and_then(|max| max.parse().ok());
            BallotStyle::Approval { max }
        }
        BallotStyle::Approval { max: Some(_) }
        | BallotStyle::Knapsack
        | BallotStyle::Points { .. }
        | BallotStyle::Ranking { .. } => election.style,
    }
}

fn currency(election: &Election) -> String {
    let code = election.currency.trim();
    let is_code = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_alphabetic());
    if is_code { code.to_ascii_uppercase() } else { "XXX".to_owned() }
}

fn title(raw: &str) -> Result<ContestTitle, Trouble> {
    ContestTitle::shortened(raw).map_err(|_| untitled())
}

fn untitled() -> Trouble {
    Trouble::input("This election has no name: give it one with a line \"description\" in META.")
}

fn content(election: &Election, place: usize, past: &Past) -> Result<Content, Trouble> {
    let project: &Candidate = &election.projects[place];
    let name = if project.name.trim().is_empty() { &project.id } else { &project.name };
    let extra = |column: &str| {
        let found = project.extra.iter().find(|(key, _)| key == column);
        found.map(|(_, value)| value.trim().to_owned()).filter(|value| !value.is_empty())
    };
    let why = extra("description").or_else(|| extra("category"));
    let where_to = past.places.get(place).cloned().or_else(|| extra("neighborhood"));
    let where_to = where_to.unwrap_or_else(|| place_of(election));
    let nameless = |_| Trouble::input(format!("Project {} has no name.", project.id));
    Ok(Content {
        title: Title::shortened(name).map_err(nameless)?,
        place: Place::shortened(&where_to).map_err(nameless)?,
        why: Why::shortened(why.as_deref().unwrap_or(NO_DESCRIPTION)).map_err(nameless)?,
        requests: vec![Request::shortened(name).map_err(nameless)?],
        estimate: Estimate::About { cost: Money::fen(project.cost) },
        photos: Vec::new(),
    })
}

/// Where an election was held, as its file says.
pub fn place_of(election: &Election) -> String {
    let parts = ["country", "unit", "subunit"].into_iter().filter_map(|key| election.meta(key));
    let parts: Vec<&str> = parts.map(str::trim).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "—".to_owned() } else { parts.join(" · ") }
}

/// The dates of a past election: what the file tells, and the rest at once after it.
///
/// The phases before the vote and after it were another community's business.
fn schedule(election: &Election, now: Moment) -> Schedule {
    let end = date(election, "date_end").unwrap_or(now).min(now);
    let begin = date(election, "date_begin").unwrap_or(end).min(end);
    let starts = Phase::ALL[1..].iter().map(|phase| {
        let before = *phase <= Phase::Voting;
        (*phase, if before { begin } else { end })
    });
    Schedule::new(starts).expect("the vote begins before it ends, and all else follows")
}

/// A date of the file: `2023` or `31.12.2023`, at midnight here.
fn date(election: &Election, key: &str) -> Option<Moment> {
    let raw = election.meta(key)?.trim();
    let mut numbers = raw.split('.').map(str::parse::<u16>);
    let parts: Vec<u16> = numbers.by_ref().collect::<Result<_, _>>().ok()?;
    let (day, month, year) = match parts.as_slice() {
        [year] => (1, 1, *year),
        [day, month, year] => (*day, *month, *year),
        _ => return None,
    };
    Moment::parse(&format!("{year:04}-{month:02}-{day:02}T00:00:00+08:00"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use huiyin_domain::counting::{Completion, Utility};

    fn past() -> Past {
        Past {
            title: "2025".to_owned(),
            origin: Origin::Generated,
            counting: CountingRule::EqualShares {
                utility: Utility::Cost,
                completion: Completion::Greedy,
            },
            n_eligible: None,
            places: Vec::new(),
            now: Moment::parse("2026-09-01T10:00:00+08:00").unwrap(),
        }
    }

    #[test]
    fn a_past_election_is_published_without_its_voters_and_counted_from_that_file() {
        let text = "META\nkey;value\ndescription;Park\nbudget;10.5\nvote_type;approval\n\
            date_begin;01.02.2020\ndate_end;03.02.2020\ncurrency;EUR\nPROJECTS\n\
            project_id;cost;name\n7;10.5;Trees\n8;3;Bench\nVOTES\n\
            voter_id;age;sex;vote\n901;34;F;7\n902;71;M;7,8\n903;20;F;\n";
        let published = publish(&pb::read(text).unwrap()).unwrap();
        let finished = finish(&published, &past()).unwrap();
        let votes = finished.pb_text.split("VOTES\n").nth(1).unwrap();
        assert!(votes.starts_with("voter_id;vote\n1;"), "{votes}");
        assert!(!finished.pb_text.contains("901") && !finished.pb_text.contains("71"));
        assert_eq!(finished.rules.budget, Money::fen(1_050));
        assert_eq!((finished.tally.budget, finished.tally.n_voters), (1_050, 3));
        assert_eq!(finished.n_eligible, 3);
        assert_eq!(finished.schedule.phase(past().now), Phase::Closed);
        let voting = finished.schedule.start(Phase::Voting);
        assert_eq!(voting, Moment::parse("2020-02-01T00:00:00+08:00"));
        let again = publish(&pb::read(text).unwrap()).unwrap();
        assert_eq!(again, finished.pb_text, "the same file is known again");
    }

    #[test]
    fn amounts_finer_than_a_hundredth_are_refused_in_words() {
        let text = "META\nkey;value\nbudget;1\nvote_type;approval\nPROJECTS\n\
            project_id;cost\n7;0.001\nVOTES\nvoter_id;vote\n1;7\n";
        let refused = in_fen(&pb::read(text).unwrap()).unwrap_err();
        assert!(refused.to_string().contains("finer than a hundredth"));
    }
}
