//! What may be done with a contest, by whom and when.
use super::{
    Contest, ContestRefusal, CountState, Exclusive, NewContest, Phase, Reason, exclusive, held,
    rules::OBJECTION_DAYS,
};
use crate::{
    contests::wire::Offer,
    delivery::DeliveryRefusal,
    ids::{ProposalId, ResidentId},
    refusals::Refusal,
    residents::Viewer,
    time::{DAY_MS, Moment},
};
use huiyin_derive::ReadTagged;
use serde::Serialize;

/// The circumstances of a decision: who asks, when, and what the service has looked up.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// Who asks.
    pub by: &'a Viewer,
    /// When.
    pub now: Moment,
    /// How many proposals are on the shortlist.
    pub n_shortlisted: u32,
    /// How many won and have not ended as projects.
    pub n_unfinished: u32,
}

/// What an organiser can ask of a contest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Command {
    /// Enter the next phase now, ahead of its date or in place of one.
    MoveOn {
        /// The phase to enter; must be the next.
        to: Phase,
        /// Why, for everybody to read.
        reason: Reason,
    },
    /// Put the beginning of a later phase on another date.
    Postpone {
        /// Which phase.
        phase: Phase,
        /// When it begins instead.
        to: Moment,
        /// Why, for everybody to read.
        reason: Reason,
    },
    /// Name proposals of which at most one can be carried out (互斥).
    NameExclusive {
        /// Which.
        proposals: Vec<ProposalId>,
        /// Why, for everybody to read.
        reason: Reason,
    },
    /// Take such a group back.
    DropExclusive {
        /// Which of them, from one.
        group: u32,
    },
    /// Count the ballots; nobody but the organiser sees the result yet.
    Count,
    /// Show the result and the ballots to everybody.
    Publish,
}

/// What happened to a contest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// It was set up.
    Created,
    /// It entered a phase by hand.
    MovedOn {
        /// The phase entered.
        to: Phase,
        /// The seal of the rules, when this phase seals them.
        seal: Option<String>,
        /// Why.
        reason: Reason,
    },
    /// A date was changed.
    Postponed {
        /// Of which phase.
        phase: Phase,
        /// The date it had.
        from: Option<Moment>,
        /// The date it has.
        to: Moment,
        /// Why.
        reason: Reason,
    },
    /// Proposals were named of which at most one can be carried out.
    ExclusiveNamed {
        /// Which, and why.
        group: Exclusive,
    },
    /// Such a group was taken back.
    ExclusiveDropped {
        /// Which.
        group: Exclusive,
    },
    /// Somebody objected.
    Objected {
        /// How many objections have no answer now.
        n_open: u32,
    },
    /// An objection was answered.
    ObjectionAnswered {
        /// How many have none now.
        n_open: u32,
    },
    /// The ballots were counted.
    Counted,
    /// The result was published.
    Published,
}

impl Event {
    /// Its name in the record.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::MovedOn { .. } => "moved_on",
            Self::Postponed { .. } => "postponed",
            Self::ExclusiveNamed { .. } => "exclusive_named",
            Self::ExclusiveDropped { .. } => "exclusive_dropped",
            Self::Objected { .. } => "objected",
            Self::ObjectionAnswered { .. } => "objection_answered",
            Self::Counted => "counted",
            Self::Published => "published",
        }
    }
}

fn organiser(scene: &Scene) -> Result<(), Refusal> {
    match scene.by {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Resident { .. } => Err(Refusal::OrganiserOnly),
        Viewer::Staff { .. } => scene.by.organiser().map(drop).ok_or(Refusal::OrganiserOnly),
    }
}

fn in_phase(scene: &Scene, contest: &Contest, phase: Phase) -> Result<(), Refusal> {
    let now_in = contest.phase(scene.now);
    if now_in == phase {
        return Ok(());
    }
    Err(Refusal::NotInThisPhase { phase: now_in, next_at: contest.ends(scene.now) })
}

fn resident(by: &Viewer) -> Result<ResidentId, Refusal> {
    match by {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Staff { .. } => Err(Refusal::ResidentsOnly),
        Viewer::Resident { id } => Ok(*id),
    }
}

