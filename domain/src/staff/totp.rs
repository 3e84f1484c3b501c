//! Six digits that change every half minute (动态验证码), after RFC 6238 and RFC 4226.
//!
//! The keyed hash itself (HMAC-SHA1) comes in as an argument: who has the secret computes it.
use super::password::groups_of_four;
use crate::time::Moment;
use std::fmt;

/// How long one code is shown, in milliseconds.
pub const STEP_MS: i64 = 30_000;
/// How many steps before and after now a code is taken: clocks differ, and typing takes time.
pub const WINDOW: u64 = 1;
/// Digits of a code.
pub const N_DIGITS: usize = 6;
/// Bytes of a secret: as long as the hash, as RFC 4226 asks.
pub const SECRET_BYTES: usize = 20;

const MODULUS: u32 = 1_000_000;
/// The letters of base32 (RFC 4648, section 6).
const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// What a phone and the server both know (密钥).
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; SECRET_BYTES]);

/// The secret itself never stands in a log.
impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

impl Secret {
    /// A secret of random bytes.
    pub fn new(random: [u8; SECRET_BYTES]) -> Self {
        Self(random)
    }

    /// The key of the hash.
    pub fn bytes(&self) -> &[u8; SECRET_BYTES] {
        &self.0
    }

    /// As text, to be kept and typed.
    pub fn base32(&self) -> String {
        base32(&self.0)
    }

    /// The way back from [`Secret::base32`].
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = from_base32(text)?;
        <[u8; SECRET_BYTES]>::try_from(bytes).ok().map(Self)
    }

    /// As text in groups of four, for whoever types it into their phone.
    pub fn groups(&self) -> Vec<String> {
        groups_of_four(&self.base32())
    }

    /// The address that a phone's app reads from a QR code: whose secret it is, and where.
    pub fn uri(&self, place: &str, name: &str) -> String {
        let (place, name, secret) = (encoded(place), encoded(name), self.base32());
        format!(
            "otpauth://totp/{place}:{name}?secret={secret}&issuer={place}&algorithm=SHA1\
             &digits={N_DIGITS}&period={}",
            STEP_MS / 1_000
        )
    }
}

/// A half minute, counted from 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step(pub u64);

impl Step {
    /// The one in which a moment lies; what lies before 1970 lies in the first.
    pub fn at(now: Moment) -> Self {
        Self(u64::try_from(now.millis().div_euclid(STEP_MS)).unwrap_or(0))
    }

    /// What is hashed with the secret (RFC 4226: the counter).
    pub fn message(self) -> [u8; 8] {
        self.0.to_be_bytes()
    }
}

/// Six digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code(u32);

impl Code {
    /// The last six digits of a number.
    pub fn new(number: u32) -> Self {
        Self(number % MODULUS)
    }

