//! Starts the worker that recounts ballots beside the page.

fn main() {
    #[cfg(target_arch = "wasm32")]
    huiyin_app::results::worker::start();
}
