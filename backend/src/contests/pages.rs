//! Pages of contests: cards, the list, and one contest whole.

use huiyin_domain::{
    contests::{
        self, Contest, Phase, Scene,
        wire::{ContestCard, ContestList, ContestPage, Offer, StoryLine},
    },
    helping,
    ids::ContestId,
    time::Moment,
};

use super::{
    judge::{self, is_visible},
    rows,
};
use crate::{
    failure::Outcome,
    here::Here,
    proposals, residents,
    store::{Tx, events},
};

fn card(tx: &mut Tx<'_>, here: &Here, contest: &Contest) -> Outcome<ContestCard> {
    let counts = rows::count_proposals(tx, here.community, contest.id)?;
    let scene = counts.scene(here);
    Ok(ContestCard {
        id: contest.id,
        title: contest.title.to_string(),
        phase: contest.phase(here.now),
        ends: contest.ends(here.now),
        n_proposals: counts.n_proposals,
        origin: contest.origin.clone(),
        offers: offers(here, &scene, contest),
    })
}

fn cards(tx: &mut Tx<'_>, here: &Here) -> Outcome<Vec<ContestCard>> {
    let mut contests = rows::all(tx, here.community)?;
    contests.retain(|contest| is_visible(here, contest));
    contests.iter().map(|contest| card(tx, here, contest)).collect()
}

/// All contests, newest first.
pub fn list(tx: &mut Tx<'_>, here: &Here) -> Outcome<ContestList> {
    Ok(ContestList { items: cards(tx, here)?, next: None })
}

/// For the first screen: those in which something can be done come first.
pub fn home_cards(tx: &mut Tx<'_>, here: &Here) -> Outcome<Vec<ContestCard>> {
    let mut cards = cards(tx, here)?;
    cards.sort_by_key(|card| {
        let can_act = card.offers.iter().any(|offer| *offer != Offer::SeeResult);
        let is_over = card.offers.contains(&Offer::SeeResult);
        (!can_act, is_over)
    });
    Ok(cards)
}

/// One contest, whole.
pub fn page(tx: &mut Tx<'_>, here: &Here, id: ContestId) -> Outcome<ContestPage> {
    let contest = judge::visible(tx, here, id)?;
    page_of(tx, here, contest)
}

/// The page of a contest that is at hand.
pub fn page_of(tx: &mut Tx<'_>, here: &Here, contest: Contest) -> Outcome<ContestPage> {
    let counts = rows::count_proposals(tx, here.community, contest.id)?;
    let phase = contest.phase(here.now);
    let scene = counts.scene(here);
    let frozen = rows::n_eligible(tx, here, contest.id)?;
    let n_eligible = match frozen {
        Some(n_eligible) => n_eligible,
        // Until the vote there is no roll.
        None if phase < Phase::Voting => 0,
        None => residents::service::n_residents(tx, here.community)?,
    };
    Ok(ContestPage {
        phase,
        ends: contest.ends(here.now),
        now: here.now,
        seal: contest.rules.seal(),
        is_sealed: phase >= Phase::Notice,
        n_proposals: counts.n_proposals,
        channels: proposals::rows::count_channels(tx, here.community, contest.id)?,
        n_shortlisted: counts.n_shortlisted,
        n_eligible,
        story: story(tx, here, contest.id)?,
        offers: offers(here, &scene, &contest),
        contest,
    })
}

/// What whoever asks may do next; of a helper's, what they have leave for.
fn offers(here: &Here, scene: &Scene, contest: &Contest) -> Vec<Offer> {
    let mut offers = contests::offers(scene, contest);
    if let Some(help) = &here.help {
        offers.retain(|offer| helping::covers_in_contest(help.scopes, offer));
    }
    offers
}

fn story(tx: &mut Tx<'_>, here: &Here, id: ContestId) -> Outcome<Vec<StoryLine>> {
    let events = events::of_stream(tx, here.community_id(), &rows::stream(id))?;
    let lines = events.iter().rev().map(|event| {
        let at = Moment::from_millis(event.at_ms);
        Ok(StoryLine { at, event: serde_json::from_str(&event.body)? })
    });
    lines.collect()
}
