// People who visit in a mode of their own: language, layout, light and size of the screen.
import { openPhone } from "./demo.mjs";

const STANDARD = { layout: "standard", light: "plain-light", screen: "360x740", language: "zh" };

const QUIET_MS = 50;
const QUIET_TRIES_MAX = 200;
/** Requests of a page that are not answered yet. */
const pending = new WeakMap();

/** Counts what a page waits for. */
function watch(page) {
  pending.set(page, 0);
  const add = (n) => () => pending.set(page, pending.get(page) + n);
  page.on("request", add(1));
  page.on("requestfinished", add(-1));
  page.on("requestfailed", add(-1));
}

/** Waits until what the page is about is there, and nothing of it is still on its way. */
export async function opened(page) {
  await page.locator("#page h1").first().waitFor();
  // Not what was told to screen readers, whose region keeps its last words.
  const opening = page.locator("main").getByText(/正在打开|Opening, please wait/).first();
  await opening.waitFor({ state: "detached" });
  const size = () => page.evaluate(() => document.body.innerHTML.length);
  let before = -1;
  for (let n = 0; n < QUIET_TRIES_MAX; n += 1) {
    const now = pending.get(page) > 0 ? -1 : await size();
    if (now !== -1 && now === before) return;
    before = now;
    await page.waitForTimeout(QUIET_MS);
  }
}

/** The code of a link that opens the app in this way. */
export function codeOf({ layout, light }) {
  const size = layout === "elder" ? 24 : 18;
  return `${layout}-${size}-${light}`;
}

/** Goes to an address in a way: what is not named is as on an ordinary phone. */
async function go(visitor, demo, address, way) {
  const { page } = visitor;
  const { layout, light, screen, language } = { ...STANDARD, ...way };
  const [width, height] = screen.split("x").map(Number);
  await page.setViewportSize({ width, height });
  await page.evaluate((language) => {
    localStorage.setItem("huiyin.language", JSON.stringify(language));
  }, language);
  const [path, hash] = address.split("#");
  const link = `${path}${path.includes("?") ? "&" : "?"}modes=${codeOf({ layout, light })}`;
  await page.goto(demo.address + link + (hash ? `#${hash}` : ""));
  await opened(page);
}

/** One person who visits; `go` opens an address in a way. */
export async function openVisitor(browser, demo, signIn, options = {}) {
  const visitor = await openPhone(browser, options);
  watch(visitor.page);
  if (signIn) await signIn(visitor.page, demo);
  else await visitor.page.goto(demo.address);
  await opened(visitor.page);
  return { ...visitor, go: (address, way = {}) => go(visitor, demo, address, way) };
}
