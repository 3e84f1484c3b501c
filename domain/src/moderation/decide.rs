//! What may be done with a case of moderation, by whom, and what comes of it.
use super::{
    APPEAL_DAYS, About, Case, ModerationRefusal as No, Part, REPORT_DAYS, Rule, Ruling, Stage,
    Veil, wire::Offer,
};
use crate::{
    calendar::WorkCalendar,
    contests::Reason,
    ids::{CaseId, StaffId, Version},
    proposals::PhotoId,
    refusals::Refusal,
    residents::Viewer,
    time::{Day, Moment, iso_day},
};
use huiyin_derive::ReadTagged;
use serde::Serialize;

/// Most reports of one resident in a day.
pub const REPORTS_A_DAY: u32 = 20;

/// The circumstances of a decision.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// Who asks.
    pub by: &'a Viewer,
    /// When.
    pub now: Moment,
    /// Which days are working days.
    pub calendar: &'a WorkCalendar,
    /// Did whoever asks write it?
    pub is_author: bool,
    /// How many of the office could decide.
    pub n_organisers: u32,
    /// What of it is hidden.
    pub veils: &'a [Veil],
    /// Its photos that are to be seen.
    pub photos: &'a [PhotoId],
}

impl Scene<'_> {
    fn due(&self, n_days: u32) -> Day {
        self.calendar.after_working_days(self.now.in_china().date(), n_days)
    }
}

/// What can be asked of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Command {
    /// Hide nothing.
    Keep {
        /// Why.
        words: Reason,
    },
    /// Hide something.
    Hide {
        /// What.
        part: Part,
        /// Against which rule it is.
        rule: Rule,
        /// Why, without the words that are hidden and without names.
        words: Reason,
    },
    /// Disagree, once; for the author.
    Appeal {
        /// Why; for the office alone.
        words: Reason,
    },
    /// Let it stay hidden.
    Uphold {
        /// Why.
        words: Reason,
    },
    /// Let it be read again.
    Restore {
        /// Why.
        words: Reason,
    },
}

/// What happened in a case; never with what was hidden, or with the words of residents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// Somebody has reported it.
    Reported {
        /// For what.
        rule: Rule,
        /// By which day the office decides; the first report says it.
        #[serde(with = "iso_day")]
        due: Day,
    },
    /// Nothing was hidden.
    Kept {
        /// Why.
        words: Reason,
    },
    /// Something was hidden.
    Hidden {
        /// What.
        part: Part,
        /// Against which rule it was.
        rule: Rule,
        /// Why.
        words: Reason,
        /// By whom of the staff.
        by: StaffId,
    },
    /// Its author does not agree.
    Appealed {
        /// By which day that is answered.
        #[serde(with = "iso_day")]
        due: Day,
    },
    /// It stays hidden.
    Upheld {
        /// Why.
        words: Reason,
    },
    /// It is to be read again.
    Restored {
        /// Why.
        words: Reason,
    },
}

impl Event {
    /// Its name in the record.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Reported { .. } => "reported",
            Self::Kept { .. } => "kept",
            Self::Hidden { .. } => "hidden",
            Self::Appealed { .. } => "appealed",
            Self::Upheld { .. } => "upheld",
            Self::Restored { .. } => "restored",
        }
    }

    /// The office's reason, where there is one.
    pub fn reason(&self) -> Option<&Reason> {
        match self {
            Self::Kept { words }
            | Self::Hidden { words, .. }
            | Self::Upheld { words }
            | Self::Restored { words } => Some(words),
            Self::Reported { .. } | Self::Appealed { .. } => None,
        }
    }
}

/// May this person report something? Whoever is signed in may.
pub fn may_report(by: &Viewer) -> Result<(), Refusal> {
    match by {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Resident { .. } | Viewer::Staff { .. } => Ok(()),
    }
}

/// A report: to a case that the office looks at already, where there is one. `has_reported`: this
/// person, in that case; `n_today`: how much they have reported since yesterday.
pub fn report(
    scene: &Scene,
    open: Option<&Case>,
    (has_reported, n_today): (bool, u32),
    rule: Rule,
) -> Result<Event, Refusal> {
    may_report(scene.by)?;
    if has_reported {
        return Err(No::ReportedAlready.into());
    }
    if n_today >= REPORTS_A_DAY {
        return Err(No::TooManyReports { max: REPORTS_A_DAY }.into());
    }
    let due = open.and_then(|case| case.stage.due()).unwrap_or_else(|| scene.due(REPORT_DAYS));
    Ok(Event::Reported { rule, due })
}

fn of_office(scene: &Scene) -> Result<StaffId, Refusal> {
    match scene.by {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Resident { .. } | Viewer::Staff { .. } => {
            scene.by.organiser().ok_or(Refusal::OrganiserOnly)
        }
    }
}

fn may_rule(scene: &Scene, case: &Case) -> Result<StaffId, Refusal> {
    let staff = of_office(scene)?;
    match case.stage {
        Stage::Reported { .. } => Ok(staff),
        Stage::Kept { .. }
        | Stage::Hidden { .. }
        | Stage::Appealed { .. }
        | Stage::Upheld { .. }
        | Stage::Restored { .. } => Err(No::NotAtThisStage.into()),
    }
}

