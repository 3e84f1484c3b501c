//! Choosing where something is: the community's places as tiles, and elsewhere in words.
use crate::{
    proposals::words_step::fault_of,
    ui::{Fault, FaultLine, RadioTile, TextField},
    words::use_text,
};
use huiyin_domain::{
    departments,
    feedback::OpinionForm,
    ids::PlaceId,
    problems::{FieldFault, FieldProblem},
};
use leptos::prelude::*;

/// Where something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// At one of the community's places.
    At(PlaceId),
    /// Somewhere else, in words.
    Elsewhere,
}

impl Where {
    /// What a form says so far; a community without places of its own is asked in words at once.
    pub fn of(form: &OpinionForm, has_places: bool) -> Option<Self> {
        let is_elsewhere = !has_places || !form.where_words.is_empty();
        form.place.map(Self::At).or(is_elsewhere.then_some(Self::Elsewhere))
    }

    /// Writes it into a form, with the words that were typed for elsewhere.
    pub fn write(self, form: &mut OpinionForm, words: String) {
        (form.place, form.where_words) = match self {
            Self::At(id) => (Some(id), String::new()),
            Self::Elsewhere => (None, words),
        };
    }
}

/// What is wrong with where it is, at the field that can mend it.
pub fn problem_of(chosen: Option<Where>, form: &OpinionForm) -> Option<FieldProblem> {
    let problem = form.parse_where().err()?;
    // The field is there only for what is elsewhere.
    let is_elsewhere = chosen == Some(Where::Elsewhere);
    Some(if is_elsewhere { problem } else { nothing_chosen("place") })
}

/// A choice that was not made.
pub fn nothing_chosen(field: &str) -> FieldProblem {
    FieldProblem { field: field.to_owned(), fault: FieldFault::NothingChosen }
}

/// The tiles, and the field for elsewhere once that is chosen.
#[component]
pub fn PlaceChoice(
    /// All places.
    places: Vec<departments::Place>,
    /// Which is chosen.
    chosen: RwSignal<Option<Where>>,
    /// What is typed for elsewhere.
    written: RwSignal<String>,
    /// What is wrong.
    faults: RwSignal<Vec<Fault>>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.feedback.say;
    let has_tiles = !places.is_empty();
    let named = places.into_iter().map(|it| (Where::At(it.id), text.language.of(&it.name)));
    let tiles: Vec<_> = named.chain([(Where::Elsewhere, words.elsewhere.to_owned())]).collect();
    let tile = move |(at, (here, words)): (usize, (Where, String))| {
        let id = if at == 0 { "place".to_owned() } else { format!("place-{at}") };
        view! {
            <RadioTile
                group="place" id words
                is_chosen=Signal::derive(move || chosen.get() == Some(here))
                on_choose=move || chosen.set(Some(here))
            />
        }
    };
    let is_elsewhere = Memo::new(move |_| chosen.get() == Some(Where::Elsewhere));
    let field = move || {
        view! {
            <TextField
                name="where_words" label=words.where_words hint=words.where_hint value=written
                fault=fault_of(faults, "where_words") is_spoken=true
            />
        }
    };
    view! {
        {has_tiles.then(|| view! {
            <fieldset class="stack">
                <legend class="unseen">{words.place}</legend>
                <FaultLine name="place" fault=fault_of(faults, "place") />
                {tiles.into_iter().enumerate().map(tile).collect_view()}
            </fieldset>
        })}
        {move || is_elsewhere.get().then(field)}
    }
}
