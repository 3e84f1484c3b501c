//! Sounds: joined, measured, and played.
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AudioBuffer, AudioContext, Blob, BlobPropertyBag, HtmlMediaElement, Url};

/// Samples read at a time.
const SAMPLES: usize = 4_096;

/// A sound as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sound {
    /// The file.
    pub bytes: Vec<u8>,
    /// What kind of file the browser takes it for.
    pub media_type: String,
}

/// What can be told of a sound by listening to all of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// How long it is.
    pub ms: u32,
    /// The root mean square of its loudest moment, from 0 to 1.
    pub loudest: f32,
}

impl Sound {
    /// Puts the pieces of a recording together; `None` when they are nothing.
    pub(super) async fn join(pieces: &Array, media_type: &str) -> Option<Self> {
        let blob = Blob::new_with_blob_sequence_and_options(pieces, &of_type(media_type)).ok()?;
        let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
        let bytes = Uint8Array::new(&buffer).to_vec();
        (!bytes.is_empty()).then(|| Self { bytes, media_type: media_type.to_owned() })
    }

    /// Listens to all of it; `None` where this browser cannot read this kind of file.
    pub async fn measure(&self) -> Option<Measured> {
        let context = AudioContext::new().ok()?;
        let decoded = decode(&context, &self.bytes).await;
        // Nothing waits for its end.
        let _ = context.close();
        let sound = decoded?;
        // A recording lasts minutes: milliseconds are far below 2^32.
        let ms = (sound.duration() * 1_000.0) as u32;
        Some(Measured { ms, loudest: loudest(&sound) })
    }
}

async fn decode(context: &AudioContext, bytes: &[u8]) -> Option<AudioBuffer> {
    let decoded = context.decode_audio_data(&Uint8Array::from(bytes).buffer()).ok()?;
    JsFuture::from(decoded).await.ok().map(JsCast::unchecked_into)
}

fn loudest(sound: &AudioBuffer) -> f32 {
    let mut samples = [0.0_f32; SAMPLES];
    let mut loudest = 0.0_f32;
    for start in (0..sound.length()).step_by(SAMPLES) {
        samples.fill(0.0);
        if sound.copy_from_channel_with_start_in_channel(&mut samples, 0, start).is_ok() {
            let power = samples.iter().map(|sample| sample * sample).sum::<f32>() / SAMPLES as f32;
            loudest = loudest.max(power.sqrt());
        }
    }
    loudest
}

fn of_type(media_type: &str) -> BlobPropertyBag {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    options
}

/// An address under which this page can play a sound; it ends when this is dropped.
pub struct Address(String);

impl Address {
    /// For this sound; `None` where the browser gives none.
    pub fn of(sound: &Sound) -> Option<Self> {
        let pieces = Array::of1(&Uint8Array::from(sound.bytes.as_slice()));
        // What is said of codecs is left out: some browsers then refuse to play it.
        let kind = sound.media_type.split(';').next().unwrap_or_default();
        let blob = Blob::new_with_u8_array_sequence_and_options(&pieces, &of_type(kind)).ok()?;
        Url::create_object_url_with_blob(&blob).ok().map(Self)
    }

    /// To be put into an `audio` element.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Drop for Address {
    fn drop(&mut self) {
        // An address that is gone already needs no end.
        let _ = Url::revoke_object_url(&self.0);
    }
}

/// Plays from the beginning; `false` when it cannot be played.
pub async fn play(audio: &HtmlMediaElement) -> bool {
    audio.set_current_time(0.0);
    match audio.play() {
        Ok(begun) => JsFuture::from(begun).await.is_ok(),
        Err(_) => false,
    }
}

/// Stops playing.
pub fn stop(audio: &HtmlMediaElement) {
    // What does not play cannot be stopped, and need not be.
    let _ = audio.pause();
}

/// Plays slower or faster; 1 is as it was spoken.
pub fn set_speed(audio: &HtmlMediaElement, speed: f64) {
    audio.set_playback_rate(speed);
}
