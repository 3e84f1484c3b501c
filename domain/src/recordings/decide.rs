//! What may be done with a recording, by whom and when.
use super::{
    Media, Misheard, PART_BYTES, RECORDING_BYTES_MAX, Recording, Sound, Stage, UNDER_WAY_MAX,
    wire::Offer,
};
use crate::{
    contests::{self, Contest, Phase, Reason},
    desk::may_serve,
    ids::{ResidentId, StaffId},
    problems::ProblemKind,
    proposals::{Content, ProposalForm},
    refusals::Refusal,
    residents::Viewer,
    time::Moment,
};
use huiyin_derive::ReadTagged;
use serde::Serialize;

/// The circumstances of a decision: who asks, when, and under which rules.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// Who asks.
    pub by: &'a Viewer,
    /// When.
    pub now: Moment,
    /// The contest it is for.
    pub contest: &'a Contest,
    /// Loaded by the service when a recording is finished: what all its parts make together, if
    /// they make a sound.
    pub sound: Option<&'a Sound>,
}

/// What a person can ask of a recording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Command {
    /// Its last part was sent.
    Finish {
        /// How many parts were sent.
        n_parts: u32,
        /// The SHA-256 of the whole, from phones that can tell.
        #[serde(default)]
        sha256: Option<String>,
    },
    /// Write down what is said (听写), or mend what was written.
    Write {
        /// As the office fills it in.
        form: ProposalForm,
    },
    /// Yes, that is what I said (是): it becomes a proposal.
    Agree,
    /// No, that is not what I said (不是).
    Disagree {
        /// What is wrong, if they like to say.
        #[serde(default)]
        note: Option<Reason>,
    },
    /// It cannot be understood (没听清).
    Unclear {
        /// Why, and what would help, for the resident to read.
        reason: Reason,
    },
    /// Take one's own recording back.
    Withdraw,
}

/// What happened to a recording.
///
/// The record is for ever, so it tells what was done and by whom, but nothing of what was said:
/// that stands in the recording alone, where it can be taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// It was begun, and its number kept free.
    Begun,
    /// It arrived whole.
    Arrived {
        /// What arrived.
        sound: Sound,
    },
    /// It was written down.
    Written {
        /// Who wrote.
        by: StaffId,
    },
    /// The resident said yes: it is a proposal.
    Agreed,
    /// The resident said no.
    Disagreed,
    /// It could not be understood.
    FoundUnclear,
    /// Its author took it back.
    Withdrawn,
}

impl Event {
    /// Its name in the record.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Begun => "begun",
            Self::Arrived { .. } => "arrived",
            Self::Written { .. } => "written",
            Self::Agreed => "agreed",
            Self::Disagreed => "disagreed",
            Self::FoundUnclear => "found_unclear",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// What a command comes to: what goes into the record, and how the recording then stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What happened.
    pub event: Event,
    /// The recording after it.
    pub after: Recording,
}

/// May this person begin a recording, with so many of theirs under way in the contest?
pub fn may_begin(
    by: &Viewer,
    now: Moment,
    contest: &Contest,
    n_under_way: u32,
) -> Result<ResidentId, Refusal> {
    let scene = contests::Scene { by, now, n_shortlisted: 0, n_unfinished: 0 };
    let author = contests::may_propose(&scene, contest)?;
    match n_under_way < UNDER_WAY_MAX {
        true => Ok(author),
        false => Err(Refusal::TooManyRecordings { max: UNDER_WAY_MAX }),
    }
}

/// May this person hear the recording and read what was written? Its author and the office.
pub fn may_hear(by: &Viewer, recording: &Recording) -> Result<(), Refusal> {
    match by {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Resident { id } if *id == recording.author => Ok(()),
        Viewer::Resident { .. } => Err(Refusal::NotYourRecording),
        Viewer::Staff { .. } => may_serve(by).map(drop),
    }
}

/// May this person send parts of the recording, and finish it?
///
/// What was begun in time may still arrive until notice is given.
pub fn may_send_part(scene: &Scene, recording: &Recording) -> Result<(), Refusal> {
    author(scene, recording)?;
    before_notice(scene)?;
    match recording.stage {
        Stage::Arriving { .. } => Ok(()),
        Stage::Waiting { .. }
        | Stage::Written { .. }
        | Stage::Unclear { .. }
        | Stage::Agreed { .. }
        | Stage::Withdrawn => Err(not_at_this_stage(recording)),
    }
}

