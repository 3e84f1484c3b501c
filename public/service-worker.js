// Beside the app: its files without a network, what was read before, what waits to be sent, notices.
//
// One cache for each build, so that two versions are never mixed. A new version waits until no page
// of the old one is open, or until the person asks for it; then that page loads itself anew.

// Written by the build: its name, what every page needs, and other files, each with its hash.
const BUILT = { id: "", shell: {}, files: {} };

const SHELL = "huiyin-shell-";
const READ = "huiyin-read-";
// The version before stays: a page of it may still be open.
const SHELLS_MAX = 2;
// Of each person so many answers are kept, the newest.
const READ_MAX = 150;
// A network that says nothing for so long is as good as none, where there is a copy.
const PATIENCE_MS = 8_000;

const scope = new URL(self.registration.scope);

const isHashed = (name) => name.split(/[-_./]/).some((part) => /^[0-9a-f]{12,}$/.test(part));

/** An answer that may stand for a page: one that was led elsewhere may not. */
async function plain(response) {
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
  return new Response(await response.blob(), { headers });
}

/** A page where something else was asked for: from a gateway, or the door of a guest network. */
const isPage = (response) => /^text\/html/i.test(response.headers.get("content-type") ?? "");

async function fetched(name, options) {
  const response = await fetch(name, options);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response;
}

/** Everything of this build or nothing: a server that is being changed is asked another day. */
async function install() {
  if (!BUILT.id) return;
  const page = await plain(await fetched("./", { cache: "no-cache" }));
  const text = await page.clone().text();
  const missing = Object.keys(BUILT.shell).find((name) => !text.includes(name));
  if (missing) throw new Error(`the page is of another build: it does not name ${missing}`);
  const cache = await caches.open(SHELL + BUILT.id);
  await Promise.all(Object.entries(BUILT.shell).map(async ([name, integrity]) =>
    cache.put(name, await fetched(name, { integrity }))));
  await cache.put("./", page);
}

async function activate() {
  const shells = (await caches.keys()).filter((name) => name.startsWith(SHELL));
  const others = shells.filter((name) => name !== SHELL + BUILT.id);
  const old = others.slice(0, Math.max(0, others.length - (SHELLS_MAX - 1)));
  await Promise.all(old.map((name) => caches.delete(name)));
  // The first visit is looked after, too; where there was a version, its pages come by themselves.
  await self.clients.claim();
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  if (event.data === "now") self.skipWaiting();
});

/** The page of this version, whatever the server has by now. */
async function page(request) {
  const cache = await caches.open(SHELL + BUILT.id);
  return (await cache.match("./", { ignoreVary: true })) ?? fetch(request);
}

/** What carries its hash in its name is the same in all versions. */
async function byHash(request) {
  const kept = await caches.match(request.url, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && !isPage(response)) await put(request.url, response.clone());
  return response;
}

