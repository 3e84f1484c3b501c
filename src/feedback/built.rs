//! What was done: the steps with their photos, and what was said and done side by side.
use super::answer::why;
use crate::{proposals::photo_step::Picture, words::use_text};
use huiyin_domain::{
    feedback::{Built, Event, Evidence, Milestone, wire::SubmissionPage},
    proposals::{PhotoId, Request},
};
use leptos::prelude::*;

/// The steps that were reported. The story keeps them also when it has ended.
fn steps_of(page: &SubmissionPage) -> Vec<Milestone> {
    let step = |event: &Event| {
        if let Event::Reported { milestone } = event { Some(milestone.clone()) } else { None }
    };
    page.story.iter().filter_map(|line| step(&line.event)).collect()
}

/// Was a step reported, or something built?
pub fn is_there(page: &SubmissionPage) -> bool {
    page.submission.stage.evidence().is_some() || !steps_of(page).is_empty()
}

/// The steps so far, and what was built.
#[component]
pub fn BuiltPart(
    /// The submission.
    page: RwSignal<SubmissionPage>,
) -> impl IntoView {
    let page = page.get_untracked();
    let steps = steps_of(&page);
    let evidence = page.submission.stage.evidence().cloned();
    let requests = page.submission.content.requests;
    view! {
        {(!steps.is_empty()).then(|| view! { <Steps steps /> })}
        {evidence.map(|evidence| view! { <SideBySide requests evidence /> })}
    }
}

#[component]
fn Steps(steps: Vec<Milestone>) -> impl IntoView {
    let text = use_text();
    let step = |step: Milestone| {
        let words = step.words.to_string();
        view! {
            <li>
                <span class="story__when">{text.language.long_day(step.at)}</span>
                <p class="prose">{words.clone()}</p>
                {pictures(step.photos, &words)}
            </li>
        }
    };
    view! {
        <section class="stack stack--tight">
            <h2>{text.feedback.show.steps}</h2>
            <ol class="story">{steps.into_iter().map(step).collect_view()}</ol>
        </section>
    }
}

fn pictures(photos: Vec<PhotoId>, of: &str) -> AnyView {
    let picture = |(at, photo)| view! { <Picture photo n=at + 1 title=of.to_owned() /> };
    photos.into_iter().enumerate().map(picture).collect_view().into_any()
}

/// What was asked for and what was done, a pair for each request.
#[component]
fn SideBySide(requests: Vec<Request>, evidence: Evidence) -> impl IntoView {
    let text = use_text();
    let words = &text.feedback.show;
    let said = evidence.words.to_string();
    let pair = |(request, built): (&Request, &Built)| {
        let how = match built {
            Built::AsAsked => None,
            Built::Otherwise { words } => {
                Some(view! { <p class="prose">{words.to_string()}</p> }.into_any())
            }
            Built::Not { because } => Some(why(because)),
        };
        view! {
            <dl class="feedback-pair">
                <div>
                    <dt>{words.you_said}</dt>
                    <dd>{request.to_string()}</dd>
                </div>
                <div>
                    <dt>{words.we_did}</dt>
                    <dd><strong>{(words.built)(built)}</strong> {how}</dd>
                </div>
            </dl>
        }
    };
    view! {
        <section class="stack stack--tight">
            <h2>{words.side_by_side}</h2>
            <p class="prose">{said.clone()}</p>
            {requests.iter().zip(&evidence.requests).map(pair).collect_view()}
            {pictures(evidence.photos, &said)}
        </section>
    }
}
