// Lighthouse scores of the release build, served compressed: node lighthouse.mjs [PATH...]
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { named, withDemoServer } from "./server.mjs";

// DESIGN.md, Budgets.
const LEAST = { performance: 99, accessibility: 100, "best-practices": 100 };
const FIRST_TEXT_MS_MAX = 1200;
const USABLE_MS_MAX = 3000;

const cli = createRequire(import.meta.url).resolve("lighthouse/cli/index.js");
const paths = process.argv.length > 2 ? process.argv.slice(2) : ["/"];

async function report(url) {
  const folder = await mkdtemp(join(tmpdir(), "huiyin-lighthouse-"));
  const output = join(folder, "report.json");
  const flags = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    `--user-data-dir=${join(folder, "profile")}`,
  ].join(" ");
  try {
    await promisify(execFile)(process.execPath, [
      cli, url, "--quiet", "--output=json", `--output-path=${output}`, `--chrome-flags=${flags}`,
    ], { env: { ...process.env, CHROME_PATH: named("HUIYIN_CHROMIUM") } });
    return JSON.parse(await readFile(output, "utf8"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function judged(value, isWithin) {
  return isWithin ? `${value}` : `${value} (OVER BUDGET)`;
}

function lines({ categories, audits }) {
  const score = (name) => Math.round(categories[name].score * 100);
  const ms = (name) => Math.round(audits[name].numericValue);
  return [
    ...Object.entries(LEAST).map(([name, least]) =>
      [name, judged(score(name), least <= score(name))]),
    ["first text, ms", judged(ms("first-contentful-paint"),
      ms("first-contentful-paint") <= FIRST_TEXT_MS_MAX)],
    ["largest paint, ms", `${ms("largest-contentful-paint")}`],
    ["usable, ms", judged(ms("interactive"), ms("interactive") <= USABLE_MS_MAX)],
    ["blocking, ms", `${ms("total-blocking-time")}`],
    ["bytes sent", `${ms("total-byte-weight")}`],
  ];
}

await withDemoServer(async (address) => {
  for (const path of paths) {
    console.log(`Lighthouse, mobile: ${path}`);
    for (const [what, value] of lines(await report(address + path))) {
      console.log(`  ${what.padEnd(18)} ${value}`);
    }
  }
});
