//! Coaching, told over HTTP: who asks, who helps, and that nobody else reads a word of it.

use huiyin_domain::coaching::wire::{
    AskForm, CoachingList, CoachingPage, LineKind, Offer, ProposalCoaching, Reader, VolunteerForm,
};
use huiyin_domain::coaching::{
    CoachingRefusal, Command, End, Party, Said, StageKind, Thanks, Told,
};
use huiyin_domain::contests::{Phase, Reason};
use huiyin_domain::desk::{Today, Waits};
use huiyin_domain::ids::{CoachingId, ResidentId};
use huiyin_domain::notices::wire::{Inbox, InboxItem, ReadForm};
use huiyin_domain::proposals::Command as ProposalCommand;
use huiyin_domain::refusals::Refusal;
use huiyin_domain::residents::wire::{Erased, ResidentCommand};

use crate::lifecycle::{act, differences};
use crate::people::{Answer, Person, fresh_key, here};
use crate::votes::proposal_at;
use crate::world::{World, day, on_each_engine};

const NEED: &str = "不会写为什么要装";
const SAID: &str = "先说说下雪天的事吧";

fn no(why: CoachingRefusal) -> Refusal {
    Refusal::Coaching { why }
}

fn say(words: &str) -> Command {
    Command::Say { words: Said::parse(words).unwrap() }
}

fn lay_down() -> Command {
    Command::LayDown { reason: Reason::parse("要出远门").unwrap() }
}

fn thank() -> Command {
    Command::End { thanks: Some(Thanks::parse("谢谢您").unwrap()) }
}

fn coaching_at(id: CoachingId, rest: &str) -> String {
    here(&format!("/coaching/{id}{rest}"))
}

async fn volunteer(person: &Person, willing: bool) -> Answer {
    person.post(&here("/coaching/volunteers"), &VolunteerForm { willing }).await
}

async fn ask(person: &Person, proposal: u32, words: &str) -> Answer {
    let form = AskForm { words: words.to_owned() };
    person.post(&proposal_at(proposal, "/coaching"), &form).await
}

async fn page(person: &Person, id: CoachingId) -> CoachingPage {
    person.get(&coaching_at(id, "")).await.ok()
}

/// What somebody asks of a coaching, at the version it has.
async fn command(world: &World, person: &Person, id: CoachingId, command: &Command) -> Answer {
    let version = page(&world.organiser().await, id).await.version.0;
    person.command(&coaching_at(id, "/commands"), version, command).await
}

async fn list(person: &Person) -> CoachingList {
    person.get(&here("/coaching")).await.ok()
}

async fn told(person: &Person) -> Vec<Told> {
    let inbox: Inbox = person.get(&here("/notices")).await.ok();
    let told = inbox.items.iter().filter_map(|item| match item {
        InboxItem::Coaching { notice, .. } => Some(notice.told),
        InboxItem::Submission { .. }
        | InboxItem::Council { .. }
        | InboxItem::Series { .. }
        | InboxItem::Case { .. } => None,
    });
    told.collect()
}

/// What waits for the organiser.
async fn today(world: &World) -> Vec<Waits> {
    let today: Today = world.organiser().await.get(&here("/desk/today")).await.ok();
    today.items.into_iter().map(|row| row.waits).collect()
}

pub(crate) async fn erase(world: &World, resident: u32) {
    let path = here(&format!("/residents/{resident}/commands"));
    let _: Erased = world.organiser().await.post(&path, &ResidentCommand::Erase).await.ok();
}

/// A proposal of wang's in a contest that collects, for which a coach is asked; li and zhao are
/// on the list of volunteers.
async fn asked(world: &World) -> (u32, u32, CoachingId) {
    let contest = world.collecting().await;
    let wang = world.resident("wang").await;
    let proposal = world.propose(&wang, contest, "加装扶手").await;
    for name in ["li", "zhao"] {
        let list: CoachingList = volunteer(&world.resident(name).await, true).await.ok();
        assert_eq!(list.is_volunteer, Some(true));
    }
    let page: CoachingPage = ask(&wang, proposal, NEED).await.ok();
    assert_eq!((page.stage, page.reader), (StageKind::Waiting, Reader::Author));
    (contest, proposal, page.id)
}

