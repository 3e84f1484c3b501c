// The desk of whoever answers: what is owed, the answer with its reason, passing on, the notices.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { sayOpinion, signInAsOrganiser, signInByLetter } from "./steps.mjs";

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

async function phone(signIn) {
  const opened = await openPhone(browser);
  await signIn(opened.page);
  return opened;
}

const resident = (nth) => phone((page) => signInByLetter(page, demo, nth));
const organiser = () => phone((page) => signInAsOrganiser(page, demo));
const act = (number, name) => `${demo.address}/desk/feedback/${number}/${name}`;

test("an answer is not sent with a template as it stands, nor without its reason", async () => {
  const author = await resident(0);
  const number = await sayOpinion(author.page, demo, "请在门口加一个快递柜");
  const { context, page, faults } = await organiser();
  await page.goto(act(number, "answer"));
  await page.getByRole("radio", { name: /^不采纳/ }).check();
  await page.getByRole("button", { name: "用模板:不归社区管" }).click();
  await page.getByRole("button", { name: "发出答复" }).click();
  await page.getByText("模板里还有【】没有填").first().waitFor();
  await page.getByText("还没有选").first().waitFor();
  await checkScreen(page, "an answer with faults");
  await page.getByRole("radio", { name: "不归社区管" }).check();
  await page.getByLabel("把原因说清楚").fill("快递柜由街道统一安排,我们已经转告街道。");
  await page.locator(".answering-preview").getByText("快递柜由街道统一安排").first().waitFor();
  await checkScreen(page, "an answer before it is sent");
  await page.getByRole("button", { name: "发出答复" }).click();
  await page.getByText("答复已经发出,居民会收到通知。").first().waitFor();
  assert.deepEqual(faults, []);
  await author.page.goto(`${demo.address}/notices`);
  await author.page.getByText("没看过").first().waitFor();
  await checkScreen(author.page, "notices");
  await author.page.getByRole("link", { name: new RegExp(`^第${number}号`) }).first().click();
  await author.page.getByText("快递柜由街道统一安排").first().waitFor();
  await author.context.close();
  await context.close();
});

test("nothing that was written is lost when somebody else was quicker", async () => {
  const author = await resident(1);
  const number = await sayOpinion(author.page, demo, "请修一修健身器材");
  const [slow, quick] = [await organiser(), await organiser()];
  await slow.page.goto(act(number, "pass-on"));
  await slow.page.getByLabel("为什么转?").fill("器材归物业养护。");
  await slow.page.getByRole("radio").first().check();
  await quick.page.goto(act(number, "acknowledge"));
  await quick.page.getByLabel("对居民说什么?").fill("收到了,明天去看。");
  await quick.page.getByRole("button", { name: "发出回应" }).click();
  await quick.page.getByText("回应已经发出。").first().waitFor();
  await slow.page.getByRole("button", { name: "转过去" }).click();
  await slow.page.getByText("刚才有人先改动了").first().waitFor();
  assert.equal(await slow.page.getByLabel("为什么转?").inputValue(), "器材归物业养护。");
  await slow.page.waitForTimeout(1_100);
  await slow.page.getByRole("button", { name: "转过去" }).click();
  await slow.page.getByText("已经转过去,期限不变。").first().waitFor();
  for (const { context } of [author, slow, quick]) await context.close();
});

test("several are passed on at once, with one reason", async () => {
  const author = await resident(2);
  const numbers = [];
  for (const words of ["楼顶漏水", "水管也漏水"]) {
    numbers.push(await sayOpinion(author.page, demo, words));
  }
  const { context, page, faults } = await organiser();
  await page.goto(`${demo.address}/desk`);
  await page.getByRole("link", { name: /^答复居民:\d+ 件要办/ }).click();
  await page.getByRole("link", { name: "居委会的" }).click();
  await page.waitForURL(/owner=office/);
  for (const number of numbers) {
    await page.getByRole("checkbox", { name: `选上第${number}号,一起转办` }).check();
  }
  await checkScreen(page, "what is owed");
  await page.getByRole("button", { name: "转办选上的 2 件" }).click();
  await page.getByText(/^有 \d 处要改$/).first().waitFor();
  await page.getByRole("group", { name: "转给谁?" }).getByRole("radio").nth(1).check();
  await page.getByLabel("为什么转?").fill("漏水归物业修。");
  // A second press within a second is taken for a hand that trembles.
  await page.waitForTimeout(1_100);
  await page.getByRole("button", { name: "转办选上的 2 件" }).click();
  await page.getByText("转办了 2 件。").first().waitFor();
  assert.deepEqual(faults, []);
  await author.context.close();
  await context.close();
});

test("the office tells on the telephone what a phone does not show", async () => {
  const author = await resident(3);
  await sayOpinion(author.page, demo, "电话里告诉我就行");
  await author.page.goto(`${demo.address}/notices/choices`);
  await author.page.getByRole("checkbox", { name: "打电话告诉我" }).check();
  await author.page.getByRole("button", { name: "保存" }).click();
  await author.page.getByText(/^有 1 处要改$/).first().waitFor();
  await author.page.getByLabel("电话号码").fill("13812345678");
  // A second press within a second is taken for a hand that trembles.
  await author.page.waitForTimeout(1_100);
  await author.page.getByRole("button", { name: "保存" }).click();
  await author.page.getByText("记下了。以后的进展按这样通知您。").first().waitFor();
  await checkScreen(author.page, "the ways to hear");
  const { context, page } = await organiser();
  await page.goto(`${demo.address}/desk/calls`);
  await page.getByRole("link", { name: /^打电话 138/ }).first().waitFor();
  await checkScreen(page, "who is to be called");
  await author.context.close();
  await context.close();
});
