// A table for a terminal, as `cargo xtask bench` prints its own: first column left, numbers right.

/** Prints rows under a heading, each column as wide as its widest cell. */
export function printTable(title, heading, rows) {
  const all = [heading, ...rows].map((row) => row.map(String));
  const widths = heading.map((_, column) =>
    Math.max(...all.map((row) => [...(row[column] ?? "")].length)));
  console.log(`\n${title}`);
  for (const row of all) {
    const cells = row.map((cell, column) => {
      const gap = " ".repeat(widths[column] - [...cell].length);
      return column === 0 ? cell + gap : gap + cell;
    });
    console.log(cells.join("  ").trimEnd());
  }
}

/** A value beside its budget, in words. */
export function judged(value, isWithin) {
  return isWithin ? `${value}` : `${value} OVER`;
}
