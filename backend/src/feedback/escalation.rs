//! Escalation (督办): what is late goes up by itself, each duty once to each level.

use huiyin_domain::{
    feedback::{Escalation, Event, Late, Submission, What, overdue_before},
    ids::SubmissionId,
};

use super::{rows, service};
use crate::{
    failure::Outcome,
    here::Here,
    store::{StoreError, Tx, params},
};

/// What is late and may not have gone up as high as it must: told from one view, judged again
/// when it goes up.
pub fn due(tx: &mut Tx<'_>, here: &Here) -> Outcome<Vec<SubmissionId>> {
    let late = tx.rows(
        "SELECT state FROM submissions WHERE community_id = $1 AND due_day < $2
         ORDER BY due_day, submission_id",
        params![here.community.0, overdue_before(here.today(), here.calendar).to_string()],
    )?;
    let mut due = Vec::new();
    for row in &late {
        let submission = rows::read(row)?;
        let Some(step) = step(here, &submission) else { continue };
        if !step.has_happened(tx, here, submission.id)? {
            due.push(submission.id);
        }
    }
    Ok(due)
}

/// Lets one submission go up, if it still must; did it?
///
/// Two servers may try at once: the row that says that it has happened is written first, and only
/// one of them writes it.
pub fn go_up(tx: &mut Tx<'_>, here: &Here, id: SubmissionId) -> Outcome<bool> {
    let submission = rows::load(tx, here.community, id)?.submission;
    let Some(step) = step(here, &submission) else { return Ok(false) };
    if !step.note(tx, here, id)? {
        return Ok(false);
    }
    let event = Event::Escalated { to: step.to, n_days: step.n_days };
    service::happen(tx, here, &submission, &event)?;
    Ok(true)
}

/// How high something must have gone. What was found late only after it had passed the lower
/// level goes to the higher one at once.
struct Step {
    what: &'static str,
    due: String,
    to: Escalation,
    n_days: u32,
}

fn step(here: &Here, submission: &Submission) -> Option<Step> {
    let owes = submission.owes()?;
    let Late { n_days, escalation } = submission.late(here.today(), here.calendar)?;
    let what = what_word(owes.what);
    Some(Step { what, due: owes.duty.due.to_string(), to: escalation?, n_days })
}

impl Step {
    fn has_happened(&self, tx: &mut Tx<'_>, here: &Here, id: SubmissionId) -> Outcome<bool> {
        let row = tx.first(
            "SELECT 1 FROM escalations WHERE community_id = $1 AND submission_id = $2
                 AND what = $3 AND due_day = $4 AND level = $5",
            params![here.community.0, id.0, self.what, &self.due, level_word(self.to)],
        )?;
        Ok(row.is_some())
    }

    /// Writes down that it happens; says whether it had not before.
    fn note(&self, tx: &mut Tx<'_>, here: &Here, id: SubmissionId) -> Result<bool, StoreError> {
        let n_new = tx.execute(
            "INSERT INTO escalations (community_id, submission_id, what, due_day, level)
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
            params![here.community.0, id.0, self.what, &self.due, level_word(self.to)],
        )?;
        Ok(n_new != 0)
    }
}

fn what_word(what: What) -> &'static str {
    match what {
        What::FirstAnswer => "first_answer",
        What::Decision => "decision",
        What::PutOff => "put_off",
        What::AppealAnswer => "appeal_answer",
        What::Delivery => "delivery",
    }
}

fn level_word(level: Escalation) -> &'static str {
    match level {
        Escalation::Office => "office",
        Escalation::Street => "street",
    }
}
