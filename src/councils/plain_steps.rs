//! The questions around the dated times: how to answer, how one attends, whose days one's are like.
use super::{
    draft::{Answering, How, has_answered, is_only_new, knows_week},
    step::Step,
};
use crate::{
    routes::Route,
    ui::{Asking, ButtonLink, Fault, FaultLine, Look, PageHeading, RadioTile},
    words::use_text,
};
use huiyin_domain::{
    councils::{
        Group,
        series::{Stage, wire::SeriesPage},
    },
    problems::{FieldFault, FieldProblem},
    times::Attend,
};
use leptos::prelude::*;

/// Where the screen stands: which it is, and whether an answer is being changed from the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which screen.
    pub step: Step,
    /// Does it lead straight back to the answers?
    pub is_change: bool,
}

impl Place {
    /// The way back from here, and that in words.
    pub fn back(self, answering: Answering) -> (Route, &'static str) {
        let text = use_text();
        let id = answering.series();
        if self.is_change {
            let check = Route::SeriesAnswer(id, Step::Check.name());
            return (check, text.proposals.writing.back_to_check);
        }
        match answering.with_now(|draft, page| self.step.neighbours(draft, page).0) {
            Some(before) => (Route::SeriesAnswer(id, before.name()), text.frame.back),
            None => (Route::Series(id), text.councils.answer.to_series),
        }
    }

    /// The screen after this one: the end, when an answer is changed and nothing else is open.
    pub fn next(self, answering: Answering) -> Route {
        let to = answering.with_now(|draft, page| {
            let is_whole = draft.problems(page).is_empty();
            if self.is_change && is_whole {
                Step::Check
            } else {
                self.step.neighbours(draft, page).1
            }
        });
        Route::SeriesAnswer(answering.series(), to.name())
    }
}

