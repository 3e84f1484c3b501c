//! Addresses of one's own account, for staff.

use std::sync::Arc;

use axum::{Router, http::StatusCode, routing::get, routing::post};
use huiyin_domain::{
    helping::Deed,
    ids::CommunityId,
    problems::FieldFault,
    staff::{
        PasswordProblem, Typed, check_password,
        totp::Secret,
        wire::{ConfirmForm, OnceMore, PasswordForm},
    },
    time::Moment,
};

use super::{
    NewCodes,
    account::{self, wrong_code},
    routes::Nothing,
    slowly,
};
use crate::{
    app::App,
    communities,
    failure::{Failure, Outcome},
    http::{answer::Answer, ask::Ask, body::Sent},
    idempotent::Retry,
    residents::tries::Buckets,
    secrets,
    store::Tx,
};

/// The routes of one's own account.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/communities/{c}/staff/me", get(show))
        .route("/communities/{c}/staff/me/password", post(change_password))
        .route("/communities/{c}/staff/me/second-factor", post(begin_factor))
        .route("/communities/{c}/staff/me/second-factor/confirm", post(confirm_factor))
        .route("/communities/{c}/staff/me/recovery-codes", post(make_codes))
}

/// One's own account.
#[utoipa::path(get, path = "/api/v1/communities/{c}/staff/me", params(("c" = String, Path)),
    security(("token" = [])), responses(
        (status = 200, description = "AccountPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)")))]
pub(crate) async fn show(ask: Ask) -> Answer {
    let setting = ask.app.limits.second_factor;
    ask.doing(Deed::OwnAccount).page_unkept(move |tx, here| account::page(tx, here, setting)).await
}

/// Change one's password. One's other devices are signed out.
#[utoipa::path(post, path = "/api/v1/communities/{c}/staff/me/password",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "PasswordForm"), responses(
        (status = 200, description = "AccountPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)"),
        (status = 422, description = "Problem: invalid (old, new)"),
        (status = 429, description = "Problem: too_many, with Retry-After")))]
pub(crate) async fn change_password(
    ask: Ask,
    Sent { value: form, hash }: Sent<PasswordForm>,
) -> Answer {
    let ask = ask.doing(Deed::OwnAccount);
    let (setting, retry) = (ask.app.limits.second_factor, Retry::SameBody(hash));
    // Asked again, the old password is old no more: the first answer still holds.
    if let Some(answer) = ask.clone().answered(&retry).await? {
        return Ok(answer);
    }
    let PasswordForm { old, new } = form;
    let wrong = |field, problem| Failure::field(field, FieldFault::Password(problem));
    // A new password that cannot be taken is no wrong try of the old one.
    let (member, _) = ask.clone().read(account::known).await?;
    check_password(&new, [member.name.as_str(), member.called.as_str()], &old)
        .map_err(|problem| wrong("new", problem))?;
    let (trying, before) = Trying::begin(&ask).await?;
    let asked = before.clone();
    let checked =
        slowly(&ask.app, move || secrets::verify(&old, &asked).then(|| secrets::slow_hash(&new)));
    let hash = checked.await?.ok_or_else(|| wrong("old", PasswordProblem::Wrong))?;
    ask.post(StatusCode::OK, retry, move |tx, here| {
        account::change_password(tx, here, &before, &hash)?;
        trying.was_right(tx)?;
        account::page(tx, here, setting)
    })
    .await
}

/// Begin to set a second factor up. The secret is told once; whoever begins again gets another.
#[utoipa::path(post, path = "/api/v1/communities/{c}/staff/me/second-factor",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "{}"), responses(
        (status = 201, description = "FactorOffer", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)"),
        (status = 409, description = "Problem: refused (staff: second_factor_stands; told_once)")))]
