//! What is filled in for an act on a council.

/// The fields of the acts.
pub struct Fields {
    /// An item of the agenda, by its number.
    pub item: fn(usize) -> String,
    /// Its title.
    pub item_title: fn(usize) -> String,
    /// Its minutes.
    pub item_minutes: fn(usize) -> String,
    /// It was left open by an earlier council, and stays first.
    pub item_open: &'static str,
    /// Moves an item up.
    pub item_up: fn(usize) -> String,
    /// Moves it down.
    pub item_down: fn(usize) -> String,
    /// Takes it out.
    pub item_out: fn(usize) -> String,
    /// Adds an empty one.
    pub item_add: &'static str,
    /// The minutes so far, and those there are.
    pub minutes: fn(u32, u32) -> String,
    /// Over the topics that residents suggested.
    pub topics: &'static str,
    /// Adds a topic, with its title.
    pub topic_add: fn(&str) -> String,
    /// The day.
    pub day: &'static str,
    /// From when.
    pub from: &'static str,
    /// Until when.
    pub until: &'static str,
    /// The room.
    pub room: &'static str,
    /// Seats in it.
    pub seats: &'static str,
    /// Places on the line.
    pub online: &'static str,
    /// What an empty field means there.
    pub online_hint: &'static str,
    /// The address of the meeting by video.
    pub link: &'static str,
    /// How it is written.
    pub link_hint: &'static str,
    /// Why it is moved or cancelled.
    pub reason: &'static str,
    /// Who reads that.
    pub reason_hint: &'static str,
    /// Why it lies in working hours.
    pub working_hours: &'static str,
    /// When that is needed.
    pub working_hours_hint: &'static str,
    /// They would lose their seat, by name.
    pub loses: fn(&[String]) -> String,
    /// Who leads it.
    pub leader: &'static str,
    /// Nobody yet.
    pub no_leader: &'static str,
    /// Which resolution.
    pub resolution: &'static str,
    /// A resolution: its number and its words.
    pub resolution_line: fn(u32, &str) -> String,
    /// Over what residents say is missing.
    pub missing: &'static str,
    /// Of a resolution, by its number: what somebody wrote who says that it is not done.
    pub missing_line: fn(u32, &str) -> String,
    /// What was done.
    pub step: &'static str,
    /// Is it done with that?
    pub is_done: &'static str,
    /// It is.
    pub done_yes: &'static str,
    /// There is more to do.
    pub done_no: &'static str,
    /// What the minutes say.
    pub summary: &'static str,
    /// What is added by itself.
    pub summary_hint: &'static str,
}
