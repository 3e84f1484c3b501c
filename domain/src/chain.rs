//! Chains (事件链): the hash of each link, for the server that writes it and whoever checks it.
//!
//! The hash of a link is SHA-256 over, in this order, numbers being eight bytes, big-endian:
//!
//! 1. the text `huiyin-event-2` and one line feed,
//! 2. the hash of the link before it in its stream, or 32 zero bytes for the first,
//! 3. the community's number, the stream as *words*, `seq`, `at_ms`,
//! 4. the role as *words*, then the 32 bytes of the actor's mark,
//! 5. the kind as *words*, the body as *words* exactly as stored,
//! 6. `0` or `1` in one byte and, after a `1`, the reason as *words*.
//!
//! The mark of an actor is SHA-256 over the text `huiyin-actor-1` and one line feed, 16 bytes of
//! salt, the role as *words*, and `0` or `1` in one byte and, after a `1`, the actor's number. A
//! chain names nobody by it; once salt and number are deleted nobody can be found by it either,
//! and the chain still holds.
//!
//! Links from before marks were kept begin with `huiyin-event-1` and have in the place of the
//! mark `0` or `1` in one byte and, after a `1`, the actor's number.
//!
//! *Words* are their length in bytes, as a number, and then their UTF-8. A chain shows every
//! change and every gap; that its end was cut off shows against the root of a day, which is
//! SHA-256 over the text `huiyin-day-1` and one line feed, the community's number, the day as
//! *words*, the number of streams and, for each stream sorted by name, its name as *words*, the
//! `seq` of its last event before the end of that day in China, and that event's hash.
use crate::{feedback::wire::ChainPage, time::Day};
use sha2::{Digest, Sha256};
use std::fmt;

/// A hash: of a link, of an actor, of a day.
pub type Hash = [u8; 32];
/// What makes the mark of an actor impossible to guess.
pub type Salt = [u8; 16];

/// What the first link of a chain stands on.
pub const BEGINNING: Hash = [0; 32];

/// How an actor enters the hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor<'a> {
    /// By a mark.
    Marked(&'a Hash),
    /// By their number, as before marks were kept.
    Numbered(Option<i64>),
}

/// A link of a chain: an event with its place.
#[derive(Clone, Copy, Debug)]
pub struct Link<'a> {
    /// The community it happened in.
    pub community: i64,
    /// The thing it happened to.
    pub stream: &'a str,
    /// Its place in the stream, from 1.
    pub seq: i64,
    /// When, in milliseconds since 1970 UTC.
    pub at_ms: i64,
    /// In what role somebody acted.
    pub role: &'a str,
    /// Who acted.
    pub actor: Actor<'a>,
    /// What happened.
    pub kind: &'a str,
    /// The facts of it, letter for letter.
    pub body: &'a str,
    /// Why.
    pub reason: Option<&'a str>,
}

/// A chain that is not as it was written; the first link that shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BrokenAt {
    /// The place in the stream where the chain does not hold.
    pub seq: i64,
}

impl fmt::Display for BrokenAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the chain of events does not hold at {}", self.seq)
    }
}

impl std::error::Error for BrokenAt {}

impl Link<'_> {
    /// The hash of this link, standing on the one before.
    pub fn hash(&self, before: &Hash) -> Hash {
        let mut hash = Sha256::new();
        hash.update(match self.actor {
            Actor::Marked(_) => b"huiyin-event-2\n",
            Actor::Numbered(_) => b"huiyin-event-1\n",
        });
        hash.update(before);
        hash.update(self.community.to_be_bytes());
        add_words(&mut hash, self.stream);
        hash.update(self.seq.to_be_bytes());
        hash.update(self.at_ms.to_be_bytes());
        add_words(&mut hash, self.role);
        match self.actor {
            Actor::Marked(mark) => hash.update(mark),
            Actor::Numbered(id) => add_number(&mut hash, id),
        }
        add_words(&mut hash, self.kind);
        add_words(&mut hash, self.body);
        hash.update([u8::from(self.reason.is_some())]);
        if let Some(reason) = self.reason {
            add_words(&mut hash, reason);
        }
        hash.finalize().into()
    }
}

