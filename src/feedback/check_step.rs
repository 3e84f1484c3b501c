//! The answers of an opinion once more, each of which can be changed, and the sending.
use super::{draft::Writing, step::Step};
use crate::{
    api::{Api, use_api},
    proposals::{photo_step::LeftBehind, upload::DraftPhotos, words_step::Numbered},
    routes::Route,
    ui::{
        AnswerRow, Back, ErrorSummary, Fetched, Form, KeptNote, OnceWhole, PageHeading,
        SendOrSignIn, Sending, Trouble,
    },
    words::use_text,
};
use huiyin_domain::{
    feedback::{OpinionForm, wire::Names},
    proposals::requests_of,
};
use leptos::prelude::*;

/// All answers, before sending.
#[component]
pub fn CheckStep(
    /// The draft.
    writing: Writing,
) -> impl IntoView {
    let text = use_text();
    let words = &text.feedback.say;
    let faults = RwSignal::new(Vec::new());
    let sending = Sending::new(writing, faults);
    let problems = Memo::new(move |_| writing.form().problems());
    let question = Callback::new(|field: String| {
        let to = Route::Say(Step::of_field(&field).name());
        (short_of(&field), to)
    });
    view! {
        <Back to=Route::Say(Step::Photo.name()) words=text.frame.back />
        <ErrorSummary faults />
        <PageHeading words=words.check />
        <p>{text.proposals.writing.check_hint}</p>
        <Answers writing />
        <LeftBehind
            photos=DraftPhotos::Opinion(writing) step=Route::Say(Step::Photo.name())
        />
        <Trouble
            trouble=sending.trouble
            elsewhere=words.sent_elsewhere
            look=(Route::Mine, text.residents.mine)
        />
        <OnceWhole problems question>
            <SendOrSignIn
                means=words.send_means
                send=words.send
                sign_in_first=words.sign_in_first
                sign_in=words.sign_in
                busy=sending.busy()
                on_press=Callback::new(move |()| sending.send())
            />
        </OnceWhole>
        <KeptNote is_kept=writing.is_kept />
    }
}

/// A field in a word, as its row has it.
fn short_of(field: &str) -> &'static str {
    let text = use_text();
    let (words, short) = (&text.feedback.say, &text.proposals.writing.short);
    match Step::of_field(field) {
        Step::Kind => words.short_kind,
        Step::Where => short.place,
        Step::Photo => short.photos,
        Step::Requests => short.requests,
        Step::What | Step::Check => words.short_words,
    }
}

/// Each answer with a link that changes it and leads straight back here.
#[component]
fn Answers(writing: Writing) -> impl IntoView {
    let api = use_api();
    let names = Fetched::new(move || place_names(api));
    // A photo may still arrive while the answers are read.
    let form = Memo::new(move |_| writing.form());
    move || view! { <AnswersOf form=form.get() names=names.get().unwrap_or_default() /> }
}

async fn place_names(api: Api) -> Names {
    api.get("names").await.unwrap_or_default()
}

#[component]
fn AnswersOf(form: OpinionForm, names: Names) -> impl IntoView {
    let text = use_text();
    let (words, writing) = (&text.feedback.say, &text.proposals.writing);
    let requests = requests_of(&form.requests);
    let requests = if requests.is_empty() {
        view! { <p>{words.requests_are_words}</p> }.into_any()
    } else {
        view! { <Numbered requests /> }.into_any()
    };
    let prose = |answer: &str| {
        let answer = answer.trim();
        let answer = if answer.is_empty() { writing.empty } else { answer };
        view! { <p class="prose">{answer.to_owned()}</p> }.into_any()
    };
    let place = names.places.iter().find(|place| form.place == Some(place.id));
    let place = place.map_or(form.where_words.clone(), |place| text.language.of(&place.name));
    // What is wrong with a place is said of the place, everything else of the words.
    let where_field = if form.place.is_some() { "place" } else { "where_words" };
    let photos = match form.photos.len() {
        0 => writing.no_photos.to_owned(),
        n => (writing.n_photos)(n),
    };
    let kind = (text.feedback.kind)(form.sent_as.into());
    let row = |field: &'static str, short: &'static str, answer: AnyView| {
        let change = Route::Say(Step::of_field(field).name());
        view! { <AnswerRow field short change answer /> }
    };
    view! {
        <dl class="proposals-answers" data-read-back="">
            {row("sent_as", words.short_kind, prose(kind))}
            {row("words", words.short_words, prose(&form.words))}
            {row(where_field, writing.short.place, prose(&place))}
            {row("photos", writing.short.photos, prose(&photos))}
            {row("requests", writing.short.requests, requests)}
        </dl>
    }
}
