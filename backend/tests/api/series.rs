//! Series: topics, times and answers, up to the close.

use std::collections::BTreeMap;

use huiyin_backend::record::verify::{What, verify};
use huiyin_domain::channels::Channel;
use huiyin_domain::councils::rules::RoomForm;
use huiyin_domain::councils::series::wire::{
    Marks, SeriesList, SeriesPage, Support, TopicList, TopicRow, WhoAnswered,
};
use huiyin_domain::councils::series::{
    AnswerForm, Command, Mark, Needs, NeedsForm, Offer, SeriesForm, SlotForm, StageKind,
};
use huiyin_domain::councils::{CouncilRefusal, Group, Reason};
use huiyin_domain::entering::{AnswerEntry, Received};
use huiyin_domain::feedback::wire::Taken;
use huiyin_domain::feedback::{OpinionForm, SendAs, StageKind as FeedbackStage};
use huiyin_domain::helping::Scope;
use huiyin_domain::ids::{ResidentId, SlotId, StaffId, SubmissionId};
use huiyin_domain::problems::FieldFault;
use huiyin_domain::refusals::Refusal;
use huiyin_domain::time::{Moment, parse_day};
use huiyin_domain::times::{Attend, TimesForm, WeekTime, When};

use crate::entering::{day_of, on_paper};
use crate::helping::{acting, offer};
use crate::people::{Answer, Person, fresh_key, here};
use crate::world::{day, on_each_engine};

pub(crate) fn at(id: u32, rest: &str) -> String {
    here(&format!("/series/{id}{rest}"))
}

pub(crate) fn reason(words: &str) -> Reason {
    Reason::parse(words).unwrap()
}

pub(crate) fn council(why: CouncilRefusal) -> Refusal {
    Refusal::Council { why }
}

/// Three evenings and weekends of September, none of them near a holiday.
pub(crate) const TIMES: [(&str, &str, &str); 3] = [
    ("2026-09-15", "19:30", "21:00"),
    ("2026-09-19", "09:30", "11:00"),
    ("2026-09-19", "14:30", "16:00"),
];

pub(crate) fn slot((on, from, until): (&str, &str, &str)) -> SlotForm {
    SlotForm {
        day: on.into(),
        from: from.into(),
        until: until.into(),
        room: RoomForm { room: "议事厅".into(), seats: "40".into(), ..RoomForm::default() },
        ..SlotForm::default()
    }
}

pub(crate) fn slots(times: &[(&str, &str, &str)]) -> Command {
    Command::AddSlots { slots: times.iter().copied().map(slot).collect() }
}

pub(crate) fn needs(n_sessions: u32, quorum: u32) -> Command {
    let form = NeedsForm {
        n_sessions: n_sessions.to_string(),
        quorum: quorum.to_string(),
        min_gap_days: "0".into(),
        ..NeedsForm::from(&Needs::default())
    };
    Command::SetNeeds { form }
}

/// The poll closes a week after the beginning of the stories.
pub(crate) fn open_poll() -> Command {
    Command::OpenPoll { until: day(7) }
}

pub(crate) async fn read(person: &Person, id: u32) -> SeriesPage {
    person.get(&at(id, "")).await.ok()
}

/// Asks something of a series as it is now.
pub(crate) async fn ask(person: &Person, id: u32, command: &Command) -> Answer {
    let version = read(person, id).await.series.version.0;
    person.command(&at(id, "/commands"), version, command).await
}

pub(crate) async fn begin(organiser: &Person) -> u32 {
    let form =
        SeriesForm { title: "楼道灯怎么换".into(), about: "商量换哪种灯。".into() };
    let page: SeriesPage = organiser.post(&here("/series"), &form).await.ok();
    page.series.id.0
}

/// A series about whose three times residents are asked.
pub(crate) async fn polled(organiser: &Person) -> u32 {
    let id = begin(organiser).await;
    for command in [slots(&TIMES), needs(1, 0), open_poll()] {
        ask(organiser, id, &command).await.ok::<SeriesPage>();
    }
    id
}

