//! What the story of a season is made of: thirty people, what they ask for, how the office and the
//! departments look at it, how they vote, and how what won is carried out.

use huiyin_domain::contests::{RulesForm, Screening};
use huiyin_domain::counting::{CountingRule, Utility};
use huiyin_domain::delivery::wire::{BeginForm, ProjectPage};
use huiyin_domain::delivery::{Command as Works, ForWhat, Planned, Says, StageKind};
use huiyin_domain::entering::ProposalEntry;
use huiyin_domain::helping::Scope;
use huiyin_domain::ids::{ContestId, DepartmentId, LetterBatchId, ProposalId, ResidentId};
use huiyin_domain::money::Money;
use huiyin_domain::proposals::wire::{Invitation, InviteForm, Join, ProposalPage, Submitted};
use huiyin_domain::proposals::{Command, Finding, Stage};
use huiyin_domain::refusals::Refusal;
use huiyin_domain::register::letters::{BatchForm, BatchPage, ChunkForm, MadeLetters, next_chunk};
use huiyin_domain::register::wire::Imported;
use huiyin_domain::residents::wire::{SignIn, SignedIn};
use huiyin_domain::time::{Day, parse_day};
use huiyin_domain::web_address::WebAddress;
use serde::Deserialize;

use crate::delivery as works;
use crate::entering::on_paper;
use crate::helping::{acting, offer};
use crate::lifecycle::{act, ask, edit};
use crate::people::{Person, here};
use crate::register::take_in;
use crate::submissions::said;
use crate::votes::{Voter, contest_at, contest_form, proposal_at, proposal_form, reason};
use crate::world::{World, start};

/// The property company and those who keep the streets in order.
const PROPERTY: u32 = 1;
const ORDER: u32 = 2;
/// What the building of everybody new is called.
const BUILDING: &str = "5号楼";

/// What was asked for in the season, by number.
#[derive(Clone, Copy)]
pub(crate) struct Asked {
    /// Of wang and qian: it is sent back, mended, and wins.
    pub(crate) rail: u32,
    /// Of li: it wins.
    pub(crate) lamps: u32,
    /// Of zhao: it comes on the reserve list.
    pub(crate) pipe: u32,
    /// Of zhou, on paper: it is not selected.
    pub(crate) bench: u32,
    /// Of wang: it is on the list of what cannot be funded.
    pub(crate) advert: u32,
    /// Of li: it goes on together with the rail.
    pub(crate) same: u32,
    /// Of zhao: it cannot be done.
    pub(crate) trees: u32,
}

impl Asked {
    pub(crate) fn all(&self) -> [u32; 7] {
        [self.rail, self.lamps, self.pipe, self.bench, self.advert, self.same, self.trees]
    }

    /// What can be voted for.
    pub(crate) fn on_ballot(&self) -> [u32; 4] {
        [self.rail, self.lamps, self.pipe, self.bench]
    }
}

/// The contest: screened first, and counted by the most votes.
pub(crate) fn season_form() -> RulesForm {
    RulesForm {
        screening: Screening::First,
        counting: Some(CountingRule::Greedy { utility: Utility::Cost }),
        ..contest_form()
    }
}

#[derive(Deserialize)]
struct Created {
    id: ContestId,
}

pub(crate) async fn opened(world: &World) -> u32 {
    let created: Created =
        world.organiser().await.post(&here("/contests"), &season_form()).await.ok();
    created.id.0
}

async fn with_code(world: &World, code: &str) -> Person {
    let letter = SignIn::Letter { code: code.to_owned() };
    let signed_in: SignedIn = world.guest().post(&here("/sessions"), &letter).await.ok();
    Person::new(world.router.clone(), Some(signed_in.token))
}

