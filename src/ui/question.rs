//! A question page's field: the question is the page's heading and the field's label at once.
use crate::{browser::document, ui::SpeakInto, words::use_text};
use leptos::{html::H1, prelude::*};

/// One question with its hint, its fault and the field for the answer.
///
/// The answer is told as it is written, but never in the middle of a composition, when half a
/// word of pinyin stands in the field.
#[component]
pub fn Question(
    /// Its id, and its name in the form's type.
    name: &'static str,
    /// The question.
    #[prop(into)]
    words: String,
    /// How to answer.
    #[prop(into)]
    hint: String,
    /// What is answered so far.
    first: String,
    /// Takes what is written.
    #[prop(into)]
    on_write: Callback<String>,
    /// What is wrong with it.
    #[prop(into)]
    fault: Signal<Option<String>>,
    /// Lines shown; with one, it is a field of one line.
    #[prop(default = 1)]
    rows: u32,
    /// A kind of keyboard: `decimal`.
    #[prop(optional)]
    keyboard: Option<&'static str>,
) -> impl IntoView {
    let hint_id = format!("{name}-hint");
    let is_composing = StoredValue::new(false);
    let write = move |written: String| {
        if !is_composing.get_value() {
            on_write.run(written);
        }
    };
    let ended = move |written: String| {
        is_composing.set_value(false);
        on_write.run(written);
    };
    let is_invalid = move || fault.get().map(|_| "true");
    let described_by = move || match fault.get() {
        Some(_) => format!("{name}-error {name}-hint"),
        None => format!("{name}-hint"),
    };
    // What is said goes behind what is written already.
    let spoken = move |words: String| {
        if let Some(written) = document::append_to_field(name, &words) {
            on_write.run(written);
        }
    };
    // Digits are pressed; only words are worth speaking.
    let speak = keyboard.is_none().then(|| view! { <SpeakInto field=name on_words=spoken /> });
    let field = if rows == 1 {
        view! {
            <input
                id=name name=name type="text" class="field__input" autocomplete="off"
                inputmode=keyboard aria-invalid=is_invalid aria-describedby=described_by
                value=first.clone() prop:value=first
                on:compositionstart=move |_| is_composing.set_value(true)
                on:compositionend:target=move |event| ended(event.target().value())
                on:input:target=move |event| write(event.target().value())
            />
        }
        .into_any()
    } else {
        view! {
            <textarea
                id=name name=name class="field__input" rows=rows
                aria-invalid=is_invalid aria-describedby=described_by prop:value=first
                on:compositionstart=move |_| is_composing.set_value(true)
                on:compositionend:target=move |event| ended(event.target().value())
                on:input:target=move |event| write(event.target().value())
            ></textarea>
        }
        .into_any()
    };
    view! {
        <div class="field">
            <QuestionHeading words for_field=name />
            <p class="field__hint" id=hint_id>{hint}</p>
            <FaultLine name fault />
            {field}
            {speak}
        </div>
    }
}

/// The page's heading, which is also the label of its one field.
#[component]
pub fn QuestionHeading(
    /// The question.
    words: String,
    /// The id of the field.
    for_field: &'static str,
) -> impl IntoView {
    let heading = NodeRef::<H1>::new();
    let title = format!("{words} · {}", use_text().frame.product);
    Effect::new(move || {
        if let Some(heading) = heading.get() {
            document::arrive(&title, &heading);
        }
    });
    view! {
        <h1 tabindex="-1" node_ref=heading>
            <label class="field__label field__label--question" for=for_field>{words}</label>
        </h1>
    }
}

/// What is wrong with a field, beside it.
#[component]
pub fn FaultLine(
    /// The id of the field.
    #[prop(into)]
    name: String,
    /// What is wrong with it.
    fault: Signal<Option<String>>,
) -> impl IntoView {
    let id = format!("{name}-error");
    move || {
        let id = id.clone();
        fault.get().map(|words| view! { <p class="field__error" id=id>{words}</p> })
    }
}
