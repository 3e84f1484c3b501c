//! What is around every page: the community's name, the hot-line, the doors, the language.
use super::{A, came_from::note_pages};
use crate::{
    accessibility::use_modes,
    aloud::Aloud,
    api::use_api,
    browser::storage,
    helping::banner::HelpBanner,
    routes::Route,
    ui::{ButtonLink, Icon, Live, PageHeading, Shape},
    voice::VoiceControl,
    words::{use_language, use_text},
};
use huiyin_domain::communities::Community;
use leptos::{prelude::*, task::spawn_local};

/// The community: as it was here last, and once the server has answered, as it is.
type Here = RwSignal<Option<Community>, LocalStorage>;

/// Under which the frame of the page before the app finds it too (`index.html`).
const KEPT: &str = "community";

/// Header, hot-line, doors, the page itself and the footer.
#[component]
pub fn Frame(
    /// The page.
    children: Children,
) -> impl IntoView {
    let text = use_text();
    let is_elder = use_modes().is_elder();
    let (community, is_unknown) = community();
    let keeping = use_api().offline.keeping;
    note_pages();
    view! {
        <a class="skip" href="#page">{text.frame.skip}</a>
        <HelpBanner />
        <ArchiveNotice />
        <Header community />
        <HotLine community />
        // In the elder mode the page comes first, and its own large buttons.
        {(!is_elder).then(|| view! { <Doors /> })}
        <div class="aids">
            <Aloud />
            <VoiceControl />
        </div>
        <p class="notice notice--warn" hidden=move || !is_unknown.get()>
            {text.frame.unknown_community}
        </p>
        {move || keeping.get().map(|it| (it.show)())}
        <main class="page" id="page" tabindex="-1">{children()}</main>
        {is_elder.then(|| view! { <Doors /> })}
        <footer class="footer">
            <p>{text.frame.no_passwords}</p>
            <p>{move || community.get().map(|c| use_language().of(&c.office))}</p>
        </footer>
        <Live />
    }
}

/// In an archive: what this is, and of which day.
#[component]
fn ArchiveNotice() -> impl IntoView {
    let text = use_text();
    use_api().archive().map(|archive| {
        let words = (text.frame.archive_means)(&text.language.long_day(archive.at));
        view! { <aside class="notice no-print" aria-label=text.frame.archive>{words}</aside> }
    })
}

/// The community, and whether the server knows none of the name in `config.json`.
fn community() -> (Here, RwSignal<bool>) {
    let api = use_api();
    let kept = storage::get::<Community>(KEPT).filter(|kept| kept.slug == api.community());
    let (here, is_unknown) = (RwSignal::new_local(kept), RwSignal::new(false));
    spawn_local(async move {
        match api.get_unsigned::<Community>("").await {
            Ok(community) => {
                // A phone that keeps nothing shows the frame a little later each time.
                let _ = storage::set(KEPT, &community);
                let _ = here.try_set(Some(community));
            }
            Err(error) => {
                let _ = is_unknown.try_set(error.is_missing());
            }
        }
    });
    (here, is_unknown)
}

#[component]
fn Header(community: Here) -> impl IntoView {
    let text = use_text();
    let language = use_language();
    let name = move || match community.get() {
        Some(community) => language.of(&community.name),
        None => text.frame.product.to_owned(),
    };
    let other = language.other();
    let switch = move |_| other.choose();
    view! {
        <header class="header">
            <div class="header__row">
                <A href=Route::Home.href() attr:class="header__name">
                    <Icon shape=Shape::Echo />
                    <span>{name}</span>
                </A>
                <button type="button" class="header__language" lang=other.tag() on:click=switch>
                    {other.own_name()}
                </button>
            </div>
        </header>
    }
}

#[component]
fn HotLine(community: Here) -> impl IntoView {
    let text = use_text();
    let language = use_language();
    let line = move |community: Community| {
        let call = format!("tel:{}", community.hot_line.replace([' ', '-'], ""));
        view! {
            <a class="hotline__link" href=call>
                <Icon shape=Shape::Phone />
                <span class="hotline__call">
                    <span>{text.frame.call}</span>
                    <span class="hotline__number">{community.hot_line.clone()}</span>
                </span>
                <span class="hotline__hours">{language.of(&community.hot_line_hours)}</span>
            </a>
        }
    };
    view! {
        <aside class="hotline" aria-label=text.frame.hot_line>
            {move || community.get().map(line)}
        </aside>
    }
}

#[component]
fn Doors() -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let person = move || match api.me() {
        Some(_) => Some((Route::Mine, text.frame.mine)),
        None if api.is_archive() => None,
        None => Some((Route::SignIn, text.frame.sign_in)),
    };
    view! {
        <nav class="doors" aria-label=text.frame.doors>
            <ul class="doors__list">
                <Door to=Route::Home shape=Shape::Home words=text.frame.home exact=true />
                <Door to=Route::Contests shape=Shape::Proposals words=text.frame.contests />
                {move || {
                    person().map(|(to, words)| view! { <Door to shape=Shape::Person words /> })
                }}
                <Door to=Route::Display shape=Shape::Size words=text.frame.display />
            </ul>
        </nav>
    }
}

#[component]
fn Door(
    to: Route,
    shape: Shape,
    #[prop(into)] words: String,
    #[prop(optional)] exact: bool,
) -> impl IntoView {
    view! {
        <li class="doors__item">
            <A href=to.href() exact=exact attr:class="doors__link">
                <Icon shape />
                <span>{words}</span>
            </A>
        </li>
    }
}

/// An address that leads nowhere.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let text = use_text();
    view! {
        <PageHeading words=text.frame.not_found />
        <p>{text.frame.not_found_next}</p>
        <ButtonLink to=Route::Home words=text.frame.go_home />
    }
}
