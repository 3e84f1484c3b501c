//! Starts the worker that plans councils beside the page.

fn main() {
    #[cfg(target_arch = "wasm32")]
    huiyin_app::councils::plan_worker::start();
}
