//! The words of a form, kept until the form was taken.
use super::is_fresh;
use crate::{
    browser::{document, drawer},
    residents::session,
    routes::Route,
};
use huiyin_domain::time::Moment;
use leptos::prelude::*;
use std::sync::Arc;

/// The words of one field: whoever leaves the page, reads it anew or changes its language or mode
/// finds them again.
///
/// The phone keeps them for whoever is signed in, each apart from the others. Those of a visitor
/// are kept for this visit only, since the next one at the phone may be somebody else; whoever
/// signs in meanwhile takes them along.
#[derive(Clone, Debug)]
pub struct KeptWords {
    /// What is written, for the field.
    pub words: RwSignal<String>,
    place: Arc<Place>,
}

impl KeptWords {
    /// Those of one field of a page; empty when none are kept.
    pub fn of(page: &Route, field: &str) -> Self {
        Self::beginning(page, field, String::new())
    }

    /// The same for a field that begins with `first`, which is not kept: others may change it.
    pub fn beginning(page: &Route, field: &str, first: String) -> Self {
        let (place, written) = Place::open(format!("words{}.{field}", page.href()));
        let words = RwSignal::new(written.unwrap_or_else(|| first.clone()));
        let place = Arc::new(place);
        let keeping = place.clone();
        Effect::new(move || {
            words.with(|words| match words.is_empty() || *words == first {
                true => keeping.clear(),
                false => keeping.keep(words),
            });
        });
        Self { words, place }
    }

    /// The form was taken: they are forgotten, also when the page was left meanwhile.
    pub fn taken(&self) {
        self.place.clear();
        let _ = self.words.try_set(String::new());
    }

    /// The drawer in which they lie on the phone, if they do.
    pub(super) fn drawer(&self) -> Option<String> {
        match &*self.place {
            Place::Own(name) => Some(name.clone()),
            Place::Visit(_) => None,
        }
    }
}

/// Where words lie.
#[derive(Debug)]
enum Place {
    /// In a drawer of whoever is signed in.
    Own(String),
    /// Nobody's, and for this visit only.
    Visit(String),
}

impl Place {
    /// Where the words of this name lie, and what is written there.
    fn open(name: String) -> (Self, Option<String>) {
        let of_visit = Self::read(&name);
        let Some(own) = session::own_place(&name) else { return (Self::Visit(name), of_visit) };
        // Written before signing in: the later words, which are theirs from now on.
        drawer::remove(&name);
        let words = of_visit.or_else(|| Self::read(&own));
        (Self::Own(own), words)
    }

    fn name(&self) -> &str {
        match self {
            Self::Own(name) | Self::Visit(name) => name,
        }
    }

    fn read(name: &str) -> Option<String> {
        let kept: Option<(String, Moment)> = drawer::get(name);
        kept.filter(|(_, at)| is_fresh(*at)).map(|(words, _)| words)
    }

    fn keep(&self, words: &str) {
        let kept = (words, document::phone_clock());
        match self {
            // Where the phone cannot keep it, it is kept for this visit.
            Self::Own(name) => {
                let _ = drawer::set(name, &kept);
            }
            Self::Visit(name) => drawer::set_for_this_visit(name, &kept),
        }
    }

    fn clear(&self) {
        drawer::remove(self.name());
    }
}
