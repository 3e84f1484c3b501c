//! Numbers in the address: which proposal, case or letter a page is about.
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use std::str::FromStr;

/// The number in the address under `part`; `None` when what stands there is not one.
pub fn use_number<T>(part: &'static str) -> Memo<Option<T>>
where
    T: FromStr + PartialEq + Send + Sync + 'static,
{
    let params = use_params_map();
    Memo::new(move |_| params.read().get(part).and_then(|number| number.parse().ok()))
}
