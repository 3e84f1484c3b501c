//! Projects as stories: who may, when, and that no money goes where the award does not reach.
use super::*;
use crate::{
    channels::Channel,
    contests::Reason,
    ids::{ContestId, DepartmentId},
    proposals::{Author, Content, Estimate, FIRST_TEXT, Place, Proposal, Title, Why},
    refusals::Refusal,
    residents::{StaffRole, Viewer},
    time::{DAY_MS, parse_day},
};
use proptest::prelude::*;

const AUTHOR: ResidentId = ResidentId(1);
const NEIGHBOUR: ResidentId = ResidentId(2);
const OFFICE: StaffId = StaffId(1);
const AWARD: Money = Money::yuan(1_000);

fn office() -> Viewer {
    Viewer::Staff { id: OFFICE, role: StaffRole::Organiser }
}

fn resident(id: ResidentId) -> Viewer {
    Viewer::Resident { id }
}

fn now() -> Moment {
    Moment::parse("2026-11-02T10:00:00+08:00").unwrap()
}

fn day(raw: &str) -> Day {
    parse_day(raw).unwrap()
}

fn said(raw: &str) -> Said {
    Said::parse(raw).unwrap()
}

fn reason(raw: &str) -> Reason {
    Reason::parse(raw).unwrap()
}

fn step(title: &str, due: &str) -> Planned {
    Planned { title: MilestoneTitle::parse(title).unwrap(), due: day(due) }
}

fn proposal() -> Proposal {
    Proposal {
        id: ProposalId(7),
        version: Version::FIRST,
        contest: ContestId(1),
        ballot_key: "7".to_owned(),
        author: Author::Resident { id: AUTHOR },
        channel: Channel::App,
        content: Content {
            title: Title::parse("加装扶手").unwrap(),
            place: Place::parse("3号楼").unwrap(),
            why: Why::parse("老人上楼难").unwrap(),
            requests: Vec::new(),
            estimate: Estimate::Unknown,
            photos: Vec::new(),
        },
        text: FIRST_TEXT,
        co_authors: Vec::new(),
        review: None,
        merge: None,
        stage: crate::proposals::Stage::InDelivery { award: AWARD },
    }
}

/// A project and what residents have said of it.
struct Story {
    project: Project,
    proposal: Proposal,
    now: Moment,
    voices: Vec<(ResidentId, Voice)>,
}

impl Story {
    fn begun() -> Self {
        let plan = vec![step("买材料", "2026-11-10"), step("装好", "2026-11-20")];
        let begun = Begun { contest: ContestId(1), award: AWARD, responsible: OFFICE, plan };
        let proposal = proposal();
        let project = started(proposal.id, &begun);
        Self { project, proposal, now: now(), voices: Vec::new() }
    }

    fn ask(&mut self, by: Viewer, command: Command) -> Result<Event, Refusal> {
        let round = self.project.n_rounds;
        let count = |holds: &dyn Fn(&Voice) -> bool| {
            self.voices.iter().filter(|(_, voice)| holds(voice)).fold(0, |n, _| n + 1)
        };
        let asked = if let Command::Answer { n, .. } = &command { Some(*n) } else { None };
        let is_mine = |(whose, voice): &(ResidentId, Voice)| {
            voice.round == round && by.resident() == Some(*whose)
        };
        let voice = self.voices.iter().map(|(_, voice)| voice);
        let scene = Scene {
            by: &by,
            now: self.now,
            proposal: &self.proposal,
            has_said: self.voices.iter().any(is_mine),
            n_not_done: count(&|voice| voice.round == round && !voice.says.is_done()),
            n_unanswered: count(&Voice::awaits_answer),
            voice: voice.into_iter().find(|voice| Some(voice.n) == asked),
        };
        let n_voices = count(&|_| true);
        let event = decide(&scene, &self.project, command, (n_voices, Channel::App))?;
        self.happen(&by, &event);
        Ok(event)
    }

