//! The parts of a printed sheet: its head, lines to write on, boxes to tick, and its foot.
use crate::{
    api::use_api,
    browser::document,
    routes::Route,
    ui::{ActButton, Back, PageHeading, QrCode},
    words::{use_language, use_text},
};
use huiyin_domain::communities::Community;
use leptos::prelude::*;

/// A page that is printed: on the screen with a way back and one large button above the sheet.
#[component]
pub fn PrintPage(
    /// What the page is called.
    title: &'static str,
    /// Where one came from.
    back: Route,
    /// Where that is, in words.
    back_words: &'static str,
    /// The sheet.
    children: Children,
) -> impl IntoView {
    let words = &use_text().paper;
    view! {
        <Back to=back words=back_words />
        <div class="stack no-print">
            <PageHeading words=title />
            <p>{words.print_means}</p>
            <ActButton words=words.print on_press=document::print />
        </div>
        {children()}
    }
}

/// The head of a sheet: whose it is, what it is, and its number.
#[component]
pub fn Head(
    /// The community.
    community: Community,
    /// What it belongs to, such as a contest's name.
    #[prop(optional, into)]
    about: Option<String>,
    /// What it is.
    title: &'static str,
    /// The number of the form: which of them, and which contest's.
    number: String,
) -> impl IntoView {
    let name = use_language().of(&community.name);
    view! {
        <header class="paper-head">
            <p>{name}</p>
            <p class="paper-head__number number">{(use_text().paper.form_number)(&number)}</p>
        </header>
        {about.map(|about| view! { <p class="paper-about">{about}</p> })}
        <h2 class="sheet__title">{title}</h2>
    }
}

/// One question of a form with the place for its answer.
#[component]
pub fn Ask(
    /// Its number on the sheet.
    number: u32,
    /// The question.
    words: &'static str,
    /// How to answer.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// Lines to write on.
    #[prop(default = 0)]
    lines: u32,
    /// Are the lines numbered?
    #[prop(optional)]
    is_list: bool,
    /// Boxes to tick, and what else there is to fill in.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let line = move |at: u32| {
        let number = is_list.then(|| format!("{at}."));
        view! { <span class="paper-line">{number}</span> }
    };
    view! {
        <section class="paper-ask">
            <h3>{format!("{number}. {words}")}</h3>
            {hint.map(|hint| view! { <p>{hint}</p> })}
            {(lines > 0).then(|| view! {
                <div class="paper-lines">{(1..=lines).map(line).collect_view()}</div>
            })}
            {children.map(|children| children())}
        </section>
    }
}

/// A box to tick, with its words.
#[component]
pub fn Tick(
    /// What is ticked.
    #[prop(into)]
    words: String,
) -> impl IntoView {
    view! {
        <span class="paper-tick">
            <span class="paper-tick__box" aria-hidden="true"></span>
            <span>{words}</span>
        </span>
    }
}

/// What the office fills in.
#[component]
pub fn OfficeBox(
    /// Entered as what and when, with lines.
    entered: &'static str,
) -> impl IntoView {
    let words = &use_text().paper.office;
    view! {
        <section class="paper-office">
            <h3>{words.heading}</h3>
            <p>{words.received}</p>
            <p class="paper-ticks"><Tick words=words.by_paper /> <Tick words=words.by_phone /></p>
            <p>{entered}</p>
        </section>
    }
}

/// The foot of a sheet: where to bring it, by when, whom to call, and the same on a phone.
#[component]
pub fn Foot(
    /// The community.
    community: Community,
    /// Until which day, in words; any day without.
    until: Option<String>,
    /// Is it handed in at all?
    #[prop(default = true)]
    is_handed_in: bool,
    /// What it is about, on a phone.
    to: Route,
) -> impl IntoView {
    let language = use_language();
    let words = &use_text().paper;
    let until = until.map_or(words.until_any.to_owned(), |day| (words.until)(&day));
    let hours = language.of(&community.hot_line_hours);
    let call = (words.or_call)(&community.hot_line, &hours);
    let address = use_api().page_address(&to.href());
    view! {
        <section class="paper-foot">
            {is_handed_in.then(|| view! {
                <h3>{words.where_to}</h3>
                <p><strong>{language.of(&community.office)}</strong></p>
                <p><strong>{until}</strong></p>
                <p>{call}</p>
                <p>{words.on_phone}</p>
            })}
            <QrCode text=address about=words.on_phone />
        </section>
    }
}
