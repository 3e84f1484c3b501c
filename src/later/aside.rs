//! What few need on their first visit: helpers, recordings, calls, the ledger, notices.
use huiyin_app::{
    accessibility, callbacks, helping, home, ledger, moderation, notices, offline, residents,
    speaking, voice,
};

super::bundle! {
    aside:
    "/sign-in" => residents::sign_in_page::SignInPage,
    "/display" => accessibility::display_page::DisplayPage,
    "/voice" => voice::voice_page::VoicePage,
    "/ask" => home::ask_page::AskPage,
    "/waiting" => offline::waiting_page::WaitingPage,
    "/devices" => residents::devices_page::DevicesPage,
    "/help" => helping::help_page::HelpPage,
    "/help/start/:step" => helping::start_page::StartPage,
    "/help/:id" => helping::log_page::LogPage,
    "/helping" => helping::helping_page::HelpingPage,
    "/call-me" => callbacks::ask_page::AskPage,
    "/call-me/:id" => callbacks::asked_page::AskedPage,
    "/contests/:id/speak" => speaking::ladder_page::LadderPage,
    "/contests/:id/speak/keyboard" => speaking::keyboard_page::KeyboardPage,
    "/contests/:id/speak/record" => speaking::record_page::RecordPage,
    "/recordings" => speaking::list_page::ListPage,
    "/recordings/:id" => speaking::show_page::ShowPage,
    "/recordings/:id/sent" => speaking::sent_page::SentPage,
    "/ledger" => ledger::ledger_page::LedgerPage,
    "/moderation" => moderation::log_page::LogPage,
    "/moderation/:id" => moderation::case_page::CasePage,
    "/report/:id" => moderation::report_page::ReportPage,
    "/notices" => notices::inbox_page::InboxPage,
    "/notices/choices" => notices::choices_page::ChoicesPage,
    "/print/notice" => notices::poster_page::PosterPage,
}
