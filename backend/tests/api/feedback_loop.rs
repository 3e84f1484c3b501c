//! The whole loop: said, passed on, overdue, answered, appealed, answered again, built, confirmed.

use huiyin_domain::feedback::figures::{Counts, Share};
use huiyin_domain::feedback::wire::{Mine, Taken};
use huiyin_domain::feedback::{
    Command, Escalation, Satisfaction, StageKind, Timeliness, VerdictKind, What,
};
use huiyin_domain::ids::SubmissionId;
use huiyin_domain::time::parse_day;

use crate::people::here;
use crate::submissions::{
    ORDER, PROPERTY, acknowledge, adopt, answer, appeal, confirm, deliver, form, pass_on, said,
};
use crate::world::{day, on_each_engine};

#[test]
fn what_a_resident_says_is_answered_built_and_ends_with_their_word() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let taken: Taken = wang.post(&here("/feedback"), &form("楼道灯坏了。")).await.ok();
        let (first_due, due) = (parse_day("2026-09-03").unwrap(), parse_day("2026-09-21").unwrap());
        assert_eq!(taken, Taken { id: SubmissionId(1), first_due, due });
        world.assert_replayed(1);

        // Passed on twice: counted, and the clock goes on.
        world.clock.set(day(1));
        let organiser = world.organiser().await;
        world.act(&organiser, 1, &acknowledge()).await;
        world.act(&organiser, 1, &pass_on(PROPERTY)).await;
        let page = world.act(&world.reviewer(1).await, 1, &pass_on(ORDER)).await;
        let owes = page.submission.owes().unwrap();
        assert_eq!((owes.duty.owner, owes.duty.due), (ORDER, due));
        assert_eq!((page.submission.n_pass_ons, page.late), (2, None));

        // Nobody answers, and it becomes overdue by itself.
        world.clock.set(day(20));
        assert_eq!(world.ledger("").await.counts.n_overdue, 0, "its day is not over");
        world.clock.set(day(21));
        let late = world.submission(&wang, 1).await.late.unwrap();
        assert_eq!((late.n_days, late.escalation), (1, Some(Escalation::Office)));
        let ledger = world.ledger("").await;
        let overdue =
            Counts { n_sent: 1, n_overdue: 1, n_undecided_overdue: 1, ..Counts::default() };
        assert_eq!(ledger.counts, overdue);
        assert_eq!(ledger.rates.in_time, Share { part: 0, whole: 1 });
        let order = world.reviewer(2).await;
        let owed = world.owed(&order, "").await;
        assert_eq!((owed.owner, owed.total, owed.n_overdue), (Some(ORDER), 1, 1));

        // Answered request by request, late for ever.
        let form = answer(VerdictKind::PartlyAdopted, "2026-09-28");
        let page = world.act(&order, 1, &Command::Answer { form }).await;
        assert_eq!(page.submission.timeliness, Timeliness::Late { n_days: 1 });
        let counts = world.ledger("").await.counts;
        assert_eq!((counts.n_decided, counts.n_in_time, counts.n_adopted), (1, 0, 1));
        assert_eq!(counts.n_overdue, 0);

        // Appealed, and answered again.
        let page = world.act(&wang, 1, &appeal()).await;
        assert_eq!(page.submission.owes().unwrap().what, What::AppealAnswer);
        world.clock.set(day(22));
        let order = world.reviewer(2).await;
        world.act(&order, 1, &adopt("2026-09-30")).await;
        let report = Command::Report { words: said("灯买到了。"), photos: Vec::new() };
        world.act(&order, 1, &report).await;
        let page = world.act(&order, 1, &deliver()).await;
        assert_eq!(page.submission.stage.kind(), StageKind::Delivered);
        assert_eq!(world.owed(&order, "").await.total, 0);
        let echoes = world.echoes(&wang).await;
        assert_eq!((echoes.items[0].mine, echoes.items[0].waits_for_me), (Mine::Sent, true));

        // It ends when wang says so.
        let page = world.act(&wang, 1, &confirm()).await;
        assert_eq!(page.submission.stage.kind(), StageKind::Confirmed);
        assert_eq!(page.story.len(), 10);
        let ledger = world.ledger("").await;
        assert_eq!(ledger.rates.confirmed, Share { part: 1, whole: 1 });
        assert_eq!(ledger.rates.content, Share { part: 1, whole: 1 });
        assert_eq!(ledger.items[0].stage, StageKind::Confirmed);
        world.assert_replayed(1);
    });
}

#[test]
fn what_is_not_done_is_opened_again_and_the_office_hears_the_end_by_telephone() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let id = world.say(&wang, "雨水管漏。").await;
        let organiser = world.organiser().await;
        world.act(&organiser, id, &adopt("2026-09-08")).await;
        world.act(&organiser, id, &deliver()).await;
        let page = world.act(&wang, id, &crate::submissions::reopen()).await;
        assert_eq!(page.submission.n_reopened, 1);
        assert_eq!(page.submission.owes().unwrap().what, What::Delivery);
        let twice = world.ask(&wang, id, &crate::submissions::reopen()).await.refusal();
        let stage = StageKind::InDelivery;
        let not_now = huiyin_domain::refusals::Refusal::FeedbackNotAtThisStage { stage };
        assert_eq!(twice, not_now);
        world.act(&organiser, id, &deliver()).await;
        let told = Some(huiyin_domain::channels::Channel::Phone);
        let by_phone = Command::Confirm { satisfaction: Satisfaction::SoSo, told };
        let page = world.act(&organiser, id, &by_phone).await;
        assert_eq!(page.submission.stage.kind(), StageKind::Confirmed);
        let counts = world.ledger("").await.counts;
        assert_eq!((counts.n_rated, counts.n_content), (1, 0));
        world.assert_replayed(id);
    });
}
