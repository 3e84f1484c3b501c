//! The fields in which the office writes down what is said, or why it cannot.
use crate::{
    api::Precondition,
    browser::document,
    ui::{ActButton, Acts, AreaField, ErrorSummary, Fault, Look, TextField, say},
    words::use_text,
};
use huiyin_domain::{
    contests::Reason,
    problems::FieldFault,
    proposals::{Content, ProposalForm},
    recordings::{Command, Stage, wire::RecordingPage},
};
use leptos::prelude::*;

const REASON: &str = "unclear-reason";

/// What is typed so far.
#[derive(Clone, Copy)]
struct Typed {
    title: RwSignal<String>,
    requests: RwSignal<String>,
    place: RwSignal<String>,
    why: RwSignal<String>,
}

impl Typed {
    /// Begins with the text there is: the one handed over, or the last that was not right.
    fn of(page: &RecordingPage) -> Self {
        let last = page.misheard.last().map(|misheard| &misheard.content);
        let content = written(&page.stage).or(last);
        let text = |of: fn(&Content) -> String| RwSignal::new(content.map(of).unwrap_or_default());
        let lines = |content: &Content| {
            let lines = content.requests.iter().map(|request| request.as_str());
            lines.collect::<Vec<_>>().join("\n")
        };
        Self {
            title: text(|content| content.title.to_string()),
            requests: text(lines),
            place: text(|content| content.place.to_string()),
            why: text(|content| content.why.to_string()),
        }
    }

    fn form(self) -> ProposalForm {
        ProposalForm {
            title: self.title.get_untracked(),
            requests: self.requests.get_untracked(),
            place: self.place.get_untracked(),
            why: self.why.get_untracked(),
            cost_unknown: true,
            ..ProposalForm::default()
        }
    }
}

fn written(stage: &Stage) -> Option<&Content> {
    match stage {
        Stage::Written { content, .. } => Some(content),
        Stage::Arriving { .. }
        | Stage::Waiting { .. }
        | Stage::Unclear { .. }
        | Stage::Agreed { .. }
        | Stage::Withdrawn => None,
    }
}

/// Writing down what is said, in the fields of a proposal.
#[component]
pub fn WriteDown(
    /// The recording.
    page: RwSignal<RecordingPage>,
    /// What is done with it.
    acts: Acts<Command, RecordingPage>,
) -> impl IntoView {
    let words = &use_text().speaking.desk;
    let typed = page.with_untracked(Typed::of);
    let faults = RwSignal::new(Vec::<Fault>::new());
    let fault =
        move |field: &'static str| Signal::derive(move || Fault::for_field(&faults.get(), field));
    let send = move || {
        let form = typed.form();
        let problems = form.parse().err().unwrap_or_default();
        faults.set(Fault::of(&problems));
        if problems.is_empty() {
            acts.send(Command::Write { form }, |page| Precondition::Version(page.version));
        }
    };
    let draft = page.with_untracked(|page| page.draft.clone());
    let (title, requests, place, why) = (typed.title, typed.requests, typed.place, typed.why);
    view! {
        {draft.map(|draft| view! { <Engine draft why /> })}
        <section class="stack">
            <h2>{words.write_heading}</h2>
            <ErrorSummary faults />
            <TextField name="title" label=words.title value=title fault=fault("title") />
            <AreaField
                name="requests" label=words.requests value=requests fault=fault("requests")
            />
            <TextField name="place" label=words.place value=place fault=fault("place") />
            <AreaField name="why" label=words.why value=why fault=fault("why") rows=6 />
            <p class="soft">{words.left_out}</p>
            <ActButton casts=true words=words.write busy=acts.busy() on_press=send />
        </section>
    }
}

/// What a speech engine understood: shown as it is, and never trusted.
#[component]
fn Engine(draft: String, why: RwSignal<String>) -> impl IntoView {
    let words = &use_text().speaking.desk;
    let text = draft.clone();
    let take = move || {
        why.update(|why| {
            if !why.trim().is_empty() {
                why.push('\n');
            }
            why.push_str(text.trim());
        });
        say(words.engine_used.to_owned());
        document::focus_id("why");
    };
    view! {
        <section class="stack">
            <h2>{words.engine}</h2>
            <p class="notice notice--warn">{words.engine_hint}</p>
            <p class="card prose">{draft}</p>
            <ActButton words=words.engine_use look=Look::Quiet on_press=take />
        </section>
    }
}

/// Saying that it cannot be understood, and what would help.
#[component]
pub fn SayUnclear(
    /// What is done with the recording.
    acts: Acts<Command, RecordingPage>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.speaking.desk;
    let reason = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<String>);
    let send = move || match Reason::parse(&reason.get_untracked()) {
        Ok(reason) => {
            fault.set(None);
            acts.send(Command::Unclear { reason }, |page| Precondition::Version(page.version));
        }
        Err(problem) => {
            fault.set(Some((text.faults.fault)("reason", &FieldFault::Words(problem))));
            document::focus_id(REASON);
        }
    };
    view! {
        <section class="stack">
            <h2>{words.unclear_heading}</h2>
            <AreaField
                name=REASON label=words.unclear_reason hint=words.unclear_hint value=reason
                fault=Signal::derive(move || fault.get())
            />
            <ActButton
                casts=true words=words.unclear look=Look::Warn busy=acts.busy() on_press=send
            />
        </section>
    }
}
