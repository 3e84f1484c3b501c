//! The plan that was found: its times, how good it is, for whom each is the only chance.
use super::standing::{marks_of_day, when_and_where};
use crate::{
    routes::Route,
    ui::{ButtonLink, Look},
    words::use_text,
};
use huiyin_domain::{
    councils::series::{
        Asked,
        wire::{GroupSeats, Planned, SeriesPage},
    },
    ids::SlotId,
};
use leptos::prelude::*;

/// The plan that was found.
#[component]
pub(super) fn Found(
    /// The plan.
    found: Planned,
    /// The series.
    page: RwSignal<SeriesPage>,
) -> impl IntoView {
    let words = &use_text().councils_desk.plan;
    let worth = (words.worth)(found.worth).into_iter();
    let worth = worth.map(|said| view! { <p>{said}</p> }).collect_view();
    let proof = match found.bound <= found.worth {
        true => words.proven.to_owned(),
        false => (words.within)(found.worth, found.bound),
    };
    let groups = found.groups.clone();
    view! {
        <section class="stack">
            <h2>{words.times}</h2>
            <Times found page />
            {worth}
            <p><strong>{proof}</strong></p>
            <Groups groups />
        </section>
    }
}

/// The times that are not in the plan, each with the way to what it would change for whom.
#[component]
pub(super) fn NotAmong(
    /// Those that are.
    slots: Vec<SlotId>,
    /// The series.
    page: RwSignal<SeriesPage>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.councils_desk.plan;
    let others: Vec<_> = page.with_untracked(|page| {
        let link = |asked: &Asked| {
            let to = Route::SeriesWhy(page.series.id, asked.slot.id);
            let at = text.language.hours(asked.slot.hours);
            let said = (text.councils.show.why_not)(&format!("{at} · {}", asked.slot.room.name));
            view! { <li><ButtonLink to words=said look=Look::Quiet /></li> }
        };
        let offered = page.series.offered().into_iter();
        offered.filter(|asked| !slots.contains(&asked.slot.id)).map(link).collect()
    });
    (!others.is_empty()).then(|| {
        view! {
            <section class="stack">
                <h2>{words.not_among}</h2>
                <p>{words.not_among_means}</p>
                <ul class="list">{others}</ul>
            </section>
        }
    })
}

#[component]
fn Times(found: Planned, page: RwSignal<SeriesPage>) -> impl IntoView {
    let text = use_text();
    let words = &text.councils_desk;
    let time = |id: &SlotId| {
        let only = found.only_chance.get(id).cloned().unwrap_or_default();
        page.with_untracked(|page| {
            page.series.slot(*id).map(|asked| {
                let (when, place) = when_and_where(text, asked);
                let special = marks_of_day(text, page, asked).into_iter();
                let special = special.map(|mark| view! { <p>{mark}</p> }).collect_view();
                view! {
                    <li class="card">
                        <h3>{when}</h3>
                        <p class="soft">{(words.kind)(asked.kind)}</p>
                        <p>{place}</p>
                        <p>{(words.plan.only_chance)(&only)}</p>
                        {special}
                    </li>
                }
            })
        })
    };
    view! { <ol class="list">{found.slots.iter().map(time).collect_view()}</ol> }
}

#[component]
fn Groups(groups: Vec<GroupSeats>) -> impl IntoView {
    let words = &use_text().councils_desk.plan;
    let line = |group: &GroupSeats| {
        let seated = group.seated.filter(|_| group.is_counted);
        view! { <li>{(words.group)(group.group, seated, group.n)}</li> }
    };
    (!groups.is_empty()).then(|| {
        view! {
            <h2>{words.groups}</h2>
            <ul class="list">{groups.iter().map(line).collect_view()}</ul>
        }
    })
}
