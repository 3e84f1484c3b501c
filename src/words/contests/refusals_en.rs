//! Why a rule about objections, incompatible proposals or awards says no, in English.
use crate::words::Language;
use huiyin_domain::{contests::ContestRefusal, money::Money};

/// What is so, and what to do next.
pub fn refusal(refusal: &ContestRefusal) -> String {
    let amount = |money: &Money| Language::English.money(*money, "CNY");
    match refusal {
        ContestRefusal::Unanswered { n } => {
            format!("Objections without an answer: {n}. Answer them before the next phase.")
        }
        ContestRefusal::BeginsByHand => {
            "This phase begins when the office announces it. Choose the date of another.".into()
        }
        ContestRefusal::NoObjectionsNow => {
            "This is not the time for objections. You can call the number above.".into()
        }
        ContestRefusal::NothingToObjectTo => {
            "This cannot be objected to now. Go back and choose another.".into()
        }
        ContestRefusal::ObjectedAlready => {
            "You have objected to this already. Read the public answer.".into()
        }
        ContestRefusal::AnsweredAlready => "This objection is answered. Reload the page.".into(),
        ContestRefusal::NotThisChange => {
            "The list cannot be changed like this. Choose another way and say it in words.".into()
        }
        ContestRefusal::LastOnTheList => {
            "This is the last proposal on the shortlist. Choose another way.".into()
        }
        ContestRefusal::TooFewInGroup => "Name at least two different proposals.".into(),
        ContestRefusal::TooManyInGroup { max } => format!("At most {max}. Name fewer."),
        ContestRefusal::NotShortlisted { proposal } => {
            format!("No. {proposal} is not on the shortlist. Check the number.")
        }
        ContestRefusal::NoSuchGroup => "There is no such group. Reload the page.".into(),
        ContestRefusal::NotAWinner => "This proposal has not won. Check the number.".into(),
        ContestRefusal::NotInReserve => {
            "This proposal is not on the reserve list. Check the number.".into()
        }
        ContestRefusal::OthersFirst { proposal } => {
            format!(
                "No. {proposal} is before it on the reserve list, and fits. Call that up first."
            )
        }
        ContestRefusal::GoesNotWith { proposal } => {
            format!("It cannot be carried out together with No. {proposal}, which has won.")
        }
        ContestRefusal::AwardAboveCap { cap } => {
            format!("One proposal gets {} at most. Check the amount.", amount(cap))
        }
        ContestRefusal::AwardAboveBudget { left } => {
            format!("Only {} of the budget is left. Wait until a winner drops out.", amount(left))
        }
    }
}
