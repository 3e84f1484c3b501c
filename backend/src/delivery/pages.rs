//! Pages of projects: the list, what waits for the office, and one project whole.

use huiyin_domain::{
    contests::Phase,
    delivery::{
        self, Event, Offer, Project, Voice,
        wire::{
            AskingRow, EntryRow, OfficeProjects, ProjectCard, ProjectList, ProjectPage, Spending,
            StoryLine, Team, ToBegin, VoiceRow,
        },
    },
    feedback::Said,
    ids::{ContestId, ProposalId, ResidentId},
    moderation::{About, VoiceRef},
    proposals::{Author, Proposal, Stage as ProposalStage},
    refusals::Refusal,
    time::Moment,
};

use super::{rows, service::Known, voices};
use crate::{
    contests,
    failure::Outcome,
    here::Here,
    moderation, proposals,
    residents::service::{public_name, staff_name},
    store::{Tx, events, params},
};

fn card(tx: &mut Tx<'_>, here: &Here, project: &Project) -> Outcome<ProjectCard> {
    let (proposal, _) = proposals::rows::load(tx, here.community, project.id)?;
    let contest = contests::rows::load(tx, here.community, project.contest)?;
    let counts = voices::count(tx, here.community, project.id, project.n_rounds)?;
    let newest = project.reports.iter().rev().find_map(|report| report.photos.first().cloned());
    Ok(ProjectCard {
        id: project.id,
        title: proposal.content.title.to_string(),
        place: proposal.content.place.to_string(),
        stage: project.stage.clone(),
        spending: Spending::of(project),
        currency: contest.rules.currency.clone(),
        n_reached: project.n_reached(),
        n_milestones: u32::try_from(project.plan.len()).unwrap_or(u32::MAX),
        next: project.next_milestone().cloned(),
        photo: newest.or_else(|| proposal.content.photos.first().cloned()),
        n_unanswered: counts.n_unanswered,
    })
}

/// All projects, for everybody.
pub fn list(tx: &mut Tx<'_>, here: &Here) -> Outcome<ProjectList> {
    let projects = rows::all(tx, here.community)?;
    cards(tx, here, &projects)
}

/// Those of one contest, for everybody.
pub fn of_contest(tx: &mut Tx<'_>, here: &Here, contest: ContestId) -> Outcome<ProjectList> {
    let projects = rows::of_contest(tx, here.community, contest)?;
    cards(tx, here, &projects)
}

fn cards(tx: &mut Tx<'_>, here: &Here, projects: &[Project]) -> Outcome<ProjectList> {
    let items = projects.iter().map(|project| card(tx, here, project)).collect::<Outcome<_>>()?;
    Ok(ProjectList { items })
}

/// What won and is to be begun, and what goes on; for the office.
pub fn waiting(tx: &mut Tx<'_>, here: &Here) -> Outcome<OfficeProjects> {
    here.viewer.organiser().ok_or(Refusal::OrganiserOnly)?;
    let mut items = Vec::new();
    for project in rows::all(tx, here.community)? {
        if !project.stage.kind().is_end() {
            items.push(card(tx, here, &project)?);
        }
    }
    Ok(OfficeProjects { to_begin: to_begin(tx, here)?, items })
}

/// What won and has not begun; what was imported from elsewhere is carried out elsewhere.
pub fn to_begin(tx: &mut Tx<'_>, here: &Here) -> Outcome<Vec<ToBegin>> {
    let found = tx.rows(
        "SELECT state FROM proposals
         WHERE community_id = $1 AND stage_kind = 'won' AND author_id IS NOT NULL
         ORDER BY proposal_id",
        params![here.community.0],
    )?;
    let mut to_begin = Vec::new();
    for row in &found {
        let proposal = proposals::rows::read(row)?;
        let ProposalStage::Won { award } = proposal.stage else { continue };
        let contest = contests::rows::load(tx, here.community, proposal.contest)?;
        let phase = contest.phase(here.now);
        if phase == Phase::Closed {
            continue;
        }
        to_begin.push(ToBegin {
            id: proposal.id,
            title: proposal.content.title.to_string(),
            contest_title: contest.title.to_string(),
            award,
            currency: contest.rules.currency.clone(),
            can_begin: matches!(phase, Phase::Results | Phase::Implementing),
        });
    }
    Ok(to_begin)
}

