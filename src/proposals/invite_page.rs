//! Asking others to join one as authors: a code that is told once, and words to pass it on.
use super::{use_proposal_number, your_part::focus_soon};
use crate::{
    api::{Api, ApiError, Key, Precondition, use_api},
    browser::document,
    routes::Route,
    ui::{
        ActButton, Alarm, Back, CopyText, Fetched, Load, Look, NotFoundPage, PageHeading,
        QrPicture, Screen, Screens,
    },
    words::{isolated, use_text},
};
use huiyin_domain::{
    ids::ProposalId,
    proposals::{
        CO_AUTHORS_MAX,
        wire::{Invitation, InviteForm, Offer, ProposalPage},
    },
    web_address::WebAddress,
};
use leptos::prelude::*;

/// The heading over the code; it takes the focus when the code comes.
const CODE: &str = "invite-code";

/// Asking others to join.
#[component]
pub fn InvitePage() -> impl IntoView {
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
        if page.offers.contains(&Offer::Invite) {
            view! { <Ask page /> }.into_any()
        } else {
            view! { <PageHeading words=text.proposals.life.joining.not_now /> }.into_any()
        }
    };
    view! {
        <Back to=Route::Proposal(proposal) words=text.proposals.life.editing.back />
        <Load resource=page then=shown />
    }
}

#[component]
fn Ask(page: ProposalPage) -> impl IntoView {
    let text = use_text();
    let words = &text.proposals.life.joining;
    let api = use_api();
    let id = page.id;
    let left = CO_AUTHORS_MAX.saturating_sub(page.co_author_names.len());
    let title = StoredValue::new(page.content.title.to_string());
    let made = RwSignal::new(None::<Invitation>);
    let problem = RwSignal::new(None::<ApiError>);
    let make = Action::new_local(move |(): &()| async move {
        problem.set(None);
        let path = format!("proposals/{id}/invitations");
        // Each press asks for a code of its own: it is told once and ends the one before.
        let form = InviteForm { join: WebAddress::parse(&joining(api, id)) };
        let sent = api.post(&path, &form, &Key::fresh(), Precondition::None).await;
        // Whoever has left the page is not called back.
        if made.is_disposed() {
            return;
        }
        match sent {
            Ok(invitation) => {
                made.set(Some(invitation));
                focus_soon(CODE);
            }
            Err(error) => problem.set(Some(error)),
        }
    });
    let button = move || {
        let (words, look) = match made.with(Option::is_some) {
            true => (words.make_another, Look::Quiet),
            false => (words.make, Look::Main),
        };
        view! {
            <ActButton
                words look busy=make.pending() casts=true
                on_press=move || { make.dispatch_local(()); }
            />
        }
    };
    let screen = Screen::new(move || {
        view! {
            {move || made.with(Option::is_none).then(|| view! { <p>{title.get_value()}</p> })}
            <p class="no-print">{(words.invite_means)(left)}</p>
            {move || problem.get().map(|error| {
                view! { <Alarm words=text.problems.error(&error) /> }
            })}
            {move || made.get().map(|made| {
                view! { <Code made id title=title.get_value() /> }
            })}
            {button}
        }
    });
    view! { <Screens heading=words.invite screens=vec![screen] /> }
}

/// The page on which one joins.
fn joining(api: Api, id: ProposalId) -> String {
    api.page_address(&Route::JoinAuthors(id).href())
}

/// The code, large and as a square, to be shown or printed, and words that can be passed on.
#[component]
fn Code(made: Invitation, id: ProposalId, title: String) -> impl IntoView {
    let text = use_text();
    let words = &text.proposals.life.joining;
    let code = in_fours(&made.code);
    // After the `#`, so that no server on the way writes it down.
    let address = format!("{}#code={}", joining(use_api(), id), made.code);
    let message = (words.message)(&isolated(&title), &code, &address);
    // Drawn with the code itself: it is never sent to be drawn.
    let square = made.qr_svg.map(|svg| view! { <QrPicture svg about=words.scan /> });
    view! {
        <article class="sheet">
            <p>{(words.slip)(&isolated(&title))}</p>
            <h2 id=CODE tabindex="-1">{words.code}</h2>
            <p class="number number--big">{code}</p>
            {square}
            <p class="qr__address">{address}</p>
            <p>{(words.until)(&text.language.moment(made.until))}</p>
        </article>
        <ActButton words=text.paper.print look=Look::Quiet on_press=document::print />
        <p class="no-print">{words.not_again}</p>
        <div class="no-print stack">
            <CopyText
                name="invitation" label=words.message_label text=message
                copy=words.copy copied=words.copied by_hand=words.by_hand
            />
        </div>
    }
}

/// Four digits at a time, as they are read out.
fn in_fours(code: &str) -> String {
    let digits: Vec<char> = code.chars().collect();
    digits.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_out_four_digits_at_a_time() {
        assert_eq!(in_fours("12345678"), "1234 5678");
        assert_eq!(in_fours(""), "");
    }
}
