//! The controls of a page as they are named, so that somebody can say them.
use super::document;
use huiyin_domain::voice::{Confirmed, Control, Power};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// What can be pressed in `main` now.
pub struct Controls {
    elements: Vec<HtmlElement>,
    named: Vec<Control>,
}

/// What a press came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// It was pressed.
    Done,
    /// It is one of several, and was chosen already.
    WasChosen,
    /// It is one of several, and the page did not take the choice.
    NotTaken,
}

/// Marks a button that casts or sends: see the `casts` of `ActButton`.
const CASTS: &str = "data-casts";

impl Controls {
    /// Those of the page as it is shown now.
    pub fn here() -> Self {
        let mut found = Self { elements: Vec::new(), named: Vec::new() };
        let fields = "main input[type=radio], main input[type=checkbox]";
        let has_choices = all(fields).iter().any(is_seen);
        let everything = format!("{fields}, main a[href], main button, main summary");
        for element in all(&everything).into_iter().filter(is_seen) {
            let name = name_of(&element);
            if !name.is_empty() {
                let power = power_of(&element, has_choices);
                found.named.push(Control { name, power });
                found.elements.push(element);
            }
        }
        found
    }

    /// Their names and what they can bring about, in the order of the page.
    pub fn named(&self) -> &[Control] {
        &self.named
    }

    /// The name of one.
    pub fn name(&self, place: usize) -> &str {
        self.named.get(place).map_or("", |control| &control.name)
    }

    /// Presses one that casts nothing; one that casts is left alone, whatever is asked.
    pub fn press(&self, place: usize) -> Option<Pressed> {
        let control = self.named.get(place)?;
        match control.power {
            Power::Leads | Power::LeadsOn | Power::Chooses => Some(press(&self.elements[place])),
            Power::Casts => None,
        }
    }

    /// Presses one that casts: it was read back, and confirmed.
    pub fn cast(&self, confirmed: &Confirmed) -> Option<Pressed> {
        self.elements.get(confirmed.control()).map(press)
    }
}

fn press(element: &HtmlElement) -> Pressed {
    // A control that cannot take the focus is pressed all the same.
    let _ = element.focus();
    let Some(field) = element.dyn_ref::<HtmlInputElement>() else {
        element.click();
        return Pressed::Done;
    };
    if field.checked() {
        return Pressed::WasChosen;
    }
    element.click();
    if field.checked() { Pressed::Done } else { Pressed::NotTaken }
}

fn all(selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = document::document().query_selector_all(selector) else { return Vec::new() };
    let element = |at| list.item(at)?.dyn_into().ok();
    (0..list.length()).filter_map(element).collect()
}

fn is_seen(element: &HtmlElement) -> bool {
    element.get_client_rects().length() > 0
}

/// The words by which it is called, as they are seen.
fn name_of(element: &HtmlElement) -> String {
    let label = element.get_attribute("id").and_then(|id| {
        let named = |label: &HtmlElement| label.get_attribute("for").as_deref() == Some(&id);
        all("main label").into_iter().find(named)
    });
    let label = label.map_or_else(|| element.inner_text(), |label| label.inner_text());
    let words = element.get_attribute("aria-label").unwrap_or(label);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn power_of(element: &HtmlElement, has_choices: bool) -> Power {
    let classes = element.class_list();
    let is_main = classes.contains("button")
        && !classes.contains("button--quiet")
        && !classes.contains("button--warn");
    let is_next = element.get_attribute("rel").as_deref() == Some("next");
    if element.has_attribute(CASTS) {
        Power::Casts
    } else if element.dyn_ref::<HtmlInputElement>().is_some() || !has_choices && is_card(element) {
        Power::Chooses
    } else if is_main || is_next {
        Power::LeadsOn
    } else {
        Power::Leads
    }
}

/// Is it the link of a card in a list? Where nothing is ticked, the cards are what one chooses.
fn is_card(element: &Element) -> bool {
    let is = |selector: &str| element.matches(selector).unwrap_or(false);
    is(".card .card__link, .card h2 a, .card h3 a")
}

/// What is to be read back before casting: what the page marks so, otherwise its heading.
pub fn to_read_back() -> String {
    let marked = all("main [data-read-back]");
    let parts = if marked.is_empty() { all("main h1") } else { marked };
    let lines = parts.iter().map(|part| part.inner_text());
    let lines: Vec<String> = lines.flat_map(|text| lines_of(&text)).collect();
    lines.join("\n")
}

fn lines_of(text: &str) -> Vec<String> {
    text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// Presses the first of these that is seen, inside `main` or not; `false` when there is none.
pub fn press_first(selector: &str) -> bool {
    let first = all(selector).into_iter().find(is_seen);
    first.inspect(|element| element.click()).is_some()
}

/// Focuses the first of these that is seen; `false` when there is none.
pub fn focus_first(selector: &str) -> bool {
    let first = all(selector).into_iter().find(is_seen);
    let focus = |element: &HtmlElement| {
        element.scroll_into_view();
        element.focus().is_ok()
    };
    first.is_some_and(|element| focus(&element))
}

/// Goes back in the history of the tab.
pub fn go_back() {
    if let Ok(history) = document::window().history() {
        // Where there is nothing to go back to, nothing happens.
        let _ = history.back();
    }
}

/// Did a person's own hand cause this event, anywhere but in an element of this class?
pub fn is_by_hand(event: &leptos::ev::Event, except: &str) -> bool {
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let is_inside = |it: Element| it.closest(except).ok().flatten().is_some();
    event.is_trusted() && !target.is_some_and(is_inside)
}
