// How long the largest real elections take to recount in a browser, beside the exact C++ program.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { named, withDemoServer } from "./server.mjs";
import { judged, printTable } from "./table.mjs";

const COMMUNITY = "wutong";
const PATIENCE_MS = 180_000;
// DESIGN.md, Budgets: equal shares without a completion.
const SECONDS_MAX = 1;
// The file, the rule of the import, and the same rule's name among the expected results.
const COUNTS = [
  ["Poland_Lodz_2024", ".pb.gz", "none", "mincost:mes_cost"],
  ["Poland_Wroclaw_2020", ".pb.gz", "none", "mincost:mes_cost"],
  ["Poland_Krakow_2021", ".pb.gz", "none", "mincost:mes_cost"],
  ["Poland_Lodz_2024", ".pb.gz", "add1", "mincost:mes_cost_add1"],
];

const elections = electionsFolder();
if (!elections) {
  console.log("recount in the browser: NOT MEASURED, the folder of real elections is not there");
} else {
  const rows = [];
  for (const [name, ending, completion, key] of COUNTS) {
    rows.push(await withDemoServer((address, database) =>
      measure(address, database, name, ending, completion, key)));
  }
  printTable(
    `Recounting in the browser; budget without a completion: ${SECONDS_MAX} s`,
    ["election", "rule", "ballots", "seconds", "C++ s", "ours/C++"],
    rows,
  );
}

function electionsFolder() {
  const given = process.env.HUIYIN_FIXTURES ?? resolve(import.meta.dirname, "../../../shared/fixtures");
  return [join(given, "elections"), given].find((folder) => existsSync(join(folder, "instances")));
}

async function measure(address, database, name, ending, completion, key) {
  const file = join(elections, "instances", name + ending);
  const said = execFileSync(named("HUIYIN_BIN"), [
    "import", file, "--community", COMMUNITY, "--database", database,
    "--rule", "equal-shares", "--completion", completion,
  ], { encoding: "utf8" });
  const contest = said.match(/contest (\d+)/)[1];
  const expected = JSON.parse(readFileSync(join(elections, "expected", `${name}.json`), "utf8"));
  const browser = await chromium.launch({
    executablePath: named("HUIYIN_CHROMIUM"),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    const page = await browser.newPage({ locale: "en-GB" });
    await page.goto(`${address}/contests/${contest}/recount`);
    await page.locator("main button.button").first().click();
    await page.getByText("agrees with the published result").waitFor({ timeout: PATIENCE_MS });
    const text = await page.locator("main").innerText();
    const seconds = Number(text.match(/([\d,]+) (?:ms|milliseconds)/)[1].replaceAll(",", "")) / 1000;
    const reference = expected.rules[key].refmes_s;
    const isWithin = completion !== "none" || seconds <= SECONDS_MAX;
    const ratio = (seconds / reference).toFixed(2);
    return [name, key, expected.num_votes, judged(seconds, isWithin), reference, ratio];
  } finally {
    await browser.close();
  }
}
