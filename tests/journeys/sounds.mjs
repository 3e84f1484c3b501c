// Sounds for the browser's pretended microphone, and what can be told of a recording.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const RATE = 16_000;

/** A voice that says `words` in Chinese, as a wave file in `folder`. */
export function voice(folder, words) {
  const spoken = join(folder, "spoken.wav");
  const file = join(folder, "voice.wav");
  execFileSync("espeak-ng", ["-v", "cmn", "-s", "140", "-w", spoken, words]);
  execFileSync("sox", [spoken, "-r", String(RATE), "-c", "1", "-b", "16", file]);
  return file;
}

/** Nothing to hear, for so many seconds. */
export function silence(folder, seconds) {
  return wave(join(folder, "silence.wav"), seconds, () => 0);
}

/** A hum, for so many seconds: 32,000 bytes each. */
export function hum(folder, seconds) {
  const of = (at) => Math.round(8_000 * Math.sin((2 * Math.PI * 220 * at) / RATE));
  return wave(join(folder, `hum-${seconds}.wav`), seconds, of);
}

function wave(file, seconds, of) {
  const n = seconds * RATE;
  const bytes = Buffer.alloc(44 + 2 * n);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(36 + 2 * n, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(RATE, 24);
  bytes.writeUInt32LE(2 * RATE, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(2 * n, 40);
  for (let at = 0; at < n; at += 1) bytes.writeInt16LE(of(at), 44 + 2 * at);
  writeFileSync(file, bytes);
  return file;
}

/** What Chromium needs to take a wave file for its microphone, and to allow it. */
export function hearing(file) {
  return [
    "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream",
    `--use-file-for-fake-audio-capture=${file}`,
  ];
}

/** Length and loudness of a sound that the page fetches from the server as its owner. */
export function listenTo(page, recording) {
  return page.evaluate(async (id) => {
    const { token } = JSON.parse(localStorage.getItem("huiyin.session"));
    const address = `/api/v1/communities/wutong/recordings/${id}/audio`;
    const answer = await fetch(address, { headers: { Authorization: `Bearer ${token}` } });
    const bytes = await answer.arrayBuffer();
    const n = bytes.byteLength;
    const context = new OfflineAudioContext(1, 1, 16_000);
    const sound = await context.decodeAudioData(bytes);
    const samples = sound.getChannelData(0);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    return {
      status: answer.status, type: answer.headers.get("content-type"), n,
      seconds: sound.duration, rms: Math.sqrt(power),
    };
  }, recording);
}

/** What the server answers when the page asks for a sound as its owner. */
export function audioStatus(page, recording) {
  return page.evaluate(async (id) => {
    const { token } = JSON.parse(localStorage.getItem("huiyin.session"));
    const address = `/api/v1/communities/wutong/recordings/${id}/audio`;
    return (await fetch(address, { headers: { Authorization: `Bearer ${token}` } })).status;
  }, recording);
}