    fn happen(&mut self, by: &Viewer, event: &Event) {
        self.project = apply(&self.project, event, self.now);
        if let (Event::Spoken { n, round, says, channel }, Some(whose)) = (event, by.resident()) {
            let (n, round, channel, says) = (*n, *round, *channel, says.clone());
            let (answer, veils) = (None, Vec::new());
            let voice = Voice { n, round, at: self.now, channel, says, answer, veils };
            self.voices.push((whose, voice));
        }
        if let Event::Answered { n, answer } = event {
            for (_, voice) in self.voices.iter_mut().filter(|(_, voice)| voice.n == *n) {
                voice.answer = Some(answer.clone());
            }
        }
    }

    fn pass(&mut self, n_days: i64) {
        self.now = self.now.plus_millis(n_days * DAY_MS);
    }
}

fn pay(yuan: u64) -> Command {
    let words = ForWhat::parse("材料").unwrap();
    let receipt = Receipt::parse("发票 12").unwrap();
    let on = day("2026-11-02");
    Command::Pay {
        payment: Payment { amount: Money::yuan(yuan), on, words, receipt, photos: Vec::new() },
    }
}

fn correct(of: u32, yuan: u64) -> Command {
    Command::Correct { of, amount: Money::yuan(yuan), words: ForWhat::parse("退货").unwrap() }
}

fn finish() -> Command {
    Command::Finish { words: said("装好了"), photos: Vec::new(), until: day("2026-11-30") }
}

fn not_done() -> Command {
    Command::Say { says: Says::NotDone { words: said("还缺一段") } }
}

fn done() -> Command {
    Command::Say { says: Says::Done { words: None } }
}

fn close() -> Command {
    Command::Close { done: said("装了三段"), learnt: said("早点问邻居") }
}

#[test]
fn nothing_is_paid_above_the_award_and_corrections_are_lines_of_their_own() {
    let mut story = Story::begun();
    story.ask(office(), pay(800)).unwrap();
    let left = Money::yuan(200);
    assert_eq!(story.ask(office(), pay(201)), Err(DeliveryRefusal::AboveAward { left }.into()));
    story.ask(office(), correct(1, 300)).unwrap();
    assert_eq!(story.project.left(), Money::yuan(500));
    let more = DeliveryRefusal::MoreThanPaid { n: 1, left: Money::yuan(500) };
    assert_eq!(story.ask(office(), correct(1, 501)), Err(more.into()));
    let none = DeliveryRefusal::UnknownEntry { n: 2 };
    assert_eq!(story.ask(office(), correct(2, 1)), Err(none.into()));
    assert_eq!(story.project.entries.len(), 2);
}

#[test]
fn only_the_office_pays_and_strangers_tell_nothing_of_the_work() {
    let mut story = Story::begun();
    assert_eq!(story.ask(resident(AUTHOR), pay(1)), Err(Refusal::OrganiserOnly));
    assert_eq!(story.ask(Viewer::Guest, pay(1)), Err(Refusal::SignInFirst));
    let role = StaffRole::Reviewer { department: DepartmentId(1) };
    let reviewer = Viewer::Staff { id: StaffId(2), role };
    assert_eq!(story.ask(reviewer, pay(1)), Err(Refusal::OrganiserOnly));
    let report = || Command::Report { words: said("量好了"), photos: vec![], reached: None };
    let stranger = story.ask(resident(NEIGHBOUR), report());
    assert_eq!(stranger, Err(DeliveryRefusal::TeamOnly.into()));
    story.ask(resident(AUTHOR), report()).unwrap();
    assert_eq!(story.project.reports[0].by, ReportBy::Team);
}

#[test]
fn what_is_done_can_be_done_once_more_by_a_new_plan() {
    let mut story = Story::begun();
    let reach = |n| Command::Report { words: said("好了"), photos: vec![], reached: Some(n) };
    story.ask(office(), reach(1)).unwrap();
    let plan = vec![step("买材料", "2026-11-12")];
    story.ask(office(), Command::Plan { plan, reason: reason("买少了") }).unwrap();
    story.ask(office(), reach(2)).unwrap();
    assert_eq!(story.project.n_reached(), 2);
}

