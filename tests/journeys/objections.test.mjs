// Objections: a resident objects during notice, the contest waits, the office answers in public.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { contests, moveOn, shortlist, signInAsOrganiser, signInByLetter } from "./steps.mjs";

let demo;
let browser;
let known;

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  known = await contests(demo);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

test("an objection is answered in public, and nobody's name stands there", async () => {
  const desk = await openPhone(browser);
  await signInAsOrganiser(desk.page, demo);
  const path = `/api/v1/communities/wutong/contests/${known.collecting}/titles`;
  const { items } = await (await fetch(demo.address + path)).json();
  const { id } = items.find((row) => ["co_signing", "qualified"].includes(row.stage_kind));
  await moveOn(desk.page, demo, known.collecting, "部门会审", "征集到期了");
  await shortlist(desk.page, demo, id, "8000");
  await moveOn(desk.page, demo, known.collecting, "公示", "名单定了");

  const home = await openPhone(browser);
  await signInByLetter(home.page, demo, 1);
  await home.page.goto(`${demo.address}/contests/${known.collecting}/objections`);
  await home.page.getByText("还没有人提异议。").waitFor();
  await checkScreen(home.page, "no objections yet");
  await home.page.getByRole("link", { name: "提异议", exact: true }).click();
  await home.page.getByRole("button", { name: "提交异议" }).click();
  await checkScreen(home.page, "an objection with nothing in it");
  await home.page.getByLabel("哪里不对?").fill("抽签没有公开");
  await home.page.getByRole("button", { name: "English" }).click();
  await home.page.getByRole("heading", { name: "Object", level: 1, exact: true }).waitFor();
  const words = home.page.locator("#words");
  assert.equal(await words.inputValue(), "抽签没有公开", "the words outlive another language");
  await home.page.getByRole("button", { name: "中文" }).click();
  await home.page.getByRole("heading", { name: "提异议", level: 1, exact: true }).waitFor();
  await home.page.reload();
  await words.waitFor();
  assert.equal(await words.inputValue(), "抽签没有公开", "and reading the page anew");
  await home.page.getByRole("radio", { name: "规则" }).check();
  await home.page.getByRole("button", { name: "提交异议" }).click();
  await home.page.getByText("这条是您提的。").waitFor();
  await home.page.goto(`${demo.address}/contests/${known.collecting}/object`);
  await words.waitFor();
  assert.equal(await words.inputValue(), "", "what was sent is not written again");

  await desk.page.goto(`${demo.address}/desk/objections`);
  await desk.page.getByRole("link", { name: "答复异议" }).click();
  await checkScreen(desk.page, "an objection at the desk");
  await desk.page.getByRole("radio", { name: "异议不成立。" }).check();
  await desk.page.getByLabel("理由,或者改了什么").fill("抽签有录像,在公告栏");
  await desk.page.getByRole("button", { name: "公开答复" }).click();
  await desk.page.getByText("异议都答复了。").waitFor();

  await home.page.goto(`${demo.address}/contests/${known.collecting}/objections`);
  await home.page.getByText("抽签有录像,在公告栏").waitFor();
  await checkScreen(home.page, "an objection with its answer");
  assert.deepEqual([...home.faults, ...desk.faults], []);
  await home.context.close();
  await desk.context.close();
});
