//! Opinions voiced in a session: each becomes a submission that is owed an answer.
use crate::{
    feedback::{Content, Opinion},
    ids::SubmissionId,
    proposals::Request,
    time::Moment,
};
use serde::{Deserialize, Serialize};

/// An opinion voiced in a session (会上意见). Who voiced it stands with its submission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voiced {
    /// Its number in its council, from one.
    pub number: u32,
    /// The submission it has become, with a promise of its own.
    pub submission: SubmissionId,
    /// What was said.
    pub words: Opinion,
    /// The number of the item of the agenda, if it belongs to one.
    pub item: Option<u32>,
    /// When it was written down.
    pub at: Moment,
}

/// What the submission says that an opinion becomes. Where it is the office sorts later: nobody
/// is asked for an address in the middle of a session.
pub fn content_of(words: &Opinion) -> Content {
    let title = crate::feedback::title_of(words);
    let requests = Request::shortened(title.as_str()).ok().into_iter().collect();
    let (place, where_words, photos) = (None, None, Vec::new());
    Content { title, words: words.clone(), requests, place, where_words, photos }
}
