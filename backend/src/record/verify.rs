//! Verifying: replays every stream and says what is not as the record says.

use std::fmt;

use huiyin_domain::{
    feedback::wire::DayRoot,
    ids::{CommunityId, CouncilId, ProposalId, SeriesId, SubmissionId},
};

use super::{
    replay::{self, Found},
    replay_council, replay_project, replay_proposal, replay_series, roots,
};
use crate::{
    communities,
    failure::{Failure, Outcome},
    store::{Store, StoreError, Tx, events, params},
};

/// Streams that are read on one view of the database.
const PART: usize = 200;

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The chain does not hold.
    Chain,
    /// An event that cannot be read.
    Unreadable(String),
    /// An event whose name is not that of its facts.
    Kind,
    /// An event that cannot have happened there.
    Order,
    /// What is stored is not what the events come to.
    State,
    /// There are events of something that is not there.
    NotStored,
    /// There is something without events.
    NoEvents,
    /// A version of a proposal's text that is not the one that was written.
    Text {
        /// Which.
        n: u32,
    },
    /// Co-signatures that do not add up.
    CoSigns {
        /// As the events tell.
        told: i64,
        /// As they are stored.
        stored: i64,
    },
    /// The root of a day is another than the record gives.
    Root,
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Chain => f.write_str("the chain does not hold: it was changed after writing"),
            Self::Unreadable(why) => write!(f, "it cannot be read: {why}"),
            Self::Kind => f.write_str("the event's name is not that of its facts"),
            Self::Order => f.write_str("this cannot have happened here"),
            Self::State => f.write_str("what is stored is not what the events come to"),
            Self::NotStored => f.write_str("there are events, but what they are about is gone"),
            Self::NoEvents => f.write_str("it is stored, but nothing tells how it came about"),
            Self::Text { n } => write!(f, "version {n} of the text is not as it was written"),
            Self::CoSigns { told, stored } => {
                write!(f, "{told} co-signatures by the events, {stored} are stored")
            }
            Self::Root => f.write_str("the day's root is not what the record gives now"),
        }
    }
}

/// Something that is not as the record says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// In which community.
    pub community: CommunityId,
    /// The stream, or the day.
    pub place: String,
    /// At which of its events, where it is about one.
    pub seq: Option<i64>,
    /// What is wrong.
    pub what: What,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "community {}, {}", self.community, self.place)?;
        if let Some(seq) = self.seq {
            write!(f, " at {seq}")?;
        }
        write!(f, ": {}", self.what)
    }
}

/// What was looked at, and what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Streams whose chain was followed.
    pub n_streams: usize,
    /// Submissions that were replayed.
    pub n_submissions: usize,
    /// Proposals that were replayed.
    pub n_proposals: usize,
    /// Series of councils that were replayed.
    pub n_series: usize,
    /// Councils that were replayed.
    pub n_councils: usize,
    /// Days whose root was made again.
    pub n_days: usize,
    /// What differs.
    pub differences: Vec<Difference>,
}

/// Replays everything, or one community; `tell` hears how many of how many streams and days are
/// done. Works beside a running server: each stream is read with its state on one view.
pub fn verify(
    store: &Store,
    only: Option<CommunityId>,
    tell: &mut dyn FnMut(usize, usize),
) -> Outcome<Report> {
    let (mut streams, communities) = store.read_now(|tx| {
        let communities = communities::service::list(tx)?.items;
        Ok::<_, Failure>((events::streams(tx)?, communities))
    })?;
    streams.retain(|(id, _)| only.is_none_or(|only| *id == i64::from(only.0)));
    let communities: Vec<CommunityId> = communities
        .into_iter()
        .map(|community| community.id)
        .filter(|id| only.is_none_or(|only| *id == only))
        .collect();
    let mut report = Report::default();
    for part in streams.chunks(PART) {
        let part = part.to_vec();
        let found = store.read_now(move |tx| look_at(tx, &part))?;
        report.add(found);
        tell(report.n_streams, streams.len());
    }
    for community in communities {
        report.differences.extend(store.read_now(move |tx| without_events(tx, community))?);
        look_at_days(store, community, &mut report, tell)?;
    }
    Ok(report)
}

impl Report {
    fn add(&mut self, other: Self) {
        self.n_streams += other.n_streams;
        self.n_submissions += other.n_submissions;
        self.n_proposals += other.n_proposals;
        self.n_series += other.n_series;
        self.n_councils += other.n_councils;
        self.n_days += other.n_days;
        self.differences.extend(other.differences);
    }
}

