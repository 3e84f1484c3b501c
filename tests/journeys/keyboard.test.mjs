// The keyboard alone: a vote in the standard mode, and the four flows of the elder mode.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { beginsAtHeading, followByKey, pressByKey, tabTo } from "./keys.mjs";
import { openVisitor } from "./modes.mjs";
import { signInByLetter } from "./steps.mjs";

const TITLE = "A second rail for the stairs of house 3";

let demo;
let browser;

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** A resident in the elder mode, on the first screen, with no hand on the mouse. */
async function openElder(nth) {
  const signIn = (page) => signInByLetter(page, demo, nth);
  const visitor = await openVisitor(browser, demo, signIn);
  await visitor.go("/", { layout: "elder", language: "en" });
  return visitor;
}

test("the keyboard alone is enough to vote", async () => {
  const { page, context, faults } = await openPhone(browser);
  await signInByLetter(page, demo, 1);
  const vote = page.getByRole("link", { name: /^去投票/ });
  await tabTo(page, vote);
  await page.keyboard.press("Enter");
  await page.getByRole("group", { name: "您支持哪些提案?" }).waitFor();
  const marks = await page.getByRole("checkbox").all();
  for (const mark of [marks[0], marks[2]]) {
    await tabTo(page, mark);
    await page.keyboard.press("Space");
    assert.ok(await mark.isChecked());
  }
  await tabTo(page, page.getByRole("link", { name: "继续:检查我的选择" }));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "投出以前再看一遍" }).waitFor();
  const heading = await page.evaluate(() => document.activeElement.tagName);
  assert.equal(heading, "H1", "a new screen begins at its heading");
  await tabTo(page, page.getByRole("button", { name: "投出选票" }));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "选票已投进票箱" }).waitFor();
  await page.getByText("中投了 2 个提案").first().waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test("elder mode, keyboard alone: propose, and see what became of it", async () => {
  const { page, context, faults } = await openElder(2);
  await followByKey(page, /^I have something to say/);
  await followByKey(page, /^Take part in the contest/);
  // A sentence, a place, a reason: the rest can be answered where all of it is checked.
  const answers = [TITLE, "House 3, entrance 1", "Old people slip when it snows."];
  for (const words of answers) {
    await tabTo(page, page.locator("main form input, main form textarea").first());
    await page.keyboard.type(words);
    await pressByKey(page, "Continue");
    await beginsAtHeading(page);
  }
  // Photos are not asked for: they can be passed over.
  await pressByKey(page, "Continue");
  await beginsAtHeading(page, "Check your proposal");
  await pressByKey(page, "Send the proposal");
  await beginsAtHeading(page);
  const number = Number((await page.locator("main").innerText()).match(/No\.\s*(\d+)/)[1]);
  assert.ok(number > 0);
  await followByKey(page, /^Home/);
  await followByKey(page, /^My echoes/);
  await page.getByText(`No. ${number}`, { exact: true }).first().waitFor();
  await followByKey(page, TITLE);
  await page.getByRole("heading", { level: 1, name: TITLE }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test("elder mode, keyboard alone: vote", async () => {
  const { page, context, faults } = await openElder(3);
  await followByKey(page, /^Vote/);
  // First what one should know, then one proposal on each screen.
  for (const _ of ["first", "second"]) {
    await tabTo(page, page.locator('main a[rel~="next"]'));
    await page.keyboard.press("Enter");
    await beginsAtHeading(page);
    const mark = page.getByRole("checkbox");
    await tabTo(page, mark);
    await page.keyboard.press("Space");
    assert.ok(await mark.isChecked());
  }
  await followByKey(page, /^Continue: check my choices/);
  await beginsAtHeading(page, "Look once more before you cast");
  await pressByKey(page, "Cast my ballot");
  await beginsAtHeading(page, "Your ballot is in the box");
  await page.getByText("You voted for 2 proposals").first().waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test("elder mode, keyboard alone: ask for help", async () => {
  const { page, context, faults } = await openElder(4);
  await followByKey(page, /help/i);
  const call = page.locator('main a[href^="tel:"]').first();
  await tabTo(page, call);
  assert.match(await call.innerText(), /\d{3}/);
  await followByKey(page, /^Have me called back/);
  await tabTo(page, page.getByLabel("Your telephone number"));
  await page.keyboard.type("13800138000");
  await tabTo(page, page.getByRole("radio").first());
  await page.keyboard.press("Space");
  await pressByKey(page, "Send and wait for the call");
  await beginsAtHeading(page, "Noted: please wait for our call");
  assert.deepEqual(faults, []);
  await context.close();
});