/// Everybody of the community: the six of the beginning, and twenty-four who are taken into the
/// register and sign in with the letters that were made for them.
pub(crate) async fn thirty(world: &World) -> Vec<Person> {
    let office = world.organiser().await;
    let rows: String = (1..=24).map(|n| format!("邻居{n:02},5,,{},,\r\n", 100 + n)).collect();
    let imported: Imported = take_in(&office, &rows).await;
    assert_eq!((imported.n_new, imported.n_refused), (24, 0));
    let form = BatchForm { buildings: vec![BUILDING.to_owned()], only_without: true };
    let batch: LetterBatchId = office.post(&here("/letters"), &form).await.ok();
    let mut people = Vec::new();
    for name in ["wang", "li", "zhao", "qian", "sun", "zhou"] {
        people.push(world.resident(name).await);
    }
    loop {
        let page: BatchPage = office.get(&here(&format!("/letters/{batch}"))).await.ok();
        let residents = next_chunk(&page.people);
        if residents.is_empty() {
            return people;
        }
        let sign_in = WebAddress::parse("https://huiyin.example/sign-in").unwrap();
        let form = ChunkForm { residents, again: false, sign_in };
        let path = here(&format!("/letters/{batch}/chunks"));
        let made: MadeLetters = office.post(&path, &form).await.ok();
        for letter in made.letters {
            people.push(with_code(world, &letter.letter.code.grouped()).await);
        }
    }
}

/// Seven proposals: six from the app, one of them with a second author, and one on paper.
pub(crate) async fn proposed(world: &World, contest: u32) -> Asked {
    let [wang, li, zhao] =
        [world.resident("wang").await, world.resident("li").await, world.resident("zhao").await];
    let entry = ProposalEntry {
        resident: ResidentId(6),
        received: on_paper(start()),
        form: proposal_form("修长椅"),
        is_another: false,
    };
    let path = contest_at(contest, "/proposals/entered");
    let paper: Submitted = world.organiser().await.post(&path, &entry).await.ok();
    let asked = Asked {
        rail: world.propose(&wang, contest, "加装扶手").await,
        lamps: world.propose(&li, contest, "换楼道灯").await,
        pipe: world.propose(&zhao, contest, "修雨水管").await,
        bench: paper.id.0,
        advert: world.propose(&wang, contest, "挂广告牌").await,
        same: world.propose(&li, contest, "门口装栏杆").await,
        trees: world.propose(&zhao, contest, "种四十棵树").await,
    };
    let path = proposal_at(asked.rail, "/invitations");
    let invited: Invitation = wang.post(&path, &InviteForm::default()).await.ok();
    let join = Join { code: invited.code };
    let qian = world.resident("qian").await;
    let page: ProposalPage = qian.post(&proposal_at(asked.rail, "/join"), &join).await.ok();
    assert_eq!(page.co_author_names, ["qian"]);
    asked
}

/// The office looks first: one is ruled out by the list, one sent back and mended, the rest pass.
pub(crate) async fn screened(world: &World, asked: &Asked) {
    let (office, wang) = (world.organiser().await, world.resident("wang").await);
    let rule_out = Command::RuleOut { item: 2, reason: reason("是商业广告") };
    let page = act(&office, asked.advert, &rule_out).await;
    let Stage::OutOfScope { item, .. } = page.stage else { panic!("it is out") };
    assert_eq!(item.as_str(), "商业广告");
    let what = reason("请写清楚是几单元");
    let page = act(&office, asked.rail, &Command::Return { what: what.clone() }).await;
    assert_eq!(page.stage, Stage::Returned { what });
    let mended = edit(&wang, asked.rail, proposal_form("在2单元加装扶手"), "").await;
    let mended: ProposalPage = mended.ok();
    assert_eq!((mended.stage, mended.text), (Stage::Submitted, 2));
    for id in [asked.rail, asked.lamps, asked.pipe, asked.bench, asked.same, asked.trees] {
        assert_eq!(act(&office, id, &Command::Pass).await.stage, Stage::CoSigning);
    }
}

/// Neighbours co-sign, and two proposals go on as one by the author's word.
pub(crate) async fn co_signed(world: &World, asked: &Asked) {
    let by = [
        (asked.same, ["sun", "zhao"]),
        (asked.lamps, ["wang", "zhao"]),
        (asked.pipe, ["wang", "li"]),
        (asked.bench, ["li", "zhao"]),
        (asked.trees, ["wang", "li"]),
    ];
    for (id, names) in by {
        for name in names {
            act(&world.resident(name).await, id, &Command::CoSign).await;
        }
        assert_eq!(world.proposal(&world.guest(), id).await.stage, Stage::Qualified);
    }
    let own = ask(&world.resident("qian").await, asked.rail, &Command::CoSign).await;
    assert_eq!(own.refusal(), Refusal::YourOwnProposal, "a second author writes it, too");

    let into = ProposalId(asked.rail);
    let merge = Command::OfferMerge { into, why: reason("要的是一样的东西") };
    act(&world.organiser().await, asked.same, &merge).await;
    let page = act(&world.resident("li").await, asked.same, &Command::AgreeMerge).await;
    assert_eq!(page.stage, Stage::MergedInto { into });
    for name in ["sun", "zhao"] {
        let path = proposal_at(asked.same, "/commands");
        let moved = world.resident(name).await.post(&path, &Command::MoveCoSign).await;
        assert_eq!(moved.status, 200, "{}", moved.text());
    }
    let rail = world.proposal(&world.guest(), asked.rail).await;
    assert_eq!((rail.stage, rail.n_co_signs), (Stage::Qualified, 2), "with the names that moved");
}

