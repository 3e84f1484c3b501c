//! A proposal that was begun on this phone and not sent.
use crate::{
    proposals::{
        draft::{Draft, Sheet},
        step::Step,
    },
    routes::Route,
    ui::DraftCard,
    words::use_text,
};
use huiyin_domain::ids::ContestId;
use leptos::prelude::*;

/// The draft for a contest, if there is one: go on writing, or throw it away.
#[component]
pub fn DraftNotice(
    /// The contest.
    contest: ContestId,
) -> impl IntoView {
    let heading = use_text().contests.draft.heading;
    let draft = RwSignal::new(Draft::load(Sheet::New(contest)));
    let on_drop = move |()| {
        Draft::forget(Sheet::New(contest));
        draft.set(None);
    };
    move || {
        draft.get().map(|Draft { form, saved_at, .. }| {
            let to = Route::Propose(contest, Step::to_go_on(&form).name());
            view! { <DraftCard heading title=form.title saved_at to on_drop /> }
        })
    }
}
