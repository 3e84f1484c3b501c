//! The only place that knows how proposals on their way through a contest are set up.
use crate::{promise::departments, support::reason};
use huiyin_domain::{
    calendar::WorkCalendar,
    channels::Channel,
    contests::{self, BallotForm, Contest, Phase, Reason, RulesForm, Screening},
    departments::Department,
    ids::{ContestId, DepartmentId, ProposalId, ResidentId, Version},
    money::Money,
    proposals::{
        self, Author, Command, Content, Event, FIRST_TEXT, Finding, Proposal, ProposalForm, Scene,
    },
    refusals::Refusal,
    residents::Viewer,
    time::{DAY_MS, Day, Moment},
};
use std::collections::{BTreeMap, BTreeSet};

/// A proposal, who has co-signed it, and all that has happened to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// As it was sent.
    pub begun: Proposal,
    /// As it is.
    pub proposal: Proposal,
    /// Who has co-signed.
    pub signed: BTreeSet<ResidentId>,
    /// What happened, by whom, and the new text where it has one.
    pub events: Vec<(Event, Option<ResidentId>, Option<Content>)>,
}

/// Proposals 1, 2 and 3 of a contest, by the residents 1, 2 and 3, and the clock.
pub struct Way {
    /// The contest.
    pub contest: Contest,
    /// What time it is; a minute passes with each command.
    pub now: Moment,
    /// The departments; 1 and 2 are there, 3 was dissolved.
    pub departments: Vec<Department>,
    /// The proposals.
    pub all: BTreeMap<u32, Kept>,
    calendar: WorkCalendar,
}

/// Some text.
pub fn text(title: &str) -> Content {
    let form = ProposalForm {
        title: title.into(),
        place: "3号楼".into(),
        why: "台阶滑".into(),
        cost_unknown: true,
        ..ProposalForm::default()
    };
    form.parse().expect("the form is right")
}

/// It can be done, for so much.
pub fn feasible(yuan: u64) -> Finding {
    Finding::Feasible { cost: Money::yuan(yuan), months: 3 }
}

/// It cannot.
pub fn not_feasible() -> Finding {
    Finding::NotFeasible { reason: reason() }
}

impl Way {
    /// Residents propose and co-sign, in a contest that screens then.
    pub fn new(screening: Screening, co_signs_needed: u32) -> Self {
        let now = Moment::parse("2026-11-23T09:00:00+08:00").expect("an instant");
        let day = |days: i64| Some(now.plus_millis(days * DAY_MS));
        let form = RulesForm {
            title: "2026秋季提案大赛".into(),
            budget: "20万".into(),
            cap: "50000".into(),
            ballot: BallotForm::default(),
            reserve: None,
            votes_per_person: 3,
            co_signs_needed,
            counting: None,
            draw: "红7 蓝3".into(),
            negative_list: "宗教设施\n商业广告".into(),
            screening,
            collecting: day(-1),
            reviewing: day(10),
            voting: day(20),
            counting_from: day(30),
        };
        let contest = contests::create(form.parse().expect("the form is right"), ContestId(1));
        let mut way = Self {
            contest,
            now,
            departments: departments(),
            all: BTreeMap::new(),
            calendar: WorkCalendar::built_in(),
        };
        for id in 1..=3 {
            way.send(id);
        }
        way
    }

    fn send(&mut self, id: u32) {
        let begun = Proposal {
            id: ProposalId(id),
            version: Version::FIRST,
            contest: self.contest.id,
            ballot_key: id.to_string(),
            author: Author::Resident { id: ResidentId(id) },
            channel: Channel::App,
            content: text("装扶手"),
            text: FIRST_TEXT,
            co_authors: Vec::new(),
            review: None,
            merge: None,
            stage: proposals::first_stage(self.contest.rules.screening),
        };
        let (proposal, signed) = (begun.clone(), BTreeSet::new());
        self.all.insert(id, Kept { begun, proposal, signed, events: Vec::new() });
        self.settle(id);
    }

    /// A proposal as it is.
    pub fn proposal(&self, id: u32) -> &Proposal {
        &self.all[&id].proposal
    }

    /// How many have co-signed it.
    pub fn n_co_signs(&self, id: u32) -> u32 {
        u32::try_from(self.all[&id].signed.len()).expect("a handful")
    }

    /// So many days pass.
    pub fn pass_days(&mut self, days: i64) {
        self.now = self.now.plus_millis(days * DAY_MS);
    }

    /// The day so many working days from now.
    pub fn workday(&self, n: u32) -> Day {
        self.calendar.after_working_days(self.now.in_china().date(), n)
    }

    /// The organiser enters these phases.
    pub fn move_on(&mut self, phases: &[Phase]) {
        let by = crate::support::organiser();
        for to in phases {
            let scene =
                contests::Scene { by: &by, now: self.now, n_shortlisted: 1, n_unfinished: 0 };
            let command = contests::Command::MoveOn { to: *to, reason: reason() };
            let event = contests::decide(&scene, &self.contest, command).expect("the next phase");
            self.contest = contests::apply(&self.contest, &event, self.now);
            self.now = self.now.plus_millis(60_000);
        }
    }

