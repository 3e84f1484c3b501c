//! Entering a code: a helper sees whom they would help, and begins.

use huiyin_domain::{
    helping::{
        self, Event, Help, Helper, Scene, Standing, Taking,
        code::{CODE_DIGITS, HelpCode},
        wire::{CodeForm, HelpingCard},
    },
    ids::HelpId,
    problems::FieldFault,
    refusals::Refusal,
    residents::wire::{Me, SignedIn},
};

use super::{
    rows,
    service::{self, FreshCode},
};
use crate::{
    app::App,
    failure::{Failure, Outcome},
    here::{HelpInUse, Here},
    http::ask::Ask,
    residents::{device::device, sessions, tries::Buckets},
    secrets,
    store::Tx,
};

/// Codes made for one offer; that all wait for somebody else at once does not happen.
const N_CODES: usize = 8;

/// Codes by chance, with their hashes.
pub fn fresh_codes(app: &App) -> Vec<FreshCode> {
    let fresh = || {
        let digits = secrets::random_digits(CODE_DIGITS);
        let code = HelpCode::parse(&digits).expect("six digits are a code");
        FreshCode { hash: code_hash(app, &code), code }
    };
    std::iter::repeat_with(fresh).take(N_CODES).collect()
}

/// A fast hash, since a code is looked up by it: a keyed one, of what lives half an hour.
fn code_hash(app: &App, code: &HelpCode) -> String {
    app.address_key.keyed_hash(&format!("help-code/{}", code.digits()))
}

fn parse(app: &App, form: &CodeForm) -> Outcome<String> {
    let code = HelpCode::parse(&form.code)
        .map_err(|problem| Failure::field("code", FieldFault::HelpCode(problem)))?;
    Ok(code_hash(app, &code))
}

/// The help a code belongs to, and what entering it comes to.
fn entered(tx: &mut Tx<'_>, here: &Here, code_hash: &str) -> Outcome<(Help, Taking)> {
    let helper = Helper::of(&here.viewer).ok_or(Refusal::SignInFirst)?;
    let help = match rows::just_begun(tx, here, helper, code_hash)? {
        Some(begun) => begun,
        None => rows::by_code(tx, here, code_hash)?.ok_or(Refusal::UnknownHelpCode)?,
    };
    let scene = Scene { by: &here.viewer, now: here.now };
    let taking = helping::may_take(&scene, &help)?;
    Ok((help, taking))
}

/// Whom the code would let somebody help; nothing is begun yet.
pub async fn look(ask: Ask, form: CodeForm) -> Outcome<HelpingCard> {
    let (hash, tried) = try_code(&ask, &form).await?;
    let now = ask.now;
    ask.write(move |tx, here| {
        let (help, _) = entered(tx, here, &hash)?;
        tried.strike(tx, here.community, now)?;
        rows::helping_card(tx, here, &help)
    })
    .await
}

/// Takes an offer up, and begins to act for the resident; once more for whoever was not told.
pub async fn take(ask: Ask, form: CodeForm) -> Outcome<SignedIn> {
    let (hash, tried) = try_code(&ask, &form).await?;
    let now = ask.now;
    let token = secrets::random_hex::<32>();
    let (token_hash, device) = (secrets::token_hash(&token), device(&ask.user_agent));
    let taken = ask.write(move |tx, here| {
        let (help, taking) = entered(tx, here, &hash)?;
        tried.strike(tx, here.community, now)?;
        if let Taking::First { helper } = taking {
            rows::change(tx, here, &help, &Event::Taken { helper })?;
            rows::keep_code(tx, here, help.id, &hash)?;
        }
        begin(tx, here, help.id, &token_hash, &device)
    });
    Ok(SignedIn { token, me: taken.await? })
}

/// Begins again to act for a resident whose help has not ended.
pub async fn go_on(ask: Ask, id: HelpId) -> Outcome<SignedIn> {
    ask.key()?;
    let token = secrets::random_hex::<32>();
    let (token_hash, device) = (secrets::token_hash(&token), device(&ask.user_agent));
    let begun = ask.write(move |tx, here| {
        let help = service::given(tx, here, id)?;
        match help.standing(here.now) {
            Standing::Running => begin(tx, here, id, &token_hash, &device),
            Standing::Waiting { .. }
            | Standing::Lapsed
            | Standing::Withdrawn
            | Standing::TimeOver
            | Standing::Ended { .. } => Err(Refusal::HelpIsOver.into()),
        }
    });
    Ok(SignedIn { token, me: begun.await? })
}

fn begin(tx: &mut Tx<'_>, here: &Here, id: HelpId, token_hash: &str, device: &str) -> Outcome<Me> {
    let help = rows::load(tx, here.community, id)?;
    let session =
        sessions::begin_for_helper(tx, here.community, &help, token_hash, device, here.now)?;
    let in_use: HelpInUse = rows::in_use(tx, here.community, id, here.now)?;
    let viewer = huiyin_domain::residents::Viewer::Resident { id: help.resident };
    let acting = Here { viewer, session: Some(session), help: Some(in_use), ..*here };
    let me = sessions::me(tx, &acting)?;
    me.ok_or_else(|| Failure::Broken("help for nobody".to_owned()))
}

/// Writes a try down before the code is looked at, so that six digits cannot be guessed.
async fn try_code(ask: &Ask, form: &CodeForm) -> Outcome<(String, Buckets)> {
    ask.key()?;
    let hash = parse(&ask.app, form)?;
    let now = ask.now;
    let address = ask.app.address_key.bucket(ask.address, now);
    let try_id = secrets::random_hex::<8>();
    let tried = ask.clone().write(move |tx, here| {
        let helper = Helper::of(&here.viewer).ok_or(Refusal::SignInFirst)?;
        let name = format!("help/{}", rows::helper_word(helper));
        let buckets = Buckets { name, address: address.clone(), try_id: try_id.clone() };
        buckets.enter(tx, here.community, now)?;
        Ok(buckets)
    });
    Ok((hash, tried.await?))
}
