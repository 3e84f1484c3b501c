//! What a page can do without, fetched once: empty until it is here.
use leptos::{prelude::*, task::spawn_local};

/// Empty until the future is done; whoever has left meanwhile does not wait for it.
///
/// Lighter than a resource, which is code of its own for each type: these come with every first
/// load.
pub fn once<T: 'static>(
    coming: impl Future<Output = T> + 'static,
) -> RwSignal<Option<T>, LocalStorage> {
    let here = RwSignal::new_local(None);
    spawn_local(async move {
        let it = coming.await;
        let _ = here.try_set(Some(it));
    });
    here
}
