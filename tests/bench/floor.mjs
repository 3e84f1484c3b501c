// When the app can be used on a slow phone, beside the smallest apps of the same framework.
import { join } from "node:path";
import { chromium } from "playwright-core";
import { named, withDemoServer } from "./server.mjs";
import { printTable } from "./table.mjs";

const RUNS = 5;
// As Lighthouse slows a phone down: its "slow 4G" as browsers apply it, and a quarter of the speed.
const NETWORK = {
  offline: false, latency: 562.5,
  downloadThroughput: (1474.56 * 1024) / 8, uploadThroughput: (675 * 1024) / 8,
};
const CPU_RATE = 4;
/** So long nothing has held the page up, and it is taken to be ready for hands. */
const QUIET_MS = 1_000;
const PATIENCE_MS = 120_000;

const floor = named("HUIYIN_FLOOR");
const APPS = [
  ["ours: first screen", named("HUIYIN_DIST"), "#app:not(:has(#shell)) #page h1"],
  ["bare: one page", join(floor, "bare"), "#here"],
  ["routed: router, three addresses", join(floor, "routed"), "#here"],
];

const browser = await chromium.launch({
  executablePath: named("HUIYIN_CHROMIUM"),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  const measured = [];
  for (const [what, client, selector] of APPS) {
    await withDemoServer(async (address) => {
      const loads = [];
      for (let n = 0; n < RUNS; n += 1) loads.push(await load(address, selector));
      measured.push([what, median(loads, "drawn"), median(loads, "usable"), median(loads, "bytes")]);
    }, client);
  }
  const ours = measured[0];
  printTable(`Opened on a slow phone (CPU 1/${CPU_RATE}, slow 4G), medians of ${RUNS}`,
    ["app", "drawn ms", "usable ms", "bytes sent", "ours/this: usable", "bytes"],
    measured.map((row) => [...row, ratio(ours[2], row[2]), ratio(ours[3], row[3])]));
} finally {
  await browser.close();
}

/** One visit with nothing kept from before. */
async function load(address, selector) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 }, locale: "zh-CN", serviceWorkers: "block",
  });
  try {
    const page = await context.newPage();
    const phone = await context.newCDPSession(page);
    let bytes = 0;
    phone.on("Network.loadingFinished", (it) => { bytes += it.encodedDataLength; });
    await phone.send("Network.enable");
    await phone.send("Network.emulateNetworkConditions", NETWORK);
    await phone.send("Emulation.setCPUThrottlingRate", { rate: CPU_RATE });
    await page.addInitScript(watch, selector);
    await page.goto(address, { waitUntil: "commit", timeout: PATIENCE_MS });
    await page.waitForFunction((quiet) => {
      const { drawn, busyUntil } = window.huiyinWatched;
      return drawn !== null && performance.now() - Math.max(drawn, busyUntil) > quiet;
    }, QUIET_MS, { timeout: PATIENCE_MS, polling: 100 });
    const { drawn, busyUntil } = await page.evaluate(() => window.huiyinWatched);
    return { drawn, usable: Math.max(drawn, busyUntil), bytes };
  } finally {
    await context.close();
  }
}

/** In the page: when the app has drawn itself, and until when tasks of over 50 ms held it up. */
function watch(selector) {
  const watched = { drawn: null, busyUntil: 0 };
  window.huiyinWatched = watched;
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) {
      watched.busyUntil = Math.max(watched.busyUntil, task.startTime + task.duration);
    }
  }).observe({ type: "longtask", buffered: true });
  const changes = new MutationObserver(() => {
    if (!document.querySelector(selector)) return;
    changes.disconnect();
    // After the frame in which it is painted.
    requestAnimationFrame(() => setTimeout(() => { watched.drawn = performance.now(); }));
  });
  changes.observe(document, { childList: true, subtree: true });
}

function median(loads, what) {
  const values = loads.map((load) => load[what]).sort((a, b) => a - b);
  return Math.round(values[Math.floor(values.length / 2)]);
}

function ratio(ours, other) {
  return (ours / other).toFixed(1);
}
