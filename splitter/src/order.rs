//! The functions of a program in an order in which it packs better: like beside like.
//!
//! What a packer has seen a moment ago costs it less to name than what stood far before (RFC 7932,
//! section 4), and it learns the kind of code it is in. The linker leaves functions as they were
//! compiled; which stands where means nothing to the program.

use std::collections::HashMap;
use std::convert::Infallible;
use std::fs;

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{
    CodeSectionReader, FunctionBody, FunctionSectionReader, Parser, Payload, TypeRef,
};

/// Functions are alike by the runs of so many bytes that both have. Shorter ones are everywhere,
/// longer ones break at the first number that differs: 5 packed best of 3 to 8.
const RUN_BYTES: usize = 5;

/// A run that more functions have says nothing of any two of them, and takes long to count.
const HOLDERS_MAX: usize = 300;

/// Puts the functions of each file in order, and writes it in its place.
pub fn order(files: &[String]) -> Result<(), String> {
    for file in files {
        let wasm = fs::read(file).map_err(|error| format!("{file}: {error}"))?;
        let ordered = ordered(&wasm).map_err(|error| format!("{file}: {error}"))?;
        fs::write(file, ordered).map_err(|error| format!("{file}: {error}"))?;
    }
    Ok(())
}

fn ordered(wasm: &[u8]) -> Result<Vec<u8>, Error<Infallible>> {
    let (mut n_imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    let is_function =
                        matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_));
                    n_imported += u32::from(is_function);
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body),
            _ => {}
        }
    }
    let codes: Vec<&[u8]> = bodies.iter().map(FunctionBody::as_bytes).collect();
    let order = like_beside_like(&codes);
    let mut numbers = vec![0; order.len()];
    for (number, was) in (n_imported..).zip(&order) {
        numbers[*was] = number;
    }
    let mut module = Module::new();
    let mut moved = Moved { n_imported, order, numbers };
    moved.parse_core_module(&mut module, Parser::new(0), wasm)?;
    Ok(module.finish())
}

/// Writes a program anew, with its functions in another order.
struct Moved {
    /// Functions of others are numbered first, and stay.
    n_imported: u32,
    /// Which of the program's own functions stands at each place.
    order: Vec<usize>,
    /// The new number of each of them.
    numbers: Vec<u32>,
}

impl Reencode for Moved {
    type Error = Infallible;

    fn function_index(&mut self, index: u32) -> Result<u32, Error<Infallible>> {
        let own = index.checked_sub(self.n_imported).and_then(|own| usize::try_from(own).ok());
        Ok(own.map_or(index, |own| self.numbers[own]))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let types: Vec<u32> = section.into_iter().collect::<Result<_, _>>()?;
        for was in &self.order {
            functions.function(types[*was]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let bodies: Vec<FunctionBody<'_>> = section.into_iter().collect::<Result<_, _>>()?;
        for place in 0..self.order.len() {
            utils::parse_function_body(self, code, bodies[self.order[place]].clone())?;
        }
        Ok(())
    }
}

/// Begins with the shortest; each next is the one with the largest share of runs in common with
/// the one before, or the nearest in length where none has any.
fn like_beside_like(codes: &[&[u8]]) -> Vec<usize> {
    let runs = shared_runs(codes);
    let mut holders = vec![Vec::new(); runs.iter().flatten().max().map_or(0, |last| last + 1)];
    for (code, runs) in runs.iter().enumerate() {
        for run in runs {
            holders[*run].push(code);
        }
    }
    let Some(shortest) = (0..codes.len()).min_by_key(|code| codes[*code].len()) else {
        return Vec::new();
    };
    let (mut left, mut order) = (vec![true; codes.len()], vec![shortest]);
    left[shortest] = false;
    let (mut in_common, mut met) = (vec![0_u64; codes.len()], Vec::new());
    let mut last = shortest;
    while order.len() < codes.len() {
        for code in runs[last].iter().flat_map(|run| &holders[*run]).filter(|code| left[**code]) {
            if in_common[*code] == 0 {
                met.push(*code);
            }
            in_common[*code] += 1;
        }
        let length = |code: usize| codes[code].len();
        let longer = |code: usize| length(code).max(length(last)) as u64;
        // a / b against c / d as a * d against c * b; of equals the earlier.
        let most_alike = met.iter().copied().max_by(|one, other| {
            let (a, b) = (in_common[*one], longer(*one));
            let (c, d) = (in_common[*other], longer(*other));
            (a * d).cmp(&(c * b)).then(other.cmp(one))
        });
        let nearest = || {
            (0..codes.len())
                .filter(|code| left[*code])
                .min_by_key(|code| length(*code).abs_diff(length(last)))
        };
        let Some(next) = most_alike.or_else(nearest) else { break };
        for code in met.drain(..) {
            in_common[code] = 0;
        }
        left[next] = false;
        order.push(next);
        last = next;
    }
    order
}

/// For each code the numbers of the runs that it and some others have, each once.
fn shared_runs(codes: &[&[u8]]) -> Vec<Vec<usize>> {
    let of_each: Vec<Vec<&[u8]>> = codes
        .iter()
        .map(|code| {
            let mut runs: Vec<&[u8]> = code.windows(RUN_BYTES).collect();
            runs.sort_unstable();
            runs.dedup();
            runs
        })
        .collect();
    let mut n_holders: HashMap<&[u8], usize> = HashMap::new();
    for run in of_each.iter().flatten() {
        *n_holders.entry(run).or_default() += 1;
    }
    let mut numbers = HashMap::new();
    of_each
        .iter()
        .map(|runs| {
            let shared = runs.iter().filter(|run| (2..=HOLDERS_MAX).contains(&n_holders[**run]));
            shared
                .map(|run| {
                    let next = numbers.len();
                    *numbers.entry(*run).or_insert(next)
                })
                .collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection,
        Function, FunctionSection, ImportSection, RefType, TableSection, TableType, TypeSection,
    };

    /// One imported function, then four: two alike with two unlike between them. The third calls
    /// the last and the imported one; the table has the last.
    fn program() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        types.ty().function([], [wasm_encoder::ValType::I32]);
        let mut imports = ImportSection::new();
        imports.import("a", "b", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        for kind in [0, 1, 0, 0] {
            functions.function(kind);
        }
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            minimum: 1,
            maximum: None,
            table64: false,
            shared: false,
        });
        let mut exports = ExportSection::new();
        exports.export("number", ExportKind::Func, 2);
        let mut elements = ElementSection::new();
        elements.active(None, &ConstExpr::i32_const(0), Elements::Functions([4].as_slice().into()));
        let mut code = CodeSection::new();
        code.function(&alike(1));
        let mut number = Function::new([]);
        number.instructions().i32_const(7).end();
        code.function(&number);
        let mut caller = Function::new([]);
        caller.instructions().call(4).call(0).nop().nop().nop().nop().end();
        code.function(&caller);
        code.function(&alike(2));
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&tables);
        module.section(&exports).section(&elements).section(&code);
        module.finish()
    }

