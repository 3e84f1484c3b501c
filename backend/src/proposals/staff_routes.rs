//! Addresses of proposals for their authors' texts and for the staff: versions, invitations,
//! notes, and what waits.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Query, rejection::QueryRejection},
    http::StatusCode,
    routing::{get, post},
};
use huiyin_domain::{
    helping::{Deed, Scope},
    ids::{ContestId, ProposalId},
    proposals::{
        EditForm,
        wire::{INVITATION_DIGITS, InviteForm, Join, NoteForm},
    },
    refusals::Refusal,
    residents::Viewer,
};

use super::{
    authors,
    list::{self, TitlesQuery},
    notes, texts, waiting,
};
use crate::{
    app::App,
    failure::Failure,
    http::{
        answer::Answer,
        ask::{Ask, Named},
        body::Sent,
    },
    idempotent::Retry,
    residents::tries::Buckets,
    secrets,
};

/// The routes of this part of the room.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/communities/{c}/contests/{n}/titles", get(titles))
        .route("/communities/{c}/proposals/waiting", get(list_waiting))
        .route("/communities/{c}/proposals/{id}/text", post(edit))
        .route("/communities/{c}/proposals/{id}/texts", get(versions))
        .route("/communities/{c}/proposals/{id}/invitations", post(invite))
        .route("/communities/{c}/proposals/{id}/join", post(join))
        .route("/communities/{c}/proposals/{id}/notes", get(show_notes).post(add_note))
}

/// The titles of a contest, by which somebody sees that a thing has been asked for already; of too
/// many only those nearest to what is written are told, where it is asked `like` that.
#[utoipa::path(get, path = "/api/v1/communities/{c}/contests/{n}/titles",
    params(("c" = String, Path), ("n" = u32, Path), ("like" = Option<String>, Query)), responses(
        (status = 200, description = "Titles", body = serde_json::Value),
        (status = 400, description = "Problem: malformed"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn titles(
    ask: Ask,
    Named((_, n)): Named<(String, ContestId)>,
    query: Result<Query<TitlesQuery>, QueryRejection>,
) -> Answer {
    let Query(query) = query.map_err(|rejection| Failure::malformed(rejection.body_text()))?;
    let ask = ask.doing(Deed::Read);
    ask.page(move |tx, here| match &query.like {
        Some(typed) => list::titles_like(tx, here, n, typed),
        None => list::titles(tx, here, n),
    })
    .await
}

/// What of the contests waits for the staff.
#[utoipa::path(get, path = "/api/v1/communities/{c}/proposals/waiting",
    params(("c" = String, Path)), security(("token" = [])), responses(
        (status = 200, description = "WaitingList", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)")))]
pub(crate) async fn list_waiting(ask: Ask) -> Answer {
    ask.page(waiting::list).await
}

/// Give a proposal a new text.
#[utoipa::path(post, path = "/api/v1/communities/{c}/proposals/{id}/text",
    params(("c" = String, Path), ("id" = u32, Path), ("Idempotency-Key" = String, Header),
        ("If-Match" = String, Header)), security(("token" = [])),
    request_body(content = serde_json::Value, description = "EditForm"), responses(
        (status = 200, description = "ProposalPage", body = serde_json::Value),
        (status = 400, description = "Problem: malformed"),
        (status = 403, description = "Problem: refused (not_your_proposal, …)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (say_why_it_changed, …), key_reused"),
        (status = 422, description = "Problem: invalid")))]
pub(crate) async fn edit(
    ask: Ask,
    Named((_, id)): Named<(String, ProposalId)>,
    Sent { value: form, hash }: Sent<EditForm>,
) -> Answer {
    let version = ask.version()?;
    let ask = ask.doing(Deed::Within(Scope::Propose));
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        texts::edit(tx, here, id, version, &form)
    })
    .await
}

