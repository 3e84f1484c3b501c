//! Long lists: the first part at once, the rest when asked for.
use crate::{
    browser::document,
    ui::{ActButton, Look},
};
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};

/// So many lines are shown at once.
pub const FIRST: usize = 20;

/// An ordered list of `len` lines, of which the first are shown at once.
#[component]
pub fn Parts(
    /// The list's id.
    id: &'static str,
    /// How many lines there are.
    len: usize,
    /// Makes one line, counted from 0.
    row: impl Fn(usize) -> AnyView + Clone + Send + 'static,
    /// The words of the button that shows all, with how many there are.
    more: fn(usize) -> String,
) -> impl IntoView {
    let n_shown = RwSignal::new(len.min(FIRST));
    let show_all = move || {
        n_shown.set(len);
        spawn_local(async move {
            // After the lines are there; the first new one takes the focus from the button.
            TimeoutFuture::new(0).await;
            document::focus_id(&format!("{id}-{FIRST}"));
        });
    };
    view! {
        <ol class="list" id=id>
            <For
                each=move || 0..n_shown.get()
                key=|at| *at
                children=move |at| view! {
                    <li id=format!("{id}-{at}") tabindex="-1">{row(at)}</li>
                }
            />
        </ol>
        {move || (n_shown.get() < len).then(|| view! {
            <ActButton words=more(len) look=Look::Quiet on_press=show_all />
        })}
    }
}
