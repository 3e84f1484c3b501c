//! Refusals: why a rule says no, for a person to read and act on.
use crate::{
    calendar::UnknownYear,
    coaching::CoachingRefusal,
    contests::{ContestRefusal, Phase},
    councils::{CouncilRefusal, Hours, meeting::MeetingRefusal, rules::SlotProblem},
    delivery::DeliveryRefusal,
    feedback::StageKind as FeedbackStage,
    helping::Scope,
    ids::{ContestId, ProposalId, SubmissionId, Version},
    moderation::ModerationRefusal,
    money::Money,
    proposals::StageKind,
    recordings::StageKind as RecordingStage,
    register::RegisterRefusal,
    staff::StaffRefusal,
    time::{Day, Moment, iso_day},
};
use huiyin_derive::ReadTagged;
use serde::Serialize;

/// Why a command was refused (不能办的原因). The client has a sentence for each: what is so, and
/// what to do next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Refusal {
    /// Only people who are signed in may do this.
    SignInFirst,
    /// Only residents may do this; staff speak through their own pages.
    ResidentsOnly,
    /// Only the organiser may do this.
    OrganiserOnly,
    /// Only the staff of the community may do this.
    StaffOnly,
    /// One cannot support one's own proposal.
    YourOwnProposal,
    /// Only its author may do this.
    NotYourProposal,
    /// This resident has already co-signed.
    AlreadyCoSigned,
    /// This resident has not co-signed.
    NotCoSigned,
    /// The proposal is at another stage.
    NotAtThisStage {
        /// Where it stands.
        stage: StageKind,
    },
    /// Too few have co-signed for it to be considered.
    TooFewCoSigns {
        /// How many have.
        has: u32,
        /// How many it takes.
        needed: u32,
    },
    /// The list of what cannot be funded has no such item.
    NotOnTheList {
        /// How many it has.
        n_items: u32,
    },
    /// The new text is the old one.
    NothingChanged,
    /// Others have co-signed the text: whoever changes it says why.
    SayWhyItChanged {
        /// How many have.
        n_co_signs: u32,
    },
    /// As many have joined the author as may.
    TooManyCoAuthors {
        /// The most.
        max: u32,
    },
    /// No invitation waits under this code: it is wrong, used, or too old.
    UnknownInvitation,
    /// More departments than may be asked beside the lead.
    TooManyDepartments {
        /// The most.
        max: u32,
    },
    /// Others who were asked have not said what they find, and their day has not passed.
    OthersHaveNotAnswered {
        /// How many.
        n: u32,
    },
    /// Nothing may take so long.
    TooManyMonths {
        /// The most.
        max: u32,
    },
    /// There is no such proposal in this contest.
    NoSuchProposal {
        /// The number.
        proposal: ProposalId,
    },
    /// A proposal that has ended takes no other in.
    CannotTakeIn {
        /// Which.
        proposal: ProposalId,
        /// Where it stands.
        stage: StageKind,
    },
    /// The contest is in another phase.
    NotInThisPhase {
        /// Where it is.
        phase: Phase,
        /// When the next phase begins, where that is known.
        next_at: Option<Moment>,
    },
    /// Phases go one after another.
    NotTheNextPhase {
        /// Where it is.
        phase: Phase,
    },
    /// There is nothing to vote on yet.
    NothingShortlisted,
    /// A cost above the most one proposal may get.
    AboveCap {
        /// The cap.
        cap: Money,
    },
    /// A cost of nothing: no file of ballots could hold it, and so nobody could count.
    CostsNothing,
    /// Dates that do not follow one another, or lie in the past.
    DatesOutOfOrder,
    /// The rules are sealed since notice was given.
    RulesAreSealed,
    /// This resident's ballot was already handed out, to another device.
    BallotAlreadyHandedOut,
    /// No ballot was handed out under this token.
    UnknownBallot,
    /// Voting has closed.
    VotingClosed {
        /// When.
        at: Moment,
    },
    /// The votes have been counted already.
    AlreadyCounted,
    /// The votes have not been counted yet.
    NotCountedYet,
    /// The request to be called back is settled, and its number deleted.
    CallbackClosed {
        /// Since when.
        at: Moment,
    },
    /// Calling so seldom is not enough to give a request up.
    TryAgainFirst {
        /// Tries it takes.
        least: u32,
    },
    /// This was done, and its answer is a secret that is told only once.
    ToldOnce,
    /// What came on paper or by phone did not come while proposals were being collected.
    NotReceivedInTime {
        /// The first day of that.
        #[serde(with = "iso_day")]
        from: Day,
        /// The last.
        #[serde(with = "iso_day")]
        until: Day,
    },
    /// This resident has a proposal with the same title in this contest.
    SameTitle {
        /// Its number.
        proposal: ProposalId,
    },
    /// This resident has sent the very same words already.
    SameWords {
        /// Under which number.
        submission: SubmissionId,
    },
    /// The resident has given a newer answer since.
    NewerAnswer {
        /// On which day.
        #[serde(with = "iso_day")]
        on: Day,
    },
    /// Only whoever spoke it may hear or answer this recording.
    NotYourRecording,
    /// The recording is at another stage.
    RecordingNotAtThisStage {
        /// Where it stands.
        stage: RecordingStage,
    },
    /// This resident has as many recordings under way as anybody may have.
    TooManyRecordings {
        /// The most.
        max: u32,
    },
    /// Nobody writes recordings down in this place, so none are taken.
    NoRecordingsHere,
    /// Notice was given: nothing more can become a proposal in this contest.
    TooLateForRecording,
    /// A part of the recording that comes before has not arrived.
    PartMissing {
        /// The part to send next.
        next: u32,
    },
    /// What arrived before is not what is sent now.
    SoundDiffers,
    /// Only whoever sent it may say this.
    NotYourSubmission,
    /// It has been settled or has gone on since.
    FeedbackNotAtThisStage {
        /// Where it stands.
        stage: FeedbackStage,
    },
    /// Another department answers this one.
    NotYourDuty,
    /// The first word was given already.
    FirstAnswerGiven,
    /// The one appeal was made already.
    AppealedAlready,
    /// The last day of an appeal has passed.
    AppealTooLate {
        /// Which it was.
        #[serde(with = "iso_day")]
        until: Day,
    },
    /// Whoever has it already has it.
    AlreadyTheirs,
    /// There is no such department any more.
    DepartmentDissolved,
    /// Its day was put off as often as may be.
    ExtendedOften {
        /// The most.
        most: u32,
    },
    /// Its day has passed already: it cannot be put off any more.
    LateAlready {
        /// Which day it was.
        #[serde(with = "iso_day")]
        due: Day,
    },
    /// Nothing is due on a day on which nobody works.
    NotAWorkday {
        /// The next working day.
        #[serde(with = "iso_day")]
        next: Day,
    },
    /// The day is not after another that it must follow.
    DayNotLater {
        /// Which.
        #[serde(with = "iso_day")]
        than: Day,
    },
    /// The day is further off than may be.
    DayTooFar {
        /// The last that may be.
        #[serde(with = "iso_day")]
        latest: Day,
    },
    /// Two submissions would each go on with the other.
    WouldGoInCircles,
    /// What is in a contest is decided by its review and its vote.
    DecidedByContest {
        /// Which.
        contest: ContestId,
    },
    /// Whoever sent it is here and has the last word.
    AuthorIsHere,
    /// The register of residents, or their letters, are not as this takes for granted.
    Register {
        /// Why.
        why: RegisterRefusal,
    },
    /// Nobody can do this for another; not even a helper.
    OnlyInPerson,
    /// The resident has not said that a helper may do this.
    NotInHelpScope {
        /// What it would take.
        scope: Scope,
    },
    /// Nobody votes for another.
    HelperCannotVote,
    /// The help has ended: by its time, by the resident, or by the helper.
    HelpIsOver,
    /// No help waits under this code: it is wrong, used, or too old.
    UnknownHelpCode,
    /// Nobody can be their own helper.
    YourOwnHelp,
    /// As many people help already as may.
    TooManyHelpers {
        /// The most.
        max: u32,
    },
    /// No council can sit at this time, or not in this room.
    NoSlot {
        /// The time that was chosen.
        hours: Hours,
        /// Why not.
        problem: SlotProblem,
    },
    /// The calendar has no data for this year: which days are off cannot be said.
    UnknownYear {
        /// The year.
        year: i32,
    },
    /// The thing changed since it was read.
    Stale {
        /// The version it has now.
        found: Version,
    },
    /// A rule of councils says no.
    Council {
        /// Which.
        why: CouncilRefusal,
    },
    /// A rule of one council says no.
    Meeting {
        /// Which.
        why: MeetingRefusal,
    },
    /// A rule about objections, incompatible proposals or awards says no.
    Contest {
        /// Which.
        why: ContestRefusal,
    },
    /// A rule about what is reported and hidden says no.
    Moderation {
        /// Which.
        why: ModerationRefusal,
    },
    /// A rule about coaching says no.
    Coaching {
        /// Which.
        why: CoachingRefusal,
    },
    /// A rule about staff says no.
    Staff {
        /// Which.
        why: StaffRefusal,
    },
    /// A rule about projects.
    Delivery {
        /// Which.
        why: DeliveryRefusal,
    },
}

impl From<ContestRefusal> for Refusal {
    fn from(why: ContestRefusal) -> Self {
        Self::Contest { why }
    }
}

impl From<CouncilRefusal> for Refusal {
    fn from(why: CouncilRefusal) -> Self {
        Self::Council { why }
    }
}

impl From<UnknownYear> for Refusal {
    fn from(unknown: UnknownYear) -> Self {
        Self::UnknownYear { year: unknown.year }
    }
}

impl From<MeetingRefusal> for Refusal {
    fn from(why: MeetingRefusal) -> Self {
        Self::Meeting { why }
    }
}
