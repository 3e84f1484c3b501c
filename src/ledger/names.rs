//! The names of whoever answers and of places, as lists bring them along.
use crate::words::use_text;
use huiyin_domain::{
    feedback::{Owner, wire::Names},
    ids::{DepartmentId, PlaceId},
};

/// What an owner is called.
pub fn owner_name(names: &Names, owner: Owner) -> String {
    match owner {
        Owner::Office => use_text().ledger.card.office.to_owned(),
        Owner::Department { id } => department_name(names, id),
    }
}

/// What a department is called, also one that was dissolved.
pub fn department_name(names: &Names, id: DepartmentId) -> String {
    let text = use_text();
    let found = names.departments.iter().find(|department| department.id == id);
    match found {
        Some(department) => text.language.of(&department.name),
        None => text.ledger.card.some_department.to_owned(),
    }
}

/// What a place is called; its number when it is on no list.
pub fn place_name(names: &Names, id: PlaceId) -> String {
    let found = names.places.iter().find(|place| place.id == id);
    found.map_or_else(|| id.to_string(), |place| use_text().language.of(&place.name))
}
