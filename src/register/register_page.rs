//! The register in numbers, building by building, and the ways to work on it.
use crate::{
    api::{ApiError, use_api},
    browser::files,
    desk::desk_page::ForStaff,
    routes::Route,
    ui::{ActButton, Alarm, Back, ButtonLink, Fetched, Load, Look, Parts, Screen, Screens},
    words::use_text,
};
use huiyin_domain::{
    csv,
    register::wire::{BuildingRow, RegisterPage as Page},
};
use leptos::prelude::*;
use std::sync::Arc;

/// Under which name the register is kept as a file.
const FILE: &str = "register.csv";

/// The register.
#[component]
pub fn RegisterPage() -> impl IntoView {
    view! { <ForStaff then=|| view! { <Loaded /> } /> }
}

#[component]
fn Loaded() -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let page = Fetched::new(move || async move { api.get::<Page>("register").await });
    view! {
        <Back to=Route::Desk words=text.desk.heading />
        <Load resource=page then=|page| view! { <Shown page /> } />
    }
}

#[component]
fn Shown(page: Page) -> impl IntoView {
    let words = &use_text().register.page;
    let page = Arc::new(page);
    let numbers = page.clone();
    let first = Screen::new(move || view! { <Numbers page=numbers.clone() /> });
    let ways = Screen::new(|| view! { <Ways /> });
    let mut screens = vec![first, ways];
    if !page.buildings.is_empty() {
        screens.push(Screen::new(move || view! { <Buildings page=page.clone() /> }));
    }
    view! { <Screens heading=words.heading screens /> }
}

#[component]
fn Numbers(page: Arc<Page>) -> impl IntoView {
    let text = use_text();
    let words = &text.register.page;
    let import = match page.last_import {
        Some(at) => (words.imported)(&text.language.day(at)),
        None => words.never_imported.to_owned(),
    };
    let strays = (page.n_without_building > 0)
        .then(|| view! { <p>{(words.without_building)(page.n_without_building)}</p> });
    view! {
        <section class="notice stack stack--tight">
            <p>{(words.residents)(page.n_residents, page.n_households)}</p>
            <p>{(words.silent)(page.n_silent)}</p>
            {strays}
            <p class="soft">{import}</p>
        </section>
        <ButtonLink to=Route::DeskImport words=words.import />
        <ButtonLink to=Route::DeskLetters words=words.letters />
    }
}

#[component]
fn Ways() -> impl IntoView {
    let text = use_text();
    let words = &text.register.page;
    let api = use_api();
    let error = RwSignal::new(None::<ApiError>);
    let save = Action::new_local(move |(): &()| async move {
        error.set(None);
        match api.get_text("register.csv").await {
            Ok(table) => {
                // A browser that keeps no files shows nothing for it.
                // The mark is lost on the way here, and Excel needs it.
                let table = table.trim_start_matches(csv::MARK);
                let _ = files::save_text(FILE, &format!("{}{table}", csv::MARK));
            }
            Err(problem) => {
                error.try_set(Some(problem));
            }
        }
    });
    view! {
        <ButtonLink to=Route::DeskSilent words=words.see_silent look=Look::Quiet />
        <ButtonLink
            to=Route::DeskStatistics words=text.register.statistics.heading look=Look::Quiet
        />
        {move || error.get().map(|error| view! { <Alarm words=text.problems.error(&error) /> })}
        <ActButton
            words=words.save look=Look::Quiet busy=save.pending()
            on_press=move || { save.dispatch_local(()); }
        />
    }
}

#[component]
fn Buildings(page: Arc<Page>) -> impl IntoView {
    let words = &use_text().register.page;
    let len = page.buildings.len();
    let row = move |at: usize| {
        let BuildingRow { building, n_residents, n_households, n_silent } =
            page.buildings[at].clone();
        view! {
            <h3>{building}</h3>
            <p>{(words.residents)(n_residents, n_households)}</p>
            <p>{(words.silent)(n_silent)}</p>
        }
        .into_any()
    };
    view! {
        <section class="stack stack--tight">
            <h2>{words.buildings}</h2>
            <Parts id="buildings" len row more=words.show_all />
        </section>
    }
}
