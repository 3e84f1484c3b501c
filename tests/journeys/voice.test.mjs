// Reading aloud and voice commands, on phones whose voice and ear behave well, badly, or not at all.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { choose, contests, countRequests, namesOnBallot, signInByLetter } from "./steps.mjs";
import { stubRecogniser, stubVoice } from "./stubs.mjs";

const BALLOTS = /\/ballots\/[0-9a-f]+$/;

let demo;
let browser;
let open;
let names;

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  open = await contests(demo);
  names = await namesOnBallot(demo, open.voting);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

const readButton = (page) => page.getByRole("button", { name: "朗读本页", exact: true });
const stopButton = (page) => page.getByRole("button", { name: "停", exact: true });
const speakButton = (page) => page.getByRole("button", { name: "说命令", exact: true });

async function phoneWithVoice(voice) {
  const phone = await openPhone(browser);
  return { ...phone, voice: await stubVoice(phone.context, voice) };
}

/** A phone on which listening has worked before, so that the button is there. */
async function phoneWithEar(ear) {
  const phone = await phoneWithVoice({ mode: "none" });
  const recogniser = await stubRecogniser(phone.context, ear);
  await phone.context.addInitScript(() => {
    localStorage.setItem("huiyin.recogniser-worked", "true");
  });
  return { ...phone, recogniser };
}

/** What the voice was given, without the blank that wakes it. */
const given = (voice) => voice.spoken.filter(({ text }) => text.trim());
const sentences = (voice) => given(voice).map(({ text }) => text);

/** A sentence is not over before the next press; longer, and the app thinks the voice is stuck. */
const SLOW = { mode: "ok", msPerSentence: 4_900 };

/** The sentences given to the voice; resolves when there are `n` of them. */
async function spoken(voice, n) {
  const until = Date.now() + 30_000;
  while (given(voice).length < n && Date.now() < until) await delay(50);
  assert.equal(given(voice).length, n, `spoken: ${sentences(voice)}`);
  return given(voice);
}

/** Presses the button and says something; resolves when it was heard. */
async function command(page, recogniser, words) {
  recogniser.said.push(words);
  await speakButton(page).click();
  await page.getByText(`我听到的是:“${words}”`).first().waitFor();
}

