//! Offline: what of the things read may stay on the phone, for when there is no network.

/// Rooms of which what was read may be kept: all of it is public, or the reader's own.
///
/// Ballots, sessions, letters, helpers' codes, recordings and the staff's rooms are not among them.
const ROOMS: [&str; 14] = [
    "",
    "contests",
    "councils",
    "feedback",
    "home",
    "ledger",
    "names",
    "notices",
    "projects",
    "proposals",
    "recordings",
    "series",
    "times",
    "calendar",
];

/// Parts of an address behind which nothing is kept, in whatever room they stand.
const NEVER: [&str; 17] = [
    "attendance",
    "audio",
    "ballot-paper",
    "ballots",
    "choices",
    "entered",
    "invitations",
    "live",
    "notes",
    "owed",
    "parts",
    "proposed",
    "push-key",
    "rehearsal",
    "stamp",
    "waiting",
    "who",
];

/// May the answer to reading this be kept on the phone? `path` is what follows the community.
///
/// What was near to something half written is of no use later, and would push other things out.
pub fn may_be_kept(path: &str) -> bool {
    if path.contains("?like=") {
        return false;
    }
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let mut parts = path.split('/');
    let room = parts.next().unwrap_or_default();
    ROOMS.contains(&room) && parts.all(|part| !NEVER.contains(&part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_public_or_ones_own_may_be_kept() {
        for path in [
            "",
            "home",
            "names",
            "contests",
            "contests/3",
            "contests/3/proposals?limit=20&sort=newest",
            "contests/3/result",
            "contests/3/objections",
            "projects",
            "projects/12",
            "contests/3/titles",
            "proposals/12",
            "proposals/12/texts",
            "feedback/mine",
            "feedback/7",
            "ledger?overdue=true",
            "councils/topics",
            "series/2",
            "times",
            "notices",
        ] {
            assert!(may_be_kept(path), "{path}");
        }
    }

    #[test]
    fn ballots_sessions_letters_and_the_staffs_rooms_are_never_kept() {
        for path in [
            "contests/3/ballot-paper",
            "contests/3/ballots/abc",
            "contests/3/titles?like=%E6%A0%91",
            "sessions",
            "letters/4",
            "letters/4/sheets",
            "residents/5",
            "register/households?silence=long",
            "register.csv",
            "help/2",
            "helping",
            "desk",
            "desk/calls",
            "staff/me",
            "proposals/12/notes",
            "proposals/waiting",
            "projects/waiting",
            "feedback/owed?kind=all",
            "series/2/who",
            "councils/2/attendance",
            "recordings/3/audio",
            "callbacks/9",
        ] {
            assert!(!may_be_kept(path), "{path}");
        }
    }
}
