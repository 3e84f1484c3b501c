//! Stories of recorded messages: sent in parts, written down, answered by whoever spoke.
use crate::support::{AUTHOR, NEIGHBOUR, Story, guest, organiser, reason, resident};
use huiyin_domain::{
    contests::Phase,
    hash::sha256_hex,
    ids::{ContestId, ProposalId, RecordingId, ResidentId, StaffId},
    money::Money,
    problems::ProblemKind,
    proposals::ProposalForm,
    recordings::{
        self, Command, Decision, Event, Media, PART_BYTES, RECORDING_BYTES_MAX, Recording, Scene,
        Sound, Stage, StageKind, UNDER_WAY_MAX,
        wire::{NewRecording, Offer},
    },
    refusals::Refusal,
    residents::Viewer,
};
use proptest::prelude::*;

/// A contest and one recording for it.
struct Told {
    story: Story,
    recording: Recording,
}

fn sound() -> Sound {
    Sound { media: Media::Wav, n_bytes: 12, sha256: sha256_hex(b"RIFF....WAVE") }
}

fn form() -> ProposalForm {
    ProposalForm {
        title: "装扶手".into(),
        place: "3号楼".into(),
        why: "台阶滑".into(),
        cost_unknown: true,
        ..ProposalForm::default()
    }
}

fn finish() -> Command {
    Command::Finish { n_parts: 1, sha256: None }
}

fn write() -> Command {
    Command::Write { form: form() }
}

fn disagree() -> Command {
    Command::Disagree { note: Some(reason()) }
}

fn unclear() -> Command {
    Command::Unclear { reason: reason() }
}

fn refused(refusal: Refusal) -> Result<Event, ProblemKind> {
    Err(ProblemKind::Refused { refusal })
}

fn not_at(stage: StageKind) -> Result<Event, ProblemKind> {
    refused(Refusal::RecordingNotAtThisStage { stage })
}

impl Told {
    /// Begun while proposals are collected.
    fn begun() -> Self {
        let story = Story::collecting();
        let (id, number, author) = (RecordingId(1), ProposalId(7), ResidentId(AUTHOR));
        let recording = Recording::begin(id, number, ContestId(1), author, story.now, 43);
        Self { story, recording }
    }

    /// At the stage that these commands bring it to.
    fn after(commands: &[(Viewer, Command)]) -> Self {
        let mut told = Self::begun();
        told.part(resident(AUTHOR), 0, b"RIFF....WAVE").expect("a sound begins");
        told.ask(resident(AUTHOR), finish()).expect("all parts are there");
        for (by, command) in commands {
            told.ask(*by, command.clone()).expect("these are the right steps");
        }
        told
    }

    fn waiting() -> Self {
        Self::after(&[])
    }

    fn written() -> Self {
        Self::after(&[(organiser(), write())])
    }

    fn agreed() -> Self {
        Self::after(&[(organiser(), write()), (resident(AUTHOR), Command::Agree)])
    }

    fn part(&mut self, by: Viewer, n: u32, bytes: &[u8]) -> Result<(), ProblemKind> {
        let (now, contest) = (self.story.now, &self.story.contest);
        let scene = Scene { by: &by, now, contest, sound: None };
        self.recording = recordings::take_part(&scene, &self.recording, n, bytes)?;
        Ok(())
    }

    fn ask(&mut self, by: Viewer, command: Command) -> Result<Event, ProblemKind> {
        let (now, contest, sound) = (self.story.now, &self.story.contest, sound());
        let scene = Scene { by: &by, now, contest, sound: Some(&sound) };
        let Decision { event, after } = recordings::decide(&scene, &self.recording, command)?;
        self.recording = after;
        Ok(event)
    }

    fn offers(&self, by: Viewer) -> Vec<Offer> {
        let (now, contest) = (self.story.now, &self.story.contest);
        let scene = Scene { by: &by, now, contest, sound: None };
        recordings::offers(&scene, &self.recording)
    }

    /// The organiser gives notice of what can be voted for.
    fn give_notice(&mut self) {
        self.story.shortlist(Money::yuan(8_000));
        self.story.move_on(Phase::Reviewing);
        self.story.move_on(Phase::Notice);
    }
}

#[test]
fn a_recording_is_sent_written_down_agreed_and_keeps_its_number() {
    let mut told = Told::waiting();
    assert_eq!(told.recording.stage, Stage::Waiting { sound: sound() });
    told.ask(organiser(), write()).unwrap();
    assert_eq!(told.recording.written().unwrap().title.as_str(), "装扶手");
    assert_eq!(told.offers(resident(AUTHOR)), [Offer::Agree, Offer::Disagree, Offer::Withdraw]);
    told.ask(resident(AUTHOR), Command::Agree).unwrap();
    assert_eq!(told.recording.stage, Stage::Agreed { sound: sound() });
    assert_eq!(told.recording.number, ProposalId(7));
    assert!(told.offers(resident(AUTHOR)).is_empty() && told.offers(organiser()).is_empty());
}

