//! The smallest app with addresses: three pages behind the framework's own router.
//!
//! Beside `bare` it says what of our first load no app with several pages can do without.
use leptos::prelude::*;
use leptos_router::{
    components::{A, Route, Router, Routes},
    path,
};

fn main() {
    leptos::mount::mount_to_body(App);
}

#[component]
fn App() -> impl IntoView {
    view! {
        <Router>
            <nav>
                <A href="/">"One"</A>
                <A href="/two">"Two"</A>
                <A href="/three">"Three"</A>
            </nav>
            <main>
                <Routes fallback=missing>
                    <Route path=path!("/") view=one />
                    <Route path=path!("/two") view=two />
                    <Route path=path!("/three") view=three />
                </Routes>
            </main>
        </Router>
    }
}

fn one() -> impl IntoView {
    page("One")
}

fn two() -> impl IntoView {
    page("Two")
}

fn three() -> impl IntoView {
    page("Three")
}

fn missing() -> impl IntoView {
    "There is no such page."
}

fn page(heading: &'static str) -> impl IntoView {
    view! { <h1 id="here">{heading}</h1> }
}
