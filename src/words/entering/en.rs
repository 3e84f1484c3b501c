//! Words of entering for a resident, in English.
use super::Words;
use huiyin_domain::{entering::CameBy, refusals::Refusal};

/// Words of entering for a resident, in English.
pub const ENGLISH: Words = Words {
    heading: "Enter for a resident: paper and phone",
    staff_only: "This page is for the staff of the office. Sign in with a staff account.",
    kind: "What did the resident send?",
    opinion: "An opinion, an idea or a topic",
    sent_as: "Which of these is it?",
    proposal: "A proposal",
    co_sign: "A co-signature",
    times: "When they can usually come to meetings",
    series: "When they can come to certain councils",
    which_series: "Which councils?",
    series_none: "No councils ask for times now.",
    short_series: "Which councils",
    whom: "Which resident is it?",
    whom_hint: "A part of it is enough. Of the letter, the first 5 digits.",
    search_by: "Name, address or number of the letter",
    search: "Find the resident",
    found: "These were found: choose one",
    found_none: "Nobody was found. Try another way: only the building, or only the family name.",
    found_more: "There are more than are shown. Write a little more and search again.",
    came_by: "How did it come?",
    way: |way| match way {
        CameBy::Paper => "Handed in on paper",
        CameBy::Phone => "Told on the phone",
    },
    day: "On which day did it come?",
    day_hint: "Whether it is in time goes by the day it came, not by the day it is entered.",
    today: |day| format!("Today, {day}"),
    yesterday: |day| format!("Yesterday, {day}"),
    earlier: "Or an earlier day",
    contest: "For which contest is it?",
    contest_none: "There is no contest to enter it into. After notice nothing can be entered.",
    number: "Which proposal do they co-sign?",
    number_hint: "The number of the proposal, as 12.",
    ask_title: "What does the resident want to be done?",
    ask_words: "What did the resident say?",
    ask_place: "Where?",
    ask_why: "Why is it needed?",
    ask_requests: "What do they ask for in detail?",
    ask_cost: "What might it cost?",
    as_said: "As the resident wrote or said it, with no other meaning.",
    check: "Check it once more",
    check_hint: "Compare it with the paper, or read it out on the phone. “Change” mends it.",
    short_whom: "Resident",
    short_came_by: "How it came",
    short_day: "Received on",
    short_kind: "What was sent",
    short_contest: "Contest",
    short_number: "Number of the proposal",
    short_times: "Times",
    send_proposal: "Enter the proposal",
    send_opinion: "Enter these words",
    send_co_sign: "Enter the co-signature",
    send_times: "Enter the times",
    look_at_same: |n| format!("Look at No. {n}"),
    is_another: "It is another one: enter it too",
    done: "It is entered",
    done_number: "The number of the proposal is",
    tell: |way| match way {
        CameBy::Paper => "Write the number on the paper, and tell the resident.",
        CameBy::Phone => "Tell the resident this number on the phone now.",
    },
    done_opinion: "The number is",
    tell_due: |day| format!("Tell the resident this, too: the answer comes by {day}."),
    look_opinion: "Look at it",
    requests_are_words: "None; what they said counts",
    done_co_sign: |n| format!("The resident has co-signed proposal No. {n}."),
    done_times: "The resident's times are kept. If they change, enter them again.",
    look: "Look at the proposal",
    next: "Enter the next one",
    drop: "Stop and clear all of this",
    kept: "What is not finished stays on this device until tomorrow.",
    refusal: |refusal| match refusal {
        Refusal::AlreadyCoSigned => {
            Some("This resident has co-signed it already; there is nothing to enter.")
        }
        Refusal::YourOwnProposal => {
            Some("It is this resident's own proposal, which needs no co-signature of theirs.")
        }
        Refusal::RulesAreSealed => {
            Some("Notice has been given, so nothing more can be entered. Tell the resident so.")
        }
        _ => None,
    },
};
