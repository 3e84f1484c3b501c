// Hosts, gateways and phones as they are met with: a guest network's door, settings of the past,
// answers and scripts that are not what they should be, a phone that keeps nothing or lives in
// another year. Each is a sentence, nothing is lost, and afterwards everything goes on.
import assert from "node:assert/strict";
import { createServer, request as ask } from "node:http";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import {
  castFromCheck, choice, choose, contests, fillProposal, namesOnBallot, numbersOf, signInByLetter,
} from "./steps.mjs";

const AWAY = "社区的服务器现在没有回应";
const OLD = "这个页面的版本旧了";
const DOOR = "<!doctype html><title>Guest Wi-Fi</title><form>Room number <input></form>";
const YEAR_MS = 365 * 86_400_000;
const HOME = /\/home$/;

let demo;
let browser;
let open;

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  open = await contests(demo);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** A second press within a second is taken for a hand that trembles. */
const handsOff = (page) => page.waitForTimeout(1_100);

const aPage = { status: 200, contentType: "text/html; charset=utf-8", body: DOOR };

/** What everybody can read of the community. */
async function read(path) {
  return (await fetch(`${demo.address}/api/v1/communities/wutong/${path}`)).json();
}

/** The demo behind a guest network: while that is shut, its own page answers whatever is asked. */
async function openDoor() {
  const state = { isShut: false };
  const { port } = new URL(demo.address);
  const server = createServer((asked, answer) => {
    if (state.isShut) {
      asked.resume();
      return answer.writeHead(200, { "content-type": aPage.contentType }).end(DOOR);
    }
    const { url: path, method, headers } = asked;
    const further = ask({ host: "127.0.0.1", port, path, method, headers }, (found) => {
      answer.writeHead(found.statusCode, found.headers);
      found.pipe(answer);
    });
    further.on("error", () => answer.destroy());
    asked.pipe(further);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    state,
    close: () => new Promise((done) => {
      server.closeAllConnections();
      server.close(done);
    }),
  };
}

test("a guest network's own page takes nothing in, and spoils no copy of what was read", async (t) => {
  const door = await openDoor();
  t.after(() => door.close());
  const { context, page } = await openPhone(browser, { serviceWorkers: "allow" });
  await page.goto(door.address);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
  await signInByLetter(page, { ...demo, address: door.address }, 0);
  await page.goto(`${door.address}/waiting`);
  await page.getByText("没有待发送的内容").first().waitFor();
  const { items } = await read(`contests/${open.collecting}/proposals?limit=1`);
  const [{ id, title }] = items;
  const n_co_signs = async () => (await read(`proposals/${id}`)).n_co_signs;
  const before = await n_co_signs();
  await page.goto(`${door.address}/proposals/${id}`);
  const coSign = page.getByRole("button", { name: "联名支持", exact: true });
  await coSign.waitFor();
  await page.waitForLoadState("networkidle");

  door.state.isShut = true;
  for (let n = 0; n < 2; n += 1) {
    // The second time it is seen that the first has put nothing in the place of the copies.
    await page.reload();
    await page.getByText("现在连不上社区的服务器。这是").first().waitFor();
    await page.getByRole("heading", { name: title, level: 1 }).waitFor();
  }
  await coSign.click();
  await page.getByText("已经存在这台手机里").first().waitFor();
  await page.goto(`${door.address}/waiting`);
  // What the app tries by itself on opening is over before a person tries.
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "现在发送" }).click();
  await page.getByText("等待发送。").first().waitFor();
  assert.equal(await page.getByText("已经自动发出去了").count(), 0, "nothing is told that is not so");
  assert.equal(await n_co_signs(), before);

  door.state.isShut = false;
  await handsOff(page);
  // The app may have found the door open before the person did; then there is nothing to press.
  await page.evaluate(() => {
    const buttons = [...document.querySelectorAll("main button")];
    buttons.find((button) => button.textContent.includes("现在发送"))?.click();
  });
  await page.getByText("没有待发送的内容").first().waitFor();
  assert.equal(await n_co_signs(), before + 1);
  await context.close();
});

test("a ballot that a gateway's page was answered to is not taken for cast", async () => {
  const { context, page } = await openPhone(browser);
  await signInByLetter(page, demo, 1);
  const [name] = await namesOnBallot(demo, open.voting);
  await choose(page, demo, open.voting, [name]);
  for (const [method, path] of [["POST", /\/stamps$/], ["PUT", /\/ballots\/[^/]+$/]]) {
    await page.route(path, (route) =>
      route.request().method() === method ? route.fulfill(aPage) : route.fallback());
    const answered = page.waitForResponse((it) =>
      it.request().method() === method && path.test(it.url()));
    await page.getByRole("button", { name: "投出选票" }).click();
    await answered;
    await page.getByRole("alert").filter({ hasText: AWAY }).waitFor();
    await page.unroute(path);
    await handsOff(page);
  }
  await castFromCheck(page);
  await context.close();
});

