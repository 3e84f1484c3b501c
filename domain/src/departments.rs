//! Departments and places of a community: who answers, and where things are.
use crate::{
    communities::Bilingual,
    feedback::Said,
    ids::{DepartmentId, PlaceId},
    problems::{FieldFault, FieldProblem},
    refusals::Refusal,
    residents::Viewer,
    words::Words,
};
use huiyin_derive::ReadTagged;
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

/// The name of a department or a place, in one language.
pub type Name = Words<30>;

/// A name as the organiser types it; without an English one, the Chinese one stands for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameForm {
    /// In Chinese.
    pub zh: String,
    /// In English, or empty.
    #[serde(default)]
    pub en: String,
}

impl NameForm {
    /// The name, or every fault with its field.
    pub fn parse(&self) -> Result<Bilingual, Vec<FieldProblem>> {
        let en = if self.en.trim().is_empty() { &self.zh } else { &self.en };
        let mut problems = Vec::new();
        let mut read = |field: &str, raw: &str| {
            let fault = |problem| {
                let (field, fault) = (field.to_owned(), FieldFault::Words(problem));
                problems.push(FieldProblem { field, fault });
            };
            Name::parse(raw).map(String::from).map_err(fault).ok()
        };
        let zh = read("zh", &self.zh);
        // A Chinese name that stands for the English one is told of once.
        let en = if zh.is_none() && self.en.trim().is_empty() { None } else { read("en", en) };
        match (zh, en) {
            (Some(zh), Some(en)) => Ok(Bilingual { zh, en }),
            (None, _) | (Some(_), None) => Err(problems),
        }
    }
}

/// What the organiser can ask of a department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Command {
    /// It is there no more (撤销): what it still owes goes back to the office.
    Dissolve {
        /// Why; it stands with everything that is passed on.
        reason: Said,
    },
    /// It is called something else (改名); what it has answered stays its own.
    Rename {
        /// What.
        name: NameForm,
    },
}

/// What the organiser can ask of a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PlaceCommand {
    /// It is called something else (改名).
    Rename {
        /// What.
        name: NameForm,
    },
}

/// What happened to a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PlaceEvent {
    /// It came onto the list.
    Created,
    /// It is called something else.
    Renamed {
        /// What it was called.
        from: Bilingual,
        /// What it is called.
        to: Bilingual,
    },
}

impl PlaceEvent {
    /// Its name in the record.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Renamed { .. } => "renamed",
        }
    }
}

/// What happened to a department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// It came to be.
    Created,
    /// It is there no more.
    Dissolved {
        /// So many of its duties went back to the office.
        n_passed_on: u32,
    },
    /// It is called something else.
    Renamed {
        /// What it was called.
        from: Bilingual,
        /// What it is called.
        to: Bilingual,
    },
}

impl Event {
    /// Its name in the record.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Dissolved { .. } => "dissolved",
            Self::Renamed { .. } => "renamed",
        }
    }
}

/// May this person set departments and places up, and name them?
pub fn may_arrange(by: &Viewer) -> Result<(), Refusal> {
    match by {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Resident { .. } | Viewer::Staff { .. } => {
            by.organiser().map(|_| ()).ok_or(Refusal::OrganiserOnly)
        }
    }
}

/// May this person rename or dissolve the department? A name that was dissolved stays as it was.
pub fn may_change(by: &Viewer, department: &Department) -> Result<(), Refusal> {
    may_arrange(by)?;
    if department.is_dissolved { Err(Refusal::DepartmentDissolved) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_without_an_english_name_has_the_chinese_one_in_both() {
        let form = NameForm { zh: " 3号楼 ".to_owned(), en: String::new() };
        let both = Bilingual { zh: "3号楼".to_owned(), en: "3号楼".to_owned() };
        assert_eq!(form.parse(), Ok(both));
        let empty = NameForm::default().parse().unwrap_err();
        assert_eq!(empty.iter().map(|it| it.field.as_str()).collect::<Vec<_>>(), ["zh"]);
        let long = NameForm { zh: String::new(), en: "x".repeat(31) }.parse().unwrap_err();
        assert_eq!(long.iter().map(|it| it.field.as_str()).collect::<Vec<_>>(), ["zh", "en"]);
    }
}
