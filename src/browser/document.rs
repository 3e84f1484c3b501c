//! The document: mounting, titles, focus, the address and the phone's clock.
use gloo_timers::callback::Timeout;
use huiyin_domain::{accessibility::Modes, time::Moment};
use leptos::{mount::mount_to, prelude::*};
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, closure::Closure};

/// So long the first page is left to itself once it is there: what is only fetched after it is
/// drawn does not keep it waiting on the same slow line.
const TO_BE_DRAWN_MS: u32 = 300;

thread_local! {
    /// Has a page been shown since the app started? The first one does not take the focus.
    static HAS_ARRIVED: Cell<bool> = const { Cell::new(false) };
    /// Has the first page been left to itself for long enough?
    static IS_DRAWN: Cell<bool> = const { Cell::new(false) };
    /// What waits for that.
    static FOR_LATER: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
    /// The title of the page that was shown last.
    static PAGE_TITLE: RefCell<String> = const { RefCell::new(String::new()) };
}

pub(super) fn window() -> web_sys::Window {
    web_sys::window().expect("the app runs in a page, not in a worker")
}

pub(super) fn document() -> web_sys::Document {
    window().document().expect("a page has a document")
}

/// Puts the app in the place of the static shell, in one task so that nothing jumps.
pub fn mount<V: IntoView + 'static>(app: impl FnOnce() -> V + 'static) {
    let place = document().get_element_by_id("app").expect("index.html has #app");
    place.set_inner_html("");
    mount_to(place.unchecked_into(), app).forget();
}

/// Says that a page is there: sets the title, and focuses its heading unless it is the first.
pub fn arrive(title: &str, heading: &leptos::web_sys::HtmlElement) {
    PAGE_TITLE.set(title.to_owned());
    document().set_title(title);
    if HAS_ARRIVED.replace(true) {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        focus_quietly(heading);
        show_lower_edge(heading);
    } else {
        let drawn = || {
            IS_DRAWN.set(true);
            FOR_LATER.take().into_iter().for_each(|later| later());
        };
        Timeout::new(TO_BE_DRAWN_MS, drawn).forget();
    }
}

/// Does something once the first page is drawn, which may be at once: nobody waits for it.
pub fn after_first_page(later: impl FnOnce() + 'static) {
    if IS_DRAWN.get() {
        later();
    } else {
        FOR_LATER.with_borrow_mut(|all| all.push(Box::new(later)));
    }
}

/// Moves the page just so far that what ends below the window is seen; the browser itself would
/// move it by half a window more.
fn show_lower_edge(element: &leptos::web_sys::HtmlElement) {
    let height = window().inner_height().ok().and_then(|it| it.as_f64()).unwrap_or_default();
    let n_below = (element.get_bounding_client_rect().bottom() - height).ceil();
    if n_below > 0.0 {
        window().scroll_by_with_x_and_y(0.0, n_below);
    }
}

/// Says something before the page's title, or no longer.
pub fn say_in_title(words: Option<&str>) {
    let page = PAGE_TITLE.with_borrow(String::clone);
    match words {
        Some(words) => document().set_title(&format!("{words} · {page}")),
        None => document().set_title(&page),
    }
}

fn focus_quietly(element: &leptos::web_sys::HtmlElement) {
    let in_place = web_sys::FocusOptions::new();
    in_place.set_prevent_scroll(true);
    // An element that cannot be focused has been removed meanwhile; then there is nothing to do.
    let _ = element.focus_with_options(&in_place);
}

/// Is there an element with this id?
pub fn has_id(id: &str) -> bool {
    document().get_element_by_id(id).is_some()
}

/// Focuses the element with this id, when it is there.
pub fn focus_id(id: &str) {
    if let Some(element) = document().get_element_by_id(id)
        && let Some(element) = element.dyn_ref::<web_sys::HtmlElement>()
    {
        element.scroll_into_view();
        let _ = element.focus();
    }
}

/// Sets the language of the page, for voices and fonts.
pub fn set_language(tag: &str) {
    if let Some(root) = document().document_element() {
        // An attribute with a fixed, valid name is always taken.
        let _ = root.set_attribute("lang", tag);
    }
}

/// Names the app in this language, for whoever installs it.
pub fn set_manifest(file: &str) {
    if let Some(link) = document().query_selector("link[rel=manifest]").ok().flatten() {
        // An attribute with a fixed, valid name is always taken.
        let _ = link.set_attribute("href", file);
    }
}

/// Loads the page anew.
pub fn reload() {
    // A page that cannot be loaded anew stays as it is.
    let _ = window().location().reload();
}

/// The code of the modes that the page began with, from the phone or from a link.
pub fn modes_at_start() -> String {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute("data-modes")).unwrap_or_default()
}

/// Puts modes on `<html>`, where the styles find them; what is not chosen is as the device has it.
pub fn show_modes(modes: &Modes) {
    let prefers = |query: &str| {
        let asked = window().match_media(query).ok().flatten();
        asked.is_some_and(|asked| asked.matches())
    };
    let or = |query: &str, then: &'static str, other: &'static str| {
        if prefers(query) { then } else { other }
    };
    let contrast = modes.contrast.map(|it| it.word());
    let light = modes.light.map(|it| it.word());
    let motion = modes.motion.map(|it| it.word());
    let words = [
        ("data-layout", modes.layout.word()),
        ("data-size", modes.size_shown().pixels()),
        (
            "data-contrast",
            contrast.unwrap_or_else(|| or("(prefers-contrast: more)", "high", "plain")),
        ),
        (
            "data-light",
            light.unwrap_or_else(|| or("(prefers-color-scheme: dark)", "dark", "light")),
        ),
        (
            "data-motion",
            motion.unwrap_or_else(|| or("(prefers-reduced-motion: reduce)", "still", "moving")),
        ),
    ];
    if let Some(root) = document().document_element() {
        for (name, word) in words {
            // An attribute with a fixed, valid name is always taken.
            let _ = root.set_attribute(name, word);
        }
    }
}

