//! An advertisement in the demo: a neighbour reports it, the office hides it, and whoever sent it
//! takes it back.

use huiyin_domain::{
    contests::Reason,
    feedback::{self, OpinionForm},
    moderation::{About, Command, Part, Rule, wire::ReportForm},
    time::{DAY_MS, Moment},
};

use super::Cast;
use crate::{
    failure::{Failure, Outcome},
    feedback::{rows, service as sending},
    moderation::{rows as cases, service},
    store::{Store, Tx},
};

/// How many days ago it was sent; what came of it follows a day apart.
const DAYS_AGO: i64 = 20;

/// Sends, reports and hides it.
pub(super) fn build(store: &Store, cast: &Cast, now: Moment) -> Outcome<()> {
    let cast = cast.clone();
    store.write_now(move |tx| advertise(tx, &cast, now))
}

fn advertise(tx: &mut Tx<'_>, cast: &Cast, now: Moment) -> Outcome<()> {
    let at = |days_later: i64| now.plus_millis((days_later - DAYS_AGO) * DAY_MS);
    let form = OpinionForm {
        words: "全屋换灯,八折优惠,加微信就送灯泡。".to_owned(),
        where_words: "小区广场".to_owned(),
        ..OpinionForm::default()
    };
    let (author, neighbour) = (Cast::other(0), Cast::other(1));
    let id = sending::send(tx, &cast.resident(author, at(0)), &form)?.id;
    let about = About::Submission(id);
    let report = ReportForm { about, rule: Some(Rule::Advertisement), words: String::new() };
    let case = service::report(tx, &cast.resident(neighbour, at(1)), &report)?.case;
    let words = Reason::parse("卖东西的话不放在这里。要反映灯的问题,欢迎再提。")
        .map_err(|problem| Failure::Broken(format!("{problem:?}")))?;
    let office = cast.organiser(at(2));
    let version = cases::load(tx, &office, case)?.version;
    let hide = Command::Hide { part: Part::Text, rule: Rule::Advertisement, words };
    service::command(tx, &office, case, version, hide)?;
    let author = cast.resident(author, at(3));
    let version = rows::load(tx, author.community, id)?.submission.version;
    sending::command(tx, &author, id, Some(version), feedback::Command::Withdraw)?;
    Ok(())
}
