//! Households that were not heard: a list to print, to call from, and to visit by.
use crate::{
    api::use_api,
    browser::document,
    desk::desk_page::ForStaff,
    paper::sheet::Tick,
    routes::Route,
    ui::{ActButton, Back, Fetched, Load, PageHeading},
    words::use_text,
};
use huiyin_domain::register::wire::{Household, HouseholdList, Member, Silence};
use leptos::prelude::*;

/// Households of which nobody has ever signed in.
#[component]
pub fn SilentPage() -> impl IntoView {
    view! { <ForStaff then=|| view! { <Silent silence=Silence::NeverSignedIn /> } /> }
}

/// Households of which nothing was heard for twelve months.
#[component]
pub fn UnheardPage() -> impl IntoView {
    view! { <ForStaff then=|| view! { <Silent silence=Silence::NoContact /> } /> }
}

#[component]
fn Silent(silence: Silence) -> impl IntoView {
    let text = use_text();
    let words = &text.register.silent;
    let api = use_api();
    let (word, back, back_words, heading) = match silence {
        Silence::NeverSignedIn => {
            ("never_signed_in", Route::DeskRegister, text.register.page.heading, words.never)
        }
        Silence::NoContact => (
            "no_contact",
            Route::DeskStatistics,
            text.register.statistics.heading,
            words.no_contact,
        ),
    };
    let list = Fetched::new(move || async move {
        api.get::<HouseholdList>(&format!("register/households?silence={word}")).await
    });
    view! {
        <Back to=back words=back_words />
        <div class="no-print"><PageHeading words=heading /></div>
        <Load
            resource=list has_heading=true
            then=move |list| view! { <List silence list /> }
        />
    }
}

#[component]
fn List(silence: Silence, list: HouseholdList) -> impl IntoView {
    let text = use_text();
    let words = &text.register.silent;
    let means = match silence {
        Silence::NeverSignedIn => words.never_means.to_owned(),
        Silence::NoContact => (words.no_contact_means)(&text.language.date(list.since)),
    };
    if list.items.is_empty() {
        return view! { <p class="notice notice--good">{words.nobody}</p> }.into_any();
    }
    let title = match silence {
        Silence::NeverSignedIn => words.never,
        Silence::NoContact => words.no_contact,
    };
    let n = list.items.len();
    view! {
        <p class="no-print">{means.clone()}</p>
        <p class="no-print">{(words.households)(n)}</p>
        <ActButton words=words.print on_press=document::print />
        <article class="sheet paper">
            <h2 class="sheet__title">{title}</h2>
            <p>{means}</p>
            <ol class="paper-list">
                {list.items.into_iter().map(|home| view! { <Home home /> }).collect_view()}
            </ol>
        </article>
    }
    .into_any()
}

#[component]
fn Home(home: Household) -> impl IntoView {
    let words = &use_text().register.silent;
    let address = match home.address.as_str() {
        "" => words.no_address.to_owned(),
        address => address.to_owned(),
    };
    view! {
        <li>
            <p><strong>{address}</strong></p>
            {home.people.into_iter().map(|member| view! { <Person member /> }).collect_view()}
            <p class="paper-ticks">
                <Tick words=words.reached /> <Tick words=words.not_reached />
            </p>
        </li>
    }
}

#[component]
fn Person(member: Member) -> impl IntoView {
    let words = &use_text().register.silent;
    match member.phone {
        Some(phone) => {
            // Its groups stay on one line: a number that is broken is easily misread.
            let grouped = phone.grouped().replace(' ', "\u{a0}");
            let said = (words.phone)(&member.name, &grouped);
            let href = format!("tel:{}", phone.digits());
            view! { <p><a class="card__link number" href=href>{said}</a></p> }.into_any()
        }
        None => view! { <p>{(words.no_phone)(&member.name)}</p> }.into_any(),
    }
}