/** What has the same name in all versions is taken from this one only. */
async function ofThisBuild(name, url) {
  const cache = await caches.open(SHELL + BUILT.id);
  const kept = await cache.match(url, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(url, { integrity: BUILT.files[name] ?? BUILT.shell[name] });
  if (response.ok) await put(url, response.clone());
  return response;
}

/** Where the API is: asked anew each time, and as it was last when there is no network. */
async function configuration(url) {
  try {
    const response = await fetched(url, { cache: "no-cache" });
    if (isPage(response)) throw new Error("a page in the place of the settings");
    await put(url, response.clone());
    return response;
  } catch (error) {
    const kept = await caches.match(url, { ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

/** Keeps a file; a full phone only means that it is fetched again. */
async function put(url, response) {
  try {
    const cache = await caches.open(SHELL + BUILT.id);
    await cache.put(url, response);
  } catch (full) {
    console.warn("not kept:", String(full));
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || request.headers.has("range")) return;
  const url = new URL(request.url);
  if (isReading(request, url)) return event.respondWith(readOrKept(event));
  if (!BUILT.id || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return;
  const name = url.pathname.slice(scope.pathname.length);
  // Archives of finished contests may lie beside the app, and are none of its pages.
  if (name.startsWith("api/") || name.startsWith("archive/")) return;
  if (request.mode === "navigate") {
    const isPage = !name.split("/").at(-1).includes(".") || name === "index.html";
    if (isPage) event.respondWith(page(request));
  } else if (name === "config.json") {
    event.respondWith(configuration(url.href));
  } else if (isHashed(name)) {
    event.respondWith(byHash(request));
  } else if (name in BUILT.files || name in BUILT.shell) {
    event.respondWith(ofThisBuild(name, url.href));
  }
});

/** The app says of each reading whether it may be kept: what may not is marked `no-store`. */
const isReading = (request, url) =>
  request.destination === "" && request.cache !== "no-store" &&
  url.pathname.includes("/communities/");

/** What one person reads lies apart from what another does. */
async function shelfOf(request) {
  const whose = request.headers.get("authorization");
  if (!whose) return caches.open(`${READ}guest`);
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(whose));
  const short = [...new Uint8Array(hash).slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0"));
  return caches.open(READ + short.join(""));
}

async function readOrKept(event) {
  const { request } = event;
  const copy = async () => {
    try {
      return await (await shelfOf(request)).match(request.url, { ignoreVary: true });
    } catch (denied) {
      return undefined;
    }
  };
  const coming = fetch(request).then((response) => {
    const isAnswer = response.status === 200 && !isPage(response);
    if (isAnswer) event.waitUntil(keep(request, response.clone()));
    return response;
  });
  let patience;
  const late = new Promise((done) => (patience = setTimeout(done, PATIENCE_MS)));
  try {
    const response = await Promise.race([coming, late]);
    // A gateway that answers in the server's place means that the server is away.
    const isAway = !response || [502, 503, 504].includes(response.status) || isPage(response);
    return isAway ? (await copy()) ?? (await coming) : response;
  } catch (error) {
    const kept = await copy();
    if (kept) return kept;
    throw error;
  } finally {
    clearTimeout(patience);
    coming.catch(() => {});
  }
}

/** Keeps an answer with when it was read, by the server's clock where it is told. */
async function keep(request, response) {
  let shelf;
  try {
    shelf = await shelfOf(request);
    const at = Date.parse(response.headers.get("date") ?? "") || Date.now();
    const headers = new Headers({ "x-from-store": String(at) });
    for (const name of ["content-type", "etag"]) {
      const value = response.headers.get(name);
      if (value) headers.set(name, value);
    }
    await shelf.delete(request.url);
    await shelf.put(request.url, new Response(await response.blob(), { headers }));
    const all = await shelf.keys();
    await Promise.all(all.slice(0, Math.max(0, all.length - READ_MAX)).map((it) => shelf.delete(it)));
  } catch (full) {
    // The phone is full: what waits to be sent needs the room more than copies do.
    const names = await caches.keys().catch(() => []);
    await Promise.all(names.filter((name) => name.startsWith(READ)).map((name) => caches.delete(name)));
  }
}

const asked = (request) => new Promise((done, fail) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => fail(request.error);
});

/** What waits to be sent lies where the app has put it. */
async function outbox(mode) {
  const opening = indexedDB.open("huiyin-outbox");
  opening.onupgradeneeded = () => opening.result.createObjectStore("items");
  const database = await asked(opening);
  const store = database.transaction("items", mode).objectStore("items");
  database.close();
  return store;
}

/**
 * An open page sends by itself and says so; otherwise it is done here, the oldest first. It fails
 * while something waits that can still go by itself: only then does the browser try again.
 */
async function sendWaiting() {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.length > 0) return pages.forEach((it) => it.postMessage("send"));
  const texts = await asked((await outbox("readonly")).getAll());
  const items = texts.map((text) => JSON.parse(text)).filter(({ state }) => state.kind === "waiting");
  items.sort((one, other) => Date.parse(one.kept_at) - Date.parse(other.kept_at));
  let nLeft = 0;
  for (const { letter } of items) {
    // A page that was opened meanwhile may have sent or withdrawn it.
    const text = await asked((await outbox("readonly")).get(letter.key));
    const item = text && JSON.parse(text);
    if (item?.state.kind === "waiting") nLeft += (await send(item)) ? 0 : 1;
  }
  if (nLeft > 0) throw new Error(`${nLeft} not sent yet`);
}

/**
 * Sent under the same key as before: what had arrived is not done a second time. Says whether
 * nothing is left to do here.
 */
async function send(item) {
  const { letter, token, address } = item;
  const headers = {
    "authorization": `Bearer ${token}`,
    "content-type": "application/json",
    "idempotency-key": letter.key,
  };
  if (letter.version !== null) headers["if-match"] = `"${letter.version}"`;
  const response = await fetch(address, { method: "POST", headers, body: letter.body });
  const text = await response.text();
  // Whatever else came, it was not the server that took it in: it goes on waiting.
  if (isPage(response) || text.trimStart().startsWith("<")) return false;
  const code = response.ok ? "" : codeOf(text);
  if (response.ok) item.state = { kind: "arrived", answer: text };
  else if (response.status >= 500 || ["", "too_many"].includes(code)) return false;
  // Who has to sign in first, and words that were changed meanwhile, are the app's business.
  else if (["signed_out", "key_reused"].includes(code)) return true;
  else item.state = { kind: "refused", problem: text };
  const store = await outbox("readwrite");
  // A page that was opened meanwhile may have sent or withdrawn it.
  const isThere = (await asked(store.getKey(letter.key))) !== undefined;
  if (isThere) await asked(store.put(JSON.stringify(item), letter.key));
  return true;
}

function codeOf(text) {
  try {
    return JSON.parse(text).code ?? "";
  } catch (garbled) {
    return "";
  }
}

self.addEventListener("sync", (event) => {
  if (event.tag === "outbox") event.waitUntil(sendWaiting());
});

// A notice that came while the app was closed is shown, and opens what it is about when pressed.
self.addEventListener("push", (event) => {
  const told = event.data?.json() ?? {};
  const shown = self.registration.showNotification(told.title ?? "", {
    body: told.body ?? "",
    // A later step of the same thing takes the place of the earlier one.
    tag: told.tag ?? told.path ?? "notice",
    data: { path: told.path ?? "/notices" },
  });
  event.waitUntil(shown);
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const path = String(event.notification.data?.path ?? "/notices").replace(/^\/+/, "");
  event.waitUntil(self.clients.openWindow(new URL(path, self.registration.scope).href));
});
