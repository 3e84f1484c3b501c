//! Who waits for a volunteer, and the way to become one.
use crate::{
    accessibility::use_modes,
    api::use_api,
    routes::Route,
    staff::posting::Posting,
    ui::{
        A, ActButton, Alarm, Back, ButtonLink, Fetched, Load, Look, PageHeading, PartHeading,
        Screen, Screens, say,
    },
    words::use_text,
};
use huiyin_domain::coaching::wire::{CoachingList, CoachingRow, VolunteerForm};
use leptos::prelude::*;

/// The list, for volunteers and the office; everybody else reads how to become one.
#[component]
pub fn ListPage() -> impl IntoView {
    let text = use_text();
    let words = &text.coaching.list;
    let api = use_api();
    let Some(me) = api.me() else {
        return view! {
            <PageHeading words=words.heading />
            <p>{words.lead}</p>
            <p>{words.sign_in}</p>
            <ButtonLink to=Route::SignIn words=text.frame.sign_in />
        }
        .into_any();
    };
    let (to, back) = match me.viewer.resident() {
        Some(_) => (Route::Mine, text.residents.mine),
        None => (Route::Desk, text.desk.heading),
    };
    let list = Fetched::new(move || async move { api.get::<CoachingList>("coaching").await });
    view! {
        <Back to words=back />
        <Load resource=list then=|list: CoachingList| view! { <Shown list /> } />
    }
    .into_any()
}

/// How many stand on one screen of the elder mode.
const ON_A_SCREEN: usize = 3;

#[component]
fn Shown(list: CoachingList) -> impl IntoView {
    let words = &use_text().coaching.list;
    let list = RwSignal::new(list);
    let path = "coaching/volunteers".to_owned();
    let posting: Posting<VolunteerForm> = Posting::new(path, move |now: CoachingList| {
        let said = if now.is_volunteer == Some(true) { words.joined } else { words.left };
        say(said.to_owned());
        list.try_set(now);
    });
    let few = if use_modes().is_elder() { ON_A_SCREEN } else { usize::MAX };
    let screens = Signal::derive(move || {
        let (waiting, running) = list.with(|list| (list.waiting.clone(), list.running.clone()));
        let mut screens = vec![Screen::new(move || view! { <Head list posting /> })];
        for (heading, rows) in [(words.running, running), (words.waiting, waiting)] {
            for (nth, rows) in rows.chunks(few).enumerate() {
                let rows = rows.to_vec();
                screens.push(Screen::new(move || {
                    view! { <Rows heading nth rows=rows.clone() /> }
                }));
            }
        }
        screens
    });
    view! { <Screens heading=words.heading screens /> }
}

/// What this is, and for residents the button that puts them on the list or takes them off it.
#[component]
fn Head(list: RwSignal<CoachingList>, posting: Posting<VolunteerForm>) -> impl IntoView {
    let words = &use_text().coaching.list;
    let (is_volunteer, is_empty) = list.with_untracked(|list| {
        (list.is_volunteer, list.waiting.is_empty() && list.running.is_empty())
    });
    let trouble = posting.trouble();
    let choose = is_volunteer.map(|is_on| {
        let (said, button, look) = match is_on {
            true => (words.is_on, words.leave, Look::Quiet),
            false => (words.join_means, words.join, Look::Main),
        };
        let press = move || posting.send(VolunteerForm { willing: !is_on });
        view! {
            <p>{said}</p>
            {move || trouble.get().map(|words| view! { <Alarm words=words /> })}
            <ActButton words=button look casts=true busy=posting.busy() on_press=press />
        }
    });
    let none = (is_empty && is_volunteer != Some(false)).then(|| view! { <p>{words.none}</p> });
    view! {
        <p>{words.lead}</p>
        {none}
        {choose}
    }
}

#[component]
fn Rows(heading: &'static str, nth: usize, rows: Vec<CoachingRow>) -> impl IntoView {
    let row = |row: CoachingRow| view! { <li><Row row /></li> };
    view! {
        <section class="stack stack--tight">
            <PartHeading words=heading nth />
            <ol class="list">{rows.into_iter().map(row).collect_view()}</ol>
        </section>
    }
}

#[component]
fn Row(row: CoachingRow) -> impl IntoView {
    let text = use_text();
    let words = &text.coaching;
    let CoachingRow { id, proposal, title, due, n_days_late, need, coach_name, .. } = row;
    let due = due.map(|due| (words.due)(&text.language.date(due), n_days_late));
    let class = if n_days_late > 0 { "ledger-late" } else { "" };
    let coach = coach_name.map(|name| (words.coach)(&name));
    view! {
        <article class="card">
            <h3>
                <A href=Route::CoachingThread(id).href() attr:class="card__link">
                    {(words.about)(proposal.0, &title)}
                </A>
            </h3>
            {need.map(|need| view! { <p class="prose">{(words.needs)(&need)}</p> })}
            {coach.map(|coach| view! { <p>{coach}</p> })}
            {due.map(|due| view! { <p class=class>{due}</p> })}
        </article>
    }
}
