//! Something that was begun on this phone and not sent: go on writing, or throw it away.
use super::{ActButton, ButtonLink, Look};
use crate::{proposals::your_part::focus_soon, routes::Route, words::use_text};
use huiyin_domain::time::Moment;
use leptos::prelude::*;

/// A draft on a card.
#[component]
pub fn DraftCard(
    /// What is on it, as a heading.
    heading: &'static str,
    /// What was written first; may be empty.
    title: String,
    /// When it was last written.
    saved_at: Moment,
    /// Where writing goes on.
    to: Route,
    /// Throws it away.
    #[prop(into)]
    on_drop: Callback<()>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.contests;
    let title = title.trim();
    let title = if title.is_empty() { words.draft.draft_untitled } else { title };
    let saved = (words.draft.draft_saved)(title, &text.language.moment(saved_at));
    view! {
        <section class="card">
            <h2>{heading}</h2>
            <p>{saved}</p>
            <ButtonLink to words=words.draft.write_on />
            <DropDraft on_drop />
        </section>
    }
}

/// Throwing a draft away is asked once more, since it cannot be brought back.
#[component]
pub fn DropDraft(
    /// Throws it away.
    on_drop: Callback<()>,
) -> impl IntoView {
    let words = &use_text().contests;
    let is_asking = RwSignal::new(false);
    let ask = move || {
        is_asking.set(true);
        focus_soon("drop-draft-ask");
    };
    let drop_it = move || {
        on_drop.run(());
        focus_soon("page");
    };
    move || {
        if is_asking.get() {
            view! {
                <p id="drop-draft-ask" tabindex="-1">{words.draft.drop_draft_ask}</p>
                <ActButton
                    casts=true words=words.draft.drop_draft_sure look=Look::Warn on_press=drop_it
                />
                <ActButton
                    words=words.draft.keep_draft look=Look::Quiet
                    on_press=move || is_asking.set(false)
                />
            }
            .into_any()
        } else {
            view! { <ActButton words=words.draft.drop_draft look=Look::Quiet on_press=ask /> }
                .into_any()
        }
    }
}
