//! The shorter forms: name and purpose, taking a time out, how long is asked, and the end.
use super::{
    act::Act,
    doing::{ActForm, Doing, both, read_reason, wrong},
    standing::when_and_where,
};
use crate::{
    api::use_api,
    contests::postpone::moment_in,
    ui::{AreaField, Choice, TextField},
    words::use_text,
};
use huiyin_domain::{
    councils::series::{Command, Series, SeriesForm, Stage, wire::SeriesPage},
    ids::SlotId,
    problems::{FieldFault, FieldProblem},
    time::Moment,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the shorter forms ask, as it is kept on this device.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    which: Option<SlotId>,
    until: String,
    reason: String,
}

/// The fields of the shorter forms.
#[derive(Clone, Copy)]
struct Short {
    which: RwSignal<Option<SlotId>>,
    until: RwSignal<String>,
    reason: RwSignal<String>,
}

impl Short {
    /// What was kept, or nothing yet; kept from now on.
    fn of(doing: Doing) -> Self {
        let kept: Kept = doing.kept().unwrap_or_default();
        let short = Self {
            which: RwSignal::new(kept.which),
            until: RwSignal::new(kept.until),
            reason: RwSignal::new(kept.reason),
        };
        doing.keep(Kept::default(), move || Kept {
            which: short.which.get(),
            until: short.until.get(),
            reason: short.reason.get(),
        });
        short
    }
}

/// Its name, and what it is for.
#[component]
pub(super) fn Describe(
    /// Which act, on which series.
    doing: Doing,
) -> impl IntoView {
    let first = doing.page.with_untracked(|page| SeriesForm {
        title: page.series.title.to_string(),
        about: page.series.about.to_string(),
    });
    let kept = doing.kept().unwrap_or_else(|| first.clone());
    let (title, about) = (RwSignal::new(kept.title), RwSignal::new(kept.about));
    let form = move || SeriesForm { title: title.get(), about: about.get() };
    doing.keep(first, form);
    let send = move || {
        let form = untrack(form);
        doing.send(form.parse().map(|_| Command::Describe { form: form.clone() }));
    };
    view! { <ActForm doing send><TitleAndAbout doing title about /></ActForm> }
}

#[component]
fn TitleAndAbout(doing: Doing, title: RwSignal<String>, about: RwSignal<String>) -> impl IntoView {
    let words = &use_text().councils_desk.new;
    view! {
        <TextField
            name="title" label=words.title hint=words.title_hint
            value=title fault=doing.fault("title")
        />
        <AreaField
            name="about" label=words.about hint=words.about_hint
            value=about fault=doing.fault("about")
        />
    }
}

#[component]
fn Why(doing: Doing, reason: RwSignal<String>) -> impl IntoView {
    let words = &use_text().councils_desk;
    view! {
        <AreaField
            name="reason" label=(words.reason)(doing.act) hint=words.reason_hint rows=3
            value=reason fault=doing.fault("reason")
        />
    }
}

/// Which time is taken out, and why.
#[component]
pub(super) fn Withdraw(
    /// Which act, on which series.
    doing: Doing,
) -> impl IntoView {
    let text = use_text();
    let short = Short::of(doing);
    let choices = move |page: &SeriesPage| {
        let offered = page.series.offered().into_iter();
        let choice = |asked| {
            let (when, place) = when_and_where(text, asked);
            (asked.slot.id, format!("{when} · {place}"), "")
        };
        offered.map(choice).collect::<Vec<_>>()
    };
    let choice = move || {
        let choices = doing.page.with(choices);
        view! {
            <Choice
                name="which" legend=text.councils_desk.slots.which choices chosen=short.which
                on_choose=move |id| short.which.set(Some(id)) fault=doing.fault("which")
            />
        }
    };
    let send = move || {
        let slot = short.which.get_untracked();
        let slot = slot.ok_or_else(|| wrong("which", FieldFault::NothingChosen));
        let read = both(slot, read_reason(&short.reason.get_untracked()));
        doing.send(read.map(|(slot, reason)| Command::WithdrawSlot { slot, reason }));
    };
    view! {
        <ActForm doing send>
            {choice}
            <Why doing reason=short.reason />
        </ActForm>
    }
}

/// When residents stop answering: after `from`, before the first of the times, and early enough
/// for its notice. When no day is early enough, the server says which time is in the way.
fn read_until(
    field: &str,
    raw: &str,
    from: Moment,
    series: &Series,
) -> Result<Moment, FieldProblem> {
    let first = first_time(series);
    let is_between = |until: &Moment| from < *until && first.is_none_or(|first| *until < first);
    let until = moment_in(raw).filter(is_between);
    let until = until.ok_or_else(|| wrong(field, FieldFault::Date))?;
    let latest = series.latest_end().filter(|latest| from.in_china().date() <= *latest);
    match latest {
        Some(latest) if latest < until.in_china().date() => {
            Err(wrong(field, FieldFault::DayTooFar { latest }))
        }
        Some(_) | None => Ok(until),
    }
}

/// When the first of the times begins.
fn first_time(series: &Series) -> Option<Moment> {
    series.offered().first().map(|asked| asked.slot.hours.begins())
}

