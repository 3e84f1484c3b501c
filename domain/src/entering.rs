//! Entering: what a resident sent on paper or told on the telephone, put in by the office.
use crate::{
    channels::Channel,
    contests::{Contest, Phase},
    councils::series::AnswerForm,
    feedback::OpinionForm,
    ids::{ProposalId, ResidentId, SeriesId, SubmissionId},
    problems::{FieldFault, FieldProblem},
    proposals::{Proposal, ProposalForm, gathers, not_at_this_stage},
    refusals::Refusal,
    residents::Viewer,
    time::{DAY_MS, Day, Moment, iso_day},
    times::{KeptTimes, TimesForm},
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// For so many days what was received can become a submission, whose days count from then on.
pub const LATELY_DAYS: i64 = 365;

/// How something came to the office without the resident's own hands in the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CameBy {
    /// On the printed form (纸质).
    Paper,
    /// On the telephone (电话).
    Phone,
}

impl CameBy {
    /// Both, in the order in which they are shown.
    pub const ALL: [Self; 2] = [Self::Paper, Self::Phone];

    /// The channel it is counted under.
    pub fn channel(self) -> Channel {
        match self {
            Self::Paper => Channel::Paper,
            Self::Phone => Channel::Phone,
        }
    }
}

/// How and on which day something came (收到方式和日期).
///
/// A person who gave their paper in on time must not lose by the office's slowness: whether it
/// came in time is asked of the day on which it was *received*, and the office may still enter it
/// while proposals are being reviewed. From notice on, what can be voted for stands fast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// How.
    pub came_by: CameBy,
    /// On which day; told by whoever took it in.
    #[serde(with = "iso_day")]
    pub on: Day,
}

impl Received {
    /// Nothing is received on a day that has not come.
    pub fn check(&self, now: Moment) -> Result<(), FieldProblem> {
        if self.on > now.in_china().date() {
            return Err(FieldProblem { field: "received".to_owned(), fault: FieldFault::Date });
        }
        Ok(())
    }

    /// A paper may lie about for a while, but a day of years ago is a slip of the pen.
    pub fn check_lately(&self, now: Moment) -> Result<(), FieldProblem> {
        self.check(now)?;
        let earliest = now.plus_millis(-LATELY_DAYS * DAY_MS).in_china().date();
        if self.on < earliest {
            let fault = FieldFault::DayTooEarly { earliest };
            return Err(FieldProblem { field: "received".to_owned(), fault });
        }
        Ok(())
    }

    /// The moment it is kept under: the beginning of that day, since papers carry no hour.
    pub fn at(&self) -> Moment {
        Moment::from_china(self.on.and_time(chrono::NaiveTime::MIN))
    }
}

/// A proposal that is entered for a resident (代录提案).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalEntry {
    /// Whose it is: they are its author.
    pub resident: ResidentId,
    /// How and when it came.
    pub received: Received,
    /// What it says, as the resident said it.
    pub form: ProposalForm,
    /// The resident has one with this title already, and this is another one nevertheless.
    #[serde(default)]
    pub is_another: bool,
}

/// An opinion, a proposal outside any contest or a topic that is entered for a resident (代录意见).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpinionEntry {
    /// Whose it is: they are its author.
    pub resident: ResidentId,
    /// How and when it came; the days of the answer count from then.
    pub received: Received,
    /// What it says, as the resident said it.
    pub form: OpinionForm,
    /// The resident has sent these words already, and this is another matter nevertheless.
    #[serde(default)]
    pub is_another: bool,
}

/// A co-signature that is entered for a resident (代录联名).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoSignEntry {
    /// Who co-signs.
    pub resident: ResidentId,
    /// How and when it came.
    pub received: Received,
}

/// Times that are entered for a resident (代录时间).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimesEntry {
    /// Whose they are.
    pub resident: ResidentId,
    /// How and when they came.
    pub received: Received,
    /// The answer.
    pub form: TimesForm,
}

/// An answer about the times of a series that is entered for a resident (代录答复).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerEntry {
    /// Whose it is.
    pub resident: ResidentId,
    /// How and when it came.
    pub received: Received,
    /// The answer.
    pub form: AnswerForm,
}

