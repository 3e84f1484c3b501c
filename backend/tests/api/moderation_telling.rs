//! Stories of what the authors of objections and of words on projects are told of their cases.

use huiyin_domain::contests::Phase;
use huiyin_domain::delivery::wire::ProjectPage;
use huiyin_domain::delivery::{Command as Works, Says};
use huiyin_domain::ids::{CaseId, ObjectionId, ProposalId};
use huiyin_domain::moderation::wire::{CasePage, Reported, Standing};
use huiyin_domain::moderation::{About, Command, Told, VoiceRef};
use huiyin_domain::notices::wire::{Inbox, InboxItem, ReadForm};
use huiyin_domain::objections::wire::ObjectionsPage;
use huiyin_domain::objections::{Against, ObjectionForm};
use huiyin_domain::time::DAY_MS;

use crate::carriers::Book;
use crate::coaching::erase;
use crate::delivery::{act, begin, won};
use crate::messages::{by_sms, choose, n_sent, sms};
use crate::moderation::{BAD, ask, case_at, hide, report_of, restore};
use crate::people::{Person, fresh_key, here};
use crate::submissions::said;
use crate::votes::{contest_at, reason};
use crate::world::{World, on_each_engine};

async fn inbox(person: &Person) -> Inbox {
    person.get(&here("/notices")).await.ok()
}

/// What somebody was told of cases: of which, about what, what, and is it still unread? The
/// newest first.
fn heard(inbox: &Inbox) -> Vec<(CaseId, About, Told, bool)> {
    let of_cases = inbox.items.iter().filter_map(|item| match item {
        InboxItem::Case { notice, about } => {
            Some((notice.case, *about, notice.told, !notice.is_read))
        }
        InboxItem::Submission { .. }
        | InboxItem::Council { .. }
        | InboxItem::Series { .. }
        | InboxItem::Coaching { .. } => None,
    });
    of_cases.collect()
}

/// What a neighbour has reported.
async fn reported(world: &World, about: About) -> CaseId {
    let zhao = world.resident("zhao").await;
    let reported: Reported = zhao.post(&here("/moderation/reports"), &report_of(about)).await.ok();
    reported.case
}

/// Li's objection against the rules of a contest.
async fn objected(world: &World, li: &Person) -> ObjectionId {
    let vote = world.reviewed().await;
    world.enter(vote.contest, &[Phase::Notice]).await;
    let form = ObjectionForm { against: Some(Against::Rules), words: BAD.to_owned() };
    let page: ObjectionsPage = li.post(&contest_at(vote.contest, "/objections"), &form).await.ok();
    page.items[0].id
}

/// Li's word on a project whose work is finished.
async fn voiced(world: &World, li: &Person) -> About {
    let (_, id) = won(world).await;
    let page: ProjectPage = begin(world, id).await.ok();
    let until = page.now.plus_millis(7 * DAY_MS).in_china().date();
    let finish = Works::Finish { words: said("装好了"), photos: Vec::new(), until };
    act(&world.organiser().await, id, &finish).await;
    act(li, id, &Works::Say { says: Says::NotDone { words: said(BAD) } }).await;
    About::Voice(VoiceRef { project: ProposalId(id), n: 1 })
}

