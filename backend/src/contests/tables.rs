//! Open data: results and proposals as tables for spreadsheets (RFC 4180).

use std::collections::BTreeMap;

use huiyin_domain::{
    counting::{Fate, Outcome as Counted, decimal},
    csv,
    ids::ContestId,
};

use super::{judge, result};
use crate::{
    failure::Outcome,
    here::Here,
    proposals::{rows, stages::stage_word},
    store::{Tx, params},
};

/// What became of a project, as a word; the same as in the JSON.
fn fate_word(fate: &Fate) -> &'static str {
    match fate {
        Fate::Won { .. } => "won",
        Fate::TooDear { .. } => "too_dear",
        Fate::NotAfforded { .. } => "not_afforded",
        Fate::NoPoints => "no_points",
        Fate::Dropped => "dropped",
        Fate::Excluded { .. } => "excluded",
    }
}

fn row(table: &mut String, cells: &[String]) {
    csv::write_row(table, cells);
}

/// The result: one row for each proposal that was voted on.
pub fn result(tx: &mut Tx<'_>, here: &Here, slug: &str, id: ContestId) -> Outcome<String> {
    let page = result::page(tx, here, slug, id)?;
    let mut table = csv::MARK.to_string();
    let head = ["number", "title", "cost", "points", "supporters", "result", "place"];
    row(&mut table, &head.map(str::to_owned));
    let titles: BTreeMap<&str, &str> =
        page.proposals.iter().map(|card| (card.ballot_key.as_str(), card.title.as_str())).collect();
    for Counted { project, cost, points, supporters, fate } in &page.tally.outcomes {
        let place = if let Fate::Won { place } = fate { place.to_string() } else { String::new() };
        let title = titles.get(project.as_str()).copied().unwrap_or_default();
        let cells = [
            project.clone(),
            title.to_owned(),
            decimal(*cost, 100),
            points.to_string(),
            supporters.to_string(),
            fate_word(fate).to_owned(),
            place,
        ];
        row(&mut table, &cells);
    }
    Ok(table)
}

/// All proposals of a contest, with nobody's name.
pub fn proposals(tx: &mut Tx<'_>, here: &Here, id: ContestId) -> Outcome<String> {
    judge::visible(tx, here, id)?;
    let found = tx.rows(
        "SELECT state, n_co_signs FROM proposals WHERE community_id = $1 AND contest_id = $2
         ORDER BY proposal_id",
        params![here.community.0, id.0],
    )?;
    let mut table = csv::MARK.to_string();
    let head = ["number", "title", "place", "stage", "cost", "co_signatures", "why"];
    row(&mut table, &head.map(str::to_owned));
    for stored in &found {
        let proposal = rows::read(stored)?;
        let cost = proposal.stage.cost();
        let cells = [
            proposal.ballot_key,
            proposal.content.title.to_string(),
            proposal.content.place.to_string(),
            stage_word(proposal.stage.kind()).to_owned(),
            cost.map_or(String::new(), |cost| decimal(cost.in_fen(), 100)),
            stored.int(1)?.to_string(),
            proposal.content.why.to_string(),
        ];
        row(&mut table, &cells);
    }
    Ok(table)
}
