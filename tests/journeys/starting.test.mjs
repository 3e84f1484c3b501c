// What a person sees before the app is there, and when it does not come.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { lines } from "./checks.mjs";
import { axe } from "./checks/engines.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { contests, councils, namesOnBallot, seriesOfCouncils, signInByLetter } from "./steps.mjs";

// A tenth is what browsers call good; half of that is less than anybody notices.
const SHIFT_MAX = 0.05;

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

/** Holds the program back; returns what lets it go. */
async function holdBack(page) {
  let letGo;
  const held = new Promise((done) => (letGo = done));
  await page.route("**/app-*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

const settings = (page, it) =>
  page.route("**/config.json", (route) => route.fulfill({ json: { api: "api/v1", ...it } }));

test("a browser without WebAssembly shows the hot-line and what is open", async () => {
  const { context, page } = await openPhone(browser);
  await page.addInitScript(() => delete window.WebAssembly);
  await page.goto(demo.address);
  await page.getByRole("heading", { level: 1, name: "这个浏览器打不开本页" }).waitFor();
  await page.getByRole("heading", { name: "现在开放的" }).waitFor();
  await page.getByText("正在投票").first().waitFor();
  assert.match(await page.locator("#shell-call").getAttribute("href"), /^tel:\d+$/);
  // It stands in both languages, of which one is hidden, and has no app around it.
  assert.deepEqual(lines(await axe(page)), [], "a browser that cannot run it");
  await context.close();
});

test("a program with the wrong type starts all the same, and so do the bundles", async () => {
  const { context, page } = await openPhone(browser);
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), "content-type": "application/octet-stream" };
    await route.fulfill({ response, headers });
  });
  await page.goto(`${demo.address}/ledger`);
  await page.getByRole("heading", { level: 1, name: "回音榜" }).waitFor();
  await context.close();
});

test("a program that does not come is said, with the hot-line and a way to try again", async () => {
  const { context, page } = await openPhone(browser);
  await page.route("**/app-*.wasm", (route) => route.abort());
  await page.goto(demo.address);
  await page.getByRole("heading", { level: 1, name: "本页没有打开" }).waitFor();
  await page.locator("#shell-call").waitFor();
  await page.unroute("**/app-*.wasm");
  await page.getByRole("link", { name: "再试一次" }).click();
  await page.locator("#page h1").first().waitFor();
  await context.close();
});

test("what takes longer than eight seconds is said, and opens when it comes", async () => {
  const { context, page } = await openPhone(browser);
  await page.route("**/app-*.wasm", async (route) => {
    await new Promise((later) => setTimeout(later, 10_000));
    await route.continue();
  });
  await page.goto(demo.address, { waitUntil: "commit" });
  await page.getByRole("heading", { level: 1, name: "打开得很慢" }).waitFor();
  await page.locator("#page h1").first().waitFor();
  await context.close();
});

test("settings that name a community of the past say so", async () => {
  const { context, page } = await openPhone(browser);
  await settings(page, { community: "gone" });
  await page.goto(demo.address);
  await page.getByText("这个网址的设置旧了").waitFor();
  await context.close();
});

test("an API that does not answer leaves the frame, the hot-line and a way to try again", async () => {
  const { context, page } = await openPhone(browser);
  const frame = { name: { zh: "梧桐里社区", en: "Wutongli" }, hot_line: "021-5555 0128" };
  await settings(page, { community: "wutong", frame });
  await page.goto(demo.address);
  await page.locator("main .card").first().waitFor();
  await page.route("**/api/**", (route) => route.abort());
  await page.reload();
  await page.getByRole("button", { name: "再试一次" }).waitFor();
  await page.locator(".hotline__number").getByText("5555").waitFor();
  await context.close();
});

test("header and hot-line stay where they are when the app comes", async () => {
  const { context, page } = await openPhone(browser);
  await page.goto(demo.address);
  await page.locator("main .card").first().waitFor();
  const letGo = await holdBack(page);
  await page.reload({ waitUntil: "commit" });
  const boxes = async () =>
    Promise.all([".header", ".hotline", ".doors"].map((it) => page.locator(it).boundingBox()));
  await page.locator("#shell-call").waitFor();
  const before = await boxes();
  letGo();
  await page.locator("#page").waitFor();
  assert.deepEqual(await boxes(), before);
  await context.close();
});

test("the first screen says what one can do before the app is there, in both modes and languages", async () => {
  const said = [
    ["standard-18-plain-light", "zh-CN", "现在可以做的事", "我有话说"],
    ["elder-24-plain-light", "zh-CN", "您想做什么?", "我有话说"],
    ["standard-18-plain-light", "en-GB", "What you can do now", "I have something to say"],
  ];
  for (const [modes, locale, heading, button] of said) {
    const { context, page } = await openPhone(browser, { locale });
    const letGo = await holdBack(page);
    await page.goto(`${demo.address}/?modes=${modes}`, { waitUntil: "commit" });
    const before = page.locator("#shell h1").filter({ hasText: heading });
    await before.waitFor();
    await page.locator("#shell").getByRole("link", { name: button }).waitFor();
    const { y } = await before.boundingBox();
    assert.deepEqual(lines(await axe(page)), [], `${modes}, ${locale}`);
    letGo();
    await page.locator("#page h1").getByText(heading).waitFor();
    // The same words at the same height: nobody loses the line they are reading.
    assert.equal((await page.locator("#page h1").boundingBox()).y, y, `${modes}, ${locale}`);
    await context.close();
  }
});

