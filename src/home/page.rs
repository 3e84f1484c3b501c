//! The first screen: what is open now, and one large button for each thing one can do.
use crate::{
    accessibility::use_modes,
    api::{Api, use_api},
    councils::home_entry::ToCouncils,
    routes::Route,
    speaking::waiting::WaitingNotice,
    ui::{A, ActButton, ButtonLink, Fetched, Load, Look, Screen, Screens},
    words::use_text,
};
use huiyin_domain::{
    accessibility::{Layout, Modes},
    contests::{
        Origin, Phase,
        wire::{ContestCard, HomePage as Page, Offer},
    },
    residents::Viewer,
    time::Moment,
};
use leptos::prelude::*;

/// What is open now, and what this person may do.
#[component]
pub fn HomePage() -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || async move { api.get::<Page>("home").await });
    view! { <Load resource=page then=move |page| view! { <Open page api /> } /> }
}

#[component]
fn Open(page: Page, api: Api) -> impl IntoView {
    let text = use_text();
    api.note_time(page.now);
    if api.is_archive() {
        return view! { <Archived page /> }.into_any();
    }
    let screens = if use_modes().is_elder() { elder(&page) } else { vec![standard(&page)] };
    let is_clock_wrong = api.is_clock_wrong();
    view! {
        <ToElder />
        <WaitingNotice />
        <Screens heading=text.home.heading screens />
        <p class="notice notice--warn" hidden=!is_clock_wrong>{text.frame.clock_is_wrong}</p>
    }
    .into_any()
}

/// In an archive: the contest, and nothing one could do elsewhere.
#[component]
fn Archived(page: Page) -> impl IntoView {
    let now = page.now;
    let cards = Screen::new(move || {
        view! { <Cards cards=page.contests.clone() now is_staff=false /> }
    });
    view! {
        <ToElder />
        <Screens heading=use_text().frame.archive_home screens=vec![cards] />
    }
}

/// The way into the elder mode, first on the first screen; in the elder mode the way back stands
/// among the choices of display.
#[component]
fn ToElder() -> impl IntoView {
    let words = &use_text().home;
    let modes = use_modes();
    (!modes.is_elder()).then(|| {
        let choose = move || {
            let size = modes.get_untracked().size;
            modes.choose(Modes { layout: Layout::Elder, size, ..modes.get_untracked() });
        };
        view! {
            <div class="home-elder">
                <ActButton words=words.to_elder.to_owned() look=Look::Quiet on_press=choose />
                <span class="home-elder__means">{words.to_elder_means}</span>
            </div>
        }
    })
}

/// Everything on one page.
fn standard(page: &Page) -> Screen {
    let page = page.clone();
    Screen::new(move || {
        let text = use_text();
        let (now, is_staff) = (page.now, is_staff(&page));
        let (open, past) = open_and_past(&page);
        let nothing = open.is_empty().then(|| view! { <p>{text.home.nothing}</p> });
        let has_past = !past.is_empty();
        view! {
            <Greeting page=page.clone() />
            {(!is_staff).then(|| view! { <HaveSay /> })}
            <ToCouncils />
            {nothing}
            <Cards cards=open now is_staff />
            {has_past.then(|| view! { <h2>{text.home.past}</h2> <Cards cards=past now is_staff /> })}
            <ButtonLink to=Route::Ledger words=text.first.ledger look=Look::Quiet />
            <ButtonLink to=Route::Ask words=text.home.ask_heading look=Look::Quiet />
        }
    })
}

/// At most four large buttons first; then each contest on a screen of its own.
fn elder(page: &Page) -> Vec<Screen> {
    let (now, is_staff) = (page.now, is_staff(page));
    let (open, past) = open_and_past(page);
    let first = page.clone();
    let mut screens = vec![Screen::new(move || view! { <FourButtons page=first.clone() /> })];
    let has_vote = has_vote(page);
    screens.push(Screen::new(move || {
        view! {
            {has_vote.then(|| view! { <ToCouncils /> })}
            <ButtonLink to=Route::Ledger words=use_text().first.ledger look=Look::Quiet />
        }
    }));
    for card in open.into_iter().chain(past) {
        screens.push(Screen::new(move || {
            let card = card.clone();
            view! { <OpenCard card now is_staff /> }
        }));
    }
    screens
}

fn is_staff(page: &Page) -> bool {
    page.me.as_ref().is_some_and(|me| matches!(me.viewer, Viewer::Staff { .. }))
}

