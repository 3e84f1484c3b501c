//! Rows of moderation: cases, and the words of residents apart from them.

use huiyin_domain::{
    contests::Reason,
    ids::CaseId,
    moderation::{About, Case, Event, Rule, Stage, wire::ReportView},
    time::{DAY_MS, Moment},
};

use crate::{
    failure::{Failure, Outcome},
    here::Here,
    store::{Row, Tx, counters, params},
};

/// Reports shown of one case.
const REPORTS_SHOWN: u32 = 100;

/// The number of a new case.
pub fn next_id(tx: &mut Tx<'_>, here: &Here) -> Outcome<CaseId> {
    let id = counters::next(tx, here.community_id(), "moderation_case")?;
    Ok(CaseId(u32::try_from(id).map_err(|_| Failure::Broken(format!("case {id}")))?))
}

/// One case.
pub fn load(tx: &mut Tx<'_>, here: &Here, id: CaseId) -> Outcome<Case> {
    let row = tx.first(
        "SELECT state FROM moderation_cases WHERE community_id = $1 AND case_id = $2",
        params![here.community.0, id.0],
    )?;
    read(&row.ok_or(Failure::MISSING)?)
}

/// The case in which something is being looked at, if there is one.
pub fn open(tx: &mut Tx<'_>, here: &Here, about: About) -> Outcome<Option<Case>> {
    let row = tx.first(
        "SELECT state FROM moderation_cases
         WHERE community_id = $1 AND about = $2 AND is_reported = 1",
        params![here.community.0, about.to_string()],
    )?;
    row.as_ref().map(read).transpose()
}

/// The newest cases before one of this number.
pub fn newest(tx: &mut Tx<'_>, here: &Here, before: u32, limit: u32) -> Outcome<Vec<Case>> {
    let rows = tx.rows(
        "SELECT state FROM moderation_cases WHERE community_id = $1 AND case_id < $2
         ORDER BY case_id DESC LIMIT $3",
        params![here.community.0, before, limit],
    )?;
    rows.iter().map(read).collect()
}

/// What waits for the office, by its day.
pub fn waiting(tx: &mut Tx<'_>, here: &Here) -> Outcome<Vec<Case>> {
    let rows = tx.rows(
        "SELECT state FROM moderation_cases WHERE community_id = $1 AND due_day IS NOT NULL
         ORDER BY due_day, case_id",
        params![here.community.0],
    )?;
    rows.iter().map(read).collect()
}

fn is_reported(case: &Case) -> bool {
    matches!(case.stage, Stage::Reported { .. })
}

/// The number of the submission, or 0 where it is none.
fn submission(about: About) -> u32 {
    match about {
        About::Submission(id) => id.0,
        About::Objection(_) | About::Voice(_) => 0,
    }
}

/// Stores a new case.
pub fn insert(tx: &mut Tx<'_>, here: &Here, case: &Case) -> Outcome<()> {
    tx.execute(
        "INSERT INTO moderation_cases
             (community_id, case_id, submission_id, about, version, is_reported, due_day, state)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            here.community.0,
            case.id.0,
            submission(case.about),
            case.about.to_string(),
            case.version.0,
            is_reported(case),
            case.stage.due().map(|due| due.to_string()),
            serde_json::to_string(case)?
        ],
    )?;
    Ok(())
}

/// Stores what an event made of a case; refused when it has changed since.
pub fn change(tx: &mut Tx<'_>, here: &Here, before: &Case, after: &Case) -> Outcome<()> {
    let n_changed = tx.execute(
        "UPDATE moderation_cases SET version = $1, is_reported = $2, due_day = $3, state = $4
         WHERE community_id = $5 AND case_id = $6 AND version = $7",
        params![
            after.version.0,
            is_reported(after),
            after.stage.due().map(|due| due.to_string()),
            serde_json::to_string(after)?,
            here.community.0,
            after.id.0,
            before.version.0
        ],
    )?;
    match n_changed {
        0 => Err(Failure::stale(load(tx, here, after.id)?.version)),
        _ => Ok(()),
    }
}

