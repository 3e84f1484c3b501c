//! Coaching as stories: who may, when, and that nobody else has a part in it.
use super::wire::{AskForm, Offer, Reader};
use super::*;
use crate::{
    calendar::WorkCalendar,
    channels::Channel,
    contests::Reason,
    ids::{ContestId, StaffId},
    proposals::{Author, Content, Estimate, FIRST_TEXT, Place, Proposal, Title, Why},
    refusals::Refusal,
    residents::{StaffRole, Viewer},
    time::{DAY_MS, parse_day},
};
use proptest::prelude::*;
use std::collections::BTreeSet;

const AUTHOR: ResidentId = ResidentId(1);
const JOINED: ResidentId = ResidentId(2);
const COACH: ResidentId = ResidentId(3);
const OTHER: ResidentId = ResidentId(4);
const STRANGER: ResidentId = ResidentId(5);

fn resident(id: ResidentId) -> Viewer {
    Viewer::Resident { id }
}

fn office() -> Viewer {
    Viewer::Staff { id: StaffId(1), role: StaffRole::Organiser }
}

fn no<T>(why: CoachingRefusal) -> Result<T, Refusal> {
    Err(Refusal::Coaching { why })
}

fn say() -> Command {
    Command::Say { words: Said::parse("为什么写在3号楼?").unwrap() }
}

fn lay_down() -> Command {
    Command::LayDown { reason: Reason::parse("要出远门。").unwrap() }
}

fn end() -> Command {
    Command::End { thanks: None }
}

fn thank() -> Command {
    Command::End { thanks: Some(Thanks::parse("谢谢您。").unwrap()) }
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
        co_authors: vec![JOINED],
        review: None,
        merge: None,
        stage: crate::proposals::Stage::CoSigning,
    }
}

/// A coaching, and what the service would look up.
struct Story {
    coaching: Coaching,
    calendar: WorkCalendar,
    proposal: Proposal,
    now: Moment,
    is_text_open: bool,
    volunteers: BTreeSet<ResidentId>,
    n_coached: u32,
    n_said: u32,
}

impl Story {
    fn asked() -> Self {
        let now = Moment::parse("2026-11-02T10:00:00+08:00").unwrap();
        let due = parse_day("2026-11-05").unwrap();
        let story = Self {
            coaching: begin(CoachingId(1), ProposalId(7), due, now),
            calendar: WorkCalendar::built_in(),
            proposal: proposal(),
            now,
            is_text_open: true,
            volunteers: [AUTHOR, COACH, OTHER].into(),
            n_coached: 0,
            n_said: 0,
        };
        let author = resident(AUTHOR);
        let event = ask(&story.scene(&author, Some(AUTHOR)), false);
        assert_eq!(event, Ok(Event::Asked { due }), "three working days");
        story
    }

    fn running() -> Self {
        let mut story = Self::asked();
        story.ask(resident(COACH), &Command::Take).unwrap();
        story
    }

    fn scene<'a>(&'a self, by: &'a Viewer, coach: Option<ResidentId>) -> Scene<'a> {
        Scene {
            by,
            now: self.now,
            calendar: &self.calendar,
            proposal: &self.proposal,
            is_text_open: self.is_text_open,
            is_volunteer: coach.is_some_and(|coach| self.volunteers.contains(&coach)),
            n_coached: self.n_coached,
            n_said: self.n_said,
        }
    }

    fn ask(&mut self, by: Viewer, command: &Command) -> Result<Event, Refusal> {
        let coach = match command {
            Command::Name { volunteer } => Some(*volunteer),
            Command::Take | Command::Say { .. } | Command::LayDown { .. } | Command::End { .. } => {
                by.resident()
            }
        };
        let event = decide(&self.scene(&by, coach), &self.coaching, command)?;
        self.coaching = apply(&self.coaching, &event, self.now);
        self.n_said += u32::from(matches!(event, Event::Said { .. }));
        Ok(event)
    }

    fn reads(&self, by: Viewer) -> Result<Reader, Refusal> {
        may_read(&self.scene(&by, by.resident()), &self.coaching)
    }
}

#[test]
fn only_authors_ask_once_and_while_the_text_is_theirs() {
    let mut story = Story::asked();
    let may =
        |story: &Story, by: Viewer, has_open| may_ask(&story.scene(&by, by.resident()), has_open);
    assert_eq!(may(&story, resident(JOINED), false), Ok(JOINED));
    assert_eq!(may(&story, resident(STRANGER), false), Err(Refusal::NotYourProposal));
    assert_eq!(may(&story, office(), false), Err(Refusal::ResidentsOnly));
    assert_eq!(may(&story, Viewer::Guest, false), Err(Refusal::SignInFirst));
    assert_eq!(may(&story, resident(AUTHOR), true), no(CoachingRefusal::AskedAlready));
    story.is_text_open = false;
    assert_eq!(may(&story, resident(AUTHOR), false), no(CoachingRefusal::TextStandsFast));
}

