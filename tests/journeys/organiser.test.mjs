// The organiser under bad conditions: stale pages, wrong amounts, a form with everything wrong.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { admit, contests, countRequests, moveOn, signInAsOrganiser } from "./steps.mjs";

const STALE = "刚才有人先改动了。";
const REASON = "为什么现在进入下一个阶段";

/** A wall clock in China so many days from now, as a field for dates takes it. */
const inDays = (days) =>
  new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 16);

let demo;
let browser;
let collecting;
let office;

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  ({ collecting } = await contests(demo));
  office = await openPhone(browser);
  await signInAsOrganiser(office.page, demo);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** Another tab of the organiser on the same contest. */
async function tab() {
  const page = await office.context.newPage();
  await page.goto(`${demo.address}/contests/${collecting}`);
  await page.getByLabel(REASON).waitFor();
  return page;
}

/** The address of an act on the newest proposal in the contest that collects. */
async function someProposal(page, act) {
  const path = `/api/v1/communities/wutong/contests/${collecting}/proposals?sort=newest`;
  const { items } = await (await fetch(demo.address + path)).json();
  await admit(page, demo, items[0].id);
  return `${demo.address}/desk/proposals/${items[0].id}/${act}`;
}

test("a reason is needed to move on", async () => {
  const page = await tab();
  await page.getByRole("button", { name: "进入“部门会审”阶段" }).click();
  await page.locator("#move-reason-error", { hasText: "还没有写原因" }).waitFor();
  await page.locator(".summary a").click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "move-reason");
  await page.close();
});

test("a stale page is told so after another tab changed a date, and keeps the reason", async () => {
  const [first, second] = [await tab(), await tab()];
  await second.getByLabel(REASON).fill("报名已满,提前会审。");
  await first.getByRole("radio", { name: /^部门会审/ }).check();
  await first.getByLabel("改到什么时候(中国时间)").fill(inDays(30));
  await first.getByLabel("为什么改日期").fill("再等几天。");
  await first.getByRole("button", { name: "改这个日期" }).click();
  await first.getByText("“部门会审”的开始时间已经改好。").first().waitFor();
  await second.getByRole("button", { name: "进入“部门会审”阶段" }).click();
  await second.getByText(STALE).first().waitFor();
  assert.equal(await second.getByLabel(REASON).inputValue(), "报名已满,提前会审。");
  await second.getByText("再等几天。").first().waitFor();
  await checkScreen(second, "contest that was changed meanwhile");
  await first.close();
  await second.close();
});

test("an amount that is none, or above the cap, has its sentence and stays", async () => {
  const page = await office.context.newPage();
  await moveOn(page, demo, collecting, "部门会审", "会审开始。");
  await page.goto(await someProposal(page, "shortlist"));
  const amount = page.getByLabel("核定金额(元)");
  const button = page.getByRole("button", { name: "列入入围名单" });
  for (const [typed, sentence] of [
    ["", "还没有填金额。"], ["abc", "这不像一个金额。请写数字,例如 8000 或 1.5万。"],
    ["50001", "最多 50,000 元。请改小。"], ["６万", "最多 50,000 元。请改小。"],
  ]) {
    await amount.fill(typed);
    await button.click();
    await page.locator("#cost-error", { hasText: sentence }).waitFor();
    assert.equal(await amount.inputValue(), typed);
    await page.waitForTimeout(1_100);
  }
  await checkScreen(page, "amount above the cap");
  await page.locator(".summary a").click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "cost");
  await amount.fill("５０，０００");
  await button.click();
  await page.getByText("已经列入入围名单。").first().waitFor();
  await page.close();
});

test("a stale proposal is told so and keeps what was typed", async () => {
  const [first, second] = [await office.context.newPage(), await office.context.newPage()];
  await first.goto(await someProposal(first, "shortlist"));
  await first.getByLabel("核定金额(元)").waitFor();
  await second.goto(await someProposal(second, "set-aside"));
  await second.getByLabel("为什么不能办").fill("地下有管线,不能开挖。");
  await first.getByLabel("核定金额(元)").fill("30000");
  await first.getByRole("button", { name: "列入入围名单" }).click();
  await first.getByText("已经列入入围名单。").first().waitFor();
  await second.getByRole("button", { name: "定为不能办" }).click();
  await second.getByText(STALE).first().waitFor();
  assert.equal(await second.getByLabel("为什么不能办").inputValue(), "地下有管线,不能开挖。");
  await first.close();
  await second.close();
});

test("when another tab moved the phase first it is told, and the reason is kept", async () => {
  const [first, second] = [await tab(), await tab()];
  await second.getByLabel(REASON).fill("会审结束,现在公示。");
  await moveOn(first, demo, collecting, "公示", "另一个窗口先公示。");
  await second.getByRole("button", { name: "进入“公示”阶段" }).click();
  await second.getByText(STALE).first().waitFor();
  await second.getByText("另一个窗口先公示。").first().waitFor();
  await second.getByRole("button", { name: "进入“投票”阶段" }).waitFor();
  assert.equal(await second.getByLabel(REASON).inputValue(), "会审结束,现在公示。");
  await first.close();
  await second.close();
});

