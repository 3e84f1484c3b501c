// A slow phone that tells what held its page up: long tasks, slow frames, slow reactions.

/** A quarter of the speed of the machine: a cheap phone of a few years ago. */
export const CPU_RATE = 4;
/** Longer than this, and a task is felt (W3C Long Tasks). */
export const TASK_MS_MAX = 50;
/** DESIGN.md, Budgets: from a tap to the frame that shows something. */
export const REACTION_MS_MAX = 100;

/** So long nothing more has to be told before a step is over. */
const QUIET_MS = 600;

/** Slows a page down and gathers what its documents tell, the ones that are left, too. */
export async function watchPage(context, page) {
  const told = [];
  await context.exposeBinding("huiyinTold", (_, entry) => { told.push(entry); });
  await page.addInitScript(tell);
  const phone = await context.newCDPSession(page);
  await phone.send("Emulation.setCPUThrottlingRate", { rate: CPU_RATE });
  return {
    phone,
    /** Does a step of a journey; what was told meanwhile, with its causes. */
    async during(work) {
      const from = told.length;
      const began = performance.now();
      await work();
      const ms = Math.round(performance.now() - began);
      await quiet(page);
      return { ms, ...understood(told.slice(from)) };
    },
  };
}

/** Waits until what a page is about is there, without asking the page more than that. */
export async function arrived(page) {
  await page.locator("#page h1").first().waitFor();
  await page.locator("main").getByText("正在打开").first().waitFor({ state: "detached" });
}

/** Waits until the page has had nothing to do for a while. */
async function quiet(page) {
  await page.evaluate((ms) => new Promise((done) => {
    // A page that draws nothing may never be told that it is idle.
    requestIdleCallback(() => setTimeout(done, ms), { timeout: ms });
  }), QUIET_MS);
}

/** In the page: tells what is seen at once, since the next page would take it along. */
function tell() {
  const at = performance.timeOrigin;
  const read = {
    longtask: (it) => ({ why: it.attribution[0]?.containerName ?? "" }),
    "long-animation-frame": (it) => ({
      styleMs: it.styleAndLayoutStart ? it.startTime + it.duration - it.styleAndLayoutStart : 0,
      scripts: it.scripts.map((script) => ({
        ms: script.duration,
        styleMs: script.forcedStyleAndLayoutDuration,
        how: script.invokerType,
        invoker: script.invoker,
        from: `${script.sourceURL}`.split("/").at(-1),
        name: script.sourceFunctionName,
      })),
    }),
    // Presses and keys have a number; what only moves has none.
    event: (it) => (it.interactionId ? { name: it.name } : null),
  };
  for (const [type, more] of Object.entries(read)) {
    if (!PerformanceObserver.supportedEntryTypes.includes(type)) continue;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const known = more(entry);
        const { duration, startTime } = entry;
        if (known) window.huiyinTold({ type, at: at + startTime, ms: duration, ...known });
      }
    }).observe({ type, buffered: true, durationThreshold: 16 });
  }
}

/** Long tasks with what caused them, and how long the slowest press waited for its frame. */
function understood(told) {
  const of = (type) => told.filter((entry) => entry.type === type);
  const frames = of("long-animation-frame");
  const tasks = of("longtask").map((task) => {
    // A frame's script and a task begin within the same millisecond or so.
    const frame = frames.find(({ at, ms }) => at <= task.at + 1 && task.at < at + ms);
    return { ms: Math.round(task.ms), cause: causeOf(frame) };
  });
  const reaction = Math.round(Math.max(0, ...of("event").map(({ ms }) => ms)));
  return { tasks: tasks.filter(({ ms }) => ms > TASK_MS_MAX), reaction };
}

/** The longest part of a frame, in words. */
function causeOf(frame) {
  if (!frame) return "no script and no frame: parsing or compiling";
  const [longest] = [...frame.scripts].sort((a, b) => b.ms - a.ms);
  const style = `style and layout ${Math.round(frame.styleMs)} ms`;
  if (!longest || longest.ms < frame.styleMs) return style;
  const { ms, styleMs, how, invoker, from, name } = longest;
  const where = [from, name].filter(Boolean).join(" ");
  const forced = styleMs >= 1 ? `, of it layout asked for ${Math.round(styleMs)} ms` : "";
  return `${how} ${invoker} in ${where || "?"} ${Math.round(ms)} ms${forced}; ${style}`;
}
