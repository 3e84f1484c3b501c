//! Every address of the app, printed in one place.
use huiyin_domain::ids::{
    CallbackId, ContestId, HelpId, ProposalId, RecordingId, ResidentId, SubmissionId,
};

/// Where one can be in the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// What is open.
    Home,
    /// Sign in.
    SignIn,
    /// How the app looks and sounds.
    Display,
    /// What one has sent.
    Mine,
    /// All ways to get help.
    Ask,
    /// I have something to say.
    HaveSay,
    /// One screen of saying it.
    Say(&'static str),
    /// What was sent, with its number.
    FeedbackSent(SubmissionId),
    /// One submission: who has it, and by which day.
    Feedback(SubmissionId),
    /// One question about it, such as whether it is done.
    FeedbackAct(SubmissionId, &'static str),
    /// Whatever has this number.
    Number(SubmissionId),
    /// The devices one is signed in on.
    Devices,
    /// Let somebody help, and see who does.
    Help,
    /// One screen of agreeing to be helped.
    HelpStart(&'static str),
    /// Everything that was done with one help.
    HelpLog(HelpId),
    /// Help somebody.
    Helping,
    /// What can be said.
    Voice,
    /// All contests.
    Contests,
    /// Set up a contest.
    NewContest,
    /// One contest.
    Contest(ContestId),
    /// Its proposals.
    Proposals(ContestId),
    /// One screen of the proposal form.
    Propose(ContestId, &'static str),
    /// What was sent, with its number.
    Proposed(ContestId, ProposalId),
    /// One proposal.
    Proposal(ProposalId),
    /// Vote: the cards.
    Vote(ContestId),
    /// Vote: look once more.
    VoteCheck(ContestId),
    /// Vote: in the box.
    Voted(ContestId),
    /// The result.
    Result(ContestId),
    /// Why one proposal did or did not win, by its name on the ballot.
    Why(ContestId, String),
    /// Count the ballots here.
    Recount(ContestId),
    /// Ask to be called back.
    CallMe,
    /// What was asked, with its number.
    CallMeAsked(CallbackId),
    /// What waits for the staff.
    Desk,
    /// Who waits for a call.
    DeskCallbacks,
    /// What came of one call.
    SettleCallback(CallbackId),
    /// Find a resident.
    DeskResidents,
    /// One resident's letter.
    Letter(ResidentId),
    /// When one can usually come.
    Times,
    /// One screen of saying so.
    TimesStep(&'static str),
    /// The proposal form on paper.
    PrintProposal(ContestId),
    /// The guide to a ballot on paper.
    PrintBallot(ContestId),
    /// The form of times on paper.
    PrintTimes,
    /// One screen of what the office enters for a resident.
    Enter(&'static str),
    /// The ways to say something.
    Speak(ContestId),
    /// The keyboard's own microphone, explained.
    SpeakKeyboard(ContestId),
    /// Record what one wants to say.
    Record(ContestId),
    /// What was recorded and sent, with its number.
    RecordingSent(RecordingId),
    /// One's own recordings.
    Recordings,
    /// One of them.
    Recording(RecordingId),
    /// The recordings that wait for the office.
    DeskRecordings,
    /// One of them, to be written down.
    DeskRecording(RecordingId),
    /// What was said, answered and done, for everybody.
    Ledger,
    /// What is owed to residents.
    DeskFeedback,
    /// One act of the staff on a submission.
    DeskFeedbackAct(SubmissionId, &'static str),
    /// What happened to what concerns me.
    Notices,
    /// On which ways I want to hear of it.
    NoticeChoices,
    /// Who needs a call.
    DeskCalls,
    /// The week's poster.
    PrintNotice,
}

impl Route {
    /// The address, to be put in a link; the router adds the base path.
    pub fn href(&self) -> String {
        match self {
            Self::Home => "/".to_owned(),
            Self::SignIn => "/sign-in".to_owned(),
            Self::Display => "/display".to_owned(),
            Self::Mine => "/mine".to_owned(),
            Self::Ask => "/ask".to_owned(),
            Self::HaveSay => "/feedback/say".to_owned(),
            Self::Say(step) => format!("/feedback/say/{step}"),
            Self::FeedbackSent(id) => format!("/feedback/{id}/sent"),
            Self::Feedback(id) => format!("/feedback/{id}"),
            Self::FeedbackAct(id, act) => format!("/feedback/{id}/{act}"),
            Self::Number(id) => format!("/number/{id}"),
            Self::Devices => "/devices".to_owned(),
            Self::Help => "/help".to_owned(),
            Self::HelpStart(step) => format!("/help/start/{step}"),
            Self::HelpLog(id) => format!("/help/{id}"),
            Self::Helping => "/helping".to_owned(),
            Self::Voice => "/voice".to_owned(),
            Self::Contests => "/contests".to_owned(),
            Self::NewContest => "/contests/new".to_owned(),
            Self::Contest(id) => format!("/contests/{id}"),
            Self::Proposals(id) => format!("/contests/{id}/proposals"),
            Self::Propose(id, step) => format!("/contests/{id}/propose/{step}"),
            Self::Proposed(id, proposal) => format!("/contests/{id}/proposed/{proposal}"),
            Self::Proposal(id) => format!("/proposals/{id}"),
            Self::Vote(id) => format!("/contests/{id}/vote"),
            Self::VoteCheck(id) => format!("/contests/{id}/vote/check"),
            Self::Voted(id) => format!("/contests/{id}/vote/done"),
            Self::Result(id) => format!("/contests/{id}/result"),
            Self::Why(id, key) => {
                format!("/contests/{id}/result/{}", encode(key))
            }
            Self::Recount(id) => format!("/contests/{id}/recount"),
            Self::CallMe => "/call-me".to_owned(),
            Self::CallMeAsked(id) => format!("/call-me/{id}"),
            Self::Desk => "/desk".to_owned(),
            Self::DeskCallbacks => "/desk/callbacks".to_owned(),
            Self::SettleCallback(id) => format!("/desk/callbacks/{id}"),
            Self::DeskResidents => "/desk/residents".to_owned(),
            Self::Letter(id) => format!("/desk/residents/{id}"),
            Self::Times => "/times".to_owned(),
            Self::TimesStep(step) => format!("/times/{step}"),
            Self::PrintProposal(id) => format!("/print/proposal/{id}"),
            Self::PrintBallot(id) => format!("/print/ballot/{id}"),
            Self::PrintTimes => "/print/times".to_owned(),
            Self::Enter(step) => format!("/desk/enter/{step}"),
            Self::Speak(id) => format!("/contests/{id}/speak"),
            Self::SpeakKeyboard(id) => format!("/contests/{id}/speak/keyboard"),
            Self::Record(id) => format!("/contests/{id}/speak/record"),
            Self::RecordingSent(id) => format!("/recordings/{id}/sent"),
            Self::Recordings => "/recordings".to_owned(),
            Self::Recording(id) => format!("/recordings/{id}"),
            Self::DeskRecordings => "/desk/recordings".to_owned(),
            Self::DeskRecording(id) => format!("/desk/recordings/{id}"),
            Self::Ledger => "/ledger".to_owned(),
            Self::DeskFeedback => "/desk/feedback".to_owned(),
            Self::DeskFeedbackAct(id, act) => format!("/desk/feedback/{id}/{act}"),
            Self::Notices => "/notices".to_owned(),
            Self::NoticeChoices => "/notices/choices".to_owned(),
            Self::DeskCalls => "/desk/calls".to_owned(),
            Self::PrintNotice => "/print/notice".to_owned(),
        }
    }
}

/// A text as one part of a path (RFC 3986, percent-encoding of UTF-8).
pub fn encode(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_on_a_ballot_may_hold_anything() {
        let route = Route::Why(ContestId(3), "A/1 号".to_owned());
        assert_eq!(route.href(), "/contests/3/result/A%2F1%20%E5%8F%B7");
    }
}
