//! The ways of marking a ballot: what each allows, what is refused, how each is published and
//! counted.
#![allow(clippy::unwrap_used, reason = "a test that falls over says where")]

use huiyin_domain::ballots::{BallotProblem, Choices, Left, Marks, OnBallot};
use huiyin_domain::contests::published::read_published;
use huiyin_domain::contests::{BallotForm, ContestRules, RulesForm};
use huiyin_domain::counting::pb::{self, ReadMode};
use huiyin_domain::counting::{
    BallotStyle, Ballots, Candidate, Completion, CountingRule, Election, Mark, PointsLimit, Tally,
    Utility, tally,
};
use huiyin_domain::money::Money;
use huiyin_domain::problems::FieldFault;
use huiyin_domain::time::{DAY_MS, Moment};
use proptest::prelude::*;

fn form(ballot: BallotForm) -> RulesForm {
    let day = |days: i64| Some(Moment::from_millis(days * DAY_MS));
    RulesForm {
        title: "2026冬季提案大赛".into(),
        budget: "10000".into(),
        cap: "9000".into(),
        votes_per_person: 2,
        ballot,
        draw: "红7 蓝3".into(),
        collecting: day(1),
        reviewing: day(2),
        voting: day(3),
        counting_from: day(4),
        ..RulesForm::default()
    }
}

fn rules(ballot: BallotForm) -> ContestRules {
    form(ballot).parse().unwrap().rules
}

const POINTS: BallotForm = BallotForm::Points { total: 6, each: 4 };
const RANKING: BallotForm = BallotForm::Ranking { places: 3 };
const STYLES: [BallotForm; 4] = [BallotForm::Approval, BallotForm::Knapsack, POINTS, RANKING];

/// Four proposals of 3,000, 4,000, 5,000 and 6,000 yuan.
fn on_ballot() -> OnBallot {
    (1..=4).map(|key: u64| (key.to_string(), Money::yuan(2_000 + key * 1_000))).collect()
}

fn names(keys: &[&str]) -> Marks {
    Marks::Names(keys.iter().map(|key| (*key).to_owned()).collect())
}

fn points(given: &[(&str, u32)]) -> Marks {
    Marks::Points(given.iter().map(|(key, points)| ((*key).to_owned(), *points)).collect())
}

fn check(ballot: BallotForm, marks: &Marks) -> Result<Marks, BallotProblem> {
    Choices::check(marks, &rules(ballot), &on_ballot()).map(|choices| choices.marks().clone())
}

#[test]
fn what_each_style_allows_is_taken_and_written_in_one_way() {
    assert_eq!(check(BallotForm::Approval, &names(&["3", "1"])), Ok(names(&["1", "3"])));
    assert_eq!(check(BallotForm::Knapsack, &names(&["4", "2"])), Ok(names(&["2", "4"])));
    assert_eq!(check(RANKING, &names(&["3", "1"])), Ok(names(&["3", "1"])));
    let given = points(&[("1", 4), ("2", 0), ("3", 2)]);
    assert_eq!(check(POINTS, &given), Ok(points(&[("1", 4), ("3", 2)])));
}

#[test]
fn a_blank_ballot_is_one_in_every_style() {
    for style in STYLES {
        let blank = Marks::blank(rules(style).ballot);
        for sent in [names(&[]), points(&[]), points(&[("1", 0)])] {
            assert_eq!(check(style, &sent).as_ref(), Ok(&blank), "{style:?}");
        }
    }
}

#[test]
fn what_a_style_does_not_allow_is_refused_with_the_reason() {
    let key = |key: &str| key.to_owned();
    let over = |over| BallotProblem::OverBudget { over: Money::yuan(over) };
    let cases = [
        (BallotForm::Approval, names(&["1", "2", "3"]), BallotProblem::TooMany { max: 2 }),
        (BallotForm::Knapsack, names(&["2", "3", "4"]), over(5_000)),
        (BallotForm::Knapsack, names(&["1", "1"]), BallotProblem::NamedTwice { key: key("1") }),
        (POINTS, points(&[("1", 4), ("2", 4)]), BallotProblem::TooManyPoints { over: 2, total: 6 }),
        (POINTS, points(&[("1", 5)]), BallotProblem::TooManyOnOne { key: key("1"), each: 4 }),
        (POINTS, points(&[("9", 1)]), BallotProblem::NotOnTheBallot { key: key("9") }),
        (POINTS, names(&["1"]), BallotProblem::OtherStyle),
        (RANKING, names(&["1", "2", "1"]), BallotProblem::NamedTwice { key: key("1") }),
        (RANKING, names(&["1", "2", "3", "4"]), BallotProblem::TooMany { max: 3 }),
        (RANKING, names(&["9"]), BallotProblem::NotOnTheBallot { key: key("9") }),
        (RANKING, points(&[("1", 1)]), BallotProblem::OtherStyle),
        (BallotForm::Approval, points(&[("1", 1)]), BallotProblem::OtherStyle),
    ];
    for (style, marks, problem) in cases {
        assert_eq!(check(style, &marks), Err(problem), "{style:?} {marks:?}");
    }
    let most = points(&[("1", u32::MAX), ("2", u32::MAX)]);
    assert!(check(POINTS, &most).is_err());
}

