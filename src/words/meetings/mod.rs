//! Words of one council: when and where, seats, calendars, minutes, figures and the poster.
pub mod en;
mod pages;
mod plain;
pub mod zh;

pub use en::ENGLISH;
pub use pages::{ActWords, CalendarWords, Figures, MinutesWords, Poster, Show, WordWords};
pub use plain::PLAIN;
pub use zh::CHINESE;

use crate::words::Room;
use huiyin_domain::councils::meeting::{
    Left, Reminder, Resolution, StageKind, Standing, Votes, Way,
    wire::{CouncilPage, MySeat},
};

said!(Show: zh::SHOW, en::SHOW, plain::SHOW);
said!(ActWords: zh::ACTS, en::ACTS, plain::ACTS);
said!(CalendarWords: zh::CALENDAR, en::CALENDAR, plain::CALENDAR);
said!(MinutesWords: zh::MINUTES, en::MINUTES, plain::MINUTES);
said!(Figures: zh::FIGURES, en::FIGURES);
said!(Poster: zh::POSTER, en::POSTER);

/// Words of one council, in one language.
pub struct Words {
    /// What it is called, and the words of links to the list.
    pub heading: &'static str,
    /// Where it stands, in a word.
    pub stage: fn(StageKind) -> &'static str,
    /// How one attends.
    pub way: fn(Way) -> &'static str,
    /// When one is reminded.
    pub reminder: fn(Reminder) -> &'static str,
    /// The one big sentence: when, where, and how I stand to it.
    pub standing: fn(&CouncilPage) -> String,
    /// How I stand to it.
    pub my_seat: fn(&MySeat) -> String,
    /// Seats that are left; the second is whether it can be joined by video.
    pub left: fn(Left, bool) -> String,
    /// Hands that were counted.
    pub votes: fn(Votes) -> String,
    /// What has become of a resolution.
    pub resolved: fn(&Standing) -> String,
    /// One council.
    pub show: Room<Show>,
    /// The questions about it.
    pub acts: Room<ActWords>,
    /// Putting it on a calendar.
    pub calendar: Room<CalendarWords>,
    /// Its minutes.
    pub minutes: Room<MinutesWords>,
    /// Figures of all councils.
    pub figures: Room<Figures>,
    /// The poster for the notice board.
    pub poster: Room<Poster>,
}

/// Is it done for everybody, or was it never to be done?
fn is_settled(resolution: &Resolution) -> bool {
    match resolution.standing {
        Standing::NotCarried | Standing::Confirmed { .. } => true,
        Standing::Open
        | Standing::ReportedDone { .. }
        | Standing::Disputed { .. }
        | Standing::Unconfirmed { .. }
        | Standing::CarriedOver { .. } => false,
    }
}
