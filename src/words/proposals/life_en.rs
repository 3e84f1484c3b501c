//! Words of a proposal's way, in English.
use super::life::{Editing, Joining, Life, Merging, Similar, Texts};
use crate::words::{Language, Room, Tone, format::counted};
use huiyin_domain::proposals::{Event, Finding, Stage};

const LANGUAGE: Language = Language::English;

fn people(n: u32) -> String {
    counted(u64::from(n), "resident", "residents")
}

fn months(n: u32) -> String {
    counted(u64::from(n), "month", "months")
}

pub(super) const LIFE: Life = Life {
    status,
    project: |n| format!("Project No. {n}"),
    event,
    names: |names| names.join(", "),
    co_authors: |names| format!("Together with {names}"),
    review: "Review",
    lead: |name| format!("{name} gives the public answer."),
    others: |names| format!("Also asked: {names}."),
    due: |day| format!("The answer is due by {day}."),
    days_late: |n| {
        let days = counted(u64::from(n), "working day", "working days");
        format!("It is {days} late. You can call the number above and ask.")
    },
    answered: |n, all| format!("{n} of {all} departments have said what they find."),
    finding,
    text_n: |n| format!("This is version {n} of the text."),
    see_texts: "See what each version changed",
    goes_on_in: |n, title| format!("Look at No. {n}, “{title}”"),
    merged: "Proposals that went into this one",
    asked_merge: |n, title| {
        format!("Shall your proposal go on together with No. {n}, “{title}”? It is for you to say.")
    },
    awaits_author: |n, title| {
        format!("It may go on together with No. {n}, “{title}”; its author is asked.")
    },
    answer_merge: "Look at it and decide",
    yours: "This is your proposal.",
    edit: "Change the proposal",
    edit_on: "Go on changing it (not sent yet)",
    invite: "Ask others to join me",
    leave: "Leave this proposal",
    leave_ask: "Leave it? You are then no longer among its authors. The proposal stays.",
    leave_sure: "Yes, leave it",
    leave_not: "Stay among the authors",
    left: "You have left: you are no longer among its authors.",
    move_ask: |n| {
        format!("The proposal you co-signed went into No. {n}. Shall your name go there, too?")
    },
    move_means: "Without your press nothing moves: your co-signature is yours alone.",
    move_co_sign: |n| format!("Move my co-signature to No. {n}"),
    co_sign_moved: "Your co-signature has moved.",
    edited: "It is changed: everybody sees the new version.",
    joined: "You have joined: you are one of its authors now.",
    was_merged: "You agreed: the two proposals go on as one.",
    merge_declined: "It is noted: your proposal goes on by itself.",
    staff_done: "It is done.",
    next_screening: "The office looks first whether it can be funded at all. Then your neighbours \
        can co-sign it.",
    similar: Room::apart(Tone::English),
    editing: Room::apart(Tone::English),
    texts: Room::apart(Tone::English),
    joining: Room::apart(Tone::English),
    merging: Room::apart(Tone::English),
};

pub(super) const SIMILAR: Similar = Similar {
    heading: "Others have asked for this. Together?",
    told: |n| {
        let found = counted(n as u64, "similar proposal", "similar proposals");
        format!("{found} below the field. You can go on writing.")
    },
    keeps: "Look at one: what you wrote is kept.",
    open: |n| format!("Look at No. {n}"),
    co_sign: |n| format!("Co-sign No. {n}"),
    co_signed: "You have co-signed. What you wrote is still here: go on, or leave it.",
    sign_in: "Sign in to co-sign",
    my_own: "I propose my own",
    my_own_then: "Good: go on writing.",
};

