// A contest with ten thousand proposals on a slow phone: opening, paging, scrolling, writing.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { openBrowser, openDemo, openPhone } from "../journeys/demo.mjs";
import { contests, signInByLetter } from "../journeys/steps.mjs";
import { named } from "./server.mjs";
import { judged, printTable } from "./table.mjs";
import { CPU_RATE, REACTION_MS_MAX, arrived, watchPage } from "./watching.mjs";

const N_PROPOSALS = 10_000;
/** How often the list's next part is asked for: twenty proposals each time. */
const N_PARTS = 25;
const N_SCREENS = 6;
const PATIENCE_MS = 120_000;
/** Buttons take a second press as a tremble of the hand for one second. */
const HANDS_OFF_MS = 1_100;
/** Two frames of a screen of 60 a second: longer is seen as a jerk. */
const FRAME_MS_MAX = 34;
const CARD = "main .list > li > .card";

const demo = await openDemo();
const browser = await openBrowser();
try {
  const { collecting } = await contests(demo);
  const file = join(demo.folder, "demo.db");
  const words = [file, String(N_PROPOSALS), "into", String(collecting)];
  await promisify(execFile)(named("HUIYIN_PROPOSALS"), words);
  const { context, page } = await openPhone(browser);
  page.setDefaultTimeout(PATIENCE_MS);
  const titles = [];
  page.on("response", (response) => {
    if (/\/titles(\?|$)/.test(response.url())) titles.push(response);
  });
  await signInByLetter(page, demo, 0);
  const watched = await watchPage(context, page);
  const list = `${demo.address}/contests/${collecting}/proposals`;
  const rows = [
    await opening(page, watched, list),
    ...(await paging(page, watched)),
    ...(await scrolling(page, watched)),
    await elder(page, watched, list),
    ...(await writing(page, watched, collecting, titles)),
  ];
  printTable(
    `${N_PROPOSALS} proposals on a slow phone (CPU 1/${CPU_RATE})`,
    ["what", "ms", "long tasks", "longest ms", "slowest reaction ms"],
    rows,
  );
} finally {
  await browser.close();
  await demo.close();
}

function row(what, ms, { tasks, reaction }) {
  const longest = Math.max(0, ...tasks.map((task) => task.ms));
  const said = reaction === 0 ? "-" : judged(reaction, reaction <= REACTION_MS_MAX);
  return [what, Math.round(ms), tasks.length, longest, said];
}

async function opening(page, watched, list) {
  const seen = await watched.during(async () => {
    await page.goto(list);
    await page.locator(CARD).first().waitFor();
  });
  return row("the list opens", seen.ms, seen);
}

/** The button that shows more, again and again: is the last press as quick as the first? */
async function paging(page, watched) {
  const took = [];
  const seen = await watched.during(async () => {
    for (let n = 0; n < N_PARTS; n += 1) {
      await page.waitForTimeout(HANDS_OFF_MS);
      took.push(await onePress(page));
    }
  });
  const after = 20 * (N_PARTS + 1);
  return [
    row("twenty more, first press", took[0], { tasks: [], reaction: 0 }),
    row(`twenty more, with ${after} there`, took.at(-1), { tasks: [], reaction: 0 }),
    row(`slowest of ${N_PARTS} presses`, Math.max(...took), seen),
  ];
}

/** From a press to the frame with the new cards, by the page's own clock. */
async function onePress(page) {
  const before = await page.locator(CARD).count();
  await page.evaluate(([selector, before]) => {
    let began = 0;
    addEventListener("pointerdown", () => { began = performance.now(); }, { once: true });
    window.huiyinShown = new Promise((done) => {
      const changes = new MutationObserver(() => {
        if (document.querySelectorAll(selector).length <= before) return;
        changes.disconnect();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
      });
      changes.observe(document.body, { childList: true, subtree: true });
    });
  }, [CARD, before]);
  await page.getByRole("button", { name: /^再看几个/ }).click();
  return page.evaluate(() => window.huiyinShown);
}

/** A thumb that pushes the list from its end to its beginning. */
async function scrolling(page, watched) {
  let frames = [];
  const seen = await watched.during(async () => {
    await page.evaluate(() => {
      scrollTo(0, document.documentElement.scrollHeight);
      const frames = [];
      let before = performance.now();
      window.huiyinFrames = frames;
      const next = (now) => {
        frames.push(now - before);
        before = now;
        window.huiyinFrame = requestAnimationFrame(next);
      };
      window.huiyinFrame = requestAnimationFrame(next);
    });
    await watched.phone.send("Input.synthesizeScrollGesture", {
      x: 180, y: 370, yDistance: 12_000, speed: 3_000, gestureSourceType: "touch",
      preventFling: true,
    });
    frames = await page.evaluate(() => {
      cancelAnimationFrame(window.huiyinFrame);
      return window.huiyinFrames;
    });
  });
  // The first one began before the gesture did.
  const times = frames.slice(1).sort((a, b) => a - b);
  const at = (part) => times[Math.floor((times.length - 1) * part)] ?? 0;
  const slow = times.filter((ms) => ms > FRAME_MS_MAX).length;
  return [
    row("scrolling: a frame, median", at(0.5), { tasks: [], reaction: 0 }),
    row("scrolling: a frame, of a hundred the fifth slowest", at(0.95), { tasks: [], reaction: 0 }),
    row(`scrolling: the slowest frame (${slow} of ${times.length} over ${FRAME_MS_MAX} ms)`,
      at(1), seen),
  ];
}

async function elder(page, watched, list) {
  const seen = await watched.during(async () => {
    await page.goto(`${list}?modes=elder-24-plain-light`);
    await arrived(page);
    for (let n = 0; n < N_SCREENS; n += 1) {
      const from = page.url();
      await page.locator("main a[rel=next]").click();
      await page.waitForURL((url) => url.href !== from);
    }
  });
  return row(`elder: the list, and ${N_SCREENS} screens on`, seen.ms, seen);
}

/** From the last letter of a title to the others that ask for nearly the same. */
async function writing(page, watched, contest, titles) {
  let ms = 0;
  const seen = await watched.during(async () => {
    // The elder mode before it is kept, and has other words.
    await page.goto(`${demo.address}/contests/${contest}/propose/what?modes=standard-18-plain-light`);
    await page.getByLabel("您想做什么?").fill("3号楼门口想装一个扶手");
    const began = performance.now();
    await page.locator("#similar").waitFor();
    ms = performance.now() - began;
  });
  const sizes = await Promise.all(titles.map(async (it) => (await it.body()).length));
  return [
    row("writing: similar titles, with 900 ms of rest", ms, seen),
    ["writing: bytes of titles told to the phone, not packed", sizes.reduce((sum, n) => sum + n, 0), "-", "-", "-"],
  ];
}
