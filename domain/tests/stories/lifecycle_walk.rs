//! A walk of random commands over three proposals: what holds wherever it leads.
use crate::{
    promise::reviewer,
    support::{guest, organiser, reason, resident},
    way::{GONE, Kept, ORDER, PROPERTY, Way, feasible, merged_into, not_feasible},
};
use huiyin_domain::{
    contests::{Phase, Screening},
    ids::{DepartmentId, ProposalId},
    money::Money,
    proposals::{self, CO_AUTHORS_MAX, Command, Finding, Proposal, Stage, StageKind, wire::Offer},
    residents::Viewer,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// One step: who does what with which proposal, and a number for whatever it needs.
#[derive(Clone, Copy, Debug)]
struct Step {
    who: u8,
    what: u8,
    proposal: u32,
    number: u8,
}

fn step() -> impl Strategy<Value = Step> {
    (0..12_u8, 0..24_u8, 1..=3_u32, any::<u8>()).prop_map(|(who, what, proposal, number)| Step {
        who,
        what,
        proposal,
        number,
    })
}

fn viewer(who: u8) -> Viewer {
    match who {
        0 => guest(),
        1..=3 => organiser(),
        4 => reviewer(1),
        5 => reviewer(2),
        who => resident(u32::from(who) - 5),
    }
}

fn department(number: u8) -> DepartmentId {
    [PROPERTY, PROPERTY, ORDER, GONE][usize::from(number) % 4]
}

fn finding(number: u8) -> Finding {
    if number.is_multiple_of(3) { not_feasible() } else { feasible(u64::from(number) * 300) }
}

fn command(way: &Way, Step { what, number, .. }: Step) -> Option<Command> {
    let department = department(number);
    Some(match what {
        0 | 1 => Command::CoSign,
        2 => Command::WithdrawCoSign,
        3 => Command::MoveCoSign,
        4 if number < 30 => Command::Withdraw,
        5 => Command::Leave,
        6 | 7 => Command::Pass,
        8 if number < 120 => Command::Return { what: reason() },
        9 if number < 60 => Command::RuleOut { item: u32::from(number) % 4, reason: reason() },
        10 if number < 80 => Command::Admit { reason: reason() },
        11 | 12 => {
            let (others, due) = (vec![self::department(number / 4)], way.workday(2));
            Command::SendToReview { lead: department, others, due }
        }
        13 | 14 => Command::Assess { department, finding: finding(number) },
        15 => Command::Conclude { finding: finding(number) },
        16 if number < 100 => Command::Shortlist { cost: Money::yuan(u64::from(number) * 700) },
        17 if number < 60 => Command::SetAside { reason: reason() },
        18 => {
            let into = ProposalId(u32::from(number) % 4 + 1);
            Command::OfferMerge { into, why: reason() }
        }
        19 if number < 60 => Command::TakeBackMerge,
        20 => Command::AgreeMerge,
        21 if number < 60 => Command::DeclineMerge,
        _ => return None,
    })
}

/// Does the step; `true` when it was allowed.
fn take(way: &mut Way, step: Step) -> bool {
    let by = viewer(step.who);
    if let Some(command) = command(way, step) {
        return way.ask(by, step.proposal, command).is_ok();
    }
    match step.what {
        22 => way.join(by, step.proposal).is_ok(),
        23 => {
            let why = step.number.is_multiple_of(2).then(reason);
            let title = format!("装{}根扶手", step.number % 5);
            way.edit(by, step.proposal, &title, why).is_ok()
        }
        _ if step.number < 50 => {
            way.pass_days(1);
            true
        }
        _ => false,
    }
}

/// What always holds of one proposal.
fn holds(way: &Way, kept: &Kept) -> Result<(), TestCaseError> {
    let Proposal { id, co_authors, stage, review, .. } = &kept.proposal;
    let (replayed, signed) = way.replayed(id.0);
    prop_assert_eq!(&replayed, &kept.proposal, "replaying gives the state");
    prop_assert_eq!(&signed, &kept.signed, "and the co-signatures");
    prop_assert!(co_authors.len() <= CO_AUTHORS_MAX);
    for who in co_authors {
        prop_assert_eq!(co_authors.iter().filter(|it| *it == who).count(), 1);
        prop_assert!(!kept.proposal.is_by(*who) && !kept.signed.contains(who));
    }
    if let Some(cost) = stage.cost() {
        prop_assert!(cost <= way.contest.rules.cap, "nothing above the cap");
    }
    for one in review.iter().flat_map(|review| &review.asked) {
        if let Some(Finding::Feasible { cost, .. }) = &one.finding {
            prop_assert!(*cost <= way.contest.rules.cap, "not even as a finding");
        }
        prop_assert_ne!(one.department, GONE);
    }
    let kind = stage.kind();
    if kind == StageKind::UnderReview {
        prop_assert!(review.is_some(), "somebody looks at it");
    }
    if kind == StageKind::CoSigning && way.contest.phase(way.now) < Phase::Notice {
        let needed = way.contest.rules.co_signs_needed;
        prop_assert!(way.n_co_signs(id.0) < needed, "enough qualify at once");
    }
    match stage {
        Stage::NotFeasible { reason }
        | Stage::OutOfScope { reason, .. }
        | Stage::Returned { what: reason } => prop_assert!(!reason.as_str().is_empty()),
        _ => {}
    }
    Ok(())
}

/// Whoever follows merges comes to an end that is no merge.
fn no_circle(way: &Way) -> Result<(), TestCaseError> {
    for start in way.all.keys() {
        let mut at = *start;
        for _ in 0..way.all.len() {
            match merged_into(way.proposal(at)) {
                Some(into) => at = into.0,
                None => break,
            }
        }
        prop_assert_eq!(merged_into(way.proposal(at)), None, "merges go in circles");
    }
    Ok(())
}

/// The command behind an offer, where it needs nothing but a word.
fn offered(way: &Way, offer: Offer) -> Option<Command> {
    Some(match offer {
        Offer::CoSign => Command::CoSign,
        Offer::WithdrawCoSign => Command::WithdrawCoSign,
        Offer::Withdraw => Command::Withdraw,
        Offer::MoveCoSign { .. } => Command::MoveCoSign,
        Offer::Leave => Command::Leave,
        Offer::DeclineMerge => Command::DeclineMerge,
        Offer::Pass => Command::Pass,
        Offer::Return => Command::Return { what: reason() },
        Offer::RuleOut => Command::RuleOut { item: 1, reason: reason() },
        Offer::Admit => Command::Admit { reason: reason() },
        Offer::SendToReview => {
            Command::SendToReview { lead: PROPERTY, others: vec![], due: way.workday(1) }
        }
        Offer::Assess { department, cap } => {
            Command::Assess { department, finding: Finding::Feasible { cost: cap, months: 1 } }
        }
        Offer::Conclude { cap } => {
            Command::Conclude { finding: Finding::Feasible { cost: cap, months: 1 } }
        }
        Offer::Shortlist { cap } => Command::Shortlist { cost: cap },
        Offer::SetAside => Command::SetAside { reason: reason() },
        Offer::TakeBackMerge => Command::TakeBackMerge,
        // The other proposal may have ended meanwhile; a new text and an invitation are asked
        // for on pages of their own.
        Offer::AgreeMerge { .. } | Offer::OfferMerge | Offer::Edit { .. } | Offer::Invite => {
            return None;
        }
    })
}

fn what_is_offered_may_be_done(way: &Way, by: &Viewer, id: u32) -> Result<(), TestCaseError> {
    let proposal = way.proposal(id);
    let scene = way.scene(by, id, way.goes_on_in(proposal));
    for offer in proposals::offers(&scene, proposal) {
        // A guest is offered to co-sign, and asked to sign in.
        let Some(command) = offered(way, offer).filter(|_| *by != guest()) else { continue };
        let scene = way.scene(by, id, way.other(id, &command));
        let done = proposals::decide(&scene, proposal, command);
        prop_assert!(done.is_ok(), "{:?}: {:?}", offer, done);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn wherever_proposals_go_their_promises_hold(
        screens_first in any::<bool>(),
        needed in 0..4_u32,
        notice_at in 20..160_usize,
        steps in prop::collection::vec(step(), 1..120),
    ) {
        let screening = if screens_first { Screening::First } else { Screening::Meanwhile };
        let mut way = Way::new(screening, needed);
        for (at, step) in steps.into_iter().enumerate() {
            if at == notice_at {
                let to = [Phase::Reviewing, Phase::Notice];
                let is_in = way.contest.phase(way.now);
                let left: Vec<Phase> = to.into_iter().filter(|phase| is_in < *phase).collect();
                way.move_on(&left);
            }
            let before: BTreeMap<u32, Kept> = way.all.clone();
            let is_sealed = way.contest.phase(way.now) >= Phase::Notice;
            let is_done = take(&mut way, step);
            if !is_done {
                prop_assert_eq!(&before, &way.all, "a refusal changes nothing");
            }
            if is_sealed {
                prop_assert_eq!(&before, &way.all, "what is sealed stays");
            }
            for kept in way.all.values() {
                holds(&way, kept)?;
            }
            no_circle(&way)?;
            what_is_offered_may_be_done(&way, &viewer(step.who), step.proposal)?;
        }
    }
}
