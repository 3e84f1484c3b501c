//! Finding a resident by name, at the door or on the telephone.
use crate::{
    api::{ApiError, use_api},
    routes::encode,
    ui::{Alarm, Fault, TextField, say},
    words::use_text,
};
use huiyin_domain::{
    problems::{FieldFault, FieldProblem},
    residents::{
        search::ResidentSearch,
        wire::{FoundResident, ResidentList},
    },
};
use leptos::prelude::*;

const FIND: &str = "q";

/// A field for a name, and those who are called so; `one` makes the buttons of each.
#[component]
pub(super) fn FindResident(
    /// The buttons of one of them.
    one: impl Fn(FoundResident) -> AnyView + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let text = use_text();
    let words = &text.meetings_desk.run;
    let api = use_api();
    let typed = RwSignal::new(String::new());
    let faults = RwSignal::new(Vec::<Fault>::new());
    let fault = Signal::derive(move || Fault::for_field(&faults.get(), FIND));
    let found = RwSignal::new(None::<Result<ResidentList, ApiError>>);
    let search = Action::new_local(move |wanted: &String| {
        let path = format!("residents?q={}", encode(wanted));
        async move {
            let answer = api.get::<ResidentList>(&path).await;
            if let Ok(list) = &answer {
                let n_found = list.items.len();
                say(if n_found == 0 { words.nobody.into() } else { (words.found)(n_found) });
            }
            found.try_set(Some(answer));
        }
    });
    let send = move || {
        let wanted = typed.get_untracked();
        let problem = ResidentSearch::parse(&wanted).err();
        let problem = problem.map(|problem| FieldProblem {
            field: FIND.to_owned(),
            fault: FieldFault::Words(problem),
        });
        faults.set(Fault::of(problem.as_slice()));
        if problem.is_none() && !search.pending().get_untracked() {
            search.dispatch_local(wanted);
        }
    };
    let row = move |resident| view! { <li>{one(resident)}</li> };
    let list = move |list: ResidentList| match list.items.is_empty() {
        true => view! { <p class="notice">{words.nobody}</p> }.into_any(),
        false => view! { <ul class="list">{list.items.into_iter().map(row).collect_view()}</ul> }
            .into_any(),
    };
    view! {
        <form class="stack" novalidate on:submit=move |event| {
            event.prevent_default();
            send();
        }>
            <TextField name=FIND label=words.name hint=words.name_hint value=typed fault />
            <button type="submit" class="button button--quiet">{words.find}</button>
        </form>
        {move || found.get().map(|found| match found {
            Ok(found) => list(found),
            Err(error) => view! { <Alarm words=text.problems.error(&error) /> }.into_any(),
        })}
    }
}

/// What tells two neighbours of the same name apart.
pub(super) fn address(resident: &FoundResident) -> String {
    resident.address.clone().unwrap_or_else(|| resident.id.to_string())
}
