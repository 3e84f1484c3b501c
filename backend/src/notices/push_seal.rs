//! Sealing: a notice that only its browser can read (RFC 8291), signed by this server (RFC 8292).

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::{
    aead, agreement, hmac,
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair},
};
use serde_json::json;

use crate::secrets::random_bytes;

/// The size of the one record of a message (RFC 8188).
const RECORD_BYTES: u32 = 4_096;
/// The longest words that fit: the record, without tag and end mark.
pub(super) const WORDS_BYTES_MAX: usize = RECORD_BYTES as usize - 16 - 1;
/// A point of P-256, uncompressed.
const POINT_BYTES: usize = 65;

/// Bytes as browsers and push services write them.
pub(super) fn base64url(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The way back from [`base64url`]; padding, which some browsers write, is fine.
pub(super) fn from_base64url(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).ok()
}

/// The keys of a browser, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BrowserKeys {
    point: [u8; POINT_BYTES],
    secret: [u8; 16],
}

impl BrowserKeys {
    /// From what a browser says: a point of the curve and sixteen bytes.
    pub(super) fn parse(p256dh: &str, auth: &str) -> Option<Self> {
        let point: [u8; POINT_BYTES] = from_base64url(p256dh)?.try_into().ok()?;
        let secret = from_base64url(auth)?.try_into().ok()?;
        let keys = Self { point, secret };
        // Only an agreement tells whether it is a point at all.
        keys.seal(b"?").is_some().then_some(keys)
    }

    /// Seals words for this browser, each time under a key of its own.
    pub(super) fn seal(&self, words: &[u8]) -> Option<Vec<u8>> {
        let random = SystemRandom::new();
        let own = agreement::EphemeralPrivateKey::generate(&agreement::ECDH_P256, &random).ok()?;
        let own_point: [u8; POINT_BYTES] =
            own.compute_public_key().ok()?.as_ref().try_into().ok()?;
        let theirs = agreement::UnparsedPublicKey::new(&agreement::ECDH_P256, self.point);
        let salt = random_bytes();
        agreement::agree_ephemeral(own, &theirs, |shared| {
            self.seal_with(shared, &own_point, &salt, words)
        })
        .ok()?
    }

    fn seal_with(
        &self,
        shared: &[u8],
        own_point: &[u8; POINT_BYTES],
        salt: &[u8; 16],
        words: &[u8],
    ) -> Option<Vec<u8>> {
        let info = [b"WebPush: info\0".as_slice(), &self.point, own_point].concat();
        let key = expand(&extract(&self.secret, shared), &info);
        let master = extract(salt, key.as_ref());
        let content_key = expand(&master, b"Content-Encoding: aes128gcm\0");
        let nonce = expand(&master, b"Content-Encoding: nonce\0");
        let content_key = aead::UnboundKey::new(&aead::AES_128_GCM, &content_key.as_ref()[..16]);
        let nonce = aead::Nonce::try_assume_unique_for_key(&nonce.as_ref()[..12]).ok()?;
        if words.len() > WORDS_BYTES_MAX {
            return None;
        }
        // The last record of a message ends in a two; ours is the first and the last.
        let mut sealed = [words, &[2]].concat();
        aead::LessSafeKey::new(content_key.ok()?)
            .seal_in_place_append_tag(nonce, aead::Aad::empty(), &mut sealed)
            .ok()?;
        let head = [salt.as_slice(), &RECORD_BYTES.to_be_bytes(), &[POINT_BYTES as u8], own_point];
        Some([head.concat(), sealed].concat())
    }
}

/// HKDF's first half (RFC 5869).
fn extract(salt: &[u8], secret: &[u8]) -> hmac::Tag {
    hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, salt), secret)
}

/// HKDF's other half, of which one block is enough.
fn expand(key: &hmac::Tag, info: &[u8]) -> hmac::Tag {
    let key = hmac::Key::new(hmac::HMAC_SHA256, key.as_ref());
    hmac::sign(&key, &[info, &[1]].concat())
}

/// The key with which this deployment signs for push services (VAPID).
pub(super) struct SigningKey(EcdsaKeyPair);

impl SigningKey {
    /// A new one, as it is kept: PKCS #8, base64url.
    pub(super) fn generate() -> Result<String, String> {
        let algorithm = &ECDSA_P256_SHA256_FIXED_SIGNING;
        let made = EcdsaKeyPair::generate_pkcs8(algorithm, &SystemRandom::new());
        made.map(|key| base64url(key.as_ref())).map_err(|_| "no key could be made".to_owned())
    }

