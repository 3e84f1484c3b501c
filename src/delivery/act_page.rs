//! One act on a project: what it means, its fields, and what came of it.
use super::{act::Act, typed::Typed};
use crate::{
    api::{Precondition, use_api},
    desk::desk_page::ForStaff,
    proposals::{photo_step::PhotoFields, upload::DraftPhotos},
    routes::Route,
    ui::{
        ActButton, Acts, AreaField, Back, ButtonLink, Choice, ErrorSummary, Fault, Fetched, Load,
        Look, NotFoundPage, Outcome, OutcomeNotice, Screen, Screens, TextField,
    },
    words::{Text, use_text},
};
use huiyin_domain::{
    delivery::{Command, EntryKind, wire::ProjectPage},
    ids::ProposalId,
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// An act of residents.
#[component]
pub fn ActPage() -> impl IntoView {
    asked(false)
}

/// An act of the office.
#[component]
pub fn DeskActPage() -> impl IntoView {
    asked(true)
}

fn asked(at_desk: bool) -> impl IntoView {
    let params = use_params_map();
    let asked = Memo::new(move |_| {
        let params = params.read();
        let id: ProposalId = params.get("id")?.parse().ok()?;
        let act = Act::parse(&params.get("act")?)?;
        (act.is_at_desk() == at_desk).then_some((id, act))
    });
    move || match asked.get() {
        Some((id, act)) if at_desk => {
            view! { <ForStaff then=move || view! { <Loaded id act /> } /> }.into_any()
        }
        Some((id, act)) => view! { <Loaded id act /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: ProposalId, act: Act) -> impl IntoView {
    let api = use_api();
    let page =
        Fetched::new(
            move || async move { api.get::<ProjectPage>(&format!("projects/{id}")).await },
        );
    view! {
        <Back to=Route::Project(id) words=(use_text().delivery.to_project)(id.0) />
        <Load resource=page then=move |page| view! { <Shown page act /> } />
    }
}

fn done(text: &Text, command: &Command) -> String {
    let words = &text.delivery;
    Act::of_command(command).map_or(words.team.said, words.done).to_owned()
}

type Does = Acts<Command, ProjectPage>;

#[component]
fn Shown(page: ProjectPage, act: Act) -> impl IntoView {
    let words = &use_text().delivery;
    let id = page.id;
    let heading = (words.act)(act);
    let first = page.clone();
    let page = RwSignal::new(page);
    let acts: Does = Acts::new(format!("projects/{id}"), page, done);
    let at = match act.is_at_desk() {
        true => Route::DeskProjectAct(id, act.name()),
        false => Route::ProjectAct(id, act.name()),
    };
    let today = first.now.in_china().date();
    let typed = Typed::new(&at, act, Some(&first), today, |words| acts.keeps(words));
    let is_offered = Memo::new(move |_| {
        page.with(|page| page.offers.iter().any(|offer| Act::of(*offer) == Some(act)))
    });
    let form = Screen::new(move || {
        move || match acts.outcome.get() {
            Some(Outcome::Done(_)) => view! {
                <OutcomeNotice outcome=acts.outcome />
                <ButtonLink to=Route::Project(id) words=(words.to_project)(id.0) />
            }
            .into_any(),
            Some(Outcome::Refused(_) | Outcome::Failed(_) | Outcome::Later(_)) | None
                if is_offered.get() =>
            {
                view! { <Form act page typed acts /> }.into_any()
            }
            Some(Outcome::Refused(_) | Outcome::Failed(_) | Outcome::Later(_)) | None => view! {
                <OutcomeNotice outcome=acts.outcome />
                <p class="notice notice--warn">{words.not_now}</p>
                <ButtonLink to=Route::Project(id) words=(words.to_project)(id.0) />
            }
            .into_any(),
        }
    });
    view! { <Screens heading screens=vec![form] /> }
}

#[component]
fn Form(act: Act, page: RwSignal<ProjectPage>, typed: Typed, acts: Does) -> impl IntoView {
    let text = use_text();
    let words = &text.delivery;
    let title = page.with_untracked(|page| page.title.clone());
    let is_signed_in = use_api().me().is_some();
    let send = move || match typed.read(act) {
        Ok(command) => {
            typed.faults.set(Vec::new());
            let own = command.is_of_one_person();
            acts.send(command, move |page| match own {
                true => Precondition::None,
                false => Precondition::Version(page.version),
            });
        }
        Err(problems) => typed.faults.set(Fault::of(&problems)),
    };
    let look = if act == Act::Stop { Look::Warn } else { Look::Main };
    let button = match is_signed_in {
        true => view! {
            <ActButton
                words=(words.send)(act) look casts=true busy=acts.busy() on_press=send
            />
        }
        .into_any(),
        false => view! { <ButtonLink to=Route::SignIn words=text.frame.sign_in /> }.into_any(),
    };
    view! {
        <section class="stack">
            <OutcomeNotice outcome=acts.outcome />
            <ErrorSummary faults=typed.faults />
            <p><strong>{title}</strong></p>
            <p>{(words.means)(act)}</p>
            <Fields act page typed />
            {button}
        </section>
    }
}

#[component]
fn Fields(act: Act, page: RwSignal<ProjectPage>, typed: Typed) -> impl IntoView {
    let words = &use_text().delivery.fields;
    let title = page.with_untracked(|page| page.title.clone());
    let numbers = choices(act, page);
    let number = numbers.map(|choices| {
        view! {
            <Choice
                name="number" legend=(words.number)(act) choices chosen=typed.number
                on_choose=move |n| typed.number.set(Some(n)) fault=typed.fault("number")
            />
        }
    });
    let amount = matches!(act, Act::Pay | Act::Correct).then(|| {
        view! {
            <TextField
                name="amount" label=words.amount value=typed.amount fault=typed.fault("amount")
                keyboard="decimal"
            />
        }
    });
    let day = matches!(act, Act::Pay | Act::Finish).then(|| {
        view! {
            <TextField
                name="day" label=(words.day)(act) hint=words.day_hint value=typed.day
                fault=typed.fault("day")
            />
        }
    });
    let plan = matches!(act, Act::Plan | Act::Resume).then(|| view! { <PlanField typed /> });
    let said = !matches!(act, Act::Join | Act::Leave | Act::TakeOver);
    let said = said.then(|| {
        view! {
            <AreaField
                name="words" label=(words.words)(act) value=typed.words fault=typed.fault("words")
            />
        }
    });
    let more = matches!(act, Act::Close | Act::Stop).then(|| {
        view! {
            <AreaField
                name="more" label=(words.more)(act) value=typed.more fault=typed.fault("more")
            />
        }
    });
    let receipt = (act == Act::Pay).then(|| {
        view! {
            <TextField
                name="receipt" label=words.receipt hint=words.receipt_hint value=typed.receipt
                fault=typed.fault("receipt")
            />
        }
    });
    let photos = matches!(act, Act::Pay | Act::Report | Act::Finish).then(|| {
        view! {
            <PhotoFields photos=DraftPhotos::Report(typed.photos) title faults=typed.faults />
        }
    });
    view! { {number} {amount} {day} {plan} {said} {more} {receipt} {photos} }
}

/// The steps from here on, one on each line.
#[component]
pub(super) fn PlanField(
    /// What is filled in.
    typed: Typed,
) -> impl IntoView {
    let words = &use_text().delivery.fields;
    view! {
        <AreaField
            name="plan" label=words.plan hint=words.plan_hint value=typed.plan
            fault=typed.fault("plan") rows=6
        />
    }
}

type Numbered = Vec<(u32, String, &'static str)>;

/// What one chooses of: the words without an answer, the payments, or the steps that are not done.
fn choices(act: Act, page: RwSignal<ProjectPage>) -> Option<Numbered> {
    let text = use_text();
    let words = &text.delivery;
    page.with_untracked(|page| match act {
        Act::Answer => {
            let open =
                page.voices.iter().filter(|voice| !voice.says.is_done() && voice.answer.is_none());
            let said = open.map(|voice| {
                let words = voice.says.words().map(ToString::to_string);
                (voice.n, words.unwrap_or_default(), "")
            });
            Some(said.collect())
        }
        Act::Correct => {
            let paid = page.entries.iter().filter(|row| row.entry.kind == EntryKind::Paid);
            let line = |n: u32, what: &str| format!("{} {what}", (words.money.nth)(n));
            Some(
                paid.map(|row| (row.entry.n, line(row.entry.n, row.entry.words.as_str()), ""))
                    .collect(),
            )
        }
        Act::Report if page.offers.iter().any(|offer| Act::of(*offer) == Some(Act::Finish)) => {
            let steps = (1_u32..).zip(&page.plan).filter(|(_, step)| step.reached.is_none());
            let none = (0, words.fields.no_step.to_owned(), "");
            let steps = steps.map(|(n, step)| (n, step.title.to_string(), ""));
            Some(std::iter::once(none).chain(steps).collect())
        }
        Act::Done
        | Act::NotDone
        | Act::Join
        | Act::Leave
        | Act::Report
        | Act::Pay
        | Act::Plan
        | Act::Finish
        | Act::Close
        | Act::Resume
        | Act::TakeOver
        | Act::Stop => None,
    })
}
