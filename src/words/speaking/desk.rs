//! What the words of the office's side are: listening, and writing down.

/// Words of writing down what was said, in one language.
pub struct Desk {
    /// The heading of the queue.
    pub heading: &'static str,
    /// What is to be done.
    pub hint: &'static str,
    /// When nothing waits.
    pub none: &'static str,
    /// Only for the office.
    pub staff_only: &'static str,
    /// How long it has waited: minutes.
    pub waited: fn(i64) -> String,
    /// How long the recording is.
    pub length: fn(u32) -> String,
    /// The resident said so many times that the text was not right.
    pub misheard_times: fn(u32) -> String,
    /// To one, by its number.
    pub open: fn(u32) -> String,
    /// The heading of one, by its number.
    pub one: fn(u32) -> String,
    /// Back to the queue.
    pub to_queue: &'static str,
    /// Who spoke.
    pub by: fn(&str) -> String,
    /// Over the player.
    pub original: &'static str,
    /// Fetches the sound.
    pub load: &'static str,
    /// Over the speeds.
    pub speed: &'static str,
    /// Slower.
    pub slow: &'static str,
    /// As spoken.
    pub normal: &'static str,
    /// Faster.
    pub fast: &'static str,
    /// Over what the resident said was wrong.
    pub misheard: &'static str,
    /// Without a word of theirs.
    pub misheard_without_note: &'static str,
    /// With one.
    pub misheard_note: fn(&str) -> String,
    /// Over what an engine understood.
    pub engine: &'static str,
    /// What to think of it.
    pub engine_hint: &'static str,
    /// Takes it over.
    pub engine_use: &'static str,
    /// It is taken over.
    pub engine_used: &'static str,
    /// Over the fields.
    pub write_heading: &'static str,
    /// What, in one sentence.
    pub title: &'static str,
    /// What is asked for, one a line.
    pub requests: &'static str,
    /// Where.
    pub place: &'static str,
    /// Why.
    pub why: &'static str,
    /// That cost and photos are left out.
    pub left_out: &'static str,
    /// Hands it to the resident.
    pub write: &'static str,
    /// It is handed over.
    pub written: &'static str,
    /// Over the reason when it cannot be understood.
    pub unclear_heading: &'static str,
    /// The reason.
    pub unclear_reason: &'static str,
    /// How to give it.
    pub unclear_hint: &'static str,
    /// Tells the resident.
    pub unclear: &'static str,
    /// They are told.
    pub unclear_done: &'static str,
}