/// Is there something to vote on? Then the councils stand on the second screen, so that the first
/// has four large buttons at most.
fn has_vote(page: &Page) -> bool {
    page.contests.iter().any(|card| card.offers.contains(&Offer::Vote))
}

fn open_and_past(page: &Page) -> (Vec<ContestCard>, Vec<ContestCard>) {
    page.contests.iter().cloned().partition(|card| card.phase < Phase::Objection)
}

#[component]
fn Greeting(page: Page) -> impl IntoView {
    let text = use_text();
    let desk = is_staff(&page)
        .then(|| view! { <ButtonLink to=Route::Desk words=text.home.desk look=Look::Quiet /> });
    match page.me {
        Some(me) => {
            view! { <p class="home-hello">{(text.home.hello)(&me.name)}</p> {desk} }.into_any()
        }
        None => view! {
            <p>{text.home.guest}</p>
            <ButtonLink to=Route::SignIn words=text.frame.sign_in look=Look::Quiet />
        }
        .into_any(),
    }
}

/// For everybody who is not of the staff: they have pages of their own.
#[component]
fn HaveSay() -> impl IntoView {
    view! { <ButtonLink to=Route::HaveSay words=use_text().home.say /> }
}

/// The likeliest things to do: say something, vote or meet, see one's own, get help.
#[component]
fn FourButtons(page: Page) -> impl IntoView {
    let text = use_text();
    let vote = page.contests.iter().find(|card| card.offers.contains(&Offer::Vote));
    let vote =
        vote.map(|card| view! { <ButtonLink to=Route::Vote(card.id) words=text.first.vote /> });
    let has_vote = has_vote(&page);
    let may_say = !is_staff(&page);
    let is_signed_in = page.me.is_some();
    view! {
        <Greeting page=page.clone() />
        {may_say.then(|| view! { <HaveSay /> })}
        {vote}
        {(!has_vote).then(|| view! { <ToCouncils /> })}
        {is_signed_in.then(|| view! {
            <ButtonLink to=Route::Mine words=text.first.mine look=Look::Quiet />
        })}
        <ButtonLink to=Route::Ask words=text.home.ask_heading look=Look::Quiet />
    }
}

#[component]
fn Cards(cards: Vec<ContestCard>, now: Moment, is_staff: bool) -> impl IntoView {
    let card = |card| view! { <li><OpenCard card now is_staff /></li> };
    (!cards.is_empty())
        .then(|| view! { <ul class="list">{cards.into_iter().map(card).collect_view()}</ul> })
}

#[component]
fn OpenCard(card: ContestCard, now: Moment, is_staff: bool) -> impl IntoView {
    let text = use_text();
    let id = card.id;
    let until = card.ends.map(|ends| {
        let language = text.language;
        (text.first.until)(&language.moment(ends), &language.time_left(now, ends))
    });
    let origin = match &card.origin {
        Origin::Here => None,
        Origin::Imported { place, .. } => Some((text.first.imported)(place)),
        Origin::Generated => Some(text.first.generated.to_owned()),
    };
    let title = card.title.clone();
    let about = title.clone();
    let button = move |offer: Offer| {
        let (to, words) = match offer {
            Offer::Propose => (Route::Propose(id, "what"), text.first.propose),
            Offer::Vote => (Route::Vote(id), text.first.vote),
            Offer::SeeResult => (Route::Result(id), text.first.see_result),
            Offer::Count | Offer::Publish | Offer::MoveOn { .. } => return None,
        };
        Some(view! { <ButtonLink to words about=about.clone() /> })
    };
    let look = Look::Quiet;
    let read = (text.home.read_proposals)(card.n_proposals);
    let (about, run) = (title.clone(), title.clone());
    view! {
        <article class="card">
            <h2>
                <A href=Route::Contest(id).href() attr:class="card__link">{title}</A>
            </h2>
            <p>
                <strong>{(text.first.phase)(card.phase)}</strong>
                {until.map(|until| format!(" · {until}"))}
            </p>
            {origin.map(|origin| view! { <p class="soft">{origin}</p> })}
            {card.offers.into_iter().map(button).collect_view()}
            <ButtonLink to=Route::Proposals(id) words=read about look />
            {is_staff.then(|| view! {
                <ButtonLink to=Route::Contest(id) words=text.first.run about=run look />
            })}
        </article>
    }
}
