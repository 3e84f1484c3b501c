//! Names those who act and the places of a submission, for the sentences about it.
use crate::words::Language;
use huiyin_domain::{
    feedback::{Owner, wire::Names},
    ids::PlaceId,
    time::Day,
};

/// Knows the names, the language, and whether whoever reads is the one who sent it.
#[derive(Clone, Copy, Debug)]
pub struct Teller<'a> {
    language: Language,
    names: &'a Names,
    /// Is it the reader's own?
    pub is_mine: bool,
}

impl<'a> Teller<'a> {
    /// For the sentences about one submission.
    pub fn new(language: Language, names: &'a Names, is_mine: bool) -> Self {
        Self { language, names, is_mine }
    }

    /// Who has to act; `office` is what the office is called.
    pub fn owner(&self, owner: Owner, office: &str) -> String {
        let Owner::Department { id } = owner else { return office.to_owned() };
        let department = self.names.departments.iter().find(|it| it.id == id);
        department.map_or_else(|| office.to_owned(), |it| self.language.of(&it.name))
    }

    /// A place of the community.
    pub fn place(&self, id: PlaceId) -> Option<String> {
        let place = self.names.places.iter().find(|it| it.id == id)?;
        Some(self.language.of(&place.name))
    }

    /// A day.
    pub fn day(&self, day: Day) -> String {
        self.language.date(day)
    }
}
