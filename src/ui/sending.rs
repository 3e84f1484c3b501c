//! Sending what was written: once, however often an answer is lost, and why it was not sent.
use super::{A, ActButton, ButtonLink, Draft, Fault, Form, Look, Writing, draft::place, warned};
use crate::{
    api::{Api, ApiError, Precondition, use_api},
    browser::document,
    offline::item::Letter,
    routes::Route,
    words::use_text,
};
use huiyin_domain::problems::{FieldProblem, ProblemKind};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use serde::Deserialize;

/// Why something was not sent, where no field is at fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSent {
    /// The server said why, or nothing.
    Error(ApiError),
    /// Another page of this app has sent the same draft with other words.
    PerhapsElsewhere,
    /// There was no answer: it is kept, and goes by itself.
    Later {
        /// Does the phone keep it beyond this visit?
        is_kept: bool,
    },
}

/// Something written, on its way.
pub struct Sending<F: Form> {
    writing: Writing<F>,
    faults: RwSignal<Vec<Fault>>,
    action: Action<(), ()>,
    /// Why it was not sent.
    pub trouble: RwSignal<Option<NotSent>>,
}

impl<F: Form> Clone for Sending<F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F: Form> Copy for Sending<F> {}

impl<F: Form> Sending<F> {
    /// Faults that the server finds are shown at their field.
    pub fn new(writing: Writing<F>, faults: RwSignal<Vec<Fault>>) -> Self {
        let api = use_api();
        let navigate = use_navigate();
        let trouble = RwSignal::new(None);
        let action = Action::new_local(move |(): &()| {
            let navigate = navigate.clone();
            let before = writing.draft_now();
            writing.note_sent();
            async move {
                // First on the phone: whatever happens to the page, it can be sent later.
                let kept = match letter_of(writing.of, &before) {
                    Some(letter) => api.keep_letter(letter).await,
                    None => None,
                };
                let answer = post(api, writing.of, &before).await;
                if kept.is_some() {
                    let is_away = matches!(answer, Err(ApiError::Away));
                    api.letter_answered(&before.key, is_away).await;
                }
                match answer {
                    Ok((id, is_earlier)) => {
                        Draft::<F>::forget(writing.of);
                        // Going back then leads to what was before, not to a draft that is gone.
                        let options = NavigateOptions { replace: true, ..Default::default() };
                        let query = if is_earlier { "?earlier=1" } else { "" };
                        let sent = F::sent(writing.of, id).href();
                        navigate(&format!("{sent}{query}"), options);
                    }
                    Err(error) => match (&error, kept) {
                        (ApiError::Away, Some(is_kept)) => {
                            trouble.try_set(Some(NotSent::Later { is_kept }));
                            document::focus_id("trouble");
                        }
                        (_, _) => refused(error, writing, faults, trouble),
                    },
                }
            }
        });
        leave_when_arrived(api, writing);
        Self { writing, faults, action, trouble }
    }

    /// Is it on its way?
    pub fn busy(self) -> Signal<bool> {
        self.action.pending().into()
    }

    /// Sends it, unless something is missing or it is on its way.
    pub fn send(self) {
        if self.action.pending().get_untracked() {
            return;
        }
        self.trouble.set(None);
        let problems = self.writing.with_form(F::problems);
        self.faults.set(Fault::of(&problems));
        if problems.is_empty() {
            self.action.dispatch_local(());
        }
    }
}

/// Leads on as soon as it has arrived by itself.
fn leave_when_arrived<F: Form>(api: Api, writing: Writing<F>) {
    let navigate = use_navigate();
    let begun = api.offline.arrived.with_untracked(Vec::len);
    Effect::new(move || {
        let key = writing.draft_now().key;
        let number = api.offline.arrived.with(|all| {
            let its = all.iter().skip(begun).find(|arrived| arrived.key == key);
            its.and_then(|arrived| arrived.number)
        });
        if let Some(number) = number {
            let options = NavigateOptions { replace: true, ..Default::default() };
            navigate(&F::sent(writing.of, number).href(), options);
        }
    });
}

