//! The questions of an opinion: as what, what, where, photos, and the requests one by one.
use super::{
    draft::Writing,
    place_choice::{PlaceChoice, Where, nothing_chosen, problem_of},
    question::{OpinionQuestion, Place},
    step::Step,
};
use crate::{
    api::{ApiError, use_api},
    proposals::{
        photo_step::AddPhotos,
        upload::DraftPhotos,
        words_step::{RequestsQuestion, fault_of},
    },
    routes::Route,
    ui::{Draft, DraftCard, Fault, FaultLine, Fetched, Load, PageHeading, Question, RadioTile},
    words::use_text,
};
use huiyin_domain::{
    departments,
    feedback::{Opinion, OpinionForm, SendAs, wire::Names},
    ids::PlaceId,
    proposals::Title,
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// As what is it sent? Nothing is chosen beforehand, until something has been written.
#[component]
pub fn KindStep(
    /// Which screen.
    place: Place,
    /// The draft.
    writing: Writing,
) -> impl IntoView {
    let words = &use_text().feedback.say;
    let faults = RwSignal::new(Vec::new());
    let written = writing.with_form(|form| (!form.is_blank()).then_some(form.sent_as));
    // Whoever comes from the topics of councils has said that it is to be one.
    let is_topic = use_query_map().read_untracked().get("kind").as_deref() == Some("topic");
    let chosen = RwSignal::new(written.or(is_topic.then_some(SendAs::Topic)));
    let choose = move |sent_as| {
        chosen.set(Some(sent_as));
        writing.write(|form| form.sent_as = sent_as);
    };
    let check = move || match chosen.get_untracked() {
        // A draft that was thrown away meanwhile has forgotten the choice.
        Some(sent_as) => {
            choose(sent_as);
            None
        }
        None => Some(nothing_chosen("sent_as")),
    };
    let tile = move |(at, sent_as): (usize, SendAs)| {
        let (title, hint) = (words.kind_tile)(sent_as);
        // The first tile carries the field's id, so that the summary's link leads to it.
        let id = if at == 0 { "sent_as".to_owned() } else { format!("sent_as-{at}") };
        view! {
            <RadioTile
                group="sent_as" id words=title hint
                is_chosen=Signal::derive(move || chosen.get() == Some(sent_as))
                on_choose=move || choose(sent_as)
            />
        }
    };
    let is_first = !place.is_change;
    view! {
        {is_first.then(|| view! { <Begun writing /> })}
        <OpinionQuestion place writing faults check=Box::new(check)>
            <PageHeading words=words.kind />
            <fieldset class="stack">
                <legend class="unseen">{words.kind}</legend>
                <FaultLine name="sent_as" fault=fault_of(faults, "sent_as") />
                {SendAs::ALL.into_iter().enumerate().map(tile).collect_view()}
            </fieldset>
        </OpinionQuestion>
    }
}

/// What was begun on this phone and not sent, if something was.
#[component]
pub fn Begun(
    /// The draft.
    writing: Writing,
) -> impl IntoView {
    let heading = use_text().feedback.say.begun;
    let is_there = Memo::new(move |_| !writing.form().is_blank());
    move || {
        is_there.get().then(|| {
            let Draft { form, saved_at, .. } = writing.draft_now();
            let to = Route::Say(Step::to_go_on(&form).name());
            let on_drop = move |()| writing.clear();
            view! { <DraftCard heading title=title_of(&form) saved_at to on_drop /> }
        })
    }
}

/// The beginning of what was written.
fn title_of(form: &OpinionForm) -> String {
    Title::shortened(&form.words).map(String::from).unwrap_or_default()
}

/// What do you want to say?
#[component]
pub fn WhatStep(
    /// Which screen.
    place: Place,
    /// The draft.
    writing: Writing,
) -> impl IntoView {
    let words = &use_text().feedback.say;
    let faults = RwSignal::new(Vec::new());
    let check = move || writing.with_form(|form| form.parse_words().err());
    view! {
        <OpinionQuestion place writing faults check=Box::new(check)>
            <Question
                name="words"
                words=words.what
                hint=(words.what_hint)(Opinion::MAX_CHARS)
                first=writing.form_now().words
                on_write=move |written| writing.write(|form| form.words = written)
                fault=fault_of(faults, "words")
                rows=6
            />
        </OpinionQuestion>
    }
}

/// Where is it? The community's places as tiles; where they are not known, in words.
#[component]
pub fn WhereStep(
    /// Which screen.
    place: Place,
    /// The draft.
    writing: Writing,
) -> impl IntoView {
    let api = use_api();
    let names = Fetched::new(move || async move {
        // Without the tiles the field will do.
        Ok::<_, ApiError>(api.get::<Names>("names").await.ok().map(|names| names.places))
    });
    let asked = move |places: Option<Vec<departments::Place>>| {
        view! { <WhereQuestion places place writing /> }
    };
    view! { <Load resource=names then=asked /> }
}

#[component]
fn WhereQuestion(
    /// All places; `None` when they cannot be had now.
    places: Option<Vec<departments::Place>>,
    place: Place,
    writing: Writing,
) -> impl IntoView {
    let faults = RwSignal::new(Vec::new());
    let is_gone =
        |id: PlaceId| places.as_ref().is_some_and(|places| places.iter().all(|it| it.id != id));
    // A place that is there no more is no answer: the question is open again.
    if writing.with_form(|form| form.place).is_some_and(is_gone) {
        writing.write(|form| form.place = None);
    }
    let places = places.unwrap_or_default();
    let chosen = RwSignal::new(writing.with_form(|form| Where::of(form, !places.is_empty())));
    let written = RwSignal::new(writing.with_form(|form| form.where_words.clone()));
    // What was typed stays in its field while a tile is tried, and is not sent with it.
    Effect::new(move || {
        let (chosen, written) = (chosen.get(), written.get());
        if let Some(chosen) = chosen {
            writing.write(|form| chosen.write(form, written));
        }
    });
    let check = move || writing.with_form(|form| problem_of(chosen.get_untracked(), form));
    view! {
        <OpinionQuestion place writing faults check=Box::new(check)>
            <PageHeading words=use_text().feedback.say.place />
            <PlaceChoice places chosen written faults />
        </OpinionQuestion>
    }
}

/// Would you like to add photos?
#[component]
pub fn PhotoStep(
    /// Which screen.
    place: Place,
    /// The draft.
    writing: Writing,
) -> impl IntoView {
    let faults: RwSignal<Vec<Fault>> = RwSignal::new(Vec::new());
    let title = writing.with_form(title_of);
    view! {
        <OpinionQuestion place writing faults check=Box::new(|| None)>
            <AddPhotos photos=DraftPhotos::Opinion(writing) title faults />
        </OpinionQuestion>
    }
}

/// What is asked for, one by one?
#[component]
pub fn RequestsStep(
    /// Which screen.
    place: Place,
    /// The draft.
    writing: Writing,
) -> impl IntoView {
    let faults = RwSignal::new(Vec::new());
    let check = move || writing.with_form(|form| form.parse_requests().err());
    view! {
        <OpinionQuestion place writing faults check=Box::new(check)>
            <RequestsQuestion
                written=Signal::derive(move || writing.form().requests)
                on_write=move |written| writing.write(|form| form.requests = written)
                fault=fault_of(faults, "requests")
            />
        </OpinionQuestion>
    }
}
