// A vote with the keyboard alone, from the first screen to the receipt.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { signInByLetter } from "./steps.mjs";

const TABS_MAX = 80;

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

/** Presses Tab until `target` has the focus, and checks that the focus can be seen. */
async function tabTo(page, target) {
  for (let n = 0; n < TABS_MAX; n += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((it) => it === document.activeElement)) {
      assert.ok(await target.evaluate((it) => it.matches(":focus-visible")));
      return;
    }
  }
  assert.fail(`${await target.innerText()} was not reached in ${TABS_MAX} presses of Tab`);
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
  await page.getByText("中投了 2 个提案").waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});
