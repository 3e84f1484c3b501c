//! What the pages of one council say, part by part.
use huiyin_domain::{
    calendar::DayName,
    councils::{
        meeting::{Left, Outcome, Reminder, Way, statistics::Trend},
        rules::Clash,
    },
};

/// The page of one council.
pub struct Show {
    /// Over what it talks about.
    pub agenda: &'static str,
    /// Nothing is on the agenda yet.
    pub no_agenda: &'static str,
    /// An item: its title and its minutes.
    pub item: fn(&str, u32) -> String,
    /// To the submission an item goes back to.
    pub from_number: fn(u32) -> String,
    /// An item that an earlier council left open.
    pub left_open: &'static str,
    /// Over how one attends.
    pub attend: &'static str,
    /// The room.
    pub room: fn(&str) -> String,
    /// Opens the meeting by video.
    pub join: &'static str,
    /// The address of the line, to be copied.
    pub link: &'static str,
    /// It can be joined by video, but the address is not known yet.
    pub link_later: &'static str,
    /// For guests: the address is shown after signing in.
    pub link_signed_in: &'static str,
    /// It was moved: from when, from where, and why.
    pub moved: fn(&str, &str, &str) -> String,
    /// It lies on a public holiday.
    pub holiday: fn(&DayName) -> String,
    /// What its day has become: it is looked at whether it moves.
    pub day_checked: fn(&Clash) -> String,
    /// Why it lies in working hours.
    pub in_working_hours: fn(&str) -> String,
    /// How many must be here for a resolution.
    pub quorum: fn(u32) -> String,
    /// Over my code.
    pub code: &'static str,
    /// What the code is for.
    pub code_means: &'static str,
    /// What the square is.
    pub code_qr: &'static str,
    /// It is the only one that I can attend.
    pub only_chance: &'static str,
    /// Come in this way; the second is whether there is a seat.
    pub offer: fn(Way, bool) -> &'static str,
    /// Change the way, or come after all.
    pub offer_decline: &'static str,
    /// Choose when to be reminded.
    pub offer_remind: &'static str,
    /// Say whether a resolution is done, by its number.
    pub offer_word: fn(u32) -> String,
    /// For guests.
    pub sign_in: &'static str,
    /// Over what else there is.
    pub more: &'static str,
    /// To the calendar page.
    pub to_calendar: &'static str,
    /// To the minutes.
    pub to_minutes: &'static str,
    /// To the council before it in its series.
    pub to_previous: &'static str,
    /// To the council after it.
    pub to_next: &'static str,
    /// To the poster.
    pub to_poster: &'static str,
    /// To the figures.
    pub to_figures: &'static str,
    /// For the office: to its own page about it.
    pub to_desk: &'static str,
}

/// The questions about a council, each a page of its own.
pub struct ActWords {
    /// Back to the council.
    pub back: &'static str,
    /// How one comes.
    pub seat: &'static str,
    /// What is so about a way: seats left, or a place in line.
    pub seat_hint: fn(Way, bool, Left) -> String,
    /// Says that one comes.
    pub seat_send: &'static str,
    /// After that.
    pub seated: &'static str,
    /// Asks whether one does not come.
    pub decline: &'static str,
    /// What that means.
    pub decline_means: &'static str,
    /// Says so.
    pub decline_sure: &'static str,
    /// Changes nothing.
    pub decline_not: &'static str,
    /// After it.
    pub declined: &'static str,
    /// When to be reminded.
    pub remind: &'static str,
    /// What a choice means.
    pub remind_hint: fn(Reminder) -> &'static str,
    /// Keeps the choice.
    pub remind_send: &'static str,
    /// After that.
    pub reminded: &'static str,
    /// It cannot be asked now.
    pub not_now: &'static str,
    /// What is asked about what is reported as done.
    pub word: WordWords,
}

/// Saying whether a resolution is done that is reported as done.
pub struct WordWords {
    /// The question, with the number of the resolution.
    pub question: fn(u32) -> String,
    /// What the office says was done.
    pub report: fn(&str) -> String,
    /// Until when one can say so, and what is shown of it.
    pub until: fn(&str) -> String,
    /// It is done.
    pub is_done: &'static str,
    /// It is not: leads to the question what is missing.
    pub not_done: &'static str,
    /// What is missing?
    pub missing: &'static str,
    /// How to answer, and what is shown of it.
    pub missing_hint: &'static str,
    /// It is open again with that.
    pub reopens: &'static str,
    /// It is counted and shown, and no more: an opinion is the way on.
    pub counts: &'static str,
    /// To that opinion.
    pub to_opinion: &'static str,
    /// Says that it is not done.
    pub send: &'static str,
    /// After either.
    pub said: &'static str,
}

