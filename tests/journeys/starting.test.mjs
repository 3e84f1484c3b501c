// What a person sees before the app is there, and when it does not come.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { lines } from "./checks.mjs";
import { axe } from "./checks/engines.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";

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
  let let_go;
  const held = new Promise((done) => (let_go = done));
  await page.route("**/app-*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.reload({ waitUntil: "commit" });
  const boxes = async () =>
    Promise.all([".header", ".hotline", ".doors"].map((it) => page.locator(it).boundingBox()));
  await page.locator("#shell-call").waitFor();
  const before = await boxes();
  let_go();
  await page.locator("#page").waitFor();
  assert.deepEqual(await boxes(), before);
  await context.close();
});
