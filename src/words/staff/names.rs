//! Which words departments and places need.

/// Words of departments and places.
pub struct NameWords {
    /// To the departments.
    pub see: &'static str,
    /// To the places.
    pub see_places: &'static str,
    /// The heading of the departments.
    pub departments: &'static str,
    /// What they are.
    pub departments_lead: &'static str,
    /// There is none yet.
    pub no_departments: &'static str,
    /// Sets one up.
    pub add_department: &'static str,
    /// One that is there no more.
    pub dissolved: &'static str,
    /// The heading of the places.
    pub places: &'static str,
    /// What they are.
    pub places_lead: &'static str,
    /// There is none yet.
    pub no_places: &'static str,
    /// Puts one on the list.
    pub add_place: &'static str,
    /// To calling one something else.
    pub rename: fn(&str) -> String,
    /// To dissolving one.
    pub dissolve: fn(&str) -> String,
    /// The Chinese name.
    pub zh: &'static str,
    /// The English name.
    pub en: &'static str,
    /// It may be left empty.
    pub en_hint: &'static str,
    /// Keeps the name.
    pub keep: &'static str,
    /// It is kept.
    pub kept: &'static str,
    /// What dissolving does.
    pub dissolve_means: &'static str,
    /// Why.
    pub why: &'static str,
    /// Who reads that.
    pub why_hint: &'static str,
    /// Dissolves it.
    pub dissolve_now: &'static str,
    /// It is done.
    pub was_dissolved: &'static str,
    /// It is there no more already.
    pub not_now: &'static str,
}
