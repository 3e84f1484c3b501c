// Staff: an account from its first password to its end, with a second factor; departments, places.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { signInAs, signInAsOrganiser } from "./steps.mjs";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const STEP_MS = 30_000;
const PASSWORD = "梧桐树下有一张长椅子";
const LONGER = `${PASSWORD},两只猫`;

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

/** What a phone with this secret shows at a moment (RFC 6238). */
function digitsAt(secret, ms) {
  const bits = [...secret].map((it) => LETTERS.indexOf(it).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(ms / STEP_MS)));
  const mac = createHmac("sha1", key).update(counter).digest();
  const number = mac.readUInt32BE(mac[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

/** Types name and password on the page for staff. */
async function typeNameAndPassword(page, name, password) {
  await page.goto(`${demo.address}/sign-in`);
  await page.getByRole("button", { name: "工作人员登录" }).click();
  await page.getByLabel("姓名").fill(name);
  await page.getByLabel("密码").fill(password);
  await page.getByRole("button", { name: "确认登录", exact: true }).click();
}

/** Types the digits on the second step. */
async function typeCode(page, code) {
  await page.getByLabel("验证码").fill(code);
  await page.getByRole("button", { name: "核对验证码" }).click();
}

test("a colleague is added, sets up a second factor, signs in with it, and leaves", async () => {
  const office = await openPhone(browser);
  await signInAs(office.page, demo, "admin");
  await office.page.goto(`${demo.address}/desk`);
  await office.page.getByRole("link", { name: "管工作人员的账号" }).click();
  await office.page.getByRole("heading", { name: "工作人员", exact: true }).waitFor();
  await checkScreen(office.page, "staff");
  await office.page.getByRole("link", { name: "添加工作人员" }).click();
  const add = office.page.getByRole("button", { name: "添加工作人员" });
  await add.click();
  await office.page.getByText("有 2 处要改").first().waitFor();
  await checkScreen(office.page, "adding with faults");
  await office.page.getByLabel("登录名").fill("wang");
  await office.page.getByLabel("称呼").fill("王主任");
  await office.page.getByRole("radio", { name: /^部门经办:物业公司/ }).check();
  await add.click();
  await office.page.getByRole("heading", { name: "王主任的一次性密码" }).waitFor();
  await checkScreen(office.page, "a given password");
  const given = await office.page.locator(".number--big").innerText();

  const { context, page, faults } = await openPhone(browser);
  await typeNameAndPassword(page, "wang", given);
  await page.getByRole("heading", { name: "修改密码" }).waitFor();
  await checkScreen(page, "choosing a password");
  await page.goto(`${demo.address}/desk`);
  await page.getByText("只能用一次").first().waitFor();
  await page.getByRole("link", { name: "继续", exact: true }).click();
  await page.getByLabel("现在的密码").fill(given);
  await page.getByLabel("新密码", { exact: true }).fill(PASSWORD);
  await page.getByLabel("新密码再填一遍").fill(PASSWORD);
  await page.getByRole("button", { name: "换成新密码" }).click();
  await page.getByText("至少要 12 个").first().waitFor();
  await page.getByLabel("新密码", { exact: true }).fill(LONGER);
  await page.getByRole("button", { name: "换成新密码" }).click();
  await page.getByText("两遍填的不一样").first().waitFor();
  await page.getByLabel("新密码再填一遍").fill(LONGER);
  await page.getByRole("button", { name: "换成新密码" }).click();
  await page.getByRole("heading", { name: "我的账号" }).waitFor();
  await checkScreen(page, "my account");

  await page.getByRole("link", { name: "设置双重验证" }).click();
  await page.getByRole("button", { name: "显示方块" }).click();
  const secret = (await page.locator("main p.number").innerText()).replaceAll(/\s/g, "");
  assert.match(secret, /^[A-Z2-7]{32}$/);
  await checkScreen(page, "the square");
  await page.getByLabel("手机上显示的 6 位数字").fill(digitsAt(secret, Date.now()));
  await page.getByRole("button", { name: "设好双重验证" }).click();
  await page.getByRole("heading", { name: "恢复码" }).first().waitFor();
  const codes = await page.locator(".sheet li").allInnerTexts();
  assert.equal(codes.length, 8);
  await checkScreen(page, "recovery codes");

  const second = await openPhone(browser);
  await typeNameAndPassword(second.page, "wang", LONGER);
  await second.page.getByLabel("验证码").waitFor();
  await checkScreen(second.page, "the second step");
  await typeCode(second.page, "123");
  await second.page.getByText("填了 3 位").first().waitFor();
  // The next half minute's are taken already, and this one's were used.
  await typeCode(second.page, digitsAt(secret, Date.now() + STEP_MS));
  await second.page.getByText("您好!").first().waitFor();
  const third = await openPhone(browser);
  await typeNameAndPassword(third.page, "wang", LONGER);
  await typeCode(third.page, codes[0]);
  await third.page.getByText("您好!").first().waitFor();

  await office.page.goto(`${demo.address}/desk/staff`);
  await office.page.getByRole("link", { name: /^管理王主任的账号/ }).click();
  await office.page.getByRole("link", { name: "办离岗" }).click();
  await office.page.getByLabel("为什么?").fill("调到别的社区了");
  await checkScreen(office.page, "before somebody leaves");
  await office.page.getByRole("button", { name: "办离岗" }).click();
  await office.page.getByText("已经离岗,不能再登录。").first().waitFor();
  await page.goto(`${demo.address}/desk/feedback`);
  await page.getByText("登录已经过期").first().waitFor();
  assert.deepEqual([...faults, ...office.faults, ...second.faults, ...third.faults], []);
  for (const phone of [office, second, third]) await phone.context.close();
  await context.close();
});

test("departments and places are added, renamed and dissolved", async () => {
  const { context, page, faults } = await openPhone(browser);
  await signInAsOrganiser(page, demo);
  await page.goto(`${demo.address}/desk`);
  await page.getByRole("link", { name: "管部门" }).click();
  await page.getByRole("link", { name: "添加部门" }).click();
  await page.getByLabel("中文名字").fill("物业公司");
  await page.getByRole("button", { name: "保存名字" }).click();
  await page.getByText("这个名字已经有了").first().waitFor();
  await checkScreen(page, "a name that is taken");
  await page.getByLabel("中文名字").fill("派出所");
  await page.getByRole("button", { name: "保存名字" }).click();
  await page.getByRole("link", { name: "给“派出所”改名" }).click();
  await page.getByLabel("中文名字").fill("梧桐派出所");
  await page.getByRole("button", { name: "保存名字" }).click();
  await page.getByRole("link", { name: "撤销“梧桐派出所”" }).click();
  await page.getByRole("button", { name: "撤销这个部门" }).click();
  await page.locator("#reason-error").waitFor();
  await page.getByLabel("为什么撤销?").fill("并到街道了。");
  await page.waitForTimeout(1_100);
  await page.getByRole("button", { name: "撤销这个部门" }).click();
  await page.getByText("已经撤销").first().waitFor();
  await checkScreen(page, "departments");
  await page.goto(`${demo.address}/desk/places`);
  await page.getByRole("link", { name: "添加地点" }).click();
  await page.getByLabel("中文名字").fill("小花园");
  await page.getByRole("button", { name: "保存名字" }).click();
  await page.getByRole("heading", { name: "小花园" }).waitFor();
  await checkScreen(page, "places");
  assert.deepEqual(faults, []);
  await context.close();
});

test("the staff's pages are for administrators alone", async () => {
  const { context, page } = await openPhone(browser);
  await signInAsOrganiser(page, demo);
  await page.goto(`${demo.address}/desk/staff`);
  await page.getByText("只有管理员能管").first().waitFor();
  await checkScreen(page, "staff for an organiser");
  await context.close();
});
