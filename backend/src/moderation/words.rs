//! Words that stand alone: objections, and what residents say of the work of a project. They are
//! covered in the tables that are read, as submissions are, and come back whole.

use huiyin_domain::{
    delivery::Voice,
    feedback::{self, Event, Opinion, Submission},
    ids::{CommunityId, ObjectionId, ProposalId, SubmissionId},
    moderation::{About, Step, Veil, VoiceRef, veils_after},
    objections::Objection,
    words::Words,
};

use super::{covering, stand_in::stand_in};
use crate::{
    delivery::voices,
    failure::{Failure, Outcome},
    here::Here,
    objections::rows as objections,
    store::{Tx, params},
};

/// Stands in the table of hidden words for what has no number among submissions.
const OF_NONE: SubmissionId = SubmissionId(0);

/// Lets a decision happen to an objection.
pub(super) fn cover_objection(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ObjectionId,
    step: &Step,
) -> Outcome<()> {
    let (before, _) = objections::load(tx, here, id)?;
    let veils = veils_after(&before.veils, step);
    if veils == before.veils {
        return Ok(());
    }
    let said = shown(tx, here, About::Objection(id), &before.said, &veils)?;
    objections::reword(tx, here, &Objection { said, veils, ..before })
}

/// Lets a decision happen to a word on the work of a project.
pub(super) fn cover_voice(
    tx: &mut Tx<'_>,
    here: &Here,
    which: VoiceRef,
    step: &Step,
) -> Outcome<()> {
    let kept = voices::find(tx, here.community, which.project, which.n)?;
    let before = kept.ok_or(Failure::MISSING)?.voice;
    let veils = veils_after(&before.veils, step);
    let Some(said) = before.says.words().filter(|_| veils != before.veils) else {
        return Ok(());
    };
    let said = shown(tx, here, About::Voice(which), said, &veils)?;
    let says = before.says.reworded(said);
    voices::reword(tx, here, which.project, &Voice { says, veils, ..before })
}

/// Words as everybody reads them from here on; what is hidden is kept apart until it comes back.
fn shown<const MAX: usize>(
    tx: &mut Tx<'_>,
    here: &Here,
    about: About,
    before: &Words<MAX>,
    veils: &[Veil],
) -> Outcome<Words<MAX>> {
    let place = about.to_string();
    let whole = covering::whole(tx, here, (OF_NONE, &place), before)?;
    let Some(stand_in) = stand_in(veils) else {
        tx.execute(
            "DELETE FROM hidden_words
             WHERE community_id = $1 AND submission_id = $2 AND place = $3",
            params![here.community.0, OF_NONE.0, place],
        )?;
        return Ok(whole);
    };
    let broken = |_| Failure::Broken(format!("there is no sentence for {about}"));
    Words::shortened(stand_in.words.as_str()).map_err(broken)
}

/// What something says with what is hidden of it; for the office and its author.
pub(super) fn whole(tx: &mut Tx<'_>, here: &Here, about: About) -> Outcome<String> {
    match (kept_apart(tx, here.community, about)?, about) {
        (Some(words), _) => Ok(words),
        (None, About::Objection(id)) => Ok(objections::load(tx, here, id)?.0.said.to_string()),
        (None, About::Voice(which)) => {
            let kept = voices::find(tx, here.community, which.project, which.n)?;
            let said = kept.and_then(|kept| kept.voice.says.words().map(ToString::to_string));
            said.ok_or(Failure::MISSING)
        }
        (None, About::Submission(id)) => {
            Err(Failure::Broken(format!("number {id} is more than words")))
        }
    }
}

/// The words that are hidden, where they are.
fn kept_apart(tx: &mut Tx<'_>, community: CommunityId, about: About) -> Outcome<Option<String>> {
    let row = tx.first(
        "SELECT content FROM hidden_words
         WHERE community_id = $1 AND submission_id = $2 AND place = $3",
        params![community.0, OF_NONE.0, about.to_string()],
    )?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(serde_json::from_str(row.text(0)?)?))
}

/// What happened to a submission as everybody reads it: without what is hidden of it, and without
/// a word on the work of its project that is hidden there. Its author's word on the work opens the
/// promise again, and stands in its record a second time.
pub fn veiled_event(
    tx: &mut Tx<'_>,
    community: CommunityId,
    submission: &Submission,
    event: Event,
) -> Outcome<Event> {
    let mut event = feedback::veiled(event, submission);
    if let Event::Reopened { words, .. } = &mut event
        && let Some(stand_in) = hidden_there(tx, community, ProposalId(submission.id.0), words)?
    {
        *words = stand_in;
    }
    Ok(event)
}

/// What is read in the place of these words, where they are a word on a project that is hidden.
fn hidden_there(
    tx: &mut Tx<'_>,
    community: CommunityId,
    project: ProposalId,
    words: &Opinion,
) -> Outcome<Option<Opinion>> {
    for kept in voices::all(tx, community, project)? {
        let Voice { n, says, veils, .. } = kept.voice;
        let Some(stand_in) = says.words().filter(|_| !veils.is_empty()) else { continue };
        let about = About::Voice(VoiceRef { project, n });
        if kept_apart(tx, community, about)?.as_deref() == Some(words.as_str()) {
            let broken = |_| Failure::Broken(format!("there is no sentence for {about}"));
            return Opinion::parse(stand_in.as_str()).map(Some).map_err(broken);
        }
    }
    Ok(None)
}

/// What is hidden of something, for the office, which answers it; `None` where nothing is, and for
/// everybody else.
pub fn for_office(
    tx: &mut Tx<'_>,
    here: &Here,
    about: About,
    veils: &[Veil],
) -> Outcome<Option<String>> {
    if veils.is_empty() || here.viewer.organiser().is_none() {
        return Ok(None);
    }
    whole(tx, here, about).map(Some)
}
