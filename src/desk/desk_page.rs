//! The service desk: one large link for each thing that waits.
use crate::{
    api::use_api,
    routes::Route,
    ui::{ButtonLink, Load, Look, PageHeading, Screen, Screens},
    words::use_text,
};
use huiyin_domain::{
    desk::DeskPage as Page,
    residents::{StaffRole, Viewer},
};
use leptos::prelude::*;

/// What waits for the staff.
#[component]
pub fn DeskPage() -> impl IntoView {
    let is_reviewer = use_api().me().is_some_and(|me| {
        matches!(me.viewer, Viewer::Staff { role: StaffRole::Reviewer { .. }, .. })
    });
    view! {
        <ForStaff then=move || match is_reviewer {
            true => view! { <OwedOnly /> }.into_any(),
            false => view! { <Waiting /> }.into_any(),
        } />
    }
}

/// Whoever answers for a department has one room here.
#[component]
fn OwedOnly() -> impl IntoView {
    let text = use_text();
    view! {
        <PageHeading words=text.desk.heading />
        <p>{text.desk.lead}</p>
        <ButtonLink to=Route::DeskFeedback words=text.answering.list.see />
    }
}

/// A page that only staff see; everybody else is told how to sign in as staff.
#[component]
pub fn ForStaff<V: IntoView + 'static>(
    /// The page, with its heading.
    then: impl Fn() -> V + 'static,
) -> impl IntoView {
    let text = use_text();
    let is_staff = use_api().me().is_some_and(|me| matches!(me.viewer, Viewer::Staff { .. }));
    if is_staff {
        then().into_any()
    } else {
        view! {
            <PageHeading words=text.desk.heading />
            <p>{text.desk.not_yours}</p>
            <ButtonLink to=Route::SignIn words=text.frame.sign_in />
        }
        .into_any()
    }
}

#[component]
fn Waiting() -> impl IntoView {
    let api = use_api();
    let page = LocalResource::new(move || async move { api.get::<Page>("desk").await });
    view! { <Load resource=page then=|page: Page| view! { <Rooms page /> } /> }
}

/// What waits, and on another screen of the elder mode what else there is to do.
#[component]
fn Rooms(page: Page) -> impl IntoView {
    let text = use_text();
    let words = &text.desk;
    let waiting = Screen::new(move || {
        let owed = (words.owed)(page.n_owed, page.n_overdue);
        view! {
            <p>{words.lead}</p>
            <ButtonLink to=Route::DeskFeedback words=owed />
            <ButtonLink to=Route::DeskCallbacks words=(words.callbacks)(page.n_callbacks) />
            <ButtonLink to=Route::DeskRecordings words=(words.recordings)(page.n_recordings) />
            <ButtonLink to=Route::DeskCalls words=(words.calls)(page.n_calls) />
        }
    });
    let more = Screen::new(move || {
        view! {
            <ButtonLink to=Route::DeskSeriesAll words=text.councils_desk.list.see look=Look::Quiet />
            <ButtonLink
                to=Route::DeskCouncils words=text.meetings_desk.heading look=Look::Quiet
            />
            <ButtonLink to=Route::DeskResidents words=words.residents look=Look::Quiet />
            <ButtonLink to=Route::Enter("what") words=text.entering.heading look=Look::Quiet />
            <ButtonLink to=Route::PrintNotice words=words.poster look=Look::Quiet />
        }
    });
    view! { <Screens heading=words.heading screens=vec![waiting, more] /> }
}
