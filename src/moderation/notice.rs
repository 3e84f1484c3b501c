//! What stands on the page of something of which a part is hidden, and the way to report it.
use crate::{
    api::use_api,
    routes::Route,
    ui::{ButtonLink, Look},
    words::use_text,
};
use huiyin_domain::moderation::{About, Veil, wire::PartKind};
use leptos::prelude::*;

/// What is hidden, since when and why; nothing where nothing is.
#[component]
pub fn Hidden(
    /// What is hidden.
    veils: Vec<Veil>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.moderation;
    // The cases are the community's: an archive has none, and says here what was decided.
    let has_cases = !use_api().is_archive();
    let one = move |veil: Veil| {
        let on = text.language.date(veil.on);
        let what = (words.hidden)(PartKind::of(&veil.part), &on, (words.rule)(veil.rule));
        let case = veil.case;
        let case = has_cases.then(|| {
            let see = (words.see_case)(case.0);
            view! { <ButtonLink to=Route::ModerationCase(case) words=see look=Look::Quiet /> }
        });
        view! {
            <div class="notice notice--warn stack stack--tight">
                <p>{what}</p>
                <p>{(words.office_says)(veil.words.as_str())}</p>
                {case}
            </div>
        }
    };
    veils.into_iter().map(one).collect_view()
}

/// To the form of a report; nobody takes one in an archive.
#[component]
pub fn ReportLink(
    /// About what.
    about: About,
    /// Is it one of several on the page? Then it is said after the words which.
    #[prop(optional)]
    is_of_many: bool,
) -> impl IntoView {
    let words = &use_text().moderation;
    let takes_reports = !use_api().is_archive();
    takes_reports.then(|| {
        let to = Route::Report(about);
        match is_of_many {
            true => {
                let which = (words.about)(about);
                view! { <ButtonLink to words=words.report about=which look=Look::Plain /> }
                    .into_any()
            }
            false => view! { <ButtonLink to words=words.report look=Look::Quiet /> }.into_any(),
        }
    })
}