/// May times received on this day still take the place of those that are kept?
pub fn may_replace(received: Received, kept: &KeptTimes) -> Result<(), Refusal> {
    may_replace_what_came(received, kept.at)
}

/// May an answer received on this day still take the place of one that came then?
///
/// The newest answer counts. Of one day nobody knows the hour, so what is entered last stands.
pub fn may_replace_what_came(received: Received, at: Moment) -> Result<(), Refusal> {
    let on = at.in_china().date();
    if on > received.on { Err(Refusal::NewerAnswer { on }) } else { Ok(()) }
}

/// What the office entered, for the record; ids, never names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Entered {
    /// A proposal of this resident's.
    Proposal {
        /// Its number.
        proposal: ProposalId,
        /// How and when it came.
        received: Received,
    },
    /// A co-signature of theirs.
    CoSign {
        /// Of which proposal.
        proposal: ProposalId,
        /// How and when it came.
        received: Received,
    },
    /// Their times.
    Times {
        /// How and when they came.
        received: Received,
    },
    /// An opinion, a proposal outside any contest or a topic of theirs.
    Opinion {
        /// Its number.
        submission: SubmissionId,
        /// How and when it came.
        received: Received,
    },
    /// Their answer about the times of a series.
    Answer {
        /// Of which series.
        series: SeriesId,
        /// How and when it came.
        received: Received,
    },
}

impl Entered {
    /// Its name in the record.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Proposal { .. } => "proposal_entered",
            Self::CoSign { .. } => "co_sign_entered",
            Self::Times { .. } => "times_entered",
            Self::Opinion { .. } => "opinion_entered",
            Self::Answer { .. } => "answer_entered",
        }
    }
}

/// May this person enter anything for others? Only the office may.
pub fn may_enter(by: &Viewer) -> Result<(), Refusal> {
    match by {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Resident { .. } | Viewer::Staff { .. } => {
            by.organiser().map(drop).ok_or(Refusal::OrganiserOnly)
        }
    }
}

/// May what was received then still be entered into this contest?
///
/// It was received while proposals were being collected, and notice has not been given.
pub fn may_enter_into(
    by: &Viewer,
    now: Moment,
    contest: &Contest,
    received: Received,
) -> Result<(), Refusal> {
    may_enter(by)?;
    match contest.phase(now) {
        phase @ Phase::Preparing => {
            let next_at = contest.ends(now);
            return Err(Refusal::NotInThisPhase { phase, next_at });
        }
        Phase::Collecting | Phase::Reviewing => {}
        Phase::Notice
        | Phase::Voting
        | Phase::Counting
        | Phase::Objection
        | Phase::Results
        | Phase::Implementing
        | Phase::Closed => return Err(Refusal::RulesAreSealed),
    }
    let (from, until) = collecting_days(contest, now);
    if received.on < from || until < received.on {
        return Err(Refusal::NotReceivedInTime { from, until });
    }
    Ok(())
}

/// May this resident's co-signature, received then, be entered?
pub fn may_enter_co_sign(
    by: &Viewer,
    now: Moment,
    contest: &Contest,
    proposal: &Proposal,
    entry: &CoSignEntry,
    has_co_signed: bool,
) -> Result<(), Refusal> {
    may_enter_into(by, now, contest, entry.received)?;
    if !gathers(proposal) {
        return Err(not_at_this_stage(proposal));
    }
    if proposal.is_of(entry.resident) {
        return Err(Refusal::YourOwnProposal);
    }
    if has_co_signed {
        return Err(Refusal::AlreadyCoSigned);
    }
    Ok(())
}

/// The first and the last day on which something could be received for this contest.
fn collecting_days(contest: &Contest, now: Moment) -> (Day, Day) {
    let day = |moment: Moment| moment.in_china().date();
    let began = contest.schedule.start(Phase::Collecting).map_or(day(now), day);
    // A phase that begins at midnight leaves nothing of that day to the one before.
    let ended = contest.schedule.start(Phase::Reviewing).map(|end| day(end.plus_millis(-1)));
    (began, ended.unwrap_or(day(now)))
}

/// The answer to a co-signature that was entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoSignEntered {
    /// The proposal's number.
    pub proposal: ProposalId,
    /// Its title, to be said on the telephone.
    pub title: String,
    /// How many have co-signed it now.
    pub n_co_signs: u32,
}
