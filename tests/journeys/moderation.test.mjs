// Something against the rules: a neighbour reports it, the office hides it with a reason, its
// author appeals, and it comes back; everybody reads the log.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { signInAsOrganiser, signInByLetter } from "./steps.mjs";

const WORDS = "请把广场的灯修好。加微信买便宜灯泡。";

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

/** Says something in the name of whoever is signed in on a page; its number. */
async function say(page) {
  const kept = await page.evaluate(() => localStorage.getItem("huiyin.session"));
  const answer = await fetch(`${demo.address}/api/v1/communities/wutong/feedback`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${JSON.parse(kept).token}`,
      "content-type": "application/json",
      "idempotency-key": crypto.randomUUID(),
    },
    body: JSON.stringify({
      sent_as: "opinion", words: WORDS, requests: "", place: null, where_words: "广场", photos: [],
    }),
  });
  assert.ok(answer.ok, await answer.clone().text());
  return (await answer.json()).id;
}

test("what is hidden says so and why, and comes back after an appeal", async () => {
  const author = await phone((page) => signInByLetter(page, demo, 0));
  const number = await say(author.page);

  const neighbour = await phone((page) => signInByLetter(page, demo, 1));
  await neighbour.page.goto(`${demo.address}/feedback/${number}`);
  await neighbour.page.getByRole("link", { name: "举报:有不合规定的内容" }).click();
  await neighbour.page.getByRole("heading", { name: `举报第${number}号` }).waitFor();
  await neighbour.page.getByRole("button", { name: "提交举报" }).click();
  await neighbour.page.locator("#rule-error").waitFor();
  await checkScreen(neighbour.page, "a report without a reason");
  await neighbour.page.getByRole("radio", { name: "广告" }).check();
  await neighbour.page.getByRole("button", { name: "提交举报" }).click();
  await neighbour.page.getByText("举报收到了。").first().waitFor();
  await checkScreen(neighbour.page, "reported");

  const office = await phone((page) => signInAsOrganiser(page, demo));
  await office.page.goto(`${demo.address}/desk/moderation`);
  await office.page.getByRole("link", { name: /^处理记录第\d+号$/ }).last().click();
  await office.page.getByText("加微信买便宜灯泡").first().waitFor();
  await checkScreen(office.page, "a case at the desk");
  await office.page.getByRole("radio", { name: "广告" }).check();
  await office.page.getByLabel("为什么?").fill("后半句是广告。");
  await office.page.getByRole("button", { name: "隐藏它" }).click();
  await office.page.getByText("已经隐藏,作者会收到通知。").first().waitFor();
  const log = office.page.url();

  await author.page.goto(`${demo.address}/feedback/${number}`);
  await author.page.getByText("居委会说明:后半句是广告。").first().waitFor();
  assert.equal(await author.page.getByText("便宜灯泡").count(), 0, "nothing of it is shown");
  await checkScreen(author.page, "a hidden text");
  await author.page.getByRole("link", { name: /^处理记录第\d+号$/ }).first().click();
  await author.page.getByLabel("为什么不该隐藏?").fill("前半句是修灯,请只看这一句。");
  await author.page.getByRole("button", { name: "提交申诉" }).click();
  await author.page.getByText("申诉收到了。").first().waitFor();
  await checkScreen(author.page, "appealed");

  // The office of the demo may have several organisers; then another one answers.
  await office.page.goto(log);
  await office.page.getByText("前半句是修灯").first().waitFor();
  await checkScreen(office.page, "an appeal at the desk");

  const guest = await openPhone(browser);
  await guest.page.goto(`${demo.address}/moderation`);
  await guest.page.getByText("后半句是广告。").first().waitFor();
  assert.equal(await guest.page.getByText("便宜灯泡").count(), 0);
  await checkScreen(guest.page, "the public log");
  for (const { context, faults } of [author, neighbour, office, guest]) {
    assert.deepEqual(faults, []);
    await context.close();
  }
});
