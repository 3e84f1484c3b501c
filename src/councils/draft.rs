//! When one can come to a series, as it is being said: kept on the phone until it is sent.
use crate::{
    api::Key,
    browser::{document, drawer},
    residents::session,
    ui::is_fresh,
};
use huiyin_domain::{
    councils::series::{AnswerForm, Asked, Mark, wire::SeriesPage},
    ids::{SeriesId, SlotId},
    problems::FieldProblem,
    time::Moment,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::Arc};

/// How one would like to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum How {
    /// As in one's usual week, and then the exceptions.
    Week,
    /// Any time is fine.
    Always,
    /// None is.
    Never,
    /// One by one.
    Each,
    /// Only the times that were added since one's last answer.
    OnlyNew,
}

impl How {
    /// Are the dated times asked for?
    pub fn asks_for_days(self) -> bool {
        match self {
            Self::Week | Self::Each | Self::OnlyNew => true,
            Self::Always | Self::Never => false,
        }
    }
}

/// An answer that is being given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// What is said so far; marks stay when somebody tries another way to answer.
    pub form: AnswerForm,
    /// How one would like to answer.
    pub how: Option<How>,
    /// Names the sending, so that a retry after a lost answer is the same one.
    key: Key,
    saved_at: Moment,
}

impl Draft {
    /// What is sent. Any and none are marks on each time that is offered now.
    pub fn answer(&self, page: &SeriesPage) -> AnswerForm {
        let all = |mark| {
            let mut marks = before(page);
            marks.extend(page.series.offered().iter().map(|asked| (asked.slot.id, mark)));
            AnswerForm { marks, ..self.form.clone() }
        };
        match self.how {
            Some(How::Always) => all(Mark::Can),
            Some(How::Never) => all(Mark::Cannot),
            Some(How::Week | How::Each | How::OnlyNew) | None => self.form.clone(),
        }
    }

    /// Could one come at any time, by this answer?
    pub fn is_possible(&self, page: &SeriesPage) -> bool {
        self.answer(page).marks.values().any(|mark| mark.is_possible())
    }

    /// The times that are asked about.
    pub fn asked(&self, page: &SeriesPage) -> Vec<Asked> {
        let is_asked = |asked: &&&Asked| match (self.how, &page.mine) {
            (Some(How::OnlyNew), Some(mine)) => mine.open.contains(&asked.slot.id),
            (Some(How::Week | How::Always | How::Never | How::Each | How::OnlyNew) | None, _) => {
                true
            }
        };
        page.series.offered().iter().filter(is_asked).map(|asked| (*asked).clone()).collect()
    }

    /// What is missing.
    pub fn problems(&self, page: &SeriesPage) -> Vec<FieldProblem> {
        self.answer(page).parse(&page.series).err().unwrap_or_default()
    }

    /// Begins with what the community knows; who has answered is asked only about what is new.
    fn begin(page: &SeriesPage) -> Self {
        let form = page.mine.as_ref().map(|mine| mine.form.clone()).unwrap_or_default();
        let marks = match is_only_new(page) {
            true => form.marks,
            false => before(page),
        };
        Self {
            form: AnswerForm { marks, ..form },
            how: is_only_new(page).then_some(How::OnlyNew),
            key: Key::fresh(),
            saved_at: document::phone_clock(),
        }
    }
}

/// What one said before, if anything.
fn before(page: &SeriesPage) -> BTreeMap<SlotId, Mark> {
    let kept = page.mine.as_ref().and_then(|mine| mine.kept.as_ref());
    kept.map(|kept| kept.answer.marks.clone()).unwrap_or_default()
}

/// Has one answered, and were times added since?
pub fn is_only_new(page: &SeriesPage) -> bool {
    page.mine.as_ref().is_some_and(|mine| mine.kept.is_some() && !mine.open.is_empty())
}

/// Has one answered before?
pub fn has_answered(page: &SeriesPage) -> bool {
    page.mine.as_ref().is_some_and(|mine| mine.kept.is_some())
}

/// Does the community know one's usual week?
pub fn knows_week(page: &SeriesPage) -> bool {
    page.mine.as_ref().is_some_and(|mine| !mine.by_week.is_empty())
}

/// The name of the drawer in which the answer to a series lies.
pub(super) fn place(series: SeriesId) -> String {
    session::place(&format!("draft.series.{series}"))
}

/// The answer to a series is sent.
pub(super) fn forget(series: SeriesId) {
    drawer::remove(&place(series));
}

/// The same as the screens write it: every change is kept at once.
#[derive(Clone, Copy)]
pub struct Answering {
    page: StoredValue<Arc<SeriesPage>>,
    draft: RwSignal<Draft>,
    /// Can this phone keep it?
    pub is_kept: RwSignal<bool>,
}

impl Answering {
    /// Takes up what was begun on this phone, or begins anew.
    pub fn take_up(page: SeriesPage) -> Self {
        let kept = drawer::get::<Draft>(&place(page.series.id));
        let draft = kept.filter(|draft| is_fresh(draft.saved_at));
        let draft = draft.unwrap_or_else(|| Draft::begin(&page));
        Self {
            page: StoredValue::new(Arc::new(page)),
            draft: RwSignal::new(draft),
            is_kept: RwSignal::new(true),
        }
    }

    /// The series.
    pub fn page(self) -> Arc<SeriesPage> {
        self.page.get_value()
    }

    /// The number of the series.
    pub fn series(self) -> SeriesId {
        self.page.with_value(|page| page.series.id)
    }

    /// Asks something of the draft; asked again when it changes.
    pub fn with<T>(self, ask: impl FnOnce(&Draft) -> T) -> T {
        self.draft.with(ask)
    }

    /// Asks something of the draft and the series, once.
    pub fn with_now<T>(self, ask: impl FnOnce(&Draft, &SeriesPage) -> T) -> T {
        self.page.with_value(|page| self.draft.with_untracked(|draft| ask(draft, page)))
    }

    /// What is sent, and its key.
    pub fn to_send(self) -> (AnswerForm, Key) {
        self.with_now(|draft, page| (draft.answer(page), draft.key.clone()))
    }

    /// Writes an answer. What is answered otherwise is a new sending.
    pub fn write(self, answer: impl FnOnce(&mut AnswerForm)) {
        self.change(|draft| answer(&mut draft.form));
    }

    /// Chooses how to answer; what is marked already stays.
    pub fn choose(self, how: How) {
        let known = self.page.with_value(|page| match (how, &page.mine) {
            (How::Week | How::OnlyNew, Some(mine)) => mine.form.marks.clone(),
            (How::Each | How::Always | How::Never, _) | (_, None) => BTreeMap::new(),
        });
        self.change(|draft| {
            draft.how = Some(how);
            for (slot, mark) in known {
                draft.form.marks.entry(slot).or_insert(mark);
            }
        });
    }

    fn change(self, with: impl FnOnce(&mut Draft)) {
        let name = place(self.series());
        let is_kept = self.draft.try_update(|draft| {
            with(draft);
            draft.key = Key::fresh();
            draft.saved_at = document::phone_clock();
            drawer::set(&name, draft)
        });
        self.is_kept.set(is_kept.unwrap_or(false));
    }
}
