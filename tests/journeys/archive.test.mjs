// The archive of a finished contest: plain files that open, reload and recount without our server.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { openFiles } from "./static.mjs";
import { contests, works } from "./steps.mjs";

let demo;
let browser;
let past;
let archive;
let closed;
let archiveOfClosed;

/** Writes the archive of a contest; its folder. */
async function write(contest, folder) {
  const out = join(demo.folder, folder);
  await demo.run([
    "export", "--archive", "--contest", String(contest), "--community", "wutong",
    "--client", demo.dist, "--out", out,
  ]);
  return out;
}

before(async () => {
  demo = await openDemo({ season: true });
  browser = await openBrowser();
  ({ past } = await contests(demo));
  ({ closed } = await works(demo));
  archive = await write(past, "archive");
  archiveOfClosed = await write(closed, "closed");
  // From here on there is no server of ours.
  await demo.stop();
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

const heading = (page, name) => page.getByRole("heading", { name, level: 1 }).waitFor();
const isArchive = (page) => page.getByText("这是已结束活动的存档").first().waitFor();

for (const under of ["/", "/old/2025/"]) {
  test(`the archive opens, reloads and recounts below ${under}`, async (t) => {
    const files = await openFiles(archive, under);
    t.after(() => files.close());
    const { context, page, faults, strangers } = await openPhone(browser);
    await page.goto(`${files.address}/`);
    await heading(page, "已经结束的活动");
    await isArchive(page);
    assert.equal(await page.getByRole("link", { name: "登录" }).count(), 0);
    await checkScreen(page, "the first screen of an archive");

    await page.getByRole("link", { name: /^看 \d+ 个提案/ }).first().click();
    await page.waitForURL(/\/proposals$/);
    await page.getByRole("link", { name: "按编号" }).click();
    await page.waitForURL(/sort=number/);
    await page.reload();
    const first = page.locator("main article h2 a").first();
    await first.waitFor();
    const title = await first.innerText();
    await first.click();
    await heading(page, title);
    await page.reload();
    await heading(page, title);
    await isArchive(page);
    assert.ok(new URL(page.url()).pathname.startsWith(`${under}proposals/`), page.url());
    await checkScreen(page, "a proposal in an archive");

    await page.goto(`${files.address}/contests/${past}/recount`);
    await page.getByRole("button", { name: "开始重新计票" }).click();
    await page.locator(".notice--good").first().waitFor({ timeout: 60_000 });
    await isArchive(page);
    await checkScreen(page, "a recount in an archive");
    assert.deepEqual([files.missed, faults, [...strangers]], [[], [], []]);
    await context.close();
  });
}

test("what was objected to and what became of what won is read from the files", async (t) => {
  const files = await openFiles(archiveOfClosed, "/old/2026/");
  t.after(() => files.close());
  const { context, page, faults, strangers } = await openPhone(browser);
  await page.goto(`${files.address}/contests/${closed}/`);
  await page.getByRole("link", { name: "异议", exact: true }).click();
  await heading(page, "异议");
  await page.getByText("计票步骤今天贴到每个门厅,网页上也能逐步复核。").waitFor();
  assert.equal(await page.getByRole("link", { name: "提异议", exact: true }).count(), 0);
  await page.reload();
  await heading(page, "异议");
  await isArchive(page);
  await checkScreen(page, "the objections in an archive");

  await page.goto(`${files.address}/contests/${closed}/`);
  await page.getByRole("link", { name: "项目", exact: true }).click();
  await heading(page, "项目");
  await checkScreen(page, "the projects in an archive");
  await page.locator("main article h2 a").first().click();
  await page.getByRole("heading", { name: "公开账目" }).waitFor();
  const project = page.url().match(/projects\/(\d+)/)[1];

  // The same one from its proposal, whose page leads there.
  await page.goto(`${files.address}/proposals/${project}/`);
  const door = page.getByRole("link", { name: `第${project}号项目`, exact: true });
  await door.waitFor();
  assert.equal(await page.locator('main a[href*="/report/"]').count(), 0, "nobody takes reports");
  await door.click();
  await page.getByText("施工的人定了,材料看过了。").waitFor();
  await page.getByText("材料和人工").first().waitFor({ state: "attached" });
  await page.getByText("第二天上午拉走了,谢谢提醒。").first().waitFor();
  await page.getByText("学到什么:开工前先贴通知,邻居就少问一半。").waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "公开账目" }).waitFor();
  await isArchive(page);
  assert.ok(new URL(page.url()).pathname.startsWith("/old/2026/projects/"), page.url());
  await checkScreen(page, "a project in an archive");
  assert.deepEqual([files.missed, faults, [...strangers]], [[], [], []]);
  await context.close();
});

test("what an archive does not have is said in words, with whom to call", async () => {
  const files = await openFiles(archive);
  const { context, page } = await openPhone(browser);
  await page.goto(`${files.address}/contests/${past}/result/`);
  await isArchive(page);
  await page.evaluate(() => history.pushState(null, "", "/proposals/999999"));
  await page.evaluate(() => dispatchEvent(new PopStateEvent("popstate")));
  await page.getByText("存档里没有这一项。").first().waitFor();
  await page.getByRole("button", { name: "English" }).click();
  await page.getByText("This is the archive of a finished contest").first().waitFor();
  await context.close();
  await files.close();
});
