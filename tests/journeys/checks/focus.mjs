// A walk with the Tab key: every control is reached, its focus is seen, and nothing covers it.
import { boxOf, controls, fault, isSeen } from "./seen.mjs";
import { withShared } from "./in_page.mjs";

const TABS_MAX = 250;

/** Presses Tab from the top to the end; what is not as it must be. */
export async function walk(page) {
  await page.evaluate(() => {
    // Only what can be focused can be where the next Tab starts from.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    globalThis.tabStops = new Set();
    globalThis.lastStop = null;
    scrollTo(0, 0);
  });
  const found = [];
  for (let n = 0; n < TABS_MAX; n += 1) {
    await page.keyboard.press("Tab");
    const { isEnd, faults } = await withShared(page, `(${judgeStop})(${contrast})`);
    if (isEnd) break;
    found.push(...faults);
  }
  return [...found, ...(await withShared(page, `(${unreached})()`))];
}

/** Runs in the page: is the focus seen, and is what has it free? */
function judgeStop(contrast) {
  const it = document.activeElement;
  // A field for a date has several stops inside; it is judged at its first.
  const isSame = it === globalThis.lastStop;
  globalThis.lastStop = it;
  const isEnd = it === null || it === document.body || (!isSame && globalThis.tabStops.has(it));
  if (isEnd || isSame) return { isEnd, faults: [] };
  globalThis.tabStops.add(it);
  const faults = [];
  const around = [it, it.closest("label"), ...(it.labels ?? [])].filter(Boolean);
  const marks = around.flatMap((part) => {
    const style = getComputedStyle(part);
    const width = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
    return width < 2 ? [] : [{ part, style }];
  });
  if (!it.matches(":focus-visible") || marks.length === 0) {
    faults.push(fault("focus-unseen", it, "no outline of 2 px"));
  } else if (!marks.some(({ part, style }) => contrast(part, style) >= 3)) {
    faults.push(fault("focus-faint", it, marks[0].style.outlineColor));
  }
  // Between a file chooser that is seen and its label a hint may stand: it covers neither.
  const isItself = it.type === "file" && isSeen(it);
  const box = isItself ? it.getBoundingClientRect() : boxOf(it);
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const points = [[x, y], [left + 3, y], [right - 3, y], [x, top + 3], [x, bottom - 3]];
  const covers = points
    .map(([x, y]) => document.elementFromPoint(x, y))
    .filter((hit) => hit === null || !around.some((p) => p.contains(hit) || hit.contains(p)));
  const isOut = right - left < 1 || bottom - top < 1;
  if (isOut || covers.length > 0) {
    faults.push(fault("focus-covered", it, isOut ? "out of the screen" : covers[0]?.outerHTML));
  }
  return { isEnd, faults };
}

/** Runs in the page: the best contrast of the outline or its halo with what lies below. */
function contrast(part, style) {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const light = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    if (alpha < 200) return null;
    const linear = [r, g, b].map((it) => {
      const part = it / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  let ground = part.parentElement;
  while (ground && light(getComputedStyle(ground).backgroundColor) === null) {
    ground = ground.parentElement;
  }
  const below = ground === null ? 1 : light(getComputedStyle(ground).backgroundColor);
  const halo = style.boxShadow.match(/(?:rgb|color|ok)[^)]*\)/)?.[0];
  const ratio = (color) => {
    const own = color ? light(color) : null;
    if (own === null) return 0;
    return (Math.max(own, below) + 0.05) / (Math.min(own, below) + 0.05);
  };
  return Math.max(ratio(style.outlineColor), ratio(halo));
}

/** Runs in the page: the controls at which Tab never stopped. */
function unreached() {
  const stops = [...globalThis.tabStops];
  const isReached = (it) =>
    stops.includes(it) ||
    (it.type === "radio" && stops.some((stop) => stop.type === "radio" && stop.name === it.name));
  return controls()
    .filter((it) => !it.disabled && !isReached(it))
    .map((it) => fault("unreached", it, "Tab never stops here"));
}
