//! Where a submission stands, who owes what, and by which day.
use super::{Answer, Evidence, Said, Satisfaction};
use crate::{
    channels::Channel,
    feedback::Opinion,
    ids::DepartmentId,
    proposals::PhotoId,
    time::{Day, Moment, iso_day},
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// Who has to act (承办).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Owner {
    /// The neighbourhood office (居委会).
    Office,
    /// A department (部门).
    Department {
        /// Which.
        id: DepartmentId,
    },
}

impl Owner {
    /// As the address of the ledger names it: `office`, or the number of the department.
    pub fn in_address(self) -> String {
        match self {
            Self::Office => "office".to_owned(),
            Self::Department { id } => id.to_string(),
        }
    }

    /// The way back from [`Owner::in_address`].
    pub fn parse(raw: &str) -> Option<Self> {
        match raw {
            "office" => Some(Self::Office),
            number => number.parse().ok().map(|id| Self::Department { id }),
        }
    }
}

/// Somebody has to do something by a day (期限).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    /// Who.
    pub owner: Owner,
    /// By the end of this day.
    #[serde(with = "iso_day")]
    pub due: Day,
}

/// The first word to the resident: we have it, and this is who looks at it (首次回应).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FirstAnswer {
    /// It is owed by a day; the owner of the duty owes it.
    Owed {
        /// By the end of this day.
        #[serde(with = "iso_day")]
        due: Day,
    },
    /// It was given.
    Given {
        /// When.
        at: Moment,
        /// What was said.
        words: Said,
    },
    /// It was put on the shortlist of its contest, which everybody reads.
    Shortlisted {
        /// When.
        at: Moment,
    },
}

/// The resident says that an answer is not right (申诉), once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appeal {
    /// When.
    pub at: Moment,
    /// Why.
    pub words: Opinion,
    /// How it was said.
    pub channel: Channel,
}

/// A step on the way to what was promised (里程碑).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// When it was reported.
    pub at: Moment,
    /// What was done.
    pub words: Said,
    /// Pictures of it.
    pub photos: Vec<PhotoId>,
}

/// How far the delivery has come (落实).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// What was reported, the oldest first.
    pub milestones: Vec<Milestone>,
}

/// How a submission ended (办结).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum End {
    /// The resident says that it is done, or that the answer will do (居民确认).
    Confirmed {
        /// When.
        at: Moment,
        /// How they said so.
        channel: Channel,
        /// How content they are.
        satisfaction: Satisfaction,
    },
    /// The resident took it back.
    Withdrawn {
        /// When.
        at: Moment,
    },
    /// The resident has left, and the office has said in public how it ends.
    WithoutAuthor {
        /// When.
        at: Moment,
        /// How.
        words: Said,
    },
}

/// Where a submission stands (进度). Closed is not done: only [`Stage::Ended`] is an end, and it
/// is the resident's word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Stage {
    /// An answer is owed.
    Waiting {
        /// By whom and when the decision is owed.
        duty: Duty,
        /// And the first word.
        first: FirstAnswer,
    },
    /// It was answered, and nothing is to be built. The resident may take it or appeal.
    Answered {
        /// The answer.
        answer: Answer,
        /// The last day of an appeal.
        #[serde(with = "iso_day")]
        appeal_until: Day,
    },
    /// It was put off until a day by which another answer is owed.
    Deferred {
        /// The answer.
        answer: Answer,
        /// The last day of an appeal.
        #[serde(with = "iso_day")]
        appeal_until: Day,
        /// By whom and when it is taken up again.
        duty: Duty,
    },
    /// The resident has appealed, and another answer is owed.
    Appealed {
        /// The answer they appeal against.
        answer: Answer,
        /// What they say.
        appeal: Appeal,
        /// By whom and when it is answered.
        duty: Duty,
        /// What had been done by then.
        delivery: Delivery,
    },
    /// It was adopted, wholly or partly, and is being carried out.
    InDelivery {
        /// The answer.
        answer: Answer,
        /// The last day of an appeal.
        #[serde(with = "iso_day")]
        appeal_until: Day,
        /// By whom and when it is to be done.
        duty: Duty,
        /// How far it has come.
        delivery: Delivery,
    },
    /// It is done, says the office; the resident has the word.
    Delivered {
        /// The answer.
        answer: Answer,
        /// Who has done it.
        owner: Owner,
        /// On the way there.
        delivery: Delivery,
        /// What shows it.
        evidence: Evidence,
        /// From the day after, somebody calls and asks.
        #[serde(with = "iso_day")]
        confirm_until: Day,
    },
    /// It has ended.
    Ended {
        /// How.
        end: End,
        /// The last answer, if there was one.
        answer: Option<Answer>,
        /// What was built, if something was.
        evidence: Option<Evidence>,
    },
}

/// Where a submission stands, without the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StageKind {
    /// [`Stage::Waiting`].
    Waiting,
    /// [`Stage::Answered`].
    Answered,
    /// [`Stage::Deferred`].
    Deferred,
    /// [`Stage::Appealed`].
    Appealed,
    /// [`Stage::InDelivery`].
    InDelivery,
    /// [`Stage::Delivered`].
    Delivered,
    /// Ended by the resident's confirmation.
    Confirmed,
    /// Taken back by the resident.
    Withdrawn,
    /// Ended by the office after the resident had left.
    WithoutAuthor,
}

