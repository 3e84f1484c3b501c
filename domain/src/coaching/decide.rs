//! Who may ask for a coach, who may be one, and how a coaching goes on and ends.
use super::{
    COACHED_AT_ONCE_MAX, Coaching, CoachingRefusal as No, End, FIRST_WORD_DAYS, FirstWord, Party,
    SAID_MOST, Said, Stage, Thanks,
    wire::{Offer, Reader},
};
use crate::{
    calendar::WorkCalendar,
    contests::Reason,
    ids::{CoachingId, ProposalId, ResidentId, StaffId, Version},
    proposals::Proposal,
    refusals::Refusal,
    residents::Viewer,
    time::{Day, Moment, iso_day},
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
    /// Which days are working days.
    pub calendar: &'a WorkCalendar,
    /// The proposal, which says who its authors are.
    pub proposal: &'a Proposal,
    /// Is its text still the authors' to change?
    pub is_text_open: bool,
    /// Is whoever would coach on the list of volunteers: who asks, or whom the office names?
    pub is_volunteer: bool,
    /// How many proposals they coach now.
    pub n_coached: u32,
    /// How much was said in this coaching.
    pub n_said: u32,
}

/// What can be asked of a coaching.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Command {
    /// Help these authors; for volunteers.
    Take,
    /// Let a volunteer help them; for the office.
    Name {
        /// Who.
        volunteer: ResidentId,
    },
    /// Say something to each other.
    Say {
        /// What; for authors, coach and office alone.
        words: Said,
    },
    /// Help no more; for the coach, and for the office where the coach is silent.
    LayDown {
        /// Why; for authors, coach and office alone.
        reason: Reason,
    },
    /// Need no more help; for the authors.
    End {
        /// A word of thanks.
        #[serde(default)]
        thanks: Option<Thanks>,
    },
}

impl Command {
    /// Does it need no version? What is said changes nothing that another has decided on.
    pub fn is_word(&self) -> bool {
        match self {
            Self::Say { .. } => true,
            Self::Take | Self::Name { .. } | Self::LayDown { .. } | Self::End { .. } => false,
        }
    }
}

/// What happened in a coaching; never with what was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// The authors asked for it.
    Asked {
        /// By which day they have a first word.
        #[serde(with = "iso_day")]
        due: Day,
    },
    /// The office named a volunteer.
    Named {
        /// Who.
        coach: ResidentId,
    },
    /// A volunteer took it.
    Taken {
        /// Who.
        coach: ResidentId,
    },
    /// Something was said.
    Said {
        /// By whom of them.
        by: Party,
    },
    /// The coach helps no more, and the authors wait again.
    LaidDown {
        /// Who said so.
        by: Party,
        /// By which day they have a first word of another.
        #[serde(with = "iso_day")]
        due: Day,
    },
    /// An author ended it.
    Ended {
        /// With a word of thanks?
        thanked: bool,
    },
    /// It ended by itself.
    Over,
}

impl Event {
    /// Its name in the record.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Asked { .. } => "asked",
            Self::Named { .. } => "named",
            Self::Taken { .. } => "taken",
            Self::Said { .. } => "said",
            Self::LaidDown { .. } => "laid_down",
            Self::Ended { .. } => "ended",
            Self::Over => "over",
        }
    }
}

fn a_resident(by: &Viewer) -> Result<ResidentId, Refusal> {
    match by {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Staff { .. } => Err(Refusal::ResidentsOnly),
        Viewer::Resident { id } => Ok(*id),
    }
}

fn an_author(scene: &Scene) -> Result<ResidentId, Refusal> {
    let resident = a_resident(scene.by)?;
    if scene.proposal.is_of(resident) { Ok(resident) } else { Err(Refusal::NotYourProposal) }
}

fn is_text_open(scene: &Scene) -> Result<(), Refusal> {
    if scene.is_text_open { Ok(()) } else { Err(No::TextStandsFast.into()) }
}

fn not_at_this_stage(coaching: &Coaching) -> Refusal {
    No::NotAtThisStage { stage: coaching.stage.kind() }.into()
}

fn is_waiting(scene: &Scene, coaching: &Coaching) -> Result<(), Refusal> {
    match coaching.stage {
        Stage::Waiting { .. } => is_text_open(scene),
        Stage::Running { .. } | Stage::Ended { .. } => Err(not_at_this_stage(coaching)),
    }
}

fn is_running(coaching: &Coaching) -> Result<ResidentId, Refusal> {
    coaching.stage.coach().ok_or_else(|| not_at_this_stage(coaching))
}

