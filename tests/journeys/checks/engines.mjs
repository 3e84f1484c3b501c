// The two public engines: axe-core, and IBM's Equal Access checker.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const require = createRequire(import.meta.url);
const ibmSource = readFile(require.resolve("accessibility-checker-engine/ace.js"), "utf8");

/** Where contrast was asked for it is 7 to 1 for letters of every size; WCAG lets large ones off. */
const CONTRAST = {
  ignoreUnicode: true,
  ignoreLength: false,
  ignorePseudo: false,
  boldValue: 700,
  boldTextPt: 14,
  largeTextPt: 18,
  contrastRatio: {
    normal: { expected: 7 },
    large: { expected: 7 },
  },
  pseudoSizeThreshold: 0.25,
  shadowOutlineEmMax: 0.1,
  textStrokeEmMin: 0.03,
};
const CONFIGURED = { checks: [{ id: "color-contrast-enhanced", options: CONTRAST }] };
const axeSource = readFile(require.resolve("axe-core/axe.min.js"), "utf8").then(
  (source) => `${source}\naxe.configure(${JSON.stringify(CONFIGURED)});`,
);

/** What IBM's engine says that we do not follow: the rule, where, and why. */
const NOT_FOLLOWED = [
  // The skip link stands before all landmarks, as WCAG technique G1 has it.
  { rule: "aria_content_in_landmark", selector: "a.skip" },
];

/** What axe finds: WCAG 2.2 AA and good practice; AAA contrast where somebody asked for it. */
export async function axe(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(await axeSource);
  const violations = await page.evaluate(async (tags) => {
    const { layout, contrast } = document.documentElement.dataset;
    const isClear = layout === "elder" || contrast === "high";
    const { violations } = await globalThis.axe.run(document, {
      runOnly: { type: "tag", values: tags },
      // The stricter one finds what the other finds; to be told once is enough.
      rules: {
        "color-contrast-enhanced": { enabled: isClear },
        "color-contrast": { enabled: !isClear },
      },
      resultTypes: ["violations"],
    });
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ target, html, any }) => ({ target, html, any: any[0]?.message ?? "" })),
    }));
  }, WCAG);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html, any }) => ({
      rule: `axe:${id}`,
      at: target.join(" "),
      words: `${html.slice(0, 120)} ${any}`.trim(),
    })),
  );
}

/** What IBM's engine calls a violation; what it only suspects is not asked for. */
export async function equalAccess(page) {
  if (!(await page.evaluate(() => "equalAccess" in globalThis))) {
    const source = await ibmSource;
    await page.evaluate(`(() => { ${source}; globalThis.equalAccess = new ace.Checker(); })()`);
  }
  const found = await page.evaluate(async (notFollowed) => {
    const { results } = await globalThis.equalAccess.check(document, ["IBM_Accessibility"]);
    const first = XPathResult.FIRST_ORDERED_NODE_TYPE;
    const element = (path) => document.evaluate(path, document, null, first).singleNodeValue;
    return results
      .filter(({ value }) => value[0] === "VIOLATION" && value[1] === "FAIL")
      .map((result) => ({ ...result, it: element(result.path.dom) }))
      .filter(({ ruleId, it }) =>
        !notFollowed.some(({ rule, selector }) => rule === ruleId && it?.matches?.(selector)),
      )
      .map(({ ruleId, message, snippet, path, it }) => ({
        rule: `ibm:${ruleId}`,
        at: it?.id ? `#${it.id}` : path.dom,
        words: `${message} ${snippet}`.slice(0, 200),
      }));
  }, NOT_FOLLOWED);
  return found;
}
