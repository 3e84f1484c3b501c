//! Recording a message: one thing at a time, from the first tap to the sending.
use super::{
    ladder_page::OtherWays,
    no_microphone::Without,
    player::Listen,
    sending::{PROGRESS, Progress, Sending},
    take::{LEFT_WHEN_TOLD, Level, Step, Take},
    waiting::Waiting,
};
use crate::{
    contests::use_contest_id,
    routes::Route,
    ui::{ActButton, Back, ButtonLink, Look, NotFoundPage, PageHeading, PermissionPicture, Told},
    words::use_text,
};
use huiyin_domain::{ids::ContestId, recordings::SECONDS_MAX};
use leptos::prelude::*;

/// Say it: record, listen, send.
#[component]
pub fn RecordPage() -> impl IntoView {
    let contest = use_contest_id();
    move || match contest.get() {
        Some(contest) => view! { <Record contest /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Record(contest: ContestId) -> impl IntoView {
    let text = use_text();
    let take = Take::new(contest);
    let sending = Sending::new(take);
    let step = move || match take.step.get() {
        Step::Looking => view! { <p class="waiting">{text.frame.opening}</p> }.into_any(),
        Step::Ready => view! { <Ready take /> }.into_any(),
        Step::Asking => view! { <Asking /> }.into_any(),
        Step::Recording => view! { <Now take /> }.into_any(),
        Step::Checking => view! { <Checking /> }.into_any(),
        Step::Silent => view! { <Silent take /> }.into_any(),
        Step::Without(why) => view! { <Without take why /> }.into_any(),
        Step::There => view! { <There take sending /> }.into_any(),
    };
    view! {
        <Back to=Route::Speak(contest) words=text.frame.back />
        {step}
    }
}

/// What will happen, before the phone asks anything.
#[component]
fn Ready(take: Take) -> impl IntoView {
    let words = &use_text().speaking.recording;
    view! {
        <PageHeading words=words.heading />
        <p>{words.hint}</p>
        <p><strong>{words.will_ask}</strong></p>
        <PermissionPicture asks=words.asks refuse=words.refuse allow=words.allow />
        <ActButton words=words.start on_press=move || take.start() />
        <Earlier take />
    }
}

/// While it is recorded again, the earlier one is still there.
#[component]
fn Earlier(take: Take) -> impl IntoView {
    let words = &use_text().speaking.recording;
    move || {
        take.waiting.with(Option::is_some).then(|| {
            view! {
                <p>{words.replace_means}</p>
                <ActButton
                    words=words.replace_not look=Look::Quiet
                    on_press=move || take.step.set(Step::There)
                />
            }
        })
    }
}

#[component]
fn Asking() -> impl IntoView {
    let words = &use_text().speaking.recording;
    view! {
        <PageHeading words=words.asking />
        <PermissionPicture asks=words.asks refuse=words.refuse allow=words.allow />
    }
}

/// While it records: how long, how loud, and the button that ends it.
#[component]
fn Now(take: Take) -> impl IntoView {
    let words = &use_text().speaking.recording;
    let level = move || match take.level.get() {
        Level::Unknown => "",
        Level::Heard => words.heard,
        Level::Quiet => words.quiet,
    };
    let nearly_over = move || {
        let seconds = take.seconds.get();
        (seconds + LEFT_WHEN_TOLD >= SECONDS_MAX).then(|| {
            let left = (words.nearly_over)(SECONDS_MAX - seconds);
            view! { <p class="notice notice--warn">{left}</p> }
        })
    };
    view! {
        <PageHeading words=words.now />
        <div class="speaking-now">
            <span class="speaking-now__mark" aria-hidden="true"></span>
            // Screen readers find it here, and are not interrupted each second.
            <p class="number number--big" role="timer" aria-live="off">
                {move || (words.seconds)(take.seconds.get())}
            </p>
        </div>
        <p class="speaking-level" aria-live="off">{level}</p>
        {nearly_over}
        <ActButton words=words.stop on_press=move || take.finish() />
    }
}

#[component]
fn Checking() -> impl IntoView {
    let words = &use_text().speaking.recording;
    view! { <PageHeading words=words.checking /> }
}

/// There was nothing to hear: once more, or another way.
#[component]
fn Silent(take: Take) -> impl IntoView {
    let words = &use_text().speaking.recording;
    view! {
        <PageHeading words=words.silent />
        <p class="notice notice--warn">{words.silent_next}</p>
        <ActButton words=words.again on_press=move || take.start() />
        <Earlier take />
        <section class="stack">
            <h2>{words.other_ways}</h2>
            <OtherWays contest=take.contest />
        </section>
    }
}

/// The recording is there: listen, send, record it again, or delete it.
#[component]
fn There(take: Take, sending: Sending) -> impl IntoView {
    let words = &use_text().speaking.recording;
    let Some((waiting, sound)) = take.waiting.get_untracked().zip(take.sound_now()) else {
        return view! { <Silent take /> }.into_any();
    };
    let Waiting { seconds, is_wanted, .. } = waiting;
    let heading = if is_wanted { words.waiting } else { words.done };
    let was_full = take.was_full.get_untracked();
    let kept = move || match take.is_kept.get() {
        true => view! { <p class="soft">{words.kept}</p> }.into_any(),
        false => view! { <p class="notice notice--warn">{words.not_kept}</p> }.into_any(),
    };
    view! {
        <PageHeading words=heading />
        {was_full.then(|| view! { <p class="notice">{words.was_full}</p> })}
        <p>{(words.length)(seconds)}</p>
        <Listen sound words=words.listen look=Look::Quiet />
        <HowFar sending />
        <Send take sending />
        {move || (!sending.is_busy()).then(|| view! { <Otherwise take sending /> })}
        {kept}
    }
    .into_any()
}

/// How the sending fares; what went wrong takes the focus.
#[component]
fn HowFar(sending: Sending) -> impl IntoView {
    let words = &use_text().speaking.recording;
    let fares = move || match sending.progress.get() {
        Progress::Idle => ().into_any(),
        Progress::Part(n, all) => view! { <p class="notice">{(words.part)(n, all)}</p> }.into_any(),
        Progress::Cut => view! { <p class="notice notice--warn">{words.cut}</p> }.into_any(),
        Progress::SignIn => {
            view! { <p class="notice notice--warn">{words.sign_in_first}</p> }.into_any()
        }
        Progress::Refused(why) => view! { <p class="notice notice--stop">{why}</p> }.into_any(),
    };
    view! { <div id=PROGRESS tabindex="-1"><Told>{fares}</Told></div> }
}

#[component]
fn Send(take: Take, sending: Sending) -> impl IntoView {
    let text = use_text();
    let words = &text.speaking.recording;
    let busy = Signal::derive(move || sending.is_busy());
    let is_wanted =
        move || take.waiting.with(|it| it.as_ref().is_some_and(|waiting| waiting.is_wanted));
    let says = Signal::derive(move || {
        let says = match (busy.get(), is_wanted()) {
            (true, _) => text.frame.sending,
            (false, true) => words.go_on,
            (false, false) => words.send,
        };
        says.to_owned()
    });
    let needs_sign_in = Memo::new(move |_| sending.progress.get() == Progress::SignIn);
    move || {
        if needs_sign_in.get() {
            view! { <ButtonLink to=Route::SignIn words=words.sign_in /> }.into_any()
        } else {
            view! {
                <p>{words.send_means}</p>
                <ActButton casts=true words=says busy on_press=move || sending.send() />
            }
            .into_any()
        }
    }
}

/// Recording it again, or deleting it, which is asked once more.
#[component]
fn Otherwise(take: Take, sending: Sending) -> impl IntoView {
    let words = &use_text().speaking.recording;
    let is_asking = RwSignal::new(false);
    let delete = move || {
        sending.progress.set(Progress::Idle);
        take.delete();
    };
    let replace = move || {
        sending.progress.set(Progress::Idle);
        take.step.set(Step::Ready);
    };
    move || {
        if is_asking.get() {
            view! {
                <div class="notice notice--warn stack">
                    <p><strong>{words.delete_ask}</strong></p>
                    <ActButton
                        casts=true words=words.delete_sure look=Look::Warn on_press=delete
                    />
                    <ActButton
                        words=words.delete_not look=Look::Quiet
                        on_press=move || is_asking.set(false)
                    />
                </div>
            }
            .into_any()
        } else {
            view! {
                <ActButton
                    words=words.replace look=Look::Quiet on_press=replace
                />
                <ActButton
                    words=words.delete look=Look::Warn on_press=move || is_asking.set(true)
                />
            }
            .into_any()
        }
    }
}
