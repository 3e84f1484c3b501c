// Puts the cut app into dist/ in the place of the whole one: named and vouched for by content; with
// a script that fetches the bundle of the page in the address while the app is on its way.
import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pages } from "./addresses.mjs";

// What several bundles share is cut into hundreds of slices, one for each set of bundles. Slices
// are put together in files as long as fewer requests save more than is fetched in vain. On slow
// mobile networks a request takes about as long as this many bytes, which are half as many packed.
const REQUEST_BYTES = 20_000;

/** How much a bundle's way to the phone counts; 1 if it is not named. */
const WEIGHTS = {
  // These come beside every first screen, and after every refusal.
  offline: 2, problems: 2,
  // The office works at a desk, with a better network.
  office: 0.3,
};

const [root, parts, dist] = process.argv.slice(2);
const digest = (...files) => files.reduce((hash, file) => hash.update(file), createHash("sha384")).digest();
const short = (...files) => digest(...files).subarray(0, 8).toString("hex");
const integrity = (file) => `sha384-${digest(file).toString("base64")}`;

const old = {};
for (const name of await readdir(dist)) {
  const [, kind] = /^app-[0-9a-f]+(_bg\.wasm|\.js)$/.exec(name) ?? [];
  if (kind) old[kind] = name;
}

/** For each part, as the splitter calls it, the file of `dist` it is in. */
const placed = new Map();
/** For each of those files its integrity. */
const vouched = {};

/** Puts slices together: lists of names, each for one file. */
function together(slices) {
  const bundles = Object.keys(parted);
  const of = (name) => bundles.map((bundle) => parted[bundle].includes(name));
  const groups = slices.map(({ name, file }) => ({ of: of(name), n: file.length, names: [name] }));
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

/** Writes each part, and names it in the script that fetches them. */
async function writeParts(script) {
  const named = /fetch\(new URL\("\.\/([\w-]+)\.wasm", import\.meta\.url\)\)/g;
  const found = [...script.matchAll(named)].map(async ([, name]) =>
    ({ name, file: await readFile(join(parts, `${name}.wasm`)) }));
  const all = new Map((await Promise.all(found)).map((it) => [it.name, it]));
  const isSlice = ({ name }) => name.startsWith("chunk_");
  const apart = [...all.values()].filter((it) => !isSlice(it)).map(({ name }) => [name]);
  const fetches = new Map();
  for (const names of [...apart, ...together([...all.values()].filter(isSlice))]) {
    const files = names.map((name) => all.get(name).file);
    const file = Buffer.concat(files);
    const isAlone = names.length === 1;
    const stem = isAlone ? names[0].replace(/^split_/, "") : "slices";
    const hashed = `${stem}-${short(file)}.${isAlone ? "wasm" : "bin"}`;
    await writeFile(join(dist, hashed), file);
    vouched[hashed] = integrity(file);
    let from = 0;
    for (const [nth, name] of names.entries()) {
      placed.set(name, hashed);
      const to = from + files[nth].length;
      fetches.set(name, isAlone ? `fetched("${hashed}")` : `slice("${hashed}", ${from}, ${to})`);
      from = to;
    }
  }
  return script.replace(named, (_, name) => fetches.get(name));
}

/**
 * Fetches a part, unless that has begun; a server that gives it a wrong type is understood. What
 * came wrong once may be in a cache for a year: it is asked for again past all caches.
 */
const FETCHED = `const [begun, failed] = [new Map(), new Set()];
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
  for (const name of needs[bundle] ?? []) begun.set(name, ask(name, "low").catch(() => undefined));
};
`;

/** Cuts one part out of a file of several, which is fetched once; again after a failure. */
const SLICE = `const whole = new Map();
const bytes = async (name) => {
  const it = await fetched(name);
  if (!it.ok) throw new Error(it.status);
  return it.arrayBuffer();
};
const slice = async (name, from, to) => {
  if (!whole.has(name)) whole.set(name, bytes(name));
  const file = await whole.get(name).catch((error) => { whole.delete(name); throw error; });
  return new Response(file.slice(from, to), { headers: { "Content-Type": "application/wasm" } });
};
`;

let app = await readFile(join(parts, "app.js"), "utf8");
const lines = (await readFile(join(parts, "parts.txt"), "utf8")).trim().split("\n");
/** The parts each bundle is made of. */
const parted = Object.fromEntries(lines.map((line) => line.split(" ")).map(([it, ...names]) => [it, names]));
let fetcher = await writeParts(await readFile(join(parts, "app_bundles.js"), "utf8"));
/** The files each bundle is made of. */
const needs = Object.fromEntries(Object.entries(parted).map(([bundle, names]) =>
  [bundle, [...new Set(names.map((name) => placed.get(name)))]]));
const known = Object.entries({ vouched, needs, pages: await pages(root) });
fetcher = known.map(([name, value]) => `const ${name} = ${JSON.stringify(value)};\n`).join("")
  + FETCHED + SLICE + BEGIN + fetcher;

const wasm = await readFile(join(parts, "app_bg.wasm"));
const wasmName = `app-${short(wasm)}_bg.wasm`;
// The two scripts name each other, so they have one hash between them.
const hash = short(app, fetcher, wasm);
const [appName, fetcherName] = [`app-${hash}.js`, `bundles-${hash}.js`];
// Inside the program the module keeps the name under which it was linked.
app = app.replaceAll('from "./app_bundles.js"', `from "./${fetcherName}"`).replaceAll("app_bg.wasm", wasmName);
fetcher = fetcher.replaceAll("./app.js", `./${appName}`);

for (const name of Object.values(old)) await rm(join(dist, name));
await writeFile(join(dist, appName), app);
await writeFile(join(dist, fetcherName), fetcher);
await writeFile(join(dist, wasmName), wasm);
// For whoever wants to fetch or weigh them beforehand.
await writeFile(join(dist, "bundles.json"), JSON.stringify(needs));
