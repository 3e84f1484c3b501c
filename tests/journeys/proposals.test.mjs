// A proposal under bad conditions: sent twice, answers lost, the server away, two tabs, photos.
import assert from "node:assert/strict";
import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import {
  contests, countRequests, fillProposal, goOn, loseAnswer, numberSent, numbersOf, signInByLetter,
} from "./steps.mjs";

const SENDING = /\/contests\/\d+\/proposals$/;
const PHOTOS = /\/photos$/;
const SMALL_PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

let demo;
let browser;
let collecting;
let folder;
let huge;
const phones = [];

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  ({ collecting } = await contests(demo));
  folder = await mkdtemp(join(tmpdir(), "huiyin-photos-"));
  huge = join(folder, "huge.jpg");
  await writeFile(huge, "");
  await truncate(huge, 40_000_000);
});

after(async () => {
  await browser?.close();
  await demo?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A phone of its own, signed in as the resident with the nth letter. */
async function resident(nth) {
  const phone = await openPhone(browser);
  phones.push(phone);
  await signInByLetter(phone.page, demo, nth);
  return phone;
}

const send = (page) => page.getByRole("button", { name: "提交提案" });
const photoField = (page) => page.getByLabel("选照片或拍照");

/** Buttons take a second press as a tremble of the hand for one second. */
const handsOff = (page) => page.waitForTimeout(1_100);

test("a proposal sent by a double tap is one proposal", async () => {
  const { page, context } = await resident(0);
  const title = "双击也只提一次";
  await fillProposal(page, demo, collecting, title);
  const sent = countRequests(page, "POST", SENDING);
  await send(page).dblclick();
  const number = await numberSent(page);
  assert.deepEqual(await numbersOf(demo, collecting, title), [number]);
  assert.equal(sent.length, 1, "it was sent once");
  await context.close();
});

test("a title of markup and of letters from the right is shown as it is", async () => {
  const { page, context } = await resident(0);
  const kept = "מים <b>3</b>";
  await fillProposal(page, demo, collecting, `\u202e${kept}\u202c`);
  await send(page).click();
  const number = await numberSent(page);
  assert.deepEqual(await numbersOf(demo, collecting, kept), [number]);
  await page.goto(`${demo.address}/proposals/${number}`);
  const heading = page.getByRole("heading", { level: 1, name: kept });
  await heading.waitFor();
  assert.equal(await heading.locator("b").count(), 0, "nothing of it became an element");
  assert.equal(await heading.getAttribute("dir"), "auto");
  await page.goto(`${demo.address}/contests/${collecting}/proposals?sort=newest`);
  const title = page.locator("bdi", { hasText: kept });
  await title.waitFor();
  const { direction, unicodeBidi } = await title.evaluate((it) => {
    const { direction, unicodeBidi } = getComputedStyle(it);
    return { direction, unicodeBidi };
  });
  assert.deepEqual([direction, unicodeBidi], ["rtl", "isolate"]);
  await context.close();
});

test("a lost answer, a reload and a second try make one proposal with the same number", async () => {
  const { page, context } = await resident(0);
  const title = "回答丢了再提一次";
  await fillProposal(page, demo, collecting, title);
  const { status, text } = await loseAnswer(page, "POST", SENDING, () => send(page).click());
  assert.equal(status, 201);
  await page.getByText("服务器现在没有回应").first().waitFor();
  await checkScreen(page, "answers, with the server's answer lost");
  await page.reload();
  // What waits is asked for again by itself, under the same key.
  await page.getByText(/已经自动发出去了|您的提案编号/).first().waitFor();
  assert.deepEqual(await numbersOf(demo, collecting, title), [JSON.parse(text).id]);
  await context.close();
});

test("words changed after a lost answer do not make a second proposal, and it is said", async () => {
  const { page, context } = await resident(0);
  const title = "改字以前已经送到";
  await fillProposal(page, demo, collecting, title);
  const { text } = await loseAnswer(page, "POST", SENDING, () => send(page).click());
  const { id } = JSON.parse(text);
  await page.getByText("服务器现在没有回应").first().waitFor();
  await page.getByRole("link", { name: "修改 做什么" }).click();
  await page.getByLabel("您想做什么?").fill("改字以后的标题");
  await goOn(page);
  await send(page).click();
  assert.equal(await numberSent(page), id);
  await page.getByText("您上一次提交其实已经成功").first().waitFor();
  assert.deepEqual(await numbersOf(demo, collecting, title), [id]);
  assert.deepEqual(await numbersOf(demo, collecting, "改字以后的标题"), []);
  await context.close();
});

test("with the server away everything written stays, and it is sent when the server is back", async () => {
  const { page, context } = await resident(1);
  const title = "服务器不在也不会丢";
  await fillProposal(page, demo, collecting, title);
  await page.route(SENDING, (route) => route.abort("connectionrefused"));
  await send(page).click();
  const alert = page.locator(".notice--stop").filter({ hasText: "服务器现在没有回应" });
  await alert.waitFor();
  await page.getByRole("alert").filter({ hasText: "服务器现在没有回应" }).waitFor();
  assert.match(await alert.innerText(), /您填的内容还在/);
  await page.getByText(title).first().waitFor();
  await page.unroute(SENDING);
  await context.setOffline(true);
  await handsOff(page);
  await send(page).click();
  await page.getByText("手机现在没有网络").first().waitFor();
  await page.getByText(title).first().waitFor();
  await context.setOffline(false);
  // It goes by itself.
  const number = await numberSent(page);
  assert.deepEqual(await numbersOf(demo, collecting, title), [number]);
  await context.close();
});

test("a draft outlives a reload, a change of language and a closed tab", async () => {
  const { page, context } = await resident(1);
  await page.goto(`${demo.address}/contests/${collecting}/propose/what`);
  await page.getByLabel("您想做什么?").fill("草稿不会丢");
  await page.getByRole("button", { name: "English" }).click();
  const english = page.getByLabel("What should be done?");
  await english.waitFor();
  assert.equal(await english.inputValue(), "草稿不会丢");
  await page.reload();
  await english.waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "en", "the language is kept");
  assert.equal(await english.inputValue(), "草稿不会丢");
  await page.getByRole("button", { name: "中文" }).click();
  await page.close();
  const again = await context.newPage();
  await again.goto(`${demo.address}/contests/${collecting}`);
  await again.getByText("《草稿不会丢》").first().waitFor();
  await checkScreen(again, "contest with a draft");
  await again.getByRole("link", { name: "继续写" }).click();
  await again.getByLabel("在哪里?").waitFor();
  await context.close();
});

test("empty and over-long words are told beside the field and stay as they were typed", async () => {
  const { page, context } = await resident(1);
  await page.goto(`${demo.address}/contests/${collecting}/propose/what`);
  const field = page.getByLabel("您想做什么?");
  await field.fill("  　");
  await goOn(page);
  await page.locator("#title-error", { hasText: "还没有写要做什么" }).waitFor();
  assert.equal(await field.inputValue(), "  　");
  const long = "修".repeat(61);
  await field.fill(long);
  await goOn(page);
  await page.locator("#title-error", { hasText: "写了 61 个字,最多 60 个。请删掉 1 个字。" }).waitFor();
  assert.equal(await field.inputValue(), long, "nothing is cut off");
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  assert.match(await field.getAttribute("aria-describedby"), /title-error/);
  await page.getByText("有 1 处要改").first().waitFor();
  await page.locator(".summary a").click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "title");
  await field.fill("修".repeat(60));
  await goOn(page);
  await page.getByLabel("具体要求有哪些?").waitFor();
  await context.close();
});

