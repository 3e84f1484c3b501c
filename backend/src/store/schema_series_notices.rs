//! Tables of what residents were told of series.

use super::Migration;

/// What residents were told.
pub const SERIES_NOTICES: Migration = Migration {
    number: 13,
    name: "notices of series",
    sql: "
-- Each thing once for each person: `seq` is the version of the series it came with.
CREATE TABLE series_notices (
    community_id BIGINT NOT NULL,
    resident_id BIGINT NOT NULL,
    series_id BIGINT NOT NULL,
    told TEXT NOT NULL,
    seq BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    is_read BIGINT NOT NULL,
    PRIMARY KEY (community_id, resident_id, series_id, told, seq)
) /*WITHOUT ROWID*/;
CREATE INDEX series_notices_by_time ON series_notices
    (community_id, resident_id, at_ms, series_id, seq, is_read);
CREATE INDEX series_notices_of_series ON series_notices (community_id, series_id, seq);
",
};
