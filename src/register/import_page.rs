//! Importing: a table is chosen or pasted, its report is read, and only then it is stored.
use super::report_shown::ReportShown;
use crate::{
    api::{ApiError, Key, Unanswered, use_api},
    browser::files,
    desk::desk_page::ForStaff,
    routes::{Route, encode},
    ui::{
        ActButton, Alarm, AreaField, Back, ButtonLink, ErrorSummary, Fault, FaultLine, Look,
        PageHeading, say,
    },
    words::use_text,
};
use huiyin_domain::{
    problems::{FieldFault, FieldProblem, ProblemKind},
    register::{
        FileFault, TABLE_BYTES_MAX,
        wire::{Imported, Report},
    },
};
use leptos::{prelude::*, task::spawn_local_scoped};
use std::sync::Arc;

const FIELD: &str = "file";
const PASTED: &str = "pasted";

/// Importing the register.
#[component]
pub fn ImportPage() -> impl IntoView {
    view! { <ForStaff then=|| view! { <Import /> } /> }
}

/// How far it is.
#[derive(Clone)]
enum Step {
    Choosing,
    Shown(Arc<Report>),
    Stored(Imported),
}

#[component]
fn Import() -> impl IntoView {
    let text = use_text();
    let words = &text.register.import;
    let importing = Importing::new();
    view! {
        <Back to=Route::DeskRegister words=text.register.page.heading />
        <PageHeading words=words.heading />
        <ErrorSummary faults=importing.faults />
        {move || importing.error.get().map(|error| view! {
            <Alarm words=text.problems.error(&error) />
        })}
        {move || match importing.step.get() {
            Step::Choosing => view! { <Choose importing /> }.into_any(),
            Step::Shown(report) => view! { <Confirm importing report /> }.into_any(),
            Step::Stored(imported) => view! { <Stored imported /> }.into_any(),
        }}
    }
}

/// A file, or pasted words; nothing is stored by looking at it.
#[component]
fn Choose(importing: Importing) -> impl IntoView {
    let words = &use_text().register.import;
    let pasted = RwSignal::new(String::new());
    let fault = Signal::derive(move || Fault::for_field(&importing.faults.get(), FIELD));
    let described_by = move || match fault.get() {
        Some(_) => "file-error file-hint",
        None => "file-hint",
    };
    let take = move |event: leptos::ev::Event| {
        let Some(chosen) = files::take_chosen(&event) else { return };
        if chosen.bytes() > TABLE_BYTES_MAX as u64 {
            return importing.refuse(FileFault::TooLarge { max_bytes: TABLE_BYTES_MAX as u64 });
        }
        spawn_local_scoped(async move {
            let read = chosen.read().await;
            // Whoever has left the page is not called back.
            if importing.step.is_disposed() {
                return;
            }
            match read {
                Some(bytes) => importing.look(bytes),
                None => importing.refuse(FileFault::NotText),
            }
        });
    };
    let busy: Signal<bool> = importing.look.pending().into();
    let see = move || if busy.get() { words.looking } else { words.look }.to_owned();
    view! {
        <p>{words.means}</p>
        <ul class="list">
            <li>{words.columns}</li>
            <li>{words.excel}</li>
        </ul>
        <div class="field">
            <label class="field__label" for=FIELD>{words.file}</label>
            <p class="field__hint" id="file-hint">{words.file_hint}</p>
            <FaultLine name=FIELD fault />
            <input
                id=FIELD type="file" accept=".csv,.txt,text/csv,text/plain" class="field__input"
                aria-invalid=move || fault.get().map(|_| "true")
                aria-describedby=described_by
                on:change=take
            />
        </div>
        <AreaField
            name=PASTED label=words.pasted hint=words.pasted_hint rows=6 value=pasted
            fault=Signal::derive(|| None::<String>)
        />
        <ActButton
            words=Signal::derive(see) busy
            on_press=move || importing.look(pasted.get_untracked().into_bytes())
        />
    }
}

/// What would happen, and the button that lets it happen.
#[component]
fn Confirm(importing: Importing, report: Arc<Report>) -> impl IntoView {
    let words = &use_text().register.import;
    let n = report.n_new + report.n_filled;
    let busy: Signal<bool> = importing.store.pending().into();
    let next = match n {
        0 => view! { <p class="notice">{words.nothing}</p> }.into_any(),
        _ => view! {
            <ActButton
                casts=true words=(words.store)(report.n_new, report.n_filled) busy
                on_press=move || importing.store()
            />
        }
        .into_any(),
    };
    view! {
        <ReportShown report />
        {next}
        <ActButton words=words.other look=Look::Quiet on_press=move || importing.again() />
    }
}

