//! The dialogue: a command only selects; what casts is read back and needs a second, spoken 确定.
use super::{
    commands::{Errand, VoiceCommand},
    grammar::{Heard, is_politely, without_verb},
    naming::{Match, best_match, is_whole},
};
use crate::ids::ProposalId;

/// What pressing a control can bring about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Power {
    /// Leads somewhere, opens or closes something: can be undone by going back.
    Leads,
    /// The one that leads on to the next step.
    LeadsOn,
    /// One of several choices; can be un-chosen.
    Chooses,
    /// Casts a vote, sends something, signs with one's name, takes something back.
    Casts,
}

/// A control on the page, as it is named there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Control {
    /// Its visible words.
    pub name: String,
    /// What it can bring about.
    pub power: Power,
}

/// What would be cast: the control that does it, by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Casting {
    name: String,
}

/// A casting that was read back and confirmed. Only [`Dialogue::step`] makes one.
#[derive(Debug, PartialEq, Eq)]
pub struct Confirmed {
    control: usize,
}

/// Where the dialogue stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Dialogue {
    /// Nothing is waiting for a yes.
    #[default]
    Idle,
    /// This was read back, and waits for 确定.
    AwaitingConfirm {
        /// What.
        what: Casting,
    },
}

/// What the page is to do with what was heard.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    /// Do this.
    Run(Errand),
    /// Press this control, by its place in the list; it casts nothing.
    Press(usize),
    /// Read back what this control would cast, and ask for 确定.
    ReadBack(usize),
    /// Press the control that casts.
    Cast(Confirmed),
    /// Ask which of these is meant.
    WhichOne(Vec<usize>),
    /// There are only so many to choose from.
    OnlySoMany(usize),
    /// What was waiting is dropped; or there was nothing.
    Cancelled,
    /// A yes, but nothing was asked.
    NothingAsked,
    /// Nothing leads on from here by voice.
    NothingNext,
    /// Say what can be said. What was waiting still waits.
    NotUnderstood,
}

impl Confirmed {
    /// The control to be pressed, by its place in the list.
    pub fn control(&self) -> usize {
        self.control
    }
}

impl Casting {
    /// The visible words of the control.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Dialogue {
    /// One turn: what was heard, on a page with these controls.
    ///
    /// Whoever calls this drops the dialogue when the page or anything chosen on it changes, so
    /// that a yes always means what was read back.
    #[must_use]
    pub fn step(self, heard: &Heard, controls: &[Control]) -> (Self, Answer) {
        let (words, command) = match heard {
            Heard::NotUnderstood { .. } => return (self, Answer::NotUnderstood),
            Heard::Command { words, command } => (words.as_str(), command),
        };
        let Self::AwaitingConfirm { what } = self else {
            return answer(words, command, controls);
        };
        match command {
            VoiceCommand::Confirm => (Self::Idle, confirmed(&what, controls)),
            VoiceCommand::Cancel => (Self::Idle, Answer::Cancelled),
            VoiceCommand::Run(Errand::Again) => match place_of(&what, controls) {
                Some(place) => (Self::AwaitingConfirm { what }, Answer::ReadBack(place)),
                None => (Self::Idle, Answer::NothingAsked),
            },
            VoiceCommand::Run(_)
            | VoiceCommand::Number(_)
            | VoiceCommand::Choose(_)
            | VoiceCommand::Press(_) => match answer(words, command, controls) {
                (_, Answer::NotUnderstood) => {
                    (Self::AwaitingConfirm { what }, Answer::NotUnderstood)
                }
                other => other,
            },
        }
    }
}

/// The one place where something is cast: read back before, and still there under its name.
fn confirmed(what: &Casting, controls: &[Control]) -> Answer {
    match place_of(what, controls) {
        Some(control) => Answer::Cast(Confirmed { control }),
        None => Answer::NothingAsked,
    }
}

