//! What happened to a submission, newest first, and its counts.
use crate::words::{feedback::Teller, use_text};
use huiyin_domain::feedback::wire::{StoryLine, SubmissionPage};
use leptos::prelude::*;

/// Lines on one screen of the elder mode.
const ON_A_SCREEN: usize = 4;

/// How many screens the story takes.
pub fn n_story_screens(page: &SubmissionPage, is_elder: bool) -> usize {
    if is_elder { page.story.len().div_ceil(ON_A_SCREEN) } else { 1 }
}

/// One screen of the story.
#[component]
pub fn Story(
    /// The submission.
    page: RwSignal<SubmissionPage>,
    /// Which of how many screens, from nought.
    of: (usize, usize),
) -> impl IntoView {
    let text = use_text();
    let (nth, all) = of;
    let line = move |line: &StoryLine, tell: &Teller| {
        view! {
            <li class="prose">
                <span class="story__when">{text.language.long_day(line.at)}</span>
                {(text.feedback.event)(&line.event, tell)}
            </li>
        }
    };
    let lines = move || {
        page.with(|page| {
            let tell = Teller::new(text.language, &page.names, page.is_mine);
            let n_lines = if all == 1 { page.story.len() } else { ON_A_SCREEN };
            let lines = page.story.iter().skip(nth * n_lines).take(n_lines);
            lines.map(|it| line(it, &tell)).collect_view()
        })
    };
    view! {
        <section class="stack stack--tight">
            <h2>{text.feedback.show.story}</h2>
            <ol class="story">{lines}</ol>
        </section>
    }
}

/// How many follow it, and how often it was passed on, put off and opened again.
#[component]
pub fn Counts(
    /// The submission.
    page: RwSignal<SubmissionPage>,
) -> impl IntoView {
    let words = &use_text().feedback.show;
    // What never happened is not counted.
    let lines = Memo::new(move |_| {
        page.with(|page| {
            let it = &page.submission;
            let counts = [
                (words.followers, page.n_followers),
                (words.pass_ons, it.n_pass_ons),
                (words.extensions, it.n_extensions),
                (words.reopened, it.n_reopened),
            ];
            let counts = counts.into_iter().filter(|(_, n)| *n > 0).map(|(say, n)| say(n));
            counts.collect::<Vec<_>>()
        })
    });
    move || {
        let lines = lines.get();
        let line = |line: String| view! { <li>{line}</li> };
        (!lines.is_empty()).then(|| {
            view! {
                <section class="stack stack--tight">
                    <h2>{words.counts}</h2>
                    <ul class="list">{lines.into_iter().map(line).collect_view()}</ul>
                </section>
            }
        })
    }
}
