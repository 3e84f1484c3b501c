//! The tables of series of councils: topics and their supports, answers, chances, and plans.
//!
//! Who said what stands in these rows alone, never in a document or an event of a series, so
//! that it goes with the person.

use super::Migration;

/// Series, what residents said about their times, and from what the times were chosen.
pub const SERIES: Migration = Migration {
    number: 10,
    name: "series of councils, topics, answers, plans",
    sql: "
CREATE TABLE series (
    community_id BIGINT NOT NULL,
    series_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    stage_kind TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (community_id, series_id)
);

-- The newest answer of each resident.
CREATE TABLE series_answers (
    community_id BIGINT NOT NULL,
    series_id BIGINT NOT NULL,
    resident_id BIGINT NOT NULL,
    kept TEXT NOT NULL,
    PRIMARY KEY (community_id, series_id, resident_id)
) /*WITHOUT ROWID*/;
CREATE INDEX series_answers_of_resident ON series_answers
    (community_id, resident_id, series_id);

-- Whose days theirs are like, as they said it last.
CREATE TABLE resident_groups (
    community_id BIGINT NOT NULL,
    resident_id BIGINT NOT NULL,
    said TEXT NOT NULL,
    PRIMARY KEY (community_id, resident_id)
) /*WITHOUT ROWID*/;

-- Whether the chosen times left somebody one at which they could come.
CREATE TABLE series_chances (
    community_id BIGINT NOT NULL,
    series_id BIGINT NOT NULL,
    resident_id BIGINT NOT NULL,
    had_one BIGINT NOT NULL,
    PRIMARY KEY (community_id, series_id, resident_id)
) /*WITHOUT ROWID*/;
CREATE INDEX series_chances_of_resident ON series_chances
    (community_id, resident_id, series_id);

-- From what the times were chosen, letter for letter, and what the planner said of them.
CREATE TABLE series_plans (
    community_id BIGINT NOT NULL,
    series_id BIGINT NOT NULL,
    problem TEXT NOT NULL,
    page TEXT NOT NULL,
    PRIMARY KEY (community_id, series_id)
);

CREATE TABLE topic_supports (
    community_id BIGINT NOT NULL,
    submission_id BIGINT NOT NULL,
    resident_id BIGINT NOT NULL,
    PRIMARY KEY (community_id, submission_id, resident_id)
) /*WITHOUT ROWID*/;
CREATE INDEX topic_supports_of_resident ON topic_supports
    (community_id, resident_id, submission_id);
CREATE INDEX submissions_by_kind ON submissions (community_id, kind, submission_id);
",
};
