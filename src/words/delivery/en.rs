//! Words of projects in English.
use super::{Closing, Desk, Fields, List, Money, Plan, Team, Voices, Words, Work};
use crate::delivery::act::Act;
use crate::words::{Room, Tone};
use huiyin_domain::delivery::{ReportBy, StageKind};

/// In English.
pub const ENGLISH: Words = Words {
    list: Room::apart(Tone::English),
    number: |n| format!("Project No. {n}"),
    stage,
    to_proposal: "See the proposal",
    to_project: |n| format!("Back to project No. {n}"),
    not_now: "That cannot be done now. Look at the project's page.",
    act,
    means,
    send,
    done,
    fields: Room::apart(Tone::English),
    money: Room::apart(Tone::English),
    plan: Room::apart(Tone::English),
    work: Room::apart(Tone::English),
    team: Room::apart(Tone::English),
    voices: Room::apart(Tone::English),
    closing: Room::apart(Tone::English),
    desk: Room::apart(Tone::English),
};

pub(super) const LIST: List = List {
    heading: "Projects",
    nothing: "There is no project yet. What wins comes here once it is begun.",
};

pub(super) const FIELDS: Fields = Fields {
    number,
    no_step: "No step is done with it",
    amount: "How much, in yuan",
    day,
    day_hint: "Such as 2026-12-01",
    plan: "The steps, one on each line",
    plan_hint: "The day first, a space, then what is done. Such as: 2026-12-01 Buy material",
    words,
    more,
    receipt: "What shows it",
    receipt_hint: "Such as the number of an invoice, or who signed for it",
};

pub(super) const MONEY: Money = Money {
    heading: "The public book",
    award: "Award",
    spent: "Spent",
    left: "Left",
    nothing: "Nothing was paid yet.",
    table: "See every payment",
    n: "Line",
    on: "Day",
    what: "What for",
    amount: "Amount",
    receipt: "Receipt",
    nth: |n| format!("No. {n}"),
    corrects: |n| format!("Corrects No. {n}"),
};

pub(super) const PLAN: Plan = Plan {
    heading: "Plan",
    by: |day| format!("By {day}"),
    open: "Not done yet",
    reached: |day| format!("Done on {day}"),
    next: |title, day| format!("Next: {title}, by {day}"),
    progress: |n, of| format!("Steps done: {n} of {of}"),
};

pub(super) const WORK: Work = Work {
    heading: "The work",
    nothing: "Nothing was told yet.",
    by,
    reached: |step| format!("Done: {step}"),
};

pub(super) const TEAM: Team = Team {
    heading: "The team",
    yours: "You belong to the team.",
    asked: "You have asked to join; the author or the office decides.",
    authors: |names| format!("Authors: {names}"),
    joined: |names| format!("Residents who joined: {names}"),
    responsible: |name| format!("For the office: {name}"),
    let_in: |name| format!("Let {name} join"),
    turn_away: |name| format!("Do not let {name} join"),
    said: "Noted.",
};

pub(super) const VOICES: Voices = Voices {
    heading: "Is it done?",
    until: |day| format!("Until {day} every resident can say whether it is done."),
    counts: |yes, no| format!("Done, say {yes}. Not done, say {no}."),
    done: "Done",
    not_done: "Not done",
    yours: "(your word)",
    answer: |words| format!("Answer: {words}"),
    unanswered: |n| format!("Waiting for an answer: {n} who say “not done”"),
};

pub(super) const CLOSING: Closing = Closing {
    done: |words| format!("What was done: {words}"),
    cost: |amount| format!("What it cost: {amount}"),
    learnt: |words| format!("What was learnt: {words}"),
    why: |words| format!("Why it was stopped: {words}"),
    rest: |words| format!("The rest of the money: {words}"),
};

pub(super) const DESK: Desk = Desk {
    heading: "Projects",
    to_begin: "Won, to be begun",
    nothing_to_begin: "Nothing is to be begun.",
    not_yet: "It can be begun when the time for objections is over.",
    begin: "Begin the project",
    begin_heading: |n| format!("Begin project No. {n}"),
    begin_means: "Its authors are in the team, and you answer for it. Write the plan first; \
        everybody reads it.",
    begun: "Begun. Its authors, co-signers and followers are told.",
};

fn stage(stage: StageKind) -> &'static str {
    match stage {
        StageKind::Underway => "Being carried out",
        StageKind::Accepting => "Residents are asked whether it is done",
        StageKind::Delivered => "Done and closed",
        StageKind::Stopped => "Stopped",
    }
}

fn by(by: ReportBy) -> &'static str {
    match by {
        ReportBy::Office => "The office",
        ReportBy::Team => "A resident of the team",
    }
}

