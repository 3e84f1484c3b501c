// A proposal's way as residents walk it: similar ones found while writing, a new version after
// others have co-signed, neighbours who join, and two proposals that go on as one.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { coSign as coSignOn } from "./season_steps.mjs";
import {
  command, contests, fillProposal, goOn, numberSent, signInAsOrganiser, signInByLetter,
} from "./steps.mjs";

const SIMILAR = "有人也提过,要不要一起?";
const TITLES = /\/contests\/\d+\/titles$/;
const TEXT = /\/proposals\/\d+\/text$/;

let demo;
let browser;
let collecting;

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  ({ collecting } = await contests(demo));
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** A phone of its own, signed in as the resident with the nth letter. */
async function resident(nth) {
  const phone = await openPhone(browser);
  await signInByLetter(phone.page, demo, nth);
  return phone;
}

async function organiser() {
  const phone = await openPhone(browser);
  await signInAsOrganiser(phone.page, demo);
  return phone;
}

/** Sends a proposal; its number. */
async function propose({ page }, title) {
  await fillProposal(page, demo, collecting, title);
  await page.getByRole("button", { name: "提交提案" }).click();
  return numberSent(page);
}

const show = ({ page }, number, more = "") =>
  page.goto(`${demo.address}/proposals/${number}${more}`);

const coSign = ({ page }, number) => coSignOn(page, demo, number);

/** Buttons take a second press as a tremble of the hand for one second. */
const handsOff = (page) => page.waitForTimeout(1_100);

async function close(...phones) {
  for (const { context, faults } of phones) {
    assert.deepEqual(faults, []);
    await context.close();
  }
}

test("who writes what others have asked for is shown it, and loses nothing by looking", async () => {
  const [author, neighbour] = [await resident(0), await resident(1)];
  const number = await propose(author, "给5号楼单元门口装扶手");
  const { page } = neighbour;
  await page.goto(`${demo.address}/contests/${collecting}/propose/what`);
  const field = page.getByLabel("您想做什么?");
  await field.fill("5号楼门口想装一个扶手");
  await page.getByRole("heading", { name: SIMILAR }).waitFor();
  await page.getByRole("status").filter({ hasText: "您可以接着写" }).waitFor();
  await checkScreen(page, "similar proposals while writing");
  await page.getByRole("link", { name: `看第${number}号` }).click();
  await page.getByRole("heading", { name: "给5号楼单元门口装扶手" }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: SIMILAR }).waitFor();
  assert.equal(await field.inputValue(), "5号楼门口想装一个扶手");

  await page.getByRole("button", { name: `联名第${number}号` }).click();
  await page.getByText("联名成功。您写的还在").first().waitFor();
  await page.getByRole("button", { name: "还是提我的" }).click();
  await page.getByRole("heading", { name: SIMILAR }).waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.id), "title");
  assert.equal(await field.inputValue(), "5号楼门口想装一个扶手");
  await goOn(page);
  await page.getByLabel("具体要求有哪些?").waitFor();
  await show(neighbour, number);
  await page.getByText("您已经联名。").first().waitFor();
  await close(author, neighbour);
});

test("without the list of titles, or with another wish, nothing is shown and writing goes on", async () => {
  const { page, context } = await resident(2);
  await page.goto(`${demo.address}/contests/${collecting}/propose/what`);
  const field = page.getByLabel("您想做什么?");
  await field.fill("组织一次皮影戏晚会");
  await page.waitForTimeout(1_500);
  assert.equal(await page.getByRole("heading", { name: SIMILAR }).count(), 0);
  await page.route(TITLES, (route) => route.abort("connectionrefused"));
  await page.reload();
  await field.fill("给5号楼单元门口装扶手");
  await page.waitForTimeout(1_500);
  assert.equal(await page.getByRole("heading", { name: SIMILAR }).count(), 0);
  await goOn(page);
  await page.getByLabel("具体要求有哪些?").waitFor();
  await context.close();
});

