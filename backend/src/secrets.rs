//! Secrets: random numbers, tokens, and slow hashes of what people type.

use argon2::{
    Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version,
    password_hash::phc::PasswordHash,
};
use huiyin_domain::{
    hash::{hex, sha256_hex},
    residents::letter_code::{CODE_DIGITS, LETTER_DIGITS},
};

/// Memory of one slow hash in KiB, its passes and lanes: OWASP's first recommendation.
const ARGON2: (u32, u32, u32) = (19_456, 2, 1);

/// Random bytes from the operating system.
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    // Without randomness no token is safe: stopping is the only right answer.
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

/// Random bytes as lower-case hexadecimal; `N` bytes make `2 N` characters.
pub fn random_hex<const N: usize>() -> String {
    hex(&random_bytes::<N>())
}

/// The secret digits of a new letter (信函码), each equally likely.
pub fn random_letter_secret() -> String {
    random_digits(CODE_DIGITS - LETTER_DIGITS)
}

/// So many digits, at most nine, each equally likely.
pub fn random_digits(n_digits: usize) -> String {
    let number = loop {
        // Throwing the unfair end of the range away keeps all numbers equally likely.
        let number = u64::from_be_bytes(random_bytes());
        if number < u64::MAX - u64::MAX % 10_u64.pow(n_digits as u32) {
            break number % 10_u64.pow(n_digits as u32);
        }
    };
    format!("{number:0n_digits$}")
}

/// What is stored of a session's token.
pub fn token_hash(token: &str) -> String {
    sha256_hex(format!("huiyin/session/1/{token}").as_bytes())
}

fn argon2() -> Argon2<'static> {
    let (memory, passes, lanes) = ARGON2;
    let params = Params::new(memory, passes, lanes, None).expect("the parameters are in range");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// A slow hash (Argon2id, as a PHC string) of a password or of a letter's secret digits.
///
/// Takes some thirty milliseconds: never inside a transaction or on the server's own threads.
pub fn slow_hash(secret: &str) -> String {
    let salt = random_bytes::<16>();
    let hash: PasswordHash = argon2()
        .hash_password_with_salt(secret.as_bytes(), &salt)
        .expect("sixteen bytes of salt and a short secret are always taken");
    hash.to_string()
}

/// Is this the secret behind the hash? As slow as [`slow_hash`].
pub fn verify(secret: &str, hash: &str) -> bool {
    PasswordHash::new(hash)
        .is_ok_and(|hash| argon2().verify_password(secret.as_bytes(), &hash).is_ok())
}

/// Works as long as [`verify`] does, so that an unknown name answers no sooner than a known one.
pub fn verify_nothing(secret: &str) {
    let mut out = [0; 32];
    let hashed = argon2().hash_password_into(secret.as_bytes(), b"huiyin/nobody/01", &mut out);
    // Only the time counts here.
    std::hint::black_box((hashed.is_ok(), out));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_known_again_and_another_is_not() {
        let hash = slow_hash("1234567");
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(verify("1234567", &hash));
        assert!(!verify("1234568", &hash));
        assert!(!verify("1234567", "not a hash"));
    }

    #[test]
    fn secret_digits_are_seven() {
        let digits = random_letter_secret();
        assert_eq!(digits.len(), CODE_DIGITS - LETTER_DIGITS);
        assert!(digits.bytes().all(|byte| byte.is_ascii_digit()));
    }
}
