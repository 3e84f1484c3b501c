//! The tables of helping: who may act for whom.

use super::Migration;

/// Leave to act for a resident, and the sessions in which somebody does.
///
/// The code itself is stored nowhere: `code_hash` is a keyed hash, gone once it is used.
pub const HELPING: Migration = Migration {
    number: 5,
    name: "helping",
    sql: "
CREATE TABLE helps (
    community_id BIGINT NOT NULL,
    help_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    resident_id BIGINT NOT NULL,
    -- Whoever helps: 'resident/7' or 'staff/2'.
    helper TEXT,
    code_hash TEXT,
    state TEXT NOT NULL,
    PRIMARY KEY (community_id, help_id)
) /*WITHOUT ROWID*/;
CREATE INDEX helps_of_resident ON helps (community_id, resident_id, help_id);
CREATE INDEX helps_of_helper ON helps (community_id, helper, help_id);
CREATE INDEX helps_by_code ON helps (community_id, code_hash);

ALTER TABLE sessions ADD COLUMN help_id BIGINT;
",
};