#[test]
fn only_residents_begin_recordings_while_proposals_are_collected_and_five_at_most() {
    let mut story = Story::collecting();
    let begin =
        |story: &Story, by: Viewer, n| recordings::may_begin(&by, story.now, &story.contest, n);
    assert_eq!(begin(&story, resident(AUTHOR), UNDER_WAY_MAX - 1), Ok(ResidentId(AUTHOR)));
    let most = Err(Refusal::TooManyRecordings { max: UNDER_WAY_MAX });
    assert_eq!(begin(&story, resident(AUTHOR), UNDER_WAY_MAX), most);
    assert_eq!(begin(&story, guest(), 0), Err(Refusal::SignInFirst));
    assert_eq!(begin(&story, organiser(), 0), Err(Refusal::ResidentsOnly));
    story.move_on(Phase::Reviewing);
    let late = begin(&story, resident(AUTHOR), 0);
    assert!(matches!(late, Err(Refusal::NotInThisPhase { .. })));
    for (seconds, is_right) in [(0, false), (1, true), (120, true), (121, false)] {
        assert_eq!(NewRecording { seconds }.parse().is_ok(), is_right, "{seconds}");
    }
}

#[test]
fn parts_come_one_after_another_and_begin_with_a_sound() {
    let mut told = Told::begun();
    let wang = resident(AUTHOR);
    assert_eq!(told.part(wang, 0, b"%PDF-1.7 no sound"), Err(ProblemKind::NotARecording));
    let missing = |next| Err(Refusal::PartMissing { next }.into());
    assert_eq!(told.part(wang, 1, b"more"), missing(0));
    told.part(wang, 0, b"RIFF....WAVE").unwrap();
    assert_eq!(told.part(wang, 2, b"more"), missing(1));
    assert_eq!(told.part(wang, 1, b""), Err(ProblemKind::NotARecording));
    let stranger = told.part(resident(NEIGHBOUR), 1, b"more");
    assert_eq!(stranger, Err(Refusal::NotYourRecording.into()));
    assert_eq!(told.part(guest(), 1, b"more"), Err(Refusal::SignInFirst.into()));
    assert_eq!(told.part(organiser(), 1, b"more"), Err(Refusal::ResidentsOnly.into()));
    assert_eq!(told.recording.stage, Stage::Arriving { n_parts: 1, n_bytes: 12 });
}

#[test]
fn neither_a_part_nor_the_whole_is_too_large() {
    let mut told = Told::begun();
    let wang = resident(AUTHOR);
    let too_large = Err(ProblemKind::RecordingTooLarge { max_bytes: RECORDING_BYTES_MAX });
    let mut part = b"RIFF....WAVE".to_vec();
    part.resize(PART_BYTES as usize + 1, 0);
    assert_eq!(told.part(wang, 0, &part), too_large);
    part.pop();
    let n_full = u32::try_from(RECORDING_BYTES_MAX / PART_BYTES).unwrap();
    for n in 0..n_full {
        told.part(wang, n, &part).unwrap();
    }
    assert_eq!(told.part(wang, n_full, &part), too_large);
    let rest = RECORDING_BYTES_MAX % PART_BYTES;
    told.part(wang, n_full, &part[..rest as usize]).unwrap();
}

#[test]
fn a_recording_is_finished_when_all_that_was_sent_is_there() {
    let mut told = Told::begun();
    let wang = resident(AUTHOR);
    let with = |n_parts, sha256: &str| Command::Finish { n_parts, sha256: Some(sha256.into()) };
    assert_eq!(told.ask(wang, finish()), refused(Refusal::PartMissing { next: 0 }));
    told.part(wang, 0, b"RIFF....WAVE").unwrap();
    let hash = sound().sha256;
    assert_eq!(told.ask(wang, with(2, &hash)), refused(Refusal::PartMissing { next: 1 }));
    assert_eq!(told.ask(wang, with(0, &hash)), refused(Refusal::SoundDiffers));
    assert_eq!(told.ask(wang, with(1, "00")), refused(Refusal::SoundDiffers));
    assert_eq!(told.ask(resident(NEIGHBOUR), finish()), refused(Refusal::NotYourRecording));
    assert_eq!(told.ask(wang, with(1, &hash)), Ok(Event::Arrived { sound: sound() }));
    assert_eq!(told.ask(wang, finish()), not_at(StageKind::Waiting));
    assert_eq!(told.part(wang, 1, b"more"), not_at(StageKind::Waiting).map(drop));
}

