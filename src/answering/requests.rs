//! What is said of each request: will it be done, or what became of it, and why not.
use super::{act::How, typed::Typed};
use crate::{
    ui::{Choice, FaultLine},
    words::use_text,
};
use huiyin_domain::feedback::ReasonCode;
use leptos::prelude::*;

/// The reasons of the list with their words.
pub(super) fn reasons() -> Vec<(ReasonCode, String, &'static str)> {
    let words = use_text().feedback.reason;
    ReasonCode::ALL.into_iter().map(|code| (code, words(code).to_owned(), "")).collect()
}

/// A question for each request.
#[component]
pub(super) fn Requests(
    /// The requests, as they were asked.
    requests: Vec<String>,
    /// What can be said of each.
    choices: &'static [How],
    /// What is filled in.
    typed: Typed,
) -> impl IntoView {
    let one = move |(at, request): (usize, String)| view! { <OfOne at request choices typed /> };
    view! { <div class="stack">{requests.into_iter().enumerate().map(one).collect_view()}</div> }
}

#[component]
fn OfOne(at: usize, request: String, choices: &'static [How], typed: Typed) -> impl IntoView {
    let words = &use_text().answering;
    let field = format!("requests.{at}");
    let hows = choices.iter().map(|how| (*how, (words.how)(*how).to_owned(), "")).collect();
    let how = Memo::new(move |_| typed.request(at).how);
    let code = Memo::new(move |_| typed.request(at).code);
    let rest = move || match how.get() {
        None | Some(How::Will | How::AsAsked) => None,
        Some(How::Otherwise) => Some(view! { <InWords at typed /> }.into_any()),
        Some(why @ (How::Not | How::NotBuilt)) => Some(
            view! {
                <Choice
                    name=format!("requests.{at}.code") legend=(words.request_why)(why, at + 1)
                    choices=reasons() chosen=code
                    on_choose=move |code| typed.write_request(at, |it| it.code = Some(code))
                    fault=typed.fault(format!("requests.{at}.code"))
                />
                <InWords at typed />
            }
            .into_any(),
        ),
    };
    view! {
        <Choice
            name=field.clone() legend=(words.request)(at + 1, &request) choices=hows chosen=how
            on_choose=move |how| typed.write_request(at, |it| it.how = Some(how))
            fault=typed.fault(field)
        />
        {rest}
    }
}

/// Why not, or how else, in words.
#[component]
fn InWords(at: usize, typed: Typed) -> impl IntoView {
    let words = &use_text().answering;
    let id = format!("requests.{at}.words");
    let fault = typed.fault(id.clone());
    let is_invalid = move || fault.get().map(|_| "true");
    let error = format!("{id}-error");
    let described_by = move || fault.get().map(|_| error.clone());
    let first = untrack(|| typed.request(at).words);
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{(words.request_words)(at + 1)}</label>
            <FaultLine name=id.clone() fault />
            <textarea
                id=id class="field__input" rows="2" prop:value=first
                aria-invalid=is_invalid aria-describedby=described_by
                on:input:target=move |event| {
                    let written = event.target().value();
                    typed.write_request(at, |it| it.words = written);
                }
            ></textarea>
        </div>
    }
}
