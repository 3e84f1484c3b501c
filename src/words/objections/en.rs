//! Words of objections, in English.
use super::Words;
use crate::words::{format::counted, isolated};
use huiyin_domain::objections::Against;

/// Words of objections, in English.
pub const ENGLISH: Words = Words {
    heading: "Objections",
    means: "Residents can object to the shortlist, a refusal, the rules or the result. Each \
            objection gets a public answer; nobody's name stands there.",
    waits: |n| {
        format!(
            "The date has passed and the contest waits; objections without an answer: {n}. Then \
             it goes on, and nobody has fewer days to vote."
        )
    },
    until: |until| format!("You can object until {until}."),
    none: "Nobody has objected.",
    object: "Object",
    sign_in: "Sign in to object",
    not_now: "There is nothing to object to now.",
    against,
    against_what: "What do you object to?",
    said: "What is wrong with it?",
    said_hint: "Say what is so. Everybody can read it: no names, no numbers.",
    send: "Send the objection",
    sent: "Your objection is here and will be answered in public.",
    mine: "This one is yours.",
    due: |day| format!("The answer is due by {day}."),
    late: |days| {
        let days = counted(u64::from(days), "working day", "working days");
        format!("The answer is {days} late.")
    },
    upheld: "The office agrees.",
    not_upheld: "The office does not agree.",
    taken_off: "The proposal has left the shortlist.",
    put_on: |amount| format!("The proposal is on the shortlist now, at {amount}."),
    see: |n| match n {
        0 => "Objections".into(),
        n => format!("Objections ({n} to answer)"),
    },
    more: |n| format!("{n} more are not on this page; they come when these are answered."),
    all_answered: "All objections are answered.",
    answer: "Answer the objection",
    do_you_agree: "Do you agree?",
    what_changes: "What changes?",
    as_said: "What the words below say",
    take_off: "It leaves the shortlist",
    come_on: "It comes on the shortlist",
    cost: "What will it cost?",
    cost_hint: |cap| format!("At most {cap}."),
    words: "Why, or what is changed",
    words_hint: "Everybody can read it.",
    send_answer: "Publish the answer",
    answered: "The answer is public.",
    only_one: "Only one of these can be carried out",
    number: |id| format!("No. {id}"),
    numbers: "Which proposals? (their numbers)",
    numbers_hint: "For example: 3 and 7.",
    group_why: "Why",
    name_group: "Let only one of them win",
    reserve_heading: "Dropping out and coming up",
    reserve_means: "When a winner has dropped out, the next one of the reserve list comes up if it fits.",
    come_up: "One of the reserve list comes up",
    drop_out: "A winner drops out",
    which: "Which proposal? (its number)",
    reserve_do: "Do it",
    reserve_done: "It is done and public.",
    take_group_back: |n| format!("Take group {n} back"),
    result_table: "Download the result (CSV)",
    proposals_table: "Download all proposals (CSV)",
    result_data: "The result as data (JSON)",
};

fn against(against: Against, title: Option<&str>) -> String {
    let title = isolated(title.unwrap_or(""));
    match against {
        Against::Shortlisted { proposal } => format!("No. {proposal} “{title}” is shortlisted"),
        Against::Refused { proposal } => format!("No. {proposal} “{title}” is not shortlisted"),
        Against::Rules => "The rules".into(),
        Against::Result => "The result".into(),
    }
}
