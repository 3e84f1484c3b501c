// A page left alone: nothing on it changes, vanishes or asks while nobody does anything.

/** How long a person may be gone: MIIT asks that entries keep for more than 20 hours. */
const AWAY = "24:00:00";

/** Installs the fake clock; before the page is opened. */
export function stopClock(page) {
  return page.clock.install();
}

/** Lets a day go by; what has changed on the page meanwhile. */
export async function dayGoesBy(page) {
  const dialogs = [];
  const onDialog = (dialog) => {
    dialogs.push(dialog.message());
    dialog.dismiss();
  };
  page.on("dialog", onDialog);
  // What is told to the ear a tenth of a second after the page has come belongs to its coming, and
  // so does what is only asked for once it is drawn.
  const settled = requestsSettle(page);
  await page.clock.runFor("00:01");
  await settled();
  const before = await page.evaluate(shown);
  await page.clock.runFor("01:00");
  await page.clock.fastForward(AWAY);
  const after = await page.evaluate(shown);
  page.off("dialog", onDialog);
  const found = dialogs.map((words) => ({ rule: "dialog", at: "window", words }));
  for (const part of ["address", "words", "fields"]) {
    if (before[part] === after[part]) continue;
    const words = `was “${before[part]}”, is “${after[part]}”`;
    found.push({ rule: "vanished", at: part, words });
  }
  return found;
}

/** Watches from now on; then waits until nothing has been on its way for a while, in real time. */
function requestsSettle(page) {
  const underway = new Set();
  const begins = (request) => underway.add(request);
  const ends = (request) => underway.delete(request);
  page.on("request", begins).on("requestfinished", ends).on("requestfailed", ends);
  return async () => {
    for (let quiet = 0; quiet < 5; quiet = underway.size === 0 ? quiet + 1 : 0) {
      await new Promise((later) => setTimeout(later, 20));
    }
    page.off("request", begins).off("requestfinished", ends).off("requestfailed", ends);
  };
}

function shown() {
  const fields = [...document.querySelectorAll("input, textarea, select")];
  return {
    address: location.href,
    words: document.body.innerText,
    fields: fields.map((it) => `${it.value} ${it.checked ?? ""}`).join(" | "),
  };
}
