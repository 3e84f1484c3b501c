//! Words of one council, in English.
use super::{
    ActWords, CalendarWords, Figures, MinutesWords, Poster, Show, WordWords, Words, is_settled,
};
use crate::words::{Language, Room, Tone, format::counted};
use huiyin_domain::{
    councils::{
        meeting::{
            Outcome, Reminder, Resolution, Stage, StageKind, Standing, Way,
            statistics::Trend,
            wire::{CouncilPage, MySeat},
        },
        rules::Clash,
    },
    feedback::figures::Share,
};

const LANGUAGE: Language = Language::English;

/// Words of one council, in English.
pub const ENGLISH: Words = Words {
    heading: "Councils",
    stage,
    way: |way| match way {
        Way::InPerson => "In the room",
        Way::Online => "By video",
    },
    reminder,
    standing,
    my_seat,
    left: |left, has_line| {
        let seats = counted(left.in_person.into(), "seat is", "seats are");
        let places = counted(left.online.into(), "place is", "places are");
        match has_line {
            true => format!("{seats} left in the room, {places} left by video."),
            false => format!("{seats} left in the room."),
        }
    },
    votes: |votes| format!("{} for, {} against, {} abstained", votes.yes, votes.no, votes.abstain),
    resolved,
    show: Room::apart(Tone::English),
    acts: Room::apart(Tone::English),
    calendar: Room::apart(Tone::English),
    minutes: Room::apart(Tone::English),
    figures: Room::apart(Tone::English),
    poster: Room::apart(Tone::English),
};

pub(super) const SHOW: Show = Show {
    agenda: "What it is about",
    no_agenda: "The agenda is not set yet. It will stand here.",
    item: |title, minutes| format!("{title} ({minutes} min)"),
    from_number: |number| format!("Look at number {number}"),
    left_open: "An earlier council left this open.",
    attend: "How to attend",
    room: |room| format!("Place: {room}"),
    join: "Open the video meeting",
    link: "Address of the video meeting",
    link_later: "You can also join by video. The address is not known yet; it will stand here.",
    link_signed_in: "You can also join by video. Sign in to see the address.",
    moved: |when, room, reason| {
        format!("It was planned for {when}, {room}, and was moved. Reason: {reason}")
    },
    holiday: |name| format!("This day is a public holiday: {}.", name.en),
    day_checked: |clash| {
        format!(
            "{} The office is looking whether to move the council. You are told if it moves; \
             until then the time stands.",
            became(clash)
        )
    },
    in_working_hours: |reason| format!("This one is in working hours. Reason: {reason}"),
    quorum: |n| format!("Votes count when {n} people are present."),
    code: "My check-in code",
    code_means: "Show this code at the door, or read it out.",
    code_qr: "My check-in code, to be scanned by the staff",
    only_chance: "This is the only one you can attend, so you are first in line.",
    offer: |way, has_seat| match (way, has_seat) {
        (Way::InPerson, true) => "I come, in the room",
        (Way::InPerson, false) => "The room is full: wait for a seat",
        (Way::Online, true) => "I come, by video",
        (Way::Online, false) => "The line is full: wait for a place",
    },
    offer_decline: "I do not come",
    offer_remind: "Choose when to be reminded",
    offer_word: |n| format!("Say whether resolution {n} is done"),
    sign_in: "Sign in to take a seat",
    more: "More",
    to_calendar: "Put it on my calendar",
    to_minutes: "Read the minutes",
    to_previous: "Look at the one before",
    to_next: "Look at the next one",
    to_poster: "Print the poster",
    to_figures: "Figures of all councils",
    to_desk: "Run this council",
};

/// What a council's day has become.
pub fn became(clash: &Clash) -> String {
    match clash {
        Clash::Holiday { name } => {
            format!("By the new calendar this day is a public holiday ({}).", name.en)
        }
        Clash::WorkingHours { name: Some(name) } => {
            format!("By the new calendar people work on this day, to make up for {}.", name.en)
        }
        Clash::WorkingHours { name: None } => {
            "By the new calendar people work on this day.".to_owned()
        }
    }
}

pub(super) const ACTS: ActWords = ActWords {
    back: "Back to the council",
    seat: "How do you attend?",
    seat_hint: |way, has_seat, left| match (way, has_seat) {
        (Way::InPerson, true) => {
            format!("{} left.", counted(left.in_person.into(), "seat", "seats"))
        }
        (Way::Online, true) => format!("{} left.", counted(left.online.into(), "place", "places")),
        (Way::InPerson | Way::Online, false) => {
            "It is full. Wait in line; a free seat comes to you by itself.".to_owned()
        }
    },
    seat_send: "Take a seat",
    seated: "Noted.",
    decline: "Are you sure you do not come?",
    decline_means: "Your seat goes to whoever waits. You can take one again later.",
    decline_sure: "Yes, I do not come",
    decline_not: "Change nothing",
    declined: "Noted: you do not come.",
    remind: "When shall we remind you?",
    remind_hint: |reminder| match reminder {
        Reminder::DayBefore | Reminder::TwoHoursBefore => "It appears among your notices.",
        Reminder::Never => "You are still told when it is moved or cancelled.",
    },
    remind_send: "Keep this",
    reminded: "The time of the reminder is noted.",
    not_now: "This cannot be done now. Here is how it stands:",
    word: WORD,
};

