//! Who may do what with a council, and when.
use super::{Council, MeetingRefusal, Resolution, Stage, Standing, Way, agenda::OpenResolution};
use crate::{
    calendar::WorkCalendar,
    councils::{Hours, meeting::CarriedOver},
    ids::{AttendeeId, ResidentId, StaffId, SubmissionId},
    refusals::Refusal,
    residents::Viewer,
    time::{Day, Moment},
    words::Words,
};

/// From how many minutes before it begins people can be checked in and the session opened.
pub const CHECK_IN_EARLY_MINUTES: u32 = 60;

/// Whom a command is about, as this council knows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their number here; [`Council::next_number`] when they have none yet.
    pub number: AttendeeId,
    /// Is it the only session of its series that they can attend?
    pub only_chance: bool,
}

/// Another council that has its time, its room and somebody who leads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occupied {
    /// When.
    pub hours: Hours,
    /// In which room.
    pub room: Words<60>,
    /// Who leads it.
    pub facilitator: Option<StaffId>,
}

/// The circumstances of a decision: who asks, when, and what the service has loaded.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// Who asks.
    pub by: &'a Viewer,
    /// When.
    pub now: Moment,
    /// Which days are worked.
    pub calendar: &'a WorkCalendar,
    /// The resident whom the command is about: whoever asks, or the one it names by number or by
    /// code; nobody when there is no such resident.
    pub person: Option<Person>,
    /// The staff who can lead a council.
    pub staff: &'a [StaffId],
    /// The other councils of the community that lie ahead.
    pub others: &'a [Occupied],
    /// The resolutions that earlier councils have left open, the oldest first.
    pub open_before: &'a [OpenResolution],
    /// Which of this council's resolutions stand on the agenda of a later one that is not
    /// cancelled.
    pub carried_over: &'a [CarriedOver],
    /// The number that was kept for the submission an opinion becomes.
    pub submission: Option<SubmissionId>,
    /// How many working days residents have to say whether something is done.
    pub confirmation_days: u32,
    /// Did whoever asks suggest or support a topic of the series?
    pub backs_a_topic: bool,
    /// The resolutions of whose last report they have said something already.
    pub has_said: &'a [u32],
}

impl Scene<'_> {
    /// The day on the wall calendar.
    pub fn today(&self) -> Day {
        self.now.in_china().date()
    }

    /// Does this member of staff lead something else at that time?
    pub(super) fn is_busy(&self, facilitator: StaffId, hours: Hours) -> bool {
        let mut at_once = self.others.iter().filter(|other| other.hours.overlaps(hours));
        at_once.any(|other| other.facilitator == Some(facilitator))
    }

    fn organiser(&self) -> Result<StaffId, Refusal> {
        match self.by {
            Viewer::Guest => Err(Refusal::SignInFirst),
            Viewer::Resident { .. } | Viewer::Staff { .. } => {
                self.by.organiser().ok_or(Refusal::OrganiserOnly)
            }
        }
    }
}

/// May this person say whether somebody comes? Residents for themselves, the office for those who
/// called or wrote; until the session ends.
pub(super) fn may_answer(
    scene: &Scene,
    council: &Council,
    resident: Option<ResidentId>,
) -> Result<(), Refusal> {
    match (scene.by, resident) {
        (Viewer::Guest, _) => return Err(Refusal::SignInFirst),
        (Viewer::Resident { id }, other) if other.is_none_or(|other| other == *id) => {}
        (Viewer::Resident { .. }, _) => return Err(Refusal::OrganiserOnly),
        (Viewer::Staff { .. }, None) => return Err(Refusal::ResidentsOnly),
        (Viewer::Staff { .. }, Some(_)) => {
            scene.organiser()?;
        }
    }
    takes_answers(scene, council)
}

/// May this resident choose when to be reminded of it?
pub fn may_remind(scene: &Scene, council: &Council) -> Result<ResidentId, Refusal> {
    may_answer(scene, council, None)?;
    scene.by.resident().ok_or(Refusal::ResidentsOnly)
}

fn takes_answers(scene: &Scene, council: &Council) -> Result<(), Refusal> {
    if !council.stage.kind().is_ahead() {
        return Err(not_at_this_stage(council));
    }
    if council.hours.ends() <= scene.now {
        return Err(Refusal::Meeting { why: MeetingRefusal::Over { at: council.hours.ends() } });
    }
    Ok(())
}

/// Is there a room, or a line, at all?
pub(super) fn is_there(council: &Council, way: Way) -> Result<(), Refusal> {
    match way.capacity(&council.room) {
        0 => Err(Refusal::Meeting { why: MeetingRefusal::NotThisWay { way } }),
        _ => Ok(()),
    }
}

