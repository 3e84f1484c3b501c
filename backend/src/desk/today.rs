//! Today: everything that waits for whoever asks, in one list; each room says what it has.

use std::collections::BTreeSet;

use huiyin_domain::{
    coaching::StageKind as CoachingStage,
    contests::{offers, wire::Offer},
    councils::meeting::StageKind,
    delivery::StageKind as ProjectStage,
    desk::{Today, TodayRow, Waits, may_serve},
    ids::{CaseId, ProposalId},
    moderation::wire::Standing,
    proposals::wire::WaitingRow,
    time::Day,
};

use crate::{
    callbacks, coaching,
    contests::{self, rows::ProposalCounts},
    councils, delivery,
    failure::Outcome,
    feedback,
    here::Here,
    moderation, notices, objections, proposals, recordings, register,
    store::Tx,
};

/// Most of one kind on the list; the others come when these are done.
const SHOWN: u32 = 50;

/// Everything that waits; for departments what they owe and review alone.
pub fn page(tx: &mut Tx<'_>, here: &Here) -> Outcome<Today> {
    let mut rows = Vec::new();
    let (in_contest, more_reviews) = of_proposals(tx, here, &mut rows)?;
    let mut n_more = of_submissions(tx, here, &in_contest, &mut rows)?.saturating_add(more_reviews);
    if may_serve(&here.viewer).is_ok() {
        of_people(tx, here, &mut rows)?;
        of_councils(tx, here, &mut rows)?;
        n_more = n_more.saturating_add(of_contests(tx, here, &mut rows)?);
        of_projects(tx, here, &mut rows)?;
        of_moderation(tx, here, &mut rows)?;
        of_coaching(tx, here, &mut rows)?;
        of_letters(tx, here, &mut rows)?;
    }
    Ok(Today::of(rows, n_more))
}

fn row(here: &Here, waits: Waits, due: Option<Day>) -> TodayRow {
    let late = |due| here.calendar.working_days_between(due, here.today());
    TodayRow { waits, due, n_days_late: due.map_or(0, late) }
}

/// Proposals to be screened, sent and reviewed; says which, so that none is listed twice, and how
/// many more reviews a department owes. What the office owes is counted among submissions.
fn of_proposals(
    tx: &mut Tx<'_>,
    here: &Here,
    rows: &mut Vec<TodayRow>,
) -> Outcome<(BTreeSet<ProposalId>, u32)> {
    let waiting = proposals::waiting::list(tx, here)?;
    let n_more = here.viewer.department().map_or(0, |_| waiting.n_more);
    let mut listed = BTreeSet::new();
    let mut add = |found: Vec<WaitingRow>, waits: fn(ProposalId, String) -> Waits| {
        for one in found {
            listed.insert(one.card.id);
            rows.push(row(here, waits(one.card.id, one.card.title), one.due));
        }
    };
    add(waiting.to_screen, |id, title| Waits::ToScreen { id, title });
    add(waiting.to_send, |id, title| Waits::ToSend { id, title });
    add(waiting.to_review, |id, title| Waits::ToReview { id, title });
    Ok((listed, n_more))
}

/// What is owed to residents; says how much more there is than fits.
fn of_submissions(
    tx: &mut Tx<'_>,
    here: &Here,
    listed: &BTreeSet<ProposalId>,
    rows: &mut Vec<TodayRow>,
) -> Outcome<u32> {
    let owed = feedback::owed::list(tx, here, feedback::owed::Whose::Own, None)?;
    let n_shown = u32::try_from(owed.items.len()).unwrap_or(u32::MAX);
    for card in owed.items {
        let Some(owes) = card.owes.filter(|_| !listed.contains(&ProposalId(card.id.0))) else {
            continue;
        };
        let waits = Waits::Owed { id: card.id, what: owes.what, title: card.title };
        rows.push(row(here, waits, Some(owes.duty.due)));
    }
    Ok(owed.total.saturating_sub(n_shown))
}

/// Those who wait for a call, those who are to be told something, and those who have spoken.
fn of_people(tx: &mut Tx<'_>, here: &Here, rows: &mut Vec<TodayRow>) -> Outcome<()> {
    for one in callbacks::pages::list(tx, here)?.items {
        let due = here.calendar.after_working_days(one.asked_at.in_china().date(), 1);
        rows.push(row(here, Waits::Callback { id: one.id, when: one.when }, Some(due)));
    }
    for one in recordings::rows::waiting(tx, here, 0, SHOWN)? {
        rows.push(row(here, Waits::Recording { id: one.id }, None));
    }
    let n = notices::calls::count(tx, here)?;
    if n > 0 {
        rows.push(row(here, Waits::Calls { n }, Some(here.today())));
    }
    Ok(())
}

