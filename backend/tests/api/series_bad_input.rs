//! Times that cannot be, each refused with its reason, and times proposed from a rule.

use std::collections::BTreeMap;

use huiyin_domain::councils::rules::{RoomForm, RulePart, SlotProblem, SlotRuleForm};
use huiyin_domain::councils::series::wire::SeriesPage;
use huiyin_domain::councils::series::{Command, NeedsForm, SlotForm};
use huiyin_domain::councils::{CouncilRefusal, SlotKind};
use huiyin_domain::ids::StaffId;
use huiyin_domain::problems::FieldFault;
use huiyin_domain::refusals::Refusal;
use huiyin_domain::time::parse_day;

use crate::people::{Person, here};
use crate::series::{TIMES, ask, begin, council, needs, polled, read, slot, slots};
use crate::world::on_each_engine;

async fn problem(organiser: &Person, id: u32, form: SlotForm) -> SlotProblem {
    let refusal = ask(organiser, id, &Command::AddSlots { slots: vec![form] }).await.refusal();
    match refusal {
        Refusal::NoSlot { problem, .. } => problem,
        other => panic!("expected no slot, found {other:?}"),
    }
}

#[test]
fn working_hours_need_a_public_reason_also_on_make_up_days() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let id = begin(&organiser).await;
        // A Tuesday, and a Sunday on which people work for the National Day.
        for on in ["2026-09-15", "2026-09-20"] {
            let morning = slot((on, "09:30", "11:00"));
            let found = problem(&organiser, id, morning.clone()).await;
            assert_eq!(found, SlotProblem::InWorkingHours, "{on}");
            let why = "只有这天消防队能来讲。".to_owned();
            let form = SlotForm { why_in_working_hours: why.clone(), ..morning };
            let page: SeriesPage =
                ask(&organiser, id, &Command::AddSlots { slots: vec![form] }).await.ok();
            let asked = page.series.slots.last().unwrap();
            assert_eq!(asked.kind, SlotKind::WorkingHours);
            assert_eq!(asked.slot.why_in_working_hours.as_ref().unwrap().as_str(), why);
        }
    });
}

#[test]
fn nights_long_hours_and_days_without_time_for_notice_are_refused_and_a_holiday_is_marked() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        // Residents are asked until the 8th; three days of notice follow the day of choosing.
        let id = polled(&organiser).await;
        let from = parse_day("2026-09-12").unwrap();
        for (time, expected) in [
            (("2026-09-11", "19:30", "21:00"), SlotProblem::TooNearForNotice { from }),
            (("2026-09-18", "21:00", "22:30"), SlotProblem::AtNight),
            (("2026-09-19", "14:00", "18:30"), SlotProblem::WrongLength { least: 30, most: 240 }),
        ] {
            assert_eq!(problem(&organiser, id, slot(time)).await, expected, "{time:?}");
        }
        let holiday = slots(&[("2026-10-01", "19:30", "21:00")]);
        let page: SeriesPage = ask(&organiser, id, &holiday).await.ok();
        let names: Vec<_> = page.holidays.iter().map(|(id, name)| (id.0, &*name.zh)).collect();
        assert!(matches!(names[..], [(4, name)] if name.starts_with("国庆")), "{names:?}");
    });
}

#[test]
fn the_past_a_taken_room_and_an_unknown_year_are_refused() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let id = begin(&organiser).await;
        ask(&organiser, id, &slots(&TIMES)).await.ok::<SeriesPage>();
        let past = slot(("2026-08-29", "09:30", "11:00"));
        assert_eq!(problem(&organiser, id, past).await, SlotProblem::InThePast);
        let taken = slot(("2026-09-15", "20:00", "21:30"));
        let found = problem(&organiser, id, taken.clone()).await;
        assert!(matches!(found, SlotProblem::RoomTaken { .. }));
        let both = ask(&organiser, id, &slots(&[("2026-09-16", "19:00", "20:30"); 2])).await;
        assert!(matches!(both.refusal(), Refusal::NoSlot { .. }));
        let other =
            RoomForm { room: "活动室".into(), seats: "20".into(), ..RoomForm::default() };
        let elsewhere = Command::AddSlots { slots: vec![SlotForm { room: other, ..taken }] };
        ask(&organiser, id, &elsewhere).await.ok::<SeriesPage>();
        let far = ask(&organiser, id, &slots(&[("2035-09-15", "19:30", "21:00")])).await;
        assert_eq!(far.refusal(), Refusal::UnknownYear { year: 2035 });
        assert_eq!(read(&organiser, id).await.series.slots.len(), 4);
    });
}

