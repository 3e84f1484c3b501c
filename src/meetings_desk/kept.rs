//! What was written for a council: kept on this device until it is sent.
use crate::{browser::drawer, residents::session};
use huiyin_domain::ids::CouncilId;
use leptos::prelude::*;

/// Words that are found again when the page was left; empty ones are not kept.
pub(super) fn kept(id: CouncilId, field: &str) -> RwSignal<String> {
    let place = session::place(&format!("draft.council-{id}-{field}"));
    let words = RwSignal::new(drawer::get(&place).unwrap_or_default());
    Effect::new(move || {
        words.with(|words: &String| {
            if words.is_empty() {
                drawer::remove(&place);
            } else {
                // Where this device cannot keep it, it holds as long as the page is open.
                let _ = drawer::set(&place, words);
            }
        });
    });
    words
}
