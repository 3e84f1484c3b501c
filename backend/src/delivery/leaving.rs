//! Leaving: a resident goes, their place in a team is free, and their words stay without them.

use huiyin_domain::{delivery::Event, ids::ResidentId};

use super::{rows, service, voices};
use crate::{failure::Outcome, here::Here, store::Tx};

/// Takes a resident out of every team they had joined or asked to.
pub fn forget(tx: &mut Tx<'_>, here: &Here, resident: ResidentId) -> Outcome<()> {
    for project in rows::every(tx, here.community)? {
        if project.joined.contains(&resident) || project.asking.contains(&resident) {
            service::happen(tx, here, &project, &Event::Left { resident }, None)?;
        }
    }
    voices::forget(tx, here.community, resident)
}
