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
 * The ways for each screen: three for the first of an address, which see every value, and one, a
 * different one each time, for the further screens of the same address.
 */
export function spread(screens) {
  const seen = new Set();
  return screens.map((screen, nth) => {
    const isFirst = !seen.has(screen.pattern);
    seen.add(screen.pattern);
    return isFirst ? waysOf(nth) : [waysOf(nth)[nth % 3]];
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
