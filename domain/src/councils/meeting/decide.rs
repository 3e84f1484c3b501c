//! What comes of what a person asks of a council.
use super::{
    Answer, Command, Council, Event, Got, MeetingRefusal, MoveForm, Outcome, Person, Presence,
    ResolutionForm, Said, Scene, Standing, Way, Who,
    agenda::{AgendaForm, minutes_of, with_open},
    apply,
    days::is_holiday,
    may::{
        is_there, may_answer, may_arrange, may_check_in, may_close, may_end, may_follow_up,
        may_give_notice, may_open, may_prepare, may_publish, may_record, may_resolve, may_say,
    },
    moving::can_go,
    resolutions::fault,
};
use crate::{
    feedback::Opinion,
    ids::{AttendeeId, StaffId},
    problems::{FieldFault, ProblemKind},
    refusals::Refusal,
};

/// What a command comes to, or why it does nothing.
pub fn decide(scene: &Scene, council: &Council, command: Command) -> Result<Event, ProblemKind> {
    match command {
        Command::Rsvp { way, resident } => {
            may_answer(scene, council, resident)?;
            answer(scene, council, way)
        }
        Command::Decline { resident } => {
            may_answer(scene, council, resident)?;
            decline(scene, council)
        }
        Command::SetAgenda { form } => set_agenda(scene, council, &form),
        Command::GiveNotice => Ok(may_give_notice(scene, council).map(|()| Event::Noticed)?),
        Command::Move { form } => go_elsewhere(scene, council, &form),
        Command::ChangeLink { link } => {
            may_arrange(scene, council)?;
            is_there(council, Way::Online)?;
            changed(link != council.room.link)?;
            Ok(Event::LinkChanged { link })
        }
        Command::ReplaceFacilitator { facilitator } => replace(scene, council, facilitator),
        Command::Cancel { reason } => {
            may_prepare(scene, council)?;
            Ok(Event::Cancelled { reason })
        }
        Command::Open => Ok(may_open(scene, council).map(|()| Event::Opened)?),
        Command::CheckIn { who, way } => check_in(scene, council, &who, way),
        Command::UndoCheckIn { number } => undo(scene, council, number),
        Command::RecordOpinion { words, item, .. } => record(scene, council, words, item),
        Command::Resolve { form } => resolve(scene, council, &form),
        Command::CloseSession { follow_up } => {
            may_end(scene, council)?;
            let n_present = council.n_present();
            let outcome = match council.quorum <= n_present {
                true => Outcome::Held,
                false => Outcome::NoQuorum { follow_up },
            };
            Ok(Event::SessionClosed { n_present, outcome })
        }
        Command::PublishMinutes { summary } => {
            may_publish(scene, council)?;
            Ok(Event::MinutesPublished { summary })
        }
        Command::FollowUp { resolution, words, is_done } => {
            Ok(follow_up(scene, council, (resolution, words, is_done))?)
        }
        Command::SayDone { resolution } => {
            Ok(may_say(scene, council, resolution).map(|_| Event::SaidDone { resolution })?)
        }
        Command::SayNotDone { resolution, words, reopens } => {
            Ok(say_not_done(scene, council, (resolution, words, reopens))?)
        }
        Command::Close => {
            Ok(may_close(scene, council).map(|carried_over| Event::Closed { carried_over })?)
        }
    }
}

/// Another day, hours or room; whoever has no seat there waits, and whoever waits may have one.
fn go_elsewhere(scene: &Scene, council: &Council, form: &MoveForm) -> Result<Event, ProblemKind> {
    may_prepare(scene, council)?;
    let to = form.parse().map_err(|problems| ProblemKind::Invalid { problems })?;
    let to = can_go(scene, council, to)?;
    let moved = Event::Moved {
        pushed: council.without_seat(&to),
        on_holiday: is_holiday(scene.calendar, to.hours.day),
        hours: to.hours,
        room: to.room,
        why_in_working_hours: to.why_in_working_hours,
        reason: to.reason,
        promoted: Vec::new(),
    };
    Ok(with_promoted(scene, council, moved))
}

/// What follows for the seats when a resident has left the community; nothing when they had none
/// to give.
pub fn decline_for(scene: &Scene, council: &Council, number: AttendeeId) -> Option<Event> {
    let attendee = council.attendee(number)?;
    let holds = attendee.is_here().is_none()
        && matches!(attendee.answer, Answer::Coming { .. } | Answer::Waiting { .. });
    let declined = Event::Declined { number, promoted: Vec::new() };
    (holds && council.stage.kind().is_ahead()).then(|| with_promoted(scene, council, declined))
}

