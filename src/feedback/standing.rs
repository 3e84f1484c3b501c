//! The one big sentence: where something is, who has it, and by which day.
use crate::{
    ui::CallLink,
    words::{
        feedback::{Standing, Teller},
        use_text,
    },
};
use huiyin_domain::feedback::wire::{Names, SubmissionPage};
use leptos::prelude::*;

/// Where it stands, in one sentence.
pub fn sentence(standing: Standing, names: &Names, is_mine: bool) -> String {
    let text = use_text();
    (text.feedback.standing)(&standing, &Teller::new(text.language, names, is_mine))
}

/// The sentence on the submission's page; what is late is said out loud, with whom to call.
#[component]
pub fn StandingNow(
    /// The submission.
    page: RwSignal<SubmissionPage>,
) -> impl IntoView {
    let hurry = use_text().feedback.show.hurry;
    let is_late = Memo::new(move |_| page.with(|page| page.late.is_some()));
    let words = move || page.with(|page| sentence(page.into(), &page.names, page.is_mine));
    let class = move || if is_late.get() { "notice notice--warn stack" } else { "notice stack" };
    view! {
        <div class=class>
            <p class="feedback-standing">{words}</p>
            {move || is_late.get().then(|| view! { <CallLink words=hurry /> })}
        </div>
    }
}
