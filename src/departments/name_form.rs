//! The name of a department or a place, new or in the place of another.
use crate::{
    routes::Route,
    staff::posting::{Posting, SubmitButton},
    ui::{ErrorSummary, Fault, PageHeading, TextField, say},
    words::use_text,
};
use huiyin_domain::{
    communities::Bilingual,
    departments::{Command, NameForm as Form, PlaceCommand},
    feedback::wire::Names,
    ids::{DepartmentId, PlaceId},
};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use serde::Serialize;

/// What is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    NewDepartment,
    Department(DepartmentId),
    NewPlace,
    Place(PlaceId),
}

/// What is sent: a name by itself, or a command with it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
enum Body {
    New(Form),
    Department(Command),
    Place(PlaceCommand),
}

impl What {
    fn path(self) -> String {
        match self {
            Self::NewDepartment => "departments".to_owned(),
            Self::Department(id) => format!("departments/{id}/commands"),
            Self::NewPlace => "places".to_owned(),
            Self::Place(id) => format!("places/{id}/commands"),
        }
    }

    fn body(self, name: Form) -> Body {
        match self {
            Self::NewDepartment | Self::NewPlace => Body::New(name),
            Self::Department(_) => Body::Department(Command::Rename { name }),
            Self::Place(_) => Body::Place(PlaceCommand::Rename { name }),
        }
    }

    /// Where all of its kind stand.
    pub(super) fn list(self) -> Route {
        match self {
            Self::NewDepartment | Self::Department(_) => Route::DeskDepartments,
            Self::NewPlace | Self::Place(_) => Route::DeskPlaces,
        }
    }
}

/// The two names, and the button that keeps them.
#[component]
pub(super) fn NameForm(
    /// What is named.
    what: What,
    /// The name until now.
    before: Option<Bilingual>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.staff.names;
    let heading = match (what, &before) {
        (What::Department(_) | What::Place(_), Some(name)) => {
            (words.rename)(&text.language.of(name))
        }
        (What::NewPlace | What::Place(_), _) => words.add_place.to_owned(),
        (What::NewDepartment | What::Department(_), _) => words.add_department.to_owned(),
    };
    let (zh, en) = before.map_or_else(Default::default, |name| (name.zh, name.en));
    let (zh, en) = (RwSignal::new(zh), RwSignal::new(en));
    let navigate = use_navigate();
    let posting = Posting::new(what.path(), move |_: Names| {
        say(words.kept.to_owned());
        navigate(&what.list().href(), Default::default());
    });
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let form = Form { zh: zh.get_untracked(), en: en.get_untracked() };
        match form.parse() {
            Ok(_) => posting.send(what.body(form)),
            Err(problems) => posting.faults.set(Fault::of(&problems)),
        }
    };
    view! {
        <PageHeading words=heading />
        <ErrorSummary faults=posting.faults />
        <form class="stack" novalidate on:submit=send>
            <TextField name="zh" label=words.zh value=zh fault=posting.fault("zh") />
            <TextField
                name="en" label=words.en hint=words.en_hint value=en fault=posting.fault("en")
            />
            <SubmitButton words=words.keep trouble=posting.trouble() busy=posting.busy() />
        </form>
    }
}
