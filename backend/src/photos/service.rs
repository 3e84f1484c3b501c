//! What is done with photos: nothing of the camera's own notes is kept, nor its size.

use std::io::Cursor;

use huiyin_domain::{
    hash::sha256_hex,
    problems::ProblemKind,
    proposals::{PhotoId, wire::PhotoStored},
    refusals::Refusal,
    residents::Viewer,
};
use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, codecs::jpeg::JpegEncoder,
    imageops::FilterType,
};

use crate::{
    failure::{Failure, Outcome},
    here::Here,
    store::{Tx, params},
};

/// The longer side of a kept photo, in pixels.
pub const SIDE_MAX: u32 = 1_600;
/// The most pixels that are decoded: a small file can unfold to more than the memory holds.
pub const PIXELS_MAX: u64 = 60_000_000;
/// The quality of kept photos, of 100.
const QUALITY: u8 = 82;

/// A photo as it is kept.
#[derive(Clone, Debug)]
pub struct Shrunk {
    /// The file.
    pub jpeg: Vec<u8>,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

impl Shrunk {
    /// Its name: the hash of what is kept.
    pub fn id(&self) -> PhotoId {
        PhotoId(sha256_hex(&self.jpeg))
    }
}

/// May this person send photos? Residents show what is wrong, staff what was done about it.
pub fn may_send(viewer: &Viewer) -> Outcome<()> {
    match viewer {
        Viewer::Guest => Err(Refusal::SignInFirst.into()),
        Viewer::Staff { .. } | Viewer::Resident { .. } => Ok(()),
    }
}

/// Reads a photo, turns it upright, makes it small, and writes it anew as JPEG.
///
/// Takes up to a second and much memory: on a thread of its own, few at a time.
pub fn shrink(raw: &[u8]) -> Outcome<Shrunk> {
    let photo = decode(raw).ok_or(Failure::Problem(ProblemKind::NotAPhoto))?;
    let is_large = photo.width().max(photo.height()) > SIDE_MAX;
    let photo = match is_large {
        true => photo.resize(SIDE_MAX, SIDE_MAX, FilterType::Triangle),
        false => photo,
    };
    // What was transparent in a drawing would become black.
    let photo = on_white(photo);
    let mut jpeg = Vec::new();
    let encoded = photo.write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, QUALITY));
    encoded.map_err(|error| Failure::Broken(format!("a photo was not written: {error}")))?;
    Ok(Shrunk { jpeg, width: photo.width(), height: photo.height() })
}

fn decode(raw: &[u8]) -> Option<DynamicImage> {
    let reader = ImageReader::new(Cursor::new(raw)).with_guessed_format().ok()?;
    let format = reader.format()?;
    if ![ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP].contains(&format) {
        return None;
    }
    let mut decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    let n_pixels = u64::from(width) * u64::from(height);
    if n_pixels == 0 || n_pixels > PIXELS_MAX {
        return None;
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(PIXELS_MAX * 8);
    decoder.set_limits(limits).ok()?;
    let orientation = decoder.orientation().ok()?;
    let mut photo = DynamicImage::from_decoder(decoder).ok()?;
    photo.apply_orientation(orientation);
    Some(photo)
}

fn on_white(photo: DynamicImage) -> DynamicImage {
    if !photo.color().has_alpha() {
        return DynamicImage::ImageRgb8(photo.into_rgb8());
    }
    let mut flat = photo.into_rgba8();
    for pixel in flat.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0.map(u32::from);
        let mix = |part: u32| ((part * alpha + 255 * (255 - alpha)) / 255).min(255) as u8;
        pixel.0 = [mix(red), mix(green), mix(blue), 255];
    }
    DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(flat).into_rgb8())
}

/// Writes down that a photo is kept.
pub fn keep(tx: &mut Tx<'_>, here: &Here, shrunk: &Shrunk) -> Outcome<PhotoStored> {
    may_send(&here.viewer)?;
    let id = shrunk.id();
    tx.execute(
        "INSERT INTO photos (community_id, photo_id, width, height, n_bytes)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
        params![
            here.community.0,
            &id.0,
            shrunk.width,
            shrunk.height,
            i64::try_from(shrunk.jpeg.len()).unwrap_or(i64::MAX)
        ],
    )?;
    Ok(PhotoStored { id, width: shrunk.width, height: shrunk.height })
}

/// Does the community have this photo? One that is hidden is as if it were not there.
pub fn is_kept(tx: &mut Tx<'_>, here: &Here, id: &PhotoId) -> Outcome<bool> {
    let row = tx.first(
        "SELECT 1 FROM photos p WHERE community_id = $1 AND photo_id = $2 AND NOT EXISTS (
             SELECT 1 FROM hidden_photos h
             WHERE h.community_id = p.community_id AND h.photo_id = p.photo_id)",
        params![here.community.0, &id.0],
    )?;
    Ok(row.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let photo = DynamicImage::new_rgba8(width, height);
        photo.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
        bytes
    }

    #[test]
    fn a_large_photo_becomes_small_and_what_was_transparent_white() {
        let shrunk = shrink(&png(3_200, 800)).unwrap();
        assert_eq!((shrunk.width, shrunk.height), (1_600, 400));
        let again = image::load_from_memory(&shrunk.jpeg).unwrap().into_rgb8();
        assert!(again.get_pixel(5, 5).0.iter().all(|part| *part > 250));
    }

    #[test]
    fn what_is_not_a_photo_is_said_to_be_none() {
        for raw in [b"".as_slice(), b"<svg/>", &png(10, 10)[..40]] {
            let failure = shrink(raw).unwrap_err();
            assert_eq!(failure, Failure::Problem(ProblemKind::NotAPhoto));
        }
    }
}
