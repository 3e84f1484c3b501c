// Writes a .br and a .gz beside every file of dist/ that shrinks by it.
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const WORTH_PACKING = /\.(wasm|js|mjs|css|html|json|svg|txt|webmanifest|ico|xml)$/;
const SMALLEST_BYTES = 256;

const dist = process.argv[2];
const names = await readdir(dist, { recursive: true });
// Twins of an earlier build would outlive the file they belong to.
for (const name of names.filter((name) => /\.(br|gz)$/.test(name))) {
  await rm(join(dist, name));
}

async function pack(name) {
  const file = join(dist, name);
  const plain = await readFile(file);
  if (plain.length < SMALLEST_BYTES) return;
  const packed = [
    [".br", await promisify(brotliCompress)(plain, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_LGWIN]: 24,
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
      },
    })],
    [".gz", await promisify(gzip)(plain, { level: 9 })],
  ];
  for (const [ending, bytes] of packed) {
    if (bytes.length < plain.length) await writeFile(file + ending, bytes);
  }
}

await Promise.all(names.filter((name) => WORTH_PACKING.test(name)).map(pack));
