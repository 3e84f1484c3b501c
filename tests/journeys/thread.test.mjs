// The whole thread on a phone, in Chinese: from a proposal to a recount in the same browser.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import {
  another, answer, contests, goOn, moveOn, shortlist, signInAsOrganiser, signInByLetter, vote,
} from "./steps.mjs";

let demo;
let browser;
let open;
const phones = [];

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  open = await contests(demo);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

async function phone() {
  const phone = await openPhone(browser);
  phones.push(phone);
  return phone.page;
}

test("from a proposal to a recounted result", async (t) => {
  const [wang, li, office] = [await phone(), await phone(), await phone()];
  let number;
  let other;

  await t.test("a resident proposes, one question a screen", async () => {
    await signInByLetter(wang, demo, 0);
    await wang.goto(`${demo.address}/contests/${open.collecting}`);
    await wang.getByRole("link", { name: "提一个建议" }).waitFor();
    await checkScreen(wang, "contest");
    await wang.getByRole("link", { name: "提一个建议" }).click();
    await wang.getByLabel("您想做什么?").waitFor();
    await goOn(wang);
    await wang.getByText("还没有写要做什么").first().waitFor();
    await checkScreen(wang, "question with a fault");
    await answer(wang, "您想做什么?", "给3号楼门口装扶手");
    await answer(wang, "具体要求有哪些?", "1、左边装一根\n2、右边装一根");
    await answer(wang, "在哪里?", "3号楼1单元门口");
    await answer(wang, "为什么需要?", "下雪天老人上台阶容易滑倒。");
    await checkScreen(wang, "question on cost");
    await answer(wang, "大概要多少钱?", "８，０００");
    await wang.getByRole("heading", { name: "要不要放照片?" }).waitFor();
    await checkScreen(wang, "question on photos");
    await goOn(wang);
    await wang.getByRole("heading", { name: "请检查您的提案" }).waitFor();
    await checkScreen(wang, "check answers");
    await wang.getByRole("button", { name: "提交提案" }).click();
    await wang.getByText("您的提案编号").first().waitFor();
    await checkScreen(wang, "confirmation");
    number = Number((await wang.locator("main").innerText()).match(/第\s*(\d+)\s*号/)[1]);
    await wang.reload();
    await wang.getByText("您的提案编号").first().waitFor();
  });

  await t.test("a neighbour co-signs, takes it back and co-signs again", async () => {
    await signInByLetter(li, demo, 1);
    await li.goto(`${demo.address}/contests/${open.collecting}/proposals`);
    await li.getByText("给3号楼门口装扶手").first().waitFor();
    await checkScreen(li, "list of proposals");
    await li.goto(`${demo.address}/proposals/${number}`);
    await li.getByRole("button", { name: "联名支持" }).click();
    await li.getByText("已有 1 人联名").first().waitFor();
    await checkScreen(li, "proposal, co-signed");
    await li.getByRole("button", { name: "撤回联名" }).click();
    await li.getByText("已有 0 人联名").first().waitFor();
    await li.waitForTimeout(1_100);
    await li.getByRole("button", { name: "联名支持" }).click();
    await li.getByText("已有 1 人联名").first().waitFor();
  });

  await t.test("the organiser shortlists, gives notice and opens the vote", async () => {
    await signInAsOrganiser(office, demo);
    await moveOn(office, demo, open.collecting, "部门会审", "报名已满,提前会审。");
    await checkScreen(office, "contest of the organiser");
    await shortlist(office, demo, number, "8000");
    await checkScreen(office, "proposal of the organiser");
    other = await another(demo, open.collecting, number);
    await shortlist(office, demo, other, "3万");
    await moveOn(office, demo, open.collecting, "公示", "会审结束。");
    await moveOn(office, demo, open.collecting, "投票", "公示期满,没有异议。");
  });

  const receipts = [];
  await t.test("five residents vote, each with a receipt", async () => {
    for (let nth = 0; nth < 5; nth += 1) {
      const page = nth === 0 ? wang : nth === 1 ? li : await phone();
      if (nth > 1) await signInByLetter(page, demo, nth);
      receipts.push(await vote(page, demo, open.collecting, nth < 4 ? [number] : [other]));
      if (nth === 0) await checkScreen(page, "receipt");
    }
    assert.equal(new Set(receipts).size, 5);
    await wang.goto(`${demo.address}/contests/${open.collecting}/vote`);
    await wang.getByRole("group", { name: "您支持哪些提案?" }).waitFor();
    await checkScreen(wang, "ballot");
    const page = await wang.locator("main").innerText();
    assert.ok(!/\d+ 票/.test(page), "no running totals");
  });

  await t.test("the organiser closes, counts and publishes", async () => {
    await moveOn(office, demo, open.collecting, "计票", "大家都投过了。");
    await office.getByRole("button", { name: "开始计票" }).click();
    await office.getByText("票已经计好").first().waitFor({ state: "attached" });
    await office.getByRole("button", { name: "公布结果" }).click();
    await office.getByText("结果已经公布。").first().waitFor({ state: "attached" });
  });

  await t.test("everybody reads why, and recounts in the browser", async () => {
    await wang.goto(`${demo.address}/contests/${open.collecting}/result`);
    await wang.getByRole("heading", { name: /^计票结果/ }).waitFor();
    await wang.getByText("第 1 步").first().waitFor();
    await checkScreen(wang, "result");
    await wang.goto(`${demo.address}/contests/${open.collecting}/result/${number}`);
    await wang.getByRole("heading", { name: /^为什么/ }).waitFor();
    await checkScreen(wang, "why");
    await wang.goto(`${demo.address}/contests/${open.collecting}/recount`);
    await wang.getByRole("button", { name: "开始重新计票" }).click();
    await wang.getByText("您的手机算出的结果与公布的完全一致。").first().waitFor();
    await wang.getByText("选票文件和公布的指纹一致。").first().waitFor();
    await wang.getByLabel("回执号").fill(receipts[0]);
    await wang.getByRole("button", { name: "找我的选票" }).click();
    await wang.getByText(/^找到了。/).first().waitFor();
    await checkScreen(wang, "recount");
  });

  await t.test("no page complained, and no stranger was asked", () => {
    assert.deepEqual(phones.flatMap(({ faults }) => faults), []);
    assert.deepEqual(phones.flatMap(({ strangers }) => [...strangers]), []);
  });
});

test("the past season of 1,800 ballots recounts in the browser, in English too", async () => {
  const { page, faults, context } = await openPhone(browser, { locale: "en-GB" });
  await page.goto(`${demo.address}/contests/${open.past}/result`);
  await page.locator("h1").waitFor();
  await checkScreen(page, "result of the past season, in English");
  await page.goto(`${demo.address}/contests/${open.past}/recount`);
  await page.locator("main button.button").first().click();
  await page.getByText("agrees with the published result in everything").first().waitFor({ timeout: 60_000 });
  await checkScreen(page, "recount in English");
  assert.deepEqual(faults, []);
  await context.close();
});