/// The draft as it waits to be sent; `None` for what cannot wait.
fn letter_of<F: Form>(of: F::For, draft: &Draft<F>) -> Option<Letter> {
    let what = F::later(of)?;
    let (words, back) = draft.form.told(of);
    let others = draft.unanswered.iter().filter(|earlier| **earlier != draft.form);
    Some(Letter {
        what,
        words,
        path: F::path(of),
        body: serde_json::to_string(&draft.form).ok()?,
        earlier: others.filter_map(|form| serde_json::to_string(form).ok()).collect(),
        key: draft.key.clone(),
        version: None,
        back: back.href(),
        drawer: Some(place::<F>(of)),
    })
}

/// All that is needed of the server's answer: the number.
#[derive(Deserialize)]
struct Numbered {
    id: u32,
}

/// Sends the draft under its key; the second is whether it was an earlier try that had arrived.
///
/// When the key was used with other words, the answer to the earlier sending was lost: it is asked
/// for once more, and no second thing is made.
async fn post<F: Form>(api: Api, of: F::For, draft: &Draft<F>) -> Result<(u32, bool), ApiError> {
    let path = F::path(of);
    let send =
        async |form: &F| api.post::<_, Numbered>(&path, form, &draft.key, Precondition::None).await;
    let answer = send(&draft.form).await;
    let is_reused = |error: &ApiError| matches!(error.kind(), Some(ProblemKind::KeyReused));
    if !answer.as_ref().is_err_and(is_reused) {
        return answer.map(|Numbered { id }| (id, false));
    }
    for earlier in draft.unanswered.iter().filter(|earlier| **earlier != draft.form) {
        match send(earlier).await {
            Err(error) if is_reused(&error) => {}
            answer => return answer.map(|Numbered { id }| (id, true)),
        }
    }
    answer.map(|Numbered { id }| (id, false))
}

fn refused<F: Form>(
    error: ApiError,
    writing: Writing<F>,
    faults: RwSignal<Vec<Fault>>,
    trouble: RwSignal<Option<NotSent>>,
) {
    match error.kind() {
        Some(ProblemKind::Invalid { problems }) if !faults.is_disposed() => {
            writing.note_refused();
            return faults.set(Fault::of(problems));
        }
        Some(ProblemKind::KeyReused) => {
            writing.note_refused();
            trouble.set(Some(NotSent::PerhapsElsewhere));
        }
        Some(ProblemKind::Refused { .. }) => {
            writing.note_refused();
            trouble.set(Some(NotSent::Error(error)));
        }
        // The session may be made anew and the server may come back: the same sending again.
        Some(_) | None => trouble.set(Some(NotSent::Error(error))),
    }
    document::focus_id("trouble");
}

/// The button that sends; it says so while it does.
#[component]
pub fn SendButton(
    /// The verb first.
    words: &'static str,
    /// Is it on its way?
    busy: Signal<bool>,
    /// Sends it.
    on_press: impl Fn() + 'static,
) -> impl IntoView {
    let sending = use_text().frame.sending;
    let words = Signal::derive(move || if busy.get() { sending } else { words }.to_owned());
    view! { <ActButton words busy casts=true on_press /> }
}

