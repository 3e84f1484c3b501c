//! What the figures tell, and what they hide.
use super::words;
use crate::{
    councils::{
        Group,
        meeting::statistics::{
            Came, Chances, Counted, GroupCount, Shown, Trend, figures, hide, shown_share, trend,
        },
    },
    feedback::figures::Share,
    ids::{CouncilId, SeriesId},
    time::parse_day,
};
use std::collections::BTreeMap;

fn came(group: Group) -> Came {
    Came {
        group: Some(group),
        is_resident: true,
        was_able: true,
        walked_in: false,
        is_first_time: false,
        never_had_a_chance: false,
    }
}

#[test]
fn a_small_group_is_hidden_together_with_the_next_larger() {
    let counts: BTreeMap<_, _> =
        [(Group::Shift, 2), (Group::Retired, 9), (Group::Parent, 6), (Group::Tenant, 0)].into();
    let hidden: Vec<_> = hide(&counts)
        .into_iter()
        .filter(|it| it.came == Shown::Hidden)
        .map(|it| it.group)
        .collect();
    assert_eq!(hidden, [Group::Shift, Group::Parent]);
    let none = GroupCount { group: Group::Tenant, came: Shown::Number { n: 0 } };
    assert!(hide(&counts).contains(&none));
    assert!(hide(&[(Group::Shift, 2), (Group::Retired, 0)].into()).is_empty());
}

#[test]
fn first_timers_are_counted_and_both_denominators_told() {
    let mut people = vec![came(Group::Shift); 8];
    for it in people.iter_mut().take(6) {
        (it.is_first_time, it.never_had_a_chance) = (true, true);
    }
    people[7].was_able = false;
    let stranger = Came { is_resident: false, was_able: false, walked_in: true, ..people[6] };
    people.push(stranger);
    let told = figures(&Counted {
        council: CouncilId(7),
        title: words("议事会"),
        day: parse_day("2026-12-04").unwrap(),
        n_invited: 100,
        n_able: 20,
        able: [(Group::Shift, 20)].into(),
        came: people,
    });
    assert_eq!((told.n_first_time, told.n_first_chance), (6, Shown::Number { n: 6 }));
    assert_eq!(told.of_invited, Share { part: 8, whole: 100 });
    assert_eq!(told.of_able, Share { part: 7, whole: 20 });
    assert_eq!((told.n_came, told.n_walk_ins), (9, 1));
    assert_eq!(told.by_group[0].of_able, Some(Share { part: 7, whole: 20 }));
}

#[test]
fn it_is_said_whether_those_who_could_not_come_are_fewer() {
    let chances = |part, whole| Chances {
        series: SeriesId(1),
        title: words("系列会"),
        day: parse_day("2026-12-04").unwrap(),
        without: shown_share(part, whole),
        reached: None,
    };
    assert_eq!(trend(&[chances(6, 20)]), Trend::NothingYet);
    let better = trend(&[chances(6, 20), chances(0, 0), chances(10, 100)]);
    assert!(matches!(better, Trend::Better { .. }));
    assert!(matches!(trend(&[chances(6, 20), chances(30, 100)]), Trend::Same { .. }));
    assert!(matches!(trend(&[chances(6, 20), chances(31, 100)]), Trend::Worse { .. }));
    // Nobody is not few; and what is hidden of the last is not told by an earlier one.
    assert!(matches!(trend(&[chances(6, 20), chances(0, 100)]), Trend::Better { .. }));
    assert_eq!(trend(&[chances(6, 20), chances(6, 30), chances(4, 100)]), Trend::TooFew);
}

#[test]
fn a_part_is_hidden_with_its_whole_where_either_is_few() {
    assert_eq!(shown_share(5, 20), Some(Share { part: 5, whole: 20 }));
    assert_eq!(shown_share(0, 20), Some(Share { part: 0, whole: 20 }));
    assert_eq!(shown_share(0, 0), Some(Share { part: 0, whole: 0 }));
    for (part, whole) in [(1, 20), (4, 20), (0, 4), (4, 4)] {
        assert_eq!(shown_share(part, whole), None, "{part} of {whole}");
    }
}
