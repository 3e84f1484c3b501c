//! One card: a proposal that can be chosen by pressing anywhere on its tile, or be given points
//! or a place by buttons.
use super::choosing::Choosing;
use crate::{routes::Route, ui::A, words::use_text};
use huiyin_domain::{counting::BallotStyle, proposals::wire::ProposalCard};
use leptos::prelude::*;

/// One proposal, to be marked as the contest has it.
#[component]
pub fn VoteCard(
    /// The proposal.
    card: ProposalCard,
    /// The currency of its cost.
    currency: String,
    /// The ballot.
    choosing: Choosing,
) -> impl IntoView {
    let words = &use_text().ballots;
    let key = card.ballot_key.clone();
    let refused =
        move || choosing.refused(&key).map(|why| view! { <p class="field__error">{why}</p> });
    let more = (words.read_more)(&card.ballot_key);
    let to = Route::Proposal(card.id).href();
    let mark = match choosing.style() {
        BallotStyle::Approval { .. } | BallotStyle::Knapsack => {
            view! { <Tile card currency choosing /> }.into_any()
        }
        BallotStyle::Points { .. } => view! { <Points card currency choosing /> }.into_any(),
        BallotStyle::Ranking { .. } => view! { <Order card currency choosing /> }.into_any(),
    };
    view! {
        <li class="card ballots-card">
            {mark}
            {refused}
            <A href=to attr:class="ballots-card__more">{more}</A>
        </li>
    }
}

/// What the proposal is.
#[component]
fn Face(card: ProposalCard, currency: String) -> impl IntoView {
    let text = use_text();
    let words = &text.ballots;
    let cost = card.stage.cost().map(|cost| (words.cost)(&text.language.money(cost, &currency)));
    view! {
        <span class="ballots-card__number">{(words.number)(&card.ballot_key)}</span>
        <strong class="ballots-card__title" dir="auto">{card.title}</strong>
        <bdi>{card.place}</bdi>
        <span class="number">{cost}</span>
    }
}

/// Chosen or not, by a checkbox whose whole tile can be pressed.
#[component]
fn Tile(card: ProposalCard, currency: String, choosing: Choosing) -> impl IntoView {
    let words = &use_text().ballots;
    let id = format!("choice-{}", card.id);
    let cost = card.stage.cost();
    let key = StoredValue::new(card.ballot_key.clone());
    let is_chosen =
        Memo::new(move |_| key.with_value(|key| choosing.marks.with(|marks| marks.has(key))));
    let choose = move |is_wanted: bool| {
        key.with_value(|key| {
            let marks = choosing.marks.get_untracked();
            let next = if is_wanted { marks.with(key) } else { marks.without(key) };
            choosing.mark(key, next) == is_wanted
        })
    };
    let state = move || {
        if is_chosen.get() {
            return view! { <span class="ballots-card__chosen">{words.chosen}</span> }.into_any();
        }
        let lacks = choosing.lacks(cost);
        lacks.map(|lacks| view! { <span class="ballots-card__lacks">{lacks}</span> }).into_any()
    };
    view! {
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
                <Face card currency />
                {state}
            </span>
        </label>
    }
}

/// A button of a card. Unlike the acts of a page it can be pressed several times in a second:
/// each press is one point or one place, and can be taken back.
#[component]
fn Press(#[prop(into)] words: Signal<String>, on_press: impl Fn() + 'static) -> impl IntoView {
    view! {
        <button type="button" class="button button--quiet" on:click=move |_| on_press()>
            {words}
        </button>
    }
}

/// More points and fewer.
#[component]
fn Points(card: ProposalCard, currency: String, choosing: Choosing) -> impl IntoView {
    let words = &use_text().ballots.styles;
    let key = StoredValue::new(card.ballot_key.clone());
    let given =
        Memo::new(move |_| key.with_value(|key| choosing.marks.with(|marks| marks.points_of(key))));
    let fewer = move || {
        key.with_value(|key| {
            if given.get_untracked() == 0 {
                return choosing.refuse(key, (words.no_point)(key));
            }
            choosing.mark(key, choosing.marks.with_untracked(|marks| marks.without(key)));
        });
    };
    let more = move || {
        key.with_value(|key| {
            choosing.mark(key, choosing.marks.with_untracked(|marks| marks.with(key)));
        });
    };
    let fewer_words = key.with_value(|key| (words.one_fewer)(key));
    let more_words = key.with_value(|key| (words.one_more)(key));
    view! {
        <div class="ballots-card__face"><Face card currency /></div>
        <p class="ballots-card__given">{move || (words.given)(given.get())}</p>
        <div class="ballots-card__presses">
            <Press words=fewer_words on_press=fewer />
            <Press words=more_words on_press=more />
        </div>
    }
}

/// The next place, and once it has one: earlier, later, out. The first button stays the same one,
/// so that nobody who has reached it by keys loses it.
#[component]
fn Order(card: ProposalCard, currency: String, choosing: Choosing) -> impl IntoView {
    let words = &use_text().ballots.styles;
    let key = StoredValue::new(card.ballot_key.clone());
    let place =
        Memo::new(move |_| key.with_value(|key| choosing.marks.with(|marks| marks.place_of(key))));
    let is_placed = Memo::new(move |_| place.get().is_some());
    let toggle_words = move || {
        key.with_value(|key| match (place.get(), choosing.next_place()) {
            (Some(_), _) => (words.take_out)(key),
            (None, Some(next)) => (words.take_place)(key, next),
            (None, None) => (words.take_any)(key),
        })
    };
    let toggle = move || {
        key.with_value(|key| {
            let marks = choosing.marks.get_untracked();
            let next = if marks.has(key) { marks.without(key) } else { marks.with(key) };
            choosing.mark(key, next);
        });
    };
    let place_words = move || match place.get() {
        Some(place) => (words.place)(place),
        None => words.no_place.to_owned(),
    };
    view! {
        <div class="ballots-card__face"><Face card currency /></div>
        <p class="ballots-card__given">{place_words}</p>
        <div class="ballots-card__presses">
            <Press words=Signal::derive(toggle_words) on_press=toggle />
            {move || is_placed.get().then(|| view! { <Moves key choosing /> })}
        </div>
    }
}

/// A place earlier, a place later.
#[component]
fn Moves(key: StoredValue<String>, choosing: Choosing) -> impl IntoView {
    let words = &use_text().ballots.styles;
    let earlier = move || {
        key.with_value(|key| match choosing.marks.with_untracked(|marks| marks.earlier(key)) {
            Some(next) => choosing.mark_moved(key, next),
            None => choosing.refuse(key, (words.is_first)(key)),
        });
    };
    let later = move || {
        key.with_value(|key| match choosing.marks.with_untracked(|marks| marks.later(key)) {
            Some(next) => choosing.mark_moved(key, next),
            None => choosing.refuse(key, (words.is_last)(key)),
        });
    };
    let earlier_words = key.with_value(|key| (words.earlier)(key));
    let later_words = key.with_value(|key| (words.later)(key));
    view! {
        <Press words=earlier_words on_press=earlier />
        <Press words=later_words on_press=later />
    }
}
