// A phone whose clock is wrong: it is told so, and every date follows the community's time.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { choose, castFromCheck, contests, namesOnBallot, signInByLetter } from "./steps.mjs";

const DAY_MS = 86_400_000;
const WRONG = "您手机的时间不准。";

let demo;
let browser;
let open;

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  open = await contests(demo);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** A phone whose clock is off by so many milliseconds. */
async function phoneOff(millis) {
  const phone = await openPhone(browser);
  if (millis !== 0) await phone.page.clock.setFixedTime(Date.now() + millis);
  return phone;
}

/** Every "还有 … 天" on a page, in their order. */
async function daysLeft(page) {
  return (await page.locator("main").innerText()).match(/还有 \d+ 天/g) ?? [];
}

async function home(page) {
  await page.goto(demo.address);
  await page.getByRole("heading", { name: "现在可以做的事" }).waitFor();
}

test("with a right clock nothing is said about it", async () => {
  for (const millis of [0, 5 * 60_000]) {
    const { page, context } = await phoneOff(millis);
    await home(page);
    assert.equal(await page.getByText(WRONG).isVisible(), false);
    await context.close();
  }
});

test("a clock that is a day ahead or behind is told, and the days left are the server's", async () => {
  const right = await phoneOff(0);
  await home(right.page);
  const days = await daysLeft(right.page);
  assert.deepEqual(days, ["还有 19 天", "还有 8 天"]);
  await right.context.close();
  for (const millis of [DAY_MS, -DAY_MS]) {
    const { page, context } = await phoneOff(millis);
    await home(page);
    const notice = page.getByText(WRONG);
    await notice.waitFor({ timeout: 10_000 });
    assert.match(await notice.innerText(), /都以社区的时间为准/);
    assert.deepEqual(await daysLeft(page), days);
    await checkScreen(page, "home with a wrong clock");
    await page.goto(`${demo.address}/contests/${open.collecting}`);
    await page.getByText(days[0]).first().waitFor();
    await page.goto(`${demo.address}/contests/${open.voting}/vote`);
    await page.getByText(days[1]).first().waitFor();
    await context.close();
  }
});

test("a receipt on a phone that is ten days ahead does not say that the vote is closed", async () => {
  const { page, context } = await phoneOff(10 * DAY_MS);
  await signInByLetter(page, demo, 0);
  const [name] = await namesOnBallot(demo, open.voting);
  await choose(page, demo, open.voting, [name]);
  await castFromCheck(page);
  await page.getByText("以前可以改票").first().waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "选票已投进票箱" }).waitFor();
  await page.getByText("以前可以改票").first().waitFor({ timeout: 10_000 });
  await context.close();
});

test("a clock that is put right while a page is open leaves its buttons working", async () => {
  const { page, context } = await phoneOff(DAY_MS);
  await signInByLetter(page, demo, 1);
  await choose(page, demo, open.voting, []);
  const cast = page.getByRole("button", { name: "投出选票" });
  await cast.click();
  await page.getByText("还没有选。请点“修改选择”回去选").first().waitFor();
  await page.clock.setFixedTime(Date.now());
  await page.getByRole("checkbox", { name: "不选任何一项,投空白票" }).check();
  await cast.click();
  await page.getByRole("heading", { name: "选票已投进票箱" }).waitFor({ timeout: 10_000 });
  await context.close();
});
