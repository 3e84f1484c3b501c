//! What the author will read: the sentences of the proposal's own page, before anything is sent.
use super::{act::Act, typed::Typed};
use crate::words::use_text;
use huiyin_domain::{
    channels::Channel,
    proposals::{
        Author, Command, Event, FIRST_TEXT, Finding, Proposal, Stage, apply, wire::ProposalPage,
    },
    words::Words,
};
use leptos::prelude::*;

/// Is there something for the author to read? What a department finds waits for the answer.
pub(super) fn is_read_by_author(act: Act) -> bool {
    match act {
        Act::Pass
        | Act::Return
        | Act::RuleOut
        | Act::Admit
        | Act::Send
        | Act::Conclude
        | Act::Shortlist
        | Act::SetAside
        | Act::Merge
        | Act::TakeBack => true,
        Act::Assess => false,
    }
}

/// What a command will come to, as far as it is the staff's.
fn event_of(command: Command, page: &ProposalPage) -> Option<Event> {
    match command {
        Command::Pass => Some(Event::Passed),
        Command::Return { what } => Some(Event::Returned { what }),
        Command::RuleOut { item, reason } => {
            let at = usize::try_from(item).ok()?.checked_sub(1)?;
            let item = Words::parse(page.negative_list.get(at)?).ok()?;
            Some(Event::RuledOut { item, reason })
        }
        Command::Admit { reason } => Some(Event::Admitted { reason }),
        Command::SendToReview { lead, others, due } => {
            Some(Event::SentToReview { lead, others, due, keeps: true })
        }
        Command::Assess { department, finding } => Some(Event::Assessed { department, finding }),
        Command::Conclude { finding: Finding::Feasible { cost, months } } => {
            Some(Event::Shortlisted { cost, months: Some(months) })
        }
        Command::Conclude { finding: Finding::NotFeasible { reason } }
        | Command::SetAside { reason } => Some(Event::SetAside { reason }),
        Command::Shortlist { cost } => {
            let months = match &page.stage {
                Stage::Shortlisted { months, .. } => *months,
                Stage::Submitted
                | Stage::Returned { .. }
                | Stage::CoSigning
                | Stage::Qualified
                | Stage::UnderReview
                | Stage::NotFeasible { .. }
                | Stage::OutOfScope { .. }
                | Stage::MergedInto { .. }
                | Stage::Withdrawn
                | Stage::Won { .. }
                | Stage::Reserve { .. }
                | Stage::GivenBack { .. }
                | Stage::NotSelected { .. }
                | Stage::InDelivery { .. }
                | Stage::Delivered { .. }
                | Stage::Stopped { .. } => None,
            };
            Some(Event::Shortlisted { cost, months })
        }
        Command::OfferMerge { into, why } => Some(Event::MergeOffered { into, why }),
        Command::TakeBackMerge => Some(Event::MergeTakenBack),
        Command::CoSign
        | Command::WithdrawCoSign
        | Command::MoveCoSign
        | Command::Withdraw
        | Command::Leave
        | Command::AgreeMerge
        | Command::DeclineMerge => None,
    }
}

/// Where the proposal stands after an event, by the same rule as on the server.
fn stage_after(page: &ProposalPage, event: &Event) -> Stage {
    let before = Proposal {
        id: page.id,
        version: page.version,
        contest: page.contest,
        ballot_key: page.id.to_string(),
        author: Author::Elsewhere,
        channel: Channel::default(),
        content: page.content.clone(),
        text: FIRST_TEXT,
        co_authors: Vec::new(),
        review: None,
        merge: None,
        stage: page.stage.clone(),
    };
    apply(&before, event).stage
}

/// The sentences as the author will read them, as soon as everything is filled in.
#[component]
pub(super) fn Preview(
    /// Which act.
    act: Act,
    /// The proposal.
    page: RwSignal<ProposalPage>,
    /// What is filled in.
    typed: Typed,
) -> impl IntoView {
    let words = &use_text().reviewing;
    let after = Memo::new(move |_| {
        page.with(|page| {
            let event = event_of(typed.command_now(act, page)?, page)?;
            Some((stage_after(page, &event), event))
        })
    });
    let shown = move || match after.get() {
        None => view! { <p class="soft">{words.preview_later}</p> }.into_any(),
        Some((stage, event)) => view! { <AsAuthor page stage event /> }.into_any(),
    };
    view! {
        <section class="answering-preview">
            <h2>{words.preview}</h2>
            {shown}
        </section>
    }
}

#[component]
fn AsAuthor(page: RwSignal<ProposalPage>, stage: Stage, event: Event) -> impl IntoView {
    let text = use_text();
    let currency = page.with_untracked(|page| page.currency.clone());
    let amount = stage.cost().map(|cost| text.language.money(cost, &currency)).unwrap_or_default();
    // Where nothing else changes, what happens is all there is to read.
    let standing = page.with_untracked(|page| page.stage != stage);
    let standing = standing.then(|| (text.proposals.life.status)(&stage, &amount));
    let told = (text.proposals.life.event)(&event, 1, &amount);
    view! {
        {standing.map(|words| view! { <p><strong>{words}</strong></p> })}
        <p>{told}</p>
    }
}
