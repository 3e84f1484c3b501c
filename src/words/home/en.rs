//! Words of the first screen, in English.
use super::Words;
use crate::words::format::counted;

/// Words of the first screen, in English.
pub const ENGLISH: Words = Words {
    heading: "What you can do now",
    hello: |name| format!("Hello, {name}!"),
    guest: "You are not signed in. Everybody may read; to propose, co-sign and vote, sign in with \
        the code on your letter.",
    nothing: "Nothing is open now. The office will put up a notice when something is.",
    past: "Earlier",
    read_proposals: |n| format!("Read {}", counted(u64::from(n), "proposal", "proposals")),
};
