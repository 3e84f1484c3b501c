//! Templates: texts to begin with, of which every marked part has to be filled in.
use super::typed::Typed;
use crate::{
    browser::document,
    ui::{ActButton, Look},
    words::{answering::Template, use_text},
};
use leptos::prelude::*;

/// A button for each template; it puts the text behind what is written already.
#[component]
pub(super) fn Templates(
    /// Which.
    templates: &'static [Template],
    /// What is filled in.
    typed: Typed,
) -> impl IntoView {
    let words = &use_text().answering.answer;
    let button = move |template: &'static Template| {
        let take = move || {
            typed.words.update(|written| {
                if !written.trim().is_empty() {
                    written.push('\n');
                }
                written.push_str(template.words);
            });
            document::focus_id("words");
        };
        view! { <ActButton words=(words.take)(template.name) look=Look::Quiet on_press=take /> }
    };
    (!templates.is_empty()).then(|| {
        view! {
            <section class="stack stack--tight">
                <h2>{words.templates}</h2>
                <p class="soft">{words.templates_mean}</p>
                {templates.iter().map(button).collect_view()}
            </section>
        }
    })
}
