//! A submission on a list: its number, what it says, where it stands, and what is owed by when.
use super::names::place_name;
use crate::{
    feedback::standing::sentence,
    routes::Route,
    ui::{A, Icon, Shape},
    words::{feedback::Standing, use_text},
};
use huiyin_domain::feedback::{
    StageKind,
    wire::{Names, SubmissionCard},
};
use leptos::prelude::*;

/// Where a submission stands: a word with a shape; the colour only repeats it.
#[component]
pub fn StageTag(
    /// Where.
    stage: StageKind,
) -> impl IntoView {
    let (status, shape) = match stage {
        StageKind::Waiting
        | StageKind::Appealed
        | StageKind::Deferred
        | StageKind::Answered
        | StageKind::InDelivery
        | StageKind::Delivered => ("open", Shape::Clock),
        StageKind::Confirmed => ("good_end", Shape::Tick),
        StageKind::Withdrawn | StageKind::WithoutAuthor => ("other_end", Shape::Cross),
    };
    view! {
        <p class="status" data-status=status>
            <Icon shape />
            <span>{(use_text().feedback.stage)(stage)}</span>
        </p>
    }
}

/// One submission of a list, with the link to it.
#[component]
pub fn Card(
    /// Which.
    card: SubmissionCard,
    /// The names in it.
    names: StoredValue<Names>,
    /// What else can be done with it, below.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.ledger.card;
    let day = text.language.day(card.sent_at);
    let place = card.place.map(|place| names.with_value(|names| place_name(names, place)));
    let place = [place, card.where_words.clone()].into_iter().flatten().collect::<Vec<_>>();
    let place = (!place.is_empty()).then(|| view! { <p>{place.join(" · ")}</p> });
    let sentence = names.with_value(|names| sentence(Standing::from(&card), names, false));
    let class = if card.late.is_some() { "ledger-late" } else { "" };
    let passed_on = (card.n_pass_ons > 0)
        .then(|| view! { <p class="soft">{(words.passed_on)(card.n_pass_ons)}</p> });
    view! {
        <article class="card">
            <p class="card__number">{(words.number)(card.id.0)}</p>
            <h3>
                <A href=Route::Feedback(card.id).href() attr:class="card__link">
                    <bdi>{card.title.clone()}</bdi>
                    <span class="unseen">" · " {(words.number)(card.id.0)}</span>
                </A>
            </h3>
            <p class="soft">{(words.sent)((text.feedback.kind)(card.kind), &day)}</p>
            {place}
            <StageTag stage=card.stage />
            <p class=class>{sentence}</p>
            {passed_on}
            {children.map(|children| children())}
        </article>
    }
}
