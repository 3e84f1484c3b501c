// Pages come in bundles: the first screen needs none of them, and one that does not come is told.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { signInAsOrganiser } from "./steps.mjs";

let demo;
let browser;
let bundles;

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  bundles = await (await fetch(`${demo.address}/bundles.json`)).json();
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

const heading = (page, name) => page.getByRole("heading", { name, level: 1 }).waitFor();

/** The files of bundles that this page has fetched. */
function watchParts(page) {
  const known = new Set(Object.values(bundles).flat());
  const fetched = [];
  page.on("request", (request) => {
    const name = new URL(request.url()).pathname.slice(1);
    if (known.has(name)) fetched.push(name);
  });
  return fetched;
}

test("the first screen comes without the rooms, and so does the way back to it", async () => {
  const { context, page, faults } = await openPhone(browser);
  const parts = watchParts(page);
  await page.goto(demo.address);
  await page.locator("#page h1").first().waitFor();
  await page.locator("main .card").first().waitFor();
  // What looks after a lost network comes by itself, and nothing waits for it.
  const beside = bundles.offline;
  assert.deepEqual(parts.filter((name) => !beside.includes(name)), []);
  await page.getByRole("link", { name: "回音榜" }).first().click();
  await heading(page, "回音榜");
  await page.waitForLoadState("networkidle");
  const expected = new Set([...beside, ...bundles.aside]);
  assert.deepEqual([...parts].sort(), [...expected].sort());
  await page.goBack();
  await page.locator("main .card").first().waitFor();
  // Fetched once: the same page again asks for nothing.
  const n = parts.length;
  await page.goForward();
  await heading(page, "回音榜");
  assert.equal(parts.length, n);
  assert.deepEqual(faults, []);
  await context.close();
});

test("nobody but the office fetches its rooms", async () => {
  const office = bundles.office.find((name) => name.startsWith("office-"));
  const { context, page, faults } = await openPhone(browser);
  const parts = watchParts(page);
  for (const path of ["/", "/contests", "/councils", "/feedback/say", "/ledger", "/display"]) {
    await page.goto(demo.address + path);
    await page.locator("#page h1").first().waitFor();
  }
  assert.ok(!parts.includes(office), parts.join(" "));
  await signInAsOrganiser(page, demo);
  await page.goto(`${demo.address}/desk`);
  await page.locator("#page h1").first().waitFor();
  assert.ok(parts.includes(office));
  assert.deepEqual(faults, []);
  await context.close();
});

test("a bundle that does not come is told as a lost connection, and trying again opens the page", async () => {
  const { context, page, faults } = await openPhone(browser);
  await page.goto(demo.address);
  await page.locator("main .card").first().waitFor();
  await context.setOffline(true);
  await page.getByRole("link", { name: "回音榜" }).first().click();
  await page.getByText("手机现在没有网络。").first().waitFor();
  await checkScreen(page, "a page that did not come");
  await context.setOffline(false);
  await page.getByRole("button", { name: "再试一次" }).click();
  await heading(page, "回音榜");
  await page.getByText(/^一共收到 \d+ 件/).first().waitFor();
  // What failed is in the console: these alone.
  assert.ok(faults.every((fault) => fault.includes("Failed to fetch")), faults.join("\n"));
  await context.close();
});

test("what takes longer than a second is waited for in words", async () => {
  const { context, page, faults } = await openPhone(browser);
  await page.route(`**/${bundles.aside.at(-1)}`, async (route) => {
    await new Promise((later) => setTimeout(later, 2_500));
    await route.continue();
  });
  await page.goto(`${demo.address}/ledger`);
  await page.getByRole("status").getByText("正在打开").waitFor({ state: "attached" });
  await heading(page, "回音榜");
  assert.deepEqual(faults, []);
  await context.close();
});

test("a file that was changed on the way is not run", async () => {
  const { context, page } = await openPhone(browser);
  await page.route(`**/${bundles.aside.at(-1)}`, async (route) => {
    const response = await route.fetch();
    const body = Buffer.from(await response.body());
    body[body.length - 1] ^= 1;
    await route.fulfill({ response, body });
  });
  await page.goto(`${demo.address}/ledger`);
  await page.getByRole("button", { name: "再试一次" }).waitFor();
  await page.unroute(`**/${bundles.aside.at(-1)}`);
  await page.getByRole("button", { name: "再试一次" }).click();
  await heading(page, "回音榜");
  await context.close();
});

test("an organiser's part of a contest is fetched by organisers alone, and again if it does not come", async () => {
  const own = bundles.managing.find((name) => name.startsWith("managing-"));
  const guest = await openPhone(browser);
  const parts = watchParts(guest.page);
  await guest.page.goto(`${demo.address}/contests/3`);
  await guest.page.getByRole("heading", { name: "经过" }).waitFor();
  assert.ok(!parts.includes(own), "nobody else fetches what runs a contest");
  await guest.context.close();
  const { context, page } = await openPhone(browser);
  await signInAsOrganiser(page, demo);
  await page.route(`**/${own}`, (route) => route.abort());
  await page.goto(`${demo.address}/contests/3`);
  const again = page.getByRole("button", { name: "再试一次" });
  await again.waitFor();
  assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1, "the contest itself is there");
  await page.unroute(`**/${own}`);
  await again.click();
  await page.getByLabel("为什么现在进入下一个阶段").waitFor();
  await context.close();
});

/** Addresses, and the bundle their page is in. */
const BESIDE = {
  "contests/1": "contest", "contests/index.html": "lists", "#/contests/1": "contest",
  "contests/1/result?from=home": "results", "proposals/1": "proposal",
  "contests/1/recount": "recounting", ledger: "aside", "desk/series/1": "office",
};
for (const [address, bundle] of Object.entries(BESIDE)) {
  test(`what /${address} needs is asked for while the app itself is on its way`, async () => {
    const { context, page } = await openPhone(browser);
    let goOn;
    const held = new Promise((later) => (goOn = later));
    await page.route(/\/app-[0-9a-f]+_bg\.wasm$/, async (route) => {
      await held;
      await route.continue();
    });
    const own = bundles[bundle].find((name) => name.startsWith(`${bundle}-`));
    const asked = page.waitForRequest((request) => request.url().endsWith(`/${own}`));
    await page.goto(`${demo.address}/${address}`, { waitUntil: "commit" });
    await asked;
    goOn();
    await page.locator("#page h1").first().waitFor();
    await context.close();
  });
}

test("every bundle is in use", async () => {
  const source = resolve(import.meta.dirname, "../../src/later");
  const list = await readFile(join(source, "mod.rs"), "utf8");
  const named = [...list.matchAll(/(\w+)::BUNDLE\b/g)].map(([, name]) => name);
  assert.deepEqual(named.filter((name) => !(name in bundles)), []);
});
