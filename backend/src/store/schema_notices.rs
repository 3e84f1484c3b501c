//! The tables of the record and of notices: roots of days, notices, the outbox, and escalations.
//!
//! E-mail addresses and telephone numbers for notices stand in `notice_choices` alone, and the
//! addresses of browsers in `push_subscriptions`, so that they go with the person.

use super::Migration;

/// Marks of actors, roots of days, and everything that tells people what happened.
pub const NOTICES: Migration = Migration {
    number: 9,
    name: "marks of actors, roots of days, notices",
    sql: "
-- The actor as the chain knows them; rows from before it are hashed with the number itself.
ALTER TABLE events ADD COLUMN actor_mark BLOB;
ALTER TABLE events ADD COLUMN actor_salt BLOB;
CREATE INDEX events_by_time ON events (community_id, at_ms);

CREATE TABLE day_roots (
    community_id BIGINT NOT NULL,
    -- ISO, 2026-11-22: sorts as days do.
    day TEXT NOT NULL,
    n_streams BIGINT NOT NULL,
    root BLOB NOT NULL,
    PRIMARY KEY (community_id, day)
) /*WITHOUT ROWID*/;

-- What went up by itself: each duty once to each level.
CREATE TABLE escalations (
    community_id BIGINT NOT NULL,
    submission_id BIGINT NOT NULL,
    what TEXT NOT NULL,
    due_day TEXT NOT NULL,
    level TEXT NOT NULL,
    PRIMARY KEY (community_id, submission_id, what, due_day, level)
) /*WITHOUT ROWID*/;

-- One notice for each person and event, whatever the reasons.
CREATE TABLE notices (
    community_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    person_id BIGINT NOT NULL,
    submission_id BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    why TEXT NOT NULL,
    is_read BIGINT NOT NULL,
    PRIMARY KEY (community_id, kind, person_id, submission_id, seq)
) /*WITHOUT ROWID*/;
CREATE INDEX notices_by_time ON notices
    (community_id, kind, person_id, at_ms, submission_id, seq, is_read);
CREATE INDEX notices_of_event ON notices (community_id, submission_id, seq);
CREATE INDEX notices_untold ON notices (community_id, is_read, why, submission_id);

CREATE TABLE notice_choices (
    community_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    person_id BIGINT NOT NULL,
    by_email BIGINT NOT NULL,
    by_sms BIGINT NOT NULL,
    by_push BIGINT NOT NULL,
    by_call BIGINT NOT NULL,
    choices TEXT NOT NULL,
    PRIMARY KEY (community_id, kind, person_id)
) /*WITHOUT ROWID*/;

CREATE TABLE push_subscriptions (
    community_id BIGINT NOT NULL,
    endpoint TEXT NOT NULL,
    kind TEXT NOT NULL,
    person_id BIGINT NOT NULL,
    -- The signed-in device: the browser goes with it.
    session_id BIGINT,
    subscription TEXT NOT NULL,
    since_ms BIGINT NOT NULL,
    PRIMARY KEY (community_id, endpoint)
) /*WITHOUT ROWID*/;
CREATE INDEX push_subscriptions_of_person ON push_subscriptions (community_id, kind, person_id);
CREATE INDEX push_subscriptions_of_session ON push_subscriptions (community_id, session_id);

-- What is still to be sent on other ways than the inbox.
CREATE TABLE outbox (
    community_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    person_id BIGINT NOT NULL,
    submission_id BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    route TEXT NOT NULL,
    -- waiting, claimed, sending; and at the end sent, unsure, failed or needless.
    state TEXT NOT NULL,
    due_ms BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    n_tries BIGINT NOT NULL,
    claim TEXT,
    trouble TEXT,
    PRIMARY KEY (community_id, kind, person_id, submission_id, seq, route)
) /*WITHOUT ROWID*/;
CREATE INDEX outbox_by_state ON outbox (state, due_ms);
",
};
