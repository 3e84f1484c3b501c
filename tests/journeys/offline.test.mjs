// Without a network: what was read stays readable, what is said goes later, and versions never mix.
import assert from "node:assert/strict";
import { createServer, request as ask } from "node:http";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { askAs } from "./cuts.mjs";
import { openBrowser, openDemo, openPhone, until } from "./demo.mjs";
import { contests, fillProposal, goOn, numbersOf, signInByLetter } from "./steps.mjs";

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

const send = (page) => page.getByRole("button", { name: "提交提案" });
const heading = (page, name) => page.getByRole("heading", { name, level: 1 }).waitFor();

/** A phone on which the worker may stand between the page and the network. */
const openKeeping = () => openPhone(browser, { serviceWorkers: "allow" });

/** Waits until the worker looks after this page. */
const lookedAfter = (page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");

/** The same server under another address; `version` is added to the worker's script. */
async function openProxy() {
  const state = { version: "" };
  const { port } = new URL(demo.address);
  const proxy = createServer((asked, answer) => {
    const { url: path, method, headers } = asked;
    const isWorker = path.endsWith("/service-worker.js");
    const plain = isWorker ? { ...headers, "accept-encoding": "identity", "if-none-match": "" } : headers;
    const further = ask({ host: "127.0.0.1", port, path, method, headers: plain }, (found) => {
      if (!isWorker) {
        answer.writeHead(found.statusCode, found.headers);
        return found.pipe(answer);
      }
      const parts = [];
      found.on("data", (part) => parts.push(part));
      found.on("end", () => {
        const text = Buffer.concat(parts).toString();
        const script = text.replace(/"id":"([0-9a-f]+)"/, (_, id) => `"id":"${id}${state.version}"`);
        const { "content-length": _, etag: __, ...rest } = found.headers;
        answer.writeHead(200, rest);
        answer.end(script);
      });
    });
    further.on("error", () => answer.destroy());
    asked.pipe(further);
  });
  await new Promise((done) => proxy.listen(0, "127.0.0.1", done));
  const close = () => new Promise((done) => {
    proxy.closeAllConnections();
    proxy.close(done);
  });
  return { address: `http://127.0.0.1:${proxy.address().port}`, state, close };
}

test("what was read before is read again without a network, and it is said when it was", async () => {
  const { context, page } = await openKeeping();
  await page.goto(demo.address);
  await lookedAfter(page);
  for (const path of ["/", "/contests", `/contests/${collecting}`, "/ledger"]) {
    await page.goto(demo.address + path);
    await page.locator("#page h1").first().waitFor();
    await page.waitForLoadState("networkidle");
  }
  await context.setOffline(true);
  await page.goto(`${demo.address}/contests/${collecting}`);
  await page.locator("#page h1").first().waitFor();
  await page.getByText("现在连不上社区的服务器。这是").first().waitFor();
  await checkScreen(page, "a page that was read before");
  // What was never read says so, and how to go on.
  await page.goto(`${demo.address}/proposals/999998`);
  await page.getByText("手机现在没有网络").first().waitFor();
  await context.setOffline(false);
  await page.getByRole("button", { name: "再试一次" }).click();
  await heading(page, "没有这个页面");
  await context.close();
});

test("ballots, sessions and the staff's rooms are not kept, and signing out clears the rest", async () => {
  const { context, page } = await openKeeping();
  await page.goto(demo.address);
  await lookedAfter(page);
  await signInByLetter(page, demo, 2);
  const { voting } = await contests(demo);
  for (const path of [`/contests/${voting}/vote`, "/mine", "/devices"]) {
    await page.goto(demo.address + path);
    await page.locator("#page h1").first().waitFor();
    await page.waitForLoadState("networkidle");
  }
  const kept = () => page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith("huiyin-read-"));
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map(({ url }) => new URL(url).pathname);
  });
  const paths = await kept();
  assert.ok(paths.some((path) => path.endsWith("/feedback/mine")), paths.join(" "));
  assert.deepEqual(paths.filter((path) => /ballot|sessions/.test(path)), []);
  await page.getByRole("button", { name: /^退出/ }).first().click();
  await page.waitForURL(`${demo.address}/`);
  await until(page, async () =>
    !(await caches.keys()).some((name) => /^huiyin-read-(?!guest)/.test(name)));
  await context.close();
});

