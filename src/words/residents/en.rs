//! Words of signing in, in English.
use super::Words;

/// Words of signing in, in English.
pub const ENGLISH: Words = Words {
    mine: "My echoes",
    mine_sign_in: "Sign in to see what you have sent and where it stands.",
    to_recordings: "Hear what I have said",
    to_times: "Say when I can come to meetings",
    to_help: "See who helps me",
    to_devices: "See where I am signed in",
    heading: "Sign in",
    code: "The 12-digit code on your letter",
    code_hint: "It is on the letter from the neighbourhood office. Spaces do not matter.",
    sign_in: "Sign me in",
    signing_in: "Signing in…",
    no_letter: "No letter, or lost it? Call the number above, and the office will print another.",
    staff: "Sign in as staff",
    residents: "Sign in as a resident",
    name: "Name",
    password: "Password",
    already: |name| format!("You are signed in: {name}."),
    devices: "Where I am signed in",
    devices_hint: "You have signed in on these phones or computers. Sign out any you do not know.",
    this_device: "this one",
    since: |since, used| format!("Since {since}, last used {used}"),
    sign_out_there: |device| format!("Sign out {device}"),
    sign_out: "Sign out",
    signed_out_there: "That one is signed out.",
};
