//! The forms of the acts: their fields, and the button that sends them.
use super::{
    act::{Act, How, Word},
    answer_form::{AnswerFields, requests_of},
    preview::{Preview, is_read_by_residents},
    requests::Requests,
    templates::Templates,
    typed::Typed,
};
use crate::{
    api::{Precondition, use_api},
    ledger::names::{owner_name, place_name},
    proposals::{photo_step::PhotoFields, upload::DraftPhotos},
    ui::{ActButton, Acts, AreaField, Choice, ErrorSummary, OutcomeNotice, SelectField},
    words::{answering::Template, use_text},
};
use chrono::{Datelike, Weekday};
use huiyin_domain::{
    channels::Channel,
    departments::{Department, Place},
    feedback::{
        Command, Offer, Owner, Satisfaction, Theme,
        wire::{Names, SubmissionPage},
    },
    time::Day,
};
use leptos::prelude::*;

/// What one acts with.
pub(super) type Does = Acts<Command, SubmissionPage>;

/// The form of an act: what it means, what is wrong, its fields, and the button.
#[component]
pub(super) fn ActForm(
    /// Which.
    act: Act,
    /// The submission.
    page: RwSignal<SubmissionPage>,
    /// What is filled in.
    typed: Typed,
    /// Sends it.
    acts: Does,
) -> impl IntoView {
    let words = &use_text().answering;
    let send = move || {
        let n_requests = page.with_untracked(|page| page.submission.content.requests.len());
        if let Some(command) = typed.read(act, n_requests) {
            acts.send(command, |page| Precondition::Version(page.submission.version));
        }
    };
    view! {
        <section class="stack">
            <OutcomeNotice outcome=acts.outcome />
            <ErrorSummary faults=typed.faults />
            <p>{(words.means)(act)}</p>
            <Fields act page typed />
            {is_read_by_residents(act).then(|| view! { <Preview act page typed /> })}
            <ActButton words=(words.send)(act) casts=true busy=acts.busy() on_press=send />
        </section>
    }
}

#[component]
fn Fields(act: Act, page: RwSignal<SubmissionPage>, typed: Typed) -> impl IntoView {
    let words = &use_text().answering;
    let no_templates: &'static [Template] = &[];
    match act {
        Act::Acknowledge => {
            view! { <WithWords act typed templates=words.first_words /> }.into_any()
        }
        Act::Uphold => view! { <WithWords act typed templates=words.stands /> }.into_any(),
        Act::Close => view! { <WithWords act typed templates=no_templates /> }.into_any(),
        Act::Report => view! {
            <WithWords act typed templates=no_templates />
            <WithPhotos page typed />
        }
        .into_any(),
        Act::Answer => view! { <AnswerFields page typed /> }.into_any(),
        Act::Deliver => {
            let requests = page.with_untracked(requests_of);
            view! {
                <Requests requests choices=&How::OF_BUILT typed />
                <WithWords act typed templates=no_templates />
                <WithPhotos page typed />
            }
            .into_any()
        }
        Act::PassOn => {
            let (names, owner) = page.with_untracked(|page| {
                (page.names.clone(), page.submission.stage.duty().map(|duty| duty.owner))
            });
            view! {
                <ToWhom names owner typed />
                <WithWords act typed templates=no_templates />
            }
            .into_any()
        }
        Act::Extend => view! {
            <NewDay page typed />
            <WithWords act typed templates=no_templates />
        }
        .into_any(),
        Act::Sort => view! { <Sorting page typed /> }.into_any(),
        Act::Tell => view! { <Telling page typed /> }.into_any(),
    }
}

/// The words of an act, with its templates.
#[component]
fn WithWords(act: Act, typed: Typed, templates: &'static [Template]) -> impl IntoView {
    let words = &use_text().answering;
    view! {
        <Templates templates typed />
        <AreaField
            name="words" label=(words.words)(act) hint=words.words_hint
            value=typed.words fault=typed.fault("words")
        />
    }
}

/// Pictures of what was done.
#[component]
fn WithPhotos(page: RwSignal<SubmissionPage>, typed: Typed) -> impl IntoView {
    let title = page.with_untracked(|page| page.submission.content.title.to_string());
    let photos = DraftPhotos::Report(typed.photos);
    view! { <PhotoFields photos title faults=typed.faults /> }
}

/// To whom it can be passed on: the office and every department there is, but not who has it.
pub(super) fn owners(names: &Names, but: Option<Owner>) -> Vec<(Owner, String, &'static str)> {
    let is_there = |department: &&Department| !department.is_dissolved;
    let departments = names.departments.iter().filter(is_there);
    let owners = departments.map(|department| Owner::Department { id: department.id });
    let owners = [Owner::Office].into_iter().chain(owners).filter(|owner| Some(*owner) != but);
    owners.map(|owner| (owner, owner_name(names, owner), "")).collect()
}

/// To whom it is passed on.
#[component]
pub(super) fn ToWhom(
    /// The names of all departments.
    names: Names,
    /// Who has it now, if that is one and the same.
    owner: Option<Owner>,
    /// What is filled in.
    typed: Typed,
) -> impl IntoView {
    view! {
        <Choice
            name="to" legend=use_text().answering.to choices=owners(&names, owner)
            chosen=typed.to on_choose=move |to| typed.to.set(Some(to)) fault=typed.fault("to")
        />
    }
}