test("settings that lead to where the API was are told as a server that is away", async () => {
  const { context, page } = await openPhone(browser);
  await page.goto(demo.address);
  await page.locator("main .card").first().waitFor();
  await page.route("**/config.json", (route) =>
    route.fulfill({ json: { api: "moved/api/v1", community: "wutong" } }));
  // As hosts do that know the app alone: whatever they do not have is its page.
  await page.route("**/moved/**", (route) => route.fulfill(aPage));
  await page.reload();
  await page.getByText(AWAY).first().waitFor();
  await page.getByRole("button", { name: "再试一次" }).waitFor();
  await page.locator(".hotline__number").getByText("5555").waitFor();
  assert.equal(await page.getByText(OLD).count(), 0, "the page is not what is old");
  await checkScreen(page, "settings of the past");
  await page.unroute("**/config.json");
  await page.unroute("**/moved/**");
  await page.reload();
  await page.locator("main .card").first().waitFor();
  await context.close();
});

test("a host that answers with the app's page where the settings are asked for has the API", async () => {
  const { context, page } = await openPhone(browser);
  await page.route("**/config.json", (route) => route.fulfill(aPage));
  await page.goto(demo.address);
  await page.locator("main .card").first().waitFor();
  await context.close();
});

test("what a newer API says besides is passed over, and what is not understood is told", async () => {
  const { context, page } = await openPhone(browser);
  const newer = async (change) => {
    await page.unroute(HOME);
    await page.route(HOME, async (route) => {
      const response = await route.fetch();
      const home = await response.json();
      change(home);
      await route.fulfill({ response, json: home });
    });
    await page.goto(demo.address);
  };
  await newer((home) => {
    home.weather = { kind: "sunny" };
    home.contests[0].colour = "green";
  });
  await page.locator("main .card").first().waitFor();
  await newer((home) => (home.contests[0].phase = "dreaming"));
  await page.getByText(OLD).first().waitFor();
  await page.getByRole("button", { name: "再试一次" }).waitFor();
  await checkScreen(page, "an answer of a newer API");
  // The other pages go on.
  await page.goto(`${demo.address}/contests`);
  await page.locator("main article.card").first().waitFor();
  await context.close();
});

test("a script of the wrong type is said, with the hot-line and a way to try again", async () => {
  const { context, page } = await openPhone(browser);
  await page.goto(demo.address);
  await page.locator("main .card").first().waitFor();
  await page.route("**/app-*.js", async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), "content-type": "text/plain" };
    await route.fulfill({ response, headers });
  });
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "本页没有打开" }).waitFor();
  await page.locator("#shell-call").waitFor();
  await page.unroute("**/app-*.js");
  await page.getByRole("link", { name: "再试一次" }).click();
  await page.locator("#page h1").first().waitFor();
  await context.close();
});

for (const [nth, years] of [[2, -1], [3, 1]]) {
  test(`on a clock that is off by ${years} year a proposal waits and arrives once`, async () => {
    const { context, page } = await openPhone(browser);
    await page.addInitScript((millis) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + millis;
    }, years * YEAR_MS);
    await signInByLetter(page, demo, nth);
    await page.getByText("您手机的时间不准。").first().waitFor();
    const title = `时间差${years}年的提案`;
    await fillProposal(page, demo, open.collecting, title);
    // What was written is not thrown away as too old.
    await page.reload();
    await page.getByText(title).first().waitFor();
    await context.setOffline(true);
    await page.getByRole("button", { name: "提交提案" }).click();
    await page.getByText("已经存在这台手机里").first().waitFor();
    await context.setOffline(false);
    await page.getByText(/提案已经自动发出去了,编号:第 \d+ 号/).first().waitFor();
    assert.equal((await numbersOf(demo, open.collecting, title)).length, 1);
    await context.close();
  });
}

/** The page cannot keep anything on the phone: a private window, or a full one. */
const STORAGES = {
  "no storage at all": () => {
    const denied = () => { throw new DOMException("denied", "SecurityError"); };
    Object.defineProperty(window, "localStorage", { get: denied });
    Object.defineProperty(window, "indexedDB", { get: denied });
  },
  "a full storage": () => {
    const full = () => { throw new DOMException("full", "QuotaExceededError"); };
    Storage.prototype.setItem = full;
    IDBObjectStore.prototype.put = full;
  },
};

for (const [at, [name, script]] of Object.entries(STORAGES).entries()) {
  test(`with ${name} a ballot is cast once after a lost answer, and it is told`, async () => {
    const { context, page } = await openPhone(browser);
    await page.addInitScript(script);
    await signInByLetter(page, demo, 4 + at);
    // Without storage a new load would sign out: only links are followed.
    await page.locator(`main a[href$="/contests/${open.voting}"]`).first().click();
    await page.getByRole("link", { name: "去投票", exact: true }).first().click();
    const [first] = await namesOnBallot(demo, open.voting);
    await choice(page, first).check();
    await page.getByRole("link", { name: "继续:检查我的选择" }).click();
    await page.getByText("这台手机不能保存内容(可能是无痕模式)。票可以投").first().waitFor();
    const sent = [];
    const box = /\/ballots\/[^/]+$/;
    await page.route(box, async (route) => {
      if (route.request().method() !== "PUT") return route.fallback();
      sent.push(route.request().postData());
      if (sent.length > 1) return route.fallback();
      await route.fetch();
      await route.abort("connectionreset");
    });
    await page.getByRole("button", { name: "投出选票" }).click();
    await page.getByRole("alert").filter({ hasText: AWAY }).waitFor();
    await handsOff(page);
    await castFromCheck(page);
    assert.equal(sent.length, 2);
    assert.equal(sent[0], sent[1], "it is the same ballot");
    await context.close();
  });
}
