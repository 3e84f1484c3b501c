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
    councils::series::{Command, SeriesForm, Stage, wire::SeriesPage},
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

/// When residents stop answering: after `from`, and before the first of the times.
fn read_until(
    field: &str,
    raw: &str,
    from: Moment,
    first: Option<Moment>,
) -> Result<Moment, FieldProblem> {
    let is_between = |until: &Moment| from < *until && first.is_none_or(|first| *until < first);
    moment_in(raw).filter(is_between).ok_or_else(|| wrong(field, FieldFault::Date))
}

/// When the first of the times begins.
fn first_time(page: &SeriesPage) -> Option<Moment> {
    page.series.offered().first().map(|asked| asked.slot.hours.begins())
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
    let hint = doing.page.with_untracked(first_time);
    let hint = hint.map(|first| (words.before)(&text.language.moment(first))).unwrap_or_default();
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
        let first = doing.page.with_untracked(first_time);
        let now = untrack(|| api.now());
        let until = read_until("poll_until", &short.until.get_untracked(), now, first);
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
        let (first, so_far) = doing.page.with_untracked(|page| (first_time(page), until_now(page)));
        let now = untrack(|| api.now());
        let from = so_far.map_or(now, |so_far| so_far.max(now));
        let until = read_until("extend_until", &short.until.get_untracked(), from, first);
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

    #[test]
    fn residents_are_asked_until_before_the_first_of_the_times() {
        let now = Moment::parse("2026-11-22T12:00:00+08:00").unwrap();
        let first = moment_in("2026-12-02T19:30");
        let read = |raw| read_until("poll_until", raw, now, first);
        assert_eq!(read("2026-11-29T20:00"), Ok(moment_in("2026-11-29T20:00").unwrap()));
        for raw in ["", "2026-11-22T11:59", "2026-12-02T19:30", "2027-01-01T08:00"] {
            assert_eq!(read(raw), Err(wrong("poll_until", FieldFault::Date)), "{raw}");
        }
        let later = moment_in("2027-01-01T08:00").unwrap();
        assert_eq!(read_until("poll_until", "2027-01-01T08:00", now, None), Ok(later));
    }
}
