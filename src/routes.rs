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

/// What stands in an address where it varies, in turn.
enum Vary<'a> {
    Nothing,
    Id(u32),
    Ids(u32, u32),
    Word(&'a str),
    IdAndWord(u32, &'a str),
    About(&'a About),
}

impl Route {
    /// The address, to be put in a link; the router adds the base path.
    pub fn href(&self) -> String {
        let (address, vary) = self.parts();
        let (one, other) = match vary {
            Vary::Nothing => return address.to_owned(),
            Vary::Id(id) => (id.to_string(), None),
            Vary::Ids(id, other) => (id.to_string(), Some(other.to_string())),
            Vary::Word(word) => (encode(word), None),
            Vary::IdAndWord(id, word) => (id.to_string(), Some(encode(word))),
            Vary::About(about) => (about.to_string(), None),
        };
        let mut values = [Some(one), other].into_iter().flatten();
        let (mut href, mut rest) = (String::new(), address);
        while let Some((before, after)) = rest.split_once(':') {
            href.push_str(before);
            values.by_ref().take(1).for_each(|value| href.push_str(&value));
            rest = after.trim_start_matches(|sign: char| sign.is_ascii_alphabetic());
        }
        href + rest
    }

    /// The address as `src/later` writes it, so that what everybody loads has each once.
    #[expect(clippy::too_many_lines, reason = "a table: one address for each page")]
    fn parts(&self) -> (&'static str, Vary<'_>) {
        use Vary::{About, Id, IdAndWord, Ids, Nothing, Word};
        match self {
            Self::Home => ("/", Nothing),
            Self::SignIn => ("/sign-in", Nothing),
            Self::Display => ("/display", Nothing),
            Self::Mine => ("/mine", Nothing),
            Self::Ask => ("/ask", Nothing),
            Self::HaveSay => ("/feedback/say", Nothing),
            Self::Say(step) => ("/feedback/say/:step", Word(step)),
            Self::SayTopic(step) => ("/feedback/say/:step?kind=topic", Word(step)),
            Self::FeedbackSent(id) => ("/feedback/:id/sent", Id(id.0)),
            Self::Feedback(id) => ("/feedback/:id", Id(id.0)),
            Self::FeedbackAct(id, act) => ("/feedback/:id/:act", IdAndWord(id.0, act)),
            Self::Number(id) => ("/number/:id", Id(id.0)),
            Self::Waiting => ("/waiting", Nothing),
            Self::Devices => ("/devices", Nothing),
            Self::Help => ("/help", Nothing),
            Self::HelpStart(step) => ("/help/start/:step", Word(step)),
            Self::HelpLog(id) => ("/help/:id", Id(id.0)),
            Self::Helping => ("/helping", Nothing),
            Self::Voice => ("/voice", Nothing),
            Self::Contests => ("/contests", Nothing),
            Self::NewContest => ("/contests/new", Nothing),
            Self::Contest(id) => ("/contests/:id", Id(id.0)),
            Self::Proposals(id) => ("/contests/:id/proposals", Id(id.0)),
            Self::Propose(id, step) => ("/contests/:id/propose/:step", IdAndWord(id.0, step)),
            Self::Proposed(id, proposal) => {
                ("/contests/:id/proposed/:proposal", Ids(id.0, proposal.0))
            }
            Self::Proposal(id) => ("/proposals/:id", Id(id.0)),
            Self::EditProposal(id) => ("/proposals/:id/edit", Id(id.0)),
            Self::EditProposalStep(id, step) => {
                ("/proposals/:id/edit/:step", IdAndWord(id.0, step))
            }
            Self::ProposalTexts(id) => ("/proposals/:id/texts", Id(id.0)),
            Self::InviteAuthors(id) => ("/proposals/:id/invite", Id(id.0)),
            Self::JoinAuthors(id) => ("/proposals/:id/join", Id(id.0)),
            Self::MergeProposal(id) => ("/proposals/:id/merge", Id(id.0)),
            Self::AskCoach(id) => ("/proposals/:id/coaching", Id(id.0)),
            Self::Coaching => ("/coaching", Nothing),
            Self::CoachingThread(id) => ("/coaching/:id", Id(id.0)),
            Self::Vote(id) => ("/contests/:id/vote", Id(id.0)),
            Self::VoteCheck(id) => ("/contests/:id/vote/check", Id(id.0)),
            Self::Voted(id) => ("/contests/:id/vote/done", Id(id.0)),
            Self::Result(id) => ("/contests/:id/result", Id(id.0)),
            Self::Why(id, key) => ("/contests/:id/result/:key", IdAndWord(id.0, key)),
            Self::Recount(id) => ("/contests/:id/recount", Id(id.0)),
            Self::PrintResult(id) => ("/print/result/:id", Id(id.0)),
            Self::Objections(id) => ("/contests/:id/objections", Id(id.0)),
            Self::Object(id) => ("/contests/:id/object", Id(id.0)),
            Self::DeskObjections => ("/desk/objections", Nothing),
            Self::DeskObjection(id) => ("/desk/objections/:id", Id(id.0)),
            Self::Rehearsal(id) => ("/contests/:id/rehearsal", Id(id.0)),
            Self::CallMe => ("/call-me", Nothing),
            Self::CallMeAsked(id) => ("/call-me/:id", Id(id.0)),
            Self::Desk => ("/desk", Nothing),
            Self::DeskToday => ("/desk/today", Nothing),
            Self::DeskCallbacks => ("/desk/callbacks", Nothing),
            Self::SettleCallback(id) => ("/desk/callbacks/:id", Id(id.0)),
            Self::DeskResidents => ("/desk/residents", Nothing),
            Self::Letter(id) => ("/desk/residents/:id", Id(id.0)),
            Self::DeskRegister => ("/desk/register", Nothing),
            Self::DeskImport => ("/desk/register/import", Nothing),
            Self::DeskSilent => ("/desk/register/silent", Nothing),
            Self::DeskLetters => ("/desk/letters", Nothing),
            Self::DeskBatch(id) => ("/desk/letters/:batch", Id(id.0)),
            Self::DeskStatistics => ("/desk/statistics", Nothing),
            Self::DeskUnheard => ("/desk/statistics/calls", Nothing),
            Self::Times => ("/times", Nothing),
            Self::TimesStep(step) => ("/times/:step", Word(step)),
            Self::Councils => ("/councils", Nothing),
            Self::CouncilTopics => ("/councils/topics", Nothing),
            Self::Council(id) => ("/councils/:id", Id(id.0)),
            Self::Series(id) => ("/series/:id", Id(id.0)),
            Self::SeriesAnswer(id, step) => ("/series/:id/answer/:step", IdAndWord(id.0, step)),
            Self::SeriesAnswered(id) => ("/series/:id/answered", Id(id.0)),
            Self::SeriesPlan(id) => ("/series/:id/plan", Id(id.0)),
            Self::SeriesWhy(id, slot) => ("/series/:id/why/:slot", Ids(id.0, slot.0)),
            Self::PrintSeries(id) => ("/print/series/:id", Id(id.0)),
            Self::PrintProposal(id) => ("/print/proposal/:id", Id(id.0)),
            Self::PrintBallot(id) => ("/print/ballot/:id", Id(id.0)),
            Self::PrintTimes => ("/print/times", Nothing),
            Self::Enter(step) => ("/desk/enter/:step", Word(step)),
            Self::Speak(id) => ("/contests/:id/speak", Id(id.0)),
            Self::SpeakKeyboard(id) => ("/contests/:id/speak/keyboard", Id(id.0)),
            Self::Record(id) => ("/contests/:id/speak/record", Id(id.0)),
            Self::RecordingSent(id) => ("/recordings/:id/sent", Id(id.0)),
            Self::Recordings => ("/recordings", Nothing),
            Self::Recording(id) => ("/recordings/:id", Id(id.0)),
            Self::DeskRecordings => ("/desk/recordings", Nothing),
            Self::DeskRecording(id) => ("/desk/recordings/:id", Id(id.0)),
            Self::Ledger => ("/ledger", Nothing),
            Self::DeskFeedback => ("/desk/feedback", Nothing),
            Self::DeskFeedbackAct(id, act) => ("/desk/feedback/:id/:act", IdAndWord(id.0, act)),
            Self::Projects => ("/projects", Nothing),
            Self::Project(id) => ("/projects/:id", Id(id.0)),
            Self::ProjectAct(id, act) => ("/projects/:id/:act", IdAndWord(id.0, act)),
            Self::DeskProjects => ("/desk/projects", Nothing),
            Self::DeskProjectBegin(id) => ("/desk/projects/:id/begin", Id(id.0)),
            Self::DeskProjectAct(id, act) => ("/desk/projects/:id/:act", IdAndWord(id.0, act)),
            Self::DeskProposals => ("/desk/proposals", Nothing),
            Self::DeskProposal(id) => ("/desk/proposals/:id", Id(id.0)),
            Self::DeskProposalAct(id, act) => ("/desk/proposals/:id/:act", IdAndWord(id.0, act)),
            Self::Notices => ("/notices", Nothing),
            Self::NoticeChoices => ("/notices/choices", Nothing),
            Self::Moderation => ("/moderation", Nothing),
            Self::ModerationCase(id) => ("/moderation/:id", Id(id.0)),
            Self::Report(about) => ("/report/:id", About(about)),
            Self::DeskModeration => ("/desk/moderation", Nothing),
            Self::DeskCalls => ("/desk/calls", Nothing),
            Self::PrintNotice => ("/print/notice", Nothing),
            Self::DeskSeriesAll => ("/desk/series", Nothing),
            Self::DeskSeriesNew => ("/desk/series/new", Nothing),
            Self::DeskSeries(id) => ("/desk/series/:id", Id(id.0)),
            Self::DeskSeriesAct(id, act) => ("/desk/series/:id/:act", IdAndWord(id.0, act)),
            Self::DeskSeriesWho(id) => ("/desk/series/:id/who", Id(id.0)),
            Self::CouncilAct(id, act) => ("/councils/:id/:act", IdAndWord(id.0, act)),
            Self::CouncilFigures => ("/councils/statistics", Nothing),
            Self::PrintCouncil(id) => ("/print/council/:id", Id(id.0)),
            Self::DeskCouncils => ("/desk/councils", Nothing),
            Self::DeskCouncil(id) => ("/desk/councils/:id", Id(id.0)),
            Self::DeskCouncilAct(id, act) => ("/desk/councils/:id/:act", IdAndWord(id.0, act)),
            Self::RunCouncil(id) => ("/desk/councils/:id/run", Id(id.0)),
            Self::CouncilPeople(id) => ("/desk/councils/:id/people", Id(id.0)),
            Self::Account => ("/account", Nothing),
            Self::AccountAct(act) => ("/account/:act", Word(act)),
            Self::DeskStaff => ("/desk/staff", Nothing),
            Self::DeskStaffNew => ("/desk/staff/new", Nothing),
            Self::DeskMember(id) => ("/desk/staff/:id", Id(id.0)),
            Self::DeskStaffAct(id, act) => ("/desk/staff/:id/:act", IdAndWord(id.0, act)),
            Self::DeskDepartments => ("/desk/departments", Nothing),
            Self::DeskDepartmentNew => ("/desk/departments/new", Nothing),
            Self::DeskDepartmentAct(id, act) => {
                ("/desk/departments/:id/:act", IdAndWord(id.0, act))
            }
            Self::DeskPlaces => ("/desk/places", Nothing),
            Self::DeskPlaceNew => ("/desk/places/new", Nothing),
            Self::DeskPlaceAct(id, act) => ("/desk/places/:id/:act", IdAndWord(id.0, act)),
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
