// A page under strain: twice the text, wider spacing, four times the zoom, colours of the system.
import { fault, isSeen, placeOf } from "./seen.mjs";
import { inPage, whole } from "./in_page.mjs";

/** Text at twice its size: WCAG 1.4.4. */
export const TWICE = "html { font-size: 200% !important; }";
/** Text spacing as WCAG 1.4.12 lists it. */
const SPACED =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; " +
  "word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }";
/** A screen of 1280 × 1024 zoomed to 400 %: WCAG 1.4.10. */
const ZOOMED = { width: 320, height: 256 };

/** Adds a style sheet that a strict content policy does not keep out; returns how to remove it. */
export async function restyle(page, css) {
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    globalThis.strainSheet = sheet;
    document.adoptedStyleSheets.push(sheet);
  }, css);
  return () =>
    page.evaluate(() => {
      const others = document.adoptedStyleSheets.filter((it) => it !== globalThis.strainSheet);
      document.adoptedStyleSheets = others;
    });
}

/** What breaks with this style sheet that was whole without it. */
async function broken(page, rule, css, before) {
  const remove = await restyle(page, css);
  const after = await whole(page);
  await remove();
  return only(after, before, rule);
}

/** Text at twice its size breaks nothing. */
export function doubled(page, before) {
  return broken(page, "doubled", TWICE, before);
}

/** Wider spacing breaks nothing. */
export function spaced(page, before) {
  return broken(page, "spaced", SPACED, before);
}

/** Nothing is lost at 400 % zoom. */
export async function zoomed(page, before) {
  const size = page.viewportSize();
  await page.setViewportSize(ZOOMED);
  const after = await whole(page);
  await page.setViewportSize(size);
  return only(after, before, "zoomed");
}

/** With the system's own colours controls keep an edge, and nothing insists on its own colours. */
export async function forced(page) {
  await page.emulateMedia({ forcedColors: "active" });
  const found = await inPage(page, [edgesWhenForced]);
  await page.emulateMedia({ forcedColors: "none" });
  return found;
}

function edgesWhenForced() {
  const edged = [...document.querySelectorAll("button, a.button, .tile, .field__input, select")];
  const bare = edged.filter(isSeen).filter((it) => {
    const style = getComputedStyle(it);
    return style.borderTopStyle === "none" || parseFloat(style.borderTopWidth) < 1;
  });
  const own = [...document.body.querySelectorAll("*")]
    .filter((it) => getComputedStyle(it).forcedColorAdjust === "none")
    // The browser itself keeps the letters' own backdrop for these.
    .filter((it) => !it.closest("svg"));
  return [
    ...bare.map((it) => fault("forced-edge", it, "no border in forced colours")),
    ...own.map((it) => fault("forced-own", it, `${placeOf(it)} insists on its own colours`)),
  ];
}

function only(after, before, rule) {
  const known = new Set(before.map(({ rule, at }) => `${rule} ${at}`));
  return after
    .filter(({ rule, at }) => !known.has(`${rule} ${at}`))
    .map((it) => ({ ...it, rule: `${rule}:${it.rule}` }));
}
