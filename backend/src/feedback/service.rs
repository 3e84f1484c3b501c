//! What is done with submissions: every change goes through [`happen`], in one transaction.

use std::collections::BTreeSet;

use huiyin_domain::{
    channels::Channel,
    entering::OpinionEntry,
    feedback::{
        self, BuiltForm, Command, Content, DaysAllowed, Duty, Event, Kind, OpinionForm, Owner,
        Sent, Submission, may_send,
        wire::{PassOnMany, PassedOnMany, SubmissionPage, Taken},
    },
    ids::{PlaceId, ResidentId, SubmissionId, Version},
    problems::{FieldFault, ProblemKind},
    proposals::PhotoId,
    time::{Day, Moment},
};

use super::{days, known::Known, owed, pages, rows};
use crate::{
    departments,
    failure::{Failure, Outcome},
    here::Here,
    notices, photos, proposals,
    store::Tx,
};

/// Most submissions that are passed on at once.
pub const AT_ONCE_MOST: usize = 50;

/// Takes in what a resident has to say.
pub fn send(tx: &mut Tx<'_>, here: &Here, form: &OpinionForm) -> Outcome<Taken> {
    let author = may_send(&here.viewer)?;
    let content = form.parse()?;
    check_photos(tx, here, &content.photos)?;
    check_place(tx, here, content.place)?;
    let id = SubmissionId(proposals::service::next_id(tx, here)?.0);
    let days = days::of(tx, here.community)?;
    let due = here.calendar.after_working_days(here.today(), days.decision);
    let sent = sent(here, (form.sent_as.into(), content), here.now, days, due);
    begin(tx, here, id, Some(author), &sent)?;
    Ok(Taken { id, first_due: sent.first_due, due })
}

/// Takes in what was said at a council, under the number that was kept for it. Whoever said it is
/// its author, if they are known; otherwise it is answered all the same, for everybody to read.
pub fn take_voiced(
    tx: &mut Tx<'_>,
    here: &Here,
    id: SubmissionId,
    author: Option<ResidentId>,
    content: Content,
) -> Outcome<()> {
    let days = days::of(tx, here.community)?;
    let due = here.calendar.after_working_days(here.today(), days.decision);
    let sent = sent(here, (Kind::Opinion, content), here.now, days, due);
    begin(tx, here, id, author, &Sent { channel: Channel::Council, ..sent })
}

/// Takes in what came on paper or by phone: whoever entered it, it is its author's, and its days
/// count from the one on which it was received.
pub fn take_entered(tx: &mut Tx<'_>, here: &Here, entry: &OpinionEntry) -> Outcome<Taken> {
    let OpinionEntry { resident, received, form, .. } = entry;
    let content = form.parse()?;
    check_photos(tx, here, &content.photos)?;
    check_place(tx, here, content.place)?;
    let id = SubmissionId(proposals::service::next_id(tx, here)?.0);
    let days = days::of(tx, here.community)?;
    let due = here.calendar.after_working_days(received.on, days.decision);
    let sent = sent(here, (form.sent_as.into(), content), received.at(), days, due);
    let sent = Sent { channel: received.came_by.channel(), ..sent };
    begin(tx, here, id, Some(*resident), &sent)?;
    Ok(Taken { id, first_due: sent.first_due, due })
}

/// What stands in the record when something is sent; the clock starts with `sent_at`.
pub(super) fn sent(
    here: &Here,
    (what, content): (Kind, Content),
    sent_at: Moment,
    days: DaysAllowed,
    due: Day,
) -> Sent {
    let sent_on = sent_at.in_china().date();
    Sent {
        what,
        channel: here.channel(),
        content,
        sent_at,
        days,
        duty: Duty { owner: Owner::Office, due },
        first_due: here.calendar.after_working_days(sent_on, days.first_answer),
    }
}

/// Puts a submission among the others, under a number of its own.
pub(super) fn begin(
    tx: &mut Tx<'_>,
    here: &Here,
    id: SubmissionId,
    author: Option<ResidentId>,
    sent: &Sent,
) -> Outcome<()> {
    let submission = feedback::begin(id, sent);
    rows::insert(tx, here.community, &submission, author)?;
    let event = Event::Sent(Box::new(sent.clone()));
    rows::record(tx, here, id, &event)?;
    told(tx, here, None, &submission, &event)
}

/// Lets something that was decided happen: state and event are stored together, and whoever is
/// concerned is told.
pub fn happen(
    tx: &mut Tx<'_>,
    here: &Here,
    before: &Submission,
    event: &Event,
) -> Outcome<Submission> {
    let after = feedback::apply(before, event, here.now);
    rows::change(tx, here, before.version, &after)?;
    rows::record(tx, here, after.id, event)?;
    told(tx, here, Some(before), &after, event)?;
    keep_owned(tx, here, after)
}

