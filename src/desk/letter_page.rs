//! One resident's letter: making a new one, seeing it once, and printing it.
use super::{desk_page::ForStaff, letter_sheet::LetterSheet};
use crate::{
    api::{ApiError, Precondition, Unanswered, use_api},
    browser::document,
    routes::Route,
    ui::{
        ActButton, Alarm, Back, ButtonLink, CheckTile, Fetched, Load, Look, NotFoundPage,
        PageHeading, say, use_number,
    },
    words::use_text,
};
use huiyin_domain::{
    ids::ResidentId,
    residents::wire::{LetterForm, PrintedLetter, ResidentPage},
    web_address::WebAddress,
};
use leptos::prelude::*;

/// The letter of the resident in the address.
#[component]
pub fn LetterPage() -> impl IntoView {
    let id = use_number::<ResidentId>("id");
    move || match id.get() {
        Some(id) => view! { <ForStaff then=move || view! { <Loaded id /> } /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: ResidentId) -> impl IntoView {
    let api = use_api();
    let page =
        Fetched::new(
            move || async move { api.get::<ResidentPage>(&format!("residents/{id}")).await },
        );
    view! { <Load resource=page then=|page| view! { <Shown page /> } /> }
}

#[component]
fn Shown(page: ResidentPage) -> impl IntoView {
    let text = use_text();
    let words = &text.desk.letters;
    let making = Making::new(page.resident.id);
    let heading = (words.one)(&page.resident.public_name);
    let busy = making.action.pending();
    let make = move || if busy.get() { words.making } else { words.make }.to_owned();
    view! {
        <div class="no-print stack">
            <Back to=Route::DeskResidents words=words.to_search />
            <PageHeading words=heading />
            <Facts page=page.clone() />
            {move || making.error.get().map(|error| view! {
                <Alarm words=text.problems.error(&error) />
            })}
        </div>
        {move || match making.letter.get() {
            None => view! {
                <p>{words.means}</p>
                <CheckTile
                    id="end-sessions" words=words.end_sessions is_chosen=making.ends_sessions
                    on_change=move |ends| making.ends_sessions.set(ends)
                />
                <ActButton casts=true
                    words=Signal::derive(make) busy
                    on_press=move || { making.action.dispatch_local(()); }
                />
            }
            .into_any(),
            Some(letter) => view! {
                <p class="notice notice--good no-print">{words.made}</p>
                <LetterSheet letter page=page.clone() />
                <ActButton words=words.print on_press=document::print />
                <ButtonLink to=Route::DeskResidents words=words.to_search look=Look::Quiet />
            }
            .into_any(),
        }}
    }
}

#[component]
fn Facts(page: ResidentPage) -> impl IntoView {
    let text = use_text();
    let words = &text.desk.letters;
    let address = page.resident.address.unwrap_or_else(|| words.no_address.to_owned());
    let last = match page.last_letter {
        Some(at) => text.language.long_day(at),
        None => words.no_letter.to_owned(),
    };
    let modes = if page.modes.is_some() { words.modes_saved } else { words.no_modes };
    view! {
        <dl class="facts">
            <dt>{words.address}</dt>
            <dd>{address}</dd>
            <dt>{words.last_letter}</dt>
            <dd>{last}</dd>
            <dt>{words.modes}</dt>
            <dd>{modes}</dd>
        </dl>
    }
}

/// A letter that is being made.
#[derive(Clone, Copy)]
struct Making {
    action: Action<(), ()>,
    letter: RwSignal<Option<PrintedLetter>>,
    error: RwSignal<Option<ApiError>>,
    /// Are all their devices signed out, too?
    ends_sessions: RwSignal<bool>,
}

impl Making {
    fn new(resident: ResidentId) -> Self {
        let api = use_api();
        let words = &use_text().desk.letters;
        let (letter, error) = (RwSignal::new(None), RwSignal::new(None));
        let ends_sessions = RwSignal::new(false);
        let unanswered = Unanswered::of_one();
        let action = Action::new_local(move |(): &()| async move {
            error.set(None);
            let address = api.page_address(&Route::SignIn.href());
            let Some(sign_in) = WebAddress::parse(&address) else {
                return error.set(Some(ApiError::Garbled));
            };
            let path = format!("residents/{resident}/letters");
            let Some(end_sessions) = ends_sessions.try_get_untracked() else { return };
            let form = LetterForm { sign_in, end_sessions };
            let key = unanswered.key_for(&form);
            let made = api.post::<_, PrintedLetter>(&path, &form, &key, Precondition::None).await;
            unanswered.note(&form, &made);
            match made {
                Ok(made) => {
                    say(words.made.to_owned());
                    letter.set(Some(made));
                }
                Err(problem) => error.set(Some(problem)),
            }
        });
        Self { action, letter, error, ends_sessions }
    }
}
