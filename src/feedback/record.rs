//! Checking a submission's record in this browser: was any step changed afterwards?
use super::path;
use crate::{
    api::{ApiError, use_api},
    ui::{ActButton, Failure, Look, say},
    words::use_text,
};
use huiyin_domain::{
    chain,
    feedback::wire::{ChainPage, SubmissionPage},
};
use leptos::prelude::*;

/// What the check has come to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Checked {
    /// So many steps, each as it was written; so many of them hold words that are hidden, and
    /// only that the others stand on them was checked.
    Holds(usize, usize),
    /// The first step that is not as it was written.
    BrokenAt(i64),
    /// It was checked, but what this page shows is not its end or a part of it.
    OtherEnd,
}

/// Checks the chain, and that what is shown here stands in it.
fn check(chain: &ChainPage, head: &str) -> Checked {
    match chain::verify(chain) {
        Err(broken) => Checked::BrokenAt(broken.seq),
        // More may have happened since this page was opened.
        Ok(()) if chain.links.iter().any(|link| link.hash == head) => {
            let n_covered = chain.links.iter().filter(|link| link.is_covered).count();
            Checked::Holds(chain.links.len(), n_covered)
        }
        Ok(()) => Checked::OtherEnd,
    }
}

/// The button that checks, and what came of it in words.
#[component]
pub fn Record(
    /// The submission.
    page: RwSignal<SubmissionPage>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.feedback.show;
    let api = use_api();
    let came = RwSignal::new(None::<Result<Checked, ApiError>>);
    let sentence = move |checked: &Checked| match checked {
        Checked::Holds(n, 0) => (words.record_holds)(*n),
        Checked::Holds(n, n_covered) => {
            let holds = (words.record_holds)(*n);
            format!("{holds}{}", (text.moderation.covered)(*n_covered))
        }
        Checked::BrokenAt(seq) => (words.record_broken)(*seq),
        Checked::OtherEnd => words.record_other.to_owned(),
    };
    let action = Action::new_local(move |(): &()| async move {
        let (id, head) = page.with_untracked(|it| (it.submission.id, it.chain_head.clone()));
        let chain = api.get::<ChainPage>(&format!("{}/chain", path(id))).await;
        let checked = chain.map(|chain| check(&chain, &head));
        if let Ok(checked) = &checked {
            say(sentence(checked));
        }
        let _ = came.try_set(Some(checked));
    });
    let ask = move || {
        action.dispatch_local(());
    };
    let outcome = move |came: Result<Checked, ApiError>| match came {
        Ok(checked) => {
            let class = match checked {
                Checked::Holds(..) => "notice notice--good",
                Checked::BrokenAt(_) | Checked::OtherEnd => "notice notice--stop",
            };
            view! { <p class=class>{sentence(&checked)}</p> }.into_any()
        }
        Err(error) => view! { <Failure error retry=ask /> }.into_any(),
    };
    view! {
        <p>{words.record_means}</p>
        <ActButton words=words.record look=Look::Quiet busy=action.pending() on_press=ask />
        {move || came.get().map(outcome)}
    }
}
