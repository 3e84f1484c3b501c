//! Sentences about where something stands and what happened, in English.
use super::theme;
use crate::words::{
    feedback::{Standing, Teller},
    format::counted,
};
use huiyin_domain::{
    channels::Channel,
    delivery,
    feedback::{
        Escalation, Event, Kind, Late, Owes, Owner, Sent, StageKind, Timeliness, Verdict, What,
    },
    moderation::{Part, Step},
    proposals,
};

pub(super) fn who(tell: &Teller, owner: Owner) -> String {
    tell.owner(owner, "the office")
}

/// A sentence begins with a capital.
fn begun(sentence: String) -> String {
    let mut characters = sentence.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => sentence,
    }
}

fn working_days(n: u32) -> String {
    counted(u64::from(n), "working day", "working days")
}

pub(super) fn standing(standing: &Standing, tell: &Teller) -> String {
    match (standing.owes, standing.late) {
        (Some(owes), Some(late)) => begun(overdue(owes, late, tell)),
        (Some(owes), None) => begun(duty(standing.kind, owes, tell)),
        (None, _) => at_rest(standing.stage, tell).to_owned(),
    }
}

fn duty(kind: Kind, owes: Owes, tell: &Teller) -> String {
    let (who, day) = (who(tell, owes.duty.owner), tell.day(owes.duty.due));
    match (owes.what, kind) {
        (What::FirstAnswer, _) => format!("{who} has it; a first word comes by {day}."),
        (What::Decision, Kind::InContest { .. }) => {
            format!("it waits for the review and the vote; the result is there by {day}.")
        }
        (What::Decision, Kind::Proposal | Kind::Opinion | Kind::Topic) => {
            format!("{who} looks at it; the answer comes by {day}.")
        }
        (What::PutOff, _) => format!("put off for now; {who} answers again by {day}."),
        (What::AppealAnswer, _) if tell.is_mine => {
            format!("you disagree with the answer; {who} answers again by {day}.")
        }
        (What::AppealAnswer, _) => {
            format!("its author disagrees with the answer; {who} answers again by {day}.")
        }
        (What::Delivery, _) => format!("it will be done: {who} is to finish it by {day}."),
    }
}

fn overdue(owes: Owes, late: Late, tell: &Teller) -> String {
    let (who, day) = (who(tell, owes.duty.owner), tell.day(owes.duty.due));
    let what = match owes.what {
        What::FirstAnswer => "a first word",
        What::Decision | What::PutOff => "an answer",
        What::AppealAnswer => "an answer to the appeal",
        What::Delivery => "the work",
    };
    let told = match late.escalation {
        None => String::new(),
        Some(to) => format!(" {} has been told.", begun(above(to).to_owned())),
    };
    let n_days = working_days(late.n_days);
    format!("{who} owed {what} by {day} and is {n_days} late.{told}")
}

fn above(to: Escalation) -> &'static str {
    match to {
        Escalation::Office => "the head of the office",
        Escalation::Street => "the sub-district",
    }
}

fn at_rest(stage: StageKind, tell: &Teller) -> &'static str {
    match (stage, tell.is_mine) {
        (StageKind::Answered, true) => "There is an answer. Please say whether it will do.",
        (StageKind::Answered, false) => "Answered; its author has not said yet if it will do.",
        (StageKind::Delivered, true) => "It is said to be done. Please look whether it is.",
        (StageKind::Delivered, false) => "Said to be done; its author has not confirmed it yet.",
        (StageKind::Confirmed, true) => "You have confirmed it; it has ended.",
        (StageKind::Confirmed, false) => "Its author has confirmed it; it has ended.",
        (StageKind::Withdrawn, true) => "You have taken it back.",
        (StageKind::Withdrawn, false) => "Its author has taken it back.",
        (StageKind::WithoutAuthor, _) => "Its author has left; the office has ended it in public.",
        (
            StageKind::Waiting | StageKind::Deferred | StageKind::Appealed | StageKind::InDelivery,
            _,
        ) => "It is being looked at.",
    }
}

