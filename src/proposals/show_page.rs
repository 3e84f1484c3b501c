//! One proposal: what it says, where it stands, what one can do, and what happened.
use super::way::{Way, done_before};
use super::{
    photo_step::Picture, staff_door::StaffDoor, stage_tag::StageTag, use_proposal_number,
    your_part::YourPart,
};
use crate::{
    apart::{later_about, parts},
    api::use_api,
    coaching::door::CoachingDoor,
    moderation::notice::{Hidden, ReportLink},
    offline::item::What,
    paper::ways_in::WayIn,
    routes::Route,
    ui::{
        A, Acts, Back, ButtonLink, Fetched, Load, Look, NotFoundPage, OutcomeNotice, Screen,
        Screens,
    },
    words::{Text, use_text},
};
use huiyin_domain::{
    ids::{ProposalId, SubmissionId},
    moderation::About,
    money::Money,
    proposals::{
        Command, Content, Estimate, Event, Finding, StageKind,
        wire::{ProposalPage, StoryLine},
    },
};
use leptos::prelude::*;

/// One proposal.
#[component]
pub fn ShowPage() -> impl IntoView {
    let proposal = use_proposal_number("id");
    move || match proposal.get() {
        Some(proposal) => view! { <Loaded proposal /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(proposal: ProposalId) -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || async move {
        api.get::<ProposalPage>(&format!("proposals/{proposal}")).await
    });
    view! { <Load resource=page then=move |page| view! { <Shown page /> } /> }
}

/// What an act has come to.
pub fn done(text: &Text, command: &Command) -> String {
    let words = &text.proposals;
    let done = match command {
        Command::CoSign => words.co_signed,
        Command::WithdrawCoSign => words.co_sign_withdrawn,
        Command::MoveCoSign => words.life.co_sign_moved,
        Command::Withdraw => words.withdrawn,
        Command::Leave => words.life.left,
        Command::AgreeMerge => words.life.was_merged,
        Command::DeclineMerge => words.life.merge_declined,
        // The staff act on a page of their own.
        Command::Shortlist { .. }
        | Command::SetAside { .. }
        | Command::Pass
        | Command::Return { .. }
        | Command::RuleOut { .. }
        | Command::Admit { .. }
        | Command::SendToReview { .. }
        | Command::Assess { .. }
        | Command::Conclude { .. }
        | Command::OfferMerge { .. }
        | Command::TakeBackMerge => words.life.staff_done,
    };
    done.to_owned()
}

/// Co-signatures may be sent later; everything else is decided on what stands there now.
fn later(text: &Text, command: &Command) -> Option<(What, String)> {
    let is_co_sign =
        matches!(command, Command::CoSign | Command::WithdrawCoSign | Command::MoveCoSign);
    is_co_sign.then(|| (What::CoSign, done(text, command)))
}

#[component]
fn Shown(page: ProposalPage) -> impl IntoView {
    let text = use_text();
    let (contest, title) = (page.contest, page.content.title.to_string());
    let content = page.content.clone();
    let currency = page.currency.clone();
    let path = format!("proposals/{}", page.id);
    let number = (text.proposals.number)(page.id.0);
    let author = match &page.author_name {
        Some(name) => (text.proposals.by)(name),
        None => text.proposals.by_elsewhere.to_owned(),
    };
    let contest_title = page.contest_title.clone();
    let channel = page.channel;
    // An election from elsewhere was promised nothing here.
    let (proposal, has_promise) = (page.id, page.author_name.is_some());
    let page = RwSignal::new(page);
    let acts = Acts::new(path, page, done).later(later, &Route::Proposal(proposal));
    let mut screens = vec![
        Screen::new(move || {
            view! {
                <p>{author.clone()}</p>
                <WayIn channel />
                {done_before(text)}
                <Hidden veils=page.with_untracked(|page| page.veils.clone()) />
                <OutcomeNotice outcome=acts.outcome />
                <Standing page />
                <Way page />
                <YourPart page acts />
                <CoachingDoor page />
                <StaffDoor proposal />
            }
        }),
        Screen::new(move || {
            view! { <Says content=content.clone() currency=currency.clone() page /> }
        }),
    ];
    let contest_title = StoredValue::new(contest_title);
    let about = About::Submission(SubmissionId(proposal.0));
    screens.push(Screen::new(move || {
        view! {
            <Story page />
            {has_promise.then(|| view! { <ReportLink about /> })}
            <p>
                {text.proposals.contest} ": "
                <A href=Route::Contest(contest).href() attr:class="card__link">
                    {contest_title.get_value()}
                </A>
            </p>
            // It comes after the rest: last, and in a place of its own, it moves nothing that
            // somebody is about to press.
            {has_promise.then(|| view! {
                <div class="proposals-promise">{later_about(parts().promise, proposal)}</div>
            })}
        }
    }));
    view! {
        <Back to=Route::Proposals(contest) words=text.proposals.heading />
        <p class="card__number">{number}</p>
        <Screens heading=title screens />
    }
}

/// Where it stands, in one sentence, and how many have co-signed.
#[component]
pub(crate) fn Standing(
    /// The proposal.
    page: RwSignal<ProposalPage>,
) -> impl IntoView {
    let text = use_text();
    let standing = move || {
        page.with(|page| {
            let amount = amount(page.stage.cost(), &page.currency);
            let co_signs = (text.proposals.co_signs_of)(page.n_co_signs, page.co_signs_needed);
            // An election from elsewhere knows no co-signatures.
            let co_signs = page.author_name.is_some().then_some(co_signs);
            view! {
                <StageTag stage=page.stage.kind() />
                <p>{(text.proposals.life.status)(&page.stage, &amount)}</p>
                {co_signs.map(|words| view! { <p>{words}</p> })}
                {is_project(page.stage.kind()).then(|| view! {
                    <ButtonLink
                        to=Route::Project(page.id) words=(text.proposals.life.project)(page.id.0)
                        look=Look::Quiet
                    />
                })}
            }
        })
    };
    view! { <section class="stack stack--tight">{standing}</section> }
}

/// An amount in words; nothing when there is none.
fn amount(amount: Option<Money>, currency: &str) -> String {
    amount.map_or(String::new(), |amount| use_text().language.money(amount, currency))
}

/// What the author wrote.
#[component]
pub(crate) fn Says(
    /// What it says.
    content: Content,
    /// The currency of its costs.
    currency: String,
    /// The proposal.
    page: RwSignal<ProposalPage>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.proposals;
    let line =
        |request: &huiyin_domain::proposals::Request| view! { <li>{request.to_string()}</li> };
    let estimate = match content.estimate {
        Estimate::Unknown => words.cost_unknown.to_owned(),
        Estimate::About { cost } => (words.about)(&text.language.money(cost, &currency)),
    };
    let reviewed = move || {
        let cost = page.with(|page| page.stage.cost());
        cost.map(|cost| {
            let cost = (words.cost_reviewed)(&text.language.money(cost, &currency));
            view! { <p>{cost}</p> }
        })
    };
    let title = content.title.to_string();
    let picture = move |(at, photo)| {
        view! { <li><Picture photo n=at + 1 title=title.clone() /></li> }
    };
    let photos = (!content.photos.is_empty()).then(|| view! {
        <h2>{words.photos}</h2>
        <ul class="list">{content.photos.into_iter().enumerate().map(picture).collect_view()}</ul>
    });
    view! {
        <section class="stack">
            <h2>{words.place}</h2>
            <p dir="auto">{content.place.to_string()}</p>
            <h2>{words.why}</h2>
            <p class="prose">{content.why.to_string()}</p>
            <h2>{words.requests}</h2>
            <ol class="proposals-requests">{content.requests.iter().map(line).collect_view()}</ol>
            <h2>{words.cost}</h2>
            <p>{estimate}</p>
            {reviewed}
            {photos}
        </section>
    }
}

/// What happened, newest first.
#[component]
fn Story(page: RwSignal<ProposalPage>) -> impl IntoView {
    let text = use_text();
    let line = move |line: &StoryLine, currency: &str| {
        let amount = amount(amount_in(&line.event), currency);
        view! {
            <li>
                <span class="story__when">{text.language.long_day(line.at)}</span>
                {(text.proposals.life.event)(&line.event, line.n_times, &amount)}
            </li>
        }
    };
    let lines = move || {
        page.with(|page| page.story.iter().map(|it| line(it, &page.currency)).collect_view())
    };
    // Of a proposal from elsewhere nothing is on record here.
    let is_empty = page.with_untracked(|page| page.story.is_empty());
    (!is_empty).then(|| {
        view! {
            <section class="stack stack--tight">
                <h2>{text.contests.story}</h2>
                <ol class="story">{lines}</ol>
            </section>
        }
    })
}

/// Has it become a project, with a page of its own?
fn is_project(stage: StageKind) -> bool {
    match stage {
        StageKind::InDelivery | StageKind::Delivered | StageKind::Stopped => true,
        StageKind::Submitted
        | StageKind::Returned
        | StageKind::CoSigning
        | StageKind::Qualified
        | StageKind::UnderReview
        | StageKind::Shortlisted
        | StageKind::NotFeasible
        | StageKind::OutOfScope
        | StageKind::MergedInto
        | StageKind::Withdrawn
        | StageKind::Won
        | StageKind::Reserve
        | StageKind::GivenBack
        | StageKind::NotSelected => false,
    }
}

fn amount_in(event: &Event) -> Option<Money> {
    match event {
        Event::Shortlisted { cost, .. }
        | Event::Assessed { finding: Finding::Feasible { cost, .. }, .. } => Some(*cost),
        Event::Won { award } | Event::CalledUp { award, .. } | Event::GivenBack { award, .. } => {
            Some(*award)
        }
        Event::Submitted
        | Event::CoSigned
        | Event::CoSignWithdrawn
        | Event::CoSignMoved
        | Event::Withdrawn
        | Event::AuthorJoined
        | Event::AuthorLeft
        | Event::Passed
        | Event::Returned { .. }
        | Event::RuledOut { .. }
        | Event::Edited { .. }
        | Event::Qualified
        | Event::Admitted { .. }
        | Event::SentToReview { .. }
        | Event::Assessed { finding: Finding::NotFeasible { .. }, .. }
        | Event::SetAside { .. }
        | Event::MergeOffered { .. }
        | Event::MergeTakenBack
        | Event::MergeDeclined
        | Event::Merged { .. }
        | Event::Reserved { .. }
        | Event::NotSelected
        | Event::Begun
        | Event::Delivered
        | Event::Stopped { .. } => None,
    }
}
