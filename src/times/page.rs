//! When one can usually come: what one has said, and the screens on which one says it.
use super::{
    questions::{Answering, TimesQuestion, problems},
    step::Step,
    writing::{self, Writing},
};
use crate::{
    api::{ApiError, Key, Precondition, use_api},
    offline::item::{Letter, What},
    routes::Route,
    ui::{
        ActButton, Back, ButtonLink, ErrorSummary, Fault, Fetched, Load, Look, NotFoundPage,
        Outcome, OutcomeNotice, PageHeading,
    },
    words::use_text,
};
use huiyin_domain::{
    residents::Viewer,
    times::{KeptTimes, TimesForm, TimesPage as Page, WeekTimes},
};
use leptos::{ev::SubmitEvent, prelude::*};
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_params_map, use_query_map},
};

/// What one has said, and the way to say it.
#[component]
pub fn TimesPage() -> impl IntoView {
    let text = use_text();
    let words = &text.times;
    let api = use_api();
    let standing = move || match api.me().map(|me| me.viewer) {
        Some(Viewer::Resident { .. }) => view! { <Standing /> }.into_any(),
        Some(Viewer::Staff { .. }) => view! { <p class="notice">{words.staff}</p> }.into_any(),
        Some(Viewer::Guest) | None => view! {
            <p class="notice">{words.sign_in_first}</p>
            <ButtonLink to=Route::SignIn words=text.frame.sign_in />
        }
        .into_any(),
    };
    let print = text.paper.times_open;
    view! {
        <PageHeading words=words.heading />
        <p>{words.what_for}</p>
        {standing}
        <ButtonLink to=Route::Councils words=text.councils.heading look=Look::Quiet />
        <ButtonLink to=Route::PrintTimes words=print look=Look::Quiet />
    }
}

#[component]
fn Standing() -> impl IntoView {
    let api = use_api();
    let words = &use_text().times;
    let page = Fetched::new(move || async move { api.get::<Page>("times").await });
    let is_saved = use_query_map().read_untracked().get("saved").is_some();
    let saved = is_saved.then(|| view! { <p class="notice notice--good">{words.kept}</p> });
    view! {
        {saved}
        <Load resource=page has_heading=true then=|page: Page| view! { <Said kept=page.kept /> } />
    }
}

#[component]
fn Said(kept: Option<KeptTimes>) -> impl IntoView {
    let text = use_text();
    let words = &text.times;
    let to = Route::TimesStep(Step::When.name());
    let Some(kept) = kept else {
        return view! {
            <p>{words.not_said}</p>
            <ButtonLink to words=words.say />
        }
        .into_any();
    };
    Writing::begin_from(kept.times.clone().into());
    view! {
        <section class="stack stack--tight">
            <h2>{words.said}</h2>
            <Sentences times=kept.times />
            <p class="soft">{(words.said_on)(&text.language.day(kept.at))}</p>
        </section>
        <ButtonLink to words=words.change />
    }
    .into_any()
}

/// An answer in sentences, a line for each day.
#[component]
pub fn Sentences(
    /// The answer.
    times: WeekTimes,
) -> impl IntoView {
    let line = |line| view! { <li>{line}</li> };
    let lines = (use_text().times.answer)(&times).into_iter().map(line).collect_view();
    view! { <ul class="list">{lines}</ul> }
}

