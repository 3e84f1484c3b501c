// Councils at times people can come: answering on a phone and on paper, topics, and the reasons.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { nextScreen } from "./checks/actions.mjs";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { opened } from "./modes.mjs";
import {
  councils, goOn, seriesOfCouncils, signInAsOrganiser, signInByLetter,
} from "./steps.mjs";

let demo;
let browser;
let open;

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  open = await seriesOfCouncils(demo);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** A resident's phone, in the elder mode if asked for. */
async function phone(nth, modes = "standard-18") {
  const phone = await openPhone(browser);
  await phone.context.addInitScript((modes) => {
    localStorage.setItem("huiyin.modes", JSON.stringify(modes));
  }, modes);
  await signInByLetter(phone.page, demo, nth);
  return phone;
}

async function read(path) {
  const answer = await fetch(`${demo.address}/api/v1/communities/wutong/${path}`);
  assert.equal(answer.status, 200, path);
  return answer.json();
}

/** Marks every time on the page, and on the pages of the days after it. */
async function markAll(page, name) {
  let n = 0;
  do {
    const times = await page.getByRole("group").all();
    for (const time of times) {
      await time.getByRole("radio", { name }).check();
      n += 1;
    }
  } while (await nextScreen(page));
  return n;
}

test("a resident answers day by day in the elder mode, and sees the others afterwards", async () => {
  const { context, page, faults } = await phone(5, "elder-24");
  await page.goto(`${demo.address}/councils`);
  await opened(page);
  await checkScreen(page, "councils");
  const { n_answers: before } = await read(`series/${open.series}`);
  await page.goto(`${demo.address}/series/${open.series}/answer/how`);
  await page.getByRole("heading", { name: "您想怎么填?" }).waitFor();
  await goOn(page);
  await page.getByText("有 1 处要改").first().waitFor();
  await page.getByRole("radio", { name: "我一个一个选" }).check();
  await goOn(page);
  await page.getByRole("heading", { name: "这些时间,您能来吗?" }).waitFor();
  // What is left out is named with its day, and the link leads to that day.
  while (await nextScreen(page));
  await goOn(page);
  const fault = page.locator(".summary a").first();
  assert.match(await fault.innerText(), /星期.*还没有选/);
  await fault.click();
  await opened(page);
  assert.match(page.url(), /at=1\b/);
  const n_marked = await markAll(page, /(^|上午|下午|晚上)能来/);
  await page.reload();
  await opened(page);
  const chosen = await page.getByRole("radio", { checked: true }).count();
  assert.ok(chosen > 0, "what was marked is kept on the phone");
  await goOn(page);
  await page.getByRole("radio", { name: "到现场", exact: true }).check();
  await goOn(page);
  await page.getByRole("radio", { name: "退休老人" }).check();
  await goOn(page);
  await page.getByRole("heading", { name: "请看一遍您的时间" }).waitFor();
  await checkScreen(page, "an answer to a series: check");
  assert.equal(await page.getByText(/:能来$/).count(), n_marked);
  await page.getByRole("button", { name: "交上去" }).click();
  await page.getByRole("heading", { name: "收到了,谢谢您" }).waitFor();
  assert.equal((await read(`series/${open.series}`)).n_answers, before + 1);
  await nextScreen(page);
  await page.getByRole("heading", { name: "大家填的" }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test("what others said is hidden until one has answered", async () => {
  const { context, page, faults } = await phone(1);
  await page.goto(`${demo.address}/series/${open.series}`);
  await page.getByText("您填好以后,就能看到大家填的。").first().waitFor();
  assert.equal(await page.getByText("用表格看大家填的").count(), 0);
  await page.goto(`${demo.address}/series/${open.series}/answer/how`);
  await page.getByRole("radio", { name: "都不行,来不了" }).check();
  await goOn(page);
  // Who can come at no time is not asked how they would attend.
  await page.getByRole("heading", { name: "您的日子和谁差不多?" }).waitFor();
  await goOn(page);
  await page.getByRole("button", { name: "交上去" }).click();
  await page.getByRole("heading", { name: "收到了,谢谢您" }).waitFor();
  await page.getByText("用表格看大家填的").first().waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test("a topic is supported, and that is taken back", async () => {
  const { context, page, faults } = await phone(2);
  await page.goto(`${demo.address}/councils/topics`);
  const support = page.getByRole("button", { name: /^支持第 \d+ 号$/ }).first();
  const number = (await support.innerText()).match(/\d+/)[0];
  const count = async () => {
    const { items } = await read("councils/topics");
    return items.find(({ id }) => id === Number(number)).n_supports;
  };
  const before = await count();
  await support.click();
  await page.getByText("已经算上您的支持。").first().waitFor();
  assert.equal(await count(), before + 1);
  await page.waitForTimeout(1_100);
  await page.getByRole("button", { name: `不再支持第 ${number} 号` }).click();
  await page.getByText("您的支持已经收回。").first().waitFor();
  assert.equal(await count(), before);
  await page.getByRole("link", { name: "提一个议题" }).first().click();
  await page.getByRole("radio", { name: /^议题/, checked: true }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test("a guest reads why the times are so, and why not another one", async () => {
  const { context, page, faults } = await openPhone(browser);
  await page.goto(`${demo.address}/series/${open.planned}/plan`);
  await page.getByRole("heading", { name: "为什么是这些时间" }).waitFor();
  await page.getByText(/若取消这一场/).first().waitFor();
  await page.getByText(/^[0-9a-f]{64}$/).first().waitFor();
  const link = page.getByRole("link", { name: "下载排时间的数据" });
  const problem = await page.request.get(await link.evaluate((it) => it.href));
  assert.equal((await problem.json()).format, "council-sched/1");
  await page.goto(`${demo.address}/series/${open.planned}/why/${open.notChosen}`);
  await page.getByRole("heading", { name: /^为什么不是/ }).waitFor();
  const why = /失去唯一机会|都不符合要求|人能来,要求至少|没有人能主持/;
  await page.getByText(why).first().waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test("the office enters an answer that came on paper", async () => {
  const { context, page, faults } = await openPhone(browser);
  await signInAsOrganiser(page, demo);
  await page.goto(`${demo.address}/desk/enter/what`);
  await page.getByRole("radio", { name: "某次议事会能来的时间" }).check();
  await goOn(page);
  await page.getByLabel("名字、住址或信函号码").fill(demo.codes[3].slice(0, 5));
  await page.getByRole("button", { name: "找居民" }).click();
  await page.getByRole("radio").first().check();
  await goOn(page);
  await page.getByRole("radio", { name: "写在纸上交来的" }).check();
  await goOn(page);
  await page.getByRole("radio", { name: /^今天/ }).check();
  await goOn(page);
  await page.getByRole("heading", { name: "是哪一次议事会?" }).waitFor();
  await page.getByRole("radio").first().check();
  await goOn(page);
  await page.getByRole("heading", { name: "这些时间,您能来吗?" }).waitFor();
  await page.getByRole("radio").first().waitFor();
  await markAll(page, /(^|上午|下午|晚上)勉强能来/);
  await goOn(page);
  await page.getByRole("radio", { name: "在网上", exact: true }).check();
  await goOn(page);
  await goOn(page);
  await page.getByRole("heading", { name: "请核对一遍" }).waitFor();
  await page.getByRole("button", { name: "录入时间" }).click();
  await page.getByRole("heading", { name: "录入好了" }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test("a council with too few people keeps what was said and tells what comes next", async () => {
  const { council } = await councils(demo);
  const { hours } = await read(`councils/${council}`);
  const begins = Date.parse(`${hours.day}T${hours.from}:00+08:00`);
  await demo.moveClock(new Date(begins).toISOString());
  const { context, page, faults } = await openPhone(browser);
  await signInAsOrganiser(page, demo);
  await page.goto(`${demo.address}/desk/councils/${council}/run`);
  await page.getByRole("button", { name: "宣布开会" }).click();
  await page.getByText("开会了。").first().waitFor();
  await page.getByText("现在不能表决:要先开会,人数也要够。").first().waitFor();
  await page.getByLabel("说了什么?").fill("快递柜挡住了轮椅的路。");
  await page.getByRole("button", { name: "记下这条意见" }).click();
  await page.getByText("意见记下了,有了编号。").first().waitFor();
  await page.getByText("人数不够,这次不算开成。意见照样有答复。").first().waitFor();
  await page.getByLabel("接下来怎么办?").fill("两周后的星期六再开。");
  await checkScreen(page, "a session with too few people");
  await page.waitForTimeout(1_100);
  await page.getByRole("button", { name: "散会", exact: true }).click();
  await page.getByText("散会了。接下来写纪要。").first().waitFor();
  assert.equal((await read(`councils/${council}`)).stage.kind, "ended");
  assert.deepEqual(faults, []);
  await context.close();
  const guest = await phone(0, "elder-24");
  await guest.page.goto(`${demo.address}/councils/${council}`);
  await guest.page.getByText(/人数不够/).first().waitFor();
  await checkScreen(guest.page, "a council with too few people, in the elder mode");
  await guest.context.close();
});
