//! What a person may do with a project next: one large button each.
use super::{Project, Scene, may};
use crate::{ids::ResidentId, residents::Viewer};
use huiyin_derive::ReadTagged;
use serde::Serialize;

/// Something this person may do with a project next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Offer {
    /// Say that it is done.
    SayDone,
    /// Say that it is not.
    SayNotDone,
    /// Ask to join the team.
    Ask,
    /// Leave it, or do not ask any more.
    Leave,
    /// Let somebody join who has asked.
    LetIn {
        /// Whom.
        resident: ResidentId,
    },
    /// Or tell them no.
    TurnAway {
        /// Whom.
        resident: ResidentId,
    },
    /// Tell of the work.
    Report,
    /// Enter a payment.
    Pay,
    /// Correct one.
    Correct,
    /// Plan anew what is not done yet.
    Plan,
    /// Ask the residents whether it is done.
    Finish,
    /// Answer those who say that it is not.
    Answer,
    /// Close it with the report.
    Close,
    /// Go on with the work.
    Resume,
    /// Answer for it from now on.
    TakeOver,
    /// Give it up.
    Stop,
}

/// What this person may do next, the likeliest first. Guests are shown what residents may do: the
/// first step then is to sign in.
pub fn offers(scene: &Scene, project: &Project) -> Vec<Offer> {
    let mut offers = Vec::new();
    let mut offer = |is_open: bool, what: Offer| {
        if is_open {
            offers.push(what);
        }
    };
    let is_guest = matches!(scene.by, Viewer::Guest);
    let may_say = may::may_say(&as_anybody(scene, is_guest), project).is_ok();
    offer(may_say, Offer::SayDone);
    offer(may_say, Offer::SayNotDone);
    for resident in &project.asking {
        let may_let_in = may::may_let_in(scene, project, *resident).is_ok();
        offer(may_let_in, Offer::LetIn { resident: *resident });
        let may_turn_away = may::may_say_who_joins(scene, project).is_ok();
        offer(may_turn_away, Offer::TurnAway { resident: *resident });
    }
    offer(may::may_close(scene, project).is_ok(), Offer::Close);
    let may_answer = may::may_answer(scene, project).is_ok() && scene.n_unanswered > 0;
    offer(may_answer, Offer::Answer);
    offer(may::may_resume(scene, project).is_ok(), Offer::Resume);
    offer(may::may_report(scene, project).is_ok(), Offer::Report);
    let keeps_the_book = may::may_keep_the_book(scene, project).is_ok();
    offer(keeps_the_book, Offer::Pay);
    let has_paid = !project.entries.is_empty();
    offer(keeps_the_book && has_paid, Offer::Correct);
    let runs = may::may_run(scene, project).is_ok();
    offer(runs, Offer::Finish);
    offer(runs, Offer::Plan);
    offer(may::may_ask(&as_anybody(scene, is_guest), project).is_ok(), Offer::Ask);
    offer(may::may_leave(scene, project).is_ok(), Offer::Leave);
    offer(may::may_take_over(scene, project).is_ok(), Offer::TakeOver);
    offer(may::may_stop(scene, project).is_ok(), Offer::Stop);
    offers
}

/// A resident who has no part in it yet, in place of a guest.
const SOMEBODY: Viewer = Viewer::Resident { id: ResidentId(u32::MAX) };

fn as_anybody<'a>(scene: &Scene<'a>, is_guest: bool) -> Scene<'a> {
    if is_guest { Scene { by: &SOMEBODY, ..*scene } } else { *scene }
}
