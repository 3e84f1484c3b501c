// The list of addresses is whole: what is not on it would be looked at by no check.
import assert from "node:assert/strict";
import { test } from "node:test";
import { patternsInSource, ROUTES, shape } from "./routes.mjs";

test("the list of addresses names every one that the app prints or serves", async () => {
  const { links, served } = await patternsInSource();
  const listed = new Set(ROUTES.filter((it) => it.pattern !== null).map((it) => shape(it.pattern)));
  const missing = [...links, ...served].filter((pattern) => !listed.has(pattern));
  assert.deepEqual(missing, [], "add these to tests/journeys/routes.mjs");
  const gone = [...listed].filter((pattern) => !served.has(pattern));
  assert.deepEqual(gone, [], "the app serves these no longer");
});
