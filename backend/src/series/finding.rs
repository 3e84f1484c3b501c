//! Finding plans: apart from any transaction, for a few seconds, and never twice for one question.

use std::{
    collections::BTreeMap,
    ops::ControlFlow,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use huiyin_domain::{
    councils::{
        planner::{Problem, Progress},
        series::{
            Best, best, why_not,
            wire::{NoPlan, Sought, WhyNot},
        },
    },
    ids::SlotId,
};
use tokio::{sync::Semaphore, task::spawn_blocking};

use crate::failure::{Failure, Outcome};

/// How long a plan is sought. What is proven by then is told as proven, and nothing else is.
const BUDGET: Duration = Duration::from_secs(4);
/// Plans that are sought at once: each takes a core.
const AT_ONCE: usize = 1;
/// Answers that are kept; each is the same on every server.
const KEPT_MOST: usize = 4_096;

/// What was found, by the checksum of the question.
pub struct Plans {
    best: Kept<Best>,
    why_not: Kept<WhyNot>,
    seats: Semaphore,
}

type Kept<T> = Mutex<BTreeMap<String, Arc<T>>>;

impl Default for Plans {
    fn default() -> Self {
        Self { best: Kept::default(), why_not: Kept::default(), seats: Semaphore::new(AT_ONCE) }
    }
}

impl Plans {
    /// The best plan that can be found in time.
    pub async fn best(&self, problem: &Arc<Problem>) -> Outcome<Arc<Best>> {
        let asked = Arc::clone(problem);
        let name = problem.checksum();
        // Whoever found none in time can try again.
        let is_kept = |best: &Best| best.page.plan != Sought::Not(NoPlan::NotFoundInTime);
        self.once(&self.best, name, is_kept, move || best(&asked, &mut in_time())).await
    }

    /// Why a time is not in the plan that was told.
    pub async fn why_not(
        &self,
        problem: &Arc<Problem>,
        told: Sought,
        slot: SlotId,
    ) -> Outcome<Arc<WhyNot>> {
        let asked = Arc::clone(problem);
        let than = match &told {
            Sought::Found(planned) => format!("{:?}", planned.slots),
            Sought::Not(none) => format!("{none:?}"),
        };
        let name = format!("{} {slot} {than}", problem.checksum());
        let work = move || why_not(&asked, &told, slot, &mut in_time());
        self.once(&self.why_not, name, |_| true, work).await
    }

    async fn once<T: Send + Sync + 'static>(
        &self,
        kept: &Kept<T>,
        name: String,
        is_kept: impl Fn(&T) -> bool + Send,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Outcome<Arc<T>> {
        let known = |name: &str| lock(kept).get(name).cloned();
        if let Some(found) = known(&name) {
            return Ok(found);
        }
        let seat = self.seats.acquire().await;
        let _seat = seat.map_err(|closed| Failure::Broken(closed.to_string()))?;
        // Somebody before us may have asked the same.
        if let Some(found) = known(&name) {
            return Ok(found);
        }
        let found = spawn_blocking(work).await;
        let found = Arc::new(found.map_err(|gone| Failure::Broken(gone.to_string()))?);
        if is_kept(&found) {
            let mut kept = lock(kept);
            if KEPT_MOST <= kept.len() {
                kept.pop_first();
            }
            kept.insert(name, Arc::clone(&found));
        }
        Ok(found)
    }
}

/// Stops a search when its time is over.
fn in_time() -> impl FnMut(&Progress) -> ControlFlow<()> {
    let began = Instant::now();
    move |_| match began.elapsed() < BUDGET {
        true => ControlFlow::Continue(()),
        false => ControlFlow::Break(()),
    }
}

/// What is kept is whole at every moment, also when somebody stopped in the middle of keeping.
fn lock<T>(kept: &Kept<T>) -> std::sync::MutexGuard<'_, BTreeMap<String, Arc<T>>> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}
