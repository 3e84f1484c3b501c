//! How one attends a council: its room, its line, and where it would have been.
use crate::{
    api::use_api,
    routes::Route,
    ui::{ButtonLink, CopyText, Look},
    words::use_text,
};
use huiyin_domain::councils::meeting::{Moved, wire::CouncilPage};
use leptos::prelude::*;

/// How to attend.
#[component]
pub fn Facts(
    /// The council.
    page: RwSignal<CouncilPage>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.meetings.show;
    let page = page.get_untracked();
    let moved = |moved: &Moved| {
        let when = text.language.hours(moved.from);
        let said = (words.moved)(&when, moved.room.as_str(), moved.reason.as_str());
        view! { <p class="prose">{said}</p> }
    };
    let moves = page.moves.iter().map(moved).collect_view();
    let reason = page.why_in_working_hours.as_ref().map(|reason| {
        view! { <p class="prose">{(words.in_working_hours)(reason.as_str())}</p> }
    });
    let holiday = page.holiday.as_ref().map(|name| view! { <p>{(words.holiday)(name)}</p> });
    let (room, quorum) = ((words.room)(page.room.name.as_str()), (words.quorum)(page.quorum));
    view! {
        <section class="stack">
            <h2>{words.attend}</h2>
            <p>{text.language.hours(page.hours)}</p>
            {holiday}
            <p>{room}</p>
            <p>{quorum}</p>
            {moves}
            {reason}
            <Line page />
        </section>
    }
}

/// The line, where there is one: a plain link, and its address to copy.
#[component]
fn Line(page: CouncilPage) -> impl IntoView {
    let text = use_text();
    let words = &text.meetings.show;
    if page.room.online == 0 || !page.stage.kind().is_ahead() {
        return ().into_any();
    }
    let is_guest = use_api().me().is_none();
    match page.room.link {
        Some(link) => {
            let address = link.to_string();
            view! {
                <a
                    class="button button--quiet" href=address.clone()
                    target="_blank" rel="noopener noreferrer"
                >
                    {words.join}
                </a>
                <CopyText
                    name="line" label=words.link text=address
                    copy=text.meetings.calendar.line_copy copied=text.meetings.calendar.copied
                    by_hand=text.meetings.calendar.copy_by_hand
                />
            }
            .into_any()
        }
        None if is_guest => view! {
            <p>{words.link_signed_in}</p>
            <ButtonLink to=Route::SignIn words=text.frame.sign_in look=Look::Quiet />
        }
        .into_any(),
        None => view! { <p>{words.link_later}</p> }.into_any(),
    }
}
