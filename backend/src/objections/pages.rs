//! Pages of objections: those of a contest, one, and those that wait.

use huiyin_domain::{
    contests::Contest,
    ids::{ContestId, ObjectionId, ProposalId},
    moderation::About,
    objections::{
        self, Against, Objection, Scene,
        wire::{Objectable, ObjectionList, ObjectionPage, ObjectionView, ObjectionsPage},
    },
    proposals::{Proposal, Stage, wire::ProposalRef},
};

use super::rows::{self, Kept};
use crate::{
    contests::{judge, rows as contest_rows},
    failure::Outcome,
    here::Here,
    moderation,
    proposals::rows as proposal_rows,
    store::{Row, Tx, params},
};

fn named(
    tx: &mut Tx<'_>,
    here: &Here,
    proposal: Option<ProposalId>,
) -> Outcome<Option<ProposalRef>> {
    let Some(id) = proposal else { return Ok(None) };
    let found = proposal_rows::find(tx, here.community, id)?;
    Ok(found.map(|it| ProposalRef { id, title: it.content.title.to_string() }))
}

fn view(tx: &mut Tx<'_>, here: &Here, (objection, by): Kept) -> Outcome<ObjectionView> {
    let mine = here.viewer.resident().map(|id| i64::from(id.0));
    let days_late = objection.days_late(here.now, here.calendar);
    let Objection { id, contest, against, said, sent_at, due, answer, veils } = objection;
    let proposal = named(tx, here, against.proposal())?;
    let hidden = moderation::words::for_office(tx, here, About::Objection(id), &veils)?;
    let said = hidden.unwrap_or_else(|| said.to_string());
    let is_mine = mine.is_some() && mine == by;
    Ok(ObjectionView {
        id,
        contest,
        against,
        proposal,
        said,
        sent_at,
        due,
        days_late,
        answer,
        is_mine,
        veils,
    })
}

fn views(tx: &mut Tx<'_>, here: &Here, kept: Vec<Kept>) -> Outcome<Vec<ObjectionView>> {
    kept.into_iter().map(|kept| view(tx, here, kept)).collect()
}

/// All objections in a contest.
pub fn of_contest(tx: &mut Tx<'_>, here: &Here, id: ContestId) -> Outcome<ObjectionsPage> {
    let contest = judge::visible(tx, here, id)?;
    let kept = rows::of_contest(tx, here, id)?;
    Ok(ObjectionsPage {
        contest: id,
        title: contest.title.to_string(),
        phase: contest.phase(here.now),
        ends: contest.ends(here.now),
        waits: contest.waits(here.now),
        objectable: objectable(tx, here, &contest)?,
        items: views(tx, here, kept)?,
    })
}

/// What whoever asks can object to now.
fn objectable(tx: &mut Tx<'_>, here: &Here, contest: &Contest) -> Outcome<Vec<Objectable>> {
    let Some(by) = here.viewer.resident() else { return Ok(Vec::new()) };
    let objected = rows::objected(tx, here, contest.id, by)?;
    let mut all = vec![(Against::Rules, None), (Against::Result, None)];
    all.extend(decided(tx, here, contest)?.into_iter().map(|(of, it)| (of, Some(it))));
    let mut open = Vec::new();
    for (against, proposal) in all {
        let has_objected = objected.contains(&against.key());
        let scene = scene(here, contest, proposal.as_ref(), has_objected, 0);
        if objections::may_object(&scene, against).is_ok() {
            let title = |it: Proposal| it.content.title.to_string();
            let proposal = proposal.map(|it| ProposalRef { id: it.id, title: title(it) });
            open.push(Objectable { against, proposal });
        }
    }
    Ok(open)
}

/// What was decided on proposals. A contest can have thousands of them: they are read only while
/// they can be objected to, which is as long as the rules can.
fn decided(tx: &mut Tx<'_>, here: &Here, contest: &Contest) -> Outcome<Vec<(Against, Proposal)>> {
    let scene = scene(here, contest, None, false, 0);
    if objections::may_object_now(&scene, Against::Rules).is_err() {
        return Ok(Vec::new());
    }
    let found = tx.rows(
        "SELECT state FROM proposals WHERE community_id = $1 AND contest_id = $2
             AND stage_kind IN ('shortlisted', 'not_feasible', 'out_of_scope')
         ORDER BY proposal_id",
        params![here.community.0, contest.id.0],
    )?;
    let against = |row: &Row| {
        let proposal = proposal_rows::read(row)?;
        let id = proposal.id;
        let against = match matches!(proposal.stage, Stage::Shortlisted { .. }) {
            true => Against::Shortlisted { proposal: id },
            false => Against::Refused { proposal: id },
        };
        Ok((against, proposal))
    };
    found.iter().map(against).collect()
}

pub(super) fn scene<'a>(
    here: &'a Here,
    contest: &'a Contest,
    proposal: Option<&'a Proposal>,
    has_objected: bool,
    n_shortlisted: u32,
) -> Scene<'a> {
    let (by, now, calendar) = (&here.viewer, here.now, here.calendar);
    Scene { by, now, contest, calendar, proposal, has_objected, n_shortlisted }
}

/// One objection at the desk.
pub fn one(tx: &mut Tx<'_>, here: &Here, id: ObjectionId) -> Outcome<ObjectionPage> {
    let kept = rows::load(tx, here, id)?;
    let contest = judge::visible(tx, here, kept.0.contest)?;
    let proposal = match kept.0.against.proposal() {
        Some(id) => proposal_rows::find(tx, here.community, id)?,
        None => None,
    };
    let counts = contest_rows::count_proposals(tx, here.community, contest.id)?;
    let scene = scene(here, &contest, proposal.as_ref(), false, counts.n_shortlisted);
    let can = objections::changes(&scene, &kept.0);
    Ok(ObjectionPage {
        title: contest.title.to_string(),
        can_answer: can.answer,
        can_take_off: can.take_off,
        can_put_on: can.put_on.then_some(contest.rules.cap),
        objection: view(tx, here, kept)?,
    })
}

/// Those that wait for the office.
pub fn open(tx: &mut Tx<'_>, here: &Here) -> Outcome<ObjectionList> {
    huiyin_domain::desk::may_serve(&here.viewer)?;
    let kept = rows::open(tx, here, ObjectionList::MOST)?;
    let items = views(tx, here, kept)?;
    let n_shown = u32::try_from(items.len()).unwrap_or(u32::MAX);
    let n_more = rows::n_open(tx, here)?.saturating_sub(n_shown);
    Ok(ObjectionList { items, n_more })
}
