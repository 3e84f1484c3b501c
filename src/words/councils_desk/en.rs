//! Words of the desk of whoever plans councils, in English.
use super::{
    List, Needs, New, Poll, Show, Slots, Topics, Words, acts_en,
    day_mark::{DayMark, day_mark},
    plan_en::{PLAN, WHO},
};
use crate::words::{Language, councils::refusals_en::series_stage, format::counted};
use huiyin_domain::{
    councils::{
        SlotKind,
        rules::RulePart,
        series::{self, Event, StageKind, wire::SeriesCard},
    },
    money::group_thousands,
    problems::FieldFault,
    words::WordsProblem,
};

const LANGUAGE: Language = Language::English;

/// Words of the desk of whoever plans councils, in English.
pub const ENGLISH: Words = Words {
    list: LIST,
    new: NEW,
    show: SHOW,
    stage: series_stage,
    kind,
    day_mark: |hours, kind| {
        day_mark(hours, kind).map(|mark| match mark {
            DayMark::Holiday => "This is a public holiday; many are with their families.",
            DayMark::MakeUpDay => "People work on this day to make up for a holiday.",
        })
    },
    holiday: |name| {
        format!("This is a public holiday ({}); many are with their families.", name.en)
    },
    provisional: "The holidays of this day are not announced yet; it may have to move.",
    act: acts_en::act,
    heading: acts_en::heading,
    means: acts_en::means,
    send: acts_en::send,
    done: acts_en::done,
    not_now: "This cannot be done now, or need not be. Somebody may just have done it.",
    typed: "What you have written:",
    to_series: "Go back to these councils",
    fault,
    reason: acts_en::reason,
    reason_hint: "Everybody can read it. Plain words, no names, no telephone numbers.",
    topics: TOPICS,
    needs: NEEDS,
    slots: SLOTS,
    poll: Poll {
        until: "Until when can residents answer? (time in China)",
        before: |first, days, latest| {
            format!(
                "The first of the times is on {first}. A day to choose the times and {} before it \
                 are needed: until {latest} at the latest.",
                counted(days.into(), "day of notice", "days of notice"),
            )
        },
        so_far: |until| format!("Now it is until {until}."),
    },
    plan: PLAN,
    who: WHO,
};

fn n(number: u32) -> String {
    group_thousands(number.into())
}

fn councils(number: u32) -> String {
    counted(number.into(), "council", "councils")
}

fn times(number: u32) -> String {
    counted(number.into(), "time", "times")
}

fn people(number: u32) -> String {
    counted(number.into(), "person", "people")
}

fn length<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).unwrap_or(u32::MAX)
}

const LIST: List = List {
    heading: "Plan councils",
    see: "Plan councils: offer times and choose them",
    lead: "Offer topics and times, ask residents when they can come, then choose times at which \
        every group has a chance.",
    none: "No councils have been planned yet.",
    cards: "All councils that were planned",
    stands,
    begin: "Plan new councils",
};

fn stands(card: &SeriesCard) -> String {
    let sessions = councils(card.n_sessions);
    let until = card.until.map(|until| LANGUAGE.moment(until));
    let next = card.next.map(|next| LANGUAGE.hours(next.hours));
    match (card.stage, until, next) {
        (StageKind::Polling, Some(until), _) => {
            format!("{sessions}. Residents can answer until {until}.")
        }
        (StageKind::Scheduled, _, Some(next)) => format!("{sessions}. The next: {next}."),
        (
            StageKind::TopicsOpen
            | StageKind::Polling
            | StageKind::Scheduled
            | StageKind::Closed
            | StageKind::Cancelled,
            _,
            _,
        ) => format!("{sessions}."),
    }
}

const NEW: New = New {
    heading: "Plan new councils",
    means: "Begin with a name and what it is for. Topics, times and how many come after that, and \
        all of it can be changed.",
    title: "What are the councils called?",
    title_hint: "One line, such as: December councils on parking and e-bikes.",
    about: "What are they for?",
    about_hint: "Every resident can read it. Say what is to be talked about and decided.",
    begin: "Begin, then choose times",
};

