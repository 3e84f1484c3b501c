//! Joining the author of a proposal, with the code they passed on.
use super::{use_proposal_number, way::Done};
use crate::{
    api::{Precondition, use_api},
    browser::address,
    routes::Route,
    ui::{
        Acts, Back, ErrorSummary, Fault, Fetched, Load, NotFoundPage, Outcome, OutcomeNotice,
        PageHeading, SendOrSignIn, TextField,
    },
    words::use_text,
};
use huiyin_domain::{
    digits::{digit, is_separator},
    ids::ProposalId,
    proposals::wire::{Join, ProposalPage},
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

/// Digits in an invitation.
const DIGITS: usize = 8;
/// The field.
const CODE: &str = "code";

/// Joining.
#[component]
pub fn JoinPage() -> impl IntoView {
    let proposal = use_proposal_number("id");
    move || match proposal.get() {
        Some(proposal) => view! { <Loaded proposal /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(proposal: ProposalId) -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let page = Fetched::new(move || async move {
        api.get::<ProposalPage>(&format!("proposals/{proposal}")).await
    });
    view! {
        <Back to=Route::Proposal(proposal) words=text.proposals.life.editing.back />
        <Load resource=page then=move |page| view! { <Asked page /> } />
    }
}

/// A code that came with the address, which is wiped from it at once.
fn code_in_address() -> String {
    let fragment = address::fragment();
    let code = fragment.strip_prefix("code=").unwrap_or_default().to_owned();
    if !code.is_empty() {
        address::drop_fragment();
    }
    code
}

/// The digits of a code as typed or pasted; `None` when they are not as many as there must be.
fn digits_of(typed: &str) -> Option<String> {
    let signs = typed.chars().filter(|sign| !is_separator(*sign));
    let digits: Option<String> =
        signs.map(|it| digit(it).map(|it| char::from(b'0' + it))).collect();
    digits.filter(|digits| digits.len() == DIGITS)
}

#[component]
fn Asked(page: ProposalPage) -> impl IntoView {
    let text = use_text();
    let words = &text.proposals.life.joining;
    let id = page.id;
    let title = page.content.title.to_string();
    let author = page.author_name.as_ref().map(|name| (text.proposals.by)(name));
    if page.is_mine {
        return view! {
            <PageHeading words=words.join />
            <p>{title}</p>
            <p>{text.proposals.life.yours}</p>
        }
        .into_any();
    }
    let code = RwSignal::new(code_in_address());
    let faults = RwSignal::new(Vec::<Fault>::new());
    let acts =
        Acts::at(format!("proposals/{id}"), "join", RwSignal::new(page), |text, _: &Join| {
            text.proposals.life.joined.to_owned()
        });
    let navigate = use_navigate();
    Effect::new(move || {
        if let Some(Outcome::Done(_)) = acts.outcome.get() {
            let options = NavigateOptions { replace: true, ..Default::default() };
            navigate(&Done::Joined.told_on(id), options);
        }
    });
    let send = Callback::new(move |()| match digits_of(&code.get_untracked()) {
        Some(code) => {
            faults.set(Vec::new());
            acts.send(Join { code }, |_| Precondition::None);
        }
        None => {
            let fault = Fault { field: CODE.to_owned(), words: words.code_wrong.to_owned() };
            faults.set(vec![fault]);
        }
    });
    view! {
        <ErrorSummary faults />
        <PageHeading words=words.join />
        <OutcomeNotice outcome=acts.outcome />
        <p><strong>{title}</strong></p>
        {author.map(|author| view! { <p>{author}</p> })}
        <TextField
            name=CODE label=words.code_label hint=words.code_hint value=code
            fault=Signal::derive(move || Fault::for_field(&faults.get(), CODE))
            keyboard="numeric" is_code=true
        />
        <SendOrSignIn
            means=words.join_means send=words.send sign_in_first=words.sign_in_first
            sign_in=text.frame.sign_in busy=acts.busy() on_press=send
        />
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        assert_eq!(digits_of(" 1234 ５６７８ "), Some("12345678".to_owned()));
        assert_eq!(digits_of("1234-567"), None);
        assert_eq!(digits_of("1234567x"), None);
        assert_eq!(digits_of(""), None);
    }
}
