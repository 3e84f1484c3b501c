//! What stands on the page of something of which a part is hidden, and the way to report it.
use crate::{
    routes::Route,
    ui::{ButtonLink, Look},
    words::use_text,
};
use huiyin_domain::{
    ids::SubmissionId,
    moderation::{Veil, wire::PartKind},
};
use leptos::prelude::*;

/// What is hidden, since when and why; nothing where nothing is.
#[component]
pub fn Hidden(
    /// What is hidden.
    veils: Vec<Veil>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.moderation;
    let one = move |veil: Veil| {
        let on = text.language.date(veil.on);
        let what = (words.hidden)(PartKind::of(&veil.part), &on, (words.rule)(veil.rule));
        view! {
            <div class="notice notice--warn stack stack--tight">
                <p>{what}</p>
                <p>{(words.office_says)(veil.words.as_str())}</p>
                <ButtonLink
                    to=Route::ModerationCase(veil.case) words=(words.see_case)(veil.case.0)
                    look=Look::Quiet
                />
            </div>
        }
    };
    veils.into_iter().map(one).collect_view()
}

/// To the form of a report.
#[component]
pub fn ReportLink(
    /// About what.
    submission: SubmissionId,
) -> impl IntoView {
    let words = &use_text().moderation;
    view! { <ButtonLink to=Route::Report(submission) words=words.report look=Look::Quiet /> }
}
