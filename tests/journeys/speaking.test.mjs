// Saying it instead of writing it: recorded, sent, written down, heard, and said yes to.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone, until } from "./demo.mjs";
import { audioStatus, hearing, hum, listenTo, silence, voice } from "./sounds.mjs";
import { contests, countRequests, loseAnswer, signInAsOrganiser, signInByLetter } from "./steps.mjs";

const PARTS = /\/recordings\/\d+\/parts\/\d+$/;
const COMMANDS = /\/recordings\/\d+\/commands$/;
const api = (path) => `${demo.address}/api/v1/communities/wutong/${path}`;

let demo;
let folder;
let collecting;
/** A browser whose microphone hears a voice; one that hears nothing; one that is not allowed any. */
let hears;
let deaf;
let denied;
const phones = [];

before(async () => {
  demo = await openDemo();
  ({ collecting } = await contests(demo));
  folder = await mkdtemp(join(tmpdir(), "huiyin-sounds-"));
  hears = await openBrowser(hearing(voice(folder, "我建议在三号楼门口加装一个扶手")));
  deaf = await openBrowser(hearing(silence(folder, 4)));
  // It has a microphone, and nobody who would allow it.
  denied = await openBrowser(["--use-fake-device-for-media-stream"]);
});

after(async () => {
  await Promise.all([hears, deaf, denied].map((browser) => browser?.close()));
  await demo?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A phone of its own, signed in as the resident with the nth letter. */
async function resident(browser, nth, options) {
  const phone = await openPhone(browser, options);
  phones.push(phone);
  await signInByLetter(phone.page, demo, nth);
  return phone;
}

const heading = (page, name) => page.getByRole("heading", { level: 1, name });
/** What is told in the middle of sending; the ear is told the same words once more. */
const told = (page, words) => page.locator("#sending").getByText(words).first().waitFor();
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
const record = (page) => page.goto(`${demo.address}/contests/${collecting}/speak/record`);

/** Buttons take a second press as a tremble of the hand for one second. */
const handsOff = (page) => page.waitForTimeout(1_100);

/** Says something into the phone; ends where it can be listened to. */
async function say(page) {
  await press(page, "开始录音");
  await heading(page, "正在录音").waitFor();
  await page.getByText("听得到您的声音。").first().waitFor();
  await page.getByText("4 秒").first().waitFor();
  await press(page, "说完了");
  await heading(page, "录好了,听一遍").waitFor();
}

/** The numbers told on the page after sending: of the recording, and of its proposal to be. */
async function numbersTold(page) {
  await heading(page, "录音发出去了").waitFor();
  const recording = Number(new URL(page.url()).pathname.match(/recordings\/(\d+)\/sent/)[1]);
  const number = Number((await page.locator("main").innerText()).match(/第(\d+)号/)[1]);
  return { recording, number };
}

/** A file for phones that cannot record themselves. */
async function sendFile(page, file) {
  await record(page);
  await heading(page, "这个浏览器不能录音").waitFor();
  await page.getByLabel("选一段录音").setInputFiles(file);
  await heading(page, "录好了,听一遍").waitFor();
}

const noRecorder = () => delete window.MediaRecorder;

test("what is said into the phone becomes a public proposal under the number told at once", async () => {
  const { page, context, faults, strangers } = await resident(hears, 0);
  await page.goto(`${demo.address}/contests/${collecting}/propose/what`);
  await checkScreen(page, "first question, with the ways to answer it");
  await page.getByRole("link", { name: "说话" }).click();
  await heading(page, "您想怎么说?").waitFor();
  await checkScreen(page, "ways to speak");
  await page.getByRole("link", { name: "说一段话,我们帮您写下来" }).click();
  await heading(page, "说一段话").waitFor();
  await checkScreen(page, "before recording");
  await say(page);
  await checkScreen(page, "recorded");
  await press(page, "听一遍");
  await page.waitForFunction(() => document.querySelector("main audio").currentTime > 0.3);
  await handsOff(page);
  await press(page, "停下");
  await page.waitForFunction(() => document.querySelector("main audio").paused);
  await page.getByRole("button", { name: "听一遍", exact: true }).waitFor();
  const began = countRequests(page, "POST", /\/contests\/\d+\/recordings$/);
  await page.getByRole("button", { name: "发送这段录音" }).dblclick();
  const { recording, number } = await numbersTold(page);
  assert.equal(began.length, 1, "a double tap sends it once");
  await checkScreen(page, "recording sent");
  const sound = await listenTo(page, recording);
  assert.equal(sound.status, 200);
  assert.match(sound.type, /^audio\/webm/);
  assert.ok(sound.n > 5_000, `${sound.n} bytes arrived`);
  assert.ok(sound.seconds > 3 && sound.seconds < 30, `${sound.seconds} s arrived`);
  assert.ok(sound.rms > 0.01, `what arrived is not silence: ${sound.rms}`);
  assert.equal((await fetch(api(`proposals/${number}`))).status, 404, "nothing is public yet");

  await writeDown(recording, { title: "三号楼门口装扶手", why: "老人上台阶不方便。" });

  await page.getByRole("link", { name: "看我的录音" }).click();
  await heading(page, `第${number}号录音`).waitFor();
  await page.getByText("写好了。请您听一遍").first().waitFor();
  await page.locator("main strong", { hasText: "三号楼门口装扶手" }).waitFor();
  await checkScreen(page, "text to say yes or no to");
  await press(page, "听原来的录音");
  await page.waitForFunction(() => document.querySelector("main audio").currentTime > 0.3);
  await press(page, "是,就是这个意思");
  await page.getByText("好的,您的提案已经公布。").first().waitFor();
  const shown = await (await fetch(api(`proposals/${number}`))).json();
  assert.equal(shown.content.title, "三号楼门口装扶手");
  await page.getByRole("link", { name: `看第${number}号提案` }).click();
  await heading(page, "三号楼门口装扶手").waitFor();
  assert.deepEqual(faults, []);
  assert.deepEqual([...strangers], []);
  await context.close();
});

/** The office listens to a recording and writes it down. */
async function writeDown(recording, { title, why }) {
  const { page, context, faults } = await openPhone(hears);
  await signInAsOrganiser(page, demo);
  await page.goto(`${demo.address}/desk/recordings`);
  await heading(page, "录音听写").waitFor();
  await checkScreen(page, "queue of recordings");
  await page.locator(`main a[href$="/desk/recordings/${recording}"]`).click();
  await page.locator("main audio[controls]").waitFor();
  await page.getByRole("radio", { name: "快一点" }).check();
  const speed = await page.evaluate(() => {
    const audio = document.querySelector("main audio");
    return audio.play().then(() => audio.playbackRate);
  });
  assert.equal(speed, 1.5);
  await press(page, "写好了,请本人听");
  await page.locator("#title-error", { hasText: "还没有写要做什么" }).waitFor();
  await checkScreen(page, "recording to write down, with faults");
  await page.getByLabel("想做什么(一句话)").fill(title);
  await page.getByLabel("在哪里").fill("三号楼门口");
  await page.getByLabel("为什么", { exact: true }).fill(why);
  await handsOff(page);
  await press(page, "写好了,请本人听");
  await page.getByText("已经交给本人听。").first().waitFor();
  assert.deepEqual(faults, []);
  await context.close();
}

test("a microphone that is not allowed is not asked for again, and there are other ways", async () => {
  const { page, context, faults } = await resident(denied, 1);
  await record(page);
  await press(page, "开始录音");
  await heading(page, "手机没让用话筒").waitFor();
  await checkScreen(page, "microphone denied");
  assert.equal(await page.getByRole("button", { name: /录音|再说/ }).count(), 0);
  for (const way of ["用键盘上的小话筒说", /^打电话说/, "请人帮忙", "写在纸上"]) {
    await page.locator("main").getByRole("link", { name: way }).waitFor();
  }
  await page.getByRole("link", { name: "用键盘上的小话筒说" }).click();
  await heading(page, "用键盘上的小话筒说").waitFor();
  await checkScreen(page, "the keyboard's microphone");
  assert.deepEqual(faults, []);
  await context.close();
});

test("no microphone, and one that another program has, have their sentences", async () => {
  for (const [name, words] of [
    ["NotFoundError", "这台设备没有话筒"],
    ["NotReadableError", "话筒被别的程序占用"],
  ]) {
    const { page, context } = await openPhone(denied);
    await page.addInitScript((error) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", error));
    }, name);
    await record(page);
    await press(page, "开始录音");
    await heading(page, words).waitFor();
    await checkScreen(page, words);
    const again = await page.getByRole("button", { name: "再说一次" }).count();
    assert.equal(again, name === "NotReadableError" ? 1 : 0);
    await context.close();
  }
});

test("a silent recording is not taken, and can be said again", async () => {
  const { page, context } = await resident(deaf, 1);
  await record(page);
  await press(page, "开始录音");
  await heading(page, "正在录音").waitFor();
  await page.getByText("声音很小。请靠近手机,大声一点。").first().waitFor();
  await checkScreen(page, "recording, too quiet");
  await press(page, "说完了");
  await heading(page, "没听到声音").waitFor();
  await checkScreen(page, "nothing to hear");
  await press(page, "再说一次");
  await heading(page, "正在录音").waitFor();
  await context.close();
});

test("a phone that cannot record sends a file, part by part, and goes on where it was cut", async () => {
  const { page, context, faults } = await resident(denied, 2);
  await page.addInitScript(noRecorder);
  await sendFile(page, hum(folder, 12));
  const sent = countRequests(page, "PUT", PARTS);
  let n = 0;
  await page.route(PARTS, (route) => {
    n += 1;
    return n === 3 ? route.abort("connectionreset") : route.fallback();
  });
  await press(page, "发送这段录音");
  await told(page, "网断了,录音还在手机上,有网就接着发。");
  await checkScreen(page, "sending was cut");
  await page.reload();
  await heading(page, "有一段没发完的录音").waitFor();
  await press(page, "接着发");
  const { recording } = await numbersTold(page);
  const parts = sent.map((request) => Number(request.url().match(/\d+$/)[0]));
  assert.deepEqual(parts, [0, 1, 2, 2, 3, 4, 5], "from where it stopped, not from the beginning");
  const sound = await listenTo(page, recording);
  assert.equal(sound.n, 12 * 32_000 + 44);
  assert.ok(sound.rms > 0.01);
  await page.goto(`${demo.address}/contests/${collecting}/speak`);
  assert.equal(await page.getByText("有一段没发完的录音").count(), 0);
  assert.deepEqual(faults, []);
  await context.close();
});

test("a recording goes on by itself when the network is back", async () => {
  const { page, context } = await resident(denied, 3);
  await page.addInitScript(noRecorder);
  await sendFile(page, hum(folder, 5));
  await context.setOffline(true);
  await press(page, "发送这段录音");
  await told(page, "网断了,录音还在手机上,有网就接着发。");
  await context.setOffline(false);
  await numbersTold(page);
  await context.close();
});

test("an answer lost at the end makes no second recording", async () => {
  const { page, context } = await resident(denied, 4);
  await page.addInitScript(noRecorder);
  await sendFile(page, hum(folder, 6));
  await loseAnswer(page, "POST", COMMANDS, () => press(page, "发送这段录音"));
  await told(page, "网断了");
  await handsOff(page);
  await press(page, "接着发");
  await numbersTold(page);
  await page.goto(`${demo.address}/recordings`);
  await page.getByText("等工作人员听").first().waitFor();
  assert.equal(await page.locator("main article").count(), 1);
  await checkScreen(page, "what one has said");
  await context.close();
});

test("whoever is not signed in keeps the recording, signs in, and sends it then", async () => {
  const phone = await openPhone(hears);
  const { page, context } = phone;
  phones.push(phone);
  await record(page);
  await say(page);
  await press(page, "发送这段录音");
  await told(page, "发送要先登录。录音留在手机上");
  await page.getByRole("link", { name: "登录后发送" }).click();
  await heading(page, "登录").waitFor();
  await page.getByLabel("信函上的 12 位号码").fill(demo.codes[5]);
  await press(page, "确认登录");
  // One goes on where one was: at the recording that waits.
  await heading(page, "有一段没发完的录音").waitFor();
  await page.locator(".doors").getByRole("link", { name: "首页" }).click();
  await page.getByText("有一段没发完的录音").first().waitFor();
  await checkScreen(page, "home, with a recording that waits");
  await page.getByRole("link", { name: "看没发完的录音" }).click();
  await heading(page, "有一段没发完的录音").waitFor();
  await press(page, "接着发");
  await numbersTold(page);
  await context.close();
});

test("whoever leaves in the middle finds what was said, and can record it again or delete it", async () => {
  const { page, context } = await resident(hears, 3);
  await record(page);
  await press(page, "开始录音");
  await page.getByText("3 秒").first().waitFor();
  await page.locator(".back").click();
  await heading(page, "您想怎么说?").waitFor();
  await page.waitForTimeout(1_500);
  await record(page);
  await heading(page, "录好了,听一遍").waitFor();
  await press(page, "重新录");
  await page.getByText("新的录好以前,原来那段还在。").first().waitFor();
  await press(page, "不录了,用原来那段");
  await press(page, "删除录音");
  await page.getByText("要删除这段录音吗?").first().waitFor();
  await press(page, "确定删除");
  await heading(page, "说一段话").waitFor();
  await page.reload();
  await press(page, "开始录音");
  await page.getByText("7 秒").first().waitFor();
  await page.reload();
  await heading(page, "录好了,听一遍").waitFor();
  await context.close();
});

/** Goes on speaking until so many seconds are told, or more. */
function speakFor(page, seconds) {
  const isToldIn = (least) => parseInt(document.querySelector("[role=timer]")?.textContent) >= least;
  return page.waitForFunction(isToldIn, seconds);
}

/** In the page: does a recording wait on this phone behind another one? */
async function isBehind() {
  const asked = (request) => new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  const database = await asked(indexedDB.open("huiyin"));
  const names = database.transaction("recordings").objectStore("recordings").getAllKeys();
  database.close();
  return (await asked(names)).some((name) => name.startsWith("behind."));
}

test("whoever leaves in the middle of recording it again keeps both", async () => {
  const { page, context } = await resident(hears, 4);
  await record(page);
  await say(page);
  const length = () => page.getByText(/^一共/).first().innerText();
  const first = await length();
  await press(page, "重新录");
  await press(page, "开始录音");
  await speakFor(page, Number(first.match(/\d+/)[0]) + 3);
  await page.locator(".back").click();
  await heading(page, "您想怎么说?").waitFor();
  await until(page, isBehind);
  await record(page);
  await heading(page, "录好了,听一遍").waitFor();
  assert.equal(await length(), first, "the earlier one is shown first");
  await press(page, "删除录音");
  await press(page, "确定删除");
  await page.getByText(first).waitFor({ state: "hidden" });
  await heading(page, "录好了,听一遍").waitFor();
  assert.notEqual(await length(), first, "what was left in the middle is there, too");
  await context.close();
});

test("a no with a word goes back to the office, and what was taken back is gone", async () => {
  const { page, context } = await resident(denied, 5);
  await page.addInitScript(noRecorder);
  await sendFile(page, hum(folder, 3));
  await press(page, "发送这段录音");
  const { recording } = await numbersTold(page);
  await writeDown(recording, { title: "写错了的题目", why: "没听清楚。" });
  await page.goto(`${demo.address}/recordings/${recording}`);
  await press(page, "不是这个意思");
  await checkScreen(page, "what is wrong");
  await page.getByLabel("说说哪里不对").fill("不是扶手,是路灯");
  await press(page, "请工作人员重新写");
  await page.getByText("工作人员会重新听、重新写。").first().waitFor();
  const { page: office, context: officeContext } = await openPhone(hears);
  await signInAsOrganiser(office, demo);
  await office.goto(`${demo.address}/desk/recordings/${recording}`);
  await office.getByText("本人说:不是扶手,是路灯").first().waitFor();
  await checkScreen(office, "recording that was not written down rightly");
  await office.getByLabel("为什么听不清").fill("声音太远。请靠近手机再说一次。");
  await press(office, "告诉本人没听清");
  await office.getByText("已经告诉本人没有听清。").first().waitFor();
  await officeContext.close();
  await page.reload();
  await page.getByText("没有听清。声音太远。请靠近手机再说一次。").first().waitFor();
  await checkScreen(page, "not understood");
  await press(page, "收回这段录音");
  await press(page, "确定收回");
  await page.getByText("录音已经收回,声音删掉了。").first().waitFor();
  assert.equal(await audioStatus(page, recording), 404, "its sound is gone");
  await context.close();
});

test("no page complained of itself", () => {
  assert.deepEqual(phones.flatMap(({ faults }) => faults), []);
});
