// Signing in: with a letter's code, however it is written, and as staff.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { contests, others } from "./steps.mjs";

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

test("the link on a letter signs in and leaves no code in the address", async () => {
  const { context, page, faults, strangers } = await openPhone(browser);
  await page.goto(`${demo.address}/sign-in#code=${demo.codes[0]}`);
  await page.getByText("您好!").first().waitFor();
  assert.equal(new URL(page.url()).hash, "");
  await checkScreen(page, "home, signed in");
  await page.goBack().catch(() => {});
  assert.ok(!page.url().includes(demo.codes[0]), "the code is not in the history");
  assert.deepEqual(faults, []);
  assert.deepEqual([...strangers], [], "no third-party host is contacted");
  await context.close();
});

test("a code is taken with spaces and full-width digits, and kept when it is wrong", async () => {
  const { context, page } = await openPhone(browser);
  await page.goto(`${demo.address}/sign-in`);
  await page.getByRole("heading", { name: "登录" }).waitFor();
  await checkScreen(page, "sign in");
  const field = page.getByLabel("信函上的 12 位号码");
  await page.getByRole("button", { name: "确认登录", exact: true }).click();
  await page.getByText("有 1 处要改").first().waitFor();
  await field.fill("1234 5678 901");
  await page.getByRole("button", { name: "确认登录", exact: true }).click();
  await page.getByText("填了 11 位").first().waitFor();
  await checkScreen(page, "sign in with a fault");
  await field.fill("1000 1000 0000");
  await page.getByRole("button", { name: "确认登录", exact: true }).click();
  await page.getByText("号码或密码不对").first().waitFor();
  assert.equal(await field.inputValue(), "1000 1000 0000", "what was typed stays");
  const wide = demo.codes[1].replace(/\d/g, (digit) => "０１２３４５６７８９"[digit]);
  await field.fill(`${wide.slice(0, 4)} ${wide.slice(4, 8)}　${wide.slice(8)}`);
  await page.getByRole("button", { name: "确认登录", exact: true }).click();
  await page.getByText("您好!").first().waitFor();
  await context.close();
});

test("whoever signs in goes on where they were", async () => {
  const { context, page, faults } = await openPhone(browser);
  const { collecting } = await contests(demo);
  const [number] = await others(demo, collecting, 0);
  await page.goto(`${demo.address}/contests/${collecting}/proposals`);
  await page.locator(`#proposal-${number}`).click();
  await page.locator("#page h1").first().waitFor();
  await page.getByRole("link", { name: "登录" }).first().click();
  await page.getByLabel("信函上的 12 位号码").fill(demo.codes[3]);
  await page.getByRole("button", { name: "确认登录", exact: true }).click();
  await page.waitForURL(`${demo.address}/proposals/${number}`);
  await page.locator(".doors").getByRole("link", { name: "我的" }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test("devices are listed and can be signed out", async () => {
  const one = await openPhone(browser);
  const two = await openPhone(browser);
  for (const { page } of [one, two]) {
    await page.goto(`${demo.address}/sign-in#code=${demo.codes[0]}`);
    await page.getByText("您好!").first().waitFor();
  }
  await two.page.goto(`${demo.address}/devices`);
  await two.page.getByText("就是这一台").first().waitFor();
  await checkScreen(two.page, "devices");
  for (const button of await two.page.getByRole("button", { name: /^退出 / }).all()) {
    await button.waitFor();
  }
  await two.page.getByRole("button", { name: /^退出 / }).first().click();
  await two.page.getByText("已经退出那一台。").first().waitFor({ state: "attached" });
  await two.page.getByRole("button", { name: "退出登录" }).click();
  await two.page.getByText("您还没有登录").first().waitFor();
  await one.context.close();
  await two.context.close();
});

test("staff sign in by name and password, in English too", async () => {
  const { context, page, faults } = await openPhone(browser, { locale: "en-GB" });
  await page.goto(`${demo.address}/sign-in`);
  await page.getByRole("button", { name: "Sign in as staff" }).click();
  await page.getByLabel("Name").fill(demo.staff.name);
  await page.getByLabel("Password").fill("not this");
  await page.getByRole("button", { name: "Sign me in", exact: true }).click();
  await page.getByText("is not right").first().waitFor();
  await page.getByLabel("Password").fill(demo.staff.password);
  await page.getByRole("button", { name: "Sign me in", exact: true }).click();
  await page.getByText("Hello,").first().waitFor();
  await checkScreen(page, "home of the organiser");
  assert.deepEqual(faults, []);
  await context.close();
});

test("without the server everything typed stays and the sentence says so", async () => {
  const { context, page } = await openPhone(browser);
  await page.goto(`${demo.address}/sign-in`);
  const field = page.getByLabel("信函上的 12 位号码");
  await field.fill(demo.codes[0]);
  await demo.stop();
  await page.getByRole("button", { name: "确认登录", exact: true }).click();
  await page.getByText("服务器现在没有回应").first().waitFor();
  assert.equal(await field.inputValue(), demo.codes[0]);
  await demo.startAgain();
  await page.waitForTimeout(1_100);
  await page.getByRole("button", { name: "确认登录", exact: true }).click();
  await page.getByText("您好!").first().waitFor();
  await context.close();
});
