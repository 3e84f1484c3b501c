//! Tries: how often somebody may be wrong when signing in, counted for all servers together.
//!
//! A try is written down before the secret is checked and struck out when it was right: so a
//! hundred tries at once are a hundred tries. Addresses are kept only as a keyed hash, and only
//! for a quarter of an hour. Other rooms count in the same way with [`enter`].

use std::net::IpAddr;

use huiyin_domain::{
    hash::sha256_hex,
    ids::CommunityId,
    problems::ProblemKind,
    residents::letter_code::{TRIES_PER_LETTER, TRIES_WINDOW_MS},
    time::Moment,
};

use crate::{
    failure::{Failure, Outcome},
    secrets,
    store::{Store, StoreError, Tx, params},
};

/// Wrong tries from one address within the window.
pub const TRIES_PER_ADDRESS: u32 = 30;
/// Wrong tries from everywhere within the window.
pub const TRIES_IN_ALL: u32 = 300;

/// The community under which tries are kept that are counted across communities.
pub const EVERYWHERE: i64 = 0;

/// A community (or [`EVERYWHERE`]), a bucket, and how much goes into it within the window.
pub type Limit<'a> = (i64, &'a str, u32);

/// The key under which addresses are hashed; the same for all servers of a deployment.
#[derive(Clone)]
pub struct AddressKey(String);

impl AddressKey {
    /// The deployment's key, made the first time it is asked for.
    pub fn open(store: &Store) -> Result<Self, StoreError> {
        let fresh = secrets::random_hex::<32>();
        store.write_now(move |tx| {
            tx.execute(
                "INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                params!["address_key", &fresh],
            )?;
            let row =
                tx.first("SELECT value FROM settings WHERE name = $1", params!["address_key"])?;
            let row = row.ok_or_else(|| StoreError::Unexpected("no address key".to_owned()))?;
            Ok(Self(row.text(0)?.to_owned()))
        })
    }

    /// The bucket of an address; a whole household network counts as one under IPv6.
    pub fn bucket(&self, address: Option<IpAddr>, now: Moment) -> String {
        let network = match address.map(|address| address.to_canonical()) {
            None => "unknown".to_owned(),
            Some(IpAddr::V4(address)) => address.to_string(),
            Some(IpAddr::V6(address)) => format!("{:x?}", &address.segments()[..4]),
        };
        format!("address/{}", self.hash_today(&network, now))
    }

    /// The bucket of a telephone number; the number itself cannot be read off it.
    pub fn bucket_of_number(&self, digits: &str, now: Moment) -> String {
        format!("number/{}", self.hash_today(digits, now))
    }

    /// Another hash each day: nobody can be followed from one day to the next.
    fn hash_today(&self, what: &str, now: Moment) -> String {
        let day = now.millis().div_euclid(huiyin_domain::time::DAY_MS);
        sha256_hex(format!("{}/{day}/{what}", self.0).as_bytes())[..32].to_owned()
    }

    /// The hash of something short that lives only a short while and is looked up by its hash.
    pub fn keyed_hash(&self, secret: &str) -> String {
        sha256_hex(format!("{}/keyed/{secret}", self.0).as_bytes())
    }
}

/// The buckets one try is counted in.
#[derive(Clone, Debug)]
pub struct Buckets {
    /// Of this letter or this member of staff, in their community.
    pub name: String,
    /// Of the address.
    pub address: String,
    /// This try's own mark.
    pub try_id: String,
}

impl Buckets {
    fn limits(&self, community: CommunityId) -> [Limit<'_>; 3] {
        [
            (community.0.into(), self.name.as_str(), TRIES_PER_LETTER),
            (EVERYWHERE, self.address.as_str(), TRIES_PER_ADDRESS),
            (EVERYWHERE, "all", TRIES_IN_ALL),
        ]
    }

    /// Writes a try down, unless there were too many.
    pub fn enter(&self, tx: &mut Tx<'_>, community: CommunityId, now: Moment) -> Outcome<()> {
        enter(tx, &self.limits(community), &self.try_id, now)
    }

    /// Strikes a try out that was right.
    pub fn strike(&self, tx: &mut Tx<'_>, community: CommunityId, now: Moment) -> Outcome<()> {
        for (community_id, bucket, _) in self.limits(community) {
            tx.execute(
                "DELETE FROM sign_in_tries
                 WHERE community_id = $1 AND bucket = $2 AND at_ms = $3 AND try_id = $4",
                params![community_id, bucket, now.millis(), &self.try_id],
            )?;
        }
        Ok(())
    }
}

/// Writes one try down in every bucket, unless one of them is full.
pub fn enter(tx: &mut Tx<'_>, limits: &[Limit<'_>], try_id: &str, now: Moment) -> Outcome<()> {
    let since = now.plus_millis(-TRIES_WINDOW_MS).millis();
    tx.execute("DELETE FROM sign_in_tries WHERE at_ms <= $1", params![since])?;
    for (community_id, bucket, most) in limits {
        let row = tx.first(
            "SELECT COUNT(*), MIN(at_ms) FROM sign_in_tries
             WHERE community_id = $1 AND bucket = $2",
            params![*community_id, *bucket],
        )?;
        let Some(row) = row else { continue };
        if row.int(0)? >= i64::from(*most) {
            let first = row.opt_int(1)?.unwrap_or(now.millis());
            return Err(too_many(first, now));
        }
    }
    for (community_id, bucket, _) in limits {
        tx.execute(
            "INSERT INTO sign_in_tries (community_id, bucket, at_ms, try_id)
             VALUES ($1, $2, $3, $4)",
            params![*community_id, *bucket, now.millis(), try_id],
        )?;
    }
    Ok(())
}

/// Until the first of the tries is forgotten.
fn too_many(first_ms: i64, now: Moment) -> Failure {
    let wait_ms = (first_ms + TRIES_WINDOW_MS - now.millis()).max(0);
    let seconds = u32::try_from(wait_ms / 1_000 + 1).unwrap_or(u32::MAX);
    Failure::Problem(ProblemKind::TooMany { retry_after_seconds: seconds })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_not_kept_and_a_household_is_one() {
        let key = AddressKey("k".to_owned());
        let now = Moment::from_millis(0);
        let bucket = |raw: &str| key.bucket(raw.parse().ok(), now);
        assert!(!bucket("192.0.2.7").contains("192"));
        assert_ne!(bucket("192.0.2.7"), bucket("192.0.2.8"));
        assert_eq!(bucket("2001:db8::1"), bucket("2001:db8::2"));
        assert_ne!(bucket("2001:db8::1"), bucket("2001:db8:0:1::1"));
        assert_eq!(bucket("::ffff:192.0.2.7"), bucket("192.0.2.7"));
    }
}
