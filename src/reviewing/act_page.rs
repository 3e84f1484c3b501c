//! One act on a proposal: what it is about, the form, and what came of it.
use super::{
    about::About,
    act::Act,
    forms::{ActForm, Does},
    typed::{Typed, drawer_of},
};
use crate::{
    accessibility::use_modes,
    api::{reviewing, use_api},
    browser::drawer,
    desk::desk_page::ForStaff,
    routes::Route,
    ui::{
        Acts, Back, ButtonLink, Fetched, Load, Look, NotFoundPage, Outcome, OutcomeNotice, Screen,
        Screens,
    },
    words::{Text, use_text},
};
use huiyin_domain::{
    ids::ProposalId,
    proposals::{Command, wire::ProposalPage},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// One act; an address that names none is not found.
#[component]
pub fn ActPage() -> impl IntoView {
    let params = use_params_map();
    let asked = Memo::new(move |_| {
        let params = params.read();
        let id: ProposalId = params.get("id")?.parse().ok()?;
        Some((id, Act::parse(&params.get("act")?)?))
    });
    move || match asked.get() {
        Some((id, act)) => {
            view! { <ForStaff then=move || view! { <Loaded id act /> } /> }.into_any()
        }
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: ProposalId, act: Act) -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || reviewing::read(api, id));
    view! {
        <Back to=Route::DeskProposal(id) words=(use_text().reviewing.to_page)(id.0) />
        <Load resource=page then=move |page| view! { <Shown page act /> } />
    }
}

/// The act that a command is; nobody sends those of residents from here.
fn act_of(command: &Command) -> Option<Act> {
    match command {
        Command::Pass => Some(Act::Pass),
        Command::Return { .. } => Some(Act::Return),
        Command::RuleOut { .. } => Some(Act::RuleOut),
        Command::Admit { .. } => Some(Act::Admit),
        Command::SendToReview { .. } => Some(Act::Send),
        Command::Assess { .. } => Some(Act::Assess),
        Command::Conclude { .. } => Some(Act::Conclude),
        Command::Shortlist { .. } => Some(Act::Shortlist),
        Command::SetAside { .. } => Some(Act::SetAside),
        Command::OfferMerge { .. } => Some(Act::Merge),
        Command::TakeBackMerge => Some(Act::TakeBack),
        Command::CoSign
        | Command::WithdrawCoSign
        | Command::MoveCoSign
        | Command::Withdraw
        | Command::Leave
        | Command::AgreeMerge
        | Command::DeclineMerge => None,
    }
}

fn done(text: &Text, command: &Command) -> String {
    act_of(command).map(text.reviewing.done).unwrap_or_default().to_owned()
}

/// How far the act has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Progress {
    /// It can be done.
    Open,
    /// It was done just now.
    Done,
    /// It cannot be done, or not any more.
    Closed,
}

#[component]
fn Shown(page: ProposalPage, act: Act) -> impl IntoView {
    let words = &use_text().reviewing;
    let id = page.id;
    let heading = (words.heading)(act, id.0);
    let drawer = drawer_of(id, act.name());
    let typed = Typed::of(&drawer, act, &page, use_api().now().in_china().date());
    typed.keep(drawer.clone());
    let page = RwSignal::new(page);
    let acts: Does = Acts::new(reviewing::path(id), page, done);
    let progress = Memo::new(move |_| match acts.outcome.get() {
        Some(Outcome::Done(_)) => Progress::Done,
        Some(Outcome::Refused(_) | Outcome::Failed(_) | Outcome::Later(_)) | None => {
            let is_offered = page.with(|page| Act::offered(&page.offers).contains(&act));
            if is_offered { Progress::Open } else { Progress::Closed }
        }
    });
    Effect::new(move || {
        if progress.get() == Progress::Done {
            drawer::remove(&drawer);
        }
    });
    let form = Screen::new(move || {
        move || match progress.get() {
            Progress::Open => view! { <ActForm act page typed acts /> }.into_any(),
            Progress::Done => view! {
                <OutcomeNotice outcome=acts.outcome />
                <Onward id />
            }
            .into_any(),
            Progress::Closed => view! { <NotNow id acts typed /> }.into_any(),
        }
    });
    let about = Screen::new(move || view! { <About act page /> });
    // In the elder mode what one decides stands on the first screen.
    let screens = if use_modes().is_elder() { vec![form, about] } else { vec![about, form] };
    view! { <Screens heading screens /> }
}

/// Where to go on: the list, or the page that everybody sees.
#[component]
fn Onward(id: ProposalId) -> impl IntoView {
    let words = &use_text().reviewing;
    view! {
        <section class="stack">
            <ButtonLink to=Route::DeskProposals words=words.to_list />
            <ButtonLink to=Route::Proposal(id) words=words.show.to_public look=Look::Quiet />
        </section>
    }
}

/// The act is not possible, or not any more; nothing that was written is lost.
#[component]
fn NotNow(id: ProposalId, acts: Does, typed: Typed) -> impl IntoView {
    let words = &use_text().answering;
    let said = typed.reason.get_untracked();
    let written = (!said.trim().is_empty()).then(|| {
        view! {
            <h2>{words.typed}</h2>
            <p class="prose">{said}</p>
        }
    });
    view! {
        <section class="stack">
            <OutcomeNotice outcome=acts.outcome />
            <p class="notice notice--warn">{words.not_now}</p>
            {written}
        </section>
        <Onward id />
    }
}
