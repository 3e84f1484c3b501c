//! What an archive answers: everything public about one contest, as a guest would read it.

use std::collections::{BTreeMap, BTreeSet};

use huiyin_domain::{
    archive::file_of,
    contests::{
        Phase,
        wire::{ContestCard, Offer},
    },
    ids::{ContestId, ProposalId, SubmissionId},
    problems::ProblemKind,
    proposals::{PhotoId, wire::ProposalList},
};
use serde::Serialize;
use serde_json::Value;

use crate::{
    ballots, communities, contests, delivery,
    failure::{Failure, Outcome},
    feedback,
    here::Here,
    objections, photos,
    proposals::{
        self,
        list::{Query, Sort},
    },
    record,
    store::Tx,
};

/// The orders of the list of proposals, as the app names them.
const SORTS: [(Sort, &str); 3] =
    [(Sort::Newest, "newest"), (Sort::CoSigns, "co_signs"), (Sort::Number, "number")];

/// What there is to be archived.
#[derive(Clone, Debug)]
pub enum Found {
    /// All of it.
    Finished(Box<Answers>),
    /// The contest is still going on, or its result does not stand yet.
    NotFinished {
        /// Where it is.
        phase: Phase,
    },
}

/// The answers of one contest.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// The contest's name.
    pub title: String,
    /// Each answer under the name of its file.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The addresses of the app that can be opened, without `/` before them.
    pub pages: BTreeSet<String>,
    /// The photos that are shown.
    pub photos: BTreeSet<PhotoId>,
}

impl Answers {
    /// Reads all of it in one transaction; `here` is a guest's.
    pub fn collect(tx: &mut Tx<'_>, here: &Here, slug: &str, id: ContestId) -> Outcome<Found> {
        let contest = contests::judge::visible(tx, here, id)?;
        let phase = contest.phase(here.now);
        if !contest.is_published() || phase < Phase::Results {
            return Ok(Found::NotFinished { phase });
        }
        let mut answers = Self { title: contest.title.to_string(), ..Self::default() };
        answers.take_community(tx, here, id)?;
        answers.take_contest(tx, here, slug, id)?;
        for proposal in answers.take_lists(tx, here, id)? {
            answers.take_proposal(tx, here, proposal)?;
            answers.take_promise(tx, here, SubmissionId(proposal.0))?;
        }
        answers.take_objections(tx, here, id)?;
        answers.take_projects(tx, here, id)?;
        let named = std::mem::take(&mut answers.photos);
        for photo in named {
            if photos::service::is_kept(tx, here, &photo)? {
                answers.photos.insert(photo);
            }
        }
        Ok(Found::Finished(Box::new(answers)))
    }

    fn keep(&mut self, path: &str, page: &impl Serialize) -> Outcome<()> {
        let page = serde_json::to_vec(page)?;
        note_photos(&serde_json::from_slice(&page)?, &mut self.photos);
        self.files.insert(file_of(path), page);
        Ok(())
    }

    fn shows(&mut self, page: impl Into<String>) {
        self.pages.insert(page.into());
    }

    fn take_community(&mut self, tx: &mut Tx<'_>, here: &Here, id: ContestId) -> Outcome<()> {
        self.keep("", &communities::service::load(tx, here.community)?)?;
        let mut home = communities::service::home(tx, here)?;
        home.contests.retain(|card| card.id == id);
        home.contests.iter_mut().for_each(end);
        self.keep("home", &home)?;
        let mut list = contests::pages::list(tx, here)?;
        list.items.retain(|card| card.id == id);
        list.items.iter_mut().for_each(end);
        self.keep("contests", &list)?;
        ["", "contests", "display"].into_iter().for_each(|page| self.shows(page));
        Ok(())
    }

    fn take_contest(
        &mut self,
        tx: &mut Tx<'_>,
        here: &Here,
        slug: &str,
        id: ContestId,
    ) -> Outcome<()> {
        let mut page = contests::pages::page(tx, here, id)?;
        page.ends = None;
        page.offers.retain(is_reading);
        self.keep(&format!("contests/{id}"), &page)?;
        self.keep(&format!("contests/{id}/ballot-paper"), &ballots::service::paper(tx, here, id)?)?;
        let ballots = format!("contests/{id}/ballots.pb");
        let mut result = contests::result::page(tx, here, slug, id)?;
        result.ballots_path = format!("/{}", file_of(&ballots));
        if 0 < result.ballots_bytes {
            let text = contests::result::ballots_pb(tx, here, id)?;
            self.files.insert(file_of(&ballots), text.into_bytes());
        }
        self.keep(&format!("contests/{id}/result"), &result)?;
        for page in ["", "/proposals", "/result", "/recount", "/rehearsal"] {
            self.shows(format!("contests/{id}{page}"));
        }
        self.shows(format!("print/result/{id}"));
        // A name that is no name of a folder can be reached by a link, but not opened by itself.
        for card in result.proposals.iter().filter(|card| is_folder(&card.ballot_key)) {
            self.shows(format!("contests/{id}/result/{}", card.ballot_key));
        }
        Ok(())
    }