#[test]
fn only_the_office_writes_and_its_form_is_read_like_any_other() {
    let mut told = Told::waiting();
    assert_eq!(told.ask(resident(AUTHOR), write()), refused(Refusal::StaffOnly));
    assert_eq!(told.ask(guest(), write()), refused(Refusal::SignInFirst));
    let empty = Command::Write { form: ProposalForm::default() };
    assert!(matches!(told.ask(organiser(), empty), Err(ProblemKind::Invalid { .. })));
    assert_eq!(told.ask(organiser(), write()), Ok(Event::Written { by: StaffId(1) }));
    // A slip of the pen is mended before the resident has answered.
    assert!(told.ask(organiser(), write()).is_ok());
    assert_eq!(Told::begun().ask(organiser(), write()), not_at(StageKind::Arriving));
    assert_eq!(Told::agreed().ask(organiser(), write()), not_at(StageKind::Agreed));
}

#[test]
fn only_whoever_spoke_says_yes_and_once() {
    let mut told = Told::written();
    assert_eq!(told.ask(organiser(), Command::Agree), refused(Refusal::ResidentsOnly));
    assert_eq!(told.ask(resident(NEIGHBOUR), Command::Agree), refused(Refusal::NotYourRecording));
    assert_eq!(told.ask(guest(), Command::Agree), refused(Refusal::SignInFirst));
    assert_eq!(told.ask(resident(AUTHOR), Command::Agree), Ok(Event::Agreed));
    assert_eq!(told.ask(resident(AUTHOR), Command::Agree), not_at(StageKind::Agreed));
    let early = Told::waiting().ask(resident(AUTHOR), Command::Agree);
    assert_eq!(early, not_at(StageKind::Waiting));
}

#[test]
fn a_no_goes_back_to_the_office_with_its_note() {
    let mut told = Told::written();
    assert_eq!(told.ask(organiser(), disagree()), refused(Refusal::ResidentsOnly));
    let stranger = told.ask(resident(NEIGHBOUR), disagree());
    assert_eq!(stranger, refused(Refusal::NotYourRecording));
    told.ask(resident(AUTHOR), disagree()).unwrap();
    assert_eq!(told.recording.stage.kind(), StageKind::Waiting);
    assert_eq!(told.recording.misheard[0].note, Some(reason()));
    assert_eq!(told.recording.misheard[0].content.title.as_str(), "装扶手");
    assert_eq!(told.ask(resident(AUTHOR), disagree()), not_at(StageKind::Waiting));
    told.ask(organiser(), write()).unwrap();
    told.ask(resident(AUTHOR), Command::Disagree { note: None }).unwrap();
    assert_eq!(told.recording.misheard.len(), 2);
}

#[test]
fn what_one_colleague_cannot_understand_another_can() {
    let mut told = Told::waiting();
    assert_eq!(told.ask(resident(AUTHOR), unclear()), refused(Refusal::StaffOnly));
    assert_eq!(told.ask(organiser(), unclear()), Ok(Event::FoundUnclear));
    assert_eq!(told.ask(organiser(), unclear()), not_at(StageKind::Unclear));
    assert_eq!(told.offers(organiser()), [Offer::Write]);
    assert_eq!(told.offers(resident(AUTHOR)), [Offer::Withdraw]);
    assert!(told.ask(organiser(), write()).is_ok());
    assert_eq!(told.ask(organiser(), unclear()), not_at(StageKind::Written));
}

#[test]
fn what_was_taken_back_is_kept_in_no_form() {
    let mut told = Told::after(&[(organiser(), write()), (resident(AUTHOR), disagree())]);
    let stranger = told.ask(resident(NEIGHBOUR), Command::Withdraw);
    assert_eq!(stranger, refused(Refusal::NotYourRecording));
    assert_eq!(told.ask(organiser(), Command::Withdraw), refused(Refusal::ResidentsOnly));
    assert_eq!(told.ask(resident(AUTHOR), Command::Withdraw), Ok(Event::Withdrawn));
    assert_eq!(told.recording.stage, Stage::Withdrawn);
    assert!(told.recording.misheard.is_empty());
    assert_eq!(told.ask(resident(AUTHOR), Command::Withdraw), not_at(StageKind::Withdrawn));
    let agreed = Told::agreed().ask(resident(AUTHOR), Command::Withdraw);
    assert_eq!(agreed, not_at(StageKind::Agreed));
}