#[test]
fn a_form_that_cannot_be_read_is_told_field_by_field() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let id = begin(&organiser).await;
        let upside_down = slot(("2026-09-15", "21:00", "19:30"));
        let no_day = SlotForm { day: "明天".into(), ..slot(TIMES[0]) };
        let command = Command::AddSlots { slots: vec![upside_down, no_day] };
        let faults = ask(&organiser, id, &command).await.faults();
        let fields: Vec<_> = faults.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["until-0", "day-1"]);
        let none = ask(&organiser, id, &Command::AddSlots { slots: Vec::new() }).await.faults();
        assert_eq!(none, [("slots".to_owned(), FieldFault::NothingChosen)]);
        let many = vec![slot(TIMES[0]); 61];
        let faults = ask(&organiser, id, &Command::AddSlots { slots: many }).await;
        assert!(!faults.status.is_success());
        let faults = ask(&organiser, id, &needs(0, 0)).await.faults();
        assert_eq!(faults[0].0, "n_sessions");
        let Command::SetNeeds { form } = needs(1, 0) else { panic!() };
        let stranger: BTreeMap<_, _> = [(StaffId(99), 1)].into();
        let form = NeedsForm { facilitators: stranger, ..form };
        let faults = ask(&organiser, id, &Command::SetNeeds { form }).await.faults();
        assert_eq!(faults, [("facilitators".to_owned(), FieldFault::NothingChosen)]);
        let cannot = SlotForm { facilitators: vec![StaffId(99)], ..slot(TIMES[0]) };
        let faults = ask(&organiser, id, &Command::AddSlots { slots: vec![cannot] }).await;
        assert_eq!(faults.faults()[0].0, "facilitators");
    });
}

#[test]
fn a_rule_proposes_evenings_and_weekends_and_leaves_holidays_out() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let starts = RulePart::ALL.into_iter().zip(["19:30", "09:30", "14:30", "19:00"]);
        let rule = SlotRuleForm {
            from_day: "2026-09-18".into(),
            until_day: "2026-09-21".into(),
            starts: starts.map(|(part, at)| (part, at.to_owned())).collect(),
            room: RoomForm { room: "议事厅".into(), seats: "40".into(), ..RoomForm::default() },
            ..SlotRuleForm::default()
        };
        let propose = async |person: &Person, rule: &SlotRuleForm| {
            let json = serde_json::to_vec(rule).unwrap();
            let escaped: String = json.iter().map(|byte| format!("%{byte:02X}")).collect();
            person.get(&here(&format!("/series/proposed?rule={escaped}"))).await
        };
        let found = propose(&organiser, &rule).await.json();
        let days: Vec<_> = found["items"].as_array().unwrap().iter().collect();
        // Friday's evening, three parts of Saturday, the make-up Sunday's evening, Monday's.
        assert_eq!(days.len(), 6);
        assert_eq!(days[0]["hours"]["day"], "2026-09-18");
        assert_eq!(
            (&days[0]["kind"], &days[0]["is_certain"]),
            (&serde_json::json!("friday_evening"), &serde_json::json!(true),)
        );
        let unknown = SlotRuleForm {
            from_day: "2035-09-18".into(),
            until_day: "2035-09-20".into(),
            ..rule.clone()
        };
        let refusal = propose(&organiser, &unknown).await.refusal();
        assert_eq!(refusal, Refusal::UnknownYear { year: 2035 });
        let empty = propose(&organiser, &SlotRuleForm::default()).await;
        assert_eq!(empty.status, 422);
        assert_eq!(propose(&world.guest(), &rule).await.refusal(), Refusal::SignInFirst);
        assert_eq!(organiser.get(&here("/series/proposed?rule=7")).await.status, 400);
        assert_eq!(organiser.get(&here("/series/proposed")).await.status, 400);
    });
}

#[test]
fn more_councils_than_times_cannot_be_planned() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let id = crate::series::polled(&organiser).await;
        ask(&organiser, id, &needs(5, 0)).await.ok::<SeriesPage>();
        crate::series::answer(&world.resident("wang").await, id, "222").await;
        world.clock.set(crate::world::day(8));
        let organiser = world.organiser().await;
        let refusal = organiser.get(&crate::series::at(id, "/plan")).await.refusal();
        let why = CouncilRefusal::FewerSlotsThanSessions { offered: 3, needed: 5 };
        assert_eq!(refusal, council(why));
    });
}
