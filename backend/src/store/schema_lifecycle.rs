//! The tables of a proposal's way: its texts, its authors, and what the staff note on it.
//!
//! Notes stand in no event: nothing of them is public. Of an invitation only a keyed hash is
//! kept, and it goes when it is used or a newer one comes.

use super::Migration;

/// Texts, co-authors, invitations and notes.
pub const LIFECYCLE: Migration = Migration {
    number: 16,
    name: "texts, co-authors and notes of proposals",
    sql: "
-- Proposals from before this have none until their text is changed; then the first is kept, too.
CREATE TABLE proposal_texts (
    community_id BIGINT NOT NULL,
    proposal_id BIGINT NOT NULL,
    n BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    why TEXT,
    content TEXT NOT NULL,
    PRIMARY KEY (community_id, proposal_id, n)
);

CREATE TABLE proposal_co_authors (
    community_id BIGINT NOT NULL,
    proposal_id BIGINT NOT NULL,
    resident_id BIGINT NOT NULL,
    PRIMARY KEY (community_id, proposal_id, resident_id)
) /*WITHOUT ROWID*/;
CREATE INDEX proposal_co_authors_of_resident ON proposal_co_authors
    (community_id, resident_id, proposal_id);

CREATE TABLE proposal_invitations (
    community_id BIGINT NOT NULL,
    proposal_id BIGINT NOT NULL,
    code_hash TEXT NOT NULL,
    until_ms BIGINT NOT NULL,
    PRIMARY KEY (community_id, proposal_id)
) /*WITHOUT ROWID*/;

CREATE TABLE review_notes (
    community_id BIGINT NOT NULL,
    note_id BIGINT NOT NULL,
    proposal_id BIGINT NOT NULL,
    staff_id BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (community_id, note_id)
) /*WITHOUT ROWID*/;
CREATE INDEX review_notes_of_proposal ON review_notes (community_id, proposal_id, note_id);
CREATE INDEX proposals_by_stage ON proposals (community_id, stage_kind, proposal_id);
",
};