const WORD: WordWords = WordWords {
    question: |n| format!("Is resolution {n} done?"),
    report: |words| format!("The office says: {words}"),
    until: |day| format!("Say so by {day}. Others see how many said it, and no names."),
    is_done: "It is done",
    not_done: "It is not done yet",
    missing: "What is missing?",
    missing_hint: "Everybody can read what you write. No names, please.",
    reopens: "The office has to go on with it then.",
    counts: "It was opened again once before, or its council is closed. Your word is counted and \
             shown, but does not open it again. To be answered, send an opinion.",
    to_opinion: "Send an opinion",
    send: "Say that it is not done",
    said: "Noted, thank you.",
};

pub(super) const CALENDAR: CalendarWords = CalendarWords {
    heading: "Put it on my calendar",
    file_means: "Download a calendar file and open it: your phone then remembers this council.",
    download: "Download the calendar file",
    copy_means: "Downloads blocked, as in WeChat? Copy these words into your calendar or notes.",
    facts: "Time and place of this council",
    copy: "Copy time and place",
    copied: "Copied. You can paste it now.",
    copy_by_hand: "It was not copied. Hold the words above, select all, and copy.",
    agenda: "What it is about:",
    line: |link| format!("By video: {link}"),
    line_copy: "Copy the meeting's address",
    qr_file: "Scan with another phone's camera to download the calendar file",
    feed: "Subscribe to all councils",
    feed_means: "Subscribe once: later councils appear by themselves, and follow when moved.",
    feed_open: "Subscribe in my calendar",
    feed_address: "Address of the calendar",
    feed_copy: "Copy the calendar's address",
    qr_feed: "Scan with a camera to open the calendar's address",
    mine: "Only the councils I come to",
    mine_means: "You get an address of your own; give it to nobody. A new one ends the one before.",
    mine_make: "Make my own address",
    mine_address: "My own address",
    mine_copy: "Copy my own address",
};

pub(super) const MINUTES: MinutesWords = MinutesWords {
    heading: "Minutes",
    not_yet: "The minutes are not public yet. They will stand here.",
    summary: "What was said",
    published: |day| format!("Published {day}"),
    came: |room, line, quorum| {
        format!("{room} came into the room, {line} by video; {quorum} were needed for a vote.")
    },
    outcome,
    by_group: "Who came",
    group: |group, n| match n {
        Some(n) => format!("{group}: {n}"),
        None => format!("{group}: too few to show"),
    },
    opinions: "Opinions",
    no_opinions: "No opinions were written down.",
    opinions_mean: "Each opinion has a number and is owed an answer.",
    to_opinion: |number| format!("See the answer to number {number}"),
    resolutions: "Resolutions",
    no_resolutions: "There was no vote.",
    resolution: |number| format!("Resolution {number}"),
    present: |n| format!("{n} were present"),
    step: |day, words| format!("{day}: {words}"),
    to_later: "Look at the council that goes on with it",
    said: |done, not_done| format!("{done} say that it is done, {not_done} that it is not"),
    missing: |day, words| format!("{day}, somebody says that it is not done: {words}"),
};

pub(super) const FIGURES: Figures = Figures {
    heading: "Figures of the councils",
    first_time: |n| {
        format!(
            "{} to a council for the first time",
            counted(n.into(), "person came", "people came")
        )
    },
    first_chance: |n| match n {
        Some(n) => format!("Of them, {n} had never had a chance before."),
        None => "Very few of them had never had a chance before; too few to show.".to_owned(),
    },
    on: |day| format!("As of {day}"),
    trend,
    none: "There was no council yet. The figures will stand here.",
    sessions: "Session by session",
    of_invited: |part, whole| format!("{whole} invited, {part} came"),
    of_able: |part, whole| format!("{whole} had said they can come, {part} of them came"),
    session_first: |n| format!("For the first time: {n}"),
    walk_ins: |n| format!("Came without a seat: {n}"),
    by_group: "By group",
    group: |group, share| match share {
        Some((part, whole)) => format!("{group}: {whole} could, {part} came"),
        None => format!("{group}: too few to show"),
    },
    hidden_means: "Groups of fewer than 5 are hidden, so that nobody is recognised.",
    as_table: "Each session as a table",
    columns: ["Day", "Residents who came", "Invited", "Able and came", "Able", "First time"],
    chances: "Who never had a chance",
    without: |part, whole| format!("{whole} answered, {part} could come to none"),
    few_without: "Who could come to none: too few to show",
    reached: |part, whole| format!("Of {whole} who never had a chance before, {part} came"),
    few_reached: "Who never had a chance before, and came: too few to show",
    hidden: "not shown",
    chances_table: "Each series as a table",
    chance_columns: ["Series", "Could come to none", "Answered", "Came now", "Never before"],
    to_council: "Look at this council",
    show_all: |n| format!("Show all {n} sessions"),
};