#[test]
fn a_volunteer_takes_a_request_and_they_talk_until_the_author_says_thanks() {
    on_each_engine(async |world| {
        let (_, proposal, id) = asked(world).await;
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        assert_eq!(told(&li).await, [Told::Wanted]);
        let waiting = list(&li).await.waiting;
        assert_eq!((waiting[0].id, waiting[0].need.as_deref()), (id, Some(NEED)));
        assert_eq!(waiting[0].due.unwrap().to_string(), "2026-09-04", "three working days");
        let before = page(&li, id).await;
        assert_eq!((before.reader, before.offers), (Reader::Volunteer, vec![Offer::Take]));
        assert!(before.lines.is_empty(), "a volunteer reads only what is needed");

        let taken: CoachingPage = command(world, &li, id, &Command::Take).await.ok();
        assert_eq!((taken.stage, taken.reader), (StageKind::Running, Reader::Coach));
        assert_eq!(taken.coach_name.as_deref(), Some("li"));
        assert_eq!(told(&wang).await, [Told::Found]);
        let spoken: CoachingPage = command(world, &li, id, &say(SAID)).await.ok();
        assert_eq!(spoken.due, None, "the first word was said");
        let _: CoachingPage = command(world, &wang, id, &say("上个月摔过一个人")).await.ok();
        let read = page(&wang, id).await;
        let lines: Vec<_> = read.lines.iter().map(|line| (line.kind, line.by)).collect();
        let said = LineKind::Said;
        let expected =
            [(LineKind::Need, Party::Author), (said, Party::Coach), (said, Party::Author)];
        assert_eq!(lines, expected);
        assert_eq!(told(&wang).await, [Told::Said, Told::Found]);
        assert_eq!(told(&li).await, [Told::Said, Told::Wanted]);

        let over: CoachingPage = command(world, &wang, id, &thank()).await.ok();
        assert_eq!(over.end, Some(End::ByAuthor { thanked: true }));
        assert_eq!(told(&li).await[0], Told::Thanked);
        let thanks = page(&li, id).await.lines.pop().unwrap();
        assert_eq!((thanks.kind, thanks.words.as_str()), (LineKind::Thanks, "谢谢您"));
        let later = command(world, &li, id, &say("不客气")).await;
        assert_eq!(later.refusal(), no(CoachingRefusal::NotYours), "what has ended stays so");
        let twice = command(world, &wang, id, &thank()).await.refusal();
        assert_eq!(twice, no(CoachingRefusal::NotAtThisStage { stage: StageKind::Ended }));
        let again: CoachingPage = ask(&wang, proposal, "").await.ok();
        assert!(again.id != id && again.need.is_none(), "words may be left out");
        let at_proposal: ProposalCoaching =
            wang.get(&proposal_at(proposal, "/coaching")).await.ok();
        assert_eq!((at_proposal.open, at_proposal.ended), (Some(again.id), vec![id]));
        assert_eq!(differences(world), []);
    });
}

#[test]
fn nobody_else_reads_a_word_of_it() {
    on_each_engine(async |world| {
        let (_, proposal, id) = asked(world).await;
        let (li, zhao) = (world.resident("li").await, world.resident("zhao").await);
        let _: CoachingPage = command(world, &li, id, &Command::Take).await.ok();
        let _: CoachingPage = command(world, &li, id, &say(SAID)).await.ok();
        let (qian, reviewer) = (world.resident("qian").await, world.reviewer(1).await);
        for stranger in [&zhao, &qian, &reviewer] {
            let answer = stranger.get(&coaching_at(id, "")).await;
            assert_eq!(answer.refusal(), no(CoachingRefusal::NotYours));
            let said = command(world, stranger, id, &say("我也说一句")).await;
            assert_eq!(said.status, 403);
        }
        let guest = world.guest();
        assert_eq!(guest.get(&coaching_at(id, "")).await.refusal(), Refusal::SignInFirst);
        assert_eq!(guest.get(&here("/coaching")).await.refusal(), Refusal::SignInFirst);
        let stranger = zhao.get(&proposal_at(proposal, "/coaching")).await.refusal();
        assert_eq!(stranger, Refusal::NotYourProposal);
        assert_eq!(list(&qian).await.waiting, [], "not a volunteer");
        assert!(list(&zhao).await.running.is_empty(), "what another coaches is not listed");
        assert_eq!(page(&world.organiser().await, id).await.lines.len(), 2, "the office reads");
        let public = guest.get(&proposal_at(proposal, "")).await;
        assert!(!public.text().contains(NEED) && !public.text().contains(SAID));
        let recorded = "SELECT COUNT(*) FROM events WHERE stream LIKE 'coaching/%'
             AND (body LIKE '%下雪天%' OR reason IS NOT NULL)";
        assert_eq!(world.number(recorded), 0, "nothing that was said stands in the record");
        let missing = zhao.get(&coaching_at(CoachingId(99), "")).await;
        assert_eq!(missing.status, 404);
    });
}

