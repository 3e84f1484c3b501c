//! Words to copy, for whoever cannot download or press a link.
use super::{ActButton, Look, say};
use crate::browser::document;
use leptos::prelude::*;

/// Words that are copied by one press, or by hand from their field.
#[component]
pub fn CopyText(
    /// The field's id.
    name: &'static str,
    /// What the words are.
    label: &'static str,
    /// The words.
    text: String,
    /// The button: a verb first.
    copy: &'static str,
    /// After that.
    copied: &'static str,
    /// The browser did not copy it: how to do it by hand.
    by_hand: &'static str,
) -> impl IntoView {
    let came = RwSignal::new(None::<&'static str>);
    let rows = text.lines().count().clamp(2, 8);
    let press = move || {
        let words = if document::copy_from_field(name) { copied } else { by_hand };
        came.set(Some(words));
        say(words.to_owned());
    };
    view! {
        <div class="field">
            <label class="field__label" for=name>{label}</label>
            <textarea id=name class="field__input" rows=rows readonly prop:value=text></textarea>
            {move || came.get().map(|words| view! { <p class="notice">{words}</p> })}
            <ActButton words=copy look=Look::Quiet on_press=press />
        </div>
    }
}
