//! The book of a session: where the agenda stands, and the opinions that are written down.
use super::{
    Does,
    counts::Following,
    forms::{fault, fault_of},
    timetable::{Due, timetable},
};
use crate::{
    api::{Precondition, meetings, use_api},
    routes::Route,
    ui::{ActButton, AreaField, Fault, Fetched, KeptWords, Outcome, OutcomeNotice, SelectField},
    words::{isolated, use_text},
};
use huiyin_domain::{
    councils::meeting::{Command, Offer, Presence, Stage, wire::CouncilPage},
    feedback::Opinion,
    ids::CouncilId,
    problems::FieldFault,
};
use leptos::prelude::*;

const OPINION: &str = "opinion";

/// The items with their hours, and which one it is now.
#[component]
pub(super) fn AgendaNow(
    /// What is followed.
    following: Following,
) -> impl IntoView {
    let text = use_text();
    let words = &text.meetings_desk.run;
    let due = Memo::new(move |_| {
        following.page.with(|page| {
            let begins = match &page.stage {
                Stage::InSession { since } => *since,
                Stage::Scheduled
                | Stage::Noticed { .. }
                | Stage::Ended { .. }
                | Stage::MinutesPublished { .. }
                | Stage::Closed { .. }
                | Stage::Cancelled { .. } => page.hours.begins(),
            };
            (timetable(&page.agenda, begins), matches!(page.stage, Stage::InSession { .. }))
        })
    });
    let line = move |due: Due, is_now: bool| {
        let title = isolated(due.item.title.as_str());
        let said = (words.item)(&text.language.clock_hours(due.hours()), &title);
        let class = if is_now { "meetings-now" } else { "" };
        view! {
            <li class=class aria-current=is_now.then_some("step")>
                {said}
                {is_now.then(|| view! { <span>" · " {words.now}</span> })}
            </li>
        }
    };
    let lines = move || {
        let ((due, sits), now) = (due.get(), following.now.get());
        let all = due.into_iter().map(|due| {
            let is_now = sits && due.is_now(now);
            line(due, is_now)
        });
        all.collect_view()
    };
    view! {
        <section class="stack stack--tight">
            <h2>{words.agenda}</h2>
            <ol class="proposals-requests">{lines}</ol>
        </section>
    }
}

/// The items of the agenda to choose from, and none.
pub(super) fn items(page: RwSignal<CouncilPage>) -> Memo<Vec<(String, String)>> {
    let words = &use_text().meetings_desk.run;
    Memo::new(move |_| {
        let none = (String::new(), words.item_none.to_owned());
        page.with(|page| {
            let item = page.agenda.iter().map(|it| (it.number.to_string(), it.title.to_string()));
            [none].into_iter().chain(item).collect()
        })
    })
}

/// What is filled in for an opinion.
#[derive(Clone, Copy)]
pub(super) struct BookTyped {
    acts: Does,
    words: RwSignal<String>,
    item: RwSignal<String>,
    speaker: RwSignal<String>,
    faults: RwSignal<Vec<Fault>>,
}

impl BookTyped {
    /// What was kept on this device, or nothing yet.
    pub(super) fn new(id: CouncilId, acts: Does) -> Self {
        let typed = Self {
            acts,
            words: acts.keeps(KeptWords::of(&Route::RunCouncil(id), OPINION)),
            item: RwSignal::new(String::new()),
            speaker: RwSignal::new(String::new()),
            faults: RwSignal::new(Vec::new()),
        };
        Effect::new(move || {
            if let Some(Outcome::Done(_)) = acts.outcome.get() {
                typed.speaker.set(String::new());
            }
        });
        typed
    }

    fn send(self) {
        match Opinion::parse(&self.words.get_untracked()) {
            Ok(words) => {
                self.faults.set(Vec::new());
                let speaker = self.speaker.get_untracked().parse().ok();
                let item = self.item.get_untracked().parse().ok();
                let command = Command::RecordOpinion { words, speaker, item };
                self.acts.send(command, |_| Precondition::None);
            }
            Err(problem) => self.faults.set(fault(OPINION, FieldFault::Words(problem))),
        }
    }
}

/// Writing down what somebody says.
#[component]
pub(super) fn Book(
    /// The council.
    page: RwSignal<CouncilPage>,
    /// What is filled in.
    typed: BookTyped,
) -> impl IntoView {
    let words = &use_text().meetings_desk.run;
    let is_open = Memo::new(move |_| page.with(|page| page.offers.contains(&Offer::RecordOpinion)));
    let n_opinions = Memo::new(move |_| page.with(|page| page.opinions.len()));
    let items = items(page);
    let item = move || {
        view! {
            <SelectField
                name="opinion-item" label=words.item_of options=items.get() value=typed.item
            />
        }
    };
    let fields = move || {
        is_open.get().then(|| {
            view! {
                <AreaField
                    name=OPINION label=words.opinion_words hint=words.opinion_hint
                    value=typed.words fault=fault_of(typed.faults, OPINION) is_spoken=true
                />
                {item}
                <Speaker page typed />
                <ActButton
                    words=words.opinion_send casts=true busy=typed.acts.busy()
                    on_press=move || typed.send()
                />
            }
        })
    };
    view! {
        <section class="stack">
            <h2>{words.opinion}</h2>
            <OutcomeNotice outcome=typed.acts.outcome />
            {fields}
            <p>{move || (words.n_opinions)(n_opinions.get())}</p>
        </section>
    }
}

/// Who says it: one of those who are here, or nobody who wants to be named.
#[component]
fn Speaker(page: RwSignal<CouncilPage>, typed: BookTyped) -> impl IntoView {
    let words = &use_text().meetings_desk.run;
    let api = use_api();
    let id = page.with_untracked(|page| page.id);
    let n_here = Memo::new(move |_| page.with(|page| page.seats.n_in_room + page.seats.n_on_line));
    let people = Fetched::new(move || {
        n_here.track();
        async move { meetings::attendance(api, id).await.ok() }
    });
    let options = Memo::new(move |_| {
        let none = (String::new(), words.speaker_none.to_owned());
        let people = people.get().flatten().map(|people| people.people).unwrap_or_default();
        let here = people.into_iter().filter_map(|row| match row.attendee.presence {
            Presence::Here { .. } => Some((row.resident?.to_string(), row.name?)),
            Presence::Away => None,
        });
        [none].into_iter().chain(here).collect::<Vec<_>>()
    });
    move || {
        view! {
            <SelectField
                name="speaker" label=words.speaker options=options.get() value=typed.speaker
            />
        }
    }
}
