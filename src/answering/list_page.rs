//! What is owed, the most urgent first; whose it is stands in the address.
use super::{
    pass_on_many::{PassOnMany, Picked},
    typed::Typed,
};
use crate::{
    accessibility::use_modes,
    api::use_api,
    browser::address,
    desk::desk_page::ForStaff,
    ledger::{card::Card, names::department_name},
    routes::{Route, encode},
    ui::{Back, CheckTile, Fetched, Load, Screen, Screens},
    words::use_text,
};
use huiyin_domain::{
    feedback::{
        Owner,
        wire::{Names, OwedList, SubmissionCard},
    },
    residents::{StaffRole, Viewer},
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// What is owed.
#[component]
pub fn ListPage() -> impl IntoView {
    view! { <ForStaff then=|| view! { <Loaded /> } /> }
}

/// In the address: whose duties are shown. Without it, the server shows one's own.
const OWNER: &str = "owner";

#[component]
fn Loaded() -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        let query = query.read();
        let parts = [OWNER, "after"]
            .into_iter()
            .filter_map(|name| Some(format!("{name}={}", encode(&query.get(name)?))));
        parts.collect::<Vec<_>>().join("&")
    });
    let list = Fetched::new(move || {
        let asked = asked.get();
        async move { api.get::<OwedList>(&format!("feedback/owed?{asked}")).await }
    });
    view! {
        <Back to=Route::Desk words=text.desk.heading />
        <Load resource=list then=move |owed| {
            let again = Callback::new(move |()| list.refetch());
            let is_first = !asked.get_untracked().contains("after=");
            view! { <Shown owed is_first again /> }
        } />
    }
}

/// How many stand on one screen of the elder mode.
const ON_A_SCREEN: usize = 3;

#[component]
fn Shown(owed: OwedList, is_first: bool, again: Callback<()>) -> impl IntoView {
    let words = &use_text().answering.list;
    let names = StoredValue::new(owed.names.clone());
    let (picked, typed) = (Picked::new(), Typed::blank());
    let (total, n_overdue, owner) = (owed.total, owed.n_overdue, owed.owner);
    let is_empty = owed.items.is_empty();
    let mut screens = vec![Screen::new(move || {
        view! {
            <Whose owner names />
            {if is_empty {
                view! { <p>{words.nothing}</p> }.into_any()
            } else {
                view! { <p><strong>{(words.total)(total, n_overdue)}</strong></p> }.into_any()
            }}
        }
    })];
    let few = if use_modes().is_elder() { ON_A_SCREEN } else { owed.items.len() };
    for cards in owed.items.chunks(few.max(1)) {
        let cards = cards.to_vec();
        screens.push(Screen::new(move || {
            view! { <Cards cards=cards.clone() names picked /> }
        }));
    }
    if !is_empty {
        let next = owed.next;
        screens.push(Screen::new(move || {
            view! {
                <Turn next=next.clone() owner is_first />
                <PassOnMany picked typed names again />
            }
        }));
    }
    view! { <Screens heading=words.heading screens /> }
}

#[component]
fn Cards(cards: Vec<SubmissionCard>, names: StoredValue<Names>, picked: Picked) -> impl IntoView {
    let words = &use_text().answering.list;
    let card = move |card: SubmissionCard| {
        let id = card.id;
        view! {
            <li>
                <Card card names>
                    <CheckTile
                        id=format!("choose-{id}") words=(words.choose)(id.0)
                        is_chosen=Signal::derive(move || picked.has(id))
                        on_change=move |is| picked.set(id, is)
                    />
                </Card>
            </li>
        }
    };
    view! {
        <h2 class="unseen">{words.cards}</h2>
        <ol class="list">{cards.into_iter().map(card).collect_view()}</ol>
    }
}

/// As an address names an owner.
fn word_of(owner: Option<Owner>) -> String {
    match owner {
        None => "all".to_owned(),
        Some(Owner::Office) => "office".to_owned(),
        Some(Owner::Department { id }) => format!("department-{id}"),
    }
}

/// The same page for an owner; a link by hand, as on every list that is sorted by its address.
fn href(owner: Option<Owner>, after: Option<&str>) -> String {
    let after = after.map(|after| format!("&after={after}")).unwrap_or_default();
    format!("{}?{OWNER}={}{after}", address::path(), word_of(owner))
}

/// Whose duties are shown; who answers for one department sees only those.
#[component]
fn Whose(owner: Option<Owner>, names: StoredValue<Names>) -> impl IntoView {
    let words = &use_text().answering.list;
    let sees_all = use_api().me().is_some_and(|me| match me.viewer {
        Viewer::Staff { role: StaffRole::Organiser | StaffRole::Administrator, .. } => true,
        Viewer::Staff { role: StaffRole::Reviewer { .. }, .. }
        | Viewer::Guest
        | Viewer::Resident { .. } => false,
    });
    let link = move |(it, said): (Option<Owner>, String)| {
        let current = (it == owner).then_some("true");
        view! {
            <li>
                <a href=href(it, None) class="proposals-sort__link" aria-current=current>{said}</a>
            </li>
        }
    };
    sees_all.then(|| {
        let departments = names.with_value(|names| {
            let one = |id| (Some(Owner::Department { id }), department_name(names, id));
            names.departments.iter().map(|department| one(department.id)).collect::<Vec<_>>()
        });
        let first = [(None, words.all.to_owned()), (Some(Owner::Office), words.office.to_owned())];
        view! {
            <nav aria-label=words.owner>
                <ul class="proposals-sort__list">
                    {first.into_iter().chain(departments).map(link).collect_view()}
                </ul>
            </nav>
        }
    })
}

/// To the next ones, and back to the most urgent.
#[component]
fn Turn(next: Option<String>, owner: Option<Owner>, is_first: bool) -> impl IntoView {
    let words = &use_text().answering.list;
    let link = |href: String, words: &'static str| {
        view! { <a class="button button--quiet" href=href>{words}</a> }
    };
    view! {
        {next.map(|after| link(href(owner, Some(&after)), words.next))}
        {(!is_first).then(|| link(href(owner, None), words.first))}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use huiyin_domain::ids::DepartmentId;

    #[test]
    fn every_owner_has_a_word_in_addresses() {
        let police = Owner::Department { id: DepartmentId(3) };
        let words = [None, Some(Owner::Office), Some(police)].map(word_of);
        assert_eq!(words, ["all", "office", "department-3"]);
    }
}
