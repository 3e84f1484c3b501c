//! Letters: finding the resident at the desk, and printing a new letter for them.

use huiyin_domain::{
    desk::may_serve,
    ids::ResidentId,
    residents::{
        Viewer,
        search::{FOUND_MOST, ResidentSearch},
        wire::{FoundResident, LetterForm, PrintedLetter, ResidentList, ResidentPage},
    },
    time::Moment,
    web_address::WebAddress,
};
use serde_json::json;

use super::{
    modes,
    service::{self, LetterSecret},
    sessions,
};
use crate::{
    communities,
    failure::{Failure, Outcome},
    here::Here,
    qr::draw::draw,
    store::{Row, Tx, params},
};

/// The residents who fit what was said; those who are not staff learn nothing.
pub fn find(tx: &mut Tx<'_>, here: &Here, search: &ResidentSearch) -> Outcome<ResidentList> {
    may_serve(&here.viewer)?;
    let part = format!("%{}%", literally(search.words()));
    let rows = tx.rows(
        "SELECT r.resident_id, r.public_name, r.address FROM residents r
         LEFT JOIN letters l
             ON l.community_id = r.community_id AND l.resident_id = r.resident_id
         WHERE r.community_id = $1 AND (LOWER(r.public_name) LIKE $2 ESCAPE '!'
             OR LOWER(r.address) LIKE $2 ESCAPE '!' OR l.letter = $3)
         ORDER BY r.public_name, r.resident_id LIMIT $4",
        params![here.community.0, part, search.letter(), FOUND_MOST + 1],
    )?;
    let mut items = rows.iter().map(read).collect::<Outcome<Vec<_>>>()?;
    let n_most = FOUND_MOST as usize;
    let has_more = items.len() > n_most;
    items.truncate(n_most);
    Ok(ResidentList { items, next: None, has_more })
}

/// One resident, for whoever prints their letter.
pub fn page(tx: &mut Tx<'_>, here: &Here, id: ResidentId) -> Outcome<ResidentPage> {
    may_serve(&here.viewer)?;
    let resident = resident(tx, here, id)?;
    let row = tx.first(
        "SELECT MAX(printed_ms) FROM letters WHERE community_id = $1 AND resident_id = $2",
        params![here.community.0, id.0],
    )?;
    let printed_ms = row.map(|row| row.opt_int(0)).transpose()?.flatten();
    Ok(ResidentPage {
        resident,
        last_letter: printed_ms.map(Moment::from_millis),
        modes: modes::of(tx, here.community, &Viewer::Resident { id })?,
        community: communities::service::load(tx, here.community)?,
    })
}

/// Makes a new letter; the ones before it stop working. `secret` was hashed beforehand.
pub fn print(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ResidentId,
    secret: &LetterSecret,
    LetterForm { sign_in, end_sessions }: &LetterForm,
) -> Outcome<PrintedLetter> {
    may_serve(&here.viewer)?;
    resident(tx, here, id)?;
    let code = service::print_letter(tx, here.community, id, secret, here.now)?;
    let modes = modes::of(tx, here.community, &Viewer::Resident { id })?;
    let modes = modes.map_or(String::new(), |modes| format!("&modes={modes}"));
    let link =
        WebAddress::try_from(format!("{sign_in}#code={}{modes}", String::from(code.clone())))
            .map_err(|why| Failure::malformed(format!("sign_in: {why}")))?;
    // Only the half of the code that names the letter may stand in the record.
    let mut printed = json!({ "letter": code.letter() });
    if *end_sessions {
        printed["n_signed_out"] = sessions::end_all(tx, here.community, id)?.into();
    }
    here.record(tx, &format!("resident/{id}"), "letter_printed", &printed, None)?;
    Ok(PrintedLetter { qr_svg: draw(&link, sign_in.as_str())?, printed_at: here.now, code })
}

fn resident(tx: &mut Tx<'_>, here: &Here, id: ResidentId) -> Outcome<FoundResident> {
    let row = tx.first(
        "SELECT resident_id, public_name, address FROM residents
         WHERE community_id = $1 AND resident_id = $2",
        params![here.community.0, id.0],
    )?;
    read(&row.ok_or(Failure::MISSING)?)
}

fn read(row: &Row) -> Outcome<FoundResident> {
    let id = row.int(0)?;
    let id = u32::try_from(id).map_err(|_| Failure::Broken(format!("resident {id}")))?;
    Ok(FoundResident {
        id: ResidentId(id),
        public_name: row.text(1)?.to_owned(),
        address: row.opt_text(2)?.map(str::to_owned),
    })
}

/// Words as they are to be found, whatever signs stand in them.
fn literally(words: &str) -> String {
    words.replace('!', "!!").replace('%', "!%").replace('_', "!_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_searched_for_as_they_are() {
        assert_eq!(literally("100%_!"), "100!%!_!!");
    }
}
