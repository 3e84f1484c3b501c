//! One member of staff in a few lines, and the password they are given.
use crate::{
    routes::Route,
    ui::{ButtonLink, PageHeading},
    words::use_text,
};
use huiyin_domain::{
    departments::Department,
    staff::{Member, PasswordBy, Standing, wire::GivenPassword},
};
use leptos::prelude::*;

/// Role, name to sign in with, second factor, and when they left.
#[component]
pub fn MemberFacts(
    /// Who.
    member: Member,
    /// Whose names are known.
    departments: Vec<Department>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.staff;
    let language = text.language;
    let role = words.role(language, member.role, &departments);
    let left = words.left(language, member.standing);
    let is_here = member.standing == Standing::Active;
    let is_given = is_here && member.password == PasswordBy::Given;
    let factor = words.factor(language, member.factor);
    view! {
        <p><strong>{role}</strong></p>
        <p>{(words.desk.signs_in_as)(member.name.as_str())}</p>
        {is_here.then(|| view! { <p>{words.account.factor} " · " {factor}</p> })}
        {is_given.then(|| view! { <p>{words.desk.given}</p> })}
        {left.map(|left| view! { <p>{left}</p> })}
    }
}

/// A password for one sign-in, shown once.
#[component]
pub fn GivenSheet(
    /// Whose, and which.
    given: GivenPassword,
    /// Was the account made just now?
    #[prop(optional)]
    is_new: bool,
) -> impl IntoView {
    let words = &use_text().staff.desk;
    let called = given.member.called.to_string();
    let added = is_new.then(|| (words.added)(&called));
    view! {
        <PageHeading words=(words.password_for)(&called) />
        {added.map(|added| view! { <p class="notice notice--good">{added}</p> })}
        <p>{(words.signs_in_as)(given.member.name.as_str())}</p>
        <p class="number number--big">{given.password}</p>
        <p class="notice notice--warn">{words.password_means}</p>
        <ButtonLink to=Route::DeskStaff words=words.to_list />
    }
}
