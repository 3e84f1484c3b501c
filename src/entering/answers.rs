//! The answers of what is entered, each with a link that changes it.
use super::{
    draft::{Draft, Entering, Kind},
    step::Step,
};
use crate::{
    api::use_api,
    councils::times_part::MarkLines,
    ledger::names::place_name,
    proposals::words_step::Numbered,
    routes::Route,
    times::{page::Sentences, step::Step as TimesStep},
    ui::{A, Fetched},
    words::use_text,
};
use huiyin_domain::{
    contests::wire::ContestPage,
    councils::series::Mark,
    feedback::wire::Names,
    ids::{ContestId, PlaceId, ProposalId, SeriesId, SlotId},
    proposals::{Estimate, ProposalForm, requests_of, wire::ProposalPage},
    times::TimesForm,
};
use leptos::prelude::*;
use std::{collections::BTreeMap, sync::Arc};

/// All answers, before sending.
#[component]
pub fn Answers(
    /// The draft.
    entering: Entering,
) -> impl IntoView {
    let text = use_text();
    let words = &text.entering;
    let draft = entering.with_now(Draft::clone);
    let kind = match draft.kind {
        Some(Kind::Opinion) => words.opinion,
        Some(Kind::Proposal) => words.proposal,
        Some(Kind::CoSign) => words.co_sign,
        Some(Kind::Times) => words.times,
        Some(Kind::Series) => words.series,
        None => text.proposals.writing.empty,
    };
    let whom = draft.resident.as_ref().map(|it| {
        let address = it.address.clone().unwrap_or_default();
        format!("{} {address}", it.public_name)
    });
    let came_by = draft.came_by.map(|way| (words.way)(way).to_owned());
    let day = draft.received().map(|received| text.language.date(received.on));
    let rest = match draft.kind {
        Some(Kind::Opinion) => view! { <OfOpinion draft /> }.into_any(),
        Some(Kind::Proposal) => view! { <OfProposal draft /> }.into_any(),
        Some(Kind::CoSign) => view! { <OfCoSign number=draft.proposal() /> }.into_any(),
        Some(Kind::Times) => view! { <OfTimes form=draft.times /> }.into_any(),
        Some(Kind::Series) => view! { <OfSeries draft /> }.into_any(),
        None => ().into_any(),
    };
    view! {
        <dl class="proposals-answers">
            <Answer step=Step::What field="what" short=words.short_kind answer=says(kind) />
            <Answer step=Step::Whom field="resident" short=words.short_whom answer=some(whom) />
            <Answer step=Step::CameBy field="came-by" short=words.short_came_by answer=some(came_by) />
            <Answer step=Step::Day field="received" short=words.short_day answer=some(day) />
            {rest}
        </dl>
    }
}

/// An answer in words, as it was given.
fn says(words: &str) -> AnyView {
    let words = words.trim();
    let words = if words.is_empty() { use_text().proposals.writing.empty } else { words };
    view! { <p class="prose">{words.to_owned()}</p> }.into_any()
}

fn some(words: Option<String>) -> AnyView {
    says(&words.unwrap_or_default())
}

#[component]
fn OfProposal(draft: Draft) -> impl IntoView {
    let text = use_text();
    let short = &text.proposals.writing.short;
    let form = &draft.form;
    let requests = requests_of(&form.requests);
    let line = |request| view! { <li>{request}</li> };
    let requests = if requests.is_empty() {
        says(text.proposals.writing.requests_are_title)
    } else {
        view! { <ol class="proposals-requests">{requests.into_iter().map(line).collect_view()}</ol> }
            .into_any()
    };
    let contest = match draft.contest {
        Some(contest) => view! { <ContestName contest /> }.into_any(),
        None => says(""),
    };
    view! {
        <Answer step=Step::Contest field="contest" short=text.entering.short_contest answer=contest />
        <Answer step=Step::Title field="title" short=short.title answer=says(&form.title) />
        <Answer step=Step::Requests field="requests" short=short.requests answer=requests />
        <Answer step=Step::Place field="place" short=short.place answer=says(&form.place) />
        <Answer step=Step::Why field="why" short=short.why answer=says(&form.why) />
        <Answer step=Step::Cost field="cost" short=short.cost answer=says(&cost_in(form)) />
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

#[component]
fn ContestName(contest: ContestId) -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || async move {
        api.get::<ContestPage>(&format!("contests/{contest}")).await.ok()
    });
    let name = move || page.get().flatten().map(|page| page.contest.title.to_string());
    view! { <p>{name}</p> }
}

