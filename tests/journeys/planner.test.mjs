// The planner in the browser: anybody works published times out again, with the server's program.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { nextScreen } from "./checks/actions.mjs";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { opened } from "./modes.mjs";
import { seriesOfCouncils } from "./steps.mjs";

const PATIENCE_MS = 180_000;
const QUESTIONS = resolve(import.meta.dirname, "../../domain/tests/data/councils");

let demo;
let browser;
let open;

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  open = await seriesOfCouncils(demo);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** A guest's phone on the page that says why the times are so, with the workers it asked for. */
async function reasons(modes) {
  const phone = await openPhone(browser);
  await phone.context.addInitScript((modes) => {
    localStorage.setItem("huiyin.modes", JSON.stringify(modes));
  }, modes);
  const workers = new Set();
  phone.page.on("request", (request) => {
    const script = request.url().match(/\/([\w-]+-worker)/)?.[1];
    if (script) workers.add(script);
  });
  await phone.page.goto(`${demo.address}/series/${open.planned}/plan`);
  await phone.page.getByRole("heading", { name: "为什么是这些时间" }).waitFor();
  await opened(phone.page);
  return { ...phone, workers };
}

function startButton(page) {
  return page.getByRole("button", { name: "再排一次", exact: true });
}

async function published() {
  const path = `${demo.address}/api/v1/communities/wutong/series/${open.planned}`;
  return (await (await fetch(path)).json()).series.stage.plan;
}

for (const modes of ["standard-18", "elder-24"]) {
  test(`a guest plans again, and it agrees (${modes})`, async () => {
    const { context, page, faults, workers } = await reasons(modes);
    assert.deepEqual([...workers], [], "nothing is loaded for it before it is asked for");
    while ((await startButton(page).count()) === 0) {
      assert.ok(await nextScreen(page), "planning again stands on one of the screens");
    }
    await startButton(page).click();
    await page.getByText("和公布的一样。所有排法都比过,没有更好的。").first()
      .waitFor({ timeout: PATIENCE_MS });
    await page.getByText(/^数据(和公布的)?是同一份/).first().waitFor();
    const { worth, standing, checksum } = await published();
    const best = standing.best ?? worth;
    const here = await page.getByText(/^这里排出的:/).first().innerText();
    const numbers = here.replaceAll(",", "").match(/\d+/g).map(Number);
    assert.deepEqual(numbers, [best.worst_group_percent, best.n_seated, best.n_marks]);
    assert.equal(await page.locator(".notice .results-hash").innerText(), checksum);
    await checkScreen(page, `planning again, ${modes}`);
    assert.deepEqual([...workers], ["plan-worker"]);
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test("planning again can be stopped, and begun anew", async () => {
  const { context, page, faults } = await reasons("standard-18");
  let goOn;
  const held = new Promise((done) => (goOn = done));
  await page.route("**/problem", async (route) => {
    await held;
    await route.continue();
  });
  await startButton(page).click();
  await page.getByRole("button", { name: "停止,不排了" }).click();
  await page.getByText("已经停止。可以重新开始。").first().waitFor();
  goOn();
  await page.waitForTimeout(1_100);
  assert.equal(await page.getByText(/^这里排出的:/).count(), 0, "what was stopped says nothing");
  await startButton(page).click();
  await page.getByText(/^这里排出的:/).first().waitFor({ timeout: PATIENCE_MS });
  assert.deepEqual(faults, []);
  await context.close();
});

test("another file than the published one is told, and never agrees", async () => {
  const { context, page, faults } = await reasons("standard-18");
  await page.route("**/problem", async (route) => {
    const answer = await route.fetch();
    const problem = await answer.json();
    problem.residents = problem.residents.slice(1);
    await route.fulfill({ response: answer, json: problem });
  });
  await startButton(page).click();
  await page.getByText(/^数据和公布的不是同一份/).first().waitFor({ timeout: PATIENCE_MS });
  assert.equal(await page.locator(".notice--good .results-hash").count(), 0);
  const hash = await page.locator(".notice .results-hash").innerText();
  assert.notEqual(hash, (await published()).checksum);
  assert.deepEqual(faults, []);
  await context.close();
});

test("the first screen loads no worker", async () => {
  const { context, page } = await openPhone(browser);
  const workers = [];
  page.on("request", (request) => {
    if (/worker/.test(request.url())) workers.push(request.url());
  });
  await page.goto(`${demo.address}/`);
  await opened(page);
  await page.waitForLoadState("networkidle");
  assert.deepEqual(workers, []);
  await context.close();
});

/** Plans a question in a worker as the page starts it; what it said last, and how often it spoke. */
function planned(page, file, seconds) {
  return page.evaluate(({ file, seconds }) => new Promise((done, fail) => {
    const worker = new Worker(new URL("plan-worker_loader.js", document.baseURI));
    let n_told = 0;
    worker.onerror = () => fail(new Error("the worker broke"));
    worker.onmessage = ({ data }) => {
      const news = JSON.parse(data);
      if (news === "Ready") {
        worker.postMessage(JSON.stringify({ file, seconds }));
      } else if (news.Progress) {
        n_told += 1;
      } else {
        worker.terminate();
        done({ news, n_told });
      }
    };
  }), { file, seconds });
}

for (const name of ["t01-tiny", "l26", "x27-open"]) {
  test(`the browser's planner proves the best plan of ${name}`, async (t) => {
    const { context, page, faults } = await openPhone(browser);
    await page.goto(`${demo.address}/`);
    await opened(page);
    const file = await readFile(join(QUESTIONS, `${name}.json`), "utf8");
    const best = JSON.parse(await readFile(join(QUESTIONS, `${name}.opt.json`), "utf8"));
    const { news, n_told } = await planned(page, file, PATIENCE_MS / 1000);
    const { answer, millis, n_residents } = news.Done.Planned;
    t.diagnostic(`${name}: ${n_residents} answers, ${millis} ms, spoke ${n_told} times`);
    assert.equal(answer.status, "optimal");
    assert.deepEqual(answer.plan.objective, best.objective);
    assert.ok(n_told <= millis / 100 + 1, "it speaks ten times a second at most");
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test("what is no question is refused by the browser's planner, in a sentence of the page", async () => {
  const { context, page, faults } = await reasons("standard-18");
  await page.route("**/problem", (route) => route.fulfill({ json: { format: "another" } }));
  await startButton(page).click();
  await page.getByText(/^下载的数据读不懂/).first().waitFor({ timeout: PATIENCE_MS });
  assert.deepEqual(faults, []);
  await context.close();
});
