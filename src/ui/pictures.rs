//! Pictures that show where to press; everything in them is also said in words.
use crate::words::use_text;
use leptos::prelude::*;

/// Rows of keys, each with its first column and how many there are.
const KEYS: [(u32, u32); 3] = [(12, 10), (27, 9), (42, 8)];

/// The keyboard's own microphone: what to do, one after another, and a picture.
#[component]
pub fn KeyboardHowTo() -> impl IntoView {
    let words = &use_text().speaking.ladder;
    let step = |step| view! { <li>{step}</li> };
    view! {
        <ol class="picture-steps">{words.keyboard_steps.into_iter().map(step).collect_view()}</ol>
        <KeyboardPicture />
        <p>{words.keyboard_places}</p>
    }
}

/// A phone's keyboard, with its small microphone marked.
#[component]
fn KeyboardPicture() -> impl IntoView {
    let keys = KEYS.into_iter().enumerate().flat_map(|(row, (first, n_keys))| {
        let y = 60 + 34 * row;
        (0..n_keys).map(move |column| {
            let x = first + 30 * column;
            view! { <rect class="picture__key" x=x y=y width="24" height="26" rx="4" /> }
        })
    });
    view! {
        <svg class="picture" viewBox="0 0 320 210" aria-hidden="true" focusable="false">
            <rect class="picture__paper" x="2" y="2" width="316" height="206" rx="12" />
            <rect class="picture__key" x="12" y="12" width="296" height="36" rx="6" />
            <path class="picture__line" d="M24 22v16" />
            {keys.collect_view()}
            <rect class="picture__key" x="72" y="164" width="176" height="32" rx="6" />
            <circle class="picture__mark" cx="160" cy="180" r="24" />
            <rect class="picture__here" x="155" y="167" width="10" height="16" rx="5" />
            <path class="picture__line" d="M150 178a10 10 0 0 0 20 0M160 188v6" />
            <path class="picture__arrow" d="M262 130L192 168M206 150L190 169L214 172" />
        </svg>
    }
}

/// The phone's question about the microphone, with the button to press marked.
#[component]
pub fn PermissionPicture(
    /// What the phone asks.
    asks: &'static str,
    /// The button to leave.
    refuse: &'static str,
    /// The button to press.
    allow: &'static str,
) -> impl IntoView {
    view! {
        <svg class="picture" viewBox="0 0 320 150" aria-hidden="true" focusable="false">
            <rect class="picture__paper" x="2" y="2" width="316" height="146" rx="12" />
            <text class="picture__words" x="160" y="44" text-anchor="middle">{asks}</text>
            <rect class="picture__key" x="20" y="78" width="126" height="48" rx="8" />
            <text class="picture__words" x="83" y="109" text-anchor="middle">{refuse}</text>
            <rect class="picture__mark" x="166" y="74" width="134" height="56" rx="10" />
            <text class="picture__words picture__words--here" x="233" y="109" text-anchor="middle">
                {allow}
            </text>
        </svg>
    }
}
