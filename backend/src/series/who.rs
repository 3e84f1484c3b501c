//! Who has answered: how many of each group, and whom to call.

use std::collections::{BTreeMap, BTreeSet};

use huiyin_domain::{
    councils::{
        Group,
        series::{
            group_in_plan,
            wire::{CallRow, GroupAnswers, WhoAnswered},
        },
    },
    desk::may_serve,
    ids::{ResidentId, SeriesId, StaffId},
};

use super::{answers, chances, plan, rows};
use crate::{
    failure::{Failure, Outcome},
    here::Here,
    notices::choices,
    store::{Tx, params},
};

/// Who has answered, for whoever calls the others.
pub fn page(tx: &mut Tx<'_>, here: &Here, id: SeriesId) -> Outcome<WhoAnswered> {
    may_serve(&here.viewer)?;
    let series = rows::load(tx, here.community, id)?;
    let answers = answers::all(tx, here.community, id)?;
    let wishes = plan::wishes(tx, here.community, &series)?;
    let mut groups: BTreeMap<Group, GroupAnswers> = BTreeMap::new();
    for (resident, wish) in &wishes {
        let of_group = group_of(&mut groups, wish.group);
        match answers.contains_key(resident) {
            true => of_group.n_answered += 1,
            false => of_group.n_by_week += 1,
        }
    }
    let call = silent(tx, here, id, &wishes.into_keys().collect())?;
    for row in &call {
        group_of(&mut groups, row.group).n_silent += 1;
    }
    let mut groups: Vec<_> = groups.into_values().collect();
    groups.sort_by_key(|it| place(it.group));
    Ok(WhoAnswered {
        groups,
        n_silent: u32::try_from(call.len()).unwrap_or(u32::MAX),
        call,
        staff: staff(tx, here)?,
    })
}

fn group_of(groups: &mut BTreeMap<Group, GroupAnswers>, group: Group) -> &mut GroupAnswers {
    let none = GroupAnswers { group, n_answered: 0, n_by_week: 0, n_silent: 0 };
    groups.entry(group).or_insert(none)
}

/// Who was left out each time is called first.
fn place(group: Group) -> (bool, Group) {
    (group != Group::NeverHadAChance, group)
}

/// Residents who have said nothing, group by group and by where they live.
fn silent(
    tx: &mut Tx<'_>,
    here: &Here,
    id: SeriesId,
    heard: &BTreeSet<ResidentId>,
) -> Outcome<Vec<CallRow>> {
    let said = answers::groups(tx, here.community)?;
    let chances = chances::in_others(tx, here.community, id)?;
    let mut numbers = choices::numbers(tx, here.community)?;
    let found = tx.rows(
        "SELECT resident_id, public_name, address FROM residents WHERE community_id = $1
         ORDER BY COALESCE(address, ''), resident_id",
        params![here.community.0],
    )?;
    let mut silent = Vec::new();
    for row in &found {
        let resident = rows::resident(row, 0)?;
        if !heard.contains(&resident) {
            let past = chances.get(&resident).map(Vec::as_slice).unwrap_or_default();
            silent.push(CallRow {
                resident,
                name: row.text(1)?.to_owned(),
                home: row.opt_text(2)?.unwrap_or_default().to_owned(),
                group: group_in_plan(said.get(&resident).copied(), past),
                phone: numbers.remove(&resident),
            });
        }
    }
    silent.sort_by_key(|row| place(row.group));
    Ok(silent)
}

/// Those of the staff who could lead a council: whoever may run one, by name.
pub fn staff(tx: &mut Tx<'_>, here: &Here) -> Outcome<BTreeMap<StaffId, String>> {
    let found = tx.rows(
        "SELECT staff_id, COALESCE(called_name, name) FROM staff
         WHERE community_id = $1 AND role IN ('organiser', 'administrator')
             AND retired_ms IS NULL",
        params![here.community.0],
    )?;
    let number = |n: i64| u32::try_from(n).map_err(|_| Failure::Broken(format!("staff {n}")));
    let named =
        found.iter().map(|row| Ok((StaffId(number(row.int(0)?)?), row.text(1)?.to_owned())));
    named.collect()
}
