// Probes of text: its size, its lines, and that nothing of it is cut off or covered.
import { fault, isElder, placeOf, piecesOfText } from "./seen.mjs";

/** Text below 18 px anywhere, or in the elder mode below 24 px in the page itself. */
export function smallText() {
  return piecesOfText().flatMap(({ element }) => {
    // What a picture shows is said beside it in words of full size.
    const isPicture = element.closest("svg[aria-hidden=true]") !== null;
    const least = isElder() && element.closest("main") && !isPicture ? 24 : 18;
    const size = parseFloat(getComputedStyle(element).fontSize);
    return size >= least ? [] : [fault("small-text", element, `${size} px, not ${least}`)];
  });
}

/** Several lines closer than 1.5 of the letters' size (1.3 in headings, which are short). */
export function tightLines() {
  return piecesOfText().flatMap(({ element, lines }) => {
    const tops = new Set(lines.map((line) => Math.round(line.top)));
    if (tops.size < 2) return [];
    const style = getComputedStyle(element);
    const isHeading = element.closest("h1, h2, h3, h4, legend, .field__label--question") !== null;
    const least = isHeading ? 1.3 : 1.5;
    const spacing = parseFloat(style.lineHeight) / parseFloat(style.fontSize);
    // "normal" is no number: it depends on the font, and is never enough for ours.
    if (spacing >= least - 0.01) return [];
    return [fault("tight-lines", element, `${style.lineHeight} for letters of ${style.fontSize}`)];
  });
}

/** Lines too long to find the next one's beginning: 40 characters, in the elder mode 28. */
export function longLines() {
  const most = isElder() ? 28 : 40;
  return piecesOfText().flatMap(({ element, lines }) => {
    const tops = new Set(lines.map((line) => Math.round(line.top)));
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const length = Math.max(...lines.map((line) => line.width)) / size;
    const found = [];
    if (tops.size > 1 && length > most + 1) {
      found.push(fault("long-lines", element, `${length.toFixed(0)} characters, not ${most}`));
    }
    if (style.textAlign === "justify") found.push(fault("justified-text", element, "justified"));
    return found;
  });
}

/** Anything that makes the page wider than the screen. */
export function sideways() {
  const root = document.documentElement;
  const width = root.clientWidth;
  const found = [];
  if (root.scrollWidth > width) {
    found.push(fault("sideways", "html", `${root.scrollWidth} px on a screen of ${width}`));
  }
  for (const { element, lines } of piecesOfText()) {
    const isScrolled = (part) => /auto|scroll/.test(getComputedStyle(part).overflowX);
    let part = element;
    while (part !== document.body && !isScrolled(part)) part = part.parentElement;
    if (part !== document.body) continue;
    const right = Math.max(...lines.map((line) => line.right));
    if (right + scrollX > width + 1) {
      found.push(fault("sideways", element, `text reaches ${Math.round(right)} px of ${width}`));
    }
  }
  return found;
}

/** Text cut off by what holds it, or running out of its button. */
export function clippedText() {
  const hides = (value) => value === "hidden" || value === "clip";
  const found = [];
  for (const { element, lines } of piecesOfText()) {
    for (let part = element; part !== document.documentElement; part = part.parentElement) {
      const style = getComputedStyle(part);
      if (style.display === "inline" || style.display === "contents") continue;
      if (/auto|scroll/.test(style.overflowX + style.overflowY)) break;
      const isButton = part.matches("button, a, label, summary, [role=button]");
      const isCutAcross = hides(style.overflowX) || isButton;
      const isCutDown = hides(style.overflowY) || isButton;
      const box = part.getBoundingClientRect();
      const isOut = (line) => {
        // Glyph boxes are taller than what is drawn; the middle of them must be inside.
        const margin = line.height / 4;
        return (isCutAcross && (line.right > box.right + 2 || line.left < box.left - 2)) ||
          (isCutDown && (line.bottom - margin > box.bottom + 1 || line.top + margin < box.top - 1));
      };
      if (lines.some(isOut)) {
        found.push(fault("clipped", element, `by ${placeOf(part)}`));
        break;
      }
    }
  }
  return found;
}

/** Text on text; what is cut off cannot be seen, and is no text below another. */
export function overlappingText() {
  const isCutOff = (element, line) => {
    const middle = (line.top + line.bottom) / 2;
    for (let part = element; part !== document.body; part = part.parentElement) {
      const box = part.getBoundingClientRect();
      const isOpen = getComputedStyle(part).overflowY === "visible";
      if (!isOpen && (middle > box.bottom || middle < box.top)) return true;
    }
    return false;
  };
  const boxes = piecesOfText().flatMap(({ element, lines }) =>
    lines.filter((line) => !isCutOff(element, line)).map((line) => ({
      element,
      left: line.left,
      right: line.right,
      top: line.top + line.height / 4,
      bottom: line.bottom - line.height / 4,
    })),
  );
  boxes.sort((one, other) => one.top - other.top);
  const found = [];
  for (const [at, one] of boxes.entries()) {
    for (const other of boxes.slice(at + 1)) {
      if (other.top >= one.bottom - 1) break;
      const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      if (shared <= 2 || one.element === other.element) continue;
      found.push(fault("overlapping", one.element, `and ${placeOf(other.element)}`));
    }
  }
  return found;
}
