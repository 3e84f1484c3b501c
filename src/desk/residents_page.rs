//! Finding a resident at the desk, by what they say.
use super::desk_page::ForStaff;
use crate::{
    api::{ApiError, use_api},
    routes::{Route, encode},
    ui::{Alarm, Back, ButtonLink, ErrorSummary, Fault, Look, PageHeading, TextField, say},
    words::use_text,
};
use huiyin_domain::{
    problems::{FieldFault, FieldProblem},
    residents::{
        search::{FOUND_MOST, ResidentSearch},
        wire::{FoundResident, ResidentList},
    },
};
use leptos::prelude::*;

const FIND: &str = "q";

/// Find a resident.
#[component]
pub fn ResidentsPage() -> impl IntoView {
    view! { <ForStaff then=|| view! { <Search /> } /> }
}

#[component]
fn Search() -> impl IntoView {
    let text = use_text();
    let words = &text.desk.letters;
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
                let n_found = u32::try_from(list.items.len()).unwrap_or(FOUND_MOST);
                say(if n_found == 0 { words.nobody.into() } else { (words.found)(n_found) });
            }
            found.set(Some(answer));
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
    let busy = search.pending();
    view! {
        <Back to=Route::Desk words=text.desk.heading />
        <PageHeading words=words.heading />
        <ErrorSummary faults />
        <form class="stack" novalidate on:submit=move |event| {
            event.prevent_default();
            send();
        }>
            <TextField name=FIND label=words.find hint=words.find_hint value=typed fault />
            <button type="submit" class="button" aria-busy=move || busy.get().then_some("true")>
                {words.search}
            </button>
        </form>
        {move || found.get().map(|found| match found {
            Ok(list) => view! { <Found list /> }.into_any(),
            Err(error) => view! {
                <Alarm words=text.problems.error(&error) />
            }
            .into_any(),
        })}
    }
}

#[component]
fn Found(list: ResidentList) -> impl IntoView {
    let words = &use_text().desk.letters;
    if list.items.is_empty() {
        return view! { <p class="notice">{words.nobody}</p> }.into_any();
    }
    let n_found = u32::try_from(list.items.len()).unwrap_or(FOUND_MOST);
    let heading = if list.has_more { (words.too_many)(n_found) } else { (words.found)(n_found) };
    let one = |resident: FoundResident| {
        let open = (words.open)(&resident.public_name);
        // Two neighbours may be called the same; their addresses tell them apart.
        let about = resident.address.clone().unwrap_or_else(|| resident.id.to_string());
        let address = resident.address.unwrap_or_else(|| words.no_address.to_owned());
        view! {
            <li class="card">
                <h3>{resident.public_name}</h3>
                <p>{address}</p>
                <ButtonLink to=Route::Letter(resident.id) words=open about look=Look::Quiet />
            </li>
        }
    };
    view! {
        <h2>{heading}</h2>
        <ul class="list">{list.items.into_iter().map(one).collect_view()}</ul>
    }
    .into_any()
}
