//! Words of entering for a resident what came on paper or by phone.
mod en;
mod zh;

pub use en::ENGLISH;
pub use zh::CHINESE;

use huiyin_domain::{entering::CameBy, refusals::Refusal};

/// Words of the office's entering, in one language.
pub struct Words {
    /// What the page is called, and the button that leads to it.
    pub heading: &'static str,
    /// For those who are not of the office.
    pub staff_only: &'static str,
    /// What was sent.
    pub kind: &'static str,
    /// An opinion, a proposal outside any contest or a topic.
    pub opinion: &'static str,
    /// Which of these it is.
    pub sent_as: &'static str,
    /// A proposal in a contest.
    pub proposal: &'static str,
    /// A co-signature.
    pub co_sign: &'static str,
    /// Times.
    pub times: &'static str,
    /// An answer about the times of a series of councils.
    pub series: &'static str,
    /// Which series.
    pub which_series: &'static str,
    /// None asks for times.
    pub series_none: &'static str,
    /// In a word: the series.
    pub short_series: &'static str,
    /// For whom.
    pub whom: &'static str,
    /// What to search by.
    pub whom_hint: &'static str,
    /// Over the field to search in.
    pub search_by: &'static str,
    /// Searches.
    pub search: &'static str,
    /// Over those who were found.
    pub found: &'static str,
    /// Nobody was found.
    pub found_none: &'static str,
    /// More than are shown.
    pub found_more: &'static str,
    /// How it came.
    pub came_by: &'static str,
    /// A way.
    pub way: fn(CameBy) -> &'static str,
    /// On which day.
    pub day: &'static str,
    /// Why that is asked.
    pub day_hint: &'static str,
    /// Today and the day before, with the date.
    pub today: fn(&str) -> String,
    /// Yesterday.
    pub yesterday: fn(&str) -> String,
    /// A day before those.
    pub earlier: &'static str,
    /// For which contest.
    pub contest: &'static str,
    /// There is none.
    pub contest_none: &'static str,
    /// The proposal's number.
    pub number: &'static str,
    /// How to fill it in.
    pub number_hint: &'static str,
    /// What is asked, said for somebody else: what.
    pub ask_title: &'static str,
    /// What was said.
    pub ask_words: &'static str,
    /// Where.
    pub ask_place: &'static str,
    /// Why.
    pub ask_why: &'static str,
    /// The requests.
    pub ask_requests: &'static str,
    /// The cost.
    pub ask_cost: &'static str,
    /// As the resident said it.
    pub as_said: &'static str,
    /// The answers, before sending.
    pub check: &'static str,
    /// What to do with them.
    pub check_hint: &'static str,
    /// Short names: for whom.
    pub short_whom: &'static str,
    /// How it came.
    pub short_came_by: &'static str,
    /// On which day.
    pub short_day: &'static str,
    /// What was sent.
    pub short_kind: &'static str,
    /// Which contest.
    pub short_contest: &'static str,
    /// Which proposal.
    pub short_number: &'static str,
    /// The times.
    pub short_times: &'static str,
    /// Enters a proposal.
    pub send_proposal: &'static str,
    /// Enters an opinion.
    pub send_opinion: &'static str,
    /// Enters a co-signature.
    pub send_co_sign: &'static str,
    /// Enters times.
    pub send_times: &'static str,
    /// To the proposal with the same title.
    pub look_at_same: fn(u32) -> String,
    /// It is another one.
    pub is_another: &'static str,
    /// It is entered.
    pub done: &'static str,
    /// Over the number.
    pub done_number: &'static str,
    /// What to do with the number.
    pub tell: fn(CameBy) -> &'static str,
    /// Over the number of an opinion.
    pub done_opinion: &'static str,
    /// By which day it is answered, to be told as well.
    pub tell_due: fn(&str) -> String,
    /// To the opinion.
    pub look_opinion: &'static str,
    /// Nothing is asked for one by one.
    pub requests_are_words: &'static str,
    /// A co-signature was entered.
    pub done_co_sign: fn(u32) -> String,
    /// Times were entered.
    pub done_times: &'static str,
    /// To the proposal.
    pub look: &'static str,
    /// Begins the next.
    pub next: &'static str,
    /// Throws away what is begun.
    pub drop: &'static str,
    /// The draft is kept here.
    pub kept: &'static str,
    /// A refusal, where what is said to residents would not fit.
    pub refusal: fn(&Refusal) -> Option<&'static str>,
}
