//! Words of the first screen, in English.
use super::{Ask, Words};
use crate::words::{Room, Tone, format::counted};

/// Words of the first screen, in English.
pub const ENGLISH: Words = Words {
    heading: "What you can do now",
    hello: |name| format!("Hello, {name}!"),
    guest: "You are not signed in. Everybody may read; to propose, co-sign and vote, sign in with \
        the code on your letter.",
    to_elder: "Large and simple",
    to_elder_means: "large text, large buttons",
    nothing: "Nothing is open now. The office will put up a notice when something is.",
    past: "Earlier",
    say: "I have something to say",
    read_proposals: |n| format!("Read {}", counted(u64::from(n), "proposal", "proposals")),
    desk: "Open the desk",
    ask_heading: "Get help",
    ask: Room::apart(Tone::English),
};

pub(super) const ASK: Ask = Ask {
    hint: "Choose what suits you. Each of these counts the same.",
    call: "Call",
    hours: |hours, office| format!("Somebody answers: {hours}. Or come to: {office}"),
    call_me: "Have me called back",
    call_me_means: "Leave a number and we call you, at no cost to you.",
    helper: "Have somebody do it with me",
    helper_means: "Family, a volunteer or a grid worker. You decide, and can stop it at any \
        time.",
    say: "Send an opinion or an idea",
    say_means: "One sentence is enough; it gets a number and an answer.",
    speak: "Speak instead of typing",
    speak_means: "You speak, we write it down and read it to you. It counts once you say yes.",
    voice: "Use the app by voice",
    voice_means: "Say “open number 12”, “next”, “back”.",
    paper: "Write on paper",
    paper_means: "Print a form with large type and hand it in at the office.",
};
