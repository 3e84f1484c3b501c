//! Signing in: residents with the code on their letter, staff by name and password.
use super::session::Kept;
use crate::{
    accessibility::use_modes,
    api::{ApiError, Key, Precondition, use_api},
    browser::document,
    routes::Route,
    ui::{ActButton, Alarm, ButtonLink, ErrorSummary, Fault, Look, PageHeading, TextField},
    words::use_text,
};
use huiyin_domain::{
    problems::{FieldFault, FieldProblem, ProblemKind},
    residents::{
        letter_code::LetterCode,
        wire::{SignIn, SignedIn},
    },
    words::WordsProblem,
};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// Sign in. A code in the address after `#code=` is taken and wiped from the address at once.
#[component]
pub fn SignInPage() -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let is_staff = RwSignal::new(false);
    let already = api.me().map(|me| {
        view! {
            <div class="notice stack">
                <p>{(text.residents.already)(&me.name)}</p>
                <ButtonLink to=Route::Home words=text.frame.go_home look=Look::Quiet />
            </div>
        }
    });
    let other = move || {
        if is_staff.get() { text.residents.residents } else { text.residents.staff }.to_owned()
    };
    view! {
        <PageHeading words=text.residents.heading />
        {already}
        {move || if is_staff.get() {
            view! { <StaffForm /> }.into_any()
        } else {
            view! { <LetterForm /> }.into_any()
        }}
        <ActButton
            words=Signal::derive(other)
            look=Look::Quiet
            on_press=move || is_staff.update(|is| *is = !*is)
        />
    }
}

fn code_in_address() -> Option<String> {
    let fragment = document::fragment();
    // A letter's square says after the code how the app is wanted; the page has begun so already.
    let code = fragment.strip_prefix("code=")?.split('&').next()?.to_owned();
    document::drop_fragment();
    Some(code)
}

#[component]
fn LetterForm() -> impl IntoView {
    let text = use_text();
    let from_link = code_in_address();
    let code = RwSignal::new(from_link.clone().unwrap_or_default());
    let faults = RwSignal::new(Vec::<Fault>::new());
    let sending = Sending::new(faults);
    let send = move || {
        let problem = LetterCode::parse(&code.get_untracked()).err();
        let problem = problem.map(|problem| FieldProblem {
            field: "code".to_owned(),
            fault: FieldFault::Code(problem),
        });
        faults.set(Fault::of(problem.as_slice()));
        if problem.is_none() {
            sending.send(SignIn::Letter { code: code.get_untracked() });
        }
    };
    if from_link.is_some() {
        send();
    }
    let fault = Signal::derive(move || Fault::for_field(&faults.get(), "code"));
    view! {
        <ErrorSummary faults />
        <form class="stack" novalidate on:submit=move |event| {
            event.prevent_default();
            send();
        }>
            <TextField
                name="code"
                label=text.residents.code
                hint=text.residents.code_hint.to_owned()
                value=code
                fault
                keyboard="numeric"
                autofill="one-time-code"
                is_code=true
            />
            <Submit sending />
        </form>
        <p>{text.residents.no_letter}</p>
    }
}

#[component]
fn StaffForm() -> impl IntoView {
    let text = use_text();
    let name = RwSignal::new(String::new());
    let password = RwSignal::new(String::new());
    let faults = RwSignal::new(Vec::<Fault>::new());
    let sending = Sending::new(faults);
    let send = move || {
        let empty = |field: &str, value: &RwSignal<String>| {
            value.with_untracked(|it| it.trim().is_empty()).then(|| FieldProblem {
                field: field.to_owned(),
                fault: FieldFault::Words(WordsProblem::Empty),
            })
        };
        let problems: Vec<_> =
            [empty("name", &name), empty("password", &password)].into_iter().flatten().collect();
        faults.set(Fault::of(&problems));
        if problems.is_empty() {
            let (name, password) = (name.get_untracked(), password.get_untracked());
            sending.send(SignIn::Staff { name: name.trim().to_owned(), password });
        }
    };
    let fault =
        move |field: &'static str| Signal::derive(move || Fault::for_field(&faults.get(), field));
    view! {
        <ErrorSummary faults />
        <form class="stack" novalidate on:submit=move |event| {
            event.prevent_default();
            send();
        }>
            <TextField
                name="name"
                label=text.residents.name
                value=name
                fault=fault("name")
                autofill="username"
            />
            <TextField
                name="password"
                label=text.residents.password
                value=password
                fault=fault("password")
                autofill="current-password"
                kind="password"
            />
            <Submit sending />
        </form>
    }
}

/// A sign-in on its way.
#[derive(Clone, Copy)]
struct Sending {
    action: Action<SignIn, ()>,
    error: RwSignal<Option<ApiError>>,
}

impl Sending {
    /// Faults that the server finds are shown at their field.
    fn new(faults: RwSignal<Vec<Fault>>) -> Self {
        let api = use_api();
        let modes = use_modes();
        let error = RwSignal::new(None);
        let navigate = use_navigate();
        let action = Action::new_local(move |form: &SignIn| {
            let (form, navigate) = (form.clone(), navigate.clone());
            async move {
                let key = Key::fresh();
                let sent: Result<SignedIn, _> =
                    api.post("sessions", &form, &key, Precondition::None).await;
                match sent {
                    Ok(SignedIn { token, me }) => {
                        let profile = me.modes;
                        api.set_session(Some(Kept { token, me }));
                        navigate(&Route::Home.href(), Default::default());
                        modes.follow(profile);
                    }
                    Err(problem) => match problem.kind() {
                        Some(ProblemKind::Invalid { problems }) => faults.set(Fault::of(problems)),
                        _ => error.set(Some(problem)),
                    },
                }
            }
        });
        Self { action, error }
    }

    fn send(self, form: SignIn) {
        if !self.action.pending().get_untracked() {
            self.error.set(None);
            self.action.dispatch_local(form);
        }
    }
}

#[component]
fn Submit(sending: Sending) -> impl IntoView {
    let text = use_text();
    let busy = sending.action.pending();
    let words = move || if busy.get() { text.residents.signing_in } else { text.residents.sign_in };
    view! {
        {move || sending.error.get().map(|error| view! {
            <Alarm words=text.problems.error(&error) />
        })}
        <button type="submit" class="button" aria-busy=move || busy.get().then_some("true")>
            {words}
        </button>
    }
}
