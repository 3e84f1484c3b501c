//! Signing in: a letter's code or a password, checked slowly and not too often.

use huiyin_domain::{
    ids::{CommunityId, ResidentId, StaffId},
    problems::{FieldFault, ProblemKind},
    residents::{
        Viewer,
        letter_code::{LetterCode, USES_PER_LETTER},
        wire::{Me, SignIn, SignedIn},
    },
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
    store::{Tx, params},
};

/// What somebody claims, read from the form.
#[derive(Clone, Debug)]
enum Claim {
    Letter { letter: String, secret: String },
    Staff { name: String, password: String },
}

/// Whom the claim would make them, and the hash their secret must fit.
#[derive(Clone, Debug)]
struct Candidate {
    viewer: Viewer,
    hash: String,
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
            SignIn::Staff { name, password } => {
                if password.chars().count() > PASSWORD_CHARS_MAX {
                    return Err(Failure::Problem(ProblemKind::WrongCredentials));
                }
                Ok(Self::Staff { name: name.trim().chars().take(80).collect(), password })
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
                Ok(Some(Candidate { viewer, hash: row.text(1)?.to_owned() }))
            }
            Self::Staff { name, .. } => {
                let row = tx.first(
                    "SELECT staff_id, password_hash, role FROM staff
                     WHERE community_id = $1 AND name = $2",
                    params![community.0, name],
                )?;
                let Some(row) = row else { return Ok(None) };
                let role = service::role_of(row.text(2)?)?;
                let viewer = Viewer::Staff { id: StaffId(id(row.int(0)?)?), role };
                Ok(Some(Candidate { viewer, hash: row.text(1)?.to_owned() }))
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
    let secret = claim.secret().to_owned();
    let checked = spawn_blocking(move || {
        let _turn = turn;
        check(candidate, &secret)
    });
    let checked = checked.await.map_err(|gone| Failure::Broken(gone.to_string()))?;
    let viewer = checked.ok_or(Failure::Problem(ProblemKind::WrongCredentials))?;
    let token = secrets::random_hex::<32>();
    let hash = secrets::token_hash(&token);
    let device = device(&user_agent);
    let begun = app.store.write(move |tx| {
        buckets.strike(tx, community, now)?;
        claim.use_up(tx, community)?;
        begin(tx, community, viewer, &hash, &device, now)
    });
    Ok(SignedIn { token, me: begun.await? })
}

fn check(candidate: Option<Candidate>, secret: &str) -> Option<Viewer> {
    match candidate {
        Some(candidate) => secrets::verify(secret, &candidate.hash).then_some(candidate.viewer),
        None => {
            secrets::verify_nothing(secret);
            None
        }
    }
}

fn begin(
    tx: &mut Tx<'_>,
    community: CommunityId,
    viewer: Viewer,
    token_hash: &str,
    device: &str,
    now: Moment,
) -> Outcome<Me> {
    let session = sessions::begin(tx, community, viewer, token_hash, device, now)?;
    let here = Here { session: Some(session), ..Here::new(community, viewer, now) };
    let me = sessions::me(tx, &here)?;
    me.ok_or_else(|| Failure::Broken("a letter without a resident".to_owned()))
}

fn id(raw: i64) -> Outcome<u32> {
    u32::try_from(raw).map_err(|_| Failure::Broken(format!("{raw} is no number of a person")))
}
