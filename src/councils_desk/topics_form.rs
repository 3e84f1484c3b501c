//! Choosing the topics from what residents suggested, and their order.
use super::doing::{ActForm, Doing, wrong};
use crate::{
    api::use_api,
    browser::document,
    ui::{ActButton, CheckTile, FaultLine, Fetched, Load, Look},
    words::{isolated, use_text},
};
use gloo_timers::future::TimeoutFuture;
use huiyin_domain::{
    councils::series::{
        Command, TOPICS_MOST,
        wire::{TopicList, TopicRow},
    },
    ids::SubmissionId,
    problems::FieldFault,
};
use leptos::{prelude::*, task::spawn_local};

type Chosen = RwSignal<Vec<SubmissionId>>;

/// The topics, as they were suggested.
#[component]
pub(super) fn TopicsForm(
    /// Which act, on which series.
    doing: Doing,
) -> impl IntoView {
    let api = use_api();
    let suggested = Fetched::new(move || async move { api.council_topics().await });
    let first = doing.page.with_untracked(|page| page.series.topics.clone());
    let chosen: Chosen = RwSignal::new(doing.kept().unwrap_or_else(|| first.clone()));
    doing.keep(first, move || chosen.get());
    view! {
        <Load
            resource=suggested has_heading=true
            then=move |list| view! { <Fields doing list chosen /> }
        />
    }
}

/// Those that are chosen already stay on the list, whatever became of them since.
fn all_of(list: TopicList, doing: Doing) -> Vec<TopicRow> {
    let mut all = list.items;
    let of_series = doing.page.with_untracked(|page| page.topics.clone());
    let missing = |topic: &TopicRow| all.iter().all(|it| it.id != topic.id);
    let missing: Vec<_> = of_series.into_iter().filter(missing).collect();
    all.extend(missing);
    all
}

#[component]
fn Fields(doing: Doing, list: TopicList, chosen: Chosen) -> impl IntoView {
    let words = &use_text().councils_desk.topics;
    let all = all_of(list, doing);
    if all.is_empty() {
        return view! { <p class="notice">{words.none}</p> }.into_any();
    }
    let topics = StoredValue::new(all.clone());
    let tile = move |(at, topic): (usize, TopicRow)| view! { <Tile at topic doing chosen /> };
    let send = move || {
        let topics = chosen.get_untracked();
        let fault = FieldFault::TooMany { max: TOPICS_MOST };
        let is_too_many = TOPICS_MOST < topics.len();
        doing.send(match is_too_many {
            true => Err(vec![wrong("topics", fault)]),
            false => Ok(Command::ChooseTopics { topics }),
        });
    };
    view! {
        <ActForm doing send>
            <fieldset class="stack stack--tight">
                <legend class="field__label">{words.which}</legend>
                <p class="field__hint">{(words.hint)(TOPICS_MOST)}</p>
                <FaultLine name="topics" fault=doing.fault("topics") />
                {all.into_iter().enumerate().map(tile).collect_view()}
            </fieldset>
            <Order topics chosen />
        </ActForm>
    }
    .into_any()
}

/// One topic to choose.
#[component]
fn Tile(at: usize, topic: TopicRow, doing: Doing, chosen: Chosen) -> impl IntoView {
    let words = &use_text().councils_desk.topics;
    let id = topic.id;
    let is_taken = topic.series.is_some_and(|series| series != doing.id());
    let said = (words.topic)(&isolated(&topic.title), topic.n_supports);
    let said = if is_taken { format!("{said} · {}", words.taken) } else { said };
    // The first tile carries the group's id, so that the summary's link leads to it.
    let tile = if at == 0 { "topics".to_owned() } else { format!("topics-{at}") };
    let change = move |is: bool| {
        chosen.update(|chosen| {
            chosen.retain(|it| *it != id);
            if is {
                chosen.push(id);
            }
        });
    };
    view! {
        <CheckTile
            id=tile words=said on_change=change
            is_chosen=Signal::derive(move || chosen.with(|chosen| chosen.contains(&id)))
        />
    }
}

/// Those that are chosen, in their order; each but the first can be moved forward.
#[component]
fn Order(topics: StoredValue<Vec<TopicRow>>, chosen: Chosen) -> impl IntoView {
    let words = &use_text().councils_desk.topics;
    let title = move |id: SubmissionId| {
        let topic = topics.with_value(|all| all.iter().find(|it| it.id == id).cloned());
        topic.map_or_else(|| id.to_string(), |topic| topic.title)
    };
    let line = move |(at, id): (usize, SubmissionId)| {
        let forward = (at > 0).then(|| {
            let words = format!("{} · {}", words.forward, title(id));
            view! {
                <ActButton words look=Look::Quiet on_press=move || move_forward(chosen, id) />
            }
        });
        view! {
            <li id=format!("order-{id}") tabindex="-1">
                <p>{format!("{}. {}", at + 1, title(id))}</p>
                {forward}
            </li>
        }
    };
    let shown = move || {
        let chosen = chosen.get();
        let is_empty = chosen.is_empty();
        view! {
            {is_empty.then(|| view! { <p>{words.nothing}</p> })}
            <ol class="list">{chosen.into_iter().enumerate().map(line).collect_view()}</ol>
        }
    };
    view! { <section class="stack stack--tight"><h2>{words.order}</h2>{shown}</section> }
}

fn move_forward(chosen: Chosen, id: SubmissionId) {
    chosen.update(|chosen| {
        if let Some(at @ 1..) = chosen.iter().position(|it| *it == id) {
            chosen.swap(at - 1, at);
        }
    });
    spawn_local(async move {
        // The list is made anew first; then the topic that was moved takes the focus.
        TimeoutFuture::new(0).await;
        document::focus_id(&format!("order-{id}"));
    });
}