test("a proposal written without a network waits, and arrives once when there is one", async () => {
  const { context, page } = await openKeeping();
  await page.goto(demo.address);
  await lookedAfter(page);
  await signInByLetter(page, demo, 0);
  const title = "没有网络时写的提案";
  await fillProposal(page, demo, collecting, title);
  await context.setOffline(true);
  await send(page).click();
  await page.getByText("已经存在这台手机里").first().waitFor();
  await page.getByRole("link", { name: "待发送:1 件" }).waitFor();
  // The app opens without a network, and still knows what waits.
  await page.goto(demo.address);
  await page.getByRole("link", { name: "待发送:1 件" }).waitFor();
  await context.setOffline(false);
  await page.getByText(/提案已经自动发出去了,编号:第 \d+ 号/).first().waitFor();
  await page.goto(`${demo.address}/waiting`);
  await page.getByText("没有待发送的内容").first().waitFor();
  assert.equal((await numbersOf(demo, collecting, title)).length, 1);
  await context.close();
});

test("what is refused later says why, keeps the words, and can be thrown away", async () => {
  const { context, page } = await openPhone(browser);
  await signInByLetter(page, demo, 1);
  const title = "后来没有收下的提案";
  await fillProposal(page, demo, collecting, title);
  const sending = /\/contests\/\d+\/proposals$/;
  await context.route(sending, (route) =>
    route.request().method() === "POST" ? route.abort("connectionrefused") : route.fallback());
  await send(page).click();
  await page.getByText("已经存在这台手机里").first().waitFor();
  await context.unroute(sending);
  const problem = {
    type: "about:blank", title: "Refused", status: 409, request_id: "1",
    code: "refused", refusal: { kind: "residents_only" },
  };
  await context.route(sending, (route) => route.request().method() === "POST"
    ? route.fulfill({ status: 409, contentType: "application/problem+json", body: JSON.stringify(problem) })
    : route.fallback());
  await page.goto(`${demo.address}/waiting`);
  await page.getByText("没有收下:从您写好到现在,情况变了。").first().waitFor();
  await page.getByText(title).first().waitFor();
  await checkScreen(page, "refused later");
  await page.getByRole("button", { name: "不发了" }).click();
  await page.waitForTimeout(1_100);
  await page.getByRole("button", { name: "确定,删掉" }).click();
  await page.getByText("没有待发送的内容").first().waitFor();
  const dropped = page.locator("main :focus").getByText("已经删掉了,不会再发。");
  await dropped.waitFor();
  assert.deepEqual(await numbersOf(demo, collecting, title), []);
  await context.close();
});

/** Where usual times are sent. */
const TIMES = /\/communities\/[^/]+\/times$/;

/** Says when one can usually come and, where that is asked, how. */
async function sayTimes(page, when, attend) {
  await page.goto(`${demo.address}/times/when`);
  await page.getByRole("radio", { name: when, exact: true }).check();
  await goOn(page);
  if (attend) {
    await page.getByRole("radio", { name: attend }).check();
    await goOn(page);
  }
  await page.getByRole("button", { name: "保存时间" }).click();
}

/** From now on the sendings for which `isLost` says so find no network; `arrived` are the others. */
async function loseTimes(context, isLost) {
  const arrived = [];
  await context.route(TIMES, (route) => {
    const request = route.request();
    if (request.method() !== "POST") return route.fallback();
    if (isLost(request.postDataJSON())) return route.abort("connectionrefused");
    arrived.push(request.postDataJSON().when);
    return route.fallback();
  });
  return arrived;
}

test("of two answers without a network only the newer waits, and only it arrives", async () => {
  const { context, page } = await openPhone(browser);
  await signInByLetter(page, demo, 2);
  let hasNetwork = false;
  const arrived = await loseTimes(context, () => !hasNetwork);
  await sayTimes(page, "都不行,来不了");
  await page.getByText("已经存在这台手机里").first().waitFor();
  await sayTimes(page, "什么时候都可以", /^到现场/);
  await page.getByText("已经存在这台手机里").first().waitFor();
  await page.goto(`${demo.address}/waiting`);
  await page.getByRole("heading", { name: "平时有空的时间" }).first().waitFor();
  assert.equal(await page.locator("main article").count(), 1, "one of them waits");
  hasNetwork = true;
  await page.reload();
  await page.getByText("没有待发送的内容").first().waitFor();
  // Page and service worker may both send it, under one key; the older one nobody.
  assert.deepEqual([...new Set(arrived)], ["always"]);
  const { kept } = await askAs(page, demo, "times");
  assert.equal(kept.times.when, "always");
  await context.close();
});