    fn alike(last: i32) -> Function {
        let mut function = Function::new([]);
        let mut code = function.instructions();
        for number in [1000, 2000, 3000, last] {
            code.i32_const(number).drop();
        }
        code.end();
        function
    }

    fn codes(wasm: &[u8]) -> Vec<Vec<u8>> {
        let payloads = Parser::new(0).parse_all(wasm).map(Result::unwrap);
        payloads
            .filter_map(|payload| match payload {
                Payload::CodeSectionEntry(body) => Some(body.as_bytes().to_vec()),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn like_stands_beside_like_and_everybody_finds_the_same_function() {
        let wasm = program();
        let ordered = ordered(&wasm).unwrap();
        wasmparser::validate(&ordered).unwrap();
        let (before, after) = (codes(&wasm), codes(&ordered));
        // The shortest (1), then the nearest in length (2), then the two that are alike.
        assert_eq!([&after[0], &after[2], &after[3]], [&before[1], &before[0], &before[3]]);
        let mut caller = Function::new([]);
        caller.instructions().call(4).call(0).nop().nop().nop().nop().end();
        assert_eq!(after[1], caller.into_raw_body(), "the last function is still the last");
        let same = super::ordered(&ordered).unwrap();
        assert_eq!(codes(&same), after, "what is in order stays so");
    }

    #[test]
    fn exports_types_and_tables_follow() {
        let ordered = ordered(&program()).unwrap();
        let mut found = Vec::new();
        for payload in Parser::new(0).parse_all(&ordered) {
            match payload.unwrap() {
                Payload::ExportSection(exports) => {
                    found.extend(exports.into_iter().map(|export| export.unwrap().index));
                }
                Payload::FunctionSection(functions) => {
                    found.extend(functions.into_iter().map(Result::unwrap));
                }
                Payload::ElementSection(elements) => {
                    for element in elements {
                        let wasmparser::ElementItems::Functions(items) = element.unwrap().items
                        else {
                            continue;
                        };
                        found.extend(items.into_iter().map(Result::unwrap));
                    }
                }
                _ => {}
            }
        }
        // The types by place, the export (now the first of its own), the table's function.
        assert_eq!(found, [1, 0, 0, 0, 1, 4]);
    }

    #[test]
    fn a_program_without_functions_and_what_is_none() {
        assert_eq!(ordered(&Module::new().finish()).unwrap(), Module::new().finish());
        let problem = order(&["no-such-file.wasm".to_owned()]).unwrap_err();
        assert!(problem.starts_with("no-such-file.wasm: "), "{problem}");
        assert!(ordered(b"no wasm at all").is_err());
    }
}