/// To which day it can be put off: the days of the week on which people usually work. On a
/// holiday among them the server names the next working day.
fn days_between(after: Day, latest: Day) -> Vec<Day> {
    let is_usual = |day: &Day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let mut days: Vec<_> = after.iter_days().skip(1).take_while(|day| *day < latest).collect();
    days.retain(is_usual);
    // The latest is a working day by the calendar, whatever day of the week it is.
    if after < latest {
        days.push(latest);
    }
    days
}

#[component]
fn NewDay(page: RwSignal<SubmissionPage>, typed: Typed) -> impl IntoView {
    let text = use_text();
    let words = &text.answering;
    let today = use_api().now().in_china().date();
    let latest = |offer: &Offer| {
        if let Offer::Extend { latest } = offer { Some(*latest) } else { None }
    };
    let latest = page.with_untracked(|page| page.offers.iter().find_map(latest));
    let due = page.with_untracked(|page| page.submission.stage.duty().map(|duty| duty.due));
    let after = due.map_or(today, |due| due.max(today));
    let days = latest.map(|latest| days_between(after, latest)).unwrap_or_default();
    let none = (String::new(), String::new());
    let option = |day: Day| (day.to_string(), text.language.date(day));
    let options = [none].into_iter().chain(days.into_iter().map(option)).collect();
    view! {
        {latest.map(|latest| view! { <p>{(words.latest)(&text.language.date(latest))}</p> })}
        <SelectField
            name="day" label=words.new_day options value=typed.day fault=typed.fault("day")
        />
    }
}

/// What it is about, and where.
#[component]
fn Sorting(page: RwSignal<SubmissionPage>, typed: Typed) -> impl IntoView {
    let text = use_text();
    let words = &text.answering;
    let (names, theme, place) = page.with_untracked(|page| {
        let submission = &page.submission;
        (page.names.clone(), submission.theme, submission.content.place)
    });
    typed.sorted.set_value(Some((theme, place)));
    if typed.theme.get_untracked().is_none() && theme.is_some() {
        typed.theme.set(theme);
    }
    if typed.place.get_untracked().is_none() && place.is_some() {
        typed.place.set(Some(place));
    }
    let themes = Theme::ALL.map(|it| (it, (text.feedback.theme)(it).to_owned(), ""));
    let one = |place: &Place| (Some(place.id), place_name(&names, place.id), "");
    let none = (None, words.no_place.to_owned(), "");
    let places = names.places.iter().map(one).chain([none]).collect();
    view! {
        <Choice
            name="theme" legend=words.theme choices=themes.to_vec() chosen=typed.theme
            on_choose=move |theme| typed.theme.set(Some(theme)) fault=typed.fault("theme")
        />
        <Choice
            name="place" legend=words.place choices=places chosen=typed.place
            on_choose=move |place| typed.place.set(Some(place)) fault=typed.fault("place")
        />
    }
}

/// The resident's word, and how it was heard.
#[component]
fn Telling(page: RwSignal<SubmissionPage>, typed: Typed) -> impl IntoView {
    let words = &use_text().answering.tell;
    let offered = page.with_untracked(|page| Word::offered(&page.offers));
    let which = offered.into_iter().map(|word| (word, (words.word)(word).to_owned(), "")).collect();
    let heard = vec![
        (Channel::Phone, words.phone.to_owned(), ""),
        (Channel::Paper, words.paper.to_owned(), ""),
    ];
    let content = Satisfaction::ALL.map(|it| (it, (words.content)(it).to_owned(), "")).to_vec();
    let rest = move || match typed.word.get() {
        None => None,
        Some(Word::Confirm) => Some(
            view! {
                <Choice
                    name="satisfaction" legend=words.satisfaction choices=content.clone()
                    chosen=typed.satisfaction fault=typed.fault("satisfaction")
                    on_choose=move |it| typed.satisfaction.set(Some(it))
                />
            }
            .into_any(),
        ),
        Some(Word::Reopen | Word::Appeal) => Some(
            view! {
                <AreaField
                    name="words" label=words.words hint=words.words_hint
                    value=typed.words fault=typed.fault("words")
                />
            }
            .into_any(),
        ),
    };
    view! {
        <Choice
            name="word" legend=words.which choices=which chosen=typed.word
            on_choose=move |word| typed.word.set(Some(word)) fault=typed.fault("word")
        />
        <Choice
            name="told" legend=words.heard choices=heard chosen=typed.told
            on_choose=move |told| typed.told.set(Some(told)) fault=typed.fault("told")
        />
        {rest}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use huiyin_domain::time::parse_day;

    #[test]
    fn a_day_is_put_off_to_a_usual_working_day_and_never_beyond_the_latest() {
        let day = |raw: &str| parse_day(raw).unwrap();
        // A Friday; the latest is a Sunday on which people work.
        let days = days_between(day("2026-11-20"), day("2026-11-29"));
        let last = [day("2026-11-27"), day("2026-11-29")];
        assert_eq!((days.len(), days[0], &days[4..]), (6, day("2026-11-23"), &last[..]));
        assert_eq!(days_between(day("2026-11-20"), day("2026-11-20")), []);
    }
}
