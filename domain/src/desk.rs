//! The service desk (值班台): what waits for the staff, and who may work there.
use crate::{
    callbacks::PreferredTime,
    feedback,
    ids::{
        CallbackId, CaseId, CoachingId, ContestId, CouncilId, LetterBatchId, ObjectionId,
        ProposalId, RecordingId, StaffId, SubmissionId,
    },
    refusals::Refusal,
    residents::Viewer,
    time::{Day, iso_day_if_any},
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// What waits, one number for each room that has something to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskPage {
    /// People who wait for a call.
    pub n_callbacks: u32,
    /// Recordings that wait to be written down.
    #[serde(default)]
    pub n_recordings: u32,
    /// What the office owes to residents.
    #[serde(default)]
    pub n_owed: u32,
    /// Those among them that are overdue.
    #[serde(default)]
    pub n_overdue: u32,
    /// Objections that wait for their answer.
    #[serde(default)]
    pub n_objections: u32,
    /// Authors who are to be called and told what has happened.
    #[serde(default)]
    pub n_calls: u32,
}

/// Something that waits for whoever works at the desk, with what it leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Waits {
    /// A submission is owed a word.
    Owed {
        /// Which.
        id: SubmissionId,
        /// What is owed.
        what: feedback::What,
        /// What it is called.
        title: String,
    },
    /// A proposal is to be screened.
    ToScreen {
        /// Which.
        id: ProposalId,
        /// What it is called.
        title: String,
    },
    /// A proposal is to be sent to departments.
    ToSend {
        /// Which.
        id: ProposalId,
        /// What it is called.
        title: String,
    },
    /// A proposal is to be reviewed.
    ToReview {
        /// Which.
        id: ProposalId,
        /// What it is called.
        title: String,
    },
    /// Somebody waits for a call back.
    Callback {
        /// Which.
        id: CallbackId,
        /// When they would like to be called.
        when: PreferredTime,
    },
    /// A recording is to be written down.
    Recording {
        /// Which.
        id: RecordingId,
    },
    /// Authors are to be called and told what has happened.
    Calls {
        /// How many.
        n: u32,
    },
    /// A council is to be prepared, or something of it to be finished.
    Council {
        /// Which.
        id: CouncilId,
        /// Where it stands.
        stage: crate::councils::meeting::StageKind,
        /// What it is called.
        title: String,
    },
    /// An objection has no answer, and holds its contest.
    Objection {
        /// Which.
        id: ObjectionId,
    },
    /// The ballots of a contest are to be counted.
    ToCount {
        /// Of which.
        id: ContestId,
        /// What it is called.
        title: String,
    },
    /// The result of a contest is to be published.
    ToPublish {
        /// Of which.
        id: ContestId,
        /// What it is called.
        title: String,
    },
    /// A proposal has won, and its project is to be begun.
    ToBegin {
        /// Which.
        id: ProposalId,
        /// What it is called.
        title: String,
    },
    /// Residents would like to join the team of a project.
    Joining {
        /// Of which.
        id: ProposalId,
        /// How many.
        n: u32,
        /// What it is called.
        title: String,
    },
    /// Something was reported as against the rules.
    Reported {
        /// In which case.
        case: CaseId,
    },
    /// An author has appealed against what was hidden.
    Appealed {
        /// In which case.
        case: CaseId,
    },
    /// Authors wait for a volunteer who helps them.
    Coach {
        /// Which coaching.
        id: CoachingId,
        /// What their proposal is called.
        title: String,
    },
    /// A volunteer has not said a first word to the authors, and its day has passed.
    CoachSilent {
        /// Which coaching.
        id: CoachingId,
        /// What their proposal is called.
        title: String,
    },
    /// Letters of a batch were not made.
    Letters {
        /// Of which.
        batch: LetterBatchId,
        /// How many.
        n: u32,
    },
}

/// One line of what waits (今天要办的).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TodayRow {
    /// What.
    pub waits: Waits,
    /// By which day, where there is one.
    #[serde(with = "iso_day_if_any")]
    pub due: Option<Day>,
    /// So many working days late.
    pub n_days_late: u32,
}

/// Everything that waits for one member of staff, in one list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Today {
    /// By day, the latest first; what has no day comes after.
    pub items: Vec<TodayRow>,
    /// How many of them are late.
    pub n_late: u32,
    /// How many are left out: what is owed, to be reviewed and objected beyond those that fit here.
    pub n_more: u32,
}

impl Today {
    /// The list of these rows, in the order in which they are to be done.
    pub fn of(mut items: Vec<TodayRow>, n_more: u32) -> Self {
        items.sort_by_key(|row| (row.due.is_none(), row.due));
        let n_late = items.iter().filter(|row| row.n_days_late > 0).count();
        Self { items, n_late: u32::try_from(n_late).unwrap_or(u32::MAX), n_more }
    }
}

/// May this person work at the desk, and see what residents tell the office alone?
pub fn may_serve(by: &Viewer) -> Result<StaffId, Refusal> {
    match by {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Resident { .. } => Err(Refusal::StaffOnly),
        Viewer::Staff { .. } => by.organiser().ok_or(Refusal::StaffOnly),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::parse_day;

    #[test]
    fn what_is_late_comes_first_and_what_has_no_day_last() {
        let row = |n: u32, due: Option<&str>, n_days_late| TodayRow {
            waits: Waits::Calls { n },
            due: due.and_then(parse_day),
            n_days_late,
        };
        let rows =
            vec![row(1, None, 0), row(2, Some("2026-09-02"), 0), row(3, Some("2026-08-28"), 2)];
        let today = Today::of(rows, 0);
        let order: Vec<_> = today.items.iter().map(|row| row.waits.clone()).collect();
        assert_eq!(order, [3, 2, 1].map(|n| Waits::Calls { n }));
        assert_eq!(today.n_late, 1);
    }
}