/// Councils whose next step is the office's: notice is given before the day, minutes after it.
fn of_councils(tx: &mut Tx<'_>, here: &Here, rows: &mut Vec<TodayRow>) -> Outcome<()> {
    for council in councils::rows::unfinished(tx, here.community, SHOWN)? {
        let stage = council.stage.kind();
        let day = council.hours.begins().in_china().date();
        let due = match stage {
            StageKind::Scheduled | StageKind::InSession => Some(day),
            StageKind::Held | StageKind::NoQuorum => Some(here.calendar.after_working_days(day, 5)),
            StageKind::Noticed
            | StageKind::MinutesPublished
            | StageKind::Closed
            | StageKind::Cancelled => None,
        };
        if due.is_some() {
            let (id, title) = (council.id, council.title.to_string());
            rows.push(row(here, Waits::Council { id, stage, title }, due));
        }
    }
    Ok(())
}

/// Contests to be counted or published, and the objections that hold one; says how many more of
/// these there are than fit.
fn of_contests(tx: &mut Tx<'_>, here: &Here, rows: &mut Vec<TodayRow>) -> Outcome<u32> {
    for (objection, _) in objections::rows::open(tx, here, SHOWN)? {
        rows.push(row(here, Waits::Objection { id: objection.id }, Some(objection.due)));
    }
    for contest in contests::rows::all(tx, here.community)? {
        // Whether it can move on depends on its proposals, and is not asked here.
        let offers = offers(&ProposalCounts::default().scene(here), &contest);
        let (id, title) = (contest.id, contest.title.to_string());
        if offers.contains(&Offer::Count) {
            rows.push(row(here, Waits::ToCount { id, title }, None));
        } else if offers.contains(&Offer::Publish) {
            rows.push(row(here, Waits::ToPublish { id, title }, None));
        }
    }
    Ok(objections::rows::n_open(tx, here)?.saturating_sub(SHOWN))
}

/// What won and can begin, and projects whose team somebody would like to join.
fn of_projects(tx: &mut Tx<'_>, here: &Here, rows: &mut Vec<TodayRow>) -> Outcome<()> {
    let to_begin = delivery::pages::to_begin(tx, here)?.into_iter().filter(|it| it.can_begin);
    for one in to_begin.take(SHOWN as usize) {
        rows.push(row(here, Waits::ToBegin { id: one.id, title: one.title }, None));
    }
    for project in delivery::rows::all(tx, here.community)? {
        let n = u32::try_from(project.asking.len()).unwrap_or(u32::MAX);
        if n == 0 || project.stage.kind() != ProjectStage::Underway {
            continue;
        }
        let (proposal, _) = proposals::rows::load(tx, here.community, project.id)?;
        let title = proposal.content.title.to_string();
        rows.push(row(here, Waits::Joining { id: project.id, n, title }, None));
    }
    Ok(())
}

fn of_moderation(tx: &mut Tx<'_>, here: &Here, rows: &mut Vec<TodayRow>) -> Outcome<()> {
    for case in moderation::pages::waiting(tx, here)?.items {
        let waits = |case: CaseId, standing| match standing {
            Standing::Appealed => Waits::Appealed { case },
            Standing::Reported
            | Standing::Kept
            | Standing::Hidden
            | Standing::Upheld
            | Standing::Restored => Waits::Reported { case },
        };
        rows.push(row(here, waits(case.id, case.standing), case.due));
    }
    Ok(())
}

/// Authors who wait for a coach; and for the first word of one, once its day has passed.
fn of_coaching(tx: &mut Tx<'_>, here: &Here, rows: &mut Vec<TodayRow>) -> Outcome<()> {
    let all = coaching::pages::list(tx, here)?;
    for one in all.waiting.into_iter().chain(all.running) {
        let (id, title, due) = (one.id, one.title, one.due);
        match one.stage {
            CoachingStage::Waiting => rows.push(row(here, Waits::Coach { id, title }, due)),
            CoachingStage::Running if one.n_days_late > 0 => {
                rows.push(row(here, Waits::CoachSilent { id, title }, due));
            }
            CoachingStage::Running | CoachingStage::Ended => {}
        }
    }
    Ok(())
}

/// Batches of which letters were not made.
fn of_letters(tx: &mut Tx<'_>, here: &Here, rows: &mut Vec<TodayRow>) -> Outcome<()> {
    for batch in register::batches::list(tx, here)?.items {
        let n = batch.n_letters.saturating_sub(batch.n_made);
        if n > 0 {
            rows.push(row(here, Waits::Letters { batch: batch.id, n }, None));
        }
    }
    Ok(())
}
