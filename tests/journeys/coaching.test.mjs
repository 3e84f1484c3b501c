// Coaching: an author asks for help, a volunteer takes it, both talk, and nobody else reads it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import {
  contests, fillProposal, numberSent, signInAsOrganiser, signInByLetter,
} from "./steps.mjs";

const TITLE = "给2号楼后门装一盏灯";
const NEED = "不会写为什么要装";
const SAID = "晚上谁从后门走?先写这个。";

let demo;
let browser;
let known;

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  known = await contests(demo);
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

test("a volunteer helps an author, and only they and the office read it", async () => {
  const author = await phone((page) => signInByLetter(page, demo, 0));
  await fillProposal(author.page, demo, known.collecting, TITLE);
  await author.page.getByRole("button", { name: "提交提案" }).click();
  const number = await numberSent(author.page);
  await author.page.goto(`${demo.address}/proposals/${number}`);
  await author.page.getByRole("link", { name: "请志愿者辅导" }).click();
  await author.page.getByRole("heading", { name: "请志愿者辅导", level: 1 }).waitFor();
  await checkScreen(author.page, "asking for a coach");
  await author.page.getByLabel("想请人帮什么?").fill(NEED);
  await author.page.getByRole("button", { name: "请一位志愿者" }).click();
  await author.page.waitForURL(/\/coaching\/\d+$/);
  await author.page.getByText("在等志愿者。").waitFor();
  await checkScreen(author.page, "a coach is waited for");
  const thread = author.page.url();

  const desk = await phone((page) => signInAsOrganiser(page, demo));
  await desk.page.goto(`${demo.address}/desk/today`);
  await desk.page.getByRole("link", { name: `提案“${TITLE}”等志愿者辅导` }).waitFor();

  const coach = await phone((page) => signInByLetter(page, demo, 1));
  await coach.page.goto(`${demo.address}/coaching`);
  await coach.page.getByRole("button", { name: "我愿意当志愿者" }).waitFor();
  assert.equal(await coach.page.getByText(NEED).count(), 0, "only volunteers see what is needed");
  await coach.page.getByRole("button", { name: "我愿意当志愿者" }).click();
  await coach.page.getByText(NEED).first().waitFor();
  await checkScreen(coach.page, "who waits for a volunteer");
  await coach.page.getByRole("link", { name: `第${number}号 ${TITLE}` }).click();
  await coach.page.getByRole("button", { name: "我来辅导" }).click();
  await coach.page.getByText("您是辅导人了。").first().waitFor();
  await coach.page.getByRole("button", { name: "发给对方" }).click();
  await coach.page.locator("#line-error").waitFor();
  await checkScreen(coach.page, "a word with nothing in it");
  await coach.page.getByLabel("想说什么?").fill(SAID);
  await coach.page.getByRole("button", { name: "发给对方" }).click();
  await coach.page.getByText(SAID).first().waitFor();
  await checkScreen(coach.page, "the first word was said");

  const stranger = await phone((page) => signInByLetter(page, demo, 2));
  await stranger.page.goto(thread);
  await stranger.page.getByText("只有提案人、辅导人和居委会能看").first().waitFor();
  assert.equal(await stranger.page.getByText(SAID).count(), 0);
  await stranger.page.goto(`${demo.address}/proposals/${number}`);
  await stranger.page.getByText("可以请志愿者辅导").first().waitFor();
  assert.equal(await stranger.page.getByText(NEED).count(), 0);

  await author.page.goto(thread);
  await author.page.getByText(SAID).first().waitFor();
  await author.page.getByLabel("要道声谢吗?").fill("谢谢您,写清楚了。");
  await author.page.getByRole("button", { name: "结束辅导" }).click();
  await author.page.getByText("提案人说够了,还道了谢。").first().waitFor();
  await checkScreen(author.page, "ended with thanks");

  await coach.page.goto(`${demo.address}/notices`);
  await coach.page.getByText("辅导结束了。提案人谢谢您。").first().waitFor();
  await desk.page.goto(thread);
  await desk.page.getByText("谢谢您,写清楚了。").first().waitFor();
  for (const { context, faults } of [author, desk, coach, stranger]) {
    assert.deepEqual(faults, []);
    await context.close();
  }
});
