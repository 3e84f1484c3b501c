// Lighthouse on the release build, served compressed, as a resident who is signed in sees it:
// node lighthouse.mjs [PATH...]
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { openDemo } from "../journeys/demo.mjs";
import { contests, namesOnBallot, signInByLetter } from "../journeys/steps.mjs";
import { named } from "./server.mjs";
import { judged, printTable } from "./table.mjs";

// DESIGN.md, Budgets.
const LEAST = { performance: 99, accessibility: 100, "best-practices": 100 };
const FIRST_TEXT_MS_MAX = 1200;
const USABLE_MS_MAX = 3000;

const WAYS = [["standard", "standard-18-plain-light"], ["elder", "elder-24-plain-light"]];
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--lang=zh-CN",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
/** What a browser keeps of the app; a first visit has none of it. */
const KEPT = ["Cache", "Code Cache", "GPUCache", "Service Worker"];

// It has a package of its own, so that tests and builds do without it.
const lighthouse = createRequire(new URL("../../xtask/lighthouse/package.json", import.meta.url));
const cli = lighthouse.resolve("lighthouse/cli/index.js");
const folder = await mkdtemp(join(tmpdir(), "huiyin-lighthouse-"));
const profile = join(folder, "profile");
const demo = await openDemo();
try {
  await signIn();
  const rows = [];
  for (const [name, path] of await pages(process.argv.slice(2))) {
    for (const [way, modes] of WAYS) {
      const url = `${demo.address}${path}?modes=${modes}`;
      rows.push([`${name}, ${way}`, ...figures(await report(url))]);
      console.log(`  ${rows.at(-1).join("  ")}`);
    }
  }
  const { version } = lighthouse("lighthouse/package.json");
  printTable(
    `Lighthouse ${version}, mobile, first visit, one run each`,
    ["page", "performance", "accessibility", "best practices", "first text ms", "largest ms",
      "usable ms", "blocking ms", "shift", "bytes sent"],
    [["budget", ...Object.values(LEAST), FIRST_TEXT_MS_MAX, "-", USABLE_MS_MAX, "-", "-", "-"], ...rows],
  );
} finally {
  await demo.close();
  await rm(folder, { recursive: true, force: true });
}

/** The pages a resident sees most, or those that were asked for. */
async function pages(asked) {
  if (asked.length > 0) return asked.map((path) => [path, path]);
  const { collecting, voting, past } = await contests(demo);
  const [proposal] = await namesOnBallot(demo, voting);
  return [
    ["home", "/"],
    ["list", `/contests/${collecting}/proposals`],
    ["proposal", `/proposals/${proposal}`],
    ["vote", `/contests/${voting}/vote`],
    ["result", `/contests/${past}/result`],
  ];
}

/** Leaves a profile of a browser in which a resident is signed in, and nothing else is kept. */
async function signIn() {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: named("HUIYIN_CHROMIUM"), args: FLAGS, locale: "zh-CN", serviceWorkers: "block",
  });
  try {
    const page = await context.newPage();
    await signInByLetter(page, demo, 0);
    await page.evaluate(() => localStorage.setItem("huiyin.language", JSON.stringify("zh")));
  } finally {
    await context.close();
  }
  for (const name of KEPT) {
    await rm(join(profile, "Default", name), { recursive: true, force: true });
  }
}

/** Lighthouse loses the browser's trace now and then, and says itself that it should be run again. */
async function report(url) {
  for (let left = 2; ; left -= 1) {
    try {
      return await visited(url);
    } catch (error) {
      if (left === 0 || !/Please run Lighthouse again/.test(error.stderr ?? "")) throw error;
      console.log(`  ${url}: ${error.stderr.trim()} Once more.`);
    }
  }
}

/** One visit with a fresh copy of that profile, so that no visit warms the next. */
async function visited(url) {
  const visit = await mkdtemp(join(folder, "visit-"));
  const output = join(visit, "report.json");
  const copy = join(visit, "profile");
  await cp(profile, copy, { recursive: true, filter: (file) => !/Singleton|lockfile/.test(file) });
  const flags = ["--headless", ...FLAGS, `--user-data-dir=${copy}`].join(" ");
  await promisify(execFile)(process.execPath, [
    cli, url, "--quiet", "--output=json", `--output-path=${output}`, "--disable-storage-reset",
    `--only-categories=${Object.keys(LEAST).join(",")}`, `--chrome-flags=${flags}`,
  ], { env: { ...process.env, CHROME_PATH: named("HUIYIN_CHROMIUM") } });
  const told = JSON.parse(await readFile(output, "utf8"));
  await rm(visit, { recursive: true, force: true });
  if (told.runtimeError) throw new Error(`${url}: ${told.runtimeError.message}`);
  // A link that does not keep somebody signed in would measure another page.
  if (new URL(told.finalDisplayedUrl).pathname !== new URL(url).pathname) {
    throw new Error(`${url} led to ${told.finalDisplayedUrl}`);
  }
  return told;
}

function figures({ categories, audits }) {
  const ms = (name) => Math.round(audits[name].numericValue);
  const scores = Object.entries(LEAST).map(([name, least]) => {
    const score = Math.round(categories[name].score * 100);
    return judged(score, least <= score);
  });
  const [first, usable] = [ms("first-contentful-paint"), ms("interactive")];
  return [
    ...scores,
    judged(first, first <= FIRST_TEXT_MS_MAX),
    ms("largest-contentful-paint"),
    judged(usable, usable <= USABLE_MS_MAX),
    ms("total-blocking-time"),
    audits["cumulative-layout-shift"].numericValue.toFixed(3),
    ms("total-byte-weight"),
  ];
}
