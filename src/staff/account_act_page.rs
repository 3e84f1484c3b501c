//! One change to one's own account, on a page of its own.
use super::{
    codes_sheet::CodesSheet,
    factor_form::FactorForm,
    password_form::PasswordForm,
    posting::{Posting, SubmitButton},
};
use crate::{
    api::use_api,
    desk::desk_page::ForAnyStaff,
    routes::Route,
    ui::{Back, ErrorSummary, Fetched, Load, NotFoundPage, PageHeading, TextField},
    words::use_text,
};
use huiyin_domain::staff::{
    Factor,
    wire::{AccountPage, OnceMore, RecoveryCodes},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// What can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Password,
    Factor,
    Codes,
}

impl Act {
    fn parse(name: &str) -> Option<Self> {
        match name {
            "password" => Some(Self::Password),
            "second-factor" => Some(Self::Factor),
            "recovery-codes" => Some(Self::Codes),
            _ => None,
        }
    }
}

/// A new password, a second factor, or new recovery codes.
#[component]
pub fn AccountActPage() -> impl IntoView {
    let params = use_params_map();
    let act = Memo::new(move |_| Act::parse(&params.read().get("act")?));
    move || match act.get() {
        Some(act) => view! { <ForAnyStaff then=move || view! { <Asked act /> } /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Asked(act: Act) -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || async move { api.get::<AccountPage>("staff/me").await });
    let words = &use_text().staff.account;
    view! {
        <div class="no-print"><Back to=Route::Account words=words.heading /></div>
        <Load resource=page then=move |page: AccountPage| match act {
            Act::Password => view! { <PasswordForm page /> }.into_any(),
            Act::Factor => view! { <FactorForm page /> }.into_any(),
            Act::Codes => view! { <CodesForm page /> }.into_any(),
        } />
    }
}

/// New recovery codes, for whoever types the password once more.
#[component]
fn CodesForm(page: AccountPage) -> impl IntoView {
    let words = &use_text().staff.account;
    let made = RwSignal::new(None::<Vec<String>>);
    let posting = Posting::new("staff/me/recovery-codes".to_owned(), move |told: RecoveryCodes| {
        made.set(Some(told.codes));
    });
    if page.member.factor == Factor::None {
        return view! {
            <PageHeading words=words.to_codes />
            <p>{words.no_factor}</p>
        }
        .into_any();
    }
    let password = RwSignal::new(String::new());
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        posting.send(OnceMore { password: password.get_untracked() });
    };
    let form = move || {
        view! {
            <PageHeading words=words.to_codes />
            <p>{words.codes_means}</p>
            <ErrorSummary faults=posting.faults />
            <form class="stack" novalidate on:submit=send>
                <TextField
                    name="password" label=words.password_now value=password kind="password"
                    fault=posting.fault("password") autofill="current-password"
                />
                <SubmitButton words=words.make trouble=posting.trouble() busy=posting.busy() />
            </form>
        }
    };
    view! {
        {move || match made.get() {
            Some(codes) => view! { <CodesSheet codes /> }.into_any(),
            None => form().into_any(),
        }}
    }
    .into_any()
}
