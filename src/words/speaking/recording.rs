//! What the words of recording and sending are.

/// Words of recording and sending, in one language.
pub struct Recording {
    /// The heading before recording.
    pub heading: &'static str,
    /// What to talk about, and for how long.
    pub hint: &'static str,
    /// What the phone will ask.
    pub will_ask: &'static str,
    /// The phone's question, in the picture.
    pub asks: &'static str,
    /// The button to leave, in the picture.
    pub refuse: &'static str,
    /// The button to press, in the picture.
    pub allow: &'static str,
    /// Begins.
    pub start: &'static str,
    /// While the phone asks.
    pub asking: &'static str,
    /// While it records.
    pub now: &'static str,
    /// For so many seconds.
    pub seconds: fn(u32) -> String,
    /// The level is right.
    pub heard: &'static str,
    /// The level is low.
    pub quiet: &'static str,
    /// So many seconds are left.
    pub nearly_over: fn(u32) -> String,
    /// Ends.
    pub stop: &'static str,
    /// While it is listened to.
    pub checking: &'static str,
    /// The heading when nothing is to be heard.
    pub silent: &'static str,
    /// What to do then.
    pub silent_next: &'static str,
    /// Records once more.
    pub again: &'static str,
    /// The heading when it is there.
    pub done: &'static str,
    /// It reached its longest.
    pub was_full: &'static str,
    /// How long it is.
    pub length: fn(u32) -> String,
    /// Plays it.
    pub listen: &'static str,
    /// Stops playing.
    pub listen_stop: &'static str,
    /// It cannot be played here.
    pub cannot_play: &'static str,
    /// Sends it.
    pub send: &'static str,
    /// What that means.
    pub send_means: &'static str,
    /// Records in its place.
    pub replace: &'static str,
    /// That the earlier one is still there.
    pub replace_means: &'static str,
    /// Back to the one that is there.
    pub replace_not: &'static str,
    /// Throws it away.
    pub delete: &'static str,
    /// Asked before that.
    pub delete_ask: &'static str,
    /// Throws it away indeed.
    pub delete_sure: &'static str,
    /// Does not.
    pub delete_not: &'static str,
    /// It is thrown away.
    pub deleted: &'static str,
    /// The heading over one that was not sent to its end.
    pub waiting: &'static str,
    /// To it.
    pub waiting_open: &'static str,
    /// Goes on sending.
    pub go_on: &'static str,
    /// Which part of how many is being sent.
    pub part: fn(u32, u32) -> String,
    /// The network is gone.
    pub cut: &'static str,
    /// Sending needs a sign-in.
    pub sign_in_first: &'static str,
    /// To it.
    pub sign_in: &'static str,
    /// The phone keeps it.
    pub kept: &'static str,
    /// The phone cannot keep it.
    pub not_kept: &'static str,
    /// The server has it no longer, or it is another one: from the beginning.
    pub from_beginning: &'static str,
    /// The heading when the microphone may not be used.
    pub denied: &'static str,
    /// What to do then.
    pub denied_next: &'static str,
    /// The heading when there is no microphone.
    pub absent: &'static str,
    /// What to do then.
    pub absent_next: &'static str,
    /// The heading when another program has it.
    pub taken: &'static str,
    /// What to do then.
    pub taken_next: &'static str,
    /// The heading when the browser cannot record.
    pub unsupported: &'static str,
    /// What to do then.
    pub unsupported_next: &'static str,
    /// The field for a recording made elsewhere.
    pub file: &'static str,
    /// It cannot be read.
    pub file_unread: &'static str,
    /// It is too big: the most in MB.
    pub file_too_large: fn(u64) -> String,
    /// It is too long.
    pub file_too_long: &'static str,
    /// Over the other ways.
    pub other_ways: &'static str,
    /// The heading when it has been sent.
    pub sent: &'static str,
    /// Before the number.
    pub number: &'static str,
    /// What happens next, one after another.
    pub next: [&'static str; 3],
    /// To the recording's page.
    pub look: &'static str,
}
