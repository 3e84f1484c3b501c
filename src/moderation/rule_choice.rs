//! Choosing the rule that something is against.
use crate::{
    ui::{FaultLine, RadioTile},
    words::use_text,
};
use huiyin_domain::moderation::Rule;
use leptos::prelude::*;

/// The field's name.
pub const RULE: &str = "rule";

/// The rules, as large tiles.
#[component]
pub fn RuleChoice(
    /// The question over them.
    legend: &'static str,
    /// What is chosen.
    chosen: RwSignal<Option<Rule>>,
    /// What is wrong with that.
    fault: Signal<Option<String>>,
) -> impl IntoView {
    let words = &use_text().moderation;
    let tile = move |(at, rule): (usize, Rule)| {
        // The first tile carries the field's id, so that the summary's link leads to it.
        let id = if at == 0 { RULE.to_owned() } else { format!("{RULE}-{at}") };
        view! {
            <RadioTile
                group=RULE id words=(words.rule)(rule)
                is_chosen=Signal::derive(move || chosen.get() == Some(rule))
                on_choose=move || chosen.set(Some(rule))
            />
        }
    };
    view! {
        <fieldset class="stack stack--tight">
            <legend class="field__label">{legend}</legend>
            <FaultLine name=RULE fault />
            {Rule::ALL.into_iter().enumerate().map(tile).collect_view()}
        </fieldset>
    }
}
