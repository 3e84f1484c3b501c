//! Letters to many at once: for whom, and the batches that were made before.
use crate::{
    api::{ApiError, Precondition, Unanswered, use_api},
    desk::desk_page::ForStaff,
    routes::Route,
    ui::{
        Alarm, Back, ButtonLink, CheckTile, ErrorSummary, Fault, FaultLine, Fetched, Load, Look,
        Parts, RadioTile, Screen, Screens, SendButton,
    },
    words::use_text,
};
use huiyin_domain::{
    ids::LetterBatchId,
    problems::ProblemKind,
    register::letters::{Batch, BatchForm, BatchList, BuildingLetters},
};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use std::{collections::BTreeSet, sync::Arc};

const FIELD: &str = "buildings";

/// Letters in batches.
#[component]
pub fn LettersPage() -> impl IntoView {
    view! { <ForStaff then=|| view! { <Loaded /> } /> }
}

#[component]
fn Loaded() -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let list = Fetched::new(move || async move { api.get::<BatchList>("letters").await });
    view! {
        <Back to=Route::DeskRegister words=text.register.page.heading />
        <Load resource=list then=|list| view! { <Shown list /> } />
    }
}

#[component]
fn Shown(list: BatchList) -> impl IntoView {
    let words = &use_text().register.letters;
    let list = Arc::new(list);
    let choosing = Choosing::new();
    let (whom, before) = (list.clone(), list.clone());
    let choose = Screen::new(move || view! { <Choose choosing list=whom.clone() /> });
    let mut screens = vec![choose];
    if !list.items.is_empty() {
        screens.push(Screen::new(move || view! { <Before list=before.clone() /> }));
    }
    view! { <Screens heading=words.heading screens /> }
}

/// For whom a batch is begun.
#[derive(Clone, Copy)]
struct Choosing {
    buildings: RwSignal<BTreeSet<String>>,
    only_without: RwSignal<bool>,
    faults: RwSignal<Vec<Fault>>,
    error: RwSignal<Option<ApiError>>,
    action: Action<BatchForm, ()>,
}

impl Choosing {
    fn new() -> Self {
        let api = use_api();
        let navigate = use_navigate();
        let faults = RwSignal::new(Vec::<Fault>::new());
        let error = RwSignal::new(None::<ApiError>);
        let unanswered = Unanswered::of_one();
        let action = Action::new_local(move |form: &BatchForm| {
            let (form, navigate) = (form.clone(), navigate.clone());
            async move {
                let key = unanswered.key_for(&form);
                let begun =
                    api.post::<_, LetterBatchId>("letters", &form, &key, Precondition::None).await;
                unanswered.note(&form, &begun);
                match begun {
                    Ok(id) => navigate(&Route::DeskBatch(id).href(), Default::default()),
                    Err(problem) => match problem.kind() {
                        Some(ProblemKind::Invalid { problems }) if !faults.is_disposed() => {
                            faults.set(Fault::of(problems));
                        }
                        Some(_) | None => {
                            error.try_set(Some(problem));
                        }
                    },
                }
            }
        });
        let buildings = RwSignal::new(BTreeSet::new());
        Self { buildings, only_without: RwSignal::new(true), faults, error, action }
    }

    fn send(self) {
        if !self.action.pending().get_untracked() {
            self.error.set(None);
            self.faults.set(Vec::new());
            self.action.dispatch_local(BatchForm {
                buildings: self.buildings.get_untracked().into_iter().collect(),
                only_without: self.only_without.get_untracked(),
            });
        }
    }

    fn choose(self, building: &str, is_chosen: bool) {
        self.buildings.update(|buildings| {
            if is_chosen {
                buildings.insert(building.to_owned());
            } else {
                buildings.remove(building);
            }
        });
    }
}

#[component]
fn Choose(choosing: Choosing, list: Arc<BatchList>) -> impl IntoView {
    let text = use_text();
    let words = &text.register.letters;
    let busy: Signal<bool> = choosing.action.pending().into();
    view! {
        <ErrorSummary faults=choosing.faults />
        <p>{words.means}</p>
        <p>{(words.without)(list.n_residents, list.n_without)}</p>
        <WhichPeople choosing />
        {(!list.buildings.is_empty()).then(|| view! {
            <WhichBuildings choosing list=list.clone() />
        })}
        {move || choosing.error.get().map(|error| view! {
            <Alarm words=text.problems.error(&error) />
        })}
        <SendButton words=words.begin busy on_press=move || choosing.send() />
    }
}

#[component]
fn WhichPeople(choosing: Choosing) -> impl IntoView {
    let words = &use_text().register.letters;
    let tile = move |id: &'static str, is_only: bool, said: &'static str, hint: &'static str| {
        view! {
            <RadioTile
                group="people" id words=said hint
                is_chosen=Signal::derive(move || choosing.only_without.get() == is_only)
                on_choose=move || choosing.only_without.set(is_only)
            />
        }
    };
    view! {
        <fieldset class="stack stack--tight">
            <legend class="field__label">{words.people}</legend>
            {tile("people-without", true, words.only_without, "")}
            {tile("people-all", false, words.everybody, words.everybody_means)}
        </fieldset>
    }
}

#[component]
fn WhichBuildings(choosing: Choosing, list: Arc<BatchList>) -> impl IntoView {
    let words = &use_text().register.letters;
    let fault = Signal::derive(move || Fault::for_field(&choosing.faults.get(), FIELD));
    let tile = |(at, it): (usize, BuildingLetters)| {
        let said = (words.building)(&it.building, it.n_residents, it.n_without);
        let (mine, its) = (it.building.clone(), it.building);
        let is_chosen =
            Signal::derive(move || choosing.buildings.with(|chosen| chosen.contains(&mine)));
        view! {
            <CheckTile
                id=format!("building-{at}") words=said is_chosen
                on_change=move |is_chosen| choosing.choose(&its, is_chosen)
            />
        }
    };
    view! {
        <fieldset class="stack stack--tight" id=FIELD tabindex="-1">
            <legend class="field__label">{words.which}</legend>
            <p class="field__hint">{words.which_hint}</p>
            <FaultLine name=FIELD fault />
            {list.buildings.iter().cloned().enumerate().map(tile).collect_view()}
        </fieldset>
    }
}

/// The batches that were made before: when, by whom, how many.
#[component]
fn Before(list: Arc<BatchList>) -> impl IntoView {
    let text = use_text();
    let words = &text.register.letters;
    let len = list.items.len();
    let row = move |at: usize| {
        let Batch { id, at, by, buildings, n_letters, n_made } = list.items[at].clone();
        let by = by.unwrap_or_else(|| words.by_nobody.to_owned());
        let about = format!("{id}");
        view! {
            <h3>{(words.batch)(id)}</h3>
            <p>{(words.begun)(&text.language.moment(at), &by)}</p>
            <p>{(words.in_buildings)(&buildings)}</p>
            <p>{(words.made)(n_made, n_letters)}</p>
            <ButtonLink to=Route::DeskBatch(id) words=words.open about look=Look::Quiet />
        }
        .into_any()
    };
    view! {
        <section class="stack stack--tight">
            <h2>{words.before}</h2>
            <Parts id="batches" len row more=words.show_all />
        </section>
    }
}
