//! The projects of the demo's season: each winner is carried out a little further than the next.

use huiyin_domain::delivery::wire::BeginForm;
use huiyin_domain::delivery::{Command, ForWhat, MilestoneTitle, Payment, Planned, Receipt, Says};
use huiyin_domain::feedback::Said;
use huiyin_domain::ids::{ContestId, ProposalId, Version};
use huiyin_domain::money::Money;
use huiyin_domain::proposals::{Proposal, Stage};
use huiyin_domain::time::{Day, Moment};

use super::Cast;
use super::contests::day;
use crate::delivery::{rows, service};
use crate::failure::{Failure, Outcome};
use crate::here::Here;
use crate::proposals::rows as proposals;
use crate::store::Tx;

// The days of the work, counted from the one on which it begins.
const STEP: i64 = 2;
const PAID: i64 = 3;
const DONE: i64 = 4;
const SAID: i64 = 5;
const UNTIL: i64 = 9;
const ENDED: i64 = 11;

/// The words of the season, which are not a real office's.
const STEPS: [&str; 2] = ["定下施工的人和材料", "施工和清场"];

/// How far a project is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Far {
    /// Its plan stands.
    Begun,
    /// A step is done and paid for.
    Underway,
    /// Residents look at it.
    LookedAt,
    /// It is closed, with its report.
    Closed,
}

/// All winners are carried out to their end; the work began on this day.
pub(super) fn carry_out(
    tx: &mut Tx<'_>,
    cast: &Cast,
    contest: ContestId,
    begun: Moment,
) -> Outcome<()> {
    for proposal in winners(tx, cast, contest)? {
        work(tx, cast, &proposal, begun, Far::Closed)?;
    }
    Ok(())
}

/// One winner is looked at by residents, one is underway, the next has only begun, and what else
/// has won still waits for its plan.
pub(super) fn half_way(
    tx: &mut Tx<'_>,
    cast: &Cast,
    contest: ContestId,
    begun: Moment,
) -> Outcome<()> {
    let far = [Far::LookedAt, Far::Underway, Far::Begun];
    for (proposal, far) in winners(tx, cast, contest)?.iter().zip(far) {
        work(tx, cast, proposal, begun, far)?;
    }
    Ok(())
}

fn winners(tx: &mut Tx<'_>, cast: &Cast, contest: ContestId) -> Outcome<Vec<Proposal>> {
    let mut all = proposals::on_ballot(tx, cast.community, contest)?;
    all.retain(|proposal| matches!(proposal.stage, Stage::Won { .. }));
    Ok(all)
}

fn work(tx: &mut Tx<'_>, cast: &Cast, proposal: &Proposal, begun: Moment, far: Far) -> Outcome<()> {
    let id = proposal.id;
    let office = |days| cast.organiser(day(begun, days));
    let date = |days| day(begun, days).in_china().date();
    let plan = STEPS.iter().zip([date(STEP + 1), date(UNTIL)]).map(planned);
    let form = BeginForm { proposal: id, plan: plan.collect::<Outcome<_>>()? };
    service::begin(tx, &office(0), &form)?;
    if far >= Far::Underway {
        let award = proposal.stage.cost().unwrap_or(Money::fen(0));
        act(tx, &office(STEP), id, report("施工的人定了,材料看过了。", Some(1))?)?;
        act(tx, &office(PAID), id, pay(award, date(PAID))?)?;
    }
    if far >= Far::LookedAt {
        let words = said("装好了,场地清过了,请大家来看看。")?;
        let finish = Command::Finish { words, photos: Vec::new(), until: date(UNTIL) };
        act(tx, &office(DONE), id, finish)?;
        let is_done = Says::Done { words: Some(said("比原来好用多了。")?) };
        let is_not = Says::NotDone { words: said("旁边还有一袋沙子没有拉走。")? };
        for (neighbour, says) in [(7, is_done), (8, is_not)] {
            let here = cast.resident(Cast::other(neighbour), day(begun, SAID));
            service::command(tx, &here, id, None, Command::Say { says })?;
        }
    }
    if far >= Far::Closed {
        let words = said("第二天上午拉走了,谢谢提醒。")?;
        act(tx, &office(SAID + 1), id, Command::Answer { n: 2, words })?;
        let done = said("按计划做完,比预算少花了一些。")?;
        let learnt = said("开工前先贴通知,邻居就少问一半。")?;
        act(tx, &office(ENDED), id, Command::Close { done, learnt })?;
    }
    Ok(())
}

fn act(tx: &mut Tx<'_>, here: &Here, id: ProposalId, command: Command) -> Outcome<()> {
    let version: Version = rows::load(tx, here.community, id)?.version;
    service::command(tx, here, id, Some(version), command).map(drop)
}

fn planned((title, due): (&&str, Day)) -> Outcome<Planned> {
    let title = MilestoneTitle::parse(title).map_err(|_| unsaid(title))?;
    Ok(Planned { title, due })
}

fn report(words: &str, reached: Option<u32>) -> Outcome<Command> {
    Ok(Command::Report { words: said(words)?, photos: Vec::new(), reached })
}

/// Most of the award: the rest goes back.
fn pay(award: Money, on: Day) -> Outcome<Command> {
    let amount = Money::fen(award.in_fen() / 10 * 9);
    let words = ForWhat::parse("材料和人工").map_err(|_| unsaid("材料和人工"))?;
    let receipt = Receipt::parse("发票 20261108").map_err(|_| unsaid("发票 20261108"))?;
    Ok(Command::Pay { payment: Payment { amount, on, words, receipt, photos: Vec::new() } })
}

fn said(words: &str) -> Outcome<Said> {
    Said::parse(words).map_err(|_| unsaid(words))
}

fn unsaid(words: &str) -> Failure {
    Failure::Broken(format!("the demo cannot say {words}"))
}
