//! What commands do on the page; none of it casts anything.
use crate::{
    browser::{
        controls::{self, Controls, Pressed},
        speech,
    },
    routes::Route,
    words::voice::Words,
};
use huiyin_domain::{ids::SubmissionId, voice::Errand};

/// Runs an errand; `go` leads to an address of the app.
pub fn run(errand: Errand, go: &dyn Fn(&str)) {
    match errand {
        // Proposals and all else that was sent share their numbers.
        Errand::Open(id) => go(&Route::Number(SubmissionId(id.0)).href()),
        // Which control leads on is found by the dialogue.
        Errand::Next => {}
        Errand::Back => {
            if !controls::press_first("main a[rel=prev], main .back") {
                controls::go_back();
            }
        }
        Errand::Home => go(&Route::Home.href()),
        Errand::ReadAloud => read_aloud(),
        Errand::Again => {
            if !controls::press_first("[data-aloud=again]") {
                read_aloud();
            }
        }
        Errand::Stop => speech::hush(),
        Errand::Call => {
            controls::focus_first(".hotline__link");
        }
        Errand::Help => go(&Route::Voice.href()),
        Errand::Display => go(&Route::Display.href()),
    }
}

fn read_aloud() {
    controls::press_first("[data-aloud=read]");
}

/// Presses a control that casts nothing, and says what came of it.
pub fn press(here: &Controls, place: usize, words: &Words) -> String {
    let name = here.name(place);
    match here.press(place) {
        Some(Pressed::Done) => (words.pressed)(name),
        Some(Pressed::WasChosen) => (words.was_chosen)(name),
        Some(Pressed::NotTaken) => (words.not_taken)(name),
        None => words.not_understood.to_owned(),
    }
}