/// May this person send a proposal?
pub fn may_propose(scene: &Scene, contest: &Contest) -> Result<ResidentId, Refusal> {
    in_phase(scene, contest, Phase::Collecting)?;
    resident(scene.by)
}

/// May this person take a ballot? (领票)
pub fn may_vote(scene: &Scene, contest: &Contest) -> Result<ResidentId, Refusal> {
    is_voting(contest, scene.now)?;
    resident(scene.by)
}

/// Is the box open? A ballot is cast without a session, so nobody is asked who they are.
pub fn is_voting(contest: &Contest, now: Moment) -> Result<(), Refusal> {
    let phase = contest.phase(now);
    match contest.schedule.start(Phase::Counting) {
        Some(at) if phase >= Phase::Counting => Err(Refusal::VotingClosed { at }),
        Some(_) | None if phase == Phase::Voting => Ok(()),
        Some(_) | None => Err(Refusal::NotInThisPhase { phase, next_at: contest.ends(now) }),
    }
}

/// May the next phase be entered by hand?
fn may_move_on(scene: &Scene, contest: &Contest, to: Phase) -> Result<(), Refusal> {
    organiser(scene)?;
    let phase = contest.phase(scene.now);
    if phase.next() != Some(to) {
        return Err(Refusal::NotTheNextPhase { phase });
    }
    if let Some(held) = contest.held {
        return Err(Refusal::Contest { why: ContestRefusal::Unanswered { n: held.n_open } });
    }
    match to {
        Phase::Notice if scene.n_shortlisted == 0 => Err(Refusal::NothingShortlisted),
        // The result is what opens the time for objections.
        Phase::Objection => Err(Refusal::NotCountedYet),
        Phase::Closed => may_end(scene),
        Phase::Preparing
        | Phase::Collecting
        | Phase::Reviewing
        | Phase::Notice
        | Phase::Voting
        | Phase::Counting
        | Phase::Results
        | Phase::Implementing => Ok(()),
    }
}

/// A contest ends when all of its projects have.
fn may_end(scene: &Scene) -> Result<(), Refusal> {
    match scene.n_unfinished {
        0 => Ok(()),
        n => Err(DeliveryRefusal::ProjectsNotEnded { n }.into()),
    }
}

fn may_count(scene: &Scene, contest: &Contest) -> Result<(), Refusal> {
    organiser(scene)?;
    in_phase(scene, contest, Phase::Counting)?;
    match contest.count {
        CountState::NotYet => Ok(()),
        CountState::Counted { .. } | CountState::Published { .. } => Err(Refusal::AlreadyCounted),
    }
}

fn may_publish(scene: &Scene, contest: &Contest) -> Result<(), Refusal> {
    organiser(scene)?;
    match contest.count {
        CountState::NotYet => Err(Refusal::NotCountedYet),
        CountState::Counted { .. } => Ok(()),
        CountState::Published { .. } => Err(Refusal::AlreadyCounted),
    }
}

/// May this person say what excludes what? Until the rules are sealed.
pub fn may_name_exclusive(scene: &Scene, contest: &Contest) -> Result<(), Refusal> {
    organiser(scene)?;
    let is_sealed = contest.phase(scene.now) >= Phase::Notice;
    if is_sealed { Err(Refusal::RulesAreSealed) } else { Ok(()) }
}

/// May this person set up a contest?
pub fn may_create(by: &Viewer) -> Result<(), Refusal> {
    match by {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Resident { .. } | Viewer::Staff { .. } => {
            by.organiser().map(drop).ok_or(Refusal::OrganiserOnly)
        }
    }
}

/// A new contest under its number.
pub fn create(form: NewContest, id: crate::ids::ContestId) -> Contest {
    Contest {
        id,
        version: crate::ids::Version::FIRST,
        title: form.title,
        rules: form.rules,
        schedule: form.schedule,
        count: CountState::NotYet,
        origin: super::Origin::Here,
        held: None,
    }
}

