//! Beginning a series: what it is called, and what it is for.
use super::doing::faults_of;
use crate::{
    api::{ApiError, Unanswered, councils_desk, use_api},
    browser::drawer,
    desk::desk_page::ForStaff,
    residents::session,
    routes::Route,
    ui::{Alarm, AreaField, Back, ErrorSummary, Fault, PageHeading, SendButton, TextField},
    words::use_text,
};
use huiyin_domain::{councils::series::SeriesForm, problems::ProblemKind};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// Beginning a series; for organisers.
#[component]
pub fn NewPage() -> impl IntoView {
    view! { <ForStaff then=|| view! { <Form /> } /> }
}

/// Where the form is kept on this device, so that a reload loses nothing.
fn place() -> String {
    session::place("draft.series")
}

#[component]
fn Form() -> impl IntoView {
    let text = use_text();
    let words = &text.councils_desk.new;
    let kept: SeriesForm = drawer::get(&place()).unwrap_or_default();
    let (title, about) = (RwSignal::new(kept.title), RwSignal::new(kept.about));
    let form = move || SeriesForm { title: title.get(), about: about.get() };
    Effect::new(move || {
        // Where this device cannot keep it, the form holds as long as the page is open.
        let _ = drawer::set(&place(), &form());
    });
    let faults = RwSignal::new(Vec::<Fault>::new());
    let fault = move |field| Signal::derive(move || Fault::for_field(&faults.get(), field));
    let sending = Sending::new(faults);
    let busy: Signal<bool> = sending.action.pending().into();
    view! {
        <Back to=Route::DeskSeriesAll words=text.councils_desk.list.heading />
        <PageHeading words=words.heading />
        <ErrorSummary faults />
        <p>{words.means}</p>
        <TextField
            name="title" label=words.title hint=words.title_hint value=title fault=fault("title")
        />
        <AreaField
            name="about" label=words.about hint=words.about_hint value=about fault=fault("about")
        />
        {move || sending.error.get().map(|error| view! {
            <Alarm words=text.problems.error(&error) />
        })}
        <SendButton words=words.begin busy on_press=move || sending.send(untrack(form)) />
    }
}

/// A series on its way.
#[derive(Clone, Copy)]
struct Sending {
    faults: RwSignal<Vec<Fault>>,
    action: Action<SeriesForm, ()>,
    error: RwSignal<Option<ApiError>>,
}

impl Sending {
    fn new(faults: RwSignal<Vec<Fault>>) -> Self {
        let api = use_api();
        let navigate = use_navigate();
        let error = RwSignal::new(None);
        let unanswered = Unanswered::of_one();
        let action = Action::new_local(move |form: &SeriesForm| {
            let (form, navigate) = (form.clone(), navigate.clone());
            async move {
                let key = unanswered.key_for(&form);
                let begun = councils_desk::begin(api, &form, &key).await;
                unanswered.note(&form, &begun);
                match begun {
                    Ok(page) => {
                        drawer::remove(&place());
                        navigate(&Route::DeskSeries(page.series.id).href(), Default::default());
                    }
                    Err(problem) => match problem.kind() {
                        Some(ProblemKind::Invalid { problems }) if !faults.is_disposed() => {
                            faults.set(faults_of(problems));
                        }
                        Some(_) | None => {
                            error.try_set(Some(problem));
                        }
                    },
                }
            }
        });
        Self { faults, action, error }
    }

    fn send(self, form: SeriesForm) {
        if self.action.pending().get_untracked() {
            return;
        }
        self.error.set(None);
        let problems = form.parse().err().unwrap_or_default();
        self.faults.set(faults_of(&problems));
        if problems.is_empty() {
            self.action.dispatch_local(form);
        }
    }
}
