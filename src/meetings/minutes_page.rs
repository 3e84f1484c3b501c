//! The minutes of a council: who came, what was said with its numbers, and what was resolved.
use super::{agenda::Items, offers::WordOffers};
use crate::{
    routes::Route,
    ui::{A, PartHeading, Screen, Screens},
    words::use_text,
};
use huiyin_domain::councils::meeting::{
    Report, Resolution, Standing, Voiced,
    minutes::Minutes,
    statistics::{GroupCount, Shown},
    wire::CouncilPage,
};
use leptos::prelude::*;
use std::sync::Arc;

/// Lines of opinions on one screen of the elder mode.
const ON_A_SCREEN: usize = 4;

/// Can its minutes be read?
pub fn has_minutes(page: &CouncilPage) -> bool {
    page.minutes.is_some()
}

/// The minutes, or that they are not public yet.
#[component]
pub fn MinutesPart(
    /// The council.
    page: RwSignal<CouncilPage>,
) -> impl IntoView {
    let words = &use_text().meetings.minutes;
    let minutes = page.with_untracked(|page| page.minutes.clone().map(Arc::new));
    let Some(minutes) = minutes else {
        let not_yet = Screen::new(|| view! { <p>{use_text().meetings.minutes.not_yet}</p> });
        return view! { <Screens heading=words.heading screens=vec![not_yet] /> };
    };
    let title = page.with_untracked(|page| page.title.to_string());
    let part = |show: fn(&Minutes) -> AnyView| {
        let minutes = minutes.clone();
        Screen::new(move || show(&minutes))
    };
    let mut screens = vec![part(said)];
    if !minutes.by_group.is_empty() {
        screens.push(part(who));
    }
    screens.extend(opinions(&minutes));
    let resolutions = minutes.resolutions.clone();
    screens.push(Screen::new(move || {
        let resolutions = resolutions.clone();
        view! {
            <div class="stack">
                <Resolutions resolutions />
                <WordOffers page />
            </div>
        }
    }));
    screens.push(part(talked));
    view! { <Screens heading=format!("{} · {title}", words.heading) screens /> }
}

/// What the office wrote, and how it sat.
fn said(minutes: &Minutes) -> AnyView {
    let text = use_text();
    let words = &text.meetings.minutes;
    let day = text.language.long_day(minutes.published_at);
    view! {
        <section class="stack stack--tight">
            <p><strong>{(words.outcome)(&minutes.sitting.outcome)}</strong></p>
            <p>{(words.came)(minutes.n_in_room, minutes.n_online, minutes.quorum)}</p>
            <p class="soft">{(words.published)(&day)}</p>
            <h2>{words.summary}</h2>
            <p class="prose">{minutes.summary.to_string()}</p>
        </section>
    }
    .into_any()
}

/// Who came, by group; nothing where groups would betray somebody.
fn who(minutes: &Minutes) -> AnyView {
    let text = use_text();
    let words = &text.meetings.minutes;
    let line = |count: &GroupCount| {
        let n = match count.came {
            Shown::Number { n } => Some(n),
            Shown::Hidden => None,
        };
        view! { <li>{(words.group)((text.councils.group)(count.group), n)}</li> }
    };
    let groups = minutes.by_group.iter().map(line).collect_view();
    view! {
        <section class="stack stack--tight">
            <h2>{words.by_group}</h2>
            <p>{text.meetings.figures.hidden_means}</p>
            <ul class="list">{groups}</ul>
        </section>
    }
    .into_any()
}

/// What it talked about.
fn talked(minutes: &Minutes) -> AnyView {
    let words = &use_text().meetings.show;
    view! {
        <section class="stack stack--tight">
            <h2>{words.agenda}</h2>
            <Items items=minutes.agenda.clone() />
        </section>
    }
    .into_any()
}

