//! What a page says, sentence by sentence, with the place of each on the screen.
use super::document;
use huiyin_domain::voice::split;
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// A sentence of the page, and where it stands.
pub struct Passage {
    text: String,
    place: Place,
}

enum Place {
    Words(web_sys::Range),
    Thing(Element),
}

/// A rectangle of the page, in CSS pixels from its beginning.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// From the left edge.
    pub x: f64,
    /// From the upper edge.
    pub y: f64,
    /// How wide.
    pub width: f64,
    /// How high.
    pub height: f64,
}

/// Words for what a field holds.
#[derive(Clone, Copy)]
pub struct FieldWords {
    /// Nothing is written in it.
    pub empty: &'static str,
    /// It is ticked.
    pub chosen: &'static str,
}

/// All that the page's `main` says to those who see it, in order.
pub fn passages(words: FieldWords) -> Vec<Passage> {
    let Some(main) = document::document().query_selector("main").ok().flatten() else {
        return Vec::new();
    };
    let mut page = Page { words, text: String::new(), pieces: Vec::new(), found: Vec::new() };
    page.walk(&main);
    page.end_block();
    // What has no place on the screen cannot be followed: a closed part, a folded list.
    page.found.retain(|passage| !passage.areas().is_empty());
    page.found
}

struct Page {
    words: FieldWords,
    /// The block that is being gathered, and the text nodes it is made of.
    text: String,
    pieces: Vec<(Node, Range<usize>)>,
    found: Vec<Passage>,
}

impl Page {
    fn walk(&mut self, parent: &Node) {
        let mut next = parent.first_child();
        while let Some(node) = next {
            if node.node_type() == Node::TEXT_NODE {
                let start = self.text.len();
                self.text.push_str(&node.text_content().unwrap_or_default());
                self.pieces.push((node.clone(), start..self.text.len()));
            } else if let Some(element) = node.dyn_ref::<Element>() {
                self.walk_element(element);
            }
            next = node.next_sibling();
        }
    }

    fn walk_element(&mut self, element: &Element) {
        let Some(display) = display_of_seen(element) else { return };
        match element.tag_name().to_ascii_uppercase().as_str() {
            "SCRIPT" | "STYLE" | "SVG" | "PROGRESS" | "AUDIO" | "VIDEO" | "CANVAS" => {}
            "BR" => self.end_block(),
            "IMG" => self.add_thing(element, element.get_attribute("alt")),
            "INPUT" | "TEXTAREA" | "SELECT" => {
                let words = value_of(element, self.words);
                self.add_thing(element, words);
            }
            _ if display == "inline" || display == "contents" => self.walk(element),
            _ => {
                self.end_block();
                self.walk(element);
                self.end_block();
            }
        }
    }

    fn add_thing(&mut self, element: &Element, text: Option<String>) {
        self.end_block();
        let text = text.unwrap_or_default();
        for range in split(&text) {
            let place = Place::Thing(element.clone());
            self.found.push(Passage { text: text[range].to_owned(), place });
        }
    }

    /// Parts the gathered block into sentences.
    fn end_block(&mut self) {
        let text = std::mem::take(&mut self.text);
        let pieces = std::mem::take(&mut self.pieces);
        for range in split(&text) {
            if let Some(place) = place_of(&pieces, &text, &range) {
                let text = text[range].split_whitespace().collect::<Vec<_>>().join(" ");
                self.found.push(Passage { text, place: Place::Words(place) });
            }
        }
    }
}

/// How an element is laid out; `None` for what is not seen, or is for screen readers only.
fn display_of_seen(element: &Element) -> Option<String> {
    let is = |name: &str, value: &str| element.get_attribute(name).is_some_and(|it| it == value);
    let is_unseen = element.has_attribute("hidden")
        || element.has_attribute("inert")
        || is("aria-hidden", "true")
        || element.class_list().contains("unseen");
    let style = document::window().get_computed_style(element).ok().flatten()?;
    let display = style.get_property_value("display").ok()?;
    let visibility = style.get_property_value("visibility").ok()?;
    (!is_unseen && display != "none" && visibility == "visible").then_some(display)
}

