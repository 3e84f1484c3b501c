//! Words of planning again in this browser, in English.
use super::{Again, en::within};
use crate::{councils::replan::Verdict, words::format::counted};
use huiyin_domain::{
    councils::{
        planner::{Aim, Progress},
        series::Worth,
    },
    money::group_thousands,
};

pub(super) const AGAIN: Again = Again {
    heading: "Plan again in this browser",
    means: |seconds| {
        format!(
            "Your device loads the same answers, works the times out anew with the program of the \
                server, and says whether it agrees. It takes {seconds} seconds at most; you can \
                stop it."
        )
    },
    start: "Plan again",
    once_more: "Plan again once more",
    fetching: "Loading the answers…",
    planning: "Planning… You will be told when it is done.",
    beginning: "It has just begun.",
    progress,
    cancel: "Stop planning",
    cancelled: "Stopped. You can begin again.",
    broken: "This device could not finish, perhaps for want of memory. Close other programs and \
        try again, or use another device.",
    unreadable: |place| {
        format!(
            "What was loaded cannot be read (at {place}). Open this page again; if that does not \
                help, call the office."
        )
    },
    verdict,
    published: |worth| format!("Published: {}", numbers(worth)),
    here: |worth| format!("Found here: {}", numbers(worth)),
    took: |n, millis| {
        format!(
            "Looked at {} in {} ms.",
            counted(u64::from(n), "answer", "answers"),
            group_thousands(millis.unsigned_abs())
        )
    },
    same_file: "It is the published file; the checksum is the same:",
    other_file: "It is not the published file; the checksum is another one. Open this page again \
        and plan once more. The checksum here:",
};

fn numbers(worth: &Worth) -> String {
    format!(
        "{}% of the group with the fewest chances can come, {} a seat, and {} in the chosen times.",
        worth.worst_group_percent,
        counted(u64::from(worth.n_seated), "person has", "people have"),
        counted(u64::from(worth.n_marks), "mark says “can come”", "marks say “can come”"),
    )
}

fn progress(so_far: &Progress) -> String {
    let aim = match so_far.aim {
        Aim::Weakest => "First: the group with the fewest chances",
        Aim::Seated => "Second: as many people as possible",
        Aim::Marks => "Third: as many “can come” as possible",
    };
    let looked_at = counted(so_far.n_looked_at, "choice", "choices");
    match so_far.best {
        Some(best) => {
            format!("{aim}. Looked at {looked_at}. Best so far: {}", numbers(&best.into()))
        }
        None => format!("{aim}. Looked at {looked_at}."),
    }
}

fn verdict(published: &Worth, verdict: &Verdict) -> String {
    match verdict {
        Verdict::Agrees => {
            "It agrees with what was published. All ways to choose were compared: none is better."
                .to_owned()
        }
        Verdict::AsGood { bound } => {
            format!("What was found is as good as published. {}", within(published, bound))
        }
        Verdict::NotYet { bound } => format!(
            "There was no time to find one as good as published. {} Plan again, or use a faster \
                device.",
            within(published, bound)
        ),
        Verdict::Better => {
            "What was found here is better than what was published. Please call the \
            office, and keep the numbers below."
                .to_owned()
        }
        Verdict::Differs => "It does not agree: worked out here, none is as good as published. \
            Please call the office."
            .to_owned(),
        Verdict::NoneFound => "There was no time to find any choice. Plan again, or use a faster \
            device."
            .to_owned(),
    }
}
