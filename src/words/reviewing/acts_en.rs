//! Words of the acts on a proposal, in English.
use crate::reviewing::act::Act;

pub(super) fn act(act: Act) -> &'static str {
    match act {
        Act::Pass => "Pass the screening",
        Act::Return => "Send back to be mended",
        Act::RuleOut => "Rule out by the list",
        Act::Admit => "Admit with too few co-signatures",
        Act::Send => "Ask departments",
        Act::Assess => "Say what is found",
        Act::Conclude => "Give the public answer",
        Act::Shortlist => "Put on the shortlist",
        Act::SetAside => "Say why it cannot be done",
        Act::Merge => "Suggest a merge",
        Act::TakeBack => "Take the suggestion back",
    }
}

pub(super) fn means(act: Act) -> &'static str {
    match act {
        Act::Pass => "Neighbours can co-sign it at once. The author is told.",
        Act::Return => "Mended, it comes back to be screened. Everybody reads what to mend.",
        Act::RuleOut => {
            "Only by the published list. Choose the item and say why. It cannot be undone."
        }
        Act::Admit => "Too few have co-signed. Say why it goes on; everybody reads it.",
        Act::Send => "Choose who leads: that department answers in public. Others may look too.",
        Act::Assess => "Staff alone read it for now. It becomes public with the public answer.",
        Act::Conclude => {
            "The answer to the author and to everybody, public at once. A yes shortlists it; a \
             no needs its reason."
        }
        Act::Shortlist => "It can be voted for once notice begins. Everybody sees what it costs.",
        Act::SetAside => "Public at once, and the author is told.",
        Act::Merge => "For two that ask for the same. They merge only if the author agrees.",
        Act::TakeBack => "The author is not asked any more, and both go on by themselves.",
    }
}

pub(super) fn send(act: Act) -> &'static str {
    match act {
        Act::Pass => "Yes, pass it",
        Act::Return => "Send it back to its author",
        Act::RuleOut => "Yes, rule it out",
        Act::Admit => "Yes, admit it",
        Act::Send => "Send it to the departments",
        Act::Assess => "Hand in what is found",
        Act::Conclude => "Publish this answer",
        Act::Shortlist => "Shortlist it",
        Act::SetAside => "Set it aside",
        Act::Merge => "Ask the author",
        Act::TakeBack => "Yes, take it back",
    }
}

pub(super) fn done(act: Act) -> &'static str {
    match act {
        Act::Pass => "It has passed, and can be co-signed.",
        Act::Return => "It is sent back, and the author is told.",
        Act::RuleOut => "It is ruled out, and the reason public.",
        Act::Admit => "It is admitted. Ask departments next.",
        Act::Send => "It is sent, and the departments are told.",
        Act::Assess => "The finding is handed in.",
        Act::Conclude => "The answer is public, and the author is told.",
        Act::Shortlist => "It is on the shortlist.",
        Act::SetAside => "It is set aside, and the reason public.",
        Act::Merge => "The author is asked.",
        Act::TakeBack => "The suggestion is taken back.",
    }
}

pub(super) fn reason(act: Act) -> &'static str {
    match act {
        Act::Return => "What is to be mended?",
        Act::RuleOut => "Why does it fall under this item?",
        Act::Admit => "Why does it go on?",
        Act::Assess | Act::Conclude | Act::SetAside => "Why it cannot be done",
        Act::Merge => "Why go on together?",
        Act::Pass | Act::Send | Act::Shortlist | Act::TakeBack => "In words",
    }
}
