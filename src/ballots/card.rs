//! One card: a proposal that can be chosen by pressing anywhere on its tile.
use crate::{routes::Route, words::use_text};
use huiyin_domain::proposals::wire::ProposalCard;
use leptos::prelude::*;
use leptos_router::components::A;

/// One proposal with its checkbox.
#[component]
pub fn VoteCard(
    /// The proposal.
    card: ProposalCard,
    /// The currency of its cost.
    currency: String,
    /// Is it chosen?
    #[prop(into)]
    is_chosen: Signal<bool>,
    /// What it is to be; answers what it is now.
    choose: impl Fn(bool) -> bool + 'static,
    /// Why it was not chosen, when it was just refused.
    #[prop(into)]
    refused: Signal<Option<String>>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.ballots;
    let id = format!("choice-{}", card.id);
    let number = (words.number)(&card.ballot_key);
    let cost = card.stage.cost().map(|cost| (words.cost)(&text.language.money(cost, &currency)));
    view! {
        <li class="card ballots-card">
            <label class="tile" for=id.clone()>
                <input
                    class="tile__mark"
                    type="checkbox"
                    id=id.clone()
                    prop:checked=is_chosen
                    on:change:target=move |event| {
                        // A tick that was refused is taken off again; nothing else is.
                        let is_chosen = choose(event.target().checked());
                        event.target().set_checked(is_chosen);
                    }
                />
                <span class="tile__words">
                    <span class="ballots-card__number">{number}</span>
                    <strong class="ballots-card__title">{card.title}</strong>
                    <span>{card.place}</span>
                    <span class="number">{cost}</span>
                    {move || is_chosen.get().then(|| view! {
                        <span class="ballots-card__chosen">{words.chosen}</span>
                    })}
                </span>
            </label>
            {move || refused.get().map(|why| view! { <p class="field__error">{why}</p> })}
            <A href=Route::Proposal(card.id).href() attr:class="ballots-card__more">
                {(words.read_more)(&card.ballot_key)}
            </A>
        </li>
    }
}
