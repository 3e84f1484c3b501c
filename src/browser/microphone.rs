//! The microphone: asking for it, recording, and how loud it is just now.
use super::{document::window, sound::Sound};
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AnalyserNode, AudioContext, BlobEvent, MediaRecorder, MediaRecorderOptions, MediaStream,
    MediaStreamConstraints, MediaStreamTrack, RecordingState,
};

/// Kinds of recording in the order in which they are asked for; phones know some of them.
const MEDIA_TYPES: [&str; 4] =
    ["audio/webm;codecs=opus", "audio/mp4;codecs=mp4a.40.2", "audio/mp4", "audio/ogg;codecs=opus"];

/// Enough for speech: two minutes are some 400 KB.
const BITS_PER_SECOND: u32 = 24_000;

/// How often a piece is handed over, so that a page that is closed loses only the last seconds.
const PIECE_MS: i32 = 5_000;

/// Samples looked at for the level: a twentieth of a second.
const METER_SAMPLES: usize = 2_048;

/// Why there is no recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoMicrophone {
    /// The person said no, or had said so earlier.
    Denied,
    /// The phone has none.
    Absent,
    /// Another program has it, or it does not answer.
    Taken,
    /// This browser cannot record.
    Unsupported,
}

/// Can this browser record at all? Asks nobody.
pub fn can_record() -> bool {
    let has = |object: &JsValue, name: &str| {
        Reflect::get(object, &name.into()).is_ok_and(|it| !it.is_undefined() && !it.is_null())
    };
    let window = window();
    let navigator = window.navigator();
    // An address without HTTPS has no media devices.
    has(&navigator, "mediaDevices")
        && navigator.media_devices().is_ok_and(|devices| has(&devices, "getUserMedia"))
        && has(&window, "MediaRecorder")
}

/// A recording under way; the microphone is given back when this is dropped.
pub struct Capture {
    recorder: MediaRecorder,
    stream: MediaStream,
    meter: Option<Meter>,
    pieces: Array,
    // Called by the recorder for as long as it lives.
    _on_piece: Closure<dyn FnMut(BlobEvent)>,
}

impl Capture {
    /// Asks for the microphone and records; call it from a tap only.
    pub async fn start() -> Result<Self, NoMicrophone> {
        if !can_record() {
            return Err(NoMicrophone::Unsupported);
        }
        let stream = ask().await?;
        match Self::of(&stream) {
            Ok(capture) => Ok(capture),
            Err(_) => {
                give_back(&stream);
                Err(NoMicrophone::Unsupported)
            }
        }
    }

    fn of(stream: &MediaStream) -> Result<Self, JsValue> {
        let options = MediaRecorderOptions::new();
        options.set_audio_bits_per_second(BITS_PER_SECOND);
        let known = MEDIA_TYPES.into_iter().find(|it| MediaRecorder::is_type_supported(it));
        if let Some(known) = known {
            options.set_mime_type(known);
        }
        let recorder =
            MediaRecorder::new_with_media_stream_and_media_recorder_options(stream, &options)?;
        let pieces = Array::new();
        let on_piece = Closure::<dyn FnMut(BlobEvent)>::new({
            let pieces = pieces.clone();
            move |event: BlobEvent| {
                if let Some(piece) = event.data() {
                    pieces.push(&piece);
                }
            }
        });
        recorder.set_ondataavailable(Some(on_piece.as_ref().unchecked_ref()));
        recorder.start_with_time_slice(PIECE_MS)?;
        let meter = Meter::of(stream).ok();
        Ok(Self { recorder, stream: stream.clone(), meter, pieces, _on_piece: on_piece })
    }

    /// The loudest moment just now, from 0 to 1; `None` where the browser cannot tell.
    pub fn peak(&self) -> Option<f32> {
        self.meter.as_ref().map(Meter::peak)
    }

    /// Does it still record? A telephone call, for instance, takes the microphone away.
    pub fn is_running(&self) -> bool {
        self.recorder.state() == RecordingState::Recording
    }

