// Every screen in every mode: the engines, our probes, strain and the Tab key find nothing.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { nextScreen } from "./checks/actions.mjs";
import { glance, inspect, lines } from "./checks.mjs";
import { atRest } from "./checks/in_page.mjs";
import { restyle, TWICE } from "./checks/strain.mjs";
import { openBrowser, openDemo } from "./demo.mjs";
import { ROUTES } from "./routes.mjs";
import { FACTORS, gaps, nWays, spread } from "./spread.mjs";
import { openVisitors } from "./visitors.mjs";

let demo;
let browser;
let visitors;
let things;
const seen = [];

before(async () => {
  demo = await openDemo({ season: true });
  browser = await openBrowser();
  ({ visitors, things } = await openVisitors(browser, demo));
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

const waysOfAll = spread(ROUTES);

for (const [nth, route] of ROUTES.entries()) {
  const ways = waysOfAll[nth];
  test(`${route.name} as ${route.who}`, async () => {
    const waysByFault = new Map();
    const layouts = new Set();
    for (const [at, way] of ways.entries()) {
      const name = Object.values(way).join(" ");
      const isNewLayout = !layouts.has(way.layout);
      layouts.add(way.layout);
      for (const line of await look(route, way, { isFirst: at === 0, isNewLayout })) {
        waysByFault.set(line, [...(waysByFault.get(line) ?? []), name]);
      }
    }
    seen.push({ pattern: route.pattern, ways });
    const found = [...waysByFault].map(([line, names]) => `${line} [${names.join(", ")}]`);
    assert.ok(found.length === 0, `${found.length} faults\n${found.join("\n")}`);
  });
}

test("every value was seen at every address, every pair of values on some screen", (t) => {
  const n = seen.reduce((sum, { ways }) => sum + ways.length, 0);
  const values = Object.values(FACTORS).map((it) => it.length).join(" x ");
  const all = ROUTES.length * nWays();
  t.diagnostic(`${n} of ${all} combinations (${ROUTES.length} screens x ${values})`);
  assert.equal(seen.length, ROUTES.length);
  assert.deepEqual(gaps(seen), []);
});

/** Looks at a screen in one way; the faults. */
async function look(route, way, { isFirst, isNewLayout }) {
  const visitor = visitors[route.who];
  const { page } = visitor;
  const isTwice = way.text === "2x";
  await visitor.go(route.at(things), way);
  const mode = await page.evaluate(() => ({ ...document.documentElement.dataset }));
  assert.equal(mode.layout, way.layout, "the layout of the link is the one shown");
  assert.equal(`${mode.contrast}-${mode.light}`, way.light, "so are its colours");
  if (isTwice) await restyle(page, TWICE);
  const found = lines(await inspect(page, { isTwice, isFirst }));
  // A page of the elder mode may go on: its further screens get the quick checks, the engine once.
  while (await nextScreen(page)) {
    const { search } = new URL(page.url());
    const further = await (isNewLayout ? glance : atRest)(page);
    found.push(...lines(further).map((line) => `(${search}) ${line}`));
  }
  found.push(...visitor.faults.splice(0).map((words) => `console: ${words}`));
  found.push(...[...visitor.strangers].map((host) => `stranger: ${host}`));
  return found;
}
