//! Pages of moderation: the public log, what waits for the office, and one case.

use huiyin_domain::{
    desk::may_serve,
    ids::CaseId,
    moderation::{
        About, Case, offers,
        wire::{CaseList, CasePage, CaseRow},
    },
};

use super::{covering, rows, service::Known, words};
use crate::{
    failure::{Failure, Outcome},
    feedback::rows as submissions,
    here::Here,
    store::Tx,
};

/// Cases in one part of the log.
const SHOWN: u32 = 30;

/// One part of the public log, the newest first.
pub fn log(tx: &mut Tx<'_>, here: &Here, after: Option<&str>) -> Outcome<CaseList> {
    let before = after.map_or(Ok(u32::MAX), str::parse);
    let before = before.map_err(|_| Failure::malformed("after: not a cursor of this list"))?;
    let mut cases = rows::newest(tx, here, before, SHOWN + 1)?;
    let has_more = cases.len() > SHOWN as usize;
    cases.truncate(SHOWN as usize);
    let next = cases.last().filter(|_| has_more).map(|case| case.id.to_string());
    Ok(CaseList { items: cases.iter().map(CaseRow::of).collect(), next })
}

/// What waits for the office.
pub fn waiting(tx: &mut Tx<'_>, here: &Here) -> Outcome<CaseList> {
    may_serve(&here.viewer)?;
    let cases = rows::waiting(tx, here)?;
    Ok(CaseList { items: cases.iter().map(CaseRow::of).collect(), next: None })
}

/// One case, whole.
pub fn page(tx: &mut Tx<'_>, here: &Here, id: CaseId) -> Outcome<CasePage> {
    let case = rows::load(tx, here, id)?;
    page_of(tx, here, &case)
}

/// The page of a case that is at hand.
pub fn page_of(tx: &mut Tx<'_>, here: &Here, case: &Case) -> Outcome<CasePage> {
    let known = Known::of(tx, here, case.about)?;
    let is_office = here.viewer.organiser().is_some();
    let reads_all = is_office || known.is_author();
    let reports = if is_office { rows::words(tx, here, case.id, false)? } else { Vec::new() };
    let pleas = if reads_all { rows::words(tx, here, case.id, true)? } else { Vec::new() };
    let (whole, said) = match (reads_all, case.about) {
        (true, About::Submission(id)) => {
            let kept = submissions::load(tx, here.community, id)?;
            (Some(covering::whole_of(tx, here, &kept.submission)?), None)
        }
        (true, About::Objection(_) | About::Voice(_)) => {
            (None, Some(words::whole(tx, here, case.about)?))
        }
        (false, _) => (None, None),
    };
    Ok(CasePage {
        row: CaseRow::of(case),
        version: case.version,
        reports,
        plea: pleas.into_iter().find_map(|plea| plea.words),
        whole,
        said,
        offers: if here.help.is_some() { Vec::new() } else { offers(&known.scene(here), case) },
    })
}
