// The whole loop: said in the elder mode, passed on twice, overdue, partly adopted, appealed
// against, answered anew, done and confirmed; ledger, inbox and record agree at every step.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { goOn, sendWithDay, signInAs, signInAsOrganiser, signInByLetter } from "./steps.mjs";

const DAY_MS = 86_400_000;
const ELDER = "elder-24";

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
  const kept = await opened.page.evaluate(() => localStorage.getItem("huiyin.session"));
  return { ...opened, token: JSON.parse(kept).token };
}

async function read(path, token) {
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  const answer = await fetch(`${demo.address}/api/v1/communities/wutong/${path}`, { headers });
  assert.equal(answer.status, 200, path);
  return answer.json();
}

/** The newest notice of somebody about a submission, in however many parts their inbox comes. */
async function newestNotice(number, token) {
  for (let after = ""; after !== null; ) {
    const { items, next } = await read(`notices${after}`, token);
    const found = items.find(({ notice }) => notice.submission === number);
    if (found) return found;
    after = next ? `?after=${next}` : null;
  }
  return undefined;
}

/** The author's inbox has what happened last; of what they did themselves nobody tells them. */
async function hasTold(author, number, { story }, { seq }) {
  const newest = await newestNotice(number, author.token);
  if (story[0].by === "author") {
    assert.notEqual(newest?.notice.seq, seq, `told of their own ${story[0].event.kind}`);
    return;
  }
  assert.ok(newest, `the author of no. ${number} has a notice of it`);
  assert.equal(newest.notice.seq, seq, `told of ${story[0].event.kind}`);
  assert.deepEqual(newest.event, story[0].event);
}

/** What the page, the ledger, the record and the author's inbox say of a submission is the same. */
async function agree(author, number, stage, isLate = false) {
  const page = await read(`feedback/${number}`);
  const ledger = await read(`ledger?stage=${stage}`);
  const card = ledger.items.find(({ id }) => id === number);
  assert.ok(card, `no. ${number} stands in the ledger as ${stage}`);
  assert.equal(Boolean(card.late), isLate, `late: ${JSON.stringify(card.late)}`);
  assert.equal(Boolean(page.late), isLate);
  const { links } = await read(`feedback/${number}/chain`);
  assert.equal(links.length, page.story.length, "one link for each line of the story");
  assert.equal(links.at(-1).hash, page.chain_head);
  assert.equal(links.at(-1).kind, page.story[0].event.kind);
  await hasTold(author, number, page, links.at(-1));
  return { page, ledger };
}

/** Opens a page of somebody in the elder mode. */
const elder = (page, path) => page.goto(`${demo.address}${path}?modes=${ELDER}`);

async function sayInElderMode(page) {
  await elder(page, "/feedback/say/kind");
  await page.getByRole("radio", { name: /^意见/ }).check();
  await goOn(page);
  await page.getByLabel("您想说什么?").fill("3号楼门口请装扶手和坡道。下雪天老人容易滑倒。");
  await goOn(page);
  await page.getByRole("heading", { name: "在哪里?" }).waitFor();
  await page.getByRole("radio").first().check();
  await goOn(page);
  await page.getByRole("heading", { name: "要不要放照片?" }).waitFor();
  await page.goto(`${demo.address}/feedback/say/requests?back=check`);
  await page.locator("main textarea").fill("装扶手\n修坡道");
  await goOn(page);
  await page.getByRole("heading", { name: "请检查您要说的话" }).waitFor();
  await checkScreen(page, "an opinion before it is sent, in the elder mode");
  await page.getByRole("button", { name: "发出去" }).click();
  await page.waitForURL(/\/feedback\/\d+\/sent/);
  await checkScreen(page, "an opinion that was sent, in the elder mode");
  return Number(page.url().match(/feedback\/(\d+)/)[1]);
}

async function passOn(page, number, to, why) {
  await page.goto(`${demo.address}/desk/feedback/${number}/pass-on`);
  await page.getByRole("radio", { name: to }).check();
  await page.getByLabel("为什么转?").fill(why);
  await page.getByRole("button", { name: "转过去" }).click();
  await page.getByText("已经转过去,期限不变。").first().waitFor();
}

