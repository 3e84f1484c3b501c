//! Words of the plan and of the call list, in English.
use super::{Plan, Who, en::kind as kind_name};
use crate::words::{councils::ENGLISH as FOR_RESIDENTS, format::counted};
use huiyin_domain::{
    councils::series::{
        Worth,
        wire::{OnlyChance, WayOut},
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
    take: "Choose these times",
    again: "Plan once more",
    none: "No plan keeps to the needs",
    none_means: "Each of these changes alone is enough. More times, or asking longer, can help.",
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
        (0, 0) => "Not proven to be the best: a few more marks may be possible.".into(),
        (0, seated) => {
            format!("Not proven to be the best: at most {} short of the bound.", people(seated))
        }
        (percent, _) => format!(
            "Not proven to be the best: for the worst-off group at most {} short of the bound.",
            counted(percent.into(), "percentage point", "percentage points"),
        ),
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
