//! What is filled in for an act on a proposal: kept while the page changes, and on this device.
use super::act::{Act, assesses_for};
use crate::{browser::drawer, residents::session, ui::Fault};
use chrono::{Datelike, Days};
use huiyin_domain::{
    digits::parse_count,
    ids::{DepartmentId, ProposalId},
    money::Money,
    proposals::{
        Finding, ReviewForm,
        wire::{ProposalPage, ProposalRef},
    },
    time::Day,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What is filled in, as it is kept on this device.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    form: ReviewForm,
    item: Option<u32>,
    lead: Option<DepartmentId>,
    others: BTreeSet<DepartmentId>,
    due: String,
    into: String,
}

impl Kept {
    /// With what an act begins: what was said before, or what is usual.
    fn first(act: Act, page: &ProposalPage, today: Day) -> Self {
        let review = page.review.as_ref();
        match act {
            Act::Shortlist => {
                let cost = page.stage.cost().map_or_else(String::new, Money::grouped);
                Self { form: ReviewForm { cost, ..ReviewForm::default() }, ..Self::default() }
            }
            Act::Assess => {
                let own = assesses_for(&page.offers);
                let asked = review.map_or(&[][..], |review| review.asked.as_slice());
                let its = asked.iter().find(|one| Some(one.id) == own);
                Self::said(its.and_then(|one| one.finding.as_ref()))
            }
            Act::Conclude => {
                let lead = review.and_then(|review| review.asked.first());
                Self::said(lead.and_then(|lead| lead.finding.as_ref()))
            }
            Act::Send => {
                let mut asked = review.map_or(&[][..], |review| review.asked.as_slice()).iter();
                let lead = asked.next().map(|lead| lead.id);
                let others = asked.map(|one| one.id).collect();
                Self { lead, others, due: in_ten_days(today).to_string(), ..Self::default() }
            }
            Act::Pass
            | Act::Return
            | Act::RuleOut
            | Act::Admit
            | Act::SetAside
            | Act::Merge
            | Act::TakeBack => Self::default(),
        }
    }

    fn said(finding: Option<&Finding>) -> Self {
        let form = match finding {
            None => ReviewForm::default(),
            Some(Finding::Feasible { cost, months }) => ReviewForm {
                can_be_done: Some(true),
                cost: cost.grouped(),
                months: months.to_string(),
                reason: String::new(),
            },
            Some(Finding::NotFeasible { reason }) => ReviewForm {
                can_be_done: Some(false),
                reason: reason.to_string(),
                ..ReviewForm::default()
            },
        };
        Self { form, ..Self::default() }
    }
}

/// The tenth day from Monday to Friday after today. Holidays among them are the server's to know:
/// of a day on which nobody works it names the next one that is worked.
fn in_ten_days(today: Day) -> Day {
    let ahead = match today.weekday().num_days_from_monday() {
        5 => 13,
        6 => 12,
        _ => 14,
    };
    today.checked_add_days(Days::new(ahead)).unwrap_or(today)
}

/// What is filled in; each act reads its part.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    /// Can it be done?
    pub can_be_done: RwSignal<Option<bool>>,
    /// What it costs.
    pub cost: RwSignal<String>,
    /// How many months it takes.
    pub months: RwSignal<String>,
    /// Why, or what to mend.
    pub reason: RwSignal<String>,
    /// The item of the list, from one.
    pub item: RwSignal<Option<u32>>,
    /// The department that gives the public answer.
    pub lead: RwSignal<Option<DepartmentId>>,
    /// Those that are asked beside it.
    pub others: RwSignal<BTreeSet<DepartmentId>>,
    /// By which day.
    pub due: RwSignal<String>,
    /// The number of the other proposal.
    pub into: RwSignal<String>,
    /// The other proposal, once it was looked up; that is not kept.
    pub found: RwSignal<Option<ProposalRef>>,
    /// With what this began; that is not kept, since others may change it meanwhile.
    began: StoredValue<Kept>,
    /// What is wrong.
    pub faults: RwSignal<Vec<Fault>>,
}

impl Typed {
    /// What was kept of an act on a proposal, or what it begins with.
    pub fn of(drawer: &str, act: Act, page: &ProposalPage, today: Day) -> Self {
        let first = Kept::first(act, page, today);
        let kept: Kept = drawer::get(drawer).unwrap_or_else(|| first.clone());
        Self {
            can_be_done: RwSignal::new(kept.form.can_be_done),
            cost: RwSignal::new(kept.form.cost),
            months: RwSignal::new(kept.form.months),
            reason: RwSignal::new(kept.form.reason),
            item: RwSignal::new(kept.item),
            lead: RwSignal::new(kept.lead),
            others: RwSignal::new(kept.others),
            due: RwSignal::new(kept.due),
            into: RwSignal::new(kept.into),
            found: RwSignal::new(None),
            began: StoredValue::new(first),
            faults: RwSignal::new(Vec::new()),
        }
    }

    /// Keeps what is written on this device, now and whenever it changes.
    pub fn keep(self, drawer: String) {
        Effect::new(move || {
            let kept = Kept {
                form: self.review_form(),
                item: self.item.get(),
                lead: self.lead.get(),
                others: self.others.get(),
                due: self.due.get(),
                into: self.into.get(),
            };
            if kept == self.began.get_value() {
                drawer::remove(&drawer);
            } else {
                // Where this device cannot keep it, it holds as long as the page is open.
                let _ = drawer::set(&drawer, &kept);
            }
        });
    }

    /// The finding as the domain reads it.
    pub fn review_form(self) -> ReviewForm {
        ReviewForm {
            can_be_done: self.can_be_done.get(),
            cost: self.cost.get(),
            months: self.months.get(),
            reason: self.reason.get(),
        }
    }

    /// The number of the other proposal, if one is typed.
    pub fn into_now(self) -> Option<ProposalId> {
        parse_count(&self.into.get()).map(ProposalId)
    }

    /// The other proposal, as long as its number is the one that was looked up.
    pub fn found_now(self) -> Option<ProposalRef> {
        let into = self.into_now();
        self.found.get().filter(|found| Some(found.id) == into)
    }

    /// The fault of one field.
    pub fn fault(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || Fault::for_field(&self.faults.get(), field))
    }
}

/// Where an act on a proposal is kept on this device.
pub(super) fn drawer_of(id: ProposalId, act: &str) -> String {
    session::place(&format!("draft.proposal-{id}-{act}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use huiyin_domain::time::parse_day;

    #[test]
    fn ten_days_from_monday_to_friday_are_two_weeks_however_one_begins() {
        let day = |raw: &str| parse_day(raw).unwrap();
        // A Tuesday, and the Saturday and Sunday before it.
        for (today, due) in [
            ("2026-11-24", "2026-12-08"),
            ("2026-11-21", "2026-12-04"),
            ("2026-11-22", "2026-12-04"),
        ] {
            assert_eq!(in_ten_days(day(today)), day(due), "{today}");
        }
    }

    #[test]
    fn a_finding_is_put_in_as_it_was_said() {
        let finding = Finding::Feasible { cost: Money::yuan(8_000), months: 3 };
        assert_eq!(Kept::said(Some(&finding)).form.parse(), Ok(finding));
        assert_eq!(Kept::said(None), Kept::default());
    }
}