test("an opinion is answered, appealed against, answered anew, done and confirmed", async () => {
  const start = new Date();
  const author = await phone((page) => signInByLetter(page, demo, 0));
  const number = await sayInElderMode(author.page);
  await agree(author, number, "waiting");

  const office = await phone((page) => signInAsOrganiser(page, demo));
  await passOn(office.page, number, "物业公司", "扶手归物业。");
  await passOn(office.page, number, "城管中队", "坡道占用人行道,归城管。");
  const twice = await agree(author, number, "waiting");
  assert.equal(twice.page.submission.n_pass_ons, 2);
  const due = twice.page.submission.stage.duty.due;

  const late = new Date(start.getTime() + 45 * DAY_MS);
  await demo.moveClock(`${late.toISOString().slice(0, 10)}T10:00:00+08:00`);
  const overdue = await agree(author, number, "waiting", true);
  assert.equal(overdue.page.submission.stage.duty.due, due, "passing on does not move the day");
  assert.equal(overdue.page.story[0].event.kind, "escalated", "it has gone up by itself");
  assert.ok(overdue.ledger.counts.n_overdue > 0);
  await elder(author.page, `/feedback/${number}`);
  await author.page.getByText(/已经晚了 \d+ 个工作日/).first().waitFor();
  await author.page.getByRole("link", { name: /^打电话催一催/ }).waitFor();
  await checkScreen(author.page, "an overdue opinion in the elder mode");
  const guest = await openPhone(browser);
  await guest.page.goto(`${demo.address}/ledger?overdue=true`);
  await guest.page.getByText(`第${number}号`).first().waitFor();
  await guest.context.close();

  const squad = await phone((page) => signInAs(page, demo, "chengguan"));
  await squad.page.goto(`${demo.address}/desk/feedback`);
  await squad.page.getByText(`第${number}号`).first().waitFor();
  await squad.page.goto(`${demo.address}/desk/feedback/${number}/answer`);
  await squad.page.getByRole("radio", { name: /^部分采纳/ }).check();
  const request = (n) => squad.page.getByRole("group", { name: new RegExp(`^第 ${n} 项:`) });
  await request(1).getByRole("radio", { name: "办", exact: true }).check();
  await request(2).getByRole("radio", { name: "不办", exact: true }).check();
  await squad.page.getByRole("radio", { name: "做不了" }).check();
  await squad.page.getByLabel("第 2 项,说明一下").fill("门口太窄,坡道修不下。");
  await squad.page.getByLabel("打算怎么办?").fill("先装扶手,两边都装。");
  const after = (days) => new Date(late.getTime() + days * DAY_MS);
  await sendWithDay(squad.page, "发出答复", "答复已经发出", after(14));
  const partly = await agree(author, number, "in_delivery");
  assert.deepEqual(partly.page.submission.timeliness.kind, "late");

  await author.page.goto(`${demo.address}/notices`);
  await author.page.getByText("没看过").first().waitFor();
  await author.page.goto(`${demo.address}/feedback/${number}`);
  await author.page.getByRole("link", { name: "不同意这个答复" }).click();
  await author.page.getByLabel("这个答复哪里不对?").fill("坡道可以修在侧面,侧面很宽。");
  await checkScreen(author.page, "an appeal in the elder mode");
  await author.page.getByRole("button", { name: "不同意,请再看" }).click();
  await author.page.getByText("记下了,会再答复您。").first().waitFor();
  await agree(author, number, "appealed");

  await squad.page.goto(`${demo.address}/desk/feedback/${number}/answer`);
  await squad.page.getByRole("radio", { name: /^采纳/ }).check();
  await squad.page.getByLabel("打算怎么办?").fill("坡道修在侧面,扶手两边都装。");
  await sendWithDay(squad.page, "发出答复", "答复已经发出", after(20));
  const revised = await agree(author, number, "in_delivery");
  assert.equal(revised.page.submission.stage.answer.appeal.outcome.kind, "revised");

  await squad.page.goto(`${demo.address}/desk/feedback/${number}/deliver`);
  for (const n of [1, 2]) {
    await request(n).getByRole("radio", { name: "照居民要的办好了" }).check();
  }
  await squad.page.getByLabel("办成了什么样?").fill("扶手和侧面的坡道都装好了。");
  await squad.page.getByRole("button", { name: "发出,请居民确认" }).click();
  await squad.page.getByText("已经发出,等居民确认。").first().waitFor();
  await agree(author, number, "delivered");

  await elder(author.page, "/mine");
  await author.page.getByText("说是办好了。请您看看,真办好了没有。").first().waitFor();
  await checkScreen(author.page, "my echoes in the elder mode");
  await author.page.goto(`${demo.address}/feedback/${number}`);
  await author.page.getByRole("link", { name: "办好了,我确认" }).click();
  await author.page.getByRole("radio", { name: "满意", exact: true }).check();
  await author.page.getByRole("button", { name: "确认办完" }).click();
  await author.page.getByText("记下了,这件事办完了。谢谢您。").first().waitFor();
  const { page, ledger } = await agree(author, number, "confirmed");
  assert.ok(ledger.rates.in_time.part <= ledger.rates.in_time.whole);

  await elder(author.page, `/feedback/${number}`);
  const check = author.page.getByRole("button", { name: "核对记录" });
  for (let n = 0; n < 10 && !(await check.count()); n += 1) {
    await author.page.locator('main a[rel="next"]').click();
    await author.page.waitForTimeout(200);
  }
  await check.click();
  const holds = `核对过了:${page.story.length} 步记录,没有人改过。`;
  await author.page.getByText(holds).first().waitFor();
  assert.deepEqual([...author.faults, ...office.faults, ...squad.faults], []);
  for (const { context } of [author, office, squad]) await context.close();
});
