//! What was looked at was read: its notices need not wait any longer.
use crate::api::{Api, ApiError, Key, Precondition, use_api};
use huiyin_domain::{
    councils::series::Series,
    feedback::wire::SubmissionPage,
    ids::{CaseId, CoachingId, Version},
    notices::wire::ReadForm,
};
use leptos::{prelude::*, task::spawn_local};
use serde::de::IgnoredAny;

/// Marks the notices of a submission as read once its page is shown; itself it shows nothing.
#[component]
pub fn Seen(
    /// The submission.
    page: RwSignal<SubmissionPage>,
) -> impl IntoView {
    let api = use_api();
    Effect::new(move || {
        if api.me().is_none() {
            return;
        }
        let form = page.with(|page| ReadForm::Submission {
            id: page.submission.id,
            // Each event of the chain makes one version.
            until_seq: page.submission.version.0.into(),
        });
        send(api, form);
    });
}

/// Marks the notices of a series as read once its page is shown; itself it shows nothing.
#[component]
pub fn SeriesSeen(
    /// The series.
    series: Series,
) -> impl IntoView {
    send_of_resident(ReadForm::Series { id: series.id, until_seq: series.version.0.into() });
}

/// Marks the notices of a coaching as read once its page is shown; itself it shows nothing.
#[component]
pub fn CoachingSeen(
    /// The coaching.
    id: CoachingId,
    /// Its version as it is shown.
    version: Version,
) -> impl IntoView {
    send_of_resident(ReadForm::Coaching { id, until_seq: version.0.into() });
}

/// Marks the notices of a case of moderation as read once its page is shown to whoever wrote what
/// it is about; itself it shows nothing.
#[component]
pub fn CaseSeen(
    /// The case.
    id: CaseId,
    /// Its version as it is shown.
    version: Version,
) -> impl IntoView {
    send_of_resident(ReadForm::Case { id, until_seq: version.0.into() });
}

/// What a helper looks at nobody has told the resident.
fn send_of_resident(form: ReadForm) {
    let api = use_api();
    let is_resident = api.me().is_some_and(|me| me.viewer.resident().is_some());
    if is_resident && !api.is_helping() {
        send(api, form);
    }
}

fn send(api: Api, form: ReadForm) {
    spawn_local(async move {
        // A notice that stays unread is read another time; the page does not wait for it.
        // What is left in the inbox is not read here: its notices are of all rooms.
        let _: Result<IgnoredAny, ApiError> =
            api.post("notices/read", &form, &Key::fresh(), Precondition::None).await;
    });
}
