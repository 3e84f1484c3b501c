//! The inbox: each step that concerns a person as a sentence, the newest first.
use crate::{
    accessibility::use_modes,
    api::{ApiError, Key, Precondition, use_api},
    browser::address,
    routes::Route,
    ui::{
        A, ActButton, Back, ButtonLink, Fetched, Load, Look, Outcome, OutcomeNotice, PageHeading,
        Screen, Screens,
    },
    words::{feedback::Teller, isolated, use_text},
};
use huiyin_domain::{
    councils::Hours,
    feedback::{Event, Verdict, wire::Names},
    ids::ProposalId,
    moderation::About,
    notices::{
        CaseNotice, CoachingNotice, CouncilNotice, Notice, SeriesNotice, Why,
        wire::{Inbox, InboxItem, ReadForm},
    },
    time::{Day, Moment},
};
use leptos::{either::EitherOf5, prelude::*};
use leptos_router::hooks::use_query_map;

/// One's own inbox.
#[component]
pub fn InboxPage() -> impl IntoView {
    let text = use_text();
    let words = &text.notices;
    let api = use_api();
    if api.me().is_none() {
        return view! {
            <PageHeading words=words.heading />
            <p>{words.sign_in}</p>
            <ButtonLink to=Route::SignIn words=text.frame.sign_in />
        }
        .into_any();
    }
    let query = use_query_map();
    let after = Memo::new(move |_| query.read().get("after"));
    let inbox = Fetched::new(move || {
        let after = after.get();
        async move {
            // Cursors are made of letters, digits and signs that are safe in a query.
            let query = after.as_ref().map(|after| format!("?after={after}")).unwrap_or_default();
            let inbox = api.get::<Inbox>(&format!("notices{query}")).await;
            inbox.map(|inbox| (inbox, after.is_none()))
        }
    });
    view! {
        <Back to=Route::Mine words=text.residents.mine />
        <Load resource=inbox then=|(inbox, is_first)| view! { <Shown inbox is_first /> } />
    }
    .into_any()
}

/// How many stand on one screen of the elder mode.
const ON_A_SCREEN: usize = 3;

#[component]
fn Shown(inbox: Inbox, is_first: bool) -> impl IntoView {
    let words = &use_text().notices;
    let inbox = RwSignal::new(inbox);
    let few = if use_modes().is_elder() { ON_A_SCREEN } else { usize::MAX };
    let came = RwSignal::new(None::<Outcome>);
    let screens = Signal::derive(move || {
        let (items, names) = inbox.with(|inbox| (inbox.items.clone(), inbox.names.clone()));
        let names = StoredValue::new(names);
        let mut screens = vec![Screen::new(move || view! { <Head inbox came is_first /> })];
        for items in items.chunks(few) {
            let items = items.to_vec();
            screens.push(Screen::new(move || {
                view! { <Items items=items.clone() names /> }
            }));
        }
        screens.push(Screen::new(move || view! { <Onward inbox is_first /> }));
        screens
    });
    view! { <Screens heading=words.heading screens /> }
}

/// How many are unread, and the button that marks them all.
#[component]
fn Head(inbox: RwSignal<Inbox>, came: RwSignal<Option<Outcome>>, is_first: bool) -> impl IntoView {
    let words = &use_text().notices;
    let api = use_api();
    let read = Action::new_local(move |form: &ReadForm| {
        let form = *form;
        async move {
            let key = Key::fresh();
            let sent: Result<Inbox, ApiError> =
                api.post("notices/read", &form, &key, Precondition::None).await;
            match sent {
                Ok(now) => {
                    came.try_set(Some(Outcome::Done(words.all_read.to_owned())));
                    inbox.try_set(now);
                }
                Err(error) => {
                    came.try_set(Some(Outcome::Failed(error)));
                }
            }
        }
    });
    let newest = inbox.with_untracked(|inbox| inbox.items.first().map(InboxItem::at));
    let n_unread = inbox.with_untracked(|inbox| inbox.n_unread);
    let read_all = newest.filter(|_| is_first && n_unread > 0).map(|at| {
        let press = move || {
            read.dispatch_local(ReadForm::Until { at });
        };
        view! {
            <ActButton
                words=words.read_all look=Look::Quiet busy=read.pending() on_press=press
            />
        }
    });
    let said = if newest.is_none() { words.nothing.to_owned() } else { (words.unread)(n_unread) };
    view! {
        <OutcomeNotice outcome=came />
        <p>{said}</p>
        {read_all}
    }
}

#[component]
fn Items(items: Vec<InboxItem>, names: StoredValue<Names>) -> impl IntoView {
    let item = |item: InboxItem| view! { <li><Item item names /></li> };
    view! { <ul class="list">{items.into_iter().map(item).collect_view()}</ul> }
}

