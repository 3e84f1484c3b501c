//! What residents do about being helped, and what helpers see.

use huiyin_domain::{
    helping::{
        self, Command, Event, Help, Helper, Party, Scene, Standing,
        code::HelpCode,
        wire::{HelpCard, HelpList, HelpPage, HelpingList, LogLine, OfferForm, Offered},
    },
    ids::{HelpId, ResidentId},
    refusals::Refusal,
    residents::Viewer,
    time::Moment,
};

use super::rows;
use crate::{
    failure::{Failure, Outcome},
    here::{self, Here},
    residents::sessions,
    store::{Tx, counters, events},
};

/// A code made by chance, and what is stored of it.
#[derive(Clone, Debug)]
pub struct FreshCode {
    /// To be told.
    pub code: HelpCode,
    /// To be stored.
    pub hash: String,
}

fn resident(here: &Here) -> Outcome<ResidentId> {
    match here.viewer {
        Viewer::Guest => Err(Refusal::SignInFirst.into()),
        Viewer::Staff { .. } => Err(Refusal::ResidentsOnly.into()),
        Viewer::Resident { id } => Ok(id),
    }
}

/// All help of whoever asks.
pub fn list(tx: &mut Tx<'_>, here: &Here) -> Outcome<HelpList> {
    let helps = rows::of_resident(tx, here.community, resident(here)?)?;
    let items = helps.iter().map(|help| card(tx, here, help)).collect::<Outcome<_>>()?;
    Ok(HelpList { items, next: None })
}

/// One help with everything that was done with it; only for the resident.
pub fn page(tx: &mut Tx<'_>, here: &Here, id: HelpId) -> Outcome<HelpPage> {
    let help = own(tx, here, id)?;
    let stored = events::of_stream(tx, here.community_id(), &here::help_stream(id))?;
    let line = |event: &events::StoredEvent| {
        let at = Moment::from_millis(event.at_ms);
        Ok(LogLine { at, event: serde_json::from_str(&event.body)? })
    };
    let log = stored.iter().rev().map(line).collect::<Outcome<_>>()?;
    Ok(HelpPage { card: card(tx, here, &help)?, log })
}

/// A help of whoever asks; those of others are not there.
fn own(tx: &mut Tx<'_>, here: &Here, id: HelpId) -> Outcome<Help> {
    let help = rows::load(tx, here.community, id)?;
    if resident(here)? == help.resident { Ok(help) } else { Err(Failure::MISSING) }
}

fn card(tx: &mut Tx<'_>, here: &Here, help: &Help) -> Outcome<HelpCard> {
    let helper_name = match help.helper() {
        Some(helper) => rows::helper_name(tx, here.community, helper)?,
        None => None,
    };
    Ok(HelpCard {
        id: help.id,
        scopes: help.scopes,
        from: help.from,
        until: help.until,
        standing: help.standing(here.now),
        helper_name,
    })
}

/// Writes down what a resident agrees to, under the first of the codes that is free.
///
/// One code waits at a time: an earlier one that nobody has used is taken back.
pub fn offer(
    tx: &mut Tx<'_>,
    here: &Here,
    form: &OfferForm,
    codes: &[FreshCode],
) -> Outcome<Offered> {
    let helps = rows::of_resident(tx, here.community, resident(here)?)?;
    let is = |standing| move |help: &&Help| help.standing(here.now) == standing;
    let n_running = helps.iter().filter(is(Standing::Running)).count();
    let n_running = u32::try_from(n_running).unwrap_or(u32::MAX);
    let scene = Scene { by: &here.viewer, now: here.now };
    let resident = helping::may_offer(&scene, n_running)?;
    for help in &helps {
        if let Standing::Waiting { .. } = help.standing(here.now) {
            rows::change(tx, here, help, &Event::Withdrawn)?;
        }
    }
    let number = counters::next(tx, here.community_id(), "help")?;
    let id = u32::try_from(number).map_err(|_| Failure::Broken(format!("help {number}")))?;
    let help = helping::offer(HelpId(id), resident, form, here.now);
    let fresh = free(tx, here, codes)?;
    rows::insert(tx, here, &help, &fresh.hash)?;
    let Standing::Waiting { code_until } = help.standing(here.now) else {
        return Err(Failure::Broken("a new offer does not wait".to_owned()));
    };
    Ok(Offered { id: help.id, code: fresh.code.clone(), code_until })
}

fn free<'a>(tx: &mut Tx<'_>, here: &Here, codes: &'a [FreshCode]) -> Outcome<&'a FreshCode> {
    for fresh in codes {
        if rows::by_code(tx, here, &fresh.hash)?.is_none() {
            return Ok(fresh);
        }
    }
    Err(Failure::Broken("all codes made by chance are taken".to_owned()))
}

/// Does what the resident asks of one of their helps.
pub fn command(tx: &mut Tx<'_>, here: &Here, id: HelpId, command: Command) -> Outcome<HelpPage> {
    let help = own(tx, here, id)?;
    do_it(tx, here, &help, Party::Resident, command)?;
    page(tx, here, id)
}

/// Does what the helper asks of a help they give.
pub fn helper_command(
    tx: &mut Tx<'_>,
    here: &Here,
    id: HelpId,
    command: Command,
) -> Outcome<HelpingList> {
    let help = given(tx, here, id)?;
    do_it(tx, here, &help, Party::Helper, command)?;
    helping_list(tx, here)
}

fn do_it(tx: &mut Tx<'_>, here: &Here, help: &Help, party: Party, command: Command) -> Outcome<()> {
    let event = helping::decide(party, here.now, help, command)?;
    rows::change(tx, here, help, &event).map(drop)
}

/// A help that whoever asks gives or gave; those of others are not there.
pub fn given(tx: &mut Tx<'_>, here: &Here, id: HelpId) -> Outcome<Help> {
    Helper::of(&here.viewer).ok_or(Refusal::SignInFirst)?;
    let help = rows::load(tx, here.community, id)?;
    match Party::of(&here.viewer, &help) {
        Some(Party::Helper) => Ok(help),
        Some(Party::Resident) | None => Err(Failure::MISSING),
    }
}

/// All whom this person helps now.
pub fn helping_list(tx: &mut Tx<'_>, here: &Here) -> Outcome<HelpingList> {
    let helper = Helper::of(&here.viewer).ok_or(Refusal::SignInFirst)?;
    let helps = rows::of_helper(tx, here, helper)?;
    let cards = helps.iter().map(|help| rows::helping_card(tx, here, help));
    Ok(HelpingList { items: cards.collect::<Outcome<_>>()?, next: None })
}

/// Puts the helping aside on this device; the help goes on until its time.
pub fn leave(tx: &mut Tx<'_>, here: &Here) -> Outcome<()> {
    match (here.help, here.session) {
        (Some(_), Some(session)) => sessions::drop_one(tx, here.community, session),
        (Some(_), None) | (None, _) => Err(Failure::MISSING),
    }
}