/// An answer with these marks for the first times: `2` can, `1` if need be, `0` cannot.
pub(crate) fn marked(marks: &str) -> AnswerForm {
    let mark = |mark| match mark {
        '2' => Mark::Can,
        '1' => Mark::IfNeedBe,
        _ => Mark::Cannot,
    };
    AnswerForm {
        marks: (1..).map(SlotId).zip(marks.chars().map(mark)).collect(),
        attend: Some(Attend::InPerson),
        group: None,
    }
}

pub(crate) async fn answer(person: &Person, id: u32, marks: &str) -> SeriesPage {
    person.post(&at(id, "/answer"), &marked(marks)).await.ok()
}

pub(crate) async fn topic(person: &Person, words: &str) -> SubmissionId {
    let form = OpinionForm {
        sent_as: SendAs::Topic,
        words: words.into(),
        where_words: "3号楼".into(),
        ..OpinionForm::default()
    };
    let taken: Taken = person.post(&here("/feedback"), &form).await.ok();
    taken.id
}

pub(crate) async fn support(person: &Person, id: SubmissionId, supports: bool) -> Answer {
    person.post(&here(&format!("/councils/topics/{id}/support")), &Support { supports }).await
}

async fn topics(person: &Person) -> TopicList {
    person.get(&here("/councils/topics")).await.ok()
}

#[test]
fn topics_are_ranked_by_who_supports_them_and_nobody_counts_twice() {
    on_each_engine(async |world| {
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        let lamps = topic(&wang, "楼道灯换成声控的").await;
        let bikes = topic(&li, "电动车在哪里充电").await;
        assert_eq!(topics(&wang).await.items[0].id, lamps, "of two alike the older one");
        for _ in 0..2 {
            let row: TopicRow = support(&wang, bikes, true).await.ok();
            assert_eq!((row.n_supports, row.supports, row.is_mine), (2, true, false));
        }
        let list = topics(&wang).await;
        assert_eq!(list.items.iter().map(|row| row.id).collect::<Vec<_>>(), [bikes, lamps]);
        assert!(list.may_support && list.items[1].is_mine && list.items[1].supports);
        // One's own is supported from the start, and stays so.
        let own: TopicRow = support(&wang, lamps, false).await.ok();
        assert_eq!((own.n_supports, own.supports), (1, true));
        let row: TopicRow = support(&wang, bikes, false).await.ok();
        assert_eq!((row.n_supports, row.supports), (1, false));
        assert_eq!(world.number("SELECT COUNT(*) FROM events WHERE stream LIKE 'topic/%'"), 2);
    });
}

#[test]
fn only_residents_support_and_only_topics_that_stand() {
    on_each_engine(async |world| {
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        let organiser = world.organiser().await;
        let id = topic(&wang, "楼道灯换成声控的").await;
        let asked = [(world.guest(), Refusal::SignInFirst), (organiser, Refusal::ResidentsOnly)];
        for (person, refusal) in asked {
            assert_eq!(support(&person, id, true).await.refusal(), refusal);
            assert!(!topics(&person).await.may_support);
        }
        assert_eq!(support(&li, SubmissionId(99), true).await.status, 404);
        let opinion =
            OpinionForm { sent_as: SendAs::Opinion, ..crate::submissions::form("路灯坏了") };
        let other: Taken = wang.post(&here("/feedback"), &opinion).await.ok();
        let refusal = support(&li, other.id, true).await.refusal();
        assert_eq!(refusal, council(CouncilRefusal::NotATopic));
        let withdraw = huiyin_domain::feedback::Command::Withdraw;
        let path = here(&format!("/feedback/{id}/commands"));
        assert_eq!(wang.command(&path, 1, &withdraw).await.status, 200);
        let stage = FeedbackStage::Withdrawn;
        let refusal = support(&li, id, true).await.refusal();
        assert_eq!(refusal, Refusal::FeedbackNotAtThisStage { stage });
        assert_eq!(topics(&li).await.items, []);
    });
}