/// The mark of an actor.
pub fn actor_mark(salt: &Salt, role: &str, id: Option<i64>) -> Hash {
    let mut hash = Sha256::new();
    hash.update(b"huiyin-actor-1\n");
    hash.update(salt);
    add_words(&mut hash, role);
    add_number(&mut hash, id);
    hash.finalize().into()
}

/// Is this a whole chain, from its first link on, as it was written?
pub fn verify(page: &ChainPage) -> Result<(), BrokenAt> {
    let mut before = BEGINNING;
    for (seq, link) in (1_i64..).zip(&page.links) {
        let broken = BrokenAt { seq };
        let mark = hash_from_hex(&link.actor_mark).ok_or(broken)?;
        let linked = Link {
            community: page.community,
            stream: &page.stream,
            seq: link.seq,
            at_ms: link.at_ms,
            role: &link.role,
            actor: Actor::Marked(&mark),
            kind: &link.kind,
            body: &link.body,
            reason: link.reason.as_deref(),
        };
        let told = hash_from_hex(&link.hash).ok_or(broken)?;
        // What is hidden cannot be hashed by whoever may not read it; its hash holds the rest.
        let hash = if link.is_covered { told } else { linked.hash(&before) };
        if link.seq != seq || told != hash {
            return Err(broken);
        }
        before = hash;
    }
    Ok(())
}

/// The end of a stream, as it enters the root of a day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Head {
    /// The stream's name.
    pub stream: String,
    /// The place of its last event.
    pub seq: i64,
    /// That event's hash.
    pub hash: Hash,
}

/// The root of a day (当日总指纹) over the ends of all streams, sorted by name.
pub fn day_root(community: i64, day: Day, heads: &[Head]) -> Hash {
    debug_assert!(heads.is_sorted_by(|one, other| one.stream < other.stream));
    let mut hash = Sha256::new();
    hash.update(b"huiyin-day-1\n");
    hash.update(community.to_be_bytes());
    add_words(&mut hash, &day.to_string());
    hash.update(number(heads.len()).to_be_bytes());
    for head in heads {
        add_words(&mut hash, &head.stream);
        hash.update(head.seq.to_be_bytes());
        hash.update(head.hash);
    }
    hash.finalize().into()
}

/// The way back from [`crate::hash::hex`], for hashes.
pub fn hash_from_hex(hex: &str) -> Option<Hash> {
    let digits = hex.as_bytes();
    if digits.len() != 64 {
        return None;
    }
    let mut hash = [0; 32];
    for (byte, pair) in hash.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = nibble(pair[0])? << 4 | nibble(pair[1])?;
    }
    Some(hash)
}

/// Hashes are written in lower case alone, so that each has one form.
fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

fn add_number(hash: &mut Sha256, perhaps: Option<i64>) {
    hash.update([u8::from(perhaps.is_some())]);
    if let Some(number) = perhaps {
        hash.update(number.to_be_bytes());
    }
}

fn add_words(hash: &mut Sha256, words: &str) {
    hash.update(number(words.len()).to_be_bytes());
    hash.update(words.as_bytes());
}

