// A cut of the network in the middle of a write, and the story told of each of them: what was
// written is there exactly once, and the screen says so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPhone } from "./demo.mjs";

/**
 * Gives the phone of somebody who stays signed in, by a name among those who sign in; it is opened
 * when it is first asked for.
 */
export function keepPhones(browser, signIn) {
  const phones = new Map();
  return async (who) => {
    if (!phones.has(who)) {
      const phone = await openPhone(browser());
      await signIn[who](phone.page);
      phones.set(who, phone);
    }
    return phones.get(who);
  };
}

/** Asks the server in the name of whoever is signed in on a page. */
export async function askAs(page, demo, path, more = {}) {
  const kept = await page.evaluate(() => localStorage.getItem("huiyin.session"));
  const headers = { authorization: `Bearer ${JSON.parse(kept).token}`, ...more.headers };
  const address = `${demo.address}/api/v1/communities/wutong/${path}`;
  const answer = await fetch(address, { ...more, headers });
  assert.ok(answer.ok, `${path}: ${answer.status}`);
  return answer.json();
}

/**
 * From the next such request on there is no network; the request itself is lost, or its answer.
 * `taken` gathers how the server answered.
 */
export async function cut({ context, page }, { sent, method = "POST" }, isTakenIn) {
  const taken = [];
  await page.route(sent, async (route) => {
    if (route.request().method() !== method) return route.fallback();
    if (isTakenIn) taken.push((await route.fetch()).status());
    await context.setOffline(true);
    await route.abort("internetdisconnected");
  });
  return taken;
}

/** The network is there again. */
export async function restore({ context, page }, { sent }) {
  await page.unroute(sent);
  await context.setOffline(false);
}

/** A second press within a second is taken for a hand that trembles. */
export const handsOff = (page) => page.waitForTimeout(1_100);

/**
 * One write that is cut. `it.write` leads to the last `button` and says how the thing is counted;
 * what `goesLater` is sent by itself, under this name, and all else is sent by pressing once more,
 * after what happens `meanwhile`, which comes to the words `done`. Words that were typed stay in
 * `field`, and those that were typed on earlier pages are still `shown`. What `write` says besides
 * takes the place of what the entry says.
 */
async function arrivesOnce(it, phone, title, isTakenIn) {
  const { page } = phone;
  const { count, ...own } = await it.write(phone, title, isTakenIn);
  const { button, goesLater, done, meanwhile } = { ...it, ...own };
  const isOfOnePress = typeof button === "string";
  const press = () =>
    page.getByRole("button", { name: button, exact: isOfOnePress }).first().click();
  const before = await count();

  const taken = await cut(phone, it, isTakenIn);
  await press();
  await page.getByText("您填的内容还在").first().waitFor();
  if (isTakenIn) assert.ok([200, 201].includes(taken[0]), `${taken}`);
  if (goesLater) await page.getByText("已经存在这台手机里").first().waitFor();
  if (it.field) {
    const field = page.getByLabel(it.field, { exact: true });
    assert.equal(await field.inputValue(), title);
  }
  if (it.shown) await page.locator("main").getByText(title).first().waitFor();

  await restore(phone, it);
  if (goesLater) {
    await page.getByText(`${goesLater}已经自动发出去了`).first().waitFor();
    await page.getByRole("link", { name: /^待发送/ }).waitFor({ state: "hidden" });
  } else {
    await handsOff(page);
    await meanwhile?.(phone);
    await press();
    await page.getByText(done).first().waitFor();
  }
  assert.equal(await count(), before + 1, "there exactly once");
}

/** Cuts each of these writes twice, on the phone of whoever writes it. */
export function testCuts(writes, phoneOf) {
  for (const [at, it] of writes.entries()) {
    for (const isTakenIn of [false, true]) {
      const how = isTakenIn ? "its answer is lost" : "it never leaves the phone";
      test(`${it.what} arrives once when ${how}`, async () => {
        const title = `断网时写的${at}号话${isTakenIn ? "乙" : "甲"}`;
        await arrivesOnce(it, await phoneOf(it, isTakenIn), title, isTakenIn);
      });
    }
  }
}
