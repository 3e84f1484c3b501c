//! The versions of a proposal's text, and what each changed.
use super::{
    difference::{Piece, pieces},
    use_proposal_number,
};
use crate::{
    api::use_api,
    routes::Route,
    ui::{Back, Fetched, Load, NotFoundPage, Screen, Screens},
    words::{Text, use_text},
};
use huiyin_domain::{
    ids::ProposalId,
    proposals::{
        Content, Estimate, Request,
        wire::{TextVersion, TextVersions},
    },
};
use leptos::prelude::*;

/// All versions, the newest first.
#[component]
pub fn TextsPage() -> impl IntoView {
    let proposal = use_proposal_number("id");
    move || match proposal.get() {
        Some(proposal) => view! { <Loaded proposal /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(proposal: ProposalId) -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let texts = Fetched::new(move || async move {
        api.get::<TextVersions>(&format!("proposals/{proposal}/texts")).await
    });
    view! {
        <Back to=Route::Proposal(proposal) words=text.proposals.life.editing.back />
        <Load resource=texts then=move |texts| view! { <Shown texts /> } />
    }
}

#[component]
fn Shown(texts: TextVersions) -> impl IntoView {
    let words = &use_text().proposals.life.texts;
    let is_alone = texts.items.len() == 1;
    let earlier = texts.items.iter().skip(1).cloned().map(Some).chain([None]);
    let screen = |(version, before): (&TextVersion, Option<TextVersion>)| {
        let version = StoredValue::new((version.clone(), before));
        Screen::new(move || {
            let (version, before) = version.get_value();
            view! { <Version version before is_alone /> }
        })
    };
    let screens: Vec<_> = texts.items.iter().zip(earlier).map(screen).collect();
    view! { <Screens heading=words.heading screens /> }
}

/// One version: of which day, why, and what it changed; of the first the whole text.
#[component]
fn Version(version: TextVersion, before: Option<TextVersion>, is_alone: bool) -> impl IntoView {
    let text = use_text();
    let words = &text.proposals.life.texts;
    let heading = (words.version)(version.n, &text.language.long_day(version.at));
    let rest = match before {
        None => {
            let first = if is_alone { words.only_one } else { words.first };
            view! {
                <p>{first}</p>
                <Whole content=version.content />
            }
            .into_any()
        }
        Some(before) => {
            let why = version.why.map_or(words.no_why.to_owned(), |why| (words.why)(why.as_str()));
            view! {
                <p>{why}</p>
                <p class="soft">{words.legend}</p>
                <Changes before=before.content now=version.content />
            }
            .into_any()
        }
    };
    view! {
        <section class="stack">
            <h2>{heading}</h2>
            {rest}
        </section>
    }
}

/// The answers by their short names, as text.
fn answers(text: &Text, content: &Content) -> [(&'static str, String); 5] {
    let short = &text.proposals.writing.short;
    let requests: Vec<&str> = content.requests.iter().map(Request::as_str).collect();
    let cost = match content.estimate {
        Estimate::Unknown => text.proposals.cost_unknown.to_owned(),
        Estimate::About { cost } => (text.proposals.about)(&text.language.yuan(cost)),
    };
    [
        (short.title, content.title.to_string()),
        (short.requests, requests.join("\n")),
        (short.place, content.place.to_string()),
        (short.why, content.why.to_string()),
        (short.cost, cost),
    ]
}

#[component]
fn Whole(content: Content) -> impl IntoView {
    let row = |(short, answer): (&'static str, String)| {
        view! {
            <div class="proposals-answer">
                <dt>{short}</dt>
                <dd><p class="prose">{answer}</p></dd>
            </div>
        }
    };
    let answers = answers(use_text(), &content);
    view! { <dl class="proposals-answers">{answers.map(row).into_iter().collect_view()}</dl> }
}

/// The answers that differ, with what was added and taken out.
#[component]
fn Changes(before: Content, now: Content) -> impl IntoView {
    let text = use_text();
    let both = answers(text, &before).into_iter().zip(answers(text, &now));
    let changed = both.filter(|((_, before), (_, now))| before != now);
    let row = |((short, before), (_, now)): ((&'static str, String), (&'static str, String))| {
        view! {
            <div class="proposals-answer">
                <dt>{short}</dt>
                <dd><Marked before now /></dd>
            </div>
        }
    };
    let photos = (before.photos != now.photos).then(|| {
        let words = (text.proposals.life.texts.photos)(before.photos.len(), now.photos.len());
        view! { <p>{words}</p> }
    });
    view! {
        <dl class="proposals-answers">{changed.map(row).collect_view()}</dl>
        {photos}
    }
}

/// Two texts in one: marked by lines for the eye, and by words for those who listen.
#[component]
fn Marked(before: String, now: String) -> impl IntoView {
    let words = &use_text().proposals.life.texts;
    let mark = |piece: Piece| match piece {
        Piece::Same(text) => view! { <span>{text}</span> }.into_any(),
        Piece::Added(text) => view! {
            <ins>
                <span class="unseen">{words.added}</span>
                {text}
                <span class="unseen">{words.mark_ends}</span>
            </ins>
        }
        .into_any(),
        Piece::Removed(text) => view! {
            <del>
                <span class="unseen">{words.removed}</span>
                {text}
                <span class="unseen">{words.mark_ends}</span>
            </del>
        }
        .into_any(),
    };
    let marked = pieces(&before, &now).into_iter().map(mark).collect_view();
    view! { <p class="prose proposals-difference">{marked}</p> }
}
