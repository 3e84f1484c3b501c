//! What a resident can do next with a council: one large button each.
use super::{act::Act, word_page};
use crate::{
    api::use_api,
    routes::Route,
    ui::{A, ButtonLink},
    words::{meetings::Show, use_text},
};
use huiyin_domain::{
    councils::meeting::{Offer, wire::CouncilPage},
    ids::CouncilId,
};
use leptos::prelude::*;

/// The words of an offer, and the question it leads to; `None` for what the office does.
fn button(words: &Show, offer: &Offer) -> Option<(Act, String)> {
    let act = Act::of(offer)?;
    let said = match offer {
        Offer::SayWhether { resolution, .. } => (words.offer_word)(*resolution),
        Offer::Rsvp { way, has_seat } => (words.offer)(*way, *has_seat).to_owned(),
        Offer::Decline => words.offer_decline.to_owned(),
        Offer::Remind => words.offer_remind.to_owned(),
        Offer::AnswerFor
        | Offer::Open
        | Offer::CheckIn
        | Offer::RecordOpinion
        | Offer::Resolve
        | Offer::CloseSession { .. }
        | Offer::PublishMinutes
        | Offer::FollowUp { .. }
        | Offer::Close
        | Offer::GiveNotice { .. }
        | Offer::SetAgenda
        | Offer::ReplaceFacilitator
        | Offer::ChangeLink
        | Offer::Move
        | Offer::Cancel => return None,
    };
    Some((act, said))
}

/// The buttons, the likeliest first; guests are led to the sign-in.
#[component]
pub fn Offers(
    /// The council.
    page: RwSignal<CouncilPage>,
) -> impl IntoView {
    let words = &use_text().meetings.show;
    let api = use_api();
    let id = page.with_untracked(|page| page.id);
    let link = move |(at, offer): (usize, &Offer)| link(words, id, at, offer);
    let buttons =
        move || page.with(|page| page.offers.iter().enumerate().filter_map(link).collect_view());
    let is_ahead = move || page.with(|page| page.stage.kind().is_ahead());
    view! {
        {buttons}
        {move || (api.me().is_none() && is_ahead()).then(|| view! {
            <ButtonLink to=Route::SignIn words=words.sign_in />
        })}
    }
}

/// The buttons to say whether resolutions are done, where that is asked.
#[component]
pub fn WordOffers(
    /// The council.
    page: RwSignal<CouncilPage>,
) -> impl IntoView {
    let words = &use_text().meetings.show;
    let id = page.with_untracked(|page| page.id);
    let is_word = |offer: &&Offer| Act::of(offer) == Some(Act::Word);
    let link = move |(at, offer): (usize, &Offer)| link(words, id, at, offer);
    move || {
        page.with(|page| {
            let offers = page.offers.iter().filter(is_word);
            offers.enumerate().filter_map(link).collect_view()
        })
    }
}

/// One button; the first one is the main one.
fn link(words: &Show, id: CouncilId, at: usize, offer: &Offer) -> Option<impl IntoView + use<>> {
    let (act, words) = button(words, offer)?;
    let mut href = Route::CouncilAct(id, act.name()).href();
    if let Offer::SayWhether { resolution, .. } = offer {
        href.push_str(&word_page::query(*resolution));
    }
    if let Offer::Rsvp { way, .. } = offer {
        // The way that was pressed is the one that is chosen on the next page.
        href.push_str(&format!("?way={}", way.word()));
    }
    let class = if at == 0 { "button" } else { "button button--quiet" };
    Some(view! { <A href attr:class=class>{words}</A> })
}
