//! Staff: their accounts, their second factor, and what administrators do with them.

pub mod account;
pub mod account_routes;
pub mod factor;
pub mod operator;
pub mod routes;
pub mod rows;
pub mod service;

use huiyin_domain::staff::{N_RECOVERY_CODES, RecoveryCode};
use tokio::task::spawn_blocking;

use crate::{
    app::App,
    failure::{Failure, Outcome},
    secrets,
};

/// New recovery codes with their slow hashes.
#[derive(Clone)]
pub struct NewCodes(Vec<(RecoveryCode, String)>);

impl NewCodes {
    /// Eight by chance; as slow as eight hashes.
    pub fn random() -> Self {
        let codes = (1..=N_RECOVERY_CODES).map(|place| {
            let random = secrets::random_digits(9);
            let code = RecoveryCode::new(place, &random).expect("nine digits were asked for");
            let hash = secrets::slow_hash(code.digits());
            (code, hash)
        });
        Self(codes.collect())
    }

    /// As they are printed.
    pub fn printed(&self) -> Vec<String> {
        self.0.iter().map(|(code, _)| code.grouped()).collect()
    }
}

/// Does something slow beside the server's own threads, as few at a time as its memory allows.
pub async fn slowly<T: Send + 'static>(
    app: &App,
    work: impl FnOnce() -> T + Send + 'static,
) -> Outcome<T> {
    let turn = app.hashing.clone().acquire_owned().await;
    let done = spawn_blocking(move || {
        let _turn = turn;
        work()
    });
    done.await.map_err(|gone| Failure::Broken(gone.to_string()))
}
