//! What staff do with their own account.

use huiyin_domain::{
    communities::Community,
    ids::StaffId,
    problems::FieldFault,
    refusals::Refusal,
    residents::Viewer,
    staff::{
        CodeProblem, Event, Factor, Member, PasswordBy, PasswordProblem, SecondFactor,
        StaffRefusal,
        totp::{Code, Secret, find_step},
        wire::{AccountPage, FactorOffer, RecoveryCodes},
    },
};

use super::{NewCodes, factor, rows};
use crate::{
    failure::{Failure, Outcome},
    here::Here,
    qr::draw::draw_text,
    residents::sessions,
    store::Tx,
};

/// The member of staff who asks.
pub fn own(here: &Here) -> Result<StaffId, Refusal> {
    match here.viewer {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Resident { .. } => Err(Refusal::StaffOnly),
        Viewer::Staff { id, .. } => Ok(id),
    }
}

/// The account of whoever asks.
pub fn page(tx: &mut Tx<'_>, here: &Here, setting: SecondFactor) -> Outcome<AccountPage> {
    let id = own(here)?;
    // What was done just now may have been the last thing to do first.
    let here = Here { must_first: rows::must_first(tx, here, setting)?, ..*here };
    let me = sessions::me(tx, &here)?;
    Ok(AccountPage {
        me: me.ok_or(Refusal::SignInFirst)?,
        member: rows::load(tx, here.community, id)?,
        n_recovery_codes: rows::n_codes(tx, here.community, id)?,
    })
}

/// Who asks, with the hash of their password, for whoever checks it.
pub fn known(tx: &mut Tx<'_>, here: &Here) -> Outcome<(Member, String)> {
    let id = own(here)?;
    let member = rows::load(tx, here.community, id)?;
    Ok((member, rows::password_hash(tx, here.community, id)?))
}

/// Puts a password of their own in the place of the one with the hash `before`; their other
/// devices are signed out.
pub fn change_password(tx: &mut Tx<'_>, here: &Here, before: &str, hash: &str) -> Outcome<()> {
    let id = own(here)?;
    if !rows::set_password(tx, here.community, id, (Some(before), hash), PasswordBy::Own)? {
        return Err(Failure::field("old", FieldFault::Password(PasswordProblem::Wrong)));
    }
    rows::end_sessions(tx, here.community, id, here.session)?;
    let event = Event::PasswordChanged;
    here.record(tx, &rows::stream(id), event.name(), &event, None)
}

/// Begins to set a second factor up; whoever begins again gets another secret.
pub fn begin_factor(
    tx: &mut Tx<'_>,
    here: &Here,
    community: &Community,
    secret: &Secret,
) -> Outcome<FactorOffer> {
    let member = rows::load(tx, here.community, own(here)?)?;
    if member.factor != Factor::None {
        return Err(StaffRefusal::SecondFactorStands.into());
    }
    rows::offer_factor(tx, here.community, member.id, secret)?;
    let name = member.name.as_str();
    let uri = secret.uri(&community.name.zh, name);
    Ok(FactorOffer { groups: secret.groups(), qr_svg: draw_text(&uri, name)? })
}

/// The first digits from the phone: from now on it is asked for, and the codes let in without it.
pub fn confirm_factor(tx: &mut Tx<'_>, here: &Here, code: Code, codes: &NewCodes) -> Outcome<()> {
    let id = own(here)?;
    let stored = rows::stored_factor(tx, here.community, id)?;
    let stored = stored.ok_or(StaffRefusal::SecondFactorNotBegun)?;
    if stored.since.is_some() {
        return Err(StaffRefusal::SecondFactorStands.into());
    }
    let secret = &stored.secret;
    let step = find_step(code, here.now, None, |step| factor::mac(secret, step));
    let step = step.ok_or_else(wrong_code)?;
    rows::use_step(tx, here, id, step)?;
    rows::replace_codes(tx, here.community, id, codes)?;
    let event = Event::SecondFactorSetUp;
    here.record(tx, &rows::stream(id), event.name(), &event, None)
}

/// New recovery codes in the place of those printed before.
pub fn make_codes(tx: &mut Tx<'_>, here: &Here, codes: &NewCodes) -> Outcome<()> {
    let member = rows::load(tx, here.community, own(here)?)?;
    if member.factor == Factor::None {
        return Err(StaffRefusal::NoSecondFactor.into());
    }
    rows::replace_codes(tx, here.community, member.id, codes)?;
    let event = Event::RecoveryCodesMade;
    here.record(tx, &rows::stream(member.id), event.name(), &event, None)
}

/// The codes as they are told, once.
pub fn told(
    tx: &mut Tx<'_>,
    here: &Here,
    codes: &NewCodes,
    setting: SecondFactor,
) -> Outcome<RecoveryCodes> {
    Ok(RecoveryCodes { codes: codes.printed(), me: page(tx, here, setting)?.me })
}

/// What was typed is not what the phone shows.
pub fn wrong_code() -> Failure {
    Failure::field("code", FieldFault::SecondFactor(CodeProblem::Wrong))
}
