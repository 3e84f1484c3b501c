//! Tables of the paper and phone twin: on which way proposals came, and residents' usual times.

use super::Migration;

/// How proposals came, to be counted, and when residents can usually come.
pub const PAPER: Migration = Migration {
    number: 6,
    name: "ways in, usual times",
    sql: "
ALTER TABLE proposals ADD COLUMN channel TEXT NOT NULL DEFAULT 'app';

CREATE TABLE week_times (
    community_id BIGINT NOT NULL,
    resident_id BIGINT NOT NULL,
    -- Residents' answers as JSON, with the way they came and when.
    kept TEXT NOT NULL,
    PRIMARY KEY (community_id, resident_id)
) /*WITHOUT ROWID*/;
",
};