fn may_appeal(scene: &Scene, case: &Case) -> Result<(), Refusal> {
    if *scene.by == Viewer::Guest {
        return Err(Refusal::SignInFirst);
    }
    if !scene.is_author {
        return Err(No::NotTheAuthor.into());
    }
    match case.stage {
        Stage::Hidden { .. } => Ok(()),
        Stage::Appealed { .. } | Stage::Upheld { .. } => Err(Refusal::AppealedAlready),
        Stage::Reported { .. } | Stage::Kept { .. } | Stage::Restored { .. } => {
            Err(No::NotAtThisStage.into())
        }
    }
}

/// Whoever has hidden something does not answer the appeal, where somebody else can.
fn may_answer(scene: &Scene, case: &Case) -> Result<(), Refusal> {
    let staff = of_office(scene)?;
    match &case.stage {
        Stage::Appealed { ruling, .. } if ruling.by == staff && scene.n_organisers > 1 => {
            Err(No::AnotherDecides.into())
        }
        Stage::Appealed { .. } => Ok(()),
        Stage::Reported { .. }
        | Stage::Kept { .. }
        | Stage::Hidden { .. }
        | Stage::Upheld { .. }
        | Stage::Restored { .. } => Err(No::NotAtThisStage.into()),
    }
}

/// The office may see by itself that it was wrong; an appeal is answered by somebody else.
fn may_restore(scene: &Scene, case: &Case) -> Result<(), Refusal> {
    match case.stage {
        Stage::Hidden { .. } => of_office(scene).map(drop),
        Stage::Reported { .. }
        | Stage::Kept { .. }
        | Stage::Appealed { .. }
        | Stage::Upheld { .. }
        | Stage::Restored { .. } => may_answer(scene, case),
    }
}

/// What comes of a command.
pub fn decide(scene: &Scene, case: &Case, command: Command) -> Result<Event, Refusal> {
    match command {
        Command::Keep { words } => {
            may_rule(scene, case)?;
            Ok(Event::Kept { words })
        }
        Command::Hide { part, rule, words } => {
            let by = may_rule(scene, case)?;
            can_be_hidden(scene, &part)?;
            Ok(Event::Hidden { part, rule, words, by })
        }
        Command::Appeal { .. } => {
            may_appeal(scene, case)?;
            Ok(Event::Appealed { due: scene.due(APPEAL_DAYS) })
        }
        Command::Uphold { words } => {
            may_answer(scene, case)?;
            Ok(Event::Upheld { words })
        }
        Command::Restore { words } => {
            may_restore(scene, case)?;
            Ok(Event::Restored { words })
        }
    }
}

fn can_be_hidden(scene: &Scene, part: &Part) -> Result<(), Refusal> {
    if scene.veils.iter().any(|veil| veil.part == *part) {
        return Err(No::HiddenAlready.into());
    }
    match part {
        Part::Text => Ok(()),
        Part::Photo { photo } if scene.photos.contains(photo) => Ok(()),
        Part::Photo { .. } => Err(No::NoSuchPhoto.into()),
    }
}

/// What this person may do next, the likeliest first.
pub fn offers(scene: &Scene, case: &Case) -> Vec<Offer> {
    let mut offers = Vec::new();
    if may_rule(scene, case).is_ok() {
        offers.extend([Offer::Hide, Offer::Keep]);
    }
    if may_appeal(scene, case).is_ok() {
        offers.push(Offer::Appeal);
    }
    if may_restore(scene, case).is_ok() {
        offers.push(Offer::Restore);
    }
    if may_answer(scene, case).is_ok() {
        offers.push(Offer::Uphold);
    }
    offers
}

/// The case that a first report opens.
pub fn begin(id: CaseId, about: About, (rule, due): (Rule, Day), at: Moment) -> Case {
    Case {
        id,
        version: Version::FIRST,
        about,
        opened_at: at,
        rules: vec![rule],
        n_reports: 1,
        stage: Stage::Reported { due },
    }
}

/// The case after an event. Never decides: what was decided has happened.
#[must_use]
pub fn apply(case: &Case, event: &Event, at: Moment) -> Case {
    let mut after = case.clone();
    after.version = case.version.next();
    let ruling = match &case.stage {
        Stage::Hidden { ruling } | Stage::Appealed { ruling, .. } => Some(ruling.clone()),
        Stage::Reported { .. }
        | Stage::Kept { .. }
        | Stage::Upheld { .. }
        | Stage::Restored { .. } => None,
    };
    let stage = match event {
        Event::Reported { rule, .. } => {
            after.n_reports = case.n_reports.saturating_add(1);
            if !after.rules.contains(rule) {
                after.rules.push(*rule);
            }
            None
        }
        Event::Kept { words } => Some(Stage::Kept { at, words: words.clone() }),
        Event::Hidden { part, rule, words, by } => {
            let (part, words) = (part.clone(), words.clone());
            Some(Stage::Hidden { ruling: Ruling { part, rule: *rule, words, at, by: *by } })
        }
        Event::Appealed { due } => ruling.map(|ruling| Stage::Appealed { ruling, due: *due }),
        Event::Upheld { words } => {
            ruling.map(|ruling| Stage::Upheld { ruling, at, words: words.clone() })
        }
        Event::Restored { words } => {
            ruling.map(|ruling| Stage::Restored { ruling, at, words: words.clone() })
        }
    };
    after.stage = stage.unwrap_or(after.stage);
    after
}