/// Whoever waits gets the seats that an event leaves free.
fn with_promoted(scene: &Scene, council: &Council, event: Event) -> Event {
    let next = apply(council, &event, scene.now).next_in_line();
    event.promoting(next)
}

fn person(scene: &Scene, field: &str) -> Result<Person, ProblemKind> {
    scene.person.ok_or_else(|| invalid(field, FieldFault::UnknownResident))
}

/// What they have said so far; whoever is here has nothing more to say.
fn said_before(council: &Council, person: Person) -> Result<Answer, Refusal> {
    match council.attendee(person.number) {
        None => Ok(Answer::Nothing),
        Some(attendee) => match attendee.presence {
            Presence::Here { .. } => Err(Refusal::Meeting { why: MeetingRefusal::HereAlready }),
            Presence::Away => Ok(attendee.answer),
        },
    }
}

fn answer(scene: &Scene, council: &Council, way: Way) -> Result<Event, ProblemKind> {
    is_there(council, way)?;
    let person = person(scene, "resident")?;
    let is_full = council.left_of(way) == 0;
    match said_before(council, person)? {
        Answer::Coming { way: now, .. } | Answer::Waiting { way: now, .. } if now == way => {
            return Err(Refusal::Meeting { why: MeetingRefusal::AnsweredAlready }.into());
        }
        // Nobody gives up a seat for a place in a line by one press.
        Answer::Coming { .. } if is_full => {
            return Err(Refusal::Meeting { why: MeetingRefusal::OtherWayFull { way } }.into());
        }
        Answer::Nothing | Answer::Coming { .. } | Answer::Waiting { .. } | Answer::NotComing => {}
    }
    let Person { number, only_chance } = person;
    let got = if is_full { Got::Place } else { Got::Seat };
    let answered = Event::Answered { number, way, got, only_chance, promoted: Vec::new() };
    Ok(with_promoted(scene, council, answered))
}

fn decline(scene: &Scene, council: &Council) -> Result<Event, ProblemKind> {
    let person = person(scene, "resident")?;
    match said_before(council, person)? {
        Answer::NotComing => Err(Refusal::Meeting { why: MeetingRefusal::AnsweredAlready }.into()),
        Answer::Nothing | Answer::Coming { .. } | Answer::Waiting { .. } => {
            let declined = Event::Declined { number: person.number, promoted: Vec::new() };
            Ok(with_promoted(scene, council, declined))
        }
    }
}

fn set_agenda(scene: &Scene, council: &Council, form: &AgendaForm) -> Result<Event, ProblemKind> {
    may_arrange(scene, council)?;
    let items = form.parse().map_err(|problems| ProblemKind::Invalid { problems })?;
    let is_open = |item: &super::agenda::Item| match item.about {
        super::agenda::About::Resolution { of } => {
            // What stands there already stays: the council it comes from may be closed by now.
            scene.open_before.iter().any(|open| open.of == of)
                || council.agenda.iter().any(|now| now.about == item.about)
        }
        super::agenda::About::Nothing | super::agenda::About::Submission { .. } => true,
    };
    if !items.iter().all(is_open) {
        return Err(Refusal::Meeting { why: MeetingRefusal::UnknownResolution }.into());
    }
    let items = with_open(items, scene.open_before);
    let most = council.minutes();
    let minutes = minutes_of(&items);
    if most < minutes {
        return Err(
            Refusal::Meeting { why: MeetingRefusal::AgendaTooLong { minutes, most } }.into()
        );
    }
    Ok(Event::AgendaSet { items })
}

fn replace(
    scene: &Scene,
    council: &Council,
    facilitator: Option<StaffId>,
) -> Result<Event, ProblemKind> {
    may_arrange(scene, council)?;
    changed(facilitator != council.facilitator)?;
    if let Some(id) = facilitator {
        if !scene.staff.contains(&id) {
            return Err(Refusal::Meeting { why: MeetingRefusal::UnknownFacilitator }.into());
        }
        if scene.is_busy(id, council.hours) {
            return Err(Refusal::Meeting { why: MeetingRefusal::FacilitatorBusy }.into());
        }
    }
    Ok(Event::FacilitatorReplaced { facilitator })
}

fn check_in(scene: &Scene, council: &Council, who: &Who, way: Way) -> Result<Event, ProblemKind> {
    may_check_in(scene, council)?;
    is_there(council, way)?;
    match who {
        Who::WalkIn { .. } => {
            let (number, is_resident, only_chance) = (council.next_number(), false, false);
            Ok(Event::CheckedIn { number, way, is_resident, only_chance })
        }
        Who::Resident { .. } | Who::Code { .. } => {
            let person = person(scene, "who")?;
            said_before(council, person)?;
            let Person { number, only_chance } = person;
            Ok(Event::CheckedIn { number, way, is_resident: true, only_chance })
        }
    }
}

