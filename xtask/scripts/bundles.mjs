// Puts the cut app into dist/ in the place of the whole one: named and vouched for by content.
import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

// What several bundles share is cut into dozens of slices, one for each set of bundles. Slices
// below this go into one file that comes with the first bundle: one request instead of many.
const SMALL_BYTES_MAX = 24_000;

const [parts, dist] = process.argv.slice(2);
const digest = (...files) => files.reduce((hash, file) => hash.update(file), createHash("sha384")).digest();
const short = (...files) => digest(...files).subarray(0, 8).toString("hex");
const integrity = (file) => `sha384-${digest(file).toString("base64")}`;
const fetching = (name, file) => `fetched("./${name}", "${integrity(file)}")`;

const old = {};
for (const name of await readdir(dist)) {
  const [, kind] = /^app-[0-9a-f]+(_bg\.wasm|\.js)$/.exec(name) ?? [];
  if (kind) old[kind] = name;
}

/** For each part, as the splitter calls it, the file of `dist` it is in. */
const placed = new Map();

/** Writes each part, and names it in the script that fetches them. */
async function writeParts(script) {
  const named = /fetch\(new URL\("\.\/([\w-]+)\.wasm", import\.meta\.url\)\)/g;
  const fetches = new Map();
  const small = [];
  for (const [, name] of script.matchAll(named)) {
    const file = await readFile(join(parts, `${name}.wasm`));
    if (name.startsWith("chunk_") && file.length <= SMALL_BYTES_MAX) {
      small.push([name, file]);
      continue;
    }
    const hashed = `${name.replace(/^split_/, "")}-${short(file)}.wasm`;
    await writeFile(join(dist, hashed), file);
    placed.set(name, hashed);
    fetches.set(name, fetching(hashed, file));
  }
  const together = Buffer.concat(small.map(([, file]) => file));
  const hashed = `slices-${short(together)}.bin`;
  await writeFile(join(dist, hashed), together);
  let from = 0;
  for (const [name, file] of small) {
    placed.set(name, hashed);
    fetches.set(name, `slice(${from}, ${from += file.length})`);
  }
  return FETCHED + sliceFunction(fetching(hashed, together)) + script.replace(named, (_, name) => fetches.get(name));
}

/** Fetches a part; a server that gives it a wrong type is understood all the same. */
const FETCHED = `const fetched = async (name, integrity) => {
  const it = await fetch(new URL(name, import.meta.url), { integrity });
  const isRight = it.headers.get("Content-Type") === "application/wasm";
  if (!it.ok || isRight) return it;
  return new Response(it.body, { headers: { "Content-Type": "application/wasm" } });
};
`;

/** Cuts one part out of the file of small ones, which is fetched once; again after a failure. */
const sliceFunction = (fetching) => `let slices;
const slice = async (from, to) => {
  slices ??= ${fetching}.then((it) => it.ok ? it.arrayBuffer() : Promise.reject(new Error(it.status)));
  const whole = await slices.catch((error) => { slices = undefined; throw error; });
  return new Response(whole.slice(from, to), { headers: { "Content-Type": "application/wasm" } });
};
`;

let app = await readFile(join(parts, "app.js"), "utf8");
let fetcher = await writeParts(await readFile(join(parts, "app_bundles.js"), "utf8"));
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

// Which files a bundle needs, for whoever wants to fetch or weigh them beforehand.
const lines = (await readFile(join(parts, "parts.txt"), "utf8")).trim().split("\n");
const needs = lines.map((line) => line.split(" ")).map(([bundle, ...names]) =>
  [bundle, [...new Set(names.map((name) => placed.get(name)))]]);
await writeFile(join(dist, "bundles.json"), JSON.stringify(Object.fromEntries(needs)));
