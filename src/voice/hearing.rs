//! Hearing: one command at a time, what it came to in words, and the second yes.
use super::acting;
use crate::{
    browser::{
        controls::{self, Controls},
        recogniser::{Event, Listening, Manner, Why, listen},
        speech::{self, Found},
    },
    words::{Text, use_text},
};
use huiyin_domain::voice::{Answer, Dialogue, Heard, VoiceCommand, parse, split, spoken};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_navigate;
use std::rc::Rc;

/// What the ear is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing, as at first.
    Quiet,
    /// The phone may be asking about the microphone.
    Asking,
    /// It listens.
    Listening,
    /// What a command came to.
    Told(String),
    /// It ended without words.
    Ended(Why),
}

/// Are commands followed, or only tried?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// They are followed.
    Follow,
    /// It is only said what they would do.
    Try,
}

/// A command is one sentence.
const COMMAND_MS: u32 = 8_000;
/// A voice that reads back is given up on after so long a sentence.
const SENTENCE_MS: u32 = 20_000;

type Go = Rc<dyn Fn(&str)>;

/// Listens for commands on the page that is shown.
#[derive(Clone, Copy)]
pub struct Hearing {
    /// What it is doing.
    pub state: RwSignal<State>,
    /// What was heard last.
    pub heard: RwSignal<Option<String>>,
    purpose: Purpose,
    text: &'static Text,
    dialogue: StoredValue<Dialogue>,
    /// What was read back: a yes holds for exactly this.
    read_back: StoredValue<String>,
    listening: StoredValue<Option<Listening>, LocalStorage>,
    go: StoredValue<Go, LocalStorage>,
}

impl Hearing {
    /// One for the pages of this language.
    pub fn new(purpose: Purpose) -> Self {
        let navigate = use_navigate();
        let go: Go = Rc::new(move |to: &str| navigate(to, Default::default()));
        Self {
            state: RwSignal::new(State::Quiet),
            heard: RwSignal::new(None),
            purpose,
            text: use_text(),
            dialogue: StoredValue::new(Dialogue::Idle),
            read_back: StoredValue::new(String::new()),
            listening: StoredValue::new_local(None),
            go: StoredValue::new_local(go),
        }
    }

    /// Is it listening, or about to?
    pub fn is_busy(self) -> bool {
        matches!(self.state.get(), State::Asking | State::Listening)
    }

    /// Listens for one command.
    pub fn start(self) {
        // The phone's own voice must not be heard as an answer.
        speech::hush();
        self.heard.set(None);
        self.state.set(State::Asking);
        let tag = self.text.language.tag();
        let manner = Manner { tag, is_continuous: false, most_ms: COMMAND_MS };
        let listening = listen(manner, move |event| self.take(event));
        if listening.is_none() {
            self.state.set(State::Ended(Why::Missing));
        }
        self.listening.set_value(listening);
    }

    /// Listens no longer.
    pub fn stop(self) {
        self.listening.set_value(None);
        self.state.set(State::Quiet);
    }

    /// Forgets what waits for a yes: the page, or something on it, has changed.
    pub fn forget(self) {
        let _ = self.dialogue.try_set_value(Dialogue::Idle);
    }

    fn take(self, event: Event) {
        // The page may have been left while the phone was thinking.
        if self.state.is_disposed() {
            return;
        }
        match event {
            Event::Started => self.state.set(State::Listening),
            Event::Heard { text, is_final } => {
                self.heard.set(Some(text.clone()));
                if is_final {
                    self.listening.set_value(None);
                    self.follow(&text);
                }
            }
            Event::Ended { why } => self.state.set(State::Ended(why)),
        }
    }

    fn follow(self, words: &str) {
        let heard = parse(words, self.text.language.tongue());
        if self.purpose == Purpose::Try {
            return self.tell(match &heard {
                Heard::Command { command, .. } => (self.text.voice.means)(command),
                Heard::NotUnderstood { .. } => self.text.voice.not_understood.to_owned(),
            });
        }
        let here = Controls::here();
        let (dialogue, answer) = self.dialogue.get_value().step(&heard, here.named());
        let is_waiting = dialogue != Dialogue::Idle;
        self.dialogue.set_value(dialogue);
        self.act(&answer, &here, is_waiting);
    }

