// A demo community of its own for each journey, and a phone to visit it with.
import { execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

const START_MS_MAX = 60_000;
const root = resolve(import.meta.dirname, "../..");
const server = process.env.HUIYIN_BIN ?? join(root, "target/release/huiyin");
const dist = process.env.HUIYIN_DIST ?? join(root, "dist");
const browserPath = process.env.HUIYIN_CHROMIUM ?? "/usr/bin/chromium";

/**
 * Starts a server with a fresh demo; `codes` are the residents' letter codes. With a `season` there
 * is also one more contest in each phase.
 */
export async function openDemo({ season = false } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "huiyin-journey-"));
  const port = await freePort();
  const clock = join(folder, "clock");
  const start = () =>
    spawn(server, [
      "serve", "--database", join(folder, "demo.db"), "--data", join(folder, "data"),
      "--client", dist, "--demo", "--demo-clock", clock, "--listen", `127.0.0.1:${port}`,
      ...(season ? ["--demo-season"] : []),
    ], { stdio: ["ignore", "pipe", "inherit"] });
  let running = start();
  const welcome = await said(running);
  const codes = [...welcome.matchAll(/#code=(\d{12})/g)].map((found) => found[1]);
  const staff = welcome.match(/^\s+(\S+)\s+(\S+)\s+http\S+\/sign-in\s*$/m);
  const stop = async () => {
    const ended = new Promise((done) => running.once("exit", done));
    running.kill("SIGTERM");
    await ended;
  };
  return {
    address: `http://127.0.0.1:${port}`,
    codes,
    staff: { name: staff[1], password: staff[2] },
    folder,
    dist,
    stop,
    /** Runs another command of the program on the demo's database; resolves with what it says. */
    async run(command) {
      const where = ["--database", join(folder, "demo.db"), "--data", join(folder, "data")];
      const { stdout } = await promisify(execFile)(server, [...command, ...where]);
      return stdout;
    },
    /** Moves the server's clock to a moment (ISO with offset), and waits for what is due by then. */
    async moveClock(moment) {
      await writeFile(clock, moment);
      const deadline = Date.now() + START_MS_MAX;
      const done = () => readFile(`${clock}.done`, "utf8").catch(() => "");
      while ((await done()) !== moment) {
        if (Date.now() > deadline) throw new Error(`the server's clock did not move to ${moment}`);
        await new Promise((later) => setTimeout(later, 50));
      }
    },
    async startAgain() {
      running = start();
      await said(running);
    },
    async close() {
      if (running.exitCode === null) await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** One browser for a file of journeys; `more` are further flags it starts with. */
export function openBrowser(more = []) {
  return chromium.launch({
    executablePath: browserPath,
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync", ...more,
    ],
  });
}

/** A phone of 360 x 740; `faults` gathers what the console and the page complained about. */
export async function openPhone(browser, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    // What a journey takes away or changes on the way has to be asked for by the page itself;
    // offline.test.mjs is the one that lets the worker stand between.
    serviceWorkers: "block",
    ...options,
  });
  const page = await context.newPage();
  const faults = [];
  const strangers = new Set();
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    // An answer that is a refusal is logged by the browser itself and is no fault of the page.
    const isAnswer = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isAnswer) faults.push(message.text());
  });
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1") strangers.add(hostname);
  });
  return { context, page, faults, strangers };
}

/** Resolves with what the server says when it is ready. */
function said(process) {
  return new Promise((done, fail) => {
    let words = "";
    const late = setTimeout(() => fail(new Error(`not ready in time; said: ${words}`)), START_MS_MAX);
    process.once("exit", (code) => fail(new Error(`the server ended with ${code}: ${words}`)));
    process.stdout.on("data", (chunk) => {
      words += chunk;
      if (/\/contests\s/.test(words)) {
        clearTimeout(late);
        done(words);
      }
    });
  });
}

async function freePort() {
  const probe = createServer();
  await new Promise((done, fail) => {
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", done);
  });
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  return port;
}

const LOOK_AGAIN_MS = 50;
const LOOKS_MAX = 600;

/** Waits until something is so in the page that takes a promise, which would count as so by itself. */
export async function until(page, isSo) {
  for (let n = 0; n < LOOKS_MAX; n += 1) {
    if (await page.evaluate(isSo)) return;
    await page.waitForTimeout(LOOK_AGAIN_MS);
  }
  throw new Error(`it never was so: ${isSo}`);
}
