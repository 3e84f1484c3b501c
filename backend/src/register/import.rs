//! Importing: a table is weighed, shown to the office, and stored only as it was shown.

use huiyin_domain::{
    csv,
    desk::may_serve,
    problems::FieldFault,
    refusals::Refusal,
    register::{
        FileFault, RegisterRefusal,
        columns::Column,
        read::{Table, read},
        report::weigh,
        wire::{self, Imported, Report},
    },
};

use super::{decode::decode, rows};
use crate::{
    failure::{Failure, Outcome},
    here::Here,
    store::{Tx, params},
};

/// The table in a file.
pub fn table_of(bytes: &[u8]) -> Outcome<Table> {
    decode(bytes).and_then(|text| read(&text)).map_err(in_file)
}

/// What is wrong with the file, beside its field.
pub fn in_file(fault: FileFault) -> Failure {
    Failure::field("file", FieldFault::Register(fault))
}

/// What importing a table would do; nothing is stored.
pub fn report(tx: &mut Tx<'_>, here: &Here, table: Table) -> Outcome<Report> {
    may_serve(&here.viewer)?;
    let (_, report) = weigh(table, &rows::on_register(tx, here.community)?);
    Ok(report)
}

/// Stores a table, if that does exactly what the report under this seal has told.
pub fn import(tx: &mut Tx<'_>, here: &Here, table: Table, seal: &str) -> Outcome<Imported> {
    may_serve(&here.viewer)?;
    let (plan, report) = weigh(table, &rows::on_register(tx, here.community)?);
    if report.seal != seal {
        return Err(Refusal::from(RegisterRefusal::Changed).into());
    }
    rows::add(tx, here.community, &plan.adds, here.now)?;
    for (id, entry) in &plan.fills {
        rows::fill(tx, here.community, *id, entry)?;
    }
    let n_refused = u32::try_from(report.refused.len()).unwrap_or(u32::MAX);
    let imported = Imported {
        n_new: report.n_new,
        n_filled: report.n_filled,
        n_known: report.n_known,
        n_refused,
    };
    here.record(tx, "register", "imported", &imported, None)?;
    Ok(imported)
}

/// The whole register as a table that can be imported again, for the office.
pub fn export(tx: &mut Tx<'_>, here: &Here) -> Outcome<String> {
    may_serve(&here.viewer)?;
    let found = tx.rows(
        "SELECT public_name, COALESCE(building, address), unit, room, phone, household
         FROM residents WHERE community_id = $1 ORDER BY building, address, resident_id",
        params![here.community.0],
    )?;
    let mut table = csv::MARK.to_string();
    csv::write_row(&mut table, &wire::heads());
    for row in &found {
        let cell = |at: usize| Ok(row.opt_text(at)?.unwrap_or_default().to_owned());
        let cells: Outcome<Vec<String>> = (0..Column::ALL.len()).map(cell).collect();
        csv::write_row(&mut table, &cells?);
    }
    Ok(table)
}
