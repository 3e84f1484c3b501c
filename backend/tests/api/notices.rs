//! Stories of notices: whom a step concerns, each of them once.

use huiyin_backend::departments;
use huiyin_backend::failure::Failure;
use huiyin_backend::residents::service::create_staff;
use huiyin_backend::tick::Ticked;
use huiyin_domain::communities::Bilingual;
use huiyin_domain::feedback::wire::{SubmissionPage, Taken};
use huiyin_domain::feedback::{
    AnswerForm, Command, Escalation, Event, OpinionForm, Owner, ReasonCode, Said, VerdictKind,
};
use huiyin_domain::helping::Scope;
use huiyin_domain::ids::{CommunityId, DepartmentId, StaffId, SubmissionId};
use huiyin_domain::notices::wire::{CallDone, CallList, CallOutcome, Inbox, InboxItem, ReadForm};
use huiyin_domain::notices::{ChoicesForm, Notice, Why};
use huiyin_domain::refusals::Refusal;
use huiyin_domain::residents::StaffRole;
use serde_json::json;

use crate::helping::{acting, offer};
use crate::people::{Person, here};
use crate::world::{World, day, on_each_engine};

/// Sends an opinion.
pub(crate) async fn say(person: &Person, words: &str) -> SubmissionId {
    let form = OpinionForm {
        words: words.to_owned(),
        where_words: "3号楼".to_owned(),
        ..OpinionForm::default()
    };
    let taken: Taken = person.post(&here("/feedback"), &form).await.ok();
    taken.id
}

/// Does something with a submission, whatever its version is by now.
pub(crate) async fn act(person: &Person, id: SubmissionId, command: &Command) {
    let path = here(&format!("/feedback/{id}"));
    let page: SubmissionPage = person.get(&path).await.ok();
    let version = page.submission.version.0;
    let done = person.command(&format!("{path}/commands"), version, command).await;
    assert_eq!(done.status, 200, "{}", done.text());
}

pub(crate) fn acknowledge() -> Command {
    Command::Acknowledge { words: "我们收到了，明天去看。".to_owned() }
}

pub(crate) fn no() -> Command {
    let form = AnswerForm {
        verdict: Some(VerdictKind::NotAdopted),
        words: "今年的钱已经用完了。".to_owned(),
        code: Some(ReasonCode::NoMoney),
        ..AnswerForm::default()
    };
    Command::Answer { form }
}

async fn follow(person: &Person, id: SubmissionId) {
    let path = here(&format!("/feedback/{id}/follow"));
    let _: SubmissionPage = person.post(&path, &json!({ "follows": true })).await.ok();
}

async fn inbox(person: &Person) -> Inbox {
    person.get(&here("/notices")).await.ok()
}

/// What the inbox says: the event, and why it is there.
async fn told(person: &Person) -> Vec<(String, Why)> {
    let items = inbox(person).await.items;
    let steps = items.iter().map(step);
    steps.map(|(notice, _, event)| (event.name().to_owned(), notice.why)).collect()
}

/// A step of a submission; nothing else happens in these stories.
fn step(item: &InboxItem) -> (Notice, String, Event) {
    match item {
        InboxItem::Submission { notice, title, event } => (*notice, title.clone(), event.clone()),
        InboxItem::Council { .. }
        | InboxItem::Series { .. }
        | InboxItem::Coaching { .. }
        | InboxItem::Case { .. } => panic!("{item:?}"),
    }
}

fn line(event: &str, why: Why) -> (String, Why) {
    (event.to_owned(), why)
}

#[test]
fn the_author_is_told_of_every_step_and_followers_of_those_that_matter() {
    on_each_engine(async |world| {
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        let zhao = world.resident("zhao").await;
        let organiser = world.organiser().await;
        let id = say(&wang, "路灯坏了").await;
        follow(&li, id).await;
        // Also the author follows, and is told once all the same.
        follow(&wang, id).await;
        act(&organiser, id, &acknowledge()).await;
        act(&organiser, id, &no()).await;
        let sent = [line("answered", Why::Sent), line("acknowledged", Why::Sent)];
        assert_eq!(told(&wang).await, sent);
        assert_eq!(told(&li).await, [line("answered", Why::Followed)]);
        assert_eq!(told(&zhao).await, []);
        // What the author did with their own hand they know; the others are told.
        act(&wang, id, &Command::Appeal { words: words("还是要修"), told: None }).await;
        assert_eq!(told(&wang).await.len(), 2);
        assert_eq!(told(&li).await[0], line("appealed", Why::Followed));
        let duties = told(&organiser).await;
        assert_eq!(duties, [line("appealed", Why::Duty), line("sent", Why::Duty)]);
        let twice = "SELECT COUNT(*) FROM (SELECT 1 AS n FROM notices
             GROUP BY community_id, kind, person_id, submission_id, seq HAVING COUNT(*) > 1) t";
        assert_eq!(world.number(twice), 0);
    });
}

