//! Signing in: residents with the code on their letter, staff by name and password.
use super::session::Kept;
use crate::{
    accessibility::use_modes,
    api::{ApiError, Key, Precondition, use_api},
    browser::address,
    routes::Route,
    staff::to_first,
    ui::{
        ActButton, Alarm, ButtonLink, ErrorSummary, Fault, Look, PageHeading, TextField, came_from,
    },
    words::use_text,
};
use huiyin_domain::{
    problems::{FieldFault, FieldProblem, ProblemKind},
    refusals::Refusal,
    residents::{
        letter_code::LetterCode,
        wire::{SignIn, SignedIn},
    },
    staff::StaffRefusal,
    words::WordsProblem,
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

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
    let fragment = address::fragment();
    // A letter's square says after the code how the app is wanted; the page has begun so already.
    let code = fragment.strip_prefix("code=")?.split('&').next()?.to_owned();
    address::drop_fragment();
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
    let code = RwSignal::new(String::new());
    let sending = Sending::new(faults);
    let needs_code = sending.needs_code;
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
            let code = needs_code.get_untracked().then(|| code.get_untracked());
            sending.send(SignIn::Staff { name: name.trim().to_owned(), password, code });
        }
    };
    let fault =
        move |field: &'static str| Signal::derive(move || Fault::for_field(&faults.get(), field));
    let names = move || {
        view! {
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
        }
    };
    let again = move || {
        code.set(String::new());
        needs_code.set(false);
    };
    view! {
        <ErrorSummary faults />
        <form class="stack" novalidate on:submit=move |event| {
            event.prevent_default();
            send();
        }>
            {move || if needs_code.get() {
                view! { <SecondStep code fault=fault("code") sending again /> }.into_any()
            } else {
                names().into_any()
            }}
        </form>
    }
}

/// The digits on the phone, once name and password are right.
#[component]
fn SecondStep(
    /// What is typed.
    code: RwSignal<String>,
    /// What is wrong with it.
    fault: Signal<Option<String>>,
    /// The sign-in.
    sending: Sending,
    /// Goes back to name and password.
    again: impl Fn() + 'static,
) -> impl IntoView {
    let words = &use_text().staff.second;
    let busy = sending.action.pending();
    view! {
        <TextField
            name="code" label=words.code hint=words.hint value=code fault
            keyboard="numeric" autofill="one-time-code" is_code=true
        />
        {move || sending.error.get().map(|error| view! {
            <Alarm words=use_text().problems.error(&error) />
        })}
        <button type="submit" class="button" aria-busy=move || busy.get().then_some("true")>
            {words.go}
        </button>
        <p>{words.neither}</p>
        <ActButton words=words.back look=Look::Quiet on_press=again />
    }
}

/// A sign-in on its way.
#[derive(Clone, Copy)]
struct Sending {
    action: Action<SignIn, ()>,
    error: RwSignal<Option<ApiError>>,
    /// Name and password were right, and the second factor is asked for.
    needs_code: RwSignal<bool>,
}

impl Sending {
    /// Faults that the server finds are shown at their field.
    fn new(faults: RwSignal<Vec<Fault>>) -> Self {
        let api = use_api();
        let modes = use_modes();
        let (error, needs_code) = (RwSignal::new(None), RwSignal::new(false));
        let navigate = use_navigate();
        let action = Action::new_local(move |form: &SignIn| {
            let (form, navigate) = (form.clone(), navigate.clone());
            async move {
                let key = Key::fresh();
                let sent: Result<SignedIn, _> =
                    api.post("sessions", &form, &key, Precondition::None).await;
                match sent {
                    Ok(SignedIn { token, me }) => {
                        let (profile, first, viewer) = (me.modes, me.must_first, me.viewer);
                        api.set_session(Some(Kept { token, me }));
                        match (first, came_from(viewer)) {
                            (Some(first), _) => {
                                navigate(&to_first(first).href(), Default::default());
                            }
                            (None, Some(page)) => {
                                navigate(
                                    &page,
                                    NavigateOptions { resolve: false, ..Default::default() },
                                );
                            }
                            (None, None) => navigate(&Route::Home.href(), Default::default()),
                        }
                        modes.follow(profile);
                    }
                    Err(problem) => match problem.kind() {
                        Some(ProblemKind::Invalid { problems }) if !faults.is_disposed() => {
                            faults.set(Fault::of(problems));
                        }
                        Some(ProblemKind::Refused {
                            refusal: Refusal::Staff { why: StaffRefusal::CodeNeeded },
                        }) => needs_code.set(true),
                        _ => error.set(Some(problem)),
                    },
                }
            }
        });
        Self { action, error, needs_code }
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