test("who is signed in is greeted before the app is there", async () => {
  const { context, page } = await openPhone(browser);
  await signInByLetter(page, demo, 0);
  const greeting = await page.locator("#page .home-hello").innerText();
  const letGo = await holdBack(page);
  await page.goto(demo.address, { waitUntil: "commit" });
  await page.locator("#shell").getByText(greeting).waitFor();
  assert.equal(await page.locator("#shell").getByRole("link", { name: "登录" }).count(), 0);
  letGo();
  await page.locator("#page").getByText(greeting).waitFor();
  await context.close();
});

test("what a page asks first is asked once, while the app is on its way", async () => {
  const { collecting, voting, past } = await contests(demo);
  const [proposal] = await namesOnBallot(demo, voting);
  const [{ series }, { council }] = [await seriesOfCouncils(demo), await councils(demo)];
  const pages = [
    ["/", "home"], [`/contests/${collecting}`, `contests/${collecting}`],
    [`/contests/${collecting}/proposals`, `contests/${collecting}/proposals?limit=20&sort=newest&`],
    [`/proposals/${proposal}`, `proposals/${proposal}`], [`/contests/${past}/result`, `contests/${past}/result`],
    [`/contests/${voting}/vote`, `contests/${voting}`], [`/series/${series}`, `series/${series}`],
    [`/councils/${council}`, `councils/${council}`], ["/contests", "contests"],
  ];
  const { context, page } = await openPhone(browser);
  await signInByLetter(page, demo, 0);
  for (const [path, first] of pages) {
    const asked = [];
    const note = (request) => asked.push(request.url());
    page.on("request", note);
    const letGo = await holdBack(page);
    await page.goto(demo.address + path, { waitUntil: "commit" });
    const address = `${demo.address}/api/v1/communities/wutong/${first}`;
    const is = (url) => url === address;
    while (!asked.some(is)) await page.waitForRequest((request) => is(request.url()));
    letGo();
    await page.locator("#page h1").first().waitFor();
    await page.waitForLoadState("networkidle");
    assert.equal(asked.filter(is).length, 1, `${path} asks once for ${first}`);
    page.off("request", note);
    await page.unroute("**/app-*.wasm");
  }
  await context.close();
});

test("what was asked too early and did not come, or came as a gateway's page, is asked for again", async () => {
  const away = (route) => route.abort();
  const gateway = (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><p>Sign in</p>" });
  for (const first of [away, gateway]) {
    const { context, page, faults } = await openPhone(browser);
    let n = 0;
    await page.route("**/wutong/home", (route) => (n++ === 0 ? first(route) : route.continue()));
    await page.goto(demo.address);
    await page.locator("#page .card").first().waitFor();
    assert.equal(n, 2);
    assert.deepEqual(faults, []);
    await context.close();
  }
});

/** In the page: how much has moved that nobody moved, as browsers count it (CLS). */
function watchShifts() {
  window.huiyinShifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      const what = sources.map(({ node }) => node?.className || node?.nodeName);
      if (!hadRecentInput) window.huiyinShifts.push({ value, what });
    }
  }).observe({ type: "layout-shift", buffered: true });
}

test("nothing jumps while a page comes bit by bit", async () => {
  const { collecting, voting, past } = await contests(demo);
  const [proposal] = await namesOnBallot(demo, voting);
  const paths = ["/", `/contests/${collecting}/proposals`, `/proposals/${proposal}`,
    `/contests/${voting}/vote`, `/contests/${past}/result`, "/councils", "/ledger", "/sign-in"];
  for (const path of paths) {
    for (const modes of ["standard-18-plain-light", "elder-24-plain-light"]) {
      const { context, page } = await openPhone(browser);
      await page.addInitScript(watchShifts);
      // Each kind of thing comes so late that what was there before has been painted.
      for (const [what, ms] of [["**/style-*.css", 200], ["**/app-*.wasm", 900], ["**/api/**", 300]]) {
        await page.route(what, async (route) => {
          await pause(ms);
          await route.continue().catch(() => {});
        });
      }
      await page.goto(`${demo.address}${path}?modes=${modes}`);
      await page.locator("#page h1").first().waitFor();
      await page.waitForLoadState("networkidle");
      const shifts = await page.evaluate(() => window.huiyinShifts);
      const sum = shifts.reduce((sum, { value }) => sum + value, 0);
      assert.ok(sum <= SHIFT_MAX, `${path} ${modes}: ${sum} ${JSON.stringify(shifts)}`);
      await context.close();
    }
  }
});
