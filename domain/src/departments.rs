//! Departments and places of a community: who answers, and where things are.
use crate::{
    communities::Bilingual,
    ids::{DepartmentId, PlaceId},
};
use serde::{Deserialize, Serialize};

/// A department that answers residents (部门), such as the property company or the police post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Department {
    /// Its number.
    pub id: DepartmentId,
    /// What it is called.
    pub name: Bilingual,
    /// Was it dissolved? Then nothing more is passed on to it, and its name stays readable.
    pub is_dissolved: bool,
}

/// A place that residents choose by a button (地点), such as a building.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Its number.
    pub id: PlaceId,
    /// What it is called.
    pub name: Bilingual,
}