    /// The one that is kept.
    pub(super) fn open(kept: &str) -> Result<Self, String> {
        let bytes = from_base64url(kept).unwrap_or_default();
        let algorithm = &ECDSA_P256_SHA256_FIXED_SIGNING;
        let key = EcdsaKeyPair::from_pkcs8(algorithm, &bytes, &SystemRandom::new());
        key.map(Self).map_err(|why| format!("the key for browsers' notices cannot be used: {why}"))
    }

    /// Its public half, as browsers take it.
    pub(super) fn public(&self) -> String {
        base64url(self.0.public_key().as_ref())
    }

    /// The header that says who sends: made out for one push service, until a second since 1970.
    pub(super) fn authorization(&self, origin: &str, contact: &str, until: i64) -> Option<String> {
        let part = |value: serde_json::Value| base64url(value.to_string().as_bytes());
        let head = part(json!({ "typ": "JWT", "alg": "ES256" }));
        let claims = part(json!({ "aud": origin, "exp": until, "sub": contact }));
        let signed = format!("{head}.{claims}");
        let signature = self.0.sign(&SystemRandom::new(), signed.as_bytes()).ok()?;
        let signature = base64url(signature.as_ref());
        Some(format!("vapid t={signed}.{signature}, k={}", self.public()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ring::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};

    fn bytes<const N: usize>(text: &str) -> [u8; N] {
        from_base64url(text).unwrap().try_into().unwrap()
    }

    #[test]
    fn a_notice_is_sealed_as_in_the_rfc() {
        // RFC 8291, appendix A.
        let browser = BrowserKeys {
            point: bytes(
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNt\
                 oIAiw4",
            ),
            secret: bytes("BTBZMqHH6r4Tts7J_aSIgg"),
        };
        let shared = from_base64url("kyrL1jIIOHEzg3sM2ZWRHDRB62YACZhhSlknJ672kSs").unwrap();
        let own = bytes(
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7\
             A8",
        );
        let salt = bytes("DGv6ra1nlYgDCS1FRnbzlw");
        let words = b"When I grow up, I want to be a watermelon";
        let sealed = browser.seal_with(&shared, &own, &salt, words).unwrap();
        assert_eq!(
            base64url(&sealed),
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLoc\
             InmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLV\
             WGNWQexSgSxsj_Qulcy4a-fN"
        );
    }

    #[test]
    fn what_is_no_key_of_a_browser_is_not_taken() {
        let point = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRp\
                     kNtoIAiw4";
        let auth = "BTBZMqHH6r4Tts7J_aSIgg";
        assert!(BrowserKeys::parse(point, auth).is_some());
        assert!(BrowserKeys::parse(&format!("{point}="), &format!("{auth}==")).is_some());
        let off_the_curve = base64url(&[4; POINT_BYTES]);
        for (p256dh, auth) in
            [("", auth), (point, ""), (point, "AAAA"), (&off_the_curve, auth), ("?", auth)]
        {
            assert_eq!(BrowserKeys::parse(p256dh, auth), None, "{p256dh} {auth}");
        }
    }

    #[test]
    fn a_signature_can_be_checked_with_the_public_key() {
        let key = SigningKey::open(&SigningKey::generate().unwrap()).unwrap();
        let header =
            key.authorization("https://push.example.com", "mailto:a@b.example", 1).unwrap();
        let (token, public) = header.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
        assert_eq!(public, key.public());
        let (signed, signature) = token.rsplit_once('.').unwrap();
        let public = from_base64url(public).unwrap();
        let public = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, public);
        let signature = from_base64url(signature).unwrap();
        assert!(public.verify(signed.as_bytes(), &signature).is_ok());
        let claims = from_base64url(signed.split_once('.').unwrap().1).unwrap();
        let claims: serde_json::Value = serde_json::from_slice(&claims).unwrap();
        assert_eq!(claims["aud"], "https://push.example.com");
        assert!(SigningKey::open("AAAA").is_err());
    }

    #[test]
    fn the_same_words_are_sealed_otherwise_each_time() {
        let point = bytes(
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAi\
             w4",
        );
        let browser = BrowserKeys { point, secret: [7; 16] };
        assert_ne!(browser.seal(b"a"), browser.seal(b"a"));
        assert_eq!(browser.seal(&[b'a'; WORDS_BYTES_MAX + 1]), None);
        let longest = browser.seal(&[b'a'; WORDS_BYTES_MAX]).unwrap();
        assert_eq!(longest.len(), 16 + 4 + 1 + POINT_BYTES + RECORD_BYTES as usize);
    }
}
