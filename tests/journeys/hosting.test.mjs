// The same folder of files on four kinds of web servers: addresses open, and open again.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { contests } from "./steps.mjs";

const root = resolve(import.meta.dirname, "../..");
const dist = process.env.HUIYIN_DIST ?? join(root, "dist");
const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css",
  ".json": "application/json", ".svg": "image/svg+xml", ".wasm": "application/wasm",
};

let demo;
let browser;
let folder;
let collecting;

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), "huiyin-hosting-"));
  ({ collecting } = await contests(demo));
});

after(async () => {
  await browser?.close();
  await demo?.close();
  if (folder) await rm(folder, { recursive: true });
});

/** The files of the app at a place below a folder, with settings of their own. */
async function site(name, below, settings) {
  const place = join(folder, name, below);
  await mkdir(place, { recursive: true });
  await cp(dist, place, { recursive: true });
  await writeFile(join(place, "config.json"), JSON.stringify({ community: "wutong", ...settings }));
  return join(folder, name);
}

/** A server that knows files and nothing else; the API stands at the same host. */
async function serveFiles(files, { notFound } = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    if (pathname.startsWith("/api/")) return pass(request, response);
    const place = join(files, decodeURIComponent(pathname));
    const isFolder = (await stat(place).catch(() => null))?.isDirectory();
    if (isFolder && !pathname.endsWith("/")) {
      return response.writeHead(301, { Location: `${pathname}/` }).end();
    }
    const file = isFolder ? join(place, "index.html") : place;
    const found = await readFile(file).catch(() => null);
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    if (found) return response.writeHead(200, { "Content-Type": type }).end(found);
    const page = notFound ? await readFile(join(files, notFound)) : "Not found";
    response.writeHead(404, { "Content-Type": notFound ? TYPES[".html"] : "text/plain" }).end(page);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }),
  };
}

/** Passes a question to the demo's server, as a gateway does. */
async function pass(request, response) {
  const headers = { ...request.headers };
  for (const name of ["host", "connection", "content-length"]) delete headers[name];
  const answer = await fetch(demo.address + request.url, { method: request.method, headers });
  const type = answer.headers.get("content-type") ?? "application/json";
  response.writeHead(answer.status, { "Content-Type": type }).end(Buffer.from(await answer.arrayBuffer()));
}

const heading = (page) => page.locator("#page h1").first();

/** Opens an address, follows a link, reads the page anew and goes back. */
async function walk(app, path, shown = path) {
  const { context, page, faults } = await openPhone(browser);
  await page.goto(app + path);
  await heading(page).waitFor();
  await page.waitForURL(app + shown);
  const title = await heading(page).innerText();
  await page.reload();
  await heading(page).waitFor();
  assert.equal(await heading(page).innerText(), title);
  await page.getByRole("link", { name: "大字" }).first().click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor({ state: "detached" });
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
  return title;
}

test("on a server that shows 404.html, below a path, deep addresses open and open again", async () => {
  const files = await site("not-found", "hui/yin", { api: "/api/v1" });
  const server = await serveFiles(files, { notFound: "hui/yin/404.html" });
  await walk(`${server.address}/hui/yin/`, `contests/${collecting}`);
  await walk(`${server.address}/hui/yin/`, "contests", "contests/");
  await server.close();
});

test("on a server that knows only files, addresses stand behind the hash and open again", async () => {
  const files = await site("bare", "hui", { api: "/api/v1", deep_links: "hash" });
  const server = await serveFiles(files);
  const app = `${server.address}/hui/`;
  const title = await walk(app, `#/contests/${collecting}`);
  const { context, page } = await openPhone(browser);
  await page.goto(app);
  await heading(page).waitFor();
  await page.getByRole("link", { name: title }).first().click();
  await page.waitForURL(`${app}#/contests/${collecting}`);
  await context.close();
  await server.close();
});

test("a mistyped address below the app leads to the app, which says so", async () => {
  const files = await site("mistyped", "hui", { api: "/api/v1" });
  const server = await serveFiles(files, { notFound: "hui/404.html" });
  const { context, page } = await openPhone(browser);
  await page.goto(`${server.address}/hui/no/such/page`);
  await page.getByRole("heading", { name: "没有这个页面" }).waitFor();
  await context.close();
  await server.close();
});

test("a link with two slashes asks no other host, and leads to the app", async () => {
  const files = await site("slashes", "", { api: "/api/v1" });
  const server = await serveFiles(files, { notFound: "404.html" });
  const other = "//elsewhere.example/";
  for (const path of [other, `${other}contests`, `${other}#${other}`]) {
    const { context, page, strangers } = await openPhone(browser);
    await page.goto(server.address + path);
    await heading(page).waitFor();
    const { host } = new URL(await page.evaluate(() => document.baseURI));
    assert.equal(`http://${host}`, server.address);
    assert.deepEqual([...strangers], []);
    await context.close();
  }
  await server.close();
});

test("on nginx with its recipe, addresses, packed files and headers are right", async () => {
  const files = await site("nginx", "", { api: "api/v1" });
  const port = 20_000 + (process.pid % 20_000);
  const recipe = await readFile(join(root, "docs/hosting/nginx.conf"), "utf8");
  const gateway = `location /api/ { proxy_pass ${demo.address}; }`;
  const own = recipe.replace("listen 8080", `listen 127.0.0.1:${port}`)
    .replace("/srv/huiyin", files)
    .replace("location / {", `${gateway}\n  location / {`);
  // Started by root, its workers would be somebody who may not read our folder.
  const user = process.getuid() === 0 ? "user root;" : "";
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`).join("\n");
  const types = "types { text/html html; text/javascript js; text/css css; application/json json;"
    + " image/svg+xml svg; application/wasm wasm; }";
  await writeFile(join(folder, "nginx.conf"), `${user} daemon off; pid ${folder}/nginx.pid;
    error_log stderr; events {} http { access_log off; ${temporary} ${types} ${own} }`);
  const nginx = spawn(process.env.HUIYIN_NGINX ?? "nginx", ["-c", join(folder, "nginx.conf")], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const address = `http://127.0.0.1:${port}`;
  try {
    const answers = async () => (await fetch(address).catch(() => null))?.ok;
    for (let n = 0; n < 100 && !(await answers()); n += 1) {
      await new Promise((later) => setTimeout(later, 50));
    }
    const page = await fetch(`${address}/contests/${collecting}`);
    assert.equal(page.headers.get("cache-control"), "no-cache");
    assert.match(page.headers.get("permissions-policy"), /microphone=\(self\)/);
    const [wasm] = (await page.text()).match(/app-[0-9a-f]{16}_bg\.wasm/);
    const program = await fetch(`${address}/${wasm}`, { headers: { "Accept-Encoding": "gzip" } });
    assert.match(program.headers.get("cache-control"), /immutable/);
    assert.equal(program.headers.get("content-encoding"), "gzip");
    assert.equal((await fetch(`${address}/app-0000000000000000.js`)).status, 404);
    await walk(`${address}/`, `contests/${collecting}`);
  } finally {
    nginx.kill("SIGTERM");
  }
});

test("the page allows no inline script but its own, and fetches its program once", async () => {
  const { context, page, faults } = await openPhone(browser);
  const programs = [];
  page.on("request", (request) => {
    if (/app-[0-9a-f]+_bg\.wasm$/.test(request.url())) programs.push(request.url());
  });
  const answer = await page.goto(demo.address);
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(await answer.text())[1];
  assert.ok(!policy.includes("unsafe-inline"), policy);
  await heading(page).waitFor();
  assert.equal(programs.length, 1);
  assert.deepEqual(faults, []);
  await context.close();
});
