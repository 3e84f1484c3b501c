//! The browser's speech recognition: what it hears, and in words we can act on, why it ended.
//!
//! A constructor promises nothing: on many phones it is there and never answers. So everything
//! here has an end of its own, and only a result that arrived counts as proof (`has_worked`).
use super::{document, storage};
use gloo_timers::callback::Timeout;
use js_sys::{Function, Reflect};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// How a recogniser is to listen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manner {
    /// The language, as BCP 47 names it.
    pub tag: &'static str,
    /// Does it go on after a pause? For dictation; a command is one sentence.
    pub is_continuous: bool,
    /// The longest it listens, in milliseconds; then it is asked for what it has.
    pub most_ms: u32,
}

/// What a recogniser tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// It has begun; before that the phone may ask whether it may use the microphone.
    Started,
    /// Words, which may still change unless they are final.
    Heard {
        /// The words.
        text: String,
        /// Will they stay as they are?
        is_final: bool,
    },
    /// It is over; nothing follows.
    Ended {
        /// Why.
        why: Why,
    },
}

/// Why a recogniser ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Words were heard.
    Result,
    /// It worked, but nobody spoke.
    NoSpeech,
    /// The person or the browser does not allow the microphone.
    Denied,
    /// There is no microphone, or another program has it.
    NoMicrophone,
    /// The engine behind the browser cannot be reached; usual where it is a foreign one.
    Network,
    /// The browser broke it off: another tab listens, or the page was put away.
    Aborted,
    /// It said nothing within its time.
    Hung,
    /// The browser has the name of a recogniser, but none behind it.
    Missing,
}

/// Nothing heard for so long: it will not answer any more.
const SILENCE_MS: u32 = 8_000;
/// Before it begins, the person reads the phone's question about the microphone.
const QUESTION_MS: u32 = 30_000;
/// After it was asked to stop, the last words may take a moment.
const LAST_WORDS_MS: u32 = 2_000;
/// Whether a result has ever arrived on this device.
const NAME: &str = "recogniser-worked";

/// A recogniser that listens; it stops when this is dropped, and says nothing more.
pub struct Listening(Rc<Ear>);

struct Ear {
    recognition: JsValue,
    on_event: RefCell<Box<dyn FnMut(Event)>>,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    has_heard: bool,
    /// Words that were not final yet; some phones never make them so.
    unfinished: String,
    silence: Option<Timeout>,
    end: Option<Timeout>,
    has_ended: bool,
    /// Called by the recogniser for as long as it lives.
    handlers: Vec<Closure<dyn FnMut(JsValue)>>,
}

/// Has recognition ever produced a result on this device?
pub fn has_worked() -> bool {
    storage::get(NAME).unwrap_or(false)
}

/// Begins to listen, after a tap; `None` where the browser knows no recogniser.
pub fn listen(manner: Manner, on_event: impl FnMut(Event) + 'static) -> Option<Listening> {
    let recognition = Reflect::construct(&constructor()?, &js_sys::Array::new()).ok()?;
    let settings = [
        ("lang", JsValue::from(manner.tag)),
        ("continuous", manner.is_continuous.into()),
        ("interimResults", true.into()),
        ("maxAlternatives", 1.into()),
    ];
    for (name, value) in settings {
        // A setting that an old engine does not know is left as it is.
        let _ = Reflect::set(&recognition, &name.into(), &value);
    }
    let ear = Rc::new(Ear {
        recognition,
        on_event: RefCell::new(Box::new(on_event)),
        state: RefCell::default(),
    });
    ear.clone().attend(manner.most_ms);
    if ear.call("start").is_err() {
        // Told a moment later, so that whoever asked has this in hand first.
        let late = ear.clone();
        let end = Timeout::new(0, move || late.end(Why::Missing));
        ear.state.borrow_mut().end = Some(end);
    } else {
        ear.clone().expect_words_within(QUESTION_MS);
    }
    Some(Listening(ear))
}

impl Listening {
    /// Asks for what was heard so far and stops.
    pub fn stop(&self) {
        self.0.clone().finish();
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.0.let_go();
    }
}

impl Ear {
    /// Sets what happens when the recogniser tells something.
    fn attend(self: Rc<Self>, most_ms: u32) {
        let ear = self.clone();
        self.on("onstart", move |_| {
            ear.clone().expect_words_within(SILENCE_MS);
            let late = ear.clone();
            let end = Timeout::new(most_ms, move || late.finish());
            ear.state.borrow_mut().end = Some(end);
            ear.tell(Event::Started);
        });
        let ear = self.clone();
        self.on("onresult", move |event| ear.clone().hear(&event));
        let ear = self.clone();
        self.on("onerror", move |event| ear.fail(&text_of(&event, "error")));
        let ear = self.clone();
        self.on("onend", move |_| {
            let has_heard = ear.state.borrow().has_heard;
            ear.end(if has_heard { Why::Result } else { Why::NoSpeech });
        });
    }

