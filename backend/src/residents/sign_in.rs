//! Signing in: a letter's code or a password, checked slowly and not too often.

use huiyin_domain::{
    ids::{CommunityId, ResidentId, StaffId},
    problems::{FieldFault, ProblemKind},
    refusals::Refusal,
    residents::{
        Viewer,
        letter_code::{LetterCode, USES_PER_LETTER},
        wire::{Me, SignIn, SignedIn},
    },
    staff::{SecondFactor, StaffRefusal, Typed},
    time::Moment,
};
use tokio::task::spawn_blocking;

use super::{device::device, service, sessions, tries::Buckets};
use crate::{
    communities,
    failure::{Failure, Outcome},
    here::Here,
    http::ask::Ask,
    secrets,
    staff::{
        account::wrong_code,
        factor::{self, Looked, Second},
        rows as staff,
    },
    store::{Tx, params},
};

/// What somebody claims, read from the form.
#[derive(Clone, Debug)]
enum Claim {
    Letter { letter: String, secret: String },
    Staff { name: String, password: String, code: Option<Typed> },
}

/// Whom the claim would make them, and the hash their secret must fit.
#[derive(Clone, Debug)]
struct Candidate {
    viewer: Viewer,
    hash: String,
    /// The hash that the recovery code must fit, if one was typed that is there.
    code_hash: Option<String>,
}

/// Who it is by their first secret, and what they typed as their second.
#[derive(Clone, Debug)]
struct Checked {
    viewer: Viewer,
    looked: Looked,
}

/// How a session begins.
struct Beginning {
    token_hash: String,
    device: String,
    setting: SecondFactor,
    now: Moment,
}

/// The longest password that is looked at.
const PASSWORD_CHARS_MAX: usize = 200;

impl Claim {
    fn parse(form: SignIn) -> Outcome<Self> {
        match form {
            SignIn::Letter { code } => {
                let code = LetterCode::parse(&code)
                    .map_err(|problem| Failure::field("code", FieldFault::Code(problem)))?;
                let (letter, secret) = (code.letter().to_owned(), code.secret().to_owned());
                Ok(Self::Letter { letter, secret })
            }
            SignIn::Staff { name, password, code } => {
                let code =
                    code.as_deref().map(Typed::parse).transpose().map_err(|problem| {
                        Failure::field("code", FieldFault::SecondFactor(problem))
                    })?;
                if password.chars().count() > PASSWORD_CHARS_MAX {
                    return Err(Failure::Problem(ProblemKind::WrongCredentials));
                }
                Ok(Self::Staff { name: name.trim().chars().take(80).collect(), password, code })
            }
        }
    }

    fn bucket(&self) -> String {
        match self {
            Self::Letter { letter, .. } => format!("letter/{letter}"),
            Self::Staff { name, .. } => format!("staff/{name}"),
        }
    }

    fn secret(&self) -> &str {
        match self {
            Self::Letter { secret, .. } => secret,
            Self::Staff { password, .. } => password,
        }
    }

    fn candidate(&self, tx: &mut Tx<'_>, community: CommunityId) -> Outcome<Option<Candidate>> {
        match self {
            Self::Letter { letter, .. } => {
                let row = tx.first(
                    "SELECT resident_id, secret_hash FROM letters
                     WHERE community_id = $1 AND letter = $2",
                    params![community.0, letter],
                )?;
                let Some(row) = row else { return Ok(None) };
                let viewer = Viewer::Resident { id: ResidentId(id(row.int(0)?)?) };
                Ok(Some(Candidate { viewer, hash: row.text(1)?.to_owned(), code_hash: None }))
            }
            Self::Staff { name, code, .. } => {
                let row = tx.first(
                    "SELECT staff_id, password_hash, role FROM staff
                     WHERE community_id = $1 AND name = $2 AND retired_ms IS NULL",
                    params![community.0, name],
                )?;
                let Some(row) = row else { return Ok(None) };
                let role = service::role_of(row.text(2)?)?;
                let staff_id = StaffId(id(row.int(0)?)?);
                let code_hash = match code {
                    Some(Typed::Recovery(code)) => {
                        staff::code_hash(tx, community, staff_id, code.place())?
                    }
                    Some(Typed::Phone(_)) | None => None,
                };
                let viewer = Viewer::Staff { id: staff_id, role };
                Ok(Some(Candidate { viewer, hash: row.text(1)?.to_owned(), code_hash }))
            }
        }
    }

