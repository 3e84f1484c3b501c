// Voting under bad conditions: too many choices, two presses, two tabs, lost answers, the close.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import {
  castFromCheck, choice, choose, contests, countRequests, loseAnswer, moveOn, namesOnBallot,
  shownChoices, signInAsOrganiser, signInByLetter,
} from "./steps.mjs";

const STAMPS = /\/stamps$/;
const BALLOTS = /\/ballots\/[0-9a-f]+$/;

let demo;
let browser;
let voting;
let names;
/** What each receipt must say when the ballots are published. */
const inBox = new Map();
const phones = [];

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  ({ voting } = await contests(demo));
  names = await namesOnBallot(demo, voting);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

async function newPhone(nth) {
  const phone = await openPhone(browser);
  phones.push(phone);
  await signInByLetter(phone.page, demo, nth);
  return phone;
}

/** Each resident votes with one phone, since a ballot stays on the phone it was taken with. */
const ownPhones = new Map();
async function resident(nth) {
  if (!ownPhones.has(nth)) ownPhones.set(nth, await newPhone(nth));
  return ownPhones.get(nth);
}

const castButton = (page) => page.getByRole("button", { name: "投出选票" });

/** Buttons take a second press as a tremble of the hand for one second. */
const handsOff = (page) => page.waitForTimeout(1_100);

/** Waits for the receipt and reads its twelve digits. */
async function receiptOn(page) {
  await page.getByRole("heading", { name: "选票已投进票箱" }).waitFor();
  return (await page.locator("main").innerText()).match(/\d{4} \d{4} \d{4}/)[0].replaceAll(" ", "");
}

test("a choice too many is refused in words and nothing is un-chosen", async () => {
  const { page } = await resident(0);
  await choose(page, demo, voting, names.slice(0, 3));
  await page.getByRole("link", { name: "修改选择" }).click();
  const fourth = choice(page, names[3]);
  await fourth.waitFor();
  await fourth.click();
  const card = page.locator("li.ballots-card").filter({ has: fourth });
  await card.getByText("已经选满 3 个,这个没有选上。要选它,请先去掉一个。").first().waitFor();
  assert.equal(await fourth.isChecked(), false);
  for (const name of names.slice(0, 3)) assert.ok(await choice(page, name).isChecked(), name);
  await page.getByText("您选了 3 个,已经选满。").first().waitFor();
  await checkScreen(page, "ballot with a choice too many");
  await page.reload();
  await choice(page, names[0]).waitFor();
  for (const name of names.slice(0, 3)) assert.ok(await choice(page, name).isChecked(), name);
  await choice(page, names[0]).uncheck();
  await choice(page, names[3]).check();
  assert.equal(await card.getByText("已经选满").count(), 0);
});

test("a second tap casts once, and a changed vote keeps the receipt", async () => {
  const { page } = await resident(0);
  await choose(page, demo, voting, [names[0]]);
  const sent = countRequests(page, "PUT", BALLOTS);
  await castButton(page).dblclick();
  const receipt = await receiptOn(page);
  assert.equal(sent.length, 1, "it was cast once");
  await page.getByRole("link", { name: "改票" }).click();
  const grouped = receipt.replace(/(\d{4})(?=\d)/g, "$1 ");
  await page.getByText(`您已经投过票,回执号 ${grouped}。`).first().waitFor();
  await choose(page, demo, voting, [names[1], names[2]]);
  assert.equal(await castFromCheck(page), receipt, "the same number after a change");
  await page.getByText("中投了 2 个提案").first().waitFor();
  inBox.set(receipt, [names[1], names[2]]);
});

test("a blank ballot has to be meant", async () => {
  const { page } = await resident(1);
  await choose(page, demo, voting, []);
  const sent = countRequests(page, "PUT", BALLOTS);
  await castButton(page).click();
  await page.getByText("还没有选。请点“修改选择”回去选,或者勾选“投空白票”。").first().waitFor();
  assert.equal(sent.length, 0);
  const blank = page.getByRole("checkbox", { name: "不选任何一项,投空白票" });
  assert.equal(await page.evaluate(() => document.activeElement.id), "blank");
  await checkScreen(page, "blank ballot that is not confirmed");
  await blank.check();
  await handsOff(page);
  const receipt = await castFromCheck(page);
  await page.getByText("中投了空白票").first().waitFor();
  inBox.set(receipt, []);
});

test("after lost answers the same ballot is sent again, with the same receipt", async () => {
  const { page } = await resident(2);
  await choose(page, demo, voting, [names[4]]);
  const cast = () => castButton(page).click();
  const office = await loseAnswer(page, "POST", STAMPS, cast);
  assert.equal(office.status, 200);
  await page.getByRole("alert").filter({ hasText: "服务器现在没有回应" }).waitFor();
  assert.deepEqual(await shownChoices(page), [names[4]], "the choices stay");
  await page.reload();
  await castButton(page).waitFor();
  const box = await loseAnswer(page, "PUT", BALLOTS, cast);
  assert.equal(box.status, 200);
  await page.getByRole("alert").filter({ hasText: "服务器现在没有回应" }).waitFor();
  await checkScreen(page, "ballot whose answer was lost");
  const again = page.waitForRequest((it) => it.method() === "PUT" && BALLOTS.test(it.url()));
  await handsOff(page);
  await cast();
  assert.equal((await again).postData(), box.request.postData(), "it is the same ballot");
  const receipt = await receiptOn(page);
  assert.equal(receipt, JSON.parse(box.text).receipt.replaceAll(" ", ""));
  inBox.set(receipt, [names[4]]);
});

