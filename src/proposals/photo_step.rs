//! The question whether to add photos; nobody has to.
use super::{
    draft::Writing,
    question_form::{Place, QuestionForm},
    upload::{DraftPhotos, FIELD, Progress, Upload},
};
use crate::{
    api::{ApiError, use_api},
    browser::{document, files},
    routes::Route,
    ui::{A, ActButton, ButtonLink, Fault, FaultLine, Look, PageHeading, say},
    words::{isolated, use_text},
};
use huiyin_domain::proposals::{PHOTOS_MAX, PhotoId};
use leptos::prelude::*;

/// Would you like to add photos to the proposal?
#[component]
pub fn PhotoStep(
    /// Which screen.
    place: Place,
    /// The draft.
    writing: Writing,
) -> impl IntoView {
    let faults = RwSignal::new(Vec::new());
    view! {
        <QuestionForm place writing faults check=|_| Ok(())>
            <AddPhotos
                photos=DraftPhotos::Proposal(writing) title=writing.form_now().title faults
            />
        </QuestionForm>
    }
}

/// The question whether to add photos, and the way to; each is sent as soon as it is chosen.
#[component]
pub fn AddPhotos(
    /// To what.
    photos: DraftPhotos,
    /// What they are photos of.
    title: String,
    /// What a person can mend.
    faults: RwSignal<Vec<Fault>>,
) -> impl IntoView {
    view! {
        <PageHeading words=use_text().proposals.writing.photo />
        <PhotoFields photos title faults />
    }
}

/// The photos there are, and the way to add one, under any heading.
#[component]
pub fn PhotoFields(
    /// To what.
    photos: DraftPhotos,
    /// What they are photos of.
    title: String,
    /// What a person can mend.
    faults: RwSignal<Vec<Fault>>,
) -> impl IntoView {
    let api = use_api();
    let words = &use_text().proposals.writing;
    let upload = Upload::new(photos, faults);
    let choose = move || {
        if api.me().is_some() {
            view! { <Choose upload photos faults /> }.into_any()
        } else {
            view! {
                <p class="notice">{words.photo_sign_in}</p>
                <ButtonLink to=Route::SignIn words=use_text().frame.sign_in look=Look::Quiet />
            }
            .into_any()
        }
    };
    view! {
        <p class="field__hint" id="photos-hint">{(words.photo_hint)(PHOTOS_MAX)}</p>
        <Photos photos title />
        {choose}
    }
}

/// The file field, or how the photo that was chosen fares.
#[component]
fn Choose(upload: Upload, photos: DraftPhotos, faults: RwSignal<Vec<Fault>>) -> impl IntoView {
    let words = &use_text().proposals.writing;
    let fault = Signal::derive(move || Fault::for_field(&faults.get(), "photos"));
    let is_full = Memo::new(move |_| photos.list().len() >= PHOTOS_MAX);
    let take = move |event: leptos::ev::Event| {
        if let Some(chosen) = files::take_chosen(&event) {
            upload.take(chosen);
        }
    };
    let described_by = move || match fault.get() {
        Some(_) => "photos-error photos-hint",
        None => "photos-hint",
    };
    let field = move || {
        view! {
            <div class="field">
                <label class="field__label" for=FIELD>{words.photo_choose}</label>
                <FaultLine name=FIELD fault />
                <input
                    id=FIELD type="file" accept="image/*" class="field__input"
                    aria-invalid=move || fault.get().map(|_| "true")
                    aria-describedby=described_by
                    on:change=take
                />
            </div>
        }
    };
    move || match upload.progress() {
        Progress::Sending => {
            view! { <p class="notice" id=FIELD tabindex="-1">{words.photo_sending}</p> }.into_any()
        }
        Progress::Kept { name, error } => view! {
            <div class="notice notice--stop stack" id=FIELD tabindex="-1">
                <Kept upload name error />
            </div>
        }
        .into_any(),
        Progress::Idle | Progress::Arrived(_) | Progress::Refused { .. } if is_full.get() => {
            view! { <p id=FIELD tabindex="-1">{(words.photo_full)(PHOTOS_MAX)}</p> }.into_any()
        }
        Progress::Idle | Progress::Arrived(_) | Progress::Refused { .. } => field().into_any(),
    }
}

/// A photo that did not arrive: why, again, or without it.
#[component]
fn Kept(upload: Upload, name: String, error: ApiError) -> impl IntoView {
    let text = use_text();
    let words = &text.proposals.writing;
    view! {
        <p>{(words.photo_kept)(&isolated(&name))}</p>
        <p>{text.problems.error(&error)}</p>
        <ActButton words=words.photo_again on_press=move || upload.again() />
        <ActButton words=words.photo_drop look=Look::Quiet on_press=move || upload.drop_kept() />
    }
}

/// The id of what is told of a photo on the screens after its own.
const LEFT_BEHIND: &str = "photo-left-behind";

/// On the screens after that of the photos: which photo has not arrived, and what to do about it.
#[component]
pub fn LeftBehind(
    /// Of what.
    photos: DraftPhotos,
    /// Where another one is chosen.
    step: Route,
) -> impl IntoView {
    let words = &use_text().proposals.writing;
    let upload = Upload::elsewhere(photos, LEFT_BEHIND);
    let choose = step.href();
    let told = move || match upload.progress() {
        Progress::Idle | Progress::Arrived(_) => ().into_any(),
        Progress::Sending => view! { <p class="notice">{words.photo_sending}</p> }.into_any(),
        Progress::Kept { name, error } => view! {
            <div class="notice notice--stop stack"><Kept upload name error /></div>
        }
        .into_any(),
        Progress::Refused { name, why } => view! {
            <div class="notice notice--stop stack">
                <p>{(words.photo_kept)(&isolated(&name))}</p>
                <p>{why}</p>
                <A href=choose.clone() attr:class="button button--quiet">{words.photo_another}</A>
                <ActButton
                    words=words.photo_drop look=Look::Quiet on_press=move || upload.drop_kept()
                />
            </div>
        }
        .into_any(),
    };
    view! { <div id=LEFT_BEHIND tabindex="-1">{told}</div> }
}

/// The photos that have arrived, each of which can be taken out.
#[component]
fn Photos(photos: DraftPhotos, title: String) -> impl IntoView {
    let words = &use_text().proposals.writing;
    let list = Memo::new(move |_| photos.list());
    let title = StoredValue::new(title);
    let remove = move |photo: &PhotoId| {
        photos.change(|photos| photos.retain(|other| other != photo));
        say(words.photo_removed.to_owned());
        document::focus_id(FIELD);
    };
    let card = move |(at, photo): (usize, PhotoId)| {
        let gone = photo.clone();
        view! {
            <li class="card">
                <Picture photo n=at + 1 title=title.get_value() />
                <ActButton
                    words=(words.photo_remove)(at + 1)
                    look=Look::Quiet
                    on_press=move || remove(&gone)
                />
            </li>
        }
    };
    move || {
        let photos = list.get();
        let cards = || photos.into_iter().enumerate().map(card).collect_view();
        view! { <ul class="list">{cards()}</ul> }
    }
}

/// One photo with its words.
#[component]
pub fn Picture(
    /// Which.
    photo: PhotoId,
    /// Its place among them, from one.
    n: usize,
    /// The proposal's title.
    title: String,
) -> impl IntoView {
    let address = use_api().address(&format!("photos/{}", photo.0));
    let alt = (use_text().proposals.photo_alt)(n, &isolated(&title));
    view! { <img class="proposals-photo" src=address alt=alt loading="lazy" /> }
}
