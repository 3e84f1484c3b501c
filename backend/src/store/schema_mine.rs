//! What lets a resident find their own proposals: the author as a column, and two indexes.

use super::Migration;

/// The author of each proposal, read from the record for those that are there already.
pub const MINE: Migration = Migration {
    number: 7,
    name: "the authors of proposals",
    sql: "
ALTER TABLE proposals ADD COLUMN author_id BIGINT;
UPDATE proposals SET author_id = (
    SELECT e.actor_id FROM events e
    WHERE e.community_id = proposals.community_id
        AND e.stream = 'proposal/' || proposals.proposal_id
        AND e.kind = 'submitted' AND e.actor_role = 'resident');
CREATE INDEX proposals_by_author ON proposals (community_id, author_id, proposal_id);
CREATE INDEX co_signs_by_resident ON co_signs (community_id, resident_id, proposal_id);
",
};
