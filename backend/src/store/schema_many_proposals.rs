//! What lets a contest of ten thousand proposals be listed and counted without reading them all.

use super::Migration;

/// Proposals of a contest by their stage, and by the way they came in.
pub const MANY_PROPOSALS: Migration = Migration {
    number: 21,
    name: "many proposals in one contest",
    sql: "
CREATE INDEX proposals_of_contest_by_stage
    ON proposals (community_id, contest_id, stage_kind, proposal_id);
CREATE INDEX proposals_of_contest_by_stage_and_support
    ON proposals (community_id, contest_id, stage_kind, n_co_signs, proposal_id);
CREATE INDEX proposals_of_contest_by_channel ON proposals (community_id, contest_id, channel);
",
};

/// How many proposals a contest has at each stage.
pub const COUNTS: Migration = Migration {
    number: 27,
    name: "counts of proposals by stage",
    sql: "
CREATE TABLE proposal_counts (
    community_id BIGINT NOT NULL,
    contest_id BIGINT NOT NULL,
    stage_kind TEXT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (community_id, contest_id, stage_kind)
) /*WITHOUT ROWID*/;
INSERT INTO proposal_counts (community_id, contest_id, stage_kind, n)
    SELECT community_id, contest_id, stage_kind, COUNT(*) FROM proposals
    GROUP BY community_id, contest_id, stage_kind;
",
};