/// The third working day after the stories begin, a Friday.
fn due() -> Day {
    parse_day("2026-09-04").unwrap()
}

/// One department leads, the other is asked beside it; what the lead finds is the answer.
async fn review(world: &World, id: u32, (lead, other): (u32, u32), finding: &Finding) -> Stage {
    let others = vec![DepartmentId(other)];
    let send = Command::SendToReview { lead: DepartmentId(lead), others, due: due() };
    let page = act(&world.organiser().await, id, &send).await;
    assert_eq!(page.stage, Stage::UnderReview);
    let conclude = Command::Conclude { finding: finding.clone() };
    let lead = world.reviewer(lead).await;
    let early = ask(&lead, id, &conclude).await.refusal();
    assert_eq!(early, Refusal::OthersHaveNotAnswered { n: 1 });
    let department = DepartmentId(other);
    let assess = Command::Assess { department, finding: finding.clone() };
    act(&world.reviewer(other).await, id, &assess).await;
    act(&lead, id, &conclude).await.stage
}

/// Departments look at all that has qualified: four can be done, one cannot.
pub(crate) async fn reviewed(world: &World, asked: &Asked) {
    let found = [
        (asked.rail, (PROPERTY, ORDER), 3_000),
        (asked.lamps, (ORDER, PROPERTY), 2_000),
        (asked.pipe, (PROPERTY, ORDER), 4_000),
        (asked.bench, (ORDER, PROPERTY), 5_000),
    ];
    for (id, departments, yuan) in found {
        let cost = Money::yuan(yuan);
        let stage = review(world, id, departments, &Finding::Feasible { cost, months: 2 }).await;
        assert_eq!(stage, Stage::Shortlisted { cost, months: Some(2) });
    }
    let reason = reason("地下有燃气管线");
    let finding = Finding::NotFeasible { reason: reason.clone() };
    let stage = review(world, asked.trees, (ORDER, PROPERTY), &finding).await;
    assert_eq!(stage, Stage::NotFeasible { reason });
}

/// What the nth of the thirty votes for: 20, 15, 10 and 4 votes, and one blank ballot.
fn choice_of(n: usize, asked: &Asked) -> Vec<u32> {
    match (n % 3, n % 2) {
        _ if n == 29 => Vec::new(),
        (0, _) => vec![asked.rail, asked.lamps],
        (1, _) => vec![asked.rail, asked.pipe],
        (_, 0) => vec![asked.lamps],
        _ => vec![asked.bench],
    }
}

/// Thirty vote. One has changed her mind, and one who is helped with everything else votes herself.
pub(crate) async fn voted(world: &World, contest: u32, people: &[Person], asked: &Asked) {
    let (zhou, li) = (&people[5], &people[1]);
    let helper = acting(world, li, &offer(zhou, &Scope::ALL).await).await;
    let refused = Voter::new(90).take(&helper, contest).await.refusal();
    assert_eq!(refused, Refusal::HelperCannotVote);
    for (n, person) in people.iter().enumerate() {
        let voter = Voter::new(u8::try_from(n).unwrap());
        let taken = voter.take(person, contest).await;
        assert_eq!(taken.status, 200, "{}", taken.text());
        let choices = choice_of(n, asked);
        let first = if n == 1 { vec![asked.bench] } else { choices.clone() };
        let cast = voter.cast(world, contest, 1, &first).await;
        assert_eq!(cast.status, 200, "{}", cast.text());
        if n == 1 {
            let changed = voter.cast(world, contest, 2, &choices).await;
            assert_eq!(changed.status, 200, "{}", changed.text());
        }
    }
    assert_eq!(world.number("SELECT COUNT(*) FROM roll"), 30);
    assert_eq!(world.number("SELECT COUNT(*) FROM ballots"), 30);
}