/// May this person write down what is said? Until the resident has agreed.
fn may_write(scene: &Scene, recording: &Recording) -> Result<StaffId, Refusal> {
    let by = may_serve(scene.by)?;
    before_notice(scene)?;
    match recording.stage {
        // What one colleague cannot understand, another can.
        Stage::Waiting { .. } | Stage::Written { .. } | Stage::Unclear { .. } => Ok(by),
        Stage::Arriving { .. } | Stage::Agreed { .. } | Stage::Withdrawn => {
            Err(not_at_this_stage(recording))
        }
    }
}

fn may_say_unclear(scene: &Scene, recording: &Recording) -> Result<(), Refusal> {
    may_serve(scene.by)?;
    match recording.stage {
        Stage::Waiting { .. } => Ok(()),
        Stage::Arriving { .. }
        | Stage::Written { .. }
        | Stage::Unclear { .. }
        | Stage::Agreed { .. }
        | Stage::Withdrawn => Err(not_at_this_stage(recording)),
    }
}

/// May this person say whether the text is what they said?
fn may_answer(scene: &Scene, recording: &Recording) -> Result<(), Refusal> {
    author(scene, recording)?;
    before_notice(scene)?;
    match recording.stage {
        Stage::Written { .. } => Ok(()),
        Stage::Arriving { .. }
        | Stage::Waiting { .. }
        | Stage::Unclear { .. }
        | Stage::Agreed { .. }
        | Stage::Withdrawn => Err(not_at_this_stage(recording)),
    }
}

/// May this person take the recording back? At any time, until it is a proposal.
fn may_withdraw(scene: &Scene, recording: &Recording) -> Result<(), Refusal> {
    author(scene, recording)?;
    match recording.stage {
        Stage::Arriving { .. }
        | Stage::Waiting { .. }
        | Stage::Written { .. }
        | Stage::Unclear { .. } => Ok(()),
        Stage::Agreed { .. } | Stage::Withdrawn => Err(not_at_this_stage(recording)),
    }
}

fn author(scene: &Scene, recording: &Recording) -> Result<(), Refusal> {
    match scene.by {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Staff { .. } => Err(Refusal::ResidentsOnly),
        Viewer::Resident { id } if *id == recording.author => Ok(()),
        Viewer::Resident { .. } => Err(Refusal::NotYourRecording),
    }
}

/// From notice on, what can be voted for stands fast, so nothing more can become a proposal.
fn before_notice(scene: &Scene) -> Result<(), Refusal> {
    let is_sealed = scene.contest.phase(scene.now) >= Phase::Notice;
    if is_sealed { Err(Refusal::TooLateForRecording) } else { Ok(()) }
}

fn not_at_this_stage(recording: &Recording) -> Refusal {
    Refusal::RecordingNotAtThisStage { stage: recording.stage.kind() }
}

/// The recording with one more part, or why the part cannot be taken.
///
/// Parts come one after another. Whether one that is there already came again unchanged, the
/// service knows.
pub fn take_part(
    scene: &Scene,
    recording: &Recording,
    n: u32,
    bytes: &[u8],
) -> Result<Recording, ProblemKind> {
    may_send_part(scene, recording)?;
    let Stage::Arriving { n_parts, n_bytes } = recording.stage else {
        return Err(not_at_this_stage(recording).into());
    };
    if n != n_parts {
        return Err(Refusal::PartMissing { next: n_parts }.into());
    }
    let n_new = bytes.len() as u64;
    let n_bytes = n_bytes.saturating_add(n_new);
    if n_new > PART_BYTES || n_bytes > RECORDING_BYTES_MAX {
        return Err(ProblemKind::RecordingTooLarge { max_bytes: RECORDING_BYTES_MAX });
    }
    let is_sound = if n == 0 { Media::sniff(bytes).is_some() } else { n_new > 0 };
    if !is_sound {
        return Err(ProblemKind::NotARecording);
    }
    Ok(recording.after(Stage::Arriving { n_parts: n_parts.saturating_add(1), n_bytes }))
}

