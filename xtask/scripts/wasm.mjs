// What the cut needs to know of a wasm file: its sections and the names of what it imports.
// Formats: https://webassembly.github.io/spec/core/binary/modules.html

const [CUSTOM, IMPORT, ELEMENT] = [0, 2, 9];
const HEADER_BYTES = 8;
/** Kinds of lists of functions: by their numbers, or each with a small program that names it. */
const [BY_NUMBER, BY_PROGRAM] = [0, 4];
/** In such programs: a constant number, the end, nothing, a function. */
const [CONSTANT, END, NOTHING, NAMED] = [0x41, 0x0b, 0xd0, 0xd2];
/** Kinds of what is imported. */
const [FUNCTION, TABLE, MEMORY, GLOBAL] = [0, 1, 2, 3];

/** An unsigned number as it stands in a file (LEB128): its value, and where it ends. */
function number(file, from) {
  let value = 0;
  for (let [at, place] = [from, 1]; ; at += 1, place *= 128) {
    value += (file[at] % 128) * place;
    if (file[at] < 128) return [value, at + 1];
  }
}

function written(value) {
  const bytes = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push(rest % 128 + 128);
  }
}

/** The same for a number that could be below zero, but is not. */
function signed(value) {
  const bytes = written(value);
  const last = bytes.at(-1);
  return last < 64 ? bytes : Buffer.from([...bytes.subarray(0, -1), last + 128, 0]);
}

/** All sections: their numbers, and where their content begins and ends. */
function sections(file) {
  const all = [];
  for (let at = HEADER_BYTES; at < file.length;) {
    const [length, from] = number(file, at + 1);
    all.push({ id: file[at], whole: at, from, to: from + length });
    at = from + length;
  }
  return all;
}

/** How many bytes are more than names and notes. */
export function weight(file) {
  const custom = sections(file).filter(({ id }) => id === CUSTOM);
  return custom.reduce((sum, { whole, to }) => sum - (to - whole), file.length);
}

/** Where a limit ends that says how large something is at least, and perhaps at most. */
function afterLimits(file, from) {
  const [, least] = number(file, from + 1);
  return file[from] % 2 === 1 ? number(file, least)[1] : least;
}

/** What is imported: module, name, kind, and the bytes that say of which type it is. */
export function imports(file) {
  const section = sections(file).find(({ id }) => id === IMPORT);
  if (!section) return [];
  let [count, at] = number(file, section.from);
  const word = () => {
    const [length, from] = number(file, at);
    at = from + length;
    return file.toString("utf8", from, at);
  };
  const ends = {
    [FUNCTION]: (from) => number(file, from)[1],
    [TABLE]: (from) => afterLimits(file, from + 1),
    [MEMORY]: (from) => afterLimits(file, from),
    [GLOBAL]: (from) => from + 2,
  };
  return Array.from({ length: count }, () => {
    const [module, name, kind] = [word(), word(), file[at]];
    if (!ends[kind]) throw new Error(`${module}.${name} is of an unknown kind: ${kind}`);
    const from = at;
    at = ends[kind](at + 1);
    return { module, name, kind, type: file.subarray(from, at) };
  });
}

/** The file with another section in the place of this one. */
function replaced(file, { id, whole, to }, content) {
  return Buffer.concat([file.subarray(0, whole), Buffer.from([id]), written(content.length), content,
    file.subarray(to)]);
}

/** The file with other names for what it imports. */
export function renamed(file, rename) {
  const section = sections(file).find(({ id }) => id === IMPORT);
  if (!section) return file;
  const word = (text) => [written(Buffer.byteLength(text)), Buffer.from(text)];
  const all = imports(file);
  const content = Buffer.concat([written(all.length),
    ...all.flatMap(({ module, name, type }) => [...word(module), ...word(rename(name)), type])]);
  return replaced(file, section, content);
}

/**
 * The file without those places of its table that it fills with nothing, as they are already.
 *
 * The cut leaves a place for each function of a bundle: 34 KB of the app's 642 said so, before packing.
 */
export function withoutNothing(file) {
  const section = sections(file).find(({ id }) => id === ELEMENT);
  if (!section) return file;
  const runs = [];
  let [count, at] = number(file, section.from);
  const next = () => {
    const [value, end] = number(file, at);
    at = end;
    return value;
  };
  const byte = () => file[at++];
  const expect = (is, what) => {
    if (!is) throw new Error(`the table is filled in an unknown way: ${what} at ${at}`);
  };
  for (; count > 0; count -= 1) {
    const kind = next();
    expect(kind === BY_NUMBER || kind === BY_PROGRAM, `kind ${kind}`);
    expect(byte() === CONSTANT, "place");
    // Signed, though no place is below zero: the highest of its bits is not one of the number.
    let place = next();
    expect(byte() === END, "end of the place");
    for (let n = next(); n > 0; n -= 1, place += 1) {
      const what = kind === BY_NUMBER ? NAMED : byte();
      const value = next();
      if (kind === BY_PROGRAM) expect(byte() === END, "end");
      if (what === NOTHING) continue;
      expect(what === NAMED, `program ${what}`);
      const last = runs.at(-1);
      if (last && last.place + last.functions.length === place) last.functions.push(value);
      else runs.push({ place, functions: [value] });
    }
  }
  const lists = runs.flatMap(({ place, functions }) => [Buffer.from([BY_NUMBER, CONSTANT]), signed(place),
    Buffer.from([END]), written(functions.length), ...functions.map(written)]);
  return replaced(file, section, Buffer.concat([written(runs.length), ...lists]));
}

/** How such an import stands in text; a table or a memory is at least as large as it says. */
const AS_TEXT = {
  [TABLE]: (type) => `(table ${number(type, 3)[0]} funcref)`,
  [MEMORY]: (type) => `(memory ${number(type, 2)[0]})`,
  [GLOBAL]: () => "(global (mut i32))",
};

/** A module, as text, that takes from `from` what these import from one module, and hands it on. */
export function broker(files, module, from) {
  const handed = new Map();
  for (const it of files.flatMap(imports)) {
    if (it.module !== module || !AS_TEXT[it.kind]) throw new Error(`unexpected: ${it.module}.${it.name}`);
    handed.set(it.name, AS_TEXT[it.kind](it.type));
  }
  const lines = [...handed].map(([name, text]) => {
    const [, what, type] = /^\((\w+) (.*)\)$/.exec(text);
    return `(import "${from}" "${name}" (${what} $${name} ${type}))\n(export "${name}" (${what} $${name}))`;
  });
  return `(module\n${lines.join("\n")}\n)\n`;
}
