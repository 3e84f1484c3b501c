//! Words of usual times, in English.
use super::Words;
use huiyin_domain::times::{Attend, DayPart, WeekDay, WeekTime, WeekTimes};
use std::collections::BTreeSet;

/// Words of usual times, in English.
pub const ENGLISH: Words = Words {
    heading: "When you can usually come",
    what_for: "Councils are held when most people can come. Tell us when you usually can.",
    sign_in_first: "Sign in first, so that we know whose times these are.",
    staff: "On this page residents give their own times. For others, use “Enter for a resident”.",
    not_said: "You have not said yet.",
    said: "The times you gave",
    said_on: |day| format!("Given on {day}. You can change it at any time."),
    say: "Give my times",
    change: "Change my times",
    when: "When can you usually come?",
    when_hint: "Choose one.",
    always: "Any time",
    never: "No time, I cannot come",
    some: "Sometimes, let me choose",
    weekdays: "Monday to Friday: which evenings can you come?",
    weekdays_hint: "In the daytime people work, so there are only evenings, \
        from 7 to 9. Choose as many as \
        you like, or none.",
    on_day: |day| format!("{day}: when can you come?"),
    day_hint: "Choose as many as you like, or none.",
    attend: "How would you attend?",
    attend_hint: "Choose one.",
    check: "Look at your times once more",
    send: "Save my times",
    kept: "Saved.",
    day,
    part: |part| match part {
        DayPart::Morning => "Morning (9 to 12)",
        DayPart::Afternoon => "Afternoon (2 to 5)",
        DayPart::Evening => "Evening (7 to 9)",
    },
    part_short,
    attending,
    answer,
};

fn day(day: WeekDay) -> &'static str {
    match day {
        WeekDay::Monday => "Monday",
        WeekDay::Tuesday => "Tuesday",
        WeekDay::Wednesday => "Wednesday",
        WeekDay::Thursday => "Thursday",
        WeekDay::Friday => "Friday",
        WeekDay::Saturday => "Saturday",
        WeekDay::Sunday => "Sunday",
    }
}

fn part_short(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "morning",
        DayPart::Afternoon => "afternoon",
        DayPart::Evening => "evening",
    }
}

fn attending(attend: Attend) -> &'static str {
    match attend {
        Attend::InPerson => "In the room",
        Attend::Online => "Online",
        Attend::Either => "Either is fine",
    }
}

fn answer(times: &WeekTimes) -> Vec<String> {
    let attends = |attend: &Attend| format!("Attending: {}.", attending(*attend).to_lowercase());
    match times {
        WeekTimes::Never => vec!["No time.".to_owned()],
        WeekTimes::Always { attend } => vec!["Any time.".to_owned(), attends(attend)],
        WeekTimes::At { times, attend } => {
            let mut lines: Vec<_> =
                WeekDay::ALL.into_iter().filter_map(|it| on(it, times)).collect();
            lines.push(attends(attend));
            lines
        }
    }
}

fn on(on: WeekDay, times: &BTreeSet<WeekTime>) -> Option<String> {
    let of_day = times.iter().filter(|it| it.day() == on);
    let parts: Vec<_> = of_day.map(|it| part_short(it.part())).collect();
    (!parts.is_empty()).then(|| format!("{}: {}.", day(on), parts.join(", ")))
}
