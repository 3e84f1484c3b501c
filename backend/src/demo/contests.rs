//! The demo's own contests: one that collects, and one that votes, as if people had been there.

use huiyin_domain::ballots::wire::Cast as CastBallot;
use huiyin_domain::ballots::{BallotToken, Marks};
use huiyin_domain::contests::{Command, Phase, Reason, RulesForm, Screening};
use huiyin_domain::feedback;
use huiyin_domain::ids::{ContestId, ProposalId, SubmissionId, Version};
use huiyin_domain::money::Money;
use huiyin_domain::proposals;
use huiyin_domain::time::{DAY_MS, Moment};

use super::lots::Lots;
use super::wishes::{AUTUMN, SUMMER, Wish};
use super::{Cast, counting, stairs};
use crate::ballots::service as box_of_ballots;
use crate::contests::{rows, service};
use crate::failure::{Failure, Outcome};
use crate::feedback::service as answering;
use crate::here::Here;
use crate::proposals::{pages, service as proposing};
use crate::store::{Store, Tx};

/// How many of those without a letter have voted already.
const N_VOTED: usize = 31;

/// Builds both contests, the older one first.
pub fn build(store: &Store, cast: &Cast, now: Moment) -> Outcome<()> {
    let people = cast.clone();
    let (contest, keys) = store.write_now(move |tx| summer(tx, &people, now))?;
    let liked = SUMMER.map(|wish| wish.liked_by_percent);
    let lots = Lots::new("huiyin/demo/votes");
    vote(store, cast, contest, lots, (&keys, &liked), day(now, -2))?;
    let people = cast.clone();
    store.write_now(move |tx| autumn(tx, &people, now))?;
    let people = cast.clone();
    store.write_now(move |tx| stairs::build(tx, &people, now))
}

/// A moment so many days from now, at an hour of that day.
pub(super) fn day(now: Moment, days: i64) -> Moment {
    now.plus_millis(days * DAY_MS)
}

pub(super) fn form(title: &str, budget: &str, draw: &str, dates: [Moment; 4]) -> RulesForm {
    let [collecting, reviewing, voting, counting_from] = dates.map(Some);
    RulesForm {
        title: title.to_owned(),
        budget: budget.to_owned(),
        cap: "50000".to_owned(),
        votes_per_person: 3,
        co_signs_needed: 10,
        counting: Some(counting()),
        draw: draw.to_owned(),
        negative_list: "宗教设施和活动\n商业广告\n只归一户使用的设施\n已列入其他工程的项目"
            .to_owned(),
        screening: Screening::Meanwhile,
        collecting,
        reviewing,
        voting,
        counting_from,
        ..RulesForm::default()
    }
}

/// The contest that collects: twelve days old, with twenty days to go.
fn autumn(tx: &mut Tx<'_>, cast: &Cast, now: Moment) -> Outcome<()> {
    let dates = [day(now, -12), day(now, 20), day(now, 34), day(now, 44)];
    let form = form("2026秋季提案大赛", "15万", "2026-11-06 居委会公开摇号 5 2 8", dates);
    // One name is enough here, so that whoever tries the demo sees a proposal qualify.
    let form = RulesForm { co_signs_needed: 1, ..form };
    let contest = service::create(tx, &cast.organiser(day(now, -13)), &form)?;
    let mut lots = Lots::new("huiyin/demo/autumn");
    propose(tx, cast, contest, &AUTUMN, &mut lots, day(now, -11))?;
    Ok(())
}

/// The contest that votes: five days old, with nine days to go.
fn summer(tx: &mut Tx<'_>, cast: &Cast, now: Moment) -> Outcome<(ContestId, Vec<String>)> {
    let dates = [day(now, -45), day(now, -25), day(now, -5), day(now, 9)];
    let form = form("2026夏季提案大赛", "20万", "2026-10-02 居委会公开摇号 9 0 4", dates);
    let contest = service::create(tx, &cast.organiser(day(now, -46)), &form)?;
    let mut lots = Lots::new("huiyin/demo/summer");
    let proposed = propose(tx, cast, contest, &SUMMER, &mut lots, day(now, -44))?;
    let keys = shortlist(tx, &cast.organiser(day(now, -20)), &proposed, &SUMMER)?;
    let words = "会审结束，入围名单和计票规则公示七天";
    move_on(tx, &cast.organiser(day(now, -12)), contest, Phase::Notice, words)?;
    Ok((contest, keys))
}

/// Puts all on the shortlist at what they cost; their names on the ballot.
pub(super) fn shortlist(
    tx: &mut Tx<'_>,
    here: &Here,
    proposed: &[ProposalId],
    wishes: &[Wish],
) -> Outcome<Vec<String>> {
    let mut keys = Vec::new();
    for (id, wish) in proposed.iter().zip(wishes) {
        admit(tx, here, *id)?;
        let version = pages::page(tx, here, *id)?.version;
        let cost = Money::yuan(wish.reviewed_yuan());
        let shortlist = proposals::Command::Shortlist { cost };
        proposing::command(tx, here, *id, Some(version), shortlist)?;
        keys.push(id.to_string());
    }
    Ok(keys)
}

