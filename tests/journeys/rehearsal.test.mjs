// The rules of a contest tried on invented ballots, on those of a past vote, and on a file.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { contests, signInAsOrganiser } from "./steps.mjs";

let demo;
let browser;
let known;

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  known = await contests(demo);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

const count = (page) => page.getByRole("button", { name: "算一遍", exact: true }).click();
const rules = (page) => page.locator("main ol.list > li .card");

test("the organiser tries the rules on invented ballots before the vote is over", async () => {
  const { context, page, faults } = await openPhone(browser);
  await signInAsOrganiser(page, demo);
  await page.goto(`${demo.address}/contests/${known.voting}`);
  await page.getByRole("link", { name: "试算:换一种规则会怎样" }).click();
  await page.getByRole("heading", { name: /^试算:/, level: 1 }).waitFor();
  await page.getByLabel("编多少人投票").fill("0");
  await count(page);
  await page.getByText("2000").first().waitFor();
  await checkScreen(page, "a rehearsal that was asked wrongly");
  await page.getByLabel("编多少人投票").fill("120");
  await count(page);
  await page.getByRole("heading", { name: "几种规则比一比" }).waitFor();
  assert.ok((await rules(page).count()) >= 4, "each rule has a card");
  assert.match(await rules(page).first().innerText(), /这次大赛的规则[\s\S]*120 位投票人里/);
  await checkScreen(page, "a rehearsal");
  assert.deepEqual(faults, []);
  await context.close();
});

test("anybody tries them on the ballots of a past vote, with another sum", async () => {
  const { context, page, faults } = await openPhone(browser);
  await page.goto(`${demo.address}/contests/${known.past}/rehearsal`);
  await page.getByRole("radio", { name: /的真实选票$/ }).first().check();
  await count(page);
  await page.getByRole("heading", { name: "几种规则比一比" }).waitFor();
  const before = await rules(page).first().innerText();
  await page.getByLabel("一共有多少钱(元)").fill("1");
  // Two presses within a second are one: hands that tremble press twice.
  await page.waitForTimeout(1_100);
  await count(page);
  await page.getByText(/0 个提案当选/).first().waitFor();
  assert.notEqual(await rules(page).first().innerText(), before);
  assert.deepEqual(faults, []);
  await context.close();
});
