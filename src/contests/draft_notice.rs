//! A proposal that was begun on this phone and not sent.
use crate::{
    proposals::{draft::Draft, step::Step, your_part::focus_soon},
    routes::Route,
    ui::{ActButton, ButtonLink, Look},
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
    let text = use_text();
    let words = &text.contests;
    let draft = RwSignal::new(Draft::load(contest));
    move || {
        draft.get().map(|draft_now| {
            let title = draft_now.form.title.trim();
            let title = if title.is_empty() { words.draft_untitled } else { title };
            let saved = (words.draft_saved)(title, &text.language.moment(draft_now.saved_at));
            let to = Route::Propose(contest, Step::to_go_on(&draft_now.form).name());
            view! {
                <section class="card">
                    <h2>{words.draft}</h2>
                    <p>{saved}</p>
                    <ButtonLink to words=words.write_on />
                    <DropDraft contest draft />
                </section>
            }
        })
    }
}

/// Throwing a draft away is asked once more, since it cannot be brought back.
#[component]
fn DropDraft(contest: ContestId, draft: RwSignal<Option<Draft>>) -> impl IntoView {
    let words = &use_text().contests;
    let is_asking = RwSignal::new(false);
    let ask = move || {
        is_asking.set(true);
        focus_soon("drop-draft-ask");
    };
    let drop_it = move || {
        Draft::forget(contest);
        draft.set(None);
        focus_soon("page");
    };
    move || {
        if is_asking.get() {
            view! {
                <p id="drop-draft-ask" tabindex="-1">{words.drop_draft_ask}</p>
                <ActButton
                    casts=true words=words.drop_draft_sure look=Look::Warn on_press=drop_it
                />
                <ActButton
                    words=words.keep_draft look=Look::Quiet
                    on_press=move || is_asking.set(false)
                />
            }
            .into_any()
        } else {
            view! { <ActButton words=words.drop_draft look=Look::Quiet on_press=ask /> }.into_any()
        }
    }
}
