//! Words of rehearsals, in English.
use super::Words;
use crate::words::format::counted;

/// Words of rehearsals, in English.
pub const ENGLISH: Words = Words {
    open: "Rehearse: what another rule would do",
    heading: |title| format!("Rehearsal: {title}"),
    hint: "Before the vote, run the rules on other ballots: who would win, what would be left, \
        which places would get nothing. It is worked out on this device and changes nothing.",
    ballots: "Whose ballots",
    invented: "Invent ballots",
    invented_hint: "Made at random for the shortlisted proposals; nobody voted like this. \
        Proposals near one's home are chosen more often.",
    past: |title| format!("The real ballots of “{title}”"),
    from_file: "A .pb file of my own",
    no_choice: "Fewer than two proposals can be voted for now, so no ballots can be invented. Use \
        ballots of a past vote, or a file of your own.",
    n_voters: "How many voters to invent",
    n_voters_hint: |most| format!("1 to {most}"),
    budget: "What there is to spend (yuan)",
    budget_hint: "May be left empty: then it is the contest's budget for invented ballots, and the \
        file's for real ones.",
    start: "Count",
    outcome: "The rules side by side",
    sure: |names| format!("Funded by every rule: {names}."),
    nothing_sure: "No proposal is funded by every rule.",
    own: "The rule of this contest",
    funds: |n, spent, left| {
        let n = counted(n as u64, "proposal is funded", "proposals are funded");
        format!("{n}, for {spent} together; {left} is left.")
    },
    heard: |heard, all| {
        format!("Of {all} voters, {heard} get at least one proposal that they chose.")
    },
    places_left_out: |places| {
        format!("Places with proposals but no winner: {}.", places.join(", "))
    },
    no_place_left_out: "Every place with a proposal has a winner.",
    ties: |n| match n {
        0 => "No winner was decided by a tie-break.".to_owned(),
        n => format!("{} decided who won:", counted(n as u64, "tie", "ties")),
    },
};
