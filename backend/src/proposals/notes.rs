//! Notes: what the staff write down for each other about a proposal; never public.

use huiyin_domain::{
    contests::Reason,
    ids::ProposalId,
    proposals::{
        may_read_notes,
        wire::{Note, NoteForm, Notes},
    },
    refusals::Refusal,
    residents::Viewer,
    time::Moment,
};

use super::{known::Known, rows};
use crate::{
    contests,
    failure::{Failure, Outcome},
    here::Here,
    store::{Row, Tx, counters, params},
};

/// Notes shown of one proposal.
const SHOWN_MOST: u32 = 200;

fn check(tx: &mut Tx<'_>, here: &Here, id: ProposalId) -> Outcome<()> {
    let (proposal, n_co_signs) = rows::load(tx, here.community, id)?;
    let contest = contests::rows::load(tx, here.community, proposal.contest)?;
    let known = Known::of(tx, here, (&proposal, n_co_signs), contest)?;
    Ok(may_read_notes(&known.scene(here), &proposal)?)
}

/// All notes on a proposal, the newest first.
pub fn list(tx: &mut Tx<'_>, here: &Here, id: ProposalId) -> Outcome<Notes> {
    check(tx, here, id)?;
    let rows = tx.rows(
        "SELECT n.at_ms, COALESCE(s.name, ''), n.words FROM review_notes n
         LEFT JOIN staff s ON s.community_id = n.community_id AND s.staff_id = n.staff_id
         WHERE n.community_id = $1 AND n.proposal_id = $2
         ORDER BY n.note_id DESC LIMIT $3",
        params![here.community.0, id.0, SHOWN_MOST],
    )?;
    Ok(Notes { items: rows.iter().map(read).collect::<Outcome<_>>()? })
}

fn read(row: &Row) -> Outcome<Note> {
    let words = Reason::parse(row.text(2)?);
    Ok(Note {
        at: Moment::from_millis(row.int(0)?),
        by: row.text(1)?.to_owned(),
        words: words.map_err(|problem| Failure::Broken(format!("a note: {problem:?}")))?,
    })
}

/// Writes a note down.
pub fn add(tx: &mut Tx<'_>, here: &Here, id: ProposalId, form: &NoteForm) -> Outcome<Notes> {
    check(tx, here, id)?;
    let Viewer::Staff { id: staff, .. } = here.viewer else {
        return Err(Refusal::StaffOnly.into());
    };
    let number = counters::next(tx, here.community_id(), "review_note")?;
    tx.execute(
        "INSERT INTO review_notes (community_id, note_id, proposal_id, staff_id, at_ms, words)
         VALUES ($1, $2, $3, $4, $5, $6)",
        params![here.community.0, number, id.0, staff.0, here.now.millis(), form.words.as_str()],
    )?;
    list(tx, here, id)
}
