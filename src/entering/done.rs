//! What was entered, with the number for the resident; made to be read again after a reload.
use super::step::Step;
use crate::{
    routes::Route,
    ui::{ButtonLink, Look, NotFoundPage, PageHeading},
    words::use_text,
};
use huiyin_domain::{
    entering::CameBy,
    ids::{ProposalId, SeriesId, SubmissionId},
    time::{Day, parse_day},
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
    /// An opinion, a proposal outside any contest or a topic under a new number.
    Opinion {
        /// The number.
        id: SubmissionId,
        /// How it came: the number goes back the same way.
        came_by: CameBy,
        /// By which day it is answered.
        due: Day,
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
            Self::Opinion { id, came_by: CameBy::Paper, due } => {
                format!("{page}?said_on_paper={id}&due={due}")
            }
            Self::Opinion { id, came_by: CameBy::Phone, due } => {
                format!("{page}?said_by_phone={id}&due={due}")
            }
            Self::CoSign { id } => format!("{page}?co_sign={id}"),
            Self::Times => format!("{page}?times=1"),
            Self::Series { id } => format!("{page}?series={id}"),
        }
    }

    /// The way back: `get` reads a part of the address.
    fn read(get: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let number = |name| get(name).and_then(|raw| raw.parse().ok());
        let proposal = |name, came_by| number(name).map(|id| Self::Proposal { id, came_by });
        let opinion = |name, came_by| {
            let (id, due) = (get(name)?.parse().ok()?, parse_day(&get("due")?)?);
            Some(Self::Opinion { id, came_by, due })
        };
        proposal("paper", CameBy::Paper)
            .or_else(|| proposal("phone", CameBy::Phone))
            .or_else(|| opinion("said_on_paper", CameBy::Paper))
            .or_else(|| opinion("said_by_phone", CameBy::Phone))
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
    let number = |id: u32, said: &'static str, came_by| {
        view! {
            <p>{said}</p>
            <p class="number number--big">{(text.proposals.number)(id)}</p>
            <p>{(words.tell)(came_by)}</p>
        }
    };
    let (what, look) = match done {
        Done::Proposal { id, came_by } => (
            number(id.0, words.done_number, came_by).into_any(),
            Some((Route::Proposal(id), words.look)),
        ),
        Done::Opinion { id, came_by, due } => (
            view! {
                {number(id.0, words.done_opinion, came_by)}
                <p>{(words.tell_due)(&text.language.date(due))}</p>
            }
            .into_any(),
            Some((Route::Feedback(id), words.look_opinion)),
        ),
        Done::CoSign { id } => (
            view! { <p>{(words.done_co_sign)(id.0)}</p> }.into_any(),
            Some((Route::Proposal(id), words.look)),
        ),
        Done::Times | Done::Series { .. } => (view! { <p>{words.done_times}</p> }.into_any(), None),
    };
    view! {
        <PageHeading words=words.done />
        <div class="notice notice--good stack">{what}</div>
        <ButtonLink to=Route::Enter(Step::What.name()) words=words.next />
        {look.map(|(to, words)| view! { <ButtonLink to words look=Look::Quiet /> })}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn what_was_entered_is_read_again_after_a_reload() {
        let due = parse_day("2026-12-04").unwrap();
        let both = CameBy::ALL.into_iter().flat_map(|came_by| {
            let opinion = Done::Opinion { id: SubmissionId(128), came_by, due };
            [Done::Proposal { id: ProposalId(7), came_by }, opinion]
        });
        let others =
            [Done::CoSign { id: ProposalId(7) }, Done::Times, Done::Series { id: SeriesId(2) }];
        for done in both.chain(others) {
            let href = done.href();
            let (_, query) = href.split_once('?').unwrap();
            let parts: BTreeMap<_, _> =
                query.split('&').filter_map(|part| part.split_once('=')).collect();
            let read = Done::read(|name| parts.get(name).map(|value| (*value).to_owned()));
            assert_eq!(read, Some(done), "{href}");
        }
        assert_eq!(Done::read(|_| None), None);
    }
}
