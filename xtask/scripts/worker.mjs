// Names the build in the service worker: its files with their hashes, so that it mixes no versions.
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const WORKER = "service-worker.js";
// Changed without a rebuild, or read by nobody's browser.
const APART = [WORKER, "config.json", "bundles.json"];
const PLACE = /^const BUILT = .*$/m;

const dist = process.argv[2];
const isHashed = (name) => name.split(/[-_./]/).some((part) => /^[0-9a-f]{12,}$/.test(part));
const integrity = (file) => `sha384-${createHash("sha384").update(file).digest("base64")}`;

const entries = await readdir(dist, { recursive: true, withFileTypes: true });
const names = entries
  .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name) && !entry.name.startsWith("."))
  .map((entry) => join(entry.parentPath, entry.name).slice(join(dist, "/").length).replaceAll("\\", "/"))
  .filter((name) => !APART.includes(name))
  .sort();
const page = await readFile(join(dist, "index.html"), "utf8");
const [shell, files] = [{}, {}];
const all = createHash("sha384");
for (const name of names) {
  const hash = integrity(await readFile(join(dist, name)));
  all.update(`${name} ${hash}\n`);
  // The page itself is kept by the worker under its address; other pages are the same app.
  if (name.endsWith(".html")) continue;
  if (page.includes(name)) shell[name] = hash;
  else if (!isHashed(name)) files[name] = hash;
}
const worker = await readFile(join(dist, WORKER), "utf8");
if (!PLACE.test(worker)) throw new Error(`${WORKER} has no place for what was built`);
// A change of the worker alone is a new version, too.
const id = all.update(worker.replace(PLACE, "")).digest("hex").slice(0, 16);
const built = JSON.stringify({ id, shell, files });
await writeFile(join(dist, WORKER), worker.replace(PLACE, () => `const BUILT = ${built};`));