/// What a command does, or why it is refused.
pub fn decide(scene: &Scene, contest: &Contest, command: Command) -> Result<Event, Refusal> {
    match command {
        Command::MoveOn { to, reason } => {
            may_move_on(scene, contest, to)?;
            let seal = (to == Phase::Notice).then(|| contest.rules.seal());
            Ok(Event::MovedOn { to, seal, reason })
        }
        Command::Postpone { phase, to, reason } => {
            organiser(scene)?;
            let from = contest.schedule.start(phase);
            if phase <= contest.phase(scene.now) || to <= scene.now {
                return Err(Refusal::DatesOutOfOrder);
            }
            if !phase.takes_date() {
                return Err(Refusal::Contest { why: ContestRefusal::BeginsByHand });
            }
            contest.schedule.with(phase, to).ok_or(Refusal::DatesOutOfOrder)?;
            // No date ends a contest over the heads of those who still work for it.
            if phase == Phase::Closed {
                contest.is_published().then_some(()).ok_or(Refusal::NotCountedYet)?;
                may_end(scene)?;
            }
            Ok(Event::Postponed { phase, from, to, reason })
        }
        Command::NameExclusive { proposals, reason } => {
            may_name_exclusive(scene, contest)?;
            let group = exclusive::named(&contest.rules, proposals, reason)?;
            Ok(Event::ExclusiveNamed { group })
        }
        Command::DropExclusive { group } => {
            may_name_exclusive(scene, contest)?;
            let at = usize::try_from(group).ok().and_then(|group| group.checked_sub(1));
            let group = at.and_then(|at| contest.rules.exclusive.get(at)).cloned();
            let none = Refusal::Contest { why: ContestRefusal::NoSuchGroup };
            group.map(|group| Event::ExclusiveDropped { group }).ok_or(none)
        }
        Command::Count => may_count(scene, contest).map(|()| Event::Counted),
        Command::Publish => may_publish(scene, contest).map(|()| Event::Published),
    }
}

/// The contest after an event. Never decides: what was decided has happened.
#[must_use]
pub fn apply(contest: &Contest, event: &Event, at: Moment) -> Contest {
    let mut after = Contest { version: contest.version.next(), ..contest.clone() };
    match event {
        Event::Created => after.version = contest.version,
        Event::MovedOn { to, .. } => after.schedule = contest.schedule.entered(*to, at),
        Event::Postponed { phase, to, .. } => {
            let schedule = contest.schedule.with(*phase, *to);
            debug_assert!(schedule.is_some(), "decided only for dates in order");
            after.schedule = schedule.unwrap_or_else(|| contest.schedule.clone());
        }
        Event::ExclusiveNamed { group } => after.rules.exclusive.push(group.clone()),
        Event::ExclusiveDropped { group } => after.rules.exclusive.retain(|it| it != group),
        Event::Objected { n_open } | Event::ObjectionAnswered { n_open } => {
            held::hold(&mut after, *n_open, at);
        }
        Event::Counted => after.count = CountState::Counted { at },
        Event::Published => {
            after.count = CountState::Published { at };
            let results = at.plus_millis(OBJECTION_DAYS * DAY_MS);
            let objection = contest.schedule.entered(Phase::Objection, at);
            after.schedule = objection.with(Phase::Results, results).unwrap_or(objection);
        }
    }
    after
}

/// What this person may do next, the likeliest first.
pub fn offers(scene: &Scene, contest: &Contest) -> Vec<Offer> {
    let mut offers = Vec::new();
    let phase = contest.phase(scene.now);
    // Guests are shown what residents may do; the first step then is to sign in.
    let is_staff = matches!(scene.by, Viewer::Staff { .. });
    if phase == Phase::Collecting && !is_staff {
        offers.push(Offer::Propose);
    }
    if phase == Phase::Voting && !is_staff {
        offers.push(Offer::Vote);
    }
    if contest.is_published() {
        offers.push(Offer::SeeResult);
    }
    if may_count(scene, contest).is_ok() {
        offers.push(Offer::Count);
    }
    if may_publish(scene, contest).is_ok() {
        offers.push(Offer::Publish);
    }
    if let Some(to) = phase.next()
        && may_move_on(scene, contest, to).is_ok()
    {
        offers.push(Offer::MoveOn { to });
    }
    offers
}
