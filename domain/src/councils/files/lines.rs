//! Lines of a calendar file: escaped, folded by octets between characters, ended by CR and LF.

/// The most octets a line may have without its end; Chinese characters have three each.
pub(super) const OCTETS_MAX: usize = 75;

/// Lines, as they are written one by one.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A line as it is.
    pub(super) fn put(&mut self, line: &str) {
        self.0.push_str(&folded(line));
        self.0.push_str("\r\n");
    }

    /// A property whose value is text; nothing when there are no words.
    pub(super) fn text(&mut self, name: &str, words: &str) {
        let words = escaped(words.trim());
        if !words.is_empty() {
            self.put(&format!("{name}:{words}"));
        }
    }

    /// A property that has words but nothing escaped in them.
    ///
    /// Readers show the escapes in a calendar's name as they stand; so it is written without what
    /// would need any.
    pub(super) fn plain(&mut self, name: &str, words: &str) {
        let words = words.replace(['\\', ';', ','], " ");
        self.text(name, &words.split_whitespace().collect::<Vec<_>>().join(" "));
    }

    /// All of them.
    pub(super) fn into_text(self) -> String {
        self.0
    }
}

/// The line in pieces of at most [`OCTETS_MAX`] octets, each but the first after one space.
pub(super) fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + line.len() / 24);
    let mut n_octets = 0;
    for character in line.chars() {
        if OCTETS_MAX < n_octets + character.len_utf8() {
            folded.push_str("\r\n ");
            n_octets = 1;
        }
        folded.push(character);
        n_octets += character.len_utf8();
    }
    folded
}

/// A text as a value: ends of lines and what separates values are marked, other controls dropped.
pub(super) fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push('\t'),
            hidden if hidden.is_control() => {}
            shown => escaped.push(shown),
        }
    }
    escaped
}

/// A name as the value of a parameter, where nothing can be escaped: quoted if it must be.
pub(super) fn parameter(name: &str) -> String {
    // Quotes cannot stand there; a caret begins what some readers take for an escape.
    let is_kept = |c: &char| !c.is_control() && !matches!(c, '"' | '^');
    let name: String = name.chars().filter(is_kept).collect();
    match name.contains([',', ';', ':']) {
        true => format!("\"{name}\""),
        false => name,
    }
}

/// An address of a page as a URI: all of it ASCII.
pub(super) fn uri(address: &str) -> String {
    let mut uri = String::with_capacity(address.len());
    for byte in address.bytes() {
        match byte.is_ascii_graphic() {
            true => uri.push(char::from(byte)),
            false => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
