//! The agenda of a council: its items in order, and the topics that residents suggested.
use super::{Does, act::Act, version};
use crate::{
    api::use_api,
    ui::{ActButton, ErrorSummary, Fault, FaultLine, Fetched, Load, Look},
    words::{isolated, use_text},
};
use huiyin_domain::councils::{
    meeting::{
        Command,
        agenda::{About, AgendaForm, ItemForm, minutes_of},
        wire::CouncilPage,
    },
    series::wire::{TopicList, TopicRow},
};
use leptos::prelude::*;

/// The minutes of a new item.
const MINUTES: &str = "20";

/// The items as they are filled in, and what is wrong with them.
#[derive(Clone, Copy)]
struct Typed {
    items: RwSignal<Vec<ItemForm>>,
    faults: RwSignal<Vec<Fault>>,
    /// Counts how often items came, went or moved: their fields are made anew then.
    shape: RwSignal<u32>,
}

impl Typed {
    fn form(self) -> AgendaForm {
        AgendaForm { items: self.items.get_untracked() }
    }

    fn change(self, with: impl FnOnce(&mut Vec<ItemForm>)) {
        self.items.update(with);
        self.faults.set(Vec::new());
        self.shape.update(|shape| *shape += 1);
    }

    fn write(self, at: usize, with: impl FnOnce(&mut ItemForm)) {
        self.items.update(|items| {
            if let Some(item) = items.get_mut(at) {
                with(item);
            }
        });
    }

    fn add(self, title: String, about: About) {
        self.change(|items| items.push(ItemForm { title, minutes: MINUTES.to_owned(), about }));
    }
}

/// The items, what earlier councils left open first.
#[component]
pub(super) fn AgendaFields(
    /// The council.
    page: RwSignal<CouncilPage>,
    /// Sends it.
    acts: Does,
) -> impl IntoView {
    let words = &use_text().meetings_desk;
    let (form, most) = page.with_untracked(|page| {
        let most = (page.hours.until - page.hours.from).num_minutes();
        let form = AgendaForm::filled(&page.agenda, &page.open_before);
        (form, u32::try_from(most).unwrap_or(0))
    });
    let typed = Typed {
        items: RwSignal::new(form.items),
        faults: RwSignal::new(Vec::new()),
        shape: RwSignal::new(0),
    };
    let items = move || {
        typed.shape.track();
        let items = typed.items.get_untracked();
        let all = items.len();
        let line = |(at, item)| view! { <li><Fields at all item typed /></li> };
        items.into_iter().enumerate().map(line).collect_view()
    };
    let so_far = move || {
        let form = AgendaForm { items: typed.items.get() };
        form.parse().ok().map(|items| (words.fields.minutes)(minutes_of(&items), most))
    };
    let send = move || {
        let form = typed.form();
        let problems = form.parse().err().unwrap_or_default();
        typed.faults.set(Fault::of(&problems));
        if problems.is_empty() {
            acts.send(Command::SetAgenda { form }, version);
        }
    };
    let problem = Signal::derive(move || Fault::for_field(&typed.faults.get(), "items"));
    view! {
        <section class="stack" id="items" tabindex="-1">
            <ErrorSummary faults=typed.faults />
            <FaultLine name="items" fault=problem />
            <ol class="list">{items}</ol>
            <p>{so_far}</p>
            <ActButton
                words=words.fields.item_add look=Look::Quiet
                on_press=move || typed.add(String::new(), About::Nothing)
            />
            <ActButton
                words=(words.send)(Act::Agenda) casts=true busy=acts.busy() on_press=send
            />
            <Topics typed />
        </section>
    }
}

/// One item: its title, its minutes, and its place.
#[component]
fn Fields(at: usize, all: usize, item: ItemForm, typed: Typed) -> impl IntoView {
    let words = &use_text().meetings_desk.fields;
    let (n, is_open) = (at + 1, matches!(item.about, About::Resolution { .. }));
    let title = move |title: String| typed.write(at, |item| item.title = title);
    let minutes = move |minutes: String| typed.write(at, |item| item.minutes = minutes);
    let swap = move |one: usize| typed.change(|items| items.swap(one, one + 1));
    let out = move || {
        typed.change(|items| {
            items.remove(at);
        });
    };
    view! {
        <article class="card">
            <h2>{(words.item)(n)}</h2>
            {is_open.then(|| view! { <p>{words.item_open}</p> })}
            <Line
                id=format!("items.{at}.title") label=(words.item_title)(n) first=item.title
                on_write=title typed is_number=false
            />
            <Line
                id=format!("items.{at}.minutes") label=(words.item_minutes)(n)
                first=item.minutes on_write=minutes typed is_number=true
            />
            {(0 < at).then(|| view! {
                <ActButton
                    words=(words.item_up)(n) look=Look::Quiet on_press=move || swap(at - 1)
                />
            })}
            {(n < all).then(|| view! {
                <ActButton
                    words=(words.item_down)(n) look=Look::Quiet on_press=move || swap(at)
                />
            })}
            {(!is_open).then(|| view! {
                <ActButton words=(words.item_out)(n) look=Look::Quiet on_press=out />
            })}
        </article>
    }
}

/// One line of an item; the names of its fields count with the items.
#[component]
fn Line(
    id: String,
    label: String,
    first: String,
    on_write: impl Fn(String) + 'static,
    typed: Typed,
    is_number: bool,
) -> impl IntoView {
    let field = id.clone();
    let fault = Signal::derive(move || Fault::for_field(&typed.faults.get(), &field));
    let error = format!("{id}-error");
    let described_by = move || fault.get().map(|_| error.clone());
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{label}</label>
            <FaultLine name=id.clone() fault />
            <input
                id=id.clone() name=id type="text" class="field__input" autocomplete="off"
                inputmode=is_number.then_some("numeric")
                aria-invalid=move || fault.get().map(|_| "true") aria-describedby=described_by
                prop:value=first
                on:input:target=move |event| on_write(event.target().value())
            />
        </div>
    }
}

/// The topics that residents suggested; without them the agenda is written by hand.
#[component]
fn Topics(typed: Typed) -> impl IntoView {
    let words = &use_text().meetings_desk.fields;
    let api = use_api();
    let topics = Fetched::new(move || async move { api.council_topics().await });
    view! {
        <h2>{words.topics}</h2>
        <Load
            resource=topics has_heading=true
            then=move |topics| view! { <Suggested topics typed /> }
        />
    }
}

#[component]
fn Suggested(topics: TopicList, typed: Typed) -> impl IntoView {
    let words = &use_text().meetings_desk.fields;
    let is_there = move |topic: &TopicRow| {
        let about = About::Submission { id: topic.id };
        typed.items.with(|items| items.iter().any(|item| item.about == about))
    };
    let topics = StoredValue::new(topics.items);
    let line = move |topic: TopicRow| {
        let (add, about) =
            ((words.topic_add)(&isolated(&topic.title)), About::Submission { id: topic.id });
        let press = move || typed.add(topic.title.clone(), about);
        view! { <li><ActButton words=add look=Look::Quiet on_press=press /></li> }
    };
    let lines = move || {
        let left = topics.with_value(|topics| {
            topics.iter().filter(|topic| !is_there(topic)).cloned().collect::<Vec<_>>()
        });
        left.into_iter().map(line).collect_view()
    };
    view! { <ul class="list">{lines}</ul> }
}
