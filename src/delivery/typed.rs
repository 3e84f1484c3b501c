//! What is filled in for an act on a project, and the command it comes to.
use super::{
    act::Act,
    read::{self, Read, both},
};
use crate::{
    routes::Route,
    ui::{Fault, KeptWords},
};
use huiyin_domain::{
    delivery::{Command, Payment, Says, wire::ProjectPage},
    problems::{FieldFault, FieldProblem},
    proposals::PhotoId,
    time::Day,
};
use leptos::prelude::*;

/// The fields of all acts; each act shows its own.
#[derive(Clone, Copy, Debug)]
pub struct Typed {
    /// What was done, what for, what is missing, or why.
    pub words: RwSignal<String>,
    /// What was learnt, or what becomes of the rest.
    pub more: RwSignal<String>,
    /// How much.
    pub amount: RwSignal<String>,
    /// On which day, or until which.
    pub day: RwSignal<String>,
    /// What shows a payment.
    pub receipt: RwSignal<String>,
    /// Which step, payment or word.
    pub number: RwSignal<Option<u32>>,
    /// The steps, one on each line.
    pub plan: RwSignal<String>,
    /// Pictures.
    pub photos: RwSignal<Vec<PhotoId>>,
    /// What is wrong.
    pub faults: RwSignal<Vec<Fault>>,
}

impl Typed {
    /// What was kept of the act at this address; else what it begins with: today, and the steps
    /// that are not done. Each field is handed to `keep`, to be forgotten once the act is done.
    pub fn new(
        at: &Route,
        act: Act,
        page: Option<&ProjectPage>,
        today: Day,
        mut keep: impl FnMut(KeptWords) -> RwSignal<String>,
    ) -> Self {
        let open = page.into_iter().flat_map(|page| &page.plan);
        let open = open.filter(|step| step.reached.is_none() && step.due >= today);
        let plan: Vec<_> = open.map(|step| format!("{} {}", step.due, step.title)).collect();
        let day = if act == Act::Pay { today.to_string() } else { String::new() };
        let mut text = |field: &str, first: String| keep(KeptWords::beginning(at, field, first));
        Self {
            words: text("words", String::new()),
            more: text("more", String::new()),
            amount: text("amount", String::new()),
            day: text("day", day),
            receipt: text("receipt", String::new()),
            number: RwSignal::new(None),
            plan: text("plan", plan.join("\n")),
            photos: RwSignal::new(Vec::new()),
            faults: RwSignal::new(Vec::new()),
        }
    }

    /// The fault of one field.
    pub fn fault(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || Fault::for_field(&self.faults.get(), field))
    }

    fn chosen(self) -> Read<u32> {
        let none = FieldProblem { field: "number".to_owned(), fault: FieldFault::NothingChosen };
        self.number.get_untracked().ok_or_else(|| vec![none])
    }

    /// The command, or what is wrong.
    pub fn read(self, act: Act) -> Read<Command> {
        let words = self.words.get_untracked();
        let more = self.more.get_untracked();
        let photos = self.photos.get_untracked();
        let plan = || read::plan(&self.plan.get_untracked());
        let day = || read::day("day", &self.day.get_untracked());
        match act {
            Act::Done if words.trim().is_empty() => {
                Ok(Command::Say { says: Says::Done { words: None } })
            }
            Act::Done => {
                let words = Some(read::words("words", &words)?);
                Ok(Command::Say { says: Says::Done { words } })
            }
            Act::NotDone => {
                let words = read::words("words", &words)?;
                Ok(Command::Say { says: Says::NotDone { words } })
            }
            Act::Join => Ok(Command::Ask),
            Act::Leave => Ok(Command::Leave),
            Act::TakeOver => Ok(Command::TakeOver),
            Act::Report => {
                let reached = self.number.get_untracked().filter(|n| *n > 0);
                Ok(Command::Report { words: read::words("words", &words)?, photos, reached })
            }
            Act::Pay => self.payment(&words, photos),
            Act::Correct => {
                let what = both(self.chosen(), read::amount(&self.amount.get_untracked()));
                let ((of, amount), words) = both(what, read::words("words", &words))?;
                Ok(Command::Correct { of, amount, words })
            }
            Act::Plan => {
                let (plan, reason) = both(plan(), read::words("words", &words))?;
                Ok(Command::Plan { plan, reason })
            }
            Act::Resume => {
                let (plan, reason) = both(plan(), read::words("words", &words))?;
                Ok(Command::Resume { plan, reason })
            }
            Act::Finish => {
                let (words, until) = both(read::words("words", &words), day())?;
                Ok(Command::Finish { words, photos, until })
            }
            Act::Answer => {
                let (n, words) = both(self.chosen(), read::words("words", &words))?;
                Ok(Command::Answer { n, words })
            }
            Act::Close => {
                let (done, learnt) =
                    both(read::words("words", &words), read::words("more", &more))?;
                Ok(Command::Close { done, learnt })
            }
            Act::Stop => {
                let (reason, rest) =
                    both(read::words("words", &words), read::words("more", &more))?;
                Ok(Command::Stop { reason, rest })
            }
        }
    }

    fn payment(self, words: &str, photos: Vec<PhotoId>) -> Read<Command> {
        let amount = read::amount(&self.amount.get_untracked());
        let on = read::day("day", &self.day.get_untracked());
        let receipt = read::words("receipt", &self.receipt.get_untracked());
        let said = both(read::words("words", words), receipt);
        let ((amount, on), (words, receipt)) = both(both(amount, on), said)?;
        Ok(Command::Pay { payment: Payment { amount, on, words, receipt, photos } })
    }
}
