//! Which database a command works on, and opening it.

use std::path::{Path, PathBuf};

use clap::Args;
use huiyin_domain::communities::Community;

use crate::communities;
use crate::failure::Failure;
use crate::store::{Store, schema};
use crate::trouble::{Trouble, broken};

/// Where things are kept.
#[derive(Args, Clone, Debug)]
pub struct DatabaseArgs {
    /// The folder for photos and recordings, and for the database file unless --database says otherwise
    #[arg(long, value_name = "DIR", default_value = "huiyin-data")]
    pub(crate) data: PathBuf,
    /// postgres://…, or the path of an SQLite file [default: huiyin.db in the data folder]
    #[arg(long, value_name = "URL")]
    pub(crate) database: Option<String>,
}

impl DatabaseArgs {
    /// The address of the database, as the store takes it.
    pub fn url(&self) -> String {
        let file = || format!("sqlite:{}", self.data.join("huiyin.db").display());
        self.database.clone().unwrap_or_else(file)
    }

    /// Opens the database, made if there is none, with its tables up to date.
    pub fn open(&self) -> Result<Store, Trouble> {
        if self.database.is_none() {
            self.make_data_folder()?;
        }
        let store = self.open_as_it_is()?;
        store.migrate(schema::HISTORY).map_err(|error| Trouble::new(error.to_string()))?;
        Ok(store)
    }

    /// Opens the database and leaves its tables as they are.
    pub fn open_as_it_is(&self) -> Result<Store, Trouble> {
        Store::open(&self.url()).map_err(|error| {
            Trouble::new(format!(
                "{error}. Check --database, and that the folder or the server is there."
            ))
        })
    }

    /// Is there a database already? A file that is not there would be made by opening it.
    pub fn must_exist(&self) -> Result<(), Trouble> {
        let url = self.url();
        let is_server = url.starts_with("postgres://") || url.starts_with("postgresql://");
        let file = url.strip_prefix("sqlite:").unwrap_or(&url);
        match is_server || Path::new(file).is_file() {
            true => Ok(()),
            false => Err(Trouble::new(format!(
                "{file} is not there; `huiyin serve` or `huiyin migrate` makes it."
            ))),
        }
    }

    /// Makes the folder for photos, if it is not there.
    pub fn make_data_folder(&self) -> Result<(), Trouble> {
        std::fs::create_dir_all(&self.data).map_err(|error| {
            let folder = self.data.display();
            Trouble::new(format!(
                "Cannot make the folder {folder}: {error}. Give another one with --data."
            ))
        })
    }
}

/// The community of this name.
pub fn community(store: &Store, slug: &str) -> Result<Community, Trouble> {
    let wanted = slug.to_owned();
    let listed = store.read_now(move |tx| {
        let list = communities::service::list(tx)?;
        Ok::<_, Failure>(list.items)
    });
    let listed = listed.map_err(broken)?;
    let known: Vec<&str> = listed.iter().map(|community| community.slug.as_str()).collect();
    let known = if known.is_empty() { "none yet".to_owned() } else { known.join(", ") };
    listed.into_iter().find(|community| community.slug == wanted).ok_or_else(|| {
        Trouble::new(format!("There is no community “{slug}” in this database. It has: {known}."))
    })
}
