// What the probes share; these functions run inside the page, so each stands on its own text.

/** Can it be seen: rendered, with a size, in the page, not only for screen readers? */
export function isSeen(it) {
  if (!it.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const box = it.getBoundingClientRect();
  if (box.width <= 1 || box.height <= 1 || box.right + scrollX <= 0) return false;
  return !isForEarsOnly(it);
}

/** Is it, or what holds it, cut down to nothing for the eye? */
export function isForEarsOnly(it) {
  for (let part = it; part !== null && part !== document.body; part = part.parentElement) {
    const style = getComputedStyle(part);
    if (style.clipPath === "inset(50%)") return true;
    const box = part.getBoundingClientRect();
    if (style.overflow === "hidden" && box.width <= 1 && box.height <= 1) return true;
  }
  return false;
}

/** Every piece of text that can be seen, with the element it stands in and its lines. */
export function piecesOfText(root = document.body) {
  const found = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.data.trim() === "" || element.closest("script, style, noscript, option")) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (isForEarsOnly(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].filter((box) => box.width > 1);
    if (lines.length === 0 || lines.every((box) => box.right + scrollX <= 0)) continue;
    found.push({ element, lines, words: node.data.trim() });
  }
  return found;
}

/** Everything one can press, choose or fill in. */
export function controls(root = document) {
  const kinds =
    "a[href], button, input:not([type=hidden]), select, textarea, summary, audio[controls], " +
    "[role=button], [role=link], [role=checkbox], [role=radio], [role=tab], [role=switch]";
  return [...root.querySelectorAll(kinds)].filter(
    (it) => isSeen(it) || [...(it.labels ?? [])].some((label) => isSeen(label) && isMark(it)),
  );
}

/** Is it a mark or a file chooser, which is pressed by its label? */
export function isMark(it) {
  return it.matches("input[type=checkbox], input[type=radio], input[type=file]");
}

/** What can be pressed for it: its own box, with its label's when it is a mark. */
export function boxOf(it) {
  const parts = isMark(it) ? [it, ...it.labels].filter(isSeen) : [it];
  const boxes = parts.map((part) => part.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return { left, top, right, bottom, width: right - left, height: bottom - top };
}

/** The words of it that can be seen. */
export function wordsOf(it) {
  return piecesOfText(it)
    .filter(({ element }) => !element.closest("[aria-hidden=true]"))
    .map(({ words }) => words)
    .join(" ");
}

/** The words that stand for a control on the screen: its own, or those of its label. */
export function shownWords(it) {
  if (it.labels?.length > 0) return [...it.labels].map(wordsOf).join(" ").trim();
  const named = it.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
  const labels = named.map((id) => document.getElementById(id)).filter(Boolean);
  if (it.matches("input, select, textarea, audio")) return labels.map(wordsOf).join(" ").trim();
  return wordsOf(it).trim();
}

/** Its accessible name, as far as our pages need the rules of naming. */
export function nameOf(it) {
  const text = (part) => {
    const copy = part.cloneNode(true);
    copy.querySelectorAll("[aria-hidden=true], script, style").forEach((gone) => gone.remove());
    copy.querySelectorAll("input, select, textarea").forEach((gone) => gone.remove());
    copy.querySelectorAll("img[alt]").forEach((image) => image.replaceWith(image.alt));
    return copy.textContent;
  };
  const tidy = (words) => words.replaceAll(/\s+/g, " ").trim();
  const named = it.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
  const labels = named.map((id) => document.getElementById(id)).filter(Boolean);
  if (labels.length > 0) return tidy(labels.map(text).join(" "));
  const label = it.getAttribute("aria-label");
  if (label) return tidy(label);
  if (it.labels?.length > 0) return tidy([...it.labels].map(text).join(" "));
  if (it.matches("input, select, textarea, audio")) return tidy(it.title || it.placeholder || "");
  return tidy(text(it)) || tidy(it.title);
}

/** Words as they are compared: letters and digits only. */
export function bare(words) {
  return words.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** Where it is, for a report: its id, or what it is and how it begins. */
export function placeOf(it) {
  if (it.id) return `#${it.id}`;
  const kind = [it.localName, ...it.classList].join(".");
  const words = it.textContent.replaceAll(/\s+/g, " ").trim().slice(0, 30);
  return words === "" ? kind : `${kind} “${words}”`;
}

/** One fault: which rule, where, and what was found. */
export function fault(rule, it, words) {
  return { rule, at: typeof it === "string" ? it : placeOf(it), words: String(words) };
}

/** Is the page in the elder mode? */
export function isElder() {
  return document.documentElement.dataset.layout === "elder";
}
