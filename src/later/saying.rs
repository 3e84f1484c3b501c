//! What one has to say, what became of it, and all that is one's own.
use huiyin_app::{feedback, residents};

super::bundle! {
    saying:
    "/mine" => residents::mine_page::MinePage,
    "/feedback/say" => feedback::say_page::DoorPage,
    "/feedback/say/:step" => feedback::say_page::SayPage,
    "/feedback/:id" => feedback::show_page::ShowPage,
    "/feedback/:id/sent" => feedback::sent_page::SentPage,
    "/feedback/:id/:act" => feedback::act_page::ActPage,
    "/number/:id" => feedback::number_page::NumberPage,
}
