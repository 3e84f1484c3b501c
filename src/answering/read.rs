//! Reading what was filled in: the command of an act, or every fault beside its field.
use super::{
    act::{Act, How, Word},
    typed::Typed,
};
use crate::ui::Fault;
use huiyin_domain::{
    feedback::{Command, Opinion, said},
    problems::{FieldFault, FieldProblem},
    time::parse_day,
    words::{Words, WordsProblem},
};
use leptos::prelude::*;

/// What was read of one field, or its fault among the others.
pub(crate) struct Reading(pub(crate) Vec<FieldProblem>);

impl Reading {
    /// What was read, or its fault put to the others.
    pub(crate) fn keep<T>(&mut self, read: Result<T, FieldProblem>) -> Option<T> {
        read.map_err(|problem| self.0.push(problem)).ok()
    }

    /// What was chosen, or that nothing was.
    pub(crate) fn chosen<T>(&mut self, field: &str, choice: Option<T>) -> Option<T> {
        self.keep(choice.ok_or_else(|| fault(field, FieldFault::NothingChosen)))
    }

    /// The same with several faults.
    pub(crate) fn keep_all<T>(&mut self, read: Result<T, Vec<FieldProblem>>) -> Option<T> {
        read.map_err(|problems| self.0.extend(problems)).ok()
    }
}

/// The fault of one field.
pub(crate) fn fault(field: &str, fault: FieldFault) -> FieldProblem {
    FieldProblem { field: field.to_owned(), fault }
}

impl Typed {
    /// The command of an act on a submission with so many requests. What is wrong is shown
    /// beside its field, and nothing is sent then.
    pub fn read(self, act: Act, n_requests: usize) -> Option<Command> {
        let mut reading = Reading(Vec::new());
        let command = untrack(|| self.command(act, n_requests, &mut reading));
        let faults = Fault::of(&reading.0);
        let is_right = faults.is_empty();
        self.faults.set(faults);
        command.filter(|_| is_right)
    }

    /// The command as far as everything is filled in; read again when something changes.
    pub fn command_now(self, act: Act, n_requests: usize) -> Option<Command> {
        let mut reading = Reading(Vec::new());
        let command = self.command(act, n_requests, &mut reading);
        command.filter(|_| reading.0.is_empty())
    }

    fn command(self, act: Act, n_requests: usize, reading: &mut Reading) -> Option<Command> {
        let words = self.words.get();
        match act {
            Act::Acknowledge => {
                let words = reading.keep(said("words", &words))?.to_string();
                Some(Command::Acknowledge { words })
            }
            Act::Uphold => {
                let words = reading.keep(said("words", &words))?.to_string();
                Some(Command::Uphold { words })
            }
            Act::Answer => {
                let form = self.answer();
                reading.keep_all(form.parse(n_requests))?;
                Some(Command::Answer { form })
            }
            Act::Deliver => {
                self.check_otherwise(n_requests, reading);
                let form = self.built();
                reading.keep_all(form.parse(n_requests))?;
                Some(Command::Deliver { form })
            }
            Act::Report => {
                let words = reading.keep(said("words", &words))?;
                Some(Command::Report { words, photos: self.photos.get() })
            }
            Act::Close => {
                let words = reading.keep(said("words", &words))?;
                Some(Command::CloseWithoutAuthor { words })
            }
            Act::PassOn => {
                let to = reading.chosen("to", self.to.get());
                let reason = reading.keep(said("words", &words));
                Some(Command::PassOn { to: to?, reason: reason? })
            }
            Act::Extend => {
                let due = parse_day(&self.day.get());
                let due = reading.keep(due.ok_or_else(|| fault("day", FieldFault::Date)));
                let reason = reading.keep(said("words", &words));
                Some(Command::Extend { due: due?, reason: reason? })
            }
            Act::Sort => {
                let theme = reading.chosen("theme", self.theme.get());
                let place = reading.chosen("place", self.place.get());
                Some(Command::Sort { theme: theme?, place: place? })
            }
            Act::Tell => self.told_word(reading),
        }
    }

    /// Done otherwise than asked is nothing said, unless it is said how.
    fn check_otherwise(self, n_requests: usize, reading: &mut Reading) {
        for at in 0..n_requests {
            let request = self.request(at);
            if request.how == Some(How::Otherwise) && request.words.trim().is_empty() {
                let empty = FieldFault::Words(WordsProblem::Empty);
                reading.0.push(fault(&format!("requests.{at}.words"), empty));
            }
        }
    }

    fn told_word(self, reading: &mut Reading) -> Option<Command> {
        let word = reading.chosen("word", self.word.get());
        let told = reading.chosen("told", self.told.get());
        match word? {
            Word::Confirm => {
                let satisfaction = reading.chosen("satisfaction", self.satisfaction.get());
                Some(Command::Confirm { satisfaction: satisfaction?, told: Some(told?) })
            }
            Word::Reopen => {
                let words = self.opinion(reading);
                Some(Command::Reopen { words: words?, told: Some(told?) })
            }
            Word::Appeal => {
                let words = self.opinion(reading);
                Some(Command::Appeal { words: words?, told: Some(told?) })
            }
        }
    }

    fn opinion(self, reading: &mut Reading) -> Option<Opinion> {
        let words = Words::parse(&self.words.get());
        reading.keep(words.map_err(|problem| fault("words", FieldFault::Words(problem))))
    }
}