    /// How many pieces have been handed over.
    pub fn n_pieces(&self) -> u32 {
        self.pieces.length()
    }

    /// What was recorded until a few seconds ago.
    pub fn so_far(&self) -> impl Future<Output = Option<Sound>> + use<> {
        let pieces = self.pieces.slice(0, self.pieces.length());
        let media_type = self.recorder.mime_type();
        async move { Sound::join(&pieces, &media_type).await }
    }

    /// Ends it; `None` when nothing was recorded.
    pub async fn finish(self) -> Option<Sound> {
        let stopped = Promise::new(&mut |done, _| self.recorder.set_onstop(Some(&done)));
        if self.is_running() && self.recorder.stop().is_ok() {
            JsFuture::from(stopped).await.ok()?;
        }
        Sound::join(&self.pieces, &self.recorder.mime_type()).await
    }
}

impl Drop for Capture {
    fn drop(&mut self) {
        self.recorder.set_ondataavailable(None);
        self.recorder.set_onstop(None);
        if self.is_running() {
            // It was left before its end; there is nothing to do when it has just ended.
            let _ = self.recorder.stop();
        }
        give_back(&self.stream);
    }
}

async fn ask() -> Result<MediaStream, NoMicrophone> {
    let devices = window().navigator().media_devices().map_err(|_| NoMicrophone::Unsupported)?;
    let wish = Object::new();
    for (name, value) in [
        ("channelCount", JsValue::from(1)),
        ("echoCancellation", JsValue::TRUE),
        ("noiseSuppression", JsValue::TRUE),
        ("autoGainControl", JsValue::TRUE),
    ] {
        // A property of a fresh object can always be set.
        let _ = Reflect::set(&wish, &name.into(), &value);
    }
    let constraints = MediaStreamConstraints::new();
    constraints.set_audio(&wish);
    let asked = devices.get_user_media_with_constraints(&constraints).map_err(why)?;
    let stream = JsFuture::from(asked).await.map_err(why)?;
    Ok(stream.unchecked_into())
}

fn why(error: JsValue) -> NoMicrophone {
    let name = error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name);
    match name.as_deref() {
        Some("NotAllowedError" | "SecurityError" | "PermissionDeniedError") => NoMicrophone::Denied,
        Some("NotFoundError" | "DevicesNotFoundError" | "OverconstrainedError") => {
            NoMicrophone::Absent
        }
        Some("NotReadableError" | "TrackStartError" | "AbortError") => NoMicrophone::Taken,
        Some(_) | None => NoMicrophone::Unsupported,
    }
}

fn give_back(stream: &MediaStream) {
    for track in stream.get_tracks() {
        track.unchecked_into::<MediaStreamTrack>().stop();
    }
}

/// Hears how loud the microphone is.
struct Meter {
    context: AudioContext,
    analyser: AnalyserNode,
}

impl Meter {
    fn of(stream: &MediaStream) -> Result<Self, JsValue> {
        let context = AudioContext::new()?;
        let analyser = context.create_analyser()?;
        context.create_media_stream_source(stream)?.connect_with_audio_node(&analyser)?;
        // It already runs, or cannot; then the level stays unknown.
        let _ = context.resume();
        Ok(Self { context, analyser })
    }

    fn peak(&self) -> f32 {
        let mut samples = [0.0; METER_SAMPLES];
        self.analyser.get_float_time_domain_data(&mut samples);
        samples.iter().fold(0.0, |peak: f32, sample| peak.max(sample.abs()))
    }
}

impl Drop for Meter {
    fn drop(&mut self) {
        // Nothing waits for its end.
        let _ = self.context.close();
    }
}

/// Lets the phone tremble once, where it can: a sign for the hand.
pub fn tremble() {
    const SHORT_MS: u32 = 150;
    let navigator = window().navigator();
    if Reflect::has(&navigator, &"vibrate".into()).unwrap_or(false) {
        // Phones on which it is switched off stay still.
        let _ = navigator.vibrate_with_duration(SHORT_MS);
    }
}
