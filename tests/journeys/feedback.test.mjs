// What a resident does with feedback: says something, finds it again, follows it, takes it back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import {
  contests, fillOpinion, goOn, loseAnswer, sayOpinion, signInByLetter,
} from "./steps.mjs";

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

async function resident(nth) {
  const phone = await openPhone(browser);
  await signInByLetter(phone.page, demo, nth);
  return phone;
}

const heading = (page, name) => page.getByRole("heading", { name, level: 1 }).waitFor();

test("an opinion gets a number, two days and a place among one's echoes", async () => {
  const { page, context, faults } = await resident(0);
  const number = await sayOpinion(page, demo, "3号楼的楼道灯坏了三个月。晚上看不见台阶。");
  await heading(page, "收到您的话了");
  await page.getByText(/最晚.*告诉您由谁来办。/).first().waitFor();
  await page.getByText(/最晚.*给您答复。/).first().waitFor();
  await checkScreen(page, "an opinion that was sent");
  await page.getByRole("link", { name: "看办到哪一步" }).click();
  await heading(page, "3号楼的楼道灯坏了三个月");
  await page.getByText(/居委会收到了,最晚.*回话。/).first().waitFor();
  await checkScreen(page, "an opinion");
  await page.goto(`${demo.address}/mine`);
  await page.getByText(`第${number}号`, { exact: true }).first().waitFor();
  await page.getByText("我提的 · 意见").first().waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test("an opinion whose answer was lost is one opinion", async () => {
  const { page, context } = await resident(1);
  await fillOpinion(page, demo, "答复丢了也只发一次");
  await loseAnswer(page, "POST", /\/feedback$/, async () => {
    await page.getByRole("button", { name: "发出去" }).click();
    await page.getByText("您填的内容还在").first().waitFor();
  });
  await page.waitForTimeout(1_100);
  await page.getByRole("button", { name: "发出去" }).click();
  await page.waitForURL(/\/feedback\/\d+\/sent/);
  await page.goto(`${demo.address}/mine`);
  const sent = page.getByRole("link", { name: "答复丢了也只发一次" });
  await sent.first().waitFor();
  assert.equal(await sent.count(), 1);
  await context.close();
});

test("what was not finished is found again behind the door", async () => {
  const { page, context, faults } = await resident(2);
  await fillOpinion(page, demo, "写到一半的话");
  await page.goto(`${demo.address}/feedback/say`);
  await page.getByRole("heading", { name: "没写完的话" }).waitFor();
  await page.getByRole("link", { name: "继续写" }).first().click();
  await heading(page, "请检查您要说的话");
  assert.deepEqual(faults, []);
  await context.close();
});

test("with nothing written, the last screen says what is missing and leads there", async () => {
  const { page, context, faults } = await resident(5);
  await page.goto(`${demo.address}/feedback/say/check`);
  await heading(page, "请检查您要说的话");
  await page.getByText("还没写完,写好了才能发出去").first().waitFor();
  assert.equal(await page.getByRole("button", { name: "发出去" }).count(), 0);
  await checkScreen(page, "check with nothing written");
  await page.getByRole("link", { name: "去写“说什么”" }).click();
  await page.getByLabel("您想说什么?").fill("楼道灯坏了");
  await goOn(page);
  await heading(page, "请检查您要说的话");
  assert.equal(await page.getByRole("link", { name: "去写“说什么”" }).count(), 0);
  await page.getByRole("link", { name: "去写“在哪里”" }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test("a neighbour follows it, its author takes it back, and both see that", async () => {
  const author = await resident(3);
  const number = await sayOpinion(author.page, demo, "楼下的垃圾桶满了");
  const neighbour = await resident(4);
  await neighbour.page.goto(`${demo.address}/feedback/${number}`);
  await neighbour.page.getByRole("button", { name: "关注这件事" }).click();
  await neighbour.page.getByText("关注好了。有进展会告诉您。").first().waitFor();
  await neighbour.page.getByText("1 人关注").first().waitFor();
  await author.page.goto(`${demo.address}/feedback/${number}`);
  await author.page.getByRole("link", { name: "收回这件事" }).click();
  await heading(author.page, "要收回这件事吗?");
  await checkScreen(author.page, "taking an opinion back");
  await author.page.getByRole("button", { name: "确定收回" }).click();
  await author.page.waitForURL(/done=withdraw/);
  await author.page.getByText("您收回了这件事。").first().waitFor();
  await neighbour.page.goto(`${demo.address}/mine`);
  await neighbour.page.getByText("提的人收回了这件事。").first().waitFor();
  await neighbour.page.getByText("我关注的 · 意见").first().waitFor();
  assert.deepEqual([...author.faults, ...neighbour.faults], []);
  await author.context.close();
  await neighbour.context.close();
});

test("a number leads to an opinion or to the proposal that has it", async () => {
  const { page, context, faults } = await resident(5);
  const number = await sayOpinion(page, demo, "健身器材松了");
  await page.goto(`${demo.address}/number/${number}`);
  await page.waitForURL(new RegExp(`/feedback/${number}$`));
  const { collecting } = await contests(demo);
  const path = `/api/v1/communities/wutong/contests/${collecting}/proposals?limit=1`;
  const { items } = await (await fetch(demo.address + path)).json();
  await page.goto(`${demo.address}/number/${items[0].id}`);
  await page.waitForURL(new RegExp(`/proposals/${items[0].id}$`));
  assert.deepEqual(faults, []);
  await context.close();
});
