//! Words of voting, in English.
use super::{Words, styles};
use crate::words::{Language, format::counted};
use huiyin_domain::ballots::BallotProblem;

const LANGUAGE: Language = Language::English;

/// Words of voting, in English.
pub const ENGLISH: Words = Words {
    heading: |title| format!("Vote: {title}"),
    to_contest: "Back to the contest",
    how: |max| {
        format!(
            "Choose up to {max}; fewer is fine. The order is shuffled and differs from phone to \
             phone; the numbers are fixed."
        )
    },
    until: |when, left| format!("Until {when} ({left}). Until then you may change your vote."),
    wrong,
    secrecy: "Your vote is secret. Ballots are kept apart from names; not even the office can see \
        what you chose.",
    question: "Which proposals do you support?",
    number: |key| format!("No. {key}"),
    cost: |cost| format!("Costs {cost}"),
    read_more: |key| format!("Read No. {key} in full"),
    chosen: "✓ Chosen",
    so_far: |chosen, max| match max.saturating_sub(chosen) {
        0 => format!("You have chosen {chosen}, and that is all."),
        left => format!("You have chosen {chosen}; you may choose {left} more."),
    },
    too_many: |max| {
        format!("You have already chosen {max}, so this one is not chosen. Take one away first.")
    },
    look_again: "Continue: check my choices",
    sign_in_first: "To take a ballot you have to sign in. What you choose now is kept; go on with \
        it when you have signed in.",
    sign_in: "Sign in to vote",
    residents_only: "Staff accounts cannot vote. If you are also a resident, sign in with the \
        code on your own letter.",
    elsewhere: "Your ballot was already handed out on another phone or browser. To change your \
        vote use that one; if it is lost, call the number above.",
    already: |number| {
        format!(
            "You have voted; your receipt is {number}. You may change your vote now; only the last \
             one counts."
        )
    },
    not_yet: |phase| {
        format!("The contest is at “{phase}”: voting has not begun. You can read the proposals.")
    },
    closed: |when| {
        let since = when.map_or(String::new(), |when| format!(" on {when}"));
        format!(
            "Voting closed{since}; votes can no longer be cast or changed. Those that were cast \
             count."
        )
    },
    read_proposals: "Read the proposals",
    see_result: "Read the result",
    check_heading: "Look once more before you cast",
    to_cards: "Back to the ballot",
    you_vote_for: "You vote for:",
    nothing_chosen: "You have not chosen any proposal",
    blank_means: "You can go back and choose, or cast a blank ballot: it says that you came and \
        chose none. Blank ballots count as voters.",
    blank: "Choose none: cast a blank ballot",
    blank_first: "Nothing is chosen yet. Press “Change my choices”, or tick “cast a blank ballot”.",
    change: "Change my choices",
    cast: "Cast my ballot",
    casting: "Casting…",
    cannot_keep: "This phone cannot keep anything (perhaps a private window). You can vote, but \
        once you leave you can neither change the vote nor look up the receipt: write it down.",
    newer: "You have voted later in another window. What you see above is that vote; to change it, \
        change the choices and cast again.",
    done_heading: "Your ballot is in the box",
    done: |title, chosen| match chosen {
        0 => format!("You cast a blank ballot in “{title}”."),
        n => {
            let proposals = counted(n as u64, "proposal", "proposals");
            format!("You voted for {proposals} in “{title}”.")
        }
    },
    what_was_cast: "See what I voted for",
    receipt: "Your receipt number",
    receipt_is_for: "Write it down or keep it. When the result is out you find your own ballot \
        under this number among the published ones and see that it was counted right. Tell \
        nobody: whoever knows the number can see what that ballot chose.",
    may_change: |when| {
        let until = when.map_or("the close".to_owned(), str::to_owned);
        format!(
            "You may change your vote until {until}; only the last one counts. Use this phone and \
             this browser for it."
        )
    },
    change_vote: "Change my vote",
    save_receipt: "Keep the receipt as a file",
    saved: "The receipt is among your downloads.",
    not_saved: "This browser cannot keep files. Please write the number down.",
    file_name: "vote-receipt.txt",
    receipt_file: |title, number| {
        format!(
            "{title}\nReceipt number: {number}\nWhen the result is out you find your own ballot \
             under this number among the published ones.\nShow it to nobody.\n"
        )
    },
    nothing_cast: "No ballot has been cast here",
    nothing_cast_here: "You have not voted yet, or voted with another phone, browser or account. \
        The receipt is on the one you voted with.",
    go_vote: "Go and vote",
    styles: styles::ENGLISH,
};

pub(in crate::words) fn wrong(problem: &BallotProblem) -> String {
    match problem {
        BallotProblem::NotOnTheBallot { key } => {
            format!("No. {key} is not on the ballot. Go back and choose again.")
        }
        BallotProblem::NamedTwice { key } => format!("No. {key} is chosen twice; once is enough."),
        BallotProblem::TooMany { max } => {
            let most = counted(u64::from(*max), "proposal", "proposals");
            format!("Choose {most} at most. Take some out, then vote.")
        }
        BallotProblem::OverBudget { over } => {
            let over = LANGUAGE.yuan(*over);
            format!("Together they cost {over} more than there is. Take some away.")
        }
        BallotProblem::TooManyPoints { over, total } => {
            format!("You have {total} points and gave {over} too many. Take some back elsewhere.")
        }
        BallotProblem::TooManyOnOne { key, each } => {
            format!("No. {key} can have {each} points at most. Give the rest to others.")
        }
        BallotProblem::OtherStyle => "This contest is voted in another way. Reload.".into(),
    }
}
