//! Choosing another password for oneself.
use super::{
    posting::{Posting, SubmitButton},
    to_first,
};
use crate::{
    api::use_api,
    routes::Route,
    ui::{ErrorSummary, Fault, PageHeading, TextField, say},
    words::use_text,
};
use huiyin_domain::{
    problems::{FieldFault, FieldProblem},
    staff::{
        PASSWORD_CHARS_LEAST, PasswordProblem, check_password,
        wire::{AccountPage, PasswordForm as Form},
    },
};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// What is typed.
#[derive(Clone, Copy)]
struct Typed {
    old: RwSignal<String>,
    new: RwSignal<String>,
    again: RwSignal<String>,
}

impl Typed {
    fn empty() -> Self {
        let field = || RwSignal::new(String::new());
        Self { old: field(), new: field(), again: field() }
    }

    /// What is sent, or what is wrong with it: the two new ones must be the same.
    fn read(self, names: [&str; 2]) -> Result<Form, Vec<Fault>> {
        let (old, new) = (self.old.get_untracked(), self.new.get_untracked());
        let mut problems = Vec::new();
        let mut wrong = |field: &str, problem| {
            let (field, fault) = (field.to_owned(), FieldFault::Password(problem));
            problems.push(FieldProblem { field, fault });
        };
        if old.is_empty() {
            wrong("old", PasswordProblem::Empty);
        }
        if let Err(problem) = check_password(&new, names, &old) {
            wrong("new", problem);
        }
        let mut faults = Fault::of(&problems);
        if faults.is_empty() && self.again.get_untracked() != new {
            let words = use_text().staff.account.differs.to_owned();
            faults.push(Fault { field: "again".to_owned(), words });
        }
        if faults.is_empty() { Ok(Form { old, new }) } else { Err(faults) }
    }
}

/// The old password, and the new one twice. Whoever still has something to do first goes on to it.
#[component]
pub fn PasswordForm(
    /// The account.
    page: AccountPage,
) -> impl IntoView {
    let text = use_text();
    let words = &text.staff.account;
    let api = use_api();
    let navigate = use_navigate();
    let must = page.me.must_first.map(|first| text.staff.first(first));
    let posting = Posting::new("staff/me/password".to_owned(), move |page: AccountPage| {
        let first = page.me.must_first;
        api.set_me(page.me);
        say(words.changed.to_owned());
        let next = first.map_or(Route::Account, to_first);
        navigate(&next.href(), Default::default());
    });
    let typed = Typed::empty();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match typed.read([page.member.name.as_str(), page.member.called.as_str()]) {
            Ok(form) => posting.send(form),
            Err(faults) => posting.faults.set(faults),
        }
    };
    let field = move |name: &'static str, label: &'static str, value, autofill: &'static str| {
        view! {
            <TextField name label value kind="password" fault=posting.fault(name) autofill />
        }
    };
    let hint = (words.new_hint)(PASSWORD_CHARS_LEAST);
    view! {
        <PageHeading words=words.password />
        {must.map(|words| view! { <p class="notice notice--warn">{words}</p> })}
        <ErrorSummary faults=posting.faults />
        <form class="stack" novalidate on:submit=send>
            {field("old", words.old, typed.old, "current-password")}
            <TextField
                name="new" label=words.new hint value=typed.new kind="password"
                fault=posting.fault("new") autofill="new-password"
            />
            {field("again", words.again, typed.again, "new-password")}
            <SubmitButton words=words.change trouble=posting.trouble() busy=posting.busy() />
        </form>
    }
}
