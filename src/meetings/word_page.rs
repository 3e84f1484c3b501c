//! Saying whether a resolution is done that the office reports as done.
use super::{
    act::Act,
    act_page::{done, lead_back},
    show_page::StandingNow,
};
use crate::{
    api::{Precondition, meetings},
    routes::Route,
    ui::{
        A, ActButton, Acts, ButtonLink, ErrorSummary, Fault, KeptWords, Look, OutcomeNotice,
        PageHeading, Question, SendButton,
    },
    words::use_text,
};
use huiyin_domain::{
    councils::meeting::{Command, Offer, Said, wire::CouncilPage},
    problems::{FieldFault, FieldProblem},
    time::Day,
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

const RESOLUTION: &str = "resolution";
const WORDS: &str = "words";

/// What follows the address of a question: which resolution it is about.
pub fn query(resolution: u32) -> String {
    format!("?{RESOLUTION}={resolution}")
}

/// What is asked about one resolution.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Asked {
    resolution: u32,
    until: Day,
    reopens: bool,
    words: String,
    report: String,
}

/// The question about this resolution, or about the only one there is.
fn asked(page: &CouncilPage, wanted: Option<u32>) -> Option<Asked> {
    let offer = |offer: &Offer| {
        let Offer::SayWhether { resolution, until, reopens } = *offer else { return None };
        Some((resolution, until, reopens))
    };
    let is_wanted = |resolution: u32| wanted.is_none_or(|wanted| wanted == resolution);
    let mut offers = page.offers.iter().filter_map(offer);
    let (resolution, until, reopens) = offers.find(|(number, ..)| is_wanted(*number))?;
    let it = page.resolutions.iter().find(|it| it.number == resolution)?;
    let report = it.steps.last().map(|step| step.words.to_string()).unwrap_or_default();
    Some(Asked { resolution, until, reopens, words: it.words.to_string(), report })
}

/// The question the address names, as it is when the page is opened.
fn use_asked(page: RwSignal<CouncilPage>) -> Option<Asked> {
    let query = use_query_map();
    let wanted = query.read_untracked().get(RESOLUTION).and_then(|raw| raw.parse().ok());
    page.with_untracked(|page| asked(page, wanted))
}

/// It cannot be asked now.
#[component]
fn NotNow(page: RwSignal<CouncilPage>) -> impl IntoView {
    view! {
        <PageHeading words=use_text().meetings.acts.not_now />
        <StandingNow page />
    }
}

/// What was resolved, what the office says was done, and the two answers.
#[component]
pub(super) fn Whether(
    /// The council.
    page: RwSignal<CouncilPage>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.meetings.acts.word;
    let id = page.with_untracked(|page| page.id);
    let acts = Acts::new(meetings::path(id), page, done);
    lead_back(id, Act::Word, acts.outcome);
    let Some(asked) = use_asked(page) else {
        return view! { <NotNow page /> }.into_any();
    };
    let resolution = asked.resolution;
    let to = Route::CouncilAct(id, Act::NotDone.name()).href() + &query(resolution);
    let yes = move || acts.send(Command::SayDone { resolution }, |_| Precondition::None);
    view! {
        <OutcomeNotice outcome=acts.outcome />
        <PageHeading words=(words.question)(resolution) />
        <p class="prose">{asked.words}</p>
        <p class="prose">{(words.report)(&asked.report)}</p>
        <p>{(words.until)(&text.language.date(asked.until))}</p>
        <ActButton words=words.is_done busy=acts.busy() casts=true on_press=yes />
        <A href=to attr:class="button button--quiet">{words.not_done}</A>
    }
    .into_any()
}

/// What is missing, in the resident's words; kept on the phone until it is sent.
#[component]
pub(super) fn NotDone(
    /// The council.
    page: RwSignal<CouncilPage>,
) -> impl IntoView {
    let words = &use_text().meetings.acts.word;
    let id = page.with_untracked(|page| page.id);
    let acts = Acts::new(meetings::path(id), page, done);
    lead_back(id, Act::NotDone, acts.outcome);
    let Some(first) = use_asked(page) else {
        return view! { <NotNow page /> }.into_any();
    };
    let resolution = first.resolution;
    // Somebody may have put it back to open meanwhile: what is promised is what is so by now.
    let reopens = Memo::new(move |_| {
        page.with(|page| asked(page, Some(resolution)).is_some_and(|asked| asked.reopens))
    });
    let to = Route::CouncilAct(id, Act::NotDone.name());
    let typed = acts.keeps(KeptWords::of(&to, &format!("{WORDS}-{resolution}")));
    let faults = RwSignal::new(Vec::new());
    let send = move || match Said::parse(&typed.get_untracked()) {
        Ok(words) => {
            faults.set(Vec::new());
            let reopens = reopens.get_untracked();
            let command = Command::SayNotDone { resolution, words, reopens };
            acts.send(command, |_| Precondition::None);
        }
        Err(problem) => {
            let fault = FieldFault::Words(problem);
            faults.set(Fault::of(&[FieldProblem { field: WORDS.to_owned(), fault }]));
        }
    };
    let problem = Signal::derive(move || Fault::for_field(&faults.get(), WORDS));
    view! {
        <OutcomeNotice outcome=acts.outcome />
        <ErrorSummary faults />
        <Question
            name=WORDS words=words.missing hint=words.missing_hint first=typed.get_untracked()
            on_write=move |written: String| typed.set(written) fault=problem rows=5
        />
        {move || match reopens.get() {
            true => view! { <p>{words.reopens}</p> }.into_any(),
            false => view! {
                <p>{words.counts}</p>
                <ButtonLink to=Route::Say("kind") words=words.to_opinion look=Look::Quiet />
            }
            .into_any(),
        }}
        <SendButton words=words.send busy=acts.busy() on_press=send />
    }
    .into_any()
}
