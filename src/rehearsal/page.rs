//! Try the rules: choose ballots, count by several rules, compare.
use super::{
    portraits::Portraits,
    source::{Ground, Source},
};
use crate::{
    api::use_api,
    browser::files,
    contests::use_contest_id,
    results::{
        counter::{Counter, CounterState},
        work::{Answer, BallotFile, Job, Task},
    },
    routes::Route,
    ui::{
        ActButton, Back, ErrorSummary, Fault, Fetched, Load, NotFoundPage, PageHeading, RadioTile,
        TextField, Told,
    },
    words::{results::Teller, use_text},
};
use huiyin_domain::{
    contests::wire::ContestCard,
    counting::Rules,
    digits::parse_count,
    ids::ContestId,
    money::Money,
    problems::{FieldFault, FieldProblem},
    rehearsal::{VOTERS_MAX, rules_beside},
};
use leptos::{prelude::*, task::spawn_local};
use std::sync::Arc;

/// Try the rules of the contest in the address.
#[component]
pub fn RehearsalPage() -> impl IntoView {
    let contest = use_contest_id();
    move || match contest.get() {
        Some(contest) => view! { <Loaded contest /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(contest: ContestId) -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let ground = Fetched::new(move || Ground::load(api, contest));
    view! {
        <Back to=Route::Contest(contest) words=text.proposals.writing.back_to_contest />
        <Load resource=ground then=move |ground: Ground| {
            let heading = (text.rehearsal.heading)(&ground.sheet.title);
            view! { <PageHeading words=heading /> <Tried ground=Arc::new(ground) /> }
        } />
    }
}

/// What the person has chosen and typed.
#[derive(Clone, Copy)]
struct Typed {
    source: RwSignal<Source>,
    n_voters: RwSignal<String>,
    budget: RwSignal<String>,
    /// Which batch of invented ballots.
    batch: RwSignal<u32>,
    file: RwSignal<Option<String>>,
    faults: RwSignal<Vec<Fault>>,
}

/// What was typed, read.
struct Asked {
    n_voters: u32,
    /// In fen, where one was typed.
    budget: Option<u64>,
}

impl Typed {
    fn read(self) -> Option<Asked> {
        let is_invented = self.source.get_untracked() == Source::Invented;
        let n_voters = parse_count(&self.n_voters.get_untracked());
        let n_voters = n_voters.filter(|n| !is_invented || (1..=VOTERS_MAX).contains(n));
        let budget = self.budget.with_untracked(|raw| match raw.trim() {
            "" => Ok(None),
            raw => Money::parse(raw).map(Some),
        });
        let mut problems = Vec::new();
        let mut note = |field: &str, fault| {
            problems.push(FieldProblem { field: field.to_owned(), fault });
        };
        if is_invented && n_voters.is_none() {
            note("n_voters", FieldFault::OutOfRange { least: 1, most: VOTERS_MAX });
        }
        if let Err(problem) = &budget {
            note("budget", FieldFault::Money(*problem));
        }
        if self.source.get_untracked() == Source::File && self.file.with_untracked(Option::is_none)
        {
            note("rehearsal-file", FieldFault::NothingChosen);
        }
        self.faults.set(Fault::of(&problems));
        let budget = budget.ok()?.map(Money::in_fen);
        problems.is_empty().then(|| Asked { n_voters: n_voters.unwrap_or(0), budget })
    }

    fn fault(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || Fault::for_field(&self.faults.get(), field))
    }
}

#[component]
fn Tried(ground: Arc<Ground>) -> impl IntoView {
    let words = &use_text().rehearsal;
    let api = use_api();
    let counter = Counter::new();
    let first = if ground.has_choice() { Source::Invented } else { Source::File };
    let typed = Typed {
        source: RwSignal::new(first),
        n_voters: RwSignal::new("300".to_owned()),
        budget: RwSignal::new(String::new()),
        batch: RwSignal::new(1),
        file: RwSignal::new(None),
        faults: RwSignal::new(Vec::new()),
    };
    let start = {
        let ground = ground.clone();
        move || {
            let Some(asked) = typed.read() else { return };
            let job = job(&ground, asked.budget);
            let task = move |text, is_ours| Task { file: BallotFile { text, is_ours }, job };
            match typed.source.get_untracked() {
                Source::Invented => {
                    let batch = typed.batch.get_untracked();
                    counter.ask(task(ground.invent(asked.n_voters, batch), false));
                    typed.batch.set(batch + 1);
                }
                Source::Past(id) => {
                    let path = format!("contests/{id}/ballots.pb");
                    let file = async move { api.get_text(&path).await };
                    counter.ask_about(file, move |text| task(text, false));
                }
                Source::File => {
                    let text = typed.file.get_untracked().unwrap_or_default();
                    counter.ask(task(text, false));
                }
            }
        }
    };
    let teller = teller(&ground, Vec::new(), None);
    let own = ground.sheet.rules.counting;
    view! {
        <p>{words.hint}</p>
        <ErrorSummary faults=typed.faults />
        <Sources ground=ground.clone() typed />
        <Numbers typed />
        <ActButton
            words=words.start.to_owned()
            busy=Signal::derive(move || counter.is_busy())
            on_press=start
        />
        <CounterState counter teller />
        <Told>{move || match counter.answer() {
            Some(Answer::Rehearsed { portraits, titles, currency }) => {
                let teller = self::teller(&ground, titles, Some(currency));
                view! { <Portraits portraits own teller /> }.into_any()
            }
            Some(_) | None => ().into_any(),
        }}</Told>
    }
}

fn job(ground: &Ground, budget: Option<u64>) -> Job {
    let own = ground.sheet.rules.for_counting();
    let rules = rules_beside(own.rule).into_iter();
    Job::Rehearse { rules: rules.map(|rule| Rules { rule, ..own.clone() }).collect(), budget }
}

fn teller(ground: &Ground, titles: Vec<(String, String)>, currency: Option<String>) -> Teller {
    let rules = &ground.sheet.rules;
    let currency = currency.unwrap_or_else(|| rules.currency.clone());
    Teller::about(use_text().language, currency, rules.ballot, titles)
}

/// Whose ballots.
#[component]
fn Sources(ground: Arc<Ground>, typed: Typed) -> impl IntoView {
    let words = &use_text().rehearsal;
    let tile = move |id: String, words: String, hint: &'static str, source: Source| {
        view! {
            <RadioTile
                group="source" id words hint=hint.to_owned()
                is_chosen=Signal::derive(move || typed.source.get() == source)
                on_choose=move || typed.source.set(source)
            />
        }
    };
    let invented = ground.has_choice().then(|| {
        tile("source-invented".into(), words.invented.into(), words.invented_hint, Source::Invented)
    });
    let past = |card: &ContestCard| {
        let id = card.id;
        tile(format!("source-{id}"), (words.past)(&card.title), "", Source::Past(id))
    };
    view! {
        {(!ground.has_choice()).then(|| view! { <p class="notice">{words.no_choice}</p> })}
        <fieldset class="stack stack--tight">
            <legend class="field__label">{words.ballots}</legend>
            {invented}
            {ground.past.iter().map(past).collect_view()}
            {tile("source-file".into(), words.from_file.into(), "", Source::File)}
        </fieldset>
        {move || (typed.source.get() == Source::File).then(|| view! { <FromFile typed /> })}
    }
}

