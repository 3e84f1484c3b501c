//! My check-in code: large, in words and as a square.
use crate::{
    api::{Api, use_api},
    routes::{Route, encode},
    ui::QrCode,
    words::use_text,
};
use huiyin_domain::{councils::meeting::wire::CouncilPage, ids::CouncilId};
use leptos::prelude::*;

/// In the address of the session: the code of whoever is at the door.
pub const CODE: &str = "code";

/// What I show at the door.
#[component]
pub fn MyCode(
    /// The council.
    page: RwSignal<CouncilPage>,
) -> impl IntoView {
    let words = &use_text().meetings.show;
    let id = page.with_untracked(|page| page.id);
    let code = move || page.with(|page| page.mine.as_ref()?.code.clone());
    let api = use_api();
    let shown = move |code: String| {
        let address = address(api, id, &code);
        view! {
            <section class="stack">
                <h2>{words.code}</h2>
                <p class="number number--big">{in_groups(&code)}</p>
                <p>{words.code_means}</p>
                <QrCode text=address about=words.code_qr />
            </section>
        }
    };
    move || code().map(shown)
}

/// Where a phone of the office checks this person in. The code is of use to nobody else: only the
/// office can check somebody in, and it says that for this council alone.
fn address(api: Api, id: CouncilId, code: &str) -> String {
    let to = Route::RunCouncil(id).href();
    api.page_address(&format!("{to}?{CODE}={}", encode(code)))
}

/// A code of many signs, four by four, so that it is easily read out.
fn in_groups(code: &str) -> String {
    if code.chars().any(|sign| sign == ' ' || sign == '-') {
        return code.to_owned();
    }
    let signs: Vec<char> = code.chars().collect();
    signs.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_out_four_signs_at_a_time() {
        assert_eq!(in_groups("12345678"), "1234 5678");
        assert_eq!(in_groups("123456"), "1234 56");
        assert_eq!(in_groups("AB-12"), "AB-12");
    }
}