fn words(raw: &str) -> huiyin_domain::feedback::Opinion {
    huiyin_domain::feedback::Opinion::parse(raw).unwrap()
}

#[test]
fn the_author_hears_what_the_office_enters_in_their_name() {
    on_each_engine(async |world| {
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let id = say(&wang, "路灯坏了").await;
        act(&organiser, id, &no()).await;
        let told_by_phone = Some(huiyin_domain::channels::Channel::Phone);
        let appeal = Command::Appeal { words: words("还是要修"), told: told_by_phone };
        act(&organiser, id, &appeal).await;
        assert_eq!(told(&wang).await[0], line("appealed", Why::Sent));
    });
}

#[test]
fn the_author_hears_what_a_helper_sends_in_their_name() {
    on_each_engine(async |world| {
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        let offered = offer(&wang, &[Scope::Propose]).await;
        let helper = acting(world, &li, &offered).await;
        say(&helper, "路灯坏了").await;
        let contest = world.collecting().await;
        world.propose(&helper, contest, "加灯").await;
        assert_eq!(told(&wang).await, [line("sent", Why::Sent), line("sent", Why::Sent)]);
        assert_eq!(told(&li).await, []);
    });
}

fn department(world: &World, staff: &'static str) -> (DepartmentId, StaffId) {
    let made = world.store.write_now(move |tx| {
        let name = Bilingual { zh: "物业".to_owned(), en: "Property company".to_owned() };
        let id = departments::rows::insert_department(tx, CommunityId(1), &name)?;
        let role = StaffRole::Reviewer { department: id };
        let reviewer = create_staff(tx, CommunityId(1), staff, "no password opens this", role)?;
        Ok::<_, Failure>((id, reviewer))
    });
    made.unwrap()
}

#[test]
fn a_department_hears_of_what_becomes_its_duty() {
    on_each_engine(async |world| {
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let (id, reviewer) = department(world, "of the property company");
        let (_, other) = department(world, "of another company");
        let submission = say(&wang, "路灯坏了").await;
        let to = Owner::Department { id };
        let reason = Said::parse("归物业修").unwrap();
        act(&organiser, submission, &Command::PassOn { to, reason }).await;
        let duties = format!(
            "SELECT COUNT(*) FROM notices
             WHERE kind = 'staff' AND person_id = {reviewer} AND why = 'duty' AND seq = 2"
        );
        assert_eq!(world.number(duties.leak()), 1);
        let all = format!(
            "SELECT COUNT(*) FROM notices
             WHERE kind = 'staff' AND person_id IN ({reviewer}, {other})"
        );
        assert_eq!(world.number(all.leak()), 1);
        assert_eq!(told(&wang).await, [line("passed_on", Why::Sent)]);
    });
}

#[test]
fn what_is_late_goes_up_by_itself_once_to_each_level() {
    on_each_engine(async |world| {
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let id = say(&wang, "路灯坏了").await;
        // The first word is owed by the 3rd; the 4th is the first day after.
        world.clock.set(day(2));
        assert_eq!(world.tick().await.n_escalated, 0);
        world.clock.set(day(3));
        assert_eq!(world.tick().await.n_escalated, 1);
        assert_eq!(world.tick().await.n_escalated, 0);
        world.clock.set(day(10));
        assert_eq!(world.tick().await.n_escalated, 1);
        assert_eq!(world.tick().await.n_escalated, 0);
        let wang = world.resident("wang").await;
        let items = inbox(&wang).await.items;
        let levels: Vec<_> = items.iter().map(|item| step(item).2).collect();
        assert!(matches!(
            levels[..],
            [
                Event::Escalated { to: Escalation::Street, .. },
                Event::Escalated { to: Escalation::Office, n_days: 1 }
            ]
        ));
        drop(organiser);
        let organiser = world.organiser().await;
        let duties = told(&organiser).await;
        assert_eq!(duties[0], line("escalated", Why::Duty));
        // The first word given, the decision is another duty, and goes up by itself again.
        act(&organiser, id, &acknowledge()).await;
        world.clock.set(day(60));
        assert_eq!(world.tick().await.n_escalated, 1);
        assert_eq!(world.number("SELECT COUNT(*) FROM escalations"), 3);
    });
}

