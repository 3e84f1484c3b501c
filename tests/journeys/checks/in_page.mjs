// Runs probes inside a page: their text is sent there with all that they share.
import * as names from "./names.mjs";
import * as seen from "./seen.mjs";
import * as targets from "./targets.mjs";
import * as text from "./text.mjs";

const SHARED = [...Object.values(seen), targets.isInSentence].map(String).join("\n");

/** Probes of a page as it stands. */
const AT_REST = [
  text.smallText, text.tightLines, text.longLines, text.sideways, text.clippedText,
  text.overlappingText, targets.smallTargets, targets.closeTargets, targets.elderButtons,
  targets.overThePage, names.vagueNames, names.wordlessControls, names.misnamedControls,
  names.sameNames, names.headingAndTitle, names.liveRegions,
];

/** Probes of a page under strain: that nothing is lost. */
const WHOLE = [text.sideways, text.clippedText, text.overlappingText, targets.overThePage];

/** What these functions find, run one after the other inside the page. */
export function inPage(page, probes) {
  const runs = probes.map((probe) => `...(${probe})()`).join(",");
  return page.evaluate(`(() => { ${SHARED}\n return [${runs}]; })()`);
}

/** The value of an expression that uses what the probes share. */
export function withShared(page, expression) {
  return page.evaluate(`(() => { ${SHARED}\n return (${expression}); })()`);
}

/** Everything the probes find on the page as it stands. */
export function atRest(page) {
  return inPage(page, AT_REST);
}

/** Is the page still whole? */
export function whole(page) {
  return inPage(page, WHOLE);
}