const SHOW: Show = Show {
    no_times_yet: "There are no times to choose from. Add some, then ask residents.",
    not_asked: |slots| format!("{} to choose from; residents have not been asked.", times(slots)),
    asking: |until, answers| {
        format!("Residents can answer until {until}. So far: {}.", people(answers))
    },
    asked: |until, answers| match answers {
        0 => format!("Answers were taken until {until}; none came. Ask longer, or call residents."),
        answers => {
            format!(
                "Answers were taken until {until}; {} answered. Choose the times.",
                people(answers)
            )
        }
    },
    scheduled: |sessions, first| match first {
        Some(first) => {
            format!("The times are chosen: {}, the first on {first}.", councils(sessions))
        }
        None => format!("The times are chosen: {}.", councils(sessions)),
    },
    closed: |at| format!("Ended on {at}."),
    cancelled: |reason| format!("Cancelled. Why: {reason}"),
    acts: "What you can do now",
    nothing: "Nothing waits for you now.",
    who: "See who has answered",
    why: "See why these times were chosen",
    times: "The times on offer",
    no_times: "None yet.",
    marks: |marks| {
        let (can, if_need_be, cannot) = (n(marks.can), n(marks.if_need_be), n(marks.cannot));
        format!("{can} can come, {if_need_be} can if need be, {cannot} cannot.")
    },
    room: |room, seats, online| match online {
        0 => format!("{room}, {}", counted(seats.into(), "seat", "seats")),
        online => {
            format!("{room}, {}, {} online", counted(seats.into(), "seat", "seats"), n(online))
        }
    },
    working_hours: |why| format!("In working hours, because: {why}"),
    chosen: "This time was chosen",
    withdrawn: "Times that were taken out",
    because: |reason| format!("Why: {reason}"),
    topics: "Topics",
    no_topics: "No topics are chosen yet.",
    topic,
    needs: "What a plan must keep to",
    story: "What happened",
    event,
};

fn topic(title: &str, supports: u32) -> String {
    format!("{title} ({})", counted(supports.into(), "supporter", "supporters"))
}

fn event(event: &Event) -> String {
    match event {
        Event::Begun(_) => "It was begun.".into(),
        Event::Described { .. } => "Its name or purpose was changed.".into(),
        Event::TopicsChosen { topics } => {
            format!("{} chosen.", counted(length(topics).into(), "topic was", "topics were"))
        }
        Event::NeedsSet { .. } => "What a plan must keep to was changed.".into(),
        Event::SlotsAdded { slots } => {
            format!("{} added.", counted(length(slots).into(), "time was", "times were"))
        }
        Event::SlotWithdrawn { reason, .. } => format!("A time was taken out. Why: {reason}"),
        Event::PollOpened { until } => {
            format!("Residents are asked, until {}.", LANGUAGE.moment(*until))
        }
        Event::PollExtended { to, reason, .. } => {
            format!("Residents are asked until {}. Why: {reason}", LANGUAGE.moment(*to))
        }
        Event::Scheduled { plan, .. } => {
            format!("The times of {} were chosen.", councils(length(&plan.slots)))
        }
        Event::Closed => "It ended.".into(),
        Event::Cancelled { reason } => format!("It was cancelled. Why: {reason}"),
    }
}

pub(super) fn kind(kind: SlotKind) -> &'static str {
    match kind {
        SlotKind::WorkdayEvening => "weekday evenings",
        SlotKind::FridayEvening => "Friday evenings",
        SlotKind::WeekendMorning => "mornings of days off",
        SlotKind::WeekendAfternoon => "afternoons of days off",
        SlotKind::WeekendEvening => "evenings of days off",
        SlotKind::WorkingHours => "working hours",
    }
}

fn fault(field: &str, fault: &FieldFault) -> Option<&'static str> {
    let sentence = match (field, fault) {
        ("title", FieldFault::Words(WordsProblem::Empty)) => "Say what they are called.",
        ("about", FieldFault::Words(WordsProblem::Empty)) => "Say what they are for.",
        ("room", FieldFault::Words(WordsProblem::Empty)) => "Say where, such as: activity room.",
        ("day", FieldFault::Date) => "Choose a day.",
        ("from", FieldFault::Date) => "Say when it begins.",
        ("until", FieldFault::Date) => "Say when it ends, after it begins.",
        ("poll_until", FieldFault::Date) => {
            "Choose an end that is after now and before the first of the times."
        }
        ("extend_until", FieldFault::Date) => {
            "Choose an end that is later than before and before the first of the times."
        }
        ("proposed", FieldFault::NothingChosen) => "Choose at least one time.",
        ("which", FieldFault::NothingChosen) => "Choose the time to take out.",
        ("others", FieldFault::NothingChosen) => "Choose as many times as there are councils.",
        _ => return None,
    };
    Some(sentence)
}

