//! Dissolving a department: what that means, and why it is done.
use crate::{
    routes::Route,
    staff::posting::Posting,
    ui::{ActButton, Alarm, AreaField, ErrorSummary, Fault, Look, PageHeading, say},
    words::use_text,
};
use huiyin_domain::{
    departments::{Command, Department},
    feedback::{Said, wire::Names},
    problems::{FieldFault, FieldProblem},
};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// The reason, and the button that dissolves.
#[component]
pub(super) fn DissolveForm(
    /// Which.
    department: Department,
) -> impl IntoView {
    let text = use_text();
    let words = &text.staff.names;
    let why = RwSignal::new(String::new());
    let navigate = use_navigate();
    let path = format!("departments/{}/commands", department.id);
    let posting = Posting::new(path, move |_: Names| {
        say(words.was_dissolved.to_owned());
        navigate(&Route::DeskDepartments.href(), Default::default());
    });
    let send = move || match Said::parse(&why.get_untracked()) {
        Ok(reason) => posting.send(Command::Dissolve { reason }),
        Err(problem) => {
            let (field, fault) = ("reason".to_owned(), FieldFault::Words(problem));
            posting.faults.set(Fault::of(&[FieldProblem { field, fault }]));
        }
    };
    let trouble = posting.trouble();
    view! {
        <PageHeading words=(words.dissolve)(&text.language.of(&department.name)) />
        <p>{words.dissolve_means}</p>
        <ErrorSummary faults=posting.faults />
        <AreaField
            name="reason" label=words.why hint=words.why_hint value=why
            fault=posting.fault("reason") rows=2
        />
        {move || trouble.get().map(|words| view! { <Alarm words=words /> })}
        <ActButton
            casts=true look=Look::Warn words=words.dissolve_now busy=posting.busy() on_press=send
        />
    }
}