/// Putting a council on a calendar.
pub struct CalendarWords {
    /// The heading.
    pub heading: &'static str,
    /// What the file does.
    pub file_means: &'static str,
    /// Downloads it.
    pub download: &'static str,
    /// What to do where downloads are blocked.
    pub copy_means: &'static str,
    /// The text to copy.
    pub facts: &'static str,
    /// Copies it.
    pub copy: &'static str,
    /// After that.
    pub copied: &'static str,
    /// The browser did not copy it.
    pub copy_by_hand: &'static str,
    /// The agenda in the details.
    pub agenda: &'static str,
    /// The line in the details.
    pub line: fn(&str) -> String,
    /// Copies the address of the line.
    pub line_copy: &'static str,
    /// What the square with the file does.
    pub qr_file: &'static str,
    /// Over the feed.
    pub feed: &'static str,
    /// What it does.
    pub feed_means: &'static str,
    /// Opens it in the calendar of the phone.
    pub feed_open: &'static str,
    /// Its address, to be copied.
    pub feed_address: &'static str,
    /// Copies that.
    pub feed_copy: &'static str,
    /// What the square with the feed does.
    pub qr_feed: &'static str,
    /// Over one's own calendar.
    pub mine: &'static str,
    /// What it holds, and what to take care of.
    pub mine_means: &'static str,
    /// Makes its address.
    pub mine_make: &'static str,
    /// The address.
    pub mine_address: &'static str,
    /// Copies it.
    pub mine_copy: &'static str,
}

/// The minutes.
pub struct MinutesWords {
    /// The heading.
    pub heading: &'static str,
    /// They are not public yet.
    pub not_yet: &'static str,
    /// Over what the office wrote.
    pub summary: &'static str,
    /// Since when they are public.
    pub published: fn(&str) -> String,
    /// How it sat: who came, in the room and on the line, and how many were needed.
    pub came: fn(u32, u32, u32) -> String,
    /// What it came to.
    pub outcome: fn(&Outcome) -> String,
    /// Over who came, by group.
    pub by_group: &'static str,
    /// A group and how many came; `None` is hidden.
    pub group: fn(&str, Option<u32>) -> String,
    /// Over what was said.
    pub opinions: &'static str,
    /// Nothing was.
    pub no_opinions: &'static str,
    /// Each has a number and is owed an answer.
    pub opinions_mean: &'static str,
    /// To an opinion's own page.
    pub to_opinion: fn(u32) -> String,
    /// Over what was voted on.
    pub resolutions: &'static str,
    /// Nothing was.
    pub no_resolutions: &'static str,
    /// A resolution's number.
    pub resolution: fn(u32) -> String,
    /// How many were here for it.
    pub present: fn(u32) -> String,
    /// A step: the day, and what was done.
    pub step: fn(&str, &str) -> String,
    /// To the council that goes on with it.
    pub to_later: &'static str,
    /// How many say that it is done, and how many that it is not.
    pub said: fn(u32, u32) -> String,
    /// What somebody who says that it is not done wrote: the day and the words.
    pub missing: fn(&str, &str) -> String,
}

/// Figures of all councils.
pub struct Figures {
    /// The heading.
    pub heading: &'static str,
    /// How many came for the first time.
    pub first_time: fn(u32) -> String,
    /// Those among them who never could before; `None` is hidden.
    pub first_chance: fn(Option<u32>) -> String,
    /// As of a day.
    pub on: fn(&str) -> String,
    /// Did it become better?
    pub trend: fn(&Trend) -> String,
    /// Nothing yet.
    pub none: &'static str,
    /// Over the sessions.
    pub sessions: &'static str,
    /// Who came, of all who were invited.
    pub of_invited: fn(u32, u32) -> String,
    /// Who came, of all who had said that they can.
    pub of_able: fn(u32, u32) -> String,
    /// First-timers of one session.
    pub session_first: fn(u32) -> String,
    /// Who came without a seat.
    pub walk_ins: fn(u32) -> String,
    /// Over the same by group.
    pub by_group: &'static str,
    /// A group of one session: who came of those who could; `None` is hidden.
    pub group: fn(&str, Option<(u32, u32)>) -> String,
    /// Why some are hidden.
    pub hidden_means: &'static str,
    /// Opens the table of the sessions.
    pub as_table: &'static str,
    /// Its columns: the day, who came, invited, able who came, able, first-timers.
    pub columns: [&'static str; 6],
    /// Over who had no chance.
    pub chances: &'static str,
    /// A series: those without a chance, of all who answered.
    pub without: fn(u32, u32) -> String,
    /// Those without a chance are too few to be shown.
    pub few_without: &'static str,
    /// Those reached who never had one.
    pub reached: fn(u32, u32) -> String,
    /// Those who never had one, or came of them, are too few to be shown.
    pub few_reached: &'static str,
    /// In the place of a number that is not shown.
    pub hidden: &'static str,
    /// Opens the table of the series.
    pub chances_table: &'static str,
    /// Its columns: the series, without a chance, who answered, reached, who never had one.
    pub chance_columns: [&'static str; 5],
    /// To the council.
    pub to_council: &'static str,
    /// Shows all, with how many there are.
    pub show_all: fn(usize) -> String,
}

/// The poster for the notice board.
pub struct Poster {
    /// What the page is.
    pub title: &'static str,
    /// Its large heading.
    pub heading: &'static str,
    /// When.
    pub when: &'static str,
    /// Where.
    pub place: &'static str,
    /// What about.
    pub agenda: &'static str,
    /// It can be joined by video.
    pub online: &'static str,
    /// Anybody may come.
    pub welcome: &'static str,
    /// What the square is.
    pub qr: &'static str,
    /// It does not take place.
    pub cancelled: &'static str,
}
