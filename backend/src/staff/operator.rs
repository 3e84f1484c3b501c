//! What whoever runs the server does with staff on the command line: the first administrator of a
//! community, and the way back for one who is locked out.

use huiyin_domain::{
    ids::{CommunityId, StaffId},
    problems::FieldFault,
    residents::StaffRole,
    staff::{Event, Member, PasswordBy, StaffRefusal, Standing, wire::NewMember},
    time::Moment,
};
use serde_json::to_value;

use super::rows;
use crate::{
    departments,
    failure::{Failure, Outcome},
    store::{
        Tx,
        events::{self, NewEvent},
    },
};

/// Adds somebody, with a password for one sign-in.
pub fn add(
    tx: &mut Tx<'_>,
    community: CommunityId,
    new: &NewMember,
    password_hash: &str,
    now: Moment,
) -> Outcome<StaffId> {
    if let StaffRole::Reviewer { department } = new.role {
        departments::rows::department(tx, community, department)?;
    }
    if rows::named(tx, community, new.name.as_str())?.is_some() {
        return Err(Failure::field("name", FieldFault::NameTaken));
    }
    let id = rows::insert(tx, community, new, password_hash)?;
    record(tx, community, id, Event::Added { role: new.role }, now)?;
    Ok(id)
}

/// Gives somebody a password for one sign-in and takes their second factor away.
pub fn reset(
    tx: &mut Tx<'_>,
    community: CommunityId,
    name: &str,
    password_hash: &str,
    now: Moment,
) -> Outcome<Member> {
    let member = rows::named(tx, community, name)?.ok_or(Failure::MISSING)?;
    if let Standing::Retired { at } = member.standing {
        return Err(StaffRefusal::Retired { at }.into());
    }
    rows::set_password(tx, community, member.id, (None, password_hash), PasswordBy::Given)?;
    rows::drop_factor(tx, community, member.id)?;
    rows::end_sessions(tx, community, member.id, None)?;
    record(tx, community, member.id, Event::PasswordGiven, now)?;
    record(tx, community, member.id, Event::SecondFactorReset, now)?;
    Ok(member)
}

/// Puts into the record what nobody did who is signed in.
fn record(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: StaffId,
    event: Event,
    now: Moment,
) -> Outcome<()> {
    let event = NewEvent {
        community_id: community.0.into(),
        stream: &rows::stream(id),
        at_ms: now.millis(),
        actor_role: "operator",
        actor_id: None,
        kind: event.name(),
        body: &to_value(event)?,
        reason: None,
    };
    events::append(tx, event)?;
    Ok(())
}
