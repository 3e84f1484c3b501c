//! Starts the browser app.

fn main() {
    #[cfg(target_arch = "wasm32")]
    huiyin_app::start();
}
