//! Rows of help: one document each, guarded by its version; the log is the stream of events.

use huiyin_domain::{
    helping::{self, Event, Help, Helper, Standing, State, wire::HelpingCard, wire::InHelp},
    ids::{CommunityId, HelpId, ResidentId, Version},
    refusals::Refusal,
    time::Moment,
};

use crate::{
    failure::{Failure, Outcome},
    here::{self, HelpInUse, Here},
    residents::service,
    store::{Row, Tx, params},
};

/// A helper as they stand in the tables.
pub fn helper_word(helper: Helper) -> String {
    match helper {
        Helper::Resident { id } => format!("resident/{id}"),
        Helper::Staff { id } => format!("staff/{id}"),
    }
}

/// Stores a new help with the hash of its code, and that it was offered.
pub fn insert(tx: &mut Tx<'_>, here: &Here, help: &Help, code_hash: &str) -> Outcome<()> {
    tx.execute(
        "INSERT INTO helps (community_id, help_id, version, resident_id, helper, code_hash, state)
         VALUES ($1, $2, $3, $4, NULL, $5, $6)",
        params![
            here.community.0,
            help.id.0,
            help.version.0,
            help.resident.0,
            code_hash,
            serde_json::to_string(help)?
        ],
    )?;
    let Help { scopes, until, consent, .. } = *help;
    record(tx, here, help.id, &Event::Offered { scopes, until, consent })
}

/// One help.
pub fn load(tx: &mut Tx<'_>, community: CommunityId, id: HelpId) -> Outcome<Help> {
    let row = tx.first(
        "SELECT state FROM helps WHERE community_id = $1 AND help_id = $2",
        params![community.0, id.0],
    )?;
    read(&row.ok_or(Failure::MISSING)?)
}

/// Stores what an event made of a help, and the event; refused when it has changed since.
///
/// Whatever happens to an offer, its code has done its work: it is forgotten.
pub fn change(tx: &mut Tx<'_>, here: &Here, before: &Help, event: &Event) -> Outcome<Help> {
    let after = helping::apply(before, event, here.now);
    let n_changed = tx.execute(
        "UPDATE helps SET version = $1, helper = $2, code_hash = NULL, taken_hash = NULL,
             state = $3
         WHERE community_id = $4 AND help_id = $5 AND version = $6",
        params![
            after.version.0,
            after.helper().map(helper_word),
            serde_json::to_string(&after)?,
            here.community.0,
            after.id.0,
            before.version.0
        ],
    )?;
    if n_changed == 0 {
        let Version(found) = load(tx, here.community, after.id)?.version;
        return Err(Failure::stale(Version(found)));
    }
    record(tx, here, after.id, event)?;
    Ok(after)
}

fn record(tx: &mut Tx<'_>, here: &Here, id: HelpId, event: &Event) -> Outcome<()> {
    here.record(tx, &here::help_stream(id), event.name(), event, None)
}

/// All help a resident has ever agreed to, newest first.
pub fn of_resident(
    tx: &mut Tx<'_>,
    community: CommunityId,
    resident: ResidentId,
) -> Outcome<Vec<Help>> {
    let rows = tx.rows(
        "SELECT state FROM helps WHERE community_id = $1 AND resident_id = $2
         ORDER BY help_id DESC",
        params![community.0, resident.0],
    )?;
    rows.iter().map(read).collect()
}

/// All help somebody gives now, newest first.
pub fn of_helper(tx: &mut Tx<'_>, here: &Here, helper: Helper) -> Outcome<Vec<Help>> {
    let rows = tx.rows(
        "SELECT state FROM helps WHERE community_id = $1 AND helper = $2
         ORDER BY help_id DESC",
        params![here.community.0, helper_word(helper)],
    )?;
    let mut helps = rows.iter().map(read).collect::<Outcome<Vec<_>>>()?;
    helps.retain(|help| help.standing(here.now) == Standing::Running);
    Ok(helps)
}

