//! The answers once more, and the sending.
use super::{
    answers::Answers,
    done::Done,
    draft::{Draft, Entering, Kind},
    step::Step,
};
use crate::{
    api::{Api, ApiError, Precondition, use_api},
    browser::document,
    routes::Route,
    ui::{ActButton, Back, ButtonLink, ErrorSummary, Fault, Look, PageHeading, warned},
    words::use_text,
};
use huiyin_domain::{
    entering::{AnswerEntry, CoSignEntered, CoSignEntry, OpinionEntry, ProposalEntry, TimesEntry},
    feedback::wire::Taken,
    problems::{FieldFault, FieldProblem, ProblemKind},
    proposals::wire::Submitted,
    refusals::Refusal,
    times::TimesPage,
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use serde::de::IgnoredAny;

/// Everything that is missing or wrong in a draft, by field.
pub fn problems_of(draft: &Draft) -> Vec<FieldProblem> {
    let fault = FieldFault::NothingChosen;
    let missing = |field: &str| FieldProblem { field: field.to_owned(), fault: fault.clone() };
    let mut problems = Vec::new();
    let answers = [
        ("what", draft.kind.is_some()),
        ("resident", draft.resident.is_some()),
        ("came-by", draft.came_by.is_some()),
        ("received", draft.came_by.is_none() || draft.received().is_some()),
    ];
    problems.extend(answers.iter().filter(|(_, is)| !is).map(|(field, _)| missing(field)));
    match draft.kind {
        Some(Kind::Proposal) => {
            problems.extend(draft.contest.is_none().then(|| missing("contest")));
            problems.extend(draft.form.parse().err().unwrap_or_default());
        }
        Some(Kind::Opinion) => {
            problems.extend(draft.sent_as.is_none().then(|| missing("sent_as")));
            problems.extend(draft.opinion.parse().err().unwrap_or_default());
        }
        Some(Kind::CoSign) => {
            problems.extend(draft.proposal().is_none().then(|| missing("number")))
        }
        Some(Kind::Times) => problems.extend(draft.times.parse().err().unwrap_or_default()),
        Some(Kind::Series) => {
            let is_marked = !draft.asked.is_empty() && draft.open_date().is_none();
            let can_join = !draft.can_come() || draft.answer.attend.is_some();
            problems.extend(draft.series.is_none().then(|| missing("series")));
            problems.extend((!is_marked).then(|| missing("dates")));
            problems.extend((!can_join).then(|| missing("join")));
        }
        None => {}
    }
    problems
}

/// All answers, before sending.
#[component]
pub fn CheckStep(
    /// The draft.
    entering: Entering,
) -> impl IntoView {
    let text = use_text();
    let words = &text.entering;
    let faults = RwSignal::new(Vec::new());
    let sending = Sending::new(entering, faults);
    let before = entering.with_now(|draft| Step::Check.before(draft)).unwrap_or(Step::What);
    let send = match entering.with_now(|draft| draft.kind) {
        Some(Kind::CoSign) => words.send_co_sign,
        Some(Kind::Times | Kind::Series) => words.send_times,
        Some(Kind::Opinion) => words.send_opinion,
        Some(Kind::Proposal) | None => words.send_proposal,
    };
    let navigate = use_navigate();
    let drop = move || {
        entering.clear();
        navigate(&Route::Enter(Step::What.name()).href(), Default::default());
    };
    let busy = sending.action.pending();
    let send =
        Signal::derive(move || if busy.get() { text.frame.sending } else { send }.to_owned());
    view! {
        <Back to=Route::Enter(before.name()) words=text.frame.back />
        <ErrorSummary faults />
        <PageHeading words=words.check />
        <p>{words.check_hint}</p>
        <Answers entering />
        <Trouble sending />
        <ActButton casts=true words=send busy on_press=move || sending.send(false) />
        <ActButton casts=true words=words.drop look=Look::Warn on_press=drop />
    }
}

/// Why it could not be entered, and what else there is to do.
#[component]
fn Trouble(sending: Sending) -> impl IntoView {
    let text = use_text();
    let words = &text.entering;
    let sentence = move |error: &ApiError| {
        let own = error.refusal().and_then(|refusal| (words.refusal)(refusal));
        own.map_or_else(|| text.problems.error(error), str::to_owned)
    };
    let same = move |error: &ApiError| {
        let (number, to) = match error.refusal()? {
            Refusal::SameTitle { proposal } => (proposal.0, Route::Proposal(*proposal)),
            Refusal::SameWords { submission } => (submission.0, Route::Feedback(*submission)),
            _ => return None,
        };
        Some(view! {
            <ButtonLink to words=(words.look_at_same)(number) look=Look::Quiet />
            <ActButton casts=true
                words=words.is_another look=Look::Quiet busy=sending.action.pending()
                on_press=move || sending.send(true)
            />
        })
    };
    view! {
        <div id="trouble" tabindex="-1">
            {move || sending.trouble.get().map(|error| view! {
                <div class="notice notice--stop stack">
                    <p>{warned(sentence(&error))}</p>
                    {same(&error)}
                </div>
            })}
        </div>
    }
}

/// What is entered, on its way.
#[derive(Clone, Copy)]
struct Sending {
    entering: Entering,
    faults: RwSignal<Vec<Fault>>,
    action: Action<bool, ()>,
    trouble: RwSignal<Option<ApiError>>,
}

impl Sending {
    fn new(entering: Entering, faults: RwSignal<Vec<Fault>>) -> Self {
        let api = use_api();
        let navigate = use_navigate();
        let trouble = RwSignal::new(None);
        let action = Action::new_local(move |is_another: &bool| {
            let (navigate, is_another) = (navigate.clone(), *is_another);
            async move {
                match post(api, entering, is_another).await {
                    Ok(done) => {
                        entering.clear();
                        let options = NavigateOptions { replace: true, ..Default::default() };
                        navigate(&done.href(), options);
                    }
                    Err(error) => refused(error, entering, faults, trouble),
                }
            }
        });
        Self { entering, faults, action, trouble }
    }

    /// Enters it, unless something is missing or it is on its way.
    fn send(self, is_another: bool) {
        if self.action.pending().get_untracked() {
            return;
        }
        self.trouble.set(None);
        let problems = self.entering.with_now(problems_of);
        self.faults.set(Fault::of(&problems));
        if problems.is_empty() {
            self.action.dispatch_local(is_another);
        }
    }
}

/// Sends the draft under its key. Whoever calls has seen that nothing is missing.
async fn post(api: Api, entering: Entering, is_another: bool) -> Result<Done, ApiError> {
    let key = entering.key();
    let draft = entering.with_now(Draft::clone);
    let Draft { kind: Some(kind), resident: Some(resident), contest, .. } = &draft else {
        return Err(ApiError::Garbled);
    };
    let Some(received) = draft.received() else { return Err(ApiError::Garbled) };
    let resident = resident.id;
    match (kind, contest, draft.proposal()) {
        (Kind::Proposal, Some(contest), _) => {
            let path = format!("contests/{contest}/proposals/entered");
            let form = draft.form.clone();
            let entry = ProposalEntry { resident, received, form, is_another };
            let sent: Submitted = api.post(&path, &entry, &key, Precondition::None).await?;
            Ok(Done::Proposal { id: sent.id, came_by: received.came_by })
        }
        (Kind::Opinion, _, _) => {
            let form = draft.opinion.clone();
            let entry = OpinionEntry { resident, received, form, is_another };
            let sent: Taken =
                api.post("feedback/entered", &entry, &key, Precondition::None).await?;
            Ok(Done::Opinion { id: sent.id, came_by: received.came_by, due: sent.due })
        }
        (Kind::CoSign, _, Some(proposal)) => {
            let path = format!("proposals/{proposal}/co-signs/entered");
            let entry = CoSignEntry { resident, received };
            let sent: CoSignEntered = api.post(&path, &entry, &key, Precondition::None).await?;
            Ok(Done::CoSign { id: sent.proposal })
        }
        (Kind::Times, _, _) => {
            let entry = TimesEntry { resident, received, form: draft.times.clone() };
            let _: TimesPage = api.post("times/entered", &entry, &key, Precondition::None).await?;
            Ok(Done::Times)
        }
        (Kind::Series, _, _) => {
            let Some(series) = draft.series else { return Err(ApiError::Garbled) };
            let entry = AnswerEntry { resident, received, form: draft.answer.clone() };
            let path = format!("series/{series}/answers");
            // Nothing of what it says comes back.
            let _: IgnoredAny = api.post(&path, &entry, &key, Precondition::None).await?;
            Ok(Done::Series { id: series })
        }
        (Kind::Proposal, None, _) | (Kind::CoSign, _, None) => Err(ApiError::Garbled),
    }
}

fn refused(
    error: ApiError,
    entering: Entering,
    faults: RwSignal<Vec<Fault>>,
    trouble: RwSignal<Option<ApiError>>,
) {
    let is_answer = matches!(
        error.kind(),
        Some(ProblemKind::Invalid { .. } | ProblemKind::Refused { .. } | ProblemKind::KeyReused)
    );
    if is_answer {
        // Nothing was made of it: what is sent next is a sending of its own.
        entering.write(|_| {});
    }
    // Whoever has left the page is not called back.
    if faults.is_disposed() {
        return;
    }
    if let Some(ProblemKind::Invalid { problems }) = error.kind() {
        return faults.set(Fault::of(problems));
    }
    trouble.set(Some(error));
    document::focus_id("trouble");
}
