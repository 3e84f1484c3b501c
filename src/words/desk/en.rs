//! Words of the service desk, in English.
use super::{LetterWords, SheetWords, TodayWords, Words};
use crate::words::{feedback, format::counted, meetings_desk};
use huiyin_domain::desk::Waits;

/// Words of the service desk, in English.
pub const ENGLISH: Words = Words {
    heading: "Service desk",
    lead: "What waits for you.",
    not_yours: "The service desk is for staff. Sign in with a staff account.",
    owed: |n, n_overdue| match (n, n_overdue) {
        (0, _) => "Answer residents: nothing is owed".to_owned(),
        (n, 0) => format!("Answer residents: {n} owed"),
        (n, n_overdue) => format!("Answer residents: {n} owed, {n_overdue} overdue"),
    },
    calls: |n| match n {
        0 => "Call residents: nobody is to be called".to_owned(),
        1 => "Call residents: 1 person is to be called".to_owned(),
        n => format!("Call residents: {n} people are to be called"),
    },
    poster: "Print the weekly notice",
    callbacks: |n| match n {
        0 => "See who wants a call: nobody waits".to_owned(),
        1 => "See who wants a call: 1 person waits".to_owned(),
        n => format!("See who wants a call: {n} people wait"),
    },
    recordings: |n| match n {
        0 => "Write recordings down: none waits".to_owned(),
        1 => "Write recordings down: 1 waits".to_owned(),
        n => format!("Write recordings down: {n} wait"),
    },
    residents: "Find a resident and print a letter",
    today: TODAY,
    letters: LetterWords {
        heading: "Find a resident",
        find: "Name, address, or the first 5 digits of a letter",
        find_hint: "A part is enough, such as the building.",
        search: "Search",
        found: |n| format!("Found {}", counted(u64::from(n), "resident", "residents")),
        too_many: |n| format!("Too many: only the first {n} are shown. Say a little more."),
        nobody: "Nobody found. Try another way of writing, such as the building alone.",
        open: |name| format!("Print a letter for {name}"),
        one: |name| format!("Letter for {name}"),
        address: "Address",
        no_address: "none on record",
        last_letter: "Last letter",
        no_letter: "none was printed",
        modes: "Display",
        modes_saved: "The square opens the app as this person wants it",
        no_modes: "Nothing saved: the square opens the standard app",
        means: "A new letter ends the code of the old one at once. Phones that are signed in stay \
            signed in.",
        end_sessions: "Somebody else may have the letter: sign all phones out, too",
        make: "Make a new letter",
        making: "The new letter is on its way…",
        made: "Here is the new letter. Its code is shown only this once: print it now.",
        print: "Print this letter",
        to_search: "Go back to the search",
        sheet: SheetWords {
            title: |community| format!("{community} · Sign-in letter"),
            to: |name| format!("Dear {name},"),
            code: "Your sign-in code",
            steps: "How to use it",
            open: |address| format!("Scan the square below with a phone, or open {address}"),
            type_code: "Without scanning, type the 12 digits above and press “Sign in”.",
            then: "Then you can propose, co-sign, vote and see results.",
            qr: "The square for signing in (QR code)",
            keep: "The code is like a key: keep it, and give it to nobody. We never ask for it by \
                telephone.",
            call: |number, hours| format!("Need help? Call {number} ({hours})."),
            printed: |day| format!("Printed on {day}. Earlier letters no longer work."),
        },
    },
};

const TODAY: TodayWords = TodayWords {
    heading: "To do today",
    see: "See all that is to be done",
    total: |n, n_late| match (n, n_late) {
        (0, _) => "Nothing waits now.".to_owned(),
        (n, 0) => format!("{n} to do, none of it late."),
        (n, n_late) => format!("{n} to do; {n_late} of it is late and comes first."),
    },
    more: |n| format!("{n} more are not on this page; they come when these are done."),
    due: |due, n_days_late| match n_days_late {
        0 => format!("By {due}"),
        n => {
            let days = counted(u64::from(n), "working day", "working days");
            format!("{days} late (it was due on {due})")
        }
    },
    no_day: "No day is set; the sooner the better",
    waits,
};

fn waits(waits: &Waits) -> String {
    match waits {
        Waits::Owed { id, what, title } => {
            format!("No. {id}, {}: {title}", (feedback::ENGLISH.owed)(*what))
        }
        Waits::ToScreen { id, title } => format!("Screen proposal no. {id}: {title}"),
        Waits::ToSend { id, title } => format!("Send proposal no. {id} to review: {title}"),
        Waits::ToReview { id, title } => format!("Proposal no. {id} is in review: {title}"),
        Waits::Callback { id, .. } => format!("Call back no. {id}"),
        Waits::Recording { id } => format!("Write down recording no. {id}"),
        Waits::Calls { n } => {
            format!("Call {} with news", counted(u64::from(*n), "person", "people"))
        }
        Waits::Council { id, stage, title } => {
            format!("Council no. {id}, “{title}”: {}", (meetings_desk::ENGLISH.waits)(*stage))
        }
        Waits::Objection { id } => format!("Answer objection no. {id}"),
        Waits::ToCount { title, .. } => format!("Count the ballots of “{title}”"),
        Waits::ToPublish { title, .. } => format!("Publish the result of “{title}”"),
        Waits::ToBegin { id, title } => format!("Proposal no. {id} has won, begin it: {title}"),
        Waits::Joining { id, n, title } => format!(
            "Project no. {id}, “{title}”: {} to join",
            counted(u64::from(*n), "person would like", "people would like")
        ),
        Waits::Reported { case } => format!("A report: case no. {case}"),
        Waits::Appealed { case } => format!("An appeal: case no. {case}"),
        Waits::Coach { title, .. } => format!("A volunteer is needed for “{title}”"),
        Waits::CoachSilent { title, .. } => format!("The volunteer for “{title}” is silent"),
        Waits::Letters { batch, n } => {
            format!("Make {} of batch no. {batch}", counted(u64::from(*n), "letter", "letters"))
        }
    }
}
