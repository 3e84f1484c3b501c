//! The columns and tables of the register: where residents live, and letters made in batches.
//!
//! What tells of a person stands in `residents` and in `batch_letters`, and goes with them.

use super::Migration;

/// Homes, telephone numbers, who was ever here, and batches of letters.
pub const REGISTER: Migration = Migration {
    number: 15,
    name: "homes of residents, batches of letters",
    sql: "
ALTER TABLE residents ADD COLUMN building TEXT;
ALTER TABLE residents ADD COLUMN unit TEXT;
ALTER TABLE residents ADD COLUMN room TEXT;
ALTER TABLE residents ADD COLUMN household TEXT;
ALTER TABLE residents ADD COLUMN phone TEXT;
-- When they signed in themselves, first and last; nothing while they never have.
ALTER TABLE residents ADD COLUMN signed_in_ms BIGINT;
ALTER TABLE residents ADD COLUMN seen_ms BIGINT;
UPDATE residents SET signed_in_ms = (
    SELECT MIN(s.since_ms) FROM sessions s
    WHERE s.community_id = residents.community_id AND s.kind = 'resident'
        AND s.person_id = residents.resident_id AND s.help_id IS NULL),
    seen_ms = (
    SELECT MAX(s.last_used_ms) FROM sessions s
    WHERE s.community_id = residents.community_id AND s.kind = 'resident'
        AND s.person_id = residents.resident_id AND s.help_id IS NULL);
-- A letter that was used let somebody in, not before it was printed.
UPDATE residents SET signed_in_ms = (
    SELECT MAX(l.printed_ms) FROM letters l
    WHERE l.community_id = residents.community_id AND l.resident_id = residents.resident_id
        AND l.n_uses > 0)
WHERE signed_in_ms IS NULL;
CREATE INDEX letters_of_resident ON letters (community_id, resident_id);

CREATE TABLE letter_batches (
    community_id BIGINT NOT NULL,
    batch_id BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    staff_id BIGINT NOT NULL,
    -- The buildings as they were chosen, as JSON; of all when empty.
    buildings TEXT NOT NULL,
    PRIMARY KEY (community_id, batch_id)
) /*WITHOUT ROWID*/;

-- For whom; which letter was made for them last, by the half of its code that names it.
CREATE TABLE batch_letters (
    community_id BIGINT NOT NULL,
    batch_id BIGINT NOT NULL,
    resident_id BIGINT NOT NULL,
    made_ms BIGINT,
    letter TEXT,
    PRIMARY KEY (community_id, batch_id, resident_id)
) /*WITHOUT ROWID*/;
CREATE INDEX batch_letters_of_resident ON batch_letters (community_id, resident_id);
",
};
