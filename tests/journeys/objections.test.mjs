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

test("whose objection is hidden is told so, reads why, and appeals", async () => {
  const path = `/contests/${known.collecting}/objections`;
  const author = await openPhone(browser);
  await signInByLetter(author.page, demo, 2);
  await author.page.goto(`${demo.address}/contests/${known.collecting}/object`);
  await author.page.getByRole("radio", { name: "规则" }).check();
  await author.page.getByLabel("哪里不对?").fill("抽签的人是李四,电话 139 0000 1111");
  await author.page.getByRole("button", { name: "提交异议" }).click();
  await author.page.getByText("这条是您提的。").waitFor();

  const neighbour = await openPhone(browser);
  await signInByLetter(neighbour.page, demo, 3);
  await neighbour.page.goto(demo.address + path);
  const card = neighbour.page.getByRole("article").filter({ hasText: "抽签的人是李四" });
  await card.getByRole("link", { name: /^举报/ }).click();
  await neighbour.page.getByRole("radio", { name: "点了别人的名" }).check();
  await neighbour.page.getByRole("button", { name: "提交举报" }).click();
  await neighbour.page.getByText("举报收到了。").first().waitFor();

  const desk = await openPhone(browser);
  await signInAsOrganiser(desk.page, demo);
  await desk.page.goto(`${demo.address}/desk/moderation`);
  await desk.page.getByRole("link", { name: /^处理记录第\d+号$/ }).last().click();
  await desk.page.getByRole("radio", { name: "点了别人的名" }).check();
  await desk.page.getByLabel("为什么?").fill("里面有别人的名字和电话。");
  await desk.page.getByRole("button", { name: "隐藏它" }).click();
  await desk.page.getByText("已经隐藏,作者会收到通知。").first().waitFor();

  await neighbour.page.goto(demo.address + path);
  await neighbour.page.getByText("居委会说明:里面有别人的名字和电话。").waitFor();
  assert.equal(await neighbour.page.getByText("李四").count(), 0, "nothing of it is shown");
  await checkScreen(neighbour.page, "a hidden objection");

  await author.page.goto(`${demo.address}/notices`);
  await author.page.getByRole("link", { name: /^您提的异议/ }).first().waitFor();
  await checkScreen(author.page, "a notice of something hidden");
  await author.page.getByRole("link", { name: /^您提的异议/ }).first().click();
  await author.page.getByText("抽签的人是李四").waitFor();
  await author.page.getByLabel("为什么不该隐藏?").fill("李四是居委会指定的抽签人。");
  await author.page.getByRole("button", { name: "提交申诉" }).click();
  await author.page.getByText("申诉收到了。").first().waitFor();
  for (const { context, faults } of [author, neighbour, desk]) {
    assert.deepEqual(faults, []);
    await context.close();
  }
});