test("an amount that is none has its sentence, and full-width digits are an amount", async () => {
  const { page, context } = await resident(1);
  await page.goto(`${demo.address}/contests/${collecting}/propose/cost`);
  const field = page.getByLabel("大概要多少钱?");
  for (const [typed, sentence] of [
    ["", "还没有填金额"], ["很多", "这不像一个金额"], ["0", "金额要大于 0"],
    ["1.234", "金额最多到分"], ["99999999999999", "金额太大了"],
  ]) {
    await field.fill(typed);
    await goOn(page);
    await page.locator("#cost-error", { hasText: sentence }).waitFor();
    assert.equal(await field.inputValue(), typed);
  }
  await field.fill("１．５ 万");
  await goOn(page);
  await page.getByRole("heading", { name: "要不要放照片?" }).waitFor();
  await page.goto(`${demo.address}/contests/${collecting}/propose/check`);
  await page.getByText("15,000 元").first().waitFor();
  await context.close();
});

test("a photo of 40 MB is refused on the phone, and what is no photo by the server", async () => {
  const { page, context, faults } = await resident(2);
  const title = "有照片的提案";
  await fillProposal(page, demo, collecting, title);
  await page.getByRole("link", { name: "修改 照片" }).click();
  const sent = countRequests(page, "POST", PHOTOS);
  await photoField(page).setInputFiles(huge);
  await page.locator("#photos-error", { hasText: "文件太大,最多 20 MB" }).waitFor();
  assert.equal(sent.length, 0, "nothing was sent");
  await checkScreen(page, "photo that is too large");
  const words = Buffer.from("这不是照片");
  await photoField(page).setInputFiles({ name: "字.jpg", mimeType: "image/jpeg", buffer: words });
  await page.locator("#photos-error", { hasText: "这不是能打开的照片" }).waitFor();
  const small = { name: "小.png", mimeType: "image/png", buffer: SMALL_PNG };
  const lost = await loseAnswer(page, "POST", PHOTOS, () => photoField(page).setInputFiles(small));
  assert.equal(lost.status, 201);
  const left = page.getByText(/照片“.*小\.png.*”还没有传上去。/).first();
  await left.waitFor();
  await goOn(page);
  await page.getByRole("heading", { name: "要不要放照片?" }).waitFor({ state: "detached" });
  await left.waitFor();
  await checkScreen(page, "the next screen tells which photo has not arrived");
  await page.getByRole("button", { name: "再传一次" }).click();
  await page.getByText("1 张照片").first().waitFor();
  await page.getByRole("link", { name: "修改 照片" }).click();
  const shown = page.getByRole("img", { name: `“${title}”的照片 1` });
  await shown.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector("main img")?.naturalWidth > 0);
  assert.equal(await page.locator("main img").count(), 1, "it is stored once");
  await checkScreen(page, "photo taken");
  await goOn(page);
  await page.getByText("1 张照片").first().waitFor();
  await send(page).click();
  const number = await numberSent(page);
  await page.goto(`${demo.address}/proposals/${number}`);
  await shown.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector("main img")?.naturalWidth > 0);
  assert.deepEqual(faults, []);
  await context.close();
});

