//! One project, whole: where it stands, what one may do, the plan, the book, and what was said.
use super::{act::Act, money_part::Book, voices_part::Voices};
use crate::{
    api::{Precondition, use_api},
    proposals::{photo_step::Picture, use_proposal_number},
    routes::Route,
    ui::{
        ActButton, Acts, Back, ButtonLink, Fetched, Load, Look, NotFoundPage, OutcomeNotice,
        Screen, Screens,
    },
    words::{Text, use_text},
};
use huiyin_domain::{
    delivery::{
        Command, Milestone, Offer, Report, Stage,
        wire::{AskingRow, ProjectPage},
    },
    ids::ProposalId,
};
use leptos::prelude::*;

/// One project; an address without a number is not found.
#[component]
pub fn ShowPage() -> impl IntoView {
    let id = use_proposal_number("id");
    move || match id.get() {
        Some(id) => view! { <Loaded id /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: ProposalId) -> impl IntoView {
    let api = use_api();
    let page =
        Fetched::new(
            move || async move { api.get::<ProjectPage>(&format!("projects/{id}")).await },
        );
    view! {
        <Back to=Route::Projects words=use_text().delivery.list.heading />
        <Load resource=page then=|page| view! { <Shown page /> } />
    }
}

fn done(text: &Text, command: &Command) -> String {
    let words = &text.delivery;
    Act::of_command(command).map_or(words.team.said, words.done).to_owned()
}

#[component]
fn Shown(page: ProjectPage) -> impl IntoView {
    let heading = page.title.clone();
    let path = format!("projects/{}", page.id);
    let page = RwSignal::new(page);
    let acts = Acts::new(path, page, done);
    let standing = Screen::new(move || {
        view! {
            <OutcomeNotice outcome=acts.outcome />
            {move || view! { <Standing page=page.get() /> }}
            {move || view! { <Doors page=page.get() /> }}
        }
    });
    let plan = Screen::new(move || move || view! { <Plan steps=page.get().plan /> });
    let book = Screen::new(move || {
        move || {
            let ProjectPage { spending, entries, currency, .. } = page.get();
            view! { <Book spending entries currency /> }
        }
    });
    let voices = Screen::new(move || move || view! { <Voices page=page.get() /> });
    let work = Screen::new(move || move || view! { <Work page=page.get() /> });
    let team = Screen::new(move || move || view! { <Team page=page.get() acts /> });
    let screens = vec![standing, plan, book, voices, work, team];
    view! { <Screens heading screens /> }
}

#[component]
fn Standing(page: ProjectPage) -> impl IntoView {
    let text = use_text();
    let words = &text.delivery;
    let more = match &page.stage {
        Stage::Underway => Vec::new(),
        Stage::Accepting { acceptance } => vec![acceptance.words.to_string()],
        Stage::Delivered { closing, .. } => vec![
            (words.closing.done)(closing.done.as_str()),
            (words.closing.cost)(&text.language.money(closing.cost, &page.currency)),
            (words.closing.learnt)(closing.learnt.as_str()),
        ],
        Stage::Stopped { reason, rest, .. } => {
            vec![(words.closing.why)(reason.as_str()), (words.closing.rest)(rest.as_str())]
        }
    };
    let more = more.into_iter().map(|line| view! { <p class="prose">{line}</p> }).collect_view();
    view! {
        <section class="stack">
            <p class="card__number">{(words.number)(page.id.0)}</p>
            <p>{page.place}</p>
            <p><strong>{(words.stage)(page.stage.kind())}</strong></p>
            {more}
            <ButtonLink to=Route::Proposal(page.id) words=words.to_proposal look=Look::Quiet />
        </section>
    }
}

/// What this person may do, a page for each.
#[component]
fn Doors(page: ProjectPage) -> impl IntoView {
    let words = &use_text().delivery;
    let id = page.id;
    let acts: Vec<Act> = page.offers.into_iter().filter_map(Act::of).collect();
    let door = move |(at, act): (usize, Act)| {
        let look = if at == 0 { Look::Main } else { Look::Quiet };
        view! { <ButtonLink to=route_of(id, act) words=(words.act)(act) look /> }
    };
    view! {
        <section class="stack">{acts.into_iter().enumerate().map(door).collect_view()}</section>
    }
}

/// Where an act stands.
pub(super) fn route_of(id: ProposalId, act: Act) -> Route {
    match act.is_at_desk() {
        true => Route::DeskProjectAct(id, act.name()),
        false => Route::ProjectAct(id, act.name()),
    }
}

#[component]
fn Plan(steps: Vec<Milestone>) -> impl IntoView {
    let text = use_text();
    let words = &text.delivery.plan;
    let line = move |step: Milestone| {
        let by = (words.by)(&text.language.date(step.due));
        let reached = step.reached.map_or_else(
            || words.open.to_owned(),
            |at| (words.reached)(&text.language.long_day(at)),
        );
        view! {
            <li>
                <p><strong>{step.title.to_string()}</strong></p>
                <p>{by}</p>
                <p>{reached}</p>
            </li>
        }
    };
    view! {
        <section class="stack">
            <h2>{words.heading}</h2>
            <ol class="list">{steps.into_iter().map(line).collect_view()}</ol>
        </section>
    }
}

#[component]
fn Work(page: ProjectPage) -> impl IntoView {
    let text = use_text();
    let words = &text.delivery.work;
    let title = page.title;
    let is_empty = page.reports.is_empty();
    let line = move |report: Report| {
        let title = title.clone();
        let picture = move |(n, photo)| {
            view! { <Picture photo n title=title.clone() /> }
        };
        let pictures = (1_usize..).zip(report.photos).map(picture).collect_view();
        let reached = report.reached.map(|step| (words.reached)(step.as_str()));
        let told = format!("{} · {}", text.language.moment(report.at), (words.by)(report.by));
        view! {
            <li>
                <article class="card">
                    <p class="soft">{told}</p>
                    {reached.map(|reached| view! { <p><strong>{reached}</strong></p> })}
                    <p class="prose">{report.words.to_string()}</p>
                    {pictures}
                </article>
            </li>
        }
    };
    view! {
        <section class="stack">
            <h2>{words.heading}</h2>
            {is_empty.then(|| view! { <p>{words.nothing}</p> })}
            <ol class="list">{page.reports.into_iter().map(line).collect_view()}</ol>
        </section>
    }
}

#[component]
fn Team(page: ProjectPage, acts: Acts<Command, ProjectPage>) -> impl IntoView {
    let words = &use_text().delivery.team;
    let may_let_in = page.offers.iter().any(|offer| matches!(offer, Offer::LetIn { .. }));
    let team = page.team;
    let note = match (team.is_mine, team.has_asked) {
        (true, _) => Some(words.yours),
        (false, true) => Some(words.asked),
        (false, false) => None,
    };
    let names = |names: Vec<String>| names.join(", ");
    let joined = (!team.joined.is_empty()).then(|| (words.joined)(&names(team.joined.clone())));
    let asking = team.asking.into_iter();
    let asking = asking.map(|row| view! { <Asks row may_let_in acts /> }).collect_view();
    view! {
        <section class="stack">
            <h2>{words.heading}</h2>
            {note.map(|note| view! { <p><strong>{note}</strong></p> })}
            <p>{(words.authors)(&names(team.authors))}</p>
            {joined.map(|joined| view! { <p>{joined}</p> })}
            {team.responsible.map(|name| view! { <p>{(words.responsible)(&name)}</p> })}
            {asking}
        </section>
    }
}

/// Somebody who would like to join, for those who decide.
#[component]
fn Asks(row: AskingRow, may_let_in: bool, acts: Acts<Command, ProjectPage>) -> impl IntoView {
    let words = &use_text().delivery.team;
    let resident = row.resident;
    let version = |page: &ProjectPage| Precondition::Version(page.version);
    let let_in = may_let_in.then(|| {
        view! {
            <ActButton
                words=(words.let_in)(&row.name) busy=acts.busy()
                on_press=move || acts.send(Command::LetIn { resident }, version)
            />
        }
    });
    view! {
        {let_in}
        <ActButton
            words=(words.turn_away)(&row.name) busy=acts.busy() look=Look::Quiet
            on_press=move || acts.send(Command::TurnAway { resident }, version)
        />
    }
}