#[test]
fn a_series_takes_topics_up_and_only_topics() {
    on_each_engine(async |world| {
        let (organiser, wang) = (world.organiser().await, world.resident("wang").await);
        let (first, second) = (topic(&wang, "换灯").await, topic(&wang, "充电").await);
        let id = begin(&organiser).await;
        let choose = |topics: Vec<SubmissionId>| Command::ChooseTopics { topics };
        let page: SeriesPage = ask(&organiser, id, &choose(vec![second, first])).await.ok();
        let chosen: Vec<_> = page.topics.iter().map(|row| row.id).collect();
        assert_eq!(chosen, [second, first]);
        assert!(topics(&wang).await.items.iter().all(|row| row.series == Some(page.series.id)));
        let twice = ask(&organiser, id, &choose(vec![first, first])).await.refusal();
        assert_eq!(twice, council(CouncilRefusal::TopicTwice));
        let none = ask(&organiser, id, &choose(vec![SubmissionId(99)])).await.refusal();
        assert_eq!(none, council(CouncilRefusal::NotATopic));
        let wish = crate::submissions::form("路灯坏了");
        let other: Taken = wang.post(&here("/feedback"), &wish).await.ok();
        let opinion = ask(&organiser, id, &choose(vec![other.id])).await.refusal();
        assert_eq!(opinion, council(CouncilRefusal::NotATopic));
        // A series that was given up leaves its topics to others.
        let cancel = Command::Cancel { reason: reason("先不开了。") };
        ask(&organiser, id, &cancel).await.ok::<SeriesPage>();
        assert!(topics(&wang).await.items.iter().all(|row| row.series.is_none()));
    });
}

#[test]
fn strangers_do_not_tend_a_series() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let id = begin(&organiser).await;
        let wang = world.resident("wang").await;
        let asked = [(world.guest(), Refusal::SignInFirst), (wang, Refusal::OrganiserOnly)];
        for (person, refusal) in asked {
            let form = SeriesForm { title: "换灯".into(), about: "换灯".into() };
            assert_eq!(person.post(&here("/series"), &form).await.refusal(), refusal);
            assert_eq!(ask(&person, id, &slots(&TIMES)).await.refusal(), refusal);
            assert_eq!(person.get(&at(id, "/plan")).await.refusal(), refusal);
            assert_eq!(person.get(&at(id, "/problem")).await.refusal(), refusal);
            assert!(read(&person, id).await.offers.is_empty());
        }
        assert_eq!(organiser.get(&at(9, "")).await.status, 404);
        let nothing = organiser.post(&here("/series"), &SeriesForm::default()).await.faults();
        assert_eq!(nothing.len(), 2);
    });
}

#[test]
fn beginning_a_series_twice_with_one_key_begins_one() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let form = SeriesForm { title: "换灯".into(), about: "换灯".into() };
        let key = fresh_key();
        for _ in 0..2 {
            let answer = organiser.post_with_key(&here("/series"), &form, &key).await;
            assert_eq!(answer.status, 201);
        }
        let list: SeriesList = organiser.get(&here("/series")).await.ok();
        assert_eq!((list.items.len(), list.may_begin), (1, true));
        // Two people who decide on the same version do not overwrite each other.
        let describe = Command::Describe { form };
        let path = at(1, "/commands");
        assert_eq!(organiser.command(&path, 1, &describe).await.status, 200);
        let late = organiser.command(&path, 1, &describe).await.refusal();
        assert!(matches!(late, Refusal::Stale { .. }));
    });
}

