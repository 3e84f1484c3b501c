//! The selection of the ledger as it stands in an address, read and written by the same names.
use crate::browser::address;
use chrono::{Datelike, Months};
use huiyin_domain::{
    feedback::{Owner, StageKind, Theme, wire::LedgerFilter},
    time::{Day, parse_day},
};

/// Months that can be chosen, the newest first.
const N_MONTHS: u32 = 24;

/// The selection that an address asks for; what cannot be read is not chosen.
pub(super) fn read(get: impl Fn(&str) -> Option<String>) -> LedgerFilter {
    LedgerFilter {
        theme: get("theme").and_then(|raw| Theme::parse(&raw)),
        place: get("place").and_then(|raw| raw.parse().ok()),
        department: get("department").and_then(|raw| Owner::parse(&raw)),
        month: get("month").filter(|raw| is_month(raw)),
        stage: get("stage").and_then(|raw| StageKind::parse(&raw)),
        overdue: get("overdue").is_some_and(|raw| raw == "true"),
    }
}

fn is_month(raw: &str) -> bool {
    parse_day(&format!("{raw}-01")).is_some_and(|first| month_of(first) == raw)
}

fn month_of(day: Day) -> String {
    format!("{}-{:02}", day.year(), day.month())
}

/// The selection as a query, with `?` before it; empty when nothing is chosen.
pub(super) fn query(filter: &LedgerFilter, after: Option<&str>) -> String {
    let parts = [
        ("theme", filter.theme.map(|theme| theme.word().to_owned())),
        ("place", filter.place.map(|place| place.to_string())),
        ("department", filter.department.map(Owner::in_address)),
        ("month", filter.month.clone()),
        ("stage", filter.stage.map(|stage| stage.word().to_owned())),
        ("overdue", filter.overdue.then(|| "true".to_owned())),
        // Cursors are made of letters, digits and signs that are safe in a query.
        ("after", after.map(str::to_owned)),
    ];
    let parts = parts.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", value?)));
    let joined = parts.collect::<Vec<_>>().join("&");
    if joined.is_empty() { joined } else { format!("?{joined}") }
}

/// The same page with this selection: a link by hand, since the router's own would mark each
/// selection of one path as the current one.
pub(super) fn href(filter: &LedgerFilter, after: Option<&str>) -> String {
    format!("{}{}", address::path(), query(filter, after))
}

/// The months that can be chosen on this day, the newest first; the chosen one is among them.
pub(super) fn months(on: Day, chosen: Option<&str>) -> Vec<String> {
    let first = on.with_day(1).unwrap_or(on);
    let before = |n| first.checked_sub_months(Months::new(n));
    let mut months: Vec<_> = (0..N_MONTHS).filter_map(before).map(month_of).collect();
    if let Some(chosen) = chosen {
        let at = months.partition_point(|month| month.as_str() > chosen);
        if months.get(at).is_none_or(|month| month != chosen) {
            months.insert(at, chosen.to_owned());
        }
    }
    months
}

#[cfg(test)]
mod tests {
    use super::*;
    use huiyin_domain::ids::{DepartmentId, PlaceId};

    fn read_back(query: &str) -> LedgerFilter {
        let find = |name: &str| {
            let parts = query.trim_start_matches('?').split('&');
            let mut pairs = parts.filter_map(|part| part.split_once('='));
            pairs.find(|(its, _)| *its == name).map(|(_, value)| value.to_owned())
        };
        read(find)
    }

    #[test]
    fn every_part_of_a_selection_stands_in_its_address() {
        for department in [Owner::Office, Owner::Department { id: DepartmentId(2) }] {
            every_part_stands_in_its_address(department);
        }
    }

    fn every_part_stands_in_its_address(department: Owner) {
        let filter = LedgerFilter {
            theme: Some(Theme::Parking),
            place: Some(PlaceId(3)),
            department: Some(department),
            month: Some("2026-11".to_owned()),
            stage: Some(StageKind::InDelivery),
            overdue: true,
        };
        assert_eq!(read_back(&query(&filter, None)), filter);
        assert_eq!(query(&LedgerFilter::default(), None), "");
        assert!(query(&filter, Some("b7")).ends_with("&after=b7"));
    }

    #[test]
    fn what_cannot_be_read_is_not_chosen() {
        let strange = "?theme=love&place=home&month=2026-13&stage=lost&overdue=yes&department=-1";
        assert_eq!(read_back(strange), LedgerFilter::default());
        assert_eq!(read_back("?month=2026-1"), LedgerFilter::default());
    }

    #[test]
    fn the_months_of_two_years_can_be_chosen() {
        let on = parse_day("2026-03-31").unwrap();
        assert_eq!(months(on, Some("2025-12")), months(on, None));
        let further = months(on, Some("2020-01"));
        assert_eq!((further.len(), further[24].as_str()), (25, "2020-01"));
        assert_eq!(months(on, Some("2027-01"))[0], "2027-01");
        let months = months(on, None);
        assert_eq!((months[0].as_str(), months[3].as_str()), ("2026-03", "2025-12"));
        assert_eq!(months.len(), 24);
    }
}