    /// The digits that a keyed hash of a step gives (RFC 4226, section 5.3).
    pub fn of(mac: &[u8; 20]) -> Self {
        let [.., last] = mac;
        let from = usize::from(last & 0x0f);
        // At most from the fifteenth on: four bytes are always there.
        let four = mac.iter().skip(from).take(4);
        let number = four.fold(0_u32, |sum, byte| (sum << 8) | u32::from(*byte));
        Self::new(number & 0x7fff_ffff)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

/// The step whose digits were typed, if it is near enough and later than the one used last: a code
/// that somebody looked at over a shoulder opens nothing.
pub fn find_step(
    typed: Code,
    now: Moment,
    used: Option<Step>,
    mac: impl Fn(Step) -> [u8; 20],
) -> Option<Step> {
    let Step(middle) = Step::at(now);
    let near = middle.saturating_sub(WINDOW)..=middle.saturating_add(WINDOW);
    let unused = near.map(Step).filter(|step| used.is_none_or(|used| used < *step));
    unused.into_iter().find(|step| Code::of(&mac(*step)) == typed)
}

/// Bytes as base32, without the signs that fill it up.
pub(super) fn base32(bytes: &[u8]) -> String {
    let mut text = String::new();
    let (mut bits, mut n_bits) = (0_u32, 0_u32);
    for byte in bytes {
        bits = (bits << 8) | u32::from(*byte);
        n_bits += 8;
        while n_bits >= 5 {
            n_bits -= 5;
            text.push(letter(bits >> n_bits));
        }
    }
    if n_bits > 0 {
        text.push(letter(bits << (5 - n_bits)));
    }
    text
}

fn letter(bits: u32) -> char {
    let [.., place] = bits.to_be_bytes();
    char::from(LETTERS[usize::from(place & 31)])
}

fn from_base32(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut bits, mut n_bits) = (0_u32, 0_u32);
    for letter in text.bytes() {
        let place = LETTERS.iter().position(|known| *known == letter.to_ascii_uppercase())?;
        bits = (bits << 5) | u32::try_from(place).ok()?;
        n_bits += 5;
        if n_bits >= 8 {
            n_bits -= 8;
            let [.., byte] = (bits >> n_bits).to_be_bytes();
            bytes.push(byte);
        }
    }
    Some(bytes)
}

/// A text as one part of an address (RFC 3986).
fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    let one = |byte: u8| match plain(byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    text.bytes().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4226, appendix D: the hashes of the counters 0 to 9 under the secret
    /// `12345678901234567890`, and the digits they give.
    const PUBLISHED: [(&str, &str); 10] = [
        ("cc93cf18508d94934c64b65d8ba7667fb7cde4b0", "755224"),
        ("75a48a19d4cbe100644e8ac1397eea747a2d33ab", "287082"),
        ("0bacb7fa082fef30782211938bc1c5e70416ff44", "359152"),
        ("66c28227d03a2d5529262ff016a1e6ef76557ece", "969429"),
        ("a904c900a64b35909874b33e61c5938a8e15ed1c", "338314"),
        ("a37e783d7b7233c083d4f62926c7a25f238d0316", "254676"),
        ("bc9cd28561042c83f219324d3c607256c03272ae", "287922"),
        ("a4fb960c0bc06e1eabb804e5b397cdc4b45596fa", "162583"),
        ("1b3c89f65e6c9e883012052823443f048b4332db", "399871"),
        ("1637409809a679dc698207310c8c7fc07290d9e5", "520489"),
    ];

    fn mac(Step(counter): Step) -> [u8; 20] {
        let (hash, _) = PUBLISHED[usize::try_from(counter).unwrap() % PUBLISHED.len()];
        let byte = |at: usize| u8::from_str_radix(&hash[2 * at..2 * at + 2], 16).unwrap();
        std::array::from_fn(byte)
    }

    fn at(step: i64) -> Moment {
        Moment::from_millis(step * STEP_MS + 29_999)
    }

    #[test]
    fn the_digits_are_the_published_ones() {
        for (counter, (_, digits)) in (0_u64..).zip(PUBLISHED) {
            assert_eq!(Code::of(&mac(Step(counter))).to_string(), digits);
        }
    }

    #[test]
    fn a_code_is_taken_one_step_early_or_late_and_no_further() {
        let fifth = Code::of(&mac(Step(5)));
        for (step, found) in [(3, None), (4, Some(5)), (5, Some(5)), (6, Some(5)), (7, None)] {
            assert_eq!(find_step(fifth, at(step), None, mac), found.map(Step), "{step}");
        }
        assert_eq!(find_step(Code::new(1), at(5), None, mac), None);
    }

    #[test]
    fn a_used_step_is_never_taken_again() {
        let (fourth, fifth) = (Code::of(&mac(Step(4))), Code::of(&mac(Step(5))));
        assert_eq!(find_step(fifth, at(5), Some(Step(4)), mac), Some(Step(5)));
        assert_eq!(find_step(fifth, at(5), Some(Step(5)), mac), None);
        // Nor one before it.
        assert_eq!(find_step(fourth, at(5), Some(Step(5)), mac), None);
    }

    #[test]
    fn base32_is_the_published_one() {
        // RFC 4648, section 10, without the signs that fill it up.
        let cases = [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ")];
        let more = [("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI")];
        for (plain, text) in cases.into_iter().chain(more) {
            assert_eq!(base32(plain.as_bytes()), text);
            assert_eq!(from_base32(text).unwrap(), plain.as_bytes());
        }
        assert_eq!(from_base32("A1"), None);
    }

    #[test]
    fn a_secret_is_read_back_and_is_never_shown_by_accident() {
        let secret = Secret::new(*b"12345678901234567890");
        assert_eq!(secret.base32(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assert_eq!(Secret::parse(&secret.base32()), Some(secret.clone()));
        assert_eq!(Secret::parse("GEZDGNBV"), None);
        assert_eq!(secret.groups().len(), 8);
        assert_eq!(format!("{secret:?}"), "Secret");
    }

    #[test]
    fn the_address_names_place_and_person() {
        let secret = Secret::new(*b"12345678901234567890");
        assert_eq!(
            secret.uri("梧桐里", "li&li"),
            "otpauth://totp/%E6%A2%A7%E6%A1%90%E9%87%8C:li%26li?secret=\
             GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E6%A2%A7%E6%A1%90%E9%87%8C\
             &algorithm=SHA1&digits=6&period=30"
        );
    }
}
