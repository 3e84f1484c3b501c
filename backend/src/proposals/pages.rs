//! Pages of proposals: one whole, and cards for the ballot.

use huiyin_domain::{
    helping,
    ids::{ContestId, ProposalId, SubmissionId},
    moderation::{Veil, covered_event},
    proposals::{
        self, Assessment, Author, Coarse, Event, Proposal, Stage, StageKind,
        wire::{AskedView, MergeView, Offer, ProposalCard, ProposalPage, ReviewView, StoryLine},
    },
    residents::Viewer,
    time::Moment,
};

use super::{
    known::{Known, went_into},
    merging, rows,
};
use crate::{
    contests,
    failure::Outcome,
    here::Here,
    moderation, residents,
    store::{Tx, events},
};

/// What can be voted for, as cards, by number.
pub fn ballot_cards(tx: &mut Tx<'_>, here: &Here, id: ContestId) -> Outcome<Vec<ProposalCard>> {
    rows::on_ballot_cards(tx, here.community, id)
}

/// One proposal, whole.
pub fn page(tx: &mut Tx<'_>, here: &Here, id: ProposalId) -> Outcome<ProposalPage> {
    let (proposal, n_co_signs) = rows::load(tx, here.community, id)?;
    let contest = contests::judge::visible(tx, here, proposal.contest)?;
    let known = Known::of(tx, here, (&proposal, n_co_signs), contest)?;
    let mut offers = proposals::offers(&known.scene(here), &proposal);
    let veils = moderation::covering::veils(tx, here, SubmissionId(id.0))?;
    if !veils.is_empty() {
        offers.retain(|offer| !matches!(offer, Offer::Edit { .. }));
    }
    if let Some(help) = &here.help {
        offers.retain(|offer| helping::covers(help.scopes, offer));
    }
    let author_name = match proposal.author {
        Author::Resident { id } => residents::service::public_name(tx, here.community, id)?,
        Author::Elsewhere => None,
    };
    let is_mine = here.viewer.resident().is_some_and(|resident| proposal.is_of(resident));
    // Of what came from elsewhere nobody knows how it came.
    let is_ours = author_name.is_some();
    let may_know_channel = is_mine || (is_ours && here.viewer.organiser().is_some());
    let rules = &known.contest.rules;
    Ok(ProposalPage {
        id: proposal.id,
        version: proposal.version,
        contest: known.contest.id,
        contest_title: known.contest.title.to_string(),
        currency: rules.currency.clone(),
        offers,
        author_name,
        is_mine,
        channel: may_know_channel.then_some(proposal.channel),
        n_co_signs,
        co_signs_needed: rules.co_signs_needed,
        has_co_signed: known.has_co_signed,
        co_author_names: names(tx, here, &proposal)?,
        text: proposal.text,
        review: review(here, &proposal, &known),
        merge: merge(tx, here, &proposal)?,
        merged_into: match went_into(&proposal) {
            Some(into) => Some(merging::named(tx, here, into)?),
            None => None,
        },
        merged: merging::merged(tx, here, &proposal)?,
        negative_list: rules.negative_list.iter().map(ToString::to_string).collect(),
        story: story(tx, here, &proposal, &veils)?,
        content: proposal.content,
        veils,
        stage: proposal.stage,
    })
}

/// The residents who joined the author; who has left the community is named no more.
fn names(tx: &mut Tx<'_>, here: &Here, proposal: &Proposal) -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    for resident in &proposal.co_authors {
        names.extend(residents::service::public_name(tx, here.community, *resident)?);
    }
    Ok(names)
}

/// May whoever asks read what departments found? The staff at once, everybody with the public
/// answer.
fn may_see_findings(here: &Here, proposal: &Proposal) -> bool {
    let is_staff = matches!(here.viewer, Viewer::Staff { .. });
    is_staff
        || match proposal.stage.kind() {
            StageKind::Shortlisted
            | StageKind::NotFeasible
            | StageKind::Won
            | StageKind::Reserve
            | StageKind::GivenBack
            | StageKind::NotSelected
            | StageKind::InDelivery
            | StageKind::Delivered
            | StageKind::Stopped => true,
            StageKind::Submitted
            | StageKind::Returned
            | StageKind::CoSigning
            | StageKind::Qualified
            | StageKind::UnderReview
            | StageKind::OutOfScope
            | StageKind::MergedInto
            | StageKind::Withdrawn => false,
        }
}

fn review(here: &Here, proposal: &Proposal, known: &Known) -> Option<ReviewView> {
    let review = proposal.review.as_ref()?;
    let may_see = may_see_findings(here, proposal);
    // Departments are dissolved, and never gone.
    let view = |one: &Assessment| {
        let department = known.departments.iter().find(|it| it.id == one.department)?;
        Some(AskedView {
            id: one.department,
            name: department.name.clone(),
            has_answered: one.finding.is_some(),
            finding: one.finding.clone().filter(|_| may_see),
        })
    };
    let n_days_late = match proposal.stage == Stage::UnderReview {
        true => here.calendar.working_days_between(review.due, here.today()),
        false => 0,
    };
    let asked = review.asked.iter().filter_map(view).collect();
    Some(ReviewView { due: review.due, n_days_late, asked })
}

/// The question to the author, as long as it is open.
fn merge(tx: &mut Tx<'_>, here: &Here, proposal: &Proposal) -> Outcome<Option<MergeView>> {
    let is_open = proposal.stage.kind().coarse() == Coarse::Open;
    let Some(offer) = proposal.merge.as_ref().filter(|_| is_open) else { return Ok(None) };
    let into = merging::named(tx, here, offer.into)?;
    Ok(Some(MergeView { into, why: offer.why.clone() }))
}

/// What happened, newest first; co-signatures as one line for each day, without who.
fn story(
    tx: &mut Tx<'_>,
    here: &Here,
    proposal: &Proposal,
    veils: &[Veil],
) -> Outcome<Vec<StoryLine>> {
    let stored = events::of_stream(tx, here.community_id(), &rows::stream(proposal.id))?;
    let may_see = may_see_findings(here, proposal);
    let mut lines: Vec<StoryLine> = Vec::new();
    for event in stored.iter().rev() {
        let at = Moment::from_millis(event.at_ms);
        let event = covered_event(serde_json::from_str(&event.body)?, veils);
        if !may_see && matches!(event, Event::Assessed { .. }) {
            continue;
        }
        let same = lines.iter_mut().find(|line| is_gathered(line, at, &event));
        match same {
            Some(line) => line.n_times += 1,
            None => lines.push(StoryLine { at, event, n_times: 1 }),
        }
    }
    Ok(lines)
}

/// Does this event belong to a line that is there already?
fn is_gathered(line: &StoryLine, at: Moment, event: &Event) -> bool {
    let is_of_many = matches!(event, Event::CoSigned | Event::CoSignWithdrawn | Event::CoSignMoved);
    is_of_many && line.event == *event && line.at.in_china().date() == at.in_china().date()
}
