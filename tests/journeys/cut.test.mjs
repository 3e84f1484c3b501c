// What the cut writes into a program: shorter names, and a table without places for nothing.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { broker, imports, renamed, withoutNothing } from "../../xtask/scripts/wasm.mjs";

const FEATURES = ["--enable-reference-types", "--enable-mutable-globals"];
const LONG = "__wbg_now_0123456789abcdef";
const programs = new URL("../../node_modules/.bin/", import.meta.url).pathname;

/** A program that was written as text. */
async function assembled(text) {
  const folder = await mkdtemp(join(tmpdir(), "huiyin-cut-"));
  const [wat, wasm] = [join(folder, "it.wat"), join(folder, "it.wasm")];
  await writeFile(wat, text);
  execFileSync(join(programs, "wasm-as"), [...FEATURES, wat, "-o", wasm]);
  const file = await readFile(wasm);
  await rm(folder, { recursive: true });
  return file;
}

/** What each place of the table answers; nothing where there is nothing. */
async function answers(file, name) {
  const { instance } = await WebAssembly.instantiate(file, { js: { [name]: () => 7 } });
  const { table } = instance.exports;
  return Array.from({ length: table.length }, (_, place) => table.get(place)?.() ?? null);
}

test("the table is the same without places for nothing, far up too, and names are shorter", async () => {
  const file = await assembled(`(module
    (import "js" "${LONG}" (func $now (result i32)))
    (table (export "table") 300 funcref)
    (func $one (result i32) (i32.const 1))
    (elem (i32.const 1) func $one $now)
    (elem (table 0) (i32.const 3) funcref (ref.null func) (ref.func $one) (ref.null func))
    (elem (table 0) (i32.const 64) funcref (ref.null func) (ref.func $now))
    (elem (i32.const 200) func $one))`);
  const before = await answers(file, LONG);
  assert.deepEqual([1, 2, 3, 4, 65, 200].map((place) => before[place]), [1, 7, null, 1, 7, 1]);
  const after = withoutNothing(renamed(file, (name) => (name === LONG ? "f0" : name)));
  assert.deepEqual(imports(after).map(({ module, name }) => [module, name]), [["js", "f0"]]);
  assert.deepEqual(await answers(after, "f0"), before);
  assert.ok(after.length < file.length);
});

test("what is handed on is as large as was asked for, and nothing else is", async () => {
  const asks = (what) => assembled(`(module ${what})`);
  const part = await asks('(import "app" "memory" (memory 27)) (import "app" "table" (table 200 funcref))'
    + ' (import "app" "stack" (global (mut i32)))');
  const text = broker([part, part], "app", "out");
  const handed = imports(await assembled(text)).map(({ module, name }) => `${module}.${name}`);
  assert.deepEqual(handed, ["out.memory", "out.table", "out.stack"]);
  assert.match(text, /\(memory \$memory 27\)/);
  assert.match(text, /\(table \$table 200 funcref\)/);
  const other = await asks('(import "app" "call" (func))');
  assert.throws(() => broker([other], "app", "out"), /unexpected: app.call/);
});
