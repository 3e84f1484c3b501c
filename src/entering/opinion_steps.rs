//! The questions of an opinion, asked about somebody else.
use super::{
    draft::{Draft, Entering},
    step::Step,
    step_form::{StepForm, Written, chosen, fault_of},
};
use crate::{
    api::{ApiError, use_api},
    feedback::place_choice::{PlaceChoice, Where, problem_of},
    ui::{FaultLine, Fetched, Load, PageHeading, RadioTile},
    words::use_text,
};
use huiyin_domain::{
    departments,
    feedback::{SendAs, wire::Names},
    proposals::REQUESTS_MAX,
};
use leptos::prelude::*;

/// As what was it sent?
#[component]
pub fn SentAsStep(
    /// The draft.
    entering: Entering,
) -> impl IntoView {
    let text = use_text();
    let words = text.entering.sent_as;
    let faults = RwSignal::new(Vec::new());
    let choose = move |sent_as| {
        entering.write(|draft| {
            draft.sent_as = Some(sent_as);
            draft.opinion.sent_as = sent_as;
        });
    };
    let tile = move |(at, sent_as): (usize, SendAs)| {
        let (title, hint) = (text.feedback.say.kind_tile)(sent_as);
        let id = if at == 0 { "sent_as".to_owned() } else { format!("sent_as-{at}") };
        view! {
            <RadioTile
                group="sent_as" id words=title hint
                is_chosen=Signal::derive(move || entering.with(|it| it.sent_as == Some(sent_as)))
                on_choose=move || choose(sent_as)
            />
        }
    };
    let check = |draft: &Draft| chosen("sent_as", draft.sent_as.is_some());
    view! {
        <StepForm step=Step::SentAs entering faults check>
            <PageHeading words />
            <fieldset class="stack">
                <legend class="unseen">{words}</legend>
                <FaultLine name="sent_as" fault=fault_of(faults, "sent_as") />
                {SendAs::ALL.into_iter().enumerate().map(tile).collect_view()}
            </fieldset>
        </StepForm>
    }
}

/// What was said?
#[component]
pub fn WordsStep(
    /// The draft.
    entering: Entering,
) -> impl IntoView {
    view! {
        <Written
            step=Step::Words entering field="words" words=use_text().entering.ask_words rows=6
            first=entering.with_now(|draft| draft.opinion.words.clone())
            write=|draft, written| draft.opinion.words = written
            check=|draft| draft.opinion.parse_words().err().into_iter().collect()
        />
    }
}

/// Where? The community's places as tiles; where they cannot be had, in words.
#[component]
pub fn WhereStep(
    /// The draft.
    entering: Entering,
) -> impl IntoView {
    let api = use_api();
    let faults = RwSignal::new(Vec::new());
    let place = RwSignal::new(None::<Where>);
    let written = RwSignal::new(entering.with_now(|draft| draft.opinion.where_words.clone()));
    let names = Fetched::new(move || async move {
        let names = api.get::<Names>("names").await.unwrap_or_default();
        Ok::<_, ApiError>(names.places)
    });
    // What was typed stays in its field while a tile is tried, and is not sent with it.
    Effect::new(move || {
        let (place, written) = (place.get(), written.get());
        if let Some(place) = place {
            entering.write(|draft| place.write(&mut draft.opinion, written));
        }
    });
    let asked = move |places: Vec<departments::Place>| {
        let has_places = !places.is_empty();
        place.set(entering.with_now(|draft| Where::of(&draft.opinion, has_places)));
        view! { <PlaceChoice places chosen=place written faults /> }
    };
    let check = move |draft: &Draft| {
        problem_of(place.get_untracked(), &draft.opinion).into_iter().collect::<Vec<_>>()
    };
    view! {
        <StepForm step=Step::Where entering faults check>
            <PageHeading words=use_text().entering.ask_place />
            <Load resource=names has_heading=true then=asked />
        </StepForm>
    }
}

/// What is asked for, one by one? None is right too.
#[component]
pub fn AskedStep(
    /// The draft.
    entering: Entering,
) -> impl IntoView {
    let text = use_text();
    view! {
        <Written
            step=Step::Asked entering field="requests" words=text.entering.ask_requests rows=5
            hint=(text.proposals.writing.requests_hint)(REQUESTS_MAX)
            first=entering.with_now(|draft| draft.opinion.requests.clone())
            write=|draft, written| draft.opinion.requests = written
            check=|draft| draft.opinion.parse_requests().err().into_iter().collect()
        />
    }
}
