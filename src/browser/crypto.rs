//! Randomness from the browser.

/// 32 random bytes from the browser's own generator (Web Cryptography API, getRandomValues).
pub fn random_bytes() -> [u8; 32] {
    let mut bytes = [0; 32];
    let crypto = super::document::window().crypto().expect("every browser with wasm has crypto");
    crypto
        .get_random_values_with_u8_array(&mut bytes)
        .expect("32 bytes are below the limit of 65,536");
    bytes
}

/// A key by which the server knows a repeated request.
pub fn random_key() -> String {
    huiyin_domain::hash::hex(&random_bytes()[..16])
}
