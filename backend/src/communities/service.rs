//! What is done with communities.

use huiyin_domain::{
    communities::Community, contests::wire::HomePage, ids::CommunityId, residents::Viewer,
};
use serde::Serialize;

use crate::{
    contests,
    failure::{Failure, Outcome},
    here::Here,
    residents::sessions,
    store::{Row, Tx, counters, params},
};

/// All communities of this deployment.
#[derive(Clone, Debug, Serialize)]
pub struct CommunityList {
    /// By number.
    pub items: Vec<Community>,
    /// There are never so many that they come in parts.
    pub next: Option<String>,
}

/// Sets a community up under the next number; the number in `community` is not looked at.
pub fn create(tx: &mut Tx<'_>, community: &Community) -> Outcome<CommunityId> {
    let id = counters::next(tx, 0, "community")?;
    let id = CommunityId(u32::try_from(id).map_err(|_| Failure::Broken("too many".into()))?);
    let community = Community { id, ..community.clone() };
    tx.execute(
        "INSERT INTO communities (community_id, slug, state) VALUES ($1, $2, $3)",
        params![id.0, &community.slug, serde_json::to_string(&community)?],
    )?;
    Ok(id)
}

/// The community of this name.
pub fn find(tx: &mut Tx<'_>, slug: &str) -> Outcome<Community> {
    let row = tx.first("SELECT state FROM communities WHERE slug = $1", params![slug])?;
    read(&row.ok_or(Failure::MISSING)?)
}

/// The community with this number.
pub fn load(tx: &mut Tx<'_>, id: CommunityId) -> Outcome<Community> {
    let row = tx.first("SELECT state FROM communities WHERE community_id = $1", params![id.0])?;
    read(&row.ok_or(Failure::MISSING)?)
}

/// All of them.
pub fn list(tx: &mut Tx<'_>) -> Outcome<CommunityList> {
    let rows = tx.rows("SELECT state FROM communities ORDER BY community_id", params![])?;
    let items = rows.iter().map(read).collect::<Outcome<_>>()?;
    Ok(CommunityList { items, next: None })
}

/// The first screen: what is open, and what this person may do.
pub fn home(tx: &mut Tx<'_>, here: &Here) -> Outcome<HomePage> {
    let me = match here.viewer {
        Viewer::Guest => None,
        Viewer::Resident { .. } | Viewer::Staff { .. } => sessions::me(tx, here)?,
    };
    Ok(HomePage {
        community: load(tx, here.community)?,
        now: here.now,
        me,
        contests: contests::pages::home_cards(tx, here)?,
    })
}

fn read(row: &Row) -> Outcome<Community> {
    Ok(serde_json::from_str(row.text(0)?)?)
}
