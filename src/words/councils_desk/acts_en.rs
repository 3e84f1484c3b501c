//! Words of the acts of whoever plans councils, in English.
use crate::councils_desk::act::Act;

/// To an act, a verb first.
pub(super) fn act(act: Act) -> &'static str {
    match act {
        Act::Describe => "Change the name and purpose",
        Act::Topics => "Choose the topics",
        Act::Needs => "Say how many, and what a plan must keep to",
        Act::Slots => "Add times by a rule",
        Act::Slot => "Add one time by hand",
        Act::Withdraw => "Take a time out",
        Act::Open => "Ask residents when they can come",
        Act::Extend => "Ask longer",
        Act::Plan => "Choose the times",
        Act::Close => "End these councils",
        Act::Cancel => "Cancel these councils",
    }
}

/// The question of an act's page.
pub(super) fn heading(act: Act) -> &'static str {
    match act {
        Act::Describe => "What are they called, and what are they for?",
        Act::Topics => "Which topics?",
        Act::Needs => "How many councils, and what must a plan keep to?",
        Act::Slots => "Which times could be used?",
        Act::Slot => "Which time?",
        Act::Withdraw => "Which time is taken out?",
        Act::Open => "Until when are residents asked?",
        Act::Extend => "Until when are they asked now?",
        Act::Plan => "Which times are chosen?",
        Act::Close => "Are all of them over?",
        Act::Cancel => "Why are they cancelled?",
    }
}

/// What an act means, before it is done.
pub(super) fn means(act: Act) -> &'static str {
    match act {
        Act::Describe => "Every resident can read it.",
        Act::Topics => "Residents suggested these. The most supported come first.",
        Act::Needs => "A plan always keeps to these.",
        Act::Slots => {
            "Write a rule, and the times that fit are listed, public holidays left out. Residents \
             who have answered are asked only about new times."
        }
        Act::Slot => {
            "Usually in the evening or on a day off. A weekday's daytime needs a reason that \
             everybody reads."
        }
        Act::Withdraw => "Residents are not asked about it any more. What they answered is kept.",
        Act::Open => "Residents see each time and say: I can, I can if need be, or I cannot.",
        Act::Extend => "Residents can go on answering, and change what they said.",
        Act::Plan => {
            "The times are found from the answers, with the worst-off group first. Everybody can \
             read why."
        }
        Act::Close => {
            "Only when each was held and its minutes are published. Nothing can be changed after."
        }
        Act::Cancel => "This cannot be undone. Answers are kept, and topics can be used again.",
    }
}

/// The button that does it.
pub(super) fn send(act: Act) -> &'static str {
    match act {
        Act::Describe => "Save the name and purpose",
        Act::Topics => "Save the topics",
        Act::Needs => "Save the needs",
        Act::Slots => "Add the chosen times",
        Act::Slot => "Add this time",
        Act::Withdraw => "Take this time out",
        Act::Open => "Ask residents now",
        Act::Extend => "Ask longer",
        Act::Plan => "Choose these times",
        Act::Close => "End these councils",
        Act::Cancel => "Cancel these councils",
    }
}

/// After it was done.
pub(super) fn done(act: Act) -> &'static str {
    match act {
        Act::Describe => "The name and purpose are changed.",
        Act::Topics => "The topics are saved.",
        Act::Needs => "The needs are saved.",
        Act::Slots | Act::Slot => "Added.",
        Act::Withdraw => "This time is taken out.",
        Act::Open => "Residents can answer now.",
        Act::Extend => "Residents are asked longer.",
        Act::Plan => "The times are chosen. Residents will be told.",
        Act::Close => "Ended.",
        Act::Cancel => "Cancelled. Residents can read why.",
    }
}

/// Why something is done.
pub(super) fn reason(act: Act) -> &'static str {
    match act {
        Act::Withdraw => "Why is it taken out?",
        Act::Extend => "Why longer?",
        Act::Cancel => "Why?",
        Act::Describe
        | Act::Topics
        | Act::Needs
        | Act::Slots
        | Act::Slot
        | Act::Open
        | Act::Plan
        | Act::Close => "Why?",
    }
}
