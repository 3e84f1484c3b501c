//! Waiting: what of the contests the staff owe a word on, the earliest day first.

use huiyin_domain::{
    contests::{Contest, Phase},
    feedback::{Submission, What},
    ids::DepartmentId,
    proposals::{
        Review, Stage, StageKind,
        wire::{WaitingList, WaitingRow},
    },
    time::Day,
};

use super::{counts, duties, rows, stages::stage_word};
use crate::{
    contests,
    failure::Outcome,
    feedback::owed::may_see,
    here::Here,
    store::{Row, Tx, params},
};

/// What waits for whoever asks: all of it for the office, for a department what it owes.
pub fn list(tx: &mut Tx<'_>, here: &Here) -> Outcome<WaitingList> {
    may_see(&here.viewer)?;
    let mut waiting = WaitingList::default();
    for contest in contests::rows::all(tx, here.community)? {
        // From its notice on nothing of a contest is screened or reviewed.
        if contest.phase(here.now) >= Phase::Notice {
            continue;
        }
        match here.viewer.department() {
            None => of_office(tx, here, &contest, &mut waiting)?,
            Some(own) => of_department(tx, here, &contest, own, &mut waiting)?,
        }
    }
    let WaitingList { to_screen, to_send, to_review, n_more } = &mut waiting;
    for part in [to_screen, to_send, to_review] {
        part.sort_by_key(|row| (row.due.is_none(), row.due, row.card.id));
        *n_more += count(part.len()).saturating_sub(WaitingList::MOST);
        part.truncate(WaitingList::MOST as usize);
    }
    Ok(waiting)
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn of_office(
    tx: &mut Tx<'_>,
    here: &Here,
    contest: &Contest,
    waiting: &mut WaitingList,
) -> Outcome<()> {
    for kind in [StageKind::Submitted, StageKind::Qualified, StageKind::UnderReview] {
        let found = at_stage(tx, here, contest, kind)?;
        let total = counts::total(tx, here.community, contest.id, Some(kind))?;
        waiting.n_more += total.saturating_sub(count(found.len()));
        for row in &found {
            let proposal = rows::read(row)?;
            match (&proposal.stage, &proposal.review) {
                (Stage::Submitted, _) => {
                    waiting.to_screen.push(line(here, row, contest, first_word_due(row)?)?);
                }
                (Stage::Qualified, _) => {
                    waiting.to_send.push(line(here, row, contest, first_word_due(row)?)?);
                }
                (Stage::UnderReview, Some(review)) => {
                    waiting.to_review.push(of_review(here, row, contest, review)?);
                }
                _ => {}
            }
        }
    }
    Ok(())
}

fn of_department(
    tx: &mut Tx<'_>,
    here: &Here,
    contest: &Contest,
    own: DepartmentId,
    waiting: &mut WaitingList,
) -> Outcome<()> {
    let found = duties::first(tx, here, (contest.id, own), WaitingList::MOST)?;
    let total = duties::count(tx, here, (contest.id, own))?;
    waiting.n_more += total.saturating_sub(count(found.len()));
    for row in &found {
        let Some(review) = rows::read(row)?.review else { continue };
        let row = of_review(here, row, contest, &review)?;
        let (leads, has_answered) = (review.lead == own, review.has_answered(own));
        waiting.to_review.push(WaitingRow { leads, has_answered, ..row });
    }
    Ok(())
}

/// The first proposals of a contest at a stage as `state, n_co_signs, s.state`, with the
/// submissions that share their numbers: those for which a word is due first. In review that is
/// the departments' word, whatever day its author was promised.
fn at_stage(tx: &mut Tx<'_>, here: &Here, contest: &Contest, kind: StageKind) -> Outcome<Vec<Row>> {
    Ok(tx.rows(
        "SELECT p.state, p.n_co_signs, s.state FROM proposals p
         LEFT JOIN submissions s
             ON s.community_id = p.community_id AND s.submission_id = p.proposal_id
         WHERE p.community_id = $1 AND p.contest_id = $2 AND p.stage_kind = $3
         ORDER BY COALESCE((
             SELECT MIN(d.due_day) FROM review_duties d
             WHERE d.community_id = p.community_id AND d.proposal_id = p.proposal_id
         ), s.due_day, '9999'), p.proposal_id LIMIT $4",
        params![here.community.0, contest.id.0, stage_word(kind), WaitingList::MOST],
    )?)
}

/// By which day the first word to its author is owed, while it is.
fn first_word_due(row: &Row) -> Outcome<Option<Day>> {
    let Some(kept) = row.opt_text(2)? else { return Ok(None) };
    let submission: Submission = serde_json::from_str(kept)?;
    let owes = submission.owes().filter(|owes| owes.what == What::FirstAnswer);
    Ok(owes.map(|owes| owes.duty.due))
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
    let n_asked = count(review.asked.len());
    let n_answered = review.n_answered();
    let row = line(here, row, contest, Some(review.due))?;
    Ok(WaitingRow { has_answered: n_answered == n_asked, n_answered, n_asked, ..row })
}
