// Somebody is called to the door and comes back a day later: the page is as it was left.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { dayGoesBy, stopClock } from "./checks/still.mjs";
import { lines } from "./checks.mjs";
import { openBrowser, openDemo } from "./demo.mjs";
import { opened } from "./modes.mjs";
import { ROUTES } from "./routes.mjs";
import { openVisitors } from "./visitors.mjs";

let demo;
let browser;
let visitors;
let things;

before(async () => {
  demo = await openDemo({ season: true });
  browser = await openBrowser();
  ({ visitors, things } = await openVisitors(browser, demo));
  for (const { page } of Object.values(visitors)) await stopClock(page);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

for (const [nth, route] of ROUTES.entries()) {
  test(`${route.name} as ${route.who}`, async () => {
    const { page, go, strangers } = visitors[route.who];
    await page.clock.setSystemTime(Date.now());
    await go(route.at(things), { layout: nth % 2 === 0 ? "elder" : "standard" });
    assert.deepEqual(lines(await dayGoesBy(page)), []);
    assert.deepEqual([...strangers], []);
  });
}

test("what was typed is there a day later, and after the page is opened anew", async () => {
  const { page, go } = visitors.resident;
  const words = "在三号楼门口加一个扶手";
  await page.clock.setSystemTime(Date.now());
  await go(`/contests/${things.collecting}/propose/what`, { layout: "elder" });
  await page.locator("main input, main textarea").first().fill(words);
  assert.deepEqual(lines(await dayGoesBy(page)), []);
  await page.reload();
  await opened(page);
  assert.equal(await page.locator("main input, main textarea").first().inputValue(), words);
});