fn number(n: usize) -> u64 {
    u64::try_from(n).expect("no length is beyond 64 bits")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{feedback::wire::ChainLink, hash::hex};

    const STREAM: &str = "submission/128";

    fn page() -> ChainPage {
        let mut links: Vec<ChainLink> = Vec::new();
        let mut before = BEGINNING;
        for (seq, kind) in [(1, "sent"), (2, "acknowledged"), (3, "answered")] {
            let salt = [u8::try_from(seq).unwrap(); 16];
            let mark = actor_mark(&salt, "resident", Some(7));
            let body = format!("{{\"kind\":\"{kind}\"}}");
            let link = Link {
                community: 1,
                stream: STREAM,
                seq,
                at_ms: seq * 1_000,
                role: "resident",
                actor: Actor::Marked(&mark),
                kind,
                body: &body,
                reason: (seq == 3).then_some("路灯已报修"),
            };
            before = link.hash(&before);
            links.push(ChainLink {
                seq,
                at_ms: link.at_ms,
                role: link.role.to_owned(),
                actor_mark: hex(&mark),
                kind: kind.to_owned(),
                body: body.clone(),
                is_covered: false,
                reason: link.reason.map(str::to_owned),
                hash: hex(&before),
            });
        }
        ChainPage { community: 1, stream: STREAM.to_owned(), links }
    }

    fn broken_after(change: impl FnOnce(&mut ChainPage)) -> Option<i64> {
        let mut page = page();
        change(&mut page);
        verify(&page).err().map(|broken| broken.seq)
    }

    #[test]
    fn a_chain_as_it_was_written_holds() {
        assert_eq!(verify(&page()), Ok(()));
        assert_eq!(broken_after(|page| page.links.truncate(2)), None);
    }

    #[test]
    fn every_change_shows_where_it_was_made() {
        assert_eq!(broken_after(|page| page.community = 2), Some(1));
        assert_eq!(broken_after(|page| page.stream.push('1')), Some(1));
        assert_eq!(broken_after(|page| page.links[1].at_ms += 1), Some(2));
        assert_eq!(broken_after(|page| page.links[1].role = "staff".to_owned()), Some(2));
        assert_eq!(broken_after(|page| page.links[1].actor_mark = hex(&[0; 32])), Some(2));
        assert_eq!(broken_after(|page| page.links[1].actor_mark.clear()), Some(2));
        assert_eq!(broken_after(|page| page.links[1].kind = "confirmed".to_owned()), Some(2));
        assert_eq!(broken_after(|page| page.links[1].body.push(' ')), Some(2));
        assert_eq!(broken_after(|page| page.links[2].reason = None), Some(3));
        assert_eq!(broken_after(|page| drop(page.links.remove(0))), Some(1));
        assert_eq!(broken_after(|page| drop(page.links.remove(1))), Some(2));
        assert_eq!(broken_after(|page| page.links.swap(1, 2)), Some(2));
    }

    #[test]
    fn a_link_of_which_words_are_hidden_still_holds_the_others() {
        let cover = |page: &mut ChainPage| {
            page.links[0].body = "{}".to_owned();
            page.links[0].is_covered = true;
        };
        assert_eq!(broken_after(cover), None);
        let and_forge = |page: &mut ChainPage| {
            cover(page);
            page.links[0].hash = hex(&[1; 32]);
        };
        assert_eq!(broken_after(and_forge), Some(2), "the next one stands on another hash");
    }

    #[test]
    fn words_cannot_flow_into_their_neighbours() {
        let link = |role, kind| Link {
            community: 1,
            stream: "",
            seq: 1,
            at_ms: 0,
            role,
            actor: Actor::Numbered(None),
            kind,
            body: "",
            reason: None,
        };
        assert_ne!(link("ab", "c").hash(&BEGINNING), link("a", "bc").hash(&BEGINNING));
    }

    #[test]
    fn the_same_person_has_another_mark_each_time() {
        let mark = |salt| actor_mark(&[salt; 16], "resident", Some(7));
        assert_ne!(mark(1), mark(2));
        assert_ne!(mark(1), actor_mark(&[1; 16], "staff", Some(7)));
        assert_ne!(mark(1), actor_mark(&[1; 16], "resident", None));
    }

    #[test]
    fn the_root_of_a_day_follows_from_the_ends_of_its_streams() {
        let day = crate::time::parse_day("2026-11-22").unwrap();
        let head = |stream: &str, seq| Head { stream: stream.to_owned(), seq, hash: [9; 32] };
        let heads = [head("contest/1", 3), head(STREAM, 2)];
        let root = day_root(1, day, &heads);
        assert_eq!(root, day_root(1, day, &heads));
        assert_ne!(root, day_root(1, day, &heads[..1]));
        assert_ne!(root, day_root(2, day, &heads));
        assert_ne!(root, day_root(1, day, &[head("contest/1", 3), head(STREAM, 1)]));
        assert_ne!(root, day_root(1, day.succ_opt().unwrap(), &heads));
    }

    #[test]
    fn a_hash_reads_back_in_its_one_form() {
        let hash = actor_mark(&[0; 16], "clock", None);
        assert_eq!(hash_from_hex(&hex(&hash)), Some(hash));
        for wrong in ["", "00", &hex(&hash).to_uppercase(), &"g".repeat(64), &"é".repeat(32)] {
            assert_eq!(hash_from_hex(wrong), None, "{wrong}");
        }
    }
}
