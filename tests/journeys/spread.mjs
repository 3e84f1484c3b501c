// Spreads screens over all ways in which they can be looked at, a few for each, none forgotten.

/** What a screen can be looked at with; a code is what `?modes=` understands. */
export const FACTORS = {
  light: ["plain-light", "high-light", "plain-dark"],
  screen: ["360x740", "320x640", "844x390"],
  layout: ["standard", "elder"],
  text: ["1x", "2x"],
  language: ["zh", "en"],
};

/** Darker and dimmer ones, which take the place of the third light now and then. */
const DARKS = ["plain-dark", "high-dark", "plain-dim"];

/** How two values can stand in three rows so that each occurs. */
const TWOS = [[0, 1, 0], [1, 0, 1], [0, 0, 1], [1, 1, 0], [0, 1, 1], [1, 0, 0]];

/** Three ways for the screen number `nth`: every value of every factor at least once. */
function waysOf(nth) {
  return [0, 1, 2].map((row) => ({
    light: row === 2 ? DARKS[nth % 3] : FACTORS.light[row],
    screen: FACTORS.screen[(row + nth) % 3],
    layout: FACTORS.layout[TWOS[nth % 6][row]],
    text: FACTORS.text[TWOS[(nth * 5 + Math.floor(nth / 6) + 2) % 6][row]],
    language: FACTORS.language[TWOS[(nth * 2 + Math.floor(nth / 3) + 4) % 6][row]],
  }));
}

/**
 * The ways for each screen. The screens of one address share three ways, which see every value;
 * where it has more than three, each further one gets one way, a different one each time.
 */
export function spread(screens) {
  const shared = new Map();
  screens.forEach(({ pattern }, nth) => {
    const { first, n } = shared.get(pattern) ?? { first: nth, n: 0 };
    shared.set(pattern, { first, n: n + 1 });
  });
  const seen = new Map();
  return screens.map(({ pattern }, nth) => {
    const { first, n } = shared.get(pattern);
    const turn = seen.get(pattern) ?? 0;
    seen.set(pattern, turn + 1);
    if (turn > 2) return [waysOf(nth)[nth % 3]];
    const three = waysOf(first);
    // Of one screen or two the first has what is left over.
    return turn === 0 ? [three[0], ...three.slice(n)] : [three[turn]];
  });
}

/** What was not looked at: values for each address, and pairs of values over all screens. */
export function gaps(screens) {
  const found = [];
  const names = Object.keys(FACTORS);
  const isDark = ({ light }) => DARKS.includes(light);
  const lightOf = (way) => ({ ...way, light: isDark(way) ? "plain-dark" : way.light });
  const all = screens.map(({ pattern, ways }) => ({ pattern, ways: ways.map(lightOf) }));
  for (const pattern of new Set(all.map((it) => it.pattern))) {
    const ways = all.filter((it) => it.pattern === pattern).flatMap((it) => it.ways);
    for (const factor of names) {
      for (const value of FACTORS[factor]) {
        const isThere = ways.some((way) => way[factor] === value);
        if (!isThere) found.push(`${pattern} was not seen with ${value}`);
      }
    }
  }
  const ways = all.flatMap((it) => it.ways);
  for (const [at, one] of names.entries()) {
    for (const other of names.slice(at + 1)) {
      for (const value of FACTORS[one]) {
        for (const second of FACTORS[other]) {
          const isThere = ways.some((way) => way[one] === value && way[other] === second);
          if (!isThere) found.push(`no screen was seen with ${value} and ${second}`);
        }
      }
    }
  }
  return found;
}

/** How many ways there are for one screen. */
export function nWays() {
  return Object.values(FACTORS).reduce((product, values) => product * values.length, 1);
}
