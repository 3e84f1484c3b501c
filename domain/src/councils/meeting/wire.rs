//! What is sent about one council: its page, its seats and its live counts.
use super::{
    Answer, Attendee, Council, CouncilTitle, DayChanged, Left, Moved, Offer, Presence, Reminder,
    Resolution, Scene, Stage, StageKind, Voiced, Votes, Way,
    agenda::{Item, OpenResolution},
    clash,
    minutes::Minutes,
    offers,
    statistics::{Chances, SessionFigures, Shown, Trend},
};
use crate::{
    calendar::{DayKind, DayName},
    councils::{Hours, Reason, Room, rules::Clash},
    ids::{AttendeeId, CouncilId, ResidentId, SeriesId, StaffId, Version},
    residents::Viewer,
    time::{Day, Moment, iso_day},
    words::Words,
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// How I stand to a council.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MySeat {
    /// I have not answered.
    NotAnswered,
    /// I have a seat.
    Coming {
        /// Where.
        way: Way,
    },
    /// I wait for one.
    Waiting {
        /// Where.
        way: Way,
        /// My place in line, from one.
        place: u32,
    },
    /// I do not come.
    NotComing,
    /// I am here, or was.
    Here {
        /// How.
        way: Way,
    },
}

impl MySeat {
    /// How somebody stands to a council.
    pub fn of(council: &Council, number: Option<AttendeeId>) -> Self {
        let Some(attendee) = number.and_then(|number| council.attendee(number)) else {
            return Self::NotAnswered;
        };
        match (attendee.presence, attendee.answer) {
            (Presence::Here { way, .. }, _) => Self::Here { way },
            (Presence::Away, Answer::Nothing) => Self::NotAnswered,
            (Presence::Away, Answer::Coming { way, .. }) => Self::Coming { way },
            (Presence::Away, Answer::Waiting { way, .. }) => {
                let place = council.place_in_line(attendee.number).unwrap_or(1);
                Self::Waiting { way, place }
            }
            (Presence::Away, Answer::NotComing) => Self::NotComing,
        }
    }
}

/// What is mine of a council; told to nobody else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mine {
    /// How I stand to it.
    pub seat: MySeat,
    /// Is it the only session of its series that I can attend?
    pub only_chance: bool,
    /// What I show at the door, as a QR code or aloud; nothing before I have answered.
    pub code: Option<String>,
    /// When I am reminded.
    pub reminder: Reminder,
}

/// A council on a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CouncilCard {
    /// Its number.
    pub id: CouncilId,
    /// The series it belongs to.
    pub series: SeriesId,
    /// What it is called.
    pub title: CouncilTitle,
    /// When.
    pub hours: Hours,
    /// In which room.
    pub room: Words<60>,
    /// Can it be joined by video?
    pub has_line: bool,
    /// Where it stands.
    pub stage: StageKind,
    /// Seats that are left.
    pub left: Left,
    /// How I stand to it; for residents.
    pub my_seat: Option<MySeat>,
    /// What its day has become since it was chosen, if it should not stay there.
    pub clash: Option<Clash>,
}

impl CouncilCard {
    /// The card of a council, as a resident under this number sees it; `None` for others.
    pub fn of(
        council: &Council,
        viewer: &Viewer,
        number: Option<AttendeeId>,
        clash: Option<Clash>,
    ) -> Self {
        Self {
            id: council.id,
            series: council.series,
            title: council.title.clone(),
            hours: council.hours,
            room: council.room.name.clone(),
            has_line: 0 < council.room.online,
            stage: council.stage.kind(),
            left: council.left(),
            my_seat: viewer.resident().map(|_| MySeat::of(council, number)),
            clash,
        }
    }
}

/// Councils: those ahead first, the next on top, then those that were, the last on top.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CouncilList {
    /// One part of them.
    pub items: Vec<CouncilCard>,
    /// Where the next part begins.
    pub next: Option<String>,
}

/// How many come, wait and are here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatCounts {
    /// With a seat in the room.
    pub n_coming_in_person: u32,
    /// With a place on the line.
    pub n_coming_online: u32,
    /// Who wait for a seat in the room.
    pub n_waiting_in_person: u32,
    /// Who wait for a place on the line.
    pub n_waiting_online: u32,
    /// Seats that are left.
    pub left: Left,
    /// Who are here in the room.
    pub n_in_room: u32,
    /// Who are here on the line.
    pub n_on_line: u32,
    /// Those among them who came without a seat.
    pub n_walk_ins: u32,
}

