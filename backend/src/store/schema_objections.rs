//! The table of objections; who sent one stands in a column of its own, which goes when they go.

use super::Migration;

/// Objections.
pub const OBJECTIONS: Migration = Migration {
    number: 18,
    name: "objections",
    sql: "
CREATE TABLE objections (
    community_id BIGINT NOT NULL,
    objection_id BIGINT NOT NULL,
    contest_id BIGINT NOT NULL,
    against TEXT NOT NULL,
    resident_id BIGINT,
    is_open BIGINT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (community_id, objection_id),
    UNIQUE (community_id, contest_id, against, resident_id)
);
CREATE INDEX objections_open ON objections (community_id, is_open, objection_id);
",
};
