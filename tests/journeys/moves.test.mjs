// From page to page: the heading takes the focus, the title names it, the live regions stay.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openDemo } from "./demo.mjs";
import { ROUTES } from "./routes.mjs";
import { openVisitors } from "./visitors.mjs";

let demo;
let browser;
let visitors;
let things;

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  ({ visitors, things } = await openVisitors(browser, demo));
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** Follows a link to an address of the app, as a person does. */
async function follow(page, address) {
  await page.evaluate((address) => {
    const link = document.createElement("a");
    link.href = address;
    link.id = "follow";
    link.textContent = address;
    document.querySelector("main").prepend(link);
    scrollTo(0, document.body.scrollHeight);
    link.click();
  }, address);
}

for (const route of ROUTES.filter((it) => it.at({}) !== "/")) {
  test(`to ${route.name} as ${route.who}`, async (t) => {
    const { page, go } = visitors[route.who];
    for (const layout of ["standard", "elder"]) {
      await go("/", { layout });
      const before = await page.title();
      await page.evaluate(() => {
        globalThis.regions = [...document.querySelectorAll("body [role=status], body [role=alert]")]
          .filter((it) => !it.closest("main"));
      });
      await follow(page, route.at(things));
      const focused = page.locator("main h1:focus");
      const isFocused = focused.waitFor({ timeout: 5_000 }).then(() => true, () => false);
      assert.ok(await isFocused, `${layout}: the heading takes the focus`);
      const heading = await focused.innerText();
      const title = await page.title();
      assert.notEqual(title, before, `${layout}: the title changes`);
      assert.ok(title.includes(heading), `${layout}: “${title}” names “${heading}”`);
      assert.equal(await page.evaluate(() => scrollY), 0, `${layout}: one begins at the top`);
      const stayed = await page.evaluate(() => globalThis.regions.map((it) => it.isConnected));
      assert.deepEqual(stayed, [true, true], `${layout}: a status and an alert region stay`);
      t.diagnostic(`${layout}: ${title}`);
    }
  });
}
