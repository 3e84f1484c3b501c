//! The requests about one council, and about all of them.
use super::{Api, ApiError};
use crate::browser::document;
use huiyin_domain::{
    councils::meeting::wire::{
        AttendancePage, CouncilList, CouncilPage, LiveCounts, StatisticsPage,
    },
    ids::CouncilId,
};

/// The place of a council in the API.
pub fn path(id: CouncilId) -> String {
    format!("councils/{id}")
}

/// Reads one council, whole.
pub async fn read(api: Api, id: CouncilId) -> Result<CouncilPage, ApiError> {
    api.get(&path(id)).await
}

/// Reads one part of the councils, the next ones first.
pub async fn list(api: Api, after: Option<String>) -> Result<CouncilList, ApiError> {
    let after = after.map(|after| format!("?after={}", crate::routes::encode(&after)));
    api.get(&format!("councils{}", after.unwrap_or_default())).await
}

/// Reads who comes, who waits and who came.
pub async fn attendance(api: Api, id: CouncilId) -> Result<AttendancePage, ApiError> {
    api.get(&format!("{}/attendance", path(id))).await
}

/// Reads the counts of a session, unless they are those that `tag` names.
pub async fn live(
    api: Api,
    id: CouncilId,
    tag: Option<&str>,
) -> Result<Option<(LiveCounts, Option<String>)>, ApiError> {
    api.get_changed(&format!("{}/live", path(id)), tag).await
}

/// Reads the figures of all councils.
pub async fn statistics(api: Api) -> Result<StatisticsPage, ApiError> {
    api.get("councils/statistics").await
}

/// The whole address of a council's calendar file.
pub fn calendar_file(api: Api, id: CouncilId) -> String {
    document::whole_address(&api.address(&format!("{}.ics", path(id))))
}

/// The whole address of a person's own calendar.
pub fn my_calendar(api: Api, token: &str) -> String {
    document::whole_address(&api.address(&format!("my/{token}/councils.ics")))
}

/// The whole address of the calendar that holds all councils.
pub fn calendar_feed(api: Api) -> String {
    document::whole_address(&api.address("councils/feed.ics"))
}
