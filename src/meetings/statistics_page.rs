//! Figures of all councils: first-timers first, both denominators, and who never had a chance.
use crate::{
    api::{meetings, use_api},
    routes::Route,
    ui::{
        Back, Bar, BarLook, ButtonLink, Fetched, Load, Look, Parts, PlotTable, Screen, Screens,
        bar_length,
    },
    words::use_text,
};
use huiyin_domain::{
    councils::meeting::{
        statistics::{Chances, GroupShare, SessionFigures, Shown},
        wire::StatisticsPage as Page,
    },
    feedback::figures::Share,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The figures.
#[component]
pub fn StatisticsPage() -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let page = Fetched::new(move || meetings::statistics(api));
    view! {
        <Back to=Route::Councils words=text.councils.heading />
        <Load resource=page then=|page| view! { <Figures page /> } />
    }
}

#[component]
fn Figures(page: Page) -> impl IntoView {
    let words = &use_text().meetings.figures;
    let page = Arc::new(page);
    let part = |show: fn(Arc<Page>) -> AnyView| {
        let page = page.clone();
        Screen::new(move || show(page.clone()))
    };
    let mut screens = vec![part(headline)];
    if !page.sessions.is_empty() {
        screens.push(part(sessions));
    }
    if !page.chances.is_empty() {
        screens.push(part(chances));
    }
    view! { <Screens heading=words.heading screens /> }
}

fn number(shown: Shown) -> Option<u32> {
    match shown {
        Shown::Number { n } => Some(n),
        Shown::Hidden => None,
    }
}

/// How many came for the first time, and whether it became better.
fn headline(page: Arc<Page>) -> AnyView {
    let text = use_text();
    let words = &text.meetings.figures;
    let on = (words.on)(&text.language.date(page.on));
    if page.sessions.is_empty() {
        return view! { <p>{words.none}</p> }.into_any();
    }
    view! {
        <section class="notice stack">
            <p class="feedback-standing">{(words.first_time)(page.n_first_time)}</p>
            <p>{(words.first_chance)(number(page.n_first_chance))}</p>
            <p>{(words.trend)(&page.trend)}</p>
            <p class="soft">{on}</p>
        </section>
    }
    .into_any()
}

/// Session by session, with a table behind.
fn sessions(page: Arc<Page>) -> AnyView {
    let text = use_text();
    let words = &text.meetings.figures;
    let cells = |figures: &SessionFigures| {
        let numbers = [
            figures.of_invited.part,
            figures.of_invited.whole,
            figures.of_able.part,
            figures.of_able.whole,
            figures.n_first_time,
        ];
        let day = text.language.date(figures.day);
        [day].into_iter().chain(numbers.map(|n| n.to_string())).collect()
    };
    let rows = page.sessions.iter().map(cells).collect();
    let len = page.sessions.len();
    let row = move |at: usize| view! { <Session figures=page.sessions[at].clone() /> }.into_any();
    view! {
        <section class="stack stack--tight">
            <h2>{words.sessions}</h2>
            <p class="soft">{words.hidden_means}</p>
            <Parts id="sessions" len row more=words.show_all />
            <PlotTable
                words=words.as_table columns=words.columns.to_vec() named_by=0 rows
            />
        </section>
    }
    .into_any()
}

/// One session: each part as a bar beside its whole.
#[component]
fn Session(figures: SessionFigures) -> impl IntoView {
    let text = use_text();
    let words = &text.meetings.figures;
    let title = format!("{} · {}", text.language.date(figures.day), figures.title);
    let group = |of: &GroupShare| {
        let share = of.of_able.map(|share| (share.part, share.whole));
        let said = (words.group)((text.councils.group)(of.group), share);
        view! { <li>{said}</li> }
    };
    let groups = (!figures.by_group.is_empty()).then(|| {
        view! {
            <h4>{words.by_group}</h4>
            <ul class="list">{figures.by_group.iter().map(group).collect_view()}</ul>
        }
    });
    view! {
        <article class="card">
            <h3>{title.clone()}</h3>
            <p><strong>{(words.session_first)(figures.n_first_time)}</strong></p>
            <p>{(words.first_chance)(number(figures.n_first_chance))}</p>
            <PartOfWhole said=words.of_invited share=figures.of_invited />
            <PartOfWhole said=words.of_able share=figures.of_able />
            <p>{(words.walk_ins)(figures.n_walk_ins)}</p>
            {groups}
            <ButtonLink
                to=Route::Council(figures.council) words=words.to_council about=title
                look=Look::Quiet
            />
        </article>
    }
}

/// A part beside its whole, in words and as two bars.
#[component]
fn PartOfWhole(said: fn(u32, u32) -> String, share: Share) -> impl IntoView {
    let Share { part, whole } = share;
    let length = |n: u32| bar_length(n.into(), whole.into());
    view! {
        <p class="number">{said(part, whole)}</p>
        {(0 < whole).then(|| view! { <Bar length=length(whole) look=BarLook::Outline /> })}
        {(0 < part).then(|| view! { <Bar length=length(part) look=BarLook::Filled /> })}
    }
}

/// The same, or words that it is not shown.
#[component]
fn PartOrFew(
    said: fn(u32, u32) -> String,
    share: Option<Share>,
    few: &'static str,
) -> impl IntoView {
    match share {
        Some(share) => view! { <PartOfWhole said share /> }.into_any(),
        None => view! { <p>{few}</p> }.into_any(),
    }
}

/// Who had no chance, series by series.
fn chances(page: Arc<Page>) -> AnyView {
    let words = &use_text().meetings.figures;
    let cells = |chances: &Chances| {
        let Chances { title, without, reached, .. } = chances;
        let numbers = [without, reached].into_iter().flat_map(|share| match share {
            Some(Share { part, whole }) => [part.to_string(), whole.to_string()],
            None => [words.hidden.to_owned(), words.hidden.to_owned()],
        });
        [title.to_string()].into_iter().chain(numbers).collect()
    };
    let rows = page.chances.iter().map(cells).collect();
    let line = |chances: &Chances| {
        view! {
            <li class="card">
                <h3>{chances.title.to_string()}</h3>
                <PartOrFew said=words.without share=chances.without few=words.few_without />
                <PartOrFew said=words.reached share=chances.reached few=words.few_reached />
            </li>
        }
    };
    view! {
        <section class="stack stack--tight">
            <h2>{words.chances}</h2>
            <p class="soft">{words.hidden_means}</p>
            <ol class="list">{page.chances.iter().map(line).collect_view()}</ol>
            <PlotTable
                words=words.chances_table columns=words.chance_columns.to_vec() named_by=0 rows
            />
        </section>
    }
    .into_any()
}