#[test]
fn a_volunteer_takes_it_and_nobody_else_after() {
    let mut story = Story::asked();
    let stranger = story.ask(resident(STRANGER), &Command::Take);
    assert_eq!(stranger, no(CoachingRefusal::NotAVolunteer));
    let author = story.ask(resident(AUTHOR), &Command::Take);
    assert_eq!(author, no(CoachingRefusal::AuthorCannotCoach));
    story.n_coached = COACHED_AT_ONCE_MAX;
    let busy = story.ask(resident(COACH), &Command::Take);
    assert_eq!(busy, no(CoachingRefusal::TooManyAtOnce { max: COACHED_AT_ONCE_MAX }));
    story.n_coached = 0;
    let taken = story.ask(resident(COACH), &Command::Take);
    assert_eq!(taken, Ok(Event::Taken { coach: COACH }));
    let late = story.ask(resident(OTHER), &Command::Take);
    assert_eq!(late, no(CoachingRefusal::NotAtThisStage { stage: StageKind::Running }));
}

#[test]
fn the_office_names_a_volunteer_and_never_an_author() {
    let mut story = Story::asked();
    let name = |volunteer| Command::Name { volunteer };
    let resident_names = story.ask(resident(COACH), &name(OTHER));
    assert_eq!(resident_names, Err(Refusal::OrganiserOnly));
    let unknown = story.ask(office(), &name(STRANGER));
    assert_eq!(unknown, no(CoachingRefusal::NoSuchVolunteer));
    assert_eq!(story.ask(office(), &name(JOINED)), no(CoachingRefusal::AuthorCannotCoach));
    assert_eq!(story.ask(office(), &name(COACH)), Ok(Event::Named { coach: COACH }));
    assert_eq!(story.coaching.stage.due(), parse_day("2026-11-05"), "the first day holds");
}

#[test]
fn the_words_are_theirs_and_the_offices_alone() {
    let mut story = Story::asked();
    assert_eq!(story.reads(resident(COACH)), Ok(Reader::Volunteer));
    assert_eq!(story.ask(resident(COACH), &say()), no(CoachingRefusal::NotYours));
    story.ask(resident(COACH), &Command::Take).unwrap();
    assert_eq!(story.ask(resident(COACH), &say()), Ok(Event::Said { by: Party::Coach }));
    assert_eq!(story.coaching.stage.due(), None, "the first word was said");
    assert_eq!(story.ask(resident(JOINED), &say()), Ok(Event::Said { by: Party::Author }));
    for (by, reader) in [
        (resident(AUTHOR), Ok(Reader::Author)),
        (resident(JOINED), Ok(Reader::Author)),
        (resident(COACH), Ok(Reader::Coach)),
        (office(), Ok(Reader::Office)),
        (resident(OTHER), no(CoachingRefusal::NotYours)),
        (resident(STRANGER), no(CoachingRefusal::NotYours)),
        (Viewer::Guest, Err(Refusal::SignInFirst)),
    ] {
        assert_eq!(story.reads(by), reader, "{by:?}");
    }
    assert_eq!(story.ask(resident(OTHER), &say()), no(CoachingRefusal::NotYours));
    assert_eq!(story.ask(office(), &say()), Err(Refusal::ResidentsOnly));
    story.n_said = SAID_MOST;
    let full = story.ask(resident(AUTHOR), &say());
    assert_eq!(full, no(CoachingRefusal::ThreadFull { max: SAID_MOST }));
}

#[test]
fn what_is_laid_down_waits_again_with_a_new_day() {
    let mut story = Story::running();
    story.now = story.now.plus_millis(2 * DAY_MS);
    assert_eq!(story.ask(resident(AUTHOR), &lay_down()), no(CoachingRefusal::NotTheCoach));
    let due = parse_day("2026-11-09").unwrap();
    let laid = story.ask(resident(COACH), &lay_down());
    assert_eq!(laid, Ok(Event::LaidDown { by: Party::Coach, due }));
    assert_eq!(story.coaching.stage, Stage::Waiting { due });
    let again = story.ask(resident(COACH), &lay_down());
    assert_eq!(again, no(CoachingRefusal::NotAtThisStage { stage: StageKind::Waiting }));
    story.ask(resident(OTHER), &Command::Take).unwrap();
    assert_eq!(story.reads(resident(COACH)), no(CoachingRefusal::NotYours), "no more");
    let freed = story.ask(office(), &lay_down());
    assert!(matches!(freed, Ok(Event::LaidDown { by: Party::Office, .. })), "{freed:?}");
}

