//! The answer: what was decided, request by request, why, by when, and what came of an appeal.
use crate::{
    routes::Route,
    ui::A,
    words::{feedback::Teller, use_text},
};
use huiyin_domain::{
    feedback::{
        Answer, Because, Kind, Outcome, Plan, RequestVerdict, Stage, Submission, Verdict,
        wire::SubmissionPage,
    },
    proposals::Request,
    time::Day,
};
use leptos::prelude::*;

/// The last answer of a submission, if there is one.
#[component]
pub fn AnswerPart(
    /// The submission.
    page: RwSignal<SubmissionPage>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.feedback.show;
    let SubmissionPage { submission, names, is_mine, .. } = page.get_untracked();
    let tell = Teller::new(text.language, &names, is_mine);
    submission.answer().map(|answer| {
        let by = (words.answered_by)(answer.by, &tell);
        let at = text.language.long_day(answer.at);
        view! {
            <section class="stack stack--tight">
                <h2>{words.answer}</h2>
                <p><strong>{(words.verdict)(&answer.verdict)}</strong></p>
                {decided(&answer.verdict, &submission)}
                <p class="soft">{at} " · " {by}</p>
                {appealed(&submission.stage, answer)}
            </section>
        }
    })
}

/// What follows from it, and why.
fn decided(verdict: &Verdict, submission: &Submission) -> AnyView {
    let text = use_text();
    let words = &text.feedback.show;
    match verdict {
        Verdict::Adopted { plan } => planned(plan),
        Verdict::PartlyAdopted { plan, requests } => {
            let asked = &submission.content.requests;
            view! {
                {planned(plan)}
                <h3>{words.each}</h3>
                <ol class="proposals-requests">
                    {asked.iter().zip(requests).map(each).collect_view()}
                </ol>
            }
            .into_any()
        }
        Verdict::AlreadyPlanned { because } | Verdict::NotAdopted { because } => why(because),
        Verdict::MergedInto { into, because } => {
            let (to, name) = (Route::Feedback(*into).href(), (words.to_merged)(into.0));
            view! { {why(because)} <A href=to attr:class="card__link">{name}</A> }.into_any()
        }
        Verdict::Deferred { until, because } => {
            let again = (words.again_by)(&text.language.date(*until));
            view! { {why(because)} <p>{again}</p> }.into_any()
        }
        Verdict::Chosen { award, by } => {
            let award = (words.award)(&text.language.yuan(*award));
            view! { <p>{award}</p> {by_day(*by)} }.into_any()
        }
        Verdict::NotChosen => match submission.kind {
            Kind::InContest { contest } => view! {
                <A href=Route::Result(contest).href() attr:class="card__link">
                    {words.to_result}
                </A>
            }
            .into_any(),
            Kind::Proposal | Kind::Opinion | Kind::Topic => ().into_any(),
        },
    }
}

fn by_day(day: Day) -> impl IntoView {
    let text = use_text();
    view! { <p>{(text.feedback.show.by_day)(&text.language.date(day))}</p> }
}

fn planned(plan: &Plan) -> AnyView {
    let words = &use_text().feedback.show;
    view! {
        <p class="prose">{(words.will)(plan.words.as_str())}</p>
        {by_day(plan.by)}
    }
    .into_any()
}

/// A reason: of the list, and in words.
pub fn why(because: &Because) -> AnyView {
    let text = use_text();
    let code = (text.feedback.reason)(because.code);
    let why = (text.feedback.show.why)(code, because.words.as_str());
    view! { <p class="prose">{why}</p> }.into_any()
}

/// The answer to one request.
fn each((request, verdict): (&Request, &RequestVerdict)) -> AnyView {
    let words = &use_text().feedback.show;
    let (word, why) = match verdict {
        RequestVerdict::Adopted => (words.yes, None),
        RequestVerdict::NotAdopted { because } => (words.no, Some(why(because))),
    };
    view! {
        <li>
            <p>{request.to_string()}</p>
            <p><strong>{word}</strong></p>
            {why}
        </li>
    }
    .into_any()
}

/// What the resident said against it, and what came of that.
fn appealed(stage: &Stage, answer: &Answer) -> Option<AnyView> {
    let words = &use_text().feedback.show;
    let (appeal, outcome) = match (stage, &answer.appeal) {
        (Stage::Appealed { appeal, .. }, _) => (appeal, words.appeal_open.to_owned()),
        (_, None) => return None,
        (_, Some(settled)) => {
            let outcome = match &settled.outcome {
                Outcome::Upheld { words: reason } => (words.upheld)(reason.as_str()),
                Outcome::Revised => words.revised.to_owned(),
            };
            (&settled.appeal, outcome)
        }
    };
    Some(
        view! {
            <h3>{words.appeal}</h3>
            <p class="prose">{appeal.words.to_string()}</p>
            <p class="prose">{outcome}</p>
        }
        .into_any(),
    )
}
