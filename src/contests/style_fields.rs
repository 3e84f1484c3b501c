//! How people vote in a new contest: the ways to choose from, and the numbers of the chosen one.
use super::{
    new_form::{Fields, STYLES},
    new_page::fault,
};
use crate::{
    ui::{Fault, RadioTile, TextField},
    words::use_text,
};
use huiyin_domain::contests::{BallotForm, PLACES_MAX, POINTS_MAX, VOTES_MAX};
use leptos::prelude::*;

/// How people vote, each way with what it means.
#[component]
pub fn Style(
    /// The form.
    fields: Fields,
) -> impl IntoView {
    let words = &use_text().contests.manage;
    let tile = |(at, style): (usize, BallotForm)| {
        view! {
            <RadioTile
                group="style" id=format!("style-{at}")
                words=(words.style_name)(style) hint=(words.style_means)(style)
                is_chosen=Signal::derive(move || fields.style.get() == style)
                on_choose=move || fields.style.set(style)
            />
        }
    };
    view! {
        <fieldset class="stack stack--tight">
            <legend class="field__label">{words.style}</legend>
            {STYLES.into_iter().enumerate().map(tile).collect_view()}
        </fieldset>
    }
}

/// The numbers of the chosen way of voting.
#[component]
pub fn Numbers(
    /// The form.
    fields: Fields,
    /// What is wrong with it.
    faults: RwSignal<Vec<Fault>>,
) -> impl IntoView {
    let words = &use_text().contests.manage;
    let number = move |name, label: &'static str, hint: String, value: RwSignal<String>| {
        let fault = fault(faults, name);
        view! { <TextField name label hint keyboard="numeric" value fault /> }
    };
    move || match fields.style.get() {
        BallotForm::Approval => {
            let hint = (words.votes_hint)(VOTES_MAX);
            number("votes_per_person", words.votes, hint, fields.votes_per_person).into_any()
        }
        BallotForm::Knapsack => ().into_any(),
        BallotForm::Points { .. } => {
            let hint = (words.votes_hint)(POINTS_MAX);
            let each_hint = words.points_each_hint.to_owned();
            (
                number("points_total", words.points_total, hint, fields.points_total),
                number("points_each", words.points_each, each_hint, fields.points_each),
            )
                .into_any()
        }
        BallotForm::Ranking { .. } => {
            let hint = (words.votes_hint)(PLACES_MAX);
            number("places", words.places, hint, fields.places).into_any()
        }
    }
}
