// Tasks of over 50 ms on the main journeys, on a slow phone, with what caused each.
import { openBrowser, openDemo, openPhone } from "../journeys/demo.mjs";
import { contests, namesOnBallot, sayOpinion, signInByLetter } from "../journeys/steps.mjs";
import { judged, printTable } from "./table.mjs";
import { CPU_RATE, REACTION_MS_MAX, TASK_MS_MAX, arrived, watchPage } from "./watching.mjs";

/** Long enough for what a slow phone waits for. */
const PATIENCE_MS = 120_000;
const ELDER = "elder-24-plain-light";

const demo = await openDemo();
const browser = await openBrowser();
try {
  const { context, page } = await openPhone(browser);
  page.setDefaultTimeout(PATIENCE_MS);
  await signInByLetter(page, demo, 0);
  const watched = await watchPage(context, page);
  const steps = [];
  for (const [name, work] of await journeys(page)) {
    steps.push({ name, ...(await watched.during(work)) });
  }
  print(steps);
} finally {
  await browser.close();
  await demo.close();
}

/** What residents do, each step by itself; the first of each journey opens the app anew. */
async function journeys(page) {
  const { collecting, voting, past } = await contests(demo);
  const [first, second] = await namesOnBallot(demo, voting);
  const goTo = (path) => async () => {
    await page.goto(demo.address + path);
    await arrived(page);
  };
  const follow = (selector) => async () => {
    const from = page.url();
    await page.locator(selector).first().click();
    await page.waitForURL((url) => url.href !== from);
    await arrived(page);
  };
  const press = (name, then) => async () => {
    await page.getByRole("button", { name }).click();
    await then();
  };
  const card = (number) => page.getByRole("checkbox", { name: new RegExp(`第 ?${number} ?号`) });
  return [
    ["home", goTo("/")],
    ["home → list", follow(`main a[href$="/contests/${collecting}/proposals"]`)],
    ["list → proposal", follow("main .list > li > .card h2 a")],
    ["co-sign", press("联名支持", () => page.getByText("联名成功").first().waitFor())],
    ["vote: the cards", goTo(`/contests/${voting}/vote`)],
    ["vote: choose two", async () => {
      await card(first).check();
      await card(second).check();
    }],
    ["vote: look once more", async () => {
      await page.getByRole("link", { name: "继续:检查我的选择" }).click();
      await page.getByRole("heading", { name: "投出以前再看一遍" }).waitFor();
    }],
    ["vote: cast", press("投出选票", () =>
      page.getByRole("heading", { name: "选票已投进票箱" }).waitFor())],
    ["result", goTo(`/contests/${past}/result`)],
    ["feedback: write and send", () => sayOpinion(page, demo, "楼道的灯坏了三个月")],
    ["home, to the elder mode", async () => {
      await goTo("/")();
      await page.getByRole("button", { name: /^长辈版/ }).click();
      await page.locator(":root[data-layout=elder]").waitFor({ state: "attached" });
      await arrived(page);
    }],
    ["elder: home", goTo(`/?modes=${ELDER}`)],
    ["elder: list", goTo(`/contests/${collecting}/proposals`)],
    ["elder: next screen", follow("main a[rel=next]")],
    ["elder: result", goTo(`/contests/${past}/result`)],
  ];
}

function print(steps) {
  const longest = (tasks) => Math.max(0, ...tasks.map(({ ms }) => ms));
  const held = (tasks) => tasks.reduce((sum, { ms }) => sum + ms - TASK_MS_MAX, 0);
  printTable(
    `Main journeys on a slow phone (CPU 1/${CPU_RATE}); budget: a reaction within ${REACTION_MS_MAX} ms`,
    ["step", "ms", "slowest reaction ms", `tasks over ${TASK_MS_MAX} ms`, "longest ms", "blocking ms"],
    steps.map(({ name, ms, tasks, reaction }) => [
      name, ms, reaction === 0 ? "-" : judged(reaction, reaction <= REACTION_MS_MAX),
      tasks.length, longest(tasks), held(tasks),
    ]),
  );
  const causes = steps.flatMap(({ name, tasks }) => tasks.map(({ ms, cause }) => [name, ms, cause]));
  console.log("\nWhat caused them");
  for (const [name, ms, cause] of causes) console.log(`${name}: ${ms} ms: ${cause}`);
  if (causes.length === 0) console.log("no task was that long");
}
