//! Where a proposal is on its way: who wrote it with whom, who looks at it, what it went into.
use crate::{
    routes::Route,
    ui::A,
    words::{Text, isolated, use_text},
};
use huiyin_domain::{
    ids::ProposalId,
    proposals::{
        FIRST_TEXT, Finding, StageKind,
        wire::{AskedView, Offer, ProposalPage, ProposalRef},
    },
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// What was done on a page of its own, which leads back here: its name in the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// A new version was taken.
    Edited,
    /// One has joined the author.
    Joined,
    /// It goes on with another.
    Merged,
    /// It does not.
    NotMerged,
}

impl Done {
    const ALL: [Self; 4] = [Self::Edited, Self::Joined, Self::Merged, Self::NotMerged];

    fn name(self) -> &'static str {
        match self {
            Self::Edited => "edited",
            Self::Joined => "joined",
            Self::Merged => "merged",
            Self::NotMerged => "not-merged",
        }
    }

    /// The page of the proposal, on which it is told.
    pub fn told_on(self, proposal: ProposalId) -> String {
        format!("{}?done={}", Route::Proposal(proposal).href(), self.name())
    }
}

/// What was done before one came here, in words.
pub fn done_before(text: &Text) -> Option<impl IntoView + use<>> {
    let words = &text.proposals.life;
    let name = use_query_map().read_untracked().get("done")?;
    let done = Done::ALL.into_iter().find(|done| done.name() == name)?;
    let words = match done {
        Done::Edited => words.edited,
        Done::Joined => words.joined,
        Done::Merged => words.was_merged,
        Done::NotMerged => words.merge_declined,
    };
    Some(view! { <p class="notice notice--good">{words}</p> })
}

/// All of that, as far as there is something to say.
#[component]
pub fn Way(
    /// The proposal.
    page: RwSignal<ProposalPage>,
) -> impl IntoView {
    let text = use_text();
    let shown = move || {
        page.with(|page| {
            view! {
                {co_authors(text, page)}
                {review(text, page)}
                {question(text, page)}
                {merged(text, page)}
                {texts(text, page)}
            }
        })
    };
    view! { {shown} }
}

fn co_authors(text: &Text, page: &ProposalPage) -> Option<impl IntoView + use<>> {
    let words = &text.proposals.life;
    (!page.co_author_names.is_empty()).then(|| {
        let names = (words.names)(&page.co_author_names);
        view! { <p>{(words.co_authors)(&names)}</p> }
    })
}

/// Who looks at it and by when; once the public answer is given, what each of them found.
fn review(text: &'static Text, page: &ProposalPage) -> Option<AnyView> {
    let words = &text.proposals.life;
    let review = page.review.as_ref()?;
    let name = |asked: &AskedView| text.language.of(&asked.name);
    if page.stage.kind() != StageKind::UnderReview {
        let found = |asked: &AskedView| {
            let finding = asked.finding.as_ref()?;
            let words = (words.finding)(&name(asked), finding, &cost_of(text, finding, page));
            Some(view! { <li>{words}</li> })
        };
        let found: Vec<_> = review.asked.iter().filter_map(found).collect();
        return (!found.is_empty()).then(|| {
            view! {
                <section class="stack stack--tight">
                    <h2>{words.review}</h2>
                    <ul class="list">{found}</ul>
                </section>
            }
            .into_any()
        });
    }
    let lead = review.asked.first().map(|asked| (words.lead)(&name(asked)));
    let others: Vec<String> = review.asked.iter().skip(1).map(name).collect();
    let others = (!others.is_empty()).then(|| (words.others)(&(words.names)(&others)));
    let n_answered = review.asked.iter().filter(|asked| asked.has_answered).count();
    let answered = (words.answered)(n_answered, review.asked.len());
    let late = (review.n_days_late > 0).then(|| {
        view! { <p class="notice notice--warn">{(words.days_late)(review.n_days_late)}</p> }
    });
    Some(
        view! {
            <section class="stack stack--tight">
                <h2>{words.review}</h2>
                {lead.map(|words| view! { <p>{words}</p> })}
                {others.map(|words| view! { <p>{words}</p> })}
                <p>{(words.due)(&text.language.date(review.due))}</p>
                <p>{answered}</p>
                {late}
            </section>
        }
        .into_any(),
    )
}

fn cost_of(text: &Text, finding: &Finding, page: &ProposalPage) -> String {
    match finding {
        Finding::Feasible { cost, .. } => text.language.money(*cost, &page.currency),
        Finding::NotFeasible { .. } => String::new(),
    }
}

/// Its author is asked about another proposal; everybody else is told that.
fn question(text: &Text, page: &ProposalPage) -> Option<impl IntoView + use<>> {
    let is_asked = page.offers.iter().any(|offer| matches!(offer, Offer::AgreeMerge { .. }));
    let merge = page.merge.as_ref().filter(|_| !is_asked)?;
    let into = &merge.into;
    Some(view! { <p>{(text.proposals.life.awaits_author)(into.id.0, &isolated(&into.title))}</p> })
}

/// The proposal it went into, and those that went into it.
fn merged(text: &'static Text, page: &ProposalPage) -> impl IntoView + use<> {
    let words = &text.proposals.life;
    let link = |it: &ProposalRef| {
        let words = (words.goes_on_in)(it.id.0, &isolated(&it.title));
        view! { <A href=Route::Proposal(it.id).href() attr:class="card__link">{words}</A> }
    };
    let into = page.merged_into.as_ref().map(|it| view! { <p>{link(it)}</p> });
    let from = (!page.merged.is_empty()).then(|| {
        let lines = page.merged.iter().map(|it| view! { <li>{link(it)}</li> }).collect_view();
        view! {
            <section class="stack stack--tight">
                <h2>{words.merged}</h2>
                <ul class="list">{lines}</ul>
            </section>
        }
    });
    view! {
        {into}
        {from}
    }
}

/// Which version of the text this is, once it was changed.
fn texts(text: &'static Text, page: &ProposalPage) -> Option<impl IntoView + use<>> {
    let words = &text.proposals.life;
    let to = Route::ProposalTexts(page.id).href();
    (page.text > FIRST_TEXT).then(|| {
        view! {
            <p>
                {(words.text_n)(page.text)} " "
                <A href=to attr:class="card__link">{words.see_texts}</A>
            </p>
        }
    })
}
