//! Series and the planner: what is asked, what is told, and what is not.
use super::super::*;
use crate::{
    councils::{Group, Hours, Room, planner::Attendance},
    time::{parse_clock, parse_day},
    times::Attend,
};
use std::ops::ControlFlow;

/// `2026-12-02 19:30-21:00`, in a room.
fn asked(id: u32, hours: &str, room: &str) -> Asked {
    let (day, times) = hours.split_once(' ').unwrap();
    let (from, until) = times.split_once('-').unwrap();
    let clock = |raw| parse_clock(raw).unwrap();
    let hours = Hours::new(parse_day(day).unwrap(), clock(from), clock(until)).unwrap();
    let room = Room { name: Words::parse(room).unwrap(), seats: 30, online: 0, link: None };
    let slot =
        Slot { id: SlotId(id), hours, room, facilitators: Vec::new(), why_in_working_hours: None };
    Asked { slot, kind: SlotKind::WorkdayEvening, withdrawn: None }
}

fn series() -> Series {
    let form = SeriesForm { title: "十二月议事会".into(), about: "说说电梯。".into() };
    let (title, about) = form.parse().unwrap();
    let needs = Needs { min_gap_days: 0, ..Needs::default() };
    let slots = vec![
        asked(1, "2026-12-02 19:30-21:00", "活动室"),
        asked(2, "2026-12-02 20:00-21:30", "会议室"),
        asked(3, "2026-12-01 19:30-21:00", "活动室"),
    ];
    Series { slots, ..begin(SeriesId(1), &Begun { title, about, needs }) }
}

fn wish(group: Group, marks: &str) -> Wish {
    let mark = |mark| match mark {
        '2' => Mark::Can,
        '1' => Mark::IfNeedBe,
        _ => Mark::Cannot,
    };
    let marks = (1..).map(SlotId).zip(marks.chars().map(mark)).collect();
    Wish { group, attend: Attend::InPerson, marks }
}

fn found(series: &Series, wishes: &[Wish]) -> Best {
    best(&problem(series, wishes).unwrap(), &mut |_| ControlFlow::Continue(()))
}

#[test]
fn times_are_asked_in_their_order_and_nobody_is_in_two_rooms_at_once() {
    let mut series = series();
    let file = problem(&series, &[wish(Group::Other, "21")]).unwrap().file().clone();
    let ids: Vec<_> = file.slots.iter().map(|slot| slot.id.as_str()).collect();
    assert_eq!((ids.as_slice(), file.conflicts), (["3", "1", "2"].as_slice(), vec![(1, 2)]));
    // Of the third time nothing was said.
    assert_eq!(file.residents[0].avail, "021");
    assert_eq!(file.residents[0].mode, Attendance::InPerson);
    series.slots[0].withdrawn = Some(Reason::parse("要装修。").unwrap());
    let file = problem(&series, &[wish(Group::Other, "21")]).unwrap().file().clone();
    assert_eq!((file.slots.len(), file.residents[0].avail.as_str()), (2, "01"));
}

#[test]
fn the_order_of_residents_tells_nothing() {
    let wishes = [wish(Group::Shift, "200"), wish(Group::Other, "020"), wish(Group::Shift, "012")];
    let mut backwards = wishes.clone();
    backwards.reverse();
    let checksum = |wishes| problem(&series(), wishes).unwrap().checksum();
    assert_eq!(checksum(&wishes), checksum(&backwards));
    let other = [wish(Group::Shift, "200"), wish(Group::Other, "020"), wish(Group::Shift, "022")];
    assert_ne!(checksum(&wishes), checksum(&other));
}

