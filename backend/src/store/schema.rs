//! The application's own tables; `community_id` leads every primary and unique key.
//!
//! Names, addresses and what else tells a person stand in `residents` and `staff` alone, so
//! that they can be erased there. Roll marks, stamps and ballots carry neither time nor
//! session, and their tables do not keep the order in which rows came.

use super::{
    Migration, base_schema, schema_coaching, schema_councils, schema_delivery, schema_desk,
    schema_feedback, schema_helping, schema_lifecycle, schema_lists, schema_many_proposals,
    schema_mine, schema_moderation, schema_notices, schema_objections, schema_paper,
    schema_recordings, schema_register, schema_resolutions, schema_series, schema_series_notices,
    schema_staff,
};

/// The whole history of the database, the store's own tables first.
pub const HISTORY: &[Migration] = &[
    base_schema::TABLES,
    THREAD,
    schema_desk::DESK,
    schema_recordings::TABLES,
    schema_helping::HELPING,
    schema_paper::PAPER,
    schema_mine::MINE,
    schema_feedback::FEEDBACK,
    schema_notices::NOTICES,
    schema_series::SERIES,
    schema_councils::COUNCILS,
    schema_resolutions::RESOLUTIONS,
    schema_series_notices::SERIES_NOTICES,
    schema_staff::STAFF,
    schema_register::REGISTER,
    schema_lifecycle::LIFECYCLE,
    schema_delivery::DELIVERY,
    schema_objections::OBJECTIONS,
    schema_moderation::MODERATION,
    schema_coaching::COACHING,
    schema_many_proposals::MANY_PROPOSALS,
    schema_helping::BEGUN_AGAIN,
    schema_lists::REVIEW_DUTIES,
    schema_lists::TITLES,
    schema_moderation::ABOUT,
    schema_moderation::NOTICES,
    schema_many_proposals::COUNTS,
];

const THREAD: Migration = Migration {
    number: 2,
    name: "communities, people, contests, proposals, ballots",
    sql: "
CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) /*WITHOUT ROWID*/;

CREATE TABLE communities (
    community_id BIGINT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL,
    state TEXT NOT NULL,
    UNIQUE (slug)
);

CREATE TABLE residents (
    community_id BIGINT NOT NULL,
    resident_id BIGINT NOT NULL,
    public_name TEXT NOT NULL,
    address TEXT,
    since_ms BIGINT NOT NULL,
    PRIMARY KEY (community_id, resident_id)
) /*WITHOUT ROWID*/;

CREATE TABLE letters (
    community_id BIGINT NOT NULL,
    letter TEXT NOT NULL,
    resident_id BIGINT NOT NULL,
    secret_hash TEXT NOT NULL,
    n_uses BIGINT NOT NULL,
    printed_ms BIGINT NOT NULL,
    PRIMARY KEY (community_id, letter)
) /*WITHOUT ROWID*/;

CREATE TABLE staff (
    community_id BIGINT NOT NULL,
    staff_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (community_id, staff_id),
    UNIQUE (community_id, name)
) /*WITHOUT ROWID*/;

CREATE TABLE sessions (
    community_id BIGINT NOT NULL,
    session_id BIGINT NOT NULL,
    token_hash TEXT NOT NULL,
    kind TEXT NOT NULL,
    person_id BIGINT NOT NULL,
    since_ms BIGINT NOT NULL,
    last_used_ms BIGINT NOT NULL,
    ends_ms BIGINT NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (community_id, session_id),
    UNIQUE (community_id, token_hash)
) /*WITHOUT ROWID*/;
CREATE INDEX sessions_of_person ON sessions (community_id, kind, person_id);

CREATE TABLE sign_in_tries (
    community_id BIGINT NOT NULL,
    bucket TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    try_id TEXT NOT NULL,
    PRIMARY KEY (community_id, bucket, at_ms, try_id)
) /*WITHOUT ROWID*/;
CREATE INDEX sign_in_tries_by_time ON sign_in_tries (at_ms);

CREATE TABLE contests (
    community_id BIGINT NOT NULL,
    contest_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (community_id, contest_id)
);

CREATE TABLE proposals (
    community_id BIGINT NOT NULL,
    proposal_id BIGINT NOT NULL,
    contest_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    stage_kind TEXT NOT NULL,
    ballot_key TEXT NOT NULL,
    n_co_signs BIGINT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (community_id, proposal_id),
    UNIQUE (community_id, contest_id, ballot_key)
);
CREATE INDEX proposals_by_number ON proposals (community_id, contest_id, proposal_id);
CREATE INDEX proposals_by_support
    ON proposals (community_id, contest_id, n_co_signs, proposal_id);

CREATE TABLE co_signs (
    community_id BIGINT NOT NULL,
    proposal_id BIGINT NOT NULL,
    resident_id BIGINT NOT NULL,
    PRIMARY KEY (community_id, proposal_id, resident_id)
) /*WITHOUT ROWID*/;

CREATE TABLE photos (
    community_id BIGINT NOT NULL,
    photo_id TEXT NOT NULL,
    width BIGINT NOT NULL,
    height BIGINT NOT NULL,
    n_bytes BIGINT NOT NULL,
    PRIMARY KEY (community_id, photo_id)
) /*WITHOUT ROWID*/;

CREATE TABLE roll (
    community_id BIGINT NOT NULL,
    contest_id BIGINT NOT NULL,
    resident_id BIGINT NOT NULL,
    PRIMARY KEY (community_id, contest_id, resident_id)
) /*WITHOUT ROWID*/;

CREATE TABLE stamps (
    community_id BIGINT NOT NULL,
    contest_id BIGINT NOT NULL,
    stamp TEXT NOT NULL,
    PRIMARY KEY (community_id, contest_id, stamp)
) /*WITHOUT ROWID*/;

CREATE TABLE ballots (
    community_id BIGINT NOT NULL,
    contest_id BIGINT NOT NULL,
    stamp TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    choices TEXT NOT NULL,
    receipt TEXT NOT NULL,
    PRIMARY KEY (community_id, contest_id, stamp)
) /*WITHOUT ROWID*/;

CREATE TABLE counts (
    community_id BIGINT NOT NULL,
    contest_id BIGINT NOT NULL,
    tally TEXT NOT NULL,
    ballots_pb TEXT NOT NULL,
    ballots_sha256 TEXT NOT NULL,
    ballots_bytes BIGINT NOT NULL,
    n_ballots BIGINT NOT NULL,
    n_eligible BIGINT NOT NULL,
    PRIMARY KEY (community_id, contest_id)
);
",
};
