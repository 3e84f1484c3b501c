//! What has become of a resolution.
use super::{
    Does,
    act::Act,
    forms::{fault_of, kept},
    version,
};
use crate::{
    ui::{ActButton, AreaField, Choice, ErrorSummary, Fault, Outcome},
    words::use_text,
};
use huiyin_domain::{
    councils::meeting::{Command, Offer, Said, wire::CouncilPage},
    problems::{FieldFault, FieldProblem},
};
use leptos::prelude::*;

const WHICH: &str = "resolution";
const WORDS: &str = "words";
const DONE: &str = "is_done";

/// The resolutions that can be followed up, by their numbers.
fn open(page: &CouncilPage) -> Vec<u32> {
    let number = |number: u32| page.offers.contains(&Offer::FollowUp { resolution: number });
    page.resolutions.iter().map(|it| it.number).filter(|it| number(*it)).collect()
}

/// What residents say is missing of what can be followed up: the number of each and the words,
/// the newest last.
fn missing(page: &CouncilPage, numbers: &[u32]) -> Vec<(u32, String)> {
    let open = page.resolutions.iter().filter(|it| numbers.contains(&it.number));
    let words = open.flat_map(|it| {
        let last = it.reports.last().into_iter().flat_map(|report| &report.not_done);
        last.map(move |said| (it.number, said.words.to_string()))
    });
    words.collect()
}

/// What is filled in.
#[derive(Clone, Copy)]
struct Typed {
    which: RwSignal<Option<u32>>,
    words: RwSignal<String>,
    is_done: RwSignal<Option<bool>>,
    faults: RwSignal<Vec<Fault>>,
}

impl Typed {
    /// The step, or every fault beside its field.
    fn read(self) -> Option<Command> {
        let mut problems = Vec::new();
        let mut wrong = |field: &str, fault| {
            problems.push(FieldProblem { field: field.to_owned(), fault });
        };
        let (which, is_done) = (self.which.get_untracked(), self.is_done.get_untracked());
        if which.is_none() {
            wrong(WHICH, FieldFault::NothingChosen);
        }
        let words = Said::parse(&self.words.get_untracked());
        if let Err(problem) = &words {
            wrong(WORDS, FieldFault::Words(*problem));
        }
        if is_done.is_none() {
            wrong(DONE, FieldFault::NothingChosen);
        }
        self.faults.set(Fault::of(&problems));
        Some(Command::FollowUp { resolution: which?, words: words.ok()?, is_done: is_done? })
    }
}

/// Which resolution, what was done, and whether it is done with that.
#[component]
pub(super) fn FollowUpFields(
    /// The council.
    page: RwSignal<CouncilPage>,
    /// Sends it.
    acts: Does,
) -> impl IntoView {
    let words = &use_text().meetings_desk;
    let numbers = page.with_untracked(open);
    // With a single one there is nothing to choose.
    let first = match numbers.as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    let typed = Typed {
        which: RwSignal::new(first),
        words: acts.keeps(kept(page, Act::FollowUp, WORDS)),
        is_done: RwSignal::new(None),
        faults: RwSignal::new(Vec::new()),
    };
    Effect::new(move || {
        if let Some(Outcome::Done(_)) = acts.outcome.get() {
            typed.is_done.set(None);
        }
    });
    let choices = page.with_untracked(|page| {
        let of = page.resolutions.iter().filter(|it| numbers.contains(&it.number));
        let line = |number, said: &str| (words.fields.resolution_line)(number, said);
        of.map(|it| (it.number, line(it.number, it.words.as_str()), "")).collect::<Vec<_>>()
    });
    let done = vec![
        (true, words.fields.done_yes.to_owned(), ""),
        (false, words.fields.done_no.to_owned(), ""),
    ];
    let send = move || {
        if let Some(command) = typed.read() {
            acts.send(command, version);
        }
    };
    view! {
        <section class="stack">
            <Missing page />
            <ErrorSummary faults=typed.faults />
            <Choice
                name=WHICH legend=words.fields.resolution choices chosen=typed.which
                on_choose=move |number| typed.which.set(Some(number))
                fault=fault_of(typed.faults, WHICH)
            />
            <AreaField
                name=WORDS label=words.fields.step value=typed.words
                fault=fault_of(typed.faults, WORDS)
            />
            <Choice
                name=DONE legend=words.fields.is_done choices=done chosen=typed.is_done
                on_choose=move |is| typed.is_done.set(Some(is))
                fault=fault_of(typed.faults, DONE)
            />
            <ActButton
                words=(words.send)(Act::FollowUp) casts=true busy=acts.busy() on_press=send
            />
        </section>
    }
}

/// What residents say is missing, before the office says what was done about it.
#[component]
fn Missing(page: RwSignal<CouncilPage>) -> impl IntoView {
    let words = &use_text().meetings_desk.fields;
    let lines = move || page.with(|page| missing(page, &open(page)));
    move || {
        let lines = lines();
        (!lines.is_empty()).then(|| {
            let line = |(number, said): (u32, String)| {
                view! { <li class="prose">{(words.missing_line)(number, &said)}</li> }
            };
            view! {
                <h2>{words.missing}</h2>
                <ul class="list">{lines.into_iter().map(line).collect_view()}</ul>
            }
        })
    }
}