#[test]
fn residents_answer_change_their_mind_and_see_others_only_then() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let id = polled(&organiser).await;
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        let list: SeriesList = wang.get(&here("/series")).await.ok();
        assert!(!list.items[0].has_answered && list.items[0].until == Some(day(7)));
        answer(&li, id, "012").await;
        let before = read(&wang, id).await;
        assert_eq!((before.totals.clone(), before.n_answers), (None, 1));
        assert_eq!(before.offers, [Offer::Answer]);
        assert_eq!(read(&world.guest(), id).await.totals, None);
        let after = answer(&wang, id, "202").await;
        let counted = Marks { can: 2, if_need_be: 0, cannot: 0 };
        assert_eq!(after.totals.unwrap()[&SlotId(3)], counted);
        let kept = after.mine.unwrap().kept.unwrap();
        assert_eq!((kept.channel, kept.answer.marks[&SlotId(2)]), (Channel::App, Mark::Cannot));
        let changed = answer(&wang, id, "000").await;
        let counted = Marks { can: 1, if_need_be: 0, cannot: 1 };
        assert_eq!(changed.totals.unwrap()[&SlotId(3)], counted);
        assert_eq!(changed.n_answers, 2);
        // Nothing of what anybody said stands in the record.
        let told = "SELECT COUNT(*) FROM events WHERE stream = 'series_answers/1'";
        assert_eq!(world.number(told), 3);
        let list: SeriesList = wang.get(&here("/series")).await.ok();
        assert!(list.items[0].has_answered);
    });
}

#[test]
fn an_answer_says_something_about_every_time_and_only_residents_give_one() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let id = polled(&organiser).await;
        let wang = world.resident("wang").await;
        let faults = wang.post(&at(id, "/answer"), &marked("21")).await.faults();
        assert_eq!(faults, [("slot-3".to_owned(), FieldFault::NothingChosen)]);
        let silent = AnswerForm { attend: None, ..marked("210") };
        let faults = wang.post(&at(id, "/answer"), &silent).await.faults();
        assert_eq!(faults, [("attend".to_owned(), FieldFault::NothingChosen)]);
        let derived = AnswerForm { group: Some(Group::NeverHadAChance), ..marked("210") };
        let faults = wang.post(&at(id, "/answer"), &derived).await.faults();
        assert_eq!(faults[0].0, "group");
        let asked = [(world.guest(), Refusal::SignInFirst), (organiser, Refusal::ResidentsOnly)];
        for (person, refusal) in asked {
            let refused = person.post(&at(id, "/answer"), &marked("210")).await;
            assert_eq!(refused.refusal(), refusal);
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM series_answers"), 0);
    });
}

#[test]
fn after_the_close_only_what_was_received_before_is_taken() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let id = polled(&organiser).await;
        let wang = world.resident("wang").await;
        answer(&wang, id, "200").await;
        world.clock.set(day(8));
        let organiser = world.organiser().await;
        let late = wang.post(&at(id, "/answer"), &marked("020")).await.refusal();
        assert_eq!(late, council(CouncilRefusal::PollClosed { at: day(7) }));
        let enter = async |resident: u32, received: Received| {
            let (resident, form) = (ResidentId(resident), marked("020"));
            organiser.post(&at(id, "/answers"), &AnswerEntry { resident, received, form }).await
        };
        assert_eq!(enter(2, on_paper(day(6))).await.json(), serde_json::json!({}));
        let too_late = enter(2, on_paper(day(8))).await.refusal();
        assert_eq!(too_late, council(CouncilRefusal::PollClosed { at: day(7) }));
        // What wang said in the app is newer than his paper.
        let older = enter(1, on_paper(day(-1))).await.refusal();
        assert_eq!(older, Refusal::NewerAnswer { on: day_of(day(0)) });
        let unknown = enter(99, on_paper(day(6))).await.faults();
        assert_eq!(unknown, [("resident".to_owned(), FieldFault::UnknownResident)]);
        let stranger = wang.post(&at(id, "/answers"), &marked("020")).await;
        assert_eq!(stranger.status, 400);
        let page = read(&organiser, id).await;
        assert_eq!(page.n_answers, 2);
        // Asked again, for good reasons: what was said stays.
        let extend = Command::ExtendPoll { until: day(10), reason: reason("有人没收到。") };
        ask(&organiser, id, &extend).await.ok::<SeriesPage>();
        assert_eq!(answer(&wang, id, "020").await.n_answers, 2);
    });
}

