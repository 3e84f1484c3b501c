// The public ledger: its figures, its selection in the address, its plots, its files.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
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

const heading = (page, name) => page.getByRole("heading", { name, level: 1 }).waitFor();

test("a guest chooses what to see, and the way back leads to what was seen before", async () => {
  const { context, page, faults } = await openPhone(browser);
  await page.goto(`${demo.address}/ledger`);
  await heading(page, "回音榜");
  await page.getByText(/^一共收到 \d+ 件\(收回的不算\)。$/).first().waitFor();
  await page.getByText(/已按时答复 \d+ 件,共 \d+ 件/).first().waitFor();
  await checkScreen(page, "the ledger");
  await page.getByLabel("办到哪一步").selectOption({ label: "等答复" });
  await page.getByRole("button", { name: "按这样看" }).click();
  await page.waitForURL(/stage=waiting/);
  await page.getByText("现在只看:等答复").first().waitFor();
  const stages = await page.locator(".card .status").allInnerTexts();
  assert.ok(stages.length > 0 && stages.every((stage) => stage === "等答复"), String(stages));
  await checkScreen(page, "a part of the ledger");
  await page.goBack();
  await page.getByText("现在只看:等答复").first().waitFor({ state: "detached" });
  assert.doesNotMatch(page.url(), /stage=/);
  assert.deepEqual(faults, []);
  await context.close();
});

test("a page that takes longer than a second says so, and opens all the same", async () => {
  const { context, page, faults } = await openPhone(browser);
  await page.route("**/api/v1/communities/*/ledger*", async (route) => {
    await new Promise((later) => setTimeout(later, 2_500));
    await route.continue();
  });
  await page.goto(`${demo.address}/ledger`);
  await page.getByRole("status").getByText("正在打开").waitFor({ state: "attached" });
  await heading(page, "回音榜");
  await page.getByText(/^一共收到 \d+ 件\(收回的不算\)。$/).first().waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test("every plot stands on a table, and every name in it is a selection", async () => {
  const { context, page, faults } = await openPhone(browser);
  await page.goto(`${demo.address}/ledger`);
  await page.getByText("按月份用表格看").click();
  const months = page.locator("details", { hasText: "按月份用表格看" });
  const rows = await months.getByRole("row").allInnerTexts();
  assert.ok(rows.length > 1, "months with what was received");
  const byOwner = page.locator("section", { hasText: "按负责部门" }).last();
  await byOwner.locator("a.card__link", { hasNotText: "居委会" }).first().click();
  await page.waitForURL(/department=\d+/);
  await page.getByText(/^现在只看:/).first().waitFor();
  await page.goBack();
  // What no department has, the office itself owes: that is a selection like any other.
  await byOwner.locator("a.card__link", { hasText: "居委会" }).click();
  await page.waitForURL(/department=office/);
  await page.getByText("现在只看:居委会").first().waitFor();
  assert.equal(await page.getByLabel("谁负责").inputValue(), "office");
  const csv = await page.getByRole("link", { name: "下载表格(CSV)" }).getAttribute("href");
  const table = await (await fetch(new URL(csv, demo.address))).text();
  const owners = table.trim().split("\r\n").slice(1).map((line) => /,office,/.test(line));
  assert.ok(owners.length > 0 && owners.every(Boolean), "the table holds the office's alone");
  assert.deepEqual(faults, []);
  await context.close();
});

test("the table holds everything chosen, the data what is shown and the way on", async () => {
  const { context, page } = await openPhone(browser);
  await page.goto(`${demo.address}/ledger?stage=waiting`);
  await page.locator(".card .card__number").first().waitFor();
  const shown = await page.locator(".card .card__number").allInnerTexts();
  const json = await page.getByRole("link", { name: "下载数据(JSON)" }).getAttribute("href");
  const { items, next } = await (await fetch(new URL(json, demo.address))).json();
  assert.deepEqual(items.map((card) => `第${card.id}号`), shown);
  const csv = await page.getByRole("link", { name: "下载表格(CSV)" }).getAttribute("href");
  const table = await (await fetch(new URL(csv, demo.address))).text();
  const nLines = table.trim().split("\n").length - 1;
  const isWhole = next ? nLines > items.length : nLines === items.length;
  assert.ok(isWhole, `${nLines} lines below the head, ${items.length} shown`);
  await context.close();
});

test("a number leads to its page, spoken or typed", async () => {
  const { context, page } = await openPhone(browser);
  await page.goto(`${demo.address}/ledger`);
  const number = await page.locator(".card .card__number").first().innerText();
  await page.getByRole("textbox", { name: "编号" }).fill("没有");
  await page.getByRole("button", { name: "查这个编号" }).click();
  await page.getByText("没有这个编号").first().waitFor();
  await page.getByRole("textbox", { name: "编号" }).fill(number.replaceAll(/\D/g, "").split("").join(" "));
  await page.getByRole("button", { name: "查这个编号" }).click();
  await page.waitForURL(/\/feedback\/\d+$/);
  await context.close();
});
