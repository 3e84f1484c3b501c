// The register: imported from a table of the office, letters to a building, and who was not heard.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { signInAsOrganiser } from "./steps.mjs";

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

/**
 * As Excel saves a CSV in China, in GB18030: two new people, a formula, and the first one twice.
 *
 *     姓名,楼栋,单元,室,电话
 *     测试王阿姨,３,2,501,13812345678
 *     测试李师傅,21,,101,
 *     =cmd,21,,102,
 *     测试王阿姨,3号楼,2单元,501室,
 */
const TABLE = Buffer.from(
  "d0d5c3fb2cc2a5b6b02cb5a5d4aa2ccad22cb5e7bbb00d0ab2e2cad4cdf5b0a2d2cc2ca3" +
  "b32c322c3530312c31333831323334353637380d0ab2e2cad4c0eecaa6b8b52c32312c2c" +
  "3130312c0d0a3d636d642c32312c2c3130322c0d0ab2e2cad4cdf5b0a2d2cc2c33bac5c2" +
  "a52c32b5a5d4aa2c353031cad22c0d0a",
  "hex",
);

async function choose(page, buffer, name = "名册.csv") {
  await page.goto(`${demo.address}/desk/register/import`);
  await page.getByLabel("选表格文件(CSV)").setInputFiles({ name, mimeType: "text/csv", buffer });
}

test("a table is reported on row by row, and stored when the office confirms", async () => {
  const { context, page, faults } = await openPhone(browser);
  await signInAsOrganiser(page, demo);
  await page.goto(`${demo.address}/desk`);
  await page.getByRole("link", { name: "居民名册" }).click();
  await page.getByRole("link", { name: "导入名册" }).click();
  await page.getByRole("heading", { name: "导入名册" }).waitFor();
  await checkScreen(page, "import");
  await choose(page, Buffer.from("PK\x03\x04"), "名册.xlsx");
  await page.getByText("这是 Excel 文件").first().waitFor();
  await checkScreen(page, "import with a fault");
  await choose(page, TABLE);
  await page.getByRole("heading", { name: "导入前的报告" }).waitFor();
  await page.getByText("新的:2 人").waitFor();
  await page.getByText("第 4 行,姓名").waitFor();
  await page.getByText("以 = + - @ 开头").waitFor();
  await page.getByText("和第 2 行是同一个人").waitFor();
  await checkScreen(page, "report");
  await page.getByRole("button", { name: "确定,记入 2 人" }).click();
  await page.getByText("存好了,新记入 2 人。").first().waitFor();
  await checkScreen(page, "imported");
  await choose(page, TABLE);
  await page.getByText("没有新的内容,不用再存。").waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test("letters of one building are made, printed one a sheet, and sign their people in", async () => {
  const { context, page, faults } = await openPhone(browser);
  await signInAsOrganiser(page, demo);
  await page.goto(`${demo.address}/desk/letters`);
  await page.getByRole("checkbox", { name: /^21号楼/ }).check();
  await checkScreen(page, "letters");
  await page.getByRole("button", { name: "准备这一批" }).click();
  await page.getByRole("heading", { name: /^第 \d+ 批信函$/ }).waitFor();
  await page.getByText("做好 0 封,一共 1 封").waitFor();
  await checkScreen(page, "a batch before");
  await page.getByRole("button", { name: "做 1 封信" }).click();
  await page.getByRole("button", { name: "打印这 1 封信" }).waitFor();
  await page.getByRole("button", { name: "在屏幕上看信" }).click();
  const code = await page.locator(".sheet__code").innerText();
  assert.match(code, /^\d{4} \d{4} \d{4}$/);
  await checkScreen(page, "a batch made");
  assert.deepEqual(faults, []);
  const resident = await openPhone(browser);
  await resident.page.goto(`${demo.address}/sign-in#code=${code.replaceAll(" ", "")}`);
  await resident.page.getByText("您好!").first().waitFor();
  await resident.context.close();
  await page.reload();
  await page.getByText("号码不再显示").waitFor();
  assert.equal(await page.locator(".sheet__code").count(), 0, "a code is shown once");
  await page.getByRole("link", { name: /^补一封新信/ }).first().click();
  await page.getByRole("checkbox", { name: /^信被别人拿走了/ }).check();
  await page.getByRole("button", { name: "印一封新信" }).click();
  const next = await page.locator(".sheet__code").innerText();
  assert.notEqual(next, code);
  await context.close();
});

test("the office sees who takes part, and prints whom to call", async () => {
  const { context, page, faults } = await openPhone(browser);
  await signInAsOrganiser(page, demo);
  await page.goto(`${demo.address}/desk/statistics`);
  await page.getByRole("heading", { name: "谁还没有被听见" }).waitFor();
  await checkScreen(page, "statistics");
  await page.getByRole("link", { name: "打印一年没有联系的名单" }).click();
  await page.getByRole("button", { name: "打印这张名单" }).waitFor();
  await page.getByText("测试王阿姨").first().waitFor();
  await checkScreen(page, "households without contact");
  assert.deepEqual(faults, []);
  await context.close();
});
