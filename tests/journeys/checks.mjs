// What every screen keeps to, checked wherever a journey passes.
import assert from "node:assert/strict";
import { axe, equalAccess } from "./checks/engines.mjs";
import { walk } from "./checks/focus.mjs";
import { atRest } from "./checks/in_page.mjs";
import { doubled, forced, spaced, zoomed } from "./checks/strain.mjs";

/**
 * No fault by axe, none by our own probes; the quick part of the checks.
 *
 * It waits for the page's heading: until then only its frame is there.
 */
export async function checkScreen(page, name) {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  assert.deepEqual(lines(await glance(page)), [], name);
}

/** What axe and the quick probes find. */
export async function glance(page) {
  return [...(await axe(page)), ...(await atRest(page))];
}

/**
 * Everything there is to find on a screen, by both engines, our probes, strain and the Tab key.
 *
 * The second engine judges how a page is built, not how it looks: once for a screen is enough.
 */
export async function inspect(page, { isTwice = false, isFirst = true } = {}) {
  const found = [...(await axe(page)), ...(isFirst ? await equalAccess(page) : [])];
  const rest = await atRest(page);
  found.push(...rest);
  found.push(...(await spaced(page, rest)), ...(await zoomed(page, rest)));
  found.push(...(await forced(page)));
  if (!isTwice) found.push(...(await doubled(page, rest)));
  found.push(...(await walk(page)));
  return found;
}

/** Faults as lines, each once. */
export function lines(found) {
  return [...new Set(found.map(({ rule, at, words }) => `${rule} ${at}: ${words}`))];
}
