// Paper: the office enters what was written by hand, forms that fit a sheet, and usual times.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import {
  answer, contests, goOn, seriesOfCouncils, signInAsOrganiser, signInByLetter,
} from "./steps.mjs";

const POINTS_OF_A_PIXEL = 0.75;
/** What is left of an A4 sheet between the margins of a form, as pixels of CSS. */
const WIDTH_ON_PAPER = Math.floor(((210 - 2 * 10) / 25.4) * 96);
const A4_POINTS = { width: 595, height: 842 };

let demo;
let browser;
let open;

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  open = { ...(await contests(demo)), ...(await seriesOfCouncils(demo)) };
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** Answers the questions that everything from paper and from the telephone begins with. */
async function enterFor(page, code, what, way) {
  await page.goto(`${demo.address}/desk`);
  await page.getByRole("link", { name: "代录:纸上和电话来的" }).click();
  await page.getByRole("radio", { name: what, exact: true }).check();
  await goOn(page);
  await page.getByLabel("名字、住址或信函号码").fill(code.slice(0, 5));
  await page.getByRole("button", { name: "找居民" }).click();
  await page.getByRole("radio").check();
  await checkScreen(page, "entering: whom");
  await goOn(page);
  await page.getByRole("radio", { name: way }).check();
  await goOn(page);
  await page.getByRole("radio", { name: /^今天/ }).check();
  await checkScreen(page, "entering: day");
  await goOn(page);
}

/** How many proposals came on paper, by the sentence on the page of a contest. */
async function onPaper(page, contest) {
  await page.goto(`${demo.address}/contests/${contest}`);
  const sentence = await page.getByText(/^一共 \d+ 个提案:/).innerText();
  assert.match(sentence, /不管怎么提的,都一样算数。$/);
  const all = Number(sentence.match(/^一共 (\d+) 个/)[1]);
  const ways = [...sentence.matchAll(/ (\d+) 个(?=[、。])/g)].map(([, n]) => Number(n));
  assert.equal(ways.reduce((sum, n) => sum + n, 0), all, "the ways add up to all of them");
  return { all, paper: Number(sentence.match(/写在纸上 (\d+) 个/)?.[1] ?? 0) };
}

test("the office enters a proposal from paper, and it counts like any other", async () => {
  const { context, page, faults } = await openPhone(browser);
  await signInAsOrganiser(page, demo);
  const before = await onPaper(page, open.collecting);
  await enterFor(page, demo.codes[4], "提案", "写在纸上交来的");
  await page.getByRole("radio", { name: /2026秋季提案大赛/ }).check();
  await goOn(page);
  await answer(page, "居民想做什么?", "在5号楼门口放一张长椅");
  await answer(page, "具体要求有哪些?", "");
  await answer(page, "在哪里?", "5号楼门口");
  await answer(page, "为什么需要?", "老人等车没有地方坐。");
  await page.getByRole("checkbox").check();
  await goOn(page);
  await page.getByRole("heading", { name: "请核对一遍" }).waitFor();
  await checkScreen(page, "entering: check");
  await page.getByRole("button", { name: "录入提案" }).click();
  await page.getByRole("heading", { name: "录入好了" }).waitFor();
  await page.getByText("请把编号写在纸上").first().waitFor();
  await checkScreen(page, "entered");
  const said = await page.locator(".number--big").innerText();
  await page.reload();
  await page.getByText(said).first().waitFor();
  await page.getByRole("link", { name: "看这个提案" }).click();
  await page.getByRole("heading", { name: "在5号楼门口放一张长椅" }).waitFor();
  await page.getByText("这个提案是写在纸上提的。").first().waitFor();
  const after = await onPaper(page, open.collecting);
  assert.deepEqual(after, { all: before.all + 1, paper: before.paper + 1 });
  assert.deepEqual(faults, []);
  await context.close();
});

test("what a resident says on the phone is entered as theirs, with its number and day", async () => {
  const { context, page, faults } = await openPhone(browser);
  const said = "5号楼的门铃响不了了";
  await signInAsOrganiser(page, demo);
  await enterFor(page, demo.codes[4], "意见、建议或议题", "打电话说的");
  await page.getByRole("heading", { name: "是哪一种?" }).waitFor();
  await goOn(page);
  await page.getByText("有 1 处要改").first().waitFor();
  await page.getByRole("radio", { name: /^意见/ }).check();
  await checkScreen(page, "entering: what kind of opinion");
  await goOn(page);
  await answer(page, "居民说了什么?", said);
  await page.getByRole("heading", { name: "在哪里?" }).waitFor();
  const elsewhere = page.getByRole("radio", { name: "其他地方" });
  const inWords = page.getByLabel("写一写在哪里");
  await elsewhere.or(inWords).first().waitFor();
  // A community without places of its own asks in words at once.
  if (await elsewhere.count()) await elsewhere.check();
  await inWords.fill("5号楼门口");
  await checkScreen(page, "entering: where");
  await goOn(page);
  await answer(page, "具体要求有哪些?", "");
  await page.getByRole("heading", { name: "请核对一遍" }).waitFor();
  await page.getByText("没有另外写,就按居民说的话").first().waitFor();
  await checkScreen(page, "entering: an opinion, once more");
  await page.getByRole("button", { name: "录入这些话" }).click();
  await page.getByRole("heading", { name: "录入好了" }).waitFor();
  await page.getByText("请现在就在电话里告诉居民这个编号。").first().waitFor();
  await page.getByText(/^也请告诉居民:最晚.+答复。$/).first().waitFor();
  await checkScreen(page, "an opinion was entered");
  const number = await page.locator(".number--big").innerText();
  await page.reload();
  await page.getByText(number).first().waitFor();
  await page.getByRole("link", { name: "看这一份" }).click();
  await page.getByRole("heading", { name: said }).waitFor();
  await page.getByText(/电话里说的/).first().waitFor();
  assert.deepEqual(faults, []);
  await context.close();
  const resident = await openPhone(browser);
  await signInByLetter(resident.page, demo, 4);
  await resident.page.goto(`${demo.address}/mine`);
  await resident.page.getByText(said).first().waitFor();
  assert.deepEqual(resident.faults, []);
  await resident.context.close();
});

