//! The browser's own voice (speechSynthesis): which one there is, and saying one sentence.
use super::document;
use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

/// A voice of the phone.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice(JsValue);

/// Which voice can say a language.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// This one.
    Voice(Voice),
    /// The phone lists none; some speak all the same, when they are told the language.
    Unlisted,
    /// There are voices, but none of this language.
    OtherLanguages,
    /// The browser has no voice at all.
    Missing,
}

/// What came of saying a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// It was said to its end.
    All,
    /// The voice refused.
    Failed,
    /// The voice did not end in the time the sentence could take.
    Stuck,
    /// It was stopped.
    Stopped,
}

/// How long the list of voices may take to come.
const VOICES_MS: u32 = 1_500;

fn synthesis() -> Option<JsValue> {
    let window = document::window();
    let there = |name: &str| Reflect::get(&window, &name.into()).ok().filter(JsValue::is_truthy);
    there("SpeechSynthesisUtterance")?;
    there("speechSynthesis")
}

/// Lets later sentences be said: phones allow a voice only in answer to a tap.
pub fn warm_up() {
    if let Some(utterance) = utterance(" ") {
        call("speak", &[utterance]);
    }
}

/// Stops whatever is being said.
pub fn hush() {
    call("cancel", &[]);
}

/// Stops when the page is left; some browsers go on speaking over the next one.
pub fn hush_on_leaving() {
    let on_leaving = Closure::<dyn FnMut()>::new(hush);
    let handler = on_leaving.as_ref().unchecked_ref();
    // The event is known to every browser; it listens as long as the page is there.
    let _ = document::window().add_event_listener_with_callback("pagehide", handler);
    on_leaving.forget();
}

/// Finds a voice for the language with this first part of its tag, `zh` or `en`.
///
/// The list comes late on many phones: it is asked for, waited for, and asked for once more.
pub async fn find_voice(language: &str) -> Found {
    let Some(synthesis) = synthesis() else { return Found::Missing };
    if voices(&synthesis).length() == 0 {
        voices_come(&synthesis).await;
    }
    let voices = voices(&synthesis);
    if voices.length() == 0 {
        return Found::Unlisted;
    }
    let speaks = |voice: &JsValue| {
        let tag = Reflect::get(voice, &"lang".into()).ok().and_then(|tag| tag.as_string());
        tag.is_some_and(|tag| tag.to_lowercase().starts_with(language))
    };
    let is_local = |voice: &JsValue| {
        Reflect::get(voice, &"localService".into()).is_ok_and(|is| is.is_truthy())
    };
    let all: Vec<JsValue> = voices.iter().filter(speaks).collect();
    // Voices from the network are cut off in long sentences, or cannot be reached at all.
    let best = all.iter().find(|voice| is_local(voice)).or(all.first());
    best.map_or(Found::OtherLanguages, |it| Found::Voice(Voice(it.clone())))
}

fn voices(synthesis: &JsValue) -> Array {
    let get: Option<Function> =
        Reflect::get(synthesis, &"getVoices".into()).ok().and_then(|it| it.dyn_into().ok());
    let voices = get.and_then(|get| get.call0(synthesis).ok());
    voices.map(|voices| Array::from(&voices)).unwrap_or_default()
}

async fn voices_come(synthesis: &JsValue) {
    let (ends, end) = promise();
    let on_change = Closure::<dyn FnMut()>::new({
        let end = end.clone();
        move || resolve(&end, Said::All)
    });
    let _ = Reflect::set(synthesis, &"onvoiceschanged".into(), on_change.as_ref());
    let _late = Timeout::new(VOICES_MS, move || resolve(&end, Said::Stuck));
    // Either of the two resolves it; nothing rejects it.
    let _ = JsFuture::from(ends).await;
    let _ = Reflect::set(synthesis, &"onvoiceschanged".into(), &JsValue::NULL);
}

/// Says one sentence, and only that one: what was being said is stopped first.
///
/// `rate` is 1 for the usual pace; after `most_ms` the voice is given up on.
pub async fn say(text: &str, tag: &str, voice: Option<&Voice>, rate: f32, most_ms: u32) -> Said {
    let Some(utterance) = utterance(text) else { return Said::Failed };
    let (ends, end) = promise();
    let on = |name: &str, handler: &Closure<dyn FnMut(JsValue)>| {
        // Properties of an object that we made can be set.
        let _ = Reflect::set(&utterance, &name.into(), handler.as_ref());
    };
    let on_end = Closure::<dyn FnMut(JsValue)>::new({
        let end = end.clone();
        move |_| resolve(&end, Said::All)
    });
    let on_error = Closure::<dyn FnMut(JsValue)>::new({
        let end = end.clone();
        move |event| {
            let name = Reflect::get(&event, &"error".into()).ok().and_then(|it| it.as_string());
            let is_stopped = matches!(name.as_deref(), Some("interrupted" | "canceled"));
            resolve(&end, if is_stopped { Said::Stopped } else { Said::Failed });
        }
    });
    on("onend", &on_end);
    on("onerror", &on_error);
    let settings = [
        ("lang", JsValue::from(tag)),
        ("rate", rate.into()),
        ("voice", voice.map_or(JsValue::NULL, |voice| voice.0.clone())),
    ];
    for (name, value) in settings {
        let _ = Reflect::set(&utterance, &name.into(), &value);
    }
    hush();
    if !call("speak", std::slice::from_ref(&utterance)) {
        return Said::Failed;
    }
    // One that was left paused by another page would wait for ever.
    call("resume", &[]);
    let _late = Timeout::new(most_ms, move || resolve(&end, Said::Stuck));
    let said = JsFuture::from(ends).await.ok().and_then(|said| said.as_f64());
    // Handlers are taken off: an answer that comes later belongs to nothing any more.
    for name in ["onend", "onerror"] {
        let _ = Reflect::set(&utterance, &name.into(), &JsValue::NULL);
    }
    said.map_or(Said::Failed, from_number)
}

fn utterance(text: &str) -> Option<JsValue> {
    synthesis()?;
    let window = document::window();
    let constructor = Reflect::get(&window, &"SpeechSynthesisUtterance".into()).ok()?;
    let constructor: Function = constructor.dyn_into().ok()?;
    Reflect::construct(&constructor, &Array::of1(&text.into())).ok()
}

/// Calls a method of the synthesis; `false` when there is none or it refuses.
fn call(method: &str, arguments: &[JsValue]) -> bool {
    let Some(synthesis) = synthesis() else { return false };
    let function = Reflect::get(&synthesis, &method.into()).ok();
    let function: Option<Function> = function.and_then(|it| it.dyn_into().ok());
    let arguments: Array = arguments.iter().collect();
    function.is_some_and(|function| function.apply(&synthesis, &arguments).is_ok())
}

/// A promise and what resolves it, the first time it is called.
pub(super) fn promise() -> (Promise, Function) {
    let mut end = None;
    let ends = Promise::new(&mut |resolve, _| end = Some(resolve));
    (ends, end.expect("a promise calls its executor at once"))
}

pub(super) fn resolve(end: &Function, said: Said) {
    let number = match said {
        Said::All => 0,
        Said::Failed => 1,
        Said::Stuck => 2,
        Said::Stopped => 3,
    };
    // Resolving a promise cannot fail, and a second time does nothing.
    let _ = end.call1(&JsValue::NULL, &number.into());
}

pub(super) fn from_number(number: f64) -> Said {
    match number as u8 {
        0 => Said::All,
        2 => Said::Stuck,
        3 => Said::Stopped,
        _ => Said::Failed,
    }
}