    fn act(self, answer: &Answer, here: &Controls, is_waiting: bool) {
        let words = &self.text.voice;
        let told = match answer {
            Answer::Run(errand) => {
                self.go.with_value(|go| acting::run(*errand, go.as_ref()));
                (words.ran)(*errand)
            }
            Answer::Press(place) => acting::press(here, *place, words),
            Answer::ReadBack(place) => return self.read_back(here.name(*place), None),
            Answer::Cast(confirmed) => {
                let name = here.name(confirmed.control()).to_owned();
                if self.read_back.with_value(|read| *read != controls::to_read_back()) {
                    // What was read back is no longer what would be cast.
                    let again = self.dialogue.get_value().step(
                        &Heard::Command {
                            words: name.clone(),
                            command: VoiceCommand::Press(name.clone()),
                        },
                        here.named(),
                    );
                    self.dialogue.set_value(again.0);
                    return self.read_back(&name, Some(words.changed));
                }
                // Said first: a press may lead to another page at once.
                self.tell((words.casting)(&name));
                here.cast(confirmed);
                return;
            }
            Answer::WhichOne(places) => {
                let names: Vec<&str> = places.iter().map(|place| here.name(*place)).collect();
                (words.which_one)(&names)
            }
            Answer::OnlySoMany(n) => (words.only_so_many)(*n),
            Answer::Cancelled => words.cancelled.to_owned(),
            Answer::NothingAsked => words.nothing_asked.to_owned(),
            Answer::NothingNext => words.nothing_next.to_owned(),
            Answer::NotUnderstood if is_waiting => words.yes_or_no.to_owned(),
            Answer::NotUnderstood => words.not_understood.to_owned(),
        };
        self.tell(told);
    }

    fn tell(self, words: String) {
        self.state.set(State::Told(words));
    }

    /// Shows and says what would be cast, and then listens for the yes.
    fn read_back(self, name: &str, first: Option<&'static str>) {
        let what = controls::to_read_back();
        self.read_back.set_value(what.clone());
        let words = (self.text.voice.read_back)(name, &what);
        let words = first.into_iter().map(str::to_owned).chain([words]).collect::<Vec<_>>();
        let words = words.join("\n");
        self.tell(words.clone());
        spawn_local(async move {
            self.say(&words).await;
            let is_still_asked = self.state.try_get_untracked() == Some(State::Told(words))
                && self.dialogue.try_get_value().is_some_and(|it| it != Dialogue::Idle);
            if is_still_asked {
                self.listen_for_yes();
            }
        });
    }

    /// Listens on, with the question still to be read on the page.
    fn listen_for_yes(self) {
        let tag = self.text.language.tag();
        let manner = Manner { tag, is_continuous: false, most_ms: COMMAND_MS };
        // When nothing comes, the question stays, and the button waits for another press.
        let take = move |event| match event {
            Event::Heard { .. } => self.take(event),
            Event::Started | Event::Ended { .. } => {}
        };
        let listening = listen(manner, take);
        let _ = self.listening.try_set_value(listening);
    }

    async fn say(self, words: &str) {
        let language = self.text.language;
        let prefix = language.tag().split('-').next().unwrap_or_default();
        let voice = match speech::find_voice(prefix).await {
            Found::Voice(voice) => Some(voice),
            Found::Unlisted => None,
            // It stands on the page.
            Found::OtherLanguages | Found::Missing => return,
        };
        for range in split(words) {
            let sentence = spoken(&words[range], language.tongue());
            let said =
                speech::say(&sentence, language.tag(), voice.as_ref(), 1.0, SENTENCE_MS).await;
            if said != speech::Said::All {
                return;
            }
        }
    }
}
