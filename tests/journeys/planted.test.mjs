// A page with faults planted on purpose: the checks find exactly these, so they are known to bite.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { inspect } from "./checks.mjs";
import { atRest } from "./checks/in_page.mjs";
import { dayGoesBy, stopClock } from "./checks/still.mjs";
import { openBrowser, openPhone } from "./demo.mjs";

const ADDRESS = "http://127.0.0.1:9/planted";

/** Every fault of the page in the standard mode, by the rule that finds it. */
const PLANTED = {};

/** What the elder mode asks for beyond that. */
const ONLY_ELDER = {};

let browser;

before(async () => {
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
});

async function openPlanted() {
  const phone = await openPhone(browser);
  const body = await readFile(join(import.meta.dirname, "planted.html"), "utf8");
  await phone.page.route(ADDRESS, (route) => route.fulfill({ contentType: "text/html", body }));
  await phone.page.route("http://stranger.example/**", (route) => route.abort());
  return phone;
}

/** Where each rule found something: the ids in order, each once. */
function byRule(found) {
  const places = {};
  for (const { rule, at } of found) (places[rule] ??= new Set()).add(at);
  return Object.fromEntries(
    Object.entries(places)
      .map(([rule, at]) => [rule, [...at].sort()])
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

test("the checks find every planted fault and no other", async () => {
  const { page, context, strangers } = await openPlanted();
  await page.goto(ADDRESS);
  assert.deepEqual(byRule(await inspect(page)), PLANTED);
  assert.deepEqual([...strangers], ["stranger.example"]);
  await context.close();
});

test("the elder mode asks for more", async () => {
  const { page, context } = await openPlanted();
  await page.goto(ADDRESS);
  const standard = new Set((await atRest(page)).map(({ rule, at }) => `${rule} ${at}`));
  await page.evaluate(() => (document.documentElement.dataset.layout = "elder"));
  const more = (await atRest(page)).filter(({ rule, at }) => !standard.has(`${rule} ${at}`));
  assert.deepEqual(byRule(more), ONLY_ELDER);
  await context.close();
});

test("what vanishes while nobody does anything is found", async () => {
  const { page, context } = await openPlanted();
  await stopClock(page);
  await page.goto(ADDRESS);
  assert.deepEqual(byRule(await dayGoesBy(page)), { vanished: ["words"] });
  await context.close();
});
