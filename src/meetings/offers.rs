//! What a resident can do next with a council: one large button each.
use super::act::Act;
use crate::{
    api::use_api,
    routes::Route,
    ui::ButtonLink,
    words::{meetings::Show, use_text},
};
use huiyin_domain::councils::meeting::{Offer, wire::CouncilPage};
use leptos::prelude::*;
use leptos_router::components::A;

/// The words of an offer, and the question it leads to; `None` for what the office does.
fn button(words: &Show, offer: &Offer) -> Option<(Act, &'static str)> {
    let act = Act::of(offer)?;
    let said = match offer {
        Offer::Rsvp { way, has_seat } => (words.offer)(*way, *has_seat),
        Offer::Decline => words.offer_decline,
        Offer::Remind => words.offer_remind,
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
    let link = move |(at, offer): (usize, &Offer)| {
        let (act, words) = button(words, offer)?;
        let mut href = Route::CouncilAct(id, act.name()).href();
        if let Offer::Rsvp { way, .. } = offer {
            // The way that was pressed is the one that is chosen on the next page.
            href.push_str(&format!("?way={}", way.word()));
        }
        let class = if at == 0 { "button" } else { "button button--quiet" };
        Some(view! { <A href attr:class=class>{words}</A> })
    };
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
