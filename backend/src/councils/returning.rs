//! Nothing is lost: what stood on the agenda of a council that came to nothing goes on at the next.

use huiyin_domain::councils::meeting::{Council, recalled, returned};

use super::{known::Known, rows, service::happen};
use crate::{failure::Outcome, here::Here, store::Tx};

/// Opens again what closed councils had passed on to one that came to nothing, and puts it first
/// on the agenda of the next council. Where none lies ahead yet, the next one begins with it.
pub fn go_on(tx: &mut Tx<'_>, here: &Here, nothing: &Council) -> Outcome<()> {
    for id in nothing.goes_on_with() {
        let before = rows::load(tx, here.community, id)?;
        if let Some(event) = returned(&before, nothing) {
            happen(tx, here, &before, &event)?;
        }
    }
    let ahead = rows::ahead(tx, here.community)?.into_iter();
    for next in ahead.filter(|it| here.now < it.hours.begins()) {
        let known = Known::of(tx, here, &next, None)?;
        if let Some(event) = recalled(&known.scene(here), &next) {
            happen(tx, here, &next, &event)?;
            return Ok(());
        }
    }
    Ok(())
}
