//! A contest with ten thousand proposals: what its list, its filters and its titles cost.
//!
//! `bench_proposals FILE [N]` fills a database file that does not exist yet, and prints one line of
//! JSON: microseconds and bytes of each answer, the fastest of several runs, and their ratio to a
//! plain query that adds up one column of every row. `bench_proposals FILE N into CONTEST` only
//! fills a contest that collects, in a database that is there: a demo's.
//!
//! All is sent and co-signed as residents do it, through the services and with the record.
#![allow(clippy::disallowed_methods, reason = "a stop-watch is what this is for")]

use std::error::Error;
use std::ops::RangeInclusive;
use std::path::Path;
use std::time::{Duration, Instant};

use huiyin_backend::clock::Clock;
use huiyin_backend::failure::{Failure, Outcome};
use huiyin_backend::here::Here;
use huiyin_backend::proposals::list::{self, Query, Sort};
use huiyin_backend::proposals::{rows, service as proposing};
use huiyin_backend::store::{Store, Tx, params, schema};
use huiyin_backend::{communities, contests, residents};
use huiyin_domain::communities::{Bilingual, Community};
use huiyin_domain::contests::{RulesForm, Screening};
use huiyin_domain::ids::{CommunityId, ContestId, ResidentId, StaffId};
use huiyin_domain::proposals::wire::ProposalCard;
use huiyin_domain::proposals::{ProposalForm, StageKind};
use huiyin_domain::residents::{StaffRole, Viewer};
use huiyin_domain::time::{DAY_MS, Moment};

const N_RUNS: u32 = 9;
const N_RESIDENTS: u32 = 500;
/// Proposals in one transaction.
const AT_ONCE: u32 = 250;
/// Proposals have less than so many names under them.
const CO_SIGNS: u32 = 12;

/// Where proposals are sent, and by whom: residents number one to the last.
#[derive(Clone, Copy)]
struct Ground {
    community: CommunityId,
    contest: ContestId,
    n_residents: u32,
    now: Moment,
}

