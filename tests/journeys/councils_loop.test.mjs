// The loop of a council in the elder mode: a topic is suggested and supported, times are asked for
// and chosen, seats taken, the session held, its minutes read, and its resolution is carried out
// and confirmed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { nextScreen } from "./checks/actions.mjs";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { opened } from "./modes.mjs";
import { goOn, signInAsOrganiser, signInByLetter } from "./steps.mjs";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const ELDER = "elder-24";
const ROOM = { room: "社区活动室二楼", seats: "20", online: "", link: "" };
const SAID = "坡道要装两边扶手,雨天也要防滑。";

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
  const theirs = await openPhone(browser);
  await signIn(theirs.page);
  const kept = await theirs.page.evaluate(() => localStorage.getItem("huiyin.session"));
  return { ...theirs, token: JSON.parse(kept).token };
}

/** The office on another day: staff are signed in for half a day. */
async function anew(office) {
  await office.context.close();
  const { faults, ...next } = await phone((page) => signInAsOrganiser(page, demo));
  return { ...next, faults: [...office.faults, ...faults] };
}

const api = (path) => `${demo.address}/api/v1/communities/wutong/${path}`;

async function read(path, who) {
  const headers = who ? { authorization: `Bearer ${who.token}` } : {};
  const answer = await fetch(api(path), { headers });
  const text = await answer.text();
  assert.equal(answer.status, 200, `${path}: ${text}`);
  return JSON.parse(text);
}

