//! Proposals of which at most one can be carried out, and why: in the rules and on the ballot.
use crate::{routes::Route, ui::A, words::use_text};
use huiyin_domain::contests::Exclusive;
use leptos::prelude::*;

/// Each group with its reason; nothing where there is none.
#[component]
pub fn Exclusives(
    /// The groups.
    groups: Vec<Exclusive>,
) -> impl IntoView {
    let words = &use_text().objections;
    let group = |group: Exclusive| {
        let links = group.proposals.into_iter().map(|id| {
            let href = Route::Proposal(id).href();
            view! { <li><A href=href attr:class="card__link">{(words.number)(id)}</A></li> }
        });
        let links = links.collect_view();
        view! { <li><ul>{links}</ul><p>{group.reason.to_string()}</p></li> }
    };
    (!groups.is_empty()).then(|| {
        let groups = groups.into_iter().map(group).collect_view();
        view! {
            <section class="stack stack--tight">
                <p><strong>{words.only_one}</strong></p>
                <ul>{groups}</ul>
            </section>
        }
    })
}
