//! The letter itself: one sheet with the code, three steps, and the square to scan.
use crate::{browser::document, ui::QrPicture, words::use_text};
use huiyin_domain::residents::wire::{PrintedLetter, ResidentPage};
use leptos::prelude::*;

/// A resident's letter as it is printed.
#[component]
pub fn LetterSheet(
    /// The code and its square.
    letter: PrintedLetter,
    /// Whose it is, and of which community.
    page: ResidentPage,
) -> impl IntoView {
    let text = use_text();
    let language = text.language;
    let words = &text.desk.letters.sheet;
    let community = page.community;
    let hours = language.of(&community.hot_line_hours);
    let address = document::app_address();
    let day = language.long_day(letter.printed_at);
    view! {
        <article class="sheet">
            <h2 class="sheet__title">{(words.title)(&language.of(&community.name))}</h2>
            <p>{(words.to)(&page.resident.public_name)}</p>
            {page.resident.address.map(|address| view! { <p>{address}</p> })}
            <p>{words.code}</p>
            <p class="sheet__code">{letter.code.grouped()}</p>
            <h3>{words.steps}</h3>
            <ol class="sheet__steps">
                <li>{(words.open)(&address)}</li>
                <li>{words.type_code}</li>
                <li>{words.then}</li>
            </ol>
            <QrPicture svg=letter.qr_svg about=words.qr />
            <p><strong>{words.keep}</strong></p>
            <p>{(words.call)(&community.hot_line, &hours)}</p>
            <p>{(words.printed)(&day)}</p>
        </article>
    }
}
