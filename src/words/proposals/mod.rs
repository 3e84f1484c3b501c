//! Words of proposals: writing one, reading one, and the list of them.
mod en;
mod life;
mod life_en;
mod life_plain;
mod life_zh;
mod plain;
mod writing;
mod zh;

pub use en::ENGLISH;
pub use life::Life;
pub use plain::PLAIN;
pub use writing::Writing;
pub use zh::CHINESE;

use crate::words::Room;

said!(Writing: zh::WRITING, en::WRITING, plain::WRITING);
said!(Life: life_zh::LIFE, life_en::LIFE, life_plain::LIFE);

/// Words of proposals, in one language.
pub struct Words {
    /// The heading of the list of a contest.
    pub heading: &'static str,
    /// How many there are.
    pub total: fn(u32) -> String,
    /// When there is none, and what to do first.
    pub none: &'static str,
    /// The same, when no more can be sent.
    pub none_now: &'static str,
    /// Over the ways to sort.
    pub sort: &'static str,
    /// Newest first.
    pub newest: &'static str,
    /// Most co-signed first.
    pub most_co_signed: &'static str,
    /// By number.
    pub by_number: &'static str,
    /// Shows more.
    pub more: fn(u32) -> String,
    /// So many more are shown.
    pub more_shown: fn(usize) -> String,
    /// A number as it is spoken: 第128号.
    pub number: fn(u32) -> String,
    /// How many have co-signed, on a card.
    pub co_signs: fn(u32) -> String,
    /// Where it is to be.
    pub place: &'static str,
    /// Why.
    pub why: &'static str,
    /// The numbered requests.
    pub requests: &'static str,
    /// What it might cost.
    pub cost: &'static str,
    /// An estimate by its author.
    pub about: fn(&str) -> String,
    /// The author does not know.
    pub cost_unknown: &'static str,
    /// What it costs as reviewed.
    pub cost_reviewed: fn(&str) -> String,
    /// Over the photos.
    pub photos: &'static str,
    /// What a photo shows: its place among them and the title.
    pub photo_alt: fn(usize, &str) -> String,
    /// Who wrote it.
    pub by: fn(&str) -> String,
    /// The author of an imported one.
    pub by_elsewhere: &'static str,
    /// In which contest.
    pub contest: &'static str,
    /// How many have co-signed, and how many are needed.
    pub co_signs_of: fn(u32, u32) -> String,
    /// This person has.
    pub you_co_signed: &'static str,
    /// It is this person's own.
    pub yours: &'static str,
    /// Co-signs.
    pub co_sign: &'static str,
    /// What that means.
    pub co_sign_means: &'static str,
    /// For guests.
    pub sign_in_to_co_sign: &'static str,
    /// Co-signed.
    pub co_signed: &'static str,
    /// Takes it back.
    pub withdraw_co_sign: &'static str,
    /// Taken back.
    pub co_sign_withdrawn: &'static str,
    /// Takes one's proposal back.
    pub withdraw: &'static str,
    /// Asks once more.
    pub withdraw_ask: &'static str,
    /// Yes.
    pub withdraw_sure: &'static str,
    /// No.
    pub withdraw_not: &'static str,
    /// It was taken back.
    pub withdrawn: &'static str,
    /// Leads the staff to its page at the desk.
    pub to_desk: &'static str,
    /// Writing one.
    pub writing: Room<Writing>,
    /// What happens to it afterwards.
    pub life: Room<Life>,
}