fn look_at(tx: &mut Tx<'_>, streams: &[(i64, String)]) -> Outcome<Report> {
    let mut report = Report { n_streams: streams.len(), ..Report::default() };
    for (id, stream) in streams {
        let community = CommunityId(
            u32::try_from(*id).map_err(|_| Failure::Broken(format!("community {id}")))?,
        );
        let found = follow(tx, community, stream, &mut report)?;
        report.differences.extend(found.map(|(seq, what)| Difference {
            community,
            place: stream.clone(),
            seq,
            what,
        }));
    }
    Ok(report)
}

/// Follows one stream. Where its chain does not hold nothing more can be said of it.
fn follow(
    tx: &mut Tx<'_>,
    community: CommunityId,
    stream: &str,
    report: &mut Report,
) -> Outcome<Option<Found>> {
    let told = events::of_stream(tx, community.0.into(), stream)?;
    if let Err(broken) = events::verify_stream(&told) {
        return Ok(Some((Some(broken.seq), What::Chain)));
    }
    let number = |room: &str| stream.strip_prefix(room)?.strip_prefix('/')?.parse().ok();
    if let Some(id) = number("submission") {
        report.n_submissions += 1;
        return replay::submission(tx, community, SubmissionId(id), &told);
    }
    if let Some(id) = number("proposal") {
        report.n_proposals += 1;
        return replay_proposal::proposal(tx, community, ProposalId(id), &told);
    }
    if let Some(id) = number("project") {
        return replay_project::project(tx, community, ProposalId(id), &told);
    }
    if let Some(id) = number("series") {
        report.n_series += 1;
        return replay_series::series(tx, community, SeriesId(id), &told);
    }
    if let Some(id) = number("council") {
        report.n_councils += 1;
        return replay_council::council(tx, community, CouncilId(id), &told);
    }
    Ok(None)
}

/// Submissions, proposals, series and councils whose whole stream was taken away. Proposals of past
/// elections were imported without any.
fn without_events(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<Vec<Difference>> {
    let rows = tx.rows(
        "SELECT 'submission/' || submission_id FROM submissions s
         WHERE community_id = $1 AND NOT EXISTS (
             SELECT 1 FROM events e WHERE e.community_id = s.community_id
                 AND e.stream = 'submission/' || s.submission_id)
         UNION ALL
         SELECT 'proposal/' || proposal_id FROM proposals p
         WHERE community_id = $1 AND author_id IS NOT NULL AND NOT EXISTS (
             SELECT 1 FROM events e WHERE e.community_id = p.community_id
                 AND e.stream = 'proposal/' || p.proposal_id)
         UNION ALL
         SELECT 'project/' || project_id FROM projects j
         WHERE community_id = $1 AND NOT EXISTS (
             SELECT 1 FROM events e WHERE e.community_id = j.community_id
                 AND e.stream = 'project/' || j.project_id)
         UNION ALL
         SELECT 'series/' || series_id FROM series s
         WHERE community_id = $1 AND NOT EXISTS (
             SELECT 1 FROM events e WHERE e.community_id = s.community_id
                 AND e.stream = 'series/' || s.series_id)
         UNION ALL
         SELECT 'council/' || council_id FROM councils c
         WHERE community_id = $1 AND NOT EXISTS (
             SELECT 1 FROM events e WHERE e.community_id = c.community_id
                 AND e.stream = 'council/' || c.council_id)",
        params![community.0],
    )?;
    let lost = rows.iter().map(|row| {
        let place = row.text(0)?.to_owned();
        Ok(Difference { community, place, seq: None, what: What::NoEvents })
    });
    Ok(lost.collect::<Result<_, StoreError>>()?)
}

fn look_at_days(
    store: &Store,
    community: CommunityId,
    report: &mut Report,
    tell: &mut dyn FnMut(usize, usize),
) -> Outcome<()> {
    let kept = store.read_now(move |tx| roots::all(tx, community))?;
    for (n_done, root) in kept.iter().enumerate() {
        let on = root.on;
        let again: DayRoot = store.read_now(move |tx| roots::compute(tx, community, on))?;
        if again != *root {
            let place = format!("day {on}");
            report.differences.push(Difference { community, place, seq: None, what: What::Root });
        }
        tell(n_done + 1, kept.len());
    }
    report.n_days += kept.len();
    Ok(())
}
