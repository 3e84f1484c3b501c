//! The answers once more, each of which can be changed, and the sending.
use super::{
    draft::{Sheet, Writing},
    photo_step::LeftBehind,
    step::Step,
    upload::DraftPhotos,
    words_step::Numbered,
};
use crate::{
    routes::Route,
    ui::{
        AnswerRow, Back, ErrorSummary, Form, KeptNote, OnceWhole, PageHeading, SendOrSignIn,
        Sending, Trouble,
    },
    words::use_text,
};
use huiyin_domain::proposals::{Estimate, ProposalForm, requests_of};
use leptos::prelude::*;

/// All answers, before sending.
#[component]
pub fn CheckStep(
    /// The draft.
    writing: Writing,
) -> impl IntoView {
    let text = use_text();
    let words = &text.proposals.writing;
    let sheet = writing.of;
    // Where it may have arrived already: on the contest's list.
    let list = match sheet {
        Sheet::New(contest) => Route::Proposals(contest),
        Sheet::Again(proposal) => Route::Proposal(proposal),
    };
    let faults = RwSignal::new(Vec::new());
    let sending = Sending::new(writing, faults);
    let problems = Memo::new(move |_| writing.form().problems());
    let question = Callback::new(move |field: String| {
        (short_of(&field), sheet.screen(Step::of_field(&field)))
    });
    view! {
        <Back to=sheet.screen(Step::Photo) words=text.frame.back />
        <ErrorSummary faults />
        <PageHeading words=words.check />
        <p>{words.check_hint}</p>
        <Answers writing />
        <LeftBehind photos=DraftPhotos::Proposal(writing) step=sheet.screen(Step::Photo) />
        <Trouble
            trouble=sending.trouble
            elsewhere=words.sent_elsewhere
            look=(list, words.look_at_list)
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
pub fn short_of(field: &str) -> &'static str {
    let short = &use_text().proposals.writing.short;
    match Step::of_field(field) {
        Step::Requests => short.requests,
        Step::Where => short.place,
        Step::Why => short.why,
        Step::Cost => short.cost,
        Step::Photo => short.photos,
        Step::What | Step::Check => short.title,
    }
}

/// Each answer with a link that changes it and leads straight back here.
#[component]
pub fn Answers(
    /// The draft.
    writing: Writing,
) -> impl IntoView {
    // A photo may still arrive while the answers are read.
    let form = Memo::new(move |_| writing.form());
    let sheet = writing.of;
    move || view! { <AnswersOf sheet form=form.get() /> }
}

#[component]
fn AnswersOf(sheet: Sheet, form: ProposalForm) -> impl IntoView {
    let words = &use_text().proposals.writing;
    let requests = requests_of(&form.requests);
    let requests = if requests.is_empty() {
        view! { <p>{words.requests_are_title}</p> }.into_any()
    } else {
        view! { <Numbered requests /> }.into_any()
    };
    let prose = |answer: &str| {
        let answer = answer.trim();
        let answer = if answer.is_empty() { words.empty } else { answer };
        view! { <p class="prose">{answer.to_owned()}</p> }.into_any()
    };
    let photos = match form.photos.len() {
        0 => words.no_photos.to_owned(),
        n => (words.n_photos)(n),
    };
    let row = |field: &'static str, short: &'static str, answer: AnyView| {
        let change = sheet.screen(Step::of_field(field));
        view! { <AnswerRow field short change answer /> }
    };
    view! {
        <dl class="proposals-answers" data-read-back="">
            {row("title", words.short.title, prose(&form.title))}
            {row("requests", words.short.requests, requests)}
            {row("place", words.short.place, prose(&form.place))}
            {row("why", words.short.why, prose(&form.why))}
            {row("cost", words.short.cost, prose(&cost_in(&form)))}
            {row("photos", words.short.photos, prose(&photos))}
        </dl>
    }
}

fn cost_in(form: &ProposalForm) -> String {
    let text = use_text();
    match form.parse_estimate() {
        Ok(Estimate::Unknown) => text.proposals.writing.cost_unknown.to_owned(),
        Ok(Estimate::About { cost }) => text.language.yuan(cost),
        Err(_) => form.cost.clone(),
    }
}
