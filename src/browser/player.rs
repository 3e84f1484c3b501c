//! Sound files: one that was prepared is played in the place of the phone's voice.
use super::speech::{Said, from_number, promise, resolve};
use gloo_timers::callback::Timeout;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

/// The one player of the page; phones let it play again after a first tap.
#[derive(Clone)]
pub struct Player(web_sys::HtmlAudioElement);

impl Player {
    /// A player, made in answer to a tap; `None` where the browser has none.
    pub fn new() -> Option<Self> {
        web_sys::HtmlAudioElement::new().ok().map(Self)
    }

    /// Plays a file to its end, or for `most_ms` at most.
    pub async fn play(&self, address: &str, rate: f32, most_ms: u32) -> Said {
        let (ends, end) = promise();
        let on = |name: &str, said: Said| {
            let end = end.clone();
            let handler = Closure::<dyn FnMut(JsValue)>::new(move |_| resolve(&end, said));
            // Properties of an object that we made can be set.
            let _ = Reflect::set(&self.0, &name.into(), handler.as_ref());
            handler
        };
        let handlers =
            [("onended", Said::All), ("onerror", Said::Failed), ("onpause", Said::Stopped)]
                .map(|(name, said)| (name, on(name, said)));
        self.0.set_src(address);
        self.0.set_playback_rate(f64::from(rate));
        let started = match self.0.play() {
            Ok(started) => started,
            Err(_) => return Said::Failed,
        };
        if JsFuture::from(started).await.is_err() {
            return Said::Failed;
        }
        let late = {
            let end = end.clone();
            Timeout::new(most_ms, move || resolve(&end, Said::Stuck))
        };
        let said = JsFuture::from(ends).await.ok().and_then(|said| said.as_f64());
        drop(late);
        for (name, _) in &handlers {
            let _ = Reflect::set(&self.0, &(*name).into(), &JsValue::NULL);
        }
        match said.map_or(Said::Failed, from_number) {
            // At its end a player pauses as well as ends.
            Said::Stopped if self.0.ended() => Said::All,
            said => said,
        }
    }

    /// Stops it.
    pub fn stop(&self) {
        // Pausing what does not play does nothing.
        let _ = self.0.pause();
    }

    /// Readies it within a tap, so that it may play later.
    pub fn warm_up(&self) {
        self.0.unchecked_ref::<web_sys::HtmlMediaElement>().load();
    }
}
