//! Words of coaching, in English.
use super::{List, Thread, Words};
use crate::words::{Room, Tone, format::counted};
use huiyin_domain::coaching::{CoachingRefusal, End, Party, StageKind, wire::LineKind};

/// Words of coaching, in English.
pub const ENGLISH: Words = Words {
    heading: "Help by a volunteer",
    offered: "Whoever finds a proposal hard to write can ask for a volunteer's help. Its authors \
              open their proposal and press “Ask for a volunteer's help”.",
    open: "Ask for a volunteer's help",
    ask_heading: "Ask for a volunteer's help",
    means: "A volunteer helps to find the words and only suggests: the text is the authors' own. \
            What is said is read by the authors, the volunteer and the office alone.",
    sign_in: "Sign in to ask for a volunteer's help.",
    need: "What do you need help with? (You may leave this out)",
    need_hint: "For example: how to say why it is needed. Volunteers read these words.",
    send: "Ask for a volunteer",
    sent: "It has arrived. You are told when a volunteer comes.",
    not_now: "The text of the proposal stands fast: no more help is needed.",
    see: "See this help",
    see_ended: |n| format!("See earlier help (no. {n})"),
    about: |n, title| format!("No. {n} {title}"),
    needs: |need| format!("They need help with: {need}"),
    coach: |name| format!("Volunteer: {name}"),
    due: |due, n_days_late| match n_days_late {
        0 => format!("A first word comes by {due}"),
        n => {
            let days = counted(u64::from(n), "working day", "working days");
            format!("The first word is {days} late (it was due on {due})")
        }
    },
    list: Room::apart(Tone::English),
    thread: Room::apart(Tone::English),
};

pub(super) const LIST: List = List {
    heading: "Proposals that wait for a volunteer",
    lead: "Some neighbours have good ideas and find them hard to write. Volunteers think and \
           write with them.",
    sign_in: "Sign in to be a volunteer.",
    join_means: "Once you are on the list you see who waits, and choose whom you help. The office \
                 may ask you, too.",
    join: "Be a volunteer",
    joined: "You are on the list of volunteers. Thank you!",
    is_on: "You are on the list of volunteers.",
    leave: "Leave the volunteers",
    left: "You are no longer on the list of volunteers. You may go on with those you help now.",
    none: "Nobody waits now.",
    waiting: "Waiting for a volunteer",
    running: "Being helped",
};

pub(super) const THREAD: Thread = Thread {
    heading: |n| format!("Help with proposal no. {n}"),
    only_yours: "What is said here is read by the authors, the volunteer and the office alone.",
    past: "You have no part in this help any more, and cannot read what was said.",
    stage: |stage| match stage {
        StageKind::Waiting => "The authors wait for a volunteer.",
        StageKind::Running => "A volunteer helps.",
        StageKind::Ended => "The help has ended.",
    },
    end: |end| match end {
        End::ByAuthor { thanked: true } => "The authors have ended it with thanks.",
        End::ByAuthor { thanked: false } => "The authors have ended it.",
        End::ByItself => "The text of the proposal stands fast, and the help has ended by itself.",
    },
    read_proposal: "Read the proposal",
    lines: "What was said",
    no_lines: "Nobody has said anything yet.",
    you: "You",
    by: |party, name| {
        let who = match party {
            Party::Author => "Author",
            Party::Coach => "Volunteer",
            Party::Office => "Office",
        };
        name.map_or_else(|| who.to_owned(), |name| format!("{who}: {name}"))
    },
    kind: |kind| match kind {
        LineKind::Need => " · what is needed",
        LineKind::Said => "",
        LineKind::LaidDown => " · why another volunteer comes",
        LineKind::Thanks => " · thanks",
    },
    say: "What would you like to say?",
    say_hint: "Volunteers only suggest; the authors change their text themselves. Write no \
               passwords and no identity numbers.",
    send: "Send the words",
    said: "Your words were sent.",
    take_means: "If you help, begin with a word to the authors. When you cannot go on, say so at \
                 any time.",
    take: "Help these authors",
    taken: "You are their volunteer now. Please begin with a word to the authors.",
    name: "Which volunteer do you ask?",
    volunteer: |name, n_coached| match n_coached {
        0 => name.to_owned(),
        n => format!("{name} (helps with {n} now)"),
    },
    name_do: "Ask this volunteer",
    named: "The volunteer was asked. Both sides are told.",
    nobody: "There is nobody on the list of volunteers who could be asked.",
    thanks: "A word of thanks? (You may leave this out)",
    thanks_hint: "The volunteer reads it.",
    end_it: "End the help",
    end_waiting: "Ask for no help any more",
    ended: "The help has ended. You may ask again.",
    lay_down_why: "Why can you not go on?",
    free_why: "Why is another volunteer needed?",
    reason_hint: "The authors and the office read it.",
    lay_down: "Stop helping",
    free: "Look for another volunteer",
    laid_down: "It is noted. The authors wait for another volunteer.",
};

/// Why a rule about coaching says no: what is so, and what to do next.
pub fn refusal(why: CoachingRefusal) -> String {
    match why {
        CoachingRefusal::NotYours => {
            "Only the authors, the volunteer and the office see this. If you would like to help, \
             see the proposals that wait for a volunteer."
                .into()
        }
        CoachingRefusal::NotAVolunteer => {
            "You are not on the list of volunteers yet. Put yourself on it first.".into()
        }
        CoachingRefusal::NoSuchVolunteer => {
            "This resident is not on the list of volunteers. Choose another.".into()
        }
        CoachingRefusal::AuthorCannotCoach => {
            "Authors cannot be the volunteer for their own proposal. Another volunteer can.".into()
        }
        CoachingRefusal::NotTheCoach => {
            "Only the volunteer or the office does this. Authors who need no more help end it."
                .into()
        }
        CoachingRefusal::AskedAlready => {
            "A volunteer was asked for already, and that has not ended. See this help.".into()
        }
        CoachingRefusal::NotAtThisStage { stage } => {
            let stage = match stage {
                StageKind::Waiting => "waits for a volunteer",
                StageKind::Running => "has a volunteer already",
                StageKind::Ended => "has ended",
            };
            format!("It {stage}, so this cannot be done any more. Reload the page.")
        }
        CoachingRefusal::TextStandsFast => {
            "The text of the proposal stands fast and cannot be changed, so no more help is \
             needed. Call the number above if something is wrong."
                .into()
        }
        CoachingRefusal::TooManyAtOnce { max } => format!(
            "A volunteer helps with at most {max} proposals at once. Wait until one has ended, or \
             ask another."
        ),
        CoachingRefusal::ThreadFull { max } => format!(
            "At most {max} things are said in one help, and they have been. End it, and ask again."
        ),
        CoachingRefusal::NobodyToThank => {
            "Nobody has helped yet who could be thanked. End it without thanks.".into()
        }
    }
}
