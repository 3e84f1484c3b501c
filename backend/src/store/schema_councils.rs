//! The tables of councils: who comes to them, who is told of them, and who came.
//!
//! Which resident is behind a number of a council stands in `council_people` alone, so that the
//! record names nobody and a person can be forgotten.

use super::Migration;

/// Councils with their people, reminders, notices, figures and calendars.
pub const COUNCILS: Migration = Migration {
    number: 11,
    name: "councils, their people, notices, figures and calendars",
    sql: "
CREATE TABLE councils (
    community_id BIGINT NOT NULL,
    council_id BIGINT NOT NULL,
    series_id BIGINT NOT NULL,
    slot_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    stage_kind TEXT NOT NULL,
    is_ahead BIGINT NOT NULL,
    -- Where it stands on the list: the next first, and of those that were the last first.
    place BIGINT NOT NULL,
    begins_ms BIGINT NOT NULL,
    ends_ms BIGINT NOT NULL,
    -- Resolutions that were carried and are not done.
    n_open BIGINT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (community_id, council_id)
);
CREATE INDEX councils_by_place ON councils (community_id, is_ahead, place, council_id);
CREATE INDEX councils_of_series ON councils (community_id, series_id, begins_ms);
CREATE INDEX councils_by_time ON councils (community_id, begins_ms, council_id);

CREATE TABLE council_people (
    community_id BIGINT NOT NULL,
    council_id BIGINT NOT NULL,
    number BIGINT NOT NULL,
    -- Nobody for whoever has no account or has left.
    resident_id BIGINT,
    -- What they show at the door.
    code TEXT,
    -- Whose days are like theirs, where somebody without an account said it.
    said TEXT,
    answered_ms BIGINT,
    PRIMARY KEY (community_id, council_id, number)
) /*WITHOUT ROWID*/;
CREATE UNIQUE INDEX council_people_of_resident ON council_people
    (community_id, resident_id, council_id);
CREATE UNIQUE INDEX council_people_by_code ON council_people (community_id, council_id, code);

CREATE TABLE council_reminders (
    community_id BIGINT NOT NULL,
    council_id BIGINT NOT NULL,
    resident_id BIGINT NOT NULL,
    reminder TEXT NOT NULL,
    PRIMARY KEY (community_id, resident_id, council_id)
) /*WITHOUT ROWID*/;

-- Each thing once for each person: `seq` is the version it came with; of a reminder how often
-- the council had been moved.
CREATE TABLE council_notices (
    community_id BIGINT NOT NULL,
    resident_id BIGINT NOT NULL,
    council_id BIGINT NOT NULL,
    told TEXT NOT NULL,
    seq BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    is_read BIGINT NOT NULL,
    PRIMARY KEY (community_id, resident_id, council_id, told, seq)
) /*WITHOUT ROWID*/;
CREATE INDEX council_notices_by_time ON council_notices
    (community_id, resident_id, at_ms, council_id, seq, is_read);

-- Sessions as they were counted when they ended.
CREATE TABLE council_sittings (
    community_id BIGINT NOT NULL,
    council_id BIGINT NOT NULL,
    series_id BIGINT NOT NULL,
    -- ISO, 2026-11-22: sorts as days do.
    day TEXT NOT NULL,
    n_invited BIGINT NOT NULL,
    n_able BIGINT NOT NULL,
    -- The same by group, as a small document.
    able TEXT NOT NULL,
    PRIMARY KEY (community_id, council_id)
) /*WITHOUT ROWID*/;

-- Who came, as figures know them: under the numbers of the council, and without anybody's name.
CREATE TABLE council_came (
    community_id BIGINT NOT NULL,
    council_id BIGINT NOT NULL,
    number BIGINT NOT NULL,
    group_word TEXT,
    is_resident BIGINT NOT NULL,
    was_able BIGINT NOT NULL,
    walked_in BIGINT NOT NULL,
    is_first_time BIGINT NOT NULL,
    never_had_a_chance BIGINT NOT NULL,
    PRIMARY KEY (community_id, council_id, number)
) /*WITHOUT ROWID*/;

-- Under which secret address a person's calendar is fetched; only its hash is kept.
CREATE TABLE council_feeds (
    community_id BIGINT NOT NULL,
    resident_id BIGINT NOT NULL,
    token_hash TEXT NOT NULL,
    since_ms BIGINT NOT NULL,
    PRIMARY KEY (community_id, resident_id)
) /*WITHOUT ROWID*/;
CREATE UNIQUE INDEX council_feeds_by_token ON council_feeds (community_id, token_hash);

-- What leaves the house can be about a council, too: `room` says of what the number is.
CREATE TABLE outbox_of_rooms (
    community_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    person_id BIGINT NOT NULL,
    room TEXT NOT NULL,
    number BIGINT NOT NULL,
    -- What is told of a council; of a submission its event says it.
    told TEXT NOT NULL,
    seq BIGINT NOT NULL,
    route TEXT NOT NULL,
    -- waiting, claimed, sending; and at the end sent, unsure, failed or needless.
    state TEXT NOT NULL,
    due_ms BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    n_tries BIGINT NOT NULL,
    claim TEXT,
    trouble TEXT,
    PRIMARY KEY (community_id, kind, person_id, room, number, told, seq, route)
) /*WITHOUT ROWID*/;
INSERT INTO outbox_of_rooms (community_id, kind, person_id, room, number, told, seq, route, state,
    due_ms, created_ms, n_tries, claim, trouble)
SELECT community_id, kind, person_id, 'submission', submission_id, '', seq, route, state,
    due_ms, created_ms, n_tries, claim, trouble FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_of_rooms RENAME TO outbox;
CREATE INDEX outbox_by_state ON outbox (state, due_ms);
",
};
