//! Words of results, in English.
mod sentences;

use super::Words;
use crate::words::{Room, Tone, format::counted};
use sentences::*;

/// Words of results, in English.
pub const ENGLISH: Words = Words {
    heading: |title| format!("Result: {title}"),
    not_published: "The result is not published yet; only organisers see it now.",
    winners: |n| format!("Winners ({n})"),
    no_winners: "No proposal won.",
    place: |place| format!("Winner {place}"),
    facts: "Money and votes",
    budget: "To spend",
    spent: "The winners cost",
    left: "Left over",
    turnout: "Voters",
    turnout_is,
    all: "Votes and outcome of every proposal",
    bars_hint: "The longer the bar, the more votes. Filled bars won, hollow bars did not.",
    show_all: |n| format!("Show all {n} proposals"),
    why_link: |key| format!("Why? No. {key}"),
    poster: Room::apart(Tone::English),
    fate_word,
    fate,
    as_table: "As a table",
    columns: ["Number", "Proposal", "Cost", "Votes", "Outcome"],
    all_points: "The points and the outcome of every proposal",
    bars_hint_points: "The longer the bar, the more points. Filled bars won, hollow ones did not.",
    points_column: "Points",
    steps: "Every step of the count",
    show_all_steps: |n| format!("Show all {n} steps"),
    step: |number, step, teller| format!("Step {number}: {}", self::step(step, teller)),
    shares,
    ties: "Ties",
    no_ties: "No tie had to be decided.",
    show_all_ties: |n| format!("Show all {n} ties"),
    tie,
    rules: "The rules, sealed before the vote",
    rule,
    ballot,
    tie_rule: |draw| {
        format!(
            "Between exact equals the cheaper comes first, then the one with more votes, then the \
             public draw held before the vote: “{draw}”."
        )
    },
    small_rules: "Proposals that cost more than the whole budget are dropped before the count. \
        Blank ballots count as voters.",
    unsupported: "What nobody votes for is not funded, even when money is left.",
    seal: "Seal of the rules (SHA-256)",
    seal_hint: "It was published at notice. If one word of the rules changed, so would the seal.",
    seal_broken: "Careful: the rules shown here do not match the seal. Please call the number above.",
    file: "The published ballots",
    file_hint: "This file holds every ballot, without names. Anybody may download it and count in \
        their own way.",
    download: |bytes| format!("Download the ballots ({} KB)", bytes.div_ceil(1_000)),
    sha256: "Fingerprint of the file (SHA-256)",
    too_few: "Fewer than five people voted. So that nobody's vote can be guessed only the outcome \
        is published, not the ballots; it cannot be recounted here.",
    other: "What another rule would have chosen",
    other_hint: "For information only. What counts are the rules that were sealed before the vote.",
    other_button: "Count by another rule",
    other_more: "Compare more rules, or another sum",
    other_result: |rule, n, total| {
        let winners = counted(n as u64, "winner", "winners");
        format!("{} It would have had {winners}, for {total} together.", self::rule(rule))
    },
    other_same: "It would have chosen the same proposals.",
    other_gains: "Only the other rule would have chosen",
    other_losses: "It would not have chosen",
    to_result: "Back to the result",
    why_heading: |name| format!("Why: {name}"),
    no_such: "There was no proposal of this number in this vote.",
    support: |supporters, points, teller| {
        let people = counted(supporters, "resident supports", "residents support");
        format!("{people} it, with {} together.", teller.points(points))
    },
    turn,
    why_shares: "What its supporters spent their money on",
    shares_hint: "Under this rule everybody who voted has the same part of the budget. A proposal \
        wins when those who support it have its cost together.",
    why_button: "Work it out on my phone",
    at_start: |supporters, money| {
        let people = counted(supporters, "supporter", "supporters");
        format!("At first its {people} had {money} together.")
    },
    decided,
    contributions: "Before that they had paid for:",
    no_contributions: "Before that they had paid for nothing else.",
    contribution: |in_common, supporters, name, amount| {
        format!("{name}: {in_common} of {supporters} support it too and paid {amount} together.")
    },
    no_shares: "Nobody supported it, or it was dropped before the count, so nobody paid for it.",
    read_proposal: |key| format!("Read proposal No. {key} in full"),
    recount: "Recount on my phone",
    recount_hint: "Your phone downloads all ballots and counts them from the start, with the same \
        program that the server used, to see whether the result is right.",
    recount_heading: |title| format!("Recount: {title}"),
    recount_start: "Start the recount",
    recount_again: "Count once more",
    fetching: "Downloading the ballots…",
    counting: "Counting…",
    progress: |so_far, teller| {
        let (spent, budget) = (teller.amount(so_far.spent), teller.amount(so_far.budget));
        let times = counted(u64::from(so_far.increments), "time", "times");
        format!("Counting: shares raised {times}, {spent} of {budget} spent.")
    },
    progress_bar: "Progress of the count",
    cancel: "Stop counting",
    cancelled: "Stopped. You can start again.",
    broken: "The phone could not finish, perhaps for want of memory. Close other programs and try \
        again, or use a computer.",
    agrees: "What your phone counted agrees with the published result in everything.",
    differs: "What your phone counted differs from the published result.",
    report,
    same_file: "The file of ballots has the published fingerprint.",
    other_file: "This file is not the published one: its fingerprint is another.",
    file_here: "Fingerprint of the file your phone counted (SHA-256)",
    differences: "Where they differ",
    other_winners: |published, here| {
        format!("Winners: published {published}; counted here {here}.")
    },
    other_total: |published, here| format!("Total: published {published}; counted here {here}."),
    other_ballots: |published, here| format!("Ballots: published {published}; in the file {here}."),
    other_budget: |published, here| format!("Budget: published {published}; in the file {here}."),
    other_rules: "The published count used other rules than those that were sealed.",
    other_step: |number, published, here| {
        format!("They part at step {number}. Published: {published} Counted here: {here}")
    },
    no_step: "There is no such step.",
    other_rest: "Winners and costs agree, but some figure does not. Please show both to the \
        organiser.",
    unreadable,
    from_disk: "Count a file of your own",
    from_disk_hint: "If you downloaded the ballots earlier, or were given them, choose that file \
        here.",
    choose_file: "Choose a .pb file",
    not_text: "This file cannot be opened. Choose a downloaded .pb file of ballots.",
    mine: "Find my own ballot",
    mine_hint: "Your receipt number finds your ballot among the published ones, so that you see \
        that it was counted right. Only your phone looks; nobody is told.",
    receipt: "Receipt number",
    receipt_hint: "The 12 digits you were given when you voted. Spaces do not matter.",
    receipt_wrong: "A receipt number has 12 digits. Please compare it once more.",
    find: "Find my ballot",
    found: |number| format!("It is there. Ballot {number} chose:"),
    found_blank: |number| format!("It is there. Ballot {number} is blank."),
    not_found: |number| {
        format!(
            "There is no ballot {number} among the published ones. Compare the number first; if it \
             is right, call the number above and keep your receipt."
        )
    },
};
