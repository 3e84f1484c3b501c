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
    away: "The community's server does not answer now. What you filled in is still here: try \
        again in a while, or call the number above.",
    offline: "The phone has no network now. What you filled in is still here: try again when \
        there is one.",
    unknown_community: "The settings of this site are old: the server knows no such community. \
        Reload the page; if that does not help, call the neighbourhood office.",
    garbled: "This page is an old version. Reload it; what you filled in is kept.",
    archive: "Archive",
    archive_means: |on| {
        format!(
            "This is the archive of a finished contest, kept on {on}. Here you can read and \
             count again; nobody signs in, and nothing can be sent."
        )
    },
    archive_home: "A contest that is over",
    not_in_archive: "The archive does not have this. To get something done, call the number above.",
};
