// Writes the pages of dist/ from index.html: one stylesheet, one script that starts the app, a
// content policy, and a copy at every fixed address for servers that know only files.
import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { minify } from "terser";
import { pages } from "./addresses.mjs";

/** These stand in the page itself, so that the frame is painted before anything else is here. */
const CRITICAL = ["tokens", "base", "layout", "shell", "ui", "rooms"];

const [root, dist] = process.argv.slice(2);
const hash = (kind, text) => createHash(kind).update(text);
const short = (text) => hash("sha384", text).digest("hex").slice(0, 16);
const integrity = (file) => `sha256-${hash("sha256", file).digest("base64")}`;
const names = await readdir(dist);
const named = (pattern) => {
  const found = names.filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`one file like ${pattern} was expected: ${found}`);
  return found[0];
};

/** The minified stylesheets, in the order of the page, which `dist/` no longer needs alone. */
async function takeStyles(page) {
  const critical = [];
  const rest = [];
  for (const [, name] of page.matchAll(/<link data-trunk rel="css" href="style\/([\w-]+)\.css">/g)) {
    const file = named(new RegExp(`^${name}-[0-9a-f]{16}\\.css$`));
    const text = await readFile(join(dist, file), "utf8");
    (CRITICAL.includes(name) ? critical : rest).push(text.trim());
    await rm(join(dist, file));
  }
  return { critical: critical.join("\n"), rest: rest.join("\n") };
}

/** The first parts of all addresses, and those addresses in which nothing varies. */
async function addresses() {
  const all = (await pages(root)).map(([at]) => at);
  const rooms = [...new Set(all.map((at) => at.split("/")[0]))].sort();
  return { rooms, fixed: all.filter((at) => !at.includes(":")).sort() };
}

/** The page's own scripts without what only we read; browsers of any age run them. */
async function smaller(page) {
  const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)];
  const packed = await Promise.all(scripts.map(([, body]) => minify(body, { ecma: 5, ie8: true })));
  return scripts.reduce((text, [whole], nth) => text.replace(whole, () => `<script>${packed[nth].code}</script>`), page);
}

/** Scripts and styles by hash; any https API, since `config.json` names it after the build. */
function policy(page) {
  const hashes = (element) =>
    [...page.matchAll(new RegExp(`<${element}>([\\s\\S]*?)</${element}>`, "g"))]
      .map(([, body]) => `'sha256-${hash("sha256", body).digest("base64")}'`).join(" ");
  const api = "'self' https: http://127.0.0.1:* http://localhost:*";
  return [
    "default-src 'none'", `script-src 'self' 'wasm-unsafe-eval' ${hashes("script")}`,
    `style-src 'self' ${hashes("style")}`, `connect-src ${api}`, `img-src ${api} data: blob:`,
    `media-src ${api} blob:`, "font-src 'self'", "manifest-src 'self'", "worker-src 'self' blob:",
    "base-uri 'self'", "form-action 'self'",
  ].join("; ");
}

const source = await readFile(join(root, "index.html"), "utf8");
const { critical, rest } = await takeStyles(source);
const [app, bundles, wasm] = [/^app-[0-9a-f]{16}\.js$/, /^bundles-[0-9a-f]{16}\.js$/,
  /^app-[0-9a-f]{16}_bg\.wasm$/].map(named);
const vouched = async (name) => integrity(await readFile(join(dist, name)));
const style = `style-${short(rest)}.css`;
await writeFile(join(dist, style), rest);

// The same integrity as the preload's: otherwise the program would be fetched twice.
const start = `import init from "./${app}";
import { begin } from "./${bundles}";
const integrity = "${await vouched(wasm)}";
init({ module_or_path: fetch(new URL("./${wasm}", import.meta.url), { integrity }) });
begin();
`;
const starter = `start-${short(start)}.js`;
await writeFile(join(dist, starter), start);

const { rooms, fixed } = await addresses();
const tags = [
  `<style>${critical}</style>`,
  `<link rel="modulepreload" href="${app}" integrity="${await vouched(app)}" crossorigin>`,
  `<link rel="modulepreload" href="${bundles}" integrity="${await vouched(bundles)}" crossorigin>`,
  `<link rel="preload" as="fetch" type="application/wasm" href="${wasm}" integrity="${await vouched(wasm)}" crossorigin>`,
  `<script type="module" src="${starter}" integrity="${integrity(start)}" crossorigin></script>`,
];
let page = source
  .replace(/^ *<link data-trunk [^>]*>\n/gm, "")
  .replace("<base data-trunk-public-url>", '<base href="./">')
  .replace(/<html ([^>]*)>/, `<html $1 data-rooms="${rooms.join(" ")}">`)
  .replace("</head>", () => `${tags.join("\n")}\n</head>`)
  // At the end of the body: it holds up the app's start, and not the frame.
  .replace("</body>", () => `<link rel="stylesheet" href="${style}" integrity="${integrity(rest)}" crossorigin>\n</body>`)
  .replace(/^ +/gm, "");
page = await smaller(page);
const meta = `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy(page)}">`;
page = page.replace('<meta charset="utf-8">', () => meta);

await writeFile(join(dist, "index.html"), page);
// Most hosts show this where they have no file, at the address that was asked for.
await copyFile(join(dist, "index.html"), join(dist, "404.html"));
for (const address of fixed) {
  await mkdir(join(dist, address), { recursive: true });
  await copyFile(join(dist, "index.html"), join(dist, address, "index.html"));
}
