//! Every address of the app, printed in one place.
use huiyin_domain::{
    ids::{
        CallbackId, CaseId, CoachingId, ContestId, CouncilId, DepartmentId, HelpId, LetterBatchId,
        ObjectionId, PlaceId, ProposalId, RecordingId, ResidentId, SeriesId, SlotId, StaffId,
        SubmissionId,
    },
    moderation::About,
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
    /// The same for a topic of a council.
    SayTopic(&'static str),
    /// What was sent, with its number.
    FeedbackSent(SubmissionId),
    /// One submission: who has it, and by which day.
    Feedback(SubmissionId),
    /// One question about it, such as whether it is done.
    FeedbackAct(SubmissionId, &'static str),
    /// Whatever has this number.
    Number(SubmissionId),
    /// What waits on this phone to be sent.
    Waiting,
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
    /// Write a new version of it.
    EditProposal(ProposalId),
    /// One question of that.
    EditProposalStep(ProposalId, &'static str),
    /// All versions of its text.
    ProposalTexts(ProposalId),
    /// Ask others to join its author.
    InviteAuthors(ProposalId),
    /// Join its author.
    JoinAuthors(ProposalId),
    /// Shall it go on together with another?
    MergeProposal(ProposalId),
    /// Ask for a volunteer's help with it.
    AskCoach(ProposalId),
    /// Who waits for a volunteer's help.
    Coaching,
    /// What authors and their volunteer say to each other.
    CoachingThread(CoachingId),
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
    /// The result on paper.
    PrintResult(ContestId),
    /// All objections in a contest.
    Objections(ContestId),
    /// Object to something in it.
    Object(ContestId),
    /// Objections that wait for the office.
    DeskObjections,
    /// Answer one.
    DeskObjection(ObjectionId),
    /// Try its rules on ballots.
    Rehearsal(ContestId),
    /// Ask to be called back.
    CallMe,
    /// What was asked, with its number.
    CallMeAsked(CallbackId),
    /// What waits for the staff.
    Desk,
    /// Everything that waits for the staff, in one list.
    DeskToday,
    /// Who waits for a call.
    DeskCallbacks,
    /// What came of one call.
    SettleCallback(CallbackId),
    /// Find a resident.
    DeskResidents,
    /// One resident's letter.
    Letter(ResidentId),
    /// The register of residents.
    DeskRegister,
    /// Import it from a table.
    DeskImport,
    /// Households that never signed in.
    DeskSilent,
    /// Letters in batches.
    DeskLetters,
    /// One batch of them.
    DeskBatch(LetterBatchId),
    /// Who takes part.
    DeskStatistics,
    /// Households without any contact.
    DeskUnheard,
    /// When one can usually come.
    Times,
    /// One screen of saying so.
    TimesStep(&'static str),
    /// The next councils, and what waits for one's answer.
    Councils,
    /// What councils should talk about.
    CouncilTopics,
    /// One council.
    Council(CouncilId),
    /// One series of councils.
    Series(SeriesId),
    /// One screen of saying when one can come.
    SeriesAnswer(SeriesId, &'static str),
    /// One has said it.
    SeriesAnswered(SeriesId),
    /// Why the times are as they are.
    SeriesPlan(SeriesId),
    /// Why not this time.
    SeriesWhy(SeriesId, SlotId),
    /// The form of a series' times on paper.
    PrintSeries(SeriesId),
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
    /// All projects.
    Projects,
    /// One project.
    Project(ProposalId),
    /// One act on a project.
    ProjectAct(ProposalId, &'static str),
    /// The projects, for the office.
    DeskProjects,
    /// A project is begun.
    DeskProjectBegin(ProposalId),
    /// One act of the office on a project.
    DeskProjectAct(ProposalId, &'static str),
    /// The proposals that wait for the staff.
    DeskProposals,
    /// One proposal, for the staff.
    DeskProposal(ProposalId),
    /// One act of the staff on a proposal.
    DeskProposalAct(ProposalId, &'static str),
    /// What happened to what concerns me.
    Notices,
    /// On which ways I want to hear of it.
    NoticeChoices,
    /// What was reported and hidden, for everybody.
    Moderation,
    /// One case of it.
    ModerationCase(CaseId),
    /// Report something.
    Report(About),
    /// What of it waits for the office.
    DeskModeration,
    /// Who needs a call.
    DeskCalls,
    /// The week's poster.
    PrintNotice,
    /// The series of councils, for whoever plans them.
    DeskSeriesAll,
    /// Begin a series.
    DeskSeriesNew,
    /// One series, for whoever plans it.
    DeskSeries(SeriesId),
    /// One act of the organiser on a series.
    DeskSeriesAct(SeriesId, &'static str),
    /// Who has answered, and whom to call.
    DeskSeriesWho(SeriesId),
    /// One question about it, its calendar file, or its minutes.
    CouncilAct(CouncilId, &'static str),
    /// Figures of all councils.
    CouncilFigures,
    /// Its poster.
    PrintCouncil(CouncilId),
    /// The councils, and what each waits for.
    DeskCouncils,
    /// One council, for those who run it.
    DeskCouncil(CouncilId),
    /// One act of the staff on it.
    DeskCouncilAct(CouncilId, &'static str),
    /// Its session.
    RunCouncil(CouncilId),
    /// Who comes, who waits and who came.
    CouncilPeople(CouncilId),
    /// One's own account, for staff.
    Account,
    /// One change to it.
    AccountAct(&'static str),
    /// Those who work here.
    DeskStaff,
    /// Add somebody.
    DeskStaffNew,
    /// One member of staff.
    DeskMember(StaffId),
    /// One act of an administrator on them.
    DeskStaffAct(StaffId, &'static str),
    /// The departments.
    DeskDepartments,
    /// Set one up.
    DeskDepartmentNew,
    /// Rename or dissolve one.
    DeskDepartmentAct(DepartmentId, &'static str),
    /// The places.
    DeskPlaces,
    /// Put one on the list.
    DeskPlaceNew,
    /// Rename one.
    DeskPlaceAct(PlaceId, &'static str),
}

impl Route {
    /// The address, to be put in a link; the router adds the base path.
    #[expect(clippy::too_many_lines, reason = "a table: one address for each page")]
    pub fn href(&self) -> String {
        match self {
            Self::Home => "/".to_owned(),
            Self::SignIn => "/sign-in".to_owned(),
            Self::Display => "/display".to_owned(),
            Self::Mine => "/mine".to_owned(),
            Self::Ask => "/ask".to_owned(),
            Self::HaveSay => "/feedback/say".to_owned(),
            Self::Say(step) => format!("/feedback/say/{step}"),
            Self::SayTopic(step) => format!("/feedback/say/{step}?kind=topic"),
            Self::FeedbackSent(id) => format!("/feedback/{id}/sent"),
            Self::Feedback(id) => format!("/feedback/{id}"),
            Self::FeedbackAct(id, act) => format!("/feedback/{id}/{act}"),
            Self::Number(id) => format!("/number/{id}"),
            Self::Waiting => "/waiting".to_owned(),
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
            Self::EditProposal(id) => format!("/proposals/{id}/edit"),
            Self::EditProposalStep(id, step) => format!("/proposals/{id}/edit/{step}"),
            Self::ProposalTexts(id) => format!("/proposals/{id}/texts"),
            Self::InviteAuthors(id) => format!("/proposals/{id}/invite"),
            Self::JoinAuthors(id) => format!("/proposals/{id}/join"),
            Self::MergeProposal(id) => format!("/proposals/{id}/merge"),
            Self::AskCoach(id) => format!("/proposals/{id}/coaching"),
            Self::Coaching => "/coaching".to_owned(),
            Self::CoachingThread(id) => format!("/coaching/{id}"),
            Self::Vote(id) => format!("/contests/{id}/vote"),
            Self::VoteCheck(id) => format!("/contests/{id}/vote/check"),
            Self::Voted(id) => format!("/contests/{id}/vote/done"),
            Self::Result(id) => format!("/contests/{id}/result"),
            Self::Why(id, key) => {
                format!("/contests/{id}/result/{}", encode(key))
            }
            Self::Recount(id) => format!("/contests/{id}/recount"),
            Self::PrintResult(id) => format!("/print/result/{id}"),
            Self::Objections(id) => format!("/contests/{id}/objections"),
            Self::Object(id) => format!("/contests/{id}/object"),
            Self::DeskObjections => "/desk/objections".to_owned(),
            Self::DeskObjection(id) => format!("/desk/objections/{id}"),
            Self::Rehearsal(id) => format!("/contests/{id}/rehearsal"),
            Self::CallMe => "/call-me".to_owned(),
            Self::CallMeAsked(id) => format!("/call-me/{id}"),
            Self::Desk => "/desk".to_owned(),
            Self::DeskToday => "/desk/today".to_owned(),
            Self::DeskCallbacks => "/desk/callbacks".to_owned(),
            Self::SettleCallback(id) => format!("/desk/callbacks/{id}"),
            Self::DeskResidents => "/desk/residents".to_owned(),
            Self::Letter(id) => format!("/desk/residents/{id}"),
            Self::DeskRegister => "/desk/register".to_owned(),
            Self::DeskImport => "/desk/register/import".to_owned(),
            Self::DeskSilent => "/desk/register/silent".to_owned(),
            Self::DeskLetters => "/desk/letters".to_owned(),
            Self::DeskBatch(id) => format!("/desk/letters/{id}"),
            Self::DeskStatistics => "/desk/statistics".to_owned(),
            Self::DeskUnheard => "/desk/statistics/calls".to_owned(),
            Self::Times => "/times".to_owned(),
            Self::TimesStep(step) => format!("/times/{step}"),
            Self::Councils => "/councils".to_owned(),
            Self::CouncilTopics => "/councils/topics".to_owned(),
            Self::Council(id) => format!("/councils/{id}"),
            Self::Series(id) => format!("/series/{id}"),
            Self::SeriesAnswer(id, step) => format!("/series/{id}/answer/{step}"),
            Self::SeriesAnswered(id) => format!("/series/{id}/answered"),
            Self::SeriesPlan(id) => format!("/series/{id}/plan"),
            Self::SeriesWhy(id, slot) => format!("/series/{id}/why/{slot}"),
            Self::PrintSeries(id) => format!("/print/series/{id}"),
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
            Self::Projects => "/projects".to_owned(),
            Self::Project(id) => format!("/projects/{id}"),
            Self::ProjectAct(id, act) => format!("/projects/{id}/{act}"),
            Self::DeskProjects => "/desk/projects".to_owned(),
            Self::DeskProjectBegin(id) => format!("/desk/projects/{id}/begin"),
            Self::DeskProjectAct(id, act) => format!("/desk/projects/{id}/{act}"),
            Self::DeskProposals => "/desk/proposals".to_owned(),
            Self::DeskProposal(id) => format!("/desk/proposals/{id}"),
            Self::DeskProposalAct(id, act) => format!("/desk/proposals/{id}/{act}"),
            Self::Notices => "/notices".to_owned(),
            Self::NoticeChoices => "/notices/choices".to_owned(),
            Self::Moderation => "/moderation".to_owned(),
            Self::ModerationCase(id) => format!("/moderation/{id}"),
            Self::Report(about) => format!("/report/{about}"),
            Self::DeskModeration => "/desk/moderation".to_owned(),
            Self::DeskCalls => "/desk/calls".to_owned(),
            Self::PrintNotice => "/print/notice".to_owned(),
            Self::DeskSeriesAll => "/desk/series".to_owned(),
            Self::DeskSeriesNew => "/desk/series/new".to_owned(),
            Self::DeskSeries(id) => format!("/desk/series/{id}"),
            Self::DeskSeriesAct(id, act) => format!("/desk/series/{id}/{act}"),
            Self::DeskSeriesWho(id) => format!("/desk/series/{id}/who"),
            Self::CouncilAct(id, act) => format!("/councils/{id}/{act}"),
            Self::CouncilFigures => "/councils/statistics".to_owned(),
            Self::PrintCouncil(id) => format!("/print/council/{id}"),
            Self::DeskCouncils => "/desk/councils".to_owned(),
            Self::DeskCouncil(id) => format!("/desk/councils/{id}"),
            Self::DeskCouncilAct(id, act) => format!("/desk/councils/{id}/{act}"),
            Self::RunCouncil(id) => format!("/desk/councils/{id}/run"),
            Self::CouncilPeople(id) => format!("/desk/councils/{id}/people"),
            Self::Account => "/account".to_owned(),
            Self::AccountAct(act) => format!("/account/{act}"),
            Self::DeskStaff => "/desk/staff".to_owned(),
            Self::DeskStaffNew => "/desk/staff/new".to_owned(),
            Self::DeskMember(id) => format!("/desk/staff/{id}"),
            Self::DeskStaffAct(id, act) => format!("/desk/staff/{id}/{act}"),
            Self::DeskDepartments => "/desk/departments".to_owned(),
            Self::DeskDepartmentNew => "/desk/departments/new".to_owned(),
            Self::DeskDepartmentAct(id, act) => format!("/desk/departments/{id}/{act}"),
            Self::DeskPlaces => "/desk/places".to_owned(),
            Self::DeskPlaceNew => "/desk/places/new".to_owned(),
            Self::DeskPlaceAct(id, act) => format!("/desk/places/{id}/{act}"),
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
