// Hands that use no mouse: Tab until it is there, see that it is, and press.
import assert from "node:assert/strict";

const TABS_MAX = 80;

/** Presses Tab until `target` has the focus, and checks that the focus can be seen. */
export async function tabTo(page, target) {
  for (let n = 0; n < TABS_MAX; n += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((it) => it === document.activeElement)) {
      assert.ok(await target.evaluate((it) => it.matches(":focus-visible")));
      return;
    }
  }
  assert.fail(`${await target.innerText()} was not reached in ${TABS_MAX} presses of Tab`);
}

/** Tabs to a link and follows it; a new screen begins at its heading. */
export async function followByKey(page, name) {
  await tabTo(page, page.getByRole("link", { name }).first());
  await page.keyboard.press("Enter");
  await beginsAtHeading(page);
}

/** Tabs to a button and presses it. */
export async function pressByKey(page, name) {
  await tabTo(page, page.getByRole("button", { name }).first());
  await page.keyboard.press("Enter");
}

/** Waits until the focus is on the heading of a new screen. */
export async function beginsAtHeading(page, name) {
  const heading = page.locator("#page h1:focus");
  await heading.waitFor();
  if (name) await page.getByRole("heading", { level: 1, name }).waitFor();
}
