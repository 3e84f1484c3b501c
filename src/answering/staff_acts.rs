//! What staff can do with a submission, on its page: a link to the page of each act.
use super::act::Act;
use crate::{
    routes::Route,
    ui::{ButtonLink, Look},
    words::use_text,
};
use huiyin_domain::feedback::wire::SubmissionPage;
use leptos::prelude::*;

/// May whoever looks at this submission do anything with it for the office?
pub fn may_act(page: &SubmissionPage) -> bool {
    !Act::offered(&page.offers).is_empty()
}

/// A large link for each act that is offered; nothing for everybody else.
#[component]
pub fn StaffActs(
    /// The submission as whoever looks at it sees it.
    #[prop(into)]
    page: Signal<SubmissionPage>,
) -> impl IntoView {
    let words = &use_text().answering;
    let acts = Memo::new(move |_| page.with(|page| Act::offered(&page.offers)));
    let link = move |(at, act): (usize, Act)| {
        let id = page.with_untracked(|page| page.submission.id);
        let to = Route::DeskFeedbackAct(id, act.name());
        // The likeliest one is the main one.
        let look = if at == 0 { Look::Main } else { Look::Quiet };
        view! { <ButtonLink to words=(words.act)(act) look /> }
    };
    move || {
        let acts = acts.get();
        (!acts.is_empty()).then(|| {
            view! {
                <section class="stack">
                    <h2>{words.acts}</h2>
                    {acts.into_iter().enumerate().map(link).collect_view()}
                </section>
            }
        })
    }
}