/// The help whose code has this hash, if one waits under it.
pub fn by_code(tx: &mut Tx<'_>, here: &Here, code_hash: &str) -> Outcome<Option<Help>> {
    let rows = tx.rows(
        "SELECT state FROM helps WHERE community_id = $1 AND code_hash = $2
         ORDER BY help_id DESC",
        params![here.community.0, code_hash],
    )?;
    let helps = rows.iter().map(read).collect::<Outcome<Vec<_>>>()?;
    let waits = |help: &Help| match help.standing(here.now) {
        Standing::Waiting { .. } => true,
        Standing::Lapsed
        | Standing::Withdrawn
        | Standing::Running
        | Standing::TimeOver
        | Standing::Ended { .. } => false,
    };
    Ok(helps.into_iter().find(waits))
}

/// Keeps with which code a help was begun, until something else happens to it.
pub fn keep_code(tx: &mut Tx<'_>, here: &Here, id: HelpId, code_hash: &str) -> Outcome<()> {
    tx.execute(
        "UPDATE helps SET taken_hash = $1 WHERE community_id = $2 AND help_id = $3",
        params![code_hash, here.community.0, id.0],
    )?;
    Ok(())
}

/// The help which this person began with the code of this hash, as long as it answers them.
///
/// Nobody else finds it: what is asked for is the code together with its helper.
pub fn just_begun(
    tx: &mut Tx<'_>,
    here: &Here,
    helper: Helper,
    code_hash: &str,
) -> Outcome<Option<Help>> {
    let rows = tx.rows(
        "SELECT state FROM helps
         WHERE community_id = $1 AND helper = $2 AND taken_hash = $3
         ORDER BY help_id DESC",
        params![here.community.0, helper_word(helper), code_hash],
    )?;
    let helps = rows.iter().map(read).collect::<Outcome<Vec<_>>>()?;
    Ok(helps.into_iter().find(|help| help.was_just_begun_by(helper, here.now)))
}

/// The help under which a session acts, as long as it runs and its helper is there.
pub fn in_use(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: HelpId,
    now: Moment,
) -> Outcome<HelpInUse> {
    let help = load(tx, community, id)?;
    let helper = match help.state {
        State::Running { helper, .. } if help.standing(now) == Standing::Running => helper,
        State::Running { .. }
        | State::Offered { .. }
        | State::Withdrawn { .. }
        | State::Ended { .. } => return Err(Refusal::HelpIsOver.into()),
    };
    // Staff who have left help nobody any more.
    match helper_name(tx, community, helper)? {
        Some(_) => Ok(HelpInUse { id, helper, scopes: help.scopes, until: help.until }),
        None => Err(Refusal::HelpIsOver.into()),
    }
}

/// What the app calls a helper; `None` for somebody who is here no more.
pub fn helper_name(
    tx: &mut Tx<'_>,
    community: CommunityId,
    helper: Helper,
) -> Outcome<Option<String>> {
    match helper {
        Helper::Resident { id } => service::public_name(tx, community, id),
        Helper::Staff { id } => service::staff_name(tx, community, id),
    }
}

/// That a session is a helper's, as the app shows it.
pub fn shown(tx: &mut Tx<'_>, community: CommunityId, help: &HelpInUse) -> Outcome<InHelp> {
    let helper_name = helper_name(tx, community, help.helper)?.unwrap_or_default();
    Ok(InHelp { id: help.id, helper_name, scopes: help.scopes, until: help.until })
}

/// A help as its helper sees it.
pub fn helping_card(tx: &mut Tx<'_>, here: &Here, help: &Help) -> Outcome<HelpingCard> {
    let name = service::public_name(tx, here.community, help.resident)?;
    Ok(HelpingCard {
        id: help.id,
        resident_name: name.unwrap_or_default(),
        scopes: help.scopes,
        until: help.until,
    })
}

fn read(row: &Row) -> Outcome<Help> {
    Ok(serde_json::from_str(row.text(0)?)?)
}
