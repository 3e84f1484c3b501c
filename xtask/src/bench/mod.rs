//! `cargo xtask bench`: how fast we count and answer, how little we send, how it feels in a browser.

mod browser;
mod counting;
mod crates;
mod floor;
mod ledger;
mod planner;
mod proposals;
pub(crate) mod sizes;
mod table;

use crate::failure::Failure;
use crate::places::Places;
use crate::{client, server, setup};

/// Measures everything; `quick` leaves out the long counts and Lighthouse.
pub(crate) fn bench(places: &Places, quick: bool) -> Result<(), Failure> {
    setup::prepare(places, if quick { setup::FOR_BROWSERS } else { setup::FOR_LIGHTHOUSE })?;
    let n_wrong = counting::measure(places, quick)? + planner::measure(places)?;
    ledger::measure(places)?;
    proposals::measure(places)?;
    client::build(places)?;
    server::build(places)?;
    sizes::measure(places)?;
    crates::measure(places)?;
    floor::measure(places)?;
    browser::measure(places, quick)?;
    match n_wrong {
        0 => Ok(()),
        n_wrong => {
            Err(Failure::new(format!("{n_wrong} counts and plans differ from the expected ones")))
        }
    }
}
