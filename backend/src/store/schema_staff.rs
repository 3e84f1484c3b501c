//! What staff sign in with besides a name, and whether they still work here.

use super::Migration;

/// Names to be called by, given passwords, those who have left, and second factors.
///
/// The secret of a second factor is stored as it is, in base32: the server has to compute the same
/// digits as the phone, and no hash of it would do. Whoever can read this table can compute them,
/// too, but not sign in: passwords and recovery codes stand here as slow hashes alone.
pub const STAFF: Migration = Migration {
    number: 14,
    name: "staff: called names, second factors, those who have left",
    sql: "
ALTER TABLE staff ADD COLUMN called_name TEXT;
-- 'given' for one sign-in, or their 'own'.
ALTER TABLE staff ADD COLUMN password_by TEXT NOT NULL DEFAULT 'own';
ALTER TABLE staff ADD COLUMN retired_ms BIGINT;

CREATE TABLE staff_factors (
    community_id BIGINT NOT NULL,
    staff_id BIGINT NOT NULL,
    secret TEXT NOT NULL,
    -- Since when it stands, none while it is being set up.
    since_ms BIGINT,
    -- The last half minute whose digits were used.
    last_step BIGINT,
    PRIMARY KEY (community_id, staff_id)
) /*WITHOUT ROWID*/;

CREATE TABLE staff_recovery_codes (
    community_id BIGINT NOT NULL,
    staff_id BIGINT NOT NULL,
    -- Which of the eight, as its first digit says.
    place BIGINT NOT NULL,
    code_hash TEXT NOT NULL,
    PRIMARY KEY (community_id, staff_id, place)
) /*WITHOUT ROWID*/;
",
};
