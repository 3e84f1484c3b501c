//! The log of one help: everything that was done, in sentences, with the day and the name.
use super::{help_page::ForResidents, stopping::Stopping};
use crate::{
    api::{Api, ApiError},
    routes::Route,
    ui::{A, ActButton, Back, Fetched, Load, Look, NotFoundPage, OutcomeNotice, Screen, Screens},
    words::use_text,
};
use huiyin_domain::{
    helping::{
        Event, Standing,
        wire::{HelpCard, HelpPage, LogLine},
    },
    ids::HelpId,
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// Everything that was done with one help.
#[component]
pub fn LogPage() -> impl IntoView {
    let heading = use_text().helping.help.heading;
    view! { <ForResidents heading then=|api| view! { <OfAddress api /> }.into_any() /> }
}

#[component]
fn OfAddress(api: Api) -> impl IntoView {
    let words = &use_text().helping.help;
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")?.parse::<HelpId>().ok()));
    move || match id.get() {
        Some(id) => view! { <Back to=Route::Help words=words.back /> <Log id api /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Log(id: HelpId, api: Api) -> impl IntoView {
    let words = &use_text().helping.help;
    let page: Fetched<Result<HelpPage, ApiError>> =
        Fetched::new(move || async move { api.get(&format!("help/{id}")).await });
    let stopping = Stopping::new("help", words.stopped, || (), move || page.refetch());
    view! {
        <Load resource=page then=move |page: HelpPage| view! { <Lines page stopping /> } />
    }
}

/// How many lines stand on one screen of the elder mode.
const ON_A_SCREEN: usize = 4;

#[component]
fn Lines(page: HelpPage, stopping: Stopping) -> impl IntoView {
    let text = use_text();
    let words = &text.helping.help;
    let HelpPage { card, log } = page;
    let name = card.helper_name.clone();
    let may = (words.may)(&text.helping.scopes(card.scopes));
    let stands = stands(&card);
    let stop = match card.standing {
        Standing::Running => Some((words.stop)(name.as_deref().unwrap_or_default())),
        Standing::Waiting { .. } => Some(words.cancel.to_owned()),
        Standing::Lapsed | Standing::Withdrawn | Standing::TimeOver | Standing::Ended { .. } => {
            None
        }
    };
    let heading = (words.log_heading)(name.as_deref());
    let name = name.unwrap_or_default();
    let mut screens = vec![Screen::new(move || {
        let stop = stop.clone().map(|words| {
            let stop = move || stopping.stop(card.id);
            view! { <ActButton casts=true words look=Look::Warn busy=stopping.busy() on_press=stop /> }
        });
        view! { <p><strong>{stands.clone()}</strong></p> <p>{may.clone()}</p> {stop} }
    })];
    for (at, lines) in log.chunks(ON_A_SCREEN).enumerate() {
        let (lines, name) = (lines.to_vec(), name.clone());
        let heading = (at == 0).then_some(words.log);
        screens.push(Screen::new(move || {
            let line = |line: &LogLine| view! { <li><Line line=*line name=name.clone() /></li> };
            view! {
                {heading.map(|words| view! { <h2>{words}</h2> })}
                <ol class="story">{lines.iter().map(line).collect_view()}</ol>
            }
        }));
    }
    view! {
        <OutcomeNotice outcome=stopping.outcome />
        <Screens heading screens />
    }
}

fn stands(card: &HelpCard) -> String {
    let text = use_text();
    let day = |at| text.language.moment(at);
    let at = match card.standing {
        Standing::Waiting { code_until } => day(code_until),
        Standing::Ended { at, .. } => day(at),
        Standing::Lapsed | Standing::Withdrawn | Standing::Running | Standing::TimeOver => {
            String::new()
        }
    };
    (text.helping.help.standing)(&card.standing, &day(card.until), &at)
}

#[component]
fn Line(line: LogLine, name: String) -> impl IntoView {
    let text = use_text();
    let words = &text.helping.help;
    let proposal = match line.event {
        Event::Acted { act } => act.proposal(),
        Event::Offered { .. } | Event::Withdrawn | Event::Taken { .. } | Event::Stopped { .. } => {
            None
        }
    };
    let link = proposal.map(|id| {
        view! { <A href=Route::Proposal(id).href()>{(words.see_proposal)(id)}</A> }
    });
    view! {
        <span class="story__when">{text.language.moment(line.at)}</span>
        <p>{(words.line)(&line.event, &name)}</p>
        {link}
    }
}
