//! Pages of submissions: one whole, and the echoes of one person.

use std::{cmp::Reverse, collections::BTreeSet};

use huiyin_domain::{
    feedback::{
        self, Event, Stage, Submission,
        wire::{By, Echo, Mine, MyEchoes, StoryLine, SubmissionPage},
    },
    helping,
    ids::SubmissionId,
    refusals::Refusal,
    residents::Viewer,
    time::Moment,
};

use super::{follows, known::Known, rows};
use crate::{
    departments,
    failure::{Failure, Outcome},
    here::Here,
    moderation, residents,
    store::{
        Tx,
        events::{self, StoredEvent},
    },
};

/// One submission, whole.
pub fn page(tx: &mut Tx<'_>, here: &Here, id: SubmissionId) -> Outcome<SubmissionPage> {
    let kept = rows::load(tx, here.community, id)?;
    let known = Known::of(tx, here, &kept)?;
    let author_name = match kept.author {
        Some(author) => residents::service::public_name(tx, here.community, author)?,
        None => None,
    };
    let follows = match here.viewer.resident() {
        Some(resident) => follows::does(tx, here.community, id, resident)?,
        None => false,
    };
    let submission = kept.submission;
    let mut offers = feedback::offers(&known.scene(here), &submission, follows);
    if let Some(help) = &here.help {
        offers.retain(|offer| helping::covers_feedback(help.scopes, offer));
    }
    let (story, chain_head) = story(tx, here, &submission)?;
    // The staff have to answer an appeal, whatever was hidden.
    let submission = match here.viewer {
        Viewer::Staff { .. } => submission,
        Viewer::Guest | Viewer::Resident { .. } => feedback::veiled_submission(submission),
    };
    Ok(SubmissionPage {
        late: submission.late(here.today(), here.calendar),
        author_name,
        is_mine: known.is_author(),
        follows,
        n_followers: follows::count(tx, here.community, id)?,
        story,
        offers,
        names: departments::rows::names(tx, here.community)?,
        chain_head,
        submission,
    })
}

/// What happened, newest first, and the hash of the last event.
fn story(
    tx: &mut Tx<'_>,
    here: &Here,
    submission: &Submission,
) -> Outcome<(Vec<StoryLine>, String)> {
    let id = submission.id;
    let stored = events::of_stream(tx, here.community_id(), &rows::stream(id))?;
    let head = stored.last().map(|last| hexadecimal(&last.hash));
    let head = head.ok_or_else(|| Failure::Broken(format!("nothing is recorded of {id}")))?;
    let lines = stored.iter().rev().map(|stored| {
        let event: Event = serde_json::from_str(&stored.body)?;
        let event = moderation::words::veiled_event(tx, here.community, submission, event)?;
        Ok(StoryLine { at: Moment::from_millis(stored.at_ms), by: by(stored, &event), event })
    });
    Ok((lines.collect::<Outcome<_>>()?, head))
}

/// Who did it; what came on paper was sent by its author, whoever has entered it.
fn by(stored: &StoredEvent, event: &Event) -> By {
    match (stored.actor_role.as_str(), event) {
        (_, Event::Sent(_)) | ("resident", _) => By::Author,
        ("staff", _) => By::Staff,
        (_, _) => By::Itself,
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What whoever asks has sent, co-signed and follows: what waits for them first.
pub fn mine(tx: &mut Tx<'_>, here: &Here) -> Outcome<MyEchoes> {
    let resident = match here.viewer {
        Viewer::Guest => return Err(Refusal::SignInFirst.into()),
        Viewer::Staff { .. } => return Ok(MyEchoes::default()),
        Viewer::Resident { id } => id,
    };
    let found = [
        (Mine::Sent, true, rows::sent_by(tx, here, resident)?),
        // Whoever has joined an author reads along; the word is the author's.
        (Mine::Sent, false, rows::joined_by(tx, here, resident)?),
        (Mine::CoSigned, false, rows::co_signed_by(tx, here, resident)?),
        (Mine::Followed, false, rows::followed_by(tx, here, resident)?),
    ];
    let mut seen = BTreeSet::new();
    let mut items = Vec::new();
    for (mine, has_the_word, submissions) in found {
        for submission in submissions.iter().filter(|submission| seen.insert(submission.id)) {
            let waits_for_me = has_the_word && waits_for_author(submission);
            items.push(Echo { mine, waits_for_me, card: rows::card(here, submission) });
        }
    }
    items.sort_by_key(|echo| (!echo.waits_for_me, Reverse(echo.card.id)));
    Ok(MyEchoes { items, names: departments::rows::names(tx, here.community)? })
}

fn waits_for_author(submission: &Submission) -> bool {
    match submission.stage {
        Stage::Answered { .. } | Stage::Delivered { .. } => true,
        Stage::Waiting { .. }
        | Stage::Deferred { .. }
        | Stage::Appealed { .. }
        | Stage::InDelivery { .. }
        | Stage::Ended { .. } => false,
    }
}
