//! Leaving: a resident goes, and what they sent stays and is answered all the same.

use huiyin_domain::{feedback::Event, ids::ResidentId};

use super::{follows, rows, service};
use crate::{failure::Outcome, here::Here, store::Tx};

/// Forgets that this resident sent and follows anything; says how many of theirs are open.
pub fn author_left(tx: &mut Tx<'_>, here: &Here, resident: ResidentId) -> Outcome<u32> {
    let sent = rows::all_of_author(tx, here.community, resident)?;
    // First, so that nobody is told who is not here any more.
    rows::forget_author(tx, here.community, resident)?;
    follows::forget(tx, here.community, resident)?;
    let mut n_open: u32 = 0;
    for submission in sent {
        if !submission.stage.kind().is_end() {
            service::happen(tx, here, &submission, &Event::AuthorLeft)?;
            n_open = n_open.saturating_add(1);
        }
    }
    Ok(n_open)
}
