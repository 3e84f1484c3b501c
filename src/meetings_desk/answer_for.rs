//! Answering for residents who called or wrote.
use super::{Does, find::FindResident};
use crate::{
    api::Precondition,
    ui::{ActButton, Look},
    words::use_text,
};
use huiyin_domain::{
    councils::meeting::{Command, Way},
    residents::wire::FoundResident,
};
use leptos::prelude::*;

/// Whom, and what they said.
#[component]
pub(super) fn AnswerFor(
    /// Sends it.
    acts: Does,
) -> impl IntoView {
    let one = move |resident: FoundResident| view! { <One resident acts /> }.into_any();
    view! {
        <section class="stack">
            <FindResident one />
        </section>
    }
}

#[component]
fn One(resident: FoundResident, acts: Does) -> impl IntoView {
    let words = &use_text().meetings_desk.people;
    let (id, name) = (resident.id, resident.public_name.clone());
    let way = {
        let name = name.clone();
        move |way: Way| {
            let send = move || {
                let command = Command::Rsvp { way, resident: Some(id) };
                acts.send(command, |_| Precondition::None);
            };
            let said = (words.answer_for)(&name, way);
            view! { <ActButton words=said look=Look::Quiet busy=acts.busy() on_press=send /> }
        }
    };
    let decline = move || {
        acts.send(Command::Decline { resident: Some(id) }, |_| Precondition::None);
    };
    view! {
        <article class="card">
            <h2>{name.clone()}</h2>
            <p>{resident.address}</p>
            {Way::ALL.map(way).collect_view()}
            <ActButton
                words=(words.decline_for)(&name) look=Look::Quiet busy=acts.busy()
                on_press=decline
            />
        </article>
    }
}
