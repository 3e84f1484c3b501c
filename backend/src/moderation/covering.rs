//! Covering: the one place where hidden words leave the tables that are read, and come back.
//!
//! Whoever reads a submission, a proposal or a version of its text reads the sentence in their
//! place; nobody has to remember to look whether something is hidden.

use std::collections::{BTreeMap, BTreeSet};

use huiyin_domain::{
    councils::meeting::{Council, agenda},
    feedback::{self, Event, Submission},
    ids::{CommunityId, ProposalId, SubmissionId},
    moderation::{
        About, ModerationRefusal, Part, StandIn, Step, Veil, covered, covered_proposal, veils_after,
    },
    proposals::{self, Proposal},
    refusals::Refusal,
};
use serde::{Serialize, de::DeserializeOwned};

use super::{stand_in::stand_in, words};
use crate::{
    failure::{Failure, Outcome},
    feedback::{rows as submissions, service as submitting},
    here::Here,
    proposals::{rows as proposing, texts},
    store::{Tx, params},
};

/// What of a submission is hidden; nothing of what was never sent here.
pub fn veils(tx: &mut Tx<'_>, here: &Here, id: SubmissionId) -> Outcome<Vec<Veil>> {
    let kept = submissions::find(tx, here.community, id)?;
    Ok(kept.map(|kept| kept.submission.veils).unwrap_or_default())
}

/// May its text be changed? Not while something of it is hidden: it would come back otherwise.
pub fn stands_open(tx: &mut Tx<'_>, here: &Here, id: SubmissionId) -> Outcome<()> {
    match veils(tx, here, id)?.is_empty() {
        true => Ok(()),
        false => Err(Refusal::from(ModerationRefusal::HiddenNow).into()),
    }
}

/// Lets a decision happen to what it is about.
pub fn happen(tx: &mut Tx<'_>, here: &Here, about: About, step: Step) -> Outcome<()> {
    match about {
        About::Submission(id) => to_submission(tx, here, id, step),
        About::Objection(id) => words::cover_objection(tx, here, id, &step),
        About::Voice(which) => words::cover_voice(tx, here, which, &step),
    }
}

/// To a submission, and to the proposal that shares its number.
fn to_submission(tx: &mut Tx<'_>, here: &Here, id: SubmissionId, step: Step) -> Outcome<()> {
    let before = submissions::load(tx, here.community, id)?.submission;
    let veils = veils_after(&before.veils, &step);
    note_photo(tx, here, &before, &step)?;
    let changes = veils != before.veils;
    let content = match changes {
        true => Some(Box::new(of_submission(tx, here, &before, &veils)?)),
        false => None,
    };
    submitting::happen(tx, &here.without_help(), &before, &Event::Moderated { step, content })?;
    if changes {
        cover_proposal(tx, here, id, &veils)?;
    }
    if veils.is_empty() {
        tx.execute(
            "DELETE FROM hidden_words WHERE community_id = $1 AND submission_id = $2",
            params![here.community.0, id.0],
        )?;
    }
    Ok(())
}

/// A hidden photo is handed out to nobody, from the moment it is hidden.
fn note_photo(tx: &mut Tx<'_>, here: &Here, before: &Submission, step: &Step) -> Outcome<()> {
    match step {
        Step::Hidden { veil: Veil { part: Part::Photo { photo }, case, .. } } => {
            tx.execute(
                "INSERT INTO hidden_photos (community_id, photo_id, case_id) VALUES ($1, $2, $3)
                 ON CONFLICT DO NOTHING",
                params![here.community.0, &photo.0, case.0],
            )?;
        }
        Step::Restored { case, .. } if before.veils.iter().any(|veil| veil.case == *case) => {
            tx.execute(
                "DELETE FROM hidden_photos WHERE community_id = $1 AND case_id = $2",
                params![here.community.0, case.0],
            )?;
        }
        Step::Hidden { .. } | Step::Restored { .. } | Step::Upheld { .. } => {}
    }
    Ok(())
}

fn of_submission(
    tx: &mut Tx<'_>,
    here: &Here,
    before: &Submission,
    veils: &[Veil],
) -> Outcome<feedback::Content> {
    let whole = whole(tx, here, (before.id, "submission"), &before.content)?;
    Ok(match stand_in(veils) {
        Some(stand_in) => covered(&whole, veils, &stand_in),
        None => whole,
    })
}