/// What won becomes a project with two steps, and its authors are in the team.
pub(crate) async fn begun(world: &World, id: u32, authors: &[&str]) {
    let plan: Vec<Planned> =
        [works::plan("买材料", works::in_days(60)), works::plan("装好", works::in_days(90))]
            .concat();
    let form = BeginForm { proposal: ProposalId(id), plan };
    let page: ProjectPage = world.organiser().await.post(&here("/projects"), &form).await.ok();
    assert_eq!((page.team.authors.len(), page.plan.len()), (authors.len(), 2));
    assert_eq!(page.team.authors, authors);
}

/// A neighbour joins, money is paid and corrected in the open, and steps are reported as done.
pub(crate) async fn carried_out(world: &World, id: u32) {
    let (office, sun) = (world.organiser().await, world.resident("sun").await);
    act_on(&sun, id, &Works::Ask).await;
    let page: ProjectPage = world.resident("wang").await.get(&works::at(id, "")).await.ok();
    let [row] = &page.team.asking[..] else { panic!("one asks") };
    let let_in = Works::LetIn { resident: row.resident };
    let page = act_on(&world.resident("wang").await, id, &let_in).await;
    assert_eq!(page.team.joined, ["sun"]);

    let today = page.now.in_china().date();
    act_on(&office, id, &works::pay(1_200, today)).await;
    let dear = works::ask(&office, id, &works::pay(1_801, today)).await;
    assert_eq!(dear.status, 409, "{}", dear.text());
    act_on(&office, id, &works::pay(1_800, today)).await;
    let words = ForWhat::parse("退回一箱螺丝").unwrap();
    let correct = Works::Correct { of: 2, amount: Money::yuan(300), words };
    let page = act_on(&office, id, &correct).await;
    assert_eq!((page.entries.len(), page.spending.left), (3, Money::yuan(300)));

    let told = Works::Report { words: said("量好了"), photos: Vec::new(), reached: None };
    act_on(&sun, id, &told).await;
    for n in 1..=2 {
        let reached = Some(n);
        let report = Works::Report { words: said("这一步好了"), photos: Vec::new(), reached };
        act_on(&office, id, &report).await;
    }
    let page: ProjectPage = world.guest().get(&works::at(id, "")).await.ok();
    assert!(page.plan.iter().all(|step| step.reached.is_some()), "{:?}", page.plan);
    assert_eq!(page.reports.len(), 3);
}

/// Residents say what they think; the one who says that something is missing is answered.
pub(crate) async fn accepted(world: &World, id: u32, until: Day) {
    let office = world.organiser().await;
    let finish = Works::Finish { words: said("装好了"), photos: Vec::new(), until };
    act_on(&office, id, &finish).await;
    let done = Works::Say { says: Says::Done { words: None } };
    act_on(&world.resident("wang").await, id, &done).await;
    act_on(&world.resident("sun").await, id, &done).await;
    let missing = Works::Say { says: Says::NotDone { words: said("还缺一段") } };
    let page = act_on(&world.resident("zhou").await, id, &missing).await;
    assert_eq!((page.n_done, page.n_not_done, page.n_unanswered), (2, 1, 1));
    let not_done = page.voices.iter().find(|voice| !voice.says.is_done());
    let n = not_done.expect("somebody says that it is not").n;
    let page = act_on(&office, id, &Works::Answer { n, words: said("今天补上了") }).await;
    assert_eq!(page.n_unanswered, 0);
}

/// The office closes a project with its report, which everybody reads.
pub(crate) async fn closed(world: &World, id: u32) -> ProjectPage {
    let close = Works::Close { done: said("装了三段"), learnt: said("早点问邻居") };
    let page = act_on(&world.organiser().await, id, &close).await;
    assert_eq!(page.stage.kind(), StageKind::Delivered);
    world.guest().get(&works::at(id, "")).await.ok()
}

/// What somebody asks of a project comes to pass.
pub(crate) async fn act_on(person: &Person, id: u32, command: &Works) -> ProjectPage {
    works::act(person, id, command).await
}
