//! Planning again in this browser: it works the times out anew and says whether it agrees.
use super::replan::{Answer, Planning, Report, Task, Verdict, compare, published};
use crate::{
    api::use_api,
    beside::{self, Asked},
    ui::{ActButton, Look, Told},
    words::use_text,
};
use huiyin_domain::{
    councils::{planner::Progress, series::Chosen},
    ids::SeriesId,
};
use leptos::prelude::*;

/// After so many seconds it stops and tells what it has.
const SECONDS_MAX: u32 = 20;

type Planner = Asked<Planning>;
type Stage = beside::Stage<Progress, Answer>;

/// A button that plans again, how far that has come, and what came out.
#[component]
pub fn PlanAgain(
    /// Whose times.
    series: SeriesId,
    /// What was published.
    chosen: Chosen,
) -> impl IntoView {
    let words = &use_text().councils.again;
    let api = use_api();
    let planner = Planner::new();
    let start = move || {
        let file = async move { api.series_problem(series).await };
        planner.ask_about(file, |file| Task { file, seconds: SECONDS_MAX });
    };
    let start_words = move || {
        let is_done = planner.stage.with(|stage| matches!(stage, Stage::Done(_)));
        if is_done { words.once_more } else { words.start }.to_owned()
    };
    view! {
        <section class="stack">
            <h2>{words.heading}</h2>
            <p>{(words.means)(SECONDS_MAX)}</p>
            <ActButton
                words=Signal::derive(start_words)
                busy=Signal::derive(move || planner.is_busy())
                on_press=start
                look=Look::Quiet
            />
            <InWork planner />
            <Standing planner chosen />
        </section>
    }
}

/// How far it has come, in words, with a button that stops it.
///
/// The button stays the same one while the words change, so that nobody loses it.
#[component]
fn InWork(planner: Planner) -> impl IntoView {
    let words = &use_text().councils.again;
    let is_busy = Memo::new(move |_| planner.is_busy());
    let so_far = move || {
        planner.stage.with(|stage| match stage {
            Stage::Beside(Some(so_far)) => (words.progress)(so_far),
            Stage::Beside(None) | Stage::Fetching => words.beginning.to_owned(),
            Stage::Idle | Stage::NoFile(_) | Stage::Cancelled | Stage::Broken | Stage::Done(_) => {
                String::new()
            }
        })
    };
    move || {
        is_busy.get().then(|| {
            view! {
                <div class="notice stack">
                    <p>{so_far}</p>
                    <ActButton
                        words=words.cancel.to_owned()
                        look=Look::Quiet
                        on_press=move || planner.cancel()
                    />
                </div>
            }
        })
    }
}

/// Where it stands; told when that changes, and not at every step of the work.
#[component]
fn Standing(planner: Planner, chosen: Chosen) -> impl IntoView {
    let text = use_text();
    let words = &text.councils.again;
    let is_other = |was: Option<&Stage>, is: Option<&Stage>| {
        let both_in_work = matches!((was, is), (Some(Stage::Beside(_)), Some(Stage::Beside(_))));
        !both_in_work && was != is
    };
    let stage = Memo::new_with_compare(move |_| planner.stage.get(), is_other);
    let notice = |class: &'static str, said: String| view! { <p class=class>{said}</p> }.into_any();
    let shown = move || match stage.get() {
        Stage::Idle => ().into_any(),
        Stage::Fetching => view! { <p>{words.fetching}</p> }.into_any(),
        Stage::Beside(_) => view! { <p>{words.planning}</p> }.into_any(),
        Stage::NoFile(error) => notice("notice notice--stop", text.problems.error(&error)),
        Stage::Cancelled => notice("notice", words.cancelled.to_owned()),
        Stage::Broken => notice("notice notice--stop", words.broken.to_owned()),
        Stage::Done(Answer::Unreadable { place }) => {
            notice("notice notice--stop", (words.unreadable)(&place))
        }
        Stage::Done(Answer::Planned(report)) => {
            view! { <ReportView report chosen=chosen.clone() /> }.into_any()
        }
    };
    view! { <Told>{shown}</Told> }
}

/// What came out, beside what was published, and whether both come from the same file.
#[component]
fn ReportView(report: Report, chosen: Chosen) -> impl IntoView {
    let words = &use_text().councils.again;
    let published = published(&chosen);
    let verdict = compare(published, &report.answer);
    let is_same_file = report.sha256 == chosen.checksum;
    let file = if is_same_file { words.same_file } else { words.other_file };
    let here = report.answer.plan().map(|plan| (words.here)(&plan.objective.into()));
    view! {
        <div class=class(verdict, is_same_file)>
            <p><strong>{(words.verdict)(&published, &verdict)}</strong></p>
            <p>{(words.published)(&published)}</p>
            {here.map(|here| view! { <p>{here}</p> })}
            <p>{(words.took)(report.n_residents, report.millis)}</p>
            <p>{file}</p>
            <p class="results-hash">{report.sha256}</p>
        </div>
    }
}

fn class(verdict: Verdict, is_same_file: bool) -> &'static str {
    match verdict {
        Verdict::Agrees if is_same_file => "notice notice--good stack",
        Verdict::Agrees | Verdict::AsGood { .. } | Verdict::NotYet { .. } | Verdict::NoneFound => {
            "notice notice--warn stack"
        }
        Verdict::Better | Verdict::Differs => "notice notice--stop stack",
    }
}
