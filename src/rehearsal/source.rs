//! On which ballots the rules are tried: invented ones, those of a past vote, or a file.
use crate::api::{Api, ApiError};
use huiyin_domain::{
    contests::wire::{BallotPaper, ContestCard, ContestList, Offer},
    counting::{Candidate, pb},
    ids::ContestId,
    rehearsal::{PLACE_COLUMN, invented},
};

/// Where the ballots come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Made here, of what can be voted for.
    Invented,
    /// Of a vote that was counted here.
    Past(ContestId),
    /// A file the person has.
    File,
}

/// What the page needs to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// What can be voted for, and the rules.
    pub sheet: BallotPaper,
    /// Votes whose ballots everybody can have, the newest first.
    pub past: Vec<ContestCard>,
}

impl Ground {
    /// Loads it.
    pub async fn load(api: Api, id: ContestId) -> Result<Self, ApiError> {
        let sheet = api.get::<BallotPaper>(&format!("contests/{id}/ballot-paper")).await?;
        api.note_time(sheet.now);
        let all = api.get::<ContestList>("contests").await?;
        let is_counted = |card: &ContestCard| card.offers.contains(&Offer::SeeResult);
        Ok(Self { sheet, past: all.items.into_iter().filter(is_counted).collect() })
    }

    /// What can be voted for, as a count takes it.
    fn candidates(&self) -> Vec<Candidate> {
        let cards = self.sheet.proposals.iter();
        let candidate = |card: &huiyin_domain::proposals::wire::ProposalCard| {
            let cost = card.stage.cost()?;
            Some(Candidate {
                id: card.ballot_key.clone(),
                name: card.title.clone(),
                cost: cost.in_fen(),
                extra: vec![(PLACE_COLUMN.to_owned(), card.place.clone())],
            })
        };
        cards.filter_map(candidate).collect()
    }

    /// Is there anything to vote on?
    pub fn has_choice(&self) -> bool {
        self.sheet.proposals.len() > 1
    }

    /// A file of invented ballots; the same batch is the same file.
    pub fn invent(&self, n_voters: u32, batch: u32) -> String {
        let sheet = &self.sheet;
        let word = format!("{} {batch}", sheet.rules.seal());
        pb::write(&invented(&sheet.title, &sheet.rules, self.candidates(), n_voters, &word))
    }
}
