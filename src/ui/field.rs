//! Fields for text, with their label, hint and fault tied to them.
use crate::{browser::document, ui::SpeakInto};
use leptos::prelude::*;

/// How a text field is to be filled in.
#[derive(Clone, Debug, Default)]
struct Ties {
    hint_id: String,
    error_id: String,
}

impl Ties {
    fn of(name: &str) -> Self {
        Self { hint_id: format!("{name}-hint"), error_id: format!("{name}-error") }
    }

    fn described_by(&self, has_hint: bool, has_error: bool) -> Option<String> {
        let ids = [(has_error, &self.error_id), (has_hint, &self.hint_id)];
        let ids: Vec<_> =
            ids.into_iter().filter(|(is, _)| *is).map(|(_, id)| id.as_str()).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

#[component]
fn Around(
    name: &'static str,
    label: String,
    #[prop(optional)] hint: Option<String>,
    fault: Signal<Option<String>>,
    is_question: bool,
    children: Children,
) -> impl IntoView {
    let ties = Ties::of(name);
    let class = if is_question { "field__label field__label--question" } else { "field__label" };
    let hint = hint.map(|hint| view! { <p class="field__hint" id=ties.hint_id>{hint}</p> });
    let error_id = ties.error_id;
    view! {
        <div class="field">
            <label class=class for=name>{label}</label>
            {hint}
            {move || {
                let error_id = error_id.clone();
                fault.get().map(|words| view! { <p class="field__error" id=error_id>{words}</p> })
            }}
            {children()}
        </div>
    }
}

/// One line of text. Nothing is cut or checked while typing.
#[component]
pub fn TextField(
    /// Its id, and its name in the form's type.
    name: &'static str,
    /// The label, or the page's question.
    #[prop(into)]
    label: String,
    /// How to fill it in.
    #[prop(into, optional)]
    hint: Option<String>,
    /// What is in it.
    value: RwSignal<String>,
    /// What is wrong with it.
    #[prop(into)]
    fault: Signal<Option<String>>,
    /// Is the label the page's question?
    #[prop(optional)]
    is_question: bool,
    /// A kind of keyboard: `numeric`, `decimal`.
    #[prop(optional)]
    keyboard: Option<&'static str>,
    /// What the browser may fill in: `username`, `current-password`, `one-time-code`.
    #[prop(optional)]
    autofill: Option<&'static str>,
    /// `text` or `password`.
    #[prop(default = "text")]
    kind: &'static str,
    /// Large, spaced digits.
    #[prop(optional)]
    is_code: bool,
    /// Is it a resident who answers here, who may like to speak?
    #[prop(optional)]
    is_spoken: bool,
) -> impl IntoView {
    let ties = Ties::of(name);
    let has_hint = hint.is_some();
    let speak = is_spoken.then(|| view! { <SpeakBehind name value /> });
    let class = if is_code { "field__input field__input--code" } else { "field__input" };
    view! {
        <Around name label hint=hint.unwrap_or_default() fault is_question>
            <input
                id=name
                name=name
                type=kind
                class=class
                dir="auto"
                inputmode=keyboard
                autocomplete=autofill.unwrap_or("off")
                aria-invalid=move || fault.get().map(|_| "true")
                aria-describedby=move || ties.described_by(has_hint, fault.get().is_some())
                prop:value=value
                on:input:target=move |event| value.set(event.target().value())
            />
            {speak}
        </Around>
    }
}

/// Several lines of text, spoken with the keyboard's own microphone as well as typed.
#[component]
pub fn AreaField(
    /// Its id, and its name in the form's type.
    name: &'static str,
    /// The label, or the page's question.
    #[prop(into)]
    label: String,
    /// How to fill it in.
    #[prop(into, optional)]
    hint: Option<String>,
    /// What is in it.
    value: RwSignal<String>,
    /// What is wrong with it.
    #[prop(into)]
    fault: Signal<Option<String>>,
    /// Is the label the page's question?
    #[prop(optional)]
    is_question: bool,
    /// Lines shown at first.
    #[prop(default = 4)]
    rows: u32,
    /// Is it a resident who answers here, who may like to speak?
    #[prop(optional)]
    is_spoken: bool,
) -> impl IntoView {
    let ties = Ties::of(name);
    let has_hint = hint.is_some();
    let speak = is_spoken.then(|| view! { <SpeakBehind name value /> });
    view! {
        <Around name label hint=hint.unwrap_or_default() fault is_question>
            <textarea
                id=name
                name=name
                class="field__input"
                dir="auto"
                rows=rows
                aria-invalid=move || fault.get().map(|_| "true")
                aria-describedby=move || ties.described_by(has_hint, fault.get().is_some())
                prop:value=value
                on:input:target=move |event| value.set(event.target().value())
            ></textarea>
            {speak}
        </Around>
    }
}

/// Speaking into a field: what is said goes behind what is written already.
#[component]
fn SpeakBehind(name: &'static str, value: RwSignal<String>) -> impl IntoView {
    let spoken = move |words: String| {
        if let Some(written) = document::append_to_field(name, &words) {
            value.set(written);
        }
    };
    view! { <SpeakInto field=name on_words=spoken /> }
}