/// The one place in which everybody whom an event concerns is told of it: it runs in the
/// transaction of the event itself, so that nothing happens untold and nothing is told that has
/// not happened.
fn told(
    tx: &mut Tx<'_>,
    here: &Here,
    before: Option<&Submission>,
    after: &Submission,
    event: &Event,
) -> Outcome<()> {
    notices::enqueue(tx, here, before, after, event)
}

/// A duty that comes back to a department that is there no more goes on to the office at once.
fn keep_owned(tx: &mut Tx<'_>, here: &Here, submission: Submission) -> Outcome<Submission> {
    let Some(Duty { owner: Owner::Department { id }, .. }) = submission.stage.duty() else {
        return Ok(submission);
    };
    let Some(reason) = departments::rows::why_dissolved(tx, here.community, id)? else {
        return Ok(submission);
    };
    let (from, to) = (Owner::Department { id }, Owner::Office);
    happen(tx, &here.by_itself(), &submission, &Event::PassedOn { from, to, reason })
}

/// Does what somebody asks of a submission, as it was when they decided it.
pub fn command(
    tx: &mut Tx<'_>,
    here: &Here,
    id: SubmissionId,
    version: Option<Version>,
    command: Command,
) -> Outcome<SubmissionPage> {
    let kept = rows::load(tx, here.community, id)?;
    let before = &kept.submission;
    match version {
        Some(version) if version == before.version => {}
        Some(_) => return Err(Failure::stale(before.version)),
        None => return Err(Failure::malformed("the header If-Match is missing")),
    }
    let known = Known::of(tx, here, &kept)?.asked(tx, here, before, &command)?;
    let event = feedback::decide(&known.scene(here), before, command.clone())?;
    if known.leads_nowhere() {
        return Err(Failure::field("into", FieldFault::UnknownSubmission));
    }
    check_things(tx, here, &command)?;
    happen(tx, here, before, &event)?;
    pages::page(tx, here, id)
}

/// Are the photos and the place that a command names here?
fn check_things(tx: &mut Tx<'_>, here: &Here, command: &Command) -> Outcome<()> {
    match command {
        Command::Report { photos, .. } | Command::Deliver { form: BuiltForm { photos, .. } } => {
            check_photos(tx, here, photos)
        }
        Command::Sort { place, .. } => check_place(tx, here, *place),
        Command::Confirm { .. }
        | Command::Appeal { .. }
        | Command::Reopen { .. }
        | Command::Withdraw
        | Command::Acknowledge { .. }
        | Command::PassOn { .. }
        | Command::Extend { .. }
        | Command::Answer { .. }
        | Command::Uphold { .. }
        | Command::CloseWithoutAuthor { .. } => Ok(()),
    }
}

fn check_photos(tx: &mut Tx<'_>, here: &Here, photos: &[PhotoId]) -> Outcome<()> {
    for photo in photos {
        if !photos::service::is_kept(tx, here, photo)? {
            return Err(Failure::field("photos", FieldFault::UnknownPhoto));
        }
    }
    Ok(())
}

fn check_place(tx: &mut Tx<'_>, here: &Here, place: Option<PlaceId>) -> Outcome<()> {
    match place {
        Some(id) if !departments::rows::has_place(tx, here.community, id)? => {
            Err(Failure::field("place", FieldFault::NothingChosen))
        }
        Some(_) | None => Ok(()),
    }
}

/// Passes several on, each judged alone: one that cannot be keeps no other from going.
pub fn pass_on_many(tx: &mut Tx<'_>, here: &Here, asked: &PassOnMany) -> Outcome<PassedOnMany> {
    owed::may_see(&here.viewer)?;
    if asked.ids.is_empty() {
        return Err(Failure::field("ids", FieldFault::NothingChosen));
    }
    if asked.ids.len() > AT_ONCE_MOST {
        return Err(Failure::field("ids", FieldFault::TooMany { max: AT_ONCE_MOST }));
    }
    let mut done = PassedOnMany { passed: Vec::new(), refused: Vec::new() };
    for id in asked.ids.iter().copied().collect::<BTreeSet<_>>() {
        let Some(kept) = rows::find(tx, here.community, id)? else {
            return Err(Failure::field("ids", FieldFault::UnknownSubmission));
        };
        match pass_on(tx, here, &kept, asked) {
            Ok(()) => done.passed.push(id),
            Err(Failure::Problem(ProblemKind::Refused { refusal })) => {
                done.refused.push((id, refusal));
            }
            Err(failure) => return Err(failure),
        }
    }
    Ok(done)
}

fn pass_on(tx: &mut Tx<'_>, here: &Here, kept: &rows::Kept, asked: &PassOnMany) -> Outcome<()> {
    let known = Known::of(tx, here, kept)?;
    let command = Command::PassOn { to: asked.to, reason: asked.reason.clone() };
    let event = feedback::decide(&known.scene(here), &kept.submission, command)?;
    happen(tx, here, &kept.submission, &event).map(drop)
}