#[test]
fn authors_end_it_with_thanks_or_without_and_only_once() {
    let mut story = Story::asked();
    assert_eq!(story.ask(resident(AUTHOR), &thank()), no(CoachingRefusal::NobodyToThank));
    let mut story = Story::running();
    assert_eq!(story.ask(resident(COACH), &end()), Err(Refusal::NotYourProposal));
    assert_eq!(story.ask(resident(JOINED), &thank()), Ok(Event::Ended { thanked: true }));
    let ended = no(CoachingRefusal::NotAtThisStage { stage: StageKind::Ended });
    assert_eq!(story.ask(resident(AUTHOR), &end()), ended);
    assert_eq!(story.ask(resident(AUTHOR), &say()), ended);
    assert_eq!(story.reads(resident(COACH)), Ok(Reader::Coach), "the thanks are for the coach");
    let told: Vec<_> = told(&Event::Ended { thanked: true });
    assert_eq!(told[0], (Told::Thanked, Audience::Coach));
}

#[test]
fn it_ends_by_itself_with_the_text_and_a_coach_who_joins_the_authors_coaches_no_more() {
    let author = resident(AUTHOR);
    let mut story = Story::running();
    let follows_now = |story: &Story| follows(&story.scene(&author, None), &story.coaching, None);
    assert_eq!(follows_now(&story), None);
    story.proposal.co_authors.push(COACH);
    let laid = follows_now(&story);
    assert!(matches!(laid, Some(Event::LaidDown { by: Party::Coach, .. })), "{laid:?}");
    story.is_text_open = false;
    assert_eq!(follows_now(&story), Some(Event::Over));
    let refused = story.ask(resident(AUTHOR), &say());
    assert_eq!(refused, no(CoachingRefusal::TextStandsFast), "also before that is written down");
    story.coaching = apply(&story.coaching, &Event::Over, story.now);
    assert_eq!(follows_now(&story), None);
}

#[test]
fn a_request_needs_no_words_and_not_too_many() {
    let form = |words: &str| AskForm { words: words.to_owned() }.parse();
    assert_eq!(form(" ").unwrap(), None);
    assert_eq!(form("不会写为什么").unwrap().unwrap().as_str(), "不会写为什么");
    assert_eq!(form(&"长".repeat(Need::MAX_CHARS + 1)).unwrap_err()[0].field, "words");
}

fn walked(number: u32) -> (Viewer, Command) {
    let by = match number % 8 {
        0 => Viewer::Guest,
        1 => office(),
        who => resident(ResidentId(who - 1)),
    };
    let command = match number / 8 % 9 {
        0 | 1 => Command::Take,
        2 => Command::Name { volunteer: ResidentId(number / 72 % 6 + 1) },
        3..=5 => say(),
        6 => lay_down(),
        7 if number.is_multiple_of(5) => end(),
        8 if number.is_multiple_of(5) => thank(),
        _ => say(),
    };
    (by, command)
}

/// An example of what is offered, so that it can be asked for.
fn example(offer: Offer) -> Option<Command> {
    match offer {
        Offer::Say => Some(say()),
        Offer::Take => Some(Command::Take),
        // Whom the office names is another question.
        Offer::Name => None,
        Offer::End => Some(end()),
        Offer::LayDown => Some(lay_down()),
    }
}

proptest! {
    #[test]
    fn however_it_goes_no_author_coaches_and_no_stranger_reads(
        steps in prop::collection::vec(0_u32..100_000, 1..60)
    ) {
        let mut story = Story::asked();
        let mut replayed = story.coaching;
        for number in steps {
            let (by, command) = walked(number);
            for offer in offers(&story.scene(&by, by.resident()), &story.coaching) {
                if let Some(offered) = example(offer) {
                    let scene = story.scene(&by, by.resident());
                    prop_assert!(decide(&scene, &story.coaching, &offered).is_ok(), "{:?}", offer);
                }
            }
            let before = story.coaching;
            match story.ask(by, &command) {
                Ok(event) => {
                    let wire = serde_json::to_string(&event).unwrap();
                    prop_assert_eq!(serde_json::from_str::<Event>(&wire).unwrap(), event);
                    replayed = apply(&replayed, &event, story.now);
                }
                Err(_) => prop_assert_eq!(before, story.coaching, "a refusal changes nothing"),
            }
            let coaching = story.coaching;
            prop_assert_eq!(replayed, coaching);
            let ended = before.stage.kind() == StageKind::Ended;
            prop_assert!(!ended || before == coaching, "what has ended stays so");
            let coach = coaching.stage.coach();
            prop_assert!(coach.is_none_or(|coach| !story.proposal.is_of(coach)));
            prop_assert!(coach.is_none_or(|coach| story.volunteers.contains(&coach)));
            prop_assert!(story.reads(resident(STRANGER)).is_err());
            prop_assert!(story.reads(Viewer::Guest).is_err());
            let waits = coaching.stage.kind() == StageKind::Waiting;
            prop_assert!(!waits || coaching.stage.due().is_some(), "whoever waits has a day");
            if number.is_multiple_of(11) {
                story.now = story.now.plus_millis(DAY_MS);
            }
        }
    }
}