#[test]
fn a_choice_may_cost_exactly_what_there_is() {
    assert!(check(BallotForm::Knapsack, &names(&["2", "4"])).is_ok());
    let left = Left::of(&names(&["2", "4"]), &rules(BallotForm::Knapsack), &on_ballot());
    assert_eq!(left, Left::Money { chosen: 2, left: Money::default() });
    assert_eq!(left.lacks(Money::yuan(3_000)), Some(Money::yuan(3_000)));
}

#[test]
fn what_is_left_is_told_after_every_mark() {
    let left = |style, marks: &Marks| Left::of(marks, &rules(style), &on_ballot());
    let one = left(BallotForm::Approval, &names(&["1"]));
    assert_eq!(one, Left::Votes { chosen: 1, left: 1 });
    let chosen = left(BallotForm::Knapsack, &names(&["4"]));
    assert_eq!(chosen, Left::Money { chosen: 1, left: Money::yuan(4_000) });
    assert_eq!(chosen.lacks(Money::yuan(4_000)), None);
    assert_eq!(chosen.lacks(Money::yuan(5_000)), Some(Money::yuan(1_000)));
    let given = left(POINTS, &points(&[("1", 2), ("2", 1)]));
    assert_eq!(given, Left::Points { given: 3, left: 3 });
    assert_eq!(left(RANKING, &names(&["4", "2"])), Left::Places { placed: 2, left: 1 });
}

#[test]
fn a_ranking_is_made_by_buttons_alone() {
    let ranking = names(&[]).with("3").with("1").with("2");
    assert_eq!(ranking.place_of("1"), Some(2));
    assert_eq!(ranking.earlier("1"), Some(names(&["1", "3", "2"])));
    assert_eq!(ranking.later("1"), Some(names(&["3", "2", "1"])));
    assert_eq!((ranking.earlier("3"), ranking.later("2")), (None, None));
    assert_eq!(ranking.without("3"), names(&["1", "2"]));
    assert_eq!((ranking.earlier("9"), ranking.later("9")), (None, None));
}

#[test]
fn a_draft_keeps_what_still_stands_on_the_ballot() {
    let draft = names(&["4", "9", "2", "4"]);
    let ballot = on_ballot();
    let kept = |marks: Marks, style| marks.kept(rules(style).ballot, &ballot);
    assert_eq!(kept(draft.clone(), RANKING), names(&["4", "2"]));
    assert_eq!(kept(draft.clone(), BallotForm::Approval), names(&["2", "4"]));
    assert_eq!(kept(draft, POINTS), points(&[]));
    assert_eq!(kept(points(&[("9", 1), ("2", 3)]), POINTS), points(&[("2", 3)]));
}

