//! What lets lists be made without reading every document: what departments owe, and titles.

use super::Migration;

/// On which proposals departments owe a word, found for those that are in review already in what
/// their documents say.
pub const REVIEW_DUTIES: Migration = Migration {
    number: 23,
    name: "what departments owe on proposals",
    sql: "
CREATE TABLE review_duties (
    community_id BIGINT NOT NULL,
    proposal_id BIGINT NOT NULL,
    department_id BIGINT NOT NULL,
    contest_id BIGINT NOT NULL,
    due_day TEXT NOT NULL,
    PRIMARY KEY (community_id, proposal_id, department_id)
) /*WITHOUT ROWID*/;
CREATE INDEX review_duties_of_department ON review_duties
    (community_id, department_id, contest_id, due_day, proposal_id);

INSERT INTO review_duties (community_id, proposal_id, department_id, contest_id, due_day)
SELECT p.community_id, p.proposal_id, d.department_id, p.contest_id, COALESCE(s.due_day, '')
FROM proposals p
JOIN departments d ON d.community_id = p.community_id
LEFT JOIN submissions s
    ON s.community_id = p.community_id AND s.submission_id = p.proposal_id
WHERE p.stage_kind = 'under_review'
    AND (p.state LIKE '%\"review\":{\"lead\":' || d.department_id || ',%'
        OR p.state LIKE '%{\"department\":' || d.department_id || ',\"finding\":null}%');
",
};

/// What a proposal is called and where it is; nothing for those that were there already and have
/// not changed since, whose documents say it.
pub const TITLES: Migration = Migration {
    number: 24,
    name: "titles and places of proposals",
    sql: "
ALTER TABLE proposals ADD COLUMN title TEXT;
ALTER TABLE proposals ADD COLUMN place TEXT;
",
};
