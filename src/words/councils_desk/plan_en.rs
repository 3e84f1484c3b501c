//! Words of the plan and of the call list, in English.
use super::{Plan, Who, en::kind as kind_name};
use crate::words::{councils::ENGLISH as FOR_RESIDENTS, format::counted};
use huiyin_domain::{
    councils::series::{
        Worth,
        wire::{Obstacle, OnlyChance, WayOut},
    },
    money::group_thousands,
};

/// People, with their number.
fn people(number: u32) -> String {
    counted(number.into(), "person", "people")
}

fn n(number: u32) -> String {
    group_thousands(number.into())
}

fn councils(number: u32) -> String {
    counted(number.into(), "council", "councils")
}

/// Words of the plan.
pub(super) const PLAN: Plan = Plan {
    times: "The times that were found",
    only_chance,
    worth: |worth| {
        vec![
            format!("{}% of the worst-off group have a seat.", worth.worst_group_percent),
            format!("In all, {} have a seat.", people(worth.n_seated)),
            format!("“I can come” was marked {} times for these.", n(worth.n_marks)),
        ]
    },
    proven: "It is proven that no plan is better.",
    within,
    groups: "How many of each group have a seat",
    group: |group, seated, all| {
        let name = (FOR_RESIDENTS.group)(group);
        match seated {
            Some(seated) => format!("{name}: {} of {}.", n(seated), n(all)),
            None => format!("{name}: too few to be told apart."),
        }
    },
    planned_for: |all, nowhere| match nowhere {
        0 => format!("Planned for {}; each of them can come at some time.", people(all)),
        nowhere => {
            format!(
                "Planned for {}; {} of them can come at none of the times.",
                people(all),
                n(nowhere)
            )
        }
    },
    too_near: |times| {
        format!("Too soon for the notice, and so left out of the plan: {}.", times.join("; "))
    },
    take: "Choose these times",
    again: "Plan once more",
    not_among: "Times that are not in the plan",
    not_among_means: "Open one to see who would gain a chance by it, and who would lose one.",
    to_found: "Back to the times that were found",
    none: "No plan keeps to the needs",
    none_proven: |sessions| {
        format!("All ways to choose were compared: none for {} is possible.", councils(sessions))
    },
    in_the_way: "What is in the way",
    obstacle,
    only_together: "Each need could be kept by itself; all together cannot.",
    ways: "What would help",
    ways_means: "Each of these is a change as small as can be, and enough by itself.",
    no_way: "No single change is enough: change several needs, or add times.",
    not_all_tried: "There was no time to try every change; others may help, too.",
    not_in_time: "No plan was found in time",
    not_in_time_means: "That does not mean that there is none. Plan once more; if that does not \
        help, ask for less.",
    way_out,
    change_needs: "Change the needs",
    more_times: "With more times there may be a plan.",
    other: "Choose other times",
    other_means: "You may choose yourself. If that is worse than the plan, say why, for everybody.",
    other_which: "Which times?",
    other_hint: |sessions| format!("Choose {}.", n(sessions)),
    other_reason: "Why not the plan that was found?",
    take_other: "Choose the times I marked",
};

fn only_chance(only: &OnlyChance) -> String {
    if only.n == 0 {
        return "For nobody is it the only chance.".into();
    }
    let groups = only.groups.iter();
    let groups: Vec<_> = groups
        .map(|(group, some)| format!("{}: {}", (FOR_RESIDENTS.group)(*group), n(*some)))
        .collect();
    let among = match groups.is_empty() {
        true => String::new(),
        false => format!(" ({})", groups.join("; ")),
    };
    format!("The only chance for {}{among}.", people(only.n))
}

fn within(worth: Worth, bound: Worth) -> String {
    let percent = bound.worst_group_percent.saturating_sub(worth.worst_group_percent);
    let seated = bound.n_seated.saturating_sub(worth.n_seated);
    match (percent, seated) {
        (0, 0) => "It is proven that no more people can come; only the number of “I can come” is \
            not settled."
            .into(),
        (0, seated) => {
            format!("Not proven to be the best: at most {} short of the bound.", people(seated))
        }
        (percent, _) => format!(
            "Not proven to be the best: for the worst-off group at most {} short of the bound.",
            counted(percent.into(), "percentage point", "percentage points"),
        ),
    }
}

fn obstacle(obstacle: &Obstacle) -> String {
    match obstacle {
        Obstacle::Quorum { quorum, n_times } => format!(
            "The quorum: {} have {} who can come.",
            counted((*n_times).into(), "time", "times"),
            people(*quorum),
        ),
        Obstacle::Gap { days, n_sessions } => format!(
            "The days between: with at least {} between any two, at most {} can be held.",
            counted((*days).into(), "day", "days"),
            councils(*n_sessions),
        ),
        Obstacle::MostOfKinds { n_sessions } => {
            format!("The limits for kinds of time: together at most {}.", councils(*n_sessions))
        }
        Obstacle::Facilitation { n_sessions } => {
            format!("Who leads: they can lead at most {}.", councils(*n_sessions))
        }
    }
}

fn way_out(way: &WayOut) -> String {
    match way {
        WayOut::FewerSessions { n } => format!("Fewer councils: hold {}.", councils(*n)),
        WayOut::LowerQuorum { quorum } => {
            format!("A lower quorum: {} able to come to each.", people(*quorum))
        }
        WayOut::SmallerGap { days } => format!(
            "Closer together: at least {} between any two.",
            counted((*days).into(), "day", "days"),
        ),
        WayOut::MoreOfKind { slot_kind, most } => {
            let kind = kind_name(*slot_kind);
            format!("More of one kind of time ({kind}): at most {}.", councils(*most))
        }
        WayOut::MoreFacilitation { more } => {
            format!("More leading: {} more in all.", councils(*more))
        }
    }
}

/// Words of who has answered.
pub(super) const WHO: Who = Who {
    heading: "Who has answered, and who has not",
    groups: "How many of each group have answered",
    group: |group, [answered, by_week, silent]| {
        let name = (FOR_RESIDENTS.group)(group);
        let by_week = match by_week {
            0 => String::new(),
            by_week => format!(" {} by their usual week alone,", n(by_week)),
        };
        format!("{name}: {} answered,{by_week} {} not at all.", n(answered), n(silent))
    },
    nobody: "Nobody has answered yet.",
    silent: |silent, listed| match silent == listed {
        true => format!("{} have not answered.", people(silent)),
        false => format!("{} have not answered; {} are listed here.", people(silent), n(listed)),
    },
    all: "Everybody has answered. Nobody has to be called.",
    list: "Call and ask",
    ask: |title| format!("Ask: “{title}” – at which times can you come? In person, or online?"),
    no_home: "no address on record",
    of_group: |group, all| format!("{}: {}", (FOR_RESIDENTS.group)(group), people(all)),
    phone: |number| format!("Telephone {number}"),
    no_phone: "no number is known: visit them",
    reached: "asked",
    not_reached: "not reached",
    print: "Print this list",
};