fn told(channel: Channel) -> &'static str {
    match channel {
        Channel::App => "",
        Channel::Voice => " (in a recording)",
        Channel::Helper => " (through a helper)",
        Channel::Phone => " (on the telephone)",
        Channel::Paper => " (on paper)",
        Channel::Council => " (at a council)",
    }
}

fn sent(sent: &Sent, tell: &Teller) -> String {
    let (who, due) = (who(tell, sent.duty.owner), tell.day(sent.duty.due));
    let (told, first) = (told(sent.channel), tell.day(sent.first_due));
    if sent.first_due < sent.duty.due {
        format!("Sent{told}; {who} has it. First word by {first}, answer by {due}.")
    } else {
        format!("Sent{told}; {who} has it. Answer by {due}.")
    }
}

fn decided(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Adopted { .. } => "it will be done.".into(),
        Verdict::PartlyAdopted { .. } => "a part of it will be done.".into(),
        Verdict::AlreadyPlanned { .. } => "it was planned already.".into(),
        Verdict::MergedInto { into, .. } => format!("it goes on together with No. {into}."),
        Verdict::Deferred { .. } => "not now; there will be another answer.".into(),
        Verdict::NotAdopted { .. } => "it will not be done, and why.".into(),
        Verdict::Chosen { .. } => "the vote has chosen it.".into(),
        Verdict::NotChosen => "the vote has not chosen it.".into(),
    }
}

/// A step on the way to the vote; what ends the way is an answer and has its own sentence.
fn step(step: &proposals::Event, tell: &Teller) -> String {
    use proposals::Event as E;
    match step {
        E::Passed => "The office has let it pass; it can be co-signed.".into(),
        E::Returned { what } => format!("Sent back to be mended: {what}"),
        E::Qualified => "Enough neighbours have co-signed.".into(),
        E::Admitted { reason } => {
            format!("It goes to review although too few have co-signed. Why: {reason}")
        }
        E::SentToReview { due, .. } => {
            format!("Departments look at it; they say what they find by {}.", tell.day(*due))
        }
        E::MergeOffered { into, why } => {
            format!("Its author is asked whether it shall go on with No. {into}. Why: {why}")
        }
        E::MergeTakenBack => "The office has taken its question about merging back.".into(),
        E::MergeDeclined => "Its author does not want it merged; both go on alone.".into(),
        E::Submitted
        | E::CoSigned
        | E::CoSignWithdrawn
        | E::CoSignMoved
        | E::Withdrawn
        | E::AuthorJoined
        | E::AuthorLeft
        | E::RuledOut { .. }
        | E::Edited { .. }
        | E::Assessed { .. }
        | E::Shortlisted { .. }
        | E::SetAside { .. }
        | E::Merged { .. }
        | E::Won { .. }
        | E::Reserved { .. }
        | E::CalledUp { .. }
        | E::GivenBack { .. }
        | E::NotSelected
        | E::Begun
        | E::Delivered
        | E::Stopped { .. } => "The proposal has news.".into(),
    }
}

/// A step of the project that a proposal became.
fn work(step: &delivery::Event, tell: &Teller) -> String {
    use delivery::Event as E;
    let by = step.due().map_or(String::new(), |due| format!(" To be done by {}.", tell.day(due)));
    match step {
        E::Begun(_) => format!("It became a project.{by}"),
        E::Joined { .. } => "A resident joined the team.".into(),
        E::Left { .. } => "A resident left the team.".into(),
        E::TakenOver { .. } => "Somebody else of the office answers for it.".into(),
        E::Planned { reason, .. } => format!("The plan was changed.{by} Why: {reason}"),
        E::Paid { .. } => "A payment was entered; the book stands on the project's page.".into(),
        E::Corrected { .. } => {
            "A payment was corrected; the book stands on the project's page.".into()
        }
        E::Finished { until, .. } => {
            format!("Residents are asked whether it is done, until {}.", tell.day(*until))
        }
        E::Reported { report } => format!("A step: {}", report.words),
        E::Answered { answer, .. } => format!("Answer to “not done”: {}", answer.words),
        E::Resumed { reason, .. } => format!("The work goes on.{by} Why: {reason}"),
        E::Closed { closing } => format!("The project is closed: {}", closing.done),
        E::Stopped { reason, .. } => format!("The project was stopped. Why: {reason}"),
        E::Asked { .. } | E::TurnedAway { .. } | E::Spoken { .. } => "The project has news.".into(),
    }
}

