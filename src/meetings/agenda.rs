//! The agenda of a council, with what each item goes back to.
use crate::{
    routes::Route,
    ui::A,
    words::{isolated, use_text},
};
use huiyin_domain::councils::meeting::{
    agenda::{About, Item},
    wire::CouncilPage,
};
use leptos::prelude::*;

/// What it talks about, in order.
#[component]
pub fn Agenda(
    /// The council.
    page: RwSignal<CouncilPage>,
) -> impl IntoView {
    let words = &use_text().meetings.show;
    let agenda = move || {
        let items = page.with(|page| page.agenda.clone());
        match items.is_empty() {
            true => view! { <p>{words.no_agenda}</p> }.into_any(),
            false => view! { <Items items /> }.into_any(),
        }
    };
    view! {
        <section class="stack stack--tight">
            <h2>{words.agenda}</h2>
            {agenda}
        </section>
    }
}

/// The items of an agenda.
#[component]
pub fn Items(
    /// The items.
    items: Vec<Item>,
) -> impl IntoView {
    let words = &use_text().meetings.show;
    let line = move |item: Item| {
        let said = (words.item)(&isolated(item.title.as_str()), item.minutes);
        let about = match item.about {
            About::Nothing => None,
            About::Submission { id } => {
                let to = Route::Feedback(id).href();
                let from = (words.from_number)(id.0);
                Some(view! { <A href=to attr:class="card__link">{from}</A> }.into_any())
            }
            About::Resolution { of } => {
                let to = Route::Council(of.council).href();
                let open = words.left_open;
                Some(view! { <A href=to attr:class="card__link">{open}</A> }.into_any())
            }
        };
        view! { <li><p class="prose">{said}</p> {about}</li> }
    };
    view! { <ol class="proposals-requests">{items.into_iter().map(line).collect_view()}</ol> }
}