/// One thing a phone asks for.
#[derive(Clone)]
enum Question {
    /// The same twenty rows and nothing else.
    BareRows,
    List(Query),
    Count,
    Titles,
    Near(&'static str),
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (file, n, into) = match words[..] {
        [file] => (file, 10_000, None),
        [file, n] => (file, n.parse::<u32>()?, None),
        [file, n, "into", contest] => (file, n.parse::<u32>()?, Some(ContestId(contest.parse()?))),
        _ => return Err("expected FILE [N [into CONTEST]]".into()),
    };
    if Path::new(file).exists() != into.is_some() {
        return Err(format!("is {file} a new file, or one to be filled? See the head").into());
    }
    let store = Store::open(&format!("sqlite:{file}"))?;
    let now = Clock::Real.now();
    let ground = match into {
        Some(contest) => store.read_now(move |tx| found(tx, contest, now))?,
        None => {
            store.migrate(schema::HISTORY)?;
            store.write_now(move |tx| made(tx, now))?
        }
    };
    for first in (1..=n).step_by(AT_ONCE as usize) {
        let numbers = first..=n.min(first + AT_ONCE - 1);
        store.write_now(move |tx| fill(tx, ground, numbers.clone()))?;
    }
    if into.is_none() {
        println!("{}", measured(&store, ground, n)?);
    }
    Ok(())
}

/// A new community with a contest that collects.
fn made(tx: &mut Tx<'_>, now: Moment) -> Outcome<Ground> {
    let both = |text: &str| Bilingual { zh: text.to_owned(), en: text.to_owned() };
    let community = Community {
        id: CommunityId(0),
        slug: "many".to_owned(),
        name: both("梧桐里社区"),
        hot_line: "021-5555 0128".to_owned(),
        hot_line_hours: both("9:00–17:00"),
        office: both("梧桐路88弄1号"),
    };
    let community = communities::service::create(tx, &community)?;
    for n in 1..=N_RESIDENTS {
        residents::service::register(tx, community, &format!("{n}号邻居"), now)?;
    }
    let organiser = Viewer::Staff { id: StaffId(1), role: StaffRole::Organiser };
    let day = |days: i64| Some(now.plus_millis(days * DAY_MS));
    let form = RulesForm {
        title: "一万个提案".to_owned(),
        budget: "20万".to_owned(),
        cap: "50000".to_owned(),
        votes_per_person: 3,
        co_signs_needed: 10,
        draw: "2026-10-02 居委会公开摇号 9 0 4".to_owned(),
        negative_list: "宗教设施\n商业广告".to_owned(),
        screening: Screening::Meanwhile,
        collecting: day(-1),
        reviewing: day(30),
        voting: day(45),
        counting_from: day(60),
        ..RulesForm::default()
    };
    let here = Here::new(community, organiser, now);
    let contest = contests::service::create(tx, &here, &form)?;
    Ok(Ground { community, contest, n_residents: N_RESIDENTS, now })
}

/// The first community of a database, with a contest that it has.
fn found(tx: &mut Tx<'_>, contest: ContestId, now: Moment) -> Outcome<Ground> {
    let all = communities::service::list(tx)?.items;
    let community = all.first().ok_or(Failure::MISSING)?.id;
    contests::rows::load(tx, community, contest)?;
    let sql = "SELECT COUNT(*) FROM residents WHERE community_id = $1";
    let n = tx.first(sql, params![community.0])?.ok_or(Failure::MISSING)?.int(0)?;
    let n_residents = u32::try_from(n).map_err(|_| Failure::Broken(format!("{n} residents")))?;
    Ok(Ground { community, contest, n_residents, now })
}

fn fill(tx: &mut Tx<'_>, ground: Ground, numbers: RangeInclusive<u32>) -> Outcome<()> {
    let here = |place: u32| {
        let id = ResidentId(1 + place % ground.n_residents);
        (id, Here::new(ground.community, Viewer::Resident { id }, ground.now))
    };
    for n in numbers {
        let (_, author) = here(n);
        let sent = proposing::submit(tx, &author, ground.contest, &form(n))?;
        for k in 1..=n * 7 % CO_SIGNS {
            let (id, neighbour) = here(n + k);
            rows::co_sign(tx, &neighbour, sent.id, id)?;
        }
        proposing::settle(tx, &author, sent.id)?;
    }
    Ok(())
}

/// One of many, each at a place of its own.
fn form(n: u32) -> ProposalForm {
    const WHAT: [&str; 12] = [
        "台阶装扶手",
        "楼道换感应灯",
        "划非机动车停车线",
        "建电动车充电桩",
        "修漏水的雨水管",
        "放两张长椅",
        "装晾衣架",
        "种月季花",
        "铺防滑地砖",
        "装垃圾投放点雨棚",
        "修儿童滑梯",
        "装无障碍坡道",
    ];
    let what = WHAT[(n * 5 % 12) as usize];
    let place = format!("{}号楼{}单元", 1 + n % 97, 1 + n % 4);
    ProposalForm {
        title: format!("给{place}门口{what}"),
        requests: format!("{what}\n做好以后请人来看一看"),
        place,
        why: "楼里老人多，每天都要从这里走，晚上看不清，下雨又滑。".to_owned(),
        cost: (1_000 + n % 40 * 500).to_string(),
        ..ProposalForm::default()
    }
}

/// What everything costs, as one line of JSON.
fn measured(store: &Store, ground: Ground, n: u32) -> Result<serde_json::Value, Failure> {
    let plain = fastest(store, move |tx| plain_query(tx, ground))?.0;
    let mut answer = serde_json::json!({ "n": n, "plain_us": micros(plain) });
    let middle = store.read_now(move |tx| middle(tx, ground, n))?;
    for (name, question) in questions(middle) {
        let (took, n_bytes) = fastest(store, move |tx| ask(tx, ground, &question))?;
        let ratio = took.as_secs_f64() / plain.as_secs_f64();
        answer[name] = serde_json::json!({
            "us": micros(took),
            "ratio": (ratio * 100.0).round() / 100.0,
            "bytes": n_bytes,
        });
    }
    Ok(answer)
}

fn questions(middle: Option<String>) -> [(&'static str, Question); 9] {
    let list = |sort| Question::List(Query { sort, ..Query::default() });
    let at = |stage| Question::List(Query { stage: Some(stage), ..Query::default() });
    [
        ("bare", Question::BareRows),
        ("newest", list(Sort::Newest)),
        ("co_signs", list(Sort::CoSigns)),
        ("middle", Question::List(Query { after: middle, ..Query::default() })),
        ("qualified", at(StageKind::Qualified)),
        ("nothing", at(StageKind::Withdrawn)),
        ("count", Question::Count),
        ("titles", Question::Titles),
        ("near", Question::Near("3号楼门口想装一个扶手")),
    ]
}

/// The answer's bytes, before they are packed.
fn ask(tx: &mut Tx<'_>, ground: Ground, question: &Question) -> Outcome<usize> {
    let here = Here::new(ground.community, Viewer::Guest, ground.now);
    let contest = ground.contest;
    let json = match question {
        Question::BareRows => serde_json::to_string(&bare_rows(tx, ground)?)?,
        Question::List(query) => serde_json::to_string(&list::list(tx, &here, contest, query)?)?,
        Question::Count => {
            let counts = contests::rows::count_proposals(tx, ground.community, contest)?;
            counts.n_proposals.to_string()
        }
        Question::Titles => serde_json::to_string(&list::titles(tx, &here, contest)?)?,
        Question::Near(typed) => {
            serde_json::to_string(&list::titles_like(tx, &here, contest, typed)?)?
        }
    };
    Ok(json.len())
}

fn bare_rows(tx: &mut Tx<'_>, ground: Ground) -> Outcome<Vec<ProposalCard>> {
    let found = tx.rows(
        "SELECT state, n_co_signs FROM proposals
         WHERE community_id = $1 AND contest_id = $2 ORDER BY proposal_id DESC LIMIT 20",
        params![ground.community.0, ground.contest.0],
    )?;
    found.iter().map(rows::card).collect()
}

/// Where the list goes on after its first half.
fn middle(tx: &mut Tx<'_>, ground: Ground, n: u32) -> Outcome<Option<String>> {
    let here = Here::new(ground.community, Viewer::Guest, ground.now);
    let mut query = Query { limit: Some(100), ..Query::default() };
    for _ in 0..n / 200 {
        query.after = list::list(tx, &here, ground.contest, &query)?.next;
    }
    Ok(query.after)
}

fn plain_query(tx: &mut Tx<'_>, ground: Ground) -> Outcome<usize> {
    let sql = "SELECT CAST(SUM(version) AS BIGINT) FROM proposals
               WHERE community_id = $1 AND contest_id = $2";
    Ok(tx.rows(sql, params![ground.community.0, ground.contest.0])?.len())
}

fn micros(time: Duration) -> u128 {
    time.as_micros()
}

/// The time of the fastest run, and what it gave.
fn fastest(
    store: &Store,
    question: impl Fn(&mut Tx<'_>) -> Outcome<usize> + Clone + Send + 'static,
) -> Result<(Duration, usize), Failure> {
    let (mut fastest, mut n_bytes) = (Duration::MAX, 0);
    for _ in 0..N_RUNS {
        let (question, began) = (question.clone(), Instant::now());
        n_bytes = store.read_now(move |tx| question(tx))?;
        fastest = fastest.min(began.elapsed());
    }
    Ok((fastest, n_bytes))
}
