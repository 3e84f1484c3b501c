//! Words for when there is no network, in English.
use super::{Told, Words};
use crate::{
    offline::item::What,
    words::{Room, Tone},
};

/// Words for when there is no network, in English.
pub const ENGLISH: Words = Words {
    no_network: "The phone has no network now. What you filled in is still here.",
    server_away: "The community's server does not answer now. What you filled in is still here.",
    kept: "It is kept on this phone and will be sent by itself when there is a network.",
    kept_here: "This phone cannot keep it. Leave this page open: it will be sent by itself when \
        there is a network.",
    see: "See what waits",
    leave_ask: |n| {
        format!(
            "Not yet sent: {n}. Signing out now removes this. Connect to a network and wait until \
             it is sent, then sign out."
        )
    },
    leave_sure: "Sign out all the same, and remove it",
    told: Room::apart(Tone::English),
};

pub(super) const TOLD: Told = Told {
    state: "Network and sending",
    read_at: |at| format!("The community's server cannot be reached now. This was read on {at}."),
    read_again: "Read again",
    new_version: "There is a new version. Finish what you are doing, then update; what you filled \
        in is kept.",
    taken_elsewhere: "Another window has taken the new version; this one is still the old one. \
        Finish what you are doing, then update here, too.",
    update_now: "Update now",
    n_waiting: |n| format!("Waiting to be sent: {n}"),
    what,
    arrived: |it, number| match number {
        Some(number) => format!("Sent by itself: {}, number {number}.", what(it)),
        None => format!("Sent by itself: {}.", what(it)),
    },
    waiting: "Waiting to be sent",
    waiting_means: "These have not reached the community yet. They go by themselves when there is \
        a network, each once.",
    nothing_waits: "Nothing waits: everything has arrived.",
    send_now: "Send now",
    sending_now: "Sending…",
    said_on: |at| format!("Written on {at}"),
    will_go: "Waiting to be sent.",
    refused: "It was not taken: things have changed since you wrote it.",
    refused_next: "Your words are all above: copy them, or go back to the page, change them and \
        send again.",
    look_again: "Back to the page",
    drop: "Do not send it",
    drop_ask: "It will be removed from what waits. Are you sure?",
    drop_sure: "Yes, remove it",
    drop_not: "No, keep it",
    dropped: "It is removed and will not be sent.",
};

fn what(it: What) -> &'static str {
    match it {
        What::Proposal => "a proposal",
        What::Opinion => "an opinion or a topic",
        What::CoSign => "a co-signature",
        What::Support => "support of a topic",
        What::SeriesAnswer => "when you can come to a council",
        What::Times => "when you can usually come",
        What::Seat => "your answer to a council",
        What::LastWord => "your word on an answer",
    }
}
