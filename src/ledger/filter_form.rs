//! Choosing what of the ledger is shown; the choice becomes the page's address.
use super::{
    filter,
    names::{owner_name, place_name},
};
use crate::{
    routes::Route,
    ui::{CheckTile, SelectField},
    words::use_text,
};
use huiyin_domain::{
    departments::{Department, Place},
    feedback::{
        Owner, StageKind, Theme,
        wire::{LedgerFilter, LedgerPage, Names},
    },
};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// What is chosen before it is shown; each holds the word of the address, or nothing.
#[derive(Clone, Copy)]
struct Chosen {
    theme: RwSignal<String>,
    place: RwSignal<String>,
    department: RwSignal<String>,
    month: RwSignal<String>,
    stage: RwSignal<String>,
    overdue: RwSignal<bool>,
}

impl Chosen {
    fn of(filter: &LedgerFilter) -> Self {
        let word = |word: Option<String>| RwSignal::new(word.unwrap_or_default());
        Self {
            theme: word(filter.theme.map(|it| it.word().to_owned())),
            place: word(filter.place.map(|it| it.to_string())),
            department: word(filter.department.map(Owner::in_address)),
            month: word(filter.month.clone()),
            stage: word(filter.stage.map(|it| it.word().to_owned())),
            overdue: RwSignal::new(filter.overdue),
        }
    }

    fn filter(self) -> LedgerFilter {
        filter::read(|name| match name {
            "theme" => Some(self.theme.get_untracked()),
            "place" => Some(self.place.get_untracked()),
            "department" => Some(self.department.get_untracked()),
            "month" => Some(self.month.get_untracked()),
            "stage" => Some(self.stage.get_untracked()),
            "overdue" => Some(self.overdue.get_untracked().to_string()),
            _ => None,
        })
    }
}

/// What is chosen now, in words, and the way back to everything; nothing when all is shown.
#[component]
pub(super) fn ChosenNow(
    /// What is chosen.
    chosen: LedgerFilter,
    /// The names in it.
    names: StoredValue<Names>,
) -> impl IntoView {
    let words = &use_text().ledger.filter;
    let said = names.with_value(|names| in_words(&chosen, names));
    (!said.is_empty()).then(|| {
        view! {
            <p class="notice">{(words.chosen)(&said.join(" · "))}</p>
            <a
                class="button button--quiet"
                href=filter::href(&LedgerFilter::default(), None)
            >
                {words.clear}
            </a>
        }
    })
}

fn in_words(chosen: &LedgerFilter, names: &Names) -> Vec<String> {
    let text = use_text();
    let parts = [
        chosen.theme.map(|it| (text.feedback.theme)(it).to_owned()),
        chosen.place.map(|it| place_name(names, it)),
        chosen.department.map(|it| owner_name(names, it)),
        chosen.month.as_deref().map(|it| text.language.month(it)),
        chosen.stage.map(|it| (text.feedback.stage)(it).to_owned()),
        chosen.overdue.then(|| text.ledger.filter.overdue_chosen.to_owned()),
    ];
    parts.into_iter().flatten().collect()
}

/// The choices, and the button that shows what was chosen.
#[component]
pub(super) fn FilterForm(
    /// The page, which brings the names and the day along.
    page: LedgerPage,
    /// What is chosen.
    chosen: LedgerFilter,
) -> impl IntoView {
    let text = use_text();
    let words = &text.ledger.filter;
    let choice = Chosen::of(&chosen);
    let navigate = use_navigate();
    let show = move || {
        let to = format!("{}{}", Route::Ledger.href(), filter::query(&choice.filter(), None));
        navigate(&to, Default::default());
    };
    let language = text.language;
    let theme = |it: Theme| (it.word().to_owned(), (text.feedback.theme)(it).to_owned());
    let stage = |it: StageKind| (it.word().to_owned(), (text.feedback.stage)(it).to_owned());
    let place = |it: &Place| (it.id.to_string(), language.of(&it.name));
    let department =
        |it: &Department| (Owner::Department { id: it.id }.in_address(), language.of(&it.name));
    let office = (Owner::Office.in_address(), text.ledger.card.office.to_owned());
    let month = |it: String| {
        let said = language.month(&it);
        (it, said)
    };
    let themes = with_all(Theme::ALL.into_iter().map(theme));
    let stages = with_all(StageKind::ALL.into_iter().map(stage));
    let places = with_all(page.names.places.iter().map(place));
    let departments = page.names.departments.iter().map(department);
    let departments = with_all([office].into_iter().chain(departments));
    let months = filter::months(page.on, chosen.month.as_deref());
    let months = with_all(months.into_iter().map(month));
    view! {
        <section class="stack">
            <h2>{words.heading}</h2>
            <form class="stack" aria-label=words.heading on:submit=move |event| {
                event.prevent_default();
                show();
            }>
                <SelectField name="theme" label=words.theme options=themes value=choice.theme />
                <SelectField name="place" label=words.place options=places value=choice.place />
                <SelectField
                    name="department" label=words.department options=departments
                    value=choice.department
                />
                <SelectField name="month" label=words.month options=months value=choice.month />
                <SelectField name="stage" label=words.stage options=stages value=choice.stage />
                <CheckTile
                    id="overdue" words=words.overdue is_chosen=choice.overdue
                    on_change=move |is| choice.overdue.set(is)
                />
                <button type="submit" class="button">{words.show}</button>
            </form>
        </section>
    }
}

/// The choices with “all” before them.
fn with_all(choices: impl Iterator<Item = (String, String)>) -> Vec<(String, String)> {
    let all = (String::new(), use_text().ledger.filter.all.to_owned());
    [all].into_iter().chain(choices).collect()
}