#[test]
fn those_who_are_named_lead_and_without_a_name_the_office_finds_somebody() {
    let mut series = series();
    let leaders = |series: &Series| {
        let file = problem(series, &[]).unwrap().file().clone();
        let slots: Vec<_> = file.slots.into_iter().map(|slot| slot.facilitators).collect();
        (file.facilitators.len(), slots)
    };
    let office = vec![vec!["office".to_owned()]; 3];
    assert_eq!(leaders(&series), (1, office));
    series.needs.facilitators = [(StaffId(7), 1), (StaffId(9), 2)].into();
    series.slots[2].slot.facilitators = vec![StaffId(9), StaffId(11)];
    let (n, slots) = leaders(&series);
    assert_eq!((n, slots[0].as_slice()), (2, ["9".to_owned()].as_slice()));
    assert_eq!(slots[1], ["7", "9"]);
}

#[test]
fn a_choice_is_judged_by_the_same_needs() {
    let mut series = series();
    series.needs.n_sessions = 2;
    series.needs.facilitators = [(StaffId(7), 1), (StaffId(9), 1)].into();
    let wishes = [wish(Group::Other, "220"), wish(Group::Other, "002"), wish(Group::Other, "100")];
    let question = problem(&series, &wishes).unwrap();
    let best = found(&series, &wishes);
    assert_eq!(best.page.plan.as_ref().unwrap().slots, [SlotId(3), SlotId(1)]);
    let chosen = judge(&question, &best, &[SlotId(2), SlotId(3)]).unwrap();
    assert!(Some(chosen.worth) < best.worth());
    assert_eq!(chosen.leaders.len(), 2);
    assert!(chosen.leaders.values().all(Option::is_some));
    // Two at once, one too few, one twice, and one that is not there.
    for slots in [vec![1, 2], vec![1], vec![1, 1], vec![1, 9]] {
        let slots: Vec<_> = slots.into_iter().map(SlotId).collect();
        assert_eq!(judge(&question, &best, &slots), None, "{slots:?}");
    }
}

#[test]
fn whose_only_chance_a_time_is_is_told_of_five_or_more() {
    let mut wishes = vec![wish(Group::Shift, "200"); 5];
    wishes.extend(vec![wish(Group::Retired, "200"); 4]);
    wishes.push(wish(Group::Other, "000"));
    let page = found(&series(), &wishes).page;
    let plan = page.plan.unwrap();
    assert_eq!(
        (page.n_planned_for, page.n_nowhere, plan.slots.as_slice()),
        (10, 1, &[SlotId(1)][..],)
    );
    let only = &plan.only_chance[&SlotId(1)];
    assert_eq!((only.n, &only.groups), (9, &[(Group::Shift, 5)].into()));
    let told = |group| plan.groups.iter().find(|it| it.group == group).unwrap();
    assert_eq!((told(Group::Shift).n, told(Group::Shift).seated), (5, Some(5)));
    assert_eq!((told(Group::Retired).n, told(Group::Retired).seated), (4, None));
    assert!(told(Group::Shift).is_counted && !told(Group::Retired).is_counted);
}

#[test]
fn why_not_another_time_is_told_by_who_gains_and_who_loses() {
    let wishes = [wish(Group::Other, "200"), wish(Group::Other, "200"), wish(Group::Other, "002")];
    let question = problem(&series(), &wishes).unwrap();
    let mut pace = |_: &crate::councils::planner::Progress| ControlFlow::Continue(());
    let why = why_not(&question, &[SlotId(1)], SlotId(3), &mut pace);
    let instead = why.instead.unwrap();
    assert_eq!((instead.slots, instead.n_gain, instead.n_lose), (vec![SlotId(3)], 1, 2));
    let same = why_not(&question, &[SlotId(1)], SlotId(1), &mut pace).instead.unwrap();
    assert_eq!((same.n_gain, same.n_lose), (0, 0));
}

#[test]
fn a_plan_that_cannot_be_says_which_need_would_have_to_give_way() {
    let mut series = series();
    series.needs.quorum = 3;
    let wishes = [wish(Group::Other, "200"), wish(Group::Other, "200")];
    let page = found(&series, &wishes).page;
    assert!(page.plan.is_none() && page.is_impossible);
    assert_eq!(page.ways_out, [wire::WayOut::LowerQuorum { quorum: 2 }]);
}
