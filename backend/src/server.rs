//! The server: the router that brings requests to their rooms.

use std::{io, net::SocketAddr, path::PathBuf, sync::Arc};

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{HeaderName, HeaderValue, Method, header},
    middleware,
    routing::get,
};
use tokio::{net::TcpListener, signal};
use tower_http::{
    compression::CompressionLayer,
    cors::{AllowOrigin, CorsLayer},
};

use crate::{
    app::{App, Limits},
    ballots, callbacks, coaching, communities, contests, councils, delivery, departments, desk,
    entering, feedback, helping,
    http::{around, body, client::Client},
    moderation, notices, objections, openapi, photos, proposals, qr, record, recordings, register,
    residents, series, staff, times,
};

/// All routes, and the client's files where there are some.
pub fn router(app: Arc<App>, client_dist: Option<PathBuf>) -> Router {
    let cors = cors(&app.limits);
    let client = Client::load(client_dist.as_deref());
    let api = Router::new()
        .merge(communities::routes::routes())
        .merge(residents::routes::routes())
        .merge(contests::routes::routes())
        .merge(objections::routes::routes())
        .merge(proposals::routes::routes())
        .merge(delivery::routes::routes())
        .merge(ballots::routes::routes())
        .merge(photos::routes::routes())
        .merge(callbacks::routes::routes())
        .merge(desk::routes::routes())
        .merge(qr::routes::routes())
        .merge(entering::routes::routes())
        .merge(times::routes::routes())
        .merge(recordings::routes::routes())
        .merge(register::routes::routes())
        .merge(register::letter_routes::routes())
        .merge(helping::routes::routes())
        .merge(feedback::routes::routes())
        .merge(feedback::ledger_routes::routes())
        .merge(departments::routes::routes())
        .merge(series::routes::routes())
        .merge(councils::routes::routes())
        .merge(record::routes::routes())
        .merge(moderation::routes::routes())
        .merge(coaching::routes::routes())
        .merge(notices::routes::routes())
        .merge(staff::routes::routes())
        .route("/openapi.json", get(openapi::document))
        .route("/health", get(openapi::health));
    Router::new()
        .nest("/api/v1", api)
        .fallback(move |request| client.clone().answer(request))
        .layer(DefaultBodyLimit::max(body::JSON_BYTES_MAX))
        .layer(CompressionLayer::new())
        .layer(cors)
        .layer(middleware::from_fn(around::around))
        .with_state(app)
}

/// Serves until it is told to stop, and then finishes what has begun.
pub async fn serve(listener: TcpListener, router: Router) -> io::Result<()> {
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(told_to_stop()).await
}

async fn told_to_stop() {
    let interrupted = async {
        // Without a handler the signal ends the process by itself.
        if signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        match signal::unix::signal(signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending::<()>().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}

/// Only the origins on the list, and no cookies: there are none.
fn cors(limits: &Limits) -> CorsLayer {
    let origins = limits.origins.iter().filter_map(|origin| HeaderValue::from_str(origin).ok());
    CorsLayer::new()
        .allow_origin(AllowOrigin::list(origins))
        .allow_methods([Method::GET, Method::POST, Method::PUT, Method::DELETE])
        .allow_headers([
            header::AUTHORIZATION,
            header::CONTENT_TYPE,
            header::IF_MATCH,
            header::IF_NONE_MATCH,
            HeaderName::from_static("idempotency-key"),
        ])
        .expose_headers([
            header::ETAG,
            header::RETRY_AFTER,
            HeaderName::from_static("x-request-id"),
        ])
        .max_age(std::time::Duration::from_secs(86_400))
}
