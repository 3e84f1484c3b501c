//! One thing an administrator does with a member of staff, on a page of its own.
use super::{
    member::{GivenSheet, MemberFacts},
    member_page::use_staff_id,
    posting::{Nothing, Posting},
};
use crate::{
    api::{Precondition, use_api},
    desk::desk_page::ForStaff,
    routes::Route,
    ui::{
        ActButton, Acts, Alarm, AreaField, Back, ButtonLink, Choice, ErrorSummary, Fault, Fetched,
        Load, Look, NotFoundPage, Outcome, OutcomeNotice, PageHeading,
    },
    words::{Text, staff::DeskWords, use_text},
};
use huiyin_domain::{
    departments::Department,
    ids::StaffId,
    problems::{FieldFault, FieldProblem},
    residents::StaffRole,
    staff::{
        Command, Offer, Why,
        wire::{GivenPassword, MemberPage},
    },
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    Role,
    Password,
    Factor,
    Retire,
}

impl Act {
    const ALL: [Self; 4] = [Self::Role, Self::Password, Self::Factor, Self::Retire];

    pub(super) fn of(offer: Offer) -> Self {
        match offer {
            Offer::ChangeRole => Self::Role,
            Offer::GivePassword => Self::Password,
            Offer::ResetSecondFactor => Self::Factor,
            Offer::Retire => Self::Retire,
        }
    }

    /// As addresses name it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Password => "password",
            Self::Factor => "second-factor",
            Self::Retire => "retire",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.name() == name)
    }

    pub(super) fn words(self, words: &DeskWords) -> &'static str {
        match self {
            Self::Role => words.change_role,
            Self::Password => words.give_password,
            Self::Factor => words.reset,
            Self::Retire => words.retire,
        }
    }
}

