//! The server: what all requests share, and the router that brings them to their rooms.

use std::{
    io,
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::Arc,
};

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{HeaderName, HeaderValue, Method, header},
    middleware,
    routing::get,
};
use tokio::{net::TcpListener, signal, sync::Semaphore};
use tower_http::{
    compression::CompressionLayer,
    cors::{AllowOrigin, CorsLayer},
};

use crate::{
    ballots,
    clock::Clock,
    communities, contests,
    http::{around, body, client::Client, openapi},
    photos,
    photos::shelf::Shelf,
    proposals, residents,
    residents::tries::AddressKey,
    store::Store,
};

/// Slow hashes that run at once; each takes nineteen megabytes.
const HASHING_MAX: usize = 4;
/// Photos that are shrunk at once; each takes up to half a gigabyte.
const SHRINKING_MAX: usize = 2;

/// What whoever runs the server decides.
#[derive(Clone, Debug, Default)]
pub struct Limits {
    /// Other origins whose pages may call the API, exactly as browsers write them.
    pub origins: Vec<String>,
    /// Is there a proxy of ours in front, whose `X-Forwarded-For` can be believed?
    pub trust_forwarded_for: bool,
}

/// What all requests share. Nothing in it is state: any number of servers may run side by side.
pub struct App {
    /// The database.
    pub store: Store,
    /// The clock.
    pub clock: Clock,
    /// The files of photos.
    pub photos: Shelf,
    /// What whoever runs the server decided.
    pub limits: Limits,
    pub(crate) address_key: AddressKey,
    pub(crate) hashing: Arc<Semaphore>,
    pub(crate) shrinking: Arc<Semaphore>,
}

impl App {
    /// Gets ready to serve; `store` has been migrated, `data_dir` is where files are kept.
    pub fn open(
        store: Store,
        clock: Clock,
        data_dir: &Path,
        limits: Limits,
    ) -> Result<Arc<Self>, String> {
        let address_key = AddressKey::open(&store).map_err(|error| error.to_string())?;
        Ok(Arc::new(Self {
            photos: Shelf::open(data_dir)?,
            store,
            clock,
            limits,
            address_key,
            hashing: Arc::new(Semaphore::new(HASHING_MAX)),
            shrinking: Arc::new(Semaphore::new(SHRINKING_MAX)),
        }))
    }
}

/// All routes, and the client's files where there are some.
pub fn router(app: Arc<App>, client_dist: Option<PathBuf>) -> Router {
    let cors = cors(&app.limits);
    let client = Client::load(client_dist.as_deref());
    let api = Router::new()
        .merge(communities::routes::routes())
        .merge(residents::routes::routes())
        .merge(contests::routes::routes())
        .merge(proposals::routes::routes())
        .merge(ballots::routes::routes())
        .merge(photos::routes::routes())
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
