// From page to page: the heading takes the focus, the title names it, the live regions stay, and
// nothing is lost in the elder mode: on every page the same can be done as in the standard one.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { actionsOfAllScreens } from "./checks/actions.mjs";
import { openBrowser, openDemo } from "./demo.mjs";
import { opened } from "./modes.mjs";
import { ROUTES } from "./routes.mjs";
import { openVisitors } from "./visitors.mjs";

let demo;
let browser;
let visitors;
let things;
/** What can be done on a page, by layout and then by the number of the route. */
const actions = { standard: new Map(), elder: new Map() };

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
  const focused = page.locator("#page h1:focus");
  const isFocused = focused.waitFor({ timeout: 5_000 }).then(() => true, () => false);
  assert.ok(await isFocused, `${layout}: the heading takes the focus`);
  return focused.innerText();
}

/**
 * On the first screen in a layout; without opening the app anew where it is shown already. Both
 * layouts speak English, so that names can be compared.
 */
async function beginAtHome(visitor, layout) {
  const { page, go, shownIn } = visitor;
  visitor.shownIn = null;
  if (shownIn !== layout) return go("/", { layout, language: "en" });
  await follow(page, "/");
  await headingOf(page, layout);
}

// One layout after the other, so that the app is seldom opened anew.
for (const layout of ["standard", "elder"]) {
  for (const [nth, route] of ROUTES.entries()) {
    const isFirstScreen = route.at({}) === "/";
    test(`${layout}: to ${route.name} as ${route.who}`, async (t) => {
      const visitor = visitors[route.who];
      const { page } = visitor;
      await beginAtHome(visitor, layout);
      if (isFirstScreen) {
        // The next one begins here anew: who is there already cannot follow a link to here.
        actions[layout].set(nth, await actionsOfAllScreens(page));
        return;
      }
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
        const { bottom } = document.querySelector("#page h1").getBoundingClientRect();
        return scrollY - Math.max(0, Math.ceil(bottom + scrollY - innerHeight));
      });
      assert.ok(down <= 0, `one begins at the top, and not ${down} px below`);
      const stayed = await page.evaluate(() => globalThis.regions.map((it) => it.isConnected));
      assert.deepEqual(stayed, [true, true], "a status and an alert region stay");
      t.diagnostic(title);
      await opened(page);
      actions[layout].set(nth, await actionsOfAllScreens(page));
      visitor.shownIn = layout;
    });
  }
}

for (const [nth, route] of ROUTES.entries()) {
  test(`the elder mode offers the same at ${route.name} as ${route.who}`, () => {
    const [standard, elder] = [actions.standard.get(nth), actions.elder.get(nth)];
    assert.ok(standard && elder, "the page was seen in both layouts");
    // What the frame offers around every page counts wherever it stands.
    const around = new Set([...standard.frame, ...elder.frame]);
    const all = (modes) => new Set([...modes.frame, ...modes.own]);
    const lost = [...all(standard)].filter((it) => !all(elder).has(it));
    const added = [...elder.own].filter((it) => !standard.own.has(it) && !around.has(it));
    assert.deepEqual({ lost, added }, { lost: [], added: [] });
  });
}
