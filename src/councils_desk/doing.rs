//! What the form of an act works with: the series, what is wrong, and what is kept on this device.
use super::act::Act;
use crate::{
    api::Precondition,
    browser::drawer,
    residents::session,
    ui::{ActButton, Acts, ErrorSummary, Fault, Look, OutcomeNotice},
    words::use_text,
};
use huiyin_domain::{
    councils::{
        Reason,
        series::{Command, wire::SeriesPage},
    },
    ids::SeriesId,
    problems::{FieldFault, FieldProblem},
};
use leptos::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

/// What the form of an act works with.
#[derive(Clone, Copy)]
pub(super) struct Doing {
    /// Which act.
    pub act: Act,
    /// The series.
    pub page: RwSignal<SeriesPage>,
    /// Sends commands.
    pub acts: Acts<Command, SeriesPage>,
    /// What is wrong with what is filled in.
    pub faults: RwSignal<Vec<Fault>>,
    place: StoredValue<String>,
}

impl Doing {
    /// An act that has just been opened.
    pub fn new(
        act: Act,
        page: RwSignal<SeriesPage>,
        acts: Acts<Command, SeriesPage>,
        id: SeriesId,
    ) -> Self {
        let place = session::place(&format!("draft.series-{id}-{}", act.name()));
        let faults = RwSignal::new(Vec::new());
        Self { act, page, acts, faults, place: StoredValue::new(place) }
    }

    /// The number of the series.
    pub fn id(self) -> SeriesId {
        self.page.with_untracked(|page| page.series.id)
    }

    /// What was filled in and is kept on this device, if something is.
    pub fn kept<T: DeserializeOwned>(self) -> Option<T> {
        self.place.with_value(|place| drawer::get(place))
    }

    /// Keeps what is filled in on this device, now and whenever it changes; what is as it was at
    /// `first` is not kept, since others may change that meanwhile.
    pub fn keep<T: PartialEq + Serialize + 'static>(
        self,
        first: T,
        form: impl Fn() -> T + 'static,
    ) {
        Effect::new(move || {
            let form = form();
            self.place.with_value(|place| {
                if form == first {
                    drawer::remove(place);
                } else {
                    // Where this device cannot keep it, it holds as long as the page is open.
                    let _ = drawer::set(place, &form);
                }
            });
        });
    }

    /// Forgets what was filled in.
    pub fn forget(self) {
        self.place.with_value(|place| drawer::remove(place));
    }

    /// What is wrong with one field.
    pub fn fault(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || Fault::for_field(&self.faults.get(), field))
    }

    /// Shows what is wrong, or nothing.
    pub fn show(self, problems: &[FieldProblem]) {
        self.faults.set(faults_of(problems));
    }

    /// Sends the command, or shows what is wrong with what is filled in.
    pub fn send(self, read: Result<Command, Vec<FieldProblem>>) {
        match read {
            Ok(command) => {
                self.show(&[]);
                self.acts.send(command, |page| Precondition::Version(page.series.version));
            }
            Err(problems) => self.show(&problems),
        }
    }
}

/// What is wrong, in the words of this room where it has its own.
pub(super) fn faults_of(problems: &[FieldProblem]) -> Vec<Fault> {
    let words = &use_text().councils_desk;
    let mut faults = Fault::of(problems);
    for (fault, problem) in faults.iter_mut().zip(problems) {
        if let Some(sentence) = (words.fault)(&problem.field, &problem.fault) {
            sentence.clone_into(&mut fault.words);
        }
    }
    faults
}

/// A field and what is wrong with it.
pub(super) fn wrong(field: &str, fault: FieldFault) -> FieldProblem {
    FieldProblem { field: field.to_owned(), fault }
}

/// A reason as it was typed.
pub(super) fn read_reason(raw: &str) -> Result<Reason, FieldProblem> {
    Reason::parse(raw).map_err(|problem| wrong("reason", FieldFault::Words(problem)))
}

/// Both of what was read, or all that is wrong with either.
pub(super) fn both<A, B>(
    one: Result<A, FieldProblem>,
    other: Result<B, FieldProblem>,
) -> Result<(A, B), Vec<FieldProblem>> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(one), Err(other)) => Err(vec![one, other]),
        (Err(problem), Ok(_)) | (Ok(_), Err(problem)) => Err(vec![problem]),
    }
}

/// The form of an act: what came of it, what is wrong, what it means, its fields, and the button.
#[component]
pub(super) fn ActForm(
    /// Which act, on which series.
    doing: Doing,
    /// Reads the fields and sends.
    send: impl Fn() + 'static,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let words = &use_text().councils_desk;
    let act = doing.act;
    let look = if act == Act::Cancel { Look::Warn } else { Look::Main };
    view! {
        <section class="stack">
            <OutcomeNotice outcome=doing.acts.outcome />
            <ErrorSummary faults=doing.faults />
            <p>{(words.means)(act)}</p>
            {children()}
            <ActButton
                words=(words.send)(act) casts=true look busy=doing.acts.busy() on_press=send
            />
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let (date, none) = (wrong("until", FieldFault::Date), wrong("which", FieldFault::Date));
        assert_eq!(both(Ok(1), Ok(2)), Ok((1, 2)));
        assert_eq!(both::<u8, u8>(Err(date.clone()), Ok(2)), Err(vec![date.clone()]));
        assert_eq!(both::<u8, u8>(Err(date.clone()), Err(none.clone())), Err(vec![date, none]));
    }
}