pub(crate) async fn begin_factor(ask: Ask, Sent { hash, .. }: Sent<Nothing>) -> Answer {
    let ask = ask.doing(Deed::OwnAccount);
    let secret = Secret::new(secrets::random_bytes());
    ask.post_secret(StatusCode::CREATED, Retry::SameBody(hash), move |tx, here| {
        let community = communities::service::load(tx, here.community)?;
        account::begin_factor(tx, here, &community, &secret)
    })
    .await
}

/// Prove that the phone shows the digits. Answers once with recovery codes, which are never stored.
#[utoipa::path(post, path = "/api/v1/communities/{c}/staff/me/second-factor/confirm",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "ConfirmForm"), responses(
        (status = 201, description = "RecoveryCodes", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)"),
        (status = 409, description = "Problem: refused (staff, told_once)"),
        (status = 422, description = "Problem: invalid (code)"),
        (status = 429, description = "Problem: too_many, with Retry-After")))]
pub(crate) async fn confirm_factor(
    ask: Ask,
    Sent { value: form, hash }: Sent<ConfirmForm>,
) -> Answer {
    let ask = ask.doing(Deed::OwnAccount);
    let setting = ask.app.limits.second_factor;
    let typed = Typed::parse(&form.code)
        .map_err(|problem| Failure::field("code", FieldFault::SecondFactor(problem)))?;
    let Typed::Phone(code) = typed else { return Err(wrong_code()) };
    let (trying, _) = Trying::begin(&ask).await?;
    let codes = slowly(&ask.app, NewCodes::random).await?;
    ask.post_secret(StatusCode::CREATED, Retry::SameBody(hash), move |tx, here| {
        account::confirm_factor(tx, here, code, &codes)?;
        trying.was_right(tx)?;
        account::told(tx, here, &codes, setting)
    })
    .await
}

/// Make new recovery codes; those printed before let nobody in any more.
#[utoipa::path(post, path = "/api/v1/communities/{c}/staff/me/recovery-codes",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "OnceMore"), responses(
        (status = 201, description = "RecoveryCodes", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only, staff)"),
        (status = 409, description = "Problem: refused (staff: no_second_factor; told_once)"),
        (status = 422, description = "Problem: invalid (password)"),
        (status = 429, description = "Problem: too_many, with Retry-After")))]
pub(crate) async fn make_codes(ask: Ask, Sent { value: form, hash }: Sent<OnceMore>) -> Answer {
    let ask = ask.doing(Deed::OwnAccount);
    let setting = ask.app.limits.second_factor;
    let (trying, known) = Trying::begin(&ask).await?;
    let checked =
        slowly(&ask.app, move || secrets::verify(&form.password, &known).then(NewCodes::random));
    let wrong = || Failure::field("password", FieldFault::Password(PasswordProblem::Wrong));
    let codes = checked.await?.ok_or_else(wrong)?;
    ask.post_secret(StatusCode::CREATED, Retry::SameBody(hash), move |tx, here| {
        account::make_codes(tx, here, &codes)?;
        trying.was_right(tx)?;
        account::told(tx, here, &codes, setting)
    })
    .await
}

/// Somebody who types a secret of their own: counted like a sign-in until it was right.
struct Trying {
    community: CommunityId,
    buckets: Buckets,
    now: Moment,
}

impl Trying {
    /// Writes the try down; gives it with the hash of their password.
    async fn begin(ask: &Ask) -> Outcome<(Self, String)> {
        ask.key()?;
        let known = ask.clone().read(|tx, here| Ok((here.community, account::known(tx, here)?)));
        let (community, (member, hash)) = known.await?;
        let buckets = Buckets {
            name: format!("staff/{}", member.name),
            address: ask.app.address_key.bucket(ask.address, ask.now),
            try_id: secrets::random_hex::<8>(),
        };
        let (tried, now) = (buckets.clone(), ask.now);
        ask.clone().write(move |tx, _| tried.enter(tx, community, now)).await?;
        Ok((Self { community, buckets, now }, hash))
    }

    /// Strikes the try out.
    fn was_right(&self, tx: &mut Tx<'_>) -> Outcome<()> {
        self.buckets.strike(tx, self.community, self.now)
    }
}
