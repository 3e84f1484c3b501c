//! Delivery: from what won to the report, with a public book and the residents' word.

use huiyin_domain::contests::{Command as Contests, Phase};
use huiyin_domain::delivery::wire::{BeginForm, OfficeProjects, ProjectList, ProjectPage};
use huiyin_domain::delivery::{
    Command, DeliveryRefusal, ForWhat, MilestoneTitle, Payment, Planned, Receipt, Says, StageKind,
};
use huiyin_domain::desk::{Today, Waits};
use huiyin_domain::feedback::{self, StageKind as Promise};
use huiyin_domain::ids::ProposalId;
use huiyin_domain::money::Money;
use huiyin_domain::notices::Why;
use huiyin_domain::proposals::Stage;
use huiyin_domain::refusals::Refusal;
use huiyin_domain::time::{Day, parse_day};

use crate::lifecycle::{differences, told};
use crate::people::{Answer, Person, here};
use crate::submissions::{deliver, said};
use crate::votes::{Voter, reason};
use crate::world::{World, on_each_engine, start};

pub(crate) fn at(id: u32, rest: &str) -> String {
    here(&format!("/projects/{id}{rest}"))
}

/// So many days after the stories begin; by then votes have been counted.
pub(crate) fn in_days(days: i64) -> Day {
    start().plus_millis(days * huiyin_domain::time::DAY_MS).in_china().date()
}

pub(crate) fn plan(title: &str, due: Day) -> Vec<Planned> {
    vec![Planned { title: MilestoneTitle::parse(title).unwrap(), due }]
}

/// The first of wang's proposals has won, and the result stands. Its contest and number.
pub(crate) async fn won(world: &World) -> (u32, u32) {
    let vote = world.voting().await;
    let [first, ..] = vote.proposals;
    Voter::new(1).vote(world, "li", &vote, &[first]).await;
    world.enter(vote.contest, &[Phase::Counting]).await;
    for command in [Contests::Count, Contests::Publish] {
        assert_eq!(world.organise(vote.contest, &command).await.status, 200);
    }
    world.enter(vote.contest, &[Phase::Results]).await;
    (vote.contest, first)
}

pub(crate) async fn begin(world: &World, id: u32) -> Answer {
    let plan = plan("买材料", in_days(120));
    let form = BeginForm { proposal: ProposalId(id), plan };
    world.organiser().await.post(&here("/projects"), &form).await
}

pub(crate) async fn ask(person: &Person, id: u32, command: &Command) -> Answer {
    let page: ProjectPage = person.get(&at(id, "")).await.ok();
    person.command(&at(id, "/commands"), page.version.0, command).await
}

pub(crate) async fn act(person: &Person, id: u32, command: &Command) -> ProjectPage {
    ask(person, id, command).await.ok()
}

pub(crate) fn pay(yuan: u64, on: Day) -> Command {
    let words = ForWhat::parse("材料").unwrap();
    let receipt = Receipt::parse("发票 12").unwrap();
    let amount = Money::yuan(yuan);
    Command::Pay { payment: Payment { amount, on, words, receipt, photos: Vec::new() } }
}

/// What waits at the desk.
async fn waits(office: &Person) -> Vec<Waits> {
    let today: Today = office.get(&here("/desk/today")).await.ok();
    today.items.into_iter().map(|row| row.waits).collect()
}

async fn promise(world: &World, id: u32) -> Promise {
    world.submission(&world.guest(), id).await.submission.stage.kind()
}

