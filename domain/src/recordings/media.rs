//! Media: what kind of sound a file holds, read from its first bytes alone.
use serde::{Deserialize, Serialize};

/// A kind of sound file (录音格式) that browsers record and play.
///
/// What a phone says about its file is not asked: the first bytes tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Media {
    /// Opus in WebM: Chrome, Edge, Firefox, WeChat on Android.
    Webm,
    /// AAC in MP4: Safari and every browser on iPhones.
    Mp4,
    /// Opus or Vorbis in Ogg: older Firefox.
    Ogg,
    /// Plain samples: recorders without a codec.
    Wav,
    /// MPEG layer three: files from voice recorders.
    Mp3,
    /// Bare AAC in ADTS frames: files from phones.
    Aac,
}

impl Media {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Webm, Self::Mp4, Self::Ogg, Self::Wav, Self::Mp3, Self::Aac];

    /// What HTTP calls it.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Webm => "audio/webm",
            Self::Mp4 => "audio/mp4",
            Self::Ogg => "audio/ogg",
            Self::Wav => "audio/wav",
            Self::Mp3 => "audio/mpeg",
            Self::Aac => "audio/aac",
        }
    }

    /// The kind of sound these first bytes begin; `None` when they begin none.
    pub fn sniff(first: &[u8]) -> Option<Self> {
        Self::ALL.into_iter().find(|media| media.begins(first))
    }

    fn begins(self, first: &[u8]) -> bool {
        match self {
            Self::Webm => first.starts_with(&EBML) && has_doc_type_webm(first),
            Self::Mp4 => first.get(4..8) == Some(b"ftyp"),
            Self::Ogg => first.starts_with(b"OggS"),
            Self::Wav => first.starts_with(b"RIFF") && first.get(8..12) == Some(b"WAVE"),
            Self::Mp3 => first.starts_with(b"ID3") || is_layer_three(first),
            Self::Aac => is_adts(first),
        }
    }
}

/// The first element of every Matroska and WebM file.
const EBML: [u8; 4] = [0x1a, 0x45, 0xdf, 0xa3];
/// The head of a WebM file names its kind well before this.
const EBML_HEAD_MAX: usize = 64;

fn has_doc_type_webm(first: &[u8]) -> bool {
    let head = &first[..first.len().min(EBML_HEAD_MAX)];
    head.windows(4).any(|four| four == b"webm")
}

/// A frame of MPEG audio, layer III: eleven bits set, and no value that the standard forbids.
fn is_layer_three(first: &[u8]) -> bool {
    let &[0xff, second, third, ..] = first else { return false };
    let is_synchronous = second & 0xe0 == 0xe0;
    let has_version = second & 0x18 != 0x08;
    let is_third_layer = second & 0x06 == 0x02;
    let (bit_rate, sample_rate) = (third >> 4, third >> 2 & 3);
    let can_be = bit_rate != 0 && bit_rate != 15 && sample_rate != 3;
    is_synchronous && has_version && is_third_layer && can_be
}

/// A frame of ADTS: twelve bits set, layer zero, and a sample rate that there is.
fn is_adts(first: &[u8]) -> bool {
    let &[0xff, second, third, ..] = first else { return false };
    second & 0xf6 == 0xf0 && third >> 2 & 15 < 13
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bytes_tell_what_a_file_is() {
        let webm = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm\x42\x87".as_slice();
        let known: [(&[u8], Media); 8] = [
            (webm, Media::Webm),
            (b"\0\0\0\x20ftypM4A \0\0\0\0", Media::Mp4),
            (b"OggS\0\x02", Media::Ogg),
            (b"RIFF\x24\0\0\0WAVEfmt ", Media::Wav),
            (b"ID3\x04\0\0", Media::Mp3),
            (b"\xff\xfb\x90\x64", Media::Mp3),
            (b"\xff\xf1\x50\x80", Media::Aac),
            (b"\xff\xf9\x4c\x80", Media::Aac),
        ];
        for (first, media) in known {
            assert_eq!(Media::sniff(first), Some(media), "{first:?}");
        }
    }

    #[test]
    fn what_is_no_sound_is_not_taken_for_one() {
        let others: [&[u8]; 9] = [
            b"",
            b"RIFF\x24\0\0\0AVI LIST",
            b"\x1a\x45\xdf\xa3\x93\x42\x82\x88matroska",
            b"\x89PNG\r\n\x1a\n",
            b"\xff\xd8\xff\xe0 JPEG",
            b"%PDF-1.7",
            b"<html>webm",
            b"\xff\xff\xff\xff",
            &[0; 64],
        ];
        for first in others {
            assert_eq!(Media::sniff(first), None, "{first:?}");
        }
    }
}