#[test]
fn two_servers_let_it_go_up_once() {
    on_each_engine(async |world| {
        say(&world.resident("wang").await, "路灯坏了").await;
        let (_, other) = world.reaching(huiyin_backend::notices::channels::Reach::default());
        world.clock.set(day(3));
        let (one, two) = tokio::join!(world.tick(), huiyin_backend::tick::tick(&other));
        assert_eq!(one.n_escalated + two.n_escalated, 1);
        let events = "SELECT COUNT(*) FROM events WHERE kind = 'escalated'";
        assert_eq!(world.number(events), 1);
        assert_eq!(world.tick().await, Ticked::default());
    });
}

#[test]
fn what_was_read_is_read_and_what_came_meanwhile_is_not() {
    on_each_engine(async |world| {
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let id = say(&wang, "路灯坏了").await;
        act(&organiser, id, &acknowledge()).await;
        let shown = inbox(&wang).await;
        assert_eq!((shown.n_unread, step(&shown.items[0]).0.is_read), (1, false));
        assert_eq!(step(&shown.items[0]).1, "路灯坏了");
        act(&organiser, id, &no()).await;
        let until_seq = step(&shown.items[0]).0.seq;
        let read = ReadForm::Submission { id, until_seq };
        let after: Inbox = wang.post(&here("/notices/read"), &read).await.ok();
        assert_eq!(after.n_unread, 1);
        let all = ReadForm::Until { at: after.items[0].at() };
        let after: Inbox = wang.post(&here("/notices/read"), &all).await.ok();
        assert_eq!(after.n_unread, 0);
        assert!(after.items.iter().all(|item| step(item).0.is_read));
        // Reading is each person's own.
        assert_eq!(inbox(&organiser).await.n_unread, 1);
    });
}

#[test]
fn the_inbox_comes_in_parts_without_gaps() {
    on_each_engine(async |world| {
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        for number in 0..32 {
            say(&wang, &format!("路灯{number}坏了")).await;
        }
        let first = inbox(&organiser).await;
        assert_eq!((first.items.len(), first.n_unread), (30, 32));
        let after = first.next.unwrap();
        let rest: Inbox = organiser.get(&here(&format!("/notices?after={after}"))).await.ok();
        assert_eq!((rest.items.len(), rest.next), (2, None));
        let refused = organiser.get(&here("/notices?after=x")).await;
        assert_eq!(refused.status, 400);
    });
}

#[test]
fn a_guest_has_no_inbox_and_nothing_to_choose() {
    on_each_engine(async |world| {
        let guest = world.guest();
        for path in ["/notices", "/notices/choices", "/desk/calls"] {
            assert_eq!(guest.get(&here(path)).await.refusal(), Refusal::SignInFirst);
        }
        let form = ChoicesForm::default();
        let refused = guest.post(&here("/notices/choices"), &form).await;
        assert_eq!(refused.refusal(), Refusal::SignInFirst);
        let wang = world.resident("wang").await;
        assert_eq!(wang.get(&here("/desk/calls")).await.refusal(), Refusal::StaffOnly);
    });
}

#[test]
fn who_has_not_used_the_app_for_long_is_called_and_told_once() {
    on_each_engine(async |world| {
        let id = say(&world.resident("wang").await, "路灯坏了").await;
        let organiser = world.organiser().await;
        act(&organiser, id, &acknowledge()).await;
        let calls: CallList = organiser.get(&here("/desk/calls")).await.ok();
        assert_eq!((calls.total, calls.items.len()), (0, 0));
        world.clock.set(day(31));
        let organiser = world.organiser().await;
        let calls: CallList = organiser.get(&here("/desk/calls")).await.ok();
        let [call] = &calls.items[..] else { panic!("{calls:?}") };
        assert_eq!((call.submission, call.name.as_str()), (id, "wang"));
        assert_eq!((call.was_chosen, call.phone.as_ref()), (false, None));
        assert_eq!(call.told[0].event.name(), "acknowledged");
        // What happens while they talk is told another time.
        act(&organiser, id, &no()).await;
        let done = CallDone { until_seq: call.told[0].seq, outcome: CallOutcome::Told };
        let path = here(&format!("/desk/calls/{id}/done"));
        for _ in 0..2 {
            let calls: CallList = organiser.post(&path, &done).await.ok();
            assert_eq!(calls.items[0].told[0].event.name(), "answered");
        }
        let events = "SELECT COUNT(*) FROM events WHERE stream LIKE 'call/%'";
        assert_eq!(world.number(events), 1);
        assert_eq!(organiser.post(&here("/desk/calls/99/done"), &done).await.status, 404);
        // Signing in and reading settles the rest.
        let wang = world.resident("wang").await;
        let calls: CallList = organiser.get(&here("/desk/calls")).await.ok();
        assert_eq!(calls.total, 0);
        assert_eq!(inbox(&wang).await.n_unread, 1);
    });
}