    /// The circumstances of a decision about a proposal, with another one at hand.
    pub fn scene<'a>(&'a self, by: &'a Viewer, id: u32, other: Option<ProposalId>) -> Scene<'a> {
        let has_co_signed =
            by.resident().is_some_and(|resident| self.all[&id].signed.contains(&resident));
        Scene {
            by,
            now: self.now,
            contest: &self.contest,
            calendar: &self.calendar,
            departments: &self.departments,
            has_co_signed,
            n_co_signs: self.n_co_signs(id),
            other: other.and_then(|id| self.all.get(&id.0)).map(|kept| &kept.proposal),
        }
    }

    /// The other proposal that a command is about.
    pub fn other(&self, id: u32, command: &Command) -> Option<ProposalId> {
        let proposal = self.proposal(id);
        match command {
            Command::OfferMerge { into, .. } => Some(*into),
            Command::AgreeMerge => proposal.merge.as_ref().map(|offer| offer.into),
            Command::MoveCoSign => self.goes_on_in(proposal),
            _ => None,
        }
    }

    /// The proposal in which a merged one goes on.
    pub fn goes_on_in(&self, proposal: &Proposal) -> Option<ProposalId> {
        let into = merged_into(proposal)?;
        self.goes_on_in(self.proposal(into.0)).or(Some(into))
    }

    /// A command about a proposal.
    pub fn ask(&mut self, by: Viewer, id: u32, command: Command) -> Result<Event, Refusal> {
        self.now = self.now.plus_millis(60_000);
        let other = self.other(id, &command);
        let scene = self.scene(&by, id, other);
        let event = proposals::decide(&scene, self.proposal(id), command)?;
        self.happen(id, event.clone(), by.resident(), None);
        if let (Event::CoSignMoved, Some(into), Some(who)) = (&event, other, by.resident())
            && !self.all[&into.0].signed.contains(&who)
        {
            self.happen(into.0, Event::CoSigned, Some(who), None);
        }
        Ok(event)
    }

    /// A new text.
    pub fn edit(
        &mut self,
        by: Viewer,
        id: u32,
        title: &str,
        why: Option<Reason>,
    ) -> Result<Event, Refusal> {
        let content = text(title);
        let event = proposals::edit(&self.scene(&by, id, None), self.proposal(id), &content, why)?;
        self.happen(id, event.clone(), by.resident(), Some(content));
        Ok(event)
    }

    /// Somebody whose invitation holds joins the authors.
    pub fn join(&mut self, by: Viewer, id: u32) -> Result<(), Refusal> {
        let who = proposals::may_join(&self.scene(&by, id, None), self.proposal(id))?;
        if self.all[&id].signed.contains(&who) {
            self.happen(id, Event::CoSignWithdrawn, Some(who), None);
        }
        self.happen(id, Event::AuthorJoined, Some(who), None);
        Ok(())
    }

    /// Something happens to a proposal, by somebody's word or by itself.
    pub fn happen(&mut self, id: u32, event: Event, by: Option<ResidentId>, text: Option<Content>) {
        let kept = self.all.get_mut(&id).expect("it was sent");
        (kept.proposal, kept.signed) = after(&kept.proposal, &kept.signed, &event, by, &text);
        kept.events.push((event, by, text));
        self.settle(id);
    }

    fn settle(&mut self, id: u32) {
        let nobody = Viewer::Guest;
        let follows = proposals::follows(&self.scene(&nobody, id, None), self.proposal(id));
        if let Some(event) = follows {
            self.happen(id, event, None, None);
        }
    }

    /// Everything that happened to it once more, from the beginning.
    pub fn replayed(&self, id: u32) -> (Proposal, BTreeSet<ResidentId>) {
        let kept = &self.all[&id];
        let begun = (kept.begun.clone(), BTreeSet::new());
        kept.events.iter().fold(begun, |(proposal, signed), (event, by, text)| {
            after(&proposal, &signed, event, *by, text)
        })
    }
}

/// The proposal this one went into.
pub fn merged_into(proposal: &Proposal) -> Option<ProposalId> {
    match proposal.stage {
        proposals::Stage::MergedInto { into } => Some(into),
        _ => None,
    }
}

/// A proposal and its co-signatures after an event, as the service keeps them.
fn after(
    proposal: &Proposal,
    signed: &BTreeSet<ResidentId>,
    event: &Event,
    by: Option<ResidentId>,
    text: &Option<Content>,
) -> (Proposal, BTreeSet<ResidentId>) {
    let (mut proposal, mut signed) = (proposals::apply(proposal, event), signed.clone());
    match (event, by) {
        (Event::CoSigned, Some(who)) => assert!(signed.insert(who), "nobody co-signs twice"),
        (Event::CoSignWithdrawn | Event::CoSignMoved, Some(who)) => {
            assert!(signed.remove(&who), "nobody takes back what is not there");
        }
        (Event::AuthorJoined, Some(who)) => proposal.co_authors.push(who),
        (Event::AuthorLeft, Some(who)) => proposal.co_authors.retain(|it| *it != who),
        _ => {}
    }
    if let Some(content) = text {
        proposal.content = content.clone();
    }
    (proposal, signed)
}

/// The two departments that are there.
pub const PROPERTY: DepartmentId = DepartmentId(1);
/// The other one.
pub const ORDER: DepartmentId = DepartmentId(2);
/// The one that was dissolved.
pub const GONE: DepartmentId = DepartmentId(3);