fn first_word_due(scene: &Scene) -> Day {
    scene.calendar.after_working_days(scene.now.in_china().date(), FIRST_WORD_DAYS)
}

/// May this person put themselves on the list of volunteers, or take themselves off it?
pub fn may_volunteer(by: &Viewer) -> Result<ResidentId, Refusal> {
    a_resident(by)
}

/// May this person ask for a coach, where one is asked for already or not?
pub fn may_ask(scene: &Scene, has_open: bool) -> Result<ResidentId, Refusal> {
    let author = an_author(scene)?;
    is_text_open(scene)?;
    if has_open {
        return Err(No::AskedAlready.into());
    }
    Ok(author)
}

/// The request, once it was asked whether it may be.
pub fn ask(scene: &Scene, has_open: bool) -> Result<Event, Refusal> {
    may_ask(scene, has_open)?;
    Ok(Event::Asked { due: first_word_due(scene) })
}

/// Can this resident coach here? `is_volunteer` and `n_coached` of the scene are theirs.
fn can_coach(scene: &Scene, coach: ResidentId, missing: No) -> Result<(), Refusal> {
    if scene.proposal.is_of(coach) {
        return Err(No::AuthorCannotCoach.into());
    }
    if !scene.is_volunteer {
        return Err(missing.into());
    }
    if scene.n_coached >= COACHED_AT_ONCE_MAX {
        return Err(No::TooManyAtOnce { max: COACHED_AT_ONCE_MAX }.into());
    }
    Ok(())
}

fn may_take(scene: &Scene, coaching: &Coaching) -> Result<ResidentId, Refusal> {
    let resident = a_resident(scene.by)?;
    is_waiting(scene, coaching)?;
    can_coach(scene, resident, No::NotAVolunteer)?;
    Ok(resident)
}

fn may_name(scene: &Scene, coaching: &Coaching) -> Result<StaffId, Refusal> {
    let office = match scene.by {
        Viewer::Guest => return Err(Refusal::SignInFirst),
        Viewer::Resident { .. } | Viewer::Staff { .. } => {
            scene.by.organiser().ok_or(Refusal::OrganiserOnly)?
        }
    };
    is_waiting(scene, coaching)?;
    Ok(office)
}

fn may_say(scene: &Scene, coaching: &Coaching) -> Result<Party, Refusal> {
    let resident = a_resident(scene.by)?;
    let is_author = scene.proposal.is_of(resident);
    if !is_author && coaching.stage.coach() != Some(resident) {
        return Err(No::NotYours.into());
    }
    let coach = is_running(coaching)?;
    is_text_open(scene)?;
    if scene.n_said >= SAID_MOST {
        return Err(No::ThreadFull { max: SAID_MOST }.into());
    }
    Ok(if coach == resident { Party::Coach } else { Party::Author })
}

fn may_lay_down(scene: &Scene, coaching: &Coaching) -> Result<Party, Refusal> {
    let is_office = scene.by.organiser().is_some();
    match scene.by {
        Viewer::Guest => return Err(Refusal::SignInFirst),
        Viewer::Staff { .. } if !is_office => return Err(Refusal::OrganiserOnly),
        Viewer::Staff { .. } | Viewer::Resident { .. } => {}
    }
    let coach = is_running(coaching)?;
    if is_office {
        return Ok(Party::Office);
    }
    if scene.by.resident() == Some(coach) { Ok(Party::Coach) } else { Err(No::NotTheCoach.into()) }
}

fn may_end(scene: &Scene, coaching: &Coaching) -> Result<(), Refusal> {
    an_author(scene)?;
    match coaching.stage {
        Stage::Waiting { .. } | Stage::Running { .. } => Ok(()),
        Stage::Ended { .. } => Err(not_at_this_stage(coaching)),
    }
}

/// As whom may this person look at it? Nobody else reads any of it.
///
/// Volunteers see what is needed while a coach is waited for, and nothing of what was said.
pub fn may_read(scene: &Scene, coaching: &Coaching) -> Result<Reader, Refusal> {
    let resident = match scene.by {
        Viewer::Guest => return Err(Refusal::SignInFirst),
        Viewer::Staff { .. } => {
            return scene.by.organiser().map(|_| Reader::Office).ok_or_else(|| No::NotYours.into());
        }
        Viewer::Resident { id } => *id,
    };
    if scene.proposal.is_of(resident) {
        return Ok(Reader::Author);
    }
    let (coach, is_waiting) = match coaching.stage {
        Stage::Waiting { .. } => (None, true),
        Stage::Running { coach, .. } => (Some(coach), false),
        Stage::Ended { coach, .. } => (coach, false),
    };
    match (coach == Some(resident), is_waiting && scene.is_volunteer) {
        (true, _) => Ok(Reader::Coach),
        (false, true) => Ok(Reader::Volunteer),
        (false, false) => Err(No::NotYours.into()),
    }
}

