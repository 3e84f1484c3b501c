//! The shelf: where files lie, apart from the database: photos and recorded voices.

use std::{path::Path, sync::Arc};

use huiyin_domain::{
    ids::{CommunityId, RecordingId},
    proposals::PhotoId,
};
use object_store::{ObjectStore, ObjectStoreExt, local::LocalFileSystem, path::Path as Place};

use crate::failure::{Failure, Outcome};

/// A file, by what it is.
#[derive(Clone, Copy, Debug)]
pub enum File<'a> {
    /// A photo, under the hash of what it holds.
    Photo(&'a PhotoId),
    /// One part of a recording that is still arriving.
    ///
    /// The hash keeps two parts apart that are sent under the same number at the same time: only
    /// one of them gets a row.
    Part {
        /// Of which recording.
        recording: RecordingId,
        /// Its number, from 0.
        n: u32,
        /// The SHA-256 of its bytes.
        sha256: &'a str,
    },
    /// A recording that has arrived whole.
    Sound(RecordingId),
}

/// Files by community and by what they are.
#[derive(Clone, Debug)]
pub struct Shelf {
    files: Arc<dyn ObjectStore>,
}

impl Shelf {
    /// A shelf in a folder, which is made if there is none.
    pub fn open(folder: &Path) -> Result<Self, String> {
        let cannot = |error: &dyn std::fmt::Display| format!("{}: {error}", folder.display());
        std::fs::create_dir_all(folder).map_err(|error| cannot(&error))?;
        let files = LocalFileSystem::new_with_prefix(folder).map_err(|error| cannot(&error))?;
        Ok(Self { files: Arc::new(files) })
    }

    /// Puts a file there; the same file again changes nothing.
    pub async fn put(&self, community: CommunityId, file: File<'_>, bytes: Vec<u8>) -> Outcome<()> {
        let put = self.files.put(&place(community, file), bytes.into()).await;
        put.map(drop).map_err(|error| Failure::Broken(format!("a file was not kept: {error}")))
    }

    /// Takes a copy of a file from there.
    pub async fn get(&self, community: CommunityId, file: File<'_>) -> Outcome<Vec<u8>> {
        let broken = |error: object_store::Error| match error {
            object_store::Error::NotFound { .. } => Failure::MISSING,
            other => Failure::Broken(format!("a file cannot be read: {other}")),
        };
        let found = self.files.get(&place(community, file)).await.map_err(broken)?;
        Ok(found.bytes().await.map_err(broken)?.to_vec())
    }

    /// Throws a file away; one that is not there is no fault.
    pub async fn remove(&self, community: CommunityId, file: File<'_>) -> Outcome<()> {
        match self.files.delete(&place(community, file)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(other) => Err(Failure::Broken(format!("a file was not thrown away: {other}"))),
        }
    }
}

fn place(community: CommunityId, file: File<'_>) -> Place {
    Place::from(match file {
        File::Photo(id) => format!("photos/{community}/{}.jpg", id.0),
        File::Part { recording, n, sha256 } => {
            format!("recordings/{community}/{recording}/{n}-{sha256}")
        }
        File::Sound(recording) => format!("recordings/{community}/{recording}/whole"),
    })
}
