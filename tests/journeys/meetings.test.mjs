// One council from a seat to its minutes: the resident, the door, the session, and what is read.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import ICAL from "ical.js";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { councils, signInAsOrganiser, signInByLetter, takeSeat } from "./steps.mjs";

const MINUTE_MS = 60_000;

let demo;
let browser;
let council;
let held;

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  ({ council, held } = await councils(demo));
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

const resident = (nth) => phone((page) => signInByLetter(page, demo, nth));
const organiser = () => phone((page) => signInAsOrganiser(page, demo));
const desk = (page) => `${demo.address}/desk/councils/${council}/${page}`;

/** The council as everybody can read it. */
async function facts() {
  const answer = await fetch(`${demo.address}/api/v1/communities/wutong/councils/${council}`);
  return answer.json();
}

/** The council as somebody else's calendar reads it from the community's feed. */
async function onCalendar() {
  const answer = await fetch(`${demo.address}/api/v1/communities/wutong/councils/feed.ics`);
  assert.equal(answer.status, 200);
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
  const text = (event, name) => String(event.getFirstPropertyValue(name));
  const isIt = (event) => new RegExp(`^council-\\d+-${council}@`).test(text(event, "uid"));
  const event = calendar.getAllSubcomponents("vevent").find(isIt);
  assert.ok(event, "the council is in the feed");
  const of = (name) => text(event, name);
  return {
    uid: of("uid"), sequence: Number(of("sequence")), place: of("location"), status: of("status"),
  };
}

test("a resident takes a seat, and puts the council on a calendar", async () => {
  const { context, page, faults } = await resident(0);
  await page.goto(`${demo.address}/councils/${council}`);
  await page.getByText("您还没有说去不去。").first().waitFor();
  await checkScreen(page, "a council");
  await page.getByRole("link", { name: "我来,到现场" }).click();
  await page.getByRole("heading", { name: "您怎么参加?" }).waitFor();
  assert.ok(await page.getByRole("radio", { name: /^到现场/ }).isChecked());
  await page.getByRole("button", { name: "报名", exact: true }).click();
  await page.getByText("您有座位。").first().waitFor();
  await page.getByRole("heading", { name: "我的签到码" }).waitFor();
  await checkScreen(page, "a council with a seat");
  await page.getByRole("link", { name: "加到手机日历" }).click();
  const file = await page.getByRole("link", { name: "下载日历文件" }).getAttribute("href");
  const calendar = await (await fetch(file)).text();
  assert.match(calendar, /^BEGIN:VCALENDAR\r\n/);
  await page.getByRole("button", { name: "复制时间和地点" }).click();
  await page.getByText("复制好了").first().waitFor();
  await checkScreen(page, "a council for a calendar");
  assert.deepEqual(faults, []);
  await context.close();
});

test("whoever does not come gives the seat back, and chooses when to be reminded", async () => {
  const { context, page, faults } = await resident(1);
  await takeSeat(page, demo, council);
  await page.getByRole("link", { name: "什么时候提醒我" }).click();
  await page.getByRole("radio", { name: /^前两个小时/ }).check();
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByText("记下了提醒的时间。").first().waitFor();
  const before = (await facts()).seats.left.in_person;
  await page.getByRole("link", { name: "我不去" }).click();
  await page.getByRole("button", { name: "确定,我不去" }).click();
  await page.getByText("您说过不去。").first().waitFor();
  assert.equal((await facts()).seats.left.in_person, before + 1);
  assert.deepEqual(faults, []);
  await context.close();
});

test("a council is moved to another room, and its page says why", async () => {
  const before = await onCalendar();
  const { context, page, faults } = await organiser();
  await page.goto(desk("move"));
  await page.getByLabel("在哪里?").fill("社区活动中心二楼");
  await page.getByRole("button", { name: "改过去,通知大家" }).click();
  await page.getByText(/^有 1 处要改$/).first().waitFor();
  await page.getByLabel("为什么?", { exact: true }).fill("原来的房间在装修。");
  // A second press within a second is taken for a hand that trembles.
  await page.waitForTimeout(1_100);
  await page.getByRole("button", { name: "改过去,通知大家" }).click();
  await page.getByText("改好了,已经通知大家。").first().waitFor();
  await page.goto(`${demo.address}/councils/${council}`);
  await page.getByText("原来的房间在装修。").first().waitFor();
  await page.getByText(/在社区活动中心二楼/).first().waitFor();
  const place = "社区活动中心二楼";
  const moved = { ...before, sequence: before.sequence + 1, place, status: "CONFIRMED" };
  assert.deepEqual(await onCalendar(), moved, "phones hear of the move, of the same event");
  assert.deepEqual(faults, []);
  await context.close();
});

