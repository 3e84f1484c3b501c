//! A question about one's own submission, on a page of its own.
use super::{act::Act, path, read, standing::StandingNow, use_submission_id};
use crate::{
    api::{Precondition, use_api},
    offline::item::What,
    routes::Route,
    ui::{
        ActButton, Acts, Back, ButtonLink, ErrorSummary, Fault, FaultLine, Fetched, KeptWords,
        Load, Look, NotFoundPage, Outcome, OutcomeNotice, PageHeading, Question, RadioTile,
        SendButton,
    },
    words::{Text, use_text},
};
use huiyin_domain::{
    feedback::{Command, Opinion, Satisfaction, StageKind, wire::SubmissionPage},
    ids::SubmissionId,
    problems::{FieldFault, FieldProblem},
};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_params_map},
};

const WORDS: &str = "words";

/// One question: is it done, what is wrong, take it back?
#[component]
pub fn ActPage() -> impl IntoView {
    let id = use_submission_id();
    let params = use_params_map();
    let act = Memo::new(move |_| Act::parse(&params.read().get("act")?));
    move || match (id.get(), act.get()) {
        (Some(id), Some(act)) => view! { <Loaded id act /> }.into_any(),
        (None, _) | (_, None) => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: SubmissionId, act: Act) -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || read(api, id));
    view! { <Load resource=page then=move |page| view! { <Asked act page /> } /> }
}

/// What is done with one submission.
type OnOne = Acts<Command, SubmissionPage>;

/// The question, where it can be asked at all. Once asked it stays, whatever others do meanwhile,
/// so that nothing that was typed is lost.
#[component]
fn Asked(act: Act, page: SubmissionPage) -> impl IntoView {
    let words = &use_text().feedback.acts;
    let id = page.submission.id;
    let is_offered = page.offers.iter().any(|offer| Act::of(offer) == Some(act));
    let page = RwSignal::new(page);
    let acts = Acts::new(path(id), page, done).later(later, &Route::FeedbackAct(id, act.name()));
    let navigate = use_navigate();
    Effect::new(move || {
        if let Some(Outcome::Done(_)) = acts.outcome.get() {
            let options = NavigateOptions { replace: true, ..Default::default() };
            let to = format!("{}?done={}", Route::Feedback(id).href(), act.name());
            navigate(&to, options);
        }
    });
    let question = match (is_offered, act) {
        (false, _) => view! {
            <PageHeading words=words.not_now />
            <StandingNow page />
        }
        .into_any(),
        (true, Act::Confirm) => view! { <Confirm page acts /> }.into_any(),
        (true, Act::Appeal | Act::Reopen) => view! { <InWords act page acts /> }.into_any(),
        (true, Act::Withdraw) => view! { <Withdraw id acts /> }.into_any(),
    };
    view! {
        <Back to=Route::Feedback(id) words=words.back />
        <OutcomeNotice outcome=acts.outcome />
        {question}
    }
}

fn done(text: &Text, command: &Command) -> String {
    let words = &text.feedback.acts;
    let done = match command {
        Command::Confirm { .. } => Act::Confirm.done(words),
        Command::Appeal { .. } => Act::Appeal.done(words),
        Command::Reopen { .. } => Act::Reopen.done(words),
        Command::Withdraw => Act::Withdraw.done(words),
        Command::Acknowledge { .. }
        | Command::Sort { .. }
        | Command::PassOn { .. }
        | Command::Extend { .. }
        | Command::Answer { .. }
        | Command::Uphold { .. }
        | Command::Report { .. }
        | Command::Deliver { .. }
        | Command::CloseWithoutAuthor { .. } => "",
    };
    done.to_owned()
}

/// The resident's last word may be sent later; when others were quicker it is refused and kept.
fn later(text: &Text, command: &Command) -> Option<(What, String)> {
    let words = match command {
        Command::Appeal { words, .. } | Command::Reopen { words, .. } => words.as_str().to_owned(),
        Command::Confirm { satisfaction, .. } => {
            (text.feedback.acts.satisfaction)(*satisfaction).to_owned()
        }
        Command::Withdraw => text.feedback.acts.withdraw.to_owned(),
        Command::Acknowledge { .. }
        | Command::Sort { .. }
        | Command::PassOn { .. }
        | Command::Extend { .. }
        | Command::Answer { .. }
        | Command::Uphold { .. }
        | Command::Report { .. }
        | Command::Deliver { .. }
        | Command::CloseWithoutAuthor { .. } => return None,
    };
    Some((What::LastWord, words))
}

