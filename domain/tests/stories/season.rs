//! The only place that knows how a whole season is walked: a contest with its objections and its
//! ballots, what was awarded, and the projects that come of it.
use crate::{
    support::reason,
    way::{Kept, Way},
};
use huiyin_domain::{
    calendar::WorkCalendar,
    channels::Channel,
    contests::{
        self, Contest, Phase, Screening,
        reserve::{self, ReserveCommand},
    },
    counting::{Ballots, Candidate, EXCLUSIVE_KEY, Election, Mark, Tally, tally},
    delivery::{self, MilestoneTitle, Planned, Project, Voice},
    ids::{ObjectionId, ProposalId, ResidentId},
    money::Money,
    objections::{self, Against, Change, Objection},
    proposals::{self, Proposal, Stage},
    refusals::Refusal,
    residents::Viewer,
    time::{DAY_MS, Moment},
};
use std::collections::BTreeMap;

/// What there is to spend, in yuan: less than two of the dearest cost, so that it can run out.
pub const BUDGET: u64 = 70_000;

/// A project, what residents have said of it, and all that has happened to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// As it was begun.
    pub begun: Project,
    /// As it is.
    pub project: Project,
    /// What residents have said, and who.
    pub voices: Vec<(ResidentId, Voice)>,
    /// What happened, and when.
    pub events: Vec<(delivery::Event, Moment)>,
}

/// How everything stands at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    contest: Contest,
    proposals: BTreeMap<u32, Kept>,
    objections: Vec<(Objection, ResidentId)>,
    ballots: BTreeMap<ResidentId, Vec<u32>>,
    projects: BTreeMap<u32, Carried>,
}

/// A contest with three proposals, from its first day to its last.
pub struct Season {
    /// The contest, its proposals and the clock.
    pub way: Way,
    /// The contest as it was set up.
    pub began: Contest,
    /// What happened to the contest, and when.
    pub told: Vec<(contests::Event, Moment)>,
    /// What was objected to, and by whom.
    pub objections: Vec<(Objection, ResidentId)>,
    /// Each voter's last ballot: the proposals on it.
    pub ballots: BTreeMap<ResidentId, Vec<u32>>,
    /// The count, once there is one.
    pub tally: Option<Tally>,
    /// The projects by number.
    pub projects: BTreeMap<u32, Carried>,
    calendar: WorkCalendar,
}

impl Season {
    /// Residents propose; three proposals are there that need nobody's co-signature.
    pub fn collecting() -> Self {
        let mut way = Way::new(Screening::Meanwhile, 0);
        way.contest.rules.budget = Money::yuan(BUDGET);
        Self {
            began: way.contest.clone(),
            way,
            told: Vec::new(),
            objections: Vec::new(),
            ballots: BTreeMap::new(),
            tally: None,
            projects: BTreeMap::new(),
            calendar: WorkCalendar::built_in(),
        }
    }

    /// Where the contest is.
    pub fn phase(&self) -> Phase {
        self.way.contest.phase(self.way.now)
    }

    /// All proposals, by number.
    pub fn proposals(&self) -> Vec<Proposal> {
        self.way.all.values().map(|kept| kept.proposal.clone()).collect()
    }

    /// Those that are or were voted on.
    fn on_ballot(&self) -> Vec<Proposal> {
        let mut all = self.proposals();
        all.retain(|proposal| proposal.stage.cost().is_some());
        all
    }

    fn n_at(&self, holds: impl Fn(&Stage) -> bool) -> u32 {
        let all = self.way.all.values();
        all.filter(|kept| holds(&kept.proposal.stage)).fold(0, |n, _| n + 1)
    }

    /// A minute passes with each command.
    fn tick(&mut self) {
        self.way.now = self.way.now.plus_millis(60_000);
    }

