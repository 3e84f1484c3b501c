//! Words of what is printed, in English.
use super::{BallotSheet, Office, ProposalSheet, TimesSheet, Who, Words};
use crate::words::{Room, Tone, format::counted};
use huiyin_domain::channels::Channel;
use std::collections::BTreeMap;

/// Words of what is printed, in English.
pub const ENGLISH: Words = Words {
    print: "Print",
    print_means: "Press “Print”; it fits A4 paper. Without a printer, the office has copies.",
    form_number: |number| format!("Form {number}"),
    proposal_open: "Print the proposal form to write by hand",
    ballot_open: "Print the ballot guide",
    times_open: "Print the form of times to fill in by hand",
    how_to_fill: "Write large, with a black pen. Leave out what you do not know. The back is \
        for more.",
    where_to: "Where to bring it",
    until: |day| format!("By {day} at the latest."),
    until_any: "At any time.",
    or_call: |number, hours| {
        format!(
            "If you would rather not write, tell us by phone: {number} ({hours}). It counts the same."
        )
    },
    on_phone: "Or scan this with a phone, to read and fill it in there.",
    ways_in,
    way_in: |channel| format!("This proposal came {}.", way(channel)),
    who: Room::apart(Tone::English),
    office: Room::apart(Tone::English),
    proposal: Room::apart(Tone::English),
    ballot: Room::apart(Tone::English),
    times: Room::apart(Tone::English),
};

pub(super) const WHO: Who = Who {
    name: "Your name",
    home: "Your address, or the first 5 digits on your letter",
    home_hint: "Only the first 5. The last 7 are secret: do not write them.",
};

pub(super) const OFFICE: Office = Office {
    heading: "For the office",
    received: "Received on ____ / ____ / ______",
    by_paper: "On paper",
    by_phone: "By phone",
    entered: "Entered as No. __________ on ____ / ____ by __________",
    entered_times: "Entered on ____ / ____ by __________",
};

pub(super) const PROPOSAL: ProposalSheet = ProposalSheet {
    title: "Proposal form",
    what: "What should be done? One sentence.",
    place: "Where?",
    why: "Why is it needed?",
    requests: "What do you ask for in detail?",
    requests_hint: "One on each line. May be left empty.",
    cost: "What might it cost?",
    cost_line: "About ____________ yuan",
    cost_unknown: "I do not know",
    reach: "How can we reach you?",
    reach_phone: "By phone: __________________",
    reach_home: "At home",
    reach_none: "No need, I will come and ask",
    consent: "Do you agree?",
    consent_line: "I agree that the office enters this proposal and shows it with the name I \
        go by. My address and phone number are not shown.",
    sign: "Signature ______________  Day ____ / ____",
    then: "Once it is entered, the office tells you its number. On paper or on a phone, it \
        counts the same.",
    closed: "This contest takes no more proposals, so there is no form.",
};

pub(super) const BALLOT: BallotSheet = BallotSheet {
    title: "Ballot guide",
    not_a_ballot: "This sheet is for you to read and mark for yourself. It is not the \
        ballot. Handing it in is not voting.",
    may_change: "The list may still change until notice is given. Print it again then.",
    nothing: "Nothing is on the list yet. Come back when notice has been given.",
    how_many: |n, most| {
        let all = counted(n as u64, "proposal", "proposals");
        match most {
            Some(most) => format!("{all}. Everybody may choose up to {most}."),
            None => format!("{all}."),
        }
    },
    within: |budget| format!(" Choose as many as {budget} can pay for."),
    points: |total, each| {
        format!(" Everybody has {total} points to give, at most {each} to one proposal.")
    },
    order: |places| format!(" Put up to {places} in order, the one you want most first."),
    my_mark: "My choice",
    place: |place| format!("Where: {place}"),
    cost: |amount| format!("Cost: {amount}"),
    why: |why| format!("Why: {why}"),
    how: "How to vote",
    how_phone: "Scan the code below with a phone. Sign in with the 12 digits on your \
        letter, and vote.",
    how_office: |office| {
        format!(
            "Without a phone: bring your letter to {office}. Staff help you vote on the office's own device."
        )
    },
    secret: "Nobody needs to know what you choose.",
    opens: |day| format!("Voting begins on {day}."),
    closes: |day| format!("It ends on {day}. Until then you can change your vote."),
    no_date: "The end is not fixed yet. The office will put up a notice.",
};

pub(super) const TIMES: TimesSheet = TimesSheet {
    title: "When you can come to meetings",
    what_for: "Tell us when you can usually come. Councils are held when most people can.",
    how: "Tick every time at which you can come.",
    any: "Any time",
    none: "No time, I cannot come",
    change: "If this changes, hand in another sheet or call. The last one counts.",
};

fn way(channel: Channel) -> &'static str {
    match channel {
        Channel::App => "in the app",
        Channel::Voice => "by voice",
        Channel::Helper => "with somebody's help",
        Channel::Phone => "by phone",
        Channel::Paper => "on paper",
        Channel::Council => "at a council",
    }
}

fn ways_in(channels: &BTreeMap<Channel, u32>) -> String {
    let all: u32 = channels.values().sum();
    let all = counted(u64::from(all), "proposal", "proposals");
    let parts: Vec<_> = channels.iter().map(|(it, n)| format!("{n} {}", way(*it))).collect();
    format!("{all} in all: {}. Whichever way it came, it counts the same.", parts.join(", "))
}
