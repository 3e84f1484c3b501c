//! Words of notices, in English.
use super::{Calls, ChoiceWords, Poster, Words};
use crate::words::{Room, Tone, format::counted};
use huiyin_domain::{
    coaching::Told as CoachingTold,
    councils::{meeting::Told, series::Told as SeriesTold},
    moderation::{About, Told as CaseTold, VoiceRef},
    notices::Why,
};

/// Words of notices, in English.
pub const ENGLISH: Words = Words {
    heading: "My notices",
    see: "See my notices",
    sign_in: "Sign in to see your notices.",
    unread: |n| match n {
        0 => "You have read everything.".to_owned(),
        n => format!("{n} unread."),
    },
    nothing: "Nothing yet. What becomes of what you sent will stand here.",
    new: "Unread",
    why: |why| match why {
        Why::Sent => "You sent it",
        Why::CoSigned => "You co-signed it",
        Why::Followed => "You follow it",
        Why::Duty => "It is your duty",
        Why::Oversight => "You see to it",
    },
    about: |n, title| format!("No. {n} {title}"),
    about_coaching: |n, title| format!("Help with no. {n} {title}"),
    about_case: |about| match about {
        About::Submission(id) => format!("No. {id}, which you sent"),
        About::Objection(id) => format!("Your objection no. {id}"),
        About::Voice(VoiceRef { project, n }) => {
            format!("What you said of project no. {project} (word {n})")
        }
    },
    about_council: |n, title| format!("Council No. {n}: {title}"),
    council: |told, when| match told {
        Told::Noticed => format!("It has a date: {when}. Please say whether you come."),
        Told::Moved => format!("Its time or place has changed. Now it is {when}."),
        Told::Cancelled => "It does not take place.".to_owned(),
        Told::LinkChanged => "It is joined by video at another address.".to_owned(),
        Told::Promoted => format!("You have a seat now. It is {when}."),
        Told::Pushed => {
            "There are fewer seats. You wait for one now, and are told when there is.".to_owned()
        }
        Told::Reminder => format!("It is soon: {when}."),
        Told::MinutesPublished => "Its minutes are public.".to_owned(),
        Told::ReportedDone => {
            format!("A resolution is reported as done. Please say by {when} whether it is.")
        }
    },
    series: |told, times, until| match (told, times, until) {
        (SeriesTold::PollOpened, _, Some(until)) => {
            format!("There will be a council. Please say by {until} when you can come.")
        }
        (SeriesTold::PollOpened, _, None) => {
            "You were asked when you can come. The time for it is over.".to_owned()
        }
        (SeriesTold::SlotsAdded, [], _) => {
            "There were new times. You have answered about all of them.".to_owned()
        }
        (SeriesTold::SlotsAdded, [..], None) => {
            "There were new times. The time to answer is over.".to_owned()
        }
        (SeriesTold::SlotsAdded, times, Some(until)) => {
            let times = times.join("; ");
            format!("New times: {times}. Please answer only about these, by {until}.")
        }
        (SeriesTold::Scheduled, [], _) => "The times were chosen, and cancelled since.".to_owned(),
        (SeriesTold::Scheduled, times, _) => {
            format!("The times are chosen: {}. Please note them.", times.join("; "))
        }
        (SeriesTold::Cancelled, ..) => "It does not take place. Open it to see why.".to_owned(),
    },
    coaching: |told| match told {
        CoachingTold::Wanted => {
            "Its authors wait for a volunteer's help. See whether you have time."
        }
        CoachingTold::Named => {
            "The office asks you to help its authors. Please begin with a word to them."
        }
        CoachingTold::Found => "A volunteer helps you with it.",
        CoachingTold::Said => "There are new words for you.",
        CoachingTold::LaidDown => "Another volunteer will come; the authors wait.",
        CoachingTold::Ended => "The volunteer's help has ended.",
        CoachingTold::Thanked => "The help has ended, and its authors thank you.",
        CoachingTold::Over => "The text stands fast, and the help has ended by itself.",
    },
    case: |told| match told {
        CaseTold::Hidden => {
            "Your words were hidden. Open it to read why; if you disagree, you can appeal."
        }
        CaseTold::Upheld => "Your appeal was answered: they stay hidden. Open it to read why.",
        CaseTold::Restored => "Your words are to be read again by everybody.",
    },
    read_all: "Mark everything as read",
    all_read: "Everything is marked as read.",
    next: "Go on to older notices",
    newest: "Go back to the newest notices",
    choices: Room::apart(Tone::English),
    calls: Room::apart(Tone::English),
    poster: Room::apart(Tone::English),
};