    /// The list in each order, part by part; all numbers on it.
    fn take_lists(
        &mut self,
        tx: &mut Tx<'_>,
        here: &Here,
        id: ContestId,
    ) -> Outcome<BTreeSet<ProposalId>> {
        let mut numbers = BTreeSet::new();
        for (sort, name) in SORTS {
            let mut after = None;
            loop {
                let path = ProposalList::path(id, name, after.as_deref());
                let limit = Some(ProposalList::PART);
                let query = Query { after, limit, sort, stage: None };
                let list = proposals::list::list(tx, here, id, &query)?;
                self.keep(&path, &list)?;
                numbers.extend(list.items.iter().map(|card| card.id));
                after = list.next;
                if after.is_none() {
                    break;
                }
            }
        }
        Ok(numbers)
    }

    fn take_proposal(&mut self, tx: &mut Tx<'_>, here: &Here, id: ProposalId) -> Outcome<()> {
        let mut page = proposals::pages::page(tx, here, id)?;
        page.offers.clear();
        self.keep(&format!("proposals/{id}"), &page)?;
        let texts = proposals::texts::versions(tx, here, id)?;
        self.keep(&format!("proposals/{id}/texts"), &texts)?;
        self.shows(format!("proposals/{id}"));
        self.shows(format!("proposals/{id}/texts"));
        Ok(())
    }

    /// What was promised for a proposal, and its chain; nothing for what came from elsewhere.
    fn take_promise(&mut self, tx: &mut Tx<'_>, here: &Here, id: SubmissionId) -> Outcome<()> {
        let mut page = match feedback::pages::page(tx, here, id) {
            Err(Failure::Problem(ProblemKind::Missing)) => return Ok(()),
            read => read?,
        };
        page.offers.clear();
        self.keep(&format!("feedback/{id}"), &page)?;
        self.keep(&format!("feedback/{id}/chain"), &record::chain::page(tx, here, id)?)?;
        self.shows(format!("feedback/{id}"));
        Ok(())
    }

    /// What was objected to, and what the office answered.
    fn take_objections(&mut self, tx: &mut Tx<'_>, here: &Here, id: ContestId) -> Outcome<()> {
        let mut page = objections::pages::of_contest(tx, here, id)?;
        page.ends = None;
        page.objectable.clear();
        let path = format!("contests/{id}/objections");
        self.keep(&path, &page)?;
        self.shows(path);
        Ok(())
    }

    /// What became of what won: the list, and each project whole, with its book and its report.
    fn take_projects(&mut self, tx: &mut Tx<'_>, here: &Here, id: ContestId) -> Outcome<()> {
        let list = delivery::pages::of_contest(tx, here, id)?;
        self.keep("projects", &list)?;
        self.shows("projects");
        for card in &list.items {
            let mut page = delivery::pages::page(tx, here, card.id)?;
            page.offers.clear();
            let path = format!("projects/{}", card.id);
            self.keep(&path, &page)?;
            self.shows(path);
        }
        Ok(())
    }
}

/// In an archive nothing is waited for, and nothing can be done but reading.
fn end(card: &mut ContestCard) {
    card.ends = None;
    card.offers.retain(is_reading);
}

fn is_reading(offer: &Offer) -> bool {
    match offer {
        Offer::SeeResult => true,
        Offer::Propose | Offer::Vote | Offer::Count | Offer::Publish | Offer::MoveOn { .. } => {
            false
        }
    }
}

fn is_folder(name: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    !name.is_empty() && name.bytes().all(is_plain)
}

/// Every text in an answer that can be the name of a photo: the hash of what it holds.
fn note_photos(page: &Value, photos: &mut BTreeSet<PhotoId>) {
    match page {
        Value::String(text)
            if text.len() == 64 && text.bytes().all(|it| it.is_ascii_hexdigit()) =>
        {
            photos.insert(PhotoId(text.clone()));
        }
        Value::Array(parts) => parts.iter().for_each(|part| note_photos(part, photos)),
        Value::Object(parts) => parts.values().for_each(|part| note_photos(part, photos)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