#[test]
fn ballots_of_before_are_read_as_they_were_written() {
    let read = |json: &str| serde_json::from_str::<Marks>(json).unwrap();
    assert_eq!(read(r#"["1","7"]"#), names(&["1", "7"]));
    assert_eq!(read(r#"{"1":3}"#), points(&[("1", 3)]));
    assert_eq!(serde_json::to_string(&names(&["1"])).unwrap(), r#"["1"]"#);
    assert!(serde_json::from_str::<Marks>(r#"{"1":-3}"#).is_err());
    // Rules are sealed by their JSON: what was sealed before must still be written the same.
    for style in [r#"{"kind":"approval","max":3}"#, r#"{"kind":"points"}"#] {
        let read: BallotStyle = serde_json::from_str(style).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), style);
    }
    let ranking: BallotStyle = serde_json::from_str(r#"{"kind":"ranking","k":5}"#).unwrap();
    assert_eq!(ranking, BallotStyle::Ranking { k: 5 });
}

#[test]
fn a_form_without_a_way_of_voting_is_by_approval() {
    let json = serde_json::to_value(form(BallotForm::Knapsack)).unwrap();
    let mut older = json.clone();
    older.as_object_mut().unwrap().remove("ballot");
    let older: RulesForm = serde_json::from_value(older).unwrap();
    assert_eq!(older.parse().unwrap().rules.ballot, BallotStyle::Approval { max: Some(2) });
    let read: RulesForm = serde_json::from_value(json).unwrap();
    assert_eq!(read.parse().unwrap().rules.ballot, BallotStyle::Knapsack);
}

#[test]
fn numbers_out_of_their_range_stand_at_their_fields() {
    let faults = |ballot| {
        let problems = form(ballot).parse().unwrap_err();
        problems.into_iter().map(|it| (it.field, it.fault)).collect::<Vec<_>>()
    };
    let range = |field: &str, most| (field.to_owned(), FieldFault::OutOfRange { least: 1, most });
    let points = |total, each| BallotForm::Points { total, each };
    assert_eq!(faults(points(0, 0)), [range("points_total", 100), range("points_each", 1)]);
    assert_eq!(faults(points(5, 6)), [range("points_each", 5)]);
    assert_eq!(faults(points(101, 3)), [range("points_total", 100)]);
    assert_eq!(faults(BallotForm::Ranking { places: 11 }), [range("places", 10)]);
}

#[test]
fn a_way_of_counting_that_divides_by_the_price_fits_no_knapsack_and_no_ranking() {
    let faults = |ballot, counting| {
        let form = RulesForm { counting: Some(counting), ..form(ballot) };
        form.parse().err().map(|problems| problems[0].clone())
    };
    let density = CountingRule::Greedy { utility: Utility::Cardinality };
    let shares = |utility| CountingRule::EqualShares { utility, completion: Completion::Greedy };
    for style in [BallotForm::Knapsack, RANKING] {
        let problem = faults(style, density).unwrap();
        assert_eq!(problem.field, "counting");
        assert_eq!(problem.fault, FieldFault::DoesNotFitTheBallot);
        assert_eq!(faults(style, shares(Utility::Cost)), None);
    }
    assert!(faults(RANKING, shares(Utility::Cardinality)).is_some());
    assert_eq!(faults(BallotForm::Knapsack, shares(Utility::Cardinality)), None);
    assert_eq!(faults(POINTS, density), None);
    assert_eq!(faults(BallotForm::Approval, density), None);
}

/// The election of these ballots, as the office puts it together from the box.
fn election(rules: &ContestRules, ballots: &[Marks]) -> Election {
    let on_ballot = on_ballot();
    let candidate = |(key, cost): (&String, &Money)| Candidate {
        id: key.clone(),
        name: format!("提案{key}"),
        cost: cost.in_fen(),
        extra: Vec::new(),
    };
    let projects: Vec<Candidate> = on_ballot.iter().map(candidate).collect();
    let style = rules.ballot.among(projects.len());
    let mut kept = Ballots::default();
    for (voter, marks) in ballots.iter().enumerate() {
        let mark = |(key, points): (&str, u64)| Mark {
            project: projects.iter().position(|it| it.id == key).unwrap() as u32,
            points,
        };
        kept.push(format!("{voter:012}"), marks.counted(style).into_iter().map(mark));
    }
    Election {
        title: "冬季".into(),
        currency: "CNY".into(),
        budget: rules.budget.in_fen(),
        money_scale: 100,
        points_scale: 1,
        style,
        projects,
        ballots: kept,
        meta: Vec::new(),
    }
}

fn counted(rules: &ContestRules, election: &Election) -> Tally {
    tally(election, &rules.for_counting(), &mut |_| true).unwrap()
}

#[test]
fn each_style_is_published_as_the_format_has_it() {
    let written = |style, ballots: &[Marks]| pb::write(&election(&rules(style), ballots));
    let knapsack = written(BallotForm::Knapsack, &[names(&["2", "4"])]);
    assert!(knapsack.contains("vote_type;approval\n"), "{knapsack}");
    assert!(knapsack.contains("max_sum_cost;10000\n"), "{knapsack}");
    assert!(!knapsack.contains("max_length"), "{knapsack}");
    let given = written(POINTS, &[points(&[("1", 4), ("3", 2)])]);
    for line in ["vote_type;cumulative", "max_points;4", "max_sum_points;6", "000000000000;1,3;4,2"]
    {
        assert!(given.contains(&format!("{line}\n")), "{line}: {given}");
    }
    let ranking = written(RANKING, &[names(&["3", "1"])]);
    for line in ["vote_type;ordinal", "max_length;3", "000000000000;3,1"] {
        assert!(ranking.contains(&format!("{line}\n")), "{line}: {ranking}");
    }
}

#[test]
fn points_and_places_decide_where_plain_choices_would_be_equal() {
    let ranking = rules(RANKING);
    let ballots = [names(&["4", "1"]), names(&["4", "1"]), names(&["1", "4", "2"])];
    let tally = counted(&ranking, &election(&ranking, &ballots));
    let totals: Vec<u64> = tally.outcomes.iter().map(|outcome| outcome.points).collect();
    assert_eq!(totals, [7, 1, 0, 8]);
    assert_eq!(tally.winners, ["4", "1"]);
    let given = rules(POINTS);
    let ballots = [points(&[("2", 1), ("4", 4)]), points(&[("2", 4)])];
    let tally = counted(&given, &election(&given, &ballots));
    assert_eq!(tally.winners, ["2", "4"]);
    let outcomes = &tally.outcomes;
    assert_eq!((outcomes[1].points, outcomes[1].supporters), (5, 2));
}

/// A ballot put together by pressing buttons at random, each refused press left out, as on the
/// phone.
fn pressed(rules: &ContestRules, presses: &[(u8, u8)]) -> Marks {
    let on_ballot = on_ballot();
    let mut marks = Marks::blank(rules.ballot);
    for (key, what) in presses {
        let key = (key % 4 + 1).to_string();
        let next = match what % 4 {
            0 | 1 => marks.with(&key),
            2 => marks.without(&key),
            _ => marks.earlier(&key).or_else(|| marks.later(&key)).unwrap_or_else(|| marks.clone()),
        };
        if Choices::check(&next, rules, &on_ballot).is_ok() {
            marks = next;
        }
    }
    Choices::check(&marks, rules, &on_ballot).unwrap().marks().clone()
}

fn styles() -> impl Strategy<Value = BallotForm> {
    prop_oneof![
        Just(BallotForm::Approval),
        Just(BallotForm::Knapsack),
        (1..12_u32, 1..6_u32)
            .prop_map(|(total, each)| BallotForm::Points { total, each: each.min(total) }),
        (1..6_u32).prop_map(|places| BallotForm::Ranking { places }),
    ]
}

fn countings() -> impl Strategy<Value = CountingRule> {
    prop::sample::select(CountingRule::all().collect::<Vec<_>>())
}

type Presses = Vec<Vec<(u8, u8)>>;

fn presses() -> impl Strategy<Value = Presses> {
    prop::collection::vec(prop::collection::vec(any::<(u8, u8)>(), 0..12), 0..9)
}

proptest! {
    #[test]
    fn what_is_published_is_read_back_and_counts_the_same(
        ballot in styles(),
        counting in countings(),
        presses in presses(),
    ) {
        let form = RulesForm { counting: Some(counting), ..form(ballot) };
        // A combination that the form refuses is never counted.
        let Ok(new) = form.parse() else { return Ok(()) };
        let rules = new.rules;
        let ballots: Vec<Marks> = presses.iter().map(|one| pressed(&rules, one)).collect();
        let election = election(&rules, &ballots);
        prop_assert!(election.is_sound());
        let file = pb::write(&election);
        let strict = pb::read_in(ReadMode::Strict, &file).unwrap();
        prop_assert_eq!(strict.style, election.style);
        let again = read_published(&file).unwrap();
        prop_assert_eq!(&again.ballots, &election.ballots);
        prop_assert_eq!((&again.projects, again.budget), (&election.projects, election.budget));
        let (here, there) = (counted(&rules, &election), counted(&rules, &again));
        prop_assert!(here.total_cost <= election.budget);
        prop_assert_eq!(here, there);
    }

    #[test]
    fn what_the_phone_lets_one_mark_the_server_takes_and_nothing_is_overdrawn(
        ballot in styles(),
        presses in prop::collection::vec(any::<(u8, u8)>(), 0..30),
    ) {
        let rules = rules(ballot);
        let marks = pressed(&rules, &presses);
        prop_assert!(Choices::check(&marks, &rules, &on_ballot()).is_ok());
        let sent = serde_json::to_string(&marks).unwrap();
        let heard: Marks = serde_json::from_str(&sent).unwrap();
        prop_assert_eq!(heard.in_style(rules.ballot), marks.clone());
        if let BallotStyle::Points { limit: Some(PointsLimit { total, .. }) } = rules.ballot {
            let left = Left::of(&marks, &rules, &on_ballot());
            let given: u32 = marks.keys().into_iter().map(|key| marks.points_of(key)).sum();
            prop_assert_eq!(left, Left::Points { given, left: total - given });
        }
    }
}
