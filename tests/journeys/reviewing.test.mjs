// The staff's side of proposals: screening by the list, review by departments, merging, and notes
// that nobody else sees.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import {
  contests, sendToReview, signInAs, signInAsOrganiser, signInByLetter, stageOf,
} from "./steps.mjs";

const WHY = "上下台阶没有地方扶,老人容易摔。";

let demo;
let browser;
let contest;

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  contest = (await contests(demo)).collecting;
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

async function phone(signIn) {
  const opened = await openPhone(browser);
  await signIn(opened.page);
  const kept = await opened.page.evaluate(() => localStorage.getItem("huiyin.session"));
  return { ...opened, token: JSON.parse(kept).token };
}

const resident = (nth) => phone((page) => signInByLetter(page, demo, nth));
const organiser = () => phone((page) => signInAsOrganiser(page, demo));
const department = (name) => phone((page) => signInAs(page, demo, name));
const desk = (number, act) => `${demo.address}/desk/proposals/${number}${act ? `/${act}` : ""}`;
const api = (path) => `${demo.address}/api/v1/communities/wutong/${path}`;

const form = (title) => ({
  title, requests: "", place: "4号楼门口", why: WHY, cost: "8000", cost_unknown: false, photos: [],
});

/** Sends something in somebody's name, on a version where one is named. */
async function send(who, path, body, version) {
  const headers = {
    authorization: `Bearer ${who.token}`,
    "content-type": "application/json",
    "idempotency-key": crypto.randomUUID(),
    ...(version === undefined ? {} : { "if-match": `"${version}"` }),
  };
  const answer = await fetch(api(path), { method: "POST", headers, body: JSON.stringify(body) });
  const text = await answer.text();
  assert.ok(answer.ok, `${path}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

/** What somebody reads; a guest where nobody is named. */
async function read(path, who) {
  const headers = who ? { authorization: `Bearer ${who.token}` } : {};
  return fetch(api(path), { headers });
}

/** A resident proposes something; its number. */
async function propose(author, title) {
  return (await send(author, `contests/${contest}/proposals`, form(title))).id;
}

/** Presses a button that may have been pressed a moment ago. */
async function pressAgain(page, name) {
  // A second press within a second is taken for a hand that trembles.
  await page.waitForTimeout(1_100);
  await page.getByRole("button", { name }).click();
}

test("a proposal goes back with what to mend, comes again and passes the screening", async () => {
  const author = await resident(0);
  const title = "给4号楼门口装扶手";
  const number = await propose(author, title);
  const { context, page, faults } = await organiser();
  await page.goto(`${demo.address}/proposals/${number}`);
  await page.getByRole("link", { name: "去办理这个提案" }).click();
  await page.getByRole("heading", { name: title }).waitFor();
  await page.getByText("只归一户使用的设施").first().waitFor();
  await checkScreen(page, "a proposal at the desk");

  await page.getByRole("link", { name: "退回修改" }).click();
  await page.getByRole("button", { name: "退回,请提案人改" }).click();
  await page.locator("#reason-error").waitFor();
  await checkScreen(page, "sending back without saying why");
  await page.getByLabel("要改什么?").fill("请写明装在哪一边。");
  await page.locator(".answering-preview").getByText("请写明装在哪一边。").first().waitFor();
  await page.reload();
  assert.equal(await page.getByLabel("要改什么?").inputValue(), "请写明装在哪一边。");
  await checkScreen(page, "sending back");
  await page.getByRole("button", { name: "退回,请提案人改" }).click();
  await page.getByText("已经退回,提案人会收到通知。").first().waitFor();
  assert.equal(await stageOf(demo, number), "returned");

  const { version } = await (await read(`proposals/${number}`, author)).json();
  const mended = { ...form(title), place: "4号楼门口右边" };
  await send(author, `proposals/${number}/text`, { form: mended, why: "写明是右边。" }, version);
  assert.equal(await stageOf(demo, number), "submitted");

  await page.goto(`${demo.address}/desk`);
  await page.getByRole("link", { name: /^办理提案:\d+ 个在等$/ }).click();
  await page.getByRole("heading", { name: "等初审" }).waitFor();
  await checkScreen(page, "the proposals that wait");
  await page.getByRole("link", { name: title }).click();
  await page.getByText("4号楼门口右边").first().waitFor();
  await page.getByRole("link", { name: "通过初审" }).click();
  await page.getByRole("button", { name: "确定,通过初审" }).click();
  await page.getByText("已经通过初审,可以联名了。").first().waitFor();
  await checkScreen(page, "a proposal that has passed");
  assert.equal(await stageOf(demo, number), "co_signing");
  await page.getByRole("link", { name: "回到等着办的提案" }).click();
  await page.getByRole("heading", { name: "等着办的提案" }).waitFor();
  assert.equal(await page.getByRole("link", { name: title }).count(), 0, "nothing waits any more");
  assert.deepEqual(faults, []);
  await author.context.close();
  await context.close();
});

test("what cannot be funded is ruled out by an item of the list and no other way", async () => {
  const author = await resident(1);
  const number = await propose(author, "给我家门口装一个雨棚");
  const { context, page, faults } = await organiser();
  await page.goto(desk(number, "rule-out"));
  await page.getByRole("radio", { name: /只归一户使用的设施/ }).waitFor();
  await page.getByRole("button", { name: "确定排除" }).click();
  await page.getByRole("heading", { name: "有 2 处要改" }).waitFor();
  await checkScreen(page, "ruling out with nothing said");
  await page.getByRole("radio", { name: /只归一户使用的设施/ }).check();
  await page.getByLabel("为什么属于这一条?").fill("只有您一家用。楼道口的雨棚可以再提。");
  await page.locator(".answering-preview").getByText("只有您一家用。").first().waitFor();
  await pressAgain(page, "确定排除");
  await page.getByText("已经排除,原因已公开。").first().waitFor();
  assert.equal(await stageOf(demo, number), "out_of_scope");
  await author.page.goto(`${demo.address}/proposals/${number}`);
  await author.page.getByText("只有您一家用。").first().waitFor();
  assert.equal(await author.page.getByRole("link", { name: "去办理这个提案" }).count(), 0);
  assert.deepEqual(faults, []);
  await author.context.close();
  await context.close();
});

test("two departments are asked, and the one that leads gives the public answer", async () => {
  const author = await resident(2);
  const number = await propose(author, "在2号楼前修一段坡道");
  const office = await organiser();
  await sendToReview(office.page, demo, number, "城管中队", ["街道民生办"]);
  await checkScreen(office.page, "departments that were just asked");
  assert.equal(await stageOf(demo, number), "under_review");

  const lead = await department("chengguan");
  await lead.page.goto(`${demo.address}/desk`);
  await lead.page.getByRole("link", { name: "看要会审的提案" }).click();
  await lead.page.getByText("您的部门牵头").first().waitFor();
  await checkScreen(lead.page, "what a department owes");
  assert.equal(await lead.page.getByRole("heading", { name: "等初审" }).count(), 0);
  await lead.page.goto(desk(number, "conclude"));
  await lead.page.getByText("这件事现在不能这样办了").first().waitFor();

  const other = await department("minsheng");
  await other.page.goto(desk(number, "assess"));
  await other.page.getByText("这是街道民生办的意见。").first().waitFor();
  await other.page.getByRole("button", { name: "交上意见" }).click();
  await other.page.locator("#can_be_done-error").waitFor();
  await other.page.getByRole("radio", { name: /^能办/ }).check();
  await other.page.getByLabel("要多少钱(元)?").fill("6万");
  await other.page.getByLabel("几个月办好?").fill("25");
  await pressAgain(other.page, "交上意见");
  await other.page.locator("#months-error", { hasText: "请填 1 到 24 之间的数" }).waitFor();
  await other.page.getByLabel("几个月办好?").fill("３");
  await pressAgain(other.page, "交上意见");
  await other.page.locator("#cost-error", { hasText: "最多 50,000 元。请改小。" }).waitFor();
  await checkScreen(other.page, "a finding with faults");
  await other.page.getByLabel("要多少钱(元)?").fill("2万");
  await pressAgain(other.page, "交上意见");
  await other.page.getByText("意见已经交上。").first().waitFor();
  const { review } = await (await read(`proposals/${number}`)).json();
  assert.ok(review.asked.every(({ finding }) => finding === null), "not public before the answer");

  await lead.page.goto(desk(number, "conclude"));
  await lead.page.getByText("街道民生办:能办,要 20,000 元,大约 3 个月。").first().waitFor();
  await lead.page.getByRole("radio", { name: /^能办/ }).check();
  await lead.page.getByLabel("要多少钱(元)?").fill("25000");
  const preview = lead.page.locator(".answering-preview");
  await preview.getByText("填完以后,这里显示提案人看到的话。").waitFor();
  await lead.page.getByLabel("几个月办好?").fill("4");
  await preview.getByText("25,000 元").first().waitFor();
  const shown = await preview.locator("p").allInnerTexts();
  await checkScreen(lead.page, "a public answer before it is given");
  await lead.page.getByRole("button", { name: "公开这个结论" }).click();
  await lead.page.getByText("结论已经公开,提案人会收到通知。").first().waitFor();
  await author.page.goto(`${demo.address}/proposals/${number}`);
  for (const sentence of shown) await author.page.getByText(sentence).first().waitFor();
  for (const each of [lead, other, office]) assert.deepEqual(each.faults, []);
  for (const each of [author, lead, other, office]) await each.context.close();
});

test("a merge is suggested after a look at the other one, and taken back", async () => {
  const author = await resident(3);
  const number = await propose(author, "楼下多放两张长椅");
  const into = await propose(await resident(4), "在花坛边放长椅");
  const { context, page, faults } = await organiser();
  await page.goto(desk(number, "merge"));
  const other = page.getByLabel("并到哪一号?");
  for (const [typed, sentence] of [
    ["", "没有这个编号"], ["999999", "没有这个编号"], [`${number}`, "这就是现在这个提案"],
  ]) {
    await other.fill(typed);
    await pressAgain(page, "看看是哪一个");
    await page.locator("#into-error", { hasText: sentence }).waitFor();
  }
  await other.fill(`${into}`);
  await page.getByLabel("为什么建议合并?").fill("都是要长椅,一起放更好安排。");
  await page.getByRole("button", { name: "问提案人要不要合并" }).click();
  await page.locator("#into-error", { hasText: "还没有看是哪一个" }).waitFor();
  await checkScreen(page, "a merge with nobody having looked");
  await pressAgain(page, "看看是哪一个");
  await page.locator("main").getByText(`第${into}号是“在花坛边放长椅”。`).first().waitFor();
  await checkScreen(page, "a merge before it is suggested");
  await pressAgain(page, "问提案人要不要合并");
  await page.getByText("已经问提案人,等回答。").first().waitFor();

  await page.goto(desk(number));
  await page.getByText(`要不要并到第${into}号`).first().waitFor();
  await checkScreen(page, "a proposal whose author is asked");
  await page.getByRole("link", { name: "收回合并的建议" }).click();
  await page.getByRole("button", { name: "确定收回" }).click();
  await page.getByText("合并的建议已经收回。").first().waitFor();
  const { merge } = await (await read(`proposals/${number}`)).json();
  assert.equal(merge, null);
  assert.deepEqual(faults, []);
  await author.context.close();
  await context.close();
});

test("a note of the staff is seen by those who look at the proposal, and by no resident", async () => {
  const author = await resident(5);
  const number = await propose(author, "修一修活动室的门");
  const secret = "和物业说好先量尺寸。";
  const { context, page, faults } = await organiser();
  await page.goto(desk(number));
  await page.getByText("内部备注,居民看不到").first().waitFor();
  await page.getByRole("button", { name: "存下备注" }).click();
  await page.locator("#note-error").waitFor();
  await page.getByLabel("写一条备注").fill(secret);
  await pressAgain(page, "存下备注");
  await page.getByText("备注存好了。居民看不到。").first().waitFor();
  await page.getByText(secret).first().waitFor();
  assert.equal(await page.getByLabel("写一条备注").inputValue(), "");
  await checkScreen(page, "a proposal with a note");

  for (const path of [`proposals/${number}`, `feedback/${number}`]) {
    for (const who of [author, undefined]) {
      assert.ok(!(await (await read(path, who)).text()).includes(secret), path);
    }
  }
  assert.equal((await read(`proposals/${number}/notes`, author)).status, 403);
  const squad = await department("chengguan");
  await squad.page.goto(desk(number));
  await squad.page.getByText("现在没有要您办的。").first().waitFor();
  assert.equal(await squad.page.getByText("内部备注").count(), 0, "it was not asked");
  await sendToReview(page, demo, number, "城管中队");
  await squad.page.reload();
  await squad.page.getByText(secret).first().waitFor();
  assert.deepEqual(faults, []);
  for (const each of [author, squad, { context }]) await each.context.close();
});

test("the desk for proposals is closed to everybody else", async () => {
  const author = await resident(0);
  const number = await propose(author, "在门卫室旁放一个鞋架");
  for (const path of ["", `/${number}`, `/${number}/return`]) {
    await author.page.goto(`${demo.address}/desk/proposals${path}`);
    await author.page.getByText("值班台只给工作人员用").first().waitFor();
  }
  await author.context.close();
});