/// What the office has decided about what was reported.
fn moderated(step: &Step) -> String {
    match step {
        Step::Hidden { veil } => {
            let what = match &veil.part {
                Part::Text => "The text was hidden",
                Part::Photo { .. } => "A photo was hidden",
            };
            format!("{what} (case {}). Why: {}", veil.case, veil.words)
        }
        Step::Upheld { case, words } => {
            format!("It stays hidden after the appeal (case {case}). Why: {words}")
        }
        Step::Restored { case, words } => {
            format!("It is to be read again (case {case}). Why: {words}")
        }
    }
}

pub(super) fn event(event: &Event, tell: &Teller) -> String {
    let you = if tell.is_mine { "You" } else { "Its author" };
    match event {
        Event::Sent(it) => sent(it, tell),
        Event::Acknowledged { words } => format!("The first word: “{words}”"),
        Event::Sorted { theme: about, place } => {
            let place = place.and_then(|id| tell.place(id));
            let place = place.map_or(String::new(), |place| format!(", at {place}"));
            format!("Sorted under “{}”{place}.", theme(*about))
        }
        Event::PassedOn { from, to, reason } => {
            let (from, to) = (begun(who(tell, *from)), who(tell, *to));
            format!("{from} passed it on to {to}; the day stays. Why: {reason}")
        }
        Event::Extended { from, to, reason } => {
            let (from, to) = (tell.day(*from), tell.day(*to));
            format!("Its day was put off from {from} to {to}. Why: {reason}")
        }
        Event::Answered { by, verdict, timeliness, .. } => {
            let late = match timeliness {
                Timeliness::NotYet | Timeliness::InTime => String::new(),
                Timeliness::Late { n_days } => format!(" That was {} late.", working_days(*n_days)),
            };
            format!("{} answered: {}{late}", begun(who(tell, *by)), decided(verdict))
        }
        Event::Upheld { words } => format!("Looked at again; the answer stays. Why: {words}"),
        Event::InContest { step: it } => step(it, tell),
        Event::InProject { step: it } => work(it, tell),
        Event::Moderated { step, .. } => moderated(step),
        Event::Rewritten { n, why: Some(why), .. } => {
            format!("{you} changed the text; this is version {n}. Why: {why}")
        }
        Event::Rewritten { n, why: None, .. } => {
            format!("{you} changed the text; this is version {n}.")
        }
        Event::Shortlisted { due } => {
            format!("On the shortlist; the vote decides, by {}.", tell.day(*due))
        }
        Event::Appealed { words, channel, due } => {
            let (told, due) = (told(*channel), tell.day(*due));
            format!("{you} disagreed with the answer{told}: “{words}” Another answer by {due}.")
        }
        Event::Reported { milestone } => format!("A step: {}", milestone.words),
        Event::Delivered { evidence, .. } => format!("Said to be done: {}", evidence.words),
        Event::Reopened { words, channel, due } => {
            let (told, due) = (told(*channel), tell.day(*due));
            format!("{you} said that it is not done{told}: “{words}” To be done by {due}.")
        }
        Event::Confirmed { satisfaction, channel } => {
            let content = (super::pages::ACTS.satisfaction)(*satisfaction);
            format!("{you} confirmed it{}: {}.", told(*channel), content.to_lowercase())
        }
        Event::Withdrawn => format!("{you} took it back."),
        Event::ClosedWithoutAuthor { words } => {
            format!("Its author has left; ended in public: {words}")
        }
        Event::Escalated { to, n_days } => {
            format!("{} late: {} was told.", working_days(*n_days), above(*to))
        }
        Event::AuthorLeft => "Its author has left the community; it goes on.".into(),
    }
}
