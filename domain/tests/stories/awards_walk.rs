//! A walk of random commands through a whole season, from the first proposal to the last report:
//! no award above the budget, nothing spent that was not given, and no refusal without its facts.
use crate::{
    season::{Carried, Season},
    season_steps::{KINDS, Step, take},
    support::{organiser, reason, resident},
};
use huiyin_domain::{
    contests::{self, CountState, Phase, reserve},
    delivery::{self, EntryKind},
    ids::ResidentId,
    money::Money,
    proposals::{Command, Proposal, Stage, StageKind},
    refusals::Refusal,
};
use proptest::prelude::*;

fn step() -> impl Strategy<Value = Step> {
    (any::<u8>(), 0..KINDS, 1..=3_u32, any::<u8>()).prop_map(|(who, what, proposal, number)| Step {
        who,
        what,
        proposal,
        number,
    })
}

/// A season in which the first two proposals are on the ballot, so that walks come to the awards.
fn shortlisted(costs: [u64; 2]) -> Season {
    let mut season = Season::collecting();
    for (id, yuan) in [(1, costs[0]), (2, costs[1])] {
        let command = Command::Shortlist { cost: Money::yuan(yuan) };
        season.way.ask(organiser(), id, command).expect("it qualifies, and is below the cap");
    }
    season
}

/// What is awarded stays within the cap and the budget, and never goes to two that exclude each
/// other.
fn awards_hold(season: &Season) -> Result<(), TestCaseError> {
    let (rules, all) = (&season.way.contest.rules, season.proposals());
    prop_assert!(reserve::awarded(&all) <= rules.budget, "no award above the budget");
    let with_award: Vec<(&Proposal, Money)> =
        all.iter().filter_map(|it| Some((it, reserve::award_of(&it.stage)?))).collect();
    for (at, (winner, award)) in with_award.iter().enumerate() {
        prop_assert!(*award <= rules.cap, "nothing above the cap");
        for (other, _) in &with_award[at + 1..] {
            prop_assert!(rules.go_together(winner.id, other.id), "one corner, two benches");
        }
    }
    let mut places: Vec<u32> = Vec::new();
    for proposal in &all {
        if let Stage::Reserve { place, cost } = proposal.stage {
            prop_assert!((1..=rules.reserve_places()).contains(&place) && cost <= rules.cap);
            prop_assert!(!places.contains(&place), "two at one place");
            places.push(place);
        }
        if let Stage::NotFeasible { reason }
        | Stage::OutOfScope { reason, .. }
        | Stage::GivenBack { reason, .. }
        | Stage::Stopped { reason, .. } = &proposal.stage
        {
            prop_assert!(!reason.as_str().is_empty(), "a no without a reason");
        }
    }
    Ok(())
}

/// What was spent and what is left are the award, and no line of the book falls below nothing.
fn book_holds(season: &Season, id: u32, carried: &Carried) -> Result<(), TestCaseError> {
    let project = &carried.project;
    let stage = &season.way.proposal(id).stage;
    prop_assert_eq!(reserve::award_of(stage), Some(project.award), "one award, told twice");
    prop_assert_eq!(project.spent().plus(project.left()), Some(project.award));
    for entry in &project.entries {
        let left = project.left_of(entry.n);
        match entry.kind {
            EntryKind::Paid => prop_assert!(left.is_some_and(|left| left <= entry.amount)),
            EntryKind::Corrected { of } => {
                let paid = project.entries.iter().find(|paid| paid.n == of);
                prop_assert!(paid.is_some_and(|paid| entry.amount <= paid.amount));
            }
        }
    }
    for (at, (whose, voice)) in carried.voices.iter().enumerate() {
        let again =
            |(other, it): &(ResidentId, delivery::Voice)| other == whose && it.round == voice.round;
        prop_assert!(!carried.voices[at + 1..].iter().any(again), "nobody speaks twice");
    }
    Ok(())
}

/// As many objections as the contest waits for have no answer.
fn objections_hold(season: &Season) -> Result<(), TestCaseError> {
    let open = season.objections.iter().filter(|(it, _)| it.answer.is_none()).count();
    let held = season.way.contest.held.map_or(0, |held| held.n_open);
    prop_assert_eq!(usize::try_from(held).ok(), Some(open));
    Ok(())
}

