//! The tables of feedback: submissions, who follows them, and who answers them.
//!
//! The author of a submission stands in `author_id` alone, never in its document or its events,
//! so that a person can go while what they said stays.

use super::Migration;

/// Submissions, follows, departments, places, and the days a community allows itself.
///
/// What the ledger counts stands in narrow columns beside the document and in one index each
/// for counting and for listing, so that no document is read to count a hundred thousand.
pub const FEEDBACK: Migration = Migration {
    number: 8,
    name: "submissions, follows, departments, places",
    sql: "
CREATE TABLE submissions (
    community_id BIGINT NOT NULL,
    submission_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    kind TEXT NOT NULL,
    contest_id BIGINT,
    -- Nobody, once they have left.
    author_id BIGINT,
    stage TEXT NOT NULL,
    -- Whose duty it is, or who answered last: 'office' or 'department-3'.
    owner TEXT NOT NULL,
    -- By when something is owed, ISO; nothing where the resident has the word.
    due_day TEXT,
    -- By when the decision is owed, while there is none.
    decision_due TEXT,
    -- Until when the resident's word is waited for, before somebody calls and asks.
    word_until TEXT,
    theme TEXT,
    place_id BIGINT,
    sent_month TEXT NOT NULL,
    sent_day TEXT NOT NULL,
    n_pass_ons BIGINT NOT NULL,
    verdict TEXT,
    is_decided BIGINT NOT NULL,
    is_in_time BIGINT NOT NULL,
    is_adopted BIGINT NOT NULL,
    is_delivered BIGINT NOT NULL,
    satisfaction TEXT,
    title TEXT NOT NULL,
    where_words TEXT,
    state TEXT NOT NULL,
    PRIMARY KEY (community_id, submission_id)
);
CREATE INDEX submissions_counted ON submissions (community_id, theme, place_id, owner,
    sent_month, stage, due_day, decision_due, is_decided, is_in_time, is_adopted, is_delivered,
    satisfaction);
CREATE INDEX submissions_listed ON submissions (community_id, submission_id, theme, place_id,
    owner, sent_month, stage, due_day);
CREATE INDEX submissions_of_author ON submissions (community_id, author_id, submission_id);
CREATE INDEX submissions_of_owner ON submissions (community_id, owner, due_day, submission_id);
CREATE INDEX submissions_by_word ON submissions (community_id, word_until, submission_id);
CREATE INDEX submissions_by_due_day ON submissions (community_id, due_day, submission_id);

CREATE TABLE follows (
    community_id BIGINT NOT NULL,
    submission_id BIGINT NOT NULL,
    resident_id BIGINT NOT NULL,
    PRIMARY KEY (community_id, submission_id, resident_id)
) /*WITHOUT ROWID*/;
CREATE INDEX follows_of_resident ON follows (community_id, resident_id, submission_id);

CREATE TABLE departments (
    community_id BIGINT NOT NULL,
    department_id BIGINT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    -- Why it was dissolved; nothing while it is there.
    dissolved TEXT,
    PRIMARY KEY (community_id, department_id)
);

CREATE TABLE places (
    community_id BIGINT NOT NULL,
    place_id BIGINT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    PRIMARY KEY (community_id, place_id)
);

CREATE TABLE days_allowed (
    community_id BIGINT NOT NULL PRIMARY KEY,
    days TEXT NOT NULL
);
",
};
