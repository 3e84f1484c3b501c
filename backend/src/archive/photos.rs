//! The photos of an archive, taken from the shelf.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use huiyin_domain::{archive::file_of, ids::CommunityId, proposals::PhotoId};

use crate::{
    shelf::{File, Shelf},
    trouble::Trouble,
};

/// Each photo under the name of its file; one that is not on the shelf is said to be left out.
pub fn photos(
    data: &Path,
    community: CommunityId,
    wanted: &BTreeSet<PhotoId>,
) -> Result<BTreeMap<String, Vec<u8>>, Trouble> {
    let mut photos = BTreeMap::new();
    if wanted.is_empty() {
        return Ok(photos);
    }
    let shelf = Shelf::open(data)
        .map_err(|words| Trouble::new(format!("Cannot open the photos: {words}. Check --data.")))?;
    let runtime = tokio::runtime::Runtime::new()
        .map_err(|error| Trouble::new(format!("Cannot start a thread for photos: {error}.")))?;
    for photo in wanted {
        match runtime.block_on(shelf.get(community, File::Photo(photo))) {
            Ok(bytes) => drop(photos.insert(file_of(&format!("photos/{}", photo.0)), bytes)),
            Err(failure) => eprintln!("the photo {} is left out: {failure}", photo.0),
        }
    }
    Ok(photos)
}
