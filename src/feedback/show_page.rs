//! One submission: where it stands, what one can do, what was said, answered and done.
use super::{
    act::Act,
    answer::AnswerPart,
    built::{self, BuiltPart},
    offers::Offers,
    read,
    record::Record,
    standing::StandingNow,
    story::{Counts, Story, n_story_screens},
    use_submission_id,
};
use crate::{
    accessibility::use_modes,
    answering::{StaffActs, may_act},
    api::use_api,
    moderation::notice::{Hidden, ReportLink},
    notices::seen::Seen,
    paper::ways_in::WayIn,
    proposals::photo_step::Picture,
    routes::Route,
    ui::{Back, ButtonLink, Fetched, Load, Look, NotFoundPage, Screen, Screens},
    words::{feedback::Teller, use_text},
};
use huiyin_domain::{
    feedback::{Kind, wire::SubmissionPage},
    ids::{ProposalId, SubmissionId},
    moderation::About,
    proposals::Request,
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// One submission.
#[component]
pub fn ShowPage() -> impl IntoView {
    let id = use_submission_id();
    move || match id.get() {
        Some(id) => view! { <Loaded id /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: SubmissionId) -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || read(api, id));
    view! { <Load resource=page then=move |page| view! { <Shown page /> } /> }
}

#[component]
fn Shown(page: SubmissionPage) -> impl IntoView {
    let text = use_text();
    let number = (text.proposals.number)(page.submission.id.0);
    let heading = page.submission.content.title.to_string();
    // One's own stand among one's echoes, everybody else's on the ledger.
    let (to, back) = match (page.is_mine, may_act(&page)) {
        // An archive has no ledger, and only what was sent in its contest.
        _ if use_api().is_archive() => {
            (Route::Proposal(ProposalId(page.submission.id.0)), text.feedback.show.to_proposal)
        }
        (true, _) => (Route::Mine, text.residents.mine),
        (false, true) => (Route::DeskFeedback, text.answering.list.heading),
        (false, false) => (Route::Ledger, text.ledger.heading),
    };
    let (has_answer, is_built) = (page.submission.answer().is_some(), built::is_there(&page));
    let n_story = n_story_screens(&page, use_modes().is_elder());
    let page = RwSignal::new(page);
    // What staff decide stands with where it is, on the first screen in the elder mode, too.
    let now = Screen::new(move || view! { <Now page /> });
    let now = match page.with_untracked(may_act) {
        true => now.and(Screen::new(move || view! { <StaffActs page /> })),
        false => now,
    };
    let mut screens = vec![now, Screen::new(move || view! { <Said page /> })];
    if has_answer {
        screens.push(Screen::new(move || view! { <AnswerPart page /> }));
    }
    if is_built {
        screens.push(Screen::new(move || view! { <BuiltPart page /> }));
    }
    for nth in 0..n_story {
        let of = (nth, n_story);
        screens.push(Screen::new(move || view! { <Story page of /> }));
    }
    screens.push(Screen::new(move || {
        let about = About::Submission(page.with_untracked(|page| page.submission.id));
        view! {
            <Counts page />
            <Record page />
            <ReportLink about />
        }
    }));
    view! {
        <Back to words=back />
        <p class="card__number">{number}</p>
        <Seen page />
        <Screens heading screens />
    }
}

/// Where it stands, and what one can do.
#[component]
fn Now(page: RwSignal<SubmissionPage>) -> impl IntoView {
    let text = use_text();
    let act = use_query_map().read_untracked().get("done").and_then(|act| Act::parse(&act));
    let done = act.map(|act| {
        view! { <p class="notice notice--good">{act.done(&text.feedback.acts)}</p> }
    });
    let (kind, id) = page.with_untracked(|page| (page.submission.kind, page.submission.id));
    let proposal = match kind {
        Kind::InContest { .. } => Some(view! {
            <ButtonLink
                to=Route::Proposal(ProposalId(id.0)) words=text.feedback.show.to_proposal
                look=Look::Quiet
            />
        }),
        Kind::Proposal | Kind::Opinion | Kind::Topic => None,
    };
    view! {
        <section class="stack">
            {done}
            <Hidden veils=page.with_untracked(|page| page.submission.veils.clone()) />
            <StandingNow page />
            <Offers page />
            {proposal}
        </section>
    }
}

/// What the resident said.
#[component]
fn Said(page: RwSignal<SubmissionPage>) -> impl IntoView {
    let text = use_text();
    let words = &text.feedback.show;
    let page = page.get_untracked();
    let content = page.submission.content;
    let place =
        content.place.and_then(|id| Teller::new(text.language, &page.names, false).place(id));
    let place: Vec<_> =
        place.into_iter().chain(content.where_words.map(|place| place.to_string())).collect();
    let place =
        (!place.is_empty()).then(|| view! { <p>{(words.place)(&place.join(words.between))}</p> });
    let author = match &page.author_name {
        Some(name) => (words.by)(name),
        None => words.by_nobody.to_owned(),
    };
    let title = content.title.to_string();
    let picture = |(at, photo)| view! { <li><Picture photo n=at + 1 title=title.clone() /></li> };
    // Who asked for nothing in particular asked for what they said.
    let is_only_title = content.requests.iter().all(|it| it.as_str() == content.title.as_str());
    let line = |request: &Request| view! { <li>{request.to_string()}</li> };
    let requests = (!is_only_title).then(|| {
        view! {
            <h3>{text.proposals.requests}</h3>
            <ol class="proposals-requests">{content.requests.iter().map(line).collect_view()}</ol>
        }
    });
    let photos = content.photos.into_iter().enumerate().map(picture).collect_view();
    // What came otherwise than by the app says so at the beginning of its story.
    let is_in_contest = matches!(page.submission.kind, Kind::InContest { .. });
    let channel = (page.is_mine && is_in_contest).then_some(page.submission.channel);
    view! {
        <section class="stack stack--tight">
            <h2>{words.said}</h2>
            <p class="prose">{content.words.to_string()}</p>
            {requests}
            {place}
            <p>{(words.kind)((text.feedback.kind)(page.submission.kind))}</p>
            <p>{author}</p>
            <WayIn channel />
            <ul class="list">{photos}</ul>
        </section>
    }
}
