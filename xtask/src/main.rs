//! `cargo xtask`: everything a clone needs, from set-up to run, test and bench.

mod arguments;
mod bench;
mod bundles;
mod client;
mod dist;
mod failure;
mod journeys;
mod node_packages;
mod places;
mod postgres;
mod process;
mod python;
mod run;
mod server;
mod setup;
mod stamp;
mod system_packages;
mod test;
mod tools;

use std::process::ExitCode;

use arguments::Command;
use failure::Failure;
use places::Places;

fn main() -> ExitCode {
    let command = match arguments::parse(std::env::args().skip(1)) {
        Ok(command) => command,
        Err(problem) => {
            eprintln!("{problem}\n\n{}", arguments::USAGE);
            return ExitCode::from(2);
        }
    };
    match obey(command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn obey(command: Command) -> Result<(), Failure> {
    let places = Places::find()?;
    process::listen_for_interrupts()?;
    match command {
        Command::Help => {
            println!("{}", arguments::USAGE);
            Ok(())
        }
        Command::Setup => setup::prepare(&places, setup::EVERYTHING),
        Command::Build => {
            setup::prepare(&places, setup::FOR_BUILD)?;
            client::build(&places)?;
            server::build(&places)
        }
        Command::Dist { to } => dist::dist(&places, to.as_deref()),
        Command::Run { port, fresh } => run::run(&places, port, fresh),
        Command::Test { only } => test::test(&places, only),
        Command::Bench { quick } => bench::bench(&places, quick),
    }
}
