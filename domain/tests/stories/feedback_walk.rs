//! A walk of random commands on a submission: what holds wherever it leads.
use crate::{
    promise::{
        Promise, author, built, departments, dissolved, police, property, reviewer, said, words,
    },
    support::{guest, organiser, resident},
};
use huiyin_domain::{
    channels::Channel,
    feedback::{
        self, Command, Event, Owner, Satisfaction, Stage, StageKind, Submission, Theme, Timeliness,
        VerdictKind, figures::Counts,
    },
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
    (0..7_u8, 0..16_u8, any::<u8>()).prop_map(|(who, what, number)| Step { who, what, number })
}

fn viewer(who: u8) -> Viewer {
    match who {
        0 => guest(),
        1 | 2 => author(),
        3 | 4 => organiser(),
        5 => reviewer(1),
        _ => resident(2),
    }
}

fn owner(number: u8) -> Owner {
    [Owner::Office, property(), police(), dissolved()][usize::from(number % 4)]
}

/// What this step asks; nothing where only time passes or somebody leaves.
fn command(story: &Promise, Step { what, number, .. }: Step) -> Option<Command> {
    let told = [None, Some(Channel::Phone), Some(Channel::App)][usize::from(number % 3)];
    let satisfaction = Satisfaction::ALL[usize::from(number) % Satisfaction::ALL.len()];
    Some(match what {
        0 => Command::Confirm { satisfaction, told },
        1 => Command::Appeal { words: words(), told },
        2 => Command::Reopen { words: words(), told },
        3 if number < 30 => Command::Withdraw,
        4 => Command::Acknowledge { words: "收到了。".into() },
        5 => Command::Sort { theme: Theme::Other, place: None },
        6 => Command::PassOn { to: owner(number), reason: said() },
        7 => Command::Extend { due: story.workday(u32::from(number % 40)), reason: said() },
        8..=10 => {
            let kind = VerdictKind::ALL[usize::from(number) % VerdictKind::ALL.len()];
            Command::Answer { form: story.answer(kind) }
        }
        11 => Command::Uphold { words: "规定没有变。".into() },
        12 => Command::Report { words: said(), photos: Vec::new() },
        13 => Command::Deliver { form: built() },
        14 => Command::CloseWithoutAuthor { words: said() },
        _ => return None,
    })
}

/// Nobody has to guess whose turn it is.
fn somebody_has_it(submission: &Submission) -> bool {
    match submission.stage {
        Stage::Waiting { .. }
        | Stage::Deferred { .. }
        | Stage::Appealed { .. }
        | Stage::InDelivery { .. } => submission.owes().is_some(),
        // The resident has the word.
        Stage::Answered { .. } | Stage::Delivered { .. } => submission.answer().is_some(),
        Stage::Ended { .. } => submission.owes().is_none(),
    }
}

/// What the ledger would count of this one.
fn counts(submission: &Submission, is_overdue: bool) -> Counts {
    let n = u32::from;
    let kind = submission.stage.kind();
    let is_delivered = submission.stage.evidence().is_some();
    let is_put_off = submission.answer().is_some_and(|answer| answer.verdict.is_deferred());
    let is_undecided = submission.timeliness == Timeliness::NotYet || is_put_off;
    Counts {
        n_sent: n(kind != StageKind::Withdrawn),
        n_decided: n(!is_undecided),
        n_in_time: n(submission.timeliness == Timeliness::InTime),
        n_adopted: n(submission.answer().is_some_and(|answer| answer.verdict.is_adopted())),
        n_delivered: n(is_delivered),
        n_confirmed: n(is_delivered && kind == StageKind::Confirmed),
        n_overdue: n(is_overdue),
        n_undecided_overdue: n(is_undecided && is_overdue && kind == StageKind::Waiting),
        ..Counts::default()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn wherever_a_submission_goes_the_promise_holds(
        steps in prop::collection::vec(step(), 1..60)
    ) {
        let mut story = Promise::sent();
        for step in steps {
            let before = story.submission.clone();
            let by = viewer(step.who);
            let mut event = None;
            match command(&story, step) {
                Some(command) => event = story.ask(by, command).ok(),
                None if step.number < 12 && story.has_author => {
                    story.has_author = false;
                    story.happen(Event::AuthorLeft);
                }
                None => story.pass(i64::from(step.number % 20)),
            }

            let after = &story.submission;
            prop_assert!(somebody_has_it(after), "nobody has {:?}", after.stage);
            prop_assert!(!before.stage.kind().is_end() || after.stage == before.stage);
            // No silent end: it is the resident's word, or the office's in public when there is
            // nobody left.
            if after.stage.kind().is_end() && !before.stage.kind().is_end() {
                let is_said = matches!(
                    event,
                    Some(Event::Confirmed { .. } | Event::Withdrawn)
                ) || (!story.has_author && matches!(event, Some(Event::ClosedWithoutAuthor { .. })));
                prop_assert!(is_said, "{:?}", event);
            }
            if let Some(event) = &event {
                prop_assert!(after.version > before.version);
                let wire = serde_json::to_string(event).unwrap();
                prop_assert_eq!(&serde_json::from_str::<Event>(&wire).unwrap(), event);
            }
            if before.stage.duty().is_some() && matches!(event, Some(Event::PassedOn { .. })) {
                let (old, new) = (before.stage.duty(), after.stage.duty());
                prop_assert_eq!(old.map(|it| it.due), new.map(|it| it.due), "the clock goes on");
            }
            // Late never becomes in time: whoever is late can only answer.
            let is_late = |it: &Submission| {
                let due = it.stage.duty().map(|duty| duty.due);
                due.is_some_and(|due| 0 < story.calendar.working_days_between(due, story.today()))
            };
            let is_extended = matches!(event, Some(Event::Extended { .. }));
            prop_assert!(!is_late(&before) || !is_extended, "late is late");
            let was_late = matches!(before.timeliness, Timeliness::Late { .. });
            prop_assert!(!was_late || after.timeliness == before.timeliness);
            if is_late(&before) && before.timeliness == Timeliness::NotYet {
                prop_assert!(after.timeliness != Timeliness::InTime);
            }
            let late = after.late(story.today(), &story.calendar);
            let rates = counts(after, late.is_some()).rates();
            for share in [rates.in_time, rates.adopted, rates.delivered, rates.confirmed] {
                prop_assert!(share.part <= share.whole);
            }
            let counted = counts(after, late.is_some());
            prop_assert!(counted.n_adopted <= counted.n_decided);
            prop_assert!(counted.n_delivered <= counted.n_adopted, "{:?}", after.stage);

            // Whoever is offered something may do it.
            let departments = departments();
            let scene = story.scene(&by, &departments);
            let offers = feedback::offers(&scene, after, false);
            let asked = |command| feedback::decide(&scene, after, command).is_ok();
            let told = matches!(by, Viewer::Staff { .. }).then_some(Channel::Phone);
            let may_confirm = asked(Command::Confirm {
                satisfaction: Satisfaction::NotSaid, told,
            });
            let is_offered = offers.iter().any(|it| matches!(it, feedback::Offer::Confirm { .. }));
            prop_assert_eq!(may_confirm, is_offered);
            let may_appeal = asked(Command::Appeal { words: words(), told });
            let is_offered = offers.iter().any(|it| matches!(it, feedback::Offer::Appeal { .. }));
            prop_assert_eq!(may_appeal, is_offered);
        }

        let mut replayed = feedback::begin(story.submission.id, &story.sent);
        for (at, event) in &story.events {
            replayed = feedback::apply(&replayed, event, *at);
        }
        prop_assert_eq!(replayed, story.submission);
    }
}
