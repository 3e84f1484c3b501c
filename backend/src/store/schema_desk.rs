//! The tables of the service desk: requests to be called back, and how people want the app.
//!
//! Telephone numbers stand in `callback_contacts` alone, and go when a request is settled.

use super::Migration;

/// Requests to be called back, and modes.
pub const DESK: Migration = Migration {
    number: 3,
    name: "callbacks, modes of people",
    sql: "
CREATE TABLE callbacks (
    community_id BIGINT NOT NULL,
    callback_id BIGINT NOT NULL,
    is_waiting BIGINT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (community_id, callback_id)
);
CREATE INDEX callbacks_waiting ON callbacks (community_id, is_waiting, callback_id);

CREATE TABLE callback_contacts (
    community_id BIGINT NOT NULL,
    callback_id BIGINT NOT NULL,
    phone TEXT NOT NULL,
    about TEXT,
    resident_id BIGINT,
    PRIMARY KEY (community_id, callback_id),
    UNIQUE (community_id, phone)
) /*WITHOUT ROWID*/;

CREATE TABLE modes (
    community_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    person_id BIGINT NOT NULL,
    modes TEXT NOT NULL,
    PRIMARY KEY (community_id, kind, person_id)
) /*WITHOUT ROWID*/;
",
};
