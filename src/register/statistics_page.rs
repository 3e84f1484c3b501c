//! Who takes part, by building and by way in, and who was heard least.
use crate::{
    api::use_api,
    desk::desk_page::ForStaff,
    routes::Route,
    ui::{
        Back, Bar, BarLook, ButtonLink, Fetched, Load, Parts, PlotTable, Screen, Screens,
        bar_length,
    },
    words::use_text,
};
use huiyin_domain::{
    feedback::figures::Share,
    register::statistics::{Deed, PlaceFigures, StatisticsPage as Page},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The statistics.
#[component]
pub fn StatisticsPage() -> impl IntoView {
    view! { <ForStaff then=|| view! { <Loaded /> } /> }
}

#[component]
fn Loaded() -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let page = Fetched::new(move || async move { api.get::<Page>("statistics").await });
    view! {
        <Back to=Route::Desk words=text.desk.heading />
        <Load resource=page then=|page| view! { <Figures page /> } />
    }
}

#[component]
fn Figures(page: Page) -> impl IntoView {
    let words = &use_text().register.statistics;
    let page = Arc::new(page);
    let part = |show: fn(Arc<Page>) -> AnyView| {
        let page = page.clone();
        Screen::new(move || show(page.clone()))
    };
    let mut screens = vec![part(least_heard), part(everybody)];
    if !page.places.is_empty() {
        screens.push(part(places));
    }
    screens.push(part(channels));
    view! { <Screens heading=words.heading screens /> }
}

/// Who was not heard: the question this page is for.
fn least_heard(page: Arc<Page>) -> AnyView {
    let text = use_text();
    let words = &text.register.statistics;
    let line = |place: &PlaceFigures| {
        let name = (words.place)(&place.place);
        let share = place.shares.first().copied().flatten();
        let said = (words.heard_of)(&name, share.map(|share| (share.part, share.whole)));
        view! { <li>{said}</li> }
    };
    let least = match page.least_heard.is_empty() {
        true => view! { <p>{words.too_few}</p> }.into_any(),
        false => view! {
            <ol class="list">{page.least_heard.iter().map(line).collect_view()}</ol>
        }
        .into_any(),
    };
    view! {
        <section class="notice stack stack--tight">
            <h2>{words.least_heard}</h2>
            {least}
            <p class="soft">{(words.on)(&text.language.date(page.on))}</p>
        </section>
        <ButtonLink to=Route::DeskUnheard words=words.see_unheard />
    }
    .into_any()
}

fn everybody(page: Arc<Page>) -> AnyView {
    let words = &use_text().register.statistics;
    view! {
        <section class="stack stack--tight">
            <h2>{(words.everybody)(page.n_residents)}</h2>
            <p class="soft">{words.hidden_means}</p>
            <Deeds shares=page.shares.clone() />
        </section>
    }
    .into_any()
}

/// Each deed as words and as a bar.
#[component]
fn Deeds(shares: Vec<Option<Share>>) -> impl IntoView {
    let words = &use_text().register.statistics;
    let line = |(deed, share): (Deed, Option<Share>)| {
        let said = (words.deed)(deed, share.map(|share| (share.part, share.whole)));
        let bar = share.filter(|share| share.part > 0).map(|share| {
            let length = bar_length(share.part.into(), share.whole.into());
            view! { <Bar length look=BarLook::Filled /> }
        });
        view! { <li><p class="number">{said}</p>{bar}</li> }
    };
    view! { <ul class="list">{Deed::ALL.into_iter().zip(shares).map(line).collect_view()}</ul> }
}

fn places(page: Arc<Page>) -> AnyView {
    let words = &use_text().register.statistics;
    let cells = |place: &PlaceFigures| {
        let name = (words.place)(&place.place);
        let cell = |share: &Option<Share>| match share {
            Some(share) => share.part.to_string(),
            None => words.hidden.to_owned(),
        };
        let cells = place.shares.iter().map(cell);
        [name, place.n_residents.to_string()].into_iter().chain(cells).collect()
    };
    let rows = page.places.iter().map(cells).collect();
    let columns: Vec<_> =
        words.columns.into_iter().chain(Deed::ALL.map(|deed| (words.deed_word)(deed))).collect();
    let len = page.places.len();
    let row = move |at: usize| {
        let place = page.places[at].clone();
        view! {
            <h3>{(words.place)(&place.place)}</h3>
            <p>{(words.live_here)(place.n_residents)}</p>
            <Deeds shares=place.shares />
        }
        .into_any()
    };
    view! {
        <section class="stack stack--tight">
            <h2>{words.by_building}</h2>
            <Parts id="places" len row more=words.show_all />
            <PlotTable words=words.as_table columns named_by=0 rows />
        </section>
    }
    .into_any()
}

fn channels(page: Arc<Page>) -> AnyView {
    let words = &use_text().register.statistics;
    let lines = page.channels.iter().map(|it| {
        let share = it.share.map(|share| (share.part, share.whole));
        view! { <li>{(words.channel)(it.channel, share)}</li> }
    });
    view! {
        <section class="stack stack--tight">
            <h2>{words.by_channel}</h2>
            <p class="soft">{words.channel_means}</p>
            <ul class="list">{lines.collect_view()}</ul>
        </section>
    }
    .into_any()
}
