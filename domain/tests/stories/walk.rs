//! A walk of random commands: a few sentences that hold wherever it leads.
use crate::support::{Story, guest, organiser, reason, resident};
use huiyin_domain::{
    contests::{self, Phase},
    money::Money,
    proposals::{self, Stage},
    refusals::Refusal,
    residents::Viewer,
};
use proptest::prelude::*;

/// One step: who does what, with a number for whatever the command needs.
#[derive(Clone, Copy, Debug)]
struct Step {
    who: u8,
    what: u8,
    number: u8,
}

fn step() -> impl Strategy<Value = Step> {
    (0..6_u8, 0..11_u8, any::<u8>()).prop_map(|(who, what, number)| Step { who, what, number })
}

fn viewer(who: u8) -> Viewer {
    match who {
        0 => guest(),
        1 | 2 => organiser(),
        who => resident(u32::from(who) - 2),
    }
}

fn phase(number: u8) -> Phase {
    Phase::ALL[usize::from(number) % Phase::ALL.len()]
}

/// Does the step, or says why not.
fn take(story: &mut Story, Step { who, what, number }: Step) -> Result<(), Refusal> {
    let by = viewer(who);
    let next = story.contest.phase(story.now).next().unwrap_or(Phase::Closed);
    let days = i64::from(number) - 100;
    let to = story.now.plus_millis(days * huiyin_domain::time::DAY_MS / 4);
    let cost = Money::yuan(u64::from(number) * 400);
    match what {
        0 => story.proposal(by, proposals::Command::CoSign).map(drop),
        1 => story.proposal(by, proposals::Command::WithdrawCoSign).map(drop),
        2 if number < 20 => story.proposal(by, proposals::Command::Withdraw).map(drop),
        3 => story.proposal(by, proposals::Command::Shortlist { cost }).map(drop),
        4 => story.proposal(by, proposals::Command::SetAside { reason: reason() }).map(drop),
        5 => {
            let command = contests::Command::MoveOn { to: phase(number), reason: reason() };
            story.contest(by, command).map(drop)
        }
        6 => {
            let command = contests::Command::MoveOn { to: next, reason: reason() };
            story.contest(by, command).map(drop)
        }
        7 => {
            let phase = phase(number);
            let command = contests::Command::Postpone { phase, to, reason: reason() };
            story.contest(by, command).map(drop)
        }
        8 => story.contest(by, contests::Command::Count).map(drop),
        9 => story.proposal(by, proposals::Command::Admit { reason: reason() }).map(drop),
        _ => story.contest(by, contests::Command::Publish).map(drop),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn wherever_a_contest_goes_its_promises_hold(steps in prop::collection::vec(step(), 1..80)) {
        let mut story = Story::collecting();
        for step in steps {
            let before = (story.contest.clone(), story.proposal.clone(), story.n_co_signs());
            let was_in = story.contest.phase(story.now);
            let done = take(&mut story, step);
            let is_in = story.contest.phase(story.now);

            prop_assert!(is_in >= was_in, "phases never go back: {:?} to {:?}", was_in, is_in);
            if let Err(refusal) = done {
                let wire = serde_json::to_string(&refusal).unwrap();
                let read: Refusal = serde_json::from_str(&wire).unwrap();
                prop_assert_eq!(read, refusal, "a refusal arrives with all its facts");
                let after = (story.contest.clone(), story.proposal.clone(), story.n_co_signs());
                prop_assert_eq!(&before, &after, "a refusal changes nothing");
            }
            if was_in >= Phase::Notice {
                let rules = (before.0.rules.seal(), &before.1.stage);
                let now = (story.contest.rules.seal(), &story.proposal.stage);
                prop_assert_eq!(rules, now, "what is sealed stays");
            }
            if let Stage::Shortlisted { cost, .. } = story.proposal.stage {
                prop_assert!(cost <= story.contest.rules.cap, "nothing above the cap");
            }
            if story.contest.is_published() {
                prop_assert!(is_in >= Phase::Objection, "published means that all may look");
            }
            // Whoever is offered something may do it.
            let by = viewer(step.who);
            let n_shortlisted = u32::from(matches!(story.proposal.stage, Stage::Shortlisted { .. }));
            let scene = contests::Scene { by: &by, now: story.now, n_shortlisted, n_unfinished: 0 };
            for offer in contests::offers(&scene, &story.contest) {
                if let contests::wire::Offer::MoveOn { to } = offer {
                    let command = contests::Command::MoveOn { to, reason: reason() };
                    prop_assert!(contests::decide(&scene, &story.contest, command).is_ok());
                }
            }
        }
        let replayed = story.told.iter().fold(story.begun.clone(), |contest, (event, at)| {
            contests::apply(&contest, event, *at)
        });
        prop_assert_eq!(replayed, story.contest, "replaying gives the state");
    }
}
