//! Words that stand alone: objections, and what residents say of the work of a project. They are
//! covered in the tables that are read, as submissions are, and come back whole.

use huiyin_domain::{
    delivery::Voice,
    ids::{ObjectionId, SubmissionId},
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
    let row = tx.first(
        "SELECT content FROM hidden_words
         WHERE community_id = $1 AND submission_id = $2 AND place = $3",
        params![here.community.0, OF_NONE.0, about.to_string()],
    )?;
    match (row, about) {
        (Some(row), _) => Ok(serde_json::from_str(row.text(0)?)?),
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
