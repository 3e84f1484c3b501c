//! Words around every page, in English.
use super::Words;

/// Words around every page, in English.
pub const ENGLISH: Words = Words {
    product: "Huiyin",
    own_name: "English",
    skip: "Skip to the page",
    doors: "Main pages",
    home: "Home",
    contests: "Contests",
    display: "Display",
    mine: "Mine",
    screen_of: |at, all| format!("Screen {at} of {all}"),
    screens: "More of this page",
    next_screen: "Next screen",
    screen_before: "Screen before",
    sign_in: "Sign in",
    hot_line: "Telephone of the neighbourhood office",
    call: "Call",
    no_passwords: "We never ask for bank passwords or for money.",
    opening: "Opening, please wait…",
    try_again: "Try again",
    not_found: "There is no such page",
    not_opened: "This page could not be opened",
    not_found_next: "The address may be mistyped, or what was here is gone. Go to the first page, \
        or call the number above.",
    go_home: "Go to the first page",
    back: "Back",
    go_on: "Continue",
    change: "Change",
    sending: "Sending…",
    clock_is_wrong: "The clock of this phone is wrong. All dates here follow the community's time.",
    cannot_keep: "This phone cannot keep anything (perhaps a private window). When you leave this \
        page you will have to sign in and fill in again.",
};
