//! The service desk: one large link for each thing that waits.
use crate::{
    api::{ApiError, reviewing, use_api},
    reviewing::list_page::n_waiting,
    routes::Route,
    staff::to_first,
    ui::{ButtonLink, Fetched, Load, Look, PageHeading, Screen, Screens},
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
        <ButtonLink to=Route::DeskToday words=text.desk.today.see />
        <ButtonLink to=Route::DeskFeedback words=text.answering.list.see />
        <ButtonLink to=Route::DeskProposals words=text.reviewing.list.see_review />
        <ButtonLink to=Route::Account words=text.staff.account.see look=Look::Quiet />
    }
}

/// A page that only staff see who have done what comes first; the others are told what that is.
#[component]
pub fn ForStaff<V: IntoView + 'static>(
    /// The page, with its heading.
    then: impl Fn() -> V + 'static,
) -> impl IntoView {
    let text = use_text();
    match use_api().me().and_then(|me| me.must_first) {
        None => view! { <ForAnyStaff then /> }.into_any(),
        Some(first) => view! {
            <PageHeading words=text.desk.heading />
            <p class="notice notice--warn">{text.staff.first(first)}</p>
            <ButtonLink to=to_first(first) words=text.frame.go_on />
        }
        .into_any(),
    }
}

/// A page that only staff see; everybody else is told how to sign in as staff.
#[component]
pub fn ForAnyStaff<V: IntoView + 'static>(
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
    let page = Fetched::new(move || async move {
        let page = api.get::<Page>("desk").await?;
        // Without their number the desk opens all the same.
        let waiting = reviewing::waiting(api).await.ok();
        Ok::<_, ApiError>((page, waiting.map(|list| n_waiting(&list))))
    });
    view! { <Load resource=page then=|(page, n)| view! { <Rooms page n_proposals=n /> } /> }
}

/// What waits, and on another screen of the elder mode what else there is to do.
#[component]
fn Rooms(page: Page, n_proposals: Option<usize>) -> impl IntoView {
    let text = use_text();
    let words = &text.desk;
    let is_administrator = use_api().me().is_some_and(|me| me.viewer.administrator().is_some());
    let waiting = Screen::new(move || {
        let owed = (words.owed)(page.n_owed, page.n_overdue);
        view! {
            <p>{words.lead}</p>
            <ButtonLink to=Route::DeskToday words=words.today.see />
            <ButtonLink to=Route::DeskFeedback words=owed />
            <ButtonLink
                to=Route::DeskProposals words=(text.reviewing.list.see)(n_proposals)
            />
            <ButtonLink to=Route::DeskProjects words=text.delivery.desk.heading />
            <ButtonLink
                to=Route::DeskObjections words=(text.objections.see)(page.n_objections)
            />
            <ButtonLink to=Route::DeskCallbacks words=(words.callbacks)(page.n_callbacks) />
            <ButtonLink to=Route::DeskRecordings words=(words.recordings)(page.n_recordings) />
            <ButtonLink to=Route::DeskCalls words=(words.calls)(page.n_calls) />
            <ButtonLink to=Route::DeskModeration words=text.moderation.waiting look=Look::Quiet />
        }
    });
    let more = Screen::new(move || {
        view! {
            <ButtonLink to=Route::DeskSeriesAll words=text.councils_desk.list.see look=Look::Quiet />
            <ButtonLink
                to=Route::DeskCouncils words=text.meetings_desk.heading look=Look::Quiet
            />
            <ButtonLink to=Route::Coaching words=text.coaching.list.heading look=Look::Quiet />
            <ButtonLink to=Route::DeskResidents words=words.residents look=Look::Quiet />
            <ButtonLink to=Route::Enter("what") words=text.entering.heading look=Look::Quiet />
            <ButtonLink to=Route::PrintNotice words=words.poster look=Look::Quiet />
        }
    });
    let residents = Screen::new(move || {
        view! {
            <ButtonLink to=Route::DeskRegister words=text.register.page.heading look=Look::Quiet />
            <ButtonLink to=Route::DeskLetters words=text.register.letters.heading look=Look::Quiet />
            <ButtonLink
                to=Route::DeskStatistics words=text.register.statistics.heading look=Look::Quiet
            />
        }
    });
    let house = Screen::new(move || {
        let words = &text.staff;
        view! {
            <ButtonLink to=Route::DeskDepartments words=words.names.see look=Look::Quiet />
            <ButtonLink to=Route::DeskPlaces words=words.names.see_places look=Look::Quiet />
            {is_administrator.then(|| view! {
                <ButtonLink to=Route::DeskStaff words=words.desk.see look=Look::Quiet />
            })}
            <ButtonLink to=Route::Account words=words.account.see look=Look::Quiet />
        }
    });
    view! { <Screens heading=words.heading screens=vec![waiting, more, residents, house] /> }
}