/// What was said, a few on a screen.
fn opinions(minutes: &Arc<Minutes>) -> Vec<Screen> {
    let n_screens = minutes.opinions.len().div_ceil(ON_A_SCREEN).max(1);
    let screen = |nth: usize| {
        let minutes = minutes.clone();
        Screen::new(move || {
            let opinions = minutes.opinions.iter().skip(nth * ON_A_SCREEN).take(ON_A_SCREEN);
            let voiced: Vec<_> = opinions.cloned().collect();
            view! { <Opinions voiced nth /> }
        })
    };
    (0..n_screens).map(screen).collect()
}

#[component]
fn Opinions(voiced: Vec<Voiced>, nth: usize) -> impl IntoView {
    let words = &use_text().meetings.minutes;
    let about = if voiced.is_empty() { words.no_opinions } else { words.opinions_mean };
    let line = |voiced: Voiced| {
        let to = Route::Feedback(voiced.submission).href();
        let look = (words.to_opinion)(voiced.submission.0);
        view! {
            <li class="card">
                <p class="prose">{voiced.words.to_string()}</p>
                <A href=to attr:class="card__link">{look}</A>
            </li>
        }
    };
    view! {
        <section class="stack stack--tight">
            <PartHeading words=words.opinions nth />
            {(nth == 0).then(|| view! { <p>{about}</p> })}
            <ul class="list">{voiced.into_iter().map(line).collect_view()}</ul>
        </section>
    }
}

/// Resolutions with their hands, and what has become of each.
#[component]
pub fn Resolutions(
    /// What was voted on.
    resolutions: Vec<Resolution>,
) -> impl IntoView {
    let words = &use_text().meetings.minutes;
    let is_empty = resolutions.is_empty();
    let cards = resolutions.into_iter().map(|one| view! { <li><One one /></li> });
    view! {
        <section class="stack stack--tight">
            <h2>{words.resolutions}</h2>
            {is_empty.then(|| view! { <p>{words.no_resolutions}</p> })}
            <ol class="list">{cards.collect_view()}</ol>
        </section>
    }
}

#[component]
fn One(one: Resolution) -> impl IntoView {
    let text = use_text();
    let words = &text.meetings.minutes;
    let steps = one.steps.iter().map(|step| {
        let day = text.language.long_day(step.at);
        view! { <li class="prose">{(words.step)(&day, step.words.as_str())}</li> }
    });
    let steps = steps.collect_view();
    let later = match one.standing {
        Standing::CarriedOver { into } => {
            let to = Route::Council(into).href();
            Some(view! { <A href=to attr:class="card__link">{words.to_later}</A> })
        }
        Standing::NotCarried
        | Standing::Open
        | Standing::ReportedDone { .. }
        | Standing::Confirmed { .. }
        | Standing::Disputed { .. }
        | Standing::Unconfirmed { .. } => None,
    };
    let said = one.reports.iter().map(|report| view! { <SaidOf report=report.clone() /> });
    let said = said.collect_view();
    let stands = (text.meetings.resolved)(&one.standing);
    view! {
        <article class="card">
            <h3>{(words.resolution)(one.number)}</h3>
            <p class="prose">{one.words.to_string()}</p>
            <p><strong>{(text.meetings.votes)(one.votes)}</strong></p>
            <p>{(words.present)(one.n_present)}</p>
            <p>{stands}</p>
            {later}
            <ol class="list">{steps}</ol>
            {said}
        </article>
    }
}

/// What residents say of a report that it is done: how many, and what is missing, without names.
#[component]
fn SaidOf(report: Report) -> impl IntoView {
    let text = use_text();
    let words = &text.meetings.minutes;
    let n_not_done = report.n_not_done();
    let is_silent = report.n_done == 0 && n_not_done == 0;
    let missing = report.not_done.iter().map(|it| {
        let day = text.language.long_day(it.at);
        view! { <li class="prose">{(words.missing)(&day, it.words.as_str())}</li> }
    });
    let missing = missing.collect_view();
    (!is_silent).then(|| {
        view! {
            <p>{(words.said)(report.n_done, n_not_done)}</p>
            <ul class="list">{missing}</ul>
        }
    })
}
