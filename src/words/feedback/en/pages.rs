//! Words of the pages of feedback, in English.
use super::sentences::who;
use crate::words::{
    feedback::{ActWords, MineWords, Say, Show},
    format::counted,
};
use huiyin_domain::feedback::{
    Built, Offer, Satisfaction, SendAs, Speaks, StageKind, Verdict, wire::Mine,
};

pub(in crate::words::feedback) const SAY: Say = Say {
    door: "Which would you like?",
    to_opinion: "Send an opinion or an idea",
    to_opinion_means: "What is wrong, what should be done, what should be talked about. Each one \
        gets an answer.",
    to_contest: "Take part in the contest",
    to_contest_means: |title| {
        format!("“{title}” collects proposals; a vote decides which are paid for.")
    },
    kind: "What is it you want to say?",
    kind_tile: |sent_as| match sent_as {
        SendAs::Opinion => ("Opinion", "Something is wrong, or not as it should be"),
        SendAs::Proposal => ("Proposal", "The community should do something"),
        SendAs::Topic => ("Topic", "People should sit down and talk about it"),
    },
    begun: "Something you have not finished",
    what: "What do you want to say?",
    what_hint: |max| {
        format!(
            "One sentence is enough; at most {max} characters. For example: the lamp on the \
             stairs of building 3 has been broken for three months."
        )
    },
    place: "Where is it?",
    elsewhere: "Somewhere else",
    where_words: "Say where",
    where_hint: "For example: the pavement outside the east gate.",
    check: "Check what you want to say",
    send: "Send it",
    send_means: "Everybody will see it, with the name you go by. You can take it back until work \
        on it begins.",
    sign_in_first: "To send it, sign in first. What you wrote is kept on this phone; afterwards \
        press “I have something to say”.",
    sign_in: "Sign in to send it",
    sent_elsewhere: "Another page may have sent this already. Look among your echoes first; if it \
        is not there, press “Send it” once more.",
    short_kind: "Kind",
    short_words: "What",
    requests_are_words: "None; what you say counts",
    sent: "It is sent",
    your_number: "Your number",
    first_by: |day| format!("By {day} you hear who looks at it."),
    answer_by: |day| format!("By {day} you have an answer."),
    call: "Call to ask",
    look_at_it: "See where it stands",
};

pub(in crate::words::feedback) const SHOW: Show = Show {
    by: |name| format!("Sent by {name}"),
    by_nobody: "Its author has left the community",
    hurry: "Call and ask",
    offer,
    appeal_until: |day| format!("If you disagree, say so by {day}."),
    confirm_until: |day| format!("Please say so by {day}; after that we call and ask you."),
    followed: "You follow it, and will be told how it goes on.",
    unfollowed: "You follow it no more.",
    sign_in_to_follow: "Sign in to follow it",
    to_proposal: "Read the proposal",
    from_proposal: "See how it is dealt with",
    said: "What was said",
    place: |place| format!("Where: {place}"),
    between: ", ",
    kind: |kind| format!("Sent as: {kind}"),
    answer: "The answer",
    answered_by: |by, tell| format!("Answered by {}", who(tell, by)),
    verdict,
    will: |plan| format!("What will be done: {plan}"),
    by_day: |day| format!("Done by {day}."),
    again_by: |day| format!("Another answer by {day}."),
    award: |amount| format!("It gets {amount}."),
    to_result: "Look at the result of the vote",
    why: |reason, said| format!("Why: {reason}. {said}"),
    to_merged: |n| format!("Look at No. {n}"),
    each: "The answer to each request",
    yes: "Yes",
    no: "No",
    appeal: "Why its author disagrees",
    appeal_open: "It is not answered yet.",
    upheld: |why| format!("Looked at again; the answer stays: {why}"),
    revised: "Looked at again; the answer above is the new one.",
    steps: "Steps so far",
    side_by_side: "What you said, what we did",
    you_said: "You said",
    we_did: "We did",
    built: |built| match built {
        Built::AsAsked => "As you asked",
        Built::Otherwise { .. } => "In another way",
        Built::Not { .. } => "Not done",
    },
    story: "What happened",
    counts: "In numbers",
    record_means: "Every step is recorded, each linked to the one before. If one was changed, \
        your own device finds it.",
    record: "Check the record",
    record_holds: |n| {
        format!("Checked: {}, none of them changed.", counted(n as u64, "step", "steps"))
    },
    record_broken: |seq| {
        format!("Step {seq} of the record does not fit. Please call the number above.")
    },
    record_other: "The record does not fit this page. Load it anew and check once more; if it \
        still does not, call the number above.",
    followers: |n| counted(u64::from(n), "follower", "followers"),
    pass_ons: |n| format!("Passed on {}", times(n)),
    extensions: |n| format!("Put off {}", times(n)),
    reopened: |n| format!("Opened again {}", times(n)),
};

