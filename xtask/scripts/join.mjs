// Joins what several bundles share: hundreds of slices, one for each set of bundles, become a few
// files, each of them one program: a phone asks for them and starts them one by one.
import { execFile } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { broker, weight } from "./wasm.mjs";

// Slices are put together as long as fewer requests save more than is fetched in vain. On slow
// mobile networks a request takes about as long as this many bytes, which are a third as many once
// they are shrunk and packed.
const REQUEST_BYTES = 18_000;

/** How much a bundle's way to the phone counts; 1 if it is not named. */
const WEIGHTS = {
  // These come beside every first screen, after every refusal, and while somebody waits to listen.
  offline: 8, problems: 3, reading: 3,
  // What most residents open, on whatever network they have.
  lists: 4, contest: 2, proposal: 4, voting: 3, results: 4, saying: 1.5,
  // The office works at a desk, with a better network.
  office: 0.5, managing: 0.5,
};

/** The module of which the splitter says that parts import from it, and what it is called here. */
const [APP, HANDED] = ["__wasm_split", "app"];

const [parts, programs, ...features] = process.argv.slice(2);
const run = promisify(execFile);
const file = (name) => join(parts, `${name}.wasm`);
const isSlice = (name) => name.startsWith("chunk_");

/** Puts slices together: lists of names, each for one file. */
function together(parted, slices) {
  const bundles = Object.keys(parted);
  const of = (name) => bundles.map((bundle) => parted[bundle].includes(name));
  const groups = slices.map(({ name, n }) => ({ of: of(name), n, names: [name] }));
  const weights = bundles.map((bundle) => WEIGHTS[bundle] ?? 1);
  /** What is saved when two groups become one. */
  const saved = (one, other) => weights.reduce((sum, weight, nth) => {
    if (one.of[nth] && other.of[nth]) return sum + weight * REQUEST_BYTES;
    if (one.of[nth]) return sum - weight * other.n;
    return other.of[nth] ? sum - weight * one.n : sum;
  }, 0);
  for (;;) {
    let best = { saving: 0 };
    for (const [at, one] of groups.entries()) {
      for (const other of groups.slice(at + 1)) {
        const saving = saved(one, other);
        if (saving > best.saving) best = { saving, one, other };
      }
    }
    if (best.saving === 0) return groups.map(({ names }) => names);
    const { one, other } = best;
    one.of = one.of.map((is, nth) => is || other.of[nth]);
    one.n += other.n;
    one.names.push(...other.names);
    groups.splice(groups.indexOf(other), 1);
  }
}

/** Makes one program of several, which take from the app what each of them took. */
async function joined(names, name) {
  const text = broker(await Promise.all(names.map((it) => readFile(file(it)))), APP, HANDED);
  const [wat, between] = [join(parts, `${name}.wat`), file(`${name}_between`)];
  await writeFile(wat, text);
  await run(join(programs, "wasm-as"), [...features, wat, "-o", between]);
  // What the broker hands on under the app's name is what the slices ask the app for.
  const modules = [between, APP, ...names.flatMap((it) => [file(it), it])];
  await run(join(programs, "wasm-merge"), [...features, "--debuginfo", ...modules, "-o", file(name)]);
  for (const done of [wat, between, ...names.map(file)]) await rm(done);
}

const list = join(parts, "parts.txt");
const lines = (await readFile(list, "utf8")).trim().split("\n").map((line) => line.split(" "));
const parted = Object.fromEntries(lines.map(([bundle, ...names]) => [bundle, names]));
const slices = [...new Set(Object.values(parted).flat())].filter(isSlice).sort();
const weighed = await Promise.all(slices.map(async (name) => ({ name, n: weight(await readFile(file(name))) })));
const placed = new Map();
for (const [nth, names] of together(parted, weighed).entries()) {
  const name = `slices_${nth}`;
  await joined(names, name);
  for (const it of names) placed.set(it, name);
}
const told = lines.map(([bundle, ...names]) =>
  [bundle, ...new Set(names.map((name) => placed.get(name) ?? name))].join(" "));
await writeFile(list, `${told.join("\n")}\n`);
