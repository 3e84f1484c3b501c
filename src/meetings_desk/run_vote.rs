//! Votes by hands, and the end of a session.
use super::{
    Does,
    forms::{fault, fault_of},
    run_book::items,
    version,
};
use crate::{
    meetings::minutes_page::Resolutions,
    routes::Route,
    ui::{
        ActButton, AreaField, Fault, KeptWords, Look, Outcome, OutcomeNotice, SelectField,
        TextField,
    },
    words::use_text,
};
use huiyin_domain::{
    councils::meeting::{Command, Offer, ResolutionForm, Said, wire::CouncilPage},
    ids::CouncilId,
    problems::FieldFault,
};
use leptos::prelude::*;

const FOLLOW_UP: &str = "follow_up";

/// What is filled in for a vote.
#[derive(Clone, Copy)]
pub(super) struct VoteTyped {
    acts: Does,
    words: RwSignal<String>,
    item: RwSignal<String>,
    yes: RwSignal<String>,
    no: RwSignal<String>,
    abstain: RwSignal<String>,
    faults: RwSignal<Vec<Fault>>,
}

impl VoteTyped {
    /// What was kept on this device, or nothing yet.
    pub(super) fn new(id: CouncilId, acts: Does) -> Self {
        let typed = Self {
            acts,
            words: acts.keeps(KeptWords::of(&Route::RunCouncil(id), "vote")),
            item: RwSignal::new(String::new()),
            yes: RwSignal::new(String::new()),
            no: RwSignal::new(String::new()),
            abstain: RwSignal::new(String::new()),
            faults: RwSignal::new(Vec::new()),
        };
        Effect::new(move || {
            if let Some(Outcome::Done(_)) = acts.outcome.get() {
                for field in [typed.yes, typed.no, typed.abstain] {
                    field.set(String::new());
                }
            }
        });
        typed
    }

    fn send(self) {
        let form = ResolutionForm {
            words: self.words.get_untracked(),
            item: self.item.get_untracked().parse().ok(),
            yes: self.yes.get_untracked(),
            no: self.no.get_untracked(),
            abstain: self.abstain.get_untracked(),
        };
        let problems = form.parse().err().unwrap_or_default();
        self.faults.set(Fault::of(&problems));
        if problems.is_empty() {
            self.acts.send(Command::Resolve { form }, version);
        }
    }

    fn fault(self, field: &'static str) -> Signal<Option<String>> {
        fault_of(self.faults, field)
    }
}

/// Counting hands, while enough are here.
#[component]
pub(super) fn Vote(
    /// The council.
    page: RwSignal<CouncilPage>,
    /// What is filled in.
    typed: VoteTyped,
) -> impl IntoView {
    let words = &use_text().meetings_desk.run;
    let is_open = Memo::new(move |_| page.with(|page| page.offers.contains(&Offer::Resolve)));
    let resolved = Memo::new(move |_| page.with(|page| page.resolutions.clone()));
    let fields = move || match is_open.get() {
        true => view! { <Hands page typed /> }.into_any(),
        false => view! { <p>{words.no_vote}</p> }.into_any(),
    };
    let past = move || {
        let resolutions = resolved.get();
        (!resolutions.is_empty()).then(|| view! { <Resolutions resolutions /> })
    };
    view! {
        <section class="stack">
            <h2>{words.vote}</h2>
            <OutcomeNotice outcome=typed.acts.outcome />
            {fields}
            {past}
        </section>
    }
}

#[component]
fn Hands(page: RwSignal<CouncilPage>, typed: VoteTyped) -> impl IntoView {
    let words = &use_text().meetings_desk.run;
    let items = items(page);
    let item = move || {
        view! {
            <SelectField name="item" label=words.item_of_vote options=items.get() value=typed.item />
        }
    };
    view! {
        <AreaField
            name="words" label=words.vote_words value=typed.words fault=typed.fault("words")
            rows=2
        />
        {item}
        <TextField
            name="yes" label=words.yes value=typed.yes fault=typed.fault("yes")
            keyboard="numeric"
        />
        <TextField
            name="no" label=words.no value=typed.no fault=typed.fault("no") keyboard="numeric"
        />
        <TextField
            name="abstain" label=words.abstain hint=words.abstain_hint value=typed.abstain
            fault=typed.fault("abstain") keyboard="numeric"
        />
        <ActButton
            words=words.vote_send casts=true busy=typed.acts.busy()
            on_press=move || typed.send()
        />
    }
}

/// What is filled in at the end.
#[derive(Clone, Copy)]
pub(super) struct EndTyped {
    acts: Does,
    follow_up: RwSignal<String>,
    faults: RwSignal<Vec<Fault>>,
}

impl EndTyped {
    /// Nothing yet.
    pub(super) fn new(acts: Does) -> Self {
        let follow_up = RwSignal::new(String::new());
        Self { acts, follow_up, faults: RwSignal::new(Vec::new()) }
    }

    fn send(self, is_quorate: bool) {
        let written = self.follow_up.get_untracked();
        let follow_up = match written.trim() {
            "" => Ok(None),
            words => Said::parse(words).map(Some),
        };
        match follow_up {
            Ok(follow_up) => {
                self.faults.set(Vec::new());
                let follow_up = follow_up.filter(|_| !is_quorate);
                self.acts.send(Command::CloseSession { follow_up }, version);
            }
            Err(problem) => self.faults.set(fault(FOLLOW_UP, FieldFault::Words(problem))),
        }
    }
}

/// Is the session to be ended, and would it count?
fn may_end(page: &CouncilPage) -> Option<bool> {
    page.offers.iter().find_map(|offer| {
        let Offer::CloseSession { is_quorate } = *offer else { return None };
        Some(is_quorate)
    })
}

/// The end: what it comes to is said before it is pressed.
#[component]
pub(super) fn End(
    /// The council.
    page: RwSignal<CouncilPage>,
    /// What is filled in.
    typed: EndTyped,
) -> impl IntoView {
    let words = &use_text().meetings_desk.run;
    let may_end = Memo::new(move |_| page.with(may_end));
    let fields = move || {
        may_end.get().map(|is_quorate| {
            let means = if is_quorate { words.end_held } else { words.end_no_quorum };
            view! {
                <p>{means}</p>
                {(!is_quorate).then(|| view! {
                    <AreaField
                        name=FOLLOW_UP label=words.follow_up hint=words.follow_up_hint
                        value=typed.follow_up fault=fault_of(typed.faults, FOLLOW_UP) rows=2
                    />
                })}
                <ActButton
                    words=words.end_send look=Look::Warn casts=true busy=typed.acts.busy()
                    on_press=move || typed.send(is_quorate)
                />
            }
        })
    };
    view! {
        <section class="stack">
            <h2>{words.end}</h2>
            <OutcomeNotice outcome=typed.acts.outcome />
            {fields}
        </section>
    }
}
