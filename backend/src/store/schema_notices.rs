//! The tables of the record and of notices: roots of days, notices, the outbox, and who is called.
//!
//! Telephone numbers, e-mail addresses and push addresses stand in `notice_choices` and
//! `push_subscriptions` alone, so that they go with the person.

use super::Migration;

/// Marks of actors, roots of days, and everything that tells people what happened.
pub const NOTICES: Migration = Migration {
    number: 9,
    name: "marks of actors, roots of days, notices",
    sql: "
-- The actor as the chain knows them; rows from before it are hashed with the number itself.
ALTER TABLE events ADD COLUMN actor_mark BLOB;
ALTER TABLE events ADD COLUMN actor_salt BLOB;

CREATE TABLE day_roots (
    community_id BIGINT NOT NULL,
    -- ISO, 2026-11-22: sorts as days do.
    day TEXT NOT NULL,
    n_streams BIGINT NOT NULL,
    root BLOB NOT NULL,
    PRIMARY KEY (community_id, day)
) /*WITHOUT ROWID*/;
",
};
