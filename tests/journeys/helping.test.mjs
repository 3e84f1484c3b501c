// Helping: agreed to on one phone, done on another, seen and ended on the first.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { contests, fillProposal, goOn, numberSent, signInByLetter } from "./steps.mjs";

let demo;
let browser;
let open;

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  open = await contests(demo);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** Agrees to be helped with these for an hour; returns the six digits. */
async function agree(page, scopes) {
  await page.goto(`${demo.address}/help`);
  await page.getByRole("link", { name: "开始找人帮忙" }).click();
  await page.getByRole("heading", { name: "可以替您办什么?" }).waitFor();
  await checkScreen(page, "help: what");
  for (const scope of scopes) await page.getByRole("checkbox", { name: scope }).check();
  await goOn(page);
  await page.getByRole("heading", { name: "帮多久?" }).waitFor();
  await checkScreen(page, "help: how long");
  await page.getByRole("radio", { name: "一个小时" }).check();
  await goOn(page);
  await page.getByText(`我让拿到号码的人替我办:${scopes.join("、")}。`).first().waitFor();
  await checkScreen(page, "help: agree");
  await page.getByRole("button", { name: "我同意" }).click();
  await page.getByRole("heading", { name: "把号码告诉帮您的人" }).waitFor();
  await checkScreen(page, "help: the code");
  return (await page.locator(".number--big").innerText()).replaceAll(" ", "");
}

/** Enters a code; ends on the first screen of whoever is helped. */
async function enter(page, code) {
  await page.goto(`${demo.address}/helping`);
  await page.getByLabel("对方告诉您的 6 位号码").fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await page.getByRole("button", { name: "查看号码" }).click();
  await page.getByRole("heading", { name: /^您要帮的是:/ }).waitFor();
  await checkScreen(page, "helping: whom");
  await page.getByRole("button", { name: /^开始帮 / }).click();
  await page.getByText("正在帮").first().waitFor();
  await page.getByText("您好!").first().waitFor();
}

test("a neighbour proposes for somebody who sees it, and ends it with one press", async () => {
  const elder = await openPhone(browser);
  const helper = await openPhone(browser);
  await signInByLetter(elder.page, demo, 0);
  await signInByLetter(helper.page, demo, 1);
  await elder.page.goto(`${demo.address}/help`);
  await elder.page.getByRole("heading", { name: "找人帮忙" }).waitFor();
  await checkScreen(elder.page, "help");
  const code = await agree(elder.page, ["提建议", "看进度"]);
  await elder.page.reload();
  await elder.page.getByText("念:").first().waitFor();

  await enter(helper.page, code);
  const banner = helper.page.getByRole("complementary", { name: "帮忙" });
  assert.match(await banner.innerText(), /李师傅 正在帮 .*王阿姨 办事,到.*止/);
  await checkScreen(helper.page, "home while helping");
  await fillProposal(helper.page, demo, open.collecting, "在3号楼门口加装扶手");
  await helper.page.getByRole("button", { name: "提交提案" }).click();
  const number = await numberSent(helper.page);
  assert.ok(await banner.isVisible(), "the banner is on every page");

  await elder.page.goto(`${demo.address}/`);
  await elder.page.getByText("李师傅 正在帮您办事").first().waitFor();
  await checkScreen(elder.page, "home while somebody helps");
  await elder.page.getByRole("link", { name: "看一看,或者停止" }).click();
  await elder.page.getByRole("link", { name: /办了什么/ }).click();
  await elder.page.getByText(`李师傅 替您提交了第 ${number} 号提案。`).first().waitFor();
  await checkScreen(elder.page, "the log of a help");
  await elder.page.getByRole("button", { name: /^停止让/ }).click();
  await elder.page.getByText("已经停了").first().waitFor();

  await helper.page.goto(`${demo.address}/mine`);
  await helper.page.getByText("这次帮忙已经结束").first().waitFor();
  assert.equal(await banner.count(), 0, "the helper is themselves again");
  await helper.page.goto(`${demo.address}/`);
  await helper.page.getByText(/李师傅.*您好!/).first().waitFor();
  assert.deepEqual([...elder.faults, ...helper.faults], []);
  await elder.context.close();
  await helper.context.close();
});

test("a helper cannot vote for anybody, and goes back to their own account", async () => {
  const elder = await openPhone(browser);
  const helper = await openPhone(browser);
  await signInByLetter(elder.page, demo, 2);
  await signInByLetter(helper.page, demo, 3);
  await enter(helper.page, await agree(elder.page, ["联名"]));
  for (const step of ["", "/check", "/done"]) {
    await helper.page.goto(`${demo.address}/contests/${open.voting}/vote${step}`);
    await helper.page.getByRole("heading", { name: "投票要本人来" }).waitFor();
  }
  await checkScreen(helper.page, "no vote for another");
  for (const address of ["/help", "/helping", "/devices"]) {
    await helper.page.goto(demo.address + address);
    await helper.page.locator("h1").waitFor();
    await helper.page.getByText(/正在帮/).first().waitFor();
  }
  await helper.page.goto(`${demo.address}/notices`);
  await helper.page.getByRole("heading", { name: "这件事不在您能帮办的里面" }).waitFor();
  await helper.page.getByText("这件事只能本人办。").first().waitFor();
  await checkScreen(helper.page, "a page that a helper cannot open");
  await helper.page.getByRole("link", { name: "看看我能帮办什么" }).click();
  await helper.page.waitForURL(/\/helping$/);
  await helper.page.goto(`${demo.address}/helping`);
  await checkScreen(helper.page, "helping: while helping");
  await helper.page.getByRole("button", { name: "结束帮忙" }).click();
  await helper.page.getByRole("button", { name: /^继续帮/ }).waitFor();
  await checkScreen(helper.page, "helping");
  await helper.page.getByRole("button", { name: /^不再帮/ }).click();
  await helper.page.getByText("好了,您不再帮这位居民").first().waitFor();
  await elder.context.close();
  await helper.context.close();
});

test("a wrong code keeps what was typed and says what to do", async () => {
  const { page, context } = await openPhone(browser);
  await signInByLetter(page, demo, 4);
  await page.goto(`${demo.address}/helping`);
  const field = page.getByLabel("对方告诉您的 6 位号码");
  await page.getByRole("button", { name: "查看号码" }).click();
  await page.getByText("还没有填号码").first().waitFor();
  await field.fill("１２３４");
  await page.getByRole("button", { name: "查看号码" }).click();
  await page.getByText("填了 4 位").first().waitFor();
  await field.fill("000000");
  await page.getByRole("button", { name: "查看号码" }).click();
  await page.getByText("没有这个号码").first().waitFor();
  assert.equal(await field.inputValue(), "000000");
  await checkScreen(page, "helping with a wrong code");
  await context.close();
});