impl StageKind {
    /// All of them, in the order in which a submission passes them.
    pub const ALL: [Self; 9] = [
        Self::Waiting,
        Self::Appealed,
        Self::Deferred,
        Self::Answered,
        Self::InDelivery,
        Self::Delivered,
        Self::Confirmed,
        Self::Withdrawn,
        Self::WithoutAuthor,
    ];

    /// As tables and addresses name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Answered => "answered",
            Self::Deferred => "deferred",
            Self::Appealed => "appealed",
            Self::InDelivery => "in_delivery",
            Self::Delivered => "delivered",
            Self::Confirmed => "confirmed",
            Self::Withdrawn => "withdrawn",
            Self::WithoutAuthor => "without_author",
        }
    }

    /// The way back from [`StageKind::word`].
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Has it ended?
    pub fn is_end(self) -> bool {
        match self {
            Self::Waiting
            | Self::Answered
            | Self::Deferred
            | Self::Appealed
            | Self::InDelivery
            | Self::Delivered => false,
            Self::Confirmed | Self::Withdrawn | Self::WithoutAuthor => true,
        }
    }
}

/// What is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// The first word.
    FirstAnswer,
    /// The decision.
    Decision,
    /// Taking up again what was put off.
    PutOff,
    /// The answer to an appeal.
    AppealAnswer,
    /// What was promised.
    Delivery,
}

/// What is owed next, by whom and by when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owes {
    /// Who owes it, and by which day.
    pub duty: Duty,
    /// What.
    pub what: What,
}

impl Stage {
    /// Without the facts.
    pub fn kind(&self) -> StageKind {
        match self {
            Self::Waiting { .. } => StageKind::Waiting,
            Self::Answered { .. } => StageKind::Answered,
            Self::Deferred { .. } => StageKind::Deferred,
            Self::Appealed { .. } => StageKind::Appealed,
            Self::InDelivery { .. } => StageKind::InDelivery,
            Self::Delivered { .. } => StageKind::Delivered,
            Self::Ended { end: End::Confirmed { .. }, .. } => StageKind::Confirmed,
            Self::Ended { end: End::Withdrawn { .. }, .. } => StageKind::Withdrawn,
            Self::Ended { end: End::WithoutAuthor { .. }, .. } => StageKind::WithoutAuthor,
        }
    }

    /// See [`Submission::owes`](super::Submission::owes).
    pub fn owes(&self) -> Option<Owes> {
        match self {
            Self::Waiting { duty, first: FirstAnswer::Owed { due } } if *due < duty.due => {
                let duty = Duty { due: *due, ..*duty };
                Some(Owes { duty, what: What::FirstAnswer })
            }
            Self::Waiting { duty, .. } => Some(Owes { duty: *duty, what: What::Decision }),
            Self::Deferred { duty, .. } => Some(Owes { duty: *duty, what: What::PutOff }),
            Self::Appealed { duty, .. } => Some(Owes { duty: *duty, what: What::AppealAnswer }),
            Self::InDelivery { duty, .. } => Some(Owes { duty: *duty, what: What::Delivery }),
            Self::Answered { .. } | Self::Delivered { .. } | Self::Ended { .. } => None,
        }
    }

    /// The duty itself, which is passed on and put off as a whole.
    pub fn duty(&self) -> Option<Duty> {
        match self {
            Self::Waiting { duty, .. }
            | Self::Deferred { duty, .. }
            | Self::Appealed { duty, .. }
            | Self::InDelivery { duty, .. } => Some(*duty),
            Self::Answered { .. } | Self::Delivered { .. } | Self::Ended { .. } => None,
        }
    }

    /// The last answer.
    pub fn answer(&self) -> Option<&Answer> {
        match self {
            Self::Waiting { .. } => None,
            Self::Answered { answer, .. }
            | Self::Deferred { answer, .. }
            | Self::Appealed { answer, .. }
            | Self::InDelivery { answer, .. }
            | Self::Delivered { answer, .. } => Some(answer),
            Self::Ended { answer, .. } => answer.as_ref(),
        }
    }

    /// What shows that it was done.
    pub fn evidence(&self) -> Option<&Evidence> {
        match self {
            Self::Waiting { .. }
            | Self::Answered { .. }
            | Self::Deferred { .. }
            | Self::Appealed { .. }
            | Self::InDelivery { .. } => None,
            Self::Delivered { evidence, .. } => Some(evidence),
            Self::Ended { evidence, .. } => evidence.as_ref(),
        }
    }

    /// The last day of an appeal, where the answer can still be appealed against.
    pub fn appeal_until(&self) -> Option<Day> {
        let (answer, until) = match self {
            Self::Answered { answer, appeal_until }
            | Self::Deferred { answer, appeal_until, .. }
            | Self::InDelivery { answer, appeal_until, .. } => (answer, *appeal_until),
            Self::Waiting { .. }
            | Self::Appealed { .. }
            | Self::Delivered { .. }
            | Self::Ended { .. } => return None,
        };
        answer.appeal.is_none().then_some(until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn owners_are_read_in_addresses_as_they_are_written() {
        for owner in [Owner::Office, Owner::Department { id: DepartmentId(12) }] {
            assert_eq!(Owner::parse(&owner.in_address()), Some(owner));
        }
        for raw in ["", "offices", "-1", "1.5", "department-3"] {
            assert_eq!(Owner::parse(raw), None, "{raw}");
        }
    }
}
