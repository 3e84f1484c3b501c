//! What a resident can do with a proposal: one large button each.
use super::{edit_kept, similar::gathers};
use crate::{
    api::{Precondition, use_api},
    browser::document,
    routes::Route,
    ui::{ActButton, Acts, ButtonLink, Look},
    words::{isolated, use_text},
};
use gloo_timers::future::TimeoutFuture;
use huiyin_domain::{
    ids::ProposalId,
    proposals::{
        Command, StageKind,
        wire::{Offer, ProposalPage},
    },
};
use leptos::{prelude::*, task::spawn_local};

type OnOne = Acts<Command, ProposalPage>;

/// What this person may do with it, likeliest first.
#[component]
pub fn YourPart(
    /// The proposal.
    page: RwSignal<ProposalPage>,
    /// What is done with it.
    acts: OnOne,
) -> impl IntoView {
    let text = use_text();
    let words = &text.proposals;
    let offers = Memo::new(move |_| page.with(|page| page.offers.clone()));
    let note = move || {
        page.with(|page| match (page.is_mine, page.has_co_signed) {
            (true, _) if gathers(page.stage.kind()) => Some(words.yours),
            (true, _) => Some(words.life.yours),
            (false, true) => Some(words.you_co_signed),
            (false, false) => None,
        })
    };
    view! {
        <section class="stack">
            {move || note().map(|words| view! { <p><strong>{words}</strong></p> })}
            {move || {
                let offers = offers.get().into_iter();
                offers.filter_map(|offer| act(offer, page, acts)).collect_view()
            }}
        </section>
    }
}

/// One act as a button or a link; what the staff do is done at the desk.
fn act(offer: Offer, page: RwSignal<ProposalPage>, acts: OnOne) -> Option<AnyView> {
    let words = &use_text().proposals;
    let (id, stage) = page.with_untracked(|page| (page.id, page.stage.kind()));
    let shown = match offer {
        Offer::CoSign => view! { <CoSign acts /> }.into_any(),
        Offer::WithdrawCoSign => {
            let take_back = move || acts.send(Command::WithdrawCoSign, |_| Precondition::None);
            view! {
                <ActButton
                    words=words.withdraw_co_sign look=Look::Quiet busy=acts.busy()
                    casts=true on_press=take_back
                />
            }
            .into_any()
        }
        Offer::MoveCoSign { into } => view! { <MoveCoSign into acts /> }.into_any(),
        Offer::AgreeMerge { .. } => view! { <MergeAsked page /> }.into_any(),
        Offer::Edit { .. } => {
            // Sent back, it waits for nothing else.
            let look = if stage == StageKind::Returned { Look::Main } else { Look::Quiet };
            let is_begun = page.with_untracked(edit_kept::is_begun);
            let words = if is_begun { words.life.edit_on } else { words.life.edit };
            view! { <ButtonLink to=Route::EditProposal(id) words look /> }.into_any()
        }
        Offer::Invite => view! {
            <ButtonLink to=Route::InviteAuthors(id) words=words.life.invite look=Look::Quiet />
        }
        .into_any(),
        Offer::Leave => {
            let words = &words.life;
            let words = Twice {
                first: words.leave,
                ask: words.leave_ask,
                sure: words.leave_sure,
                not: words.leave_not,
            };
            view! { <AskedTwice id="leave-ask" command=Command::Leave words acts /> }.into_any()
        }
        Offer::Withdraw => {
            let words = Twice {
                first: words.withdraw,
                ask: words.withdraw_ask,
                sure: words.withdraw_sure,
                not: words.withdraw_not,
            };
            view! { <AskedTwice id="withdraw-ask" command=Command::Withdraw words acts /> }
                .into_any()
        }
        // Both answers stand on the page of the question.
        Offer::DeclineMerge
        | Offer::Pass
        | Offer::Return
        | Offer::RuleOut
        | Offer::Admit
        | Offer::SendToReview
        | Offer::Assess { .. }
        | Offer::Conclude { .. }
        | Offer::Shortlist { .. }
        | Offer::SetAside
        | Offer::OfferMerge
        | Offer::TakeBackMerge => return None,
    };
    Some(shown)
}

/// Co-sign; guests are led to the sign-in first.
#[component]
fn CoSign(acts: OnOne) -> impl IntoView {
    let words = &use_text().proposals;
    let api = use_api();
    let button = move || {
        if api.me().is_some() {
            let co_sign = move || acts.send(Command::CoSign, |_| Precondition::None);
            view! { <ActButton words=words.co_sign busy=acts.busy() casts=true on_press=co_sign /> }
                .into_any()
        } else {
            view! { <ButtonLink to=Route::SignIn words=words.sign_in_to_co_sign /> }.into_any()
        }
    };
    view! {
        <p>{words.co_sign_means}</p>
        {button}
    }
}

/// The proposal went into another: shall one's co-signature go there, too? One press, or none.
#[component]
fn MoveCoSign(into: ProposalId, acts: OnOne) -> impl IntoView {
    let words = &use_text().proposals.life;
    let send = move || acts.send(Command::MoveCoSign, |_| Precondition::None);
    view! {
        <div class="notice stack">
            <h2>{(words.move_ask)(into.0)}</h2>
            <p>{words.move_means}</p>
            <ButtonLink to=Route::Proposal(into) words=(words.merging.see)(into.0) look=Look::Quiet />
            <ActButton
                words=(words.move_co_sign)(into.0) busy=acts.busy() casts=true on_press=send
            />
        </div>
    }
}

/// Its author is asked whether it shall go on together with another.
#[component]
fn MergeAsked(page: RwSignal<ProposalPage>) -> impl IntoView {
    let words = &use_text().proposals.life;
    let (id, merge) = page.with_untracked(|page| (page.id, page.merge.clone()));
    merge.map(|merge| {
        let into = merge.into;
        view! {
            <div class="notice notice--warn stack">
                <p>{(words.asked_merge)(into.id.0, &isolated(&into.title))}</p>
                <ButtonLink to=Route::MergeProposal(id) words=words.answer_merge />
            </div>
        }
    })
}

/// Words of an act that is asked once more.
#[derive(Clone, Copy)]
struct Twice {
    first: &'static str,
    ask: &'static str,
    sure: &'static str,
    not: &'static str,
}

/// What cannot be undone is asked once more.
#[component]
fn AskedTwice(id: &'static str, command: Command, words: Twice, acts: OnOne) -> impl IntoView {
    let is_asking = RwSignal::new(false);
    let ask = move || {
        is_asking.set(true);
        focus_soon(id);
    };
    let command = StoredValue::new(command);
    let send = move || {
        acts.send(command.get_value(), |page| Precondition::Version(page.version));
    };
    move || {
        if is_asking.get() {
            view! {
                <div class="notice notice--warn stack">
                    <h2 id=id tabindex="-1">{words.ask}</h2>
                    <ActButton
                        words=words.sure look=Look::Warn busy=acts.busy() casts=true on_press=send
                    />
                    <ActButton
                        words=words.not look=Look::Quiet on_press=move || is_asking.set(false)
                    />
                </div>
            }
            .into_any()
        } else {
            view! { <ActButton words=words.first look=Look::Warn on_press=ask /> }.into_any()
        }
    }
}

/// Focuses what appears with this turn of the event loop.
pub fn focus_soon(id: &'static str) {
    spawn_local(async move {
        TimeoutFuture::new(0).await;
        document::focus_id(id);
    });
}
