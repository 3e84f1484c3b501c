//! Words of proposals, in English.
use super::{Words, Writing, writing::Short};
use crate::words::{Room, Tone, format::counted};

fn people(n: u32) -> String {
    counted(u64::from(n), "resident", "residents")
}

/// Words of proposals, in English.
pub const ENGLISH: Words = Words {
    heading: "Proposals",
    total: |n| format!("{} in all", counted(u64::from(n), "proposal", "proposals")),
    none: "There is no proposal yet. Yours can be the first: press the button below; one sentence \
        is enough.",
    none_now: "There are no proposals.",
    sort: "Sort",
    newest: "Newest first",
    most_co_signed: "Most co-signed first",
    by_number: "By number",
    more: |left| format!("Show more ({left} left)"),
    more_shown: |n| format!("{} more shown", counted(n as u64, "proposal", "proposals")),
    number: |n| format!("No. {n}"),
    co_signs: |n| counted(u64::from(n), "co-signature", "co-signatures"),
    place: "Where",
    why: "Why",
    requests: "Requests",
    cost: "What it might cost",
    about: |amount| format!("About {amount}, as its author thinks"),
    cost_unknown: "Its author does not know",
    cost_reviewed: |amount| format!("{amount}, as reviewed"),
    photos: "Photos",
    photo_alt: |n, title| format!("Photo {n} of “{title}”"),
    by: |name| format!("Proposed by {name}"),
    by_elsewhere: "Its author is not on record",
    contest: "In the contest",
    co_signs_of: |n, needed| {
        let have = if n == 1 { "has" } else { "have" };
        match needed {
            0 => format!("{} {have} co-signed.", people(n)),
            needed if n >= needed => {
                format!("{} {have} co-signed; that is enough ({needed} needed).", people(n))
            }
            needed => format!("{} {have} co-signed; {needed} are needed.", people(n)),
        }
    },
    you_co_signed: "You have co-signed.",
    yours: "This is your proposal. Ask your neighbours to co-sign it.",
    co_sign: "Co-sign",
    co_sign_means: "To co-sign is to support this proposal with your name. Others see how many \
        have, not who.",
    sign_in_to_co_sign: "Sign in to co-sign",
    co_signed: "You have co-signed. Thank you.",
    withdraw_co_sign: "Take my co-signature back",
    co_sign_withdrawn: "Your co-signature is taken back.",
    withdraw: "Take my proposal back",
    withdraw_ask: "Take this proposal back? It cannot be restored, and its co-signatures are lost.",
    withdraw_sure: "Yes, take it back",
    withdraw_not: "Leave it as it is",
    withdrawn: "The proposal is taken back.",
    to_desk: "Go to this proposal at the desk",
    writing: Room::apart(Tone::English),
    life: Room::apart(Tone::English),
};

pub(super) const WRITING: Writing = Writing {
    step: |n, all| format!("Step {n} of {all}"),
    back_to_check: "Back to the answers",
    back_to_contest: "Back to the contest",
    what: "What should be done?",
    what_hint: |max| {
        format!(
            "One sentence of at most {max} characters, for example: handrails at building 3. You \
             can speak it with the microphone of your keyboard."
        )
    },
    requests: "What do you ask for in detail?",
    requests_hint: |max| {
        format!("One a line, at most {max}; they are numbered for you. You can leave it empty.")
    },
    requests_preview: "Numbered, it reads",
    requests_none: "Nothing yet. It may stay empty.",
    requests_over: |n, max| {
        format!(
            "There are {n} lines, and room for {max}. These are the first {max}: take the others \
             out, or write them under “Why”."
        )
    },
    place: "Where?",
    place_hint: "For example: the door of building 3, entrance 1.",
    why: "Why is it needed?",
    why_hint: |max| format!("What is hard now, and whom would it help? At most {max} characters."),
    cost: "What might it cost?",
    cost_hint: "In yuan, roughly, for example 8000.",
    cost_unknown: "I do not know",
    photo: "Would you like to add photos?",
    photo_hint: |max| {
        format!("You need not. At most {max}, each up to 20 MB. Please, no faces of other people.")
    },
    photo_choose: "Choose or take a photo",
    photo_full: |max| format!("There are {max} already. To change one, remove one first."),
    photo_sending: "Sending the photo…",
    photo_sent: |n| format!("Photo {n} has arrived."),
    photo_kept: |name| format!("The photo “{name}” has not arrived yet."),
    photo_again: "Send the photo again",
    photo_drop: "Do without this photo",
    photo_another: "Choose another photo",
    photo_unread: "This photo cannot be read. Choose it again.",
    photo_remove: |n| format!("Remove photo {n}"),
    photo_removed: "The photo is removed.",
    photo_sign_in: "To add photos, sign in first; what you wrote is kept. Or continue without.",
    autosaved: "What you write is kept on this phone.",
    check: "Check your proposal",
    check_hint: "Read it once. If it is right, send it; to change an answer, press its “Change”.",
    short: Short {
        title: "What",
        requests: "Requests",
        place: "Where",
        why: "Why",
        cost: "What it might cost",
        photos: "Photos",
    },
    empty: "Nothing yet",
    unfinished: "It is not finished: this is missing before it can be sent",
    go_and_answer: |short| format!("Answer “{short}”"),
    requests_are_title: "None; the sentence under “What” counts",
    no_photos: "No photos",
    n_photos: |n| counted(n as u64, "photo", "photos"),
    send: "Send the proposal",
    send_means: "Everybody will see it, with the name you go by. You can take it back until \
        notice is given.",
    sign_in_first: "To send it, sign in first. What you wrote is kept on this phone; afterwards \
        press “Go on writing” on the contest's page.",
    sign_in: "Sign in to send it",
    sent_elsewhere: "Another page may have sent this proposal already. Look for it in the list \
        first; if it is not there, press “Send the proposal” once more.",
    look_at_list: "Look at the list",
    sent: "Your proposal is sent",
    your_number: "The number of your proposal",
    number_means: "Write it down. On the telephone or at the office, the number is all you need.",
    sent_earlier: "Your earlier try had arrived after all, with what you had written then. What \
        you changed afterwards is not in it.",
    next: "What happens next",
    next_co_signs: |n| {
        format!(
            "Ask your neighbours to co-sign: {} must do so before it is reviewed. Tell them the \
             number.",
            people(n)
        )
    },
    next_review: "When collecting ends, departments look at what can be done.",
    next_find: "How it goes is written on its page at any time.",
    look_at_it: "Look at my proposal",
    to_contest: "Go to the contest",
};
