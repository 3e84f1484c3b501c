//! What a page is made of: fetched at once, and anew where it may have changed.
use leptos::{prelude::*, reactive::computed::ScopedFuture, task::spawn_local};
use std::pin::Pin;

/// What is fetched; nothing until it is here. While it is fetched anew, what was there stays.
///
/// A resource of the framework, for pages that are drawn on the phone alone: theirs is code of its
/// own for each type, of this hardly more is than the fetching.
pub struct Fetched<T: 'static> {
    here: RwSignal<Option<T>, LocalStorage>,
    n_asked: RwSignal<u32>,
}

impl<T: 'static> Clone for Fetched<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Copy for Fetched<T> {}

impl<T: 'static> Fetched<T> {
    /// Fetches now, and again whenever a signal changes that `fetch` reads.
    pub fn new<F: Future<Output = T> + 'static>(fetch: impl Fn() -> F + 'static) -> Self {
        let here = RwSignal::new_local(None);
        let n_asked = RwSignal::new(0);
        let begin = move || -> Coming {
            let coming = fetch();
            Box::pin(async move {
                let it = coming.await;
                let arrive: Arrive = Box::new(move || drop(here.try_set(Some(it))));
                arrive
            })
        };
        keep_fetching(n_asked, Box::new(begin));
        Self { here, n_asked }
    }

    /// Fetches anew.
    pub fn refetch(self) {
        self.n_asked.try_update(|n| *n += 1);
    }

    /// What is here; whoever reads it is told when that changes.
    pub fn get(self) -> Option<T>
    where
        T: Clone,
    {
        self.here.get()
    }
}

/// Shows what has come.
type Arrive = Box<dyn FnOnce()>;
/// What is fetched, on its way.
type Coming = Pin<Box<dyn Future<Output = Arrive>>>;

/// As long as whoever asked is there; of two that are on their way the later counts.
fn keep_fetching(n_asked: RwSignal<u32>, begin: Box<dyn Fn() -> Coming>) {
    let turn = StoredValue::new(0_u32);
    let fetching = RenderEffect::new(move |_| {
        n_asked.track();
        let Some(this) = turn.try_update_value(|turn| {
            *turn += 1;
            *turn
        }) else {
            return;
        };
        // What is read on the way counts as read here.
        let coming = ScopedFuture::new(begin());
        spawn_local(async move {
            let arrive = coming.await;
            if turn.try_get_value() == Some(this) {
                arrive();
            }
        });
    });
    StoredValue::new_local(fetching);
}
