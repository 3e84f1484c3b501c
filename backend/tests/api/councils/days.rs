//! A calendar that was replaced: the councils whose day has become another one, and where they go.

use huiyin_domain::calendar::{DaysOff, MakeUpDay, WorkCalendar, WorkYear, YearStatus};
use huiyin_domain::councils::Hours;
use huiyin_domain::councils::meeting::wire::{CouncilList, CouncilPage};
use huiyin_domain::councils::meeting::{Command, MoveForm};
use huiyin_domain::councils::rules::Clash;
use huiyin_domain::time::{parse_clock, parse_day};

use super::{FRIDAY, SATURDAY, ask, done, notice, read, two_councils};
use crate::people::here;
use crate::world::on_each_engine;

/// The data file in which a later notice has moved the holidays of September: Friday the 11th is
/// off, and Saturday the 12th makes up for it.
fn data_file() -> String {
    let friday = parse_day("2026-09-11").unwrap();
    let (zh, en) = ("中秋节".to_owned(), "Mid-Autumn Festival".to_owned());
    let make_up =
        MakeUpDay { day: parse_day("2026-09-12").unwrap(), zh: zh.clone(), en: en.clone() };
    let year = WorkYear {
        year: 2026,
        status: YearStatus::Official,
        days_off: vec![DaysOff { from: friday, to: friday, zh, en }],
        make_up_days: vec![make_up],
    };
    WorkCalendar::built_in().with_year(year).unwrap().to_text()
}

fn hours(day: &str, from: &str, until: &str) -> Hours {
    let clock = |raw| parse_clock(raw).unwrap();
    Hours::new(parse_day(day).unwrap(), clock(from), clock(until)).unwrap()
}

/// The holiday that a page names, and where the council could go.
fn told(page: &CouncilPage) -> Option<(&str, Option<Hours>)> {
    let changed = page.day_changed.as_ref()?;
    let name = match &changed.clash {
        Clash::Holiday { name } | Clash::WorkingHours { name: Some(name) } => name.zh.as_str(),
        Clash::WorkingHours { name: None } => "",
    };
    Some((name, changed.to))
}

#[test]
fn a_new_calendar_says_which_councils_should_move_and_where_to() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        let organiser = world.organiser().await;
        notice(&organiser, SATURDAY).await;
        assert_eq!(told(&read(&organiser, SATURDAY).await), None);
        let calendar = WorkCalendar::parse(&data_file()).unwrap();
        let replaced = world.server_with_calendar(calendar);
        let organiser = organiser.at(&replaced);
        let friday = read(&organiser, FRIDAY).await;
        let to = hours("2026-09-12", "19:00", "20:30");
        assert_eq!(told(&friday), Some(("中秋节", Some(to))));
        assert_eq!(friday.holiday.unwrap().zh, "中秋节");
        let saturday = read(&organiser, SATURDAY).await;
        let to = hours("2026-09-13", "14:30", "16:00");
        assert_eq!(told(&saturday), Some(("中秋节", Some(to))));
        // Residents read that the day is being looked at, and no time that is not decided.
        for person in [world.guest().at(&replaced), world.resident("wang").await.at(&replaced)] {
            assert_eq!(told(&read(&person, SATURDAY).await), Some(("中秋节", None)));
        }
        let list: CouncilList = organiser.get(&here("/councils")).await.ok();
        assert!(list.items.iter().all(|card| card.clash.is_some()));

        let form = MoveForm {
            day: to.day.to_string(),
            reason: "这一天要上班。".to_owned(),
            ..MoveForm::filled(saturday.hours, &saturday.room, None)
        };
        let moved = done(&organiser, SATURDAY, &Command::Move { form }).await;
        assert_eq!((moved.hours, moved.sequence, moved.moves.len()), (to, 1, 1));
        assert_eq!(told(&moved), None);
    });
}

#[test]
fn a_council_that_the_office_puts_on_a_holiday_stays_there() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        let calendar = WorkCalendar::parse(&data_file()).unwrap();
        let replaced = world.server_with_calendar(calendar);
        let organiser = world.organiser().await.at(&replaced);
        let page = read(&organiser, SATURDAY).await;
        let form = MoveForm {
            day: "2026-09-11".to_owned(),
            reason: "大家都在家。".to_owned(),
            ..MoveForm::filled(page.hours, &page.room, None)
        };
        let moved = done(&organiser, SATURDAY, &Command::Move { form: form.clone() }).await;
        assert_eq!((told(&moved), moved.holiday.is_some()), (None, true));
        let night = MoveForm { from: "21:00".to_owned(), until: "23:00".to_owned(), ..form };
        let late = ask(&organiser, SATURDAY, &Command::Move { form: night }).await;
        assert!(!late.status.is_success());
    });
}
