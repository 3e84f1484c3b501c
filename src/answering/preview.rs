//! What the resident will read and hear: the sentences of their own page, before anything is sent.
use super::{act::Act, typed::Typed};
use crate::{
    api::use_api,
    feedback::{answer::AnswerPart, built::BuiltPart, standing::sentence},
    words::{feedback::Teller, use_text},
};
use huiyin_domain::{
    feedback::{
        Command, Event, Evidence, Milestone, Owner, Submission, Timeliness, What, apply, said,
        wire::SubmissionPage,
    },
    residents::{StaffRole, Viewer},
    time::Moment,
};
use leptos::prelude::*;

/// For whom a member of staff answers.
fn acts_as(viewer: Option<Viewer>) -> Owner {
    match viewer {
        Some(Viewer::Staff { role: StaffRole::Reviewer { department }, .. }) => {
            Owner::Department { id: department }
        }
        Some(Viewer::Staff { role: StaffRole::Organiser | StaffRole::Administrator, .. })
        | Some(Viewer::Guest | Viewer::Resident { .. })
        | None => Owner::Office,
    }
}

/// Is the decision late, as far as this page knows?
fn timeliness(page: &SubmissionPage) -> Timeliness {
    match (page.submission.owes(), page.late) {
        (Some(owes), Some(late)) if owes.what != What::FirstAnswer => {
            Timeliness::Late { n_days: late.n_days }
        }
        (Some(_) | None, _) => Timeliness::InTime,
    }
}

/// What a command will come to, as far as residents read it. Days that the server reckons do not
/// stand in what is shown.
fn event_of(command: Command, page: &SubmissionPage, by: Owner, now: Moment) -> Option<Event> {
    let submission = &page.submission;
    let today = now.in_china().date();
    let n_requests = submission.content.requests.len();
    let duty = submission.stage.duty();
    match command {
        Command::Acknowledge { words } => {
            Some(Event::Acknowledged { words: said("words", &words).ok()? })
        }
        Command::Uphold { words } => Some(Event::Upheld { words: said("words", &words).ok()? }),
        Command::Answer { form } => {
            let verdict = form.parse(n_requests).ok()?;
            let timeliness = timeliness(page);
            Some(Event::Answered { by, verdict, appeal_until: today, timeliness })
        }
        Command::Report { words, photos } => {
            Some(Event::Reported { milestone: Milestone { at: now, words, photos } })
        }
        Command::Deliver { form } => {
            let (words, photos, requests) = form.parse(n_requests).ok()?;
            let evidence = Evidence { at: now, words, photos, requests };
            Some(Event::Delivered { evidence, confirm_until: today })
        }
        Command::PassOn { to, reason } => Some(Event::PassedOn { from: duty?.owner, to, reason }),
        Command::Extend { due, reason } => {
            Some(Event::Extended { from: duty?.due, to: due, reason })
        }
        Command::CloseWithoutAuthor { words } => Some(Event::ClosedWithoutAuthor { words }),
        Command::Sort { .. }
        | Command::Confirm { .. }
        | Command::Appeal { .. }
        | Command::Reopen { .. }
        | Command::Withdraw => None,
    }
}

/// Is there something for the resident to read?
pub(super) fn is_read_by_residents(act: Act) -> bool {
    match act {
        Act::Acknowledge
        | Act::Answer
        | Act::Uphold
        | Act::Report
        | Act::Deliver
        | Act::PassOn
        | Act::Extend
        | Act::Close => true,
        Act::Sort | Act::Tell => false,
    }
}

/// The page as the resident will see it, as soon as everything is filled in.
#[component]
pub(super) fn Preview(
    /// Which act.
    act: Act,
    /// The submission.
    page: RwSignal<SubmissionPage>,
    /// What is filled in.
    typed: Typed,
) -> impl IntoView {
    let words = &use_text().answering.answer;
    let api = use_api();
    let by = acts_as(api.me().map(|me| me.viewer));
    let after = Memo::new(move |_| {
        let n_requests = page.with(|page| page.submission.content.requests.len());
        let command = typed.command_now(act, n_requests)?;
        let now = api.now();
        page.with(|page| {
            let event = event_of(command, page, by, now)?;
            let submission: Submission = apply(&page.submission, &event, now);
            // What is late stays late until something else is owed.
            let late = page.late.filter(|_| submission.owes() == page.submission.owes());
            // The resident reads it as their own.
            let after = SubmissionPage { submission, is_mine: true, late, ..page.clone() };
            Some((event, after))
        })
    });
    let shown = move || match after.get() {
        None => view! { <p class="soft">{words.preview_later}</p> }.into_any(),
        Some((event, after)) => view! { <AsResident event after /> }.into_any(),
    };
    view! {
        <section class="answering-preview">
            <h2>{words.preview}</h2>
            <p class="soft">{words.preview_hear}</p>
            {shown}
        </section>
    }
}

#[component]
fn AsResident(event: Event, after: SubmissionPage) -> impl IntoView {
    let text = use_text();
    let standing = sentence((&after).into(), &after.names, true);
    let told = (text.feedback.event)(&event, &Teller::new(text.language, &after.names, true));
    let has_answer = matches!(event, Event::Answered { .. } | Event::Upheld { .. });
    let is_built = matches!(event, Event::Delivered { .. });
    let page = RwSignal::new(after);
    view! {
        <p><strong>{standing}</strong></p>
        <p>{told}</p>
        {has_answer.then(|| view! { <AnswerPart page /> })}
        {is_built.then(|| view! { <BuiltPart page /> })}
    }
}
