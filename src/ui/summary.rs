//! What is wrong with a form, at its top, with a link to each field.
use crate::{accessibility::use_modes, browser::document, ui::screens, words::use_text};
use huiyin_domain::problems::FieldProblem;
use leptos::{html::Div, prelude::*};

/// What is wrong with one field, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field's id.
    pub field: String,
    /// What is so, and what to do.
    pub words: String,
}

impl Fault {
    /// The faults of a form in the words of the language in use.
    pub fn of(problems: &[FieldProblem]) -> Vec<Self> {
        let words = &use_text().faults;
        let fault = |problem: &FieldProblem| Self {
            field: problem.field.clone(),
            words: (words.fault)(&problem.field, &problem.fault),
        };
        problems.iter().map(fault).collect()
    }

    /// The words for one field, if something is wrong with it.
    pub fn for_field(faults: &[Self], field: &str) -> Option<String> {
        faults.iter().find(|fault| fault.field == field).map(|fault| fault.words.clone())
    }
}

/// Says how many faults there are and links to each; takes the focus whenever they change.
#[component]
pub fn ErrorSummary(
    /// What is wrong; nothing is shown while this is empty.
    #[prop(into)]
    faults: Signal<Vec<Fault>>,
    /// On which screen a field stands, from one, where the form has several of them.
    #[prop(optional)]
    screen_of: Option<Callback<String, usize>>,
) -> impl IntoView {
    let text = use_text();
    let place = NodeRef::<Div>::new();
    Effect::new(move |had_faults: Option<bool>| {
        let n_faults = faults.with(Vec::len);
        if n_faults > 0
            && let Some(place) = place.get()
        {
            document::focus_element(&place);
            document::say_in_title(Some(&(text.faults.title)(n_faults)));
        } else if had_faults == Some(true) {
            document::say_in_title(None);
        }
        n_faults > 0
    });
    let screen_of = screen_of.filter(|_| use_modes().is_elder());
    let link = move |fault: Fault| {
        let id = fault.field.clone();
        let href = match screen_of {
            Some(screen_of) => screens::href(screen_of.run(id.clone())),
            None => format!("#{id}"),
        };
        // A field on another screen is not here: the link leads to that screen.
        let go = move |event: leptos::ev::MouseEvent| {
            if screen_of.is_none() || document::has_id(&id) {
                event.prevent_default();
                document::focus_id(&id);
            }
        };
        view! { <li><a href=href on:click=go>{fault.words}</a></li> }
    };
    view! {
        <div class="summary-place" node_ref=place tabindex="-1">
            {move || {
                let faults = faults.get();
                (!faults.is_empty()).then(|| view! {
                    <div class="summary">
                        <h2>{(text.faults.title)(faults.len())}</h2>
                        <ul class="list">{faults.into_iter().map(link).collect_view()}</ul>
                    </div>
                })
            }}
        </div>
    }
}