#[test]
fn the_author_of_an_objection_hears_once_of_each_decision_and_nobody_else_does() {
    on_each_engine(async |world| {
        let (li, office) = (world.resident("li").await, world.organiser().await);
        let id = objected(world, &li).await;
        let (about, before) = (About::Objection(id), inbox(&li).await);
        let case = reported(world, about).await;
        assert_eq!(inbox(&li).await, before, "a report is no decision");

        // The answer to the first was lost, and it is sent again.
        let page: CasePage = office.get(&case_at(case.0, "")).await.ok();
        let (path, key) = (case_at(case.0, "/commands"), fresh_key());
        for _ in 0..2 {
            let hidden = office.command_with_key(&path, page.version.0, &hide(), &key).await;
            assert_eq!(hidden.status, 200, "{}", hidden.text());
        }
        let hidden = inbox(&li).await;
        assert_eq!(heard(&hidden), [(case, about, Told::Hidden, true)]);
        assert_eq!(hidden.n_unread, before.n_unread + 1);
        for person in [&world.resident("wang").await, &world.resident("zhao").await, &office] {
            assert_eq!(heard(&inbox(person).await), []);
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM case_notices"), 1);

        // Whoever has looked at the case has read it, and knows of their own appeal.
        let plea = Command::Appeal { words: reason("我没有骂人。") };
        let page: CasePage = ask(&li, case.0, &plea).await.ok();
        let seen = ReadForm::Case { id: case, until_seq: page.version.0.into() };
        let read: Inbox = li.post(&here("/notices/read"), &seen).await.ok();
        assert_eq!(heard(&read), [(case, about, Told::Hidden, false)]);
        assert_eq!(read.n_unread, before.n_unread);

        let uphold = Command::Uphold { words: reason("还是骂人。") };
        let page: CasePage = ask(&office, case.0, &uphold).await.ok();
        assert_eq!(page.row.standing, Standing::Upheld);
        let upheld = inbox(&li).await;
        let both = [(case, about, Told::Upheld, true), (case, about, Told::Hidden, false)];
        assert_eq!(heard(&upheld), both);
        assert_eq!(upheld.n_unread, before.n_unread + 1);
        let all = ReadForm::Until { at: upheld.items[0].at() };
        let read: Inbox = li.post(&here("/notices/read"), &all).await.ok();
        assert_eq!(read.n_unread, 0);
    });
}

#[test]
fn it_goes_out_once_on_the_ways_they_chose_without_what_was_said() {
    on_each_engine(async |world| {
        let book = Book::new([]);
        let (_, app) = world.reaching(sms(&book));
        let (li, office) = (world.resident("li").await, world.organiser().await);
        let id = objected(world, &li).await;
        choose(&li, &by_sms()).await;
        let case = reported(world, About::Objection(id)).await;
        let _: CasePage = ask(&office, case.0, &hide()).await.ok();
        assert_eq!(world.number("SELECT COUNT(*) FROM outbox WHERE room = 'case'"), 1);
        assert_eq!((n_sent(&app).await, n_sent(&app).await), (1, 0));
        let seen = book.seen();
        let [(_, words)] = &seen[..] else { panic!("{seen:?}") };
        assert!(words.contains(&format!("您提的异议(第{id}条)被隐藏了")), "{words}");
        assert!(!words.contains(BAD) && !words.contains("骂了人"), "{words}");
        // What was read before it went out is not sent.
        let page: CasePage = ask(&office, case.0, &restore()).await.ok();
        let seen = ReadForm::Case { id: case, until_seq: page.version.0.into() };
        let _: Inbox = li.post(&here("/notices/read"), &seen).await.ok();
        assert_eq!((n_sent(&app).await, book.seen().len()), (0, 1));
        assert_eq!(world.number("SELECT COUNT(*) FROM outbox WHERE state = 'needless'"), 1);
    });
}

#[test]
fn the_author_of_a_word_on_a_project_hears_that_it_is_back_and_nothing_once_they_have_left() {
    on_each_engine(async |world| {
        let (li, office) = (world.resident("li").await, world.organiser().await);
        let about = voiced(world, &li).await;
        let case = reported(world, about).await;
        let _: CasePage = ask(&office, case.0, &hide()).await.ok();
        let _: CasePage = ask(&office, case.0, &restore()).await.ok();
        let both = [(case, about, Told::Restored, true), (case, about, Told::Hidden, true)];
        assert_eq!(heard(&inbox(&li).await), both);

        erase(world, 2).await;
        assert_eq!(world.number("SELECT COUNT(*) FROM case_notices"), 0);
        let again = reported(world, about).await;
        assert_ne!(again, case);
        let page: CasePage = ask(&office, again.0, &hide()).await.ok();
        assert_eq!(page.row.standing, Standing::Hidden);
        assert_eq!(world.number("SELECT COUNT(*) FROM case_notices"), 0);
    });
}
