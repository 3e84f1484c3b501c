//! When the neighbours of the demo can come: a usual week for each kind of day, and exceptions.

use std::collections::BTreeSet;

use huiyin_domain::{
    councils::{
        Group,
        series::{AnswerForm, Mark, Series, marks_of_week},
    },
    times::{Attend, TimesForm, WeekTime, WeekTimes, When},
};

use super::lots::Lots;

/// A kind of days, with the times of the week at which nothing else is to be done.
#[derive(Clone, Copy, Debug)]
struct Habit {
    group: Group,
    attend: Attend,
    week: &'static [&'static str],
}

const RETIRED: Habit = Habit {
    group: Group::Retired,
    attend: Attend::InPerson,
    week: &[
        "monday-evening",
        "tuesday-evening",
        "thursday-evening",
        "saturday-morning",
        "saturday-afternoon",
        "sunday-morning",
        "sunday-afternoon",
    ],
};
const COMMUTER: Habit = Habit {
    group: Group::Commuter,
    attend: Attend::Either,
    week: &[
        "tuesday-evening",
        "wednesday-evening",
        "thursday-evening",
        "saturday-afternoon",
        "sunday-afternoon",
    ],
};
const PARENT: Habit = Habit {
    group: Group::Parent,
    attend: Attend::Either,
    week: &["friday-evening", "saturday-morning", "saturday-evening", "sunday-morning"],
};
const SHIFT: Habit = Habit {
    group: Group::Shift,
    attend: Attend::InPerson,
    week: &["monday-evening", "wednesday-evening", "saturday-evening", "sunday-morning"],
};
const TENANT: Habit = Habit {
    group: Group::Tenant,
    attend: Attend::Online,
    week: &[
        "thursday-evening",
        "friday-evening",
        "saturday-afternoon",
        "sunday-afternoon",
        "sunday-evening",
    ],
};

/// Who lives beside whom, over and over.
const STREET: [Habit; 10] =
    [RETIRED, COMMUTER, PARENT, RETIRED, SHIFT, TENANT, COMMUTER, RETIRED, PARENT, TENANT];

fn habit(neighbour: usize) -> Habit {
    STREET[neighbour % STREET.len()]
}

fn times(habit: Habit) -> BTreeSet<WeekTime> {
    habit.week.iter().filter_map(|name| WeekTime::parse(name)).collect()
}

/// The usual week of a neighbour without a letter, as they fill it in.
pub fn usual(neighbour: usize) -> TimesForm {
    let habit = habit(neighbour);
    TimesForm { when: Some(When::At), times: times(habit), attend: Some(habit.attend) }
}

/// What the same neighbour says about the times of a series: their usual week, but for some days.
pub fn answer(lots: &mut Lots, series: &Series, neighbour: usize) -> AnswerForm {
    let habit = habit(neighbour);
    let week = WeekTimes::At { times: times(habit), attend: habit.attend };
    let usual = marks_of_week(series, &week);
    let mut form = AnswerForm {
        attend: Some(habit.attend),
        group: Some(habit.group),
        ..AnswerForm::default()
    };
    for asked in series.offered() {
        let slot = asked.slot.id;
        let usual = usual.get(&slot).copied().unwrap_or(Mark::Cannot);
        form.marks.insert(slot, this_time(lots, usual));
    }
    form
}

fn this_time(lots: &mut Lots, usual: Mark) -> Mark {
    let weights = match usual {
        Mark::Can | Mark::IfNeedBe => [78, 10, 12],
        Mark::Cannot => [8, 17, 75],
    };
    Mark::ALL[lots.weighted(&weights)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_week_is_one_the_rules_take() {
        for (neighbour, habit) in STREET.into_iter().enumerate() {
            assert_eq!(times(habit).len(), habit.week.len(), "{:?}", habit.group);
            assert!(usual(neighbour).parse().is_ok());
        }
    }
}
