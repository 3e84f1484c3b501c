//! Words of the other ways of voting: within the budget, by points, in an order.
mod en;
mod plain;
mod zh;

pub use en::ENGLISH;
pub use plain::PLAIN;
pub use zh::CHINESE;

/// Words of the other ways of voting, in one language.
pub struct Styles {
    /// How one chooses within so much money.
    pub how_money: fn(&str) -> String,
    /// How one gives points: how many one has, and the most for one proposal.
    pub how_points: fn(u32, u32) -> String,
    /// How one puts so many in order.
    pub how_order: fn(usize) -> String,
    /// How many are chosen, and the money that is left.
    pub left_money: fn(usize, &str) -> String,
    /// How many points are given, and how many are left.
    pub left_points: fn(u32, u32) -> String,
    /// How many are in order, and how many more may be.
    pub left_places: fn(usize, usize) -> String,
    /// On the card of one that no longer fits: how much is lacking.
    pub lacks: fn(&str) -> String,
    /// It was pressed all the same.
    pub too_dear: fn(&str) -> String,
    /// The question over the cards that are given points.
    pub question_points: &'static str,
    /// The question over the cards that are put in order.
    pub question_order: &'static str,
    /// The points one has given a proposal.
    pub given: fn(u32) -> String,
    /// Gives the proposal with this number a point more.
    pub one_more: fn(&str) -> String,
    /// Takes a point back.
    pub one_fewer: fn(&str) -> String,
    /// It has none to take back.
    pub no_point: fn(&str) -> String,
    /// The place of a proposal.
    pub place: fn(usize) -> String,
    /// It has none.
    pub no_place: &'static str,
    /// Gives the proposal with this number the next place.
    pub take_place: fn(&str, usize) -> String,
    /// Asks for a place when all are taken.
    pub take_any: fn(&str) -> String,
    /// Takes it out of the order.
    pub take_out: fn(&str) -> String,
    /// Moves it a place towards the first.
    pub earlier: fn(&str) -> String,
    /// Moves it a place towards the last.
    pub later: fn(&str) -> String,
    /// It is the first already.
    pub is_first: fn(&str) -> String,
    /// It is the last already.
    pub is_last: fn(&str) -> String,
    /// It stands at this place now.
    pub now_at: fn(&str, usize) -> String,
    /// Over the points one gives.
    pub you_give: &'static str,
    /// Over the order.
    pub you_order: &'static str,
    /// For one's own points, on paper.
    pub my_points: &'static str,
    /// For one's own order, on paper.
    pub my_place: &'static str,
}
