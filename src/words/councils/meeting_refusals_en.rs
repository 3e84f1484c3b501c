//! Why a rule of one council says no, in English.
use crate::words::{Language, format::counted};
use huiyin_domain::councils::meeting::{MeetingRefusal, StageKind, Way};

const LANGUAGE: Language = Language::English;

/// What is so, and what to do next.
#[expect(clippy::too_many_lines, reason = "a table: one sentence for each refusal")]
pub fn refusal(refusal: &MeetingRefusal) -> String {
    match refusal {
        MeetingRefusal::NotAtThisStage { stage } => {
            let stage = stage_word(*stage);
            format!("This council is now “{stage}”, so this is no longer possible. Reload it.")
        }
        MeetingRefusal::NoticeTooLate { by } => {
            let by = LANGUAGE.date(*by);
            format!("Notice had to be given by {by}. Move the council to a later day.")
        }
        MeetingRefusal::NoAgenda => "There is no agenda yet. Write it, then give notice.".into(),
        MeetingRefusal::AgendaTooLong { minutes, most } => format!(
            "The agenda takes {minutes} minutes, and the council has {most}. Shorten it or take \
             something off."
        ),
        MeetingRefusal::UnknownResolution => {
            "There is no such open resolution. Reload the page and choose again.".into()
        }
        MeetingRefusal::NotCarried => {
            "This resolution was not carried, or goes on in a later council. Choose another.".into()
        }
        MeetingRefusal::ResolutionsOpen { n_open } => {
            let open = counted(u64::from(*n_open), "resolution is", "resolutions are");
            format!("{open} open. Finish them, or put them on the next council's agenda.")
        }
        MeetingRefusal::WordsAwaited { until } => {
            let until = LANGUAGE.date(*until);
            format!(
                "Residents are asked until {until}. Close it when one has confirmed, or after \
                 that day."
            )
        }
        MeetingRefusal::ReportedAlready => {
            "It is reported as done already, and residents are asked or have confirmed. See what \
             they say."
                .into()
        }
        MeetingRefusal::NotReportedDone => {
            "Nobody is asked about this resolution now: it is being done. Reload the page.".into()
        }
        MeetingRefusal::NotConcerned => {
            "Only those who came, or who suggested or supported a topic, are asked. To say \
             something, send an opinion."
                .into()
        }
        MeetingRefusal::SaidAlready => {
            "You have said so already; once is enough. To say more, send an opinion.".into()
        }
        MeetingRefusal::SaidTooLate { until } => format!(
            "The last day for this was {}. If it is not done, send an opinion.",
            LANGUAGE.date(*until)
        ),
        MeetingRefusal::ReopenedAlready => {
            "It was opened again once before, or its council is closed, so it is not opened \
             again. Send an opinion: it is owed an answer."
                .into()
        }
        MeetingRefusal::InThePast => "This time has passed. Choose a later one.".into(),
        MeetingRefusal::InWorkingHours { day } => {
            let day = LANGUAGE.date(*day);
            format!(
                "On {day} most people are at work at this time. Choose an evening or a day off, \
                 or write why it must be."
            )
        }
        MeetingRefusal::UnknownYear { year } => format!(
            "The work calendar does not know {year} yet. Load that year's holidays first, or \
             choose another day."
        ),
        MeetingRefusal::NothingChanged => "All is as it was. Change something, then save.".into(),
        MeetingRefusal::RoomTaken => {
            "Another council sits in this room then. Choose another room or time.".into()
        }
        MeetingRefusal::FacilitatorBusy => {
            "Whoever leads it leads another council then. Choose somebody else or another time."
                .into()
        }
        MeetingRefusal::UnknownFacilitator => {
            "There is nobody of that number who can lead it. Choose from the list.".into()
        }
        MeetingRefusal::TooEarly { from } => format!(
            "It is not time yet. Checking in and opening begin at {}.",
            LANGUAGE.moment(*from)
        ),
        MeetingRefusal::Over { at } => format!(
            "This council ended at {}. See the next one, or call the number above.",
            LANGUAGE.moment(*at)
        ),
        MeetingRefusal::NotThisWay { way: Way::InPerson } => {
            "This council has no seats in a room. Join by video, or call the number above.".into()
        }
        MeetingRefusal::NotThisWay { way: Way::Online } => {
            "This council cannot be joined by video. Come in person, or call the number above."
                .into()
        }
        MeetingRefusal::AnsweredAlready => "This is noted already; once is enough.".into(),
        MeetingRefusal::OtherWayFull { way: Way::InPerson } => {
            "The room is full, and you keep your place by video. To wait for a seat, give that \
             place up first."
                .into()
        }
        MeetingRefusal::OtherWayFull { way: Way::Online } => {
            "The line is full, and you keep your seat in the room. To wait for a place on the \
             line, give that seat up first."
                .into()
        }
        MeetingRefusal::HereAlready => {
            "They are checked in already. If that is wrong, the staff can take it back.".into()
        }
        MeetingRefusal::NotHere => {
            "They are not checked in, so nothing can be taken back. Reload the list.".into()
        }
        MeetingRefusal::VotesCounted { least } => format!(
            "Votes were counted, so at least {least} must stay checked in: this cannot be taken \
             back. Check the list."
        ),
        MeetingRefusal::NoQuorumNow { n_present, quorum } => format!(
            "{n_present} checked in, and a vote needs {quorum}. Check in everybody who is here."
        ),
        MeetingRefusal::MoreVotesThanPeople { n_votes, n_present } => format!(
            "{n_votes} hands, but only {n_present} checked in. Count again, or check people in."
        ),
        MeetingRefusal::NobodyVoted => {
            "Nobody was for it or against it. Count the hands, then fill them in.".into()
        }
    }
}

fn stage_word(stage: StageKind) -> &'static str {
    match stage {
        StageKind::Scheduled => "scheduled",
        StageKind::Noticed => "notice given",
        StageKind::InSession => "in session",
        StageKind::Held => "held",
        StageKind::NoQuorum => "too few came",
        StageKind::MinutesPublished => "minutes published",
        StageKind::Closed => "closed",
        StageKind::Cancelled => "cancelled",
    }
}
