//! The tables of moderation: cases, reports, what is hidden, and what authors are told of it.
//!
//! What is hidden stands whole in a table of its own; everywhere else the sentence stands that
//! says so, so that no reader of those tables can show more.

use super::Migration;

/// Cases, reports, hidden words and photos.
pub const MODERATION: Migration = Migration {
    number: 19,
    name: "moderation",
    sql: "
CREATE TABLE moderation_cases (
    community_id BIGINT NOT NULL,
    case_id BIGINT NOT NULL,
    submission_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    is_reported BIGINT NOT NULL,
    -- By which day the office owes a word, none when it does not.
    due_day TEXT,
    state TEXT NOT NULL,
    PRIMARY KEY (community_id, case_id)
);
CREATE INDEX moderation_cases_of_submission ON moderation_cases
    (community_id, submission_id, is_reported);
CREATE INDEX moderation_cases_due ON moderation_cases (community_id, due_day);

-- Who reported what, and what authors say in their appeals; for the office alone.
CREATE TABLE moderation_reports (
    community_id BIGINT NOT NULL,
    report_id BIGINT NOT NULL,
    case_id BIGINT NOT NULL,
    is_plea BIGINT NOT NULL,
    -- resident/7 or staff/2; none when they have left.
    reporter TEXT,
    rule TEXT NOT NULL,
    words TEXT,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (community_id, report_id)
) /*WITHOUT ROWID*/;
CREATE INDEX moderation_reports_of_case ON moderation_reports (community_id, case_id, report_id);
CREATE INDEX moderation_reports_of_reporter ON moderation_reports (community_id, reporter, at_ms);

-- Texts of which something is hidden, as they were; `place` is submission, proposal or text/2.
CREATE TABLE hidden_words (
    community_id BIGINT NOT NULL,
    submission_id BIGINT NOT NULL,
    place TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (community_id, submission_id, place)
);

CREATE TABLE hidden_photos (
    community_id BIGINT NOT NULL,
    photo_id TEXT NOT NULL,
    case_id BIGINT NOT NULL,
    PRIMARY KEY (community_id, photo_id, case_id)
) /*WITHOUT ROWID*/;
",
};

/// What cases are about: no longer submissions alone. `submission_id` is 0 where it is none.
pub const ABOUT: Migration = Migration {
    number: 25,
    name: "moderation of objections and of words on projects",
    sql: "
-- 7, objection-3 or voice-12-2.
ALTER TABLE moderation_cases ADD COLUMN about TEXT NOT NULL DEFAULT '';
UPDATE moderation_cases SET about = '' || submission_id;
DROP INDEX moderation_cases_of_submission;
CREATE INDEX moderation_cases_about ON moderation_cases (community_id, about, is_reported);
",
};

/// What whoever wrote words that stand alone is told of their case.
pub const NOTICES: Migration = Migration {
    number: 26,
    name: "notices of moderation",
    sql: "
-- Each thing once: `seq` is the version of the case it came with.
CREATE TABLE case_notices (
    community_id BIGINT NOT NULL,
    resident_id BIGINT NOT NULL,
    case_id BIGINT NOT NULL,
    told TEXT NOT NULL,
    seq BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    is_read BIGINT NOT NULL,
    PRIMARY KEY (community_id, resident_id, case_id, seq)
) /*WITHOUT ROWID*/;
CREATE INDEX case_notices_by_time ON case_notices
    (community_id, resident_id, at_ms, case_id, seq, is_read);
CREATE INDEX case_notices_of_case ON case_notices (community_id, case_id, seq);
",
};
