//! The order of the cards: another one on each phone, so that no place on the list wins votes.
use crate::browser::{crypto, drawer};
use huiyin_domain::{hash, ids::ContestId, proposals::wire::ProposalCard};

const NAME: &str = "vote.order";

/// The cards in this phone's order, the same at every visit.
pub fn on_this_phone(contest: ContestId, cards: Vec<ProposalCard>) -> Vec<ProposalCard> {
    let seed = drawer::get::<String>(NAME).unwrap_or_else(|| {
        let seed = hash::hex(&crypto::random_bytes());
        // Where the phone cannot keep it, the order holds for this visit.
        drawer::set(NAME, &seed);
        seed
    });
    by_lot(&format!("{seed}/{contest}"), cards)
}

fn by_lot(seed: &str, mut cards: Vec<ProposalCard>) -> Vec<ProposalCard> {
    cards.sort_by_cached_key(|card| {
        hash::sha256_hex(format!("{seed}/{}", card.ballot_key).as_bytes())
    });
    cards
}

#[cfg(test)]
mod tests {
    use super::*;
    use huiyin_domain::{ids::ProposalId, money::Money, proposals::Stage};

    fn card(number: u32) -> ProposalCard {
        ProposalCard {
            id: ProposalId(number),
            ballot_key: number.to_string(),
            title: String::new(),
            place: String::new(),
            stage: Stage::Shortlisted { cost: Money::yuan(1), months: None },
            n_co_signs: 0,
            photo: None,
        }
    }

    fn order(seed: &str) -> Vec<u32> {
        let cards = by_lot(seed, (1..=8).map(card).collect());
        cards.into_iter().map(|card| card.id.0).collect()
    }

    #[test]
    fn the_order_is_the_same_at_every_visit_and_another_one_on_another_phone() {
        assert_eq!(order("a"), order("a"));
        assert_ne!(order("a"), order("b"));
        let mut numbers = order("a");
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=8).collect::<Vec<_>>());
    }
}
