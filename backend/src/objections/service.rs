//! What is done with objections; the contest is held as long as one has no answer.

use huiyin_domain::{
    contests::{self, Contest, ContestRefusal, Event as ContestEvent},
    ids::{ContestId, ObjectionId},
    objections::{
        self, Answer, AnswerForm, Event, Objection, ObjectionForm,
        wire::{ObjectionPage, ObjectionsPage},
    },
    proposals::Proposal,
    refusals::Refusal,
};

use super::{pages, rows};
use crate::{
    contests::{judge, rows as contest_rows},
    failure::Outcome,
    here::Here,
    proposals,
    store::Tx,
};

/// Takes an objection in.
pub fn send(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ContestId,
    form: &ObjectionForm,
) -> Outcome<ObjectionsPage> {
    let contest = judge::visible(tx, here, id)?;
    let (against, said) = form.parse()?;
    let proposal = about(tx, here, against)?;
    let by = here.viewer.resident();
    let has_objected = rows::has_objected(tx, here, id, against, by)?;
    let scene = pages::scene(here, &contest, proposal.as_ref(), has_objected, 0);
    let by = objections::may_object(&scene, against)?;
    let (objection, event) = objections::send(&scene, rows::next_id(tx, here)?, against, said);
    rows::insert(tx, here, &objection, by)?;
    record(tx, here, &objection, &event)?;
    happen(tx, here, &contest, &contest.objected())?;
    pages::of_contest(tx, here, id)
}

/// Answers an objection, and does what was decided by it.
pub fn answer(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ObjectionId,
    form: &AnswerForm,
) -> Outcome<ObjectionPage> {
    let (objection, _) = rows::load(tx, here, id)?;
    let contest = judge::visible(tx, here, objection.contest)?;
    let proposal = about(tx, here, objection.against)?;
    let counts = contest_rows::count_proposals(tx, here.community, contest.id)?;
    let scene = pages::scene(here, &contest, proposal.as_ref(), false, counts.n_shortlisted);
    objections::may_answer(&scene, &objection)?;
    let (change, words) = form.parse()?;
    let (answer, then) = objections::answer(&scene, &objection, change, words)?;
    store(tx, here, objection, answer)?;
    if let (Some(event), Some(proposal)) = (then, &proposal) {
        proposals::service::happen(tx, here, proposal, &event)?;
    }
    happen(tx, here, &contest, &contest.objection_answered())?;
    pages::one(tx, here, id)
}

fn about(tx: &mut Tx<'_>, here: &Here, against: objections::Against) -> Outcome<Option<Proposal>> {
    match against.proposal() {
        Some(id) => proposals::rows::find(tx, here.community, id),
        None => Ok(None),
    }
}

fn store(tx: &mut Tx<'_>, here: &Here, before: Objection, answer: Answer) -> Outcome<()> {
    let event = Event::Answered { answer: answer.clone() };
    let after = Objection { answer: Some(answer), ..before };
    if !rows::answered(tx, here, &after)? {
        return Err(Refusal::Contest { why: ContestRefusal::AnsweredAlready }.into());
    }
    record(tx, here, &after, &event)
}

fn record(tx: &mut Tx<'_>, here: &Here, objection: &Objection, event: &Event) -> Outcome<()> {
    here.record(tx, &format!("objection/{}", objection.id), event.name(), event, None)
}

/// What it does to the contest comes by itself.
fn happen(tx: &mut Tx<'_>, here: &Here, contest: &Contest, event: &ContestEvent) -> Outcome<()> {
    let after = contests::apply(contest, event, here.now);
    contest_rows::change(tx, &here.by_itself(), contest.version, &after, event)
}
