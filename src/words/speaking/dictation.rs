//! What the words of speaking into a field are.

/// Words of speaking into a field, in one language.
pub struct Dictation {
    /// Opens the ways to speak into this field.
    pub speak: &'static str,
    /// Closes them.
    pub close: &'static str,
    /// Lets the phone write what it hears.
    pub begin: &'static str,
    /// While it listens.
    pub listening: &'static str,
    /// Ends it.
    pub stop: &'static str,
    /// Over what was heard; it can be corrected.
    pub heard: &'static str,
    /// Takes it into the answer.
    pub take: &'static str,
    /// Does without it.
    pub leave: &'static str,
    /// It is in the answer.
    pub taken: &'static str,
    /// Nothing was heard, and what else there is.
    pub nothing: &'static str,
    /// The microphone may not be used.
    pub denied: &'static str,
    /// There is no microphone, or another program has it.
    pub no_microphone: &'static str,
    /// The phone cannot write what it hears.
    pub cannot: &'static str,
}
