//! The tables of projects: one document each, and what residents say of the work.

use super::Migration;

/// Projects and the words of residents on them.
pub const DELIVERY: Migration = Migration {
    number: 17,
    name: "projects and what residents say of them",
    sql: "
CREATE TABLE projects (
    community_id BIGINT NOT NULL,
    project_id BIGINT NOT NULL,
    contest_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    stage_kind TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (community_id, project_id)
);

-- Who said it is forgotten when they leave; what they said stays.
CREATE TABLE project_voices (
    community_id BIGINT NOT NULL,
    project_id BIGINT NOT NULL,
    n BIGINT NOT NULL,
    round BIGINT NOT NULL,
    resident_id BIGINT,
    is_done BIGINT NOT NULL,
    is_answered BIGINT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (community_id, project_id, n),
    UNIQUE (community_id, project_id, round, resident_id)
);
CREATE INDEX project_voices_of_resident ON project_voices (community_id, resident_id, project_id);
",
};
