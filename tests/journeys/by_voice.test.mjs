// The four errands of a resident with spoken words alone: propose, vote, see one's own, get help.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { contests, countRequests, seriesOfCouncils, signInByLetter } from "./steps.mjs";
import { stubRecogniser, stubVoice } from "./stubs.mjs";

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

/** A phone in the elder mode on which listening has worked before. */
async function phoneWithEar(nth) {
  const phone = await openPhone(browser);
  await stubVoice(phone.context, { mode: "none" });
  const recogniser = await stubRecogniser(phone.context);
  await phone.context.addInitScript(() => {
    localStorage.setItem("huiyin.recogniser-worked", "true");
    localStorage.setItem("huiyin.modes", JSON.stringify("elder-24"));
  });
  await signInByLetter(phone.page, demo, nth);
  await phone.page.goto(demo.address);
  await phone.page.getByRole("heading", { name: "您想做什么?" }).waitFor();
  const say = async (words) => {
    recogniser.said.push(words);
    await phone.page.getByRole("button", { name: "说命令", exact: true }).click();
    await phone.page.getByText(`我听到的是:“${words}”`).first().waitFor();
  };
  /** Fills the field of a question by what is dictated into it. */
  const dictate = async (words) => {
    await say("说着填");
    await phone.page.getByRole("button", { name: "让手机听写" }).waitFor();
    recogniser.said.push("让手机听写", words);
    await phone.page.getByRole("button", { name: "说命令", exact: true }).click();
    // The phone has heard enough when nothing more is said for a while; what it heard is shown
    // before it is used.
    const heard = phone.page.getByLabel("我听到的是(可以改)");
    await heard.waitFor({ timeout: 15_000 });
    assert.equal(await heard.inputValue(), words);
    await say("用这些字");
  };
  return { ...phone, say, dictate };
}

const heading = (page, name) => page.getByRole("heading", { name, level: 1 }).waitFor();

/** What is about to be done was read back. */
const asksForYes = (page) => page.locator(".voice").getByText("要办,请说“确定”。").first().waitFor();

test("a proposal is written and sent with spoken words alone", async () => {
  const { page, context, say, dictate, faults } = await phoneWithEar(0);
  await say("我有话说");
  await heading(page, "您想说哪一种?");
  await say("参加投票活动");
  await heading(page, "您想提什么?");
  await dictate("给三号楼门口装扶手");
  await say("继续");
  await heading(page, "在哪里?");
  await dictate("三号楼一单元门口");
  await say("继续");
  await heading(page, "为什么需要?");
  await dictate("下雪天老人容易滑倒");
  await say("下一步");
  await heading(page, "要不要放照片?");
  await say("继续");
  await heading(page, "再看一遍");
  const sent = countRequests(page, "POST", /\/proposals$/);
  await say("交上去");
  await asksForYes(page);
  assert.equal(sent.length, 0, "nothing is sent before the yes");
  await say("确定");
  const number = await numberSentInElderWords(page);
  assert.equal(sent.length, 1);
  const path = `/api/v1/communities/wutong/proposals/${number}`;
  const { content } = await (await fetch(demo.address + path)).json();
  assert.equal(content.title, "给三号楼门口装扶手");
  assert.ok(JSON.stringify(content).includes("三号楼一单元门口"));
  assert.ok(JSON.stringify(content).includes("下雪天老人容易滑倒"));
  assert.deepEqual(faults, []);
  await context.close();
});

async function numberSentInElderWords(page) {
  await heading(page, "交上去了");
  return Number((await page.locator("main").innerText()).match(/第\s*(\d+)\s*号/)[1]);
}