#[test]
fn times_that_change_ask_only_about_what_is_new_and_lose_nothing() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let id = polled(&organiser).await;
        let wang = world.resident("wang").await;
        answer(&wang, id, "210").await;
        let new = slots(&[("2026-09-16", "19:30", "21:00")]);
        ask(&organiser, id, &new).await.ok::<SeriesPage>();
        let withdraw = Command::WithdrawSlot { slot: SlotId(1), reason: reason("要修屋顶。") };
        ask(&organiser, id, &withdraw).await.ok::<SeriesPage>();
        let again = ask(&organiser, id, &withdraw).await.refusal();
        assert_eq!(again, council(CouncilRefusal::UnknownSlot));
        let mine = read(&wang, id).await.mine.unwrap();
        assert_eq!(mine.open, [SlotId(4)]);
        assert_eq!(mine.form.marks.len(), 3);
        let list: SeriesList = wang.get(&here("/series")).await.ok();
        assert!(!list.items[0].has_answered);
        let form = AnswerForm {
            marks: mine.form.marks.into_iter().chain([(SlotId(4), Mark::Can)]).collect(),
            ..mine.form
        };
        let page: SeriesPage = wang.post(&at(id, "/answer"), &form).await.ok();
        let kept = page.mine.unwrap().kept.unwrap().answer.marks;
        assert_eq!((kept.len(), kept[&SlotId(1)]), (4, Mark::Can));
        assert_eq!(page.totals.unwrap()[&SlotId(1)].can, 1);
    });
}

#[test]
fn the_usual_week_fills_the_form_and_the_group_is_said_once() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let wang = world.resident("wang").await;
        let times = ["tuesday-evening"].map(|name| WeekTime::parse(name).unwrap());
        let week =
            TimesForm { when: Some(When::At), times: times.into(), attend: Some(Attend::Online) };
        wang.post(&here("/times"), &week).await.ok::<serde_json::Value>();
        let id = polled(&organiser).await;
        let mine = read(&wang, id).await.mine.unwrap();
        let by_week = [(1, Mark::Can), (2, Mark::Cannot), (3, Mark::Cannot)];
        let by_week: BTreeMap<_, _> = by_week.map(|(id, mark)| (SlotId(id), mark)).into();
        assert_eq!((mine.kept, &mine.by_week, &mine.form.marks), (None, &by_week, &by_week));
        assert_eq!((mine.form.attend, mine.form.group), (Some(Attend::Online), None));
        assert_eq!(mine.open.len(), 3);
        let form = AnswerForm { group: Some(Group::Retired), ..mine.form };
        wang.post(&at(id, "/answer"), &form).await.ok::<SeriesPage>();
        let next = polled(&organiser).await;
        let mine = read(&wang, next).await.mine.unwrap();
        assert_eq!(mine.form.group, Some(Group::Retired));
    });
}

#[test]
fn the_office_sees_who_is_silent_and_nobody_else_does() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        let never = TimesForm { when: Some(When::Never), ..TimesForm::default() };
        li.post(&here("/times"), &never).await.ok::<serde_json::Value>();
        let id = polled(&organiser).await;
        let form = AnswerForm { group: Some(Group::Shift), ..marked("210") };
        wang.post(&at(id, "/answer"), &form).await.ok::<SeriesPage>();
        let who: WhoAnswered = organiser.get(&at(id, "/who")).await.ok();
        let groups =
            who.groups.iter().map(|it| (it.group, it.n_answered, it.n_by_week, it.n_silent));
        let expected = [(Group::Shift, 1, 0, 0), (Group::Other, 0, 1, 4)];
        assert_eq!(groups.collect::<Vec<_>>(), expected);
        let names: Vec<_> = who.call.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["zhao", "qian", "sun", "zhou"]);
        assert_eq!((who.n_silent, &who.staff[&StaffId(1)]), (4, &"organiser".to_owned()));
        assert_eq!(who.staff.len(), 1);
        assert_eq!(wang.get(&at(id, "/who")).await.refusal(), Refusal::StaffOnly);
        assert_eq!(world.guest().get(&at(id, "/who")).await.refusal(), Refusal::SignInFirst);
    });
}