impl SeatCounts {
    /// The counts of a council.
    pub fn of(council: &Council) -> Self {
        Self {
            n_coming_in_person: council.n_coming(Way::InPerson),
            n_coming_online: council.n_coming(Way::Online),
            n_waiting_in_person: council.n_waiting(Way::InPerson),
            n_waiting_online: council.n_waiting(Way::Online),
            left: council.left(),
            n_in_room: council.n_here(Way::InPerson),
            n_on_line: council.n_here(Way::Online),
            n_walk_ins: council.n_walk_ins(),
        }
    }
}

/// One council, whole, and without anybody's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CouncilPage {
    /// Its number.
    pub id: CouncilId,
    /// How often it has changed; commands of the office name it.
    pub version: Version,
    /// The series it belongs to.
    pub series: SeriesId,
    /// What it is called.
    pub title: CouncilTitle,
    /// When.
    pub hours: Hours,
    /// Where; the line's address only for those who are signed in.
    pub room: Room,
    /// Why it lies in working hours, if it does.
    pub why_in_working_hours: Option<Reason>,
    /// The public holiday it lies on, if it does.
    pub holiday: Option<DayName>,
    /// What its day has become since it was chosen, if it should not stay there.
    pub day_changed: Option<DayChanged>,
    /// Who leads it; nobody, until somebody is found.
    pub facilitator: Option<StaffId>,
    /// How many must be here for a resolution.
    pub quorum: u32,
    /// How many days before it notice must be given.
    pub notice_days: u32,
    /// The last day for that.
    #[serde(with = "iso_day")]
    pub notice_by: Day,
    /// How often its time, place or standing has changed.
    pub sequence: u32,
    /// When what a calendar says of it last changed.
    pub changed_at: Moment,
    /// Where it stands.
    pub stage: Stage,
    /// What it talks about.
    pub agenda: Vec<Item>,
    /// How many come, wait and are here.
    pub seats: SeatCounts,
    /// What was voiced, with the numbers under which it is answered.
    pub opinions: Vec<Voiced>,
    /// What was voted on.
    pub resolutions: Vec<Resolution>,
    /// Where and when it would have been, the oldest first.
    pub moves: Vec<Moved>,
    /// Its minutes, once they are public.
    pub minutes: Option<Minutes>,
    /// What is mine of it; for residents.
    pub mine: Option<Mine>,
    /// What earlier councils left open, for whoever sets the agenda.
    pub open_before: Vec<OpenResolution>,
    /// The council of its series before it.
    pub previous: Option<CouncilId>,
    /// The council of its series after it.
    pub next: Option<CouncilId>,
    /// What this person may do.
    pub offers: Vec<Offer>,
}

/// What the service knows besides the council and the scene.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// Its minutes, as [`minutes::of`](super::minutes::of) makes them.
    pub minutes: Option<Minutes>,
    /// The code of whoever asks.
    pub code: Option<String>,
    /// When they are reminded.
    pub reminder: Reminder,
    /// Where it could go when its day has changed; for whoever can move it.
    pub move_to: Option<Hours>,
    /// The council of its series before it.
    pub previous: Option<CouncilId>,
    /// The council of its series after it.
    pub next: Option<CouncilId>,
}

impl CouncilPage {
    /// The page of a council, for whoever asks.
    pub fn of(scene: &Scene, council: &Council, beside: Beside) -> Self {
        let is_guest = matches!(scene.by, Viewer::Guest);
        let link = council.room.link.clone().filter(|_| !is_guest);
        let is_organiser = scene.by.organiser().is_some();
        let number = scene.person.map(|person| person.number);
        let mine = scene.by.resident().map(|_| Mine {
            seat: MySeat::of(council, number),
            only_chance: scene.person.is_some_and(|person| person.only_chance),
            code: beside.code,
            reminder: beside.reminder,
        });
        Self {
            id: council.id,
            version: council.version,
            series: council.series,
            title: council.title.clone(),
            hours: council.hours,
            room: Room { link, ..council.room.clone() },
            why_in_working_hours: council.why_in_working_hours.clone(),
            holiday: holiday(scene, council),
            day_changed: clash(council, scene.calendar, scene.now)
                .map(|clash| DayChanged { clash, to: beside.move_to }),
            facilitator: council.facilitator,
            quorum: council.quorum,
            notice_days: council.notice_days,
            notice_by: council.notice_by(),
            sequence: council.sequence,
            changed_at: council.changed_at,
            stage: council.stage.clone(),
            agenda: council.agenda.clone(),
            seats: SeatCounts::of(council),
            opinions: council.opinions.clone(),
            resolutions: council.resolutions_on(scene.today()),
            moves: council.moves.clone(),
            minutes: beside.minutes,
            mine,
            open_before: if is_organiser { scene.open_before.to_vec() } else { Vec::new() },
            previous: beside.previous,
            next: beside.next,
            offers: offers(scene, council),
        }
    }
}