/// The address of the app itself, as `https://host/some/path/`.
pub fn app_address() -> String {
    document().base_uri().ok().flatten().unwrap_or_default()
}

/// An address with its host, as other phones need it; one that has a host stays as it is.
pub fn whole_address(address: &str) -> String {
    let whole = web_sys::Url::new_with_base(address, &app_address()).map(|url| url.href());
    whole.unwrap_or_else(|_| address.to_owned())
}

/// Is the page in the background, where nobody looks at it?
pub fn is_hidden() -> bool {
    document().hidden()
}

/// Copies all words of a field; `false` where the browser does not let us.
///
/// The old way: browsers inside chat apps have no other, and it needs no permission.
pub fn copy_from_field(id: &str) -> bool {
    let Some(field) = document().get_element_by_id(id) else { return false };
    let Some(field) = field.dyn_ref::<web_sys::HtmlTextAreaElement>() else { return false };
    focus_quietly(field);
    field.select();
    let page = document();
    let copy = js_sys::Reflect::get(&page, &"execCommand".into())
        .and_then(|it| it.dyn_into::<js_sys::Function>());
    let copied = copy.and_then(|copy| copy.call1(&page, &"copy".into()));
    copied.is_ok_and(|it| it.is_truthy())
}

/// The path in which the app lives, from `<base>`: `/` or `/some/path/`.
pub fn base_path() -> String {
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    let path = web_sys::Url::new(&base).map(|url| url.pathname());
    path.unwrap_or_else(|_| "/".to_owned())
}

/// What the phone's clock says; it may be wrong.
pub fn phone_clock() -> Moment {
    // Milliseconds since 1970 are a whole number below 2^53.
    Moment::from_millis(js_sys::Date::now() as i64)
}

/// The languages the person prefers, as `zh-CN`.
pub fn preferred_language() -> String {
    window().navigator().language().unwrap_or_default()
}

/// Whether the browser believes it has no network.
pub fn is_offline() -> bool {
    !window().navigator().on_line()
}

/// Is an element's content wider than the element, so that it scrolls sideways?
pub fn is_wider_inside(element: &leptos::web_sys::Element) -> bool {
    element.scroll_width() > element.client_width()
}

/// Focuses an element of the page.
pub fn focus_element(element: &leptos::web_sys::HtmlElement) {
    element.scroll_into_view();
    focus_quietly(element);
}

/// Lets the person print the page.
pub fn print() {
    // A browser that cannot print has nothing to show for it; its menu says so.
    let _ = window().print();
}

/// Puts words behind what stands in a text field, and the cursor with them; what stands there then.
pub fn append_to_field(id: &str, words: &str) -> Option<String> {
    let field = document().get_element_by_id(id)?;
    let longer = |value: String| value + words;
    let value = if let Some(area) = field.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        area.set_value(&longer(area.value()));
        area.value()
    } else {
        let line = field.dyn_ref::<web_sys::HtmlInputElement>()?;
        line.set_value(&longer(line.value()));
        line.value()
    };
    focus_id(id);
    Some(value)
}

/// Calls `on_change` with the words of an element whenever they have changed, until the answer
/// is called.
pub fn on_change(
    element: &leptos::web_sys::HtmlElement,
    on_change: impl Fn(String) + 'static,
) -> Box<dyn FnOnce()> {
    let watched = element.clone();
    let last = RefCell::new(element.text_content().unwrap_or_default());
    let told = Closure::<dyn FnMut()>::new(move || {
        let words = watched.text_content().unwrap_or_default();
        if last.replace(words.clone()) != words && !words.trim().is_empty() {
            on_change(words);
        }
    });
    let observer = observe(element, told.as_ref().unchecked_ref());
    Box::new(move || {
        if let Some(observer) = observer {
            let stop = js_sys::Reflect::get(&observer, &"disconnect".into());
            if let Ok(stop) = stop.and_then(|it| it.dyn_into::<js_sys::Function>()) {
                // An observer that cannot be stopped ends with the element it watches.
                let _ = stop.call0(&observer);
            }
        }
        drop(told);
    })
}

/// A `MutationObserver` of all words in an element; `None` where the browser has none.
fn observe(
    element: &leptos::web_sys::HtmlElement,
    told: &js_sys::Function,
) -> Option<wasm_bindgen::JsValue> {
    let get = |from: &wasm_bindgen::JsValue, name: &str| js_sys::Reflect::get(from, &name.into());
    let maker: js_sys::Function = get(&window(), "MutationObserver").ok()?.dyn_into().ok()?;
    let arguments = js_sys::Array::of1(told);
    let observer = js_sys::Reflect::construct(&maker, &arguments).ok()?;
    let what = js_sys::Object::new();
    for name in ["childList", "characterData", "subtree"] {
        js_sys::Reflect::set(&what, &name.into(), &true.into()).ok()?;
    }
    let observe: js_sys::Function = get(&observer, "observe").ok()?.dyn_into().ok()?;
    observe.call2(&observer, element, &what).ok()?;
    Some(observer)
}