for (const mode of ["ok", "late"]) {
  test(`a page is read sentence by sentence, with voices that are ${mode}`, async () => {
    // Slow enough for the mark to be seen under every sentence, also on a busy machine.
    const { page, context, voice, faults } = await phoneWithVoice({ mode, msPerCharacter: 20 });
    await page.goto(`${demo.address}/sign-in`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    assert.deepEqual(voice.spoken, [], "nothing is read without a tap");
    await readButton(page).click();
    await page.locator(".aloud-mark").first().waitFor();
    await page.getByText("这一页读完了。").first().waitFor({ timeout: 60_000 });
    const said = sentences(voice);
    const heading = await page.locator("h1").innerText();
    assert.ok(said.includes(heading), `${heading} is among ${said}`);
    assert.ok(said.length > 2 && said.every((text) => text.length <= 100));
    const mine = given(voice);
    assert.ok(mine.every((it) => it.voice === "Mei" && it.lang === "zh-CN"), "a local Chinese voice");
    assert.equal(await page.locator(".aloud-mark").count(), 0, "the mark goes when it is read");
    await checkScreen(page, "page that was read");
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test("reading can be stopped, begun again, slowed down, and ends with the page", async () => {
  const { page, context, voice } = await phoneWithVoice(SLOW);
  await page.goto(demo.address);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await readButton(page).click();
  await spoken(voice, 1);
  await page.getByRole("button", { name: "从这句重听" }).click();
  await spoken(voice, 2);
  await page.getByRole("button", { name: "慢一点" }).click();
  const [first, again, slower] = await spoken(voice, 3);
  assert.deepEqual([again.text, slower.text], [first.text, first.text]);
  assert.ok(slower.rate < first.rate);
  await checkScreen(page, "page that is being read");
  await page.locator("main a[href^='/contests/']").first().click();
  await readButton(page).waitFor();
  assert.equal(await page.locator(".aloud-mark").count(), 0);
  await readButton(page).click();
  await stopButton(page).click();
  await readButton(page).waitFor();
  await context.close();
});

test("what reads aloud and does not come is told, and read aloud once it does", async () => {
  const { page, context, voice } = await phoneWithVoice({ mode: "ok" });
  const bundles = await (await fetch(`${demo.address}/bundles.json`)).json();
  const part = `**/${bundles.reading.find((name) => name.startsWith("reading-"))}`;
  await page.route(part, (route) => route.abort());
  await page.goto(`${demo.address}/sign-in`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await readButton(page).click();
  await page.getByText("朗读用的部分没有下载下来").first().waitFor();
  assert.deepEqual(sentences(voice), [], "nothing was read");
  await checkScreen(page, "page that cannot be read aloud without the network");
  await page.unroute(part);
  await readButton(page).click();
  await page.getByText("这一页读完了。").first().waitFor({ timeout: 60_000 });
  assert.ok(sentences(voice).length > 2);
  await context.close();
});

test("a tap on a sentence goes on from there", async () => {
  const { page, context, voice } = await phoneWithVoice(SLOW);
  await page.goto(`${demo.address}/proposals/${names[0]}`);
  const why = page.locator("main .prose").first();
  await why.waitFor();
  await readButton(page).click();
  await spoken(voice, 1);
  await why.click({ position: { x: 20, y: 12 } });
  const [, tapped] = await spoken(voice, 2);
  const start = (await why.innerText()).slice(0, 2);
  assert.equal(tapped.text.slice(0, 2), start);
  await context.close();
});

const WITHOUT_VOICE = {
  none: "这个浏览器不能朗读。",
  "no-voices": "这台手机的声音没有反应。",
  "never-ends": "这台手机的声音没有反应。",
};
for (const [mode, words] of Object.entries(WITHOUT_VOICE)) {
  test(`a phone whose voice is ${mode} says so, and what else there is`, async () => {
    const { page, context, faults } = await phoneWithVoice({ mode });
    await page.goto(`${demo.address}/no-such-page`);
    await readButton(page).click();
    const told = page.locator(".aloud__words").filter({ hasText: words });
    await told.waitFor({ timeout: 20_000 });
    assert.match(await told.innerText(), /打上面的电话/);
    await readButton(page).waitFor();
    await checkScreen(page, `phone with a voice that is ${mode}`);
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test("what can be said is explained and can be tried, and then the button is there", async () => {
  const { page, context, faults } = await openPhone(browser);
  const recogniser = await stubRecogniser(context, { said: ["大开提安第一百二十八好"] });
  await page.goto(`${demo.address}/voice`);
  await page.getByRole("heading", { name: "用说话来操作" }).waitFor();
  assert.equal(await speakButton(page).count(), 0, "the constructor alone is no proof");
  await page.getByRole("button", { name: "试着说一句" }).click();
  await page.getByText("听懂了:打开第128号。").first().waitFor();
  assert.match(page.url(), /\/voice$/, "a try does nothing");
  assert.deepEqual(recogniser.tags, ["zh-CN"]);
  await checkScreen(page, "voice commands");
  await page.getByRole("link", { name: "首页" }).first().click();
  await speakButton(page).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

const WITHOUT_EAR = {
  network: "手机的听写现在连不上。",
  denied: "浏览器不让用话筒。",
  "no-microphone": "找不到话筒,或者别的程序正在用。",
  "no-speech": "没听到声音。",
  hang: "8 秒没有听到回答。",
  missing: "这个浏览器不能听写。",
};
for (const [mode, words] of Object.entries(WITHOUT_EAR)) {
  test(`a phone whose ear ends with ${mode} says so, and that tapping does the same`, async () => {
    const { page, context, faults } = await openPhone(browser);
    await stubRecogniser(context, { mode });
    await page.goto(`${demo.address}/voice`);
    await page.getByRole("button", { name: "试着说一句" }).click();
    await page.locator("main").getByText(words).first().waitFor({ timeout: 15_000 });
    await page.getByRole("button", { name: "试着说一句" }).waitFor();
    assert.equal(await speakButton(page).count(), 0);
    await checkScreen(page, `phone whose ear ends with ${mode}`);
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test("a vote is made by voice alone, and cast only after a second yes", async () => {
  const { page, context, recogniser, faults } = await phoneWithEar();
  await signInByLetter(page, demo, 2);
  await page.goto(`${demo.address}/contests/${open.voting}/vote`);
  await page.getByRole("group", { name: "您支持哪些提案?" }).waitFor();
  const marks = page.locator("main input[type=checkbox]");
  await command(page, recogniser, "选第二个");
  assert.ok(await marks.nth(1).isChecked());
  await command(page, recogniser, "选第二个");
  await page.getByText("本来就选上了").first().waitFor();
  assert.ok(await marks.nth(1).isChecked(), "said twice is not un-said");
  await command(page, recogniser, "下一部");
  await page.getByRole("heading", { name: "投出以前再看一遍" }).waitFor();
  await page.locator(".ballots-card__number").waitFor();
  const sent = countRequests(page, "PUT", BALLOTS);
  await command(page, recogniser, "确定");
  await page.getByText("现在没有要确定的事。").first().waitFor();
  await command(page, recogniser, "头出选票");
  await page.locator(".voice").getByText("要办,请说“确定”。").first().waitFor();
  const number = await page.locator(".ballots-card__number").innerText();
  assert.ok((await page.locator(".voice").innerText()).includes(number), "the choice is read back");
  await command(page, recogniser, "取消");
  await page.locator(".voice").getByText("好,没有办。").first().waitFor();
  await command(page, recogniser, "确定");
  await page.locator(".voice").getByText("现在没有要确定的事。").first().waitFor();
  await command(page, recogniser, "投出选票");
  await page.locator(".voice").getByText("要办,请说“确定”。").first().waitFor();
  assert.equal(sent.length, 0, "nothing is cast before the yes");
  await command(page, recogniser, "却定");
  await page.getByRole("heading", { name: "选票已投进票箱" }).waitFor();
  assert.equal(sent.length, 1);
  assert.deepEqual(faults, []);
  await context.close();
});

test("a touch of the page after the read-back takes the question away", async () => {
  const { page, context, recogniser } = await phoneWithEar();
  await signInByLetter(page, demo, 3);
  await choose(page, demo, open.voting, [names[0]]);
  const sent = countRequests(page, "PUT", BALLOTS);
  await command(page, recogniser, "投出选票");
  await page.locator(".voice").getByText("要办,请说“确定”。").first().waitFor();
  await page.getByRole("heading", { level: 1 }).click();
  await command(page, recogniser, "确定");
  await page.locator(".voice").getByText("现在没有要确定的事。").first().waitFor();
  assert.equal(sent.length, 0);
  await context.close();
});

test("proposals are opened, left, and found again by voice; the hot-line takes the focus", async () => {
  const { page, context, recogniser, faults } = await phoneWithEar();
  await page.goto(demo.address);
  await command(page, recogniser, `打开提案第${names[0]}号`);
  await page.waitForURL(new RegExp(`/proposals/${names[0]}$`));
  await command(page, recogniser, "回首页");
  await page.waitForURL(`${demo.address}/`);
  await command(page, recogniser, "打电话");
  await page.getByText("请点一下那个号码").first().waitFor();
  assert.ok(await page.evaluate(() => document.activeElement.href.startsWith("tel:")));
  await command(page, recogniser, "帮忙");
  await page.getByRole("heading", { name: "用说话来操作" }).waitFor();
  await command(page, recogniser, "天气怎么样");
  await page.locator(".voice").first().getByText("没听懂。").first().waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});
