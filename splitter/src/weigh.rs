//! How many bytes each crate has in wasm files that still have the names of their functions.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use wasmparser::{KnownCustom, Name, NameSectionReader, Parser, Payload, TypeRef};

use crate::names::crate_of;

/// Stands where a crate would, for functions that are of none.
const NO_CRATE: &str = "(of no crate)";
/// For texts and tables: whose they are is not written anywhere.
const DATA: &str = "(data)";
/// For types, imports, exports and the table of functions.
const FRAME: &str = "(types, imports, tables)";

/// A line for each file and crate: the file's name without its ending, the crate, the bytes.
pub fn weigh(files: &[String]) -> Result<String, String> {
    let mut lines = String::new();
    for file in files {
        let file = Path::new(file);
        let told = |problem: String| format!("{}: {problem}", file.display());
        let bytes = fs::read(file).map_err(|error| told(error.to_string()))?;
        let weights = weights(&bytes).map_err(|error| told(error.to_string()))?;
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        for (name, n_bytes) in weights {
            lines.push_str(&format!("{stem}\t{name}\t{n_bytes}\n"));
        }
    }
    Ok(lines)
}

fn weights(wasm: &[u8]) -> wasmparser::Result<BTreeMap<String, u64>> {
    let mut weights = BTreeMap::from([(DATA.to_owned(), 0_u64), (FRAME.to_owned(), 0)]);
    let mut add = |name: &str, n_bytes: u64| {
        *weights.entry(name.to_owned()).or_default() += n_bytes;
    };
    let (mut n_imported, mut bodies) = (0, Vec::new());
    let mut names = HashMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        let section = payload.as_section().map_or(0, |(_, range)| range.end - range.start);
        match payload {
            Payload::ImportSection(imports) => {
                add(FRAME, section);
                for import in imports.into_imports() {
                    // Imported functions are counted before those that are here.
                    let is_function =
                        matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_));
                    n_imported += u32::from(is_function);
                }
            }
            Payload::CodeSectionStart { .. } => {}
            Payload::CodeSectionEntry(body) => {
                let range = body.range();
                bodies.push(range.end - range.start);
            }
            Payload::DataSection(_) => add(DATA, section),
            // Names are here for us alone; what is sent has none.
            Payload::CustomSection(custom) => {
                if let KnownCustom::Name(parts) = custom.as_known() {
                    read_names(parts, &mut names)?;
                }
            }
            _ => add(FRAME, section),
        }
    }
    for (index, n_bytes) in (n_imported..).zip(bodies) {
        let of = names.get(&index).and_then(|name| crate_of(name));
        add(of.unwrap_or(NO_CRATE), n_bytes);
    }
    Ok(weights)
}

/// The names of functions by number.
fn read_names<'a>(
    parts: NameSectionReader<'a>,
    names: &mut HashMap<u32, &'a str>,
) -> wasmparser::Result<()> {
    for part in parts {
        let Name::Function(functions) = part? else { continue };
        for function in functions {
            let function = function?;
            names.insert(function.index, function.name);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(id: u8, body: &[u8]) -> Vec<u8> {
        let mut section = vec![id, u8::try_from(body.len()).unwrap()];
        section.extend(body);
        section
    }

    fn text(text: &str) -> Vec<u8> {
        let mut counted = vec![u8::try_from(text.len()).unwrap()];
        counted.extend(text.as_bytes());
        counted
    }

    #[test]
    fn functions_are_weighed_by_their_crates() {
        let types = section(1, &[1, 0x60, 0, 0]);
        let imports = section(2, &[vec![1], text("a"), text("b"), vec![0, 0]].concat());
        let functions = section(3, &[2, 0, 0]);
        // Two bodies: an empty one, and one that does nothing once.
        let code = section(10, &[2, 2, 0, 0x0b, 3, 0, 0x01, 0x0b]);
        let mut names = vec![3];
        for (index, name) in [(0, "imported"), (1, "_ZN4core3fmt17hE"), (2, "memcpy")] {
            names.push(index);
            names.extend(text(name));
        }
        let custom = section(0, &[text("name"), section(1, &names)].concat());
        let head = b"\0asm\x01\0\0\0".to_vec();
        let wasm = [head, types, imports, functions, code, custom].concat();
        let weights = weights(&wasm).unwrap();
        assert_eq!(weights["core"], 2);
        assert_eq!(weights[NO_CRATE], 3);
        assert_eq!(weights[DATA], 0);
        assert_eq!(weights[FRAME], 4 + 7 + 3);
    }

    #[test]
    fn what_is_no_wasm_is_named() {
        assert!(weights(b"no wasm at all").is_err());
        let missing = weigh(&["no-such-file.wasm".to_owned()]).unwrap_err();
        assert!(missing.starts_with("no-such-file.wasm: "), "{missing}");
    }
}
