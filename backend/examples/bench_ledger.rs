//! The ledger over a hundred thousand submissions, beside a plain query over as many rows.
//!
//! `bench_ledger FILE [N]` fills a database file that does not exist yet, and prints one line of
//! JSON: milliseconds for each question, the fastest of several runs, and their ratio to a plain
//! query that adds up one column of every row.
#![allow(clippy::disallowed_methods, reason = "a stop-watch is what this is for")]

use std::error::Error;
use std::time::{Duration, Instant};

use huiyin_backend::failure::{Failure, Outcome};
use huiyin_backend::feedback::{csv, ledger, rows};
use huiyin_backend::here::Here;
use huiyin_backend::store::{Store, Tx, params, schema};
use huiyin_domain::channels::Channel;
use huiyin_domain::feedback::wire::LedgerFilter;
use huiyin_domain::feedback::{
    self, Because, DaysAllowed, Duty, Event, Kind, OpinionForm, Owner, Plan, ReasonCode, Said,
    Satisfaction, Sent, Submission, Theme, Timeliness, Verdict,
};
use huiyin_domain::ids::{CommunityId, DepartmentId, PlaceId, ResidentId, SubmissionId};
use huiyin_domain::residents::Viewer;
use huiyin_domain::time::{DAY_MS, Moment};

const COMMUNITY: CommunityId = CommunityId(1);
const N_RUNS: u32 = 7;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (file, n) = match &arguments[..] {
        [file] => (file, 100_000),
        [file, n] => (file, n.parse()?),
        _ => return Err("expected FILE [N]".into()),
    };
    if std::path::Path::new(file).exists() {
        return Err(format!("{file} is there already").into());
    }
    let store = Store::open(&format!("sqlite:{file}"))?;
    store.migrate(schema::HISTORY)?;
    let now = Moment::parse("2026-11-23T10:00:00+08:00").ok_or("the beginning is no moment")?;
    for first in (1..=n).step_by(5_000) {
        store.write_now(move |tx| fill(tx, first..=n.min(first + 4_999), now))?;
    }
    let here = Here::new(COMMUNITY, Viewer::Guest, now);
    let plain = fastest(&store, plain_query)?;
    let mut answer = serde_json::json!({ "n": n, "plain_ms": millis(plain) });
    for (name, filter) in filters() {
        let asked = fastest(&store, move |tx| ledger::page(tx, &here, &filter, None).map(drop))?;
        answer[name] = report(asked, plain);
    }
    let all = LedgerFilter::default();
    let table = fastest(&store, move |tx| csv::table(tx, &here, &all).map(drop))?;
    answer["csv"] = report(table, plain);
    println!("{answer}");
    Ok(())
}

fn filters() -> [(&'static str, LedgerFilter); 4] {
    let all = LedgerFilter::default;
    [
        ("all", all()),
        ("overdue", LedgerFilter { overdue: true, ..all() }),
        ("theme", LedgerFilter { theme: Some(Theme::Parking), ..all() }),
        ("nothing", LedgerFilter { place: Some(PlaceId(99)), ..all() }),
    ]
}

fn report(asked: Duration, plain: Duration) -> serde_json::Value {
    let ratio = asked.as_secs_f64() / plain.as_secs_f64();
    serde_json::json!({ "ms": millis(asked), "ratio": (ratio * 10.0).round() / 10.0 })
}

fn millis(time: Duration) -> u128 {
    time.as_millis()
}

fn fastest(
    store: &Store,
    question: impl Fn(&mut Tx<'_>) -> Outcome<()> + Clone + Send + 'static,
) -> Result<Duration, Failure> {
    let mut fastest = Duration::MAX;
    for _ in 0..N_RUNS {
        let (question, began) = (question.clone(), Instant::now());
        store.read_now(move |tx| question(tx))?;
        fastest = fastest.min(began.elapsed());
    }
    Ok(fastest)
}

fn plain_query(tx: &mut Tx<'_>) -> Outcome<()> {
    let sql = "SELECT CAST(SUM(is_decided) AS BIGINT) FROM submissions WHERE community_id = $1";
    tx.rows(sql, params![COMMUNITY.0])?;
    Ok(())
}

fn fill(tx: &mut Tx<'_>, ids: std::ops::RangeInclusive<u32>, now: Moment) -> Outcome<()> {
    for id in ids {
        let submission = submission(id, now)?;
        rows::insert(tx, COMMUNITY, &submission, Some(ResidentId(id % 2_000)))?;
    }
    Ok(())
}

/// One of many: sent within two years, at a stage that its number says.
fn submission(id: u32, now: Moment) -> Outcome<Submission> {
    let sent_at = now.plus_millis(-i64::from(id * 7 % 730) * DAY_MS);
    let days = DaysAllowed::default();
    let form = OpinionForm {
        words: format!("第{id}盏楼道灯坏了三个月。晚上看不见台阶，老人不敢下楼。"),
        place: Some(PlaceId(id % 30)),
        ..OpinionForm::default()
    };
    let here = Here::new(COMMUNITY, Viewer::Guest, sent_at);
    let due = here.calendar.after_working_days(here.today(), days.decision);
    let owner = match id % 6 {
        0 => Owner::Office,
        n => Owner::Department { id: DepartmentId(n) },
    };
    let sent = Sent {
        what: Kind::Opinion,
        channel: Channel::App,
        content: form.parse()?,
        sent_at,
        days,
        duty: Duty { owner, due },
        first_due: due,
    };
    let begun = feedback::begin(SubmissionId(id), &sent);
    let theme = Theme::ALL[id as usize % Theme::ALL.len()];
    let mut events = vec![Event::Sorted { theme, place: Some(PlaceId(id % 30)) }];
    if !id.is_multiple_of(5) {
        let timeliness =
            if id.is_multiple_of(4) { Timeliness::Late { n_days: 3 } } else { Timeliness::InTime };
        let verdict = verdict(id, due)?;
        events.push(Event::Answered { by: owner, verdict, appeal_until: due, timeliness });
    }
    if id % 5 == 1 {
        let (satisfaction, channel) = (Satisfaction::Content, Channel::App);
        events.push(Event::Confirmed { satisfaction, channel });
    }
    Ok(events.iter().fold(begun, |before, event| feedback::apply(&before, event, sent_at)))
}

fn verdict(id: u32, by: huiyin_domain::time::Day) -> Outcome<Verdict> {
    let words = Said::parse("下周请电工来修。");
    let words = words.map_err(|_| Failure::Broken("no words".to_owned()))?;
    Ok(match id % 3 {
        0 => Verdict::Adopted { plan: Plan { words, by } },
        _ => Verdict::NotAdopted { because: Because { code: ReasonCode::NoMoney, words } },
    })
}
