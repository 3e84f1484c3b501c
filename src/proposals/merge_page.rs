//! The question to an author whether their proposal shall go on together with another.
use super::{show_page::done, use_proposal_number, way::Done, words_step::Numbered};
use crate::{
    accessibility::use_modes,
    api::{Precondition, use_api},
    routes::Route,
    ui::{
        ActButton, Acts, Back, ButtonLink, Fetched, Load, Look, NotFoundPage, Outcome,
        OutcomeNotice, PageHeading, Screen, Screens,
    },
    words::use_text,
};
use huiyin_domain::{
    ids::ProposalId,
    proposals::{
        Command,
        wire::{MergeView, Offer, ProposalPage},
    },
};
use leptos::{children::ViewFn, prelude::*};
use leptos_router::{NavigateOptions, hooks::use_navigate};

/// The question.
#[component]
pub fn MergePage() -> impl IntoView {
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
    let page = Fetched::new(move || async move {
        api.get::<ProposalPage>(&format!("proposals/{proposal}")).await
    });
    let shown = move |page: ProposalPage| {
        let is_asked = page.offers.iter().any(|offer| matches!(offer, Offer::AgreeMerge { .. }));
        match page.merge.clone().filter(|_| is_asked) {
            Some(merge) => view! { <Asked page merge /> }.into_any(),
            None => view! { <PageHeading words=text.proposals.life.merging.not_now /> }.into_any(),
        }
    };
    view! {
        <Back to=Route::Proposal(proposal) words=text.proposals.life.editing.back />
        <Load resource=page then=shown />
    }
}

/// Both proposals, one beside or below the other, and both answers.
#[component]
fn Asked(page: ProposalPage, merge: MergeView) -> impl IntoView {
    let text = use_text();
    let words = &text.proposals.life.merging;
    let (id, into) = (page.id, merge.into.id);
    let mine = StoredValue::new(page.clone());
    let why = (words.why)(merge.why.as_str());
    let acts = Acts::new(format!("proposals/{id}"), RwSignal::new(page), done);
    let declined = RwSignal::new(false);
    let navigate = use_navigate();
    Effect::new(move || {
        if let Some(Outcome::Done(_)) = acts.outcome.get() {
            let done = if declined.get_untracked() { Done::NotMerged } else { Done::Merged };
            let options = NavigateOptions { replace: true, ..Default::default() };
            navigate(&done.told_on(id), options);
        }
    });
    let yours = Screen::new(move || {
        view! { <InShort heading=words.yours page=mine.get_value() /> }
    });
    let other = Screen::new(move || view! { <Other into /> });
    let screens = if use_modes().is_elder() {
        vec![yours, other]
    } else {
        vec![Screen::new(move || {
            view! { <div class="proposals-both">{yours.show()} {other.show()}</div> }
        })]
    };
    let answer = move |command: Command| {
        declined.set(command == Command::DeclineMerge);
        acts.send(command, |page| Precondition::Version(page.version));
    };
    let always = ViewFn::from(move || {
        view! {
            <section class="stack">
                <p>{why.clone()}</p>
                <p>{words.means}</p>
                <OutcomeNotice outcome=acts.outcome />
                <ActButton
                    words=words.agree busy=acts.busy() casts=true
                    on_press=move || answer(Command::AgreeMerge)
                />
                <ActButton
                    words=words.decline look=Look::Quiet busy=acts.busy() casts=true
                    on_press=move || answer(Command::DeclineMerge)
                />
            </section>
        }
    });
    view! { <Screens heading=(words.question)(into.0) screens always /> }
}

/// The other one, as it stands now.
#[component]
fn Other(into: ProposalId) -> impl IntoView {
    let words = &use_text().proposals.life.merging;
    let api = use_api();
    let page =
        Fetched::new(
            move || async move { api.get::<ProposalPage>(&format!("proposals/{into}")).await },
        );
    let shown = move |page: ProposalPage| {
        view! {
            <InShort heading=words.other page />
            <ButtonLink to=Route::Proposal(into) words=(words.see)(into.0) look=Look::Quiet />
        }
    };
    view! { <div class="stack"><Load resource=page has_heading=true then=shown /></div> }
}

/// What matters of a proposal when two are compared.
#[component]
fn InShort(heading: &'static str, page: ProposalPage) -> impl IntoView {
    let text = use_text();
    let words = &text.proposals;
    let content = page.content;
    let requests = content.requests.iter().map(ToString::to_string).collect();
    view! {
        <section class="card stack stack--tight">
            <h2>{heading}</h2>
            <p class="card__number">{(words.number)(page.id.0)}</p>
            <h3>{content.title.to_string()}</h3>
            <p>{content.place.to_string()}</p>
            <p class="prose">{content.why.to_string()}</p>
            <Numbered requests />
            <p>{(words.co_signs)(page.n_co_signs)}</p>
        </section>
    }
}
