//! Screens: the sections of a page, one below the other, or one at a time in the elder mode.
use crate::{accessibility::use_modes, browser::address, ui::PageHeading, words::use_text};
use leptos::{children::ViewFn, prelude::*};
use leptos_router::hooks::use_query_map;

/// One section of a page.
#[derive(Clone)]
pub struct Screen(ViewFn);

impl Screen {
    /// A section; it is made anew each time it is shown.
    pub fn new<V: IntoView + 'static>(view: impl Fn() -> V + Send + Sync + 'static) -> Self {
        Self(ViewFn::from(view))
    }

    /// This section, to be laid out beside others.
    pub fn show(&self) -> AnyView {
        self.0.run()
    }

    /// This section and another on one screen.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self::new(move || (self.0.run(), other.0.run()))
    }
}

/// The heading over a list that is laid out in parts, as it stands on part `nth`, from 0.
///
/// Below each other the parts need it once; in the elder mode each is a screen of its own, and a
/// screen without it would begin with a heading of a lower level.
#[component]
pub fn PartHeading(
    /// Its words.
    words: &'static str,
    /// Which part this is, from 0.
    nth: usize,
) -> impl IntoView {
    let is_shown = nth == 0 || use_modes().is_elder();
    is_shown.then(|| view! { <h2>{words}</h2> })
}

/// In the address: which screen is shown, from one.
const AT: &str = "at";

/// A page's heading and its sections.
///
/// In the elder mode one section is shown at a time, each with its own address, so that the way
/// back works; nothing is left out. The links between them are marked `rel="next"` and `"prev"`.
#[component]
pub fn Screens(
    /// The page's heading.
    #[prop(into)]
    heading: String,
    /// Its sections, the one that decides something first.
    #[prop(into)]
    screens: Signal<Vec<Screen>>,
    /// What stands on every screen, below its section.
    #[prop(into, optional)]
    always: Option<ViewFn>,
) -> impl IntoView {
    if !use_modes().is_elder() {
        let all = move || screens.get().into_iter().map(|screen| screen.0.run()).collect_view();
        return view! {
            <PageHeading words=heading />
            {all}
            {always.map(|always| always.run())}
        }
        .into_any();
    }
    let query = use_query_map();
    let asked = Memo::new(move |_| query.read().get(AT).and_then(|at| at.parse().ok()));
    let all = Memo::new_with_compare(move |_| screens.get(), |_, _| true);
    let n_screens = Memo::new(move |_| all.with(Vec::len));
    let at = Memo::new(move |_| asked.get().unwrap_or(1_usize).clamp(1, n_screens.get().max(1)));
    let heading = StoredValue::new(heading);
    let shown = move || {
        let (at, n_screens) = (at.get(), n_screens.get());
        let screen = all.with(|screens| screens.get(at - 1).cloned());
        view! {
            <PageHeading words=heading.get_value() />
            {screen.map(|screen| screen.0.run())}
            {always.as_ref().map(ViewFn::run)}
            <Turn at n_screens />
        }
    };
    view! { {shown} }.into_any()
}

/// The address of another screen of this page. By hand: the router's own links would lose the
/// rest of the query.
pub(super) fn href(to: usize) -> String {
    let mut query = use_query_map().get_untracked();
    query.replace(AT, to.to_string());
    format!("{}{}", address::path(), query.to_query_string())
}

/// The links to the next section and to the one before.
#[component]
fn Turn(at: usize, n_screens: usize) -> impl IntoView {
    let text = use_text();
    let link = |to: usize, rel: &'static str, words: &'static str| {
        view! { <a href=href(to) rel=rel class="button button--quiet">{words}</a> }
    };
    view! {
        <nav class="stack" aria-label=text.frame.screens>
            {(n_screens > 1).then(|| view! {
                <p class="soft">{(text.frame.screen_of)(at, n_screens)}</p>
            })}
            {(at < n_screens).then(|| link(at + 1, "next", text.frame.next_screen))}
            {(at > 1).then(|| link(at - 1, "prev", text.frame.screen_before))}
        </nav>
    }
}