/// A question with a tile for each answer; the question is the page's heading.
#[component]
fn OneOf<T>(
    /// Its field; the first tile carries it as its id.
    name: &'static str,
    /// The question.
    question: &'static str,
    /// How to answer.
    hint: String,
    /// The answers in words, and in more words where there are any.
    choices: Vec<(T, String, &'static str)>,
    /// Which one was chosen.
    chosen: Signal<Option<T>>,
    /// Called when one is chosen.
    on_choose: impl Fn(T) + Copy + 'static,
    /// What is wrong.
    faults: RwSignal<Vec<Fault>>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let fault = Signal::derive(move || Fault::for_field(&faults.get(), name));
    let tile = move |(at, (choice, words, hint)): (usize, (T, String, &'static str))| {
        let id = if at == 0 { name.to_owned() } else { format!("{name}-{at}") };
        view! {
            <RadioTile
                group=name id words hint
                is_chosen=Signal::derive(move || chosen.get() == Some(choice))
                on_choose=move || on_choose(choice)
            />
        }
    };
    view! {
        <PageHeading words=question />
        <fieldset class="stack">
            <legend class="unseen">{question}</legend>
            <p class="field__hint">{hint}</p>
            <FaultLine name fault />
            {choices.into_iter().enumerate().map(tile).collect_view()}
        </fieldset>
    }
}

/// How would you like to answer?
#[component]
pub fn HowStep(
    /// Which screen.
    place: Place,
    /// The answer.
    answering: Answering,
) -> impl IntoView {
    let text = use_text();
    let words = &text.councils.answer;
    let faults = RwSignal::new(Vec::new());
    let page = answering.page();
    let until = match &page.series.stage {
        Stage::Polling { until } => text.language.moment(*until),
        Stage::TopicsOpen
        | Stage::Scheduled { .. }
        | Stage::Closed { .. }
        | Stage::Cancelled { .. } => String::new(),
    };
    let next = move || {
        let is_chosen = answering.with_now(|draft, _| draft.how.is_some());
        let open = FieldProblem { field: "how".to_owned(), fault: FieldFault::NothingChosen };
        faults.set(if is_chosen { Vec::new() } else { Fault::of(&[open]) });
        is_chosen.then(|| place.next(answering))
    };
    let asks_for_week = !knows_week(&page) && !has_answered(&page);
    view! {
        <Asking
            back=place.back(answering) at=None faults
            next=Box::new(next) is_kept=answering.is_kept
        >
            <OneOf
                name="how" question=words.how hint=(words.how_hint)(&until)
                choices=ways(&page)
                chosen=Signal::derive(move || answering.with(|draft| draft.how))
                on_choose=move |how| answering.choose(how)
                faults
            />
        </Asking>
        {asks_for_week.then(|| view! {
            <div class="stack stack--tight">
                <ButtonLink to=Route::Times words=words.to_week look=Look::Quiet />
                <p>{words.to_week_means}</p>
            </div>
        })}
    }
}

fn ways(page: &SeriesPage) -> Vec<(How, String, &'static str)> {
    let words = &use_text().councils.answer;
    let n_new = page.mine.as_ref().map_or(0, |mine| mine.open.len());
    let (is_again, is_new) = (has_answered(page), is_only_new(page));
    let new = is_new.then(|| (How::OnlyNew, (words.only_new)(n_new), words.only_new_means));
    let week = (knows_week(page) && !is_again)
        .then(|| (How::Week, words.week.to_owned(), words.week_means));
    let each = if is_again { words.each_again } else { words.each };
    let rest = [(How::Each, each), (How::Always, words.always), (How::Never, words.never)];
    let rest = rest.map(|(how, words)| (how, words.to_owned(), ""));
    new.into_iter().chain(week).chain(rest).collect()
}

/// How would you attend?
#[component]
pub fn AttendStep(
    /// Which screen.
    place: Place,
    /// The answer.
    answering: Answering,
) -> impl IntoView {
    let words = &use_text().times;
    let faults = RwSignal::new(Vec::new());
    let next = move || {
        let mut open = answering.with_now(super::draft::Draft::problems);
        open.retain(|problem| problem.field == "attend");
        faults.set(Fault::of(&open));
        open.is_empty().then(|| place.next(answering))
    };
    let choices = Attend::ALL.map(|attend| (attend, (words.attending)(attend).to_owned(), ""));
    view! {
        <Asking
            back=place.back(answering) at=None faults
            next=Box::new(next) is_kept=answering.is_kept
        >
            <OneOf
                name="attend" question=words.attend hint=words.attend_hint.to_owned()
                choices=choices.to_vec()
                chosen=Signal::derive(move || answering.with(|draft| draft.form.attend))
                on_choose=move |attend| answering.write(move |form| form.attend = Some(attend))
                faults
            />
        </Asking>
    }
}

/// Whose days are yours like? It may be left open.
#[component]
pub fn GroupStep(
    /// Which screen.
    place: Place,
    /// The answer.
    answering: Answering,
) -> impl IntoView {
    let text = use_text();
    let words = &text.councils.answer;
    let faults = RwSignal::new(Vec::new());
    let is_left_open = RwSignal::new(false);
    let choose = move |group: Option<Group>| {
        is_left_open.set(group.is_none());
        answering.write(move |form| form.group = group);
    };
    let chosen = move || {
        let group = answering.with(|draft| draft.form.group);
        group.map(Some).or_else(|| is_left_open.get().then_some(None))
    };
    let groups = Group::CHOICES.map(|group| (Some(group), (text.councils.group)(group)));
    let choices = groups.into_iter().chain([(None, words.no_group)]);
    let choices: Vec<_> = choices.map(|(group, words)| (group, words.to_owned(), "")).collect();
    view! {
        <Asking
            back=place.back(answering) at=None faults
            next=Box::new(move || Some(place.next(answering))) is_kept=answering.is_kept
        >
            <OneOf
                name="group" question=words.group hint=words.group_hint.to_owned()
                choices chosen=Signal::derive(chosen) on_choose=choose faults
            />
        </Asking>
    }
}
