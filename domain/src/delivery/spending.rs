//! The book of a project: payments with receipts, and corrections as entries of their own.
use super::{DeliveryRefusal, Project};
use crate::{
    money::Money,
    proposals::PhotoId,
    time::{Day, Moment, iso_day},
    words::Words,
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// What money was paid for, or why an entry is corrected.
pub type ForWhat = Words<200>;
/// What shows a payment (凭据): the number of an invoice, or who signed for it.
pub type Receipt = Words<200>;

/// A payment (拨付) as it is entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// How much.
    pub amount: Money,
    /// On which day it was paid.
    #[serde(with = "iso_day")]
    pub on: Day,
    /// What for.
    pub words: ForWhat,
    /// What shows it.
    pub receipt: Receipt,
    /// Pictures of the receipt.
    pub photos: Vec<PhotoId>,
}

/// What an entry does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum EntryKind {
    /// Money was paid.
    Paid,
    /// An earlier payment is corrected downwards (冲销): it came back, or was never so much.
    Corrected {
        /// Which.
        of: u32,
    },
}

/// One line of the book (第几笔). None is ever taken away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Which, from one.
    pub n: u32,
    /// What it does.
    #[serde(rename = "does")]
    pub kind: EntryKind,
    /// When it was entered.
    pub at: Moment,
    /// On which day it was paid or came back.
    #[serde(with = "iso_day")]
    pub on: Day,
    /// How much.
    pub amount: Money,
    /// What for, or why.
    pub words: ForWhat,
    /// What shows it; a correction explains itself by its words.
    pub receipt: Option<Receipt>,
    /// Pictures of the receipt.
    pub photos: Vec<PhotoId>,
}

impl Project {
    /// What was spent: all payments without what was corrected.
    pub fn spent(&self) -> Money {
        self.entries.iter().fold(Money::default(), |spent, entry| match entry.kind {
            // Amounts lie far below what the type holds, and corrections below what was paid.
            EntryKind::Paid => spent.plus(entry.amount).unwrap_or(spent),
            EntryKind::Corrected { .. } => spent.minus(entry.amount).unwrap_or(spent),
        })
    }

    /// What is left of the award.
    pub fn left(&self) -> Money {
        self.award.minus(self.spent()).unwrap_or_default()
    }

    /// The number of the next entry.
    pub fn next_entry(&self) -> u32 {
        self.entries.last().map_or(1, |entry| entry.n.saturating_add(1))
    }

    /// What is left of a payment after its corrections; nothing where that is no payment.
    pub fn left_of(&self, n: u32) -> Option<Money> {
        let is_it = |entry: &&Entry| entry.n == n && entry.kind == EntryKind::Paid;
        let paid = self.entries.iter().find(is_it)?.amount;
        let corrects = |entry: &&Entry| entry.kind == EntryKind::Corrected { of: n };
        let back = self.entries.iter().filter(corrects);
        Some(back.fold(paid, |left, entry| left.minus(entry.amount).unwrap_or_default()))
    }
}

/// Can this be paid? Never more than is left of the award, and nothing that lies ahead.
pub(super) fn check_payment(
    project: &Project,
    payment: &Payment,
    today: Day,
) -> Result<(), DeliveryRefusal> {
    if payment.on > today {
        return Err(DeliveryRefusal::PaidAhead { today });
    }
    let left = project.left();
    if payment.amount == Money::default() || payment.amount > left {
        return Err(DeliveryRefusal::AboveAward { left });
    }
    Ok(())
}

/// Can so much of a payment be taken back? Never more than is left of it.
pub(super) fn check_correction(
    project: &Project,
    of: u32,
    amount: Money,
) -> Result<(), DeliveryRefusal> {
    let left = project.left_of(of).ok_or(DeliveryRefusal::UnknownEntry { n: of })?;
    if amount == Money::default() || amount > left {
        return Err(DeliveryRefusal::MoreThanPaid { n: of, left });
    }
    Ok(())
}