/// What a field holds, in words; nothing of what is secret.
fn value_of(element: &Element, words: FieldWords) -> Option<String> {
    let is_secret = ["type", "autocomplete"].iter().any(|name| {
        let value = element.get_attribute(name).unwrap_or_default();
        ["password", "current-password", "new-password", "one-time-code"].contains(&value.as_str())
    });
    if is_secret {
        return None;
    }
    if let Some(input) = element.dyn_ref::<web_sys::HtmlInputElement>() {
        match input.type_().as_str() {
            "checkbox" | "radio" => return input.checked().then(|| words.chosen.to_owned()),
            "file" | "hidden" | "submit" | "button" => return None,
            _ => {}
        }
    }
    let value = js_sys::Reflect::get(element, &"value".into()).ok()?.as_string()?;
    Some(if value.trim().is_empty() { words.empty.to_owned() } else { value })
}

/// The place of a part of a block, from its text nodes.
fn place_of(
    pieces: &[(Node, Range<usize>)],
    text: &str,
    part: &Range<usize>,
) -> Option<web_sys::Range> {
    let range = document::document().create_range().ok()?;
    let at = |place: usize, is_end: bool| {
        let holds = |(_, piece): &&(Node, Range<usize>)| {
            piece.start <= place && (place < piece.end || is_end && place == piece.end)
        };
        let (node, piece) = pieces.iter().find(holds)?;
        // The browser counts in UTF-16.
        let offset = text[piece.start..place].encode_utf16().count();
        Some((node.clone(), u32::try_from(offset).ok()?))
    };
    let (start, offset) = at(part.start, false)?;
    range.set_start(&start, offset).ok()?;
    let (end, offset) = at(part.end, true)?;
    range.set_end(&end, offset).ok()?;
    Some(range)
}

impl Passage {
    /// The sentence as it is written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The rectangles it covers now, line by line.
    pub fn areas(&self) -> Vec<Area> {
        let list = match &self.place {
            Place::Words(range) => range.get_client_rects(),
            Place::Thing(element) => Some(element.get_client_rects()),
        };
        let Some(list) = list else { return Vec::new() };
        let (across, down) = scrolled();
        let area = |at| {
            let it = list.get(at)?;
            let (x, y) = (it.x() + across, it.y() + down);
            let area = Area { x, y, width: it.width(), height: it.height() };
            (area.width > 0.0 && area.height > 0.0).then_some(area)
        };
        (0..list.length()).filter_map(area).collect()
    }

    /// Does it cover this point of the page?
    pub fn covers(&self, x: f64, y: f64) -> bool {
        let holds = |it: &Area| {
            (it.x..=it.x + it.width).contains(&x) && (it.y..=it.y + it.height).contains(&y)
        };
        self.areas().iter().any(holds)
    }

    /// Brings it onto the screen at once, when it is not there.
    pub fn bring_into_view(&self) {
        let areas = self.areas();
        let (Some(first), Some(last)) = (areas.first(), areas.last()) else { return };
        let window = document::window();
        let height = window.inner_height().ok().and_then(|it| it.as_f64()).unwrap_or_default();
        let (across, down) = scrolled();
        let is_seen = first.y >= down && last.y + last.height <= down + height;
        if !is_seen {
            // A third from the top: what follows is seen as well.
            window.scroll_to_with_x_and_y(across, (first.y - height / 3.0).max(0.0));
        }
    }
}

fn scrolled() -> (f64, f64) {
    let window = document::window();
    (window.scroll_x().unwrap_or_default(), window.scroll_y().unwrap_or_default())
}

/// Where on the page a press was, unless it was on something that can be pressed itself.
pub fn pressed_at(event: &leptos::ev::MouseEvent) -> Option<(f64, f64)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let is_control = target.closest("a, button, input, textarea, select, label, summary");
    let is_in_main = target.closest("main").ok().flatten().is_some();
    let is_free = is_control.ok().flatten().is_none();
    (is_in_main && is_free).then(|| (f64::from(event.page_x()), f64::from(event.page_y())))
}
