// Puts the cut app into dist/ in the place of the whole one: named and vouched for by content; with
// a script that fetches the bundle of the page in the address while the app is on its way.
import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { minify } from "terser";
import { pages } from "./addresses.mjs";
import { imports, renamed, withoutNothing } from "./wasm.mjs";

const [root, parts, dist] = process.argv.slice(2);
const digest = (...files) => files.reduce((hash, file) => hash.update(file), createHash("sha384")).digest();
const short = (...files) => digest(...files).subarray(0, 8).toString("hex");
const integrity = (file) => `sha256-${createHash("sha256").update(file).digest("base64")}`;

/** A module as phones get it. */
const small = async (script) =>
  (await minify(script, { module: true, compress: { passes: 2 }, format: { comments: false } })).code;

/**
 * Fetches a part, unless that has begun; a server that gives it a wrong type is understood. What
 * came wrong once may be in a cache for a year: it is asked for again past all caches.
 */
const FETCHED = `const needed = (bundle) => (needs[bundle] ?? []).map((nth) => Object.keys(vouched)[nth]);
const [begun, failed] = [new Map(), new Set()];
const ask = async (name, priority) => {
  const cache = failed.has(name) ? "reload" : "default";
  try {
    return await fetch(new URL(name, import.meta.url), { integrity: vouched[name], priority, cache });
  } catch (error) {
    failed.add(name);
    throw error;
  }
};
const fetched = async (name) => {
  const early = begun.get(name);
  begun.delete(name);
  const it = await early ?? await ask(name, "auto");
  const isRight = it.headers.get("Content-Type") === "application/wasm";
  if (!it.ok || isRight) return it;
  return new Response(it.body, { headers: { "Content-Type": "application/wasm" } });
};
`;

/** Begins to fetch what the page in the address needs; what fails now is asked for again. */
const BEGIN = `export const begin = () => {
  const { hash, pathname } = location;
  const isBehind = hash.startsWith("#/");
  const address = isBehind ? hash : pathname.slice(new URL(document.baseURI).pathname.length - 1);
  const given = address.split("?")[0].split("/").slice(1);
  while (["", "index.html"].includes(given[given.length - 1])) given.pop();
  const fits = (at) => at.length >= given.length && at.every((part, nth) =>
    part.startsWith(":") ? given[nth] || part.endsWith("?") : part === given[nth]);
  const [, bundle] = pages.find(([at]) => fits(at.split("/"))) ?? [];
  for (const name of needed(bundle)) begun.set(name, ask(name, "low").catch(() => undefined));
};
`;

/**
 * Starts the parts of a bundle, each once and in any order: they only put functions and data where
 * the app has left place for them. What failed is tried again when it is asked for again.
 */
const STARTED = `const started = new Map();
let handed;
const app = () => handed ??= initSync();
const start = (name) => {
  if (!started.has(name)) {
    const it = WebAssembly.instantiateStreaming(fetched(name), { app: app(), __wasm_split: app() });
    started.set(name, it);
    it.catch(() => started.delete(name));
  }
  return started.get(name);
};
const load = (bundle) => async (callback, data) => {
  let isHere = true;
  try {
    await Promise.all(needed(bundle).map(start));
  } catch (error) {
    console.error(error);
    isHere = false;
  }
  app().__indirect_function_table.get(callback)(data, isHere);
};
`;

const old = {};
for (const name of await readdir(dist)) {
  const [, kind] = /^app-[0-9a-f]+(_bg\.wasm|\.js)$/.exec(name) ?? [];
  if (kind) old[kind] = name;
}

const lines = (await readFile(join(parts, "parts.txt"), "utf8")).trim().split("\n");
/** The parts each bundle is made of. */
const parted = lines.map((line) => line.split(" "));
/** For each part, as the cut calls it, the file of `dist` it is in. */
const placed = new Map();
/** For each of those files its integrity. */
const vouched = {};
for (const name of new Set(parted.flatMap(([, ...names]) => names))) {
  const file = await readFile(join(parts, `${name}.wasm`));
  const hashed = `${name.replace(/^split_|_\d+$/g, "")}-${short(file)}.wasm`;
  await writeFile(join(dist, hashed), file);
  vouched[hashed] = integrity(file);
  placed.set(name, hashed);
}
/** The files each bundle is made of. */
const needs = Object.fromEntries(parted.map(([it, ...names]) => [it, names.map((name) => placed.get(name))]));

let app = await readFile(join(parts, "app.js"), "utf8");
let wasm = await readFile(join(parts, "app_bg.wasm"));
// Names of functions with a hash in each were 8 KB of the first load, packed.
const names = imports(wasm).filter(({ name }) => name.startsWith("__wb")).map(({ name }) => name);
const shorter = new Map(names.map((name, nth) => [name, `f${nth.toString(36)}`]));
const shortened = (name) => shorter.get(name) ?? name;
wasm = withoutNothing(renamed(wasm, shortened));
app = app.replace(/\b__wb\w+/g, shortened)
  // Streams for the framework's server functions, which nobody here calls.
  .replace(/^export class /gm, "class ").replace(/^if \(Symbol\.dispose\) .*$/gm, "");

const all = Object.keys(vouched);
const byPlace = Object.fromEntries(Object.entries(needs).map(([it, files]) =>
  [it, files.map((file) => all.indexOf(file))]));
const known = Object.entries({ vouched, needs: byPlace, pages: await pages(root) });
const loads = await readFile(join(parts, "app_bundles.js"), "utf8");
const found = [...loads.matchAll(/export const (__wasm_split_load_(\w+)) =/g)];
// What is called otherwise some day must not become an app that opens no page.
const isWhole = found.length === parted.length && found.every(([, , bundle]) => needs[bundle]);
if (!isWhole) throw new Error(`loads ${found.length} bundles of ${parted.length}`);
let fetcher = [
  'import { initSync } from "./app.js";\n',
  ...known.map(([name, value]) => `const ${name} = ${JSON.stringify(value)};\n`), FETCHED, STARTED, BEGIN,
  // As the program was linked with them.
  ...found.map(([, name, bundle]) => `export const ${name} = load("${bundle}");\n`),
].join("");
[app, fetcher] = [await small(app), await small(fetcher)];

const wasmName = `app-${short(wasm)}_bg.wasm`;
// The two scripts name each other, so they have one hash between them.
const hash = short(app, fetcher, wasm);
const [appName, fetcherName] = [`app-${hash}.js`, `bundles-${hash}.js`];
// Inside the program the module keeps the name under which it was linked.
const LINKED = 'from"./app_bundles.js"';
if (!app.includes(LINKED)) throw new Error("the app's script does not import its bundles");
app = app.replaceAll(LINKED, `from"./${fetcherName}"`).replaceAll("app_bg.wasm", wasmName);
fetcher = fetcher.replaceAll("./app.js", `./${appName}`);

for (const name of Object.values(old)) await rm(join(dist, name));
await writeFile(join(dist, appName), app);
await writeFile(join(dist, fetcherName), fetcher);
await writeFile(join(dist, wasmName), wasm);
// For whoever wants to fetch or weigh them beforehand.
await writeFile(join(dist, "bundles.json"), JSON.stringify(needs));
