//! Notices of browsers (Web Push, RFC 8030): sealed, signed, and handed to the browser's service.

use axum::{
    body::Bytes,
    http::{Request, header},
};
use http_body_util::Full;
use huiyin_domain::{notices::wire::PushSubscription, time::Moment};
use tokio_rustls::TlsConnector;

use super::{
    Doors,
    channels::{Contact, Sent},
    push_seal::{BrowserKeys, SigningKey},
    push_tls::{self, NoAnswer},
};
use crate::store::{Store, StoreError, params};

/// How long a push service keeps a notice for a browser that is away, in seconds: three days.
const KEPT_SECONDS: u32 = 259_200;
/// How long a signature holds, in seconds; services take a day at most.
const SIGNED_SECONDS: i64 = 12 * 3_600;
/// The setting that holds the signing key.
const KEY_SETTING: &str = "vapid_key";

/// What came of handing a notice over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Handed {
    /// As with every message.
    Sent(Sent),
    /// The browser is there no more; its address is forgotten.
    Gone,
}

/// Hands notices to push services.
pub(super) struct PushSender {
    key: SigningKey,
    contact: Contact,
    doors: Doors,
    tls: Option<TlsConnector>,
}

impl PushSender {
    /// Gets ready, with the deployment's key; it is made the first time it is asked for.
    pub(super) fn open(contact: Contact, doors: Doors, store: &Store) -> Result<Self, String> {
        let fresh = SigningKey::generate()?;
        let kept = store.write_now(move |tx| {
            tx.execute(
                "INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                params![KEY_SETTING, &fresh],
            )?;
            let row =
                tx.first("SELECT value FROM settings WHERE name = $1", params![KEY_SETTING])?;
            let row = row.ok_or_else(|| StoreError::Unexpected("no signing key".to_owned()))?;
            Ok::<_, StoreError>(row.text(0)?.to_owned())
        });
        let key = SigningKey::open(&kept.map_err(|error| error.to_string())?)?;
        // Where a service of our own is spoken to, there may be no certificates at all.
        let tls = match (push_tls::connector(), &doors) {
            (Ok(tls), _) => Some(tls),
            (Err(why), Doors::Public) => return Err(why),
            (Err(_), Doors::PublicAnd(_)) => None,
        };
        Ok(Self { key, contact, doors, tls })
    }

    /// The public key, as browsers take it.
    pub(super) fn public_key(&self) -> String {
        self.key.public()
    }

    /// Can a notice be sent to this browser?
    pub(super) fn takes(&self, subscription: &PushSubscription) -> bool {
        let keys = &subscription.keys;
        self.doors.endpoint(&subscription.endpoint).is_some()
            && BrowserKeys::parse(&keys.p256dh, &keys.auth).is_some()
    }

    /// Hands one notice over. `topic` is the same for the same message: a service that still has
    /// one under it keeps the newer.
    pub(super) async fn send(
        &self,
        to: &PushSubscription,
        words: &[u8],
        topic: &str,
        now: Moment,
    ) -> Handed {
        let never = |why: &str| Handed::Sent(Sent::Never(why.to_owned()));
        let Some(endpoint) = self.doors.endpoint(&to.endpoint) else {
            return never("its address may not be asked");
        };
        let keys = BrowserKeys::parse(&to.keys.p256dh, &to.keys.auth);
        let Some(sealed) = keys.and_then(|keys| keys.seal(words)) else {
            return never("it could not be sealed");
        };
        let until = now.millis().div_euclid(1_000) + SIGNED_SECONDS;
        let signed = self.key.authorization(&endpoint.origin(), self.contact.as_str(), until);
        let Some(signed) = signed else { return never("it could not be signed") };
        let path = endpoint.uri.path_and_query().map_or("/", |path| path.as_str());
        let authority = endpoint.uri.authority().map_or("", |authority| authority.as_str());
        let request = Request::post(path)
            .header(header::HOST, authority)
            .header(header::AUTHORIZATION, signed)
            .header(header::CONTENT_ENCODING, "aes128gcm")
            .header(header::CONTENT_TYPE, "application/octet-stream")
            .header("ttl", KEPT_SECONDS)
            .header("urgency", "normal")
            .header("topic", topic)
            .body(Full::new(Bytes::from(sealed)));
        let Ok(request) = request else { return never("it could not be asked") };
        match push_tls::knock(self.tls.as_ref(), &self.doors, &endpoint, request).await {
            Ok(status) => of_status(status.as_u16()),
            Err(NoAnswer::NotAsked(why)) => Handed::Sent(Sent::NotNow(why)),
            Err(NoAnswer::PerhapsAsked(why)) => Handed::Sent(Sent::Unsure(why)),
        }
    }
}

fn of_status(status: u16) -> Handed {
    let why = || format!("the push service answered with status {status}");
    match status {
        200..=299 => Handed::Sent(Sent::Taken),
        404 | 410 => Handed::Gone,
        429 | 500..=599 => Handed::Sent(Sent::NotNow(why())),
        _ => Handed::Sent(Sent::Never(why())),
    }
}
