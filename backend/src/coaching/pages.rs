//! Pages of coaching: what an author finds at their proposal, one coaching, and who waits.

use huiyin_domain::{
    coaching::{
        self, Coaching, Stage, StageKind,
        wire::{
            CoachingList, CoachingPage, CoachingRow, Offer, ProposalCoaching, Reader, Volunteer,
        },
    },
    ids::{CoachingId, ProposalId},
    refusals::Refusal,
    residents::Viewer,
    time::Day,
};

use super::{
    rows,
    service::{Known, n_coached},
};
use crate::{
    failure::Outcome, here::Here, proposals::rows as proposing, residents::service::public_name,
    store::Tx,
};

/// What an author finds about coaching at their proposal.
pub fn of_proposal(tx: &mut Tx<'_>, here: &Here, id: ProposalId) -> Outcome<ProposalCoaching> {
    let known = Known::of(tx, here, (id, None), None)?;
    match here.viewer {
        Viewer::Guest => return Err(Refusal::SignInFirst.into()),
        Viewer::Resident { id } if known.proposal.is_of(id) => {}
        Viewer::Staff { .. } if here.viewer.organiser().is_some() => {}
        Viewer::Resident { .. } | Viewer::Staff { .. } => {
            return Err(Refusal::NotYourProposal.into());
        }
    }
    let open = rows::open_of(tx, here, id)?.map(|open| open.id);
    let ended = rows::ended_of(tx, here, id)?;
    Ok(ProposalCoaching {
        proposal: id,
        title: known.proposal.content.title.to_string(),
        may_ask: coaching::may_ask(&known.scene(here), open.is_some()).is_ok(),
        open,
        ended: ended.into_iter().map(|ended| ended.id).collect(),
    })
}

/// One coaching.
pub fn page(tx: &mut Tx<'_>, here: &Here, id: CoachingId) -> Outcome<CoachingPage> {
    let coaching = rows::load(tx, here.community, id)?;
    page_of(tx, here, &coaching)
}

/// The page of a coaching that is at hand, for those who may read it.
pub fn page_of(tx: &mut Tx<'_>, here: &Here, coaching: &Coaching) -> Outcome<CoachingPage> {
    let known = known(tx, here, coaching)?;
    let reader = coaching::may_read(&known.scene(here), coaching)?;
    shown(tx, here, coaching, (&known, reader))
}

/// The page after an act of whoever asks, who may have no more part in it by that.
pub fn after(tx: &mut Tx<'_>, here: &Here, coaching: &Coaching) -> Outcome<CoachingPage> {
    let known = known(tx, here, coaching)?;
    let reader = coaching::may_read(&known.scene(here), coaching).unwrap_or(Reader::Past);
    shown(tx, here, coaching, (&known, reader))
}

fn known(tx: &mut Tx<'_>, here: &Here, coaching: &Coaching) -> Outcome<Known> {
    let of = (coaching.proposal, Some(coaching.id));
    Known::of(tx, here, of, here.viewer.resident())
}

fn shown(
    tx: &mut Tx<'_>,
    here: &Here,
    coaching: &Coaching,
    (known, reader): (&Known, Reader),
) -> Outcome<CoachingPage> {
    let offers = coaching::offers(&known.scene(here), coaching);
    let (due, n_days_late) = due(here, coaching);
    let coach_name = match coaching.stage {
        Stage::Running { coach, .. } | Stage::Ended { coach: Some(coach), .. } => {
            public_name(tx, here.community, coach)?
        }
        Stage::Waiting { .. } | Stage::Ended { coach: None, .. } => None,
    };
    let end = match coaching.stage {
        Stage::Ended { end, .. } => Some(end),
        Stage::Waiting { .. } | Stage::Running { .. } => None,
    };
    let reads_need = reader != Reader::Past;
    Ok(CoachingPage {
        id: coaching.id,
        version: coaching.version,
        proposal: coaching.proposal,
        title: known.proposal.content.title.to_string(),
        asked_at: coaching.asked_at,
        stage: coaching.stage.kind(),
        end,
        due,
        n_days_late,
        coach_name,
        reader,
        need: if reads_need { rows::need(tx, here, coaching.id)? } else { None },
        lines: if reader.reads_words() { rows::words(tx, here, coaching.id)? } else { Vec::new() },
        volunteers: match offers.contains(&Offer::Name) {
            true => volunteers(tx, here, known)?,
            false => Vec::new(),
        },
        offers,
    })
}

/// By which day the authors have a first word, and how late that is.
fn due(here: &Here, coaching: &Coaching) -> (Option<Day>, u32) {
    let due = coaching.stage.due();
    let late = |due| here.calendar.working_days_between(due, here.today());
    (due, due.map_or(0, late))
}

/// Whom the office can name: nobody coaches their own proposal.
fn volunteers(tx: &mut Tx<'_>, here: &Here, known: &Known) -> Outcome<Vec<Volunteer>> {
    let mut volunteers = Vec::new();
    for (id, name) in rows::volunteers(tx, here)? {
        if !known.proposal.is_of(id) {
            volunteers.push(Volunteer { id, name, n_coached: n_coached(tx, here, id)? });
        }
    }
    Ok(volunteers)
}

/// Who waits for a coach, and what goes on, as far as whoever asks may see it.
pub fn list(tx: &mut Tx<'_>, here: &Here) -> Outcome<CoachingList> {
    let (is_volunteer, waiting, running) = match here.viewer {
        Viewer::Guest => return Err(Refusal::SignInFirst.into()),
        Viewer::Staff { .. } if here.viewer.organiser().is_some() => {
            let waiting = rows::at_stage(tx, here, StageKind::Waiting)?;
            (None, waiting, rows::at_stage(tx, here, StageKind::Running)?)
        }
        Viewer::Staff { .. } => (None, Vec::new(), Vec::new()),
        Viewer::Resident { id } => {
            let is_volunteer = rows::is_volunteer(tx, here, id)?;
            let waiting = match is_volunteer {
                true => rows::at_stage(tx, here, StageKind::Waiting)?,
                false => Vec::new(),
            };
            (Some(is_volunteer), waiting, rows::coached_by(tx, here, id)?)
        }
    };
    let waiting = list_rows(tx, here, waiting)?;
    Ok(CoachingList { is_volunteer, waiting, running: list_rows(tx, here, running)? })
}

/// Rows of the list; one's own proposals are not on it.
fn list_rows(tx: &mut Tx<'_>, here: &Here, coachings: Vec<Coaching>) -> Outcome<Vec<CoachingRow>> {
    let mut listed = Vec::new();
    for coaching in coachings {
        let (proposal, _) = proposing::load(tx, here.community, coaching.proposal)?;
        if here.viewer.resident().is_some_and(|resident| proposal.is_of(resident)) {
            continue;
        }
        let (due, n_days_late) = due(here, &coaching);
        let coach_name = match coaching.stage.coach() {
            Some(coach) => public_name(tx, here.community, coach)?,
            None => None,
        };
        listed.push(CoachingRow {
            id: coaching.id,
            proposal: coaching.proposal,
            title: proposal.content.title.to_string(),
            stage: coaching.stage.kind(),
            due,
            n_days_late,
            need: rows::need(tx, here, coaching.id)?,
            coach_name,
        });
    }
    Ok(listed)
}
