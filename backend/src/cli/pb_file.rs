//! Reading a `.pb` file from the disk, also a gzipped one.

use std::io::Read;
use std::path::Path;

use flate2::read::MultiGzDecoder;
use huiyin_domain::counting::{Election, pb};

use crate::trouble::Trouble;

/// The largest file that is read, unpacked: far above any election so far.
const BYTES_MAX: u64 = 1 << 30;

/// What the first bytes of a gzipped file are.
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// Reads an election, with the small faults that real files have.
pub fn read_election(path: &Path) -> Result<Election, Trouble> {
    let text = read_text(path)?;
    pb::read(&text).map_err(|problem| Trouble::input(format!("{}: {problem}.", path.display())))
}

/// The text of a file, unpacked if it is gzipped: the first bytes tell, not the name.
fn read_text(path: &Path) -> Result<String, Trouble> {
    let bytes = std::fs::read(path).map_err(|error| cannot_read(path, &error))?;
    let bytes = if bytes.starts_with(&GZIP) { unpack(path, &bytes)? } else { bytes };
    String::from_utf8(bytes).map_err(|error| {
        let sound = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = sound.iter().filter(|byte| **byte == b'\n').count() + 1;
        malformed(path, line, "expected UTF-8 text, found other bytes")
    })
}

fn unpack(path: &Path, bytes: &[u8]) -> Result<Vec<u8>, Trouble> {
    let mut unpacked = Vec::new();
    let mut reader = MultiGzDecoder::new(bytes).take(BYTES_MAX + 1);
    reader.read_to_end(&mut unpacked).map_err(|error| {
        let words = format!("expected a whole gzipped file, found a broken one ({error})");
        malformed(path, 1, &words)
    })?;
    if BYTES_MAX < unpacked.len() as u64 {
        return Err(Trouble::input(format!("{}: larger than 1 GiB unpacked.", path.display())));
    }
    Ok(unpacked)
}

fn cannot_read(path: &Path, error: &std::io::Error) -> Trouble {
    let path = path.display();
    Trouble::new(format!("Cannot read {path}: {error}. Check the path and its permissions."))
}

fn malformed(path: &Path, line: usize, expected: &str) -> Trouble {
    Trouble::input(format!("{}: line {line}: {expected}.", path.display()))
}
