//! One objection with its answer, as everybody sees it.
use crate::{
    moderation::notice::{Hidden, ReportLink},
    words::use_text,
};
use huiyin_domain::{
    moderation::About,
    objections::{Answer, Change, wire::ObjectionView},
};
use leptos::prelude::*;

/// What was said, by when it is answered, and what was answered.
#[component]
pub(super) fn ObjectionCard(
    /// The objection.
    view: ObjectionView,
) -> impl IntoView {
    let text = use_text();
    let words = &text.objections;
    let title = view.proposal.as_ref().map(|proposal| proposal.title.as_str());
    let heading = (words.against)(view.against, title);
    let due = view.answer.is_none().then(|| (words.due)(&text.language.date(view.due)));
    let late = (0 < view.days_late).then(|| (words.late)(view.days_late));
    let is_mine = view.is_mine;
    let about = About::Objection(view.id);
    // What is hidden is told by the notice, once.
    let said = view.veils.is_empty().then(|| view! { <p>{view.said}</p> });
    let can_report = !is_mine && said.is_some();
    let report = can_report.then(|| view! { <ReportLink about is_of_many=true /> });
    view! {
        <article class="card stack stack--tight">
            <h2>{heading}</h2>
            <p>{text.language.long_day(view.sent_at)}</p>
            {is_mine.then(|| view! { <p>{words.mine}</p> })}
            <Hidden veils=view.veils />
            {said}
            {due.map(|due| view! { <p>{due}</p> })}
            {late.map(|late| view! { <p class="notice notice--warn">{late}</p> })}
            {view.answer.map(|answer| view! { <Answered answer /> })}
            {report}
        </article>
    }
}

#[component]
fn Answered(answer: Answer) -> impl IntoView {
    let text = use_text();
    let words = &text.objections;
    let verdict = if answer.change.is_some() { words.upheld } else { words.not_upheld };
    let change = match answer.change {
        Some(Change::TakenOff) => Some(words.taken_off.to_owned()),
        Some(Change::PutOn { cost }) => Some((words.put_on)(&text.language.money(cost, "CNY"))),
        Some(Change::AsSaid) | None => None,
    };
    view! {
        <p><strong>{verdict}</strong></p>
        {change.map(|change| view! { <p>{change}</p> })}
        <p>{answer.words.to_string()}</p>
        <p>{text.language.long_day(answer.at)}</p>
    }
}
