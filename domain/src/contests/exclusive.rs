//! Proposals of which at most one can be carried out (互斥提案): named before notice, and sealed
//! with the rules.
use super::{ContestRefusal, ContestRules, Reason};
use crate::{counting::exclusive_line, ids::ProposalId, refusals::Refusal};
use serde::{Deserialize, Serialize};

/// Most groups in one contest.
pub const GROUPS_MAX: usize = 20;
/// Most proposals in one group.
pub const IN_GROUP_MAX: usize = 10;

/// Proposals of which at most one can win (互斥).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exclusive {
    /// Which, by number, each once.
    pub proposals: Vec<ProposalId>,
    /// Why, for everybody to read.
    pub reason: Reason,
}

impl Exclusive {
    /// The others of the group, for one that stands in it.
    pub fn others(&self, of: ProposalId) -> Option<Vec<ProposalId>> {
        self.proposals.contains(&of).then(|| {
            let others = self.proposals.iter().copied();
            others.filter(|other| *other != of).collect()
        })
    }
}

impl ContestRules {
    /// May these two be carried out both?
    pub fn go_together(&self, one: ProposalId, other: ProposalId) -> bool {
        let names =
            |group: &Exclusive| group.proposals.contains(&one) && group.proposals.contains(&other);
        one == other || !self.exclusive.iter().any(names)
    }

    /// The line by which the published file says what excludes what; only of these keys.
    pub fn exclusive_line(&self, on_ballot: &[String]) -> Option<String> {
        let groups: Vec<Vec<String>> = self
            .exclusive
            .iter()
            .map(|group| {
                let keys = group.proposals.iter().map(ToString::to_string);
                keys.filter(|key| on_ballot.contains(key)).collect()
            })
            .collect();
        exclusive_line(&groups)
    }
}

/// A new group, as it may be named; whether all are on the shortlist is asked before.
pub(super) fn named(
    rules: &ContestRules,
    proposals: Vec<ProposalId>,
    reason: Reason,
) -> Result<Exclusive, Refusal> {
    let mut proposals = proposals;
    proposals.sort_unstable();
    proposals.dedup();
    let refused = |why| Err(Refusal::Contest { why });
    if proposals.len() < 2 {
        return refused(ContestRefusal::TooFewInGroup);
    }
    if proposals.len() > IN_GROUP_MAX {
        return refused(ContestRefusal::TooManyInGroup { max: IN_GROUP_MAX as u32 });
    }
    if rules.exclusive.len() >= GROUPS_MAX {
        return refused(ContestRefusal::TooManyInGroup { max: GROUPS_MAX as u32 });
    }
    Ok(Exclusive { proposals, reason })
}

/// Are all that are named on the shortlist?
pub fn all_shortlisted(
    named: &[ProposalId],
    shortlist: &[ProposalId],
) -> Result<(), ContestRefusal> {
    match named.iter().find(|it| !shortlist.contains(it)) {
        Some(proposal) => Err(ContestRefusal::NotShortlisted { proposal: *proposal }),
        None => Ok(()),
    }
}
