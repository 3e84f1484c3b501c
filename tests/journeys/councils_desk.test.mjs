// Planning councils at the desk: a series, its times from a rule and by hand, and asking residents.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import {
  addEvening, beginSeries, goOn, inDays, signInAsOrganiser, signInByLetter,
} from "./steps.mjs";

const DAY_MS = 86_400_000;
const DAY = /\d+月\d+日 星期[一二三四五六日] /;

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

async function organiser() {
  const opened = await openPhone(browser);
  await signInAsOrganiser(opened.page, demo);
  return opened;
}

const act = (series, name) => `${demo.address}/desk/series/${series}/${name}`;
const day = (days) => inDays(days).slice(0, 10);

test("a series is begun from the desk, and a reload loses nothing of the form", async () => {
  const { context, page, faults } = await organiser();
  await page.goto(`${demo.address}/desk`);
  await page.getByRole("link", { name: "安排议事会:选时间、定时间" }).click();
  await page.getByRole("heading", { name: "安排议事会" }).first().waitFor();
  await checkScreen(page, "all series");
  await page.getByRole("link", { name: "安排新的议事会" }).click();
  await page.getByRole("button", { name: "建好,接着选时间" }).click();
  await page.locator("#title-error", { hasText: "还没有写叫什么" }).waitFor();
  await page.locator("#about-error", { hasText: "还没有写为什么开" }).waitFor();
  await checkScreen(page, "a new series with faults");
  await page.getByLabel("这次议事会叫什么?").fill("停车怎么停");
  await page.reload();
  assert.equal(await page.getByLabel("这次议事会叫什么?").inputValue(), "停车怎么停");
  await page.getByLabel("为什么开?").fill("车位不够,一起定个办法。");
  await page.waitForTimeout(1_100);
  await page.getByRole("button", { name: "建好,接着选时间" }).dblclick();
  await page.getByRole("heading", { name: "停车怎么停" }).waitFor();
  await page.getByText("还没有可选的时间。请先加时间").first().waitFor();
  await checkScreen(page, "a series that was just begun");
  await page.goto(`${demo.address}/desk/series`);
  await page.getByRole("link", { name: "停车怎么停" }).first().waitFor();
  assert.equal(await page.getByRole("link", { name: "停车怎么停" }).count(), 1);
  assert.deepEqual(faults, []);
  await context.close();
});

test("times come from a rule, and residents are asked about those that are wanted", async () => {
  const { context, page, faults } = await organiser();
  const series = await beginSeries(page, demo, "电动车充电");
  await page.getByRole("link", { name: "按规则加时间" }).click();
  await page.getByRole("button", { name: "看看有哪些时间" }).click();
  await page.locator("#starts-error", { hasText: "还没有选上午、下午还是晚上" }).waitFor();
  await page.locator("#room-error", { hasText: "还没有写在哪里" }).waitFor();
  await checkScreen(page, "a rule with faults");
  await page.getByLabel("从哪一天开始?").fill(day(14));
  await page.getByLabel("到哪一天为止?").fill(day(27));
  await page.getByRole("checkbox", { name: "工作日晚上" }).check();
  await page.getByRole("checkbox", { name: "周末上午" }).check();
  await page.getByLabel("周末上午几点开始?").fill("10:00");
  await page.getByLabel("地点", { exact: true }).fill("社区活动室");
  await page.getByLabel("有多少个座位?").fill("40");
  await page.waitForTimeout(1_100);
  await page.getByRole("button", { name: "看看有哪些时间" }).click();
  const times = page.getByRole("checkbox", { name: DAY });
  await times.first().waitFor();
  const found = await times.count();
  assert.ok(found >= 4, `two weeks have some times, found ${found}`);
  await checkScreen(page, "times of a rule");
  await times.first().uncheck();
  await page.getByRole("button", { name: `加上这 ${found - 1} 个时间` }).click();
  await page.getByText("时间加好了。").first().waitFor();
  await page.getByRole("link", { name: "回到这次议事会" }).last().click();
  await page.getByText(`有 ${found - 1} 个时间可选,还没有请居民填。`).first().waitFor();
  await page.getByRole("link", { name: "请居民填时间" }).click();
  await page.getByLabel("居民填到什么时候?").fill(inDays(40));
  await page.getByRole("button", { name: "开始请居民填" }).click();
  await page.locator("#poll_until-error", { hasText: "也要在第一个时间以前" }).waitFor();
  await checkScreen(page, "asking for too long");
  await page.getByLabel("居民填到什么时候?").fill(inDays(7));
  await page.waitForTimeout(1_100);
  await page.getByRole("button", { name: "开始请居民填" }).click();
  await page.getByText("开始了,居民现在可以填时间。").first().waitFor();
  await page.goto(`${demo.address}/desk/series/${series}`);
  await page.getByText("居民正在填时间").first().waitFor();
  await checkScreen(page, "a series that is asked about");
  assert.deepEqual(faults, []);
  await context.close();
});

