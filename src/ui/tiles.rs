//! Big choices: real radio buttons and checkboxes whose whole tile can be pressed.
use leptos::prelude::*;

/// One of several choices of which one can be made; put them in a `fieldset` with a `legend`.
#[component]
pub fn RadioTile(
    /// The name shared by the group.
    #[prop(into)]
    group: String,
    /// Its id.
    #[prop(into)]
    id: String,
    /// The words beside it.
    #[prop(into)]
    words: String,
    /// More words, below; none when empty.
    #[prop(into, optional)]
    hint: String,
    /// Is it the chosen one?
    #[prop(into)]
    is_chosen: Signal<bool>,
    /// Called when it is chosen.
    on_choose: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <label class="tile" for=id.clone()>
            <input
                class="tile__mark"
                type="radio"
                name=group
                id=id.clone()
                prop:checked=is_chosen
                on:change=move |_| on_choose()
            />
            <span class="tile__words">
                <span>{words}</span>
                {(!hint.is_empty()).then(|| view! { <span class="soft">{hint}</span> })}
            </span>
        </label>
    }
}

/// A choice that can be made or not.
#[component]
pub fn CheckTile(
    /// Its id.
    #[prop(into)]
    id: String,
    /// The words beside it.
    #[prop(into)]
    words: String,
    /// Is it chosen?
    #[prop(into)]
    is_chosen: Signal<bool>,
    /// Called with what it is to be.
    on_change: impl Fn(bool) + 'static,
) -> impl IntoView {
    view! {
        <label class="tile" for=id.clone()>
            <input
                class="tile__mark"
                type="checkbox"
                id=id.clone()
                prop:checked=is_chosen
                on:change:target=move |event| on_change(event.target().checked())
            />
            <span class="tile__words"><span>{words}</span></span>
        </label>
    }
}
