//! One act on a series: its form, what came of it, and below it where the series stands.
use super::{
    act::Act,
    doing::Doing,
    forms::{Describe, End, Extend, Open, Withdraw},
    needs_form::NeedsForm,
    plan_form::PlanForm,
    rule_form::RuleForm,
    slot_form::SlotForm,
    standing::{Standing, Times},
    topics_form::TopicsForm,
};
use crate::{
    api::{councils_desk, use_api},
    desk::desk_page::ForStaff,
    routes::Route,
    ui::{
        Acts, Back, ButtonLink, Fetched, Load, Look, NotFoundPage, Outcome, OutcomeNotice, Screen,
        Screens,
    },
    words::{Text, use_text},
};
use huiyin_domain::{
    councils::series::{Command, wire::SeriesPage},
    ids::SeriesId,
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use serde::Deserialize;

/// One act; an address that names none is not found.
#[component]
pub fn ActPage() -> impl IntoView {
    let params = use_params_map();
    let asked = Memo::new(move |_| {
        let params = params.read();
        let id: SeriesId = params.get("id")?.parse().ok()?;
        Some((id, Act::parse(&params.get("act")?)?))
    });
    move || match asked.get() {
        Some((id, act)) => {
            view! { <ForStaff then=move || view! { <Loaded id act /> } /> }.into_any()
        }
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: SeriesId, act: Act) -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || async move { api.series(id).await });
    view! {
        <Back to=Route::DeskSeries(id) words=use_text().councils_desk.to_series />
        <Load resource=page then=move |page| view! { <Shown page act /> } />
    }
}

fn done(text: &Text, command: &Command) -> String {
    (text.councils_desk.done)(Act::that_sends(command)).to_owned()
}

/// How far the act has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    /// It can be done.
    Open,
    /// It was done just now.
    Done,
    /// It cannot be done, or not any more.
    Closed,
}

#[component]
fn Shown(page: SeriesPage, act: Act) -> impl IntoView {
    let words = &use_text().councils_desk;
    let id = page.series.id;
    let page = RwSignal::new(page);
    let acts = Acts::new(councils_desk::path(id), page, done);
    let doing = Doing::new(act, page, acts, id);
    let stands = Memo::new(move |_| match acts.outcome.get() {
        Some(Outcome::Done(_)) => Stands::Done,
        Some(Outcome::Refused(_) | Outcome::Failed(_) | Outcome::Later(_)) | None => {
            let is_offered = page.with(|page| Act::offered(&page.offers).contains(&act));
            if is_offered { Stands::Open } else { Stands::Closed }
        }
    });
    Effect::new(move || {
        if stands.get() == Stands::Done {
            doing.forget();
        }
    });
    let form = Screen::new(move || {
        move || match stands.get() {
            Stands::Open => view! { <Form doing /> }.into_any(),
            Stands::Done => view! {
                <OutcomeNotice outcome=acts.outcome />
                <Onward id />
            }
            .into_any(),
            Stands::Closed => view! { <NotNow doing /> }.into_any(),
        }
    });
    let about = Screen::new(move || view! { <About page /> });
    view! { <Screens heading=(words.heading)(act) screens=vec![form, about] /> }
}

#[component]
fn Form(doing: Doing) -> impl IntoView {
    match doing.act {
        Act::Describe => view! { <Describe doing /> }.into_any(),
        Act::Topics => view! { <TopicsForm doing /> }.into_any(),
        Act::Needs => view! { <NeedsForm doing /> }.into_any(),
        Act::Slots => view! { <RuleForm doing /> }.into_any(),
        Act::Slot => view! { <SlotForm doing /> }.into_any(),
        Act::Withdraw => view! { <Withdraw doing /> }.into_any(),
        Act::Open => view! { <Open doing /> }.into_any(),
        Act::Extend => view! { <Extend doing /> }.into_any(),
        Act::Plan => view! { <PlanForm doing /> }.into_any(),
        Act::Close | Act::Cancel => view! { <End doing /> }.into_any(),
    }
}

/// The series that is decided about.
#[component]
fn About(page: RwSignal<SeriesPage>) -> impl IntoView {
    let title = move || page.with(|page| page.series.title.to_string());
    view! {
        <section class="stack">
            <h2>{title}</h2>
            <Standing page />
        </section>
        <Times page />
    }
}

/// Where to go on.
#[component]
fn Onward(id: SeriesId) -> impl IntoView {
    let words = &use_text().councils_desk;
    view! {
        <section class="stack">
            <ButtonLink to=Route::DeskSeries(id) words=words.to_series />
            <ButtonLink to=Route::DeskSeriesAll words=words.list.see look=Look::Quiet />
        </section>
    }
}

/// The words of any form that was kept.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Written {
    title: String,
    about: String,
    reason: String,
    why_in_working_hours: String,
}

/// The act is not possible, or not any more; nothing that was written is lost.
#[component]
fn NotNow(doing: Doing) -> impl IntoView {
    let words = &use_text().councils_desk;
    let written: Written = doing.kept().unwrap_or_default();
    let Written { title, about, reason, why_in_working_hours } = written;
    let written = [title, about, reason, why_in_working_hours].into_iter();
    let written = written.filter(|said| !said.trim().is_empty());
    let written: Vec<_> = written.map(|said| view! { <p class="prose">{said}</p> }).collect();
    let written = (!written.is_empty()).then(|| view! { <h2>{words.typed}</h2> {written} });
    view! {
        <section class="stack">
            <OutcomeNotice outcome=doing.acts.outcome />
            <p class="notice notice--warn">{words.not_now}</p>
            {written}
        </section>
        <Onward id=doing.id() />
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use huiyin_domain::councils::series;

    #[test]
    fn the_words_of_a_form_are_found_again_whichever_form_it_was() {
        let form = series::SlotForm {
            why_in_working_hours: "The room is free only then.".to_owned(),
            ..series::SlotForm::default()
        };
        let kept = serde_json::to_string(&form).unwrap();
        let written: Written = serde_json::from_str(&kept).unwrap();
        assert_eq!(written.why_in_working_hours, form.why_in_working_hours);
        assert_eq!(written.reason, "");
    }
}