#[component]
fn Stored(imported: Imported) -> impl IntoView {
    let words = &use_text().register.import;
    view! {
        <p class="notice notice--good">{(words.stored)(imported.n_new, imported.n_filled)}</p>
        {(imported.n_refused > 0).then(|| view! {
            <p>{(words.left_out)(imported.n_refused)}</p>
        })}
        <ButtonLink to=Route::DeskLetters words=words.to_letters />
        <ButtonLink to=Route::DeskRegister words=words.to_register look=Look::Quiet />
    }
}

/// An import on its way.
#[derive(Clone, Copy)]
struct Importing {
    step: RwSignal<Step>,
    faults: RwSignal<Vec<Fault>>,
    error: RwSignal<Option<ApiError>>,
    look: Action<Arc<Vec<u8>>, ()>,
    store: Action<String, ()>,
}

impl Importing {
    fn new() -> Self {
        let api = use_api();
        let words = &use_text().register.import;
        let step = RwSignal::new(Step::Choosing);
        let faults = RwSignal::new(Vec::<Fault>::new());
        let error = RwSignal::new(None::<ApiError>);
        // The table that is shown, and is stored as it was shown.
        let table = StoredValue::new(Arc::new(Vec::new()));
        let look = Action::new_local(move |bytes: &Arc<Vec<u8>>| {
            let bytes = bytes.clone();
            async move {
                let key = Key::fresh();
                let path = "register/report";
                match api.post_bytes::<Report>(path, "text/csv", &bytes, &key).await {
                    Ok(report) => {
                        say((words.told)(&report));
                        let _ = table.try_set_value(bytes);
                        step.try_set(Step::Shown(Arc::new(report)));
                    }
                    Err(problem) => fail(problem, faults, error),
                }
            }
        });
        // While no answer came, the same import is asked for, and is done once.
        let unanswered = Unanswered::of_one();
        let store = Action::new_local(move |seal: &String| {
            let seal = seal.clone();
            async move {
                let key = unanswered.key_for(&seal);
                let path = format!("register/import?seal={}", encode(&seal));
                let Some(bytes) = table.try_get_value() else { return };
                let stored = api.post_bytes::<Imported>(&path, "text/csv", &bytes, &key).await;
                unanswered.note(&seal, &stored);
                match stored {
                    Ok(imported) => {
                        say((words.stored)(imported.n_new, imported.n_filled));
                        step.try_set(Step::Stored(imported));
                    }
                    Err(problem) => {
                        let is_changed = problem.refusal().is_some();
                        fail(problem, faults, error);
                        // Somebody else was at the register: what would happen now is shown.
                        if is_changed && !error.is_disposed() {
                            look.dispatch_local(bytes);
                        }
                    }
                }
            }
        });
        Self { step, faults, error, look, store }
    }

    fn look(self, bytes: Vec<u8>) {
        if !self.look.pending().get_untracked() {
            self.error.set(None);
            self.faults.set(Vec::new());
            self.look.dispatch_local(Arc::new(bytes));
        }
    }

    fn store(self) {
        let Step::Shown(report) = self.step.get_untracked() else { return };
        if !self.store.pending().get_untracked() {
            self.error.set(None);
            self.store.dispatch_local(report.seal.clone());
        }
    }

    fn again(self) {
        self.error.set(None);
        self.faults.set(Vec::new());
        self.step.set(Step::Choosing);
    }

    fn refuse(self, fault: FileFault) {
        let fault = FieldFault::Register(fault);
        self.faults.set(Fault::of(&[FieldProblem { field: FIELD.to_owned(), fault }]));
    }
}

fn fail(problem: ApiError, faults: RwSignal<Vec<Fault>>, error: RwSignal<Option<ApiError>>) {
    match problem.kind() {
        Some(ProblemKind::Invalid { problems }) if !faults.is_disposed() => {
            faults.set(Fault::of(problems));
        }
        Some(_) | None => {
            error.try_set(Some(problem));
        }
    }
}
