// Probes of words: what is said to press a control, and what names the page.
import { bare, controls, fault, isMark, nameOf, placeOf, shownWords } from "./seen.mjs";

/** Links and buttons whose words say nothing when they are read alone. */
export function vagueNames() {
  const vague = new Set([
    "点击这里", "点这里", "这里", "点击", "更多", "更多内容", "详情", "查看", "查看详情", "查看更多",
    "了解更多", "阅读更多", "链接", "进入", "here", "clickhere", "more", "readmore", "learnmore",
    "details", "seedetails", "view", "viewmore", "seemore", "link", "go",
  ]);
  return controls()
    .filter((it) => vague.has(bare(nameOf(it))))
    .map((it) => fault("vague-name", it, nameOf(it)));
}

/** Controls without a word that can be seen. */
export function wordlessControls() {
  return controls()
    .filter((it) => bare(shownWords(it)) === "")
    .map((it) => fault("wordless", it, `called “${nameOf(it)}” to the ear only`));
}

/** Controls whose name does not begin with the words that can be seen. */
export function misnamedControls() {
  return controls().flatMap((it) => {
    const [shown, name] = [bare(shownWords(it)), bare(nameOf(it))];
    if (shown === "" || name.startsWith(shown)) return [];
    return [fault("misnamed", it, `shown “${shownWords(it)}”, called “${nameOf(it)}”`)];
  });
}

/** Controls that cannot be told apart by name; two links to one place are one thing. */
export function sameNames() {
  const found = [];
  const seen = new Map();
  for (const it of controls()) {
    const group = isMark(it) ? it.closest("fieldset")?.querySelector("legend")?.textContent : "";
    const key = bare(`${group ?? ""} ${nameOf(it)}`);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, it);
    else if (!(it.href && it.href === first.href)) {
      found.push(fault("same-name", it, `“${nameOf(it)}” like ${placeOf(first)}`));
    }
  }
  return found;
}

/** One heading of the first rank, named in the title, and a language. */
export function headingAndTitle() {
  const found = [];
  const headings = [...document.querySelectorAll("h1")];
  if (headings.length !== 1) found.push(fault("heading", "html", `${headings.length} h1`));
  const words = bare(headings[0]?.textContent ?? "");
  if (words !== "" && !bare(document.title).includes(words)) {
    found.push(fault("title", "html", `“${document.title}” does not name “${words}”`));
  }
  return found;
}

/** One polite and one urgent live region, outside the page's own content. */
export function liveRegions() {
  const polite = [...document.querySelectorAll("[role=status], [aria-live=polite], output")];
  const urgent = [...document.querySelectorAll("[role=alert], [aria-live=assertive]")];
  const found = [];
  for (const [kind, all] of [["status", polite], ["alert", urgent]]) {
    const kept = all.filter((it) => !it.closest("main, [hidden], [inert], [aria-hidden=true]"));
    if (kept.length !== 1) found.push(fault("live-region", "html", `${kept.length} of ${kind}`));
    for (const it of all.filter((it) => !kept.includes(it))) {
      found.push(fault("live-region", it, `${kind} mounted with the page`));
    }
  }
  return found;
}