/// What a command does, or why it does nothing.
pub fn decide(
    scene: &Scene,
    recording: &Recording,
    command: Command,
) -> Result<Decision, ProblemKind> {
    match command {
        Command::Finish { n_parts, sha256 } => finish(scene, recording, n_parts, sha256),
        Command::Write { form } => {
            let by = may_write(scene, recording)?;
            let content = form.parse().map_err(|problems| ProblemKind::Invalid { problems })?;
            let sound = heard(recording)?;
            let after = recording.after(Stage::Written { sound, content, by });
            Ok(Decision { event: Event::Written { by }, after })
        }
        Command::Agree => {
            may_answer(scene, recording)?;
            let after = recording.after(Stage::Agreed { sound: heard(recording)? });
            Ok(Decision { event: Event::Agreed, after })
        }
        Command::Disagree { note } => disagree(scene, recording, note),
        Command::Unclear { reason } => {
            may_say_unclear(scene, recording)?;
            let after = recording.after(Stage::Unclear { sound: heard(recording)?, reason });
            Ok(Decision { event: Event::FoundUnclear, after })
        }
        Command::Withdraw => {
            may_withdraw(scene, recording)?;
            // What was taken back is not kept, in no form.
            let misheard = Vec::new();
            let after = Recording { misheard, ..recording.after(Stage::Withdrawn) };
            Ok(Decision { event: Event::Withdrawn, after })
        }
    }
}

fn finish(
    scene: &Scene,
    recording: &Recording,
    n_sent: u32,
    sha256: Option<String>,
) -> Result<Decision, ProblemKind> {
    may_send_part(scene, recording)?;
    let Stage::Arriving { n_parts, .. } = recording.stage else {
        return Err(not_at_this_stage(recording).into());
    };
    if n_parts < n_sent {
        return Err(Refusal::PartMissing { next: n_parts }.into());
    }
    let sound = scene.sound.ok_or(ProblemKind::NotARecording)?.clone();
    if n_sent < n_parts || sha256.is_some_and(|sent| sent != sound.sha256) {
        return Err(Refusal::SoundDiffers.into());
    }
    let after = recording.after(Stage::Waiting { sound: sound.clone() });
    Ok(Decision { event: Event::Arrived { sound }, after })
}

fn disagree(
    scene: &Scene,
    recording: &Recording,
    note: Option<Reason>,
) -> Result<Decision, ProblemKind> {
    may_answer(scene, recording)?;
    let Some(content) = recording.written().cloned() else {
        return Err(not_at_this_stage(recording).into());
    };
    let mut after = recording.after(Stage::Waiting { sound: heard(recording)? });
    after.misheard.push(Misheard { at: scene.now, content, note });
    Ok(Decision { event: Event::Disagreed, after })
}

fn heard(recording: &Recording) -> Result<Sound, Refusal> {
    recording.stage.sound().cloned().ok_or_else(|| not_at_this_stage(recording))
}

impl Recording {
    /// The text that its author is asked about.
    pub fn written(&self) -> Option<&Content> {
        match &self.stage {
            Stage::Written { content, .. } => Some(content),
            Stage::Arriving { .. }
            | Stage::Waiting { .. }
            | Stage::Unclear { .. }
            | Stage::Agreed { .. }
            | Stage::Withdrawn => None,
        }
    }

    fn after(&self, stage: Stage) -> Self {
        Self { version: self.version.next(), stage, ..self.clone() }
    }
}

/// What this person may do next, the likeliest first.
pub fn offers(scene: &Scene, recording: &Recording) -> Vec<Offer> {
    let mut offers = Vec::new();
    if may_send_part(scene, recording).is_ok() {
        offers.push(Offer::Send);
    }
    if may_answer(scene, recording).is_ok() {
        offers.extend([Offer::Agree, Offer::Disagree]);
    }
    if may_write(scene, recording).is_ok() {
        offers.push(Offer::Write);
    }
    if may_say_unclear(scene, recording).is_ok() {
        offers.push(Offer::SayUnclear);
    }
    if may_withdraw(scene, recording).is_ok() {
        offers.push(Offer::Withdraw);
    }
    offers
}