    fn contest_scene<'a>(&self, by: &'a Viewer) -> contests::Scene<'a> {
        let is_unfinished =
            |stage: &Stage| matches!(stage, Stage::Won { .. } | Stage::InDelivery { .. });
        contests::Scene {
            by,
            now: self.way.now,
            n_shortlisted: self.n_at(|stage| stage.cost().is_some()),
            n_unfinished: self.n_at(is_unfinished),
        }
    }

    fn contest_happens(&mut self, event: contests::Event) {
        self.way.contest = contests::apply(&self.way.contest, &event, self.way.now);
        self.told.push((event, self.way.now));
    }

    /// A command about the contest; counting and publishing do what the server does with them.
    pub fn contest(&mut self, by: &Viewer, command: contests::Command) -> Result<(), Refusal> {
        self.tick();
        if let contests::Command::NameExclusive { proposals, .. } = &command {
            let shortlist: Vec<ProposalId> = self.on_ballot().iter().map(|it| it.id).collect();
            contests::all_shortlisted(proposals, &shortlist)?;
        }
        let event = contests::decide(&self.contest_scene(by), &self.way.contest, command)?;
        if event == contests::Event::Counted {
            self.tally = Some(self.count());
        }
        if event == contests::Event::Published {
            self.announce()?;
        }
        self.contest_happens(event);
        Ok(())
    }

    /// What comes next by itself in a season: the next phase, the count, or its publication.
    pub fn go_on(&mut self, by: &Viewer) -> Result<(), Refusal> {
        let command = match (self.phase(), self.way.contest.count) {
            (Phase::Counting, contests::CountState::NotYet) => contests::Command::Count,
            (Phase::Counting, _) => contests::Command::Publish,
            (phase, _) => {
                let to = phase.next().unwrap_or(Phase::Closed);
                contests::Command::MoveOn { to, reason: reason() }
            }
        };
        self.contest(by, command)
    }

    fn count(&self) -> Tally {
        let on_ballot = self.on_ballot();
        let candidate = |proposal: &Proposal| Candidate {
            id: proposal.ballot_key.clone(),
            name: proposal.content.title.to_string(),
            cost: proposal.stage.cost().unwrap_or_default().in_fen(),
            extra: Vec::new(),
        };
        let projects: Vec<Candidate> = on_ballot.iter().map(candidate).collect();
        let keys: Vec<String> = projects.iter().map(|project| project.id.clone()).collect();
        let mut ballots = Ballots::default();
        for (voter, chosen) in &self.ballots {
            let places = chosen.iter().filter_map(|id| {
                let place = on_ballot.iter().position(|proposal| proposal.id.0 == *id)?;
                Some(Mark { project: u32::try_from(place).ok()?, points: 1 })
            });
            ballots.push(voter.to_string(), places);
        }
        let rules = &self.way.contest.rules;
        let exclusive = rules.exclusive_line(&keys);
        let election = Election {
            title: self.way.contest.title.to_string(),
            currency: rules.currency.clone(),
            budget: rules.budget.in_fen(),
            money_scale: 100,
            points_scale: 1,
            style: rules.ballot.among(projects.len()),
            projects,
            ballots,
            meta: exclusive.map(|line| (EXCLUSIVE_KEY.to_owned(), line)).into_iter().collect(),
        };
        tally(&election, &rules.for_counting(), &mut |_| true).expect("nobody stops the count")
    }

    fn announce(&mut self) -> Result<(), Refusal> {
        let counted = self.tally.as_ref().expect("it was counted before");
        let on_ballot = self.on_ballot();
        let events = reserve::after_count(&self.way.contest.rules, counted, &on_ballot);
        for (id, event) in events? {
            self.way.happen(id.0, event, None, None);
        }
        Ok(())
    }

    /// A resident votes, or votes anew: the last ballot counts. Only what can be voted for is on it.
    pub fn vote(&mut self, by: &Viewer, chosen: &[u32]) -> Result<(), Refusal> {
        self.tick();
        let who = contests::may_vote(&self.contest_scene(by), &self.way.contest)?;
        let on_ballot = self.on_ballot();
        let mut chosen = chosen.to_vec();
        chosen.retain(|id| on_ballot.iter().any(|proposal| proposal.id.0 == *id));
        self.ballots.insert(who, chosen);
        Ok(())
    }

    /// A winner drops out, or one of the reserve list comes up.
    pub fn reserve(&mut self, by: &Viewer, command: ReserveCommand) -> Result<(), Refusal> {
        self.tick();
        let id = command.proposal();
        let on_ballot = self.on_ballot();
        let (now, contest) = (self.way.now, &self.way.contest);
        let event = reserve::decide_reserve(by, now, contest, &on_ballot, command)?;
        self.way.happen(id.0, event, None, None);
        Ok(())
    }

    fn objection_scene<'a>(
        &'a self,
        by: &'a Viewer,
        against: Against,
        has_objected: bool,
    ) -> objections::Scene<'a> {
        let kept = against.proposal().and_then(|id| self.way.all.get(&id.0));
        objections::Scene {
            by,
            now: self.way.now,
            contest: &self.way.contest,
            calendar: &self.calendar,
            proposal: kept.map(|kept| &kept.proposal),
            has_objected,
            n_shortlisted: self.n_at(|stage| matches!(stage, Stage::Shortlisted { .. })),
        }
    }

    /// A resident objects to something.
    pub fn object(&mut self, by: &Viewer, against: Against) -> Result<(), Refusal> {
        self.tick();
        let who = by.resident();
        let same =
            |(it, whose): &(Objection, ResidentId)| it.against == against && Some(*whose) == who;
        let has_objected = self.objections.iter().any(same);
        let id = u32::try_from(self.objections.len()).expect("a handful") + 1;
        let words = objections::Said::parse("抽签没有公开。").expect("a few words");
        let scene = self.objection_scene(by, against, has_objected);
        let who = objections::may_object(&scene, against)?;
        let (objection, _) = objections::send(&scene, ObjectionId(id), against, words);
        self.objections.push((objection, who));
        let event = self.way.contest.objected();
        self.contest_happens(event);
        Ok(())
    }

    /// The office answers an objection, by its place among all.
    pub fn answer_objection(
        &mut self,
        by: &Viewer,
        at: usize,
        change: Option<Change>,
    ) -> Result<(), Refusal> {
        self.tick();
        let objection = self.objections[at].0.clone();
        let scene = self.objection_scene(by, objection.against, false);
        let (answer, then) = objections::answer(&scene, &objection, change, reason())?;
        if let (Some(event), Some(id)) = (then, objection.against.proposal()) {
            self.way.happen(id.0, event, None, None);
        }
        self.objections[at].0.answer = Some(answer);
        let event = self.way.contest.objection_answered();
        self.contest_happens(event);
        Ok(())
    }

    /// Steps with days, so many of them and so many days from now.
    pub fn plan(&self, n_steps: u32, days: i64) -> Vec<Planned> {
        let due = self.way.now.plus_millis(days * DAY_MS).in_china().date();
        let title = |n: u32| MilestoneTitle::parse(&format!("第{n}步")).expect("a short title");
        (1..=n_steps).map(|n| Planned { title: title(n), due }).collect()
    }

    /// The office makes a project of what won.
    pub fn begin(&mut self, by: &Viewer, id: u32, plan: Vec<Planned>) -> Result<(), Refusal> {
        self.tick();
        let (now, proposal) = (self.way.now, self.way.proposal(id));
        let begun = delivery::begin(by, now, &self.way.contest, proposal, plan)?;
        let project = delivery::started(proposal.id, &begun);
        self.way.happen(id, proposals::Event::Begun, None, None);
        let (voices, events) = (Vec::new(), Vec::new());
        let carried = Carried { begun: project.clone(), project, voices, events };
        let was_there = self.projects.insert(id, carried);
        assert!(was_there.is_none(), "nothing is begun twice");
        Ok(())
    }

    /// A command about a project that is there.
    pub fn work(
        &mut self,
        by: &Viewer,
        id: u32,
        command: delivery::Command,
    ) -> Result<(), Refusal> {
        self.tick();
        let carried = &self.projects[&id];
        let round = carried.project.n_rounds;
        let count = |holds: &dyn Fn(&Voice) -> bool| {
            carried.voices.iter().filter(|(_, voice)| holds(voice)).fold(0, |n, _| n + 1)
        };
        let asked =
            if let delivery::Command::Answer { n, .. } = &command { Some(*n) } else { None };
        let is_mine = |(whose, voice): &(ResidentId, Voice)| {
            voice.round == round && by.resident() == Some(*whose)
        };
        let scene = delivery::Scene {
            by,
            now: self.way.now,
            proposal: self.way.proposal(id),
            has_said: carried.voices.iter().any(is_mine),
            n_not_done: count(&|voice| voice.round == round && !voice.says.is_done()),
            n_unanswered: count(&Voice::awaits_answer),
            voice: carried.voices.iter().map(|(_, it)| it).find(|it| Some(it.n) == asked),
        };
        let told = (count(&|_| true), Channel::App);
        let event = delivery::decide(&scene, &carried.project, command, told)?;
        self.project_happens(by, id, event);
        Ok(())
    }

    fn project_happens(&mut self, by: &Viewer, id: u32, event: delivery::Event) {
        let now = self.way.now;
        let carried = self.projects.get_mut(&id).expect("it was begun");
        carried.project = delivery::apply(&carried.project, &event, now);
        if let (delivery::Event::Spoken { n, round, says, channel }, Some(whose)) =
            (&event, by.resident())
        {
            let (n, round, channel, says) = (*n, *round, *channel, says.clone());
            let (answer, veils) = (None, Vec::new());
            let voice = Voice { n, round, at: now, channel, says, answer, veils };
            carried.voices.push((whose, voice));
        }
        if let delivery::Event::Answered { n, answer } = &event {
            for (_, voice) in carried.voices.iter_mut().filter(|(_, voice)| voice.n == *n) {
                voice.answer = Some(answer.clone());
            }
        }
        carried.events.push((event.clone(), now));
        // The proposal follows its project to the end.
        let end = match event {
            delivery::Event::Closed { .. } => Some(proposals::Event::Delivered),
            delivery::Event::Stopped { reason, .. } => Some(proposals::Event::Stopped { reason }),
            _ => None,
        };
        if let Some(end) = end {
            self.way.happen(id, end, None, None);
        }
    }

    /// What somebody is offered to do with the contest.
    pub fn offers(&self, by: &Viewer) -> Vec<contests::wire::Offer> {
        contests::offers(&self.contest_scene(by), &self.way.contest)
    }

    /// Would this be done if they asked for it now?
    pub fn may(&self, by: &Viewer, command: contests::Command) -> bool {
        contests::decide(&self.contest_scene(by), &self.way.contest, command).is_ok()
    }

    /// The contest and its projects once more, from their events alone.
    pub fn replayed(&self) -> (Contest, BTreeMap<u32, Project>) {
        let contest = self
            .told
            .iter()
            .fold(self.began.clone(), |contest, (event, at)| contests::apply(&contest, event, *at));
        let again = |carried: &Carried| {
            let begun = carried.begun.clone();
            carried
                .events
                .iter()
                .fold(begun, |project, (event, at)| delivery::apply(&project, event, *at))
        };
        (contest, self.projects.iter().map(|(id, carried)| (*id, again(carried))).collect())
    }

    /// Everything that a refusal must leave as it is.
    pub fn standing(&self) -> Standing {
        Standing {
            contest: self.way.contest.clone(),
            proposals: self.way.all.clone(),
            objections: self.objections.clone(),
            ballots: self.ballots.clone(),
            projects: self.projects.clone(),
        }
    }
}