#[component]
fn OfOpinion(draft: Draft) -> impl IntoView {
    let text = use_text();
    let (say, writing) = (&text.feedback.say, &text.proposals.writing);
    let form = draft.opinion;
    let kind = draft.sent_as.map_or("", |sent_as| (text.feedback.kind)(sent_as.into()));
    let requests = match requests_of(&form.requests) {
        requests if requests.is_empty() => says(text.entering.requests_are_words),
        requests => view! { <Numbered requests /> }.into_any(),
    };
    // What is wrong with a place is said of the place, everything else of the words.
    let (where_field, place) = match form.place {
        Some(place) => ("place", view! { <PlaceName place /> }.into_any()),
        None => ("where_words", says(&form.where_words)),
    };
    view! {
        <Answer step=Step::SentAs field="sent_as" short=say.short_kind answer=says(kind) />
        <Answer step=Step::Words field="words" short=say.short_words answer=says(&form.words) />
        <Answer step=Step::Where field=where_field short=writing.short.place answer=place />
        <Answer step=Step::Asked field="requests" short=writing.short.requests answer=requests />
    }
}

#[component]
fn PlaceName(place: PlaceId) -> impl IntoView {
    let api = use_api();
    let names =
        Fetched::new(move || async move { api.get::<Names>("names").await.unwrap_or_default() });
    let name = move || names.get().map(|names| place_name(&names, place));
    view! { <p>{name}</p> }
}

#[component]
fn OfCoSign(number: Option<ProposalId>) -> impl IntoView {
    let words = &use_text().entering;
    let answer = match number {
        Some(proposal) => view! { <ProposalName proposal /> }.into_any(),
        None => says(""),
    };
    view! { <Answer step=Step::Number field="number" short=words.short_number answer /> }
}

/// The number with the title, so that a slip of the pen is seen.
#[component]
fn ProposalName(proposal: ProposalId) -> impl IntoView {
    let api = use_api();
    let text = use_text();
    let page = Fetched::new(move || async move {
        api.get::<ProposalPage>(&format!("proposals/{proposal}")).await
    });
    let title = move || match page.get()? {
        Ok(page) => Some(page.content.title.to_string()),
        Err(error) => Some(text.problems.error(&error)),
    };
    view! { <p><strong>{(text.proposals.number)(proposal.0)}</strong> " " {title}</p> }
}

#[component]
fn OfTimes(form: TimesForm) -> impl IntoView {
    let step = Step::Times(TimesStep::When);
    let answer = match form.parse() {
        Ok(times) => view! { <Sentences times /> }.into_any(),
        Err(_) => says(""),
    };
    view! { <Answer step field="times" short=use_text().entering.short_times answer /> }
}

#[component]
fn OfSeries(draft: Draft) -> impl IntoView {
    let text = use_text();
    let (words, council) = (&text.entering, &text.councils.answer);
    let form = &draft.answer;
    let attend = form.attend.map(|attend| (text.times.attending)(attend)).unwrap_or_default();
    let group = form.group.map_or(council.no_group, |group| (text.councils.group)(group));
    let join = draft.can_come().then(|| {
        let short = council.short_attend;
        view! { <Answer step=Step::Join field="join" short answer=says(attend) /> }
    });
    let (series, dates) = match draft.series {
        Some(series) => (
            view! { <SeriesTitle series /> }.into_any(),
            view! { <SeriesDates series marks=form.marks.clone() /> }.into_any(),
        ),
        None => (says(""), says("")),
    };
    view! {
        <Answer step=Step::Series field="series" short=words.short_series answer=series />
        <Answer step=Step::Dates field="dates" short=council.short_days answer=dates />
        {join}
        <Answer step=Step::Group field="group" short=council.short_group answer=says(group) />
    }
}

#[component]
fn SeriesTitle(series: SeriesId) -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || async move { api.series(series).await.ok() });
    let title = move || page.get().flatten().map(|page| page.series.title.to_string());
    view! { <p>{title}</p> }
}

#[component]
fn SeriesDates(series: SeriesId, marks: BTreeMap<SlotId, Mark>) -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || async move { api.series(series).await.ok() });
    move || {
        let page = Arc::new(page.get().flatten()?);
        Some(view! { <MarkLines page marks=marks.clone() /> })
    }
}

#[component]
fn Answer(step: Step, field: &'static str, short: &'static str, answer: AnyView) -> impl IntoView {
    let change = format!("{}?back=check", Route::Enter(step.name()).href());
    view! {
        <div class="proposals-answer">
            <dt>{short}</dt>
            <dd>{answer}</dd>
            <dd class="proposals-answer__change">
                // The summary's links lead to this id, and from here to the question.
                <A href=change attr:id=field attr:class="card__link">
                    {use_text().frame.change}
                    <span class="unseen">" "{short}</span>
                </A>
            </dd>
        </div>
    }
}
