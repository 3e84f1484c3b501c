//! What a command to a proposal does, what follows by itself, and what the proposal becomes.
use super::{
    Command, Content, Event, MergeOffer, Proposal, Review, Scene, Stage, may, merging, review,
};
use crate::{
    contests::{Reason, Screening},
    money::Money,
    refusals::Refusal,
};

/// What a command does, or why it is refused.
pub fn decide(scene: &Scene, proposal: &Proposal, command: Command) -> Result<Event, Refusal> {
    match command {
        Command::CoSign => may::may_co_sign(scene, proposal).map(|_| Event::CoSigned),
        Command::WithdrawCoSign => {
            may::may_withdraw_co_sign(scene, proposal).map(|_| Event::CoSignWithdrawn)
        }
        Command::MoveCoSign => {
            merging::may_move_co_sign(scene, proposal).map(|_| Event::CoSignMoved)
        }
        Command::Withdraw => may::may_withdraw(scene, proposal).map(|()| Event::Withdrawn),
        Command::Leave => may::may_leave(scene, proposal).map(|_| Event::AuthorLeft),
        Command::Pass => may::may_pass(scene, proposal).map(|()| Event::Passed),
        Command::Return { what } => {
            may::may_screen(scene, proposal).map(|()| Event::Returned { what })
        }
        Command::RuleOut { item, reason } => rule_out(scene, proposal, item, reason),
        Command::Admit { reason } => {
            may::may_admit(scene, proposal).map(|()| Event::Admitted { reason })
        }
        Command::SendToReview { lead, others, due } => {
            review::send(scene, proposal, lead, others, due)
        }
        Command::Assess { department, finding } => {
            review::assess(scene, proposal, department, finding)
        }
        Command::Conclude { finding } => review::conclude(scene, proposal, finding),
        Command::Shortlist { cost } => shortlist(scene, proposal, cost),
        Command::SetAside { reason } => {
            may::may_decide(scene, proposal).map(|()| Event::SetAside { reason })
        }
        Command::OfferMerge { into, why } => merging::offer(scene, proposal, into, why),
        Command::TakeBackMerge => {
            merging::may_take_back(scene, proposal).map(|()| Event::MergeTakenBack)
        }
        Command::AgreeMerge => merging::agree(scene, proposal),
        Command::DeclineMerge => merging::asked(scene, proposal).map(|_| Event::MergeDeclined),
    }
}

fn rule_out(
    scene: &Scene,
    proposal: &Proposal,
    item: u32,
    reason: Reason,
) -> Result<Event, Refusal> {
    may::may_screen(scene, proposal)?;
    let list = &scene.contest.rules.negative_list;
    let at = usize::try_from(item).ok().and_then(|item| item.checked_sub(1));
    let item = at.and_then(|at| list.get(at)).cloned();
    let n_items = u32::try_from(list.len()).unwrap_or(u32::MAX);
    Ok(Event::RuledOut { item: item.ok_or(Refusal::NotOnTheList { n_items })?, reason })
}

fn shortlist(scene: &Scene, proposal: &Proposal, cost: Money) -> Result<Event, Refusal> {
    may::may_decide(scene, proposal)?;
    may::may_cost(&scene.contest.rules, cost)?;
    let Stage::Shortlisted { months, .. } = proposal.stage else {
        return Ok(Event::Shortlisted { cost, months: None });
    };
    Ok(Event::Shortlisted { cost, months })
}

/// A new version of the text. Once others have co-signed it needs a reason, and they are told.
pub fn edit(
    scene: &Scene,
    proposal: &Proposal,
    content: &Content,
    why: Option<Reason>,
) -> Result<Event, Refusal> {
    may::may_edit(scene, proposal)?;
    if *content == proposal.content {
        return Err(Refusal::NothingChanged);
    }
    if scene.n_co_signs > 0 && why.is_none() {
        return Err(Refusal::SayWhyItChanged { n_co_signs: scene.n_co_signs });
    }
    Ok(Event::Edited { n: proposal.text + 1, sha256: content.sha256(), why })
}