/// A text as it was before anything of it was hidden; what is hidden now is kept from here on.
pub(super) fn whole<T: Serialize + DeserializeOwned + Clone>(
    tx: &mut Tx<'_>,
    here: &Here,
    (id, place): (SubmissionId, &str),
    shown: &T,
) -> Outcome<T> {
    tx.execute(
        "INSERT INTO hidden_words (community_id, submission_id, place, content)
         VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        params![here.community.0, id.0, place, serde_json::to_string(shown)?],
    )?;
    let row = tx.first(
        "SELECT content FROM hidden_words
         WHERE community_id = $1 AND submission_id = $2 AND place = $3",
        params![here.community.0, id.0, place],
    )?;
    let row = row.ok_or_else(|| Failure::Broken(format!("the hidden {place} of {id} is gone")))?;
    Ok(serde_json::from_str(row.text(0)?)?)
}

/// What a submission says with what is hidden of it; for the office and its author.
pub fn whole_of(
    tx: &mut Tx<'_>,
    here: &Here,
    submission: &Submission,
) -> Outcome<feedback::Content> {
    let row = tx.first(
        "SELECT content FROM hidden_words
         WHERE community_id = $1 AND submission_id = $2 AND place = 'submission'",
        params![here.community.0, submission.id.0],
    )?;
    match row {
        Some(row) => Ok(serde_json::from_str(row.text(0)?)?),
        None => Ok(submission.content.clone()),
    }
}

/// The proposal and every version of its text, where the submission is one in a contest.
fn cover_proposal(tx: &mut Tx<'_>, here: &Here, id: SubmissionId, veils: &[Veil]) -> Outcome<()> {
    let proposal = ProposalId(id.0);
    let Some(before) = proposing::find(tx, here.community, proposal)? else { return Ok(()) };
    let stand_in = stand_in(veils);
    let shown = |whole: proposals::Content, stand_in: Option<&StandIn>| match stand_in {
        Some(stand_in) => covered_proposal(&whole, veils, stand_in),
        None => whole,
    };
    let content = whole(tx, here, (id, "proposal"), &before.content)?;
    let after = Proposal { content: shown(content, stand_in.as_ref()), ..before };
    proposing::reword(tx, here.community, &after)?;
    for text in texts::kept(tx, here.community, proposal)? {
        let content = whole(tx, here, (id, &format!("text/{}", text.n)), &text.content)?;
        let content = shown(content, stand_in.as_ref());
        tx.execute(
            "UPDATE proposal_texts SET content = $1
             WHERE community_id = $2 AND proposal_id = $3 AND n = $4",
            params![serde_json::to_string(&content)?, here.community.0, proposal.0, text.n],
        )?;
    }
    Ok(())
}

/// The texts of a proposal of which something is hidden, whole, by number; for whoever checks the
/// record.
pub fn whole_texts(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: ProposalId,
) -> Outcome<BTreeMap<u32, proposals::Content>> {
    let rows = tx.rows(
        "SELECT place, content FROM hidden_words
         WHERE community_id = $1 AND submission_id = $2 AND place LIKE 'text/%'",
        params![community.0, id.0],
    )?;
    let mut texts = BTreeMap::new();
    for row in &rows {
        let n = row.text(0)?.strip_prefix("text/").and_then(|n| n.parse().ok());
        let n = n.ok_or_else(|| Failure::Broken(format!("a hidden text of {id}")))?;
        texts.insert(n, serde_json::from_str(row.text(1)?)?);
    }
    Ok(texts)
}

/// Submissions and proposals of which something is hidden.
pub fn hidden(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<BTreeSet<SubmissionId>> {
    let rows = tx.rows(
        "SELECT submission_id FROM hidden_words WHERE community_id = $1 AND place = 'submission'",
        params![community.0],
    )?;
    let read = |raw: i64| u32::try_from(raw).map(SubmissionId).ok();
    let mut hidden = BTreeSet::new();
    for row in &rows {
        hidden.extend(read(row.int(0)?));
    }
    Ok(hidden)
}

/// A council as everybody reads it: its agenda and what was voiced in it repeat words of residents,
/// which are covered here as they are where they were sent.
pub fn council(tx: &mut Tx<'_>, here: &Here, council: &Council) -> Outcome<Council> {
    let hidden = hidden(tx, here.community)?;
    let mut shown = council.clone();
    if hidden.is_empty() {
        return Ok(shown);
    }
    for item in &mut shown.agenda {
        if let agenda::About::Submission { id } = item.about
            && hidden.contains(&id)
        {
            let kept = submissions::load(tx, here.community, id)?;
            item.title = kept.submission.content.title;
        }
    }
    for voiced in &mut shown.opinions {
        if hidden.contains(&voiced.submission) {
            let kept = submissions::load(tx, here.community, voiced.submission)?;
            voiced.words = kept.submission.content.words;
        }
    }
    Ok(shown)
}
