// A page with faults planted on purpose: the checks find exactly these, so they are known to bite.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { glance, inspect } from "./checks.mjs";
import { dayGoesBy, stopClock } from "./checks/still.mjs";
import { openBrowser, openPhone } from "./demo.mjs";

const ADDRESS = "http://127.0.0.1:9/planted";

/** Every fault of the page in the standard mode, by the rule that finds it. */
const PLANTED = {
  "axe:color-contrast": ["#pale"],
  "axe:image-alt": ["#no-alt"],
  "axe:label": ["#no-label"],
  clipped: ["#cut"],
  "close-targets": ["#near"],
  dialog: ["#popup"],
  "doubled:clipped": ["#fixed"],
  "focus-covered": ["#veiled"],
  "focus-faint": ["#faint"],
  "focus-unseen": ["#unmarked"],
  "forced-edge": ["#edgeless"],
  "forced-own": ["#own"],
  heading: ["html"],
  "ibm:img_alt_valid": ["#no-alt"],
  "ibm:input_label_exists": ["#hidden-label", "#no-label"],
  "ibm:text_contrast_sufficient": ["#pale"],
  "justified-text": ["#justified"],
  "live-region": ["#inside", "html"],
  misnamed: ["#misnamed"],
  overlapping: ["#above"],
  "same-name": ["#two"],
  sideways: ["#wide", "html"],
  "small-target": ["#tiny"],
  "small-text": ["#small"],
  "spaced:clipped": ["#spread"],
  "stuck-bar": ["#bar"],
  "tight-lines": ["#tight"],
  unreached: ["#skipped"],
  "vague-name": ["#vague"],
  wordless: ["#hidden-label", "#icon", "#no-label"],
  "zoomed:sideways": ["#rigid"],
};

/** What the elder mode asks for beyond that. */
const ONLY_ELDER = {
  // The stricter rule stands in the place of the other, so it names what that one named.
  "axe:color-contrast-enhanced": ["#dull", "#pale"],
  "close-targets": ["#apart"],
  "low-button": ["#low", "#tiny"],
  "narrow-button": ["#narrow", "#tiny"],
  "small-target": ["#inline"],
  "small-text": ["#cut", "#fixed", "#medium"],
};

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
  const key = ({ rule, at }) => `${rule} ${at}`;
  const standard = new Set((await glance(page)).map(key));
  await page.evaluate(() => (document.documentElement.dataset.layout = "elder"));
  const more = (await glance(page)).filter((it) => !standard.has(key(it)));
  assert.deepEqual(byRule(more), ONLY_ELDER);
  await context.close();
});

test("a title that names another page and lines without end are found", async () => {
  const { page, context } = await openPlanted();
  await page.goto(ADDRESS);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => {
    const heading = document.createElement("h1");
    heading.textContent = "这一页的名字";
    document.getElementById("rank").replaceWith(heading);
    document.getElementById("tight").textContent += "这一行没有尽头。".repeat(20);
  });
  const found = byRule(await glance(page));
  assert.deepEqual(found.title, ["html"]);
  assert.deepEqual(found["long-lines"], ["#tight"]);
  assert.equal(found.heading, undefined);
  await context.close();
});

test("what vanishes while nobody does anything is found", async () => {
  const { page, context } = await openPlanted();
  await stopClock(page);
  await page.goto(ADDRESS);
  assert.deepEqual(byRule(await dayGoesBy(page)), { vanished: ["words"] });
  await context.close();
});