/** Sends something in somebody's name, on the version they have just read, if there is one. */
async function send(path, who, body, version) {
  const headers = {
    authorization: `Bearer ${who.token}`,
    "content-type": "application/json",
    "idempotency-key": crypto.randomUUID(),
    ...(version === undefined ? {} : { "if-match": `"${version}"` }),
  };
  const answer = await fetch(api(path), { method: "POST", headers, body: JSON.stringify(body) });
  const text = await answer.text();
  assert.ok(answer.ok, `${path} ${body.kind ?? ""}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

async function askSeries(id, who, command) {
  const { series } = await read(`series/${id}`, who);
  return send(`series/${id}/commands`, who, command, series.version);
}

async function askCouncil(id, who, command) {
  const { version } = await read(`councils/${id}`, who);
  return send(`councils/${id}/commands`, who, command, version);
}

/** Opens a page of somebody in the elder mode. */
async function elder({ page }, path) {
  await page.goto(`${demo.address}${path}?modes=${ELDER}`);
  await opened(page);
}

/** Turns the screens of a page until something is on one of them. */
async function turnTo(page, wanted) {
  while (!(await wanted.count()) && (await nextScreen(page)));
  await wanted.first().waitFor();
}

/** A resident suggests what a council should talk about, in the elder mode; its number. */
async function suggest(resident) {
  const { page } = resident;
  await elder(resident, "/councils/topics");
  await page.getByRole("link", { name: "我也提一个" }).first().click();
  await page.getByRole("radio", { name: /^议题/, checked: true }).waitFor();
  await goOn(page);
  await page.getByLabel("您想说什么?").fill("居委会门口要不要修坡道?坐轮椅的人进不去。");
  await goOn(page);
  await page.getByRole("heading", { name: "在哪里?" }).waitFor();
  await page.getByRole("radio").first().check();
  await goOn(page);
  await page.getByRole("heading", { name: "要不要放照片?" }).waitFor();
  await goOn(page);
  await page.getByRole("heading", { name: "请检查您要说的话" }).waitFor();
  await checkScreen(page, "a topic before it is sent, in the elder mode");
  await page.getByRole("button", { name: "发出去" }).click();
  await page.waitForURL(/\/feedback\/\d+\/sent/);
  return Number(page.url().match(/feedback\/(\d+)/)[1]);
}

async function support({ page }, topic) {
  await page.goto(`${demo.address}/councils/topics`);
  await page.getByRole("button", { name: `支持第 ${topic} 号`, exact: true }).click();
  await page.getByText("已经算上您的支持。").first().waitFor();
  const { items } = await read("councils/topics");
  assert.equal(items.find(({ id }) => id === topic).n_supports, 2);
}

/** The organiser begins a series with a topic, adds times by a rule and asks residents. */
async function begin(office, topic) {
  const day = (days) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
  const form = { title: "门口要不要修坡道", about: "坐轮椅的人进不了居委会的门。" };
  const { series } = await send("series", office, form);
  const rule = {
    from_day: day(9),
    until_day: day(24),
    starts: { workday_evening: "19:30", weekend_afternoon: "14:30" },
    minutes: "90",
    ...ROOM,
  };
  const asked = `series/proposed?rule=${encodeURIComponent(JSON.stringify(rule))}`;
  const { items } = await read(asked, office);
  assert.ok(items.length >= 3, `the rule has ${items.length} times`);
  const slots = items.slice(0, 3).map(({ hours }) => ({ ...hours, ...ROOM }));
  const needs = { n_sessions: "1", min_gap_days: "1", quorum: "2", notice_days: "3" };
  const until = new Date(Date.now() + 3 * DAY_MS).toISOString();
  for (const command of [
    { kind: "choose_topics", topics: [topic] },
    { kind: "set_needs", form: needs },
    { kind: "add_slots", slots },
    { kind: "open_poll", until },
  ]) {
    await askSeries(series.id, office, command);
  }
  return series.id;
}

/** The resident says when they can usually come, and then only looks at the dated times. */
async function answerByWeek(resident, series) {
  const { page } = resident;
  await elder(resident, "/times/when");
  await page.getByRole("radio", { name: "什么时候都可以" }).check();
  await goOn(page);
  await page.getByRole("radio", { name: "到现场", exact: true }).check();
  await goOn(page);
  await page.getByRole("heading", { name: "请看一遍您的时间" }).waitFor();
  await page.getByRole("button", { name: "保存时间" }).click();
  await page.getByText("保存好了。").first().waitFor();
  await elder(resident, "/councils");
  await page.getByRole("heading", { name: "等您来填" }).waitFor();
  await checkScreen(page, "a series that waits for my answer, in the elder mode");
  await elder(resident, `/series/${series}/answer/how`);
  await page.getByRole("radio", { name: /^用我一般的时间/ }).check();
  await goOn(page);
  await page.getByRole("heading", { name: "这些时间,您能来吗?" }).waitFor();
  await checkScreen(page, "a dated time, in the elder mode");
  while (await nextScreen(page));
  await goOn(page);
  await page.getByRole("heading", { name: "您想怎么参加?" }).waitFor();
  await page.getByRole("radio", { name: "到现场", exact: true, checked: true }).waitFor();
  await goOn(page);
  await page.getByRole("radio", { name: "退休老人" }).check();
  await goOn(page);
  await page.getByRole("heading", { name: "请看一遍您的时间" }).waitFor();
  await page.getByRole("button", { name: "交上去" }).click();
  await page.getByRole("heading", { name: "收到了,谢谢您" }).waitFor();
}

async function answerAtOnce({ page }, series) {
  await page.goto(`${demo.address}/series/${series}/answer/how`);
  await page.getByRole("radio", { name: "这些时间都可以" }).check();
  await goOn(page);
  await page.getByRole("radio", { name: "到现场", exact: true }).check();
  await goOn(page);
  await page.getByRole("heading", { name: "您的日子和谁差不多?" }).waitFor();
  await goOn(page);
  await page.getByRole("button", { name: "交上去" }).click();
  await page.getByRole("heading", { name: "收到了,谢谢您" }).waitFor();
}

/** The organiser takes the best plan once residents are no longer asked; the council's number. */
async function choose(office, series) {
  const { checksum, plan } = await read(`series/${series}/plan`, office);
  assert.deepEqual(plan.bound, plan.worth, "it is proven that no plan is better");
  const command = { kind: "schedule", slots: plan.slots, checksum, reason: null };
  const page = await askSeries(series, office, command);
  const { stage } = page.series;
  assert.equal(stage.kind, "scheduled");
  assert.equal(stage.plan.standing.kind, "best");
  return stage.councils[0];
}

/** Agenda and notice; from then on the council stands in the calendars. */
async function announce(office, council, topic) {
  const items = [
    { title: "门口要不要修坡道", minutes: "40", about: { kind: "submission", id: topic } },
    { title: "大家还有什么要说", minutes: "20", about: { kind: "nothing" } },
  ];
  await askCouncil(council, office, { kind: "set_agenda", form: { items } });
  await askCouncil(council, office, { kind: "give_notice" });
  const calendar = async (path) => {
    const answer = await fetch(api(path));
    assert.equal(answer.status, 200, path);
    assert.match(answer.headers.get("content-type"), /^text\/calendar/);
    return answer.text();
  };
  const file = await calendar(`councils/${council}.ics`);
  const [, uid] = file.match(/^UID:(\S+)\r$/m);
  assert.match(file, /^SEQUENCE:\d+\r$/m);
  assert.match(file, /^DTSTART;TZID=Asia\/Shanghai:\d{8}T\d{6}\r$/m);
  const feed = await calendar("councils/feed.ics");
  assert.ok(feed.includes(`UID:${uid}\r\n`), "the feed has the same event");
  assert.match(feed, /^SEQUENCE:\d+\r$/m);
}

/** The resident takes a seat in the elder mode; the code they show at the door. */
async function takeSeat(resident, council) {
  const { page } = resident;
  await elder(resident, `/councils/${council}`);
  await page.getByText(/您还没有说去不去/).first().waitFor();
  await checkScreen(page, "a council ahead, in the elder mode");
  await page.getByRole("link", { name: "我来,到现场" }).click();
  await page.getByRole("heading", { name: "您怎么参加?" }).waitFor();
  await page.getByRole("radio", { name: /^到现场/, checked: true }).waitFor();
  await checkScreen(page, "taking a seat, in the elder mode");
  await page.getByRole("button", { name: "报名", exact: true }).click();
  await page.waitForURL(/done=seat/);
  await page.getByText(/您有座位/).first().waitFor();
  await turnTo(page, page.getByRole("heading", { name: "我的签到码" }));
  await checkScreen(page, "my code for the door, in the elder mode");
  return (await page.locator(".number--big").first().innerText()).replace(/\D/g, "");
}

/** The session: who is here, what is said, what is resolved, and the minutes. */
async function hold(office, council, codes) {
  for (const code of codes) {
    await askCouncil(council, office, { kind: "check_in", who: { kind: "code", code } });
  }
  await askCouncil(council, office, { kind: "open" });
  const { people } = await read(`councils/${council}/attendance`, office);
  const speaker = people.find(({ attendee }) => attendee.number === 1).resident;
  const opinion = { kind: "record_opinion", words: SAID, speaker, item: 1 };
  const { opinions } = await askCouncil(council, office, opinion);
  const vote = { words: "明年三月以前修好坡道。", item: 1, yes: "2", no: "0", abstain: "" };
  await askCouncil(council, office, { kind: "resolve", form: vote });
  await askCouncil(council, office, { kind: "close_session" });
  const summary = "大家都同意修坡道,要赶在雨季以前。";
  const published = await askCouncil(council, office, { kind: "publish_minutes", summary });
  assert.equal(published.minutes.sitting.outcome.kind, "held");
  assert.equal(published.resolutions[0].standing.kind, "open");
  return opinions[0].submission;
}

/** The resident reads what was said, and that their own words have a number and are answered. */
async function readMinutes(resident, council, opinion) {
  const { page } = resident;
  await elder(resident, `/councils/${council}`);
  await page.getByRole("link", { name: "看会上说了什么" }).click();
  await page.getByRole("heading", { name: /^会上说了什么/ }).first().waitFor();
  await checkScreen(page, "minutes, in the elder mode");
  await turnTo(page, page.getByRole("link", { name: `看第${opinion}号怎么答复` }));
  await page.getByText(SAID).first().waitFor();
  const { submission } = await read(`feedback/${opinion}`);
  assert.equal(submission.stage.kind, "waiting");
  assert.ok(submission.stage.duty.due, "there is a day by which it is answered");
  await page.getByRole("link", { name: `看第${opinion}号怎么答复` }).click();
  await page.waitForURL(new RegExp(`/feedback/${opinion}$`));
  await opened(page);
  await checkScreen(page, "an opinion voiced at a council, in the elder mode");
  await elder(resident, "/mine");
  await turnTo(page, page.locator(`main a[href$="/feedback/${opinion}"]`));
}

/** The resident says that what was reported as done is done, in the elder mode. */
async function confirmDone(resident, council, words) {
  const { page } = resident;
  await elder(resident, `/councils/${council}/minutes`);
  await turnTo(page, page.getByText(/等居民回话/));
  await checkScreen(page, "a resolution that is reported as done, in the elder mode");
  await elder(resident, `/councils/${council}`);
  await page.getByRole("link", { name: "说说决议 1 办好没有" }).click();
  await page.getByRole("heading", { name: "决议 1 办好了吗?" }).waitFor();
  await page.getByText(new RegExp(words)).first().waitFor();
  await checkScreen(page, "is it done, in the elder mode");
  await page.getByRole("button", { name: "办好了", exact: true }).click();
  await page.waitForURL(/done=word/);
  await page.getByText("记下了,谢谢您。").first().waitFor();
  assert.equal(await page.getByRole("link", { name: "说说决议 1 办好没有" }).count(), 0);
}

test("from a topic to a resolution that residents confirm, in the elder mode", async () => {
  const resident = await phone((page) => signInByLetter(page, demo, 0));
  const neighbour = await phone((page) => signInByLetter(page, demo, 1));
  let office = await phone((page) => signInAsOrganiser(page, demo));
  const topic = await suggest(resident);
  await support(neighbour, topic);

  const series = await begin(office, topic);
  await answerByWeek(resident, series);
  await answerAtOnce(neighbour, series);
  await demo.moveClock(new Date(Date.now() + 4 * DAY_MS).toISOString());
  office = await anew(office);
  const council = await choose(office, series);
  const { agenda } = await read(`councils/${council}`);
  assert.deepEqual(agenda.map(({ about }) => about), [{ kind: "submission", id: topic }]);
  await announce(office, council, topic);

  const code = await takeSeat(resident, council);
  const rsvp = { kind: "rsvp", way: "in_person" };
  const { mine, hours } = await send(`councils/${council}/commands`, neighbour, rsvp);
  assert.equal(mine.seat.kind, "coming");
  assert.notEqual(mine.code, code, "everybody has a code of their own");
  const begins = Date.parse(`${hours.day}T${hours.from}:00+08:00`);
  await demo.moveClock(new Date(begins - 5 * MINUTE_MS).toISOString());
  office = await anew(office);
  const opinion = await hold(office, council, [code, mine.code]);
  await readMinutes(resident, council, opinion);

  const words = "坡道修好了,两边都有扶手。";
  const done = { kind: "follow_up", resolution: 1, words, is_done: true };
  const followed = await askCouncil(council, office, done);
  assert.equal(followed.resolutions[0].standing.kind, "reported_done");
  assert.ok(!followed.offers.some(({ kind }) => kind === "close"), "residents are asked first");
  await confirmDone(resident, council, words);
  await askCouncil(council, office, { kind: "close" });
  const closed = await askSeries(series, office, { kind: "close" });
  assert.equal(closed.series.stage.kind, "closed");
  await elder(resident, `/councils/${council}`);
  await resident.page.getByText(/都办完了。/).first().waitFor();
  await elder(resident, `/councils/${council}/minutes`);
  await turnTo(resident.page, resident.page.getByText("办好了,1 位居民确认。"));
  await resident.page.getByText(new RegExp(words)).first().waitFor();
  await checkScreen(resident.page, "a resolution that is confirmed, in the elder mode");
  assert.deepEqual([...resident.faults, ...neighbour.faults, ...office.faults], []);
  for (const { context } of [resident, neighbour, office]) await context.close();
});