/// What comes of a command.
pub fn decide(scene: &Scene, coaching: &Coaching, command: &Command) -> Result<Event, Refusal> {
    match command {
        Command::Take => may_take(scene, coaching).map(|coach| Event::Taken { coach }),
        Command::Name { volunteer } => {
            may_name(scene, coaching)?;
            can_coach(scene, *volunteer, No::NoSuchVolunteer)?;
            Ok(Event::Named { coach: *volunteer })
        }
        Command::Say { .. } => may_say(scene, coaching).map(|by| Event::Said { by }),
        Command::LayDown { .. } => {
            let by = may_lay_down(scene, coaching)?;
            Ok(Event::LaidDown { by, due: first_word_due(scene) })
        }
        Command::End { thanks } => {
            may_end(scene, coaching)?;
            let thanked = thanks.is_some();
            if thanked && coaching.stage.coach().is_none() {
                return Err(No::NobodyToThank.into());
            }
            Ok(Event::Ended { thanked })
        }
    }
}

/// What this person may do next, the likeliest first.
pub fn offers(scene: &Scene, coaching: &Coaching) -> Vec<Offer> {
    let mut offers = Vec::new();
    let mut offer = |is_open: bool, what: Offer| {
        if is_open {
            offers.push(what);
        }
    };
    offer(may_say(scene, coaching).is_ok(), Offer::Say);
    offer(may_take(scene, coaching).is_ok(), Offer::Take);
    offer(may_name(scene, coaching).is_ok(), Offer::Name);
    offer(may_end(scene, coaching).is_ok(), Offer::End);
    offer(may_lay_down(scene, coaching).is_ok(), Offer::LayDown);
    offers
}

/// What follows by itself from how the proposal stands: nobody helps with a text that stands
/// fast, and a coach who has joined the authors is one of them. `has_left`: is the coach, or the
/// only author, in the community no more?
pub fn follows(scene: &Scene, coaching: &Coaching, has_left: Option<Party>) -> Option<Event> {
    let coach = match coaching.stage {
        Stage::Waiting { .. } => None,
        Stage::Running { coach, .. } => Some(coach),
        Stage::Ended { .. } => return None,
    };
    if !scene.is_text_open || has_left == Some(Party::Author) {
        return Some(Event::Over);
    }
    let is_author = |coach: ResidentId| scene.proposal.is_of(coach);
    let is_gone = coach.is_some() && has_left == Some(Party::Coach);
    if is_gone || coach.is_some_and(is_author) {
        return Some(Event::LaidDown { by: Party::Coach, due: first_word_due(scene) });
    }
    None
}

/// The coaching that a request begins.
pub fn begin(id: CoachingId, proposal: ProposalId, due: Day, at: Moment) -> Coaching {
    let stage = Stage::Waiting { due };
    Coaching { id, version: Version::FIRST, proposal, asked_at: at, stage }
}

/// The coaching after an event. Never decides: what was decided has happened.
#[must_use]
pub fn apply(coaching: &Coaching, event: &Event, at: Moment) -> Coaching {
    let stage = match (event, coaching.stage) {
        (Event::Asked { due } | Event::LaidDown { due, .. }, _) => Stage::Waiting { due: *due },
        (Event::Named { coach } | Event::Taken { coach }, before) => {
            let first = match before.due() {
                Some(due) => FirstWord::Owed { due },
                None => FirstWord::Given { at },
            };
            Stage::Running { coach: *coach, since: at, first }
        }
        (
            Event::Said { by: Party::Coach },
            Stage::Running { coach, since, first: FirstWord::Owed { .. } },
        ) => Stage::Running { coach, since, first: FirstWord::Given { at } },
        (Event::Said { .. }, stage) => stage,
        (Event::Ended { thanked }, before) => {
            let end = End::ByAuthor { thanked: *thanked };
            Stage::Ended { at, end, coach: before.coach() }
        }
        (Event::Over, before) => Stage::Ended { at, end: End::ByItself, coach: before.coach() },
    };
    Coaching { version: coaching.version.next(), stage, ..*coaching }
}