#[test]
fn a_helper_answers_with_leave_and_what_was_said_goes_with_the_person() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let id = polled(&organiser).await;
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        let offered = offer(&li, &[Scope::Answer]).await;
        let helper = acting(world, &wang, &offered).await;
        let page = answer(&helper, id, "200").await;
        assert_eq!(page.mine.unwrap().kept.unwrap().channel, Channel::Helper);
        assert_eq!(page.offers, [Offer::Answer]);
        let other = topic(&wang, "换灯").await;
        assert_eq!(support(&helper, other, true).await.refusal(), Refusal::OnlyInPerson);
        let offered = offer(&world.resident("zhao").await, &[Scope::Follow]).await;
        let follower = acting(world, &world.resident("qian").await, &offered).await;
        let page = read(&follower, id).await;
        assert_eq!((page.mine, page.offers), (None, Vec::new()));
        let scope = Scope::Answer;
        let refused = follower.post(&at(id, "/answer"), &marked("200")).await.refusal();
        assert_eq!(refused, Refusal::NotInHelpScope { scope });
        let erase = huiyin_domain::residents::wire::ResidentCommand::Erase;
        let gone = organiser.post(&here("/residents/2/commands"), &erase).await;
        assert_eq!(gone.status, 200);
        assert_eq!(world.number("SELECT COUNT(*) FROM series_answers"), 0);
        assert_eq!(verify(&world.store, None, &mut |_, _| {}).unwrap().differences, []);
    });
}

#[test]
fn a_series_that_was_changed_behind_the_record_is_found() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let id = polled(&organiser).await;
        let sound = verify(&world.store, None, &mut |_, _| {}).unwrap();
        assert_eq!((sound.n_series, sound.differences.len()), (1, 0));
        world.change("UPDATE series SET state = REPLACE(state, '楼道灯', '停车费')");
        let found = verify(&world.store, None, &mut |_, _| {}).unwrap().differences;
        assert_eq!((found.len(), &found[0].what), (1, &What::State));
        assert_eq!(found[0].place, format!("series/{id}"));
        world.change("DELETE FROM events WHERE stream = 'series/1'");
        let found = verify(&world.store, None, &mut |_, _| {}).unwrap().differences;
        assert_eq!(found[0].what, What::NoEvents);
    });
}

#[test]
fn the_poll_opens_once_and_ends_before_the_first_council() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let id = begin(&organiser).await;
        let wang = world.resident("wang").await;
        let early = wang.post(&at(id, "/answer"), &AnswerForm::default()).await.refusal();
        let stage = StageKind::TopicsOpen;
        assert_eq!(early, council(CouncilRefusal::SeriesNotAtThisStage { stage }));
        let none = ask(&organiser, id, &open_poll()).await.refusal();
        assert_eq!(none, council(CouncilRefusal::NoSlots));
        ask(&organiser, id, &slots(&TIMES)).await.ok::<SeriesPage>();
        ask(&organiser, id, &needs(4, 0)).await.ok::<SeriesPage>();
        let few = ask(&organiser, id, &open_poll()).await.refusal();
        let too_few = CouncilRefusal::FewerSlotsThanSessions { offered: 3, needed: 4 };
        assert_eq!(few, council(too_few));
        ask(&organiser, id, &needs(1, 0)).await.ok::<SeriesPage>();
        let first = Moment::parse("2026-09-15T19:30:00+08:00").unwrap();
        for until in [day(-1), first] {
            let faults = ask(&organiser, id, &Command::OpenPoll { until }).await.faults();
            assert_eq!(faults, [("until".to_owned(), FieldFault::Date)]);
        }
        // A day to choose the times, and three of notice: the 11th is the last before the 15th.
        let faults = ask(&organiser, id, &Command::OpenPoll { until: day(11) }).await.faults();
        let latest = parse_day("2026-09-11").unwrap();
        assert_eq!(faults, [("until".to_owned(), FieldFault::DayTooFar { latest })]);
        ask(&organiser, id, &open_poll()).await.ok::<SeriesPage>();
        let twice = ask(&organiser, id, &open_poll()).await.refusal();
        let stage = StageKind::Polling;
        assert_eq!(twice, council(CouncilRefusal::SeriesNotAtThisStage { stage }));
    });
}
