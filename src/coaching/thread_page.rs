//! One coaching: where it stands, what authors and coach have said, and what one can do.
use super::offers::{LINE, OneOffer, Typed};
use crate::{
    api::use_api,
    notices::seen::CoachingSeen,
    routes::Route,
    staff::posting::Posting,
    ui::{
        Acts, Back, ButtonLink, Fetched, KeptWords, Load, Look, NotFoundPage, OutcomeNotice,
        PageHeading, Screen, Screens, say, use_number,
    },
    words::{Text, use_text},
};
use huiyin_domain::{
    coaching::{
        Command,
        wire::{CoachingPage, Line, Reader},
    },
    ids::CoachingId,
};
use leptos::{children::ViewFn, prelude::*};

/// The coaching in the address.
#[component]
pub fn ThreadPage() -> impl IntoView {
    let id = use_number::<CoachingId>("id");
    move || match id.get() {
        Some(id) => view! { <Loaded id /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: CoachingId) -> impl IntoView {
    let text = use_text();
    let words = &text.coaching;
    let api = use_api();
    if api.me().is_none() {
        return view! {
            <PageHeading words=words.heading />
            <p>{words.thread.only_yours}</p>
            <ButtonLink to=Route::SignIn words=text.frame.sign_in />
        }
        .into_any();
    }
    let page =
        Fetched::new(
            move || async move { api.get::<CoachingPage>(&format!("coaching/{id}")).await },
        );
    view! { <Load resource=page then=|page: CoachingPage| view! { <Shown page /> } /> }.into_any()
}

/// What is asked of a coaching; words are sent by themselves.
pub(super) type Does = Acts<Command, CoachingPage>;

fn done(text: &Text, command: &Command) -> String {
    let words = &text.coaching.thread;
    let done = match command {
        Command::Take => words.taken,
        Command::Name { .. } => words.named,
        Command::Say { .. } => words.said,
        Command::LayDown { .. } => words.laid_down,
        Command::End { .. } => words.ended,
    };
    done.to_owned()
}

#[component]
fn Shown(page: CoachingPage) -> impl IntoView {
    let text = use_text();
    let words = &text.coaching.thread;
    let (id, proposal, version) = (page.id, page.proposal, page.version);
    let (to, back) = match page.reader {
        Reader::Author => (Route::Proposal(proposal), (text.proposals.number)(proposal.0)),
        Reader::Coach | Reader::Office | Reader::Volunteer | Reader::Past => {
            (Route::Coaching, text.coaching.list.heading.to_owned())
        }
    };
    let page = RwSignal::new(page);
    let acts: Does = Acts::new(format!("coaching/{id}"), page, done);
    let line = KeptWords::of(&Route::CoachingThread(id), LINE);
    let typed = Typed::new(id, &line, acts);
    let saying: Posting<Command> =
        Posting::new(format!("coaching/{id}/commands"), move |now: CoachingPage| {
            line.taken();
            page.try_set(now);
            say(words.said.to_owned());
        });
    // Made anew only when one can do something else: who writes stays where they are.
    let offers = Memo::new(move |_| page.with(|page| page.offers.clone()));
    let screens = Signal::derive(move || {
        let mut screens = vec![Screen::new(move || view! { <Standing page /> })];
        for offer in offers.get() {
            screens.push(Screen::new(move || {
                view! { <OneOffer offer page acts typed saying /> }
            }));
        }
        screens
    });
    // On every screen of the elder mode: what one has done may have taken its own screen away.
    let always = ViewFn::from(move || view! { <OutcomeNotice outcome=acts.outcome /> });
    view! {
        <CoachingSeen id version />
        <Back to words=back />
        <Screens heading=(words.heading)(proposal.0) screens always />
    }
}

#[component]
fn Standing(page: RwSignal<CoachingPage>) -> impl IntoView {
    view! {
        {move || view! { <Facts page=page.get() /> }}
        {move || {
            let (lines, reader) = page.with(|page| (page.lines.clone(), page.reader));
            reader.reads_words().then(|| view! { <Lines lines /> })
        }}
    }
}

/// Which proposal, where the coaching stands, and by which day a first word is owed.
#[component]
fn Facts(page: CoachingPage) -> impl IntoView {
    let text = use_text();
    let words = &text.coaching;
    let class = if page.n_days_late > 0 { "ledger-late" } else { "" };
    let due = page.due.map(|due| (words.due)(&text.language.date(due), page.n_days_late));
    let coach = page.coach_name.as_deref().map(words.coach);
    // Whoever reads the words finds it among them.
    let need = page.need.as_deref().filter(|_| !page.reader.reads_words()).map(words.needs);
    let note = match page.reader {
        Reader::Author | Reader::Coach | Reader::Office => words.thread.only_yours,
        Reader::Volunteer => words.means,
        Reader::Past => words.thread.past,
    };
    let stands = match page.end {
        Some(end) => (words.thread.end)(end),
        None => (words.thread.stage)(page.stage),
    };
    view! {
        <section class="stack stack--tight">
            <p><strong>{stands}</strong></p>
            {coach.map(|coach| view! { <p>{coach}</p> })}
            {due.map(|due| view! { <p class=class>{due}</p> })}
            {need.map(|need| view! { <p class="prose">{need}</p> })}
            <p class="soft">{note}</p>
            <ButtonLink
                to=Route::Proposal(page.proposal) words=words.thread.read_proposal about=page.title
                look=Look::Quiet
            />
        </section>
    }
}

/// What was said, the oldest first.
#[component]
fn Lines(lines: Vec<Line>) -> impl IntoView {
    let words = &use_text().coaching.thread;
    let is_empty = lines.is_empty();
    let line = |line: Line| view! { <li><OneLine line /></li> };
    view! {
        <section class="stack stack--tight">
            <h2>{words.lines}</h2>
            {is_empty.then(|| view! { <p>{words.no_lines}</p> })}
            {(!is_empty).then(|| view! {
                <ol class="list">{lines.into_iter().map(line).collect_view()}</ol>
            })}
        </section>
    }
}

#[component]
fn OneLine(line: Line) -> impl IntoView {
    let text = use_text();
    let words = &text.coaching.thread;
    let who = match line.is_mine {
        true => words.you.to_owned(),
        false => (words.by)(line.by, line.name.as_deref()),
    };
    let at = text.language.moment(line.at);
    view! {
        <article class="card stack stack--tight">
            <p><strong>{who}</strong></p>
            <p class="soft">{at} {(words.kind)(line.kind)}</p>
            <p class="prose">{line.words}</p>
        </article>
    }
}