pub(super) const EDITING: Editing = Editing {
    heading: "Change the proposal",
    back: "Back to the proposal",
    hint: "Press “Change” beside what you want to change. When all is right, press the button \
        at the end.",
    mend: |what| format!("You are asked to mend this: {what}"),
    why: "Why do you change it?",
    why_needed: |n| format!("{} co-signed the text: tell them why, in a sentence.", people(n)),
    why_free: "You need not say so; a sentence helps others to understand.",
    why_missing: "The reason is missing. Others have co-signed: tell them in a sentence.",
    send_means: "Everybody will see the new version; the earlier ones and what changed stay \
        open to all.",
    send: "Send the change",
    sign_in_first: "To send it, sign in first. What you wrote is kept on this phone.",
    sign_in: "Sign in to send it",
    changed_meanwhile: |n| {
        format!(
            "While you wrote, somebody else sent version {n}. What you wrote is still here: \
             see what they changed before you send yours."
        )
    },
    not_now: "This proposal cannot be changed now",
};

pub(super) const TEXTS: Texts = Texts {
    heading: "All versions",
    version: |n, day| format!("Version {n}, {day}"),
    why: |why| format!("Why: {why}"),
    no_why: "No reason was given.",
    first: "The text as it was first sent.",
    legend: "What was added is underlined; what was taken out is struck through.",
    added: "added: ",
    removed: "taken out: ",
    mark_ends: "; ",
    photos: |before, now| format!("Photos: {before} before, {now} now."),
    only_one: "It was never changed: this is the only version.",
};

pub(super) const JOINING: Joining = Joining {
    invite: "Ask others to join me",
    invite_means: |max| {
        format!(
            "Whoever joins is named among the authors and can change the text. At most {max} \
             can. Give the code only to people you trust."
        )
    },
    make: "Make a code",
    make_another: "Make another (the old one ends)",
    code: "Code",
    until: |until| format!("It holds until {until}, once."),
    not_again: "It is not shown again when you leave this page: print it or copy it first.",
    slip: |title| format!("Join me in proposing “{title}”."),
    scan: "Scan this square with a phone to open the page on which you join.",
    message: |title, code, address| {
        format!("Join me in proposing “{title}”: open {address}; the code is {code}.")
    },
    message_label: "Words to pass on",
    copy: "Copy these words",
    copied: "They are copied: paste them into your chat.",
    by_hand: "This phone does not let us copy. Press the words above for long, and copy them.",
    not_now: "Nobody can be asked to join now",
    join: "Join this proposal",
    join_means: "You are then named among its authors and can change the text. A co-signature \
        of yours is taken back by itself.",
    code_label: "Code",
    code_hint: "The 8 digits its author gave you.",
    code_wrong: "A code has 8 digits. Compare it and type it again.",
    send: "Join",
    sign_in_first: "To join, sign in first, and then open the link once more.",
};

pub(super) const MERGING: Merging = Merging {
    question: |n| format!("Shall it go on together with No. {n}?"),
    why: |why| format!("Why it is asked: {why}"),
    means: "If you agree, your proposal goes into the other and no longer goes on by itself; \
        this cannot be undone. Those who co-signed yours are asked whether their names shall \
        go there. If not, both go on by themselves.",
    agree: "Agree",
    decline: "Do not agree",
    yours: "Your proposal",
    other: "The other proposal",
    see: |n| format!("Read all of No. {n}"),
    not_now: "Nothing is asked of you now",
};

fn finding(name: &str, finding: &Finding, amount: &str) -> String {
    match finding {
        Finding::Feasible { months: n, .. } => {
            format!("{name}: it can be done, for {amount}, in about {}.", months(*n))
        }
        Finding::NotFeasible { reason } => format!("{name}: it cannot be done. Why: {reason}"),
    }
}

