//! Words of voice commands, in English.
use super::Words;
use crate::browser::recogniser::Why;
use huiyin_domain::voice::{Errand, VoiceCommand};

/// Words of voice commands, in English.
pub const ENGLISH: Words = Words {
    heading: "Do it by speaking",
    what_for: "When tapping is hard, say what you want to do. Tapping does the same.",
    how: "Press “Say a command”, and then say one thing. You have 8 seconds.",
    safe: "Voting and sending are read back to you first. They are done only when you then say \
        “confirm”.",
    privacy: "The browser of your phone does the listening; your voice may go to the company \
        that makes it. We keep nothing of it.",
    examples: "What you can say",
    example: &[
        ("Open number 128", "shows that proposal, or where that matter stands"),
        ("Next", "goes on"),
        ("Back", "goes back"),
        ("Choose the second", "chooses the second one"),
        ("Number 12", "chooses or shows that proposal"),
        ("The words on a button, as “Change”", "presses it"),
        ("Read aloud, again, stop", "reads to you, or stops"),
        ("Bigger", "makes the letters larger"),
        ("Call", "finds the telephone of the office"),
        ("Home", "goes to the first page"),
        ("Confirm, cancel", "answers whether it is to be done"),
    ],
    try_heading: "Try it",
    try_it: "Try to say something",
    works: "This phone understands. From now on “Say a command” is at the top of every page.",
    speak: "Say a command",
    stop: "Stop listening",
    asking: "The phone may ask about the microphone. Please press “Allow”.",
    listening: "Listening, please speak…",
    heard: |words| format!("What I heard: “{words}”"),
    means,
    ran,
    pressed: |name| format!("Pressed “{name}”."),
    was_chosen: |name| format!("“{name}” was chosen already."),
    not_taken: |name| format!("“{name}” could not be chosen. The page says why."),
    read_back: |name, what| {
        format!("You want to: {name}.\n{what}\nTo do it, say “confirm”. Otherwise say “cancel”.")
    },
    changed: "It has changed. Once more:",
    casting: |name| format!("Confirmed. Doing it now: {name}."),
    which_one: |names| format!("Several are like that: {}. Please say more.", names.join("; ")),
    only_so_many: |n| match n {
        0 => "There is nothing to choose on this page.".to_owned(),
        n => format!("There are only {n} to choose from."),
    },
    cancelled: "Nothing was done.",
    nothing_asked: "Nothing waits for a yes.",
    nothing_next: "Nothing leads on from here by itself. Please say the words on a button.",
    not_understood: "Not understood. Say the words on a button, or “next”, “back”, “call”, “help”.",
    yes_or_no: "Not understood. To do it, say “confirm”. Otherwise say “cancel”.",
    ended,
};

fn means(command: &VoiceCommand) -> String {
    match command {
        VoiceCommand::Run(errand) => format!("Understood: {}.", errand_name(*errand)),
        VoiceCommand::Number(id) => format!("Understood: number {id}."),
        VoiceCommand::Choose(nth) => format!("Understood: choose number {nth} of the list."),
        VoiceCommand::Press(words) => format!("Understood: press what is called “{words}”."),
        VoiceCommand::Confirm => "Understood: confirm.".to_owned(),
        VoiceCommand::Cancel => "Understood: cancel.".to_owned(),
    }
}

fn errand_name(errand: Errand) -> String {
    match errand {
        Errand::Open(id) => format!("open number {id}"),
        Errand::Next => "go on".to_owned(),
        Errand::Back => "go back".to_owned(),
        Errand::Home => "go to the first page".to_owned(),
        Errand::ReadAloud => "read this page aloud".to_owned(),
        Errand::Again => "read it again".to_owned(),
        Errand::Stop => "stop".to_owned(),
        Errand::Call => "call".to_owned(),
        Errand::Help => "show what can be said".to_owned(),
        Errand::Display => "make the letters larger".to_owned(),
    }
}

fn ran(errand: Errand) -> String {
    match errand {
        Errand::Call => {
            "The number is at the top of this page. Tap it once to make the call.".to_owned()
        }
        Errand::Open(_)
        | Errand::Next
        | Errand::Back
        | Errand::Home
        | Errand::ReadAloud
        | Errand::Again
        | Errand::Stop
        | Errand::Help
        | Errand::Display => format!("Yes: {}.", errand_name(errand)),
    }
}

fn ended(why: Why) -> &'static str {
    match why {
        Why::Result | Why::Aborted => "It was broken off. Please press again.",
        Why::NoSpeech => "Nothing was heard. Come a little closer, and say it again.",
        Why::Denied => {
            "The browser does not allow the microphone. To use it, allow it in the settings of \
            the browser. Without it: tap, or call the number above."
        }
        Why::NoMicrophone => {
            "There is no microphone, or another program uses it. Tapping does the same."
        }
        Why::Network => {
            "The phone's listening cannot be reached now. Tapping does the same, or call the \
            number above."
        }
        Why::Hung => {
            "No answer for 8 seconds. Perhaps this phone cannot listen. Tapping does the same."
        }
        Why::Missing => {
            "This browser cannot listen. Tapping does the same, or call the number above."
        }
    }
}
