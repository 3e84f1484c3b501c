//! The shelf: where the files of photos lie, apart from the database.

use std::{path::Path, sync::Arc};

use huiyin_domain::{ids::CommunityId, proposals::PhotoId};
use object_store::{ObjectStore, ObjectStoreExt, local::LocalFileSystem, path::Path as Place};

use crate::failure::{Failure, Outcome};

/// Files of photos, by community and the hash of what they hold.
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
    pub async fn put(&self, community: CommunityId, id: &PhotoId, jpeg: Vec<u8>) -> Outcome<()> {
        let put = self.files.put(&place(community, id), jpeg.into()).await;
        put.map(drop).map_err(|error| Failure::Broken(format!("a photo was not kept: {error}")))
    }

    /// Takes a file from there.
    pub async fn get(&self, community: CommunityId, id: &PhotoId) -> Outcome<Vec<u8>> {
        let broken = |error: object_store::Error| match error {
            object_store::Error::NotFound { .. } => Failure::MISSING,
            other => Failure::Broken(format!("a photo cannot be read: {other}")),
        };
        let found = self.files.get(&place(community, id)).await.map_err(broken)?;
        Ok(found.bytes().await.map_err(broken)?.to_vec())
    }
}

fn place(community: CommunityId, id: &PhotoId) -> Place {
    Place::from(format!("photos/{community}/{}.jpg", id.0))
}