fn times(n: u32) -> String {
    counted(u64::from(n), "time", "times")
}

fn offer(offer: &Offer, stage: StageKind) -> Option<&'static str> {
    match offer {
        Offer::Confirm { speaks: Speaks::Own } if stage == StageKind::Delivered => {
            Some("It is done")
        }
        Offer::Confirm { speaks: Speaks::Own } => Some("This answer will do"),
        Offer::Reopen { speaks: Speaks::Own } => Some("It is not done"),
        Offer::Appeal { speaks: Speaks::Own, .. } => Some("I disagree with this answer"),
        Offer::Follow => Some("Follow it"),
        Offer::Unfollow => Some("Follow it no more"),
        Offer::Withdraw => Some("Take it back"),
        Offer::Confirm { speaks: Speaks::ForResident }
        | Offer::Reopen { speaks: Speaks::ForResident }
        | Offer::Appeal { speaks: Speaks::ForResident, .. }
        | Offer::Acknowledge
        | Offer::Answer
        | Offer::Uphold
        | Offer::Report
        | Offer::Deliver
        | Offer::PassOn
        | Offer::Extend { .. }
        | Offer::Sort
        | Offer::CloseWithoutAuthor => None,
    }
}

fn verdict(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Adopted { .. } => "Adopted: it will be done",
        Verdict::PartlyAdopted { .. } => "Partly adopted: some of it will be done",
        Verdict::AlreadyPlanned { .. } => "It was planned already",
        Verdict::MergedInto { .. } => "It goes on together with another",
        Verdict::Deferred { .. } => "Put off: not now",
        Verdict::NotAdopted { .. } => "Not adopted: it will not be done",
        Verdict::Chosen { .. } => "The vote has chosen it: it will be done",
        Verdict::NotChosen => "The vote has not chosen it",
    }
}

pub(in crate::words::feedback) const ACTS: ActWords = ActWords {
    not_now: "This cannot be done now. See where it stands.",
    back: "Back to it",
    confirm_answer: "Are you content with this answer?",
    confirm_built: "How well was it done?",
    confirm_means: "Once you confirm, it has ended.",
    satisfaction: |satisfaction| match satisfaction {
        Satisfaction::Content => "Content",
        Satisfaction::SoSo => "So-so",
        Satisfaction::NotContent => "Not content",
        Satisfaction::NotSaid => "Rather not say",
    },
    confirm: "Confirm it",
    confirmed: "It is noted, and has ended. Thank you.",
    appeal: "What is not right with this answer?",
    appeal_hint: |day| {
        format!("Once, and until {day}. Say what is not right; you get another answer.")
    },
    appeal_send: "Ask for another answer",
    appealed: "It is noted. There will be another answer.",
    reopen: "What is not done?",
    reopen_hint: "Say what is missing. Work on it goes on.",
    reopen_send: "Ask to go on with it",
    reopened: "It is noted. Work on it goes on.",
    withdraw: "Take it back?",
    withdraw_means: "Then nothing comes of it, and it cannot be restored. What was written stays \
        public.",
    withdraw_sure: "Yes, take it back",
    withdraw_not: "Leave it as it is",
    withdrawn: "It is taken back.",
};

pub(in crate::words::feedback) const MINE: MineWords = MineWords {
    none: "You have not said anything yet. Whatever you say gets an answer.",
    waits: "Waiting for a word of yours",
    others: "What I sent or follow",
    why: |mine| match mine {
        Mine::Sent => "Sent by me",
        Mine::CoSigned => "Co-signed by me",
        Mine::Followed => "Followed by me",
    },
};