test("an answer that is sent at once takes the place of the one that still waits", async () => {
  const { context, page } = await openPhone(browser);
  await signInByLetter(page, demo, 4);
  let hasNetwork = false;
  const arrived = await loseTimes(context, ({ when }) => when === "never" && !hasNetwork);
  await sayTimes(page, "都不行,来不了");
  await page.getByText("已经存在这台手机里").first().waitFor();
  await sayTimes(page, "什么时候都可以", /^到现场/);
  await page.getByText("保存好了。").first().waitFor();
  hasNetwork = true;
  await page.goto(`${demo.address}/waiting`);
  await page.getByText("没有待发送的内容").first().waitFor();
  assert.deepEqual(arrived, ["always"]);
  const { kept } = await askAs(page, demo, "times");
  assert.equal(kept.times.when, "always");
  await context.close();
});

test("a new version waits until it is asked for, and the other window is told", async () => {
  const proxy = await openProxy();
  const { context, page } = await openKeeping();
  await page.goto(proxy.address);
  await lookedAfter(page);
  const other = await context.newPage();
  await other.goto(`${proxy.address}/display`);
  await other.locator("#page h1").first().waitFor();
  await page.evaluate(() => (window.isTheSamePage = true));
  proxy.state.version = "b";
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await page.getByText("有新版本了。").first().waitFor();
  assert.ok(await page.evaluate(() => window.isTheSamePage), "nothing was loaded anew by itself");
  await checkScreen(page, "a new version");
  await other.evaluate(() => (window.isTheSamePage = true));
  await page.getByRole("button", { name: "现在更新" }).click();
  await page.waitForFunction(() => window.isTheSamePage === undefined);
  await page.locator("#page h1").first().waitFor();
  await other.getByText("另一个窗口已经换成新版本").first().waitFor();
  assert.ok(await other.evaluate(() => window.isTheSamePage), "the other window keeps its page");
  const shells = await page.evaluate(async () =>
    (await caches.keys()).filter((name) => name.startsWith("huiyin-shell-")));
  assert.ok(shells.some((name) => name.endsWith("b")) && shells.length <= 2, shells.join(" "));
  await context.close();
  await proxy.close();
});

/** The page cannot keep anything on the phone: a private window, or a full one. */
const STORAGES = {
  "no storage at all": () => {
    const denied = () => { throw new DOMException("denied", "SecurityError"); };
    Object.defineProperty(window, "localStorage", { get: denied });
    Object.defineProperty(window, "indexedDB", { get: denied });
    Object.defineProperty(window, "caches", { get: denied });
  },
  "a full storage": () => {
    const full = () => { throw new DOMException("full", "QuotaExceededError"); };
    Storage.prototype.setItem = full;
    IDBObjectStore.prototype.put = full;
    Cache.prototype.put = full;
  },
};

for (const [name, script] of Object.entries(STORAGES)) {
  test(`with ${name} what is said is kept for this visit, and it is told`, async () => {
    const { context, page } = await openKeeping();
    await page.addInitScript(script);
    await signInByLetter(page, demo, 3);
    await page.getByRole("link", { name: "我有话说" }).first().waitFor();
    // Without storage a new load would sign out: only links are followed.
    await page.locator(`main a[href$="/contests/${collecting}"]`).first().click();
    await page.locator("#page h1").first().waitFor();
    await page.locator('main a[href*="/proposals"]').first().click();
    await page.locator('main a[href*="/proposals/"]').first().click();
    const coSign = page.getByRole("button", { name: /联名/ }).first();
    await coSign.waitFor();
    await context.setOffline(true);
    await coSign.click();
    await page.getByText("请不要关掉本页").first().waitFor();
    await context.setOffline(false);
    await page.getByText(/联名已经自动发出去了/).first().waitFor();
    await context.close();
  });
}

test("a clock that is off by a year changes nothing of it", async () => {
  const { context, page } = await openKeeping();
  await page.addInitScript(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() - 365 * 86_400_000;
  });
  await page.goto(demo.address);
  await lookedAfter(page);
  await page.goto(`${demo.address}/contests`);
  await page.locator("#page h1").first().waitFor();
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await page.reload();
  await page.locator("#page h1").first().waitFor();
  const words = await page.getByText("现在连不上社区的服务器。这是").first().innerText();
  const china = new Date(Date.now() + 8 * 3_600_000);
  assert.ok(words.includes(`${china.getUTCMonth() + 1}月${china.getUTCDate()}日`), words);
  await context.close();
});

test("an answer of a newer version is told, and what is typed stays", async () => {
  const { context, page } = await openPhone(browser);
  await signInByLetter(page, demo, 4);
  const title = "新版本的回答";
  await fillProposal(page, demo, collecting, title);
  await page.route(/\/contests\/\d+\/proposals$/, (route) =>
    route.fulfill({ status: 200, contentType: "application/json", body: '{"number":"第1号"}' }));
  await send(page).click();
  await page.getByText("这个页面的版本旧了").first().waitFor();
  await page.getByText(title).first().waitFor();
  await context.close();
});
