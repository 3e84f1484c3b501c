//! Words of the other ways of voting, in English.
use super::Styles;
use crate::words::format::counted;

/// Words of the other ways of voting, in English.
pub const ENGLISH: Styles = Styles {
    how_money: |budget| {
        format!(
            "There is {budget}. Choose as many as you like; together they may cost no more than \
             that. The order is shuffled and differs from phone to phone; the numbers are fixed."
        )
    },
    how_points: |total, each| {
        format!(
            "You have {}. Give them to the proposals you support, at most {each} to one; you need \
             not give them all. The order is shuffled and differs from phone to phone; the numbers \
             are fixed.",
            counted(u64::from(total), "point", "points")
        )
    },
    how_order: |places| {
        format!(
            "Put up to {} in order, the one you want most first. What you press first comes first, \
             and can be moved afterwards. The order of the cards is shuffled and differs from \
             phone to phone; the numbers are fixed.",
            counted(places as u64, "proposal", "proposals")
        )
    },
    left_money: |chosen, left| format!("You have chosen {chosen}; {left} is left."),
    left_points: |given, left| match left {
        0 => format!("You have given {given}, and that is all."),
        left => format!(
            "You have given {given}; {} left.",
            counted(u64::from(left), "point is", "points are")
        ),
    },
    left_places: |placed, left| match left {
        0 => format!("You have put {placed} in order, and that is all."),
        left => format!("You have put {placed} in order; you may add {left} more."),
    },
    lacks: |lack| format!("The money left does not suffice: {lack} is lacking."),
    too_dear: |lack| {
        format!("{lack} is lacking, so this one is not chosen. Take another away first.")
    },
    question_points: "How many points do you give each proposal?",
    question_order: "Which proposals do you want most? Choose them in order",
    given: |points| match points {
        0 => "No points yet".to_owned(),
        points => {
            let points = counted(u64::from(points), "point", "points");
            format!("✓ You give it {points}")
        }
    },
    one_more: |key| format!("Give No. {key} a point more"),
    one_fewer: |key| format!("Take a point from No. {key}"),
    no_point: |key| format!("No. {key} has no point to take back."),
    place: |place| format!("✓ Choice {place}"),
    no_place: "Not in order yet",
    take_place: |key, place| format!("Make No. {key} choice {place}"),
    take_any: |key| format!("Put No. {key} in order too"),
    take_out: |key| format!("Take No. {key} out"),
    earlier: |key| format!("Move No. {key} up"),
    later: |key| format!("Move No. {key} down"),
    is_first: |key| format!("No. {key} is the first already."),
    is_last: |key| format!("No. {key} is the last already."),
    now_at: |key, place| format!("No. {key} is choice {place} now."),
    you_give: "You give:",
    you_order: "Your order:",
    my_points: "I want to give ____ points",
    my_place: "I want it as choice ____",
};
