//! What a person may do with a submission next: one large button each.
use super::{
    Scene, Submission,
    may::{
        may_acknowledge, may_answer, may_appeal, may_close, may_confirm, may_deliver, may_extend,
        may_pass_on, may_reopen, may_sort, may_uphold, may_withdraw,
    },
};
use crate::{
    channels::Channel,
    residents::Viewer,
    time::{Day, iso_day},
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// Whose word it is that is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Speaks {
    /// One's own.
    Own,
    /// The resident's, heard by the office on the telephone or read on paper.
    ForResident,
}

/// Something this person may do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Offer {
    /// Say that it is done, or that the answer will do.
    Confirm {
        /// Whose word.
        speaks: Speaks,
    },
    /// Say that it is not done.
    Reopen {
        /// Whose word.
        speaks: Speaks,
    },
    /// Say that the answer is not right.
    Appeal {
        /// Whose word.
        speaks: Speaks,
        /// The last day.
        #[serde(with = "iso_day")]
        until: Day,
    },
    /// Tell the resident who looks at it.
    Acknowledge,
    /// Answer it.
    Answer,
    /// Let the answer stand.
    Uphold,
    /// Report a step.
    Report,
    /// Report that it is done.
    Deliver,
    /// Pass it on.
    PassOn,
    /// Put its day off.
    Extend {
        /// To this day at the most.
        #[serde(with = "iso_day")]
        latest: Day,
    },
    /// Say what it is about.
    Sort,
    /// End it in place of a resident who has left.
    CloseWithoutAuthor,
    /// Follow it.
    Follow,
    /// Follow it no more.
    Unfollow,
    /// Take it back.
    Withdraw,
}

/// What this person may do next, the likeliest first. `follows`: does whoever asks follow it?
pub fn offers(scene: &Scene, submission: &Submission, follows: bool) -> Vec<Offer> {
    let mut offers = Vec::new();
    resident_word(scene, submission, &mut offers);
    staff_acts(scene, submission, &mut offers);
    if may_close(scene, submission).is_ok() {
        offers.push(Offer::CloseWithoutAuthor);
    }
    if matches!(scene.by, Viewer::Resident { .. }) && !scene.is_author {
        offers.push(if follows { Offer::Unfollow } else { Offer::Follow });
    }
    if may_withdraw(scene, submission).is_ok() {
        offers.push(Offer::Withdraw);
    }
    offers
}

fn resident_word(scene: &Scene, submission: &Submission, offers: &mut Vec<Offer>) {
    let (told, speaks) = match scene.by {
        Viewer::Staff { .. } => (Some(Channel::Phone), Speaks::ForResident),
        Viewer::Guest | Viewer::Resident { .. } => (None, Speaks::Own),
    };
    if may_confirm(scene, submission, told).is_ok() {
        offers.push(Offer::Confirm { speaks });
    }
    if may_reopen(scene, submission, told).is_ok() {
        offers.push(Offer::Reopen { speaks });
    }
    let until = submission.stage.appeal_until();
    if let (Ok(_), Some(until)) = (may_appeal(scene, submission, told), until) {
        offers.push(Offer::Appeal { speaks, until });
    }
}

fn staff_acts(scene: &Scene, submission: &Submission, offers: &mut Vec<Offer>) {
    if may_acknowledge(scene, submission).is_ok() {
        offers.push(Offer::Acknowledge);
    }
    if may_deliver(scene, submission).is_ok() {
        offers.extend([Offer::Deliver, Offer::Report]);
    }
    if may_answer(scene, submission).is_ok() {
        offers.push(Offer::Answer);
    }
    if may_uphold(scene, submission).is_ok() {
        offers.push(Offer::Uphold);
    }
    if may_pass_on(scene, submission).is_ok() {
        offers.push(Offer::PassOn);
    }
    if let Ok(duty) = may_extend(scene, submission) {
        let from = duty.due.max(scene.today());
        let latest = scene.calendar.after_working_days(from, submission.days.extension);
        offers.push(Offer::Extend { latest });
    }
    if may_sort(scene, submission).is_ok() {
        offers.push(Offer::Sort);
    }
}
