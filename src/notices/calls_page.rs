//! Who needs a call: the sentences to read to them, the number, and the note that it was done.
use crate::{
    accessibility::use_modes,
    answering::act::Act,
    api::{ApiError, Precondition, Unanswered, use_api},
    desk::desk_page::ForStaff,
    routes::Route,
    ui::{
        ActButton, Back, ButtonLink, Fetched, Load, Look, Outcome, OutcomeNotice, Screen, Screens,
    },
    words::{feedback::Teller, isolated, use_text},
};
use huiyin_domain::{
    callbacks::phone::PhoneNumber,
    feedback::{Event, wire::Names},
    ids::{ResidentId, SeriesId, SubmissionId},
    notices::wire::{Call, CallDone, CallList, CallOutcome, SeriesCall, SeriesToTell, ToTell},
};
use leptos::prelude::*;

/// Everybody who is to be called.
#[component]
pub fn CallsPage() -> impl IntoView {
    view! { <ForStaff then=|| view! { <Loaded /> } /> }
}

#[component]
fn Loaded() -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let list = Fetched::new(move || async move { api.get::<CallList>("desk/calls").await });
    view! {
        <Back to=Route::Desk words=text.desk.heading />
        <Load resource=list then=|list| view! { <Waiting list /> } />
    }
}

/// About what somebody was called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Called {
    /// Their submission.
    Submission(SubmissionId),
    /// A series, and who was called.
    Series(SeriesId, ResidentId),
}

impl Called {
    /// Where it is noted.
    fn path(self) -> String {
        match self {
            Self::Submission(id) => format!("desk/calls/{id}/done"),
            Self::Series(id, resident) => format!("desk/calls/series/{id}/{resident}/done"),
        }
    }
}

type Done = Action<(Called, CallDone), ()>;

/// How many stand on one screen of the elder mode.
const ON_A_SCREEN: usize = 3;

#[component]
fn Waiting(list: CallList) -> impl IntoView {
    let words = &use_text().notices.calls;
    let api = use_api();
    let few = if use_modes().is_elder() { ON_A_SCREEN } else { usize::MAX };
    let list = RwSignal::new(list);
    let came = RwSignal::new(None::<Outcome>);
    // A call that was noted, and whose answer was lost, is noted once, whomever one calls next.
    let unanswered = Unanswered::of_many(|one: &(Called, CallDone), other: &(Called, CallDone)| {
        one.0 == other.0
    });
    let done: Done = Action::new_local(move |noted: &(Called, CallDone)| {
        let noted = *noted;
        async move {
            let (called, told) = noted;
            let key = unanswered.key_for(&noted);
            let sent: Result<CallList, ApiError> =
                api.post(&called.path(), &told, &key, Precondition::None).await;
            unanswered.note(&noted, &sent);
            match sent {
                Ok(now) => {
                    let said = match told.outcome {
                        CallOutcome::Told => words.was_done,
                        CallOutcome::NobodyAnswered => words.was_in_vain,
                    };
                    came.try_set(Some(Outcome::Done(said.to_owned())));
                    list.try_set(now);
                }
                Err(error) => {
                    came.try_set(Some(Outcome::Failed(error)));
                }
            }
        }
    });
    let screens = Signal::derive(move || {
        let (items, names) = list.with(|list| (list.items.clone(), list.names.clone()));
        let of_series = list.with(|list| list.series.clone());
        let names = StoredValue::new(names);
        let mut screens = vec![Screen::new(move || view! { <Head list /> })];
        for calls in items.chunks(few) {
            let calls = calls.to_vec();
            screens.push(Screen::new(move || view! { <Cards calls=calls.clone() names done /> }));
        }
        for calls in of_series.chunks(few) {
            let calls = calls.to_vec();
            screens.push(Screen::new(move || {
                let card = |call: SeriesCall| view! { <li><SeriesCard call done /></li> };
                view! {
                    <ol class="list">{calls.clone().into_iter().map(card).collect_view()}</ol>
                }
            }));
        }
        screens
    });
    view! {
        // Above the heading: whatever screen follows, this is about the one before.
        <OutcomeNotice outcome=came />
        <Screens heading=words.heading screens />
    }
}

/// How many are to be called, and when.
#[component]
fn Head(list: RwSignal<CallList>) -> impl IntoView {
    let text = use_text();
    let words = &text.notices.calls;
    let said = list.with_untracked(|list| match list.total {
        0 => words.nobody.to_owned(),
        total => (words.total)(total, &text.language.of(&list.office_hours)),
    });
    view! { <p>{said}</p> }
}

#[component]
fn Cards(calls: Vec<Call>, names: StoredValue<Names>, done: Done) -> impl IntoView {
    let card = move |call: Call| view! { <li><Card call names done /></li> };
    view! { <ol class="list">{calls.into_iter().map(card).collect_view()}</ol> }
}

