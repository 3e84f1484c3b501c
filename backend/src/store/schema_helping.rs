//! The tables of helping: who may act for whom, and with which code it was begun.

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

/// The hash of the code with which a help was begun, for as long as nothing else happens to it:
/// its helper, and nobody else, is answered again when the first answer was lost.
pub const BEGUN_AGAIN: Migration = Migration {
    number: 22,
    name: "help that was begun is answered again",
    sql: "
ALTER TABLE helps ADD COLUMN taken_hash TEXT;
",
};