test("of two tabs the one that casts last counts", async () => {
  const { page, context } = await resident(3);
  await choose(page, demo, voting, [names[0]]);
  const other = await context.newPage();
  await choose(other, demo, voting, [names[0], names[5]]);
  const first = await castFromCheck(other);
  assert.deepEqual(await shownChoices(page), [names[0]]);
  assert.equal(await castFromCheck(page), first, "one ballot, one receipt");
  await other.goto(`${demo.address}/contests/${voting}/vote`);
  await choice(other, names[0]).waitFor();
  assert.equal(await choice(other, names[0]).isChecked(), true);
  assert.equal(await choice(other, names[5]).isChecked(), false, "the other tab reads it again");
  inBox.set(first, [names[0]]);
});

test("a tab whose ballot arrives after a newer one is told, and shows the newer one", async () => {
  const { page, context } = await resident(3);
  await choose(page, demo, voting, [names[1]]);
  let letGo;
  const isHeld = new Promise((held) => {
    const gate = new Promise((open) => (letGo = open));
    page.route(BALLOTS, async (route) => {
      held();
      await gate;
      await route.fallback();
    });
  });
  await castButton(page).click();
  await isHeld;
  const other = await context.newPage();
  await choose(other, demo, voting, [names[6], names[7]]);
  const receipt = await castFromCheck(other);
  letGo();
  await page.getByText("您在另一个窗口里投过更新的一次。").first().waitFor();
  assert.deepEqual(await shownChoices(page), [names[6], names[7]].sort());
  await checkScreen(page, "ballot that came too late");
  await other.close();
  inBox.set(receipt, [names[6], names[7]]);
});

test("a ballot handed out on another phone is told so, and what is chosen stays", async () => {
  const { page, context } = await newPhone(3);
  const elsewhere = page.getByText("已经在另一台手机或浏览器上领过了");
  await choose(page, demo, voting, [names[2]]);
  await castButton(page).click();
  await elsewhere.first().waitFor();
  assert.deepEqual(await shownChoices(page), [names[2]]);
  await page.goto(`${demo.address}/contests/${voting}/vote`);
  await choice(page, names[2]).waitFor();
  assert.ok(await choice(page, names[2]).isChecked());
  await elsewhere.first().waitFor({ timeout: 5_000 });
  await checkScreen(page, "ballot handed out elsewhere");
  await context.close();
});

test("after the close a vote is refused with the moment of the close, and choices stay", async (t) => {
  const [changing, coming, office] = [await resident(4), await resident(5), await openPhone(browser)];
  await choose(changing.page, demo, voting, [names[3]]);
  const receipt = await castFromCheck(changing.page);
  inBox.set(receipt, [names[3]]);
  await choose(changing.page, demo, voting, [names[3], names[4]]);
  await choose(coming.page, demo, voting, [names[5], names[6]]);
  await signInAsOrganiser(office.page, demo);
  await moveOn(office.page, demo, voting, "计票", "大家都投过了。");
  const today = new Intl.DateTimeFormat("zh-CN", {
    timeZone: "Asia/Shanghai", month: "long", day: "numeric",
  }).format(new Date());
  const closed = new RegExp(`投票已经在${today} 星期.+截止`);

  await t.test("for whoever changes a vote", async () => {
    const { page } = changing;
    await castButton(page).click();
    await page.getByRole("alert").filter({ hasText: closed }).waitFor({ timeout: 5_000 });
    assert.deepEqual(await shownChoices(page), [names[3], names[4]].sort());
    await checkScreen(page, "change after the close");
  });

  await t.test("for whoever has not voted", async () => {
    const { page } = coming;
    await castButton(page).click();
    await page.getByRole("alert").filter({ hasText: closed }).waitFor({ timeout: 5_000 });
    assert.deepEqual(await shownChoices(page), [names[5], names[6]].sort());
    assert.match(await page.getByRole("alert").innerText(), closed);
  });

  await t.test("and for whoever comes to the page later", async () => {
    await coming.page.goto(`${demo.address}/contests/${voting}/vote`);
    await coming.page.getByText(closed).first().waitFor({ timeout: 5_000 });
    await checkScreen(coming.page, "ballot after the close");
  });

  await t.test("and the receipt says that the vote is closed", async () => {
    const { page } = changing;
    await page.goto(`${demo.address}/contests/${voting}/vote/done`);
    await page.getByRole("heading", { name: "选票已投进票箱" }).waitFor();
    await page.getByText("投票已经在").first().waitFor({ timeout: 5_000 });
    assert.equal(await page.getByRole("link", { name: "改票" }).count(), 0);
  });

  await t.test("and the published ballots hold each vote once, as it was cast last", async () => {
    const { page } = office;
    await page.getByRole("button", { name: "开始计票" }).click();
    await page.getByText("票已经计好").first().waitFor({ state: "attached" });
    await page.getByRole("button", { name: "公布结果" }).click();
    await page.getByText("结果已经公布。").first().waitFor({ state: "attached" });
    const path = `/api/v1/communities/wutong/contests/${voting}/ballots.pb`;
    const lines = (await (await fetch(demo.address + path)).text()).split(/\r?\n/);
    for (const [number, choices] of inBox) {
      const found = lines.filter((line) => line.startsWith(`${number};`));
      assert.equal(found.length, 1, `one ballot ${number}`);
      const marks = found[0].slice(number.length + 1).split(",").filter(Boolean);
      assert.deepEqual(marks.sort(), [...choices].sort(), `ballot ${number}`);
    }
  });
});

test("no page complained of itself", () => {
  assert.deepEqual(phones.flatMap(({ faults }) => faults), []);
});
