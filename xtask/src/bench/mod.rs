//! `cargo xtask bench`: how fast we count and answer, how little we send, how it feels in a browser.

mod browser;
mod counting;
mod ledger;
mod planner;
pub(crate) mod sizes;
mod table;

use crate::failure::Failure;
use crate::places::Places;
use crate::{client, server, setup};

/// Measures everything; `quick` leaves out the long counts and the browser.
pub(crate) fn bench(places: &Places, quick: bool) -> Result<(), Failure> {
    setup::prepare(places, if quick { setup::FOR_BUILD } else { setup::FOR_BROWSERS })?;
    let n_wrong = counting::measure(places, quick)? + planner::measure(places)?;
    ledger::measure(places)?;
    client::build(places)?;
    server::build(places)?;
    sizes::measure(places)?;
    if !quick {
        browser::measure(places)?;
    }
    match n_wrong {
        0 => Ok(()),
        n_wrong => {
            Err(Failure::new(format!("{n_wrong} counts and plans differ from the expected ones")))
        }
    }
}
