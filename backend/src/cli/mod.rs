//! The command line: `huiyin tally`, `plan`, `serve` and the other commands below.

mod archive;
mod community;
pub mod database;
mod day;
mod doctor;
mod export;
pub mod import;
mod migrate;
mod pb_file;
mod plan;
mod plan_text;
mod reach;
mod serve;
mod staff;
mod tally;
mod tally_json;
mod tally_text;
mod verify;
mod welcome;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Huiyin 回音: residents propose, vote and recount.
#[derive(Debug, Parser)]
#[command(name = "huiyin", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Count an election in a Pabulib file (.pb or .pb.gz)
    Tally(tally::TallyArgs),
    /// Find the fairest dates for councils, by a question in a file (council-sched/1)
    Plan(plan::PlanArgs),
    /// Say whether people work on a day, or make a calendar of a year's notice
    Day(day::DayArgs),
    /// Serve the app and its API
    Serve(Box<serve::ServeArgs>),
    /// Set a community up in a database without a demo
    #[command(subcommand)]
    Community(community::CommunityCommand),
    /// Add somebody to the staff of a community, or let them in again who are locked out
    #[command(subcommand)]
    Staff(staff::StaffCommand),
    /// Make a finished contest of a past election, to be read and recounted in the app
    Import(import::ImportArgs),
    /// Write a contest and its ballots as a Pabulib file, or as an archive that opens by itself
    Export(export::ExportArgs),
    /// Bring the tables of a database up to date
    Migrate(migrate::MigrateArgs),
    /// Check the database and the app's files, and say what is wrong
    Doctor(doctor::DoctorArgs),
    /// Replay the record of events, and say what is not as it says
    Verify(verify::VerifyArgs),
}

/// Runs what these arguments ask for; the first is the program's own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(usage) => {
            // Help goes to standard output and is no failure; a mistake goes to the other.
            let _ = usage.print();
            return ExitCode::from(u8::try_from(usage.exit_code()).unwrap_or(2));
        }
    };
    let outcome = match cli.command {
        Command::Tally(args) => tally::run(&args),
        Command::Plan(args) => plan::run(&args),
        Command::Day(args) => day::run(&args),
        Command::Serve(args) => serve::run(&args),
        Command::Community(command) => community::run(&command),
        Command::Staff(command) => staff::run(&command),
        Command::Import(args) => import::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Migrate(args) => migrate::run(&args),
        Command::Doctor(args) => doctor::run(&args),
        Command::Verify(args) => verify::run(&args),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("huiyin: {trouble}");
            trouble.exit_code()
        }
    }
}