/// Votes were counted among those who are here: so many stay.
fn undo(scene: &Scene, council: &Council, number: AttendeeId) -> Result<Event, ProblemKind> {
    may_check_in(scene, council)?;
    let is_here = council.attendee(number).and_then(super::Attendee::is_here);
    if is_here.is_none() {
        return Err(Refusal::Meeting { why: MeetingRefusal::NotHere }.into());
    }
    let counted = council.resolutions.iter().map(|it| it.votes.total().max(council.quorum)).max();
    if let Some(least) = counted
        && council.n_present() <= least
    {
        return Err(Refusal::Meeting { why: MeetingRefusal::VotesCounted { least } }.into());
    }
    let undone = Event::CheckInUndone { number, promoted: Vec::new() };
    Ok(with_promoted(scene, council, undone))
}

fn record(
    scene: &Scene,
    council: &Council,
    words: Opinion,
    item: Option<u32>,
) -> Result<Event, ProblemKind> {
    may_record(scene, council)?;
    is_on_agenda(council, item)?;
    // The service keeps a number before it asks; without one it could promise no answer.
    let submission = scene.submission.ok_or(ProblemKind::Broken)?;
    Ok(Event::OpinionRecorded { submission, words, item })
}

fn resolve(scene: &Scene, council: &Council, form: &ResolutionForm) -> Result<Event, ProblemKind> {
    may_resolve(scene, council)?;
    let read = form.parse().map_err(|problems| ProblemKind::Invalid { problems })?;
    let (words, votes) = read;
    is_on_agenda(council, form.item)?;
    let n_present = council.n_present();
    if n_present < votes.total() {
        let n_votes = votes.total();
        return Err(Refusal::Meeting {
            why: MeetingRefusal::MoreVotesThanPeople { n_votes, n_present },
        }
        .into());
    }
    if votes.yes == 0 && votes.no == 0 {
        return Err(Refusal::Meeting { why: MeetingRefusal::NobodyVoted }.into());
    }
    let (item, is_carried) = (form.item, votes.carries());
    Ok(Event::Resolved { words, item, votes, n_present, is_carried })
}

/// A step towards a resolution. With the last one residents are asked whether it is so, and not
/// again before they have had the days that they were told.
fn follow_up(
    scene: &Scene,
    council: &Council,
    (resolution, words, is_done): (u32, Said, bool),
) -> Result<Event, Refusal> {
    let it = may_follow_up(scene, council, resolution)?;
    if !is_done {
        return Ok(Event::FollowedUp { resolution, words });
    }
    match it.standing_on(scene.today()) {
        Standing::ReportedDone { .. } | Standing::Confirmed { .. } => {
            Err(Refusal::Meeting { why: MeetingRefusal::ReportedAlready })
        }
        Standing::Open
        | Standing::Disputed { .. }
        | Standing::Unconfirmed { .. }
        | Standing::NotCarried
        | Standing::CarriedOver { .. } => {
            let days = scene.confirmation_days;
            let until = scene.calendar.after_working_days(scene.today(), days);
            Ok(Event::ReportedDone { resolution, words, until })
        }
    }
}

/// Whoever was told that it is open again with their word is not counted without that.
fn say_not_done(
    scene: &Scene,
    council: &Council,
    (resolution, words, was_told): (u32, Said, bool),
) -> Result<Event, Refusal> {
    let reopens = may_say(scene, council, resolution)?;
    match was_told && !reopens {
        true => Err(Refusal::Meeting { why: MeetingRefusal::ReopenedAlready }),
        false => Ok(Event::SaidNotDone { resolution, words, reopens }),
    }
}

fn is_on_agenda(council: &Council, item: Option<u32>) -> Result<(), ProblemKind> {
    let Some(number) = item else { return Ok(()) };
    match council.agenda.iter().any(|item| item.number == number) {
        true => Ok(()),
        false => {
            let most = u32::try_from(council.agenda.len()).unwrap_or(u32::MAX);
            Err(invalid("item", FieldFault::OutOfRange { least: 1, most }))
        }
    }
}

fn changed(is_other: bool) -> Result<(), Refusal> {
    if is_other { Ok(()) } else { Err(Refusal::Meeting { why: MeetingRefusal::NothingChanged }) }
}

fn invalid(field: &str, problem: FieldFault) -> ProblemKind {
    ProblemKind::Invalid { problems: vec![fault(field, problem)] }
}
