//! One of many: the phone's own list, which it shows as large as it needs.
use super::FaultLine;
use leptos::prelude::*;

/// A choice among many short words, of which the first is usually “all” or “none”.
#[component]
pub fn SelectField(
    /// Its id, and its name in the form's type.
    name: &'static str,
    /// The label.
    #[prop(into)]
    label: String,
    /// What can be chosen: the value and its words.
    options: Vec<(String, String)>,
    /// What is chosen; one of the options, or it becomes the first of them, which is what shows.
    value: RwSignal<String>,
    /// What is wrong with it.
    #[prop(into, optional)]
    fault: Signal<Option<String>>,
) -> impl IntoView {
    let chosen = value.get_untracked();
    if options.iter().all(|(it, _)| *it != chosen) {
        value.set(options.first().map(|(first, _)| first.clone()).unwrap_or_default());
    }
    let is_invalid = move || fault.get().map(|_| "true");
    let described_by = move || fault.get().map(|_| format!("{name}-error"));
    let option = move |(value, words): (String, String)| {
        let is_chosen = value == chosen;
        view! { <option value=value selected=is_chosen>{words}</option> }
    };
    view! {
        <div class="field">
            <label class="field__label" for=name>{label}</label>
            <FaultLine name fault />
            <select
                id=name name=name class="field__input"
                aria-invalid=is_invalid aria-describedby=described_by
                on:change:target=move |event| value.set(event.target().value())
            >
                {options.into_iter().map(option).collect_view()}
            </select>
        </div>
    }
}