/// Why it could not be sent; what was written is all still there.
#[component]
pub fn Trouble(
    /// Why.
    trouble: RwSignal<Option<NotSent>>,
    /// What to say when another page may have sent it.
    elsewhere: &'static str,
    /// Where to look then, and that in words.
    look: (Route, &'static str),
) -> impl IntoView {
    let text = use_text();
    let shown = move |trouble: NotSent| match trouble {
        NotSent::Error(error) => view! { <p>{warned(text.problems.error(&error))}</p> }.into_any(),
        NotSent::Later { is_kept } => view! { <Kept is_kept /> }.into_any(),
        NotSent::PerhapsElsewhere => {
            let (to, words) = look.clone();
            view! {
                <p>{warned(elsewhere.to_owned())}</p>
                <ButtonLink to words look=Look::Quiet />
            }
            .into_any()
        }
    };
    view! {
        <div id="trouble" tabindex="-1">
            {move || trouble.get().map(|trouble| view! {
                <div class="notice notice--stop stack">{shown(trouble)}</div>
            })}
        </div>
    }
}

/// There was no answer: it is kept, and goes by itself; with the way to all that waits.
#[component]
pub fn Kept(
    /// Does the phone keep it beyond this visit?
    is_kept: bool,
) -> impl IntoView {
    let text = use_text();
    let words = &text.offline;
    let why = if document::is_offline() { words.no_network } else { words.server_away };
    let kept = if is_kept { words.kept } else { words.kept_here };
    view! {
        <p>{warned(format!("{why} {kept}"))}</p>
        <ButtonLink to=Route::Waiting words=words.see look=Look::Quiet />
    }
}

/// What is missing or wrong, each with the way to its question; its children once nothing is.
#[component]
pub fn OnceWhole(
    /// Everything that is missing or wrong.
    problems: Memo<Vec<FieldProblem>>,
    /// A field's name in a word, and its question.
    question: Callback<String, (&'static str, Route)>,
    /// What can be done with something whole.
    children: ChildrenFn,
) -> impl IntoView {
    let text = use_text();
    let words = &text.proposals.writing;
    let line = move |problem: FieldProblem| {
        let fault = (text.faults.fault)(&problem.field, &problem.fault);
        let (short, to) = question.run(problem.field);
        let to = format!("{}?back=check", to.href());
        view! {
            <li>
                <A href=to attr:class="card__link">{(words.go_and_answer)(short)}</A>
                <p>{fault}</p>
            </li>
        }
    };
    move || {
        let problems = problems.get();
        if problems.is_empty() {
            return children().into_any();
        }
        view! {
            <section class="notice notice--warn stack">
                <h2>{words.unfinished}</h2>
                <ul class="list">{problems.into_iter().map(line).collect_view()}</ul>
            </section>
        }
        .into_any()
    }
}

/// What sending means and its button; for a guest, the way to sign in first.
#[component]
pub fn SendOrSignIn(
    /// What sending means.
    means: &'static str,
    /// Sends.
    send: &'static str,
    /// For a guest: why sign in.
    sign_in_first: &'static str,
    /// For a guest: signs in.
    sign_in: &'static str,
    /// Is it on its way?
    #[prop(into)]
    busy: Signal<bool>,
    /// Does it.
    on_press: Callback<()>,
) -> impl IntoView {
    let api = use_api();
    move || {
        if api.me().is_some() {
            view! {
                <p>{means}</p>
                <SendButton words=send busy on_press=move || on_press.run(()) />
            }
            .into_any()
        } else {
            view! {
                <p class="notice">{sign_in_first}</p>
                <ButtonLink to=Route::SignIn words=sign_in />
            }
            .into_any()
        }
    }
}

/// One answer, with a link that changes it and leads straight back.
#[component]
pub fn AnswerRow(
    /// Its field; the summary's links lead to this id, and from here to the question.
    field: &'static str,
    /// What it is, in a word.
    short: &'static str,
    /// The question.
    change: Route,
    /// What was answered.
    answer: AnyView,
) -> impl IntoView {
    let change = format!("{}?back=check", change.href());
    view! {
        <div class="proposals-answer">
            <dt>{short}</dt>
            <dd>{answer}</dd>
            <dd class="proposals-answer__change">
                <A href=change attr:id=field attr:class="card__link">
                    {use_text().frame.change}
                    <span class="unseen">" "{short}</span>
                </A>
            </dd>
        </div>
    }
}
