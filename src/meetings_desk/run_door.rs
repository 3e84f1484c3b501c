//! The door of a session: check in by code, by name, or whoever walks in.
use super::{
    Does,
    find::{FindResident, address},
    forms::fault_of,
};
use crate::{
    api::Precondition,
    meetings::code::CODE,
    ui::{ActButton, Choice, Fault, Look, Outcome, OutcomeNotice, SelectField, TextField},
    words::use_text,
};
use huiyin_domain::{
    councils::{
        Group,
        meeting::{Command, Offer, Way, Who, wire::CouncilPage},
    },
    problems::{FieldFault, FieldProblem},
    residents::wire::FoundResident,
    words::WordsProblem,
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// What is filled in at the door.
#[derive(Clone, Copy)]
pub(super) struct DoorTyped {
    acts: Does,
    code: RwSignal<String>,
    way: RwSignal<Way>,
    group: RwSignal<String>,
    faults: RwSignal<Vec<Fault>>,
}

impl DoorTyped {
    /// Nothing yet, or the code that a phone's camera has read.
    pub(super) fn new(acts: Does) -> Self {
        let code = use_query_map().read_untracked().get(CODE).unwrap_or_default();
        let typed = Self {
            acts,
            code: RwSignal::new(code),
            way: RwSignal::new(Way::InPerson),
            group: RwSignal::new(String::new()),
            faults: RwSignal::new(Vec::new()),
        };
        Effect::new(move || {
            if let Some(Outcome::Done(_)) = acts.outcome.get() {
                typed.code.set(String::new());
                typed.group.set(String::new());
            }
        });
        typed
    }

    fn check_in(self, who: Who) {
        self.faults.set(Vec::new());
        let way = self.way.get_untracked();
        self.acts.send(Command::CheckIn { who, way }, |_| Precondition::None);
    }
}

/// The door.
#[component]
pub(super) fn Door(
    /// The council.
    page: RwSignal<CouncilPage>,
    /// What is filled in.
    typed: DoorTyped,
) -> impl IntoView {
    let text = use_text();
    let words = &text.meetings_desk.run;
    let is_open = Memo::new(move |_| page.with(|page| page.offers.contains(&Offer::CheckIn)));
    let has_line = page.with_untracked(|page| 0 < page.room.online);
    let ways = || Way::ALL.map(|way| (way, (text.meetings.way)(way).to_owned(), "")).to_vec();
    let fields = move || {
        is_open.get().then(|| {
            let ways = has_line.then(|| {
                view! {
                    <Choice
                        name="way" legend=words.way choices=ways()
                        chosen=Signal::derive(move || Some(typed.way.get()))
                        on_choose=move |way| typed.way.set(way)
                        fault=Signal::derive(|| None::<String>)
                    />
                }
            });
            let one = move |resident| view! { <One resident typed /> }.into_any();
            view! {
                {ways}
                <ByCode typed />
                <FindResident one />
                <WalkIn typed />
            }
        })
    };
    view! {
        <section class="stack">
            <h2>{words.check_in}</h2>
            <OutcomeNotice outcome=typed.acts.outcome />
            {fields}
        </section>
    }
}

#[component]
fn ByCode(typed: DoorTyped) -> impl IntoView {
    let words = &use_text().meetings_desk.run;
    let send = move || {
        let code = typed.code.get_untracked().trim().to_owned();
        if code.is_empty() {
            let fault = FieldFault::Words(WordsProblem::Empty);
            let field = CODE.to_owned();
            typed.faults.set(Fault::of(&[FieldProblem { field, fault }]));
        } else {
            typed.check_in(Who::Code { code });
        }
    };
    view! {
        <TextField
            name=CODE label=words.code hint=words.code_hint value=typed.code is_code=true
            fault=fault_of(typed.faults, CODE)
        />
        <ActButton words=words.code_send busy=typed.acts.busy() on_press=send />
    }
}

#[component]
fn One(resident: FoundResident, typed: DoorTyped) -> impl IntoView {
    let words = &use_text().meetings_desk.run;
    let said = (words.check_in_one)(&resident.public_name, &address(&resident));
    let id = resident.id;
    let press = move || typed.check_in(Who::Resident { id });
    view! { <ActButton words=said look=Look::Quiet busy=typed.acts.busy() on_press=press /> }
}

#[component]
fn WalkIn(typed: DoorTyped) -> impl IntoView {
    let text = use_text();
    let words = &text.meetings_desk.run;
    let none = (String::new(), words.group_none.to_owned());
    let groups = Group::CHOICES
        .map(|group| (group.word().to_owned(), (text.councils.group)(group).to_owned()));
    let options = [none].into_iter().chain(groups).collect();
    let press = move || {
        typed.check_in(Who::WalkIn { group: Group::parse(&typed.group.get_untracked()) });
    };
    view! {
        <SelectField name="group" label=words.group options value=typed.group />
        <ActButton words=words.walk_in look=Look::Quiet busy=typed.acts.busy() on_press=press />
    }
}
