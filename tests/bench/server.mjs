// A demo server for measurements: its own port, its own database, gone at the end.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const START_MS_MAX = 60_000;

/** The program, folder or browser that `cargo xtask bench` names in the environment. */
export function named(variable) {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} is not set; start this with \`cargo xtask bench\``);
  return value;
}

/** Calls `work(address, database)` while a demo server runs, with the app or another one. */
export async function withDemoServer(work, client = named("HUIYIN_DIST")) {
  const folder = await mkdtemp(join(tmpdir(), "huiyin-bench-"));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const database = join(folder, "bench.db");
  const server = spawn(named("HUIYIN_BIN"), [
    "serve", "--database", database, "--data", join(folder, "data"), "--client", client,
    "--demo", "--listen", `127.0.0.1:${port}`,
  ], { stdio: ["ignore", "ignore", "inherit"] });
  const ended = new Promise((resolve) => {
    server.once("exit", resolve);
    server.once("error", resolve);
  });
  try {
    await untilReady(address, server);
    return await work(address, database);
  } finally {
    server.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", resolve);
  });
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function untilReady(address, server) {
  const deadline = Date.now() + START_MS_MAX;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) {
      throw new Error(`the server ended with exit code ${server.exitCode}`);
    }
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Error(`no answer from ${address} within ${START_MS_MAX / 1000} s`);
}
