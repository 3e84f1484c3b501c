//! The public ledger: figures, one by one, plots, and everything to be taken home.
use super::{
    card::Card,
    downloads::Downloads,
    figures::Figures,
    filter,
    filter_form::{ChosenNow, FilterForm},
    find::Find,
    plots::{ByDepartment, ByMonth, ByPlace, ByTheme},
};
use crate::{
    accessibility::use_modes,
    api::use_api,
    routes::Route,
    ui::{Back, Fetched, Load, Screen, Screens},
    words::use_text,
};
use huiyin_domain::feedback::wire::{LedgerFilter, LedgerPage as Page, Names, SubmissionCard};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The ledger; public, and its selection stands in the address.
#[component]
pub fn LedgerPage() -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        let query = query.read();
        (filter::read(|name| query.get(name)), query.get("after"))
    });
    let page = Fetched::new(move || {
        let (chosen, after) = asked.get();
        let path = format!("ledger{}", filter::query(&chosen, after.as_deref()));
        async move { api.get::<Page>(&path).await.map(|page| (page, chosen, after)) }
    });
    view! {
        <Back to=Route::Home words=text.frame.go_home />
        <Load resource=page then=|(page, chosen, after)| view! { <Shown page chosen after /> } />
    }
}

/// How many stand on one screen of the elder mode.
const ON_A_SCREEN: usize = 3;

#[component]
fn Shown(page: Page, chosen: LedgerFilter, after: Option<String>) -> impl IntoView {
    let words = &use_text().ledger;
    let names = StoredValue::new(page.names.clone());
    let is_empty = page.items.is_empty();
    let is_all = chosen == LedgerFilter::default();
    let shown = StoredValue::new((page, chosen, after));
    let mut screens = vec![Screen::new(move || {
        let (page, chosen, _) = shown.get_value();
        view! {
            <p>{words.lead}</p>
            <ChosenNow chosen names />
            <Figures on=page.on counts=page.counts rates=page.rates />
        }
    })];
    if is_empty {
        let nothing = if is_all { words.nothing } else { words.nothing_here };
        screens.push(Screen::new(move || view! { <p>{nothing}</p> }));
    } else {
        screens.extend(cards(shown, names));
    }
    let filter_form = Screen::new(move || {
        let (page, chosen, _) = shown.get_value();
        view! { <FilterForm page chosen /> }
    });
    screens.extend([filter_form, Screen::new(|| view! { <Find /> })]);
    if !is_empty {
        screens.extend(plots(shown));
    }
    screens.push(Screen::new(move || {
        let (_, chosen, after) = shown.get_value();
        view! { <Downloads chosen after /> }
    }));
    view! { <Screens heading=words.heading screens /> }
}

type Stored = StoredValue<(Page, LedgerFilter, Option<String>)>;

/// The cards, a few a screen in the elder mode; with the last of them the links to the others.
fn cards(shown: Stored, names: StoredValue<Names>) -> Vec<Screen> {
    let items = shown.with_value(|(page, ..)| page.items.clone());
    let few = if use_modes().is_elder() { ON_A_SCREEN } else { items.len() };
    let n_screens = items.len().div_ceil(few.max(1));
    let screen = |(at, few): (usize, &[SubmissionCard])| {
        let few = few.to_vec();
        Screen::new(move || {
            view! {
                <List cards=few.clone() names />
                {(at + 1 == n_screens).then(|| view! { <Turn shown /> })}
            }
        })
    };
    items.chunks(few.max(1)).enumerate().map(screen).collect()
}

#[component]
fn List(cards: Vec<SubmissionCard>, names: StoredValue<Names>) -> impl IntoView {
    let card = |card: SubmissionCard| view! { <li><Card card names /></li> };
    view! {
        <section class="stack stack--tight">
            <h2>{use_text().ledger.list}</h2>
            <ul class="list">{cards.into_iter().map(card).collect_view()}</ul>
        </section>
    }
}

/// To the next cards, and back to the newest.
#[component]
fn Turn(shown: Stored) -> impl IntoView {
    let words = &use_text().ledger;
    let (chosen, next, is_first) = shown
        .with_value(|(page, chosen, after)| (chosen.clone(), page.next.clone(), after.is_none()));
    let link = |after: Option<&str>, words: &'static str| {
        let href = filter::href(&chosen, after);
        view! { <a class="button button--quiet" href=href>{words}</a> }
    };
    view! {
        {next.as_deref().map(|after| link(Some(after), words.next))}
        {(!is_first).then(|| link(None, words.newest))}
    }
}

/// The plots, each on its own screen. Of what was taken back there are none: only that is said.
fn plots(shown: Stored) -> Vec<Screen> {
    let parts = move || shown.with_value(|(page, chosen, _)| (page.clone(), chosen.clone()));
    // Whatever is counted has a month, and stands in every plot.
    if shown.with_value(|(page, ..)| page.by_month.is_empty()) {
        let nothing = use_text().ledger.plots.nothing;
        return vec![Screen::new(move || view! { <p>{nothing}</p> })];
    }
    vec![
        Screen::new(move || {
            let (page, chosen) = parts();
            view! { <ByMonth page chosen /> }
        }),
        Screen::new(move || {
            let (page, chosen) = parts();
            view! { <ByDepartment page chosen /> }
        }),
        Screen::new(move || {
            let (page, chosen) = parts();
            view! { <ByTheme page chosen /> }
        }),
        Screen::new(move || {
            let (page, chosen) = parts();
            view! { <ByPlace page chosen /> }
        }),
    ]
}
