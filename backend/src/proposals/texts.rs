//! Texts: every version of what a proposal says stays to be read, numbered from one.

use huiyin_domain::{
    contests::{Contest, Phase, Reason},
    ids::{CommunityId, ProposalId, SubmissionId, Version},
    proposals::{
        self, EditForm, FIRST_TEXT, Proposal,
        wire::{ProposalPage, TextVersion, TextVersions},
    },
    time::Moment,
};

use super::{known::Known, pages, rows, service};
use crate::{
    contests,
    failure::{Failure, Outcome},
    here::Here,
    moderation,
    store::{Row, Tx, events, params},
};

/// Keeps the text that a proposal has now.
pub fn keep(
    tx: &mut Tx<'_>,
    community: CommunityId,
    proposal: &Proposal,
    why: Option<&Reason>,
    at: Moment,
) -> Outcome<()> {
    tx.execute(
        "INSERT INTO proposal_texts (community_id, proposal_id, n, at_ms, why, content)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
        params![
            community.0,
            proposal.id.0,
            proposal.text,
            at.millis(),
            why.map(|why| why.as_str()),
            serde_json::to_string(&proposal.content)?
        ],
    )?;
    Ok(())
}

/// All texts that are kept of a proposal, the newest first. Of those from before texts were kept
/// there is none until the first change.
pub fn kept(tx: &mut Tx<'_>, community: CommunityId, id: ProposalId) -> Outcome<Vec<TextVersion>> {
    let rows = tx.rows(
        "SELECT n, at_ms, why, content FROM proposal_texts
         WHERE community_id = $1 AND proposal_id = $2 ORDER BY n DESC",
        params![community.0, id.0],
    )?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Outcome<TextVersion> {
    let n = row.int(0)?;
    let broken = |what: String| Failure::Broken(format!("a text of a proposal: {what}"));
    let why = row.opt_text(2)?.map(Reason::parse).transpose();
    Ok(TextVersion {
        n: u32::try_from(n).map_err(|_| broken(n.to_string()))?,
        at: Moment::from_millis(row.int(1)?),
        why: why.map_err(|problem| broken(format!("{problem:?}")))?,
        content: serde_json::from_str(row.text(3)?)?,
    })
}

/// All versions of a proposal's text, for everybody.
pub fn versions(tx: &mut Tx<'_>, here: &Here, id: ProposalId) -> Outcome<TextVersions> {
    let (proposal, _) = rows::load(tx, here.community, id)?;
    let contest = contests::judge::visible(tx, here, proposal.contest)?;
    let mut items = kept(tx, here.community, id)?;
    if items.is_empty() {
        let at = sent_at(tx, here, &contest, id)?;
        items.push(TextVersion { n: FIRST_TEXT, at, why: None, content: proposal.content });
    }
    if !moderation::covering::veils(tx, here, SubmissionId(id.0))?.is_empty() {
        // Why a text was changed is hidden with it, as in the proposal's story.
        items.iter_mut().for_each(|version| version.why = None);
    }
    Ok(TextVersions { items })
}

/// When a proposal was sent; what was imported came with the beginning of its contest.
fn sent_at(tx: &mut Tx<'_>, here: &Here, contest: &Contest, id: ProposalId) -> Outcome<Moment> {
    let record = events::of_stream(tx, here.community_id(), &rows::stream(id))?;
    let sent = record.first().map(|event| Moment::from_millis(event.at_ms));
    let began = || Phase::ALL.into_iter().find_map(|phase| contest.schedule.start(phase));
    Ok(sent.or_else(began).unwrap_or(here.now))
}

/// Gives a proposal a new text. Whoever has co-signed is told, and may take their name back.
pub fn edit(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ProposalId,
    version: Version,
    form: &EditForm,
) -> Outcome<ProposalPage> {
    let (proposal, n_co_signs) = rows::load(tx, here.community, id)?;
    let contest = contests::judge::visible(tx, here, proposal.contest)?;
    if proposal.version != version {
        return Err(Failure::stale(proposal.version));
    }
    let known = Known::of(tx, here, (&proposal, n_co_signs), contest)?;
    moderation::covering::stands_open(tx, here, SubmissionId(id.0))?;
    proposals::may_edit(&known.scene(here), &proposal)?;
    let (content, why) = form.parse()?;
    service::check_photos(tx, here, &content)?;
    let event = proposals::edit(&known.scene(here), &proposal, &content, why.clone())?;
    if proposal.text == FIRST_TEXT {
        let at = sent_at(tx, here, &known.contest, id)?;
        keep(tx, here.community, &proposal, None, at)?;
    }
    let after = Proposal { content, ..proposals::apply(&proposal, &event) };
    keep(tx, here.community, &after, why.as_ref(), here.now)?;
    service::turn_into(tx, here, &proposal, &after, &event)?;
    service::settle(tx, here, id)?;
    pages::page(tx, here, id)
}
