// Nothing is lost in the elder mode: on every page the same can be done as in the standard one.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { actionsOfAllScreens } from "./checks/actions.mjs";
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

for (const route of ROUTES) {
  test(`${route.name} as ${route.who}`, async () => {
    const { page, go } = visitors[route.who];
    // Both modes say the same in English, so that names can be compared.
    await go(route.at(things), { layout: "standard", language: "en" });
    const standard = await actionsOfAllScreens(page);
    await go(route.at(things), { layout: "elder", language: "en" });
    const elder = await actionsOfAllScreens(page);
    // What the frame offers around every page counts wherever it stands.
    const around = new Set([...standard.frame, ...elder.frame]);
    const all = (modes) => new Set([...modes.frame, ...modes.own]);
    const lost = [...all(standard)].filter((it) => !all(elder).has(it));
    const added = [...elder.own].filter((it) => !standard.own.has(it) && !around.has(it));
    assert.deepEqual({ lost, added }, { lost: [], added: [] });
  });
}
