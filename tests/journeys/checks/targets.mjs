// Probes of what is pressed: how large, how far apart, and what may lie over the page.
import { boxOf, controls, fault, isElder, isSeen, placeOf } from "./seen.mjs";

/** Is it a link in the middle of a sentence? */
export function isInSentence(it) {
  if (!it.matches("a[href]") || getComputedStyle(it).display !== "inline") return false;
  const around = it.closest("p, li, dd, td")?.textContent.trim() ?? "";
  return around.length > it.textContent.trim().length + 3;
}

/** Targets lower or narrower than 44 px, in the elder mode 60 px; labels count. */
export function smallTargets() {
  const least = isElder() ? 60 : 44;
  return controls().flatMap((it) => {
    if (it.disabled || (!isElder() && isInSentence(it))) return [];
    const { width, height } = boxOf(it);
    if (Math.min(width, height) >= least - 0.5) return [];
    const size = `${Math.round(width)} × ${Math.round(height)}`;
    return [fault("small-target", it, `${size}, not ${least}`)];
  });
}

/** Targets of the page nearer to each other than 8 px, in the elder mode 16 px. */
export function closeTargets() {
  const least = isElder() ? 16 : 8;
  const all = controls(document.querySelector("main") ?? document)
    .filter((it) => !isInSentence(it))
    .map((it) => ({ it, box: boxOf(it) }));
  const found = [];
  for (const [at, one] of all.entries()) {
    for (const other of all.slice(at + 1)) {
      if ([one.it, ...(one.it.labels ?? [])].some((it) => it.contains(other.it))) continue;
      const [a, b] = [one.box, other.box];
      const across = Math.max(a.left, b.left) - Math.min(a.right, b.right);
      const down = Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom);
      const gap = Math.max(across, down);
      if (gap < least - 0.5) {
        found.push(fault("close-targets", one.it, `${Math.round(gap)} px to ${placeOf(other.it)}`));
      }
    }
  }
  return found;
}

/** Main buttons of the elder mode that are not as wide as they can be, or lower than 80 px. */
export function elderButtons() {
  if (!isElder()) return [];
  const page = document.querySelector("main");
  return [...(page?.querySelectorAll(".button") ?? [])].filter(isSeen).flatMap((it) => {
    const { width, height } = it.getBoundingClientRect();
    const style = getComputedStyle(it.parentElement);
    const pad = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
    const room = it.parentElement.clientWidth - pad;
    const found = [];
    if (height < 79.5) found.push(fault("low-button", it, `${Math.round(height)} px, not 80`));
    if (width < room - 2 || width < page.clientWidth * 0.55) {
      found.push(fault("narrow-button", it, `${Math.round(width)} px of ${Math.round(room)}`));
    }
    return found;
  });
}

/** Bars that stay while the page moves below them, and dialogs: there are none. */
export function overThePage() {
  const all = [...document.body.querySelectorAll("*")].filter(isSeen);
  const bars = all.filter((it) => /fixed|sticky/.test(getComputedStyle(it).position));
  const dialogs = all.filter((it) => it.matches("dialog, [role=dialog], [role=alertdialog]"));
  return [
    ...bars.map((it) => fault("stuck-bar", it, getComputedStyle(it).position)),
    ...dialogs.map((it) => fault("dialog", it, "a question is a page")),
  ];
}
