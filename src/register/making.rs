//! Making the letters of a batch, some at a time; their codes are known in this window alone.
use crate::{
    api::{Api, ApiError, Key, Precondition, Unanswered, use_api},
    routes::Route,
    ui::say,
    words::use_text,
};
use huiyin_domain::{
    ids::LetterBatchId,
    refusals::Refusal,
    register::letters::{Addressee, ChunkForm, MadeLetter, MadeLetters, next_chunk},
    web_address::WebAddress,
};
use leptos::prelude::*;

/// A batch whose letters are being made.
#[derive(Clone, Copy)]
pub struct Making {
    /// Everybody in the batch, with what has been made meanwhile.
    pub people: RwSignal<Vec<Addressee>>,
    /// The letters that were made in this window.
    pub letters: RwSignal<Vec<MadeLetter>>,
    /// Why it stopped, if it did before all were made.
    pub error: RwSignal<Option<ApiError>>,
    action: Action<(), ()>,
}

impl Making {
    /// Gets ready; nothing is made yet.
    pub fn new(batch: LetterBatchId, people: Vec<Addressee>) -> Self {
        let api = use_api();
        let words = &use_text().register.letters;
        let people = RwSignal::new(people);
        let letters = RwSignal::new(Vec::new());
        let error = RwSignal::new(None);
        // Letters whose answer was lost are asked for again under their key. When the server
        // says that it has told their codes, nobody has seen them: those are made once more.
        let unanswered = Unanswered::<ChunkForm>::of_one();
        let action = Action::new_local(move |(): &()| async move {
            error.set(None);
            let mut next = unanswered.last().map(|(form, _)| form);
            while let Some(form) = next.take().or_else(|| fresh(api, people)) {
                let key = unanswered.key_for(&form);
                let answer = ask(api, batch, &form, &key).await;
                unanswered.note(&form, &answer);
                // What was made is in this window only; more is of no use once it is left.
                if people.is_disposed() {
                    return;
                }
                match answer {
                    Ok(made) => {
                        if take(made, people, letters).is_none() {
                            return;
                        }
                        let progress = people.with_untracked(|people| {
                            (words.progress)(n_made(people), people.len())
                        });
                        say(progress);
                    }
                    Err(problem) if problem.refusal() == Some(&Refusal::ToldOnce) => {
                        next = Some(ChunkForm { again: true, ..form });
                    }
                    Err(problem) => {
                        error.try_set(Some(problem));
                        return;
                    }
                }
            }
        });
        Self { people, letters, error, action }
    }

    /// Makes all that were not made, until it is done or something is in the way.
    pub fn go_on(self) {
        if !self.action.pending().get_untracked() {
            self.action.dispatch_local(());
        }
    }

    /// Are letters on their way?
    pub fn busy(self) -> Signal<bool> {
        self.action.pending().into()
    }

    /// How many of the batch were made, here or elsewhere, and how many it has.
    pub fn progress(self) -> (usize, usize) {
        self.people.with(|people| (n_made(people), people.len()))
    }
}

fn n_made(people: &[Addressee]) -> usize {
    people.iter().filter(|person| person.made.is_some()).count()
}

/// The next letters; none when all are made, or the page was left.
fn fresh(api: Api, people: RwSignal<Vec<Addressee>>) -> Option<ChunkForm> {
    let residents = people.try_with_untracked(|people| next_chunk(people))?;
    let sign_in = WebAddress::parse(&api.page_address(&Route::SignIn.href()))?;
    (!residents.is_empty()).then_some(ChunkForm { residents, again: false, sign_in })
}

async fn ask(
    api: Api,
    batch: LetterBatchId,
    form: &ChunkForm,
    key: &Key,
) -> Result<MadeLetters, ApiError> {
    api.post(&format!("letters/{batch}/chunks"), form, key, Precondition::None).await
}

/// Puts letters beside those that were made before; nothing when the page was left.
fn take(
    made: MadeLetters,
    people: RwSignal<Vec<Addressee>>,
    letters: RwSignal<Vec<MadeLetter>>,
) -> Option<()> {
    people.try_update(|people| {
        for MadeLetter { resident, letter } in &made.letters {
            if let Some(person) = people.iter_mut().find(|person| person.resident == *resident) {
                person.made = Some(letter.printed_at);
                person.letter = Some(letter.code.letter().to_owned());
            }
        }
    })?;
    letters.try_update(|letters| letters.extend(made.letters))
}
