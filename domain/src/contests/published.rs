//! The published file of ballots: read the same way by the server that counts it first and by
//! every browser that counts it again.
use crate::counting::{
    Election,
    pb::{self, PbProblem},
};

/// Units of money in one unit of currency in all tallies that are shown: fen in a yuan.
pub const MONEY_SCALE: u64 = 100;

/// Reads a published file, with all amounts in fen.
///
/// A file of whole yuan alone would be counted in yuan, and its tally would show amounts a
/// hundred times too small.
pub fn read_published(text: &str) -> Result<Election, PbProblem> {
    pb::read(text).map(in_fen)
}

/// The same election with all amounts in fen, where its own unit is a coarser one.
#[must_use]
pub fn in_fen(election: Election) -> Election {
    let scale = election.money_scale;
    if scale == 0 || scale >= MONEY_SCALE || !MONEY_SCALE.is_multiple_of(scale) {
        return election;
    }
    let factor = MONEY_SCALE / scale;
    let mut finer = election.clone();
    finer.money_scale = MONEY_SCALE;
    finer.budget = finer.budget.saturating_mul(factor);
    for project in &mut finer.projects {
        project.cost = project.cost.saturating_mul(factor);
    }
    // Beyond what can be counted exactly the coarser unit stays.
    if finer.is_sound() { finer } else { election }
}
