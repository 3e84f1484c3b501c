//! Migrations: the history of the tables, brought up to date when the program starts.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::{Store, StoreError, Tx, params};

/// How often the table of migrations is asked for when two servers make it at once.
const N_ATTEMPTS: u32 = 10;

/// One step in the history of the tables.
///
/// A step that has shipped is never changed, only followed by another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Migration {
    /// Its place in the history, from 1.
    pub number: i64,
    /// What it brings, in a few words.
    pub name: &'static str,
    /// Its statements: one text for both engines, in the words of the small dialect step
    /// (`BLOB`, `TEXT`, `BIGINT`, `/*WITHOUT ROWID*/`).
    pub sql: &'static str,
}

/// A step the database has gone.
struct Applied {
    number: i64,
    name: String,
    fingerprint: String,
}

/// Brings the database to the end of this history, each step in a transaction of its own.
pub(super) fn run(store: &Store, history: &[Migration]) -> Result<(), StoreError> {
    check_order(history)?;
    make_room(store)?;
    for migration in history {
        let (migration, known) = (*migration, history.to_vec());
        store.write_now(move |tx| take_step(tx, &migration, &known))?;
    }
    Ok(())
}

/// The steps this database has gone, by number and name.
pub fn applied(tx: &mut Tx<'_>) -> Result<Vec<(i64, String)>, StoreError> {
    Ok(steps_gone(tx)?.into_iter().map(|step| (step.number, step.name)).collect())
}

fn check_order(history: &[Migration]) -> Result<(), StoreError> {
    let mut last = 0;
    for migration in history {
        if migration.number <= last {
            return Err(StoreError::Refused(format!(
                "Migration {} stands after migration {last}: numbers must rise from 1.",
                migration.number
            )));
        }
        last = migration.number;
    }
    Ok(())
}

/// Makes the table of migrations, and in it row 0, which everyone locks.
///
/// Two servers may do so at once. PostgreSQL then tells one of them of a conflict even for
/// `IF NOT EXISTS`, or of a table that exists; asked again it finds the table there.
fn make_room(store: &Store) -> Result<(), StoreError> {
    let mut outcome = Ok(());
    for _ in 0..N_ATTEMPTS {
        outcome = store.write_now(|tx| {
            tx.script(
                "CREATE TABLE IF NOT EXISTS schema_migrations (
                     number BIGINT NOT NULL PRIMARY KEY,
                     name TEXT NOT NULL,
                     fingerprint TEXT NOT NULL
                 )",
            )?;
            tx.execute(
                "INSERT INTO schema_migrations (number, name, fingerprint)
                 VALUES (0, 'lock', '') ON CONFLICT DO NOTHING",
                params![],
            )?;
            Ok::<(), StoreError>(())
        });
        match &outcome {
            Err(StoreError::Conflict(_) | StoreError::Engine(_) | StoreError::Busy(_)) => {}
            Ok(()) | Err(_) => return outcome,
        }
    }
    outcome
}

fn take_step(
    tx: &mut Tx<'_>,
    migration: &Migration,
    known: &[Migration],
) -> Result<(), StoreError> {
    // Whoever changes row 0 first goes first; the others wait for it, and then look again.
    tx.execute("UPDATE schema_migrations SET name = $1 WHERE number = 0", params!["lock"])?;
    let gone = steps_gone(tx)?;
    check_known(&gone, known)?;
    if gone.iter().any(|step| step.number == migration.number) {
        return Ok(());
    }
    if let Some(later) = gone.iter().find(|step| step.number > migration.number) {
        return Err(StoreError::Refused(format!(
            "Migration {} (“{}”) cannot be added before migration {}, which the database \
             already has.",
            migration.number, migration.name, later.number
        )));
    }
    tx.script(migration.sql)?;
    tx.execute(
        "INSERT INTO schema_migrations (number, name, fingerprint) VALUES ($1, $2, $3)",
        params![migration.number, migration.name, fingerprint(migration)],
    )?;
    Ok(())
}

/// Has the database only gone steps that this program knows, as it knows them?
fn check_known(gone: &[Applied], known: &[Migration]) -> Result<(), StoreError> {
    for step in gone {
        let Applied { number, name, .. } = step;
        let Some(migration) = known.iter().find(|migration| migration.number == *number) else {
            let newest = known.last().map_or(0, |migration| migration.number);
            return Err(StoreError::Refused(format!(
                "This database is newer than this program: it has migration {number} \
                 (“{name}”), and the program knows up to {newest}. Use a newer huiyin."
            )));
        };
        if fingerprint(migration) != step.fingerprint {
            return Err(StoreError::Refused(format!(
                "Migration {number} (“{name}”) is not the one this database was made with: \
                 its text has changed. Restore the text, and write a new migration instead."
            )));
        }
    }
    Ok(())
}

fn steps_gone(tx: &mut Tx<'_>) -> Result<Vec<Applied>, StoreError> {
    let rows = tx.rows(
        "SELECT number, name, fingerprint FROM schema_migrations
         WHERE number > 0 ORDER BY number",
        params![],
    )?;
    let steps = rows.iter().map(|row| {
        Ok(Applied {
            number: row.int(0)?,
            name: row.text(1)?.to_owned(),
            fingerprint: row.text(2)?.to_owned(),
        })
    });
    steps.collect()
}

/// The hash of what a migration says, its spaces and line ends aside.
fn fingerprint(migration: &Migration) -> String {
    let mut hash = Sha256::new();
    for word in migration.sql.split_whitespace() {
        hash.update(word.as_bytes());
        hash.update(b" ");
    }
    hash.finalize().iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").expect("writing into a String does not fail");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn migration(number: i64, sql: &'static str) -> Migration {
        Migration { number, name: "a step", sql }
    }

    #[test]
    fn numbers_must_rise() {
        assert!(check_order(&[migration(1, ""), migration(2, "")]).is_ok());
        assert!(check_order(&[migration(2, ""), migration(2, "")]).is_err());
        assert!(check_order(&[migration(0, "")]).is_err());
    }

    #[test]
    fn another_indentation_is_the_same_migration() {
        let one = fingerprint(&migration(1, "CREATE TABLE t (\n  a BIGINT\n)"));
        assert_eq!(one, fingerprint(&migration(1, "CREATE TABLE t ( a BIGINT )")));
        assert_ne!(one, fingerprint(&migration(1, "CREATE TABLE t ( b BIGINT )")));
    }
}
