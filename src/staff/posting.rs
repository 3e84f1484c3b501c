//! A form on its way to the server: what is wrong with it stands at its fields, what it brings
//! back goes to the page.
use crate::{
    api::{ApiError, Precondition, Unanswered, use_api},
    ui::{Alarm, Fault},
    words::{Text, use_text},
};
use huiyin_domain::{problems::ProblemKind, refusals::Refusal};
use leptos::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

/// What is sent where nothing has to be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Nothing {}

/// A form on its way.
pub struct Posting<B: 'static> {
    action: Action<B, ()>,
    error: RwSignal<Option<ApiError>>,
    /// What is wrong with the form.
    pub faults: RwSignal<Vec<Fault>>,
}

impl<B> Clone for Posting<B> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<B> Copy for Posting<B> {}

impl<B> Posting<B>
where
    B: Clone + PartialEq + Serialize + Send + Sync + 'static,
{
    /// A form that goes to `path`; what comes back goes to `then`.
    pub fn new<T>(path: String, then: impl Fn(T) + Clone + 'static) -> Self
    where
        T: DeserializeOwned + 'static,
    {
        let api = use_api();
        let (error, faults) = (RwSignal::new(None), RwSignal::new(Vec::new()));
        let unanswered = Unanswered::of_one();
        let action = Action::new_local(move |body: &B| {
            let (body, path, then) = (body.clone(), path.clone(), then.clone());
            async move {
                let key = unanswered.key_for(&body);
                let sent = api.post::<_, T>(&path, &body, &key, Precondition::None).await;
                unanswered.note(&body, &sent);
                match sent {
                    Ok(answer) => then(answer),
                    Err(problem) => match problem.kind() {
                        Some(ProblemKind::Invalid { problems }) if !faults.is_disposed() => {
                            faults.set(Fault::of(problems));
                        }
                        Some(_) | None => error.set(Some(problem)),
                    },
                }
            }
        });
        Self { action, error, faults }
    }

    /// Sends the form, unless one is on its way.
    pub fn send(self, body: B) {
        if !self.action.pending().get_untracked() {
            self.error.set(None);
            self.faults.set(Vec::new());
            self.action.dispatch_local(body);
        }
    }

    /// Is it on its way?
    pub fn busy(self) -> Signal<bool> {
        self.action.pending().into()
    }

    /// What is wrong with one field.
    pub fn fault(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || Fault::for_field(&self.faults.get(), field))
    }

    /// Why it was not done, where that is no matter of a field.
    pub fn trouble(self) -> Signal<Option<String>> {
        let text = use_text();
        Signal::derive(move || self.error.get().map(|error| why_not(text, &error)))
    }
}

/// Whoever lost what was told once makes it anew.
fn why_not(text: &Text, error: &ApiError) -> String {
    match error.refusal() {
        Some(Refusal::ToldOnce) => text.staff.told_once.to_owned(),
        Some(_) | None => text.problems.error(error),
    }
}

/// The one button of a form, and above it why it was not done.
#[component]
pub fn SubmitButton(
    /// The verb first.
    #[prop(into)]
    words: String,
    /// Why the form was not taken.
    trouble: Signal<Option<String>>,
    /// Is it on its way?
    busy: Signal<bool>,
) -> impl IntoView {
    view! {
        {move || trouble.get().map(|words| view! { <Alarm words=words /> })}
        <button
            type="submit" class="button" data-casts=""
            aria-busy=move || busy.get().then_some("true")
        >
            {words}
        </button>
    }
}
