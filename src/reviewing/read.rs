//! Reading what was filled in: the command of an act, or every fault beside its field.
use super::{
    act::{Act, assesses_for},
    typed::Typed,
};
use crate::{
    answering::read::{Reading, fault},
    ui::Fault,
    words::use_text,
};
use huiyin_domain::{
    contests::Reason,
    money::Money,
    problems::{FieldFault, FieldProblem},
    proposals::{
        Command, Finding,
        wire::{Offer, ProposalPage},
    },
    time::parse_day,
};
use leptos::prelude::*;

impl Typed {
    /// The command of an act on a proposal. What is wrong is shown beside its field, and nothing
    /// is sent then.
    pub fn read(self, act: Act, page: &ProposalPage) -> Option<Command> {
        let mut reading = Reading(Vec::new());
        let command = untrack(|| self.command(act, &page.offers, &mut reading));
        let mut faults = Fault::of(&reading.0);
        // Nobody is asked about a number alone: it may be mistyped.
        let is_unseen = untrack(|| self.into_now().is_some() && self.found_now().is_none());
        if act == Act::Merge && is_unseen {
            let words = use_text().reviewing.merge.look_first.to_owned();
            faults.insert(0, Fault { field: "into".to_owned(), words });
        }
        let is_right = faults.is_empty();
        self.faults.set(faults);
        command.filter(|_| is_right)
    }

    /// The command as far as everything is filled in; read again when something changes.
    pub fn command_now(self, act: Act, page: &ProposalPage) -> Option<Command> {
        let mut reading = Reading(Vec::new());
        let command = self.command(act, &page.offers, &mut reading);
        command.filter(|_| reading.0.is_empty())
    }

    fn command(self, act: Act, offers: &[Offer], reading: &mut Reading) -> Option<Command> {
        let cap = act.cap(offers);
        match act {
            Act::Pass => Some(Command::Pass),
            Act::TakeBack => Some(Command::TakeBackMerge),
            Act::Return => Some(Command::Return { what: self.said(reading)? }),
            Act::Admit => Some(Command::Admit { reason: self.said(reading)? }),
            Act::SetAside => Some(Command::SetAside { reason: self.said(reading)? }),
            Act::RuleOut => {
                let item = reading.chosen("item", self.item.get());
                let reason = self.said(reading);
                Some(Command::RuleOut { item: item?, reason: reason? })
            }
            Act::Send => {
                let lead = reading.chosen("lead", self.lead.get());
                let due = parse_day(&self.due.get());
                let due = reading.keep(due.ok_or_else(|| fault("due", FieldFault::Date)));
                let (lead, due) = (lead?, due?);
                let others = self.others.get().into_iter().filter(|it| *it != lead).collect();
                Some(Command::SendToReview { lead, others, due })
            }
            Act::Assess => {
                let finding = self.finding(cap, reading)?;
                Some(Command::Assess { department: assesses_for(offers)?, finding })
            }
            Act::Conclude => Some(Command::Conclude { finding: self.finding(cap, reading)? }),
            Act::Shortlist => {
                let cost = Money::parse(&self.cost.get()).map_err(FieldFault::Money);
                let cost = cost.map_err(|why| fault("cost", why));
                let cost = reading.keep(cost.and_then(|cost| below(cap, cost)));
                Some(Command::Shortlist { cost: cost? })
            }
            Act::Merge => {
                let unknown = || fault("into", FieldFault::UnknownSubmission);
                let into = reading.keep(self.into_now().ok_or_else(unknown));
                let why = self.said(reading);
                Some(Command::OfferMerge { into: into?, why: why? })
            }
        }
    }

    fn said(self, reading: &mut Reading) -> Option<Reason> {
        let said = Reason::parse(&self.reason.get());
        reading.keep(said.map_err(|why| fault("reason", FieldFault::Words(why))))
    }

    fn finding(self, cap: Option<Money>, reading: &mut Reading) -> Option<Finding> {
        let finding = reading.keep_all(self.review_form().parse())?;
        if let Finding::Feasible { cost, .. } = &finding {
            reading.keep(below(cap, *cost))?;
        }
        Some(finding)
    }
}

/// The cost, unless it is more than may be.
fn below(cap: Option<Money>, cost: Money) -> Result<Money, FieldProblem> {
    match cap {
        Some(cap) if cost > cap => Err(fault("cost", FieldFault::AboveCap { cap })),
        Some(_) | None => Ok(cost),
    }
}
