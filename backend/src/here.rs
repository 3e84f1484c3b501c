//! Here: in which community, as whom and when something is done; every service takes one.

use huiyin_domain::{
    ids::{CommunityId, SessionId},
    residents::Viewer,
    time::Moment,
};

use crate::{
    failure::Outcome,
    store::{
        Tx,
        events::{self, NewEvent},
    },
};

/// The circumstances of one request.
#[derive(Clone, Copy, Debug)]
pub struct Here {
    /// In which community.
    pub community: CommunityId,
    /// Who asks.
    pub viewer: Viewer,
    /// From which signed-in device, if from one.
    pub session: Option<SessionId>,
    /// When.
    pub now: Moment,
}

impl Here {
    /// The circumstances of a command line or a test: no device.
    pub fn new(community: CommunityId, viewer: Viewer, now: Moment) -> Self {
        Self { community, viewer, session: None, now }
    }

    /// The community's number as the store takes it.
    pub fn community_id(&self) -> i64 {
        self.community.0.into()
    }

    /// Who asks, as it stands in the record: a role and a number, never a name.
    pub fn actor(&self) -> (&'static str, Option<i64>) {
        match self.viewer {
            Viewer::Guest => ("guest", None),
            Viewer::Resident { id } => ("resident", Some(id.0.into())),
            Viewer::Staff { id, .. } => ("staff", Some(id.0.into())),
        }
    }

    /// Puts what happened into the record.
    pub fn record(
        &self,
        tx: &mut Tx<'_>,
        stream: &str,
        kind: &str,
        event: &impl serde::Serialize,
        reason: Option<&str>,
    ) -> Outcome<()> {
        let (actor_role, actor_id) = self.actor();
        let body = serde_json::to_value(event)?;
        let event = NewEvent {
            community_id: self.community_id(),
            stream,
            at_ms: self.now.millis(),
            actor_role,
            actor_id,
            kind,
            body: &body,
            reason,
        };
        events::append(tx, event)?;
        Ok(())
    }
}