/// A refusal goes over the wire with all its facts, and changes nothing.
fn refusal_holds(refusal: &Refusal) -> Result<(), TestCaseError> {
    let wire = serde_json::to_string(refusal).expect("refusals are JSON");
    let read: Refusal = serde_json::from_str(&wire).expect("and are read again");
    prop_assert_eq!(&read, refusal);
    Ok(())
}

fn replayed(season: &Season) -> Result<(), TestCaseError> {
    let (contest, projects) = season.replayed();
    prop_assert_eq!(&contest, &season.way.contest, "replaying gives the contest");
    for (id, kept) in &season.way.all {
        let (proposal, signed) = season.way.replayed(*id);
        prop_assert_eq!((&proposal, &signed), (&kept.proposal, &kept.signed));
    }
    for (id, project) in &projects {
        prop_assert_eq!(project, &season.projects[id].project, "and the projects");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn wherever_a_season_goes_its_money_and_its_record_hold(
        costs in (1..=50_000_u64, 1..=50_000_u64),
        steps in prop::collection::vec(step(), 1..260),
    ) {
        let mut season = shortlisted([costs.0, costs.1]);
        for step in steps {
            let (before, was_in) = (season.standing(), season.phase());
            let seal = season.way.contest.rules.seal();
            if let Some(Err(refusal)) = take(&mut season, step) {
                refusal_holds(&refusal)?;
                prop_assert!(before == season.standing(), "{:?} changed something", refusal);
            }
            let is_in = season.phase();
            prop_assert!(was_in <= is_in, "phases never go back: {:?} to {:?}", was_in, is_in);
            if Phase::Notice <= was_in {
                prop_assert_eq!(&seal, &season.way.contest.rules.seal(), "what is sealed stays");
            }
            awards_hold(&season)?;
            objections_hold(&season)?;
            for (id, carried) in &season.projects {
                book_holds(&season, *id, carried)?;
            }
            if season.projects.is_empty() && season.way.contest.count == CountState::NotYet {
                prop_assert_eq!(reserve::awarded(&season.proposals()), Money::default());
            }
            // Whoever is offered the next phase may enter it.
            let by = organiser();
            for offer in season.offers(&by) {
                if let contests::wire::Offer::MoveOn { to } = offer {
                    let command = contests::Command::MoveOn { to, reason: reason() };
                    prop_assert!(season.may(&by, command), "{:?}", to);
                }
            }
        }
        replayed(&season)?;
    }
}

#[test]
fn a_season_walked_straight_on_ends_with_its_projects() {
    let mut season = shortlisted([40_000, 30_000]);
    let office = organiser();
    while season.phase() < Phase::Voting {
        season.go_on(&office).expect("two are on the shortlist");
    }
    for who in 1..=3 {
        let by = resident(who);
        season.vote(&by, &[1, 2]).expect("residents vote");
    }
    while season.phase() < Phase::Results {
        season.go_on(&office).expect("counted, published, and nobody objects");
    }
    assert_eq!(reserve::awarded(&season.proposals()), Money::yuan(70_000));
    for id in [1, 2] {
        let plan = season.plan(2, 9);
        season.begin(&office, id, plan).expect("it won");
    }
    let ended = |season: &mut Season, id| {
        let said = || huiyin_domain::feedback::Said::parse("装好了。").expect("a few words");
        let until = season.way.now.plus_millis(huiyin_domain::time::DAY_MS).in_china().date();
        let finish = delivery::Command::Finish { words: said(), photos: Vec::new(), until };
        season.work(&office, id, finish).expect("it is done");
        season.way.pass_days(2);
        let close = delivery::Command::Close { done: said(), learnt: said() };
        season.work(&office, id, close).expect("nobody says that it is not");
    };
    season.go_on(&office).expect("into the work");
    ended(&mut season, 1);
    let early = season.go_on(&office);
    let why = delivery::DeliveryRefusal::ProjectsNotEnded { n: 1 };
    assert_eq!(early, Err(Refusal::Delivery { why }));
    ended(&mut season, 2);
    season.go_on(&office).expect("everything has ended");
    assert_eq!(season.phase(), Phase::Closed);
    let (contest, projects) = season.replayed();
    assert_eq!(contest, season.way.contest);
    for (id, project) in projects {
        assert_eq!(project, season.projects[&id].project);
        assert_eq!(season.way.proposal(id).stage.kind(), StageKind::Delivered);
    }
}