test("two tabs with the same draft make one proposal", async () => {
  const { page, context } = await resident(3);
  const title = "两个窗口一份草稿";
  await fillProposal(page, demo, collecting, title);
  const other = await context.newPage();
  await other.goto(`${demo.address}/contests/${collecting}/propose/check`);
  await send(other).waitFor();
  await Promise.all([send(page).click(), send(other).click()]);
  const numbers = [await numberSent(page), await numberSent(other)];
  assert.equal(numbers[0], numbers[1], "both are told the same number");
  assert.deepEqual(await numbersOf(demo, collecting, title), [numbers[0]]);
  await context.close();
});

test("a second tab with other words is told that the draft was sent from elsewhere", async () => {
  const { page, context } = await resident(3);
  const title = "先从第一个窗口提交";
  await fillProposal(page, demo, collecting, title);
  const other = await context.newPage();
  await other.goto(`${demo.address}/contests/${collecting}/propose/what?back=check`);
  await other.getByLabel("您想做什么?").waitFor();
  await send(page).click();
  const number = await numberSent(page);
  await other.getByLabel("您想做什么?").fill("第二个窗口改了字");
  await goOn(other);
  await send(other).click();
  await other.getByText("这份提案可能已经从另一个页面提交了").first().waitFor();
  await other.getByRole("link", { name: "看提案列表" }).waitFor();
  await other.getByText("第二个窗口改了字").first().waitFor();
  assert.deepEqual(await numbersOf(demo, collecting, title), [number]);
  assert.deepEqual(await numbersOf(demo, collecting, "第二个窗口改了字"), []);
  await checkScreen(other, "draft sent from elsewhere");
  await context.close();
});

test("no page complained of itself", () => {
  assert.deepEqual(phones.flatMap(({ faults }) => faults), []);
});
