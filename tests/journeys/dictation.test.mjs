// Speaking into a field: the keyboard's microphone first, dictation only where it has worked.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { contests, goOn } from "./steps.mjs";

let demo;
let browser;
let collecting;

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  ({ collecting } = await contests(demo));
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** Takes the place of the browser's recogniser, of which a browser without network has only the name. */
function pretend(mode) {
  const told = (words) => ({
    resultIndex: 0,
    results: [Object.assign([{ transcript: words }], { isFinal: true })],
  });
  class Recogniser {
    start() {
      setTimeout(() => this.onstart?.({}), 10);
      if (mode === "ok") setTimeout(() => this.onresult?.(told("门口的路灯坏了")), 60);
      if (mode === "nonsense") setTimeout(() => this.onresult?.(told("   ")), 60);
      const errors = { network: "network", denied: "not-allowed", silence: "no-speech" };
      if (errors[mode]) setTimeout(() => this.onerror?.({ error: errors[mode] }), 60);
    }
    stop() {
      if (mode !== "hang") setTimeout(() => this.onend?.({}), 10);
    }
    abort() {}
  }
  window.SpeechRecognition = window.webkitSpeechRecognition = Recogniser;
}

/** The question why it is needed, on a phone where dictation has worked before, or not. */
async function question({ mode, hasWorked = true }) {
  const phone = await openPhone(browser);
  const { page } = phone;
  if (mode === "none") {
    await page.addInitScript(() => {
      window.SpeechRecognition = window.webkitSpeechRecognition = undefined;
    });
  } else {
    await page.addInitScript(pretend, mode);
  }
  if (hasWorked) {
    await page.addInitScript(() => localStorage.setItem("huiyin.recogniser-worked", "true"));
  }
  await page.goto(`${demo.address}/contests/${collecting}/propose/why`);
  await page.getByRole("button", { name: "说着填" }).click();
  await page.getByText("在键盘上找到小话筒,点一下。").first().waitFor();
  return phone;
}

const dictate = (page) => page.getByRole("button", { name: "让手机听写" });
const why = (page) => page.locator("#why");

test("the keyboard's microphone comes first; dictation is offered only where it has worked", async () => {
  const { page, context, faults } = await question({ mode: "ok", hasWorked: false });
  await checkScreen(page, "question with the keyboard's microphone");
  assert.equal(await dictate(page).count(), 0);
  assert.deepEqual(faults, []);
  await context.close();
});

test("what was heard is shown, corrected, and put behind what was written", async () => {
  const { page, context, faults } = await question({ mode: "ok" });
  await why(page).fill("晚上看不清路。");
  await dictate(page).click();
  await page.getByText("门口的路灯坏了").first().waitFor();
  await page.getByRole("button", { name: "说完了" }).click();
  const heard = page.getByLabel("我听到的是(可以改)");
  assert.equal(await heard.inputValue(), "门口的路灯坏了");
  await checkScreen(page, "what was heard");
  await heard.fill("门口的两盏路灯坏了");
  await page.getByRole("button", { name: "用这些字", exact: true }).click();
  assert.equal(await why(page).inputValue(), "晚上看不清路。门口的两盏路灯坏了");
  await page.reload();
  assert.equal(await why(page).inputValue(), "晚上看不清路。门口的两盏路灯坏了", "it is kept");
  assert.deepEqual(faults, []);
  await context.close();
});

for (const [mode, sentence] of [
  ["network", "这台手机不会听写。"],
  ["denied", "手机没让用话筒。"],
  ["silence", "手机没有听出来。"],
  ["nonsense", "手机没有听出来。"],
  ["hang", "手机没有听出来。"],
  ["none", "这台手机不会听写。"],
]) {
  test(`a recogniser of the kind "${mode}" has its sentence, and the field stays`, async () => {
    const { page, context, faults } = await question({ mode });
    await why(page).fill("晚上看不清路。");
    await dictate(page).click();
    await page.getByRole("alert").filter({ hasText: sentence }).waitFor({ timeout: 15_000 });
    assert.equal(await why(page).inputValue(), "晚上看不清路。");
    await checkScreen(page, `dictation: ${mode}`);
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test("two thousand pasted lines are told apart, and the page stays quick", async () => {
  const { page, context, faults } = await openPhone(browser);
  await page.goto(`${demo.address}/contests/${collecting}/propose/requests`);
  const field = page.locator("#requests");
  await field.waitFor();
  await field.fill("修路灯\n".repeat(2_000));
  await page.getByText("写了 2000 条,最多 8 条。").first().waitFor();
  assert.equal(await page.locator("main ol.proposals-requests li").count(), 8);
  const began = Date.now();
  await goOn(page);
  await page.locator("#requests-error", { hasText: "最多 8 个" }).waitFor();
  assert.ok(Date.now() - began < 2_000, "within two seconds");
  await page.goto(`${demo.address}/contests/${collecting}/propose/why`);
  await why(page).fill("\n".repeat(2_000));
  await goOn(page);
  await page.locator("#why-error", { hasText: "还没有写为什么" }).waitFor();
  await page.goto(`${demo.address}/contests/${collecting}/propose/check`);
  await page.getByText("写了 2000 条,最多 8 条。").first().waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test("half a word of pinyin is not taken for an answer", async () => {
  const { page, context } = await openPhone(browser);
  await page.goto(`${demo.address}/contests/${collecting}/propose/why`);
  await why(page).waitFor();
  const kept = () =>
    page.evaluate((id) => JSON.parse(localStorage.getItem(`huiyin.draft.${id}`))?.form.why ?? "", collecting);
  await page.evaluate(() => {
    const field = document.getElementById("why");
    field.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
    field.value = "lu deng";
    field.dispatchEvent(new InputEvent("input", { isComposing: true, bubbles: true }));
  });
  assert.equal(await kept(), "");
  await page.evaluate(() => {
    const field = document.getElementById("why");
    field.value = "路灯";
    field.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
  });
  assert.equal(await kept(), "路灯");
  await context.close();
});
