//! What is done about what is against the rules.

use huiyin_domain::{
    ids::{CaseId, ResidentId, Version},
    moderation::{
        self, About, Case, Command, Event, Rule, Scene, Step, Veil,
        wire::{CasePage, ReportForm, Reported},
    },
    problems::FieldFault,
    proposals::PhotoId,
};

use super::{covering, pages, rows, telling};
use crate::{
    delivery::voices,
    failure::{Failure, Outcome},
    feedback::rows as submissions,
    here::Here,
    objections,
    store::Tx,
};

/// What a decision needs to know, looked up beforehand.
#[derive(Clone, Debug)]
pub struct Known {
    veils: Vec<Veil>,
    photos: Vec<PhotoId>,
    author: Option<ResidentId>,
    is_author: bool,
    n_organisers: u32,
}

impl Known {
    /// What is to be known of something that can be reported.
    pub fn of(tx: &mut Tx<'_>, here: &Here, about: About) -> Outcome<Self> {
        let (author, veils, photos) = match about {
            About::Submission(id) => {
                let kept = submissions::load(tx, here.community, id)?;
                (kept.author, kept.submission.veils, kept.submission.content.photos)
            }
            About::Objection(id) => {
                let (objection, by) = objections::rows::load(tx, here, id)?;
                let by = by.and_then(|by| u32::try_from(by).ok()).map(ResidentId);
                (by, objection.veils, Vec::new())
            }
            About::Voice(which) => {
                let kept = voices::find(tx, here.community, which.project, which.n)?;
                // Whoever says without words that it is done has said nothing against the rules.
                let kept = kept.filter(|kept| kept.voice.says.words().is_some());
                let kept = kept.ok_or(Failure::MISSING)?;
                (kept.by, kept.voice.veils, Vec::new())
            }
        };
        let resident = here.viewer.resident();
        Ok(Self {
            author,
            is_author: resident.is_some() && resident == author,
            n_organisers: rows::n_organisers(tx, here)?,
            veils,
            photos,
        })
    }

    /// Did whoever asks write it?
    pub fn is_author(&self) -> bool {
        self.is_author
    }

    /// The circumstances of a decision.
    pub fn scene<'a>(&'a self, here: &'a Here) -> Scene<'a> {
        Scene {
            by: &here.viewer,
            now: here.now,
            calendar: here.calendar,
            is_author: self.is_author,
            n_organisers: self.n_organisers,
            veils: &self.veils,
            photos: &self.photos,
        }
    }
}

/// Takes a report, into the case that is open or into a new one.
pub fn report(tx: &mut Tx<'_>, here: &Here, form: &ReportForm) -> Outcome<Reported> {
    moderation::may_report(&here.viewer)?;
    let (rule, words) = form.parse()?;
    if let About::Submission(id) = form.about
        && submissions::find(tx, here.community, id)?.is_none()
    {
        return Err(Failure::field("submission", FieldFault::UnknownSubmission));
    }
    let known = Known::of(tx, here, form.about)?;
    let open = rows::open(tx, here, form.about)?;
    let has_reported = match &open {
        Some(case) => rows::has_reported(tx, here, case.id)?,
        None => false,
    };
    let asked = (has_reported, rows::n_today(tx, here)?);
    let event = moderation::report(&known.scene(here), open.as_ref(), asked, rule)?;
    let case = take(tx, here, form.about, open, &event)?;
    rows::record(tx, here, case.id, &event)?;
    rows::keep_words(tx, here, case.id, (rule, words.as_ref()), false)?;
    let due = case.stage.due().ok_or_else(|| Failure::Broken("a report without a day".into()))?;
    Ok(Reported { case: case.id, due })
}

fn take(
    tx: &mut Tx<'_>,
    here: &Here,
    about: About,
    open: Option<Case>,
    event: &Event,
) -> Outcome<Case> {
    match (open, event) {
        (Some(before), event) => {
            let after = moderation::apply(&before, event, here.now);
            rows::change(tx, here, &before, &after)?;
            Ok(after)
        }
        (None, Event::Reported { rule, due }) => {
            let id = rows::next_id(tx, here)?;
            let case = moderation::begin(id, about, (*rule, *due), here.now);
            rows::insert(tx, here, &case)?;
            Ok(case)
        }
        (None, _) => Err(Failure::Broken("a case begins with a report".into())),
    }
}

/// Does what somebody asks of a case, as it was when they decided it.
pub fn command(
    tx: &mut Tx<'_>,
    here: &Here,
    id: CaseId,
    version: Version,
    command: Command,
) -> Outcome<CasePage> {
    let before = rows::load(tx, here, id)?;
    if before.version != version {
        return Err(Failure::stale(before.version));
    }
    let known = Known::of(tx, here, before.about)?;
    let plea = match &command {
        Command::Appeal { words } => Some(words.clone()),
        Command::Keep { .. }
        | Command::Hide { .. }
        | Command::Uphold { .. }
        | Command::Restore { .. } => None,
    };
    let event = moderation::decide(&known.scene(here), &before, command)?;
    let after = moderation::apply(&before, &event, here.now);
    rows::change(tx, here, &before, &after)?;
    rows::record(tx, here, id, &event)?;
    if let Some(words) = &plea {
        rows::keep_words(tx, here, id, (Rule::Other, Some(words)), true)?;
    }
    if let Some(step) = step(here, id, event) {
        telling::tell(tx, here, &after, known.author, &step)?;
        covering::happen(tx, here, before.about, step)?;
    }
    pages::page_of(tx, here, &after)
}

/// What an event in a case means for what it is about.
fn step(here: &Here, case: CaseId, event: Event) -> Option<Step> {
    match event {
        Event::Hidden { part, rule, words, .. } => {
            Some(Step::Hidden { veil: Veil { case, part, rule, words, on: here.today() } })
        }
        Event::Upheld { words } => Some(Step::Upheld { case, words }),
        Event::Restored { words } => Some(Step::Restored { case, words }),
        Event::Reported { .. } | Event::Kept { .. } | Event::Appealed { .. } => None,
    }
}