/** What would be hard to read or cut off on paper, as lines. */
function faultsOnPaper({ least, width }) {
  const found = [];
  for (const box of document.querySelectorAll("body *")) {
    const own = [...box.childNodes].filter((it) => it.nodeType === Node.TEXT_NODE);
    const words = own.map((it) => it.textContent.trim()).join("");
    if (words === "" || !box.checkVisibility({ visibilityProperty: true })) continue;
    if (!box.closest("article")) found.push(`outside the sheet: ${words}`);
    // A browser tells pixels with four places, and 16 pt are 21 and a third.
    const size = parseFloat(getComputedStyle(box).fontSize) + 0.001;
    if (size < least) found.push(`${size} px: ${words}`);
    const { left, right } = box.getBoundingClientRect();
    if (left < 0 || right > width + 1) found.push(`${left}-${right} of ${width}: ${words}`);
  }
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > width) found.push(`${scrollWidth} px wide, of ${width}`);
  return found;
}

for (const [name, path, pages] of [
  ["the proposal form", () => `/print/proposal/${open.collecting}`, 2],
  ["the form of times", () => "/print/times", 2],
  ["the form of the times of a series", () => `/print/series/${open.series}`, null],
  ["the guide to a ballot", () => `/print/ballot/${open.voting}`, null],
]) {
  test(`${name} is read without glasses and fits on A4`, async () => {
    const { context, page, faults } = await openPhone(browser);
    await page.goto(demo.address + path());
    await page.getByRole("article").waitFor();
    await checkScreen(page, name);
    await page.setViewportSize({ width: WIDTH_ON_PAPER, height: 1000 });
    for (const language of ["zh", "en"]) {
      await page.evaluate((it) => {
        localStorage.setItem("huiyin.language", JSON.stringify(it));
      }, language);
      await page.emulateMedia({ media: "screen" });
      await page.reload();
      await page.getByRole("article").waitFor();
      await page.emulateMedia({ media: "print" });
      const least = 16 / POINTS_OF_A_PIXEL;
      const found = await page.evaluate(faultsOnPaper, { least, width: WIDTH_ON_PAPER });
      assert.deepEqual(found, [], language);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
      assert.ok(sizes.length > 0, "the sheets of a PDF are counted");
      for (const [, width, height] of sizes) {
        const size = { width: Math.round(width), height: Math.round(height) };
        assert.deepEqual(size, A4_POINTS, "every sheet is an upright A4");
      }
      if (pages) assert.ok(sizes.length <= pages, `${language}: ${sizes.length} pages`);
    }
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test("a resident says when they can come, and sees it again", async () => {
  const { context, page, faults } = await openPhone(browser);
  await signInByLetter(page, demo, 3);
  await page.goto(`${demo.address}/times`);
  await page.getByText("您还没有填。").first().waitFor();
  await page.getByRole("link", { name: "填我的时间" }).click();
  await goOn(page);
  await page.getByText("有 1 处要改").first().waitFor();
  await checkScreen(page, "times with a fault");
  await page.getByRole("radio", { name: "有的时候可以,我来选" }).check();
  await goOn(page);
  await page.getByRole("checkbox", { name: "星期二 晚上" }).check();
  await checkScreen(page, "times: weekdays");
  await goOn(page);
  await page.getByRole("checkbox", { name: /^上午/ }).check();
  await page.reload();
  assert.ok(await page.getByRole("checkbox", { name: /^上午/ }).isChecked(), "it is kept");
  await goOn(page);
  await page.getByRole("heading", { name: /^星期日/ }).waitFor();
  await goOn(page);
  await page.getByRole("radio", { name: "到现场", exact: true }).check();
  await goOn(page);
  await page.getByRole("heading", { name: "请看一遍您的时间" }).waitFor();
  await checkScreen(page, "times: check");
  await page.getByRole("button", { name: "保存时间" }).click();
  await page.getByText("保存好了。").first().waitFor();
  await page.reload();
  for (const line of ["星期二:晚上。", "星期六:上午。", "参加方式:到现场。"]) {
    await page.getByText(line, { exact: true }).first().waitFor();
  }
  assert.deepEqual(faults, []);
  await context.close();
});