test("the session is run on one screen, and its minutes lead to each opinion's answer", async () => {
  const { hours, quorum } = await facts();
  const begins = Date.parse(`${hours.day}T${hours.from}:00+08:00`);
  const early = new Date(begins - 10 * MINUTE_MS).toISOString();
  await demo.moveClock(early.replace(".000Z", "+00:00"));
  const author = await resident(0);
  await author.page.goto(`${demo.address}/councils/${council}`);
  const shown = await author.page.locator(".number--big").first().innerText();
  const code = shown.replaceAll(" ", "");
  const { context, page, faults } = await organiser();
  // The camera of the office's phone opens the address in the square.
  await page.goto(desk(`run?code=${code}`));
  await page.getByRole("button", { name: "宣布开会" }).click();
  await page.getByText("开会了。").first().waitFor();
  assert.equal(await page.getByLabel("签到码").inputValue(), code);
  await page.getByRole("button", { name: "用这个码签到" }).click();
  await page.getByText(new RegExp(`^到场 1 人,要 ${quorum} 人$`)).waitFor();
  await checkScreen(page, "a session that has begun");
  for (let here = 2; here <= quorum; here += 1) {
    await page.waitForTimeout(1_100);
    await page.getByRole("button", { name: "临时参加,签到" }).click();
    await page.getByText(new RegExp(`^到场 ${here} 人`)).waitFor();
  }
  await page.getByText("人数够了,可以表决。").waitFor();
  await page.getByLabel("说了什么?").fill("晚上路灯太暗,老人不敢出门。");
  await page.getByRole("button", { name: "记下这条意见" }).click();
  await page.getByText("意见记下了,有了编号。").first().waitFor();
  await page.getByLabel("表决什么?").fill("三个月内换完路灯。");
  await page.getByLabel("赞成几票?").fill(String(quorum));
  await page.getByLabel("反对几票?").fill("0");
  await page.getByRole("button", { name: "记下表决结果" }).click();
  await page.getByText("表决记下了。").first().waitFor();
  await checkScreen(page, "a session with a vote");
  await page.getByRole("button", { name: "散会", exact: true }).click();
  await page.getByText("散会了。接下来写纪要。").first().waitFor();
  await page.goto(desk("minutes"));
  await page.getByLabel("会上说了什么?").fill("大家谈了路灯,决定三个月内换完。");
  await page.getByRole("button", { name: "公布纪要" }).click();
  await page.getByText("纪要已经公布。").first().waitFor();
  assert.deepEqual(faults, []);
  await context.close();
  await author.page.goto(`${demo.address}/councils/${council}`);
  await author.page.getByRole("link", { name: "看会议纪要" }).click();
  await author.page.getByText("大家谈了路灯,决定三个月内换完。").waitFor();
  await author.page.getByText("三个月内换完路灯。").first().waitFor();
  await author.page.getByText("通过了,正在落实。").first().waitFor();
  await checkScreen(author.page, "minutes");
  await author.page.getByRole("link", { name: /^看第\d+号怎么答复$/ }).first().click();
  await author.page.getByText("晚上路灯太暗,老人不敢出门。").first().waitFor();
  await author.context.close();
});

test("a resolution is followed up, and the minutes show the step", async () => {
  const { context, page, faults } = await organiser();
  await page.goto(desk("follow-up"));
  await page.getByLabel("做了什么?").fill("路灯已经全部换好。");
  await page.getByRole("radio", { name: "办完了", exact: true }).check();
  await page.getByRole("button", { name: "公布进展" }).click();
  await page.getByText("进展已经公布。").first().waitFor();
  await page.goto(`${demo.address}/councils/${council}/minutes`);
  await page.getByText(/路灯已经全部换好。/).first().waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test("who was there says that it is not done, and the office reads what is missing", async () => {
  const { context, page, faults } = await resident(0);
  await page.goto(`${demo.address}/councils/${council}`);
  await page.getByRole("link", { name: "说说决议 1 办好没有" }).click();
  await page.getByRole("heading", { name: "决议 1 办好了吗?" }).waitFor();
  await page.getByText(/路灯已经全部换好。/).first().waitFor();
  await checkScreen(page, "is a resolution done");
  await page.getByRole("link", { name: "还没办好" }).click();
  await page.getByText("您说了以后,居委会要接着办。").waitFor();
  await page.getByRole("button", { name: "说还没办好" }).click();
  await page.getByText(/^有 1 处要改$/).first().waitFor();
  await checkScreen(page, "what is missing, with a fault");
  await page.getByLabel("还差什么?").fill("3号楼后面的灯还不亮。");
  // A second press within a second is taken for a hand that trembles.
  await page.waitForTimeout(1_100);
  await page.getByRole("button", { name: "说还没办好" }).click();
  await page.waitForURL(/done=not-done/);
  await page.getByText("记下了,谢谢您。").first().waitFor();
  assert.equal((await facts()).resolutions[0].standing.kind, "open");
  assert.deepEqual(faults, []);
  await context.close();
  const office = await organiser();
  await office.page.goto(desk("follow-up"));
  await office.page.getByRole("heading", { name: "居民说还差这些" }).waitFor();
  await office.page.getByText(/3号楼后面的灯还不亮。/).first().waitFor();
  await checkScreen(office.page, "what residents say is missing");
  assert.deepEqual(office.faults, []);
  await office.context.close();
});

test("guests read the minutes of an earlier council and the figures of all", async () => {
  const { context, page, faults } = await openPhone(browser);
  await page.goto(`${demo.address}/councils/${held}/minutes`);
  await page.getByRole("heading", { level: 1, name: /^会议纪要/ }).waitFor();
  await checkScreen(page, "the minutes of an earlier council");
  await page.goto(`${demo.address}/councils/statistics`);
  await page.getByText(/人第一次来议事会$/).first().waitFor();
  await checkScreen(page, "the figures of all councils");
  assert.deepEqual(faults, []);
  await context.close();
});
