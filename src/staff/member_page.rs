//! One member of staff: who they are, and what an administrator can do with them.
use super::{act_page::Act, member::MemberFacts};
use crate::{
    api::use_api,
    desk::desk_page::ForStaff,
    routes::Route,
    ui::{Back, ButtonLink, Fetched, Load, Look, NotFoundPage, PageHeading, use_number},
    words::use_text,
};
use huiyin_domain::{
    ids::StaffId,
    residents::Viewer,
    staff::{Offer, Standing, wire::MemberPage as Page},
};
use leptos::prelude::*;

/// The member in the address.
pub(super) fn use_staff_id() -> Memo<Option<StaffId>> {
    use_number("id")
}

/// One member.
#[component]
pub fn MemberPage() -> impl IntoView {
    let id = use_staff_id();
    move || match id.get() {
        Some(id) => view! { <ForStaff then=move || view! { <Loaded id /> } /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: StaffId) -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || async move { api.get::<Page>(&format!("staff/{id}")).await });
    let words = &use_text().staff.desk;
    view! {
        <Back to=Route::DeskStaff words=words.heading />
        <Load resource=page then=|page| view! { <Shown page /> } />
    }
}

#[component]
fn Shown(page: Page) -> impl IntoView {
    let words = &use_text().staff.desk;
    let id = page.member.id;
    let is_own = use_api().me().is_some_and(|me| match me.viewer {
        Viewer::Staff { id: own, .. } => own == id,
        Viewer::Guest | Viewer::Resident { .. } => false,
    });
    let is_here = page.member.standing == Standing::Active;
    let offers = page.offers;
    let button = move |offer: Offer| {
        let act = Act::of(offer);
        let to = Route::DeskStaffAct(id, act.name());
        view! { <ButtonLink to words=act.words(words) look=Look::Quiet /> }
    };
    let none = (offers.is_empty() && is_here && !is_own).then_some(words.not_now);
    view! {
        <PageHeading words=page.member.called.to_string() />
        <MemberFacts member=page.member departments=page.departments />
        {is_own.then(|| view! {
            <p>{words.yourself}</p>
            <ButtonLink to=Route::Account words=use_text().staff.account.heading />
        })}
        {none.map(|none| view! { <p>{none}</p> })}
        {offers.into_iter().map(button).collect_view()}
    }
}
