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
  // What is told to the ear a tenth of a second after the page has come belongs to its coming.
  await page.clock.runFor("00:01");
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

function shown() {
  const fields = [...document.querySelectorAll("input, textarea, select")];
  return {
    address: location.href,
    words: document.body.innerText,
    fields: fields.map((it) => `${it.value} ${it.checked ?? ""}`).join(" | "),
  };
}