#[test]
fn whoever_asks_joins_by_the_authors_word_and_authors_stay() {
    let mut story = Story::begun();
    story.ask(resident(NEIGHBOUR), Command::Ask).unwrap();
    let twice = story.ask(resident(NEIGHBOUR), Command::Ask);
    assert_eq!(twice, Err(DeliveryRefusal::AskedAlready.into()));
    let let_in = || Command::LetIn { resident: NEIGHBOUR };
    assert_eq!(story.ask(resident(NEIGHBOUR), let_in()), Err(Refusal::NotYourProposal));
    story.ask(resident(AUTHOR), let_in()).unwrap();
    assert_eq!(story.project.joined, [NEIGHBOUR]);
    assert_eq!(story.ask(office(), let_in()), Err(DeliveryRefusal::DidNotAsk.into()));
    let stays = story.ask(resident(AUTHOR), Command::Leave);
    assert_eq!(stays, Err(DeliveryRefusal::AuthorsStay.into()));
    story.ask(resident(NEIGHBOUR), Command::Leave).unwrap();
    assert!(story.project.joined.is_empty());
}

#[test]
fn it_is_closed_only_when_the_day_has_passed_and_everybody_has_an_answer() {
    let mut story = Story::begun();
    story.ask(office(), finish()).unwrap();
    story.ask(resident(NEIGHBOUR), not_done()).unwrap();
    let twice = story.ask(resident(NEIGHBOUR), done());
    assert_eq!(twice, Err(DeliveryRefusal::SaidAlready.into()));
    let until = day("2026-11-30");
    assert_eq!(story.ask(office(), close()), Err(DeliveryRefusal::AcceptanceOpen { until }.into()));
    story.pass(29);
    assert_eq!(
        story.ask(resident(AUTHOR), done()),
        Err(DeliveryRefusal::AcceptanceOver { until }.into())
    );
    assert_eq!(story.ask(office(), close()), Err(DeliveryRefusal::Unanswered { n: 1 }.into()));
    story.ask(office(), Command::Answer { n: 1, words: said("明天补上") }).unwrap();
    story.ask(office(), close()).unwrap();
    assert_eq!(story.project.stage.kind(), StageKind::Delivered);
    let stage = StageKind::Delivered;
    let ended = story.ask(office(), pay(1));
    assert_eq!(ended, Err(DeliveryRefusal::NotAtThisStage { stage }.into()));
}

#[test]
fn the_work_goes_on_when_somebody_says_that_it_is_not_done() {
    let mut story = Story::begun();
    story.ask(office(), finish()).unwrap();
    let plan = vec![step("补一段", "2026-12-05")];
    let resume = Command::Resume { plan, reason: reason("还缺一段") };
    let nobody = story.ask(office(), resume.clone());
    assert_eq!(nobody, Err(DeliveryRefusal::NobodyObjects.into()));
    story.ask(resident(NEIGHBOUR), not_done()).unwrap();
    story.ask(office(), resume).unwrap();
    assert_eq!(story.project.stage, Stage::Underway);
    assert_eq!(story.project.due(), Some(day("2026-12-05")));
}

