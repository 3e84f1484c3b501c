//! `huiyin community`: the communities of a database, without a demo.

use clap::{Args, Subcommand};
use huiyin_domain::{
    communities::{Bilingual, Community, is_slug},
    ids::CommunityId,
};

use super::database::DatabaseArgs;
use crate::communities;
use crate::failure::{Failure, Outcome};
use crate::store::Tx;
use crate::trouble::{Trouble, broken};

/// What can be done with communities.
#[derive(Subcommand, Debug)]
pub enum CommunityCommand {
    /// Set a community up
    Add(AddArgs),
    /// Say which communities there are
    List(ListArgs),
}

/// A new community.
#[derive(Args, Debug)]
pub struct AddArgs {
    /// Its name in addresses: small Latin letters, digits and dashes, such as wutong
    slug: String,
    /// Its name for people, in Chinese
    name: String,
    /// Its name for people in English [default: as in Chinese]
    #[arg(long, value_name = "NAME")]
    name_en: Option<String>,
    /// The telephone number on every page, answered by a person
    #[arg(long, value_name = "NUMBER", default_value = "")]
    hot_line: String,
    /// When somebody answers there, such as “周一至周五 9:00–17:00”
    #[arg(long, value_name = "WORDS", default_value = "")]
    hours: String,
    /// Where a person can be met
    #[arg(long, value_name = "WORDS", default_value = "")]
    office: String,
    #[command(flatten)]
    database: DatabaseArgs,
}

/// Which database.
#[derive(Args, Debug)]
pub struct ListArgs {
    #[command(flatten)]
    database: DatabaseArgs,
}

/// Does what is asked and says what came of it.
pub fn run(command: &CommunityCommand) -> Result<(), Trouble> {
    match command {
        CommunityCommand::Add(args) => add(args),
        CommunityCommand::List(args) => list(args),
    }
}

fn add(args: &AddArgs) -> Result<(), Trouble> {
    let community = args.community()?;
    let store = args.database.open()?;
    let made = store.write_now(move |tx| set_up(tx, &community));
    let slug = &args.slug;
    match made.map_err(broken)? {
        Some(id) => {
            println!("Community {id} is {slug}. Its first administrator:");
            println!("  huiyin staff add NAME --community {slug} --role administrator");
            Ok(())
        }
        None => Err(Trouble::new(format!(
            "There is a community “{slug}” already: nothing was done. Give another name."
        ))),
    }
}

/// The number of the new community; none when its name in addresses is taken.
fn set_up(tx: &mut Tx<'_>, community: &Community) -> Outcome<Option<CommunityId>> {
    let all = communities::service::list(tx)?.items;
    match all.iter().any(|other| other.slug == community.slug) {
        true => Ok(None),
        false => communities::service::create(tx, community).map(Some),
    }
}

impl AddArgs {
    fn community(&self) -> Result<Community, Trouble> {
        if !is_slug(&self.slug) {
            return Err(Trouble::input(format!(
                "“{}” cannot stand in addresses: use small Latin letters, digits and dashes, \
                 beginning with a letter.",
                self.slug
            )));
        }
        let name = self.name.trim();
        if name.is_empty() {
            return Err(Trouble::input("The community has no name for people: give it one."));
        }
        let both = |zh: &str, en: &str| Bilingual { zh: zh.to_owned(), en: en.to_owned() };
        Ok(Community {
            id: CommunityId(0),
            slug: self.slug.clone(),
            name: both(name, self.name_en.as_deref().unwrap_or(name)),
            hot_line: self.hot_line.clone(),
            hot_line_hours: both(&self.hours, &self.hours),
            office: both(&self.office, &self.office),
        })
    }
}

fn list(args: &ListArgs) -> Result<(), Trouble> {
    args.database.must_exist()?;
    let store = args.database.open()?;
    let all = store.read_now(|tx| Ok::<_, Failure>(communities::service::list(tx)?.items));
    let all = all.map_err(broken)?;
    if all.is_empty() {
        println!("There is no community yet: huiyin community add SLUG NAME");
    }
    for community in all {
        println!("{}  {}  {}", community.id, community.slug, community.name.zh);
    }
    Ok(())
}
