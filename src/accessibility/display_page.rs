//! How the app looks and sounds: each choice shows itself, and is there at once.
use super::{ModesInUse, use_modes};
use crate::{
    api::use_api,
    browser::document,
    routes::Route,
    ui::{Back, QrCode, RadioTile, Screen, Screens, say},
    words::use_text,
};
use huiyin_domain::accessibility::{Contrast, Layout, Light, Modes, Motion, Pace, Size};
use leptos::prelude::*;

/// Choose how the app looks and sounds.
#[component]
pub fn DisplayPage() -> impl IntoView {
    let text = use_text();
    let words = &text.accessibility;
    let screens = vec![
        Screen::new(move || {
            view! {
                <p>{words.hint}</p>
                <LayoutChoice />
            }
        }),
        Screen::new(|| view! { <SizeChoice /> }),
        Screen::new(|| view! { <ContrastChoice /> }),
        Screen::new(|| view! { <LightChoice /> }),
        Screen::new(|| view! { <PaceChoice /> }),
        Screen::new(|| view! { <MotionChoice /> }),
        Screen::new(|| view! { <Carry /> }),
    ];
    view! {
        <Back to=Route::Home words=text.frame.go_home />
        <Screens heading=words.heading screens />
    }
}

/// One choice among those of a group.
struct Choice {
    id: String,
    words: &'static str,
    hint: &'static str,
    /// The modes with this choice, made of those in use.
    with: fn(Modes, &'static str) -> Modes,
    /// Which word of the code it is; empty where the device decides.
    word: &'static str,
    /// The words that are chosen in these modes.
    now: fn(Modes) -> &'static str,
}

#[component]
fn Group(
    name: &'static str,
    legend: &'static str,
    choices: Vec<Choice>,
    #[prop(optional)] note: Option<&'static str>,
) -> impl IntoView {
    let modes = use_modes();
    let tile = move |choice: Choice| {
        let Choice { id, words, hint, with, word, now } = choice;
        let is_chosen = Signal::derive(move || now(modes.get()) == word);
        let on_choose = move || pick(modes, with(modes.get_untracked(), word), words);
        let id = format!("{name}-{id}");
        view! { <RadioTile group=name id words hint is_chosen on_choose /> }
    };
    view! {
        <fieldset class="stack stack--tight display" data-group=name>
            <legend><h2>{legend}</h2></legend>
            {choices.into_iter().map(tile).collect_view()}
            {note.map(|note| view! { <p class="soft">{note}</p> })}
        </fieldset>
    }
}

/// Uses a choice and says so.
fn pick(in_use: ModesInUse, modes: Modes, words: &str) {
    say((use_text().accessibility.chosen)(words));
    in_use.choose(modes);
}

#[component]
fn LayoutChoice() -> impl IntoView {
    let words = &use_text().accessibility;
    let choice = |layout: Layout| Choice {
        id: layout.word().to_owned(),
        words: (words.layout_is)(layout),
        hint: (words.layout_means)(layout),
        with: |modes, word| Modes { layout: Modes::parse(word).layout, ..modes },
        word: layout.word(),
        now: |modes| modes.layout.word(),
    };
    let choices = [Layout::Standard, Layout::Elder].map(choice).into();
    view! { <Group name="layout" legend=words.layout choices /> }
}

#[component]
fn SizeChoice() -> impl IntoView {
    let words = &use_text().accessibility;
    let is_elder = use_modes().is_elder();
    let choice = |size: Size| Choice {
        id: size.pixels().to_owned(),
        words: (words.size_is)(size),
        hint: words.sample,
        with: |modes, word| Modes { size: Modes::parse(word).size, ..modes },
        word: size.pixels(),
        now: |modes| modes.size_shown().pixels(),
    };
    let is_there = |size: &Size| !is_elder || *size >= Size::Larger;
    let choices = Size::ALL.into_iter().filter(is_there).map(choice).collect();
    let note = is_elder.then_some(words.size_elder);
    view! { <Group name="size" legend=words.size choices note=note.unwrap_or_default() /> }
}

#[component]
fn ContrastChoice() -> impl IntoView {
    let words = &use_text().accessibility;
    let choice = |contrast: Option<Contrast>| Choice {
        id: contrast.map_or("device", Contrast::word).to_owned(),
        words: (words.contrast_is)(contrast),
        hint: "",
        with: |modes, word| Modes { contrast: Modes::parse(word).contrast, ..modes },
        word: contrast.map_or("", Contrast::word),
        now: |modes| modes.contrast.map_or("", Contrast::word),
    };
    let choices = [None, Some(Contrast::Plain), Some(Contrast::High)].map(choice).into();
    view! { <Group name="contrast" legend=words.contrast choices /> }
}

#[component]
fn LightChoice() -> impl IntoView {
    let words = &use_text().accessibility;
    let choice = |light: Option<Light>| Choice {
        id: light.map_or("device", Light::word).to_owned(),
        words: (words.light_is)(light),
        hint: "",
        with: |modes, word| Modes { light: Modes::parse(word).light, ..modes },
        word: light.map_or("", Light::word),
        now: |modes| modes.light.map_or("", Light::word),
    };
    let lights = [None, Some(Light::Light), Some(Light::Dark), Some(Light::Dim)];
    view! { <Group name="light" legend=words.light choices=lights.map(choice).into() /> }
}

#[component]
fn PaceChoice() -> impl IntoView {
    let words = &use_text().accessibility;
    let word = |pace: Pace| match pace {
        Pace::Normal => "",
        Pace::Slow => "slow",
    };
    let choice = |pace: Pace| Choice {
        id: if pace == Pace::Slow { "slow" } else { "normal" }.to_owned(),
        words: (words.pace_is)(pace),
        hint: "",
        with: |modes, word| Modes { pace: Modes::parse(word).pace, ..modes },
        word: word(pace),
        now: |modes| if modes.pace == Pace::Slow { "slow" } else { "" },
    };
    let choices = [Pace::Normal, Pace::Slow].map(choice).into();
    view! { <Group name="pace" legend=words.pace choices /> }
}

#[component]
fn MotionChoice() -> impl IntoView {
    let words = &use_text().accessibility;
    let choice = |motion: Option<Motion>| Choice {
        id: motion.map_or("device", Motion::word).to_owned(),
        words: (words.motion_is)(motion),
        hint: "",
        with: |modes, word| Modes { motion: Modes::parse(word).motion, ..modes },
        word: motion.map_or("", Motion::word),
        now: |modes| modes.motion.map_or("", Motion::word),
    };
    let choices = [None, Some(Motion::Still), Some(Motion::Moving)].map(choice).into();
    let note = if use_modes().is_elder() { words.motion_elder } else { "" };
    view! { <Group name="motion" legend=words.motion choices note /> }
}

/// A link that opens the app like this anywhere else, and where the choices are kept.
#[component]
fn Carry() -> impl IntoView {
    let words = &use_text().accessibility;
    let modes = use_modes();
    let api = use_api();
    let link = move || format!("{}?modes={}", document::app_address(), modes.get());
    let kept = move || match api.me() {
        Some(_) => words.kept_in_profile,
        None => words.kept_on_phone,
    };
    view! {
        <section class="stack stack--tight">
            <p>{kept}</p>
            <h2>{words.carry}</h2>
            <p>{words.carry_means}</p>
            {move || view! { <QrCode text=link() about=words.carry_about /> }}
        </section>
    }
}
