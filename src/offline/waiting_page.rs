//! What waits to be sent, and what was refused later: each with its words.
use super::item::{Item, State};
use crate::{
    apart::parts,
    api::{Api, ApiError, use_api},
    ui::{A, ActButton, Look, Outcome, OutcomeNotice, PageHeading, say},
    words::use_text,
};
use leptos::{prelude::*, task::spawn_local};

/// Everything that waits on this phone.
#[component]
pub fn WaitingPage() -> impl IntoView {
    let words = &use_text().offline;
    let api = use_api();
    let items = RwSignal::new(None::<Vec<Item>>);
    let again = RwSignal::new(0_u32);
    let dropped = RwSignal::new(None::<Outcome>);
    Effect::new(move || {
        // What has arrived, and what was thrown away, is on the list no longer.
        api.offline.arrived.track();
        api.offline.n_waiting.track();
        again.track();
        spawn_local(async move {
            let found = api.waiting().await;
            // It is looked at every minute: what is the same stays under the reader's hands.
            let is_news = |shown: &Option<Vec<Item>>| shown.as_ref() != Some(&found);
            if items.try_with_untracked(is_news) == Some(true) {
                items.set(Some(found));
            }
        });
    });
    let send = move || {
        dropped.set(None);
        say(words.told.sending_now.to_owned());
        spawn_local(async move {
            api.send_waiting().await;
            again.try_update(|n| *n += 1);
        });
    };
    let shown = move |found: Vec<Item>| {
        if found.is_empty() {
            return view! { <p>{words.told.nothing_waits}</p> }.into_any();
        }
        let card = |item: Item| view! { <li><Card item api dropped /></li> };
        view! {
            <p>{words.told.waiting_means}</p>
            <ul class="list">{found.into_iter().map(card).collect_view()}</ul>
            <ActButton words=words.told.send_now casts=true on_press=send />
        }
        .into_any()
    };
    view! {
        <PageHeading words=words.told.waiting />
        <OutcomeNotice outcome=dropped />
        {move || items.get().map(shown)}
    }
}

/// One of them: its words, how it stands, and what can be done.
#[component]
fn Card(item: Item, api: Api, dropped: RwSignal<Option<Outcome>>) -> impl IntoView {
    let text = use_text();
    let words = &text.offline;
    let letter = item.letter;
    let key = letter.key.clone();
    let is_asked = RwSignal::new(false);
    let drop_it = move || {
        let key = key.clone();
        spawn_local(async move {
            api.drop_letter(&key).await;
            // Its button goes with it: the focus moves to the words that say so.
            dropped.try_set(Some(Outcome::Done(words.told.dropped.to_owned())));
        });
    };
    let drop_it = StoredValue::new(drop_it);
    let said = (words.told.said_on)(&text.language.moment(item.kept_at));
    let remove = move || {
        if is_asked.get() {
            view! {
                <p>{words.told.drop_ask}</p>
                <ActButton
                    words=words.told.drop_sure look=Look::Warn casts=true
                    on_press=move || drop_it.with_value(|drop_it| drop_it())
                />
                <ActButton
                    words=words.told.drop_not look=Look::Quiet on_press=move || is_asked.set(false)
                />
            }
            .into_any()
        } else {
            view! {
                <ActButton
                    words=words.told.drop look=Look::Quiet on_press=move || is_asked.set(true)
                />
            }
            .into_any()
        }
    };
    view! {
        <article class="card stack stack--tight">
            <h2>{(words.told.what)(letter.what)}</h2>
            <p class="prose">{letter.words}</p>
            <p class="soft">{said}</p>
            <Standing state=item.state />
            <A href=letter.back attr:class="button button--quiet">{words.told.look_again}</A>
            {remove}
        </article>
    }
}

/// It waits, or the world has changed meanwhile: why it was refused, in the words of today.
#[component]
fn Standing(state: State) -> impl IntoView {
    let text = use_text();
    let words = &text.offline;
    let State::Refused { problem } = state else {
        return view! { <p>{words.told.will_go}</p> }.into_any();
    };
    let why = RwSignal::new(None::<ApiError>);
    spawn_local(async move {
        let read = (parts().problems)().await;
        let error = read.map(|read| read(&problem).unwrap_or(ApiError::Garbled));
        why.try_set(Some(error.unwrap_or_else(|away| away)));
    });
    view! {
        <div class="notice notice--stop stack">
            <p>{words.told.refused}</p>
            {move || why.get().map(|error| view! { <p>{text.problems.error(&error)}</p> })}
            <p>{words.told.refused_next}</p>
        </div>
    }
    .into_any()
}