/// Until when they can answer now.
fn until_now(page: &SeriesPage) -> Option<Moment> {
    match page.series.stage {
        Stage::Polling { until } => Some(until),
        Stage::TopicsOpen
        | Stage::Scheduled { .. }
        | Stage::Closed { .. }
        | Stage::Cancelled { .. } => None,
    }
}

/// Until when, with what it must lie between.
#[component]
fn Until(doing: Doing, field: &'static str, value: RwSignal<String>) -> impl IntoView {
    let text = use_text();
    let words = &text.councils_desk.poll;
    let hint = doing.page.with_untracked(|page| {
        let first = text.language.moment(first_time(&page.series)?);
        let latest = text.language.date(page.series.latest_end()?);
        Some((words.before)(&first, page.series.needs.notice_days, &latest))
    });
    let hint = hint.unwrap_or_default();
    let so_far = move || doing.page.with(until_now).map(|until| text.language.moment(until));
    view! {
        {move || so_far().map(|until| view! { <p>{(words.so_far)(&until)}</p> })}
        <TextField
            name=field label=words.until hint value fault=doing.fault(field) kind="datetime-local"
        />
    }
}

/// Asks residents.
#[component]
pub(super) fn Open(
    /// Which act, on which series.
    doing: Doing,
) -> impl IntoView {
    let api = use_api();
    let short = Short::of(doing);
    let send = move || {
        let series = doing.page.with_untracked(|page| page.series.clone());
        let now = untrack(|| api.now());
        let until = read_until("poll_until", &short.until.get_untracked(), now, &series);
        let read = until.map(|until| Command::OpenPoll { until });
        doing.send(read.map_err(|problem| vec![problem]));
    };
    view! { <ActForm doing send><Until doing field="poll_until" value=short.until /></ActForm> }
}

/// Asks longer, with a reason.
#[component]
pub(super) fn Extend(
    /// Which act, on which series.
    doing: Doing,
) -> impl IntoView {
    let api = use_api();
    let short = Short::of(doing);
    let send = move || {
        let (series, so_far) =
            doing.page.with_untracked(|page| (page.series.clone(), until_now(page)));
        let now = untrack(|| api.now());
        let from = so_far.map_or(now, |so_far| so_far.max(now));
        let until = read_until("extend_until", &short.until.get_untracked(), from, &series);
        let read = both(until, read_reason(&short.reason.get_untracked()));
        doing.send(read.map(|(until, reason)| Command::ExtendPoll { until, reason }));
    };
    view! {
        <ActForm doing send>
            <Until doing field="extend_until" value=short.until />
            <Why doing reason=short.reason />
        </ActForm>
    }
}

/// The end: all are over, or it is given up with a reason.
#[component]
pub(super) fn End(
    /// Which act, on which series.
    doing: Doing,
) -> impl IntoView {
    let short = Short::of(doing);
    let is_given_up = doing.act == Act::Cancel;
    let send = move || {
        let read = match is_given_up {
            true => {
                read_reason(&short.reason.get_untracked()).map(|reason| Command::Cancel { reason })
            }
            false => Ok(Command::Close),
        };
        doing.send(read.map_err(|problem| vec![problem]));
    };
    view! {
        <ActForm doing send>
            {is_given_up.then(|| view! { <Why doing reason=short.reason /> })}
        </ActForm>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use huiyin_domain::{
        councils::{
            SlotKind,
            rules::RoomForm,
            series::{Asked, Begun, Needs, SlotForm, begin},
        },
        ids::SeriesId,
        time::parse_day,
    };

    /// A series whose first time is on the evening of 2 December; with three days of notice.
    fn series() -> Series {
        let form = SeriesForm { title: "roof".to_owned(), about: "the roof".to_owned() };
        let (title, about) = form.parse().unwrap();
        let begun = Begun { title, about, needs: Needs::default() };
        let room = RoomForm { room: "hall".into(), seats: "9".into(), ..RoomForm::default() };
        let slot = SlotForm {
            day: "2026-12-02".into(),
            from: "19:30".into(),
            until: "21:00".into(),
            room,
            ..SlotForm::default()
        };
        let slot = slot.parse(SlotId(1)).unwrap();
        let asked = Asked { slot, kind: SlotKind::WorkdayEvening, withdrawn: None };
        Series { slots: vec![asked], ..begin(SeriesId(1), &begun) }
    }

    #[test]
    fn residents_are_asked_until_before_the_first_of_the_times() {
        let now = Moment::parse("2026-11-22T12:00:00+08:00").unwrap();
        let read = |raw| read_until("poll_until", raw, now, &series());
        assert_eq!(read("2026-11-28T20:00"), Ok(moment_in("2026-11-28T20:00").unwrap()));
        for raw in ["", "2026-11-22T11:59", "2026-12-02T19:30", "2027-01-01T08:00"] {
            assert_eq!(read(raw), Err(wrong("poll_until", FieldFault::Date)), "{raw}");
        }
        let latest = parse_day("2026-11-28").unwrap();
        let too_far = wrong("poll_until", FieldFault::DayTooFar { latest });
        assert_eq!(read("2026-11-29T08:00"), Err(too_far));
        let none = Series { slots: Vec::new(), ..series() };
        let later = moment_in("2027-01-01T08:00").unwrap();
        assert_eq!(read_until("poll_until", "2027-01-01T08:00", now, &none), Ok(later));
    }
}