test("a new contest with everything wrong has a summary that leads to each field", async () => {
  const { page } = office;
  await page.goto(`${demo.address}/contests/new`);
  await page.getByLabel("活动叫什么").waitFor();
  await checkScreen(page, "new contest");
  await page.getByLabel("总共有多少钱(元)").fill("很多");
  await page.getByLabel("每个提案最多多少钱(元)").fill("0");
  await page.getByLabel("每人最多选几个提案").fill("21");
  await page.getByLabel("一个提案要多少人联名").fill("几个");
  assert.equal(await page.getByLabel("储备名单有几个位置").inputValue(), "3", "what is usual");
  await page.getByLabel("储备名单有几个位置").fill("21");
  await page.getByRole("button", { name: "建立这次活动" }).click();
  await page.locator(".summary").waitFor();
  const links = await page.locator(".summary a").all();
  const fields = await Promise.all(links.map((link) => link.getAttribute("href")));
  assert.deepEqual(fields.slice(0, 7), [
    "#title", "#budget", "#cap", "#votes_per_person", "#co_signs_needed", "#draw", "#reserve",
  ]);
  assert.ok(fields.includes("#collecting"), "the dates are missing");
  await page.getByRole("heading", { name: `有 ${links.length} 处要改` }).waitFor();
  for (const [at, link] of links.entries()) {
    await link.click();
    const { id, described } = await page.evaluate(() => ({
      id: document.activeElement.id,
      described: document.activeElement.getAttribute("aria-describedby") ?? "",
    }));
    assert.equal(`#${id}`, fields[at]);
    assert.ok(described.includes(`${id}-error`), `${id} is tied to its fault`);
  }
  await page.getByText("还没有写活动叫什么。").first().waitFor();
  await page.getByText("请填 1 到 20 之间的数。").first().waitFor();
  await page.locator("#reserve-error", { hasText: "请填 0 到 20 之间的数。" }).waitFor();
  await checkScreen(page, "new contest with everything wrong");
  await page.reload();
  await page.getByLabel("总共有多少钱(元)").waitFor();
  assert.equal(await page.getByLabel("总共有多少钱(元)").inputValue(), "很多", "a reload loses nothing");
});

test("a cap above the budget is told at its field, and stays as it was typed", async () => {
  const { page } = office;
  await page.goto(`${demo.address}/contests/new`);
  await page.getByText("没有人投票的提案不资助").first().waitFor();
  await page.getByLabel("总共有多少钱(元)").fill("6000");
  await page.getByLabel("每个提案最多多少钱(元)").fill("６００１");
  await page.getByRole("button", { name: "建立这次活动" }).click();
  const sentence = "一个提案的钱不能超过总金额。总金额是 6,000 元。请改小。";
  await page.locator("#cap-error", { hasText: sentence }).waitFor();
  await page.locator(".summary a", { hasText: sentence }).click();
  const cap = page.getByLabel("每个提案最多多少钱(元)");
  assert.equal(await page.evaluate(() => document.activeElement.id), "cap");
  assert.equal(await cap.inputValue(), "６００１");
  assert.equal(await cap.getAttribute("aria-invalid"), "true");
  assert.match(await cap.getAttribute("aria-describedby"), /cap-error/);
});

test("a new contest is made once by a double tap and is on the list", async () => {
  const { page, faults } = office;
  const title = "2027春季提案大赛";
  await page.goto(`${demo.address}/contests`);
  await page.getByRole("link", { name: "新建提案大赛" }).click();
  await page.getByLabel("活动叫什么").fill(title);
  await page.getByLabel("总共有多少钱(元)").fill("２０万");
  await page.getByLabel("每个提案最多多少钱(元)").fill("5万");
  await page.getByLabel("每人最多选几个提案").fill("３");
  await page.getByLabel("一个提案要多少人联名").fill("10");
  await page.getByLabel("抽签结果").fill("红 7、蓝 3、白 12");
  await page.getByLabel("储备名单有几个位置").fill("５");
  await page.getByLabel("什么时候开始征集提案").fill(inDays(100));
  await page.getByLabel("什么时候截止征集、开始会审").fill(inDays(120));
  await page.getByLabel("什么时候开始投票").fill(inDays(140));
  await page.getByLabel("什么时候截止投票、开始计票").fill(inDays(150));
  const sent = countRequests(page, "POST", /\/contests$/);
  await page.getByRole("button", { name: "建立这次活动" }).dblclick();
  await page.getByRole("heading", { name: title }).waitFor();
  assert.equal(sent.length, 1);
  await page.getByText("200,000 元").first().waitFor();
  await page.getByText("最多 5 个。当选的退出,钱够的时候,按先后递补。").waitFor();
  await checkScreen(page, "contest that was just made");
  await page.goto(`${demo.address}/contests`);
  await page.getByRole("link", { name: title }).first().waitFor();
  assert.equal(await page.getByRole("link", { name: title }).count(), 1);
  await page.goto(`${demo.address}/contests/new`);
  await page.getByLabel("活动叫什么").waitFor();
  assert.equal(await page.getByLabel("活动叫什么").inputValue(), "", "the next form is a new one");
  assert.deepEqual(faults, []);
});
