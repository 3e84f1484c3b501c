//! One act on a submission: what it is about, the form, and what came of it.
use super::{
    about::About,
    act::Act,
    forms::{ActForm, Does},
    typed::{Typed, drawer_of},
};
use crate::{
    accessibility::use_modes,
    api::use_api,
    browser::drawer,
    desk::desk_page::ForStaff,
    routes::Route,
    ui::{
        Acts, Back, ButtonLink, Fetched, Load, NotFoundPage, Outcome, OutcomeNotice, Screen,
        Screens,
    },
    words::{Text, use_text},
};
use huiyin_domain::{
    feedback::{Command, wire::SubmissionPage},
    ids::SubmissionId,
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// One act; an address that names none is not found.
#[component]
pub fn ActPage() -> impl IntoView {
    let params = use_params_map();
    let asked = Memo::new(move |_| {
        let params = params.read();
        let id: SubmissionId = params.get("id")?.parse().ok()?;
        Some((id, Act::parse(&params.get("act")?)?))
    });
    move || match asked.get() {
        Some((id, act)) => {
            view! { <ForStaff then=move || view! { <Loaded id act /> } /> }.into_any()
        }
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: SubmissionId, act: Act) -> impl IntoView {
    let api = use_api();
    let page =
        Fetched::new(
            move || async move { api.get::<SubmissionPage>(&format!("feedback/{id}")).await },
        );
    view! {
        <Back to=Route::DeskFeedback words=use_text().answering.list.heading />
        <Load resource=page then=move |page| view! { <Shown page act /> } />
    }
}

fn done(text: &Text, command: &Command) -> String {
    let act = match command {
        Command::Confirm { .. } | Command::Appeal { .. } | Command::Reopen { .. } => Act::Tell,
        // Only residents take something back; nobody sends that from here.
        Command::Withdraw => Act::Tell,
        Command::Acknowledge { .. } => Act::Acknowledge,
        Command::Sort { .. } => Act::Sort,
        Command::PassOn { .. } => Act::PassOn,
        Command::Extend { .. } => Act::Extend,
        Command::Answer { .. } => Act::Answer,
        Command::Uphold { .. } => Act::Uphold,
        Command::Report { .. } => Act::Report,
        Command::Deliver { .. } => Act::Deliver,
        Command::CloseWithoutAuthor { .. } => Act::Close,
    };
    (text.answering.done)(act).to_owned()
}

/// How far the act has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// It can be done.
    Open,
    /// It was done just now.
    Done,
    /// It cannot be done, or not any more.
    Closed,
}

#[component]
fn Shown(page: SubmissionPage, act: Act) -> impl IntoView {
    let words = &use_text().answering;
    let id = page.submission.id;
    let heading = (words.heading)(act, id.0);
    let page = RwSignal::new(page);
    let acts: Does = Acts::new(format!("feedback/{id}"), page, done);
    let drawer = drawer_of(id, act.name());
    let typed = Typed::of(&drawer);
    typed.keep(drawer.clone());
    let standing = Memo::new(move |_| match acts.outcome.get() {
        Some(Outcome::Done(_)) => Standing::Done,
        Some(Outcome::Refused(_) | Outcome::Failed(_) | Outcome::Later(_)) | None => {
            let is_offered = page.with(|page| Act::offered(&page.offers).contains(&act));
            if is_offered { Standing::Open } else { Standing::Closed }
        }
    });
    Effect::new(move || {
        if standing.get() == Standing::Done {
            drawer::remove(&drawer);
        }
    });
    let form = Screen::new(move || {
        move || match standing.get() {
            Standing::Open => view! { <ActForm act page typed acts /> }.into_any(),
            Standing::Done => view! {
                <OutcomeNotice outcome=acts.outcome />
                <Onward />
            }
            .into_any(),
            Standing::Closed => view! { <NotNow acts typed /> }.into_any(),
        }
    });
    let about = Screen::new(move || view! { <About page /> });
    // In the elder mode what one decides stands on the first screen.
    let screens = if use_modes().is_elder() { vec![form, about] } else { vec![about, form] };
    view! { <Screens heading screens /> }
}

/// Where to go on; the whole page of the submission is behind the link that stands beside it.
#[component]
fn Onward() -> impl IntoView {
    let words = &use_text().answering;
    view! {
        <section class="stack">
            <ButtonLink to=Route::DeskFeedback words=words.to_list />
        </section>
    }
}

/// The act is not possible any more; nothing that was written is lost.
#[component]
fn NotNow(acts: Does, typed: Typed) -> impl IntoView {
    let words = &use_text().answering;
    let of_requests = typed.requests.get_untracked().into_iter().map(|request| request.words);
    let of_requests = of_requests.enumerate().map(|(at, said)| {
        let name = (words.request_words)(at + 1);
        (said.clone(), format!("{name}: {said}"))
    });
    let said = typed.words.get_untracked();
    let written = [(said.clone(), said)].into_iter().chain(of_requests);
    let written = written.filter(|(said, _)| !said.trim().is_empty()).map(|(_, line)| line);
    let written: Vec<_> = written.map(|line| view! { <p class="prose">{line}</p> }).collect();
    let written = (!written.is_empty()).then(|| view! { <h2>{words.typed}</h2> {written} });
    view! {
        <section class="stack">
            <OutcomeNotice outcome=acts.outcome />
            <p class="notice notice--warn">{words.not_now}</p>
            {written}
        </section>
        <Onward />
    }
}