/// May its time, its place or who leads it be changed? Before it sits.
pub(super) fn may_prepare(scene: &Scene, council: &Council) -> Result<(), Refusal> {
    scene.organiser()?;
    match council.stage {
        Stage::Scheduled | Stage::Noticed { .. } => Ok(()),
        Stage::InSession { .. }
        | Stage::Ended { .. }
        | Stage::MinutesPublished { .. }
        | Stage::Closed { .. }
        | Stage::Cancelled { .. } => Err(not_at_this_stage(council)),
    }
}

/// May what it talks about, who leads it or its line be changed? Until it has sat.
pub(super) fn may_arrange(scene: &Scene, council: &Council) -> Result<(), Refusal> {
    scene.organiser()?;
    match council.stage.kind().is_ahead() {
        true => Ok(()),
        false => Err(not_at_this_stage(council)),
    }
}

/// May notice be given? With an agenda, and early enough.
pub(super) fn may_give_notice(scene: &Scene, council: &Council) -> Result<(), Refusal> {
    scene.organiser()?;
    if council.stage != Stage::Scheduled {
        return Err(not_at_this_stage(council));
    }
    if council.hours.begins() <= scene.now {
        return Err(Refusal::Meeting { why: MeetingRefusal::InThePast });
    }
    let by = council.notice_by();
    if by < scene.today() {
        return Err(Refusal::Meeting { why: MeetingRefusal::NoticeTooLate { by } });
    }
    if council.agenda.is_empty() {
        return Err(Refusal::Meeting { why: MeetingRefusal::NoAgenda });
    }
    Ok(())
}

/// May the session be opened? After notice, from an hour before it begins, on its day.
pub(super) fn may_open(scene: &Scene, council: &Council) -> Result<(), Refusal> {
    scene.organiser()?;
    match council.stage {
        Stage::Noticed { .. } => is_its_hour(scene, council),
        Stage::Scheduled
        | Stage::InSession { .. }
        | Stage::Ended { .. }
        | Stage::MinutesPublished { .. }
        | Stage::Closed { .. }
        | Stage::Cancelled { .. } => Err(not_at_this_stage(council)),
    }
}

/// May somebody be checked in? From an hour before it begins until it is ended.
pub(super) fn may_check_in(scene: &Scene, council: &Council) -> Result<(), Refusal> {
    scene.organiser()?;
    match council.stage {
        Stage::Noticed { .. } => is_its_hour(scene, council),
        Stage::InSession { .. } => Ok(()),
        Stage::Scheduled
        | Stage::Ended { .. }
        | Stage::MinutesPublished { .. }
        | Stage::Closed { .. }
        | Stage::Cancelled { .. } => Err(not_at_this_stage(council)),
    }
}

fn is_its_hour(scene: &Scene, council: &Council) -> Result<(), Refusal> {
    let early = i64::from(CHECK_IN_EARLY_MINUTES) * 60_000;
    let from = council.hours.begins().plus_millis(-early);
    if scene.now < from {
        return Err(Refusal::Meeting { why: MeetingRefusal::TooEarly { from } });
    }
    // Sessions begin late, but not on another day than was told.
    if council.hours.day < scene.today() {
        return Err(Refusal::Meeting { why: MeetingRefusal::Over { at: council.hours.ends() } });
    }
    Ok(())
}

/// May what is said be written down? While it sits, and after that until the minutes are public.
pub(super) fn may_record(scene: &Scene, council: &Council) -> Result<(), Refusal> {
    scene.organiser()?;
    match council.stage {
        Stage::InSession { .. } | Stage::Ended { .. } => Ok(()),
        Stage::Scheduled
        | Stage::Noticed { .. }
        | Stage::MinutesPublished { .. }
        | Stage::Closed { .. }
        | Stage::Cancelled { .. } => Err(not_at_this_stage(council)),
    }
}

/// May the session be ended?
pub(super) fn may_end(scene: &Scene, council: &Council) -> Result<(), Refusal> {
    scene.organiser()?;
    match council.stage {
        Stage::InSession { .. } => Ok(()),
        Stage::Scheduled
        | Stage::Noticed { .. }
        | Stage::Ended { .. }
        | Stage::MinutesPublished { .. }
        | Stage::Closed { .. }
        | Stage::Cancelled { .. } => Err(not_at_this_stage(council)),
    }
}

/// May hands be counted? While it sits, and enough are here.
pub(super) fn may_resolve(scene: &Scene, council: &Council) -> Result<(), Refusal> {
    may_end(scene, council)?;
    let (n_present, quorum) = (council.n_present(), council.quorum);
    match quorum <= n_present {
        true => Ok(()),
        false => Err(Refusal::Meeting { why: MeetingRefusal::NoQuorumNow { n_present, quorum } }),
    }
}

