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
    coaching::routes as coaching, communities::routes as communities, contests::routes as contests,
    councils::routes as councils, delivery::routes as projects, departments::routes as departments,
    desk::routes as desk, entering::routes as entering, feedback::ledger_routes as ledger,
    feedback::routes as feedback, helping::routes as helping, moderation::routes as moderation,
    notices::routes as notices, objections::routes as objections, photos::routes as photos,
    proposals::routes as proposals, proposals::staff_routes as proposing, qr::routes as qr,
    record::routes as record, recordings::routes as recordings, register::letter_routes as batches,
    register::routes as register, residents::routes as residents, series::routes as series,
    staff::account_routes as account, staff::routes as staff, times::routes as times,
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
        contests::show_result, contests::ballots_pb, contests::result_table,
        contests::proposals_table, contests::reserve,
        objections::list, objections::send, objections::waiting, objections::show,
        objections::answer,
        proposals::list_them, proposals::submit, proposals::show, proposals::mine, proposals::command,
        proposing::titles, proposing::list_waiting, proposing::edit, proposing::versions,
        proposing::invite, proposing::join, proposing::show_notes, proposing::add_note,
        projects::list_them, projects::waiting, projects::begin, projects::show,
        projects::command,
        ballots::paper, ballots::hand_out, ballots::cast,
        photos::send, photos::show,
        callbacks::list, callbacks::send, callbacks::show, callbacks::command,
        desk::show, desk::show_today, qr::show,
        residents::find, residents::show, residents::keep_modes, residents::print_letter,
        residents::command,
        register::show, register::table, register::households, register::report,
        register::import, register::statistics,
        batches::list, batches::begin, batches::show, batches::make,
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
        departments::names, departments::command, departments::create,
        departments::create_place, departments::command_place,
        staff::list, staff::add, staff::show, staff::command, staff::give_password,
        account::show, account::change_password, account::begin_factor, account::confirm_factor,
        account::make_codes,
        series::topics, series::support, series::list_them, series::create, series::proposed,
        series::show, series::command, series::answer, series::enter, series::who,
        series::plan, series::why_not, series::problem,
        councils::list, councils::show_statistics, councils::feed, councils::make_feed,
        councils::show, councils::file, councils::my_feed, councils::command, councils::remind,
        councils::attendance, councils::live,
        record::show_chain, record::list_roots, record::show_root,
        moderation::list, moderation::waiting, moderation::report, moderation::show,
        moderation::command,
        coaching::list, coaching::volunteer, coaching::of_proposal, coaching::ask,
        coaching::show, coaching::command,
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
