//! Where a proposal stands: a word with a shape; the colour only repeats it.
use crate::{
    ui::{Icon, Shape},
    words::use_text,
};
use huiyin_domain::proposals::{Coarse, StageKind};
use leptos::prelude::*;

/// Where a proposal stands, in a word.
#[component]
pub fn StageTag(
    /// Where.
    stage: StageKind,
) -> impl IntoView {
    let (status, shape) = match stage.coarse() {
        Coarse::Open => ("open", Shape::Clock),
        Coarse::GoodEnd => ("good_end", Shape::Tick),
        Coarse::OtherEnd => ("other_end", Shape::Cross),
    };
    view! {
        <p class="status" data-status=status>
            <Icon shape />
            <span>{(use_text().contests.stage)(stage)}</span>
        </p>
    }
}
