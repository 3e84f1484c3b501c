//! The answers once more, each of which can be changed, and the sending.
use super::{
    draft::{Draft, Writing},
    question_form::KeptNote,
    step::Step,
    words_step::Numbered,
};
use crate::{
    api::{Api, ApiError, Precondition, use_api},
    browser::document,
    routes::Route,
    ui::{ActButton, Back, ButtonLink, ErrorSummary, Fault, Look, PageHeading, warned},
    words::use_text,
};
use huiyin_domain::{
    ids::{ContestId, ProposalId},
    problems::ProblemKind,
    proposals::{Estimate, ProposalForm, requests_of, wire::Submitted},
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, components::A, hooks::use_navigate};

/// All answers, before sending.
#[component]
pub fn CheckStep(
    /// The draft.
    writing: Writing,
) -> impl IntoView {
    let text = use_text();
    let words = &text.proposals.writing;
    let api = use_api();
    let faults = RwSignal::new(Vec::new());
    let sending = Sending::new(writing, faults);
    let act = move || {
        if api.me().is_some() {
            view! {
                <p>{words.send_means}</p>
                <SendButton sending />
            }
            .into_any()
        } else {
            view! {
                <p class="notice">{words.sign_in_first}</p>
                <ButtonLink to=Route::SignIn words=words.sign_in />
            }
            .into_any()
        }
    };
    view! {
        <Back to=Route::Propose(writing.contest, Step::Photo.name()) words=text.frame.back />
        <ErrorSummary faults />
        <PageHeading words=words.check />
        <p>{words.check_hint}</p>
        <Answers writing />
        <Trouble sending contest=writing.contest />
        {act}
        <KeptNote writing />
    }
}

/// Each answer with a link that changes it and leads straight back here.
#[component]
fn Answers(writing: Writing) -> impl IntoView {
    // A photo may still arrive while the answers are read.
    let form = Memo::new(move |_| writing.form());
    let contest = writing.contest;
    move || view! { <AnswersOf contest form=form.get() /> }
}

#[component]
fn AnswersOf(contest: ContestId, form: ProposalForm) -> impl IntoView {
    let words = &use_text().proposals.writing;
    let requests = requests_of(&form.requests);
    let requests = if requests.is_empty() {
        view! { <p>{words.requests_are_title}</p> }.into_any()
    } else {
        view! { <Numbered requests /> }.into_any()
    };
    let prose = |answer: &str| {
        let answer = answer.trim();
        let answer = if answer.is_empty() { words.empty } else { answer };
        view! { <p class="prose">{answer.to_owned()}</p> }.into_any()
    };
    let photos = match form.photos.len() {
        0 => words.no_photos.to_owned(),
        n => (words.n_photos)(n),
    };
    view! {
        <dl class="proposals-answers" data-read-back="">
            <Answer contest field="title" short=words.short.title answer=prose(&form.title) />
            <Answer contest field="requests" short=words.short.requests answer=requests />
            <Answer contest field="place" short=words.short.place answer=prose(&form.place) />
            <Answer contest field="why" short=words.short.why answer=prose(&form.why) />
            <Answer contest field="cost" short=words.short.cost answer=prose(&cost_in(&form)) />
            <Answer contest field="photos" short=words.short.photos answer=prose(&photos) />
        </dl>
    }
}

fn cost_in(form: &ProposalForm) -> String {
    let text = use_text();
    match form.parse_estimate() {
        Ok(Estimate::Unknown) => text.proposals.writing.cost_unknown.to_owned(),
        Ok(Estimate::About { cost }) => text.language.yuan(cost),
        Err(_) => form.cost.clone(),
    }
}

#[component]
fn Answer(
    contest: ContestId,
    field: &'static str,
    short: &'static str,
    answer: AnyView,
) -> impl IntoView {
    let step = Step::of_field(field).name();
    let change = format!("{}?back=check", Route::Propose(contest, step).href());
    view! {
        <div class="proposals-answer">
            <dt>{short}</dt>
            <dd>{answer}</dd>
            <dd class="proposals-answer__change">
                // The summary's links lead to this id, and from here to the question.
                <A href=change attr:id=field attr:class="card__link">
                    {use_text().frame.change}
                    <span class="unseen">" "{short}</span>
                </A>
            </dd>
        </div>
    }
}