test("a vote is cast in the elder mode with spoken words alone", async () => {
  const { page, context, say, faults } = await phoneWithEar(1);
  await say("去投票");
  await page.waitForURL(new RegExp(`/contests/${open.voting}/vote`));
  await page.getByText("第 1 屏").first().waitFor();
  await say("接着看下一屏");
  await page.getByRole("checkbox").first().waitFor();
  await say("选第一个");
  assert.ok(await page.getByRole("checkbox").first().isChecked());
  await say("选好了看一遍");
  await heading(page, "再看一遍");
  await page.getByRole("button", { name: "投出去" }).first().waitFor();
  const sent = countRequests(page, "PUT", /\/ballots\//);
  await say("投出去");
  await asksForYes(page);
  assert.equal(sent.length, 0, "nothing is cast before the yes");
  await say("确定");
  await heading(page, "投好了");
  assert.equal(sent.length, 1);
  assert.deepEqual(faults, []);
  await context.close();
});

test("the times of a council are answered one by one with spoken words alone", async () => {
  const { page, context, say, faults } = await phoneWithEar(5);
  const { series } = await seriesOfCouncils(demo);
  const path = `${demo.address}/api/v1/communities/wutong/series/${series}`;
  const nAnswers = async () => (await (await fetch(path)).json()).n_answers;
  const before = await nAnswers();
  await page.goto(`${demo.address}/councils`);
  await heading(page, "议事会");
  await say("告诉我们您什么时候能来");
  await heading(page, "您想怎么填?");
  await say("我一个一个选");
  await say("继续");
  await heading(page, "这些时间,您能来吗?");
  for (let isMore = true; isMore; ) {
    // Each time has three answers: the first, the fourth, the seventh are "I can".
    const nTimes = await page.getByRole("group").count();
    for (let nth = 0; nth < nTimes; nth += 1) {
      await say(`选第${"一四七"[nth]}个`);
      const { 0: time } = (await page.getByRole("group").all()).slice(nth);
      assert.ok(await time.getByRole("radio").first().isChecked(), `time ${nth + 1}`);
    }
    isMore = (await page.locator('main a[rel="next"]').count()) > 0;
    if (isMore) await say("接着看下一屏");
  }
  await say("继续");
  await heading(page, "您想怎么参加?");
  await say("选第一个");
  await say("继续");
  await heading(page, "您的日子和谁差不多?");
  await say("退休老人");
  await say("继续");
  await heading(page, "请看一遍您的时间");
  await say("交上去");
  await asksForYes(page);
  assert.equal(await nAnswers(), before, "nothing is sent before the yes");
  await say("确定");
  await heading(page, "收到了,谢谢您");
  assert.equal(await nAnswers(), before + 1);
  assert.deepEqual(faults, []);
  await context.close();
});

test("one's own proposals are found with spoken words alone", async () => {
  const { page, context, say, faults } = await phoneWithEar(0);
  await say("我的回音");
  await heading(page, "我的回音");
  // What waits for a word comes first; the elder mode shows a few on each screen.
  const mine = page.getByRole("link", { name: /^给三号楼门口装扶手/ });
  for (let n = 0; n < 8 && !(await mine.count()); n += 1) await say("接着看下一屏");
  await say("给三号楼门口装扶手");
  await heading(page, "给三号楼门口装扶手");
  await say("回首页");
  await heading(page, "您想做什么?");
  assert.deepEqual(faults, []);
  await context.close();
});

test("help is asked for with spoken words alone", async () => {
  const { page, context, say, dictate, faults } = await phoneWithEar(2);
  await say("找人帮忙");
  await heading(page, "找人帮忙");
  await say("请给我回电话");
  await heading(page, "请居委会打给我");
  await dictate("幺三八幺二三四五六七八");
  await say("选第二个");
  assert.ok(await page.getByRole("radio").nth(1).isChecked());
  const sent = countRequests(page, "POST", /\/callbacks$/);
  await say("发送等电话");
  await asksForYes(page);
  assert.equal(sent.length, 0, "nothing is sent before the yes");
  await say("确定");
  await heading(page, "记下了,请等我们的电话");
  assert.equal(sent.length, 1);
  assert.deepEqual(faults, []);
  await context.close();
});
