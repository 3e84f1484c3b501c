//! The app: its contexts, and which page stands at which address.
use crate::{
    accessibility::{self, provide_modes},
    answering,
    api::{Api, Config},
    ballots,
    browser::document,
    callbacks, contests, councils, councils_desk, desk, entering, feedback, helping, home, ledger,
    meetings, meetings_desk, notices, paper, proposals, residents, results, speaking, times,
    ui::{Frame, NotFoundPage, provide_live},
    voice,
    words::provide_language,
};
use leptos::prelude::*;
use leptos_router::{
    components::{Route, Router, Routes},
    path,
};

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let layout = provide_modes().layout();
    let language = provide_language();
    provide_live();
    let config = LocalResource::new(read_config);
    move || {
        config.get().map(|config| {
            Api::provide(config);
            // Pages are made anew in another language or layout, so both are plain values in them.
            move || {
                language.track();
                layout.track();
                view! { <Pages /> }
            }
        })
    }
}

/// Reads `config.json` beside the app; without it the API is on the same host.
async fn read_config() -> Config {
    let address = format!("{}config.json", document::base_path());
    let read = async {
        let answer = gloo_net::http::Request::get(&address).send().await.ok()?;
        answer.json::<Config>().await.ok()
    };
    let standard = || Config { api: "api/v1".to_owned(), community: "wutong".to_owned() };
    read.await.unwrap_or_else(standard)
}

