//! I help somebody: the code, whom it is, and the button that begins.
use super::stopping::Stopping;
use crate::{
    api::{Api, ApiError, Key, Precondition, use_api},
    residents::session::Kept,
    routes::Route,
    ui::{
        ActButton, Alarm, ButtonLink, ErrorSummary, Fault, Fetched, Load, Look, OutcomeNotice,
        PageHeading, Screen, Screens, TextField,
    },
    words::use_text,
};
use huiyin_domain::{
    helping::{
        Scope,
        code::HelpCode,
        wire::{CodeForm, HelpingCard, HelpingList},
    },
    problems::{FieldFault, FieldProblem, ProblemKind},
    residents::wire::{Me, SignedIn},
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

/// Help somebody, or see whom one is helping.
#[component]
pub fn HelpingPage() -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let me = Memo::new(move |_| api.me());
    move || match me.get() {
        Some(me) if me.help.is_some() => view! { <WhileHelping me /> }.into_any(),
        Some(_) => view! { <Enter api /> }.into_any(),
        None => view! {
            <PageHeading words=text.helping.helping.heading />
            <p>{text.helping.helping.what}</p>
            <p class="notice">{text.helping.help.sign_in_first}</p>
            <ButtonLink to=Route::SignIn words=text.frame.sign_in />
        }
        .into_any(),
    }
}

#[component]
fn WhileHelping(me: Me) -> impl IntoView {
    let text = use_text();
    let words = &text.helping.helping;
    let help = me.help.as_ref();
    let may = help.map(|help| (text.helping.help.may)(&text.helping.scopes(help.scopes)));
    let may_follow = help.is_some_and(|help| help.scopes.has(Scope::Follow));
    let sent = may_follow.then(|| {
        view! { <ButtonLink to=Route::Mine words=(words.sent)(&me.name) look=Look::Quiet /> }
    });
    view! {
        <PageHeading words=(words.acting)(&me.name) />
        <p>{may}</p>
        <p>{words.keep_to_it}</p>
        <ButtonLink to=Route::Home words=words.go_home />
        {sent}
    }
}

/// A code on its way, and whom it would let one help.
#[derive(Clone, Copy)]
struct Entering {
    code: RwSignal<String>,
    faults: RwSignal<Vec<Fault>>,
    found: RwSignal<Option<HelpingCard>>,
    problem: RwSignal<Option<ApiError>>,
}

impl Entering {
    fn new() -> Self {
        Self {
            code: RwSignal::new(String::new()),
            faults: RwSignal::new(Vec::new()),
            found: RwSignal::new(None),
            problem: RwSignal::new(None),
        }
    }

    fn form(self) -> CodeForm {
        CodeForm { code: self.code.get_untracked() }
    }

    /// Is it six digits? If not, says so beside the field.
    fn is_code(self) -> bool {
        let problem = HelpCode::parse(&self.code.get_untracked()).err();
        let problem = problem.map(|problem| FieldProblem {
            field: "code".to_owned(),
            fault: FieldFault::HelpCode(problem),
        });
        self.faults.set(Fault::of(problem.as_slice()));
        problem.is_none()
    }

    fn failed(self, error: ApiError) {
        // Setting it makes the page anew: only when there is something to take away.
        if self.found.try_with_untracked(Option::is_some) == Some(true) {
            self.found.set(None);
        }
        match error.kind() {
            Some(ProblemKind::Invalid { problems }) if !self.faults.is_disposed() => {
                self.faults.set(Fault::of(problems));
            }
            _ => self.problem.set(Some(error)),
        }
    }

    /// Another code.
    fn clear(self) {
        self.code.set(String::new());
        self.found.set(None);
        self.problem.set(None);
    }
}

/// Acts for somebody from now on, and shows the first screen as they see it.
fn begin_with(api: Api, signed_in: SignedIn, navigate: impl Fn(&str, NavigateOptions)) {
    let SignedIn { token, me } = signed_in;
    api.begin_help(Kept { token, me });
    navigate(&Route::Home.href(), Default::default());
}

#[component]
fn Enter(api: Api) -> impl IntoView {
    let text = use_text();
    let words = &text.helping.helping;
    let entering = Entering::new();
    let screens = move || {
        vec![
            Screen::new(move || view! { <p>{words.what}</p> <CodeField entering api /> }),
            Screen::new(move || view! { <CanHelp api /> }),
        ]
    };
    let problem = move || {
        entering.problem.get().map(|error| {
            view! {
                <Alarm words=text.problems.error(&error) />
            }
        })
    };
    view! {
        {problem}
        {move || match entering.found.get() {
            Some(card) => view! { <Begin card entering api /> }.into_any(),
            None => view! { <Screens heading=words.heading screens=screens() /> }.into_any(),
        }}
    }
}