/// One notice, about a submission, a council, a series, a coaching or a case of moderation.
#[component]
fn Item(item: InboxItem, names: StoredValue<Names>) -> impl IntoView {
    match item {
        InboxItem::Submission { notice, title, event } => {
            let event = StoredValue::new(event);
            EitherOf5::A(view! { <OfSubmission notice title event names /> })
        }
        InboxItem::Council { notice, title, hours, asked_until } => {
            let title = title.to_string();
            EitherOf5::B(view! { <OfCouncil notice title hours asked_until /> })
        }
        InboxItem::Series { notice, title, hours, until } => {
            let title = title.to_string();
            EitherOf5::C(view! { <OfSeries notice title hours until /> })
        }
        InboxItem::Coaching { notice, proposal, title } => {
            EitherOf5::D(view! { <OfCoaching notice proposal title /> })
        }
        InboxItem::Case { notice, about } => EitherOf5::E(view! { <OfCase notice about /> }),
    }
}

/// Where one reads on: a step of a proposal towards the vote, on the proposal's own page.
fn page_of(notice: &Notice, event: &Event) -> Route {
    let is_step = matches!(event, Event::InContest { .. } | Event::Rewritten { .. });
    let is_merged = matches!(event, Event::Answered { verdict: Verdict::MergedInto { .. }, .. });
    if is_step || (is_merged && notice.why == Why::CoSigned) {
        Route::Proposal(ProposalId(notice.submission.0))
    } else {
        Route::Feedback(notice.submission)
    }
}

/// A step of a submission: is it new, why it is here, when, and what happened.
#[component]
fn OfSubmission(
    notice: Notice,
    title: String,
    event: StoredValue<Event>,
    names: StoredValue<Names>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.notices;
    let said = names.with_value(|names| {
        let tell = Teller::new(text.language, names, notice.why == Why::Sent);
        event.with_value(|event| (text.feedback.event)(event, &tell))
    });
    let day = text.language.moment(notice.at);
    let to = event.with_value(|event| page_of(&notice, event)).href();
    view! {
        <article class="card ledger-notice" data-read=notice.is_read.to_string()>
            {(!notice.is_read).then(|| view! { <p><strong>{words.new}</strong></p> })}
            <p class="soft">{(words.why)(notice.why)} " · " {day}</p>
            <h2>
                <A href=to attr:class="card__link">
                    {(words.about)(notice.submission.0, &isolated(&title))}
                </A>
            </h2>
            <p>{said}</p>
        </article>
    }
}

/// Something about a council.
#[component]
fn OfCouncil(
    notice: CouncilNotice,
    title: String,
    hours: Hours,
    asked_until: Option<Day>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.notices;
    let when = match asked_until {
        Some(until) => text.language.date(until),
        None => text.language.hours(hours),
    };
    let said = (words.council)(notice.told, &when);
    let title = (words.about_council)(notice.council.0, &isolated(&title));
    let to = Route::Council(notice.council);
    view! { <Card is_read=notice.is_read at=notice.at to title said /> }
}

/// Something about a series.
#[component]
fn OfSeries(
    notice: SeriesNotice,
    title: String,
    hours: Vec<Hours>,
    until: Option<Moment>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.notices;
    let hours: Vec<String> = hours.into_iter().map(|it| text.language.hours(it)).collect();
    let until = until.map(|until| text.language.moment(until));
    let said = (words.series)(notice.told, &hours, until.as_deref());
    let to = Route::Series(notice.series);
    view! { <Card is_read=notice.is_read at=notice.at to title said /> }
}

/// Something about a coaching.
#[component]
fn OfCoaching(notice: CoachingNotice, proposal: ProposalId, title: String) -> impl IntoView {
    let words = &use_text().notices;
    let (to, title) =
        (Route::CoachingThread(notice.coaching), (words.about_coaching)(proposal.0, &title));
    let said = (words.coaching)(notice.told).to_owned();
    view! { <Card is_read=notice.is_read at=notice.at to title said /> }
}

/// Something about one's own words that stand alone.
#[component]
fn OfCase(notice: CaseNotice, about: About) -> impl IntoView {
    let words = &use_text().notices;
    let (to, title) = (Route::ModerationCase(notice.case), (words.about_case)(about));
    let said = (words.case)(notice.told).to_owned();
    view! { <Card is_read=notice.is_read at=notice.at to title said /> }
}

/// One notice: is it new, when it was told, of what, and what.
#[component]
fn Card(is_read: bool, at: Moment, to: Route, title: String, said: String) -> impl IntoView {
    let text = use_text();
    view! {
        <article class="card ledger-notice" data-read=is_read.to_string()>
            {(!is_read).then(|| view! { <p><strong>{text.notices.new}</strong></p> })}
            <p class="soft">{text.language.moment(at)}</p>
            <h2>
                <A href=to.href() attr:class="card__link">
                    {title}
                </A>
            </h2>
            <p>{said}</p>
        </article>
    }
}

/// Older ones, the newest, and the ways to hear.
#[component]
fn Onward(inbox: RwSignal<Inbox>, is_first: bool) -> impl IntoView {
    let words = &use_text().notices;
    let next = inbox.with_untracked(|inbox| inbox.next.clone());
    let link = |query: String, words: &'static str| {
        let href = format!("{}{query}", address::path());
        view! { <a class="button button--quiet" href=href>{words}</a> }
    };
    view! {
        <section class="stack">
            {next.map(|after| link(format!("?after={after}"), words.next))}
            {(!is_first).then(|| link(String::new(), words.newest))}
            <ButtonLink
                to=Route::NoticeChoices words=words.choices.open look=Look::Quiet
            />
        </section>
    }
}