/// One project, whole.
pub fn page(tx: &mut Tx<'_>, here: &Here, id: ProposalId) -> Outcome<ProjectPage> {
    let project = rows::load(tx, here.community, id)?;
    let contest = contests::judge::visible(tx, here, project.contest)?;
    let known = Known::of(tx, here, &project)?;
    let mut offers = delivery::offers(&known.scene(here), &project);
    if here.help.is_some() {
        // What somebody says of the work, and whether they work with the others, is theirs alone.
        offers.clear();
    }
    Ok(ProjectPage {
        id,
        version: project.version,
        now: here.now,
        contest: contest.id,
        contest_title: contest.title.to_string(),
        title: known.proposal.content.title.to_string(),
        place: known.proposal.content.place.to_string(),
        currency: contest.rules.currency.clone(),
        team: team(tx, here, &project, &known.proposal, &offers)?,
        due: project.due(),
        reports: project.reports.iter().rev().cloned().collect(),
        spending: Spending::of(&project),
        entries: EntryRow::all_of(&project),
        voices: said(tx, here, id)?,
        n_done: known.counts.n_done,
        n_not_done: known.counts.n_not_done,
        n_unanswered: known.counts.n_unanswered,
        story: story(tx, here, id)?,
        offers,
        plan: project.plan,
        stage: project.stage,
    })
}

fn names(tx: &mut Tx<'_>, here: &Here, residents: &[ResidentId]) -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    for resident in residents {
        names.extend(public_name(tx, here.community, *resident)?);
    }
    Ok(names)
}

fn team(
    tx: &mut Tx<'_>,
    here: &Here,
    project: &Project,
    proposal: &Proposal,
    offers: &[Offer],
) -> Outcome<Team> {
    let mut authors = match proposal.author {
        Author::Resident { id } => vec![id],
        Author::Elsewhere => Vec::new(),
    };
    authors.extend(proposal.co_authors.iter().copied());
    let decides = offers.iter().any(|offer| matches!(offer, Offer::TurnAway { .. }));
    let mut asking = Vec::new();
    for resident in project.asking.iter().filter(|_| decides) {
        if let Some(name) = public_name(tx, here.community, *resident)? {
            asking.push(AskingRow { resident: *resident, name });
        }
    }
    let me = here.viewer.resident();
    Ok(Team {
        responsible: staff_name(tx, here.community, project.responsible)?,
        authors: names(tx, here, &authors)?,
        joined: names(tx, here, &project.joined)?,
        asking,
        is_mine: me.is_some_and(|me| proposal.is_of(me) || project.joined.contains(&me)),
        has_asked: me.is_some_and(|me| project.asking.contains(&me)),
    })
}

fn said(tx: &mut Tx<'_>, here: &Here, id: ProposalId) -> Outcome<Vec<VoiceRow>> {
    let mut rows = Vec::new();
    for kept in voices::all(tx, here.community, id)? {
        rows.push(voice_row(tx, here, id, kept)?);
    }
    Ok(rows)
}

fn voice_row(
    tx: &mut Tx<'_>,
    here: &Here,
    project: ProposalId,
    kept: voices::Kept,
) -> Outcome<VoiceRow> {
    let me = here.viewer.resident();
    let Voice { n, round, at, says, answer, veils, .. } = kept.voice;
    let about = About::Voice(VoiceRef { project, n });
    let hidden = moderation::words::for_office(tx, here, about, &veils)?;
    // What was taken in once is short enough.
    let hidden = hidden.and_then(|words| Said::parse(&words).ok());
    let says = hidden.map_or_else(|| says.clone(), |words| says.reworded(words));
    let is_mine = me.is_some() && me == kept.by;
    Ok(VoiceRow { n, round, at, says, answer, is_mine, veils })
}

/// What happened, newest first: the work and the money, and not who asked and who spoke.
fn story(tx: &mut Tx<'_>, here: &Here, id: ProposalId) -> Outcome<Vec<StoryLine>> {
    let mut lines = Vec::new();
    for stored in events::of_stream(tx, here.community_id(), &rows::stream(id))?.iter().rev() {
        let event: Event = serde_json::from_str(&stored.body)?;
        if event.is_public() {
            lines.push(StoryLine { at: Moment::from_millis(stored.at_ms), event });
        }
    }
    Ok(lines)
}
