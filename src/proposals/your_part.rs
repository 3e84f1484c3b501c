//! What a resident can do with a proposal: one large button each.
use crate::{
    api::{Precondition, use_api},
    browser::document,
    routes::Route,
    ui::{ActButton, Acts, ButtonLink, Look},
    words::use_text,
};
use gloo_timers::future::TimeoutFuture;
use huiyin_domain::proposals::{
    Command,
    wire::{Offer, ProposalPage},
};
use leptos::{prelude::*, task::spawn_local};

/// Co-signing, taking that back, and taking one's own proposal back.
#[component]
pub fn YourPart(
    /// The proposal.
    page: RwSignal<ProposalPage>,
    /// What is done with it.
    acts: Acts<Command, ProposalPage>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.proposals;
    let offers = Memo::new(move |_| page.with(|page| page.offers.clone()));
    let note = move || {
        let (is_mine, has_co_signed) = page.with(|page| (page.is_mine, page.has_co_signed));
        match (is_mine, has_co_signed) {
            (true, _) => Some(words.yours),
            (false, true) => Some(words.you_co_signed),
            (false, false) => None,
        }
    };
    let offer = move |offer: Offer| match offer {
        Offer::CoSign => Some(view! { <CoSign acts /> }.into_any()),
        Offer::WithdrawCoSign => {
            let take_back = move || acts.send(Command::WithdrawCoSign, |_| Precondition::None);
            Some(
                view! {
                    <ActButton
                        words=words.withdraw_co_sign look=Look::Quiet busy=acts.busy()
                        casts=true on_press=take_back
                    />
                }
                .into_any(),
            )
        }
        Offer::Withdraw => Some(view! { <Withdraw acts /> }.into_any()),
        Offer::Shortlist { .. } | Offer::SetAside => None,
    };
    view! {
        <section class="stack">
            {move || note().map(|words| view! { <p><strong>{words}</strong></p> })}
            {move || offers.get().into_iter().filter_map(offer).collect_view()}
        </section>
    }
}

/// Co-sign; guests are led to the sign-in first.
#[component]
fn CoSign(acts: Acts<Command, ProposalPage>) -> impl IntoView {
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

/// Taking one's proposal back is asked once more, since it cannot be undone.
#[component]
fn Withdraw(acts: Acts<Command, ProposalPage>) -> impl IntoView {
    let words = &use_text().proposals;
    let is_asking = RwSignal::new(false);
    let ask = move || {
        is_asking.set(true);
        focus_soon("withdraw-ask");
    };
    let withdraw = move || {
        acts.send(Command::Withdraw, |page| Precondition::Version(page.version));
    };
    move || {
        if is_asking.get() {
            view! {
                <div class="notice notice--warn stack">
                    <h2 id="withdraw-ask" tabindex="-1">{words.withdraw_ask}</h2>
                    <ActButton
                        words=words.withdraw_sure look=Look::Warn busy=acts.busy()
                        casts=true on_press=withdraw
                    />
                    <ActButton
                        words=words.withdraw_not look=Look::Quiet
                        on_press=move || is_asking.set(false)
                    />
                </div>
            }
            .into_any()
        } else {
            view! { <ActButton words=words.withdraw look=Look::Warn on_press=ask /> }.into_any()
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
