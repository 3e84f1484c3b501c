//! Answers to series: which questions are asked, and what is sent.
use super::{
    days::by_day,
    draft::{Draft, How},
    step::Step,
};
use huiyin_domain::{
    channels::Channel,
    councils::{
        Hours, Room, Slot, SlotKind,
        series::{
            About, Answer, AnswerForm, Asked, KeptAnswer, Mark, Needs, Series, SeriesTitle, Stage,
            wire::{MyAnswer, SeriesPage},
        },
    },
    ids::{SeriesId, SlotId, Version},
    time::{Moment, parse_clock, parse_day},
    times::Attend,
    words::Words,
};
use std::collections::BTreeMap;

const NOW: Moment = Moment::from_millis(1_795_000_000_000);

fn asked(id: u32, day: &str) -> Asked {
    let (from, until) = (parse_clock("19:00").unwrap(), parse_clock("20:30").unwrap());
    let hours = Hours::new(parse_day(day).unwrap(), from, until).unwrap();
    let name = Words::parse("room 1").unwrap();
    let room = Room { name, seats: 30, online: 0, link: None };
    let slot =
        Slot { id: SlotId(id), hours, room, facilitators: Vec::new(), why_in_working_hours: None };
    Asked { slot, kind: SlotKind::WorkdayEvening, withdrawn: None }
}

fn marks(all: &[(u32, Mark)]) -> BTreeMap<SlotId, Mark> {
    all.iter().map(|(id, mark)| (SlotId(*id), *mark)).collect()
}

/// A series with three times, of which this resident has answered about `kept`.
fn page(kept: &[(u32, Mark)]) -> SeriesPage {
    let slots = vec![asked(1, "2026-12-02"), asked(2, "2026-12-02"), asked(3, "2026-12-04")];
    let series = Series {
        id: SeriesId(1),
        version: Version::FIRST,
        title: SeriesTitle::parse("December").unwrap(),
        about: About::parse("The lift.").unwrap(),
        topics: Vec::new(),
        needs: Needs::default(),
        slots,
        stage: Stage::Polling { until: NOW },
    };
    let answer = Answer { marks: marks(kept), attend: Attend::Either, group: None };
    let kept = (!kept.is_empty()).then(|| KeptAnswer {
        answer: answer.clone(),
        channel: Channel::App,
        at: NOW,
    });
    let is_open = |asked: &&Asked| !answer.marks.contains_key(&asked.slot.id);
    let open = series.slots.iter().filter(is_open).map(|asked| asked.slot.id).collect();
    let attend = kept.is_some().then_some(Attend::Either);
    let form = AnswerForm { marks: answer.marks.clone(), attend, group: None };
    SeriesPage {
        series,
        topics: Vec::new(),
        provisional: BTreeMap::new(),
        holidays: BTreeMap::new(),
        mine: Some(MyAnswer { kept, by_week: BTreeMap::new(), form, open }),
        n_answers: 0,
        totals: None,
        story: Vec::new(),
        offers: Vec::new(),
    }
}

/// A draft as the phone has kept it.
fn draft(how: Option<How>, form: AnswerForm) -> Draft {
    let kept = serde_json::json!({ "form": form, "how": how, "key": "k", "saved_at": NOW });
    serde_json::from_str(&kept.to_string()).unwrap()
}

#[test]
fn who_can_come_at_any_time_or_none_is_not_asked_for_days() {
    let page = page(&[]);
    let path = |how| Step::path(&draft(Some(how), AnswerForm::default()), &page);
    assert_eq!(path(How::Never), [Step::How, Step::Group, Step::Check]);
    assert_eq!(path(How::Always), [Step::How, Step::Attend, Step::Group, Step::Check]);
    assert_eq!(path(How::Each), [Step::How, Step::Days, Step::Group, Step::Check]);
    for step in [Step::How, Step::Days, Step::Attend, Step::Group, Step::Check] {
        assert_eq!(Step::parse(step.name()), Some(step));
    }
}

#[test]
fn who_has_answered_is_asked_only_about_times_that_were_added() {
    let page = page(&[(1, Mark::Can), (2, Mark::Cannot)]);
    let form = page.mine.as_ref().unwrap().form.clone();
    let draft = draft(Some(How::OnlyNew), form);
    let asked: Vec<_> = draft.asked(&page).iter().map(|asked| asked.slot.id).collect();
    assert_eq!(asked, [SlotId(3)]);
    assert_eq!(Step::path(&draft, &page), [Step::How, Step::Days, Step::Check]);
    let open: Vec<_> = draft.problems(&page).into_iter().map(|problem| problem.field).collect();
    assert_eq!(open, ["slot-3"]);
}

#[test]
fn any_and_none_are_marks_on_every_time_that_is_offered() {
    let page = page(&[]);
    let mut form = AnswerForm { marks: marks(&[(1, Mark::IfNeedBe)]), ..AnswerForm::default() };
    let never = draft(Some(How::Never), form.clone());
    let none = marks(&[(1, Mark::Cannot), (2, Mark::Cannot), (3, Mark::Cannot)]);
    assert_eq!(never.answer(&page).marks, none);
    assert!(never.problems(&page).is_empty() && !never.is_possible(&page));
    form.attend = Some(Attend::Online);
    let always = draft(Some(How::Always), form.clone());
    assert!(always.answer(&page).marks.values().all(|mark| *mark == Mark::Can));
    assert!(always.problems(&page).is_empty());
    // Whoever goes back to choosing one by one finds what was marked before.
    assert_eq!(draft(Some(How::Each), form.clone()).answer(&page), form);
}

#[test]
fn the_screens_follow_each_other_also_where_one_is_left_out() {
    let page = page(&[]);
    let never = draft(Some(How::Never), AnswerForm::default());
    assert_eq!(Step::How.neighbours(&never, &page), (None, Step::Group));
    assert_eq!(Step::Days.neighbours(&never, &page), (Some(Step::How), Step::Group));
    assert_eq!(Step::Check.neighbours(&never, &page), (Some(Step::Group), Step::Check));
}

#[test]
fn times_stand_under_their_days() {
    let days = by_day(vec![asked(3, "2026-12-04"), asked(1, "2026-12-02"), asked(2, "2026-12-02")]);
    let n_times: Vec<_> = days.iter().map(|(_, asked)| asked.len()).collect();
    assert_eq!(n_times, [2, 1]);
}
