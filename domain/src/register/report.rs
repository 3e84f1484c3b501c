//! The report (导入报告): what a table would change, before it changes anything.
use super::{
    Entry, RowFault, building_order,
    columns::Column,
    read::{Read, Refused, Table},
    wire::{Listed, Missing, Report},
};
use crate::{hash::sha256_hex, ids::ResidentId};
use serde::Serialize;
use std::collections::BTreeMap;

/// Somebody who is on the register already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnRegister {
    /// Their number.
    pub id: ResidentId,
    /// What the neighbours call them.
    pub name: String,
    /// Where they live, in one line.
    pub address: Option<String>,
    /// The number of their household.
    pub household: Option<String>,
    /// Is the building known by itself?
    pub has_home: bool,
    /// Is a telephone number known?
    pub has_phone: bool,
}

/// What importing a table does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// New people.
    pub adds: Vec<Entry>,
    /// People of whom something is known now that was not; what was known stays as it is.
    pub fills: Vec<(ResidentId, Entry)>,
}

/// New people shown in the report; the others are counted.
const NEW_SHOWN: usize = 20;
/// People shown who are on the register but not in the table; the others are counted.
const MISSING_SHOWN: usize = 500;

/// Weighs a table against the register: what it would do, and what the office is shown first.
pub fn weigh(table: Table, register: &[OnRegister]) -> (Plan, Report) {
    let mut weighing = Weighing::new(register);
    for read in table.rows {
        weighing.row(read);
    }
    weighing.end(table.ignored, register)
}

/// Name and address, which make one person.
type Person = (String, String);

struct Weighing<'r> {
    known: BTreeMap<Person, &'r OnRegister>,
    /// In which row somebody stood first.
    rows: BTreeMap<Person, u32>,
    /// Where the household of a number lives, and in which row that was said first.
    households: BTreeMap<String, (String, Option<u32>)>,
    plan: Plan,
    report: Report,
}

impl<'r> Weighing<'r> {
    fn new(register: &'r [OnRegister]) -> Self {
        let mut known = BTreeMap::new();
        let mut households = BTreeMap::new();
        for person in register {
            let address = person.address.clone().unwrap_or_default();
            if let Some(number) = &person.household {
                households.insert(number.clone(), (address.clone(), None));
            }
            known.insert((person.name.clone(), address), person);
        }
        let plan = Plan { adds: Vec::new(), fills: Vec::new() };
        Self { known, rows: BTreeMap::new(), households, plan, report: Report::default() }
    }

    fn row(&mut self, read: Read) {
        self.report.n_rows += 1;
        let who = read.who.map(|(name, home)| (name.to_string(), home.address()));
        let first = who.as_ref().and_then(|who| self.rows.get(who).copied());
        if let Some(who) = &who {
            self.rows.entry(who.clone()).or_insert(read.row);
        }
        let entry = match (read.entry, first) {
            (Ok(entry), Some(first)) => {
                let why = RowFault::SameAsRow { first };
                return self.refuse(read.row, None, why, entry.name.to_string());
            }
            (Ok(entry), None) => entry,
            (Err(refused), _) => return self.report.refused.push(refused),
        };
        let address = entry.home.address();
        if let Some(number) = &entry.household {
            let number = number.to_string();
            let kept =
                self.households.entry(number.clone()).or_insert((address.clone(), Some(read.row)));
            if kept.0 != address {
                let (address, first) = kept.clone();
                let why = RowFault::HouseholdElsewhere { first, address };
                return self.refuse(read.row, Some(Column::Household), why, number);
            }
        }
        match self.known.get(&(entry.name.to_string(), address)).copied() {
            Some(known) => self.known(known, entry),
            None => self.plan.adds.push(entry),
        }
    }

    fn known(&mut self, known: &OnRegister, entry: Entry) {
        self.report.n_known += 1;
        let is_more = !known.has_home
            || (!known.has_phone && entry.phone.is_some())
            || (known.household.is_none() && entry.household.is_some());
        if is_more {
            self.plan.fills.push((known.id, entry));
        }
    }

    fn refuse(&mut self, row: u32, column: Option<Column>, why: RowFault, said: String) {
        self.report.refused.push(Refused { row, column, why, said });
    }