fn holiday(scene: &Scene, council: &Council) -> Option<DayName> {
    let facts = scene.calendar.facts(council.hours.day).ok()?;
    facts.name.filter(|_| facts.kind == DayKind::Holiday)
}

/// The counts of a session, asked for again and again; its `ETag` is the version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LiveCounts {
    /// How often the council has changed.
    pub version: Version,
    /// Where it stands.
    pub stage: StageKind,
    /// How many come, wait and are here.
    pub seats: SeatCounts,
    /// How many are here.
    pub n_present: u32,
    /// How many must be here for a resolution.
    pub quorum: u32,
    /// How much was voiced.
    pub n_opinions: u32,
    /// How many votes there were.
    pub n_resolutions: u32,
    /// The hands of the last one.
    pub last_votes: Option<Votes>,
}

impl LiveCounts {
    /// The counts of a council.
    pub fn of(council: &Council) -> Self {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            version: council.version,
            stage: council.stage.kind(),
            seats: SeatCounts::of(council),
            n_present: council.n_present(),
            quorum: council.quorum,
            n_opinions: count(council.opinions.len()),
            n_resolutions: count(council.resolutions.len()),
            last_votes: council.resolutions.last().map(|it| it.votes),
        }
    }
}

/// Somebody who answered or came, as the office sees them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttendanceRow {
    /// Their number and what they said; whether they came.
    pub attendee: Attendee,
    /// The resident; nobody for whoever has no account or has left.
    pub resident: Option<ResidentId>,
    /// What the neighbours call them.
    pub name: Option<String>,
    /// Their place in line, if they wait.
    pub place: Option<u32>,
}

/// Somebody of the staff who can lead a council.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leader {
    /// Their number.
    pub id: StaffId,
    /// What they are called.
    pub name: String,
}

/// Who comes, who waits and who came; for the office alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttendancePage {
    /// Which council.
    pub id: CouncilId,
    /// How often it has changed.
    pub version: Version,
    /// What it is called.
    pub title: CouncilTitle,
    /// When.
    pub hours: Hours,
    /// Where.
    pub room: Room,
    /// Where it stands.
    pub stage: StageKind,
    /// Who leads it.
    pub facilitator: Option<StaffId>,
    /// Who could.
    pub leaders: Vec<Leader>,
    /// The counts.
    pub seats: SeatCounts,
    /// How many must be here for a resolution.
    pub quorum: u32,
    /// Those with a seat or here by name, then those who wait in their order, then the others.
    pub people: Vec<AttendanceRow>,
    /// What this person may do.
    pub offers: Vec<Offer>,
}

/// When I want to be reminded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReminderForm {
    /// When.
    pub reminder: Reminder,
}

/// The secret part of the address of a person's own calendar; told once, when it is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyFeed {
    /// Whoever has it reads when and where this person's councils are, and nothing else. The
    /// calendar is at `my/{token}/councils.ics`.
    pub token: String,
}

/// Statistics of a community's councils, for everybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatisticsPage {
    /// The day on which this is so.
    #[serde(with = "iso_day")]
    pub on: Day,
    /// How many came to a council for the first time, in all that are listed.
    pub n_first_time: u32,
    /// Those among them for whom no session was ever possible before.
    pub n_first_chance: Shown,
    /// The sessions, the newest first.
    pub sessions: Vec<SessionFigures>,
    /// Who had no chance, series by series, the oldest first.
    pub chances: Vec<Chances>,
    /// Did it become better?
    pub trend: Trend,
}
