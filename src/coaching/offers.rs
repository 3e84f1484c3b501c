//! What one can do with a coaching: each as a question of its own.
use super::thread_page::Does;
use crate::{
    accessibility::use_modes,
    api::Precondition,
    routes::Route,
    staff::posting::{Posting, SubmitButton},
    ui::{ActButton, AreaField, Choice, ErrorSummary, Fault, KeptWords, Look},
    words::use_text,
};
use huiyin_domain::{
    coaching::{
        Command, Said, StageKind, Thanks,
        wire::{CoachingPage, Offer, Reader, Volunteer},
    },
    contests::Reason,
    ids::{CoachingId, ResidentId},
    problems::{FieldFault, FieldProblem},
    words::WordsProblem,
};
use leptos::prelude::*;

/// Something to say.
pub(super) const LINE: &str = "line";
const VOLUNTEER: &str = "volunteer";
const THANKS: &str = "thanks";
const LAY_DOWN: &str = "lay-down";

/// What is filled in; it outlives the questions, so that nothing typed is lost.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    line: RwSignal<String>,
    volunteer: RwSignal<Option<ResidentId>>,
    thanks: RwSignal<String>,
    reason: RwSignal<String>,
}

impl Typed {
    /// What was kept of a coaching, where `line` is what is to be said; the rest is for `acts`.
    pub(super) fn new(id: CoachingId, line: &KeptWords, acts: Does) -> Self {
        let kept = |field: &str| acts.keeps(KeptWords::of(&Route::CoachingThread(id), field));
        Self {
            line: line.words,
            volunteer: RwSignal::new(None),
            thanks: kept(THANKS),
            reason: kept(LAY_DOWN),
        }
    }
}

/// One of the things one can do.
#[component]
pub(super) fn OneOffer(
    /// Which.
    offer: Offer,
    /// The coaching.
    page: RwSignal<CoachingPage>,
    /// Sends what is decided.
    acts: Does,
    /// What is filled in.
    typed: Typed,
    /// Sends what is said.
    saying: Posting<Command>,
) -> impl IntoView {
    match offer {
        Offer::Say => view! { <SayIt typed saying /> }.into_any(),
        Offer::Take => view! { <Take acts /> }.into_any(),
        Offer::Name => view! { <Name page acts typed /> }.into_any(),
        Offer::End => view! { <EndIt page acts typed /> }.into_any(),
        Offer::LayDown => view! { <LayDown page acts typed /> }.into_any(),
    }
}

fn faults_of(field: &str, fault: FieldFault) -> Vec<Fault> {
    Fault::of(&[FieldProblem { field: field.to_owned(), fault }])
}

fn in_words(field: &str, why: WordsProblem) -> Vec<Fault> {
    faults_of(field, FieldFault::Words(why))
}

fn fault_in(faults: RwSignal<Vec<Fault>>, field: &'static str) -> Signal<Option<String>> {
    Signal::derive(move || Fault::for_field(&faults.get(), field))
}

/// Below each other one button to speak is enough: two would have the same name.
fn has_screen_of_its_own() -> bool {
    use_modes().is_elder()
}

fn at_version(page: &CoachingPage) -> Precondition {
    Precondition::Version(page.version)
}

/// Something to say to each other.
#[component]
fn SayIt(typed: Typed, saying: Posting<Command>) -> impl IntoView {
    let words = &use_text().coaching.thread;
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match Said::parse(&typed.line.get_untracked()) {
            Ok(words) => saying.send(Command::Say { words }),
            Err(why) => saying.faults.set(in_words(LINE, why)),
        }
    };
    view! {
        <section class="stack">
            <ErrorSummary faults=saying.faults />
            <form class="stack" novalidate on:submit=send>
                <AreaField
                    name=LINE label=words.say hint=words.say_hint value=typed.line
                    fault=saying.fault(LINE) is_spoken=true
                />
                <SubmitButton words=words.send trouble=saying.trouble() busy=saying.busy() />
            </form>
        </section>
    }
}

/// A volunteer takes it.
#[component]
fn Take(acts: Does) -> impl IntoView {
    let words = &use_text().coaching.thread;
    let press = move || acts.send(Command::Take, at_version);
    view! {
        <section class="stack">
            <p>{words.take_means}</p>
            <ActButton casts=true words=words.take busy=acts.busy() on_press=press />
        </section>
    }
}

