//! Words of asking to be called back, in English.
use super::{StaffWords, Words};
use crate::words::format::counted;
use huiyin_domain::callbacks::PreferredTime;

/// Words of asking to be called back, in English.
pub const ENGLISH: Words = Words {
    heading: "Ask us to call you",
    lead: "Leave a number and we will call you. You need not sign in.",
    phone: "Your telephone number",
    phone_hint: "Mobile or landline. A landline needs its area code.",
    when: "When can you take a call?",
    time,
    about: "What is it about? (may stay empty)",
    about_hint: "A few words are enough, or tell us on the telephone.",
    send: "Send and wait for the call",
    asked: "Noted: please wait for our call",
    your_number: "The number of your request",
    number: |id| format!("No. {id}"),
    next: "What comes next",
    will_call: |when, hours| match when {
        PreferredTime::Any => format!("We will call you in office hours: {hours}."),
        PreferredTime::Morning | PreferredTime::Afternoon | PreferredTime::Evening => {
            format!("We will try to call you {}. Office hours: {hours}.", part(when))
        }
    },
    know_us: "Whoever calls will first say this number. We never ask for passwords or money.",
    change: "Another time after all? Leave the same number once more.",
    talked: "We have talked with you on the telephone.",
    not_reached: "We called several times and nobody answered.",
    again: "Leave your number again",
    staff: StaffWords {
        heading: "People who wait for a call",
        nobody: "Nobody waits for a call now.",
        waiting: |n| {
            format!("{}, the first to ask on top.", counted(u64::from(n), "person", "people"))
        },
        more: |n| format!("{n} more are shown when these are settled."),
        since: |since| format!("Asked on {since}"),
        wants: |when| match when {
            PreferredTime::Any => "Any time will do".to_owned(),
            PreferredTime::Morning | PreferredTime::Afternoon | PreferredTime::Evening => {
                format!("Would like to be called {}", part(when))
            }
        },
        call: |number| format!("Call {number}"),
        settle: |id| format!("Note the result of no. {id}"),
        settle_heading: |id| format!("The result of call-back no. {id}"),
        result: "Did somebody answer?",
        talked: "Yes, and we have talked",
        not_reached: "No, and we stop trying",
        choose: "Choose whether somebody answered.",
        tries: "How often did you call?",
        tries_hint: |least| format!("At least {least} times, best at different hours."),
        note: "Anything to note? (may stay empty)",
        note_hint: "No names and no telephone numbers.",
        close: |id| format!("Settle no. {id} and delete the number"),
        closed: "Settled. The telephone number is deleted.",
        to_list: "Go back to those who wait",
    },
};

fn time(when: PreferredTime) -> &'static str {
    match when {
        PreferredTime::Morning => "Morning",
        PreferredTime::Afternoon => "Afternoon",
        PreferredTime::Evening => "Evening",
        PreferredTime::Any => "Any time",
    }
}

fn part(when: PreferredTime) -> &'static str {
    match when {
        PreferredTime::Morning => "in the morning",
        PreferredTime::Afternoon => "in the afternoon",
        PreferredTime::Evening => "in the evening",
        PreferredTime::Any => "at any time",
    }
}