/// The office enters the next phase, with a reason.
pub(super) fn move_on(
    tx: &mut Tx<'_>,
    here: &Here,
    contest: ContestId,
    to: Phase,
    words: &str,
) -> Outcome<()> {
    let version = rows::load(tx, here.community, contest)?.version;
    let command = Command::MoveOn { to, reason: reason(words)? };
    service::command(tx, here, contest, version, command).map(drop)
}

/// What too few have co-signed goes to review all the same.
fn admit(tx: &mut Tx<'_>, here: &Here, id: ProposalId) -> Outcome<()> {
    let page = pages::page(tx, here, id)?;
    if page.stage == proposals::Stage::CoSigning {
        let reason = reason("联名差几个人,但事关安全,一起送会审。")?;
        let admit = proposals::Command::Admit { reason };
        proposing::command(tx, here, id, Some(page.version), admit)?;
    }
    Ok(())
}

/// A reason of the office.
pub(super) fn reason(words: &str) -> Outcome<Reason> {
    Reason::parse(words).map_err(|_| Failure::Broken("an empty reason".to_owned()))
}

/// Sends the wishes, each by a neighbour of its own, and lets others co-sign.
pub(super) fn propose(
    tx: &mut Tx<'_>,
    cast: &Cast,
    contest: ContestId,
    wishes: &[Wish],
    lots: &mut Lots,
    since: Moment,
) -> Outcome<Vec<ProposalId>> {
    let mut proposed = Vec::new();
    for (place, wish) in wishes.iter().enumerate() {
        let at = since.plus_millis(place as i64 * DAY_MS / 2);
        let author = Cast::other(place * 5);
        let sent = proposing::submit(tx, &cast.resident(author, at), contest, &wish.form())?;
        acknowledge(tx, cast, sent.id, at)?;
        for (minutes, neighbour) in supporters(lots, cast, author, wish) {
            let here = cast.resident(neighbour, at.plus_millis(minutes * 60_000));
            proposing::command(tx, &here, sent.id, None, proposals::Command::CoSign)?;
        }
        proposed.push(sent.id);
    }
    Ok(proposed)
}

/// The first word to its author, a day later.
pub(super) fn acknowledge(
    tx: &mut Tx<'_>,
    cast: &Cast,
    id: ProposalId,
    sent: Moment,
) -> Outcome<()> {
    let (here, id) = (cast.organiser(day(sent, 1)), SubmissionId(id.0));
    let words = "提案收到了。居委会在会审时讨论，结果会告诉您。".to_owned();
    let command = feedback::Command::Acknowledge { words };
    answering::command(tx, &here, id, Some(Version::FIRST), command).map(drop)
}

/// Who co-signs, and how many minutes after it was sent: within six days.
fn supporters(lots: &mut Lots, cast: &Cast, author: usize, wish: &Wish) -> Vec<(i64, usize)> {
    let neighbours = (0..cast.n_others()).map(Cast::other).filter(|place| *place != author);
    let mut supporters = Vec::new();
    for neighbour in neighbours {
        if lots.happens(wish.liked_by_percent) {
            let minutes = i64::try_from(lots.below(6 * 24 * 60)).unwrap_or_default();
            supporters.push((minutes, neighbour));
        }
    }
    supporters.sort_unstable();
    supporters
}

/// Some neighbours have voted for what stands on the ballot, the more liked the likelier. Handing
/// out and casting are never in one transaction, not here either.
pub(super) fn vote(
    store: &Store,
    cast: &Cast,
    contest: ContestId,
    mut lots: Lots,
    on_ballot: (&[String], &[u64]),
    at: Moment,
) -> Outcome<()> {
    let voters: Vec<usize> = (0..N_VOTED.min(cast.n_others())).map(Cast::other).collect();
    let ballots: Vec<CastBallot> = voters.iter().map(|_| ballot(&mut lots, on_ballot)).collect();
    let (people, handed) = (cast.clone(), ballots.clone());
    store.write_now(move |tx| {
        for (voter, ballot) in voters.iter().zip(&handed) {
            let here = people.resident(*voter, at);
            box_of_ballots::hand_out(tx, &here, contest, &ballot.token.stamp())?;
        }
        Ok::<_, Failure>(())
    })?;
    let community = cast.community;
    store.write_now(move |tx| {
        for ballot in &ballots {
            let stamp = ballot.token.stamp();
            box_of_ballots::cast(tx, community, contest, &stamp, ballot, at)?;
        }
        Ok(())
    })
}

fn ballot(lots: &mut Lots, (keys, liked): (&[String], &[u64])) -> CastBallot {
    let mut weights = liked.to_vec();
    let n_choices = lots.weighted(&[1, 4, 8, 18]);
    let mut choices = Vec::new();
    for _ in 0..n_choices {
        let place = lots.weighted(&weights);
        weights[place] = 0;
        choices.extend(keys.get(place).cloned());
    }
    let choices = Marks::Names(choices);
    CastBallot { token: BallotToken::new(lots.bytes()), sequence: 1, choices }
}