/// One screen of an answer that is being given.
#[component]
pub fn StepPage() -> impl IntoView {
    let params = use_params_map();
    let step = Memo::new(move |_| Step::parse(&params.read().get("step")?));
    let writing = Writing::take_up();
    move || match step.get() {
        Some(Step::Check) => view! { <Check writing /> }.into_any(),
        Some(step) => view! { <Question step writing /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

fn neighbours(step: Step, writing: Writing) -> (Route, Option<Step>) {
    let path = writing.now().0;
    let path = Step::path(&path);
    let at = path.iter().position(|it| *it == step).unwrap_or(0);
    let before = at.checked_sub(1).and_then(|at| path.get(at));
    let back = before.map_or(Route::Times, |step| Route::TimesStep(step.name()));
    (back, path.get(at + 1).copied())
}

#[component]
fn Question(step: Step, writing: Writing) -> impl IntoView {
    let text = use_text();
    let navigate = use_navigate();
    let faults = RwSignal::new(Vec::<Fault>::new());
    let answering = Answering {
        form: Signal::derive(move || writing.form()),
        change: Callback::new(move |answer: Box<dyn FnOnce(&mut _) + Send + Sync>| {
            writing.write(answer);
        }),
        faults,
    };
    let go_on = move |event: SubmitEvent| {
        event.prevent_default();
        faults.set(Fault::of(&problems(step, &writing.now().0)));
        if faults.with_untracked(Vec::is_empty) {
            let next = neighbours(step, writing).1.unwrap_or(Step::Check);
            navigate(&Route::TimesStep(next.name()).href(), Default::default());
        }
    };
    let cannot_keep = move || {
        (!writing.is_kept.get())
            .then(|| view! { <p class="notice notice--warn">{text.frame.cannot_keep}</p> })
    };
    view! {
        <Back to=neighbours(step, writing).0 words=text.frame.back />
        <ErrorSummary faults />
        <form class="stack" novalidate on:submit=go_on>
            <TimesQuestion step answering />
            <button type="submit" class="button">{text.frame.go_on}</button>
        </form>
        {cannot_keep}
    }
}

/// The answer as it waits to be sent.
fn letter_of(form: &TimesForm, key: &Key, words: &str) -> Option<Letter> {
    Some(Letter {
        what: What::Times,
        words: words.to_owned(),
        path: "times".to_owned(),
        body: serde_json::to_string(form).ok()?,
        earlier: Vec::new(),
        key: key.clone(),
        version: None,
        back: Route::TimesStep(Step::Check.name()).href(),
        drawer: Some(writing::name()),
    })
}

/// The answer once more, and the sending.
#[component]
fn Check(writing: Writing) -> impl IntoView {
    let text = use_text();
    let words = &text.times;
    let api = use_api();
    let faults = RwSignal::new(Vec::<Fault>::new());
    let outcome = RwSignal::new(None);
    let navigate = use_navigate();
    let send = Action::new_local(move |(): &()| {
        let navigate = navigate.clone();
        let (form, key) = writing.now();
        async move {
            let kept = match letter_of(&form, &key, words.heading) {
                Some(letter) => api.keep_letter(letter).await,
                None => None,
            };
            let sent: Result<Page, ApiError> =
                api.post("times", &form, &key, Precondition::None).await;
            let is_away = matches!(sent, Err(ApiError::Away));
            if kept.is_some() {
                api.letter_answered(&key, is_away).await;
            }
            match sent {
                Ok(_) => {
                    Writing::forget();
                    let options = NavigateOptions { replace: true, ..Default::default() };
                    navigate(&format!("{}?saved=1", Route::Times.href()), options);
                }
                Err(_) if is_away && kept.is_some() => outcome.set(kept.map(Outcome::Later)),
                Err(error) => outcome.set(Some(Outcome::Failed(error))),
            }
        }
    });
    let press = move || {
        faults.set(Fault::of(&problems(Step::Check, &writing.now().0)));
        if faults.with_untracked(Vec::is_empty) && !send.pending().get_untracked() {
            outcome.set(None);
            send.dispatch_local(());
        }
    };
    let answer = match writing.now().0.parse() {
        Ok(times) => view! {
            <Sentences times />
            <OutcomeNotice outcome />
            <ActButton casts=true words=words.send busy=send.pending() on_press=press />
        }
        .into_any(),
        Err(_) => view! {
            <p>{words.not_said}</p>
            <ButtonLink to=Route::TimesStep(Step::When.name()) words=words.say />
        }
        .into_any(),
    };
    view! {
        <Back to=neighbours(Step::Check, writing).0 words=text.frame.back />
        <ErrorSummary faults />
        <PageHeading words=words.check />
        {answer}
    }
}
