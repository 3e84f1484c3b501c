//! What follows a result: projects, and objections.
use huiyin_app::{delivery, objections};

super::bundle! {
    projects:
    "/projects" => delivery::list_page::ListPage,
    "/projects/:id" => delivery::show_page::ShowPage,
    "/projects/:id/:act" => delivery::act_page::ActPage,
    "/contests/:id/objections" => objections::list_page::ListPage,
    "/contests/:id/object" => objections::object_page::ObjectPage,
}