#[test]
fn what_won_becomes_a_project_and_our_promise_follows_it() {
    on_each_engine(async |world| {
        let (contest, id) = won(world).await;
        let office = world.organiser().await;
        let waiting: OfficeProjects = office.get(&here("/projects/waiting")).await.ok();
        assert!(waiting.to_begin.iter().any(|row| row.id.0 == id && row.can_begin));
        let to_begin = Waits::ToBegin { id: ProposalId(id), title: "加装扶手".to_owned() };
        assert!(waits(&office).await.contains(&to_begin));
        let page: ProjectPage = begin(world, id).await.ok();
        assert!(!waits(&office).await.contains(&to_begin));
        assert_eq!(page.stage.kind(), StageKind::Underway);
        assert!(!page.team.authors.is_empty());
        let stage = world.proposal(&world.guest(), id).await.stage;
        assert_eq!(stage, Stage::InDelivery { award: page.spending.award });
        assert_eq!(promise(world, id).await, Promise::InDelivery);
        // There is one truth: what became a project is not delivered past it.
        let past = world.ask(&office, id, &deliver()).await.refusal();
        let why = DeliveryRefusal::FollowsItsProject { project: ProposalId(id) };
        assert_eq!(past, Refusal::Delivery { why });

        let today = page.now.in_china().date();
        let page = act(&office, id, &pay(100, today)).await;
        let dear = ask(&office, id, &pay(1_000_000, today)).await.refusal();
        let why = DeliveryRefusal::AboveAward { left: page.spending.left };
        assert_eq!(dear, Refusal::Delivery { why });
        let until = page.now.plus_millis(7 * huiyin_domain::time::DAY_MS).in_china().date();
        let finish = Command::Finish { words: said("装好了"), photos: Vec::new(), until };
        act(&office, id, &finish).await;
        assert_eq!(promise(world, id).await, Promise::Delivered);

        let li = world.resident("li").await;
        let says = Says::NotDone { words: said("还缺一段") };
        let page = act(&li, id, &Command::Say { says: says.clone() }).await;
        assert_eq!((page.n_done, page.n_not_done, page.n_unanswered), (0, 1, 1));
        let twice = ask(&li, id, &Command::Say { says }).await.refusal();
        assert_eq!(twice, Refusal::Delivery { why: DeliveryRefusal::SaidAlready });
        let close = Command::Close { done: said("装了三段"), learnt: said("早点问邻居") };
        let early = ask(&office, id, &close).await.refusal();
        assert_eq!(early, Refusal::Delivery { why: DeliveryRefusal::AcceptanceOpen { until } });
        act(&office, id, &Command::Answer { n: 1, words: said("明天补上") }).await;
        let (why, event) = told(&li).await.remove(0);
        assert!(matches!(event, feedback::Event::InProject { .. }));
        assert!(matches!(why, Why::Followed | Why::CoSigned | Why::Sent));

        let moved = world.organise(contest, &crate::votes::move_on(Phase::Implementing)).await;
        assert_eq!(moved.status, 200);
        let ended = world.organise(contest, &crate::votes::move_on(Phase::Closed)).await.refusal();
        assert!(matches!(
            ended,
            Refusal::Delivery { why: DeliveryRefusal::ProjectsNotEnded { .. } }
        ));
        assert_eq!(differences(world), []);
    });
}

#[test]
fn only_what_won_is_begun_and_only_by_the_office() {
    on_each_engine(async |world| {
        let (_, id) = won(world).await;
        let plan = plan("买材料", in_days(120));
        let form = BeginForm { proposal: ProposalId(id), plan };
        let li = world.resident("li").await;
        assert_eq!(li.post(&here("/projects"), &form).await.refusal(), Refusal::OrganiserOnly);
        let guest = world.guest().post(&here("/projects"), &form).await;
        assert_eq!(guest.refusal(), Refusal::SignInFirst);
        let past = BeginForm { plan: self::plan("早", parse_day("2026-01-01").unwrap()), ..form };
        let past = world.organiser().await.post(&here("/projects"), &past).await.refusal();
        assert!(matches!(
            past,
            Refusal::Delivery { why: DeliveryRefusal::MilestonePast { n: 1, .. } }
        ));
        assert_eq!(begin(world, id).await.status, 201);
        assert!(matches!(begin(world, id).await.refusal(), Refusal::NotAtThisStage { .. }));
    });
}

#[test]
fn a_stopped_project_answers_its_author_with_the_reason() {
    on_each_engine(async |world| {
        let (_, id) = won(world).await;
        let _: ProjectPage = begin(world, id).await.ok();
        let office = world.organiser().await;
        let stop =
            Command::Stop { reason: reason("有管线"), rest: reason("退回大赛资金") };
        let page = act(&office, id, &stop).await;
        assert_eq!(page.stage.kind(), StageKind::Stopped);
        let stage = world.proposal(&world.guest(), id).await.stage;
        assert!(matches!(stage, Stage::Stopped { .. }));
        assert_eq!(promise(world, id).await, Promise::Answered);
        let list: ProjectList = world.guest().get(&here("/projects")).await.ok();
        assert_eq!(list.items.len(), 1);
        assert_eq!(differences(world), []);
    });
}

#[test]
fn a_neighbour_joins_by_the_authors_word_and_nobody_reads_who_asks() {
    on_each_engine(async |world| {
        let (_, id) = won(world).await;
        let _: ProjectPage = begin(world, id).await.ok();
        let sun = world.resident("sun").await;
        let page = act(&sun, id, &Command::Ask).await;
        assert!(page.team.has_asked && page.team.asking.is_empty());
        let asks = Waits::Joining { id: ProposalId(id), n: 1, title: "加装扶手".to_owned() };
        assert!(waits(&world.organiser().await).await.contains(&asks));
        let seen: ProjectPage = world.organiser().await.get(&at(id, "")).await.ok();
        let [row] = &seen.team.asking[..] else { panic!("one asks") };
        let let_in = Command::LetIn { resident: row.resident };
        act(&world.organiser().await, id, &let_in).await;
        assert!(!waits(&world.organiser().await).await.contains(&asks));
        let page: ProjectPage = sun.get(&at(id, "")).await.ok();
        assert!(page.team.is_mine);
        let report =
            Command::Report { words: said("量好了"), photos: Vec::new(), reached: None };
        assert_eq!(act(&sun, id, &report).await.reports.len(), 1);
        assert_eq!(differences(world), []);
    });
}
