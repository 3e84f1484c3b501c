//! The recount: this phone counts all published ballots and says whether it agrees.
use super::{
    counter::{Counter, CounterState, Stage},
    mine::Mine,
    report::ReportView,
    work::{Answer, BallotFile, Job, Task},
};
use crate::{
    api::use_api,
    ballots::address::ForContest,
    browser::files,
    routes::Route,
    ui::{ActButton, Back, Fetched, Load, PageHeading, Told},
    words::{results::Teller, use_text},
};
use huiyin_domain::{
    contests::{Origin, wire::ResultPage},
    ids::ContestId,
};
use leptos::{prelude::*, task::spawn_local};
use std::sync::Arc;

type Page = Arc<ResultPage>;

/// Count the ballots here.
#[component]
pub fn RecountPage() -> impl IntoView {
    view! { <ForContest then=|id| view! { <Recount id /> }.into_any() /> }
}

#[component]
fn Recount(id: ContestId) -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let page = Fetched::new(move || async move {
        api.get::<ResultPage>(&format!("contests/{id}/result")).await.map(Arc::new)
    });
    view! {
        <Back to=Route::Result(id) words=text.results.to_result />
        <Load resource=page then=move |page: Page| {
            let words = &text.results;
            let heading = (words.recount_heading)(&page.title);
            let body = match page.ballots_bytes {
                0 => view! { <p class="notice">{words.too_few}</p> }.into_any(),
                _ => view! { <Counting page /> }.into_any(),
            };
            view! { <PageHeading words=heading /> {body} }
        } />
    }
}

#[component]
fn Counting(page: Page) -> impl IntoView {
    let text = use_text();
    let words = &text.results;
    let api = use_api();
    let counter = Counter::new();
    let teller = Teller::of(text.language, &page);
    let is_ours = page.origin == Origin::Here;
    let job = {
        let page = page.clone();
        move || Job::Recount {
            rules: page.rules.for_counting(),
            published: Box::new(page.tally.clone()),
        }
    };
    let start = {
        let (page, job) = (page.clone(), job.clone());
        move || counter.count(api, &page, job())
    };
    let start_words = move || {
        let is_done = matches!(counter.stage.get(), Stage::Done(_));
        if is_done { words.recount_again } else { words.recount_start }.to_owned()
    };
    view! {
        <p>{words.recount_hint}</p>
        <ActButton
            words=Signal::derive(start_words)
            busy=Signal::derive(move || counter.is_busy())
            on_press=start
        />
        <CounterState counter teller=teller.clone() />
        <Outcome counter page=page.clone() teller=teller.clone() />
        {is_ours.then(|| view! { <Mine page=page.clone() teller /> })}
        <FromDisk counter job is_ours />
    }
}

/// What came out; said aloud when it is there.
#[component]
fn Outcome(counter: Counter, page: Page, teller: Teller) -> impl IntoView {
    let shown = move || match counter.answer() {
        Some(Answer::Recounted(report)) => {
            let sha256 = page.ballots_sha256.clone();
            view! { <ReportView report sha256 teller=teller.clone() /> }.into_any()
        }
        Some(_) | None => ().into_any(),
    };
    view! { <Told>{shown}</Told> }
}

/// Counts a file that the person has.
#[component]
fn FromDisk(
    counter: Counter,
    job: impl Fn() -> Job + Clone + 'static,
    is_ours: bool,
) -> impl IntoView {
    let words = &use_text().results;
    let cannot_read = RwSignal::new(false);
    let take = move |event: leptos::ev::Event| {
        let Some(file) = files::take_chosen(&event) else { return };
        let job = job.clone();
        cannot_read.set(false);
        spawn_local(async move {
            let text = file.read().await.and_then(|bytes| String::from_utf8(bytes).ok());
            match text {
                Some(text) => counter.ask(Task { file: BallotFile { text, is_ours }, job: job() }),
                None => {
                    cannot_read.try_set(true);
                }
            }
        });
    };
    view! {
        <section class="stack">
            <h2>{words.from_disk}</h2>
            <p>{words.from_disk_hint}</p>
            <div class="field">
                <label class="field__label" for="ballots-file">{words.choose_file}</label>
                <input
                    id="ballots-file"
                    class="field__input"
                    type="file"
                    accept=".pb,text/csv,text/plain"
                    on:change=take
                />
            </div>
            {move || cannot_read.get().then(|| view! {
                <p class="field__error">{words.not_text}</p>
            })}
        </section>
    }
}
