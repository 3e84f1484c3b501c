//! Pages of proposals: one whole, and cards for the ballot.

use huiyin_domain::{
    contests::Contest,
    helping,
    ids::{ContestId, ProposalId},
    proposals::{
        self, Author, Event, Proposal, Scene,
        wire::{ProposalCard, ProposalPage, StoryLine},
    },
    time::Moment,
};

use super::rows;
use crate::{
    contests,
    failure::Outcome,
    here::Here,
    residents,
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
    let has_co_signed = match here.viewer.resident() {
        Some(resident) => rows::has_co_signed(tx, here, id, resident)?,
        None => false,
    };
    let author_name = match proposal.author {
        Author::Resident { id } => residents::service::public_name(tx, here.community, id)?,
        Author::Elsewhere => None,
    };
    let story = story(tx, here, id)?;
    Ok(assemble(here, proposal, &contest, n_co_signs, has_co_signed, author_name, story))
}

fn assemble(
    here: &Here,
    proposal: Proposal,
    contest: &Contest,
    n_co_signs: u32,
    has_co_signed: bool,
    author_name: Option<String>,
    story: Vec<StoryLine>,
) -> ProposalPage {
    let scene = Scene { by: &here.viewer, now: here.now, contest, has_co_signed };
    let mut offers = proposals::offers(&scene, &proposal);
    if let Some(help) = &here.help {
        offers.retain(|offer| helping::covers(help.scopes, offer));
    }
    let is_mine = here.viewer.resident().is_some_and(|resident| proposal.is_by(resident));
    // Of what came from elsewhere nobody knows how it came.
    let is_ours = author_name.is_some();
    let may_know_channel = is_mine || (is_ours && here.viewer.organiser().is_some());
    ProposalPage {
        id: proposal.id,
        version: proposal.version,
        contest: contest.id,
        contest_title: contest.title.to_string(),
        currency: contest.rules.currency.clone(),
        offers,
        content: proposal.content,
        author_name,
        is_mine,
        channel: may_know_channel.then_some(proposal.channel),
        stage: proposal.stage,
        n_co_signs,
        co_signs_needed: contest.rules.co_signs_needed,
        has_co_signed,
        story,
    }
}

/// What happened, newest first; co-signatures as one line for each day, without who.
fn story(tx: &mut Tx<'_>, here: &Here, id: ProposalId) -> Outcome<Vec<StoryLine>> {
    let stored = events::of_stream(tx, here.community_id(), &rows::stream(id))?;
    let mut lines: Vec<StoryLine> = Vec::new();
    for event in stored.iter().rev() {
        let at = Moment::from_millis(event.at_ms);
        let event: Event = serde_json::from_str(&event.body)?;
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
    let is_of_many = match event {
        Event::CoSigned | Event::CoSignWithdrawn => true,
        Event::Submitted
        | Event::Withdrawn
        | Event::Shortlisted { .. }
        | Event::SetAside { .. }
        | Event::Won { .. }
        | Event::NotSelected => false,
    };
    is_of_many && line.event == *event && line.at.in_china().date() == at.in_china().date()
}