    /// Counts a use of the letter, unless it has none left.
    fn use_up(&self, tx: &mut Tx<'_>, community: CommunityId) -> Outcome<()> {
        match self {
            Self::Staff { .. } => Ok(()),
            Self::Letter { letter, .. } => {
                let n_used = tx.execute(
                    "UPDATE letters SET n_uses = n_uses + 1
                     WHERE community_id = $1 AND letter = $2 AND n_uses < $3",
                    params![community.0, letter, USES_PER_LETTER],
                )?;
                match n_used {
                    0 => Err(Failure::Problem(ProblemKind::LetterUsedUp)),
                    _ => Ok(()),
                }
            }
        }
    }
}

/// Signs somebody in, or says why not.
///
/// Three steps, so that no transaction waits for the slow hash: the try is written down, the
/// secret is checked, and only then the session begins.
pub async fn sign_in(ask: Ask, form: SignIn) -> Outcome<SignedIn> {
    ask.key()?;
    let claim = Claim::parse(form)?;
    let Ask { app, slug, now, user_agent, address, .. } = ask;
    let buckets = Buckets {
        name: claim.bucket(),
        address: app.address_key.bucket(address, now),
        try_id: secrets::random_hex::<8>(),
    };
    let (claim_asked, tried) = (claim.clone(), buckets.clone());
    let entered = app.store.write(move |tx| {
        let community = communities::service::find(tx, &slug)?.id;
        tried.enter(tx, community, now)?;
        Ok::<_, Failure>((community, claim_asked.candidate(tx, community)?))
    });
    let (community, candidate) = entered.await?;

    // Hashing takes memory: only so many at once.
    let turn = app.hashing.clone().acquire_owned().await;
    let asked = claim.clone();
    let checked = spawn_blocking(move || {
        let _turn = turn;
        check(candidate, &asked)
    });
    let checked = checked.await.map_err(|gone| Failure::Broken(gone.to_string()))?;
    let checked = checked.ok_or(Failure::Problem(ProblemKind::WrongCredentials))?;
    let token = secrets::random_hex::<32>();
    let beginning = Beginning {
        token_hash: secrets::token_hash(&token),
        device: device(&user_agent),
        setting: app.limits.second_factor,
        now,
    };
    let begun = app.store.write(move |tx| {
        let here = Here::new(community, checked.viewer, now);
        let second = second(tx, &here, &checked)?;
        if second == Second::Wrong {
            return Err(wrong_code());
        }
        // Name and password were right: whoever is asked for the digits then has not tried wrong.
        buckets.strike(tx, community, now)?;
        if second == Second::Missing {
            return Ok(None);
        }
        claim.use_up(tx, community)?;
        begin(tx, &here, &beginning).map(Some)
    });
    let me = begun.await?.ok_or(Refusal::from(StaffRefusal::CodeNeeded))?;
    Ok(SignedIn { token, me })
}

fn check(candidate: Option<Candidate>, claim: &Claim) -> Option<Checked> {
    let Some(Candidate { viewer, hash, code_hash }) = candidate else {
        secrets::verify_nothing(claim.secret());
        return None;
    };
    secrets::verify(claim.secret(), &hash).then(|| {
        let code = match claim {
            Claim::Letter { .. } => None,
            Claim::Staff { code, .. } => code.as_ref(),
        };
        Checked { viewer, looked: Looked::at(code, code_hash) }
    })
}

/// Uses the second factor of staff up; residents have none.
fn second(tx: &mut Tx<'_>, here: &Here, checked: &Checked) -> Outcome<Second> {
    match checked.viewer {
        Viewer::Staff { id, .. } => factor::use_up(tx, here, id, &checked.looked),
        Viewer::Guest | Viewer::Resident { .. } => Ok(Second::Right),
    }
}

fn begin(tx: &mut Tx<'_>, here: &Here, beginning: &Beginning) -> Outcome<Me> {
    let Beginning { token_hash, device, setting, now } = beginning;
    let session = sessions::begin(tx, here.community, here.viewer, token_hash, device, *now)?;
    let must_first = staff::must_first(tx, here, *setting)?;
    let here = Here { session: Some(session), must_first, ..*here };
    let me = sessions::me(tx, &here)?;
    me.ok_or_else(|| Failure::Broken("a letter without a resident".to_owned()))
}

fn id(raw: i64) -> Outcome<u32> {
    u32::try_from(raw).map_err(|_| Failure::Broken(format!("{raw} is no number of a person")))
}