/// Puts what happened in a case into the record.
pub fn record(tx: &mut Tx<'_>, here: &Here, id: CaseId, event: &Event) -> Outcome<()> {
    let reason = event.reason().map(|reason| reason.as_str());
    here.record(tx, &format!("moderation/{id}"), event.name(), event, reason)
}

/// Who asks, as it stands beside their words.
fn reporter(here: &Here) -> Option<String> {
    let (role, id) = here.actor();
    id.map(|id| format!("{role}/{id}"))
}

/// Keeps what somebody says: a report, or the author's appeal.
pub fn keep_words(
    tx: &mut Tx<'_>,
    here: &Here,
    case: CaseId,
    (rule, words): (Rule, Option<&Reason>),
    is_plea: bool,
) -> Outcome<()> {
    let id = counters::next(tx, here.community_id(), "moderation_report")?;
    tx.execute(
        "INSERT INTO moderation_reports
             (community_id, report_id, case_id, is_plea, reporter, rule, words, at_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            here.community.0,
            id,
            case.0,
            is_plea,
            reporter(here),
            rule.word(),
            words.map(|words| words.as_str()),
            here.now.millis()
        ],
    )?;
    Ok(())
}

/// Has whoever asks reported in this case?
pub fn has_reported(tx: &mut Tx<'_>, here: &Here, case: CaseId) -> Outcome<bool> {
    let row = tx.first(
        "SELECT 1 FROM moderation_reports
         WHERE community_id = $1 AND case_id = $2 AND is_plea = 0 AND reporter = $3",
        params![here.community.0, case.0, reporter(here)],
    )?;
    Ok(row.is_some())
}

/// How much whoever asks has reported in a day.
pub fn n_today(tx: &mut Tx<'_>, here: &Here) -> Outcome<u32> {
    let row = tx.first(
        "SELECT COUNT(*) FROM moderation_reports
         WHERE community_id = $1 AND reporter = $2 AND at_ms > $3",
        params![here.community.0, reporter(here), here.now.plus_millis(-DAY_MS).millis()],
    )?;
    let n = row.map_or(Ok(0), |row| row.int(0))?;
    u32::try_from(n).map_err(|_| Failure::Broken(format!("{n} reports")))
}

/// What was said in a case: reports, or the author's appeal.
pub fn words(
    tx: &mut Tx<'_>,
    here: &Here,
    case: CaseId,
    is_plea: bool,
) -> Outcome<Vec<ReportView>> {
    let rows = tx.rows(
        "SELECT at_ms, rule, words FROM moderation_reports
         WHERE community_id = $1 AND case_id = $2 AND is_plea = $3 ORDER BY report_id LIMIT $4",
        params![here.community.0, case.0, is_plea, REPORTS_SHOWN],
    )?;
    rows.iter().map(report).collect()
}

fn report(row: &Row) -> Outcome<ReportView> {
    let broken = |what: &str| Failure::Broken(format!("a report: {what}"));
    let words = row.opt_text(2)?.map(Reason::parse).transpose();
    Ok(ReportView {
        at: Moment::from_millis(row.int(0)?),
        rule: Rule::parse(row.text(1)?).ok_or_else(|| broken("its rule"))?,
        words: words.map_err(|_| broken("its words"))?,
    })
}

/// How many of the office could decide.
pub fn n_organisers(tx: &mut Tx<'_>, here: &Here) -> Outcome<u32> {
    let row = tx.first(
        "SELECT COUNT(*) FROM staff WHERE community_id = $1
             AND role IN ('organiser', 'administrator') AND retired_ms IS NULL",
        params![here.community.0],
    )?;
    let n = row.map_or(Ok(0), |row| row.int(0))?;
    u32::try_from(n).map_err(|_| Failure::Broken(format!("{n} organisers")))
}

fn read(row: &Row) -> Outcome<Case> {
    Ok(serde_json::from_str(row.text(0)?)?)
}
