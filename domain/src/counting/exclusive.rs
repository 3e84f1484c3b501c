//! Projects of which at most one can be carried out (互斥项目): two benches for one corner.
//!
//! They stand in the comment of a file's head, so that the file alone is enough to count by, and
//! every other reader of the format still reads it.

use super::election::Election;

/// The key of the head under which they stand.
pub const EXCLUSIVE_KEY: &str = "comment";
/// What their line begins with.
const MARK: &str = "at most one of: ";
const BETWEEN_GROUPS: &str = " | ";

/// The line that names these groups; `None` where there are none.
///
/// An id with a comma or a stroke could not be told apart; ours are numbers.
pub fn exclusive_line(groups: &[Vec<String>]) -> Option<String> {
    let written: Vec<String> =
        groups.iter().filter(|ids| 1 < ids.len()).map(|ids| ids.join(", ")).collect();
    (!written.is_empty()).then(|| format!("{MARK}{}", written.join(BETWEEN_GROUPS)))
}

impl Election {
    /// The groups of projects of which at most one can win, by id, as the head names them.
    ///
    /// What is named and does not stand on the ballot is passed over.
    pub fn exclusive_groups(&self) -> Vec<Vec<&str>> {
        let said = self.meta(EXCLUSIVE_KEY).and_then(|line| line.strip_prefix(MARK));
        let Some(said) = said else { return Vec::new() };
        let groups = said.split(BETWEEN_GROUPS.trim()).map(|group| {
            let ids = group.split(',').map(str::trim);
            ids.filter(|id| self.place_of(id).is_some()).collect::<Vec<_>>()
        });
        groups.filter(|ids| 1 < ids.len()).collect()
    }

    /// For each project the places of those that it cannot go together with.
    pub(super) fn excluded_places(&self) -> Vec<Vec<usize>> {
        let mut excluded = vec![Vec::new(); self.projects.len()];
        for group in self.exclusive_groups() {
            let places: Vec<usize> = group.iter().filter_map(|id| self.place_of(id)).collect();
            for &place in &places {
                excluded[place].extend(places.iter().copied().filter(|other| *other != place));
            }
        }
        excluded
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_names_groups_of_at_least_two() {
        let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        let groups = [ids(&["1", "4"]), ids(&["5"]), ids(&["7", "9", "12"])];
        let line = exclusive_line(&groups);
        assert_eq!(line.as_deref(), Some("at most one of: 1, 4 | 7, 9, 12"));
        assert_eq!(exclusive_line(&[ids(&["5"])]), None);
        assert_eq!(exclusive_line(&[]), None);
    }
}
