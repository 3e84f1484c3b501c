//! What is around every page: the community's name, the hot-line, the doors, the language.
use crate::{
    accessibility::use_modes,
    aloud::Aloud,
    api::use_api,
    helping::banner::HelpBanner,
    routes::Route,
    ui::{ButtonLink, Icon, Live, PageHeading, Shape},
    voice::VoiceControl,
    words::{use_language, use_text},
};
use huiyin_domain::communities::Community;
use leptos::prelude::*;
use leptos_router::components::A;

/// Header, hot-line, doors, the page itself and the footer.
#[component]
pub fn Frame(
    /// The page.
    children: Children,
) -> impl IntoView {
    let text = use_text();
    let is_elder = use_modes().is_elder();
    let community = LocalResource::new({
        let api = use_api();
        move || async move { api.get::<Community>("").await.ok() }
    });
    view! {
        <a class="skip" href="#page">{text.frame.skip}</a>
        <HelpBanner />
        <Header community />
        <HotLine community />
        // In the elder mode the page comes first, and its own large buttons.
        {(!is_elder).then(|| view! { <Doors /> })}
        <div class="aids">
            <Aloud />
            <VoiceControl />
        </div>
        <main class="page" id="page" tabindex="-1">{children()}</main>
        {is_elder.then(|| view! { <Doors /> })}
        <footer class="footer">
            <p>{text.frame.no_passwords}</p>
            <p>{move || community.get().flatten().map(|c| use_language().of(&c.office))}</p>
        </footer>
        <Live />
    }
}

#[component]
fn Header(community: LocalResource<Option<Community>>) -> impl IntoView {
    let text = use_text();
    let language = use_language();
    let name = move || match community.get().flatten() {
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
fn HotLine(community: LocalResource<Option<Community>>) -> impl IntoView {
    let text = use_text();
    let language = use_language();
    let line = move |community: Community| {
        let call = format!("tel:{}", community.hot_line.replace([' ', '-'], ""));
        view! {
            <a class="hotline__link" href=call>
                <Icon shape=Shape::Phone />
                <span>{text.frame.call}</span>
                <span class="hotline__number">{community.hot_line.clone()}</span>
                <span class="hotline__hours">{language.of(&community.hot_line_hours)}</span>
            </a>
        }
    };
    view! {
        <aside class="hotline" aria-label=text.frame.hot_line>
            {move || community.get().flatten().map(line)}
        </aside>
    }
}

#[component]
fn Doors() -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let person = move || match api.me() {
        Some(_) => (Route::Mine, text.frame.mine),
        None => (Route::SignIn, text.frame.sign_in),
    };
    view! {
        <nav class="doors" aria-label=text.frame.doors>
            <ul class="doors__list">
                <Door to=Route::Home shape=Shape::Home words=text.frame.home exact=true />
                <Door to=Route::Contests shape=Shape::Proposals words=text.frame.contests />
                {move || {
                    let (to, words) = person();
                    view! { <Door to shape=Shape::Person words /> }
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
