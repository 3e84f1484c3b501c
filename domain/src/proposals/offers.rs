//! What a person may do with a proposal next: one large button each.
use super::{Proposal, Scene, Stage, may, merging, review, wire::Offer};
use crate::{contests::Phase, ids::DepartmentId, residents::Viewer};

/// What this person may do next, the likeliest first.
pub fn offers(scene: &Scene, proposal: &Proposal) -> Vec<Offer> {
    let mut offers = Vec::new();
    let mut offer = |is_open: bool, what: Offer| {
        if is_open {
            offers.push(what);
        }
    };
    let asks_guest = matches!(scene.by, Viewer::Guest)
        && scene.contest.phase(scene.now) == Phase::Collecting
        && may::gathers(proposal);
    if let Ok(asked) = merging::asked(scene, proposal) {
        offer(true, Offer::AgreeMerge { into: asked.into });
        offer(true, Offer::DeclineMerge);
    }
    if let Ok((_, into)) = merging::may_move_co_sign(scene, proposal) {
        offer(true, Offer::MoveCoSign { into });
    }
    offer(may::may_co_sign(scene, proposal).is_ok() || asks_guest, Offer::CoSign);
    offer(may::may_withdraw_co_sign(scene, proposal).is_ok(), Offer::WithdrawCoSign);
    let needs_reason = scene.n_co_signs > 0;
    offer(may::may_edit(scene, proposal).is_ok(), Offer::Edit { needs_reason });
    offer(may::may_invite(scene, proposal).is_ok(), Offer::Invite);
    offer_to_staff(scene, proposal, &mut offer);
    offer(may::may_leave(scene, proposal).is_ok(), Offer::Leave);
    offer(may::may_withdraw(scene, proposal).is_ok(), Offer::Withdraw);
    offers
}

fn offer_to_staff(scene: &Scene, proposal: &Proposal, offer: &mut impl FnMut(bool, Offer)) {
    let cap = scene.contest.rules.cap;
    offer(may::may_pass(scene, proposal).is_ok(), Offer::Pass);
    if let Some(department) = assesses_for(scene, proposal) {
        offer(true, Offer::Assess { department, cap });
    }
    offer(review::may_conclude(scene, proposal).is_ok(), Offer::Conclude { cap });
    let may_decide = may::may_decide(scene, proposal).is_ok();
    let may_send = may::is_organiser(scene).is_ok()
        && may::before_notice(scene).is_ok()
        && matches!(proposal.stage, Stage::Qualified | Stage::UnderReview);
    offer(may_send, Offer::SendToReview);
    offer(may_decide, Offer::Shortlist { cap });
    let is_set_aside = matches!(proposal.stage, Stage::NotFeasible { .. });
    offer(may_decide && !is_set_aside, Offer::SetAside);
    offer(may::may_admit(scene, proposal).is_ok(), Offer::Admit);
    let may_screen = may::may_screen(scene, proposal).is_ok();
    offer(may_screen, Offer::Return);
    let has_list = !scene.contest.rules.negative_list.is_empty();
    offer(may_screen && has_list, Offer::RuleOut);
    offer(merging::may_take_back(scene, proposal).is_ok(), Offer::TakeBackMerge);
    let may_offer = merging::may_offer(scene, proposal).is_ok() && proposal.merge.is_none();
    offer(may_offer, Offer::OfferMerge);
}

/// For which department this person says what it finds: reviewers for their own; the office for
/// the first that has not said anything.
fn assesses_for(scene: &Scene, proposal: &Proposal) -> Option<DepartmentId> {
    let under_way = review::under_way(scene, proposal).ok()?;
    let own = scene.by.department();
    let waits = || under_way.asked.iter().find(|one| one.finding.is_none());
    let department = match own {
        Some(own) => own,
        None => waits()?.department,
    };
    review::speaks_for(scene, under_way, department).is_ok().then_some(department)
}
