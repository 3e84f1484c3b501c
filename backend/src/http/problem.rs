//! Problems on the wire: every failure as RFC 9457 `application/problem+json`.
//!
//! A failure first becomes an empty answer that carries it; the layer around all routes, which
//! knows the request's id, writes the body. So handlers need not know the id.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use huiyin_domain::{
    problems::{Problem, ProblemKind},
    refusals::Refusal,
};

use crate::failure::Failure;

/// The media type of problems.
pub const PROBLEM_JSON: &str = "application/problem+json";

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = status(&self).into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The status a failure is answered with.
pub fn status(failure: &Failure) -> StatusCode {
    match failure {
        Failure::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        Failure::Problem(kind) => match kind {
            ProblemKind::Refused { refusal } => refusal_status(refusal),
            ProblemKind::Invalid { .. }
            | ProblemKind::InvalidBallot { .. }
            | ProblemKind::NotAPhoto
            | ProblemKind::NotARecording => StatusCode::UNPROCESSABLE_ENTITY,
            ProblemKind::Malformed { .. } => StatusCode::BAD_REQUEST,
            ProblemKind::WrongCredentials | ProblemKind::SignedOut => StatusCode::UNAUTHORIZED,
            ProblemKind::LetterUsedUp => StatusCode::FORBIDDEN,
            ProblemKind::Missing => StatusCode::NOT_FOUND,
            ProblemKind::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            ProblemKind::KeyReused => StatusCode::CONFLICT,
            ProblemKind::TooLarge { .. } | ProblemKind::RecordingTooLarge { .. } => {
                StatusCode::PAYLOAD_TOO_LARGE
            }
            ProblemKind::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            ProblemKind::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            ProblemKind::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        },
    }
}

/// Who asks is 401 or 403; how things stand is 409.
#[expect(clippy::too_many_lines, reason = "a table: one status for each refusal")]
fn refusal_status(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::SignInFirst => StatusCode::UNAUTHORIZED,
        Refusal::Staff { why } if why.is_about_who() => StatusCode::FORBIDDEN,
        Refusal::Delivery { why } if why.is_about_who() => StatusCode::FORBIDDEN,
        Refusal::Moderation { why } if why.is_about_who() => StatusCode::FORBIDDEN,
        Refusal::Coaching { why } if why.is_about_who() => StatusCode::FORBIDDEN,
        Refusal::ResidentsOnly
        | Refusal::OrganiserOnly
        | Refusal::StaffOnly
        | Refusal::NotYourProposal
        | Refusal::NotYourRecording
        | Refusal::NotYourSubmission
        | Refusal::NotYourDuty
        | Refusal::OnlyInPerson
        | Refusal::NotInHelpScope { .. }
        | Refusal::HelperCannotVote
        | Refusal::HelpIsOver => StatusCode::FORBIDDEN,
        Refusal::YourOwnProposal
        | Refusal::AlreadyCoSigned
        | Refusal::NotCoSigned
        | Refusal::NotAtThisStage { .. }
        | Refusal::TooFewCoSigns { .. }
        | Refusal::NotOnTheList { .. }
        | Refusal::NothingChanged
        | Refusal::SayWhyItChanged { .. }
        | Refusal::TooManyCoAuthors { .. }
        | Refusal::UnknownInvitation
        | Refusal::TooManyDepartments { .. }
        | Refusal::OthersHaveNotAnswered { .. }
        | Refusal::TooManyMonths { .. }
        | Refusal::NoSuchProposal { .. }
        | Refusal::CannotTakeIn { .. }
        | Refusal::NotInThisPhase { .. }
        | Refusal::NotTheNextPhase { .. }
        | Refusal::NothingShortlisted
        | Refusal::AboveCap { .. }
        | Refusal::CostsNothing
        | Refusal::DatesOutOfOrder
        | Refusal::RulesAreSealed
        | Refusal::BallotAlreadyHandedOut
        | Refusal::UnknownBallot
        | Refusal::VotingClosed { .. }
        | Refusal::AlreadyCounted
        | Refusal::NotCountedYet
        | Refusal::CallbackClosed { .. }
        | Refusal::Council { .. }
        | Refusal::Meeting { .. }
        | Refusal::Register { .. }
        | Refusal::Moderation { .. }
        | Refusal::Coaching { .. }
        | Refusal::Staff { .. }
        | Refusal::Delivery { .. }
        | Refusal::Contest { .. }
        | Refusal::TryAgainFirst { .. }
        | Refusal::ToldOnce
        | Refusal::NotReceivedInTime { .. }
        | Refusal::SameTitle { .. }
        | Refusal::SameWords { .. }
        | Refusal::NewerAnswer { .. }
        | Refusal::RecordingNotAtThisStage { .. }
        | Refusal::TooManyRecordings { .. }
        | Refusal::NoRecordingsHere
        | Refusal::TooLateForRecording
        | Refusal::PartMissing { .. }
        | Refusal::SoundDiffers
        | Refusal::FeedbackNotAtThisStage { .. }
        | Refusal::FirstAnswerGiven
        | Refusal::AppealedAlready
        | Refusal::AppealTooLate { .. }
        | Refusal::AlreadyTheirs
        | Refusal::DepartmentDissolved
        | Refusal::ExtendedOften { .. }
        | Refusal::LateAlready { .. }
        | Refusal::NotAWorkday { .. }
        | Refusal::DayNotLater { .. }
        | Refusal::DayTooFar { .. }
        | Refusal::WouldGoInCircles
        | Refusal::DecidedByContest { .. }
        | Refusal::AuthorIsHere
        | Refusal::UnknownHelpCode
        | Refusal::YourOwnHelp
        | Refusal::TooManyHelpers { .. }
        | Refusal::NoSlot { .. }
        | Refusal::UnknownYear { .. }
        | Refusal::Stale { .. } => StatusCode::CONFLICT,
    }
}

