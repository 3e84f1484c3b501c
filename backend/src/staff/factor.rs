//! The second factor: what was typed against what a phone would show.

use huiyin_domain::{
    ids::StaffId,
    staff::{
        Event, RecoveryCode, Typed,
        totp::{Code, Secret, Step, find_step},
    },
};
use ring::hmac;

use super::rows;
use crate::{failure::Outcome, here::Here, secrets, store::Tx};

/// Is whoever signs in the one who has the phone, too?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Second {
    /// Yes, or there is no second factor.
    Right,
    /// Nothing was typed.
    Missing,
    /// It is not theirs, or was used before.
    Wrong,
}

/// What was typed, looked at before the transaction in which it counts.
#[derive(Clone, Debug)]
pub enum Looked {
    /// Nothing.
    Nothing,
    /// What a phone shows; that is checked where it counts.
    Phone(Code),
    /// A recovery code with the hash it fits.
    Recovery {
        /// Which of the eight.
        place: u8,
        /// The hash.
        hash: String,
    },
    /// A recovery code that fits nothing.
    Wrong,
}

impl Looked {
    /// As slow as a hash, if it is a recovery code; `hash` is that of its place.
    pub fn at(typed: Option<&Typed>, hash: Option<String>) -> Self {
        match typed {
            None => Self::Nothing,
            Some(Typed::Phone(code)) => Self::Phone(*code),
            Some(Typed::Recovery(code)) => Self::recovery(code, hash),
        }
    }

    fn recovery(code: &RecoveryCode, hash: Option<String>) -> Self {
        match hash {
            Some(hash) if secrets::verify(code.digits(), &hash) => {
                Self::Recovery { place: code.place(), hash }
            }
            Some(_) => Self::Wrong,
            None => {
                secrets::verify_nothing(code.digits());
                Self::Wrong
            }
        }
    }
}

/// Uses up what was typed, if it is right: each step and each recovery code counts once.
pub fn use_up(tx: &mut Tx<'_>, here: &Here, id: StaffId, looked: &Looked) -> Outcome<Second> {
    let stored = rows::stored_factor(tx, here.community, id)?;
    let Some(stored) = stored.filter(|factor| factor.since.is_some()) else {
        return Ok(Second::Right);
    };
    match looked {
        Looked::Nothing => Ok(Second::Missing),
        Looked::Wrong => Ok(Second::Wrong),
        Looked::Phone(code) => {
            let secret = &stored.secret;
            match find_step(*code, here.now, stored.used, |step| mac(secret, step)) {
                None => Ok(Second::Wrong),
                Some(step) => {
                    rows::use_step(tx, here, id, step)?;
                    Ok(Second::Right)
                }
            }
        }
        Looked::Recovery { place, hash } => {
            if !rows::use_code(tx, here.community, id, *place, hash)? {
                return Ok(Second::Wrong);
            }
            let event = Event::RecoveryCodeUsed { n_left: rows::n_codes(tx, here.community, id)? };
            here.record(tx, &rows::stream(id), event.name(), &event, None)?;
            Ok(Second::Right)
        }
    }
}

/// The keyed hash of a step (HMAC-SHA1, RFC 2104), as RFC 6238 and the phones' apps ask.
pub fn mac(secret: &Secret, step: Step) -> [u8; 20] {
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret.bytes());
    let tag = hmac::sign(&key, &step.message());
    <[u8; 20]>::try_from(tag.as_ref()).expect("SHA-1 has twenty bytes")
}

#[cfg(test)]
mod tests {
    use super::*;
    use huiyin_domain::time::Moment;

    #[test]
    fn the_codes_are_the_published_ones() {
        // RFC 6238, appendix B, the rows of SHA-1: seconds since 1970, and eight digits of which
        // phones show the last six.
        let published = [
            (59, "94287082"),
            (1_111_111_109, "07081804"),
            (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"),
            (20_000_000_000, "65353130"),
        ];
        let secret = Secret::new(*b"12345678901234567890");
        for (seconds, digits) in published {
            let step = Step::at(Moment::from_millis(seconds * 1_000));
            let code = Code::of(&mac(&secret, step)).to_string();
            assert_eq!(code, digits[2..], "{seconds}");
        }
    }
}
