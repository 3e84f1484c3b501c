//! QR codes: squares that a phone reads off paper or another screen, with words beside them.
use crate::{api::use_api, routes::encode};
use leptos::prelude::*;

/// The QR code of an address, and below it the address in words.
///
/// Never for secrets: the address travels to the server to be drawn.
#[component]
pub fn QrCode(
    /// The address, beginning with `http://` or `https://`.
    #[prop(into)]
    text: String,
    /// Where it leads, for those who do not see it.
    #[prop(into)]
    about: String,
) -> impl IntoView {
    let api = use_api();
    let source = api.address(&format!("qr.svg?text={}", encode(&text)));
    // In an archive there is no server that draws: the address in words stands alone.
    let picture =
        (!api.is_archive()).then(|| view! { <img class="qr__picture" src=source alt=about /> });
    view! {
        <figure class="qr">
            {picture}
            <figcaption class="qr__address">{text}</figcaption>
        </figure>
    }
}

/// A QR code that the server has drawn already, as with a letter's code.
#[component]
pub fn QrPicture(
    /// The drawing.
    svg: String,
    /// What it is, for those who do not see it.
    #[prop(into)]
    about: String,
) -> impl IntoView {
    view! {
        <figure class="qr">
            <div class="qr__picture" inner_html=svg></div>
            <figcaption class="qr__address">{about}</figcaption>
        </figure>
    }
}
