//! The description of the API for developers, made from the code, and a sign of life.

use std::sync::Arc;

use axum::{Json, extract::State};
use serde_json::{Value, json};
use utoipa::{
    Modify, OpenApi,
    openapi::{
        OpenApi as Document,
        security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
    },
};

use crate::{
    app::App, ballots::routes as ballots, callbacks::routes as callbacks,
    communities::routes as communities, contests::routes as contests, councils::routes as councils,
    departments::routes as departments, desk::routes as desk, entering::routes as entering,
    feedback::ledger_routes as ledger, feedback::routes as feedback, helping::routes as helping,
    notices::routes as notices, photos::routes as photos, proposals::routes as proposals,
    qr::routes as qr, record::routes as record, recordings::routes as recordings,
    residents::routes as residents, series::routes as series, times::routes as times,
};

/// The whole API.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Huiyin",
        description = "Bodies are the wire types of huiyin-domain. Whatever is not a success is \
            application/problem+json (RFC 9457) with a stable `code`. Every POST needs an \
            Idempotency-Key of 8 to 64 letters, digits or dashes."
    ),
    paths(
        communities::list, communities::show, communities::home,
        residents::list, residents::begin, residents::end,
        contests::list, contests::create, contests::show, contests::command,
        contests::show_result, contests::ballots_pb,
        proposals::list_them, proposals::submit, proposals::show, proposals::mine, proposals::command,
        ballots::paper, ballots::hand_out, ballots::cast,
        photos::send, photos::show,
        callbacks::list, callbacks::send, callbacks::show, callbacks::command,
        desk::show, qr::show,
        residents::find, residents::show, residents::keep_modes, residents::print_letter,
        residents::command,
        entering::ballot_guide, entering::enter_proposal, entering::enter_co_sign,
        entering::enter_opinion,
        times::show, times::give, times::enter,
        recordings::list_them, recordings::begin, recordings::show, recordings::take_part,
        recordings::command, recordings::hear,
        helping::list, helping::offer, helping::show, helping::command,
        helping::helping, helping::look, helping::take, helping::go_on,
        helping::helper_command, helping::leave,
        feedback::send, feedback::mine, feedback::list_owed, feedback::pass_on,
        feedback::show_days, feedback::change_days, feedback::show, feedback::command,
        feedback::follow, ledger::show, ledger::table, ledger::week,
        departments::names, departments::command,
        series::topics, series::support, series::list_them, series::create, series::proposed,
        series::show, series::command, series::answer, series::enter, series::who,
        series::plan, series::why_not, series::problem,
        councils::list, councils::show_statistics, councils::feed, councils::make_feed,
        councils::show, councils::file, councils::my_feed, councils::command, councils::remind,
        councils::attendance, councils::live,
        record::show_chain, record::list_roots, record::show_root,
        notices::show, notices::read, notices::show_choices, notices::keep_choices,
        notices::push_key, notices::subscribe, notices::list_calls, notices::call_done,
        notices::series_call_done,
        document, health
    ),
    modifiers(&Token)
)]
struct Api;

/// Sessions are bearer tokens.
struct Token;

impl Modify for Token {
    fn modify(&self, document: &mut Document) {
        let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("token", SecurityScheme::Http(bearer));
    }
}

/// This description.
#[utoipa::path(get, path = "/api/v1/openapi.json",
    responses((status = 200, description = "OpenAPI 3.1", body = serde_json::Value)))]
pub(crate) async fn document() -> Json<Document> {
    Json(Api::openapi())
}

/// Is the server there, and which engine is behind it?
#[utoipa::path(get, path = "/api/v1/health",
    responses((status = 200, description = "{status, engine}", body = serde_json::Value)))]
pub(crate) async fn health(State(app): State<Arc<App>>) -> Json<Value> {
    let engine = match app.store.engine_name() {
        "SQLite" => "sqlite",
        _ => "postgres",
    };
    Json(json!({ "status": "ok", "engine": engine }))
}
