//! What is wrong with a slot, in English.
use super::LANGUAGE;
use crate::words::format::hour_minute;
use huiyin_domain::councils::{
    Hours,
    rules::{DAY_BEGINS, DAY_ENDS, SlotProblem},
};

pub(super) fn no_slot(hours: &Hours, problem: &SlotProblem) -> String {
    let at = LANGUAGE.moment(hours.begins());
    match problem {
        SlotProblem::EndsBeforeItBegins => {
            format!("The council on {at} would end before it begins. Choose a later end.")
        }
        SlotProblem::InThePast => format!("{at} is past already. Choose a later time."),
        SlotProblem::AtNight => {
            let (from, until) = (hour_minute(DAY_BEGINS), hour_minute(DAY_ENDS));
            format!(
                "The council on {at} is too early or too late. Choose a time between {from} and \
                 {until} of one day."
            )
        }
        SlotProblem::WrongLength { least, most } => format!(
            "The council on {at} is too short or too long. Choose an end {least} minutes to {} \
             hours after the beginning.",
            most / 60
        ),
        SlotProblem::TooNearForNotice { from } => {
            let from = LANGUAGE.date(*from);
            format!(
                "{at} is too soon for the notice. Choose {from} or a later day; a time that was \
                 added can be taken out."
            )
        }
        SlotProblem::InWorkingHours => format!(
            "On {at} most people are at work. Choose an evening or a day off, or write a reason \
             that everybody reads."
        ),
        SlotProblem::RoomTaken { room, by } => {
            let by = LANGUAGE.moment(by.begins());
            format!(
                "“{room}” cannot be used on {at}: it is taken from {by}. Choose another time or \
                 another room."
            )
        }
    }
}

pub(super) fn unknown_year(year: i32) -> String {
    format!(
        "The calendar does not know the holidays of {year} yet. Choose another year, or ask the \
         office to put in the calendar data of {year}."
    )
}
