//! Letters in batches (成批信函): for whom, how many at once, and what the list remembers.
use crate::{
    accessibility::Modes,
    communities::Community,
    ids::{LetterBatchId, ResidentId},
    problems::{FieldFault, FieldProblem},
    residents::wire::PrintedLetter,
    time::Moment,
    web_address::WebAddress,
};
use serde::{Deserialize, Serialize};

/// Letters made by one request: each takes the server a good part of a second.
pub const CHUNK_MOST: usize = 20;
/// Letters in one batch: two packs of paper.
pub const BATCH_MOST: u32 = 1_000;
/// Buildings named in one form.
pub const BUILDINGS_MOST: usize = 200;

/// For whom letters are to be made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchForm {
    /// In these buildings; in all when empty.
    pub buildings: Vec<String>,
    /// Only for those who never had a letter. Otherwise old letters stop working.
    pub only_without: bool,
}

impl BatchForm {
    /// What is wrong with it.
    pub fn problems(&self) -> Vec<FieldProblem> {
        let mut problems = Vec::new();
        if self.buildings.len() > BUILDINGS_MOST {
            let fault = FieldFault::TooMany { max: BUILDINGS_MOST };
            problems.push(FieldProblem { field: "buildings".to_owned(), fault });
        }
        problems
    }
}

/// Some letters of a batch, to be made now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChunkForm {
    /// For whom; at most [`CHUNK_MOST`] of the batch.
    pub residents: Vec<ResidentId>,
    /// May letters of this batch be made once more, when their codes were lost on the way?
    /// Their old codes stop working.
    #[serde(default)]
    pub again: bool,
    /// Where residents sign in; the server does not know under which address it is seen.
    pub sign_in: WebAddress,
}

impl ChunkForm {
    /// What is wrong with it.
    pub fn problems(&self) -> Vec<FieldProblem> {
        let fault = match self.residents.len() {
            0 => Some(FieldFault::NothingChosen),
            n if n > CHUNK_MOST => Some(FieldFault::TooMany { max: CHUNK_MOST }),
            _ => None,
        };
        let problem = fault.map(|fault| FieldProblem { field: "residents".to_owned(), fault });
        problem.into_iter().collect()
    }
}

/// One batch, as the list remembers it; never with a code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Batch {
    /// Its number.
    pub id: LetterBatchId,
    /// When it was begun.
    pub at: Moment,
    /// By whom of the staff; nothing when they are gone.
    pub by: Option<String>,
    /// In which buildings; in all when empty.
    pub buildings: Vec<String>,
    /// Letters it has.
    pub n_letters: u32,
    /// Those among them that were made.
    pub n_made: u32,
}

/// All batches, and for whom another can be begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchList {
    /// The newest first.
    pub items: Vec<Batch>,
    /// All fit on one page.
    pub next: Option<String>,
    /// Buildings in their order.
    pub buildings: Vec<BuildingLetters>,
    /// Everybody on the register.
    pub n_residents: u32,
    /// Those among them who never had a letter.
    pub n_without: u32,
}

/// One building, for whoever chooses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BuildingLetters {
    /// What it is called.
    pub building: String,
    /// Who lives there.
    pub n_residents: u32,
    /// Those among them who never had a letter.
    pub n_without: u32,
}

/// Somebody for whom a batch has a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addressee {
    /// Their number.
    pub resident: ResidentId,
    /// What the neighbours call them.
    pub name: String,
    /// Where they live.
    pub address: Option<String>,
    /// How they want the app; their letter opens it so.
    pub modes: Option<Modes>,
    /// When their letter of this batch was made last; nothing before.
    pub made: Option<Moment>,
    /// The number of that letter, if it still is the one that works.
    pub letter: Option<String>,
    /// Have they ever signed in?
    pub has_signed_in: bool,
}

/// One batch with everybody in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchPage {
    /// The batch.
    pub batch: Batch,
    /// By where they live.
    pub people: Vec<Addressee>,
    /// The community, as it stands on the letters.
    pub community: Community,
}

/// A letter that was just made, with whom it is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeLetter {
    /// For whom.
    pub resident: ResidentId,
    /// The letter. Told once.
    pub letter: PrintedLetter,
}

/// Letters that were just made. Told once: of their secret halves only hashes are kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeLetters {
    /// In the order in which they were asked for.
    pub letters: Vec<MadeLetter>,
}

/// Whose letters are made next: those that were not made, a chunk at a time.
pub fn next_chunk(people: &[Addressee]) -> Vec<ResidentId> {
    let waiting = people.iter().filter(|person| person.made.is_none());
    waiting.take(CHUNK_MOST).map(|person| person.resident).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(id: u32, made: Option<Moment>) -> Addressee {
        Addressee {
            resident: ResidentId(id),
            name: "王".to_owned(),
            address: None,
            modes: None,
            made,
            letter: None,
            has_signed_in: false,
        }
    }

    #[test]
    fn letters_are_made_some_at_a_time_until_all_are_made() {
        let mut people: Vec<_> = (1..=45).map(|id| person(id, None)).collect();
        let mut sizes = Vec::new();
        loop {
            let chunk = next_chunk(&people);
            if chunk.is_empty() {
                break;
            }
            sizes.push(chunk.len());
            for person in people.iter_mut().filter(|person| chunk.contains(&person.resident)) {
                person.made = Some(Moment::from_millis(1));
            }
        }
        assert_eq!(sizes, [20, 20, 5]);
    }

    #[test]
    fn a_chunk_is_neither_empty_nor_too_large() {
        let sign_in = WebAddress::parse("https://huiyin.example/sign-in").unwrap();
        let form = |n: u32| ChunkForm {
            residents: (0..n).map(ResidentId).collect(),
            again: false,
            sign_in: sign_in.clone(),
        };
        assert_eq!(form(20).problems(), []);
        assert_eq!(form(0).problems()[0].fault, FieldFault::NothingChosen);
        assert_eq!(form(21).problems()[0].fault, FieldFault::TooMany { max: 20 });
    }
}
