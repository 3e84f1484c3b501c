//! Seats: who comes, who waits, and who is next when one falls free.
use super::{Council, Moving};
use crate::{councils::Room, ids::AttendeeId, time::Moment};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// How somebody attends a council (参加方式).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// In the room (到现场).
    #[default]
    InPerson,
    /// By video link (网上).
    Online,
}

impl Way {
    /// Both, in the order in which they are shown.
    pub const ALL: [Self; 2] = [Self::InPerson, Self::Online];

    /// As tables name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::InPerson => "in_person",
            Self::Online => "online",
        }
    }

    /// The way back from [`Way::word`].
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.word() == word)
    }

    /// How many there is room for.
    pub fn capacity(self, room: &Room) -> u32 {
        match self {
            Self::InPerson => room.seats,
            Self::Online => room.online,
        }
    }
}

/// What somebody said about coming (报名). `turn`: who answered first has the smaller one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Answer {
    /// Nothing.
    Nothing,
    /// They have a seat.
    Coming {
        /// Where.
        way: Way,
        /// When they answered, among all answers.
        turn: u32,
    },
    /// They wait for one (候补).
    Waiting {
        /// Where.
        way: Way,
        /// When they answered, among all answers.
        turn: u32,
    },
    /// They do not come.
    NotComing,
}

/// Did they come?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Presence {
    /// Not yet, or not at all.
    Away,
    /// They are here (已签到).
    Here {
        /// Since when.
        at: Moment,
        /// How.
        way: Way,
    },
}

/// Somebody who answered or came (参会人), under a number of this council.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendee {
    /// The number.
    pub number: AttendeeId,
    /// Is it a resident of the register? Whoever walks in may be somebody else.
    pub is_resident: bool,
    /// Is this the only session of its series that they can attend? They are first in line.
    pub only_chance: bool,
    /// What they said.
    pub answer: Answer,
    /// Whether they came.
    pub presence: Presence,
}

/// Seats that are left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// In the room.
    pub in_person: u32,
    /// On the line.
    pub online: u32,
}

impl Attendee {
    /// Where they have a seat, if they have one.
    pub fn seat(&self) -> Option<Way> {
        match self.answer {
            Answer::Coming { way, .. } => Some(way),
            Answer::Nothing | Answer::Waiting { .. } | Answer::NotComing => None,
        }
    }

    /// For which seat they wait. Nobody who is here waits any more.
    pub fn waits_for(&self) -> Option<Way> {
        match (self.answer, self.presence) {
            (Answer::Waiting { way, .. }, Presence::Away) => Some(way),
            (Answer::Waiting { .. }, Presence::Here { .. })
            | (Answer::Nothing | Answer::Coming { .. } | Answer::NotComing, _) => None,
        }
    }

    /// How they are here, if they are.
    pub fn is_here(&self) -> Option<Way> {
        match self.presence {
            Presence::Here { way, .. } => Some(way),
            Presence::Away => None,
        }
    }

    /// Did they come without a seat (未报名到场)?
    pub fn walked_in(&self) -> bool {
        self.is_here().is_some() && self.seat().is_none()
    }

    /// Who is first in line is least: those with one chance only, then first come.
    fn rank(&self) -> (bool, u32) {
        let turn = match self.answer {
            Answer::Coming { turn, .. } | Answer::Waiting { turn, .. } => turn,
            Answer::Nothing | Answer::NotComing => u32::MAX,
        };
        (!self.only_chance, turn)
    }
}

impl Council {
    /// Somebody by their number.
    pub fn attendee(&self, number: AttendeeId) -> Option<&Attendee> {
        let index = usize::try_from(number.0.checked_sub(1)?).ok()?;
        self.attendees.get(index)
    }

    /// The number of whoever answers or comes next for the first time.
    pub fn next_number(&self) -> AttendeeId {
        AttendeeId(count(self.attendees.iter()).saturating_add(1))
    }

    /// How many have a seat of this kind.
    pub fn n_coming(&self, way: Way) -> u32 {
        count(self.attendees.iter().filter(|it| it.seat() == Some(way)))
    }

    /// How many wait for one.
    pub fn n_waiting(&self, way: Way) -> u32 {
        count(self.attendees.iter().filter(|it| it.waits_for() == Some(way)))
    }

    /// How many are here.
    pub fn n_present(&self) -> u32 {
        count(self.attendees.iter().filter(|it| it.is_here().is_some()))
    }

    /// How many are here in this way.
    pub fn n_here(&self, way: Way) -> u32 {
        count(self.attendees.iter().filter(|it| it.is_here() == Some(way)))
    }

    /// How many came without a seat.
    pub fn n_walk_ins(&self) -> u32 {
        count(self.attendees.iter().filter(|it| it.walked_in()))
    }

    /// How many seats of this kind are left. Nobody is sent away at the door, so those who came
    /// without one take one too.
    pub fn left_of(&self, way: Way) -> u32 {
        let takes = |it: &&Attendee| it.seat() == Some(way) || it.is_here() == Some(way);
        let taken = count(self.attendees.iter().filter(takes));
        way.capacity(&self.room).saturating_sub(taken)
    }

    /// The seats that are left.
    pub fn left(&self) -> Left {
        Left { in_person: self.left_of(Way::InPerson), online: self.left_of(Way::Online) }
    }

    /// Who waits for a seat of this kind, the next first.
    pub fn waiting(&self, way: Way) -> Vec<&Attendee> {
        let mut line: Vec<_> =
            self.attendees.iter().filter(|it| it.waits_for() == Some(way)).collect();
        line.sort_by_key(|it| it.rank());
        line
    }

    /// The place in line of somebody who waits, from one.
    pub fn place_in_line(&self, number: AttendeeId) -> Option<u32> {
        let way = self.attendee(number)?.waits_for()?;
        let before = self.waiting(way).into_iter().take_while(|it| it.number != number);
        Some(count(before).saturating_add(1))
    }

    /// Who gets the seats that are free now, in the order in which they get them.
    pub(super) fn next_in_line(&self) -> Vec<AttendeeId> {
        let mut promoted = Vec::new();
        for way in Way::ALL {
            let n_free = usize::try_from(self.left_of(way)).unwrap_or(usize::MAX);
            promoted.extend(self.waiting(way).into_iter().take(n_free).map(|it| it.number));
        }
        promoted
    }

    /// Who loses their seat where it goes.
    pub(super) fn without_seat(&self, moving: &Moving) -> Vec<AttendeeId> {
        without_seat(&self.attendees, &moving.room)
    }
}

/// Who loses their seat in a smaller room: never somebody with one chance only before somebody
/// with another, and who answered last before who answered first.
pub fn without_seat(attendees: &[Attendee], room: &Room) -> Vec<AttendeeId> {
    let mut pushed = Vec::new();
    for way in Way::ALL {
        let mut seated: Vec<_> = attendees.iter().filter(|it| it.seat() == Some(way)).collect();
        seated.sort_by_key(|it| it.rank());
        let n_seats = usize::try_from(way.capacity(room)).unwrap_or(usize::MAX);
        pushed.extend(seated.into_iter().skip(n_seats).map(|it| it.number));
    }
    pushed
}

fn count(them: impl Iterator) -> u32 {
    u32::try_from(them.count()).unwrap_or(u32::MAX)
}
