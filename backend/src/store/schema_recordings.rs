//! The tables of recorded messages; their sounds lie on the shelf.

use super::Migration;

/// Recordings, the parts of those that arrive, and what a speech engine understood.
pub const TABLES: Migration = Migration {
    number: 4,
    name: "recordings",
    sql: "
CREATE TABLE recordings (
    community_id BIGINT NOT NULL,
    recording_id BIGINT NOT NULL,
    contest_id BIGINT NOT NULL,
    resident_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    stage_kind TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (community_id, recording_id)
);
CREATE INDEX recordings_of_resident ON recordings (community_id, resident_id, recording_id);
CREATE INDEX recordings_by_stage ON recordings (community_id, stage_kind, recording_id);

CREATE TABLE recording_parts (
    community_id BIGINT NOT NULL,
    recording_id BIGINT NOT NULL,
    part BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (community_id, recording_id, part)
) /*WITHOUT ROWID*/;

CREATE TABLE recording_drafts (
    community_id BIGINT NOT NULL,
    recording_id BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    draft TEXT,
    trouble TEXT,
    PRIMARY KEY (community_id, recording_id)
) /*WITHOUT ROWID*/;
CREATE INDEX recording_drafts_by_time ON recording_drafts (at_ms);
",
};
