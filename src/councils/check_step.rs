//! The answer to a series once more, each part of which can be changed, and the sending.
use super::{
    draft::{Answering, Draft, forget, place},
    plain_steps::Place,
    step::Step,
    times_part::MarkLines,
};
use crate::{
    api::{ApiError, Key, use_api},
    offline::item::{Letter, What},
    routes::Route,
    ui::{
        AnswerRow, Back, ButtonLink, ErrorSummary, Fault, KeptNote, Outcome, OutcomeNotice,
        PageHeading, SendButton,
    },
    words::use_text,
};
use huiyin_domain::{
    councils::series::AnswerForm,
    ids::SeriesId,
    problems::{FieldProblem, ProblemKind},
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

/// The answer once more, and the sending.
#[component]
pub fn CheckStep(
    /// Which screen.
    place: Place,
    /// The answer.
    answering: Answering,
) -> impl IntoView {
    let words = &use_text().councils.answer;
    let (to, back) = place.back(answering);
    let is_begun =
        answering.with_now(|draft, _| draft.how.is_some() || !draft.form.marks.is_empty());
    let rest = if is_begun {
        view! { <Sending answering /> }.into_any()
    } else {
        let to = Route::SeriesAnswer(answering.series(), Step::How.name());
        view! {
            <PageHeading words=words.check />
            <p>{words.not_said}</p>
            <ButtonLink to words=words.begin />
        }
        .into_any()
    };
    view! {
        <Back to words=back />
        {rest}
        <KeptNote is_kept=answering.is_kept />
    }
}

#[component]
fn Sending(answering: Answering) -> impl IntoView {
    let words = &use_text().councils.answer;
    let api = use_api();
    let navigate = use_navigate();
    let faults = RwSignal::new(Vec::<Fault>::new());
    let outcome = RwSignal::new(None);
    let id = answering.series();
    let title = StoredValue::new(answering.page().series.title.to_string());
    let send = Action::new_local(move |(): &()| {
        let navigate = navigate.clone();
        let (form, key) = answering.to_send();
        async move {
            let kept = match letter_of(id, &form, &key, title.get_value().as_str()) {
                Some(letter) => api.keep_letter(letter).await,
                None => None,
            };
            let sent = api.answer_series(id, &form, &key).await;
            if kept.is_some() {
                api.letter_answered(&key, matches!(sent, Err(ApiError::Away))).await;
            }
            match sent {
                Ok(_) => {
                    forget(id);
                    // Going back then leads to what was before, not to a draft that is gone.
                    let options = NavigateOptions { replace: true, ..Default::default() };
                    navigate(&Route::SeriesAnswered(id).href(), options);
                }
                Err(error) => match error.kind() {
                    None if kept.is_some() && error == ApiError::Away => {
                        outcome.set(kept.map(Outcome::Later));
                    }
                    Some(ProblemKind::Invalid { problems }) if !faults.is_disposed() => {
                        faults.set(parts(problems));
                    }
                    Some(_) | None => outcome.set(Some(Outcome::Failed(error))),
                },
            }
        }
    });
    let press = move || {
        faults.set(parts(&answering.with_now(Draft::problems)));
        if faults.with_untracked(Vec::is_empty) && !send.pending().get_untracked() {
            outcome.set(None);
            send.dispatch_local(());
        }
    };
    view! {
        <ErrorSummary faults />
        <PageHeading words=words.check />
        <Answers answering />
        <OutcomeNotice outcome />
        <p>{words.send_means}</p>
        <SendButton words=words.send busy=send.pending().into() on_press=press />
    }
}

/// The answer as it waits to be sent.
fn letter_of(id: SeriesId, form: &AnswerForm, key: &Key, words: &str) -> Option<Letter> {
    Some(Letter {
        what: What::SeriesAnswer,
        words: words.to_owned(),
        path: format!("series/{id}/answer"),
        body: serde_json::to_string(form).ok()?,
        earlier: Vec::new(),
        key: key.clone(),
        version: None,
        back: Route::SeriesAnswer(id, Step::Check.name()).href(),
        drawer: Some(place(id)),
    })
}

/// Many times without a mark are one thing to mend here: the row of the times leads to them.
fn parts(problems: &[FieldProblem]) -> Vec<Fault> {
    let (times, rest): (Vec<_>, Vec<_>) =
        problems.iter().cloned().partition(|problem| problem.field.starts_with("slot-"));
    let words = use_text().councils.answer.some_open.to_owned();
    let times = (!times.is_empty()).then(|| Fault { field: "days".to_owned(), words });
    times.into_iter().chain(Fault::of(&rest)).collect()
}

/// Each answer with a link that changes it and leads straight back here.
#[component]
fn Answers(answering: Answering) -> impl IntoView {
    let text = use_text();
    let words = &text.councils.answer;
    let (form, _) = answering.to_send();
    let is_possible = answering.with_now(Draft::is_possible);
    let id = answering.series();
    // Who chose any or none changes that choice; everybody else the days.
    let asks = answering.with_now(|draft, _| draft.how.is_none_or(|how| how.asks_for_days()));
    let days = if asks { Step::Days } else { Step::How };
    let prose = |words: &'static str| view! { <p class="prose">{words}</p> }.into_any();
    let empty = text.proposals.writing.empty;
    let attend = form.attend.map_or(empty, |attend| (text.times.attending)(attend));
    let group = form.group.map_or(words.no_group, |group| (text.councils.group)(group));
    let lines = view! { <MarkLines page=answering.page() marks=form.marks /> }.into_any();
    let row = |field: &'static str, short: &'static str, step: Step, answer: AnyView| {
        let change = Route::SeriesAnswer(id, step.name());
        view! { <AnswerRow field short change answer /> }
    };
    view! {
        <dl class="proposals-answers" data-read-back="">
            {row("days", words.short_days, days, lines)}
            {is_possible.then(|| row("attend", words.short_attend, Step::Attend, prose(attend)))}
            {row("group", words.short_group, Step::Group, prose(group))}
        </dl>
    }
}
