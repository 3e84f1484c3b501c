//! The store's own three tables: counters, events, and remembered answers.

use super::Migration;

/// The first migration of every Huiyin database; the application's own come after it.
///
/// None of the tables keeps the order in which rows came across streams or actors.
pub const TABLES: Migration = Migration {
    number: 1,
    name: "counters, events, idempotency",
    sql: "
CREATE TABLE counters (
    community_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    -- The number the next one gets.
    next BIGINT NOT NULL,
    PRIMARY KEY (community_id, kind)
) /*WITHOUT ROWID*/;

CREATE TABLE events (
    community_id BIGINT NOT NULL,
    stream TEXT NOT NULL,
    seq BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    actor_role TEXT NOT NULL,
    actor_id BIGINT,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    reason TEXT,
    hash BLOB NOT NULL,
    PRIMARY KEY (community_id, stream, seq)
) /*WITHOUT ROWID*/;

CREATE TABLE idempotency (
    community_id BIGINT NOT NULL,
    actor TEXT NOT NULL,
    request_key TEXT NOT NULL,
    fingerprint TEXT,
    status BIGINT NOT NULL,
    body TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (community_id, actor, request_key)
) /*WITHOUT ROWID*/;

CREATE INDEX idempotency_by_time ON idempotency (at_ms);
",
};
