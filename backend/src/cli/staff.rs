//! `huiyin staff`: the first administrator of a community, and the way back in.

use clap::{Args, Subcommand};
use huiyin_domain::{
    ids::DepartmentId,
    problems::{FieldFault, ProblemKind},
    refusals::Refusal,
    residents::StaffRole,
    staff::{
        StaffRefusal, spelled_password,
        wire::{MemberForm, NewMember},
    },
};

use super::database::{self, DatabaseArgs};
use crate::clock::Clock;
use crate::failure::Failure;
use crate::secrets;
use crate::staff::operator;
use crate::trouble::{Trouble, broken};

/// What can be done with staff here.
#[derive(Subcommand, Debug)]
pub enum StaffCommand {
    /// Add somebody; prints a password for one sign-in
    Add(AddArgs),
    /// Give somebody a new password for one sign-in, and take their second factor away
    Reset(ResetArgs),
}

/// Somebody new.
#[derive(Args, Debug)]
pub struct AddArgs {
    /// What they sign in with
    name: String,
    /// The community, by its name in addresses
    #[arg(long, value_name = "SLUG")]
    community: String,
    /// What they are there for
    #[arg(long, value_parser = ["administrator", "organiser", "reviewer"])]
    role: String,
    /// The number of the department a reviewer answers for
    #[arg(long, value_name = "NUMBER")]
    department: Option<u32>,
    /// What they are called [default: as they sign in]
    #[arg(long, value_name = "NAME", default_value = "")]
    called: String,
    #[command(flatten)]
    database: DatabaseArgs,
}

/// Somebody who is locked out.
#[derive(Args, Debug)]
pub struct ResetArgs {
    /// What they sign in with
    name: String,
    /// The community, by its name in addresses
    #[arg(long, value_name = "SLUG")]
    community: String,
    #[command(flatten)]
    database: DatabaseArgs,
}

/// Does what is asked and prints the password.
pub fn run(command: &StaffCommand) -> Result<(), Trouble> {
    match command {
        StaffCommand::Add(args) => add(args),
        StaffCommand::Reset(args) => reset(args),
    }
}

fn add(args: &AddArgs) -> Result<(), Trouble> {
    let new = args.member()?;
    args.database.must_exist()?;
    let store = args.database.open()?;
    let community = database::community(&store, &args.community)?.id;
    let (password, hash) = given();
    let now = Clock::Real.now();
    store
        .write_now(move |tx| operator::add(tx, community, &new, &hash, now))
        .map_err(|failure| why_not(failure, &args.name))?;
    tell(&args.name, &password);
    Ok(())
}

fn reset(args: &ResetArgs) -> Result<(), Trouble> {
    args.database.must_exist()?;
    let store = args.database.open()?;
    let community = database::community(&store, &args.community)?.id;
    let (password, hash) = given();
    let (name, now) = (args.name.trim().to_owned(), Clock::Real.now());
    store
        .write_now(move |tx| operator::reset(tx, community, &name, &hash, now))
        .map_err(|failure| why_not(failure, &args.name))?;
    tell(&args.name, &password);
    Ok(())
}

/// A password for one sign-in, and its hash.
fn given() -> (String, String) {
    let password = spelled_password(secrets::random_bytes());
    let hash = secrets::slow_hash(&password);
    (password, hash)
}

fn tell(name: &str, password: &str) {
    println!("{name} signs in once with this password, and then chooses another:");
    println!("  {password}");
    println!("It is shown only now. After it, the server asks for a second factor to be set up.");
}

fn why_not(failure: Failure, name: &str) -> Trouble {
    let is_taken = failure == Failure::field("name", FieldFault::NameTaken);
    let has_left =
        |refusal: &Refusal| matches!(refusal, Refusal::Staff { why: StaffRefusal::Retired { .. } });
    match failure {
        _ if is_taken => Trouble::new(format!(
            "Somebody signs in as “{name}” there already, or did: give another name, or let them \
             in again with `huiyin staff reset`."
        )),
        Failure::Problem(ProblemKind::Missing) => Trouble::new(
            "There is no such member of staff, or no such department, in this community.",
        ),
        Failure::Problem(ProblemKind::Refused { refusal }) if has_left(&refusal) => Trouble::new(
            format!("“{name}” has left, and comes back under another name: `huiyin staff add`."),
        ),
        failure @ (Failure::Problem(_) | Failure::Broken(_)) => broken(failure),
    }
}

impl AddArgs {
    fn member(&self) -> Result<NewMember, Trouble> {
        let role = match (self.role.as_str(), self.department) {
            ("reviewer", Some(id)) => StaffRole::Reviewer { department: DepartmentId(id) },
            ("reviewer", None) => {
                return Err(Trouble::input(
                    "A reviewer answers for a department: add --department NUMBER.",
                ));
            }
            (_, Some(_)) => {
                return Err(Trouble::input(
                    "Only a reviewer answers for a department: leave --department out.",
                ));
            }
            ("administrator", None) => StaffRole::Administrator,
            (_, None) => StaffRole::Organiser,
        };
        let form =
            MemberForm { name: self.name.clone(), called: self.called.clone(), role: Some(role) };
        form.parse().map_err(|problems| {
            let fields: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
            Trouble::input(format!(
                "This cannot be taken as a name: {}. At most 40 characters, and 20 for what they \
                 are called (--called).",
                fields.join(", ")
            ))
        })
    }
}
