//! Enqueueing: whoever an event concerns gets one notice, in the transaction of the event itself.

use huiyin_domain::{
    feedback::{Event, Owner, Submission},
    ids::StaffId,
    notices::{Route, Why, asked_to_review, awaits_the_day, goes_out, makes_a_duty, reaches},
    residents::{StaffRole, Viewer},
};

use crate::{
    failure::Outcome,
    feedback::rows as submissions,
    here::Here,
    residents::service::role_word,
    store::{StoreError, Tx, params},
};

/// Tells everybody whom an event concerns that has just been recorded, each of them once.
///
/// Reasons are tried the strongest first, so that an author who also follows is told as the
/// author. Whoever was erased is not told, and nobody is told of what they did with their own
/// hand; of what a helper or the office did in their name they are.
pub fn enqueue(
    tx: &mut Tx<'_>,
    here: &Here,
    before: Option<&Submission>,
    after: &Submission,
    event: &Event,
) -> Outcome<()> {
    let told = Told::new(tx, here, after)?;
    for why in Why::ALL.into_iter().filter(|why| reaches(event, *why)) {
        match why {
            Why::Sent => told.author(tx)?,
            Why::CoSigned => told.co_signers(tx)?,
            Why::Followed => told.followers(tx)?,
            Why::Duty => told.owner(tx, here, before, after, event)?,
            Why::Oversight => told.office(tx, here, Why::Oversight)?,
        }
    }
    told.to_outbox(tx, goes_out(event))
}

/// The event as it is told.
struct Told {
    community: i64,
    submission: i64,
    seq: i64,
    at_ms: i64,
    /// When a message may go out.
    due_ms: i64,
    /// The resident who did it with their own hand, who need not be told; or 0.
    own_hand: i64,
}

impl Told {
    fn new(tx: &mut Tx<'_>, here: &Here, after: &Submission) -> Outcome<Self> {
        let end = tx.first(
            "SELECT MAX(seq) FROM events WHERE community_id = $1 AND stream = $2",
            params![here.community_id(), submissions::stream(after.id)],
        )?;
        let seq = end.map(|row| row.opt_int(0)).transpose()?.flatten();
        let unrecorded = || StoreError::Unexpected(format!("nothing recorded of {}", after.id));
        let own_hand = match is_by_helper(tx, here)? {
            true => None,
            false => here.viewer.resident(),
        };
        Ok(Self {
            community: here.community_id(),
            submission: after.id.0.into(),
            seq: seq.ok_or_else(unrecorded)?,
            at_ms: here.now.millis(),
            due_ms: awaits_the_day(here.now).millis(),
            own_hand: own_hand.map_or(0, |id| id.0.into()),
        })
    }

    /// Whoever sent it, and who has joined them as the author of a proposal.
    fn author(&self, tx: &mut Tx<'_>) -> Outcome<()> {
        self.residents(tx, Why::Sent, "submissions", "author_id", "submission_id")?;
        self.residents(tx, Why::Sent, "proposal_co_authors", "resident_id", "proposal_id")
    }

    /// A proposal in a contest has the same number as its submission.
    fn co_signers(&self, tx: &mut Tx<'_>) -> Outcome<()> {
        self.residents(tx, Why::CoSigned, "co_signs", "resident_id", "proposal_id")
    }

    fn followers(&self, tx: &mut Tx<'_>) -> Outcome<()> {
        self.residents(tx, Why::Followed, "follows", "resident_id", "submission_id")
    }

    /// Tells those who stand in the column `person` of a table's rows about the submission, but
    /// not whoever acted, and nobody who is gone.
    fn residents(
        &self,
        tx: &mut Tx<'_>,
        why: Why,
        table: &'static str,
        person: &'static str,
        number: &'static str,
    ) -> Outcome<()> {
        let Self { community, submission, seq, at_ms, own_hand, .. } = *self;
        let sql = format!(
            "INSERT INTO notices
                 (community_id, kind, person_id, submission_id, seq, at_ms, why, is_read)
             SELECT community_id, 'resident', {person}, {number}, $3, $4, $5, 0
             FROM {table}
             WHERE community_id = $1 AND {number} = $2 AND {person} <> $6
                 AND {person} IN (SELECT r.resident_id FROM residents r
                     WHERE r.community_id = $1)
             ON CONFLICT DO NOTHING"
        );
        tx.execute(&sql, params![community, submission, seq, at_ms, why.word(), own_hand])?;
        Ok(())
    }

