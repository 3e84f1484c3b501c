//! Refusals of one council: why a rule says no, for a person to read and act on.
use super::{StageKind, Way};
use crate::time::{Day, Moment, iso_day};
use huiyin_derive::ReadTagged;
use serde::Serialize;

/// Why a command about one council was refused (不能办的原因).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MeetingRefusal {
    /// The council is at another stage.
    NotAtThisStage {
        /// Where it stands.
        stage: StageKind,
    },
    /// Notice had to be given earlier.
    NoticeTooLate {
        /// The last day on which it could be.
        #[serde(with = "iso_day")]
        by: Day,
    },
    /// A notice says what the council talks about.
    NoAgenda,
    /// The agenda takes longer than the council.
    AgendaTooLong {
        /// The minutes of its items.
        minutes: u32,
        /// The minutes there are.
        most: u32,
    },
    /// There is no such open resolution.
    UnknownResolution,
    /// What was not carried, or goes on elsewhere, is not followed here.
    NotCarried,
    /// Resolutions are open, and stand on no later agenda.
    ResolutionsOpen {
        /// How many.
        n_open: u32,
    },
    /// Residents are asked whether what was reported is done.
    WordsAwaited {
        /// The last day for that.
        #[serde(with = "iso_day")]
        until: Day,
    },
    /// It is reported as done already.
    ReportedAlready,
    /// Nobody reports that it is done, or somebody has put it back to open meanwhile.
    NotReportedDone,
    /// Who was not here, and neither suggested nor supported a topic, is not asked.
    NotConcerned,
    /// They have said already whether it is done.
    SaidAlready,
    /// The days for saying so are over.
    SaidTooLate {
        /// The last of them.
        #[serde(with = "iso_day")]
        until: Day,
    },
    /// It was put back to open once before, or its council is closed.
    ReopenedAlready,
    /// The time has passed already.
    InThePast,
    /// Most people are at work then, and no reason was given for it.
    InWorkingHours {
        /// On which day.
        #[serde(with = "iso_day")]
        day: Day,
    },
    /// The calendar does not know the year.
    UnknownYear {
        /// Which.
        year: i32,
    },
    /// All is as it was.
    NothingChanged,
    /// Another council sits in the room then.
    RoomTaken,
    /// Whoever leads it leads another council then.
    FacilitatorBusy,
    /// There is nobody of that number who can lead it.
    UnknownFacilitator,
    /// It is not yet its hour.
    TooEarly {
        /// From when it is.
        from: Moment,
    },
    /// The session is over.
    Over {
        /// Since when.
        at: Moment,
    },
    /// There is no room, or no line, at this council.
    NotThisWay {
        /// Which of them.
        way: Way,
    },
    /// They have said the same already.
    AnsweredAlready,
    /// They would lose their seat: there is none left in the other way.
    OtherWayFull {
        /// Which.
        way: Way,
    },
    /// They are checked in already.
    HereAlready,
    /// They are not checked in.
    NotHere,
    /// Votes were counted among those who are here.
    VotesCounted {
        /// So many must stay.
        least: u32,
    },
    /// Too few are here for a resolution.
    NoQuorumNow {
        /// So many are.
        n_present: u32,
        /// So many must be.
        quorum: u32,
    },
    /// More hands than people.
    MoreVotesThanPeople {
        /// Hands.
        n_votes: u32,
        /// People who are checked in.
        n_present: u32,
    },
    /// Nobody was for it or against it.
    NobodyVoted,
}