#[test]
fn whose_word_is_waited_for_too_long_is_called_and_asked() {
    on_each_engine(async |world| {
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let id = say(&wang, "路灯坏了").await;
        act(&organiser, id, &no()).await;
        let read = wang.post(&here("/notices/read"), &ReadForm::Until { at: day(1) }).await;
        assert_eq!(read.status, 200, "{}", read.text());
        let calls = async |by: &Person| by.get(&here("/desk/calls")).await.ok::<CallList>();
        assert_eq!(calls(&organiser).await.total, 0);
        world.clock.set(day(20));
        // Staff have to sign in anew after so long.
        let organiser = world.organiser().await;
        let list = calls(&organiser).await;
        let [call] = &list.items[..] else { panic!("{list:?}") };
        assert_eq!((call.submission, call.is_asked), (id, true));
        assert_eq!(call.told[0].event.name(), "answered");
        // Who does not answer is called again, but not on the same day.
        let outcome = CallOutcome::NobodyAnswered;
        let in_vain = CallDone { until_seq: call.told[0].seq, outcome };
        let path = here(&format!("/desk/calls/{id}/done"));
        let left: CallList = organiser.post(&path, &in_vain).await.ok();
        assert_eq!((left.total, left.items.len()), (0, 0));
        assert_eq!(organiser.post(&here("/desk/calls/99/done"), &in_vain).await.status, 404);
        world.clock.set(day(21));
        let organiser = world.organiser().await;
        assert_eq!(calls(&organiser).await.items, list.items);
        // Until they have said it themselves.
        let satisfaction = huiyin_domain::feedback::Satisfaction::SoSo;
        act(&wang, id, &Command::Confirm { satisfaction, told: None }).await;
        assert_eq!(calls(&organiser).await.total, 0);
    });
}

#[test]
fn who_asked_for_calls_is_called_at_the_number_they_gave() {
    on_each_engine(async |world| {
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let form =
            ChoicesForm { phone: "138 1234 5678".to_owned(), call: true, ..Default::default() };
        let kept = wang.post(&here("/notices/choices"), &form).await;
        assert_eq!(kept.status, 200);
        // Whatever was sent stands nowhere else than where it goes with the person.
        let kept = "SELECT COUNT(*) FROM idempotency WHERE body LIKE '%13812345678%'
             OR body LIKE '%138 1234 5678%'";
        assert_eq!(world.number(kept), 0);
        let id = say(&wang, "路灯坏了").await;
        act(&organiser, id, &acknowledge()).await;
        let calls: CallList = organiser.get(&here("/desk/calls")).await.ok();
        let phone = calls.items[0].phone.as_ref().unwrap();
        assert_eq!((phone.digits(), calls.items[0].was_chosen), ("13812345678", true));
    });
}

#[test]
fn with_a_person_goes_what_tells_how_to_reach_them() {
    on_each_engine(async |world| {
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let form = ChoicesForm {
            email: "wang@example.cn".to_owned(),
            phone: "13812345678".to_owned(),
            sms: true,
            ..Default::default()
        };
        assert_eq!(wang.post(&here("/notices/choices"), &form).await.status, 200);
        let id = say(&wang, "路灯坏了").await;
        act(&organiser, id, &acknowledge()).await;
        assert_eq!(world.number("SELECT COUNT(*) FROM outbox"), 2);
        let path = here("/residents/1/commands");
        let erased = organiser.post(&path, &json!({ "kind": "erase" })).await;
        assert_eq!(erased.status, 200, "{}", erased.text());
        for sql in [
            "SELECT COUNT(*) FROM notices WHERE kind = 'resident'",
            "SELECT COUNT(*) FROM notice_choices",
            "SELECT COUNT(*) FROM outbox",
            "SELECT COUNT(*) FROM events WHERE actor_role = 'resident' AND actor_id IS NOT NULL",
            "SELECT COUNT(*) FROM events WHERE actor_role = 'resident'
                 AND actor_salt IS NOT NULL",
        ] {
            assert_eq!(world.number(sql), 0, "{sql}");
        }
        // It goes on without them, and nobody is there to be told.
        act(&organiser, id, &no()).await;
        assert_eq!(world.number("SELECT COUNT(*) FROM notices WHERE kind = 'resident'"), 0);
    });
}
