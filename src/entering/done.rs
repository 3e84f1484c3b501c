//! What was entered, with the number for the resident; made to be read again after a reload.
use super::step::Step;
use crate::{
    routes::Route,
    ui::{ButtonLink, Look, NotFoundPage, PageHeading},
    words::use_text,
};
use huiyin_domain::{
    entering::CameBy,
    ids::{ProposalId, SeriesId},
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// What was entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// A proposal under a new number.
    Proposal {
        /// The number.
        id: ProposalId,
        /// How it came: the number goes back the same way.
        came_by: CameBy,
    },
    /// A co-signature.
    CoSign {
        /// Of which proposal.
        id: ProposalId,
    },
    /// Times.
    Times,
    /// An answer about the times of a series.
    Series {
        /// Which.
        id: SeriesId,
    },
}

impl Done {
    /// The address of the page that says so.
    pub fn href(self) -> String {
        let page = Route::Enter(Step::Done.name()).href();
        match self {
            Self::Proposal { id, came_by: CameBy::Paper } => format!("{page}?paper={id}"),
            Self::Proposal { id, came_by: CameBy::Phone } => format!("{page}?phone={id}"),
            Self::CoSign { id } => format!("{page}?co_sign={id}"),
            Self::Times => format!("{page}?times=1"),
            Self::Series { id } => format!("{page}?series={id}"),
        }
    }

    /// The way back: `get` reads a part of the address.
    fn read(get: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let number = |name| get(name).and_then(|raw| raw.parse().ok());
        let proposal = |name, came_by| number(name).map(|id| Self::Proposal { id, came_by });
        proposal("paper", CameBy::Paper)
            .or_else(|| proposal("phone", CameBy::Phone))
            .or_else(|| number("co_sign").map(|id| Self::CoSign { id }))
            .or_else(|| get("times").map(|_| Self::Times))
            .or_else(|| Some(Self::Series { id: get("series")?.parse().ok()? }))
    }
}

/// It is entered.
#[component]
pub fn DonePage() -> impl IntoView {
    let query = use_query_map();
    move || match Done::read(|name| query.read().get(name)) {
        Some(done) => view! { <Entered done /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Entered(done: Done) -> impl IntoView {
    let text = use_text();
    let words = &text.entering;
    let (what, proposal) = match done {
        Done::Proposal { id, came_by } => (
            view! {
                <p>{words.done_number}</p>
                <p class="number number--big">{(text.proposals.number)(id.0)}</p>
                <p>{(words.tell)(came_by)}</p>
            }
            .into_any(),
            Some(id),
        ),
        Done::CoSign { id } => (view! { <p>{(words.done_co_sign)(id.0)}</p> }.into_any(), Some(id)),
        Done::Times | Done::Series { .. } => (view! { <p>{words.done_times}</p> }.into_any(), None),
    };
    view! {
        <PageHeading words=words.done />
        <div class="notice notice--good stack">{what}</div>
        <ButtonLink to=Route::Enter(Step::What.name()) words=words.next />
        {proposal.map(|id| view! {
            <ButtonLink to=Route::Proposal(id) words=words.look look=Look::Quiet />
        })}
    }
}
