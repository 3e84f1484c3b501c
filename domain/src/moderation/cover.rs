//! Covering: a text with a sentence in the place of what is hidden of it.
use super::{Part, Veil};
use crate::{
    feedback::{self, Opinion},
    proposals::{self, PhotoId, Place, Request, Title},
};

/// What is read in the place of hidden words: that they are hidden, when and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandIn {
    /// In one line.
    pub title: Title,
    /// In whole sentences.
    pub words: Opinion,
}

impl StandIn {
    fn request(&self) -> Request {
        Request::shortened(self.title.as_str()).expect("a title is never empty")
    }

    fn place(&self) -> Place {
        Place::shortened(self.title.as_str()).expect("a title is never empty")
    }
}

/// Is the text hidden, and not photos alone?
pub fn hides_text(veils: &[Veil]) -> bool {
    veils.iter().any(|veil| veil.part == Part::Text)
}

fn photos(whole: &[PhotoId], veils: &[Veil]) -> Vec<PhotoId> {
    let is_hidden =
        |id: &PhotoId| veils.iter().any(|veil| veil.part == Part::Photo { photo: id.clone() });
    whole.iter().filter(|id| !is_hidden(id)).cloned().collect()
}

/// A submission's text as everybody reads it. As many requests stay as there were: each is
/// answered by its number. One of the community's places is no word of the author's, and stays.
#[must_use]
pub fn covered(whole: &feedback::Content, veils: &[Veil], stand_in: &StandIn) -> feedback::Content {
    let mut shown = whole.clone();
    shown.photos = photos(&whole.photos, veils);
    if hides_text(veils) {
        shown.title = stand_in.title.clone();
        shown.words = stand_in.words.clone();
        shown.requests = whole.requests.iter().map(|_| stand_in.request()).collect();
        shown.where_words = whole.where_words.as_ref().map(|_| stand_in.place());
    }
    shown
}

/// The same of a proposal in a contest. What it may cost is a number, and stays.
#[must_use]
pub fn covered_proposal(
    whole: &proposals::Content,
    veils: &[Veil],
    stand_in: &StandIn,
) -> proposals::Content {
    let mut shown = whole.clone();
    shown.photos = photos(&whole.photos, veils);
    if hides_text(veils) {
        shown.title = stand_in.title.clone();
        shown.place = stand_in.place();
        shown.why = stand_in.words.clone();
        shown.requests = whole.requests.iter().map(|_| stand_in.request()).collect();
    }
    shown
}

/// What happened to a proposal as everybody reads it: while something of it is hidden nobody reads
/// why its text was changed. The record itself keeps every word.
#[must_use]
pub fn covered_event(mut event: proposals::Event, veils: &[Veil]) -> proposals::Event {
    if let proposals::Event::Edited { why, .. } = &mut event
        && !veils.is_empty()
    {
        *why = None;
    }
    event
}