#[test]
fn one_request_at_once_and_never_an_author_as_coach() {
    on_each_engine(async |world| {
        let (_, proposal, id) = asked(world).await;
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        let second = ask(&wang, proposal, "再来一位").await.refusal();
        assert_eq!(second, no(CoachingRefusal::AskedAlready));
        assert_eq!(ask(&li, proposal, "").await.refusal(), Refusal::NotYourProposal);
        assert_eq!(ask(&world.guest(), proposal, "").await.refusal(), Refusal::SignInFirst);
        let staff = ask(&world.organiser().await, proposal, "").await.refusal();
        assert_eq!(staff, Refusal::ResidentsOnly);
        let long = ask(&wang, proposal, &"长".repeat(301)).await;
        assert_eq!(long.refusal(), no(CoachingRefusal::AskedAlready), "who and when come first");

        let _: CoachingList = volunteer(&wang, true).await.ok();
        let own = command(world, &wang, id, &Command::Take).await.refusal();
        assert_eq!(own, no(CoachingRefusal::AuthorCannotCoach));
        assert!(list(&wang).await.waiting.is_empty(), "one's own is not on the list");
        let qian = world.resident("qian").await;
        let stranger = command(world, &qian, id, &Command::Take).await.refusal();
        assert_eq!(stranger, no(CoachingRefusal::NotAVolunteer));
        let organiser = world.organiser().await;
        let name = |id| Command::Name { volunteer: ResidentId(id) };
        let author = command(world, &organiser, id, &name(1)).await.refusal();
        assert_eq!(author, no(CoachingRefusal::AuthorCannotCoach));
        let unknown = command(world, &organiser, id, &name(4)).await.refusal();
        assert_eq!(unknown, no(CoachingRefusal::NoSuchVolunteer));
        let by_resident = command(world, &li, id, &name(2)).await.refusal();
        assert_eq!(by_resident, Refusal::OrganiserOnly);
        let version = page(&li, id).await.version.0;
        let named: CoachingPage = command(world, &organiser, id, &name(2)).await.ok();
        assert_eq!((named.stage, named.coach_name.as_deref()), (StageKind::Running, Some("li")));
        assert_eq!(told(&li).await[0], Told::Named);
        let late = world.resident("zhao").await;
        let late = late.command(&coaching_at(id, "/commands"), version, &Command::Take).await;
        assert!(matches!(late.refusal(), Refusal::Stale { .. }), "{late:?}");
    });
}

#[test]
fn a_retried_word_is_said_once() {
    on_each_engine(async |world| {
        let (contest, proposal, id) = asked(world).await;
        let li = world.resident("li").await;
        let _: CoachingPage = command(world, &li, id, &Command::Take).await.ok();
        let (path, key) = (coaching_at(id, "/commands"), fresh_key());
        let first = li.post_with_key(&path, &say(SAID), &key).await;
        let again = li.post_with_key(&path, &say(SAID), &key).await;
        assert_eq!((first.status, &first.body), (again.status, &again.body));
        let said = "SELECT COUNT(*) FROM coaching_words WHERE kind = 'said'";
        assert_eq!(world.number(said), 1);
        let bare = li.post(&path, &lay_down()).await;
        assert_eq!(bare.status, 400, "only words need no version");

        let wang = world.resident("wang").await;
        let second = world.propose(&wang, contest, "换楼道灯").await;
        let (path, key) = (proposal_at(second, "/coaching"), fresh_key());
        let form = AskForm { words: NEED.to_owned() };
        let first = wang.post_with_key(&path, &form, &key).await;
        let again = wang.post_with_key(&path, &form, &key).await;
        assert_eq!((first.status.as_u16(), &first.body), (201, &again.body));
        assert_ne!(second, proposal);
        assert_eq!(world.number("SELECT COUNT(*) FROM coachings"), 2);
    });
}

#[test]
fn the_desk_sees_who_waits_and_which_coach_is_silent() {
    on_each_engine(async |world| {
        let (_, _, id) = asked(world).await;
        let waits = Waits::Coach { id, title: "加装扶手".to_owned() };
        assert!(today(world).await.contains(&waits));
        let li = world.resident("li").await;
        let _: CoachingPage = command(world, &li, id, &Command::Take).await.ok();
        assert!(!today(world).await.contains(&waits));
        world.clock.set(day(7));
        let silent = Waits::CoachSilent { id, title: "加装扶手".to_owned() };
        assert!(today(world).await.contains(&silent));
        let organiser = world.organiser().await;
        let wang = world.resident("wang").await;
        let by_author = command(world, &wang, id, &lay_down()).await.refusal();
        assert_eq!(by_author, no(CoachingRefusal::NotTheCoach));
        let freed: CoachingPage = command(world, &organiser, id, &lay_down()).await.ok();
        assert_eq!((freed.stage, freed.n_days_late), (StageKind::Waiting, 0));
        assert_eq!(told(&wang).await[0], Told::LaidDown);
        let li = world.resident("li").await;
        assert_eq!(told(&li).await[0], Told::LaidDown);
        // It waits again, with another day, and anybody on the list may take it.
        let zhao = world.resident("zhao").await;
        let _: CoachingPage = command(world, &zhao, id, &Command::Take).await.ok();
        let laid: CoachingPage = command(world, &zhao, id, &lay_down()).await.ok();
        assert_eq!((laid.stage, laid.reader), (StageKind::Waiting, Reader::Volunteer));
        let reasons = laid.lines.len();
        assert_eq!(reasons, 0, "who has laid it down reads no more");
    });
}

