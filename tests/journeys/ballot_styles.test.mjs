// The other ways of voting: within the budget, by points and in an order. Each is marked in both
// layouts, survives a reload, is refused in words, and ends in a recount that agrees.
import assert from "node:assert/strict";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { nextScreen } from "./checks/actions.mjs";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { opened } from "./modes.mjs";
import { castFromCheck, choice, signInAsOrganiser, signInByLetter } from "./steps.mjs";

const DAY_MS = 86_400_000;
const ELDER = "elder-24";
/** What the three proposals cost, in yuan; there are 60,000. */
const COSTS = [30_000, 20_000, 40_000];

let demo;
let browser;
let office;
const residents = [];

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  office = await phone((page) => signInAsOrganiser(page, demo));
  for (let nth = 0; nth < 5; nth += 1) {
    residents.push(await phone((page) => signInByLetter(page, demo, nth)));
  }
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

const api = (path) => `${demo.address}/api/v1/communities/wutong/${path}`;

async function read(path, who = office) {
  const answer = await fetch(api(path), { headers: { authorization: `Bearer ${who.token}` } });
  assert.equal(answer.status, 200, path);
  return answer.json();
}

async function send(path, who, body, version) {
  const headers = {
    authorization: `Bearer ${who.token}`,
    "content-type": "application/json",
    "idempotency-key": randomUUID(),
    ...(version === undefined ? {} : { "if-match": `"${version}"` }),
  };
  const answer = await fetch(api(path), { method: "POST", headers, body: JSON.stringify(body) });
  const text = await answer.text();
  assert.ok(answer.ok, `${path} ${body.kind ?? ""}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

/** The organiser asks something of a contest, at the version it has. */
async function organise(contest, command) {
  const { contest: now } = await read(`contests/${contest}`);
  return send(`contests/${contest}/commands`, office, command, now.version);
}

const enter = (contest, to) =>
  organise(contest, { kind: "move_on", to, reason: "街道办事处的安排" });

/** A contest of three proposals that is voted in this way; its number and theirs. */
async function voting(title, ballot) {
  const inDays = (days) => new Date(Date.now() + days * DAY_MS).toISOString();
  const { id: contest } = await send("contests", office, {
    title, budget: "60000", cap: "50000", votes_per_person: 1, ballot, co_signs_needed: 0,
    counting: { kind: "greedy", utility: "cost" }, draw: "红 7、蓝 3", negative_list: "",
    collecting: inDays(-1), reviewing: inDays(10), voting: inDays(20), counting_from: inDays(30),
  });
  const numbers = [];
  for (const [nth, what] of ["加装扶手", "换楼道灯", "修雨水管"].entries()) {
    const form = { title: what, place: "3号楼门口", why: "下雪天容易滑倒。", cost_unknown: true };
    const { id } = await send(`contests/${contest}/proposals`, residents[nth], form);
    numbers.push(id);
  }
  await enter(contest, "reviewing");
  for (const [nth, number] of numbers.entries()) {
    const { version } = await read(`proposals/${number}`);
    const shortlist = { kind: "shortlist", cost: COSTS[nth] * 100 };
    await send(`proposals/${number}/commands`, office, shortlist, version);
  }
  for (const phase of ["notice", "voting"]) await enter(contest, phase);
  return { contest, numbers };
}

/** A resident votes by hand of a program, as the app would. */
async function castByProgram(contest, who, choices) {
  const token = randomBytes(32).toString("hex");
  const stamp = createHash("sha256").update(`huiyin/stamp/1/${token}`).digest("hex");
  await send(`contests/${contest}/stamps`, who, { stamp });
  const answer = await fetch(api(`contests/${contest}/ballots/${stamp}`), {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token, sequence: 1, choices }),
  });
  assert.equal(answer.status, 200, await answer.text());
}

async function openBallot({ page }, contest, question) {
  await page.goto(`${demo.address}/contests/${contest}/vote`);
  await page.getByRole("group", { name: question }).waitFor();
}

/** Opens the ballot in the elder mode and turns to the card of a proposal. */
async function elderCard({ page }, contest, number) {
  await page.goto(`${demo.address}/contests/${contest}/vote?modes=${ELDER}`);
  await opened(page);
  const wanted = page.locator(".ballots-card__number", { hasText: `第 ${number} 号` });
  while (!(await wanted.count()) && (await nextScreen(page)));
  await wanted.first().waitFor();
}

async function toCheck({ page }) {
  await page.getByRole("link", { name: "继续:检查我的选择" }).click();
  await page.getByRole("heading", { name: "投出以前再看一遍" }).waitFor();
  await page.getByRole("button", { name: "投出选票" }).waitFor();
  return page.locator("main").innerText();
}

async function castInElderMode({ page }, what) {
  await page.getByRole("link", { name: "选好了,看一遍" }).click();
  await page.getByRole("heading", { name: "再看一遍" }).waitFor();
  await checkScreen(page, `${what} before it is cast, in the elder mode`);
  await page.getByRole("button", { name: "投出去" }).click();
  await page.getByRole("heading", { name: "投好了" }).waitFor();
}

/** Closes the box, counts, publishes, and recounts on a resident's phone, who finds their ballot. */
async function toRecount(contest, { page }, receipt, found) {
  await enter(contest, "counting");
  await organise(contest, { kind: "count" });
  await organise(contest, { kind: "publish" });
  await page.goto(`${demo.address}/contests/${contest}/result`);
  await page.getByRole("heading", { name: /^计票结果/ }).waitFor();
  await checkScreen(page, "result");
  await page.goto(`${demo.address}/contests/${contest}/recount`);
  await page.getByRole("button", { name: "开始重新计票" }).click();
  await page.getByText("您的手机算出的结果与公布的完全一致。").first().waitFor();
  await page.getByLabel("回执号").fill(receipt);
  await page.getByRole("button", { name: "找我的选票" }).click();
  await page.getByText(/^找到了。/).first().waitFor();
  for (const words of found) await page.getByText(words).first().waitFor();
  await checkScreen(page, "recount");
  return read(`contests/${contest}/result`);
}

const press = ({ page }, name) => page.getByRole("button", { name, exact: true }).click();
const card = (page, number) =>
  page.locator("li.ballots-card").filter({ hasText: `第 ${number} 号` }).first();

test("the organiser chooses how people vote, and each number has its words", async () => {
  const { page } = office;
  await page.goto(`${demo.address}/contests/new`);
  await page.getByRole("group", { name: "怎么投票" }).waitFor();
  await page.getByRole("radio", { name: /^打分/ }).check();
  await page.getByLabel("每人有多少分").fill("5");
  await page.getByLabel("一个提案最多给几分").fill("６");
  await page.getByRole("button", { name: "建立这次活动" }).click();
  await page.getByText("请填 1 到 5 之间的数。").first().waitFor();
  await checkScreen(page, "new contest by points");
  await page.getByRole("radio", { name: /^排先后/ }).check();
  await page.getByLabel("每人最多排几个提案").fill("3");
  await page.getByRole("radio", { name: /^在总金额里挑选/ }).check();
  assert.equal(await page.getByLabel("每人最多选几个提案").count(), 0);
});

test("within the budget: what is left stays in words, and too dear is told by how much", async () => {
  const { contest, numbers: [a, b, c] } = await voting("按总金额挑选", { kind: "knapsack" });
  const [wang, li] = residents;
  const { page } = wang;
  await openBallot(wang, contest, "您支持哪些提案?");
  await page.getByText("您选了 0 个,还剩 60,000 元。").first().waitFor();
  await choice(page, a).check();
  await page.getByText("您选了 1 个,还剩 30,000 元。").first().waitFor();
  await card(page, c).getByText("剩下的钱不够,差 10,000 元。").waitFor();
  await choice(page, c).click();
  await card(page, c).getByText("差 10,000 元,这个没有选上。要选它,请先去掉别的。").waitFor();
  assert.equal(await choice(page, c).isChecked(), false);
  assert.ok(await choice(page, a).isChecked(), "nothing is un-chosen");
  await checkScreen(page, "ballot within the budget");
  await choice(page, b).focus();
  await page.keyboard.press("Space");
  await page.getByText("您选了 2 个,还剩 10,000 元。").first().waitFor();
  await page.reload();
  await page.getByText("您选了 2 个,还剩 10,000 元。").first().waitFor();
  const said = await toCheck(wang);
  assert.ok(said.includes(`第 ${a} 号`) && said.includes(`第 ${b} 号`), said);
  await checkScreen(page, "choice within the budget before it is cast");
  const receipt = await castFromCheck(page);
  await page.getByText("看我投了什么").click();
  await page.getByText("您要投:").waitFor();

  await elderCard(li, contest, c);
  await choice(li.page, c).check();
  await li.page.getByText("您选了 1 个,还剩 20,000 元。").first().waitFor();
  await checkScreen(li.page, "one card within the budget, in the elder mode");
  await castInElderMode(li, "a choice within the budget");

  const names = (...keys) => keys.map(String);
  await castByProgram(contest, residents[2], names(b, c));
  await castByProgram(contest, residents[3], names(c));
  await castByProgram(contest, residents[4], []);
  const { tally } = await toRecount(contest, wang, receipt, [`第 ${a} 号“加装扶手”`]);
  assert.deepEqual(tally.winners, names(c, b));
});

test("points: given and taken back by buttons, never more than one has", async () => {
  const ballot = { kind: "points", total: 5, each: 4 };
  const { contest, numbers: [a, b, c] } = await voting("打分", ballot);
  const [wang, li] = residents;
  const { page } = wang;
  await openBallot(wang, contest, "您给每个提案几分?");
  for (let n = 0; n < 5; n += 1) await press(wang, `第 ${a} 号加 1 分`);
  await card(page, a).getByText(`第 ${a} 号最多给 4 分。余下的分可以给别的提案。`).waitFor();
  await card(page, a).getByText("✓ 您给了 4 分").waitFor();
  await page.getByRole("button", { name: `第 ${b} 号加 1 分`, exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("您给了 5 分,分已经给完。").first().waitFor();
  await press(wang, `第 ${b} 号加 1 分`);
  await card(page, b).getByText("一共只有 5 分,多给了 1 分。请从别的提案减下来。").waitFor();
  await checkScreen(page, "ballot by points");
  await press(wang, `第 ${a} 号减 1 分`);
  await page.getByText("您给了 4 分,还剩 1 分。").first().waitFor();
  await press(wang, `第 ${c} 号减 1 分`);
  await card(page, c).getByText(`第 ${c} 号还没有分,不能再减。`).waitFor();
  await page.reload();
  await page.getByText("您给了 4 分,还剩 1 分。").first().waitFor();
  const said = await toCheck(wang);
  assert.match(said, /您给了 3 分[\s\S]*您给了 1 分/);
  await checkScreen(page, "points before they are cast");
  const receipt = await castFromCheck(page);

  await elderCard(li, contest, c);
  for (let n = 0; n < 2; n += 1) await press(li, `第 ${c} 号加 1 分`);
  await li.page.getByText("✓ 给了 2 分").waitFor();
  await checkScreen(li.page, "one card by points, in the elder mode");
  await castInElderMode(li, "points");

  await castByProgram(contest, residents[2], { [c]: 4 });
  await castByProgram(contest, residents[3], { [b]: 4, [a]: 1 });
  await castByProgram(contest, residents[4], {});
  const found = [`第 ${a} 号“加装扶手”:3 分`, `第 ${b} 号“换楼道灯”:1 分`];
  const { tally } = await toRecount(contest, wang, receipt, found);
  assert.deepEqual(tally.outcomes.map(({ points }) => points), [4, 5, 6]);
  assert.deepEqual(tally.winners, [String(c), String(b)]);
  await page.goto(`${demo.address}/contests/${contest}/result`);
  await page.getByRole("heading", { name: "每个提案的分数和结果" }).waitFor();
});

test("an order: made by buttons alone, moved, and read back", async () => {
  const { contest, numbers: [a, b, c] } = await voting("排先后", { kind: "ranking", places: 2 });
  const [wang, li] = residents;
  const { page } = wang;
  await openBallot(wang, contest, "您最想要哪些提案?按先后来选");
  await press(wang, `第 ${c} 号排在第 1`);
  await card(page, c).getByText("✓ 第 1 选择").waitFor();
  await page.getByRole("button", { name: `第 ${a} 号排在第 2`, exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("您排了 2 个,已经排满。").first().waitFor();
  const focused = await page.evaluate(() => document.activeElement.textContent);
  assert.equal(focused.trim(), `第 ${a} 号不排了`, "the button that was pressed keeps the focus");
  await press(wang, `第 ${b} 号也要排`);
  await card(page, b).getByText("已经选满 2 个,这个没有选上。要选它,请先去掉一个。").waitFor();
  await press(wang, `第 ${a} 号往前移`);
  await card(page, a).getByText("✓ 第 1 选择").waitFor();
  await card(page, c).getByText("✓ 第 2 选择").waitFor();
  await press(wang, `第 ${a} 号往前移`);
  await card(page, a).getByText(`第 ${a} 号已经排在最前面。`).waitFor();
  await checkScreen(page, "ballot in an order");
  await page.reload();
  await card(page, a).getByText("✓ 第 1 选择").waitFor();
  const said = await toCheck(wang);
  assert.ok(said.indexOf(`第 ${a} 号`) < said.indexOf(`第 ${c} 号`), said);
  await checkScreen(page, "an order before it is cast");
  const receipt = await castFromCheck(page);

  await elderCard(li, contest, b);
  await press(li, `第 ${b} 号排在第 1`);
  await li.page.getByText("✓ 第 1 选择").waitFor();
  await checkScreen(li.page, "one card of an order, in the elder mode");
  await castInElderMode(li, "an order");

  const names = (...keys) => keys.map(String);
  await castByProgram(contest, residents[2], names(c, b));
  await castByProgram(contest, residents[3], names(c));
  await castByProgram(contest, residents[4], []);
  const found = [`✓ 第 1 选择 · 第 ${a} 号“加装扶手”`, `✓ 第 2 选择 · 第 ${c} 号“修雨水管”`];
  const { tally } = await toRecount(contest, wang, receipt, found);
  assert.deepEqual(tally.outcomes.map(({ points }) => points), [2, 3, 5]);
  assert.deepEqual(tally.winners, names(c, b));
});

test("no page complained, and no stranger was asked", () => {
  const phones = [office, ...residents];
  assert.deepEqual(phones.flatMap(({ faults }) => faults), []);
  assert.deepEqual(phones.flatMap(({ strangers }) => [...strangers]), []);
});
