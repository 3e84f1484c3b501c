//! Waiting: what of the contests the staff owe a word on, the earliest day first.

use std::collections::BTreeMap;

use huiyin_domain::{
    contests::{Contest, Phase},
    feedback::What,
    ids::{ContestId, DepartmentId, SubmissionId},
    proposals::{
        Proposal, Review, Stage,
        wire::{WaitingList, WaitingRow},
    },
    time::Day,
};

use super::rows;
use crate::{
    contests,
    failure::Outcome,
    feedback::{owed::may_see, rows as submissions},
    here::Here,
    store::{Row, Tx, params},
};

/// What waits for whoever asks: all of it for the office, for a department what it owes.
pub fn list(tx: &mut Tx<'_>, here: &Here) -> Outcome<WaitingList> {
    may_see(&here.viewer)?;
    let own = here.viewer.department();
    let mut contests = BTreeMap::new();
    let mut waiting = WaitingList::default();
    for row in &candidates(tx, here)? {
        let proposal = rows::read(row)?;
        let Some(contest) = open(tx, here, &mut contests, proposal.contest)? else { continue };
        match (&proposal.stage, &proposal.review, own) {
            (Stage::Submitted, _, None) => {
                let due = first_word_due(tx, here, &proposal)?;
                waiting.to_screen.push(line(here, row, &contest, due)?);
            }
            (Stage::Qualified, _, None) => {
                let due = first_word_due(tx, here, &proposal)?;
                waiting.to_send.push(line(here, row, &contest, due)?);
            }
            (Stage::UnderReview, Some(review), None) => {
                waiting.to_review.push(of_review(here, row, &contest, review)?);
            }
            (Stage::UnderReview, Some(review), Some(own)) if owes(review, own) => {
                let row = of_review(here, row, &contest, review)?;
                let (leads, has_answered) = (review.lead == own, review.has_answered(own));
                waiting.to_review.push(WaitingRow { leads, has_answered, ..row });
            }
            _ => {}
        }
    }
    for part in [&mut waiting.to_screen, &mut waiting.to_send, &mut waiting.to_review] {
        part.sort_by_key(|row| (row.due.is_none(), row.due, row.card.id));
    }
    Ok(waiting)
}

fn candidates(tx: &mut Tx<'_>, here: &Here) -> Outcome<Vec<Row>> {
    Ok(tx.rows(
        "SELECT state, n_co_signs FROM proposals
         WHERE community_id = $1 AND stage_kind IN ('submitted', 'qualified', 'under_review')
         ORDER BY proposal_id",
        params![here.community.0],
    )?)
}

/// The contest, as long as its notice has not begun: from then on nothing is screened or reviewed.
fn open(
    tx: &mut Tx<'_>,
    here: &Here,
    known: &mut BTreeMap<ContestId, Contest>,
    id: ContestId,
) -> Outcome<Option<Contest>> {
    let contest = match known.get(&id) {
        Some(contest) => contest.clone(),
        None => contests::rows::load(tx, here.community, id)?,
    };
    known.insert(id, contest.clone());
    Ok((contest.phase(here.now) < Phase::Notice).then_some(contest))
}

/// A department owes what it finds, and whoever leads the public answer.
fn owes(review: &Review, own: DepartmentId) -> bool {
    review.lead == own || (review.asks(own) && !review.has_answered(own))
}

/// By which day the first word to its author is owed, while it is.
fn first_word_due(tx: &mut Tx<'_>, here: &Here, proposal: &Proposal) -> Outcome<Option<Day>> {
    let kept = submissions::find(tx, here.community, SubmissionId(proposal.id.0))?;
    let owes = kept.and_then(|kept| kept.submission.owes());
    Ok(owes.filter(|owes| owes.what == What::FirstAnswer).map(|owes| owes.duty.due))
}

fn line(here: &Here, row: &Row, contest: &Contest, due: Option<Day>) -> Outcome<WaitingRow> {
    let late = |due| here.calendar.working_days_between(due, here.today());
    Ok(WaitingRow {
        card: rows::card(row)?,
        contest: contest.id,
        contest_title: contest.title.to_string(),
        due,
        n_days_late: due.map_or(0, late),
        leads: false,
        has_answered: false,
        n_answered: 0,
        n_asked: 0,
    })
}

fn of_review(here: &Here, row: &Row, contest: &Contest, review: &Review) -> Outcome<WaitingRow> {
    let n_asked = u32::try_from(review.asked.len()).unwrap_or(u32::MAX);
    let n_answered = review.n_answered();
    let row = line(here, row, contest, Some(review.due))?;
    Ok(WaitingRow { has_answered: n_answered == n_asked, n_answered, n_asked, ..row })
}
