//! What is sent of the register: to the office alone.
use super::{columns::Column, read::Refused};
use crate::{
    callbacks::phone::PhoneNumber,
    ids::ResidentId,
    time::{Day, Moment, iso_day},
};
use serde::{Deserialize, Serialize};

/// What importing a table would do; nothing is stored yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Rows that say something, without the first line.
    pub n_rows: u32,
    /// People who are new.
    pub n_new: u32,
    /// The first of them.
    pub new: Vec<Listed>,
    /// People who are on the register already.
    pub n_known: u32,
    /// Those among them of whom something was not known yet.
    pub n_filled: u32,
    /// Every row that is not taken, and why.
    pub refused: Vec<Refused>,
    /// People who are on the register but not in the table. They stay.
    pub n_missing: u32,
    /// The first of them.
    pub missing: Vec<Missing>,
    /// Columns that mean nothing here, and are left out.
    pub ignored: Vec<String>,
    /// To be sent back with the order to do exactly this.
    pub seal: String,
}

/// Somebody new.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// What the neighbours call them.
    pub name: String,
    /// Where they live.
    pub address: String,
}

/// Somebody who is not in the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    /// Their number.
    pub resident: ResidentId,
    /// What the neighbours call them.
    pub name: String,
    /// Where they live.
    pub address: Option<String>,
}

/// What was imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// People who are new.
    pub n_new: u32,
    /// People of whom something is known now that was not.
    pub n_filled: u32,
    /// People who were on the register already.
    pub n_known: u32,
    /// Rows that were not taken.
    pub n_refused: u32,
}

/// The register in numbers, for the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterPage {
    /// Everybody on it.
    pub n_residents: u32,
    /// Households.
    pub n_households: u32,
    /// Households of which nobody has ever signed in.
    pub n_silent: u32,
    /// People whose building is not on record.
    pub n_without_building: u32,
    /// When a table was imported last.
    pub last_import: Option<Moment>,
    /// Buildings in their order.
    pub buildings: Vec<BuildingRow>,
}

/// One building of the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BuildingRow {
    /// What it is called.
    pub building: String,
    /// Who lives there.
    pub n_residents: u32,
    /// Their households.
    pub n_households: u32,
    /// Those of which nobody has ever signed in.
    pub n_silent: u32,
}

/// Which households are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Silence {
    /// Nobody of them has ever signed in (从来没登录过).
    NeverSignedIn,
    /// Nothing was heard of any of them for twelve months (一年没有联系).
    NoContact,
}

/// Households that were not heard, to be called or visited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HouseholdList {
    /// By where they live.
    pub items: Vec<Household>,
    /// All fit on one page.
    pub next: Option<String>,
    /// Nothing was heard since this day.
    #[serde(with = "iso_day")]
    pub since: Day,
}

/// One household (户).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Household {
    /// Where they live; empty when that is not on record.
    pub address: String,
    /// Who.
    pub people: Vec<Member>,
}

/// One person of a household.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Their number.
    pub resident: ResidentId,
    /// What the neighbours call them.
    pub name: String,
    /// Where they can be called.
    pub phone: Option<PhoneNumber>,
}

/// The heads of an exported register; it can be imported again.
pub fn heads() -> Vec<String> {
    Column::ALL.iter().map(|column| column.names()[0].to_owned()).collect()
}
