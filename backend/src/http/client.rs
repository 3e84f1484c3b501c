//! The client's files: kept in memory, sent compressed, and under a strict content policy.

use std::{collections::BTreeMap, fs, io, path::Path, sync::Arc};

use axum::{
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use huiyin_domain::hash::sha256_hex;

use super::{around::is_api, csp};
use crate::failure::Failure;

/// One file as it is sent.
struct File {
    plain: Vec<u8>,
    brotli: Option<Vec<u8>>,
    gzip: Option<Vec<u8>>,
    content_type: &'static str,
    tag: HeaderValue,
    is_immutable: bool,
}

/// All files of the client.
#[derive(Clone)]
pub struct Client {
    files: Arc<BTreeMap<String, File>>,
    policy: HeaderValue,
}

impl Client {
    /// Reads a folder once; a folder that cannot be read is said to be so and serves nothing.
    pub fn load(folder: Option<&Path>) -> Self {
        let mut raw = BTreeMap::new();
        if let Some(folder) = folder
            && let Err(error) = read_folder(folder, "", &mut raw)
        {
            eprintln!("the client cannot be read from {}: {error}", folder.display());
        }
        let pages = raw.iter().filter(|(name, _)| name.ends_with(".html"));
        let policy = csp::policy(pages.map(|(_, page)| String::from_utf8_lossy(page)));
        let policy = HeaderValue::from_str(&policy).expect("a policy is of plain letters");
        let names: Vec<String> = raw.keys().filter(|name| !is_packed(name)).cloned().collect();
        let files = names.into_iter().map(|name| {
            let file = File::new(&name, &mut raw);
            (name, file)
        });
        Self { files: Arc::new(files.collect()), policy }
    }

    /// Answers every address that is not the API's.
    pub async fn answer(self, request: Request) -> Response {
        let path = request.uri().path();
        if is_api(path) {
            return Failure::MISSING.into_response();
        }
        if ![Method::GET, Method::HEAD].contains(request.method()) {
            return StatusCode::METHOD_NOT_ALLOWED.into_response();
        }
        match self.find(path) {
            Some(file) => self.send(file, request.headers()),
            None => (StatusCode::NOT_FOUND, "Not found\n").into_response(),
        }
    }

    /// The file at this address. What has no extension is a page of the app.
    fn find(&self, path: &str) -> Option<&File> {
        let name = path.trim_matches('/');
        let page = format!("{name}/index.html");
        let page = self.files.get(name).or_else(|| self.files.get(page.trim_start_matches('/')));
        let is_of_app = !name.rsplit('/').next().unwrap_or(name).contains('.');
        page.or_else(|| self.files.get("index.html").filter(|_| is_of_app))
    }

    fn send(&self, file: &File, asked: &HeaderMap) -> Response {
        let known = asked.get(header::IF_NONE_MATCH);
        let mut response = match known.is_some_and(|known| *known == file.tag) {
            true => StatusCode::NOT_MODIFIED.into_response(),
            false => file.packed(asked),
        };
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.content_type));
        headers.insert(header::ETAG, file.tag.clone());
        headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
        let cache = match file.is_immutable {
            true => "public, max-age=31536000, immutable",
            false => "no-cache",
        };
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
        headers.insert(header::CONTENT_SECURITY_POLICY, self.policy.clone());
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
        ] {
            headers.insert(name, HeaderValue::from_static(value));
        }
        response
    }
}

impl File {
    fn new(name: &str, raw: &mut BTreeMap<String, Vec<u8>>) -> Self {
        let plain = raw.remove(name).unwrap_or_default();
        // Weak, because it stands for all forms in which the file is sent.
        let tag = format!("W/\"{}\"", &sha256_hex(&plain)[..32]);
        Self {
            brotli: raw.remove(&format!("{name}.br")),
            gzip: raw.remove(&format!("{name}.gz")),
            content_type: content_type(name),
            tag: HeaderValue::from_str(&tag).expect("a hash is a header value"),
            is_immutable: is_hashed(name),
            plain,
        }
    }

    /// The smallest form that the asker takes.
    fn packed(&self, asked: &HeaderMap) -> Response {
        let accepted = asked.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
        let takes = |coding: &str| {
            let mut codings = accepted.unwrap_or_default().split(',').map(str::trim);
            codings.any(|offered| {
                let (name, weight) = offered.split_once(';').unwrap_or((offered, ""));
                name.trim() == coding && weight.trim() != "q=0"
            })
        };
        let (bytes, coding) = match (&self.brotli, &self.gzip) {
            (Some(bytes), _) if takes("br") => (bytes, Some("br")),
            (_, Some(bytes)) if takes("gzip") => (bytes, Some("gzip")),
            (_, _) => (&self.plain, None),
        };
        let mut response = bytes.clone().into_response();
        if let Some(coding) = coding {
            let coding = HeaderValue::from_static(coding);
            response.headers_mut().insert(header::CONTENT_ENCODING, coding);
        }
        response
    }
}

/// All files of a built client below `folder`, by their names with `/`.
pub(crate) fn read_folder(
    folder: &Path,
    prefix: &str,
    raw: &mut BTreeMap<String, Vec<u8>>,
) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        // Left behind by the build, and nobody's business.
        if name.starts_with('.') {
            continue;
        }
        let name = format!("{prefix}{name}");
        match entry.file_type()?.is_dir() {
            true => read_folder(&entry.path(), &format!("{name}/"), raw)?,
            false => drop(raw.insert(name, fs::read(entry.path())?)),
        }
    }
    Ok(())
}

/// Is it the packed twin of a file?
pub(crate) fn is_packed(name: &str) -> bool {
    name.ends_with(".br") || name.ends_with(".gz")
}

/// Does the name carry the hash of what is in the file, so that it never changes?
fn is_hashed(name: &str) -> bool {
    let is_hash =
        |part: &str| part.len() >= 12 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    !name.ends_with(".html") && name.split(['-', '_', '.', '/']).any(is_hash)
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "pb" => "text/csv; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_a_hash_are_kept_for_ever() {
        assert!(is_hashed("app-0f1e2d3c4b5a6978_bg.wasm"));
        assert!(is_hashed("app-0f1e2d3c4b5a6978.js"));
        for name in ["index.html", "config.json", "sw.js", "recount-worker.js"] {
            assert!(!is_hashed(name), "{name}");
        }
    }
}