/// The office names a volunteer.
#[component]
fn Name(page: RwSignal<CoachingPage>, acts: Does, typed: Typed) -> impl IntoView {
    let words = &use_text().coaching.thread;
    let faults = RwSignal::new(Vec::<Fault>::new());
    let volunteers = page.with_untracked(|page| page.volunteers.clone());
    if volunteers.is_empty() {
        return view! { <p>{words.nobody}</p> }.into_any();
    }
    let choice = |one: Volunteer| (one.id, (words.volunteer)(&one.name, one.n_coached), "");
    let choices: Vec<(ResidentId, String, &'static str)> =
        volunteers.into_iter().map(choice).collect();
    let press = move || match typed.volunteer.get_untracked() {
        Some(volunteer) => {
            faults.set(Vec::new());
            acts.send(Command::Name { volunteer }, at_version);
        }
        None => faults.set(faults_of(VOLUNTEER, FieldFault::NothingChosen)),
    };
    view! {
        <section class="stack">
            <ErrorSummary faults />
            <Choice
                name=VOLUNTEER legend=words.name choices=choices chosen=typed.volunteer
                on_choose=move |it| typed.volunteer.set(Some(it))
                fault=fault_in(faults, VOLUNTEER)
            />
            <ActButton casts=true words=words.name_do busy=acts.busy() on_press=press />
        </section>
    }
    .into_any()
}

/// An author needs no more help, with thanks or without.
#[component]
fn EndIt(page: RwSignal<CoachingPage>, acts: Does, typed: Typed) -> impl IntoView {
    let words = &use_text().coaching.thread;
    let faults = RwSignal::new(Vec::<Fault>::new());
    // While nobody helps there is nobody to thank.
    let is_running = page.with_untracked(|page| page.stage == StageKind::Running);
    let press = move || {
        let raw = typed.thanks.get_untracked();
        let thanks = match raw.trim().is_empty() || !is_running {
            true => Ok(None),
            false => Thanks::parse(&raw).map(Some),
        };
        match thanks {
            Ok(thanks) => {
                faults.set(Vec::new());
                acts.send(Command::End { thanks }, at_version);
            }
            Err(why) => faults.set(in_words(THANKS, why)),
        }
    };
    let thanks = is_running.then(|| {
        view! {
            <AreaField
                name=THANKS label=words.thanks hint=words.thanks_hint value=typed.thanks
                fault=fault_in(faults, THANKS) rows=2 is_spoken=has_screen_of_its_own()
            />
        }
    });
    let end = if is_running { words.end_it } else { words.end_waiting };
    view! {
        <section class="stack">
            <ErrorSummary faults />
            {thanks}
            <ActButton casts=true words=end look=Look::Quiet busy=acts.busy() on_press=press />
        </section>
    }
}

/// The coach helps no more, or the office frees the authors from one who is silent.
#[component]
fn LayDown(page: RwSignal<CoachingPage>, acts: Does, typed: Typed) -> impl IntoView {
    let words = &use_text().coaching.thread;
    let faults = RwSignal::new(Vec::<Fault>::new());
    let is_office = page.with_untracked(|page| page.reader == Reader::Office);
    let is_spoken = !is_office && has_screen_of_its_own();
    let (label, button) = match is_office {
        true => (words.free_why, words.free),
        false => (words.lay_down_why, words.lay_down),
    };
    let press = move || match Reason::parse(&typed.reason.get_untracked()) {
        Ok(reason) => {
            faults.set(Vec::new());
            acts.send(Command::LayDown { reason }, at_version);
        }
        Err(why) => faults.set(in_words(LAY_DOWN, why)),
    };
    view! {
        <section class="stack">
            <ErrorSummary faults />
            <AreaField
                name=LAY_DOWN label hint=words.reason_hint value=typed.reason
                fault=fault_in(faults, LAY_DOWN) rows=2 is_spoken
            />
            <ActButton casts=true words=button look=Look::Warn busy=acts.busy() on_press=press />
        </section>
    }
}
