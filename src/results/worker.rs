//! The worker that counts beside the page, so that the page stays quick.
use super::{
    count,
    work::{News, Task},
};
use crate::browser::{document, worker};

/// At most so often it says how far it has come, in milliseconds.
const SAY_EVERY_MS: i64 = 100;

/// Starts listening, and says so.
pub fn start() {
    worker::listen(|text| match serde_json::from_str::<Task>(&text) {
        Ok(task) => work(&task),
        Err(_) => tell(&News::Misunderstood),
    });
    tell(&News::Ready);
}

fn work(task: &Task) {
    let clock = || document::phone_clock().millis();
    let mut said = clock();
    let mut progress = |so_far| {
        let now = clock();
        if SAY_EVERY_MS <= now - said {
            said = now;
            tell(&News::Progress(so_far));
        }
    };
    let answer = count::work(task, &clock, &mut progress);
    tell(&News::Done(answer));
}

fn tell(news: &News) {
    let text = serde_json::to_string(news).expect("news hold no map with keys that are not text");
    worker::answer(&text);
}