/// One person: why they are called, what is read to them, and what came of it.
#[component]
fn Card(call: Call, names: StoredValue<Names>, done: Done) -> impl IntoView {
    let words = &use_text().notices.calls;
    let id = call.submission;
    let why = match (call.is_asked, call.was_chosen) {
        (true, _) => words.is_asked,
        (false, true) => words.chosen,
        (false, false) => words.long_away,
    };
    let said = names.with_value(|names| to_read(&call, names));
    let said = said.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view();
    let until_seq = call.told.iter().map(|told| told.seq).max().unwrap_or(0);
    let note = move |outcome| note(done, Called::Submission(id), CallDone { until_seq, outcome });
    let read = if call.phone.is_some() { words.read } else { words.read_there };
    let their_word = call.is_asked.then(|| {
        let to = Route::DeskFeedbackAct(id, Act::Tell.name());
        view! { <ButtonLink to words=(words.their_word)(id.0) look=Look::Quiet /> }
    });
    view! {
        <article class="card">
            <h2>{call.name.clone()}</h2>
            {call.address.clone().map(|address| view! { <p>{address}</p> })}
            <p class="soft">{why}</p>
            <CallLink phone=call.phone.clone() />
            <h3>{read}</h3>
            {said}
            {their_word}
            <ActButton
                words=(words.done)(id.0) look=Look::Quiet busy=done.pending()
                on_press=note(CallOutcome::Told)
            />
            <ActButton
                words=(words.in_vain)(id.0) look=Look::Quiet busy=done.pending()
                on_press=note(CallOutcome::NobodyAnswered)
            />
        </article>
    }
}

/// Notes what came of a call, when its button is pressed.
fn note(done: Done, called: Called, told: CallDone) -> impl Fn() + Copy {
    move || {
        if !done.pending().get_untracked() {
            done.dispatch_local((called, told));
        }
    }
}

/// One person who is called about a series.
#[component]
fn SeriesCard(call: SeriesCall, done: Done) -> impl IntoView {
    let text = use_text();
    let words = &text.notices.calls;
    let why = if call.was_chosen { words.chosen } else { words.long_away };
    let title = call.title.to_string();
    let greeting = (words.series_greeting)(&call.name, &title);
    let told = call.told.iter().map(series_sentence);
    let said = [greeting].into_iter().chain(told).chain([words.ask.to_owned()]);
    let said = said.map(|sentence| view! { <p>{sentence}</p> }).collect_view();
    let until_seq = call.told.iter().map(|told| told.seq).max().unwrap_or(0);
    let called = Called::Series(call.series, call.resident);
    let note = move |outcome| note(done, called, CallDone { until_seq, outcome });
    let read = if call.phone.is_some() { words.read } else { words.read_there };
    view! {
        <article class="card">
            <h2>{call.name.clone()}</h2>
            {call.address.clone().map(|address| view! { <p>{address}</p> })}
            <p class="soft">{why}</p>
            <CallLink phone=call.phone.clone() />
            <h3>{read}</h3>
            {said}
            <ActButton
                words=(words.series_done)(&call.name, &title) look=Look::Quiet busy=done.pending()
                on_press=note(CallOutcome::Told)
            />
            <ActButton
                words=(words.series_in_vain)(&call.name, &title) look=Look::Quiet busy=done.pending()
                on_press=note(CallOutcome::NobodyAnswered)
            />
        </article>
    }
}

/// One thing told of a series, as the inbox says it.
fn series_sentence(told: &SeriesToTell) -> String {
    let text = use_text();
    let hours: Vec<String> = told.hours.iter().map(|it| text.language.hours(*it)).collect();
    let until = told.until.map(|until| text.language.moment(until));
    (text.notices.series)(told.told, &hours, until.as_deref())
}

/// What is read to somebody, sentence by sentence.
fn to_read(call: &Call, names: &Names) -> Vec<String> {
    let text = use_text();
    let words = &text.notices.calls;
    let tell = Teller::new(text.language, names, true);
    let ask = if call.is_asked { words.ask_word } else { words.ask };
    let greeting = (words.greeting)(&call.name, call.submission.0, &isolated(&call.title));
    // Under which word the office keeps it is nothing to read to anybody, unless nothing else is.
    let is_news = |told: &&ToTell| !matches!(told.event, Event::Sorted { .. });
    let has_news = call.told.iter().any(|told| is_news(&told));
    let told = call.told.iter().filter(|told| !has_news || is_news(told));
    let happened = told.map(|told| {
        let what = (text.feedback.event)(&told.event, &tell);
        (words.happened)(&text.language.day(told.at), &what)
    });
    [greeting].into_iter().chain(happened).chain([ask.to_owned()]).collect()
}

#[component]
fn CallLink(phone: Option<PhoneNumber>) -> impl IntoView {
    let words = &use_text().notices.calls;
    match phone {
        Some(phone) => view! {
            <a class="button number" href=format!("tel:{}", phone.digits())>
                // Its groups stay on one line: a number that is broken is easily misread.
                {(words.call)(&phone.grouped().replace(' ', "\u{a0}"))}
            </a>
        }
        .into_any(),
        None => view! { <p>{words.no_number}</p> }.into_any(),
    }
}