fn status(stage: &Stage, amount: &str) -> String {
    match stage {
        Stage::Submitted => "The office looks whether it can be funded at all.".into(),
        Stage::Returned { what } => format!("Back with its author, to be mended: {what}"),
        Stage::CoSigning => "Neighbours are asked to co-sign.".into(),
        Stage::Qualified => "Enough have co-signed; it waits for its review.".into(),
        Stage::UnderReview => "Departments look at what can be done and what it costs.".into(),
        Stage::Shortlisted { months: None, .. } => {
            format!("On the shortlist, at {amount}; it waits for the vote.")
        }
        Stage::Shortlisted { months: Some(n), .. } => {
            let time = months(*n);
            format!("On the shortlist, at {amount} and about {time}; it waits for the vote.")
        }
        Stage::NotFeasible { reason } => format!("Reviewed: it cannot be done. Why: {reason}"),
        Stage::OutOfScope { item, reason } => {
            format!("It cannot be funded: the published list has “{item}”. Why: {reason}")
        }
        Stage::MergedInto { into } => format!("It goes on together with No. {into}."),
        Stage::Withdrawn => "Its author took it back.".into(),
        Stage::Won { .. } => format!("It won and gets {amount}."),
        Stage::NotSelected { .. } => format!("It did not win this time (it needed {amount})."),
        Stage::InDelivery { .. } => format!("It won {amount} and is being carried out."),
        Stage::Delivered { .. } => format!("It is done (it had {amount})."),
        Stage::Stopped { reason, .. } => format!("The project was stopped. Why: {reason}"),
        Stage::Reserve { place, .. } => format!(
            "It did not win, and is number {place} on the reserve list (it needs {amount}): it can \
             come up when a winner drops out."
        ),
        Stage::GivenBack { reason, .. } => {
            format!("It won and then dropped out; {amount} went back. Why: {reason}")
        }
    }
}

fn event(event: &Event, n_times: u32, amount: &str) -> String {
    match event {
        Event::Submitted => "The proposal was sent.".into(),
        Event::CoSigned => format!("{} co-signed.", people(n_times)),
        Event::CoSignWithdrawn => format!("{} took their co-signature back.", people(n_times)),
        Event::CoSignMoved => {
            format!("{} moved their co-signature to the other proposal.", people(n_times))
        }
        Event::Withdrawn => "Its author took it back.".into(),
        Event::AuthorJoined => "A resident joined its author.".into(),
        Event::AuthorLeft => "One of its authors left.".into(),
        Event::Passed => "It passed the screening and can be co-signed.".into(),
        Event::Returned { what } => format!("Sent back to be mended: {what}"),
        Event::RuledOut { item, reason } => {
            format!("It cannot be funded: the published list has “{item}”. Why: {reason}")
        }
        Event::Edited { n, why: Some(why), .. } => format!("Version {n}. Why it changed: {why}"),
        Event::Edited { n, why: None, .. } => format!("Version {n} of the text."),
        Event::Qualified => "Enough have co-signed.".into(),
        Event::Admitted { reason } => {
            format!("Taken to review although too few have co-signed. Why: {reason}")
        }
        Event::SentToReview { due, .. } => {
            format!("Departments were asked; the answer is due by {}.", LANGUAGE.date(*due))
        }
        Event::Assessed { finding: found, .. } => finding("A department", found, amount),
        Event::Shortlisted { months: None, .. } => format!("Put on the shortlist, at {amount}."),
        Event::Shortlisted { months: Some(n), .. } => {
            format!("Put on the shortlist, at {amount} and about {}.", months(*n))
        }
        Event::SetAside { reason } => format!("It cannot be done. Why: {reason}"),
        Event::MergeOffered { into, why } => {
            format!("Its author is asked to go on together with No. {into}. Why: {why}")
        }
        Event::MergeTakenBack => "That question was taken back.".into(),
        Event::MergeDeclined => "Its author did not agree to merge.".into(),
        Event::Merged { into, why } => format!("Merged into No. {into}. Why: {why}"),
        Event::Won { .. } => format!("It won and gets {amount}."),
        Event::NotSelected => "The result was published: not selected.".into(),
        Event::Begun => "It became a project.".into(),
        Event::Delivered => "The project is done.".into(),
        Event::Stopped { reason } => format!("The project was stopped. Why: {reason}"),
        Event::Reserved { place } => {
            format!("The result was published: number {place} on the reserve list.")
        }
        Event::CalledUp { reason, .. } => {
            format!("It came up from the reserve list and gets {amount}. Why: {reason}")
        }
        Event::GivenBack { reason, .. } => {
            format!("It dropped out; {amount} went back. Why: {reason}")
        }
    }
}