const TOPICS: Topics = Topics {
    which: "Which topics?",
    hint: |most| format!("At most {most}. The first chosen comes first; you can move them below."),
    topic,
    taken: "another series has taken it up",
    none: "Residents have not suggested any. Add times first; topics can be chosen later.",
    order: "Chosen topics, in the order of the council",
    nothing: "None yet.",
    forward: "Move forward",
};

const NEEDS: Needs = Needs {
    n_sessions: "How many councils?",
    n_sessions_hint: "All talk about the same topics, so that more people can come to one.",
    gap: "How many days between any two, at least?",
    gap_hint: "0 allows two on one day.",
    quorum: "How many must be able to come to each?",
    quorum_hint: "0 means no limit.",
    notice: "How many days of notice?",
    notice_hint: "Residents are told the time, the place and the topics so long before.",
    most: "How many of each kind of time, at most?",
    most_hint: "So that no kind is chosen over and over. Leave it empty for no limit.",
    most_of: |kind| format!("At most so many on {kind}"),
    leads: "Who leads at most how many?",
    leads_hint: "With nobody chosen, the office finds somebody.",
    leads_of: |name| format!("How many does {name} lead?"),
    leads_none: "none",
    leads_most: |most| format!("at most {most}"),
    sentences,
};

fn sentences(needs: &series::Needs) -> Vec<String> {
    let days = |days: u32| counted(days.into(), "day", "days");
    let mut lines = vec![format!("{}.", councils(needs.n_sessions))];
    if needs.min_gap_days > 0 {
        lines.push(format!("At least {} between any two.", days(needs.min_gap_days)));
    }
    if needs.quorum > 0 {
        lines.push(format!("At least {} able to come to each.", people(needs.quorum)));
    }
    lines.push(format!("{} of notice.", days(needs.notice_days)));
    let most = needs.most_of_kind.iter();
    lines.extend(most.map(|(it, most)| format!("At most {} on {}.", n(*most), kind(*it))));
    if let Ok(leaders @ 1..) = u32::try_from(needs.facilitators.len()) {
        lines.push(format!("{} could lead.", people(leaders)));
    }
    lines
}

const SLOTS: Slots = Slots {
    from_day: "From which day?",
    until_day: "Until which day?",
    parts: "When could councils be?",
    part: |part| match part {
        RulePart::WorkdayEvening => "Weekday evenings",
        RulePart::WeekendMorning => "Weekend mornings",
        RulePart::WeekendAfternoon => "Weekend afternoons",
        RulePart::WeekendEvening => "Weekend evenings",
    },
    begins: |part| match part {
        RulePart::WorkdayEvening => "When do weekday evenings begin?",
        RulePart::WeekendMorning => "When do weekend mornings begin?",
        RulePart::WeekendAfternoon => "When do weekend afternoons begin?",
        RulePart::WeekendEvening => "When do weekend evenings begin?",
    },
    minutes: "How many minutes is a council?",
    room_heading: "Where?",
    room: "Room",
    seats: "How many seats?",
    online: "How many places online?",
    online_hint: "Leave it empty when nobody can join online.",
    link: "Address of the meeting",
    link_hint: "Leave it empty until it is known.",
    leads: "Who could lead?",
    leads_hint: "With nobody chosen, everybody could.",
    propose: "See which times there are",
    proposed: |number| format!("{} found", times(number)),
    proposed_hint: "Take the mark off those you do not want.",
    none: "This rule gives no times. Change the days, or choose more parts of the day.",
    add: |number| format!("Add {}", times(number)),
    changed: "The rule has changed. Press “See which times there are” once more.",
    day: "Which day?",
    from: "When does it begin?",
    until: "When does it end?",
    why: "Why in working hours?",
    why_hint: "Only for a weekday's daytime; everybody reads it. Otherwise leave it empty.",
    which: "Which one?",
};
