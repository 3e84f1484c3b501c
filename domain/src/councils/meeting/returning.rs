//! What stood on the agenda of a council that came to nothing goes on at the next one.
use super::{
    Council, Event, Outcome, Scene, Stage, Standing,
    agenda::{About, with_open},
    may::may_prepare,
};
use crate::ids::CouncilId;
use std::collections::BTreeSet;

impl Council {
    /// Did it come to nothing: was it cancelled, or were too few there? Then nothing on its agenda
    /// is settled.
    pub fn came_to_nothing(&self) -> bool {
        match &self.stage {
            Stage::Cancelled { .. } => true,
            Stage::Ended { sitting }
            | Stage::MinutesPublished { sitting, .. }
            | Stage::Closed { sitting, .. } => match sitting.outcome {
                Outcome::NoQuorum { .. } => true,
                Outcome::Held => false,
            },
            Stage::Scheduled | Stage::Noticed { .. } | Stage::InSession { .. } => false,
        }
    }

    /// The councils whose resolutions stand on its agenda.
    pub fn goes_on_with(&self) -> BTreeSet<CouncilId> {
        let of = |about: About| match about {
            About::Resolution { of } => Some(of.council),
            About::Nothing | About::Submission { .. } => None,
        };
        self.agenda.iter().filter_map(|item| of(item.about)).collect()
    }

    /// Which of its resolutions went on in that council.
    fn carried_into(&self, other: CouncilId) -> Vec<u32> {
        let went_there = Standing::CarriedOver { into: other };
        let carried = self.resolutions.iter().filter(|it| it.standing == went_there);
        carried.map(|it| it.number).collect()
    }
}

/// Those of a closed council's resolutions that went on in one that came to nothing are open
/// again; nothing when there are none.
pub fn returned(council: &Council, nothing: &Council) -> Option<Event> {
    let resolutions = council.carried_into(nothing.id);
    let is_lost = nothing.came_to_nothing() && !resolutions.is_empty();
    is_lost.then_some(Event::Returned { resolutions })
}

/// Puts what earlier councils left open first on the agenda of one that lies ahead; nothing when
/// it stands there already.
///
/// It may take longer than the council then: whoever sets the agenda next shortens the rest.
pub fn recalled(scene: &Scene, council: &Council) -> Option<Event> {
    may_prepare(scene, council).ok()?;
    let items = with_open(council.agenda.clone(), scene.open_before);
    (items != council.agenda).then_some(Event::AgendaSet { items })
}