test("a weekday's daytime needs a reason for everybody, and what was typed stays", async () => {
  const { context, page } = await organiser();
  const series = await beginSeries(page, demo, "白天能不能开");
  await page.goto(act(series, "slot"));
  // Whichever of the next days is worked: from Monday to Friday, unless a holiday.
  const monday = 14 + ((8 - new Date(`${day(14)}T00:00:00Z`).getUTCDay()) % 7);
  await page.getByLabel("哪一天?").fill(day(monday));
  await page.getByLabel("几点开始?").fill("10:00");
  await page.getByLabel("几点结束?").fill("11:30");
  await page.getByLabel("地点", { exact: true }).fill("社区活动室");
  await page.getByLabel("有多少个座位?").fill("40");
  await page.getByRole("button", { name: "加上这个时间" }).click();
  await page.getByText("多数人在上班").first().waitFor();
  assert.equal(await page.getByLabel("几点开始?").inputValue(), "10:00");
  await page.getByLabel("为什么在上班时间?").fill("这一天消防队白天来看现场。");
  await page.waitForTimeout(1_100);
  await page.getByRole("button", { name: "加上这个时间" }).click();
  await page.getByText("时间加好了。").first().waitFor();
  await page.goto(`${demo.address}/desk/series/${series}`);
  await page.getByText("在上班时间,原因:这一天消防队白天来看现场。").first().waitFor();
  await context.close();
});

test("nothing that was typed is lost when another tab was quicker", async () => {
  const { context, page: slow } = await organiser();
  const series = await beginSeries(slow, demo, "两个窗口");
  await addEvening(slow, demo, series, 20);
  const quick = await context.newPage();
  await slow.goto(act(series, "withdraw"));
  await slow.getByRole("radio", { name: DAY }).first().check();
  await slow.getByLabel("为什么撤下?").fill("活动室那天要维修。");
  await quick.goto(act(series, "needs"));
  await quick.getByLabel("每场至少要有多少人能来?").fill("5");
  await quick.getByRole("button", { name: "保存要求" }).click();
  await quick.getByText("要求保存好了。").first().waitFor();
  await slow.getByRole("button", { name: "撤下这个时间" }).click();
  await slow.getByText("刚才有人先改动了").first().waitFor();
  assert.equal(await slow.getByLabel("为什么撤下?").inputValue(), "活动室那天要维修。");
  await checkScreen(slow, "a time taken out from a stale page");
  await slow.waitForTimeout(1_100);
  await slow.getByRole("button", { name: "撤下这个时间" }).click();
  await slow.getByText("这个时间撤下了。").first().waitFor();
  await context.close();
});

test("who has not answered is a list to print in large letters", async () => {
  const { context, page, faults } = await organiser();
  const series = await beginSeries(page, demo, "打电话问一问");
  await addEvening(page, demo, series, 20);
  await page.goto(act(series, "open"));
  await page.getByLabel("居民填到什么时候?").fill(inDays(7));
  await page.getByRole("button", { name: "开始请居民填" }).click();
  await page.getByText("开始了,居民现在可以填时间。").first().waitFor();
  await page.getByRole("link", { name: "回到这次议事会" }).last().click();
  await page.getByRole("link", { name: "看谁填了、谁没填" }).click();
  await page.getByRole("heading", { name: "请打电话问一问" }).waitFor();
  await page.locator(".sheet h3").first().waitFor();
  const rows = await page.locator(".sheet ol > li").allInnerTexts();
  assert.ok(rows.length > 0 && rows.every((row) => /电话|没有留电话/.test(row)), rows.join("\n"));
  assert.ok(rows.every((row) => row.includes("问到了") && row.includes("没打通")), "boxes to tick");
  await checkScreen(page, "who has answered");
  await page.emulateMedia({ media: "print" });
  // A browser tells pixels with four places, and 16 pt are 21 and a third.
  const points = await page.locator(".sheet p, .sheet li").evaluateAll((lines) =>
    lines.map((line) => (parseFloat(getComputedStyle(line).fontSize) + 0.001) * 0.75));
  assert.ok(Math.min(...points) >= 16, `at least 16 pt on paper, found ${Math.min(...points)}`);
  assert.ok(!(await page.locator("main button").first().isVisible()), "the button is not printed");
  assert.deepEqual(faults, []);
  await context.close();
});

