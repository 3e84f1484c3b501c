//! Setting up one's second factor: scan a square, type six digits, print the codes.
use super::{
    codes_sheet::CodesSheet,
    posting::{Nothing, Posting, SubmitButton},
};
use crate::{
    api::use_api,
    routes::Route,
    ui::{
        ActButton, Alarm, ButtonLink, ErrorSummary, Look, PageHeading, QrPicture, TextField, say,
    },
    words::use_text,
};
use huiyin_domain::staff::{
    Factor,
    wire::{AccountPage, ConfirmForm, FactorOffer, RecoveryCodes},
};
use leptos::prelude::*;

/// Where one stands.
#[derive(Clone)]
enum Step {
    Begin,
    Scan(FactorOffer),
    Print(Vec<String>),
}

/// The way from nothing to printed recovery codes; whoever has a second factor reads how to change
/// it.
#[component]
pub fn FactorForm(
    /// The account.
    page: AccountPage,
) -> impl IntoView {
    let words = &use_text().staff.account;
    if page.member.factor != Factor::None {
        return view! {
            <PageHeading words=words.factor />
            <p>{words.factor_stands}</p>
            <ButtonLink to=Route::AccountAct("recovery-codes") words=words.to_codes />
            <ButtonLink to=Route::Account words=words.to_account look=Look::Quiet />
        }
        .into_any();
    }
    let step = RwSignal::new(Step::Begin);
    view! {
        {move || match step.get() {
            Step::Begin => view! { <Begin step /> }.into_any(),
            Step::Scan(offer) => view! { <Scan offer step /> }.into_any(),
            Step::Print(codes) => view! { <CodesSheet codes /> }.into_any(),
        }}
    }
    .into_any()
}

#[component]
fn Begin(step: RwSignal<Step>) -> impl IntoView {
    let words = &use_text().staff.account;
    let posting = Posting::new("staff/me/second-factor".to_owned(), move |offer: FactorOffer| {
        step.set(Step::Scan(offer));
    });
    let trouble = posting.trouble();
    view! {
        <PageHeading words=words.to_factor />
        <p>{words.factor_means}</p>
        <ol class="list">{words.steps.map(|step| view! { <li>{step}</li> }).collect_view()}</ol>
        {move || trouble.get().map(|words| view! { <Alarm words=words /> })}
        <ActButton
            words=words.begin busy=posting.busy() on_press=move || posting.send(Nothing {})
        />
    }
}

#[component]
fn Scan(offer: FactorOffer, step: RwSignal<Step>) -> impl IntoView {
    let api = use_api();
    let words = &use_text().staff.account;
    let path = "staff/me/second-factor/confirm".to_owned();
    let posting = Posting::new(path, move |told: RecoveryCodes| {
        api.set_me(told.me);
        say(words.factor_done.to_owned());
        step.set(Step::Print(told.codes));
    });
    let code = RwSignal::new(String::new());
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        posting.send(ConfirmForm { code: code.get_untracked() });
    };
    view! {
        <PageHeading words=words.to_factor />
        <ErrorSummary faults=posting.faults />
        <p>{words.steps[1]}</p>
        <QrPicture svg=offer.qr_svg about=words.qr />
        <p>{words.by_hand}</p>
        <p class="number">{offer.groups.join(" ")}</p>
        <form class="stack" novalidate on:submit=send>
            <TextField
                name="code" label=words.first_code hint=words.first_code_hint.to_owned()
                value=code fault=posting.fault("code") keyboard="numeric"
                autofill="one-time-code" is_code=true
            />
            <SubmitButton words=words.confirm trouble=posting.trouble() busy=posting.busy() />
        </form>
    }
}
