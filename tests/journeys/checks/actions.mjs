// What can be done on a page: where its links lead, what its buttons and fields are called.
import { withShared } from "./in_page.mjs";
import { opened } from "../modes.mjs";

const SCREENS_MAX = 60;

/** The actions of the frame around the page, and of the page itself. */
export async function actionsShown(page) {
  return withShared(page, `(${collect})()`);
}

/** The actions of a page with all its screens: the links marked as leading to the next one. */
export async function actionsOfAllScreens(page) {
  const frame = new Set();
  const own = new Set();
  for (let n = 0; n < SCREENS_MAX; n += 1) {
    const shown = await actionsShown(page);
    shown.frame.forEach((it) => frame.add(it));
    shown.own.forEach((it) => own.add(it));
    if (!(await nextScreen(page))) return { frame, own };
  }
  throw new Error(`${page.url()} has more than ${SCREENS_MAX} screens`);
}

/** Goes to the next screen of a page, if there is one. */
export async function nextScreen(page) {
  const next = page.locator('main a[rel~="next"]');
  if ((await next.count()) === 0) return false;
  const address = await next.first().evaluate((it) => it.href);
  await next.first().click();
  await page.waitForURL(address);
  await opened(page);
  return true;
}

/** Runs in the page. */
function collect() {
  const isTurn = (it) => /\b(next|prev)\b/.test(it.getAttribute("rel") ?? "");
  const isModeSwitch = (it) => it.closest(".home-elder, .display, [data-group]") !== null;
  const action = (it) => {
    // The way back is one act: the elder mode's path has fewer questions to go back to.
    if (it.matches("a.back")) return "the way back";
    if (it.matches("a[href]")) {
      const { protocol, pathname, search, hash, href } = new URL(it.href);
      if (!protocol.startsWith("http")) return `link ${href}`;
      const query = new URLSearchParams(search);
      query.delete("at");
      query.delete("modes");
      const rest = [...query].map((pair) => pair.join("=")).join("&");
      return `link ${pathname}${rest && `?${rest}`}${hash}`;
    }
    if (it.matches("input, select, textarea")) return `field ${nameOf(it)}`;
    return `button ${nameOf(it)}`;
  };
  const all = controls().filter((it) => !isTurn(it) && !isModeSwitch(it));
  const isOwn = (it) => it.closest("main") !== null;
  return {
    frame: all.filter((it) => !isOwn(it)).map(action),
    own: all.filter(isOwn).map(action),
  };
}
