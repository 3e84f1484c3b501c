//! While a title is written: proposals of others that ask for nearly the same.
use super::stage_tag::StageTag;
use crate::{
    api::{ApiError, Precondition, Unanswered, use_api},
    browser::document,
    offline::item::What,
    routes::{Route, encode},
    ui::{ActButton, ButtonLink, Fetched, Look, later_said, say, warned},
    words::use_text,
};
use gloo_timers::callback::Timeout;
use huiyin_domain::{
    ids::{ContestId, ProposalId},
    proposals::{
        Command, StageKind,
        similar::{self, TitleRow, Titles},
        wire::ProposalPage,
    },
};
use leptos::{prelude::*, task::spawn_local};
use std::rc::Rc;

/// Only once the hands rest: nothing moves under a finger that writes.
const REST_MS: u32 = 900;

/// Where the titles of others are compared with what is written.
#[derive(Clone)]
enum Known {
    /// They are all here, and nobody is told what is typed.
    OnThePhone(Rc<similar::Known>),
    /// They are too many to be sent.
    OnTheServer,
}

impl Known {
    fn of(titles: Titles) -> Self {
        match titles.are_too_many {
            true => Self::OnTheServer,
            false => Self::OnThePhone(Rc::new(similar::Known::of(&titles.items))),
        }
    }
}

/// "Others have asked for this: together?" Shown when there is something, and told politely;
/// without network nothing is shown, and writing goes on in any case.
#[component]
pub fn SimilarTitles(
    /// In which contest.
    contest: ContestId,
    /// What is written.
    title: Memo<String>,
) -> impl IntoView {
    let words = &use_text().proposals.life.similar;
    let api = use_api();
    let known = Fetched::new(move || async move {
        api.get::<Titles>(&titles_path(contest)).await.ok().map(Known::of)
    });
    let found = RwSignal::new(Vec::<TitleRow>::new());
    let is_hidden = RwSignal::new(false);
    let rest = StoredValue::new_local(None::<Timeout>);
    // The hands rest long after it is known whose page this is.
    let tell = later_said();
    let show = move |near: Vec<TitleRow>| {
        if found.is_disposed() || found.with_untracked(|before| *before == near) {
            return;
        }
        if !near.is_empty() && !is_hidden.get_untracked() {
            tell((words.told)(near.len()));
        }
        found.set(near);
    };
    let look = move |known: Known, typed: String| match known {
        Known::OnThePhone(known) => {
            show(known.similar(&typed).into_iter().map(|it| it.row).collect());
        }
        Known::OnTheServer => spawn_local(async move {
            let path =
                format!("{}?like={}", titles_path(contest), encode(Titles::compared(&typed)));
            let near = api.get::<Titles>(&path).await;
            // Whoever has written on meanwhile is not shown what was near to something else.
            if title.try_get_untracked() == Some(typed)
                && let Ok(near) = near
            {
                show(near.items);
            }
        }),
    };
    Effect::new(move || {
        let typed = title.get();
        let known = known.get().flatten();
        let waits = known.map(|known| Timeout::new(REST_MS, move || look(known, typed)));
        rest.set_value(waits);
    });
    on_cleanup(move || drop(rest.try_update_value(Option::take)));
    let hide = move || {
        is_hidden.set(true);
        say(words.my_own_then.to_owned());
        document::focus_id("title");
    };
    let is_shown = Memo::new(move |_| !is_hidden.get() && found.with(|found| !found.is_empty()));
    move || {
        is_shown.get().then(|| {
            view! {
                <section class="notice stack" aria-labelledby="similar">
                    <h2 id="similar">{words.heading}</h2>
                    <p>{words.keeps}</p>
                    <ul class="list">
                        <For each=move || found.get() key=|row| row.id let:row>
                            <li><Nearby row /></li>
                        </For>
                    </ul>
                    <ActButton words=words.my_own look=Look::Quiet on_press=hide />
                </section>
            }
        })
    }
}

fn titles_path(contest: ContestId) -> String {
    format!("contests/{contest}/titles")
}

/// Can it be co-signed, as far as its stage says?
pub fn gathers(stage: StageKind) -> bool {
    match stage {
        StageKind::CoSigning | StageKind::Qualified => true,
        StageKind::Submitted
        | StageKind::Returned
        | StageKind::UnderReview
        | StageKind::Shortlisted
        | StageKind::NotFeasible
        | StageKind::OutOfScope
        | StageKind::MergedInto
        | StageKind::Withdrawn
        | StageKind::Won
        | StageKind::Reserve
        | StageKind::GivenBack
        | StageKind::NotSelected
        | StageKind::InDelivery
        | StageKind::Delivered
        | StageKind::Stopped => false,
    }
}

/// One of them: look at it, or co-sign it at once.
#[component]
fn Nearby(row: TitleRow) -> impl IntoView {
    let text = use_text();
    let words = &text.proposals.life.similar;
    let (id, stage) = (row.id, row.stage_kind);
    view! {
        <article class="card">
            <p class="card__number">{(text.proposals.number)(id.0)}</p>
            <h3>{row.title}</h3>
            <p>{row.place}</p>
            <StageTag stage />
            <ButtonLink to=Route::Proposal(id) words=(words.open)(id.0) look=Look::Quiet />
            {gathers(stage).then(|| view! { <CoSignIt id /> })}
        </article>
    }
}

/// Co-signs it here, with what is written left as it is.
#[component]
fn CoSignIt(id: ProposalId) -> impl IntoView {
    let text = use_text();
    let words = &text.proposals.life.similar;
    let api = use_api();
    let came = RwSignal::new(None::<Result<(), ApiError>>);
    let unanswered = Unanswered::of_one();
    let co_sign = Action::new_local(move |(): &()| async move {
        let path = format!("proposals/{id}/commands");
        let key = unanswered.key_for(&Command::CoSign);
        let sent = api.post::<_, ProposalPage>(&path, &Command::CoSign, &key, Precondition::None);
        let sent = sent.await;
        unanswered.note(&Command::CoSign, &sent);
        // Not before: what was promised to go by itself goes, unless this went in its place.
        if sent.is_ok() {
            api.withdraw_waiting(What::CoSign, &path).await;
        }
        if came.is_disposed() {
            return;
        }
        if sent.is_ok() {
            say(words.co_signed.to_owned());
        }
        came.set(Some(sent.map(drop)));
    });
    let button = move || {
        if api.me().is_none() {
            return view! { <ButtonLink to=Route::SignIn words=words.sign_in look=Look::Quiet /> }
                .into_any();
        }
        view! {
            <ActButton
                words=(words.co_sign)(id.0) look=Look::Quiet busy=co_sign.pending() casts=true
                on_press=move || { co_sign.dispatch_local(()); }
            />
        }
        .into_any()
    };
    move || match came.get() {
        None => button().into_any(),
        Some(Ok(())) => view! { <p class="notice notice--good">{words.co_signed}</p> }.into_any(),
        Some(Err(error)) => view! {
            <p class="notice notice--stop">{warned(text.problems.error(&error))}</p>
            {button()}
        }
        .into_any(),
    }
}
