//! `huiyin migrate`: brings the tables of a database up to date.

use clap::Args;

use super::database::DatabaseArgs;
use crate::store::migrations;
use crate::trouble::Trouble;

/// Which database.
#[derive(Args, Debug)]
pub struct MigrateArgs {
    #[command(flatten)]
    database: DatabaseArgs,
}

/// Goes the steps that are still to be gone, and says where the database stands.
pub fn run(args: &MigrateArgs) -> Result<(), Trouble> {
    let store = args.database.open()?;
    let steps = store.read_now(migrations::applied);
    let steps = steps.map_err(|error| Trouble::new(error.to_string()))?;
    println!("{}: the tables are up to date.", store.engine_name());
    for (number, name) in steps {
        println!("  {number}. {name}");
    }
    Ok(())
}
