// Asking to be called back, and the service desk: calling, finding residents, printing letters.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { signInAsOrganiser } from "./steps.mjs";

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

/** Leaves a number; ends on the confirmation. */
async function askToBeCalled(page, number) {
  await page.goto(`${demo.address}/call-me`);
  await page.getByLabel("您的电话号码").fill(number);
  await page.getByRole("radio", { name: "下午" }).check();
  await page.getByRole("button", { name: "发送,等电话" }).click();
  await page.getByRole("heading", { name: "记下了,请等我们的电话" }).waitFor();
}

test("a guest leaves a number, however it is written, and learns what comes next", async () => {
  const { context, page, faults } = await openPhone(browser);
  await page.goto(`${demo.address}/call-me`);
  await page.getByRole("heading", { name: "请居委会打给我" }).waitFor();
  await checkScreen(page, "call me");
  await page.getByRole("button", { name: "发送,等电话" }).click();
  await page.getByText("有 2 处要改").first().waitFor();
  await checkScreen(page, "call me with faults");
  await page.getByLabel("您的电话号码").fill("5555 0128");
  await page.getByRole("button", { name: "发送,等电话" }).click();
  await page.getByText("固定电话前面要加区号").first().waitFor();
  await askToBeCalled(page, "幺三八 １２３４ 5678");
  await page.getByText("我们尽量在下午打给您").first().waitFor();
  await checkScreen(page, "asked to be called");
  const number = await page.getByText(/^第 \d+ 号$/).innerText();
  await page.reload();
  await page.getByText(number).first().waitFor();
  await askToBeCalled(page, "13812345678");
  assert.equal(await page.getByText(/^第 \d+ 号$/).innerText(), number, "it is one request");
  assert.deepEqual(faults, []);
  await context.close();
});

test("staff call the one who waits longest and settle it", async () => {
  const guest = await openPhone(browser);
  await askToBeCalled(guest.page, "021-5555 0141");
  const { context, page, faults } = await openPhone(browser);
  await signInAsOrganiser(page, demo);
  await page.goto(`${demo.address}/desk`);
  await page.getByRole("link", { name: /^看请回电:\d+ 个人在等$/ }).waitFor();
  await checkScreen(page, "desk");
  await page.getByRole("link", { name: /^看请回电/ }).click();
  const call = page.getByRole("link", { name: "打电话 021-5555 0141" });
  await call.waitFor();
  assert.equal(await call.getAttribute("href"), "tel:02155550141");
  await checkScreen(page, "callbacks");
  const card = page.getByRole("listitem").filter({ has: call });
  await card.getByRole("link", { name: /^记下/ }).click();
  await page.getByRole("radio", { name: "没打通,不再打了" }).check();
  await page.getByLabel("一共打了几次?").fill("1");
  await page.getByRole("button", { name: /^办完第/ }).click();
  await page.getByText("请填 2 到 20 之间的数").first().waitFor();
  await checkScreen(page, "settling with a fault");
  await page.getByLabel("一共打了几次?").fill("三");
  await page.waitForTimeout(1_100);
  await page.getByRole("button", { name: /^办完第/ }).click();
  await page.getByText("办完了。电话号码已经删掉。").first().waitFor();
  await page.getByRole("link", { name: "回到等回电的人", exact: true }).click();
  await page.getByRole("heading", { name: "等回电的人" }).waitFor();
  assert.equal(await call.count(), 0);
  assert.deepEqual(faults, []);
  await guest.page.reload();
  await guest.page.getByRole("heading", { name: "我们打了几次,没有打通。" }).waitFor();
  await guest.context.close();
  await context.close();
});

test("a new letter is printed at the desk and signs its resident in", async () => {
  const { context, page, faults } = await openPhone(browser);
  await signInAsOrganiser(page, demo);
  await page.goto(`${demo.address}/desk/residents`);
  await page.getByLabel("姓名、住址,或者信函的前 5 位").fill(demo.codes[5].slice(0, 5));
  await page.getByRole("button", { name: "找一找" }).click();
  await page.getByRole("link", { name: /^给.+印信函/ }).waitFor();
  await checkScreen(page, "residents found");
  await page.getByRole("link", { name: /^给.+印信函/ }).click();
  await page.getByRole("button", { name: "印一封新信" }).waitFor();
  await checkScreen(page, "before a letter");
  await page.getByRole("button", { name: "印一封新信" }).click();
  const code = await page.locator(".sheet__code").innerText();
  assert.match(code, /^\d{4} \d{4} \d{4}$/);
  await checkScreen(page, "a letter");
  await page.emulateMedia({ media: "print" });
  // A browser tells pixels with four places, and 16 pt are 21 and a third.
  const points = await page.locator(".sheet p, .sheet li").evaluateAll((lines) =>
    lines.map((line) => (parseFloat(getComputedStyle(line).fontSize) + 0.001) * 0.75));
  assert.ok(Math.min(...points) >= 16, `at least 16 pt on paper, found ${Math.min(...points)}`);
  for (const hidden of [".header", ".hotline", ".doors", ".aloud", ".footer", "main button"]) {
    assert.ok(!(await page.locator(hidden).first().isVisible()), `${hidden} is not printed`);
  }
  assert.deepEqual(faults, []);
  const resident = await openPhone(browser);
  await resident.page.goto(`${demo.address}/sign-in#code=${code.replaceAll(" ", "")}&modes=elder-24`);
  await resident.page.getByText("您好!").first().waitFor();
  assert.equal(new URL(resident.page.url()).hash, "");
  await resident.context.close();
  await context.close();
});

test("the desk is closed to everybody else", async () => {
  const { context, page } = await openPhone(browser);
  const paths = ["/desk", "/desk/callbacks", "/desk/callbacks/1", "/desk/residents", "/desk/residents/1"];
  for (const path of paths) {
    await page.goto(`${demo.address}${path}`);
    await page.getByText("值班台只给工作人员用").first().waitFor();
    await page.getByRole("link", { name: "登录", exact: true }).last().waitFor();
  }
  await checkScreen(page, "desk for a guest");
  await context.close();
});
