//! What the words of the ways to say something are.

/// Words of the ways to say something, in one language.
pub struct Ladder {
    /// Over the ways to answer, on the first question of a proposal.
    pub ways: &'static str,
    /// To the ways to speak.
    pub speak: &'static str,
    /// The field below.
    pub write: &'static str,
    /// To a person who helps.
    pub get_help: &'static str,
    /// The heading of the ways to speak.
    pub heading: &'static str,
    /// That any way of speaking will do.
    pub hint: &'static str,
    /// A recorded message.
    pub record: &'static str,
    /// What becomes of it.
    pub record_means: &'static str,
    /// The keyboard's own microphone.
    pub keyboard: &'static str,
    /// The telephone.
    pub call: &'static str,
    /// A person.
    pub help: &'static str,
    /// Paper.
    pub paper: &'static str,
    /// What one has recorded before.
    pub said_before: &'static str,
    /// The heading about the keyboard's microphone.
    pub keyboard_heading: &'static str,
    /// What to do, one after another.
    pub keyboard_steps: [&'static str; 4],
    /// Where to look for it.
    pub keyboard_places: &'static str,
    /// To the first question.
    pub keyboard_go: &'static str,
    /// When there is none.
    pub keyboard_none: &'static str,
}