pub(super) fn may_publish(scene: &Scene, council: &Council) -> Result<(), Refusal> {
    scene.organiser()?;
    match council.stage {
        Stage::Ended { .. } => Ok(()),
        Stage::Scheduled
        | Stage::Noticed { .. }
        | Stage::InSession { .. }
        | Stage::MinutesPublished { .. }
        | Stage::Closed { .. }
        | Stage::Cancelled { .. } => Err(not_at_this_stage(council)),
    }
}

/// May it be said what has become of a resolution? Of one that was carried, until the council is
/// closed; also of one that is done, when it was not. Afterwards of one that came back.
pub(super) fn may_follow_up<'a>(
    scene: &Scene,
    council: &'a Council,
    resolution: u32,
) -> Result<&'a Resolution, Refusal> {
    scene.organiser()?;
    let found = resolution_of(council, resolution);
    match council.stage {
        Stage::Ended { .. } | Stage::MinutesPublished { .. } => {}
        Stage::Closed { .. } if found.as_ref().is_ok_and(|it| it.standing == Standing::Open) => {}
        Stage::Scheduled
        | Stage::Noticed { .. }
        | Stage::InSession { .. }
        | Stage::Closed { .. }
        | Stage::Cancelled { .. } => return Err(not_at_this_stage(council)),
    }
    let it = found?;
    match it.standing {
        Standing::Open
        | Standing::ReportedDone { .. }
        | Standing::Confirmed { .. }
        | Standing::Disputed { .. }
        | Standing::Unconfirmed { .. } => Ok(it),
        Standing::NotCarried | Standing::CarriedOver { .. } => {
            Err(Refusal::Meeting { why: MeetingRefusal::NotCarried })
        }
    }
}

fn resolution_of(council: &Council, resolution: u32) -> Result<&Resolution, Refusal> {
    let it = council.resolutions.iter().find(|it| it.number == resolution);
    it.ok_or(Refusal::Meeting { why: MeetingRefusal::UnknownResolution })
}

/// May this resident say whether a resolution is done that is reported as done? Who was here, and
/// who suggested or supported a topic of the series; once for each report, within its days, also
/// when the council is closed meanwhile. The answer: would a no put it back to open? The first
/// one does.
pub(super) fn may_say(scene: &Scene, council: &Council, resolution: u32) -> Result<bool, Refusal> {
    match scene.by {
        Viewer::Guest => return Err(Refusal::SignInFirst),
        Viewer::Staff { .. } => return Err(Refusal::ResidentsOnly),
        Viewer::Resident { .. } => {}
    }
    let it = resolution_of(council, resolution)?;
    let Some(until) = it.asked_until() else {
        return Err(Refusal::Meeting { why: MeetingRefusal::NotReportedDone });
    };
    let attendee = scene.person.and_then(|person| council.attendee(person.number));
    let was_here = attendee.is_some_and(|attendee| attendee.is_here().is_some());
    if !was_here && !scene.backs_a_topic {
        return Err(Refusal::Meeting { why: MeetingRefusal::NotConcerned });
    }
    if scene.has_said.contains(&resolution) {
        return Err(Refusal::Meeting { why: MeetingRefusal::SaidAlready });
    }
    if until < scene.today() {
        return Err(Refusal::Meeting { why: MeetingRefusal::SaidTooLate { until } });
    }
    Ok(!it.was_reopened() && !matches!(council.stage, Stage::Closed { .. }))
}

/// May it be closed? When each resolution stands on a later council's agenda, or is done, says
/// the office, and a resident has confirmed it or the days for that are over.
pub(super) fn may_close(scene: &Scene, council: &Council) -> Result<Vec<CarriedOver>, Refusal> {
    scene.organiser()?;
    match council.stage {
        Stage::MinutesPublished { .. } => {}
        Stage::Scheduled
        | Stage::Noticed { .. }
        | Stage::InSession { .. }
        | Stage::Ended { .. }
        | Stage::Closed { .. }
        | Stage::Cancelled { .. } => return Err(not_at_this_stage(council)),
    }
    let later = |number| scene.carried_over.iter().find(|it| it.resolution == number).copied();
    let standing: Vec<_> = council.open_resolutions().map(|it| later(it.number)).collect();
    let carried: Vec<_> = standing.iter().copied().flatten().collect();
    match u32::try_from(standing.len() - carried.len()).unwrap_or(u32::MAX) {
        0 => {}
        n_open => return Err(Refusal::Meeting { why: MeetingRefusal::ResolutionsOpen { n_open } }),
    }
    let today = scene.today();
    match council.resolutions.iter().filter_map(|it| it.awaited_until(today)).max() {
        Some(until) => Err(Refusal::Meeting { why: MeetingRefusal::WordsAwaited { until } }),
        None => Ok(carried),
    }
}

pub(super) fn not_at_this_stage(council: &Council) -> Refusal {
    Refusal::Meeting { why: MeetingRefusal::NotAtThisStage { stage: council.stage.kind() } }
}