pub(super) const POSTER: Poster = Poster {
    title: "Print the council's poster",
    heading: "Residents' council",
    when: "When",
    place: "Where",
    agenda: "What it is about",
    online: "You can also join by video.",
    welcome: "You need no phone and no seat to come. If it is full, those who told us sit first.",
    qr: "Scan: take a seat, read the agenda",
    cancelled: "This council was cancelled",
};

fn reminder(reminder: Reminder) -> &'static str {
    match reminder {
        Reminder::DayBefore => "A day before",
        Reminder::TwoHoursBefore => "Two hours before",
        Reminder::Never => "Not at all",
    }
}

fn stage(stage: StageKind) -> &'static str {
    match stage {
        StageKind::Scheduled => "scheduled",
        StageKind::Noticed => "notice given",
        StageKind::InSession => "in session",
        StageKind::Held => "held",
        StageKind::NoQuorum => "too few came",
        StageKind::MinutesPublished => "minutes published",
        StageKind::Closed => "closed",
        StageKind::Cancelled => "cancelled",
    }
}

fn standing(page: &CouncilPage) -> String {
    let when = LANGUAGE.hours(page.hours);
    let room = &page.room.name;
    let mine = page.mine.as_ref().map(|mine| my_seat(&mine.seat)).unwrap_or_default();
    let said = match &page.stage {
        Stage::Scheduled | Stage::Noticed { .. } => format!("{when}, {room}. {mine}"),
        Stage::InSession { .. } => format!("It sits now, {room}. {mine}"),
        Stage::Ended { sitting } => {
            let came = outcome(&sitting.outcome);
            format!("It sat {when}, {room}. {came} The minutes are being written.")
        }
        Stage::MinutesPublished { sitting, .. } => {
            let came = outcome(&sitting.outcome);
            format!("It sat {when}, {room}. {came} The minutes are public.")
        }
        Stage::Closed { sitting, .. } => {
            let came = outcome(&sitting.outcome);
            format!("It sat {when}, {room}. {came} {}", ending(&page.resolutions))
        }
        Stage::Cancelled { reason, .. } => {
            format!("Cancelled. It was planned for {when}. Reason: {reason}")
        }
    };
    said.trim_end().to_owned()
}

fn my_seat(seat: &MySeat) -> String {
    match seat {
        MySeat::NotAnswered => "You have not said whether you come.".to_owned(),
        MySeat::Coming { way: Way::InPerson } => "You have a seat.".to_owned(),
        MySeat::Coming { way: Way::Online } => "You join by video; your place is kept.".to_owned(),
        MySeat::Waiting { place, .. } => {
            format!("You wait at place {place}. A free seat comes to you, and we tell you.")
        }
        MySeat::NotComing => "You have said that you do not come.".to_owned(),
        MySeat::Here { .. } => "You are checked in.".to_owned(),
    }
}

fn outcome(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Held => "Enough people came.".to_owned(),
        Outcome::NoQuorum { follow_up: None } => {
            "Too few came for a vote; what was said is kept.".to_owned()
        }
        Outcome::NoQuorum { follow_up: Some(next) } => {
            format!("Too few came for a vote; what was said is kept. Next: {next}")
        }
    }
}

/// How a council ended, by what has become of its resolutions.
fn ending(resolutions: &[Resolution]) -> &'static str {
    match resolutions.iter().all(is_settled) {
        true => "Everything is done.",
        false => "It is closed. The minutes say what became of each resolution.",
    }
}

fn resolved(standing: &Standing) -> String {
    match standing {
        Standing::NotCarried => "Not carried.".to_owned(),
        Standing::Open => "Carried, and being done.".to_owned(),
        Standing::ReportedDone { until } => format!(
            "The office says it is done. Residents say until {} whether it is.",
            LANGUAGE.date(*until)
        ),
        Standing::Confirmed { n_done } => {
            let who = counted((*n_done).into(), "resident confirms", "residents confirm");
            format!("Done, {who} it.")
        }
        Standing::Disputed { n_done, n_not_done, .. } => format!(
            "The office says it is done. Of the residents, {n_done} say so, {n_not_done} say it \
             is not."
        ),
        Standing::Unconfirmed { until } => format!(
            "The office says it is done. Nobody said anything until {}.",
            LANGUAGE.date(*until)
        ),
        Standing::CarriedOver { .. } => "Carried; a later council goes on with it.".to_owned(),
    }
}

fn trend(trend: &Trend) -> String {
    let of = |share: &Share| format!("{} of {} could come to none", share.part, share.whole);
    match trend {
        Trend::NothingYet => "After two series we can tell whether it became better.".to_owned(),
        Trend::TooFew => {
            "Those who could come to none are too few to compare, so that nobody is recognised."
                .to_owned()
        }
        Trend::Better { from, to } => format!("Better: at first {}; last {}.", of(from), of(to)),
        Trend::Same { at } => format!("The same: {}.", of(at)),
        Trend::Worse { from, to } => format!("Worse: at first {}; last {}.", of(from), of(to)),
    }
}
