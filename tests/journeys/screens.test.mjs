// Every screen on the smallest phone, in both languages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { contests, namesOnBallot, signInAsOrganiser, signInByLetter } from "./steps.mjs";

let demo;
let browser;
let open;
let proposal;

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  open = await contests(demo);
  [proposal] = await namesOnBallot(demo, open.voting);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

function smallPhone() {
  return openPhone(browser, { viewport: { width: 320, height: 640 } });
}

/** Waits until what the page is about is there. */
async function opened(page) {
  await page.locator("h1").waitFor({ timeout: 5_000 });
  const opening = page.getByText(/正在打开|Opening, please wait/).first();
  await opening.waitFor({ state: "detached", timeout: 5_000 });
}

/** Goes to each address and checks it in one language and the other; all faults at the end. */
async function walk(page, addresses) {
  const found = [];
  for (const address of addresses) {
    await page.goto(demo.address + address);
    try {
      await opened(page);
      for (const button of [/^(English|中文)$/, null]) {
        const language = await page.locator("html").getAttribute("lang");
        await checkScreen(page, `${address} in ${language}`);
        if (button === null) break;
        await page.getByRole("button", { name: button }).click();
        await page.locator(`html:not([lang="${language}"])`).waitFor();
        await opened(page);
      }
    } catch (error) {
      found.push(`${address}: ${error.message}`);
    }
  }
  assert.deepEqual(found, []);
}

test("every screen of a resident fits 320 px in both languages", async () => {
  const { page, context, faults, strangers } = await smallPhone();
  await signInByLetter(page, demo, 0);
  const { collecting, voting, past } = open;
  const steps = ["what", "requests", "where", "why", "cost", "photo", "check"];
  await walk(page, [
    "/", "/devices", "/contests",
    `/contests/${collecting}`, `/contests/${voting}`, `/contests/${past}`,
    `/contests/${collecting}/proposals`, `/proposals/${proposal}`,
    ...steps.map((step) => `/contests/${collecting}/propose/${step}`),
    `/contests/${voting}/vote`, `/contests/${voting}/vote/check`, `/contests/${voting}/vote/done`,
    `/contests/${past}/result`, `/contests/${past}/result/1`, `/contests/${past}/recount`,
  ]);
  assert.deepEqual(faults, []);
  assert.deepEqual([...strangers], []);
  await context.close();
});

test("every screen of a guest fits 320 px in both languages", async () => {
  const { page, context, faults } = await smallPhone();
  const { collecting, voting } = open;
  await walk(page, [
    "/", "/sign-in", "/contests/new", `/contests/${collecting}/propose/check`,
    `/proposals/${proposal}`, `/contests/${voting}/vote`, "/no-such-page",
  ]);
  assert.deepEqual(faults, []);
  await context.close();
});

test("what is not there has a heading and a sentence, like every screen", async () => {
  const { page, context } = await smallPhone();
  await walk(page, ["/proposals/999999", "/contests/999999", `/contests/${open.voting}/result`]);
  await context.close();
});

test("the organiser's screens fit 320 px in both languages", async () => {
  const { page, context, faults } = await smallPhone();
  await signInAsOrganiser(page, demo);
  await walk(page, [
    "/", `/contests/${open.collecting}`, "/contests/new", `/proposals/${proposal}`,
    `/contests/${open.voting}/vote`,
  ]);
  assert.deepEqual(faults, []);
  await context.close();
});