#[component]
fn SendButton(sending: Sending) -> impl IntoView {
    let text = use_text();
    let busy = sending.action.pending();
    let words = Signal::derive(move || {
        if busy.get() { text.frame.sending } else { text.proposals.writing.send }.to_owned()
    });
    view! { <ActButton words busy casts=true on_press=move || sending.send() /> }
}

/// Why it could not be sent; what was written is all still there.
#[component]
fn Trouble(sending: Sending, contest: ContestId) -> impl IntoView {
    let text = use_text();
    let words = &text.proposals.writing;
    let sentence = move |trouble: &NotSent| match trouble {
        NotSent::Error(error) => text.problems.error(error),
        NotSent::PerhapsElsewhere => words.sent_elsewhere.to_owned(),
    };
    let list = move |trouble: &NotSent| match trouble {
        NotSent::Error(_) => None,
        NotSent::PerhapsElsewhere => Some(view! {
            <ButtonLink to=Route::Proposals(contest) words=words.look_at_list look=Look::Quiet />
        }),
    };
    view! {
        <div id="trouble" tabindex="-1">
            {move || sending.trouble.get().map(|trouble| view! {
                <div class="notice notice--stop stack">
                    <p>{warned(sentence(&trouble))}</p>
                    {list(&trouble)}
                </div>
            })}
        </div>
    }
}

/// Why a proposal was not sent, where no field is at fault.
#[derive(Clone, Debug, PartialEq, Eq)]
enum NotSent {
    /// The server said why, or nothing.
    Error(ApiError),
    /// Another page of this app has sent the same draft with other words.
    PerhapsElsewhere,
}

/// A proposal on its way.
#[derive(Clone, Copy)]
struct Sending {
    writing: Writing,
    faults: RwSignal<Vec<Fault>>,
    action: Action<(), ()>,
    trouble: RwSignal<Option<NotSent>>,
}

impl Sending {
    fn new(writing: Writing, faults: RwSignal<Vec<Fault>>) -> Self {
        let api = use_api();
        let navigate = use_navigate();
        let trouble = RwSignal::new(None);
        let action = Action::new_local(move |(): &()| {
            let navigate = navigate.clone();
            let before = writing.draft_now();
            writing.note_sent();
            async move {
                match post(api, writing.contest, &before).await {
                    Ok(sent) => {
                        Draft::forget(writing.contest);
                        // Going back then leads to the contest, not to a draft that is gone.
                        let options = NavigateOptions { replace: true, ..Default::default() };
                        navigate(&sent.address(writing.contest), options);
                    }
                    Err(error) => refused(error, writing, faults, trouble),
                }
            }
        });
        Self { writing, faults, action, trouble }
    }

    /// Sends it, unless something is missing or it is on its way.
    fn send(self) {
        if self.action.pending().get_untracked() {
            return;
        }
        self.trouble.set(None);
        let problems = self.writing.with_form(|form| form.parse().err().unwrap_or_default());
        self.faults.set(Fault::of(&problems));
        if problems.is_empty() {
            self.action.dispatch_local(());
        }
    }
}

/// What was made of a draft.
struct Sent {
    id: ProposalId,
    /// Was it an earlier try that had arrived, with other words?
    is_earlier: bool,
}

impl Sent {
    fn address(&self, contest: ContestId) -> String {
        let query = if self.is_earlier { "?earlier=1" } else { "" };
        format!("{}{query}", Route::Proposed(contest, self.id).href())
    }
}

/// Sends the draft under its key. When the key was used with other words, the answer to the
/// earlier sending was lost: it is asked for once more, and no second proposal is made.
async fn post(api: Api, contest: ContestId, draft: &Draft) -> Result<Sent, ApiError> {
    let path = format!("contests/{contest}/proposals");
    let send = async |form: &ProposalForm| {
        api.post::<_, Submitted>(&path, form, &draft.key, Precondition::None).await
    };
    let answer = send(&draft.form).await;
    let is_reused = |error: &ApiError| matches!(error.kind(), Some(ProblemKind::KeyReused));
    if !answer.as_ref().is_err_and(is_reused) {
        return answer.map(|Submitted { id }| Sent { id, is_earlier: false });
    }
    for earlier in draft.unanswered.iter().filter(|earlier| **earlier != draft.form) {
        match send(earlier).await {
            Err(error) if is_reused(&error) => {}
            answer => return answer.map(|Submitted { id }| Sent { id, is_earlier: true }),
        }
    }
    answer.map(|Submitted { id }| Sent { id, is_earlier: false })
}

fn refused(
    error: ApiError,
    writing: Writing,
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