/// Chooses the file.
#[component]
fn FromFile(typed: Typed) -> impl IntoView {
    let text = use_text();
    let cannot_read = RwSignal::new(false);
    let take = move |event: leptos::ev::Event| {
        let Some(file) = files::take_chosen(&event) else { return };
        cannot_read.set(false);
        spawn_local(async move {
            let read = file.read().await.and_then(|bytes| String::from_utf8(bytes).ok());
            cannot_read.try_set(read.is_none());
            typed.file.try_set(read);
        });
    };
    view! {
        <div class="field">
            <label class="field__label" for="rehearsal-file">{text.results.choose_file}</label>
            <input
                id="rehearsal-file"
                class="field__input"
                type="file"
                accept=".pb,text/csv,text/plain"
                on:change=take
            />
            {move || cannot_read.get().then(|| view! {
                <p class="field__error">{text.results.not_text}</p>
            })}
            {move || typed.fault("rehearsal-file").get().map(|words| view! {
                <p class="field__error">{words}</p>
            })}
        </div>
    }
}

/// How many voters are invented, and how much money there is.
#[component]
fn Numbers(typed: Typed) -> impl IntoView {
    let words = &use_text().rehearsal;
    view! {
        {move || (typed.source.get() == Source::Invented).then(|| view! {
            <TextField
                name="n_voters" label=words.n_voters hint=(words.n_voters_hint)(VOTERS_MAX)
                keyboard="numeric" value=typed.n_voters fault=typed.fault("n_voters")
            />
        })}
        <TextField
            name="budget" label=words.budget hint=words.budget_hint keyboard="decimal"
            value=typed.budget fault=typed.fault("budget")
        />
    }
}
