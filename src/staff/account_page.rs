//! My account: what one signs in with, and what can be changed about that.
use super::to_first;
use crate::{
    api::{ApiError, use_api},
    desk::desk_page::ForAnyStaff,
    routes::Route,
    ui::{ButtonLink, Fetched, Load, Look, PageHeading},
    words::use_text,
};
use huiyin_domain::{
    feedback::wire::Names,
    staff::{Factor, wire::AccountPage as Page},
};
use leptos::prelude::*;

/// One's own account.
#[component]
pub fn AccountPage() -> impl IntoView {
    view! { <ForAnyStaff then=|| view! { <Loaded /> } /> }
}

#[component]
fn Loaded() -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || async move {
        let page = api.get::<Page>("staff/me").await?;
        Ok::<_, ApiError>((page, api.get::<Names>("names").await?))
    });
    view! {
        <Load resource=page then=|(page, names): (Page, Names)| view! { <Shown page names /> } />
    }
}

#[component]
fn Shown(page: Page, names: Names) -> impl IntoView {
    let text = use_text();
    let words = &text.staff.account;
    let first = page.me.must_first;
    let (next, to_next) = match page.member.factor {
        Factor::None => (Route::AccountAct("second-factor"), words.to_factor),
        Factor::SetUp { .. } => (Route::AccountAct("recovery-codes"), words.to_codes),
    };
    view! {
        <PageHeading words=words.heading />
        {first.map(|first| view! { <p class="notice notice--warn">{text.staff.first(first)}</p> })}
        <Facts page names />
        {first.map(|first| view! { <ButtonLink to=to_first(first) words=text.frame.go_on /> })}
        {first.is_none().then(|| view! {
            <ButtonLink
                to=Route::AccountAct("password") words=words.to_password look=Look::Quiet
            />
            <ButtonLink to=next words=to_next look=Look::Quiet />
        })}
        <ButtonLink to=Route::Devices words=text.residents.devices look=Look::Quiet />
    }
}

#[component]
fn Facts(page: Page, names: Names) -> impl IntoView {
    let text = use_text();
    let words = &text.staff.account;
    let member = page.member;
    let role = text.staff.role(text.language, member.role, &names.departments);
    let factor = text.staff.factor(text.language, member.factor);
    let codes = (member.factor != Factor::None).then(|| {
        view! {
            <dt>{words.codes}</dt>
            <dd>{(words.n_codes)(page.n_recovery_codes)}</dd>
        }
    });
    view! {
        <dl class="facts">
            <dt>{words.name}</dt>
            <dd>{member.name.to_string()}</dd>
            <dt>{words.called}</dt>
            <dd>{member.called.to_string()}</dd>
            <dt>{words.role}</dt>
            <dd>{role}</dd>
            <dt>{words.factor}</dt>
            <dd>{factor}</dd>
            {codes}
        </dl>
    }
}
