//! Series and the planner: what is asked, what is told, and what is not.
use super::super::{
    planned,
    wire::{NoPlan, Obstacle, Obstacles, OfGroup, Sought, WayOut, Why},
    *,
};
use crate::{
    councils::{
        Group, Hours, Room,
        planner::{self, Answer, Attendance, Pace, Progress},
    },
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

/// Evenings of forty days, and two clusters of five afternoons that lie too near to each other for
/// more than one of each: with at most three evenings there are five councils five days apart.
///
/// Each need could be kept by itself, so that only looking at many choices shows it.
fn dense(n_sessions: u32) -> Series {
    let mut series = series();
    let most_of_kind = [(SlotKind::WorkdayEvening, 3)].into();
    series.needs = Needs { n_sessions, min_gap_days: 5, most_of_kind, ..Needs::default() };
    let on = |id: u32, day: u32, room| {
        let hours = format!("2026-{}-{:02} 19:30-21:00", 11 + day / 30, 1 + day % 30);
        asked(id, &hours, room)
    };
    series.slots = (1..=40).map(|day| on(day, day, "活动室")).collect();
    for asked in &mut series.slots {
        if [8..=12, 28..=32].iter().any(|days| days.contains(&asked.slot.id.0)) {
            asked.kind = SlotKind::WeekendAfternoon;
        }
    }
    // An evening in the midst of the first cluster leaves no room for any of its afternoons.
    series.slots.push(on(41, 10, "会议室"));
    series
}

/// Everybody can come whenever it is.
fn always() -> [Wish; 1] {
    [wish(Group::Other, &"2".repeat(41))]
}

/// Why a time is not in the best plan, at this pace.
fn why(question: &planner::Problem, best: &Best, slot: u32, pace: &mut Pace) -> Why {
    why_not(question, &best.page.plan, SlotId(slot), pace).why
}

fn go_on(_: &Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn stop(_: &Progress) -> ControlFlow<()> {
    ControlFlow::Break(())
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
    assert_eq!(best.page.found().unwrap().slots, [SlotId(3), SlotId(1)]);
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
    let plan = page.found().unwrap();
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
fn why_not_another_time_is_told_group_by_group() {
    let mut wishes = vec![wish(Group::Shift, "200"); 6];
    wishes.extend(vec![wish(Group::Retired, "200"); 2]);
    wishes.extend(vec![wish(Group::Parent, "002"); 5]);
    let question = problem(&series(), &wishes).unwrap();
    let best = best(&question, &mut go_on);
    assert_eq!(best.page.found().unwrap().slots, [SlotId(1)]);
    let Why::Instead(instead) = why(&question, &best, 3, &mut go_on) else { panic!() };
    assert_eq!((instead.slots.as_slice(), instead.bound), (&[SlotId(3)][..], instead.worth));
    assert_eq!((instead.than, instead.n_gain, instead.n_lose), (best.worth().unwrap(), 5, 8));
    assert_eq!(instead.gain, [OfGroup { group: Group::Parent, n: Some(5) }]);
    // Two are too few to be told by number.
    let lose = [(Group::Shift, Some(6)), (Group::Retired, None)];
    assert_eq!(instead.lose, lose.map(|(group, n)| OfGroup { group, n }));
    assert_eq!(why(&question, &best, 1, &mut go_on), Why::IsChosen);
    assert_eq!(why(&question, &best, 9, &mut go_on), Why::NotOffered);
}

#[test]
fn why_not_says_which_need_a_time_alone_does_not_keep_to() {
    let mut series = series();
    series.needs.quorum = 2;
    series.needs.facilitators = [(StaffId(7), 1)].into();
    series.slots[1].slot.facilitators = vec![StaffId(9)];
    let wishes = [wish(Group::Other, "221"), wish(Group::Other, "220")];
    let question = problem(&series, &wishes).unwrap();
    let best = best(&question, &mut go_on);
    let too_few = Why::BelowQuorum { n_seated: 1, quorum: 2 };
    assert_eq!(why(&question, &best, 3, &mut go_on), too_few);
    assert_eq!(why(&question, &best, 2, &mut go_on), Why::NobodyLeads);
}

#[test]
fn what_was_not_found_in_time_is_never_called_impossible() {
    let question = problem(&dense(5), &always()).unwrap();
    let planned = best(&question, &mut go_on);
    assert_eq!(planned.worth(), Some(planned.bound));
    assert_eq!(why(&question, &planned, 41, &mut go_on), Why::Impossible);
    assert_eq!(why(&question, &planned, 41, &mut stop), Why::NotFoundInTime);
    // One council more, and there is no plan.
    let question = problem(&dense(6), &always()).unwrap();
    let proven = best(&question, &mut go_on);
    let obstacles = Obstacles {
        n_sessions: 6,
        in_the_way: Vec::new(),
        ways_out: vec![
            WayOut::SmallerGap { days: 4 },
            WayOut::MoreOfKind { slot_kind: SlotKind::WorkdayEvening, most: 4 },
            WayOut::FewerSessions { n: 5 },
        ],
        are_all_tried: true,
    };
    assert_eq!(proven.page.plan, Sought::Not(NoPlan::Impossible(obstacles)));
    assert_eq!(why(&question, &proven, 41, &mut go_on), Why::Impossible);
    let stopped = best(&question, &mut stop);
    assert_eq!(stopped.page.plan, Sought::Not(NoPlan::NotFoundInTime));
    assert_eq!(why(&question, &stopped, 41, &mut go_on), Why::NotFoundInTime);
}

#[test]
fn changes_there_was_no_time_to_try_are_not_denied() {
    let question = problem(&dense(6), &always()).unwrap();
    let mut n_asked = 0;
    best(&question, &mut |_: &Progress| {
        n_asked += 1;
        ControlFlow::Continue(())
    });
    // Stopped at the very last question whether to go on.
    let mut left = n_asked;
    let stopped = best(&question, &mut |_: &Progress| {
        left -= 1;
        if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    let Sought::Not(NoPlan::Impossible(told)) = stopped.page.plan else { panic!("{stopped:?}") };
    assert!(!told.are_all_tried);
    assert!(told.ways_out.contains(&WayOut::SmallerGap { days: 4 }), "{told:?}");
}

#[test]
fn a_choice_without_a_plan_beside_it_is_not_called_the_best() {
    let wishes = [wish(Group::Other, "210"), wish(Group::Other, "002")];
    let question = problem(&series(), &wishes).unwrap();
    let none = planned::told_of(&question, &Answer::NoneFound);
    let most = Worth { worst_group_percent: 100, n_seated: 2, n_marks: 2 };
    assert_eq!((none.worth(), none.bound), (None, most));
    let chosen = judge(&question, &none, &[SlotId(1)]).unwrap();
    assert!(chosen.worth < chosen.page.found().unwrap().bound);
}

#[test]
fn a_plan_that_cannot_be_says_which_need_is_in_the_way_and_what_would_help() {
    let mut series = series();
    series.needs.quorum = 3;
    let wishes = [wish(Group::Other, "200"), wish(Group::Other, "200")];
    let obstacles = |series: &Series| match found(series, &wishes).page.plan {
        Sought::Not(NoPlan::Impossible(obstacles)) => obstacles,
        other @ (Sought::Found(_) | Sought::Not(_)) => panic!("{other:?}"),
    };
    let told = obstacles(&series);
    assert_eq!(told.in_the_way, [Obstacle::Quorum { quorum: 3, n_times: 0 }]);
    assert_eq!(told.ways_out, [WayOut::LowerQuorum { quorum: 2 }]);
    assert!(told.are_all_tried);
    // Each need could be kept by itself: two of the times are at once, and the third has nobody.
    series.needs = Needs { n_sessions: 2, quorum: 1, min_gap_days: 0, ..Needs::default() };
    let both = [wish(Group::Other, "220")];
    let page = found(&series, &both).page;
    let Sought::Not(NoPlan::Impossible(told)) = page.plan else { panic!("{page:?}") };
    assert_eq!((told.n_sessions, told.in_the_way.as_slice()), (2, &[][..]));
    let ways = [WayOut::LowerQuorum { quorum: 0 }, WayOut::FewerSessions { n: 1 }];
    assert_eq!(told.ways_out, ways);
}

#[test]
fn limits_of_kinds_and_of_those_who_lead_are_told_as_what_is_in_the_way() {
    let mut series = series();
    series.needs.n_sessions = 2;
    series.needs.most_of_kind = [(SlotKind::WorkdayEvening, 1)].into();
    series.needs.facilitators = [(StaffId(7), 1)].into();
    let page = found(&series, &[wish(Group::Other, "222")]).page;
    let Sought::Not(NoPlan::Impossible(told)) = page.plan else { panic!("{page:?}") };
    let in_the_way =
        [Obstacle::MostOfKinds { n_sessions: 1 }, Obstacle::Facilitation { n_sessions: 1 }];
    assert_eq!(told.in_the_way, in_the_way);
    assert_eq!(told.ways_out, [WayOut::FewerSessions { n: 1 }]);
}

#[test]
fn what_is_told_of_a_plan_comes_through_the_wire_also_from_before() {
    let wishes = [wish(Group::Other, "200"), wish(Group::Other, "002")];
    let page = found(&series(), &wishes).page;
    let wire = serde_json::to_value(&page).unwrap();
    assert_eq!(serde_json::from_value::<wire::PlanPage>(wire.clone()).unwrap(), page);
    // Pages that were kept earlier say more, and mean the same.
    let mut before = wire;
    before["is_impossible"] = false.into();
    before["ways_out"] = serde_json::json!([]);
    assert_eq!(serde_json::from_value::<wire::PlanPage>(before).unwrap(), page);
    let none = wire::PlanPage { plan: Sought::Not(NoPlan::NotFoundInTime), ..page };
    let text = serde_json::to_string(&none).unwrap();
    assert!(text.contains(r#""plan":{"kind":"not_found_in_time"}"#), "{text}");
    assert_eq!(serde_json::from_str::<wire::PlanPage>(&text).unwrap(), none);
}
