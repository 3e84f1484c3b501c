//! One batch of letters: making them, printing each on its own sheet, and who is in it.
use super::{batch_people::BatchPeople, making::Making};
use crate::{
    api::use_api,
    browser::document,
    desk::{desk_page::ForStaff, letter_sheet::LetterSheet},
    routes::Route,
    ui::{ActButton, Alarm, Back, Fetched, Load, Look, NotFoundPage, PageHeading, use_number},
    words::use_text,
};
use huiyin_domain::{
    communities::Community,
    ids::LetterBatchId,
    register::letters::{Addressee, BatchPage as Page, MadeLetter},
    residents::wire::{FoundResident, ResidentPage},
};
use leptos::prelude::*;

/// The batch in the address.
#[component]
pub fn BatchPage() -> impl IntoView {
    let id = use_number::<LetterBatchId>("batch");
    move || match id.get() {
        Some(id) => view! { <ForStaff then=move || view! { <Loaded id /> } /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: LetterBatchId) -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let page = Fetched::new(move || async move { api.get::<Page>(&format!("letters/{id}")).await });
    view! {
        <Back to=Route::DeskLetters words=text.register.letters.heading />
        <Load resource=page then=|page| view! { <Shown page /> } />
    }
}

#[component]
fn Shown(page: Page) -> impl IntoView {
    let text = use_text();
    let words = &text.register.letters;
    let batch = page.batch;
    let making = Making::new(batch.id, page.people);
    let by = batch.by.unwrap_or_else(|| words.by_nobody.to_owned());
    let begun = (words.begun)(&text.language.moment(batch.at), &by);
    let progress = move || {
        let (n_made, n_letters) = making.progress();
        (words.progress)(n_made, n_letters)
    };
    view! {
        <div class="no-print stack">
            <PageHeading words=(words.batch)(batch.id) />
            <p>{begun}</p>
            <p>{(words.in_buildings)(&batch.buildings)}</p>
            <p class="notice">{progress}</p>
            {move || making.error.get().map(|error| view! {
                <Alarm words=text.problems.error(&error) />
            })}
            <Make making />
        </div>
        <Sheets making community=page.community />
        <BatchPeople people=making.people />
    }
}

/// The button that makes what is not made, and the one that prints what was made here.
#[component]
fn Make(making: Making) -> impl IntoView {
    let words = &use_text().register.letters;
    let busy = making.busy();
    let n_left = move || {
        let (n_made, n_letters) = making.progress();
        n_letters - n_made
    };
    let has_sheets = move || making.letters.with(|letters| !letters.is_empty());
    let make = move || {
        (n_left() > 0).then(|| {
            view! {
                <p>{words.make_means}</p>
                <ActButton
                    casts=true words=(words.make)(n_left()) busy
                    on_press=move || making.go_on()
                />
            }
        })
    };
    let print = move || {
        (has_sheets() && !busy.get()).then(|| {
            let n = making.letters.with(Vec::len);
            view! {
                <p class="notice notice--good">{(words.ready)(n)}</p>
                <ActButton words=(words.print)(n) on_press=document::print />
            }
        })
    };
    let gone =
        move || (n_left() == 0 && !has_sheets()).then(|| view! { <p>{words.codes_gone}</p> });
    view! { {print} {make} {gone} }
}

/// Each letter on its own sheet of paper, in the order of the homes.
#[component]
fn Sheets(making: Making, community: Community) -> impl IntoView {
    let words = &use_text().register.letters;
    let is_open = RwSignal::new(false);
    let sheet = move |made: MadeLetter, people: &[Addressee]| {
        let person = people.iter().find(|person| person.resident == made.resident)?;
        let page = ResidentPage {
            resident: FoundResident {
                id: person.resident,
                public_name: person.name.clone(),
                address: person.address.clone(),
            },
            last_letter: None,
            modes: person.modes,
            community: community.clone(),
        };
        Some(view! { <LetterSheet letter=made.letter page /> })
    };
    let sheets = move || {
        let people = making.people.get_untracked();
        let letters = making.letters.get().into_iter();
        letters.filter_map(|made| sheet(made, &people)).collect_view()
    };
    let toggle = move || {
        let said = if is_open.get() { words.hide_sheets } else { words.show_sheets };
        view! {
            <ActButton
                words=said look=Look::Quiet on_press=move || is_open.update(|it| *it = !*it)
            />
        }
    };
    view! {
        {move || making.letters.with(|letters| !letters.is_empty()).then(toggle)}
        <div class="sheets" data-open=move || is_open.get().then_some("")>{sheets}</div>
    }
}
