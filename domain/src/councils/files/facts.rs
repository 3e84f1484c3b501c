//! The facts of an event for whoever cannot open a file: to copy by hand, or for a QR code.
use super::CalendarEvent;
use crate::{councils::Hours, web_address::WebAddress};
use serde::{Deserialize, Serialize};

/// What a person copies onto a calendar of their own (可复制的内容).
///
/// Browsers inside chat apps block downloads; there the page shows these, with a button to copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventFacts {
    /// What it is called, as a calendar shows it.
    pub title: String,
    /// When it is.
    pub hours: Hours,
    /// Where it is; may be empty.
    pub place: String,
    /// What else there is to know; may be empty.
    pub details: String,
    /// Its own page.
    pub page: WebAddress,
}

impl EventFacts {
    /// Those of an event.
    pub fn of(event: &CalendarEvent) -> Self {
        Self {
            title: event.shown_title(),
            hours: event.hours,
            place: event.place.clone(),
            details: event.details.clone(),
            page: event.page.clone(),
        }
    }

    /// One text to copy, a fact a line; `when` says the hours in the reader's language.
    pub fn text(&self, when: &str) -> String {
        let facts = [&*self.title, when, &*self.place, &*self.details, self.page.as_str()];
        let facts = facts.map(str::trim).into_iter().filter(|fact| !fact.is_empty());
        facts.collect::<Vec<_>>().join("\n")
    }
}