/// What follows by itself from how things stand: a proposal that enough have co-signed qualifies.
/// From notice on nothing does; who gets there too late is answered by the office.
pub fn follows(scene: &Scene, proposal: &Proposal) -> Option<Event> {
    let is_enough = scene.n_co_signs >= scene.contest.rules.co_signs_needed;
    let is_open = may::before_notice(scene).is_ok();
    (proposal.stage == Stage::CoSigning && is_enough && is_open).then_some(Event::Qualified)
}

/// Where a proposal begins in a contest.
pub fn first_stage(screening: Screening) -> Stage {
    match screening {
        Screening::First => Stage::Submitted,
        Screening::Meanwhile => Stage::CoSigning,
    }
}

/// Of what won, and so of every project, it is known what it gets.
fn award_of(proposal: &Proposal) -> Money {
    let award = proposal.stage.cost();
    debug_assert!(award.is_some(), "only what won becomes a project");
    award.unwrap_or_default()
}

/// The proposal after an event. Never decides: what was decided has happened. The text of
/// [`Event::Edited`] and who joined or left the authors are set by the service beside it.
#[must_use]
pub fn apply(proposal: &Proposal, event: &Event) -> Proposal {
    let mut after = proposal.clone();
    match event {
        // Co-signatures are rows of their own and do not change the proposal's text or stage.
        Event::Submitted | Event::CoSigned | Event::CoSignWithdrawn | Event::CoSignMoved => {
            return after;
        }
        Event::AuthorJoined | Event::AuthorLeft => {}
        Event::Withdrawn => after.stage = Stage::Withdrawn,
        Event::Passed => after.stage = Stage::CoSigning,
        Event::Returned { what } => after.stage = Stage::Returned { what: what.clone() },
        Event::RuledOut { item, reason } => {
            after.stage = Stage::OutOfScope { item: item.clone(), reason: reason.clone() };
        }
        Event::Edited { n, .. } => {
            after.text = *n;
            if matches!(after.stage, Stage::Returned { .. }) {
                after.stage = Stage::Submitted;
            }
        }
        Event::Qualified | Event::Admitted { .. } => after.stage = Stage::Qualified,
        Event::SentToReview { lead, others, due, keeps } => {
            let goes_on = *keeps && proposal.stage == Stage::UnderReview;
            let earlier = proposal.review.as_ref().filter(|_| goes_on);
            after.stage = Stage::UnderReview;
            after.review = Some(Review::new(*lead, others, *due).keeping(earlier));
        }
        Event::Assessed { department, finding } => {
            after.review = after.review.map(|review| review.with(*department, finding));
        }
        Event::Shortlisted { cost, months } => {
            after.stage = Stage::Shortlisted { cost: *cost, months: *months };
        }
        Event::SetAside { reason } => after.stage = Stage::NotFeasible { reason: reason.clone() },
        Event::MergeOffered { into, why } => {
            after.merge = Some(MergeOffer { into: *into, why: why.clone() });
        }
        Event::MergeTakenBack | Event::MergeDeclined => after.merge = None,
        Event::Merged { into, .. } => {
            after.stage = Stage::MergedInto { into: *into };
            after.merge = None;
        }
        Event::Won { award } | Event::CalledUp { award, .. } => {
            after.stage = Stage::Won { award: *award };
        }
        Event::GivenBack { award, reason } => {
            after.stage = Stage::GivenBack { award: *award, reason: reason.clone() };
        }
        Event::Reserved { place } => {
            let cost = proposal.stage.cost();
            debug_assert!(cost.is_some(), "only what was voted on can lose");
            if let Some(cost) = cost {
                after.stage = Stage::Reserve { cost, place: *place };
            }
        }
        Event::NotSelected => {
            let cost = proposal.stage.cost();
            debug_assert!(cost.is_some(), "only what was voted on can lose");
            if let Some(cost) = cost {
                after.stage = Stage::NotSelected { cost };
            }
        }
        Event::Begun => after.stage = Stage::InDelivery { award: award_of(proposal) },
        Event::Delivered => after.stage = Stage::Delivered { award: award_of(proposal) },
        Event::Stopped { reason } => {
            let award = award_of(proposal);
            after.stage = Stage::Stopped { award, reason: reason.clone() };
        }
    }
    after.version = proposal.version.next();
    after
}
