//! One of many: the phone's own list, which it shows as large as it needs.
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
    /// What is chosen.
    value: RwSignal<String>,
) -> impl IntoView {
    let chosen = value.get_untracked();
    let option = move |(value, words): (String, String)| {
        let is_chosen = value == chosen;
        view! { <option value=value selected=is_chosen>{words}</option> }
    };
    view! {
        <div class="field">
            <label class="field__label" for=name>{label}</label>
            <select
                id=name name=name class="field__input"
                on:change:target=move |event| value.set(event.target().value())
            >
                {options.into_iter().map(option).collect_view()}
            </select>
        </div>
    }
}
