//! Stories of one council: what may be done, by whom and when, and what always holds.
mod figures;
mod refusals;
mod reports;
mod stories;
mod walk;

use super::{
    Command, Council, Event, MoveForm, Occupied, Person, ResolutionForm, Scene, Scheduled, Way,
    Who,
    agenda::{AgendaForm, ItemForm, OpenResolution},
    apply, begin, decide,
};
use crate::{
    calendar::WorkCalendar,
    councils::{Hours, Room, meeting::CarriedOver},
    ids::{AttendeeId, CouncilId, ResidentId, SeriesId, StaffId, SubmissionId},
    problems::ProblemKind,
    refusals::Refusal,
    residents::{StaffRole, Viewer},
    time::{Moment, parse_day},
    words::Words,
};
use chrono::NaiveTime;
use std::collections::BTreeMap;

pub(super) const ORGANISER: Viewer = Viewer::Staff { id: StaffId(1), role: StaffRole::Organiser };

pub(super) fn resident(n: u32) -> Viewer {
    Viewer::Resident { id: ResidentId(n) }
}

pub(super) fn words<const MAX: usize>(raw: &str) -> Words<MAX> {
    Words::parse(raw).unwrap()
}

pub(super) fn hours(day: &str, from: u32, until: u32) -> Hours {
    let clock = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    Hours::new(parse_day(day).unwrap(), clock(from), clock(until)).unwrap()
}

pub(super) fn room(seats: u32, online: u32) -> Room {
    Room { name: words("活动室"), seats, online, link: None }
}

/// A council on a Friday evening, as the tests play it: who is who beside it, and when it is.
#[derive(Clone, Debug)]
pub(super) struct Story {
    pub council: Council,
    pub events: Vec<(Event, Moment)>,
    pub first: Scheduled,
    pub began: Moment,
    pub now: Moment,
    pub numbers: BTreeMap<ResidentId, AttendeeId>,
    /// Residents who can attend no other session.
    pub only_chance: Vec<ResidentId>,
    pub others: Vec<Occupied>,
    pub open_before: Vec<OpenResolution>,
    pub carried_over: Vec<CarriedOver>,
    /// Residents who suggested or supported a topic of the series.
    pub backers: Vec<ResidentId>,
    /// Who has said something of which report of which resolution.
    pub said: Vec<(ResidentId, u32, usize)>,
    pub calendar: WorkCalendar,
}

impl Story {
    pub fn new(seats: u32, online: u32, quorum: u32) -> Self {
        let began = Moment::parse("2026-11-22T09:00:00+08:00").unwrap();
        let first = Scheduled {
            series: SeriesId(1),
            title: words("加装电梯议事会"),
            hours: hours("2026-12-04", 19, 21),
            room: room(seats, online),
            why_in_working_hours: None,
            on_holiday: false,
            facilitator: Some(StaffId(1)),
            quorum,
            notice_days: 5,
            agenda: Vec::new(),
        };
        Self {
            council: begin(CouncilId(7), &first, began),
            events: Vec::new(),
            first,
            began,
            now: began,
            numbers: BTreeMap::new(),
            only_chance: Vec::new(),
            others: Vec::new(),
            open_before: Vec::new(),
            carried_over: Vec::new(),
            backers: Vec::new(),
            said: Vec::new(),
            calendar: WorkCalendar::built_in(),
        }
    }

    /// With an agenda and notice given.
    pub fn noticed(seats: u32, online: u32, quorum: u32) -> Self {
        let mut story = Self::new(seats, online, quorum);
        story.plays(&ORGANISER, Command::SetAgenda { form: agenda(1) });
        story.plays(&ORGANISER, Command::GiveNotice);
        story
    }

    /// Sitting, with so many who walked in.
    pub fn sitting(quorum: u32, n_here: u32) -> Self {
        let mut story = Self::noticed(10, 10, quorum);
        story.at("2026-12-04T19:00:00+08:00");
        story.plays(&ORGANISER, Command::Open);
        for _ in 0..n_here {
            story.plays(&ORGANISER, walk_in());
        }
        story
    }

    pub fn at(&mut self, raw: &str) {
        self.now = Moment::parse(raw).unwrap();
    }