/// One act on the member in the address.
#[component]
pub fn ActPage() -> impl IntoView {
    let id = use_staff_id();
    let params = use_params_map();
    let act = Memo::new(move |_| Act::parse(&params.read().get("act")?));
    move || match (id.get(), act.get()) {
        (Some(id), Some(act)) => {
            view! { <ForStaff then=move || view! { <Loaded id act /> } /> }.into_any()
        }
        (None, _) | (_, None) => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: StaffId, act: Act) -> impl IntoView {
    let api = use_api();
    let page =
        Fetched::new(move || async move { api.get::<MemberPage>(&format!("staff/{id}")).await });
    let words = &use_text().staff.desk;
    view! {
        <Back to=Route::DeskStaff words=words.heading />
        <Load resource=page then=move |page| view! { <Asked act page /> } />
    }
}

/// The question, where it can be asked at all.
#[component]
fn Asked(act: Act, page: MemberPage) -> impl IntoView {
    let words = &use_text().staff.desk;
    let is_offered = page.offers.iter().any(|offer| Act::of(*offer) == act);
    if !is_offered {
        return view! {
            <PageHeading words=act.words(words) />
            <p>{words.not_now}</p>
            <ButtonLink to=Route::DeskMember(page.member.id) words=words.to_list />
        }
        .into_any();
    }
    match act {
        Act::Password => view! { <Give page /> }.into_any(),
        Act::Role | Act::Factor | Act::Retire => view! { <Ask act page /> }.into_any(),
    }
}

fn done(text: &Text, command: &Command) -> String {
    let words = &text.staff.desk;
    let done = match command {
        Command::ChangeRole { .. } => words.role_changed,
        Command::ResetSecondFactor { .. } => words.was_reset,
        Command::Retire { .. } => words.was_retired,
    };
    done.to_owned()
}

#[component]
fn Ask(act: Act, page: MemberPage) -> impl IntoView {
    let words = &use_text().staff.desk;
    let (member, departments) = (page.member.clone(), page.departments.clone());
    let called = member.called.to_string();
    let path = format!("staff/{}", member.id);
    let acts = Acts::new(path, RwSignal::new(page), done);
    let is_done = move || matches!(acts.outcome.get(), Some(Outcome::Done(_)));
    let (role, choices) = (member.role, departments.clone());
    let form = move || match act {
        Act::Role => view! { <NewRole role departments=choices.clone() acts /> }.into_any(),
        Act::Password => ().into_any(),
        Act::Factor | Act::Retire => view! { <WithWhy act acts /> }.into_any(),
    };
    view! {
        <PageHeading words=format!("{called} · {}", act.words(words)) />
        <OutcomeNotice outcome=acts.outcome />
        {move || match is_done() {
            true => view! {
                <ButtonLink to=Route::DeskStaff words=words.to_list />
            }
            .into_any(),
            false => view! {
                <MemberFacts member=member.clone() departments=departments.clone() />
                {form()}
            }
            .into_any(),
        }}
    }
}

/// The roles as tiles.
#[component]
pub(super) fn RoleChoice(
    /// The departments one can answer for.
    departments: Vec<Department>,
    /// What is chosen.
    chosen: RwSignal<Option<StaffRole>>,
    /// What is wrong with it.
    fault: Signal<Option<String>>,
) -> impl IntoView {
    let text = use_text();
    let (words, language) = (&text.staff.desk, text.language);
    let mut choices = vec![
        (StaffRole::Organiser, text.staff.organiser.to_owned(), words.organiser_means),
        (StaffRole::Administrator, text.staff.administrator.to_owned(), words.administrator_means),
    ];
    choices.extend(departments.iter().map(|department| {
        let role = StaffRole::Reviewer { department: department.id };
        (role, text.staff.role(language, role, &departments), words.reviewer_means)
    }));
    view! {
        <Choice
            name="role" legend=words.role choices chosen fault
            on_choose=move |role| chosen.set(Some(role))
        />
    }
}

#[component]
fn NewRole(
    role: StaffRole,
    departments: Vec<Department>,
    acts: Acts<Command, MemberPage>,
) -> impl IntoView {
    let words = &use_text().staff.desk;
    let chosen = RwSignal::new(Some(role));
    let change = move || {
        if let Some(role) = chosen.get_untracked() {
            acts.send(Command::ChangeRole { role }, |_| Precondition::None);
        }
    };
    view! {
        <RoleChoice departments chosen fault=Signal::derive(|| None) />
        <ActButton casts=true words=words.change_role busy=acts.busy() on_press=change />
    }
}

#[component]
fn WithWhy(act: Act, acts: Acts<Command, MemberPage>) -> impl IntoView {
    let words = &use_text().staff.desk;
    let why = RwSignal::new(String::new());
    let faults = RwSignal::new(Vec::<Fault>::new());
    let fault = Signal::derive(move || Fault::for_field(&faults.get(), "why"));
    let means = if act == Act::Retire { words.retire_means } else { words.reset_means };
    let send = move || match Why::parse(&why.get_untracked()) {
        Ok(why) => {
            faults.set(Vec::new());
            let command = match act {
                Act::Retire => Command::Retire { why },
                Act::Role | Act::Password | Act::Factor => Command::ResetSecondFactor { why },
            };
            acts.send(command, |_| Precondition::None);
        }
        Err(problem) => {
            let (field, fault) = ("why".to_owned(), FieldFault::Words(problem));
            faults.set(Fault::of(&[FieldProblem { field, fault }]));
        }
    };
    view! {
        <p>{means}</p>
        <ErrorSummary faults />
        <AreaField name="why" label=words.why hint=words.why_hint value=why fault rows=2 />
        <ActButton
            casts=true look=Look::Warn words=act.words(words) busy=acts.busy() on_press=send
        />
    }
}

/// A password for one sign-in.
#[component]
fn Give(page: MemberPage) -> impl IntoView {
    let words = &use_text().staff.desk;
    let told = RwSignal::new(None::<GivenPassword>);
    let path = format!("staff/{}/password", page.member.id);
    let posting = Posting::new(path, move |given: GivenPassword| told.set(Some(given)));
    let trouble = posting.trouble();
    let called = page.member.called.to_string();
    let ask = move || {
        view! {
            <PageHeading words=format!("{called} · {}", words.give_password) />
            <p>{words.give_means}</p>
            {move || trouble.get().map(|words| view! { <Alarm words=words /> })}
            <ActButton
                casts=true words=words.give_password busy=posting.busy()
                on_press=move || posting.send(Nothing {})
            />
        }
    };
    move || match told.get() {
        Some(given) => view! { <GivenSheet given /> }.into_any(),
        None => ask().into_any(),
    }
}