    fn end(mut self, ignored: Vec<String>, register: &[OnRegister]) -> (Plan, Report) {
        let is_missing = |person: &&OnRegister| {
            let address = person.address.clone().unwrap_or_default();
            !self.rows.contains_key(&(person.name.clone(), address))
        };
        let missing = register.iter().filter(is_missing).map(|person| Missing {
            resident: person.id,
            name: person.name.clone(),
            address: person.address.clone(),
        });
        let mut missing: Vec<Missing> = missing.collect();
        missing.sort_by_cached_key(|it| building_order(&it.address.clone().unwrap_or_default()));
        self.report.n_missing = count(missing.len());
        missing.truncate(MISSING_SHOWN);
        self.report.missing = missing;
        self.report.n_new = count(self.plan.adds.len());
        self.report.n_filled = count(self.plan.fills.len());
        let listed =
            |entry: &Entry| Listed { name: entry.name.to_string(), address: entry.home.address() };
        self.report.new = self.plan.adds.iter().take(NEW_SHOWN).map(listed).collect();
        self.report.ignored = ignored;
        self.report.seal = seal(&self.plan, &self.report.refused);
        (self.plan, self.report)
    }
}

/// What is done is exactly what was shown: the seal of the report comes back with the order.
fn seal(plan: &Plan, refused: &[Refused]) -> String {
    let whole = serde_json::to_vec(&(plan, refused)).expect("a plan is always JSON");
    sha256_hex(&whole)
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::read::read;

    const HEAD: &str = "name,building,room,household,phone\n";

    fn weighed(rows: &str, register: &[OnRegister]) -> (Plan, Report) {
        weigh(read(&format!("{HEAD}{rows}")).unwrap(), register)
    }

    fn wang() -> OnRegister {
        OnRegister {
            id: ResidentId(7),
            name: "王".to_owned(),
            address: Some("3号楼501室".to_owned()),
            household: Some("A-1".to_owned()),
            has_home: true,
            has_phone: false,
        }
    }

    #[test]
    fn new_people_are_added_and_known_ones_are_not() {
        let (plan, report) = weighed("王,3,501,,\n李,3,501,A-1,\n", &[wang()]);
        assert_eq!((report.n_rows, report.n_new, report.n_known), (2, 1, 1));
        assert_eq!((plan.adds.len(), plan.fills.len(), report.refused.len()), (1, 0, 0));
        assert_eq!(report.new[0].address, "3号楼501室");
    }

    #[test]
    fn what_was_not_known_is_filled_in_and_nothing_is_overwritten() {
        let (plan, report) = weighed("王,3,501,A-1,13812345678\n", &[wang()]);
        assert_eq!((report.n_filled, plan.fills[0].0), (1, ResidentId(7)));
        let knows = OnRegister { has_phone: true, ..wang() };
        let (plan, _) = weighed("王,3,501,A-1,13900000000\n", &[knows]);
        assert_eq!(plan.fills, []);
    }

    #[test]
    fn the_same_person_twice_is_refused_the_second_time() {
        let (plan, report) = weighed("王,3,501,,\n王, ３号楼 ,501,,\n", &[]);
        assert_eq!(plan.adds.len(), 1);
        assert_eq!(report.refused[0].row, 3);
        assert_eq!(report.refused[0].why, RowFault::SameAsRow { first: 2 });
    }

    #[test]
    fn one_household_number_has_one_address() {
        let (_, report) = weighed("李,3,501,B-2,\n赵,3,502,B-2,\n钱,4,1,A-1,\n", &[wang()]);
        let why: Vec<_> = report.refused.iter().map(|it| (it.row, it.why.clone())).collect();
        let at = |first, address: &str| RowFault::HouseholdElsewhere {
            first,
            address: address.to_owned(),
        };
        assert_eq!(why, [(3, at(Some(2), "3号楼501室")), (4, at(None, "3号楼501室"))]);
    }

    #[test]
    fn whoever_is_not_in_the_table_is_listed_and_stays() {
        let (plan, report) = weighed("李,4,1,,\n", &[wang()]);
        assert_eq!((report.n_missing, report.missing[0].resident), (1, ResidentId(7)));
        assert_eq!(plan.adds.len(), 1);
        // A row that is refused for its telephone number is about her all the same.
        let (_, report) = weighed("王,3,501,,12\n", &[wang()]);
        assert_eq!((report.n_missing, report.refused.len()), (0, 1));
    }

    #[test]
    fn another_register_or_another_table_has_another_seal() {
        let seal = |rows: &str, register: &[OnRegister]| weighed(rows, register).1.seal;
        let first = seal("李,4,1,,\n", &[]);
        assert_eq!(first, seal("李,4,1,,\n", &[wang()]));
        assert_ne!(first, seal("李,4,2,,\n", &[]));
        assert_ne!(seal("王,3,501,,\n", &[]), seal("王,3,501,,\n", &[wang()]));
    }
}