    pub fn asks(&self, by: &Viewer, command: Command) -> Result<Event, ProblemKind> {
        let about = command.about().or(by.resident());
        let person = about.filter(|id| id.0 < 90).map(|id| Person {
            number: self.numbers.get(&id).copied().unwrap_or(self.council.next_number()),
            only_chance: self.only_chance.contains(&id),
        });
        let asks = by.resident();
        let has_said = asks.map(|id| self.has_said(id)).unwrap_or_default();
        let scene = Scene {
            by,
            now: self.now,
            calendar: &self.calendar,
            person,
            staff: &[StaffId(1), StaffId(2)],
            others: &self.others,
            open_before: &self.open_before,
            carried_over: &self.carried_over,
            submission: Some(SubmissionId(128)),
            confirmation_days: 10,
            backs_a_topic: asks.is_some_and(|id| self.backers.contains(&id)),
            has_said: &has_said,
        };
        decide(&scene, &self.council, command)
    }

    pub fn tries(&mut self, by: &Viewer, command: Command) -> Result<Event, ProblemKind> {
        let about = command.about().or(by.resident());
        let event = self.asks(by, command)?;
        if let (
            Some(id),
            Event::Answered { number, .. }
            | Event::Declined { number, .. }
            | Event::CheckedIn { number, is_resident: true, .. },
        ) = (about, &event)
        {
            self.numbers.insert(id, *number);
        }
        if let (Some(id), Event::SaidDone { resolution } | Event::SaidNotDone { resolution, .. }) =
            (by.resident(), &event)
        {
            self.said.push((id, *resolution, self.n_reports(*resolution)));
        }
        self.council = apply(&self.council, &event, self.now);
        self.events.push((event.clone(), self.now));
        Ok(event)
    }

    /// How often a resolution was reported as done.
    fn n_reports(&self, resolution: u32) -> usize {
        let it = self.council.resolutions.iter().find(|it| it.number == resolution);
        it.map_or(0, |it| it.reports.len())
    }

    /// The resolutions of whose last report a resident has said something.
    fn has_said(&self, id: ResidentId) -> Vec<u32> {
        let last = |(who, resolution, report): &&(ResidentId, u32, usize)| {
            *who == id && *report == self.n_reports(*resolution)
        };
        self.said.iter().filter(last).map(|(_, resolution, _)| *resolution).collect()
    }

    pub fn plays(&mut self, by: &Viewer, command: Command) -> Event {
        self.tries(by, command).unwrap()
    }

    pub fn refused(&self, by: &Viewer, command: Command) -> Refusal {
        match self.asks(by, command.clone()) {
            Err(ProblemKind::Refused { refusal }) => refusal,
            other => panic!("{command:?} came to {other:?}"),
        }
    }
}

pub(super) fn rsvp(way: Way) -> Command {
    Command::Rsvp { way, resident: None }
}

pub(super) fn decline() -> Command {
    Command::Decline { resident: None }
}

pub(super) fn walk_in() -> Command {
    Command::CheckIn { who: Who::WalkIn { group: None }, way: Way::InPerson }
}

pub(super) fn here(n: u32) -> Command {
    Command::CheckIn { who: Who::Resident { id: ResidentId(n) }, way: Way::InPerson }
}

pub(super) fn agenda(n_items: usize) -> AgendaForm {
    let item =
        ItemForm { title: "加装电梯".into(), minutes: "15".into(), ..ItemForm::default() };
    AgendaForm { items: vec![item; n_items] }
}

pub(super) fn moving(day: &str, from: &str, seats: u32, online: u32) -> MoveForm {
    MoveForm {
        day: day.into(),
        from: from.into(),
        until: "21:00".into(),
        room: "活动室".into(),
        seats: seats.to_string(),
        online: online.to_string(),
        reason: "原来的房间要修".into(),
        ..MoveForm::default()
    }
}

pub(super) fn moved(day: &str, from: &str, seats: u32, online: u32) -> Command {
    Command::Move { form: moving(day, from, seats, online) }
}

pub(super) fn vote(yes: u32, no: u32, abstain: u32) -> Command {
    let (yes, no, abstain) = (yes.to_string(), no.to_string(), abstain.to_string());
    let form = ResolutionForm { words: "装电梯".into(), item: Some(1), yes, no, abstain };
    Command::Resolve { form }
}
