// Projects: where everybody reads what becomes of what won, and where the office begins them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { answerVoice, closeProject, sayNotDone } from "./season_steps.mjs";
import { signInAsOrganiser, signInByLetter, works } from "./steps.mjs";

let demo;
let browser;

before(async () => {
  demo = await openDemo({ season: true });
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

test("everybody finds the list of projects", async () => {
  const { context, page, faults } = await openPhone(browser);
  await page.goto(`${demo.address}/projects`);
  await page.getByRole("heading", { name: "项目", level: 1 }).waitFor();
  await checkScreen(page, "the list of projects");
  assert.deepEqual(faults, []);
  await context.close();
});

test("the office finds at its desk what won and is to be begun", async () => {
  const { context, page, faults } = await openPhone(browser);
  await signInAsOrganiser(page, demo);
  await page.goto(`${demo.address}/desk`);
  await page.getByRole("link", { name: "项目", exact: true }).click();
  await page.getByRole("heading", { name: "当选了,等立项" }).waitFor();
  await checkScreen(page, "the office's list of projects");
  assert.deepEqual(faults, []);
  await context.close();
});

test("the office writes a plan, and a project is there for everybody", async () => {
  const { context, page, faults } = await openPhone(browser);
  const { toBegin } = await works(demo);
  await signInAsOrganiser(page, demo);
  await page.goto(`${demo.address}/desk/projects/${toBegin}/begin`);
  await page.getByRole("button", { name: "立项" }).click();
  await page.locator("#plan-error").waitFor();
  await checkScreen(page, "a plan that is not there yet");
  await page.getByLabel("步骤,一行一步").fill("2027-03-01 买材料\n2027-03-20 施工");
  await page.getByRole("button", { name: "立项" }).click();
  await page.getByText("立项了,提案人、联名和关注的居民都会收到通知。").first().waitFor();
  await page.getByRole("link", { name: `回到第${toBegin}号项目` }).click();
  await page.getByText("正在实施").first().waitFor();
  await page.getByText("买材料").first().waitFor();
  await checkScreen(page, "a project that has begun");
  assert.deepEqual(faults, []);
  await context.close();
});

test("a resident says what is missing, is answered, and reads the report at the end", async () => {
  const { accepting } = await works(demo);
  const neighbour = await openPhone(browser);
  await signInByLetter(neighbour.page, demo, 1);
  await sayNotDone(neighbour.page, demo, accepting, "门口的灯还没有亮。");

  const office = await openPhone(browser);
  await signInAsOrganiser(office.page, demo);
  for (const words of ["旁边还有一袋沙子没有拉走。", "门口的灯还没有亮。"]) {
    await answerVoice(office.page, demo, accepting, words, `关于“${words}”:今天办好了。`);
  }
  const path = `${demo.address}/api/v1/communities/wutong/projects/${accepting}`;
  const { stage } = await (await fetch(path)).json();
  const dayAfter = new Date(Date.parse(`${stage.acceptance.until}T00:00:00Z`) + 86_400_000);
  await demo.moveClock(`${dayAfter.toISOString().slice(0, 10)}T10:00:00+08:00`);
  await signInAsOrganiser(office.page, demo);
  await closeProject(office.page, demo, accepting, "三段扶手都装好了。", "早点问邻居。");

  await neighbour.page.goto(`${demo.address}/projects/${accepting}`);
  await neighbour.page.getByText("学到什么:早点问邻居。").waitFor();
  await neighbour.page.getByText("关于“门口的灯还没有亮。”:今天办好了。").first().waitFor();
  await checkScreen(neighbour.page, "a project that is closed");
  assert.deepEqual([...office.faults, ...neighbour.faults], []);
  await office.context.close();
  await neighbour.context.close();
});