#[component]
fn Pages() -> impl IntoView {
    let base = document::base_path();
    let base = base.trim_end_matches('/').to_owned();
    view! {
        <Router base>
            <Frame>
                <Routes fallback=NotFoundPage>
                    <Route path=path!("/") view=home::page::HomePage />
                    <Route path=path!("/sign-in") view=residents::sign_in_page::SignInPage />
                    <Route path=path!("/display") view=accessibility::display_page::DisplayPage />
                    <Route path=path!("/voice") view=voice::voice_page::VoicePage />
                    <Route path=path!("/mine") view=residents::mine_page::MinePage />
                    <Route path=path!("/ask") view=home::ask_page::AskPage />
                    <Route path=path!("/feedback/say") view=feedback::say_page::DoorPage />
                    <Route path=path!("/feedback/say/:step") view=feedback::say_page::SayPage />
                    <Route path=path!("/feedback/:id") view=feedback::show_page::ShowPage />
                    <Route path=path!("/feedback/:id/sent") view=feedback::sent_page::SentPage />
                    <Route path=path!("/feedback/:id/:act") view=feedback::act_page::ActPage />
                    <Route path=path!("/number/:id") view=feedback::number_page::NumberPage />
                    <Route path=path!("/devices") view=residents::devices_page::DevicesPage />
                    <Route path=path!("/help") view=helping::help_page::HelpPage />
                    <Route
                        path=path!("/help/start/:step")
                        view=helping::start_page::StartPage
                    />
                    <Route path=path!("/help/:id") view=helping::log_page::LogPage />
                    <Route path=path!("/helping") view=helping::helping_page::HelpingPage />
                    <Route path=path!("/contests") view=contests::list_page::ListPage />
                    <Route path=path!("/contests/new") view=contests::new_page::NewPage />
                    <Route path=path!("/contests/:id") view=contests::show_page::ShowPage />
                    <Route
                        path=path!("/contests/:id/proposals")
                        view=proposals::list_page::ListPage
                    />
                    <Route
                        path=path!("/contests/:id/propose/:step")
                        view=proposals::propose_page::ProposePage
                    />
                    <Route
                        path=path!("/contests/:id/proposed/:proposal")
                        view=proposals::proposed_page::ProposedPage
                    />
                    <Route path=path!("/proposals/:id") view=proposals::show_page::ShowPage />
                    <Route path=path!("/contests/:id/vote") view=ballots::vote_page::VotePage />
                    <Route
                        path=path!("/contests/:id/vote/check")
                        view=ballots::check_page::CheckPage
                    />
                    <Route path=path!("/contests/:id/vote/done") view=ballots::done_page::DonePage />
                    <Route
                        path=path!("/contests/:id/result")
                        view=results::result_page::ResultPage
                    />
                    <Route
                        path=path!("/contests/:id/result/:key")
                        view=results::why_page::WhyPage
                    />
                    <Route
                        path=path!("/contests/:id/recount")
                        view=results::recount_page::RecountPage
                    />
                    <Route path=path!("/call-me") view=callbacks::ask_page::AskPage />
                    <Route path=path!("/call-me/:id") view=callbacks::asked_page::AskedPage />
                    <Route path=path!("/desk") view=desk::desk_page::DeskPage />
                    <Route path=path!("/desk/callbacks") view=callbacks::list_page::ListPage />
                    <Route
                        path=path!("/desk/callbacks/:id")
                        view=callbacks::settle_page::SettlePage
                    />
                    <Route
                        path=path!("/desk/residents")
                        view=desk::residents_page::ResidentsPage
                    />
                    <Route path=path!("/desk/residents/:id") view=desk::letter_page::LetterPage />
                    <Route path=path!("/desk/enter/:step?") view=entering::page::EnterPage />
                    <Route path=path!("/councils") view=councils::hub_page::HubPage />
                    <Route
                        path=path!("/councils/topics")
                        view=councils::topics_page::TopicsPage
                    />
                    <Route path=path!("/series/:id") view=councils::show_page::ShowPage />
                    <Route
                        path=path!("/series/:id/answer/:step")
                        view=councils::answer_page::AnswerPage
                    />
                    <Route
                        path=path!("/series/:id/answered")
                        view=councils::answered_page::AnsweredPage
                    />
                    <Route path=path!("/series/:id/plan") view=councils::plan_page::PlanPage />
                    <Route path=path!("/series/:id/why/:slot") view=councils::why_page::WhyPage />
                    <Route
                        path=path!("/print/series/:id")
                        view=paper::series_page::SeriesSheetPage
                    />
                    <Route path=path!("/times") view=times::page::TimesPage />
                    <Route path=path!("/times/:step") view=times::page::StepPage />
                    <Route
                        path=path!("/print/proposal/:id")
                        view=paper::proposal_page::ProposalSheetPage
                    />
                    <Route
                        path=path!("/print/ballot/:id")
                        view=paper::ballot_page::BallotSheetPage
                    />
                    <Route path=path!("/print/times") view=paper::times_page::TimesSheetPage />
                    <Route
                        path=path!("/contests/:id/speak")
                        view=speaking::ladder_page::LadderPage
                    />
                    <Route
                        path=path!("/contests/:id/speak/keyboard")
                        view=speaking::keyboard_page::KeyboardPage
                    />
                    <Route
                        path=path!("/contests/:id/speak/record")
                        view=speaking::record_page::RecordPage
                    />
                    <Route path=path!("/recordings") view=speaking::list_page::ListPage />
                    <Route path=path!("/recordings/:id") view=speaking::show_page::ShowPage />
                    <Route path=path!("/recordings/:id/sent") view=speaking::sent_page::SentPage />
                    <Route path=path!("/ledger") view=ledger::ledger_page::LedgerPage />
                    <Route path=path!("/desk/feedback") view=answering::list_page::ListPage />
                    <Route
                        path=path!("/desk/feedback/:id/:act")
                        view=answering::act_page::ActPage
                    />
                    <Route path=path!("/notices") view=notices::inbox_page::InboxPage />
                    <Route
                        path=path!("/notices/choices")
                        view=notices::choices_page::ChoicesPage
                    />
                    <Route path=path!("/desk/calls") view=notices::calls_page::CallsPage />
                    <Route path=path!("/print/notice") view=notices::poster_page::PosterPage />
                    <Route path=path!("/desk/series") view=councils_desk::list_page::ListPage />
                    <Route path=path!("/desk/series/new") view=councils_desk::new_page::NewPage />
                    <Route path=path!("/desk/series/:id") view=councils_desk::show_page::ShowPage />
                    <Route
                        path=path!("/desk/series/:id/who")
                        view=councils_desk::who_page::WhoPage
                    />
                    <Route
                        path=path!("/desk/series/:id/:act")
                        view=councils_desk::act_page::ActPage
                    />
                    <Route
                        path=path!("/councils/statistics")
                        view=meetings::statistics_page::StatisticsPage
                    />
                    <Route path=path!("/councils/:id") view=meetings::show_page::ShowPage />
                    <Route path=path!("/councils/:id/:act") view=meetings::act_page::ActPage />
                    <Route
                        path=path!("/print/council/:id")
                        view=meetings::poster_page::PosterPage
                    />
                    <Route path=path!("/desk/councils") view=meetings_desk::list_page::ListPage />
                    <Route
                        path=path!("/desk/councils/:id")
                        view=meetings_desk::show_page::ShowPage
                    />
                    <Route
                        path=path!("/desk/councils/:id/run")
                        view=meetings_desk::run_page::RunPage
                    />
                    <Route
                        path=path!("/desk/councils/:id/people")
                        view=meetings_desk::people_page::PeoplePage
                    />
                    <Route
                        path=path!("/desk/councils/:id/:act")
                        view=meetings_desk::act_page::ActPage
                    />
                    <Route path=path!("/desk/recordings") view=speaking::queue_page::QueuePage />
                    <Route
                        path=path!("/desk/recordings/:id")
                        view=speaking::write_page::WritePage
                    />
                </Routes>
            </Frame>
        </Router>
    }
}