fn place_of(what: &Casting, controls: &[Control]) -> Option<usize> {
    let is_it = |control: &Control| control.power == Power::Casts && control.name == what.name;
    let mut places = controls.iter().enumerate().filter(|(_, it)| is_it(it)).map(|(at, _)| at);
    let first = places.next()?;
    places.next().is_none().then_some(first)
}

fn answer(words: &str, command: &VoiceCommand, controls: &[Control]) -> (Dialogue, Answer) {
    // The words on the page come before the words of the grammar.
    let all = || 0..controls.len();
    let mut whole: Vec<usize> =
        all().filter(|place| is_whole(words, &controls[*place].name)).collect();
    if whole.is_empty() {
        whole = all().filter(|place| is_politely(words, &controls[*place].name)).collect();
    }
    match whole.as_slice() {
        [] => {}
        [place] => return press(*place, controls),
        [_, _, ..] => return (Dialogue::Idle, Answer::WhichOne(whole)),
    }
    match command {
        VoiceCommand::Press(words) => named(words, controls),
        VoiceCommand::Number(id) => numbered(*id, controls),
        VoiceCommand::Choose(nth) => chosen(*nth, controls),
        VoiceCommand::Run(Errand::Next) => next(controls),
        VoiceCommand::Run(errand) => (Dialogue::Idle, Answer::Run(*errand)),
        VoiceCommand::Confirm => (Dialogue::Idle, Answer::NothingAsked),
        VoiceCommand::Cancel => (Dialogue::Idle, Answer::Cancelled),
    }
}

/// Presses what only selects; what casts is read back first.
fn press(place: usize, controls: &[Control]) -> (Dialogue, Answer) {
    let control = &controls[place];
    match control.power {
        Power::Leads | Power::LeadsOn | Power::Chooses => (Dialogue::Idle, Answer::Press(place)),
        Power::Casts => {
            let what = Casting { name: control.name.clone() };
            (Dialogue::AwaitingConfirm { what }, Answer::ReadBack(place))
        }
    }
}

fn named(words: &str, controls: &[Control]) -> (Dialogue, Answer) {
    let names: Vec<&str> = controls.iter().map(|control| control.name.as_str()).collect();
    let found = match best_match(words, &names) {
        Match::None => without_verb(words).map_or(Match::None, |words| best_match(words, &names)),
        found @ (Match::One(_) | Match::Several(_)) => found,
    };
    match found {
        Match::One(place) => press(place, controls),
        Match::Several(places) => (Dialogue::Idle, Answer::WhichOne(places)),
        Match::None => (Dialogue::Idle, Answer::NotUnderstood),
    }
}

/// 第128号 is chosen where it can be chosen, and shown otherwise.
fn numbered(id: ProposalId, controls: &[Control]) -> (Dialogue, Answer) {
    let choices = places(controls, Power::Chooses);
    let names: Vec<&str> = choices.iter().map(|place| controls[*place].name.as_str()).collect();
    match best_match(&format!("第{id}号"), &names) {
        Match::One(nth) => press(choices[nth], controls),
        Match::Several(_) | Match::None => (Dialogue::Idle, Answer::Run(Errand::Open(id))),
    }
}

fn chosen(nth: u32, controls: &[Control]) -> (Dialogue, Answer) {
    let choices = places(controls, Power::Chooses);
    let at = usize::try_from(nth).ok().and_then(|nth| nth.checked_sub(1));
    match at.and_then(|at| choices.get(at)) {
        Some(place) => press(*place, controls),
        None => (Dialogue::Idle, Answer::OnlySoMany(choices.len())),
    }
}

fn next(controls: &[Control]) -> (Dialogue, Answer) {
    match places(controls, Power::LeadsOn).as_slice() {
        [] => (Dialogue::Idle, Answer::NothingNext),
        [place] => press(*place, controls),
        several => (Dialogue::Idle, Answer::WhichOne(several.to_vec())),
    }
}

fn places(controls: &[Control], power: Power) -> Vec<usize> {
    let has_it = |(place, control): (usize, &Control)| (control.power == power).then_some(place);
    controls.iter().enumerate().filter_map(has_it).collect()
}
