//! Asking to be called back: a number, a part of the day, and a few words if one likes.
use crate::{
    api::{ApiError, Precondition, Unanswered, use_api},
    routes::Route,
    ui::{
        Alarm, AreaField, ErrorSummary, Fault, FaultLine, KeptWords, PageHeading, RadioTile,
        TextField,
    },
    words::use_text,
};
use huiyin_domain::{
    callbacks::{CallbackForm, PreferredTime, wire::CallbackTaken},
    problems::ProblemKind,
};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

const PHONE: &str = "phone";
const WHEN: &str = "when";
const ABOUT: &str = "about";

/// What is filled in.
#[derive(Clone, Copy)]
struct Typed {
    phone: RwSignal<String>,
    when: RwSignal<Option<PreferredTime>>,
    about: RwSignal<String>,
    faults: RwSignal<Vec<Fault>>,
}

impl Typed {
    fn fault(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || Fault::for_field(&self.faults.get(), field))
    }

    /// The form, unless something is wrong with it.
    fn read(self) -> Option<CallbackForm> {
        let form = CallbackForm {
            phone: self.phone.get_untracked(),
            when: self.when.get_untracked(),
            about: self.about.get_untracked(),
        };
        let problems = form.parse().err().unwrap_or_default();
        self.faults.set(Fault::of(&problems));
        problems.is_empty().then_some(form)
    }
}

/// Ask to be called back; signed in or not.
#[component]
pub fn AskPage() -> impl IntoView {
    let text = use_text();
    let words = &text.callbacks;
    // The number is not kept: the next one at this phone may be somebody else.
    let kept = KeptWords::of(&Route::CallMe, ABOUT);
    let typed = Typed {
        phone: RwSignal::new(String::new()),
        when: RwSignal::new(None),
        about: kept.words,
        faults: RwSignal::new(Vec::new()),
    };
    let sending = Sending::new(typed.faults, kept);
    let busy = sending.action.pending();
    let send_words = move || if busy.get() { text.frame.sending } else { words.send };
    view! {
        <PageHeading words=words.heading />
        <p>{words.lead}</p>
        <ErrorSummary faults=typed.faults />
        <form class="stack" novalidate on:submit=move |event| {
            event.prevent_default();
            if let Some(form) = typed.read() {
                sending.send(form);
            }
        }>
            <TextField
                name=PHONE label=words.phone hint=words.phone_hint value=typed.phone
                fault=typed.fault(PHONE) keyboard="tel" autofill="tel" is_code=true
                is_spoken=true
            />
            <Times typed />
            <AreaField
                name=ABOUT label=words.about hint=words.about_hint value=typed.about
                fault=typed.fault(ABOUT) rows=2
            />
            {move || sending.error.get().map(|error| view! {
                <Alarm words=text.problems.error(&error) />
            })}
            <button
                type="submit" class="button" data-casts=""
                aria-busy=move || busy.get().then_some("true")
            >
                {send_words}
            </button>
        </form>
    }
}

#[component]
fn Times(typed: Typed) -> impl IntoView {
    let words = &use_text().callbacks;
    let tile = |(at, when): (usize, PreferredTime)| {
        // The first tile carries the group's id, so that the summary's link leads to it.
        let id = if at == 0 { WHEN.to_owned() } else { format!("{WHEN}-{at}") };
        view! {
            <RadioTile
                group=WHEN id words=(words.time)(when)
                is_chosen=Signal::derive(move || typed.when.get() == Some(when))
                on_choose=move || typed.when.set(Some(when))
            />
        }
    };
    view! {
        <fieldset class="stack stack--tight">
            <legend class="field__label">{words.when}</legend>
            <FaultLine name=WHEN fault=typed.fault(WHEN) />
            {PreferredTime::ALL.into_iter().enumerate().map(tile).collect_view()}
        </fieldset>
    }
}

/// A request on its way.
#[derive(Clone, Copy)]
struct Sending {
    action: Action<CallbackForm, ()>,
    error: RwSignal<Option<ApiError>>,
}

impl Sending {
    /// Faults that the server finds are shown at their field.
    fn new(faults: RwSignal<Vec<Fault>>, kept: KeptWords) -> Self {
        let api = use_api();
        let error = RwSignal::new(None);
        let navigate = use_navigate();
        let unanswered = Unanswered::of_one();
        let action = Action::new_local(move |form: &CallbackForm| {
            let (form, navigate, kept) = (form.clone(), navigate.clone(), kept.clone());
            async move {
                let key = unanswered.key_for(&form);
                let sent: Result<CallbackTaken, _> =
                    api.post("callbacks", &form, &key, Precondition::None).await;
                unanswered.note(&form, &sent);
                match sent {
                    Ok(taken) => {
                        kept.taken();
                        navigate(&Route::CallMeAsked(taken.id).href(), Default::default());
                    }
                    Err(problem) => match problem.kind() {
                        Some(ProblemKind::Invalid { problems }) if !faults.is_disposed() => {
                            faults.set(Fault::of(problems));
                        }
                        _ => error.set(Some(problem)),
                    },
                }
            }
        });
        Self { action, error }
    }

    fn send(self, form: CallbackForm) {
        if !self.action.pending().get_untracked() {
            self.error.set(None);
            self.action.dispatch_local(form);
        }
    }
}