fn act(act: Act) -> &'static str {
    match act {
        Act::Done => "It is done",
        Act::NotDone => "It is not done",
        Act::Join => "Join the team",
        Act::Leave => "Leave the team",
        Act::Report => "Tell of the work",
        Act::Pay => "Enter a payment",
        Act::Correct => "Correct a payment",
        Act::Plan => "Change the plan",
        Act::Finish => "Ask the residents",
        Act::Answer => "Answer “not done”",
        Act::Close => "Close the project",
        Act::Resume => "Go on with the work",
        Act::TakeOver => "Answer for it",
        Act::Stop => "Stop the project",
    }
}

fn means(act: Act) -> &'static str {
    match act {
        Act::Done => "You have looked, and it is done. Words are welcome, not needed.",
        Act::NotDone => "Write what is missing. The office answers you.",
        Act::Join => "You are in the team once the author or the office agrees.",
        Act::Leave => "You are no longer in the team. What you did stays.",
        Act::Report => "Write what was done; everybody reads it.",
        Act::Pay => "Every payment is public; together they never exceed the award.",
        Act::Correct => "The payment stays; the correction is a line of its own.",
        Act::Plan => "Steps that are done stay; the others are replaced.",
        Act::Finish => "Every resident is asked whether it is done.",
        Act::Answer => "The answer is public, and whoever spoke is told.",
        Act::Close => "The report is public; plan and book stay as they are then.",
        Act::Resume => "Somebody says it is not done. Write the plan from here on.",
        Act::TakeOver => "Everybody sees that you answer for it.",
        Act::Stop => "It is given up. The reason and the rest of the money are public.",
    }
}

fn send(act: Act) -> &'static str {
    match act {
        Act::Done => "Say that it is done",
        Act::NotDone => "Say that it is not done",
        Act::Join => "Ask to join",
        Act::Leave => "Leave",
        Act::Report => "Publish it",
        Act::Pay => "Enter it",
        Act::Correct => "Correct it",
        Act::Plan => "Use the new plan",
        Act::Finish => "Ask the residents",
        Act::Answer => "Send the answer",
        Act::Close => "Publish and close",
        Act::Resume => "Go on",
        Act::TakeOver => "I answer for it",
        Act::Stop => "Stop it",
    }
}

fn done(act: Act) -> &'static str {
    match act {
        Act::Done => "Thank you, noted.",
        Act::NotDone => "Thank you, noted. The office answers.",
        Act::Join => "Asked; the author or the office decides.",
        Act::Leave => "You have left.",
        Act::Report => "It is published.",
        Act::Pay => "Entered; everybody sees it.",
        Act::Correct => "Corrected; everybody sees it.",
        Act::Plan => "The new plan holds.",
        Act::Finish => "Residents are asked and told.",
        Act::Answer => "Answered.",
        Act::Close => "The project is closed.",
        Act::Resume => "The work goes on.",
        Act::TakeOver => "You answer for it now.",
        Act::Stop => "Stopped; the reason is public.",
    }
}

fn number(act: Act) -> &'static str {
    match act {
        Act::Report => "Which step is done?",
        Act::Correct => "Which payment?",
        Act::Answer => "Which word?",
        Act::Done
        | Act::NotDone
        | Act::Join
        | Act::Leave
        | Act::Pay
        | Act::Plan
        | Act::Finish
        | Act::Close
        | Act::Resume
        | Act::TakeOver
        | Act::Stop => "Which?",
    }
}

fn day(act: Act) -> &'static str {
    match act {
        Act::Pay => "Paid on",
        Act::Finish => "The last day to speak",
        Act::Done
        | Act::NotDone
        | Act::Join
        | Act::Leave
        | Act::Report
        | Act::Correct
        | Act::Plan
        | Act::Answer
        | Act::Close
        | Act::Resume
        | Act::TakeOver
        | Act::Stop => "Which day",
    }
}

fn words(act: Act) -> &'static str {
    match act {
        Act::Done => "Your words, if you like",
        Act::NotDone => "What is missing",
        Act::Pay => "What for",
        Act::Correct => "Why it is corrected",
        Act::Answer => "The answer",
        Act::Plan => "Why it changes",
        Act::Resume => "Why the work goes on",
        Act::Stop => "Why it stops",
        Act::Join | Act::Leave | Act::Report | Act::Finish | Act::Close | Act::TakeOver => {
            "What was done"
        }
    }
}

fn more(act: Act) -> &'static str {
    match act {
        Act::Close => "What was learnt",
        Act::Stop => "What becomes of the rest of the money",
        Act::Done
        | Act::NotDone
        | Act::Join
        | Act::Leave
        | Act::Report
        | Act::Pay
        | Act::Correct
        | Act::Plan
        | Act::Finish
        | Act::Answer
        | Act::Resume
        | Act::TakeOver => "What else",
    }
}
