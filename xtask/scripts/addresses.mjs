// The addresses of the app's pages, as its bundles name them.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Each address with its bundle, what is named before what varies, as the app looks them up. */
export async function pages(root) {
  const folder = join(root, "src/later");
  const texts = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), "utf8")));
  const all = texts.flatMap((text) => {
    const [, bundle] = /bundle! \{\s*(\w+):/.exec(text) ?? [];
    return [...text.matchAll(/"\/([^"]+)" =>/g)].map(([, at]) => [at, bundle]);
  });
  if (all.length === 0) throw new Error("src/later names no address");
  const rank = ([at]) => at.replaceAll(":", "\u{7f}");
  return all.sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
}
