//! Everybody in a batch: whose letter was made, who has signed in, and replacing a lost letter.
use crate::{
    routes::Route,
    ui::{ButtonLink, Look, Parts},
    words::use_text,
};
use huiyin_domain::register::letters::Addressee;
use leptos::prelude::*;

/// Everybody in the batch, as things stand now.
#[component]
pub fn BatchPeople(
    /// By where they live.
    people: RwSignal<Vec<Addressee>>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.register.letters;
    let len = people.with_untracked(Vec::len);
    let row = move |at: usize| {
        let person = move || people.with(|people| people.get(at).cloned());
        let Some(first) = person() else { return ().into_any() };
        let standing = move || {
            person().map(|person| match (person.made, person.letter) {
                (None, _) => words.not_made.to_owned(),
                (Some(at), Some(letter)) => (words.has_letter)(&text.language.day(at), &letter),
                // Another letter was made for them since.
                (Some(_), None) => words.replaced.to_owned(),
            })
        };
        let signed_in = if first.has_signed_in { words.signed_in } else { words.never_signed_in };
        let address = first.address.unwrap_or_default();
        let about = format!("{} {address}", first.name);
        view! {
            <h3>{first.name}</h3>
            <p>{address}</p>
            <p>{standing}</p>
            <p>{signed_in}</p>
            <ButtonLink
                to=Route::Letter(first.resident) words=words.replace about look=Look::Quiet
            />
        }
        .into_any()
    };
    view! {
        <section class="stack stack--tight no-print">
            <h2>{words.in_batch}</h2>
            <p>{words.lost_means}</p>
            <Parts id="people" len row more=words.show_people />
        </section>
    }
}