fn version(page: &SubmissionPage) -> Precondition {
    Precondition::Version(page.submission.version)
}

fn fault(field: &str, fault: FieldFault) -> Vec<Fault> {
    Fault::of(&[FieldProblem { field: field.to_owned(), fault }])
}

/// How content is the resident? "Rather not say" is an answer.
#[component]
fn Confirm(page: RwSignal<SubmissionPage>, acts: OnOne) -> impl IntoView {
    let words = &use_text().feedback.acts;
    let faults = RwSignal::new(Vec::new());
    let chosen = RwSignal::new(None::<Satisfaction>);
    let is_built = page.with_untracked(|page| page.submission.stage.kind() == StageKind::Delivered);
    let question = if is_built { words.confirm_built } else { words.confirm_answer };
    let tile = move |(at, satisfaction): (usize, Satisfaction)| {
        // The first tile carries the field's id, so that the summary's link leads to it.
        let id = if at == 0 { "satisfaction".to_owned() } else { format!("satisfaction-{at}") };
        view! {
            <RadioTile
                group="satisfaction" id words=(words.satisfaction)(satisfaction)
                is_chosen=Signal::derive(move || chosen.get() == Some(satisfaction))
                on_choose=move || chosen.set(Some(satisfaction))
            />
        }
    };
    let confirm = move || match chosen.get_untracked() {
        Some(satisfaction) => {
            faults.set(Vec::new());
            acts.send(Command::Confirm { satisfaction, told: None }, version);
        }
        None => faults.set(fault("satisfaction", FieldFault::NothingChosen)),
    };
    let problem = Signal::derive(move || Fault::for_field(&faults.get(), "satisfaction"));
    view! {
        <ErrorSummary faults />
        <PageHeading words=question />
        <fieldset class="stack">
            <legend class="unseen">{question}</legend>
            <FaultLine name="satisfaction" fault=problem />
            {Satisfaction::ALL.into_iter().enumerate().map(tile).collect_view()}
        </fieldset>
        <p>{words.confirm_means}</p>
        <SendButton words=words.confirm busy=acts.busy() on_press=confirm />
    }
}

/// What is not right, or not done, in the resident's words; kept on the phone until it is sent.
#[component]
fn InWords(act: Act, page: RwSignal<SubmissionPage>, acts: OnOne) -> impl IntoView {
    let text = use_text();
    let words = &text.feedback.acts;
    let (id, until) =
        page.with_untracked(|page| (page.submission.id, page.submission.stage.appeal_until()));
    let is_appeal = act == Act::Appeal;
    let (question, send_words) = match is_appeal {
        true => (words.appeal, words.appeal_send),
        false => (words.reopen, words.reopen_send),
    };
    let until = until.filter(|_| is_appeal).map(|day| text.language.date(day));
    let hint = until.map_or(words.reopen_hint.to_owned(), |day| (words.appeal_hint)(&day));
    let typed = acts.keeps(KeptWords::of(&Route::FeedbackAct(id, act.name()), WORDS));
    let first = typed.get_untracked();
    let faults = RwSignal::new(Vec::new());
    let send = move || match Opinion::parse(&typed.get_untracked()) {
        Ok(words) => {
            faults.set(Vec::new());
            let command = match is_appeal {
                true => Command::Appeal { words, told: None },
                false => Command::Reopen { words, told: None },
            };
            acts.send(command, version);
        }
        Err(problem) => faults.set(fault(WORDS, FieldFault::Words(problem))),
    };
    let problem = Signal::derive(move || Fault::for_field(&faults.get(), WORDS));
    view! {
        <ErrorSummary faults />
        <Question
            name=WORDS words=question hint first on_write=move |written: String| typed.set(written)
            fault=problem rows=5
        />
        <SendButton words=send_words busy=acts.busy() on_press=send />
    }
}

/// Two buttons, of which one changes nothing.
#[component]
fn Withdraw(id: SubmissionId, acts: OnOne) -> impl IntoView {
    let words = &use_text().feedback.acts;
    let withdraw = move || acts.send(Command::Withdraw, version);
    view! {
        <PageHeading words=words.withdraw />
        <p>{words.withdraw_means}</p>
        <ActButton
            words=words.withdraw_sure look=Look::Warn busy=acts.busy() casts=true
            on_press=withdraw
        />
        <ButtonLink to=Route::Feedback(id) words=words.withdraw_not look=Look::Quiet />
    }
}
