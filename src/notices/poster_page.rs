//! The week's poster on A4: what was answered, what was done, what is overdue, and the root.
use crate::{
    api::{Api, ApiError, use_api},
    feedback::standing::sentence,
    paper::sheet::{Foot, PrintPage},
    routes::Route,
    ui::{Fetched, Load},
    words::{feedback::Standing, isolated, use_text},
};
use huiyin_domain::{
    communities::Community,
    feedback::wire::{DayRoot, Names, Part, RootList, SubmissionCard, Week},
};
use leptos::prelude::*;

/// All that stands on the poster.
#[derive(Clone, Debug)]
struct Poster {
    community: Community,
    week: Week,
    /// The newest root; none on the first day.
    root: Option<DayRoot>,
}

async fn read(api: Api) -> Result<Poster, ApiError> {
    let community = api.get::<Community>("").await?;
    let week = api.get::<Week>("ledger/week").await?;
    let root = api.get::<RootList>("roots").await?.items.into_iter().next();
    Ok(Poster { community, week, root })
}

/// The poster.
#[component]
pub fn PosterPage() -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let poster = Fetched::new(move || read(api));
    view! {
        <PrintPage
            title=text.notices.poster.title back=Route::Ledger back_words=text.ledger.heading
        >
            <Load resource=poster has_heading=true then=|poster| view! { <Sheet poster /> } />
        </PrintPage>
    }
}

#[component]
fn Sheet(poster: Poster) -> impl IntoView {
    let text = use_text();
    let words = &text.notices.poster;
    let Poster { community, week, root } = poster;
    let heading = (words.heading)(&text.language.date(week.from), &text.language.date(week.to));
    let name = text.language.of(&community.name);
    let names = StoredValue::new(week.names);
    view! {
        <article class="sheet paper">
            <header class="paper-head"><p>{name}</p></header>
            <h2 class="sheet__title">{heading}</h2>
            <Lines heading=words.answered part=week.answered names />
            <Lines heading=words.done part=week.done names />
            <Lines heading=words.overdue part=week.overdue names />
            <p><strong>{words.qr}</strong></p>
            <Foot community is_handed_in=false until=None to=Route::Ledger />
            {root.map(|root| view! { <Root root /> })}
        </article>
    }
}

/// One kind: how many, and the first of them with the sentence where each stands.
#[component]
fn Lines(heading: fn(u32) -> String, part: Part, names: StoredValue<Names>) -> impl IntoView {
    let words = &use_text().notices.poster;
    let n_shown = u32::try_from(part.items.len()).unwrap_or(u32::MAX);
    let n_more = part.total.saturating_sub(n_shown);
    let line = |card: SubmissionCard| {
        let stands = names.with_value(|names| sentence(Standing::from(&card), names, false));
        view! {
            <li>
                <strong>{(words.line)(card.id.0, &isolated(&card.title))}</strong>
                <span>{stands}</span>
            </li>
        }
    };
    view! {
        <section class="paper-ask">
            <h3>{heading(part.total)}</h3>
            {(n_shown == 0).then(|| view! { <p>{words.none}</p> })}
            <ul class="paper-list">{part.items.into_iter().map(line).collect_view()}</ul>
            {(n_more > 0).then(|| view! { <p>{(words.more)(n_more)}</p> })}
        </section>
    }
}

/// The root of a day, in groups that can be compared by eye.
#[component]
fn Root(root: DayRoot) -> impl IntoView {
    let text = use_text();
    let words = &text.notices.poster;
    view! {
        <section class="paper-foot">
            <h3>{(words.root)(&text.language.date(root.on))}</h3>
            <p class="results-hash">{in_groups(&root.root)}</p>
            <p>{words.root_means}</p>
        </section>
    }
}

/// Hexadecimal signs four by four.
fn in_groups(hash: &str) -> String {
    let signs: Vec<char> = hash.chars().collect();
    signs.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_compared_four_signs_at_a_time() {
        assert_eq!(in_groups("0123456789ab"), "0123 4567 89ab");
        assert_eq!(in_groups(""), "");
    }
}
