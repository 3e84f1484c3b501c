//! How a contest comes to its vote, and how a ballot comes into the box.

use huiyin_domain::ballots::wire::{Cast, StampRequest};
use huiyin_domain::ballots::{BallotToken, Marks, Receipt, Stamp};
use huiyin_domain::contests::wire::ContestPage;
use huiyin_domain::contests::{Command, Phase, Reason, RulesForm, Screening};
use huiyin_domain::counting::{Completion, CountingRule, Utility};
use huiyin_domain::ids::ContestId;
use huiyin_domain::money::Money;
use huiyin_domain::proposals::wire::{ProposalPage, Submitted};
use huiyin_domain::proposals::{self, ProposalForm, Stage};
use serde::Deserialize;

use crate::people::{Answer, Person, here};
use crate::world::{World, day};

/// A contest that has come to its vote.
pub(crate) struct Vote {
    pub(crate) contest: u32,
    /// The proposals on the ballot by number, which is their name there.
    pub(crate) proposals: [u32; 3],
}

/// What each proposal of [`Vote`] costs, in yuan; the budget is 6,000.
pub(crate) const COSTS: [u64; 3] = [3_000, 2_000, 4_000];

#[derive(Deserialize)]
struct Created {
    id: ContestId,
}

/// A contest as an organiser fills in its form, collecting since yesterday.
pub(crate) fn contest_form() -> RulesForm {
    RulesForm {
        title: "2026秋季提案大赛".into(),
        budget: "6000".into(),
        cap: "5000".into(),
        votes_per_person: 2,
        co_signs_needed: 2,
        counting: Some(CountingRule::EqualShares {
            utility: Utility::Cost,
            completion: Completion::Greedy,
        }),
        draw: "2026-08-20 摇号 4 7 19".into(),
        negative_list: "宗教设施\n商业广告".into(),
        screening: Screening::Meanwhile,
        collecting: Some(day(-1)),
        reviewing: Some(day(10)),
        voting: Some(day(20)),
        counting_from: Some(day(30)),
        ..RulesForm::default()
    }
}

pub(crate) fn proposal_form(title: &str) -> ProposalForm {
    ProposalForm {
        title: title.into(),
        requests: "装扶手\n补台阶".into(),
        place: "3号楼1单元门口".into(),
        why: "下雪天老人上台阶容易滑倒".into(),
        cost: "3000".into(),
        ..ProposalForm::default()
    }
}

pub(crate) fn contest_at(id: u32, rest: &str) -> String {
    here(&format!("/contests/{id}{rest}"))
}

pub(crate) fn proposal_at(id: u32, rest: &str) -> String {
    here(&format!("/proposals/{id}{rest}"))
}

pub(crate) fn reason(words: &str) -> Reason {
    Reason::parse(words).expect("reasons of stories are short")
}

pub(crate) fn move_on(to: Phase) -> Command {
    Command::MoveOn { to, reason: reason("街道办事处的安排") }
}

impl World {
    /// A contest in which residents may propose.
    pub(crate) async fn collecting(&self) -> u32 {
        self.collecting_by(&contest_form()).await
    }

    /// A contest of this form in which residents may propose.
    pub(crate) async fn collecting_by(&self, form: &RulesForm) -> u32 {
        let answer = self.organiser().await.post(&here("/contests"), form).await;
        let created: Created = answer.ok();
        created.id.0
    }

    pub(crate) async fn contest(&self, person: &Person, id: u32) -> ContestPage {
        person.get(&contest_at(id, "")).await.ok()
    }

    pub(crate) async fn proposal(&self, person: &Person, id: u32) -> ProposalPage {
        person.get(&proposal_at(id, "")).await.ok()
    }

    /// What the organiser asks of a contest, at the version it has.
    pub(crate) async fn organise(&self, contest: u32, command: &Command) -> Answer {
        let organiser = self.organiser().await;
        let version = self.contest(&organiser, contest).await.contest.version.0;
        organiser.command(&contest_at(contest, "/commands"), version, command).await
    }

    /// Enters these phases, one after another.
    pub(crate) async fn enter(&self, contest: u32, phases: &[Phase]) {
        for phase in phases {
            let page: ContestPage = self.organise(contest, &move_on(*phase)).await.ok();
            assert_eq!(page.phase, *phase);
        }
    }

    pub(crate) async fn propose(&self, person: &Person, contest: u32, title: &str) -> u32 {
        let path = contest_at(contest, "/proposals");
        let submitted: Submitted = person.post(&path, &proposal_form(title)).await.ok();
        submitted.id.0
    }

