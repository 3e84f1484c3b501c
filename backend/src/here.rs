//! Here: in which community, as whom and when something is done; every service takes one.

use huiyin_domain::{
    calendar::WorkCalendar,
    channels::Channel,
    helping::{self, Act, Helper, Scopes},
    ids::{CommunityId, HelpId, SessionId},
    residents::Viewer,
    staff::MustFirst,
    time::{Day, Moment},
};

use crate::{
    calendar,
    failure::{Failure, Outcome},
    store::{
        Tx,
        events::{self, NewEvent},
    },
};

/// The leave under which somebody acts for the resident who seems to ask.
#[derive(Clone, Copy, Debug)]
pub struct HelpInUse {
    /// Its number.
    pub id: HelpId,
    /// Whoever really asks.
    pub helper: Helper,
    /// What they may do.
    pub scopes: Scopes,
    /// Until when.
    pub until: Moment,
}

/// The name of a help's stream of events, which is also its log.
pub fn help_stream(id: HelpId) -> String {
    format!("help/{id}")
}

/// The circumstances of one request.
#[derive(Clone, Copy, Debug)]
pub struct Here {
    /// In which community.
    pub community: CommunityId,
    /// Who asks.
    pub viewer: Viewer,
    /// From which signed-in device, if from one.
    pub session: Option<SessionId>,
    /// Is it a helper who asks in the resident's name?
    pub help: Option<HelpInUse>,
    /// Is it somebody of the staff who has to do something before anything else?
    pub must_first: Option<MustFirst>,
    /// When.
    pub now: Moment,
    /// Which days are working days.
    pub calendar: &'static WorkCalendar,
}

impl Here {
    /// The circumstances of a command line or a test: no device, and the calendar that comes with
    /// the program.
    pub fn new(community: CommunityId, viewer: Viewer, now: Moment) -> Self {
        let calendar = calendar::built_in();
        Self { community, viewer, session: None, help: None, must_first: None, now, calendar }
    }

    /// The same circumstances, but nobody acts: what comes by itself, with the day.
    #[must_use]
    pub fn by_itself(&self) -> Self {
        Self { viewer: Viewer::Guest, session: None, help: None, ..*self }
    }

    /// The same person, with their own hand or a helper's: for what follows from an act that
    /// stands in the log of a help already.
    #[must_use]
    pub fn without_help(&self) -> Self {
        Self { help: None, ..*self }
    }

    /// The day on the wall calendar.
    pub fn today(&self) -> Day {
        self.now.in_china().date()
    }

    /// The community's number as the store takes it.
    pub fn community_id(&self) -> i64 {
        self.community.0.into()
    }

    /// On which way comes what is sent through the app here.
    pub fn channel(&self) -> Channel {
        if self.help.is_some() { Channel::Helper } else { Channel::App }
    }

    /// Who asks, as it stands in the record: a role and a number, never a name.
    pub fn actor(&self) -> (&'static str, Option<i64>) {
        match self.viewer {
            Viewer::Guest => ("guest", None),
            Viewer::Resident { id } => ("resident", Some(id.0.into())),
            Viewer::Staff { id, .. } => ("staff", Some(id.0.into())),
        }
    }

    /// Puts what happened into the record; what a helper did also into the log of the help.
    pub fn record(
        &self,
        tx: &mut Tx<'_>,
        stream: &str,
        kind: &str,
        event: &impl serde::Serialize,
        reason: Option<&str>,
    ) -> Outcome<()> {
        let (actor_role, actor_id) = self.actor();
        let mut body = serde_json::to_value(event)?;
        if let Some(help) = &self.help {
            self.note_act(tx, help, stream, kind)?;
            // The chain keeps that it was not the resident's own hand; pages read past it. What
            // everybody may check tells nobody what else was done with the same help.
            let is_public = stream.starts_with("submission/");
            if let Some(body) = body.as_object_mut().filter(|_| !is_public) {
                body.insert("help".to_owned(), help.id.0.into());
            }
        }
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

    /// Writes down in the log of a help what was done with it, and who did it.
    fn note_act(&self, tx: &mut Tx<'_>, help: &HelpInUse, stream: &str, kind: &str) -> Outcome<()> {
        let act = Act::of(stream, kind).ok_or_else(|| {
            Failure::Broken(format!("the log of help has no line for {kind} in {stream}"))
        })?;
        let event = helping::Event::Acted { act };
        let (actor_role, actor_id) = match help.helper {
            Helper::Resident { id } => ("resident", id.0),
            Helper::Staff { id } => ("staff", id.0),
        };
        let noted = NewEvent {
            community_id: self.community_id(),
            stream: &help_stream(help.id),
            at_ms: self.now.millis(),
            actor_role,
            actor_id: Some(actor_id.into()),
            kind: event.name(),
            body: &serde_json::to_value(event)?,
            reason: None,
        };
        events::append(tx, noted)?;
        Ok(())
    }
}