test("a text is changed after others have co-signed, with a reason, and everybody sees how", async () => {
  const [author, neighbour] = [await resident(0), await resident(1)];
  const number = await propose(author, "小花园里放两张棋桌");
  await coSign(neighbour, number);
  const { page } = author;
  await show(author, number);
  await page.getByRole("link", { name: "修改提案" }).click();
  await page.getByRole("heading", { name: "修改提案" }).waitFor();
  await checkScreen(page, "answers of a new version");
  await page.getByRole("link", { name: "修改 在哪里" }).click();
  await page.getByLabel("在哪里?").fill("小花园东边的亭子旁");
  await checkScreen(page, "one answer of a new version");
  await goOn(page);
  const why = page.getByLabel("为什么改?");
  await why.waitFor();
  await page.getByText("小花园东边的亭子旁").first().waitFor();
  await page.getByRole("button", { name: "交上修改" }).click();
  await page.locator("#edit_why-error", { hasText: "还没有写为什么改" }).waitFor();
  await checkScreen(page, "a new version without its reason");

  await why.fill("亭子旁有树荫。");
  await page.reload();
  await why.waitFor();
  assert.equal(await why.inputValue(), "亭子旁有树荫。", "it is kept on the phone");
  await page.getByText("小花园东边的亭子旁").first().waitFor();
  await page.route(TEXT, (route) => route.abort("connectionrefused"));
  await page.getByRole("button", { name: "交上修改" }).click();
  await page.getByText("服务器现在没有回应").first().waitFor();
  assert.equal(await why.inputValue(), "亭子旁有树荫。", "nothing typed is lost");
  await page.unroute(TEXT);
  await handsOff(page);
  await page.getByRole("button", { name: "交上修改" }).click();
  await page.getByText("改好了。").first().waitFor();
  await page.getByText("现在是第 2 版文字。").first().waitFor();
  await checkScreen(page, "a proposal that was changed");

  await show(neighbour, number);
  await neighbour.page.getByText("亭子旁有树荫。").first().waitFor();
  await neighbour.page.getByRole("link", { name: "看每一版改了什么" }).click();
  await neighbour.page.getByRole("heading", { name: /^第 2 版/ }).waitFor();
  const added = await neighbour.page.locator("ins").allInnerTexts();
  assert.match(added.join(""), /亭子旁/);
  assert.match((await neighbour.page.locator("del").allTextContents()).join(""), /删去:.*单元/s);
  await neighbour.page.getByRole("heading", { name: /^第 1 版/ }).waitFor();
  await checkScreen(neighbour.page, "the versions of a text");
  await close(author, neighbour);
});

test("what the office sends back is mended with one large button", async () => {
  const [author, office] = [await resident(0), await organiser()];
  const number = await propose(author, "门卫室外面装一盏灯");
  await command(office.page, demo, number, { kind: "return", what: "请写明装在哪一边。" });
  const { page } = author;
  await show(author, number);
  await page.getByText("请写明装在哪一边。").first().waitFor();
  await checkScreen(page, "a proposal that was sent back");
  await page.getByRole("link", { name: "修改提案" }).click();
  await page.getByText("居委会请您改:请写明装在哪一边。").first().waitFor();
  await page.getByRole("button", { name: "交上修改" }).click();
  await page.getByText("文字和现在的一样,没有改动。").first().waitFor();
  await page.getByRole("link", { name: "修改 在哪里" }).click();
  await page.getByLabel("在哪里?").fill("门卫室东边");
  await goOn(page);
  await page.getByRole("button", { name: "交上修改" }).click();
  await page.getByText("居委会正在初审").first().waitFor();
  await close(author, office);
});

