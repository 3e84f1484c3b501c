//! Noting what came of a call; then the number is deleted.
use super::{list_page::Wish, use_callback_id};
use crate::{
    api::{Precondition, use_api},
    desk::desk_page::ForStaff,
    routes::Route,
    ui::{
        ActButton, Acts, AreaField, Back, ButtonLink, ErrorSummary, Fault, FaultLine, Fetched,
        Load, NotFoundPage, OutcomeNotice, PageHeading, RadioTile, TextField,
    },
    words::{Text, use_text},
};
use huiyin_domain::{
    callbacks::{
        CallResult, Command, Note, TRIES_LEAST, TRIES_MOST,
        wire::{CallbackPage, Offer},
    },
    digits::digit,
    ids::CallbackId,
    problems::{FieldFault, FieldProblem},
};
use leptos::prelude::*;

const RESULT: &str = "result";
const TRIES: &str = "tries";
const NOTE: &str = "note";

/// One request and its result.
#[component]
pub fn SettlePage() -> impl IntoView {
    let id = use_callback_id();
    move || match id.get() {
        Some(id) => view! { <ForStaff then=move || view! { <Loaded id /> } /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: CallbackId) -> impl IntoView {
    let api = use_api();
    let page =
        Fetched::new(
            move || async move { api.get::<CallbackPage>(&format!("callbacks/{id}")).await },
        );
    view! { <Load resource=page then=|page| view! { <Shown page /> } /> }
}

fn done(text: &Text, command: &Command) -> String {
    match command {
        Command::Close { .. } => text.callbacks.staff.closed.to_owned(),
    }
}

#[component]
fn Shown(page: CallbackPage) -> impl IntoView {
    let words = &use_text().callbacks.staff;
    let heading = (words.settle_heading)(page.id.0);
    let path = format!("callbacks/{}", page.id);
    let page = RwSignal::new(page);
    let acts = Acts::new(path, page, done);
    let may_close = Memo::new(move |_| page.with(|page| page.offers.contains(&Offer::Close)));
    view! {
        <Back to=Route::DeskCallbacks words=words.heading />
        <PageHeading words=heading />
        <OutcomeNotice outcome=acts.outcome />
        {move || match may_close.get() {
            true => view! {
                <Wish page=page.get_untracked() />
                <Form page acts />
            }
            .into_any(),
            false => {
                // What was just done has said so itself.
                let is_old = acts.outcome.get_untracked().is_none();
                view! {
                    {is_old.then(|| view! { <p>{words.closed}</p> })}
                    <ButtonLink to=Route::DeskCallbacks words=words.to_list />
                }
                .into_any()
            }
        }}
    }
}

/// What is filled in.
#[derive(Clone, Copy)]
struct Typed {
    has_talked: RwSignal<Option<bool>>,
    tries: RwSignal<String>,
    note: RwSignal<String>,
    faults: RwSignal<Vec<Fault>>,
}

impl Typed {
    fn fault(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || Fault::for_field(&self.faults.get(), field))
    }

    /// The result, or every fault beside its field.
    fn read(self) -> Option<CallResult> {
        let Some(has_talked) = self.has_talked.get_untracked() else {
            let words = use_text().callbacks.staff.choose.to_owned();
            self.faults.set(vec![Fault { field: RESULT.to_owned(), words }]);
            return None;
        };
        if has_talked {
            self.faults.set(Vec::new());
            return Some(CallResult::Talked);
        }
        let mut problems = Vec::new();
        let mut wrong = |field: &str, fault| {
            problems.push(FieldProblem { field: field.to_owned(), fault });
        };
        let tries = n_tries(&self.tries.get_untracked());
        if tries.is_none() {
            wrong(TRIES, FieldFault::OutOfRange { least: TRIES_LEAST, most: TRIES_MOST });
        }
        let written = self.note.get_untracked();
        let note = match written.trim() {
            "" => Ok(None),
            words => Note::parse(words).map(Some),
        };
        if let Err(problem) = &note {
            wrong(NOTE, FieldFault::Words(*problem));
        }
        self.faults.set(Fault::of(&problems));
        Some(CallResult::NotReached { n_tries: tries?, note: note.ok()? })
    }
}

/// How often, as typed or spoken.
fn n_tries(typed: &str) -> Option<u32> {
    let mut number = 0_u32;
    for character in typed.trim().chars() {
        number = number.checked_mul(10)?.checked_add(u32::from(digit(character)?))?;
    }
    (TRIES_LEAST..=TRIES_MOST).contains(&number).then_some(number)
}

#[component]
fn Form(page: RwSignal<CallbackPage>, acts: Acts<Command, CallbackPage>) -> impl IntoView {
    let words = &use_text().callbacks.staff;
    let id = page.with_untracked(|page| page.id);
    let typed = Typed {
        has_talked: RwSignal::new(None),
        tries: RwSignal::new(String::new()),
        note: RwSignal::new(String::new()),
        faults: RwSignal::new(Vec::new()),
    };
    let close = move || {
        if let Some(result) = typed.read() {
            acts.send(Command::Close { result }, |_| Precondition::None);
        }
    };
    view! {
        <ErrorSummary faults=typed.faults />
        <Results typed />
        <Show when=move || typed.has_talked.get() == Some(false)>
            <TextField
                name=TRIES label=words.tries hint=(words.tries_hint)(TRIES_LEAST)
                value=typed.tries fault=typed.fault(TRIES) keyboard="numeric"
            />
            <AreaField
                name=NOTE label=words.note hint=words.note_hint
                value=typed.note fault=typed.fault(NOTE) rows=2
            />
        </Show>
        <ActButton casts=true words=(words.close)(id.0) busy=acts.busy() on_press=close />
    }
}

#[component]
fn Results(typed: Typed) -> impl IntoView {
    let words = &use_text().callbacks.staff;
    let tile = |(id, has_talked, words): (&'static str, bool, &'static str)| {
        view! {
            <RadioTile
                group=RESULT id words
                is_chosen=Signal::derive(move || typed.has_talked.get() == Some(has_talked))
                on_choose=move || typed.has_talked.set(Some(has_talked))
            />
        }
    };
    let tiles = [(RESULT, true, words.talked), ("result-1", false, words.not_reached)];
    view! {
        <fieldset class="stack stack--tight">
            <legend class="field__label">{words.result}</legend>
            <FaultLine name=RESULT fault=typed.fault(RESULT) />
            {tiles.map(tile).collect_view()}
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_are_read_as_typed_or_spoken() {
        assert_eq!(n_tries(" 3 "), Some(3));
        assert_eq!(n_tries("三"), Some(3));
        for typed in ["", "0", "1", "21", "many", "99999999999"] {
            assert_eq!(n_tries(typed), None, "{typed}");
        }
    }
}
