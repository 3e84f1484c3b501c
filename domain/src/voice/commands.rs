//! Commands: what can be asked of the app by voice.
use crate::ids::ProposalId;

/// What a command does without choosing anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errand {
    /// Shows a proposal, or whatever else was sent under that number.
    Open(ProposalId),
    /// Goes on, where that decides nothing.
    Next,
    /// Goes back.
    Back,
    /// Goes to the first screen.
    Home,
    /// Reads the page aloud.
    ReadAloud,
    /// Says it once more.
    Again,
    /// Stops reading.
    Stop,
    /// Leads to the hot-line.
    Call,
    /// Says what can be said.
    Help,
    /// Shows how the letters become larger.
    Display,
}

/// A spoken command (语音命令). None of them casts anything: see [`super::Dialogue`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VoiceCommand {
    /// Does this.
    Run(Errand),
    /// A bare number, as 第128号: chosen where it can be chosen, otherwise shown.
    Number(ProposalId),
    /// Chooses the n-th of what there is to choose, from 1.
    Choose(u32),
    /// Presses what has this name.
    Press(String),
    /// Yes, after something was read back.
    Confirm,
    /// No.
    Cancel,
}