/// A short title for developers; people read the client's words for the code.
fn title(kind: &ProblemKind) -> &'static str {
    match kind {
        ProblemKind::Refused { .. } => "A rule says no",
        ProblemKind::Invalid { .. } => "Some fields cannot be taken as they are",
        ProblemKind::InvalidBallot { .. } => "The ballot cannot be taken as it is",
        ProblemKind::Malformed { .. } => "The request is not of the form the API asks for",
        ProblemKind::WrongCredentials => "The code, or the name and password, are not right",
        ProblemKind::LetterUsedUp => "The letter's code was used as often as it may be",
        ProblemKind::SignedOut => "The session has ended",
        ProblemKind::Missing => "There is no such thing",
        ProblemKind::MethodNotAllowed => "The address does not take this method",
        ProblemKind::KeyReused => "The idempotency key came with another request",
        ProblemKind::TooLarge { .. } => "What was sent is too big",
        ProblemKind::UnsupportedMediaType => "Not the media type that is needed here",
        ProblemKind::NotAPhoto => "What was sent is not a photo that can be read",
        ProblemKind::NotARecording => "What was sent is not a sound that can be played",
        ProblemKind::RecordingTooLarge { .. } => "The recording, or this part of it, is too big",
        ProblemKind::TooMany { .. } => "Too many tries",
        ProblemKind::Broken => "Something broke on the server",
    }
}

/// The whole answer to a failure, under the request's id.
pub fn answer(failure: &Failure, request_id: &str) -> Response {
    let status = status(failure);
    let kind = match failure {
        Failure::Problem(kind) => kind.clone(),
        Failure::Broken(_) => ProblemKind::Broken,
    };
    let retry_after = match &kind {
        ProblemKind::TooMany { retry_after_seconds } => Some(*retry_after_seconds),
        ProblemKind::Refused { .. }
        | ProblemKind::Invalid { .. }
        | ProblemKind::InvalidBallot { .. }
        | ProblemKind::Malformed { .. }
        | ProblemKind::WrongCredentials
        | ProblemKind::LetterUsedUp
        | ProblemKind::SignedOut
        | ProblemKind::Missing
        | ProblemKind::MethodNotAllowed
        | ProblemKind::KeyReused
        | ProblemKind::TooLarge { .. }
        | ProblemKind::UnsupportedMediaType
        | ProblemKind::NotAPhoto
        | ProblemKind::NotARecording
        | ProblemKind::RecordingTooLarge { .. }
        | ProblemKind::Broken => None,
    };
    let problem = Problem {
        about: "about:blank".to_owned(),
        title: title(&kind).to_owned(),
        status: status.as_u16(),
        request_id: request_id.to_owned(),
        kind,
    };
    let body = serde_json::to_vec(&problem).expect("a problem is plain data");
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(seconds) = retry_after {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    if status == StatusCode::UNAUTHORIZED {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_asks_is_told_apart_from_how_things_stand() {
        let status_of = |refusal: Refusal| status(&refusal.into()).as_u16();
        assert_eq!(status_of(Refusal::SignInFirst), 401);
        assert_eq!(status_of(Refusal::NotYourProposal), 403);
        assert_eq!(status_of(Refusal::AlreadyCoSigned), 409);
    }

    #[test]
    fn too_many_tries_say_when_to_come_back() {
        let failure = Failure::Problem(ProblemKind::TooMany { retry_after_seconds: 60 });
        let response = answer(&failure, "r1");
        assert_eq!(response.status(), 429);
        assert_eq!(response.headers()[header::RETRY_AFTER], "60");
        assert_eq!(response.headers()[header::CONTENT_TYPE], PROBLEM_JSON);
    }
}
