//! Deciding on a case: hiding something or nothing, appealing, and answering an appeal.
use super::rule_choice::RuleChoice;
use crate::{
    api::Precondition,
    ui::{ActButton, Acts, AreaField, ErrorSummary, Fault, Look, SelectField},
    words::use_text,
};
use huiyin_domain::{
    contests::Reason,
    moderation::{
        Command, Part, Rule,
        wire::{CasePage, Offer},
    },
    problems::{FieldFault, FieldProblem},
    proposals::PhotoId,
};
use leptos::prelude::*;

const WORDS: &str = "words";
const PART: &str = "part";
/// All the words, among what can be hidden.
const TEXT: &str = "text";

/// What is filled in.
#[derive(Clone, Copy)]
struct Typed {
    part: RwSignal<String>,
    rule: RwSignal<Option<Rule>>,
    words: RwSignal<String>,
    faults: RwSignal<Vec<Fault>>,
}

impl Typed {
    fn new() -> Self {
        Self {
            part: RwSignal::new(TEXT.to_owned()),
            rule: RwSignal::new(None),
            words: RwSignal::new(String::new()),
            faults: RwSignal::new(Vec::new()),
        }
    }

    fn fault(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || Fault::for_field(&self.faults.get(), field))
    }

    fn part(self) -> Part {
        match self.part.get_untracked() {
            part if part == TEXT => Part::Text,
            photo => Part::Photo { photo: PhotoId(photo) },
        }
    }

    /// What was asked for, or every fault beside its field.
    fn read(self, offer: Offer) -> Option<Command> {
        let mut problems = Vec::new();
        let mut wrong = |field: &str, fault| {
            problems.push(FieldProblem { field: field.to_owned(), fault });
        };
        let rule = self.rule.get_untracked();
        if offer == Offer::Hide && rule.is_none() {
            wrong("rule", FieldFault::NothingChosen);
        }
        let words = Reason::parse(&self.words.get_untracked());
        if let Err(problem) = &words {
            wrong(WORDS, FieldFault::Words(*problem));
        }
        self.faults.set(Fault::of(&problems));
        let words = words.ok()?;
        match offer {
            Offer::Hide => Some(Command::Hide { part: self.part(), rule: rule?, words }),
            Offer::Keep => Some(Command::Keep { words }),
            Offer::Appeal => Some(Command::Appeal { words }),
            Offer::Restore => Some(Command::Restore { words }),
            Offer::Uphold => Some(Command::Uphold { words }),
        }
    }
}

/// What this person may do, with the words it needs.
#[component]
pub fn DecideForm(
    /// What that is.
    offers: Vec<Offer>,
    /// The case.
    page: RwSignal<CasePage>,
    /// Sends it.
    acts: Acts<Command, CasePage>,
) -> impl IntoView {
    let words = &use_text().moderation;
    let typed = Typed::new();
    let hides = offers.contains(&Offer::Hide);
    let is_author = offers.contains(&Offer::Appeal);
    let (label, hint) = match is_author {
        true => (words.pages.appeal_words, words.pages.appeal_hint),
        false => (words.pages.decide_words, words.pages.decide_hint),
    };
    let press = move |offer: Offer| {
        if let Some(command) = typed.read(offer) {
            acts.send(command, |page| Precondition::Version(page.version));
        }
    };
    let button = move |offer: Offer| {
        let look = match offer {
            Offer::Hide => Look::Warn,
            Offer::Appeal | Offer::Restore => Look::Main,
            Offer::Keep | Offer::Uphold => Look::Quiet,
        };
        view! {
            <ActButton
                casts=true words=(words.pages.offer)(offer) look busy=acts.busy()
                on_press=move || press(offer)
            />
        }
    };
    view! {
        <section class="stack">
            <ErrorSummary faults=typed.faults />
            {hides.then(|| view! { <What page typed /> })}
            <AreaField
                name=WORDS label hint value=typed.words fault=typed.fault(WORDS)
                is_spoken=is_author
            />
            {offers.into_iter().map(button).collect_view()}
        </section>
    }
}

/// What is to be hidden, and against which rule it is.
#[component]
fn What(page: RwSignal<CasePage>, typed: Typed) -> impl IntoView {
    let words = &use_text().moderation;
    let photos = page.with_untracked(|page| page.whole.as_ref().map(|it| it.photos.clone()));
    let mut options = vec![(TEXT.to_owned(), words.pages.all_words.to_owned())];
    for (at, photo) in photos.unwrap_or_default().into_iter().enumerate() {
        options.push((photo.0, (words.pages.nth_photo)(at + 1)));
    }
    view! {
        <SelectField name=PART label=words.pages.what options value=typed.part />
        <RuleChoice legend=words.pages.which_rule chosen=typed.rule fault=typed.fault("rule") />
    }
}