    /// Whoever has something to do now that they had not to do before, and whoever is late.
    fn owner(
        &self,
        tx: &mut Tx<'_>,
        here: &Here,
        before: Option<&Submission>,
        after: &Submission,
        event: &Event,
    ) -> Outcome<()> {
        for id in asked_to_review(event) {
            let role = role_word(StaffRole::Reviewer { department: id });
            self.staff(tx, here, Why::Duty, [role.clone(), role])?;
        }
        let Some(owes) = after.owes() else { return Ok(()) };
        let is_new = before.is_none_or(|before| before.owes() != Some(owes));
        if makes_a_duty(event) && !is_new {
            return Ok(());
        }
        match owes.duty.owner {
            Owner::Office => self.office(tx, here, Why::Duty),
            Owner::Department { id } => {
                let role = role_word(StaffRole::Reviewer { department: id });
                self.staff(tx, here, Why::Duty, [role.clone(), role])
            }
        }
    }

    fn office(&self, tx: &mut Tx<'_>, here: &Here, why: Why) -> Outcome<()> {
        self.staff(tx, here, why, [StaffRole::Organiser, StaffRole::Administrator].map(role_word))
    }

    fn staff(
        &self,
        tx: &mut Tx<'_>,
        here: &Here,
        why: Why,
        [role, or]: [String; 2],
    ) -> Outcome<()> {
        let own_hand = match here.viewer {
            Viewer::Staff { id: StaffId(id), .. } => id.into(),
            Viewer::Guest | Viewer::Resident { .. } => 0_i64,
        };
        let Self { community, submission, seq, at_ms, .. } = *self;
        tx.execute(
            "INSERT INTO notices
                 (community_id, kind, person_id, submission_id, seq, at_ms, why, is_read)
             SELECT community_id, 'staff', staff_id, $2, $3, $4, $5, 0
             FROM staff
             WHERE community_id = $1 AND staff_id <> $6 AND (role = $7 OR role = $8)
                 AND retired_ms IS NULL
             ON CONFLICT DO NOTHING",
            params![community, submission, seq, at_ms, why.word(), own_hand, role, or],
        )?;
        Ok(())
    }

    /// What goes out on the ways that these people chose; staff are told of their duties in any
    /// case, residents of what goes out to them.
    fn to_outbox(&self, tx: &mut Tx<'_>, also_to_residents: bool) -> Outcome<()> {
        let whom = if also_to_residents { "" } else { "AND n.kind = 'staff'" };
        let Self { community, submission, seq, at_ms, due_ms, .. } = *self;
        for route in Route::ALL {
            let column = match route {
                Route::Email => "by_email",
                Route::Sms => "by_sms",
                Route::Push => "by_push",
            };
            tx.execute(
                &format!(
                    "INSERT INTO outbox (community_id, kind, person_id, room, number, told, seq,
                         route, state, due_ms, created_ms, n_tries)
                     SELECT n.community_id, n.kind, n.person_id, 'submission', n.submission_id,
                         '', n.seq, $4, 'waiting', $5, $6, 0
                     FROM notice_choices c JOIN notices n
                         ON n.community_id = c.community_id AND n.kind = c.kind
                             AND n.person_id = c.person_id
                     WHERE c.community_id = $1 AND n.submission_id = $2 AND n.seq = $3
                         AND c.{column} = 1 {whom}
                     ON CONFLICT DO NOTHING"
                ),
                params![community, submission, seq, route.word(), due_ms, at_ms],
            )?;
        }
        Ok(())
    }
}

/// Is it a helper who acts in the resident's name? What follows from an act that stands in the
/// log of a help already is recorded without the help, so the device is asked, too.
fn is_by_helper(tx: &mut Tx<'_>, here: &Here) -> Outcome<bool> {
    let Some(session) = here.session.filter(|_| here.help.is_none()) else {
        return Ok(here.help.is_some());
    };
    let row = tx.first(
        "SELECT 1 FROM sessions
         WHERE community_id = $1 AND session_id = $2 AND help_id IS NOT NULL",
        params![here.community_id(), session.0],
    )?;
    Ok(row.is_some())
}