test("planning councils is closed to everybody else", async () => {
  const { context, page } = await openPhone(browser);
  for (const path of ["/desk/series", "/desk/series/new", "/desk/series/1", "/desk/series/1/plan"]) {
    await page.goto(`${demo.address}${path}`);
    await page.getByText("值班台只给工作人员用").first().waitFor();
  }
  await context.close();
});

/** A resident says that all times of a series are possible. */
async function answerAlways(series, nth) {
  const { context, page } = await openPhone(browser);
  await signInByLetter(page, demo, nth);
  await page.goto(`${demo.address}/series/${series}/answer/how`);
  await page.getByRole("radio", { name: "这些时间都可以" }).check();
  await goOn(page);
  await page.getByRole("radio", { name: "到现场", exact: true }).check();
  await goOn(page);
  await page.getByRole("heading", { name: "您的日子和谁差不多?" }).waitFor();
  await goOn(page);
  await page.getByRole("button", { name: "交上去" }).click();
  await page.getByRole("heading", { name: "收到了,谢谢您" }).waitFor();
  await context.close();
}

async function saveNeeds(page, needs) {
  for (const [question, number] of Object.entries(needs)) {
    await page.getByLabel(question, { exact: true }).fill(number);
  }
  await page.getByRole("button", { name: "保存要求" }).click();
  await page.getByText("要求保存好了。").first().waitFor();
}

// The last one: it moves the server's clock.
test("where no plan is possible the need in the way is told, and a change of it helps", async () => {
  const before = await organiser();
  const series = await beginSeries(before.page, demo, "隔得太远");
  for (const days of [20, 21, 22]) await addEvening(before.page, demo, series, days);
  await before.page.goto(act(series, "needs"));
  await saveNeeds(before.page, { "开几场?": "2", "两场之间至少隔几天?": "30" });
  await before.page.goto(act(series, "open"));
  await before.page.getByLabel("居民填到什么时候?").fill(inDays(7));
  await before.page.getByRole("button", { name: "开始请居民填" }).click();
  await before.page.getByText("开始了,居民现在可以填时间。").first().waitFor();
  await answerAlways(series, 4);
  await before.context.close();
  await demo.moveClock(new Date(Date.now() + 8 * DAY_MS).toISOString());

  // Staff are signed in for half a day.
  const { context, page, faults } = await organiser();
  await page.goto(act(series, "plan"));
  await page.getByRole("heading", { name: "照现在的要求,排不出来" }).waitFor();
  await page.getByText("已经证明:2 场,怎么排都不符合要求。").first().waitFor();
  await page.getByText("间隔要求:两场之间至少隔 30 天,最多只能开 1 场。").first().waitFor();
  assert.equal(await page.getByRole("button", { name: "定下我选的时间" }).count(), 0);
  await checkScreen(page, "no plan, and what is in the way");
  await page.getByRole("link", { name: /^改要求.*两场之间至少隔 2 天/ }).click();
  await page.getByRole("heading", { name: "开几场,有什么要求?" }).waitFor();
  await saveNeeds(page, { "两场之间至少隔几天?": "1" });
  await page.goto(act(series, "plan"));
  await page.getByRole("heading", { name: "排出来的时间" }).waitFor();
  await checkScreen(page, "a plan, with the times that are not in it");

  // Before choosing, the organiser compares.
  await page.getByRole("link", { name: /^为什么不是/ }).first().click();
  await page.getByRole("heading", { name: /^为什么不是/ }).waitFor();
  await page.getByText(/人失去唯一机会。$/).first().waitFor();
  await page.getByText("有这个时间的排法都比过:没有更好的。").first().waitFor();
  await checkScreen(page, "why a time is not in the plan, before choosing");
  await page.getByRole("link", { name: "回去看排出来的时间" }).click();
  await page.getByRole("button", { name: "定下这些时间" }).click();
  await page.getByText("时间定好了,居民会收到通知。").first().waitFor();
  assert.deepEqual([...before.faults, ...faults], []);
  await context.close();
});
