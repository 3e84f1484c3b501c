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
  demo = await openDemo({ season: true });
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
    link.focus({ preventScroll: true });
    link.click();
    // The room for the pages stays: nobody else would take it away.
    link.remove();
  }, address);
}

/** Waits for the heading of the page gone to; it takes the focus. */
async function headingOf(page, layout) {
  const focused = page.locator("main h1:focus");
  const isFocused = focused.waitFor({ timeout: 5_000 }).then(() => true, () => false);
  assert.ok(await isFocused, `${layout}: the heading takes the focus`);
  return focused.innerText();
}

/** On the first screen in a layout; without opening the app anew where it is shown already. */
async function beginAtHome(visitor, layout) {
  const { page, go, shownIn } = visitor;
  visitor.shownIn = null;
  if (shownIn !== layout) return go("/", { layout });
  await follow(page, "/");
  await headingOf(page, layout);
}

// One layout after the other, so that the app is seldom opened anew.
for (const layout of ["standard", "elder"]) {
  for (const route of ROUTES.filter((it) => it.at({}) !== "/")) {
    test(`${layout}: to ${route.name} as ${route.who}`, async (t) => {
      const visitor = visitors[route.who];
      const { page } = visitor;
      await beginAtHome(visitor, layout);
      const before = await page.title();
      await page.evaluate(() => {
        globalThis.regions = [...document.querySelectorAll("body [role=status], body [role=alert]")]
          .filter((it) => !it.closest("main"));
      });
      await follow(page, route.at(things));
      const heading = await headingOf(page, layout);
      const title = await page.title();
      assert.notEqual(title, before, "the title changes");
      assert.ok(title.includes(heading), `“${title}” names “${heading}”`);
      // Where much stands above the heading, the page is moved just so far that it is seen.
      const down = await page.evaluate(() => {
        const { bottom } = document.querySelector("main h1").getBoundingClientRect();
        return scrollY - Math.max(0, Math.ceil(bottom + scrollY - innerHeight));
      });
      assert.ok(down <= 0, `one begins at the top, and not ${down} px below`);
      const stayed = await page.evaluate(() => globalThis.regions.map((it) => it.isConnected));
      assert.deepEqual(stayed, [true, true], "a status and an alert region stay");
      t.diagnostic(title);
      visitor.shownIn = layout;
    });
  }
}
