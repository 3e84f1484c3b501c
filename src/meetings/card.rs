//! A council on a list: when, where, and how I stand to it.
use crate::{
    routes::Route,
    ui::{ButtonLink, Look},
    words::use_text,
};
use huiyin_domain::councils::meeting::wire::CouncilCard;
use leptos::prelude::*;

/// One council of a list; put it in a list item.
#[component]
pub fn CouncilCardView(
    /// The council.
    card: CouncilCard,
) -> impl IntoView {
    let text = use_text();
    let words = &text.meetings;
    let title = card.title.to_string();
    let at = text.language.hours(card.hours);
    // The councils of one series have one title.
    let about = format!("{title} · {at}");
    let left = card.stage.is_ahead().then(|| (words.left)(card.left, card.has_line));
    let mine = card.my_seat.as_ref().filter(|_| card.stage.is_ahead()).map(words.my_seat);
    let room = (words.show.room)(card.room.as_str());
    view! {
        <article class="card">
            <h2>{title}</h2>
            <p><strong>{at}</strong></p>
            <p>{room}</p>
            <p>{(words.stage)(card.stage)}</p>
            {mine.map(|words| view! { <p>{words}</p> })}
            {left.map(|words| view! { <p>{words}</p> })}
            <ButtonLink
                to=Route::Council(card.id) words=words.figures.to_council about
                look=Look::Quiet
            />
        </article>
    }
}