    fn on(&self, name: &str, handler: impl FnMut(JsValue) + 'static) {
        let handler = Closure::<dyn FnMut(JsValue)>::new(handler);
        // Properties of an object the browser made for us can be set.
        let _ = Reflect::set(&self.recognition, &name.into(), handler.as_ref());
        self.state.borrow_mut().handlers.push(handler);
    }

    fn expect_words_within(self: Rc<Self>, ms: u32) {
        let ear = self.clone();
        let silence = Timeout::new(ms, move || {
            let has_heard = ear.state.borrow().has_heard;
            ear.end(if has_heard { Why::Result } else { Why::Hung });
        });
        self.state.borrow_mut().silence = Some(silence);
    }

    /// Stops listening; the last words may still come.
    fn finish(self: Rc<Self>) {
        if self.state.borrow().has_ended {
            return;
        }
        // One that cannot be stopped is ended by the clock below.
        let _ = self.call("stop");
        let within = if self.state.borrow().has_heard { LAST_WORDS_MS } else { SILENCE_MS };
        self.expect_words_within(within);
    }

    fn hear(self: Rc<Self>, event: &JsValue) {
        let results = property(event, "results");
        let from = number_of(event, "resultIndex");
        let mut heard = Vec::new();
        for at in from..number_of(&results, "length") {
            let result = property(&results, &at.to_string());
            let is_final = property(&result, "isFinal").is_truthy();
            let text = text_of(&property(&result, "0"), "transcript");
            if !text.trim().is_empty() {
                heard.push((text, is_final));
            }
        }
        let Some((_, is_final)) = heard.last() else { return };
        let unfinished = heard.iter().filter(|(_, is_final)| !is_final);
        let unfinished = unfinished.map(|(text, _)| text.as_str()).collect();
        let is_last = *is_final;
        let is_first = {
            let mut state = self.state.borrow_mut();
            state.unfinished = if is_last { String::new() } else { unfinished };
            !std::mem::replace(&mut state.has_heard, true)
        };
        if is_first {
            // Where the phone cannot keep it, it is found out again next time.
            let _ = storage::set(NAME, &true);
        }
        self.clone().expect_words_within(SILENCE_MS);
        for (text, is_final) in heard {
            self.tell(Event::Heard { text, is_final });
        }
    }

    /// An error, by the name the Web Speech API gives it.
    fn fail(&self, name: &str) {
        let has_heard = self.state.borrow().has_heard;
        self.end(match name {
            _ if has_heard => Why::Result,
            "no-speech" => Why::NoSpeech,
            "not-allowed" => Why::Denied,
            "audio-capture" => Why::NoMicrophone,
            "network" => Why::Network,
            "aborted" => Why::Aborted,
            // Of "service-not-allowed", "language-not-supported" and names to come, none works.
            _ => Why::Missing,
        });
    }

    fn end(&self, why: Why) {
        if self.state.borrow().has_ended {
            return;
        }
        let text = std::mem::take(&mut self.state.borrow_mut().unfinished);
        self.let_go();
        if !text.is_empty() {
            self.tell(Event::Heard { text, is_final: true });
        }
        self.tell(Event::Ended { why });
    }

    /// Stops everything; afterwards nothing is told.
    fn let_go(&self) {
        let handlers = {
            let mut state = self.state.borrow_mut();
            if std::mem::replace(&mut state.has_ended, true) {
                return;
            }
            (state.silence, state.end) = (None, None);
            std::mem::take(&mut state.handlers)
        };
        for name in ["onstart", "onresult", "onerror", "onend"] {
            let _ = Reflect::set(&self.recognition, &name.into(), &JsValue::NULL);
        }
        // One that has ended by itself need not be broken off.
        let _ = self.call("abort");
        drop(handlers);
    }

    fn tell(&self, event: Event) {
        // Nothing is told while something is being told: every teller returns to the browser.
        if let Ok(mut on_event) = self.on_event.try_borrow_mut() {
            on_event(event);
        }
    }

    fn call(&self, method: &str) -> Result<JsValue, JsValue> {
        let method: Function = Reflect::get(&self.recognition, &method.into())?.dyn_into()?;
        method.call0(&self.recognition)
    }
}

/// Looked up when it is needed, under both names it goes by.
fn constructor() -> Option<Function> {
    let window = document::window();
    ["SpeechRecognition", "webkitSpeechRecognition"]
        .into_iter()
        .find_map(|name| property(&window, name).dyn_into::<Function>().ok())
}

fn property(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn text_of(of: &JsValue, name: &str) -> String {
    property(of, name).as_string().unwrap_or_default()
}

fn number_of(of: &JsValue, name: &str) -> u32 {
    // Counts of results are small whole numbers.
    property(of, name).as_f64().unwrap_or(0.0) as u32
}