test("a neighbour joins by a code that is shown once and used once", async () => {
  const [author, neighbour, late] = [await resident(0), await resident(1), await resident(2)];
  const number = await propose(author, "楼道口放一个工具箱");
  await coSign(neighbour, number);
  await show(author, number);
  await author.page.getByRole("link", { name: "请人一起提" }).click();
  const asked = [];
  author.page.on("request", (request) => asked.push(request.url()));
  await author.page.getByRole("button", { name: "生成邀请码" }).click();
  const shown = author.page.locator(".number--big");
  await shown.waitFor();
  await checkScreen(author.page, "an invitation");
  const code = (await shown.innerText()).replaceAll(/\D/g, "");
  assert.equal(code.length, 8);
  const words = await author.page.getByLabel("发给对方的话").inputValue();
  assert.match(words, new RegExp(`/proposals/${number}/join#code=${code}`));

  // The square and the link stand beside the code, on the screen and on paper; the code itself
  // stands in no address that a server would write down.
  const slip = author.page.locator("article.sheet");
  const link = `${demo.address}/proposals/${number}/join#code=${code}`;
  const beside = [slip.locator(".qr svg"), slip.getByText(link, { exact: true }), shown];
  for (const it of beside) assert.ok(await it.isVisible());
  assert.deepEqual(asked.filter((url) => url.includes(code)), []);
  await author.page.getByRole("button", { name: "打印", exact: true }).waitFor();
  await author.page.emulateMedia({ media: "print" });
  for (const it of beside) assert.ok(await it.isVisible(), "it is on paper, too");
  assert.ok(!(await author.page.getByLabel("发给对方的话").isVisible()), "which has no room for this");
  await author.page.emulateMedia({ media: null });

  await show(neighbour, number, "/join#code=1234");
  await neighbour.page.getByRole("button", { name: "加入", exact: true }).click();
  await neighbour.page.locator("#code-error", { hasText: "邀请码是 8 位数字" }).waitFor();
  await checkScreen(neighbour.page, "joining with too short a code");
  await neighbour.page.getByLabel("邀请码").fill(`${code.slice(0, 4)} ${code.slice(4)}`);
  await handsOff(neighbour.page);
  await neighbour.page.getByRole("button", { name: "加入", exact: true }).click();
  await neighbour.page.getByText("加入成功。").first().waitFor();
  await neighbour.page.getByText(/^共同提案人:/).first().waitFor();
  await neighbour.page.getByText("已有 0 人联名").first().waitFor();
  await neighbour.page.getByRole("link", { name: "修改提案" }).waitFor();

  await show(late, number, `/join#code=${code}`);
  assert.equal(await late.page.getByLabel("邀请码").inputValue(), code);
  assert.ok(!late.page.url().includes(code), "the code is wiped from the address");
  await late.page.getByRole("button", { name: "加入", exact: true }).click();
  await late.page.getByText("没有这个邀请码").first().waitFor();
  assert.equal(await late.page.getByLabel("邀请码").inputValue(), code);

  await handsOff(neighbour.page);
  await neighbour.page.getByRole("button", { name: "退出这个提案" }).click();
  await neighbour.page.getByRole("button", { name: "确定退出" }).click();
  await neighbour.page.getByText("您已经退出").first().waitFor();
  await close(author, neighbour, late);
});

test("an author agrees that two go on as one, and a co-signature moves by one press", async () => {
  const [author, other, neighbour] = [await resident(0), await resident(1), await resident(2)];
  const number = await propose(author, "门口的信报箱换新的");
  const into = await propose(other, "信报箱换成带锁的");
  await coSign(neighbour, number);
  const office = await organiser();
  const why = "都是换信报箱,一起换更省。";
  await command(office.page, demo, number, { kind: "offer_merge", into, why });
  await show(neighbour, number);
  await neighbour.page.getByText("正在等提案人决定").first().waitFor();

  const { page } = author;
  await show(author, number);
  await page.getByRole("link", { name: "去看看,再决定" }).click();
  await page.getByRole("heading", { name: `要不要和第${into}号合在一起办?` }).waitFor();
  await page.getByText(why).first().waitFor();
  await page.getByRole("heading", { name: "门口的信报箱换新的" }).waitFor();
  await page.getByRole("heading", { name: "信报箱换成带锁的" }).waitFor();
  await checkScreen(page, "the question about merging");
  await page.getByRole("button", { name: "同意合并" }).click();
  await page.getByText("您同意了合并。").first().waitFor();
  await checkScreen(page, "a proposal that was merged");

  await show(neighbour, number);
  await neighbour.page.getByText("要把您的联名转过去吗?").first().waitFor();
  await checkScreen(neighbour.page, "the question about a co-signature");
  await neighbour.page.getByRole("button", { name: `把联名转到第${into}号` }).click();
  await neighbour.page.getByText("您的联名已经转过去。").first().waitFor();
  await show(neighbour, into);
  await neighbour.page.getByText("您已经联名。").first().waitFor();
  await neighbour.page.getByRole("heading", { name: "合并进来的提案" }).waitFor();
  await neighbour.page.getByRole("link", { name: `看第${number}号《门口的信报箱换新的》` }).waitFor();
  await close(author, other, neighbour, office);
});

test("an author who does not agree goes on alone", async () => {
  const [author, other, office] = [await resident(0), await resident(1), await organiser()];
  const number = await propose(author, "东墙画一幅二十四节气");
  const into = await propose(other, "西墙画一幅梧桐");
  await command(office.page, demo, number, { kind: "offer_merge", into, why: "都是画墙。" });
  await show(author, number, "/merge");
  await author.page.getByRole("button", { name: "不合并" }).click();
  await author.page.getByText("您的提案照原样往下走").first().waitFor();
  await show(author, number, "/merge");
  await author.page.getByRole("heading", { name: "现在没有要您决定的合并" }).waitFor();
  await close(author, other, office);
});
