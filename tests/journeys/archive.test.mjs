// The archive of a finished contest: plain files that open, reload and recount without our server.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { openFiles } from "./static.mjs";
import { contests } from "./steps.mjs";

let demo;
let browser;
let past;
let archive;

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  ({ past } = await contests(demo));
  archive = join(demo.folder, "archive");
  await demo.run([
    "export", "--archive", "--contest", String(past), "--community", "wutong",
    "--client", demo.dist, "--out", archive,
  ]);
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