/// All versions of a proposal's text.
#[utoipa::path(get, path = "/api/v1/communities/{c}/proposals/{id}/texts",
    params(("c" = String, Path), ("id" = u32, Path)), responses(
        (status = 200, description = "TextVersions", body = serde_json::Value),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn versions(ask: Ask, Named((_, id)): Named<(String, ProposalId)>) -> Answer {
    ask.doing(Deed::Read).page(move |tx, here| texts::versions(tx, here, id)).await
}

/// A fast hash of eight digits: a keyed one, and only for this proposal.
fn code_hash(ask: &Ask, id: ProposalId, digits: &str) -> String {
    ask.app.address_key.keyed_hash(&format!("co-author/{}/{id}/{digits}", ask.slug))
}

/// Ask somebody to join the authors. The code is told once; a newer one ends it.
#[utoipa::path(post, path = "/api/v1/communities/{c}/proposals/{id}/invitations",
    params(("c" = String, Path), ("id" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "InviteForm"), responses(
        (status = 201, description = "Invitation", body = serde_json::Value),
        (status = 400, description = "Problem: malformed"),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (not_your_proposal, residents_only)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (too_many_co_authors, told_once, …)")))]
pub(crate) async fn invite(
    ask: Ask,
    Named((_, id)): Named<(String, ProposalId)>,
    Sent { value: form, .. }: Sent<InviteForm>,
) -> Answer {
    let code = secrets::random_digits(INVITATION_DIGITS);
    let hash = code_hash(&ask, id, &code);
    ask.post_secret(StatusCode::CREATED, Retry::Harmless, move |tx, here| {
        authors::invite(tx, here, id, (&code, &hash), &form)
    })
    .await
}

/// Join the authors with an invitation.
#[utoipa::path(post, path = "/api/v1/communities/{c}/proposals/{id}/join",
    params(("c" = String, Path), ("id" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "Join"), responses(
        (status = 200, description = "ProposalPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (residents_only, only_in_person)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (unknown_invitation, …), key_reused"),
        (status = 429, description = "Problem: too_many, with Retry-After")))]
pub(crate) async fn join(
    ask: Ask,
    Named((_, id)): Named<(String, ProposalId)>,
    Sent { value: form, hash }: Sent<Join>,
) -> Answer {
    ask.key()?;
    let code = form.digits().map(|digits| code_hash(&ask, id, &digits));
    let now = ask.now;
    let address = ask.app.address_key.bucket(ask.address, now);
    let try_id = secrets::random_hex::<8>();
    // Written down before the code is looked at, so that eight digits cannot be guessed.
    let tried = ask.clone().write(move |tx, here| {
        let resident = match here.viewer {
            Viewer::Guest => return Err(Refusal::SignInFirst.into()),
            Viewer::Staff { .. } => return Err(Refusal::ResidentsOnly.into()),
            Viewer::Resident { id } => id,
        };
        let name = format!("co-author/{resident}");
        let tried = Buckets { name, address: address.clone(), try_id: try_id.clone() };
        tried.enter(tx, here.community, now)?;
        Ok(tried)
    });
    let tried = tried.await?;
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        authors::join(tx, here, id, code.as_deref(), (&tried, now))
    })
    .await
}

/// The staff's own notes on a proposal.
#[utoipa::path(get, path = "/api/v1/communities/{c}/proposals/{id}/notes",
    params(("c" = String, Path), ("id" = u32, Path)), security(("token" = [])), responses(
        (status = 200, description = "Notes", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only, not_your_duty)"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn show_notes(ask: Ask, Named((_, id)): Named<(String, ProposalId)>) -> Answer {
    ask.page_unkept(move |tx, here| notes::list(tx, here, id)).await
}

/// Write a note down.
#[utoipa::path(post, path = "/api/v1/communities/{c}/proposals/{id}/notes",
    params(("c" = String, Path), ("id" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "NoteForm"), responses(
        (status = 200, description = "Notes", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only, not_your_duty)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: key_reused")))]
pub(crate) async fn add_note(
    ask: Ask,
    Named((_, id)): Named<(String, ProposalId)>,
    Sent { value: form, hash }: Sent<NoteForm>,
) -> Answer {
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| notes::add(tx, here, id, &form))
        .await
}
