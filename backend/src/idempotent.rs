//! Idempotent: the one way every POST goes, so that a lost answer can be asked for again.
//!
//! Answers are remembered in the transaction of the write itself. A refusal is not remembered:
//! it changed nothing, so the same request is simply judged again.

use huiyin_domain::{hash::sha256_hex, problems::ProblemKind, refusals::Refusal};

use crate::{
    failure::{Failure, Outcome},
    here::Here,
    store::{
        Tx,
        idempotency::{self, Remembered},
    },
};

/// How a retried request is known again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Retry {
    /// By where it went and the hash of its body.
    SameBody(String),
    /// By where it went alone, and it is judged again: doing it twice is harmless, and the
    /// record must not tie the person to what the body says.
    Harmless,
}

impl Retry {
    /// What is stored to know the request again.
    pub fn fingerprint(&self, target: &str) -> String {
        match self {
            Self::SameBody(hash) => sha256_hex(format!("{target}\n{hash}").as_bytes()),
            Self::Harmless => sha256_hex(target.as_bytes()),
        }
    }

    /// Is doing it twice harmless by itself?
    pub fn is_natural(&self) -> bool {
        match self {
            Self::Harmless => true,
            Self::SameBody(_) => false,
        }
    }
}

/// The first answer given under this key, if there was one.
pub fn first(
    tx: &mut Tx<'_>,
    here: &Here,
    key: &str,
    fingerprint: &str,
) -> Outcome<Option<(u16, String)>> {
    let first = idempotency::lookup(tx, here.community_id(), &actor(here), key)?;
    match first {
        Some(first) if first.fingerprint.as_deref() != Some(fingerprint) => {
            Err(Failure::Problem(ProblemKind::KeyReused))
        }
        Some(first) => Ok(Some((first.status, first.body))),
        None => Ok(None),
    }
}

/// Does `work` unless it was done under this key; then gives the first answer again.
pub fn once(
    tx: &mut Tx<'_>,
    here: &Here,
    key: &str,
    fingerprint: &str,
    is_natural: bool,
    work: impl FnOnce(&mut Tx<'_>) -> Outcome<(u16, String)>,
) -> Outcome<(u16, String)> {
    match first(tx, here, key, fingerprint)? {
        Some(first) if !is_natural => return Ok(first),
        Some(_) => return work(tx),
        None => {}
    }
    let (status, body) = work(tx)?;
    let fingerprint = Some(fingerprint.to_owned());
    let answer = Remembered { fingerprint, status, body };
    let at_ms = here.now.millis();
    idempotency::remember(tx, here.community_id(), &actor(here), key, &answer, at_ms)?;
    Ok((answer.status, answer.body))
}

/// Does `work` unless it was done under this key. What it gives back is a secret, so only that
/// it was done is remembered: the same request again is refused.
pub fn told_once<T>(
    tx: &mut Tx<'_>,
    here: &Here,
    key: &str,
    fingerprint: &str,
    status: u16,
    work: impl FnOnce(&mut Tx<'_>) -> Outcome<T>,
) -> Outcome<T> {
    if first(tx, here, key, fingerprint)?.is_some() {
        return Err(Refusal::ToldOnce.into());
    }
    let secret = work(tx)?;
    let answer =
        Remembered { fingerprint: Some(fingerprint.to_owned()), status, body: String::new() };
    idempotency::remember(tx, here.community_id(), &actor(here), key, &answer, here.now.millis())?;
    Ok(secret)
}

/// Keys are each person's own: nobody can use up another's.
fn actor(here: &Here) -> String {
    let (role, id) = here.actor();
    format!("{role}/{}", id.unwrap_or_default())
}
