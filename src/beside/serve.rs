//! The worker's side: it waits for a task, says now and then how far it has come, and answers.
use super::{News, Work};
use crate::{
    browser::{document, worker},
    json,
};

/// At most so often it says how far it has come, in milliseconds.
const SAY_EVERY_MS: i64 = 100;

/// Works a task out: with a clock that tells milliseconds, and somebody to be told the progress.
type Worked<W> = fn(
    &<W as Work>::Task,
    &dyn Fn() -> i64,
    &mut dyn FnMut(<W as Work>::Progress),
) -> <W as Work>::Answer;

/// Starts listening, and says so.
pub fn serve<W: Work>(work: Worked<W>) {
    worker::listen(move |text| match json::read::<W::Task>(&text) {
        Ok(task) => done::<W>(&task, work),
        Err(_) => tell::<W>(&News::Misunderstood),
    });
    tell::<W>(&News::Ready);
}

fn done<W: Work>(task: &W::Task, work: Worked<W>) {
    let clock = || document::phone_clock().millis();
    let mut said = clock();
    let mut progress = |so_far| {
        let now = clock();
        if SAY_EVERY_MS <= now - said {
            said = now;
            tell::<W>(&News::Progress(so_far));
        }
    };
    let answer = work(task, &clock, &mut progress);
    tell::<W>(&News::Done(answer));
}

fn tell<W: Work>(news: &News<W::Progress, W::Answer>) {
    let text = serde_json::to_string(news).expect("news hold no map with keys that are not text");
    worker::answer(&text);
}
