// A bare file server: files and folders, no rewrite rules, no queries, nothing made up.
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const KINDS = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css",
  ".json": "application/json", ".wasm": "application/wasm", ".svg": "image/svg+xml",
  ".jpg": "image/jpeg",
};

/** Shows `folder` below `under`, such as `/` or `/old/2025/`; `missed` gathers what was not there. */
export async function openFiles(folder, under = "/") {
  const missed = [];
  const server = createServer(async (request, answer) => {
    const path = decodeURIComponent(new URL(request.url, "http://files").pathname);
    const miss = () => {
      missed.push(path);
      answer.writeHead(404, { "content-type": "text/plain" }).end("Not found\n");
    };
    if (!["GET", "HEAD"].includes(request.method)) return answer.writeHead(405).end();
    if (!path.startsWith(under) || normalize(path) !== path) return miss();
    let file = join(folder, path.slice(under.length));
    const found = await stat(file).catch(() => null);
    if (found?.isDirectory()) {
      // As file servers do: a folder's address ends with a slash, and its page is index.html.
      if (!path.endsWith("/")) return answer.writeHead(301, { location: `${path}/` }).end();
      file = join(file, "index.html");
    }
    const bytes = await readFile(file).catch(() => null);
    if (!bytes) return miss();
    const kind = KINDS[extname(file)] ?? "application/octet-stream";
    answer.writeHead(200, { "content-type": kind }).end(bytes);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    address: `http://127.0.0.1:${server.address().port}${under}`.replace(/\/$/, ""),
    missed,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
