//! One of several, as big tiles under their question.
use super::{FaultLine, RadioTile};
use leptos::prelude::*;

/// A question with a tile for each answer.
#[component]
pub fn Choice<T>(
    /// Its field; the first tile carries it as its id, so that the summary's link leads there.
    #[prop(into)]
    name: String,
    /// The question.
    #[prop(into)]
    legend: String,
    /// The answers with their words, and with more words where there are any.
    choices: Vec<(T, String, &'static str)>,
    /// Which one was chosen.
    #[prop(into)]
    chosen: Signal<Option<T>>,
    /// Called when one is chosen.
    on_choose: impl Fn(T) + Copy + 'static,
    /// What is wrong with it.
    #[prop(into)]
    fault: Signal<Option<String>>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let group = name.clone();
    let tile = move |(at, (choice, words, hint)): (usize, (T, String, &'static str))| {
        let id = if at == 0 { group.clone() } else { format!("{group}-{at}") };
        view! {
            <RadioTile
                group=group.clone() id words hint
                is_chosen=Signal::derive(move || chosen.get() == Some(choice))
                on_choose=move || on_choose(choice)
            />
        }
    };
    view! {
        <fieldset class="stack stack--tight">
            <legend class="field__label">{legend}</legend>
            <FaultLine name fault />
            {choices.into_iter().enumerate().map(tile).collect_view()}
        </fieldset>
    }
}