#[test]
fn it_ends_by_itself_when_the_text_stands_fast() {
    on_each_engine(async |world| {
        let (contest, proposal, id) = asked(world).await;
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        let _: CoachingPage = command(world, &li, id, &Command::Take).await.ok();
        // Sent back to be mended it goes on.
        let what = Reason::parse("请写清楚几单元").unwrap();
        let organiser = world.organiser().await;
        act(&organiser, proposal, &ProposalCommand::Return { what }).await;
        assert_eq!(page(&wang, id).await.stage, StageKind::Running);
        act(&wang, proposal, &ProposalCommand::Withdraw).await;
        let over = page(&wang, id).await;
        assert_eq!((over.stage, over.end), (StageKind::Ended, Some(End::ByItself)));
        for person in [&wang, &li] {
            assert_eq!(told(person).await[0], Told::Over);
        }
        // Where only the contest goes on, it ends with the tick.
        let second = world.propose(&wang, contest, "换楼道灯").await;
        let asked: CoachingPage = ask(&wang, second, "").await.ok();
        let on_ballot = world.propose(&wang, contest, "修雨水管").await;
        world.enter(contest, &[Phase::Reviewing]).await;
        assert_eq!(world.shortlist(on_ballot, 3_000).await.status, 200);
        assert_eq!(world.tick().await.n_coached_out, 0);
        world.enter(contest, &[Phase::Notice]).await;
        let refused = command(world, &li, asked.id, &Command::Take).await.refusal();
        assert_eq!(refused, no(CoachingRefusal::TextStandsFast), "before that is written down");
        assert_eq!(world.tick().await.n_coached_out, 1);
        assert_eq!(world.tick().await.n_coached_out, 0);
        assert_eq!(page(&wang, asked.id).await.end, Some(End::ByItself));
        let late = ask(&wang, second, "").await.refusal();
        assert_eq!(late, no(CoachingRefusal::TextStandsFast));
        assert_eq!(differences(world), []);
    });
}

#[test]
fn whoever_leaves_coaches_no_more_and_their_words_go_with_them() {
    on_each_engine(async |world| {
        let (_, _, id) = asked(world).await;
        let li = world.resident("li").await;
        let _: CoachingPage = command(world, &li, id, &Command::Take).await.ok();
        let _: CoachingPage = command(world, &li, id, &say(SAID)).await.ok();
        erase(world, 2).await;
        let left = page(&world.resident("wang").await, id).await;
        assert_eq!((left.stage, left.lines.len()), (StageKind::Waiting, 1));
        assert_eq!(left.lines[0].kind, LineKind::Need);
        for sql in [
            "SELECT COUNT(*) FROM coaching_volunteers WHERE resident_id = 2",
            "SELECT COUNT(*) FROM coaching_notices WHERE resident_id = 2",
            "SELECT COUNT(*) FROM coaching_words WHERE resident_id = 2",
        ] {
            assert_eq!(world.number(sql), 0, "{sql}");
        }
        // With the only author goes what they asked for.
        erase(world, 1).await;
        let gone = page(&world.organiser().await, id).await;
        assert_eq!((gone.end, gone.lines.len()), (Some(End::ByItself), 0));
    });
}

#[test]
fn what_was_looked_at_was_read_and_who_leaves_the_list_takes_nothing() {
    on_each_engine(async |world| {
        let (_, _, id) = asked(world).await;
        let li = world.resident("li").await;
        let inbox: Inbox = li.get(&here("/notices")).await.ok();
        assert_eq!(inbox.n_unread, 1);
        let form = ReadForm::Coaching { id, until_seq: 1 };
        let inbox: Inbox = li.post(&here("/notices/read"), &form).await.ok();
        assert_eq!(inbox.n_unread, 0);
        let list: CoachingList = volunteer(&li, false).await.ok();
        assert_eq!((list.is_volunteer, list.waiting.len()), (Some(false), 0));
        let late = command(world, &li, id, &Command::Take).await.refusal();
        assert_eq!(late, no(CoachingRefusal::NotAVolunteer));
        let staff = volunteer(&world.organiser().await, true).await.refusal();
        assert_eq!(staff, Refusal::ResidentsOnly);
        let guest = volunteer(&world.guest(), true).await.refusal();
        assert_eq!(guest, Refusal::SignInFirst);
    });
}
