//! The days a community allows itself.

use huiyin_domain::{
    feedback::{DaysAllowed, MOST_DAYS},
    ids::CommunityId,
    problems::FieldFault,
    refusals::Refusal,
    residents::Viewer,
};

use crate::{
    failure::{Failure, Outcome},
    here::Here,
    store::{Tx, params},
};

/// What the community promises; without a word of its own, the defaults.
pub fn of(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<DaysAllowed> {
    let row =
        tx.first("SELECT days FROM days_allowed WHERE community_id = $1", params![community.0])?;
    let Some(row) = row else { return Ok(DaysAllowed::default()) };
    let days: DaysAllowed = serde_json::from_str(row.text(0)?)?;
    match days.is_sound() {
        true => Ok(days),
        false => Err(Failure::Broken(format!("community {community} allows itself {days:?}"))),
    }
}

/// Changes what is promised from now on; what was sent before keeps its days.
pub fn change(tx: &mut Tx<'_>, here: &Here, days: DaysAllowed) -> Outcome<DaysAllowed> {
    may_change(here)?;
    if !days.is_sound() {
        let fault = FieldFault::OutOfRange { least: 1, most: MOST_DAYS };
        return Err(Failure::field("days", fault));
    }
    tx.execute(
        "INSERT INTO days_allowed (community_id, days) VALUES ($1, $2)
         ON CONFLICT (community_id) DO UPDATE SET days = excluded.days",
        params![here.community.0, serde_json::to_string(&days)?],
    )?;
    here.record(tx, "days_allowed/1", "changed", &days, None)?;
    Ok(days)
}

fn may_change(here: &Here) -> Result<(), Refusal> {
    match here.viewer {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Resident { .. } | Viewer::Staff { .. } => {
            here.viewer.organiser().map(drop).ok_or(Refusal::OrganiserOnly)
        }
    }
}
