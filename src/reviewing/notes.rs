//! The staff's own notes on a proposal, which residents never see.
use super::typed::drawer_of;
use crate::{
    answering::read::fault,
    api::{Precondition, reviewing, use_api},
    browser::drawer,
    ui::{
        ActButton, Acts, AreaField, ErrorSummary, Fault, Fetched, Load, Look, Outcome,
        OutcomeNotice,
    },
    words::{Text, use_text},
};
use huiyin_domain::{
    contests::Reason,
    ids::ProposalId,
    problems::FieldFault,
    proposals::wire::{Note, NoteForm, Notes, ProposalPage},
    residents::Viewer,
};
use leptos::prelude::*;

/// Can whoever looks at the page read and write its notes? The office, and departments that were
/// asked.
pub(super) fn has_notes(viewer: &Viewer, page: &ProposalPage) -> bool {
    let asked = page.review.as_ref().map(|review| review.asked.as_slice()).unwrap_or_default();
    let is_asked = |department| asked.iter().any(|one| one.id == department);
    viewer.organiser().is_some() || viewer.department().is_some_and(is_asked)
}

/// All notes, and the form of another one.
#[component]
pub(super) fn NotesPart(
    /// On which proposal.
    id: ProposalId,
) -> impl IntoView {
    let words = &use_text().reviewing.notes;
    let api = use_api();
    let notes = Fetched::new(move || reviewing::notes(api, id));
    view! {
        <section class="stack">
            <h2>{words.heading}</h2>
            <p class="notice notice--warn">{words.unseen}</p>
            <Load resource=notes has_heading=true then=move |notes| {
                view! { <Written id notes /> }
            } />
        </section>
    }
}

fn done(text: &Text, _: &NoteForm) -> String {
    text.reviewing.notes.done.to_owned()
}

#[component]
fn Written(id: ProposalId, notes: Notes) -> impl IntoView {
    let text = use_text();
    let words = &text.reviewing.notes;
    let notes = RwSignal::new(notes);
    let acts: Acts<NoteForm, Notes> = Acts::at(reviewing::path(id), "notes", notes, done);
    let drawer = drawer_of(id, "note");
    let written = RwSignal::new(drawer::get::<String>(&drawer).unwrap_or_default());
    let faults = RwSignal::new(Vec::new());
    Effect::new(move || {
        let words = written.get();
        if words.trim().is_empty() {
            drawer::remove(&drawer);
        } else {
            // Where this device cannot keep it, it holds as long as the page is open.
            let _ = drawer::set(&drawer, &words);
        }
    });
    Effect::new(move || {
        if matches!(acts.outcome.get(), Some(Outcome::Done(_))) {
            written.set(String::new());
        }
    });
    let send = move || match Reason::parse(&written.get_untracked()) {
        Ok(words) => {
            faults.set(Vec::new());
            acts.send(NoteForm { words }, |_| Precondition::None);
        }
        Err(why) => faults.set(Fault::of(&[fault(NOTE, FieldFault::Words(why))])),
    };
    let lines = move || notes.with(|notes| notes.items.iter().map(line).collect_view());
    let is_empty = move || notes.with(|notes| notes.items.is_empty());
    view! {
        <OutcomeNotice outcome=acts.outcome />
        <ErrorSummary faults />
        {move || is_empty().then(|| view! { <p>{words.none}</p> })}
        <ol class="list">{lines}</ol>
        <AreaField
            name=NOTE label=words.words hint=words.words_hint rows=2 value=written
            fault=Signal::derive(move || Fault::for_field(&faults.get(), NOTE))
        />
        <ActButton words=words.send look=Look::Quiet busy=acts.busy() on_press=send />
    }
}

const NOTE: &str = "note";

fn line(note: &Note) -> impl IntoView + use<> {
    let text = use_text();
    let by = (text.reviewing.notes.by)(&text.language.moment(note.at), &note.by);
    let words = note.words.to_string();
    view! {
        <li>
            <p class="soft">{by}</p>
            <p class="prose">{words}</p>
        </li>
    }
}
