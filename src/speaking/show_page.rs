//! One's own recording: where it stands, the original, the text to say yes or no to.
use super::{player::Original, use_recording_id, your_answer::YourAnswer};
use crate::{
    api::{Precondition, use_api},
    routes::Route,
    ui::{
        ActButton, Acts, Back, ButtonLink, Fetched, Load, Look, NotFoundPage, OutcomeNotice,
        Screen, Screens,
    },
    words::{Text, use_text},
};
use huiyin_domain::{
    ids::RecordingId,
    recordings::{
        Command, StageKind,
        wire::{Offer, RecordingPage, StoryLine},
    },
};
use leptos::prelude::*;

/// One recording.
#[component]
pub fn ShowPage() -> impl IntoView {
    let id = use_recording_id();
    move || match id.get() {
        Some(id) => view! { <Loaded id /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: RecordingId) -> impl IntoView {
    let api = use_api();
    let page =
        Fetched::new(
            move || async move { api.get::<RecordingPage>(&format!("recordings/{id}")).await },
        );
    view! { <Load resource=page then=move |page| view! { <Shown page /> } /> }
}

/// What an act has come to.
pub fn done(text: &Text, command: &Command) -> String {
    let words = &text.speaking;
    let done = match command {
        Command::Finish { .. } => words.recording.sent,
        Command::Write { .. } => words.desk.written,
        Command::Agree => words.messages.agreed,
        Command::Disagree { .. } => words.messages.disagreed,
        Command::Unclear { .. } => words.desk.unclear_done,
        Command::Withdraw => words.messages.withdrawn,
    };
    done.to_owned()
}

#[component]
fn Shown(page: RecordingPage) -> impl IntoView {
    let text = use_text();
    let words = &text.speaking.messages;
    let (id, heading) = (page.id, (words.one)(page.number.0));
    let recorded = (words.recorded)(&text.language.moment(page.begun), page.seconds);
    let page = RwSignal::new(page);
    let acts = Acts::new(format!("recordings/{id}"), page, done);
    let has_sound = Memo::new(move |_| page.with(|page| page.stage.sound().is_some()));
    let status = move || page.with(|page| (words.status)(&page.stage));
    let answer = Screen::new(move || {
        view! {
            <p class="speaking-status">{status}</p>
            {move || has_sound.get().then(|| view! { <Original id /> })}
            <YourAnswer page acts />
            <NextStep page />
        }
    });
    let rest = Screen::new(move || {
        view! {
            <p class="soft">{recorded.clone()}</p>
            <Withdraw page acts />
            <Story page />
        }
    });
    view! {
        <Back to=Route::Recordings words=words.heading />
        <OutcomeNotice outcome=acts.outcome />
        <Screens heading screens=vec![answer, rest] />
    }
}

/// Where to go from here, when there is nothing to answer.
#[component]
fn NextStep(page: RwSignal<RecordingPage>) -> impl IntoView {
    let words = &use_text().speaking;
    let facts = Memo::new(move |_| {
        page.with(|page| (page.stage.kind(), page.contest, page.number, page.is_mine))
    });
    move || {
        let (stage, contest, number, is_mine) = facts.get();
        match stage {
            StageKind::Agreed => {
                let look = (words.messages.look)(number.0);
                Some(view! { <ButtonLink to=Route::Proposal(number) words=look /> }.into_any())
            }
            StageKind::Unclear if is_mine => Some(
                view! { <ButtonLink to=Route::Record(contest) words=words.messages.say_again /> }
                    .into_any(),
            ),
            StageKind::Arriving if is_mine => Some(
                view! { <ButtonLink to=Route::Record(contest) words=words.recording.go_on /> }
                    .into_any(),
            ),
            StageKind::Arriving
            | StageKind::Unclear
            | StageKind::Waiting
            | StageKind::Written
            | StageKind::Withdrawn => None,
        }
    }
}

/// Taking it back is asked once more, since it cannot be undone.
#[component]
fn Withdraw(page: RwSignal<RecordingPage>, acts: Acts<Command, RecordingPage>) -> impl IntoView {
    let words = &use_text().speaking.messages;
    let is_asking = RwSignal::new(false);
    let may = Memo::new(move |_| page.with(|page| page.offers.contains(&Offer::Withdraw)));
    let withdraw = move || {
        acts.send(Command::Withdraw, |page| Precondition::Version(page.version));
    };
    move || {
        match (may.get(), is_asking.get()) {
        (false, _) => ().into_any(),
        (true, false) => view! {
            <ActButton words=words.withdraw look=Look::Warn on_press=move || is_asking.set(true) />
        }
        .into_any(),
        (true, true) => view! {
            <div class="notice notice--warn stack">
                <p><strong>{words.withdraw_ask}</strong></p>
                <ActButton
                    casts=true words=words.withdraw_sure look=Look::Warn busy=acts.busy() on_press=withdraw
                />
                <ActButton
                    words=words.withdraw_not look=Look::Quiet
                    on_press=move || is_asking.set(false)
                />
            </div>
        }
        .into_any(),
    }
    }
}

/// What happened, newest first.
#[component]
fn Story(page: RwSignal<RecordingPage>) -> impl IntoView {
    let text = use_text();
    let line = move |line: &StoryLine| {
        view! {
            <li>
                <span class="story__when">{text.language.moment(line.at)}</span>
                {(text.speaking.messages.event)(&line.event)}
            </li>
        }
    };
    view! {
        <section class="stack stack--tight">
            <h2>{text.contests.story}</h2>
            <ol class="story">
                {move || page.with(|page| page.story.iter().map(line).collect_view())}
            </ol>
        </section>
    }
}