#[test]
fn what_was_begun_in_time_is_agreed_until_notice_and_then_can_only_be_taken_back() {
    let mut told = Told::waiting();
    told.story.move_on(Phase::Reviewing);
    assert!(told.ask(organiser(), write()).is_ok(), "it came in time");
    let mut told = Told::written();
    told.give_notice();
    let late = || refused(Refusal::TooLateForRecording);
    assert_eq!(told.ask(resident(AUTHOR), Command::Agree), late());
    assert_eq!(told.ask(resident(AUTHOR), disagree()), late());
    assert_eq!(told.ask(organiser(), write()), late());
    assert_eq!(told.offers(resident(AUTHOR)), [Offer::Withdraw]);
    assert_eq!(told.ask(resident(AUTHOR), Command::Withdraw), Ok(Event::Withdrawn));
    let mut begun = Told::begun();
    begun.give_notice();
    let part = begun.part(resident(AUTHOR), 0, b"RIFF....WAVE");
    assert_eq!(part, late().map(drop));
    assert_eq!(begun.ask(resident(AUTHOR), finish()), late());
}

#[test]
fn only_its_author_and_the_office_hear_a_recording() {
    let told = Told::waiting();
    let hears = |by: Viewer| recordings::may_hear(&by, &told.recording);
    assert_eq!(hears(resident(AUTHOR)), Ok(()));
    assert_eq!(hears(organiser()), Ok(()));
    assert_eq!(hears(resident(NEIGHBOUR)), Err(Refusal::NotYourRecording));
    assert_eq!(hears(guest()), Err(Refusal::SignInFirst));
}

#[test]
fn the_record_holds_nothing_of_what_was_said() {
    let events = [
        Event::Begun,
        Event::Arrived { sound: Sound { sha256: "0b".into(), ..sound() } },
        Event::Written { by: StaffId(1) },
        Event::Agreed,
        Event::Disagreed,
        Event::FoundUnclear,
        Event::Withdrawn,
    ];
    let lines = events.map(|event| serde_json::to_string(&event).unwrap());
    let stored = [
        r#"{"kind":"begun"}"#,
        r#"{"kind":"arrived","sound":{"media":"wav","n_bytes":12,"sha256":"0b"}}"#,
        r#"{"kind":"written","by":1}"#,
        r#"{"kind":"agreed"}"#,
        r#"{"kind":"disagreed"}"#,
        r#"{"kind":"found_unclear"}"#,
        r#"{"kind":"withdrawn"}"#,
    ];
    assert_eq!(lines, stored);
}

fn anybody() -> impl Strategy<Value = Viewer> {
    prop_oneof![Just(guest()), Just(resident(AUTHOR)), Just(resident(NEIGHBOUR)), Just(organiser()),]
}

fn anything() -> impl Strategy<Value = Command> {
    prop_oneof![
        Just(finish()),
        Just(write()),
        Just(Command::Agree),
        Just(disagree()),
        Just(unclear()),
        Just(Command::Withdraw),
    ]
}

fn asked_by(offer: Offer) -> Option<Command> {
    match offer {
        Offer::Agree => Some(Command::Agree),
        Offer::Disagree => Some(disagree()),
        Offer::Write => Some(write()),
        Offer::SayUnclear => Some(unclear()),
        Offer::Withdraw => Some(Command::Withdraw),
        Offer::Send => None,
    }
}

proptest! {
    #[test]
    fn whatever_is_asked_a_recording_keeps_its_promises(
        steps in prop::collection::vec((anybody(), anything()), 1..60),
    ) {
        let mut told = Told::begun();
        told.part(resident(AUTHOR), 0, b"RIFF....WAVE").unwrap();
        for (by, command) in steps {
            for offer in told.offers(by) {
                let mut tried = Told { story: Story::collecting(), recording: told.recording.clone() };
                tried.story.now = told.story.now;
                let done = asked_by(offer).is_none_or(|command| tried.ask(by, command).is_ok());
                prop_assert!(done, "{:?} is offered and refused", offer);
            }
            let before = told.recording.clone();
            match told.ask(by, command) {
                Err(_) => prop_assert_eq!(&told.recording, &before, "a refusal changes nothing"),
                Ok(event) => {
                    prop_assert!(told.recording.version > before.version);
                    prop_assert_eq!(told.recording.number, before.number);
                    let is_agreed = event == Event::Agreed;
                    prop_assert!(!is_agreed || before.written().is_some());
                    prop_assert!(!is_agreed || by == resident(AUTHOR));
                }
            }
        }
    }
}
