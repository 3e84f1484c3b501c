// What headless browsers lack: a recogniser and a voice, well-behaved or not, as phones have them.

/**
 * Replaces the browser's speech recognition in every page of a context.
 *
 * Modes: `ok` hears the next of `said`; `network`, `denied`, `no-microphone` and `no-speech` end
 * with that error; `hang` starts and never answers; `silent-start` does not even start;
 * `never-final` gives words that never become final, and no end; `missing` has no constructor
 * (to be chosen before the page is opened). The mode may be changed at any time.
 */
export async function stubRecogniser(context, { mode = "ok", said = [] } = {}) {
  const recogniser = { mode, said: [...said], starts: 0, aborts: 0, tags: [] };
  await context.exposeBinding("recogniserStarts", (_, tag) => {
    recogniser.starts += 1;
    recogniser.tags.push(tag);
    const words = recogniser.mode === "ok" || recogniser.mode === "never-final";
    return { mode: recogniser.mode, words: words ? recogniser.said.shift() : undefined };
  });
  await context.exposeBinding("recogniserAborts", () => {
    recogniser.aborts += 1;
  });
  await context.addInitScript(replaceRecogniser, mode === "missing");
  return recogniser;
}

function replaceRecogniser(isMissing) {
  const errors = {
    network: "network", denied: "not-allowed", "no-microphone": "audio-capture",
    "no-speech": "no-speech",
  };
  class Recogniser {
    #isOver = false;
    #isStarted = false;

    start() {
      if (this.#isStarted) throw new DOMException("already started", "InvalidStateError");
      this.#isStarted = true;
      window.recogniserStarts(this.lang).then(({ mode, words }) => this.#run(mode, words));
    }

    stop() {
      setTimeout(() => this.#end(), 20);
    }

    abort() {
      if (!this.#isOver) window.recogniserAborts();
      this.#isOver = true;
    }

    #run(mode, words) {
      if (this.#isOver || mode === "silent-start") return;
      if (mode === "denied") return this.#fail(errors[mode]);
      this.onstart?.(new Event("start"));
      if (errors[mode]) return setTimeout(() => this.#fail(errors[mode]), 50);
      if (mode === "hang" || words === undefined) return;
      const half = words.slice(0, Math.ceil(words.length / 2));
      setTimeout(() => this.#hear(half, false), 50);
      if (mode === "never-final") return setTimeout(() => this.#hear(words, false), 100);
      setTimeout(() => {
        this.#hear(words, true);
        // A dictation ends after a pause, as phones end it.
        setTimeout(() => this.#end(), this.continuous ? 500 : 0);
      }, 100);
    }

    #hear(transcript, isFinal) {
      if (this.#isOver) return;
      const result = Object.assign([{ transcript, confidence: 0.8 }], { isFinal });
      this.onresult?.(Object.assign(new Event("result"), { resultIndex: 0, results: [result] }));
    }

    #fail(error) {
      if (this.#isOver) return;
      this.onerror?.(Object.assign(new Event("error"), { error }));
      this.#end();
    }

    #end() {
      if (this.#isOver) return;
      this.#isOver = true;
      this.onend?.(new Event("end"));
    }
  }
  const set = (name, value) =>
    Object.defineProperty(window, name, { value, configurable: true, writable: true });
  set("SpeechRecognition", undefined);
  set("webkitSpeechRecognition", isMissing ? undefined : Recogniser);
}

/**
 * Replaces the browser's voice in every page of a context; `spoken` gathers what it says.
 *
 * Modes: `ok` has a local voice of each language; `late` has them 400 ms later, with the event;
 * `network` has only a foreign one; `none` has no speechSynthesis at all; `no-voices` fails at
 * once; `cut` goes silent for ever in whatever lasts longer than 15 s; `never-ends` starts and
 * never ends. A character takes `msPerCharacter`; with `msPerSentence`, every sentence takes that.
 */
export async function stubVoice(
  context,
  { mode = "ok", msPerCharacter = 5, msPerSentence = null } = {},
) {
  const voice = { spoken: [], cancels: 0 };
  await context.exposeBinding("voiceSpeaks", (_, utterance) => {
    voice.spoken.push(utterance);
  });
  await context.exposeBinding("voiceCancels", () => {
    voice.cancels += 1;
  });
  await context.addInitScript(replaceVoice, { mode, msPerCharacter, msPerSentence });
  return voice;
}

function replaceVoice({ mode, msPerCharacter, msPerSentence }) {
  const CUT_MS = 15_000;
  const LATE_MS = 400;
  const set = (name, value) =>
    Object.defineProperty(window, name, { value, configurable: true, writable: true });
  if (mode === "none") {
    set("speechSynthesis", undefined);
    set("SpeechSynthesisUtterance", undefined);
    return;
  }
  const local = [
    { name: "Foreign", lang: "de-DE", localService: true, default: true },
    { name: "Cloud", lang: "zh-CN", localService: false, default: false },
    { name: "Mei", lang: "zh-CN", localService: true, default: false },
    { name: "Anne", lang: "en-GB", localService: true, default: false },
  ];
  const lists = { "no-voices": [], network: local.slice(1, 2) };
  const all = lists[mode] ?? local;
  class Utterance {
    constructor(text) {
      Object.assign(this, { text, lang: "", rate: 1, voice: null });
    }
  }
  class Voice extends EventTarget {
    #queue = [];
    #timer = null;
    #voices = mode === "late" ? [] : all;

    constructor() {
      super();
      if (mode !== "late") return;
      setTimeout(() => {
        this.#voices = all;
        this.dispatchEvent(new Event("voiceschanged"));
        this.onvoiceschanged?.(new Event("voiceschanged"));
      }, LATE_MS);
    }

    get speaking() {
      return this.#queue.length > 0;
    }

    getVoices() {
      return this.#voices;
    }

    speak(utterance) {
      this.#queue.push(utterance);
      if (this.#queue.length === 1) this.#next();
    }

    cancel() {
      window.voiceCancels();
      clearTimeout(this.#timer);
      const dropped = this.#queue.splice(0);
      for (const it of dropped) setTimeout(() => it.onerror?.({ error: "interrupted" }), 0);
    }

    #next() {
      const [now] = this.#queue;
      if (!now) return;
      const { text, rate, lang } = now;
      window.voiceSpeaks({ text, rate, lang, voice: now.voice?.name ?? null });
      if (mode === "no-voices") return this.#over(() => now.onerror?.({ error: "synthesis-failed" }));
      now.onstart?.(new Event("start"));
      const isSentence = text.trim() !== "";
      const lasts = ((isSentence && msPerSentence) || text.length * msPerCharacter) / rate;
      if (mode === "never-ends" || (mode === "cut" && lasts > CUT_MS)) return;
      this.#timer = setTimeout(() => this.#over(() => now.onend?.(new Event("end"))), lasts);
    }

    #over(tell) {
      this.#queue.shift();
      setTimeout(() => {
        tell();
        this.#next();
      }, 0);
    }
  }
  set("SpeechSynthesisUtterance", Utterance);
  set("speechSynthesis", new Voice());
}
