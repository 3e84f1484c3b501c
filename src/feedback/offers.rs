//! What a resident can do next with a submission: one large button each.
use super::{act::Act, path};
use crate::{
    api::{Precondition, use_api},
    routes::Route,
    ui::{ActButton, Acts, ButtonLink, Look, OutcomeNotice},
    words::{Text, use_text},
};
use huiyin_domain::{
    feedback::{Offer, Speaks, Stage, wire::SubmissionPage},
    time::Day,
};
use leptos::prelude::*;
use serde::Serialize;

/// Shall it be followed?
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Follow {
    follows: bool,
}

fn done(text: &Text, follow: &Follow) -> String {
    let words = &text.feedback.show;
    if follow.follows { words.followed } else { words.unfollowed }.to_owned()
}

fn appeals_until(offer: &Offer) -> Option<Day> {
    if let Offer::Appeal { speaks: Speaks::Own, until } = offer { Some(*until) } else { None }
}

/// By which day the resident's word is waited for, as long as it is; nothing for anybody else.
fn last_day(page: &SubmissionPage, text: &Text, today: Day) -> Option<String> {
    let words = &text.feedback.show;
    let confirms =
        page.offers.iter().any(|it| matches!(it, Offer::Confirm { speaks: Speaks::Own }));
    let asked = match &page.submission.stage {
        Stage::Delivered { confirm_until, .. } if confirms => {
            Some((words.confirm_until, *confirm_until))
        }
        Stage::Delivered { .. }
        | Stage::Waiting { .. }
        | Stage::Answered { .. }
        | Stage::Deferred { .. }
        | Stage::Appealed { .. }
        | Stage::InDelivery { .. }
        | Stage::Ended { .. } => {
            page.offers.iter().find_map(appeals_until).map(|day| (words.appeal_until, day))
        }
    };
    // Whoever has not answered by then is called; the day that is over says nothing any more.
    let (words, day) = asked.filter(|(_, day)| today <= *day)?;
    Some(words(&text.language.date(day)))
}

/// The buttons, the likeliest first; guests are led to the sign-in.
#[component]
pub fn Offers(
    /// The submission.
    page: RwSignal<SubmissionPage>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.feedback.show;
    let api = use_api();
    let id = page.with_untracked(|page| page.submission.id);
    let acts: Acts<Follow, SubmissionPage> = Acts::at(path(id), "follow", page, done);
    let shown =
        Memo::new(move |_| page.with(|page| (page.offers.clone(), page.submission.stage.kind())));
    let button = move |(at, offer): (usize, Offer)| {
        let name = (words.offer)(&offer, shown.get_untracked().1)?;
        let look = if at == 0 { Look::Main } else { Look::Quiet };
        if let Some(act) = Act::of(&offer) {
            let look = if act == Act::Withdraw { Look::Warn } else { look };
            let to = Route::FeedbackAct(id, act.name());
            return Some(view! { <ButtonLink to words=name look /> }.into_any());
        }
        let follows = offer == Offer::Follow;
        let follow = move || acts.send(Follow { follows }, |_| Precondition::None);
        Some(
            view! { <ActButton words=name look=Look::Quiet busy=acts.busy() on_press=follow /> }
                .into_any(),
        )
    };
    let buttons = move || {
        let (offers, _) = shown.get();
        offers.into_iter().enumerate().filter_map(button).collect_view()
    };
    let last_day = move || {
        let day = page.with(|page| last_day(page, text, api.now().in_china().date()));
        day.map(|words| view! { <p>{words}</p> })
    };
    view! {
        {last_day}
        <OutcomeNotice outcome=acts.outcome />
        {buttons}
        {move || (api.me().is_none() && !api.is_archive()).then(|| view! {
            <ButtonLink to=Route::SignIn words=words.sign_in_to_follow look=Look::Quiet />
        })}
    }
}