pub(super) const CHOICES: ChoiceWords = ChoiceWords {
    heading: "How I want to hear",
    open: "Change how I hear",
    lead: "My notices have everything. Choose here how else you want to hear.",
    email: "E-mail address (empty for no e-mails)",
    email_hint: "Such as wang@example.cn. Used for nothing else.",
    sms: "Send me a text message",
    call: "Call me",
    phone: "Telephone number",
    phone_hint: "Needed for text messages and calls. Used only to tell you things and to ask you.",
    push: "Show a notice on my phone",
    not_here: |way| format!("“{way}” is not set up here yet."),
    save: "Save",
    saved: "Noted. You will hear in this way from now on.",
    on_phone: "Notices on this phone",
    on_phone_means: "When you press the button, the phone asks whether you agree.",
    on_phone_ask: "Show notices on this phone",
    on_phone_done: "Done: this phone tells you when something happens.",
    on_phone_missing: "This browser cannot show notices. Choose a text message or a call.",
    on_phone_denied: "The phone did not agree. Its settings can allow it.",
    on_phone_failed: "It did not work. Try again later, or choose a call.",
};

pub(super) const CALLS: Calls = Calls {
    heading: "People to be called",
    total: |n, hours| {
        let people = counted(n.into(), "person", "people");
        format!("{people} to be called, who waits longest on top. Office hours: {hours}.")
    },
    nobody: "Nobody is to be called now.",
    chosen: "Asked to be called",
    long_away: "Has not used the app for long",
    is_asked: "They have not said yet whether it will do",
    read: "What to say",
    read_there: "What to say when you see them",
    greeting: |name, n, title| {
        format!("Hello {name}, this is the neighbourhood office about no. {n}, “{title}”.")
    },
    happened: |day, what| format!("{day}: {what}"),
    ask: "Was that clear? Tell me what you would like to say, and I will note it.",
    ask_word: "Will it do like this? Tell me, and I will note it.",
    their_word: |n| format!("Enter their word on no. {n}"),
    call: |number| format!("Call {number}"),
    no_number: "No number is known. Visit them, or ask a neighbour to tell them.",
    series_greeting: |name, title| {
        format!("Hello {name}, this is the neighbourhood office about the council “{title}”.")
    },
    series_done: |name, title| format!("Told {name} about “{title}”"),
    series_in_vain: |name, title| format!("Could not reach {name} about “{title}”"),
    done: |n| format!("Told everything about no. {n}"),
    was_done: "Noted. They know now.",
    in_vain: |n| format!("Could not reach them about no. {n}"),
    was_in_vain: "Noted. They stand here again another day.",
};

pub(super) const POSTER: Poster = Poster {
    title: "Weekly notice",
    heading: |from, to| format!("What became of what you said, {from} to {to}"),
    answered: |n| format!("{n} answered"),
    done: |n| format!("{n} done"),
    overdue: |n| format!("{n} overdue"),
    none: "None.",
    more: |n| format!("{n} more are on the ledger."),
    line: |n, title| format!("No. {n} {title}"),
    qr: "Scan to see everything (echo ledger)",
    root: |day| format!("The fingerprint of {day}"),
    root_means: "If one letter of the record were changed, this would no longer fit.",
};
