//! Words of moderation, in English.
use super::{DoneWords, Pages, Words};
use crate::words::{Room, Tone, format::counted};
use huiyin_domain::moderation::{
    About, ModerationRefusal, Rule, VoiceRef,
    wire::{Offer, PartKind, Standing},
};

/// Words of moderation, in English.
pub const ENGLISH: Words = Words {
    rule: |rule| match rule {
        Rule::NamesPerson => "names a person",
        Rule::Insults => "insults",
        Rule::Advertisement => "advertisement",
        Rule::PrivateData => "somebody's private data",
        Rule::Other => "another reason",
    },
    report: "Report something against the rules",
    waiting: "Reports and appeals that wait",
    see_case: |id| format!("Case no. {id}"),
    about: |about| format!("About {}", which(about)),
    hidden: |part, on, rule| {
        let what = match part {
            PartKind::Text => "The text",
            PartKind::Photo => "A photo",
        };
        format!("{what} was hidden on {on}. Reason: {rule}.")
    },
    office_says: |words| format!("The office says: {words}"),
    covered: |n| {
        format!(
            " Of {}, whose words are hidden, only that the others stand on them was checked.",
            counted(u64::try_from(n).unwrap_or(u64::MAX), "step", "steps")
        )
    },
    done: Room::apart(Tone::English),
    pages: Room::apart(Tone::English),
};

pub(super) const PAGES: Pages = Pages {
    between: ", ",
    report_heading: |about| format!("Report {}", which(about)),
    report_lead: "Whoever only disagrees need not report. Report insults, names, advertisements \
                  and private data.",
    sign_in: "Sign in to report something, or call the number above.",
    which_rule: "What is against the rules?",
    more: "Anything else? (needed for “another reason”)",
    more_hint: "Only the office reads this.",
    report_send: "Send the report",
    reported: "The report has arrived. Nobody else learns that it was you.",
    reported_next: |due| format!("The office decides by {due}."),
    log: "What was reported and hidden",
    log_lead: "Neither who reported nor what is hidden stands here. Why it was hidden does.",
    waiting_lead: "The earliest day first. Somebody else of the staff answers an appeal.",
    nothing: "There is nothing now.",
    older: "Older ones are not on this page.",
    reported_for: |on, n, rules| {
        format!("Reported {} since {on}: {rules}.", counted(u64::from(n), "time", "times"))
    },
    standing: |standing| match standing {
        Standing::Reported => "The office looks at it",
        Standing::Kept => "Nothing was hidden",
        Standing::Hidden => "Hidden",
        Standing::Appealed => "Its author has appealed",
        Standing::Upheld => "It stays hidden after the appeal",
        Standing::Restored => "To be read again",
    },
    due: |due| format!("An answer by {due}."),
    said: |on, words| format!("The office on {on}: {words}"),
    reports: "What those who reported it say",
    plea: "What its author says",
    whole: "What it said",
    whole_means: "Only the office and the author read this.",
    what: "What is to be hidden?",
    all_words: "All its words",
    nth_photo: |n| format!("Photo {n}"),
    decide_words: "Why?",
    decide_hint: "Everybody reads this. No names, and none of the words that are hidden.",
    appeal_words: "Why should it not be hidden?",
    appeal_hint: "You can appeal once. Only the office reads this; somebody else of the staff \
                  answers.",
    offer: |offer| match offer {
        Offer::Hide => "Hide it",
        Offer::Keep => "Hide nothing",
        Offer::Appeal => "Send the appeal",
        Offer::Restore => "Let it be read again",
        Offer::Uphold => "Keep it hidden",
    },
};

pub(super) const DONE: DoneWords = DoneWords {
    kept: "Noted: nothing is hidden.",
    hidden: "It is hidden, and its author is told.",
    appealed: "The appeal has arrived.",
    upheld: "Answered: it stays hidden. Its author is told.",
    restored: "It is to be read again, and its author is told.",
};

/// What a report or a case is about.
fn which(about: About) -> String {
    match about {
        About::Submission(id) => format!("no. {id}"),
        About::Objection(id) => format!("objection no. {id}"),
        About::Voice(VoiceRef { project, n }) => format!("word {n} on project no. {project}"),
    }
}

/// What is so, and what to do next.
pub fn refusal(why: ModerationRefusal) -> String {
    match why {
        ModerationRefusal::NotAtThisStage => {
            "This case has gone on since. Reload the page to see how it stands.".into()
        }
        ModerationRefusal::ReportedAlready => {
            "You have reported this, and the office looks at it. Please wait for its answer.".into()
        }
        ModerationRefusal::TooManyReports { max } => format!(
            "Nobody reports more than {max} times a day. Come back tomorrow, or call the number \
             above."
        ),
        ModerationRefusal::HiddenAlready => "It is hidden already. See the public log.".into(),
        ModerationRefusal::NoSuchPhoto => {
            "There is no such photo, or it is hidden already. Choose again.".into()
        }
        ModerationRefusal::NotTheAuthor => {
            "Only its author may appeal. The reasons stand in the public log.".into()
        }
        ModerationRefusal::AnotherDecides => {
            "You have hidden it yourself. Ask somebody else of the staff to answer.".into()
        }
        ModerationRefusal::HiddenNow => {
            "Something of it is hidden, so it cannot be changed now. Appeal first, or take it back \
             and send another."
                .into()
        }
    }
}
