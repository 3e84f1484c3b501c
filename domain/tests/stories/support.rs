//! The only place that knows how the state of a story is set up.
use huiyin_domain::{
    calendar::WorkCalendar,
    channels::Channel,
    contests::{self, Contest, Phase, Reason, RulesForm},
    counting::{CountingRule, Utility},
    ids::{ContestId, ProposalId, ResidentId, StaffId, Version},
    money::Money,
    proposals::{self, Author, FIRST_TEXT, Proposal, ProposalForm, Stage},
    refusals::Refusal,
    residents::{StaffRole, Viewer},
    time::{DAY_MS, Moment},
};
use std::collections::BTreeSet;

/// Who wrote the proposal.
pub const AUTHOR: u32 = 1;
/// Somebody else.
pub const NEIGHBOUR: u32 = 2;
/// And another.
pub const OTHER_NEIGHBOUR: u32 = 3;

/// Somebody who is not signed in.
pub fn guest() -> Viewer {
    Viewer::Guest
}

/// A resident.
pub fn resident(id: u32) -> Viewer {
    Viewer::Resident { id: ResidentId(id) }
}

/// The organiser.
pub fn organiser() -> Viewer {
    Viewer::Staff { id: StaffId(1), role: StaffRole::Organiser }
}

/// A reason.
pub fn reason() -> Reason {
    Reason::parse("大家都同意。").expect("a few words")
}

/// A contest with one proposal, and the clock.
pub struct Story {
    /// The contest.
    pub contest: Contest,
    /// The contest as it was set up.
    pub begun: Contest,
    /// What happened to the contest, and when.
    pub told: Vec<(contests::Event, Moment)>,
    /// Its proposal.
    pub proposal: Proposal,
    /// What time it is; a minute passes with each command.
    pub now: Moment,
    calendar: WorkCalendar,
    co_signed: BTreeSet<ResidentId>,
}

impl Story {
    /// Residents propose and co-sign.
    pub fn collecting() -> Self {
        let now = Moment::parse("2026-11-22T09:00:00+08:00").expect("an instant");
        let day = |days: i64| Some(now.plus_millis(days * DAY_MS));
        let form = RulesForm {
            title: "2026秋季提案大赛".into(),
            budget: "20万".into(),
            cap: "50000".into(),
            votes_per_person: 3,
            co_signs_needed: 2,
            counting: Some(CountingRule::Greedy { utility: Utility::Cost }),
            draw: "红7 蓝3".into(),
            negative_list: String::new(),
            screening: contests::Screening::Meanwhile,
            collecting: day(-1),
            reviewing: day(10),
            voting: day(20),
            counting_from: day(30),
            ..RulesForm::default()
        };
        let contest = contests::create(form.parse().expect("the form is right"), ContestId(1));
        let form = ProposalForm {
            title: "装扶手".into(),
            place: "3号楼".into(),
            why: "台阶滑".into(),
            cost_unknown: true,
            ..ProposalForm::default()
        };
        let proposal = Proposal {
            id: ProposalId(1),
            version: Version::FIRST,
            contest: contest.id,
            ballot_key: "1".into(),
            channel: Channel::App,
            author: Author::Resident { id: ResidentId(AUTHOR) },
            content: form.parse().expect("the form is right"),
            text: FIRST_TEXT,
            co_authors: Vec::new(),
            review: None,
            merge: None,
            stage: Stage::CoSigning,
        };
        let calendar = WorkCalendar::built_in();
        let (begun, told, co_signed) = (contest.clone(), Vec::new(), BTreeSet::new());
        Self { contest, begun, told, proposal, now, calendar, co_signed }
    }

    /// How many have co-signed.
    pub fn n_co_signs(&self) -> usize {
        self.co_signed.len()
    }

    /// A command about the contest.
    pub fn contest(
        &mut self,
        by: Viewer,
        command: contests::Command,
    ) -> Result<contests::Event, Refusal> {
        self.now = self.now.plus_millis(60_000);
        let n_shortlisted = u32::from(matches!(self.proposal.stage, Stage::Shortlisted { .. }));
        let scene = contests::Scene { by: &by, now: self.now, n_shortlisted, n_unfinished: 0 };
        let event = contests::decide(&scene, &self.contest, command)?;
        self.contest = contests::apply(&self.contest, &event, self.now);
        self.told.push((event.clone(), self.now));
        Ok(event)
    }

    /// A command about the proposal.
    pub fn proposal(
        &mut self,
        by: Viewer,
        command: proposals::Command,
    ) -> Result<proposals::Event, Refusal> {
        self.now = self.now.plus_millis(60_000);
        let who = by.resident();
        let has_co_signed = who.is_some_and(|who| self.co_signed.contains(&who));
        let scene = self.scene(&by, has_co_signed);
        let event = proposals::decide(&scene, &self.proposal, command)?;
        match (&event, who) {
            (proposals::Event::CoSigned, Some(who)) => assert!(self.co_signed.insert(who)),
            (proposals::Event::CoSignWithdrawn, Some(who)) => assert!(self.co_signed.remove(&who)),
            _ => {}
        }
        self.proposal = proposals::apply(&self.proposal, &event);
        // What follows by itself follows at once.
        let follows = proposals::follows(&self.scene(&by, false), &self.proposal);
        if let Some(event) = follows {
            self.proposal = proposals::apply(&self.proposal, &event);
        }
        Ok(event)
    }

    fn scene<'a>(&'a self, by: &'a Viewer, has_co_signed: bool) -> proposals::Scene<'a> {
        proposals::Scene {
            by,
            now: self.now,
            contest: &self.contest,
            calendar: &self.calendar,
            departments: &[],
            has_co_signed,
            n_co_signs: u32::try_from(self.n_co_signs()).expect("a handful"),
            other: None,
        }
    }

    /// The organiser takes the proposal to review although too few have co-signed.
    pub fn admit(&mut self) {
        let command = proposals::Command::Admit { reason: reason() };
        self.proposal(organiser(), command).expect("it is being co-signed");
    }

    /// The organiser puts the proposal on the shortlist.
    pub fn shortlist(&mut self, cost: Money) {
        if self.proposal.stage == Stage::CoSigning {
            self.admit();
        }
        let command = proposals::Command::Shortlist { cost };
        self.proposal(organiser(), command).expect("below the cap and before notice");
    }

    /// The organiser enters the next phase.
    pub fn move_on(&mut self, to: Phase) {
        let command = contests::Command::MoveOn { to, reason: reason() };
        self.contest(organiser(), command).expect("the next phase");
    }
}
