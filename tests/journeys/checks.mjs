// What every screen keeps to, checked wherever a journey passes.
import assert from "node:assert/strict";
import AxeBuilder from "@axe-core/playwright";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const TARGET_MIN = 44;

/** No fault by axe at WCAG 2.2 AA, nothing wider than the phone, one heading, targets big enough. */
export async function checkScreen(page, name) {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((it) => it.html).join(" | ")}`);
  assert.deepEqual(found, [], `axe on ${name}`);
  const widths = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  assert.ok(widths[0] <= widths[1], `${name} is ${widths[0]} px wide on a phone of ${widths[1]}`);
  assert.equal(await page.locator("h1").count(), 1, `one h1 on ${name}`);
  assert.deepEqual(await page.evaluate(smallTargets, TARGET_MIN), [], `targets on ${name}`);
  assert.deepEqual(await page.evaluate(sameNames), [], `names said twice on ${name}`);
}

/** Buttons, links that look like them and fields that are lower than `least` pixels. */
function smallTargets(least) {
  const seen = [...document.querySelectorAll("button, a.button, .tile, input:not(.tile__mark), .doors__link, textarea")];
  return seen
    .filter((it) => it.offsetParent !== null && it.getBoundingClientRect().height < least)
    .filter((it) => !it.closest(".tile") || it.classList.contains("tile"))
    .map((it) => `${it.textContent.trim().slice(0, 40)}: ${it.getBoundingClientRect().height} px`);
}

/** Buttons that cannot be told apart when somebody says their name. */
function sameNames() {
  const names = [...document.querySelectorAll("main button, main a.button")]
    .filter((it) => it.offsetParent !== null)
    .map((it) => (it.getAttribute("aria-label") ?? it.textContent).trim());
  return names.filter((name, at) => names.indexOf(name) !== at);
}
