//! Moving a council: the time, the room, the reason, and who would lose a seat.
use super::{Does, act::Act, forms::fault_of, version};
use crate::{
    api::{meetings, use_api},
    routes::Route,
    ui::{ActButton, AreaField, ErrorSummary, Fault, Fetched, Look, TextField},
    words::use_text,
};
use huiyin_domain::{
    councils::{
        Room,
        meeting::{
            Command, MoveForm,
            wire::{AttendanceRow, CouncilPage},
            without_seat,
        },
    },
    digits::digit,
    ids::CouncilId,
    time::{Day, parse_day},
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// In the address: the day that is proposed.
const DAY: &str = "day";

/// Where the form stands, with a day that is proposed.
pub(super) fn move_href(id: CouncilId, day: Day) -> String {
    format!("{}?{DAY}={day}", Route::DeskCouncilAct(id, Act::Move.name()).href())
}

/// What is filled in.
#[derive(Clone, Copy)]
struct Typed {
    day: RwSignal<String>,
    from: RwSignal<String>,
    until: RwSignal<String>,
    room: RwSignal<String>,
    seats: RwSignal<String>,
    online: RwSignal<String>,
    link: RwSignal<String>,
    reason: RwSignal<String>,
    why: RwSignal<String>,
    faults: RwSignal<Vec<Fault>>,
}

impl Typed {
    fn of(page: &CouncilPage) -> Self {
        let why = page.why_in_working_hours.as_ref();
        let form = MoveForm::filled(page.hours, &page.room, why);
        Self {
            day: RwSignal::new(form.day),
            from: RwSignal::new(form.from),
            until: RwSignal::new(form.until),
            room: RwSignal::new(form.room),
            seats: RwSignal::new(form.seats),
            online: RwSignal::new(form.online),
            link: RwSignal::new(form.link),
            reason: RwSignal::new(form.reason),
            why: RwSignal::new(form.why_in_working_hours),
            faults: RwSignal::new(Vec::new()),
        }
    }

    /// The same on the day that was proposed, with why: its day is not what it was.
    fn proposed(self, page: &CouncilPage, to: Day) -> Self {
        self.day.set(to.to_string());
        if let Some(changed) = &page.day_changed {
            self.reason.set((use_text().meetings_desk.move_reason)(&changed.clash));
        }
        self
    }

    fn form(self) -> MoveForm {
        MoveForm {
            day: self.day.get_untracked(),
            from: self.from.get_untracked(),
            until: self.until.get_untracked(),
            room: self.room.get_untracked(),
            seats: self.seats.get_untracked(),
            online: self.online.get_untracked(),
            link: self.link.get_untracked(),
            reason: self.reason.get_untracked(),
            why_in_working_hours: self.why.get_untracked(),
        }
    }

    fn fault(self, field: &'static str) -> Signal<Option<String>> {
        fault_of(self.faults, field)
    }
}

/// Where it goes, and why.
#[component]
pub(super) fn MoveFields(
    /// The council.
    page: RwSignal<CouncilPage>,
    /// Sends it.
    acts: Does,
) -> impl IntoView {
    let words = &use_text().meetings_desk;
    let to = use_query_map().read_untracked().get(DAY).and_then(|raw| parse_day(&raw));
    let typed = page.with_untracked(|page| {
        let typed = Typed::of(page);
        to.map_or(typed, |to| typed.proposed(page, to))
    });
    let send = move || {
        let form = typed.form();
        let problems = form.parse().err().unwrap_or_default();
        typed.faults.set(Fault::of(&problems));
        if problems.is_empty() {
            acts.send(Command::Move { form }, version);
        }
    };
    view! {
        <section class="stack">
            <ErrorSummary faults=typed.faults />
            <When typed />
            <Place typed />
            <Loses page typed />
            <AreaField
                name="reason" label=words.fields.reason hint=words.fields.reason_hint
                value=typed.reason fault=typed.fault("reason")
            />
            <ActButton
                words=(words.send)(Act::Move) look=Look::Warn casts=true busy=acts.busy()
                on_press=send
            />
        </section>
    }
}

#[component]
fn When(typed: Typed) -> impl IntoView {
    let words = &use_text().meetings_desk.fields;
    view! {
        <TextField
            name="day" label=words.day value=typed.day fault=typed.fault("day") kind="date"
        />
        <TextField
            name="from" label=words.from value=typed.from fault=typed.fault("from") kind="time"
        />
        <TextField
            name="until" label=words.until value=typed.until fault=typed.fault("until")
            kind="time"
        />
        <AreaField
            name="why_in_working_hours" label=words.working_hours
            hint=words.working_hours_hint value=typed.why
            fault=typed.fault("why_in_working_hours") rows=2
        />
    }
}

#[component]
fn Place(typed: Typed) -> impl IntoView {
    let words = &use_text().meetings_desk.fields;
    view! {
        <TextField name="room" label=words.room value=typed.room fault=typed.fault("room") />
        <TextField
            name="seats" label=words.seats value=typed.seats fault=typed.fault("seats")
            keyboard="numeric"
        />
        <TextField
            name="online" label=words.online hint=words.online_hint value=typed.online
            fault=typed.fault("online") keyboard="numeric"
        />
        <TextField
            name="link" label=words.link hint=words.link_hint value=typed.link
            fault=typed.fault("link") keyboard="url"
        />
    }
}

/// Who would lose their seat, as soon as the seats can be read.
#[component]
fn Loses(page: RwSignal<CouncilPage>, typed: Typed) -> impl IntoView {
    let words = &use_text().meetings_desk;
    let api = use_api();
    let (id, room) = page.with_untracked(|page| (page.id, page.room.clone()));
    let people = Fetched::new(move || async move {
        let people = meetings::attendance(api, id).await;
        people.map(|people| people.people).unwrap_or_default()
    });
    let said = move || {
        let people = people.get()?;
        let room = resized(&room, &typed.seats.get(), &typed.online.get())?;
        let names = losing(&people, &room, words.people.walk_in);
        Some(view! { <p class="notice">{(words.fields.loses)(&names)}</p> })
    };
    view! { {said} }
}

/// The room with the seats that were typed; `None` while they cannot be read.
fn resized(room: &Room, seats: &str, online: &str) -> Option<Room> {
    let online = if online.trim().is_empty() { 0 } else { number(online)? };
    Some(Room { seats: number(seats)?, online, ..room.clone() })
}

/// The names of those who would lose their seat; a number for whoever has no name here.
fn losing(people: &[AttendanceRow], room: &Room, unnamed: fn(u32) -> String) -> Vec<String> {
    let attendees: Vec<_> = people.iter().map(|row| row.attendee).collect();
    let pushed = without_seat(&attendees, room);
    let is_pushed = |row: &&AttendanceRow| pushed.contains(&row.attendee.number);
    let name =
        |row: &AttendanceRow| row.name.clone().unwrap_or_else(|| unnamed(row.attendee.number.0));
    people.iter().filter(is_pushed).map(name).collect()
}

fn number(raw: &str) -> Option<u32> {
    let digits = raw.trim().chars().map(|it| Some(char::from(b'0' + digit(it)?)));
    digits.collect::<Option<String>>()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use huiyin_domain::{
        councils::meeting::{Answer, Attendee, Presence, Way},
        ids::AttendeeId,
        words::Words,
    };

    fn coming(number: u32, name: &str) -> AttendanceRow {
        let attendee = Attendee {
            number: AttendeeId(number),
            is_resident: true,
            only_chance: false,
            answer: Answer::Coming { way: Way::InPerson, turn: number },
            presence: Presence::Away,
        };
        AttendanceRow { attendee, resident: None, name: Some(name.to_owned()), place: None }
    }

    #[test]
    fn a_smaller_room_takes_the_seats_of_those_who_answered_last() {
        let name = Words::parse("hall").unwrap();
        let room = Room { name, seats: 2, online: 0, link: None };
        let people = [coming(1, "Wang"), coming(2, "Li")];
        let names = |seats| losing(&people, &resized(&room, seats, "").unwrap(), |_| String::new());
        assert_eq!(names("1"), ["Li"]);
        assert_eq!(names("2"), [""; 0]);
        assert_eq!(resized(&room, "many", ""), None);
    }
}
