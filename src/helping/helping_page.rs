//! I help somebody: the code, whom it is, and the button that begins.
use super::stopping::Stopping;
use crate::{
    api::{Api, ApiError, Key, Precondition, use_api},
    residents::session::Kept,
    routes::Route,
    ui::{
        ActButton, ButtonLink, ErrorSummary, Fault, Load, Look, OutcomeNotice, PageHeading,
        TextField,
    },
    words::use_text,
};
use huiyin_domain::{
    helping::{
        Scope,
        code::HelpCode,
        wire::{CodeForm, HelpingCard, HelpingList, SentList},
    },
    problems::{FieldFault, FieldProblem, ProblemKind},
    proposals::wire::ProposalCard,
    residents::wire::{Me, SignedIn},
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, components::A, hooks::use_navigate};

/// Help somebody, or see whom one is helping.
#[component]
pub fn HelpingPage() -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let me = Memo::new(move |_| api.me());
    move || match me.get() {
        Some(me) if me.help.is_some() => view! { <WhileHelping me api /> }.into_any(),
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
fn WhileHelping(me: Me, api: Api) -> impl IntoView {
    let text = use_text();
    let words = &text.helping.helping;
    let name = me.name.clone();
    let help = me.help.as_ref();
    let may = help.map(|help| (text.helping.help.may)(&text.helping.scopes(help.scopes)));
    let may_follow = help.is_some_and(|help| help.scopes.has(Scope::Follow));
    let sent = may_follow.then(|| {
        let list: LocalResource<Result<SentList, ApiError>> =
            LocalResource::new(move || async move { api.get("helping/sent").await });
        let item = |card: ProposalCard| {
            let line = (words.proposal)(card.id, &card.title);
            view! { <li><A href=Route::Proposal(card.id).href()>{line}</A></li> }
        };
        view! {
            <h2>{(words.sent)(&name)}</h2>
            <Load resource=list has_heading=true then=move |list: SentList| {
                if list.items.is_empty() {
                    view! { <p>{words.nothing_sent}</p> }.into_any()
                } else {
                    view! { <ul>{list.items.into_iter().map(item).collect_view()}</ul> }.into_any()
                }
            } />
        }
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
        self.found.set(None);
        match error.kind() {
            Some(ProblemKind::Invalid { problems }) => self.faults.set(Fault::of(problems)),
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
    view! {
        <PageHeading words=words.heading />
        {move || entering.problem.get().map(|error| view! {
            <p class="notice notice--stop" role="alert">{text.problems.error(&error)}</p>
        })}
        {move || match entering.found.get() {
            Some(card) => view! { <Begin card entering api /> }.into_any(),
            None => view! {
                <p>{words.what}</p>
                <CodeField entering api />
                <CanHelp api />
            }
            .into_any(),
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
        <section class="card">
            <h2>{(words.would_help)(&card.resident_name)}</h2>
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
    let list: LocalResource<Result<HelpingList, ApiError>> =
        LocalResource::new(move || async move { api.get("helping").await });
    let giving_back = Stopping::new("helping", words.given_back, move || list.refetch());
    let item = move |card: HelpingCard| view! { <li><GoOn card giving_back api /></li> };
    view! {
        <OutcomeNotice outcome=giving_back.outcome />
        <Load resource=list has_heading=true then=move |list: HelpingList| {
            (!list.items.is_empty()).then(|| view! {
                <h2>{words.can_help}</h2>
                <ul class="list">{list.items.into_iter().map(item).collect_view()}</ul>
            })
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
                <p class="notice notice--stop" role="alert">{text.problems.error(&error)}</p>
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