#[component]
fn CodeField(entering: Entering, api: Api) -> impl IntoView {
    let words = &use_text().helping.helping;
    let look = Action::new_local(move |form: &CodeForm| {
        let form = form.clone();
        async move {
            match api.post("helping/look", &form, &Key::fresh(), Precondition::None).await {
                Ok(card) => entering.found.set(Some(card)),
                Err(error) => entering.failed(error),
            }
        }
    });
    let busy = look.pending();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        entering.problem.set(None);
        if entering.is_code() && !busy.get_untracked() {
            look.dispatch_local(entering.form());
        }
    };
    let fault = Signal::derive(move || Fault::for_field(&entering.faults.get(), "code"));
    view! {
        <ErrorSummary faults=entering.faults />
        <form class="stack" novalidate on:submit=send>
            <TextField
                name="code"
                label=words.code
                hint=words.code_hint.to_owned()
                value=entering.code
                fault
                keyboard="numeric"
                autofill="one-time-code"
                is_code=true
            />
            <button type="submit" class="button" aria-busy=move || busy.get().then_some("true")>
                {words.look}
            </button>
        </form>
    }
}

/// Whom the code would let one help; nothing has begun yet.
#[component]
fn Begin(card: HelpingCard, entering: Entering, api: Api) -> impl IntoView {
    let text = use_text();
    let words = &text.helping.helping;
    let navigate = use_navigate();
    let take = Action::new_local(move |form: &CodeForm| {
        let (form, navigate) = (form.clone(), navigate.clone());
        async move {
            match api.post("helping", &form, &Key::fresh(), Precondition::None).await {
                Ok(signed_in) => begin_with(api, signed_in, navigate),
                Err(error) => entering.failed(error),
            }
        }
    });
    let begin = move || {
        take.dispatch_local(entering.form());
    };
    view! {
        <PageHeading words=(words.would_help)(&card.resident_name) />
        <section class="card">
            <p>{(text.helping.help.may)(&text.helping.scopes(card.scopes))}</p>
            <p>{(words.until)(&text.language.moment(card.until))}</p>
            <p>{words.keep_to_it}</p>
        </section>
        <ActButton
            casts=true words=(words.begin)(&card.resident_name) busy=take.pending()
            on_press=begin
        />
        <ActButton words=words.other look=Look::Quiet on_press=move || entering.clear() />
    }
}

/// Those whose help has not ended: go on, or give it back.
#[component]
fn CanHelp(api: Api) -> impl IntoView {
    let text = use_text();
    let words = &text.helping.helping;
    let list: Fetched<Result<HelpingList, ApiError>> =
        Fetched::new(move || async move { api.get("helping").await });
    let giving_back = Stopping::new("helping", words.given_back, || (), move || list.refetch());
    let item = move |card: HelpingCard| view! { <li><GoOn card giving_back api /></li> };
    view! {
        <OutcomeNotice outcome=giving_back.outcome />
        <h2>{words.can_help}</h2>
        <Load resource=list has_heading=true then=move |list: HelpingList| {
            if list.items.is_empty() {
                view! { <p>{words.nobody}</p> }.into_any()
            } else {
                let items = list.items.into_iter().map(item).collect_view();
                view! { <ul class="list">{items}</ul> }.into_any()
            }
        } />
    }
}

#[component]
fn GoOn(card: HelpingCard, giving_back: Stopping, api: Api) -> impl IntoView {
    let text = use_text();
    let words = &text.helping.helping;
    let navigate = use_navigate();
    let problem = RwSignal::new(None::<ApiError>);
    let id = card.id;
    let go_on = Action::new_local(move |(): &()| {
        let navigate = navigate.clone();
        async move {
            problem.set(None);
            let path = format!("helping/{id}/sessions");
            match api.post(&path, &(), &Key::fresh(), Precondition::None).await {
                Ok(signed_in) => begin_with(api, signed_in, navigate),
                Err(error) => problem.set(Some(error)),
            }
        }
    });
    let name = card.resident_name;
    view! {
        <article class="card">
            <h3>{name.clone()}</h3>
            <p>{(text.helping.help.may)(&text.helping.scopes(card.scopes))}</p>
            <p>{(words.until)(&text.language.moment(card.until))}</p>
            {move || problem.get().map(|error| view! {
                <Alarm words=text.problems.error(&error) />
            })}
            <ActButton
                words=(words.go_on)(&name)
                busy=go_on.pending()
                on_press=move || { go_on.dispatch_local(()); }
            />
            <ActButton casts=true
                words=(words.give_back)(&name)
                look=Look::Warn
                busy=giving_back.busy()
                on_press=move || giving_back.stop(id)
            />
        </article>
    }
}
