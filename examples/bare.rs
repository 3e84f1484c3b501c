//! The smallest page of our framework: no app built with it can send less.
//!
//! `cargo xtask bench` builds it as it builds the app, and shows ours beside it.
use leptos::prelude::*;

fn main() {
    leptos::mount::mount_to_body(|| view! { <main><h1 id="here">"Huiyin"</h1></main> });
}
