//! Putting a council on a calendar: the file, words to copy, squares to scan, and the feed.
use super::my_feed::MyFeedPart;
use crate::{
    api::{meetings, use_api},
    routes::Route,
    ui::{CopyText, QrCode, Screen, Screens},
    words::use_text,
};
use huiyin_domain::{
    councils::{files::EventFacts, meeting::wire::CouncilPage},
    web_address::WebAddress,
};
use leptos::prelude::*;

/// One council on a calendar, or all that come.
#[component]
pub fn CalendarPart(
    /// The council.
    page: RwSignal<CouncilPage>,
) -> impl IntoView {
    let words = &use_text().meetings.calendar;
    let is_resident = use_api().me().is_some_and(|me| me.viewer.resident().is_some());
    let mut screens = vec![
        Screen::new(move || view! { <File page /> }),
        Screen::new(move || view! { <Copied page /> }),
        Screen::new(|| view! { <Feed /> }),
    ];
    if is_resident {
        screens.push(Screen::new(|| view! { <MyFeedPart /> }));
    }
    view! { <Screens heading=words.heading screens /> }
}

/// The file of this one.
#[component]
fn File(page: RwSignal<CouncilPage>) -> impl IntoView {
    let text = use_text();
    let words = &text.meetings.calendar;
    let (id, when) = page.with_untracked(|page| (page.id, text.language.hours(page.hours)));
    let address = meetings::calendar_file(use_api(), id);
    let name = format!("council-{id}.ics");
    view! {
        <section class="stack">
            <p><strong>{when}</strong></p>
            <p>{words.file_means}</p>
            <a class="button" href=address.clone() download=name>{words.download}</a>
            <QrCode text=address about=words.qr_file />
        </section>
    }
}

/// The same to copy, where downloads are blocked.
#[component]
fn Copied(page: RwSignal<CouncilPage>) -> impl IntoView {
    let words = &use_text().meetings.calendar;
    let facts = page.with_untracked(facts);
    view! {
        <section class="stack">
            <p>{words.copy_means}</p>
            <CopyText
                name="facts" label=words.facts text=facts
                copy=words.copy copied=words.copied by_hand=words.copy_by_hand
            />
        </section>
    }
}

/// What a person copies: when, where, what about, and the page.
fn facts(page: &CouncilPage) -> String {
    let text = use_text();
    let words = &text.meetings.calendar;
    let when = text.language.hours(page.hours);
    let items = page.agenda.iter().map(|item| format!("{}. {}", item.number, item.title));
    let heading = (!page.agenda.is_empty()).then(|| words.agenda.to_owned());
    let line = page.room.link.as_ref().map(|link| (words.line)(link.as_str()));
    let details: Vec<_> = heading.into_iter().chain(items).chain(line).collect();
    let to = Route::Council(page.id).href();
    let address = use_api().page_address(&to);
    let (title, place) = (page.title.to_string(), page.room.name.to_string());
    let details = details.join("\n");
    match WebAddress::parse(&address) {
        Some(page_address) => {
            let facts = EventFacts { title, hours: page.hours, place, details, page: page_address };
            facts.text(&when)
        }
        // An address too long to be printed is left out: the rest is what matters.
        None => [title, when, place, details].join("\n"),
    }
}

/// All councils, for ever.
#[component]
fn Feed() -> impl IntoView {
    let words = &use_text().meetings.calendar;
    let address = meetings::calendar_feed(use_api());
    view! {
        <section class="stack">
            <h2>{words.feed}</h2>
            <p>{words.feed_means}</p>
            <a class="button button--quiet" href=subscribed(&address)>{words.feed_open}</a>
            <CopyText
                name="feed" label=words.feed_address text=address.clone()
                copy=words.feed_copy copied=words.copied by_hand=words.copy_by_hand
            />
            <QrCode text=address about=words.qr_feed />
        </section>
    }
}

/// The address under which phones subscribe instead of downloading once.
fn subscribed(address: &str) -> String {
    match address.split_once("://") {
        Some((_, rest)) => format!("webcal://{rest}"),
        None => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_is_subscribed_to_and_not_downloaded_once() {
        let feed = "https://example.org/api/v1/communities/w/councils/feed.ics";
        assert_eq!(subscribed(feed), "webcal://example.org/api/v1/communities/w/councils/feed.ics");
        assert_eq!(subscribed("feed.ics"), "feed.ics");
    }
}
