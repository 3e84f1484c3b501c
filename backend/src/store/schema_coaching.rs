//! The tables of coaching; who said what stands in rows of their own, which go when they go.

use super::Migration;

/// Coachings, the words between authors and coach, volunteers, and what they were told.
pub const COACHING: Migration = Migration {
    number: 20,
    name: "coaching",
    sql: "
CREATE TABLE coachings (
    community_id BIGINT NOT NULL,
    coaching_id BIGINT NOT NULL,
    proposal_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    stage_kind TEXT NOT NULL,
    -- The proposal once more until it has ended: none has two at once.
    open_of BIGINT,
    coach_id BIGINT,
    -- By which day the authors have a first word, none when they have.
    due_day TEXT,
    state TEXT NOT NULL,
    PRIMARY KEY (community_id, coaching_id),
    UNIQUE (community_id, open_of)
);
CREATE INDEX coachings_of_proposal ON coachings (community_id, proposal_id, coaching_id);
CREATE INDEX coachings_by_stage ON coachings (community_id, stage_kind, due_day, coaching_id);
CREATE INDEX coachings_of_coach ON coachings (community_id, coach_id, coaching_id);

-- For authors, coach and office alone.
CREATE TABLE coaching_words (
    community_id BIGINT NOT NULL,
    word_id BIGINT NOT NULL,
    coaching_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    party TEXT NOT NULL,
    -- None when it was the office.
    resident_id BIGINT,
    words TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (community_id, word_id)
) /*WITHOUT ROWID*/;
CREATE INDEX coaching_words_of_coaching ON coaching_words (community_id, coaching_id, word_id);
CREATE INDEX coaching_words_of_resident ON coaching_words (community_id, resident_id);

CREATE TABLE coaching_volunteers (
    community_id BIGINT NOT NULL,
    resident_id BIGINT NOT NULL,
    since_ms BIGINT NOT NULL,
    PRIMARY KEY (community_id, resident_id)
) /*WITHOUT ROWID*/;

-- Each thing once for each person: `seq` is the version of the coaching it came with.
CREATE TABLE coaching_notices (
    community_id BIGINT NOT NULL,
    resident_id BIGINT NOT NULL,
    coaching_id BIGINT NOT NULL,
    told TEXT NOT NULL,
    seq BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    is_read BIGINT NOT NULL,
    PRIMARY KEY (community_id, resident_id, coaching_id, told, seq)
) /*WITHOUT ROWID*/;
CREATE INDEX coaching_notices_by_time ON coaching_notices
    (community_id, resident_id, at_ms, coaching_id, seq, is_read);
CREATE INDEX coaching_notices_of_coaching ON coaching_notices (community_id, coaching_id, seq);
",
};
