//! Words of what an organiser does with a contest.
use huiyin_domain::contests::{BallotForm, Phase, Screening};

/// Words of running and setting up contests, in one language.
pub struct Manage {
    /// Over what an organiser can do.
    pub heading: &'static str,
    /// When it is the clock's turn.
    pub nothing: &'static str,
    /// Enters a phase.
    pub move_on: fn(Phase) -> String,
    /// What that does.
    pub move_on_means: fn(Phase) -> &'static str,
    /// It was entered.
    pub moved_on: fn(Phase) -> String,
    /// The reason for it.
    pub move_reason: &'static str,
    /// How to write a reason.
    pub reason_hint: &'static str,
    /// Over changing a date.
    pub postpone: &'static str,
    /// Which phase.
    pub postpone_which: &'static str,
    /// A phase, and the date it has.
    pub begins: fn(&str) -> String,
    /// The new date.
    pub postpone_to: &'static str,
    /// The reason for it.
    pub postpone_reason: &'static str,
    /// Changes the date.
    pub postpone_do: &'static str,
    /// It was changed.
    pub postponed: fn(Phase) -> String,
    /// No phase was chosen.
    pub choose_phase: &'static str,
    /// Counts.
    pub count: &'static str,
    /// What that does.
    pub count_means: &'static str,
    /// It was counted.
    pub counted: &'static str,
    /// Publishes.
    pub publish: &'static str,
    /// What that does.
    pub publish_means: &'static str,
    /// It was published.
    pub published: &'static str,
    /// Told after a group of proposals that exclude each other was named or taken back.
    pub exclusive_kept: &'static str,
    /// The form's heading.
    pub new_heading: &'static str,
    /// For those who may not.
    pub new_refused: &'static str,
    /// The name of a contest.
    pub title: &'static str,
    /// An example.
    pub title_hint: &'static str,
    /// Nothing is written there.
    pub title_empty: &'static str,
    /// What there is to spend.
    pub budget: &'static str,
    /// How amounts are typed.
    pub money_hint: &'static str,
    /// The most for one proposal.
    pub cap: &'static str,
    /// How ballots are marked.
    pub style: &'static str,
    /// A way of marking them.
    pub style_name: fn(BallotForm) -> &'static str,
    /// What it means, in a sentence.
    pub style_means: fn(BallotForm) -> &'static str,
    /// Points on a ballot.
    pub points_total: &'static str,
    /// Points for one proposal.
    pub points_each: &'static str,
    /// Not more than one has.
    pub points_each_hint: &'static str,
    /// Places of an order.
    pub places: &'static str,
    /// Marks on a ballot.
    pub votes: &'static str,
    /// From one to the most.
    pub votes_hint: fn(u32) -> String,
    /// Co-signatures needed.
    pub co_signs: &'static str,
    /// From none to the most.
    pub co_signs_hint: fn(u32) -> String,
    /// How ballots are counted.
    pub rule: &'static str,
    /// What the draw gave.
    pub draw: &'static str,
    /// What a draw is for.
    pub draw_hint: &'static str,
    /// Places on the reserve list.
    pub reserve: &'static str,
    /// From none to the most, and what they are for.
    pub reserve_hint: fn(u32) -> String,
    /// What cannot be funded.
    pub negative_list: &'static str,
    /// One a line.
    pub negative_list_hint: &'static str,
    /// What is usual, one a line.
    pub negative_list_usual: &'static str,
    /// When proposals are screened by that list.
    pub screening: &'static str,
    /// Either way.
    pub screening_name: fn(Screening) -> &'static str,
    /// Over the four dates.
    pub dates: &'static str,
    /// Which clock they follow.
    pub dates_hint: &'static str,
    /// When collecting begins.
    pub collecting: &'static str,
    /// When collecting ends.
    pub reviewing: &'static str,
    /// When voting begins.
    pub voting: &'static str,
    /// When voting ends.
    pub counting_from: &'static str,
    /// Sends the form.
    pub create: &'static str,
}
