//! The content policy: only what the app itself consists of may run or be fetched.

use std::borrow::Cow;

use sha2::{Digest, Sha256};

/// The policy for these pages: their own inline scripts and styles, by hash, and nothing else
/// inline.
pub fn policy<'p>(pages: impl Iterator<Item = Cow<'p, str>>) -> String {
    let (mut scripts, mut styles) = (Vec::new(), Vec::new());
    for page in pages {
        scripts.extend(inline(&page, "script"));
        styles.extend(inline(&page, "style"));
    }
    let [scripts, styles] = [scripts, styles].map(|mut hashes| {
        hashes.sort();
        hashes.dedup();
        hashes.concat()
    });
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; \
         style-src 'self'{styles}; img-src 'self' data: blob:; connect-src 'self'; \
         font-src 'self'; media-src 'self' blob:; manifest-src 'self'; worker-src 'self' blob:; \
         base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
    )
}

/// The hashes of what stands between the opening and closing tags of this element.
fn inline(page: &str, element: &str) -> Vec<String> {
    let (open, close) = (format!("<{element}"), format!("</{element}>"));
    let mut hashes = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find(&open) {
        rest = &rest[at + open.len()..];
        let Some(end_of_tag) = rest.find('>') else { break };
        let (tag, body) = (&rest[..end_of_tag], &rest[end_of_tag + 1..]);
        let Some(end) = body.find(&close) else { break };
        let is_this = tag.is_empty() || tag.starts_with(|c: char| c.is_ascii_whitespace());
        if is_this && !tag.contains(" src=") && !body[..end].is_empty() {
            let hash = base64(&Sha256::digest(&body.as_bytes()[..end]));
            hashes.push(format!(" 'sha256-{hash}'"));
        }
        rest = &body[end..];
    }
    hashes
}

/// Base64 as in RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let group = chunk.iter().fold(0_usize, |group, byte| group << 8 | usize::from(*byte));
        let group = group << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let letter = LETTERS[group >> (18 - 6 * place) & 63];
            text.push(if place <= chunk.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_as_in_the_rfc() {
        for (plain, coded) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn inline_scripts_are_known_by_hash_and_files_are_not() {
        let page = "<script type=\"module\">alert(1)</script><script src=\"a.js\"></script>";
        let policy = policy([Cow::from(page)].into_iter());
        // echo -n 'alert(1)' | openssl dgst -sha256 -binary | base64
        assert!(
            policy.contains("'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"),
            "{policy}"
        );
        assert_eq!(policy.matches("sha256-").count(), 1);
    }
}