#[test]
fn steps_are_planned_in_order_and_not_in_the_past() {
    let today = now().in_china().date();
    assert_eq!(check_plan(&[], today), Err(DeliveryRefusal::NoMilestones));
    let past = [step("早", "2026-11-01")];
    assert_eq!(check_plan(&past, today), Err(DeliveryRefusal::MilestonePast { n: 1, today }));
    let mixed = [step("二", "2026-11-20"), step("一", "2026-11-10")];
    assert_eq!(check_plan(&mixed, today), Err(DeliveryRefusal::MilestonesOutOfOrder { n: 2 }));
    // A report names the step it reaches by its title.
    let twice = ["刷墙", "铺地", "刷墙"].map(|title| step(title, "2026-11-20"));
    assert_eq!(check_plan(&twice, today), Err(DeliveryRefusal::MilestoneSaidTwice { n: 3 }));
    assert_eq!(check_plan(&twice[..2], today), Ok(()));
    let many = vec![step("步", "2026-11-20"); MILESTONES_MAX + 1];
    let max = MILESTONES_MAX as u32;
    assert_eq!(check_plan(&many, today), Err(DeliveryRefusal::TooManyMilestones { max }));
}

#[test]
fn a_step_is_reached_once_and_by_the_offices_word() {
    let mut story = Story::begun();
    let reach = |n| Command::Report { words: said("好了"), photos: vec![], reached: Some(n) };
    assert_eq!(story.ask(resident(AUTHOR), reach(1)), Err(Refusal::OrganiserOnly));
    story.ask(office(), reach(1)).unwrap();
    assert_eq!(story.project.n_reached(), 1);
    let again = story.ask(office(), reach(1));
    assert_eq!(again, Err(DeliveryRefusal::MilestoneReached { n: 1 }.into()));
    let unknown = story.ask(office(), reach(9));
    assert_eq!(unknown, Err(DeliveryRefusal::UnknownMilestone { n: 9 }.into()));
}

#[test]
fn a_stopped_project_says_why_and_what_becomes_of_the_rest() {
    let mut story = Story::begun();
    story.ask(office(), pay(300)).unwrap();
    let stop = || Command::Stop { reason: reason("有管线"), rest: reason("退回大赛资金") };
    story.ask(office(), stop()).unwrap();
    let Stage::Stopped { cost, .. } = &story.project.stage else { panic!("it was stopped") };
    assert_eq!(*cost, Money::yuan(300));
    let stage = StageKind::Stopped;
    let twice = story.ask(office(), stop());
    assert_eq!(twice, Err(DeliveryRefusal::NotAtThisStage { stage }.into()));
}

fn walked(number: u64) -> (Viewer, Command) {
    let by = match number % 5 {
        0 => resident(AUTHOR),
        1 => resident(NEIGHBOUR),
        2 => Viewer::Guest,
        _ => office(),
    };
    let of = u32::try_from(number % 7).unwrap_or(0);
    let command = match number / 5 % 12 {
        0..=2 => pay(number % 400),
        3 | 4 => correct(of, number % 300),
        5 => finish(),
        6 => not_done(),
        7 => done(),
        8 => Command::Answer { n: of, words: said("看过了") },
        9 => close(),
        10 => Command::Ask,
        _ => Command::LetIn { resident: NEIGHBOUR },
    };
    (by, command)
}

proptest! {
    #[test]
    fn however_it_goes_nothing_is_spent_above_the_award_and_replay_gives_the_state(
        steps in prop::collection::vec(0_u64..1_000_000, 1..80)
    ) {
        let mut story = Story::begun();
        let mut replayed = story.project.clone();
        for number in steps {
            let (by, command) = walked(number);
            let before = story.project.clone();
            match story.ask(by, command) {
                Ok(event) => {
                    let wire = serde_json::to_string(&event).unwrap();
                    prop_assert_eq!(&serde_json::from_str::<Event>(&wire).unwrap(), &event);
                    replayed = apply(&replayed, &event, story.now);
                }
                Err(_) => prop_assert_eq!(&before, &story.project),
            }
            let project = &story.project;
            prop_assert!(project.spent() <= project.award);
            prop_assert_eq!(project.spent().plus(project.left()), Some(project.award));
            prop_assert!(before.entries.len() <= project.entries.len());
            prop_assert!(!before.stage.kind().is_end() || before == *project);
            prop_assert_eq!(&replayed, project);
            if number % 11 == 0 {
                story.pass(1);
            }
        }
    }
}
