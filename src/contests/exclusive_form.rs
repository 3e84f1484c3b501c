//! The office's forms: naming proposals of which at most one can be carried out, and calling the
//! next one up from the reserve list.
use super::decided_on::{fault_at, seen};
use crate::{
    staff::posting::Posting,
    ui::{ActButton, Acts, Alarm, AreaField, Choice, ErrorSummary, Fault, Look, TextField, say},
    words::use_text,
};
use huiyin_domain::{
    contests::{
        Command, Phase, Reason,
        reserve::{self, ReserveCommand},
        wire::ContestPage,
    },
    digits::parse_count,
    ids::ProposalId,
    problems::FieldFault,
};
use leptos::prelude::*;

const NUMBERS: &str = "exclusive-numbers";
const REASON: &str = "exclusive-reason";
const RESERVE_NUMBER: &str = "reserve-number";
const RESERVE_REASON: &str = "reserve-reason";

/// The numbers in what was typed, whatever stands between them.
fn numbers_in(typed: &str) -> Vec<ProposalId> {
    let parts = typed.split(|sign: char| !sign.is_alphanumeric());
    parts.filter_map(parse_count).map(ProposalId).collect()
}

/// Groups are named and taken back until the rules are sealed.
#[component]
pub(super) fn ExclusiveForm(
    /// The contest.
    page: RwSignal<ContestPage>,
    /// What is done with it.
    acts: Acts<Command, ContestPage>,
) -> impl IntoView {
    let words = &use_text().objections;
    let (numbers, reason) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let faults = RwSignal::new(Vec::<Fault>::new());
    let fault = move |field| Signal::derive(move || Fault::for_field(&faults.get(), field));
    let send = move || match Reason::parse(&reason.get_untracked()) {
        Ok(reason) => {
            faults.set(Vec::new());
            let proposals = numbers_in(&numbers.get_untracked());
            acts.send(Command::NameExclusive { proposals, reason }, seen);
        }
        Err(problem) => {
            faults.set(vec![fault_at(REASON, "reason", &FieldFault::Words(problem))]);
        }
    };
    let is_open = move || page.with(|page| page.phase < Phase::Notice);
    let groups = move || {
        let n = page.with(|page| page.contest.rules.exclusive.len());
        let button = |at: usize| {
            let drop = move || {
                let group = u32::try_from(at).unwrap_or(u32::MAX);
                acts.send(Command::DropExclusive { group }, seen);
            };
            view! {
                <ActButton
                    casts=true look=Look::Quiet words=(words.take_group_back)(at)
                    busy=acts.busy() on_press=drop
                />
            }
        };
        (1..=n).map(button).collect_view()
    };
    move || {
        is_open().then(|| view! {
            <h3>{words.only_one}</h3>
            <ErrorSummary faults />
            <TextField
                name=NUMBERS label=words.numbers hint=words.numbers_hint value=numbers
                fault=fault(NUMBERS)
            />
            <AreaField
                name=REASON label=words.group_why hint=words.words_hint value=reason
                fault=fault(REASON) rows=2
            />
            <ActButton
                casts=true look=Look::Quiet words=words.name_group busy=acts.busy() on_press=send
            />
            {groups}
        })
    }
}

/// A winner drops out, or the next one of the reserve list comes up; once the result stands.
#[component]
pub(super) fn ReserveForm(
    /// The contest.
    page: RwSignal<ContestPage>,
) -> impl IntoView {
    let words = &use_text().objections;
    let id = page.with_untracked(|page| page.contest.id);
    let is_time = move || page.with(|page| reserve::is_time(&page.contest, page.now).is_ok());
    let posting = Posting::new(format!("contests/{id}/reserve"), move |after: ContestPage| {
        page.set(after);
        say(words.reserve_done.to_owned());
    });
    let comes_up = RwSignal::new(Some(true));
    let (number, reason) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let send = move || {
        let found = numbers_in(&number.get_untracked()).first().copied();
        match (found, Reason::parse(&reason.get_untracked())) {
            (Some(proposal), Ok(reason)) if comes_up.get_untracked() == Some(true) => {
                posting.send(ReserveCommand::CallUp { proposal, reason });
            }
            (Some(proposal), Ok(reason)) => {
                posting.send(ReserveCommand::GiveBack { proposal, reason });
            }
            (found, reason) => {
                let missing = found.is_none();
                let missing =
                    missing.then(|| fault_at(RESERVE_NUMBER, "number", &FieldFault::NothingChosen));
                let unsaid = reason.err();
                let unsaid =
                    unsaid.map(|why| fault_at(RESERVE_REASON, "reason", &FieldFault::Words(why)));
                posting.faults.set([missing, unsaid].into_iter().flatten().collect());
            }
        }
    };
    let trouble = posting.trouble();
    let choices =
        vec![(true, words.come_up.to_owned(), ""), (false, words.drop_out.to_owned(), "")];
    move || {
        let choices = choices.clone();
        is_time().then(|| {
            view! {
                <h3>{words.reserve_heading}</h3>
                <p>{words.reserve_means}</p>
                <ErrorSummary faults=posting.faults />
                <Choice
                    name="reserve-act" legend=words.what_changes choices=choices chosen=comes_up
                    on_choose=move |it| comes_up.set(Some(it)) fault=Signal::derive(|| None::<String>)
                />
                <TextField
                    name=RESERVE_NUMBER label=words.which value=number
                    fault=posting.fault(RESERVE_NUMBER)
                />
                <AreaField
                    name=RESERVE_REASON label=words.group_why hint=words.words_hint value=reason
                    fault=posting.fault(RESERVE_REASON) rows=2
                />
                {move || trouble.get().map(|words| view! { <Alarm words=words /> })}
                <ActButton
                    casts=true look=Look::Quiet words=words.reserve_do busy=posting.busy()
                    on_press=send
                />
            }
        })
    }
}