    /// The organiser takes a proposal to review although too few have co-signed.
    pub(crate) async fn admit(&self, proposal: u32) {
        let organiser = self.organiser().await;
        let version = self.proposal(&organiser, proposal).await.version.0;
        let command = proposals::Command::Admit { reason: reason("事关老人安全") };
        let path = proposal_at(proposal, "/commands");
        let page: ProposalPage = organiser.command(&path, version, &command).await.ok();
        assert_eq!(page.stage, Stage::Qualified);
    }

    /// The organiser shortlists a proposal, whether or not enough have co-signed.
    pub(crate) async fn shortlist(&self, proposal: u32, yuan: u64) -> Answer {
        if self.proposal(&self.guest(), proposal).await.stage == Stage::CoSigning {
            self.admit(proposal).await;
        }
        let organiser = self.organiser().await;
        let version = self.proposal(&organiser, proposal).await.version.0;
        let command = proposals::Command::Shortlist { cost: Money::yuan(yuan) };
        organiser.command(&proposal_at(proposal, "/commands"), version, &command).await
    }

    /// A contest with three shortlisted proposals, in review.
    pub(crate) async fn reviewed(&self) -> Vote {
        self.reviewed_by(&contest_form()).await
    }

    /// The same, of this form.
    pub(crate) async fn reviewed_by(&self, form: &RulesForm) -> Vote {
        let contest = self.collecting_by(form).await;
        let wang = self.resident("wang").await;
        let mut proposals = [0; 3];
        for (place, title) in ["加装扶手", "换楼道灯", "修雨水管"].into_iter().enumerate()
        {
            proposals[place] = self.propose(&wang, contest, title).await;
        }
        self.enter(contest, &[Phase::Reviewing]).await;
        for (proposal, yuan) in proposals.into_iter().zip(COSTS) {
            let page: ProposalPage = self.shortlist(proposal, yuan).await.ok();
            assert_eq!(page.stage.cost(), Some(Money::yuan(yuan)));
        }
        Vote { contest, proposals }
    }

    /// A contest in which residents vote.
    pub(crate) async fn voting(&self) -> Vote {
        self.voting_by(&contest_form()).await
    }

    /// The same, of this form.
    pub(crate) async fn voting_by(&self, form: &RulesForm) -> Vote {
        let vote = self.reviewed_by(form).await;
        self.enter(vote.contest, &[Phase::Notice, Phase::Voting]).await;
        vote
    }
}

/// One voter's secret, as a phone keeps it.
pub(crate) struct Voter {
    pub(crate) token: BallotToken,
}

impl Voter {
    /// A voter with a secret of their own for each `number`.
    pub(crate) fn new(number: u8) -> Self {
        Self { token: BallotToken::new([number; 32]) }
    }

    pub(crate) fn stamp(&self) -> Stamp {
        self.token.stamp()
    }

    pub(crate) fn receipt(&self) -> Receipt {
        self.token.receipt()
    }

    /// Asks the office for the ballot.
    pub(crate) async fn take(&self, person: &Person, contest: u32) -> Answer {
        let request = StampRequest { stamp: self.stamp() };
        person.post(&contest_at(contest, "/stamps"), &request).await
    }

    /// Puts a ballot into the box, as nobody in particular.
    pub(crate) async fn cast(
        &self,
        world: &World,
        contest: u32,
        sequence: u32,
        choices: &[u32],
    ) -> Answer {
        let choices = Marks::Names(choices.iter().map(u32::to_string).collect());
        self.cast_marks(world, contest, sequence, choices).await
    }

    /// Puts a ballot of any style into the box.
    pub(crate) async fn cast_marks(
        &self,
        world: &World,
        contest: u32,
        sequence: u32,
        choices: Marks,
    ) -> Answer {
        let cast = Cast { token: self.token.clone(), sequence, choices };
        world.guest().put(&self.path(contest), &cast).await
    }

    /// Takes a ballot and casts it.
    pub(crate) async fn vote(&self, world: &World, name: &str, vote: &Vote, choices: &[u32]) {
        let person = world.resident(name).await;
        let taken = self.take(&person, vote.contest).await;
        assert_eq!(taken.status, 200, "{}", taken.text());
        let cast = self.cast(world, vote.contest, 1, choices).await;
        assert_eq!(cast.status, 200, "{}", cast.text());
    }

    pub(crate) fn path(&self, contest: u32) -> String {
        contest_at(contest, &format!("/ballots/{}", self.stamp().as_str()))
    }
}
