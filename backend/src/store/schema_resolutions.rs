//! The table of those who have said whether a resolution is done: each once for each report.
//!
//! Counts and words stand with the resolution and name nobody; who has spoken stands here alone.

use super::Migration;

/// Who has said something of which report that a resolution is done.
pub const RESOLUTIONS: Migration = Migration {
    number: 12,
    name: "who has said whether a resolution is done",
    sql: "
CREATE TABLE resolution_words (
    community_id BIGINT NOT NULL,
    council_id BIGINT NOT NULL,
    resolution BIGINT NOT NULL,
    -- How often it had been reported as done by then.
    report BIGINT NOT NULL,
    resident_id BIGINT NOT NULL,
    PRIMARY KEY (community_id, council_id, resolution, report, resident_id)
) /*WITHOUT ROWID*/;
CREATE INDEX resolution_words_of_resident ON resolution_words
    (community_id, resident_id, council_id);
",
};
