// Those who look at every screen, and the things they have made that screens are about.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openVisitor } from "./modes.mjs";
import { hum } from "./sounds.mjs";
import {
  admit, another, command, contests, councils, fillProposal, namesOnBallot, numberSent, onTheWay,
  others, planSeries, post, sayOpinion, sendToReview, seriesOfCouncils, signInAs, signInAsOrganiser,
  signInByLetter, takeSeat, vote, waiting, works,
} from "./steps.mjs";

/** Asks to be called back; the number of the request. */
async function askForCall(page, demo) {
  await page.goto(`${demo.address}/call-me`);
  await page.getByLabel("您的电话号码").fill("13800138000");
  await page.getByRole("radio").first().check();
  await page.getByRole("button", { name: "发送,等电话" }).click();
  await page.waitForURL(/\/call-me\/\d+$/);
  return Number(page.url().match(/\d+$/)[0]);
}

/** Sends a message that was recorded elsewhere; its number. */
async function sendRecording(context, demo, contest) {
  const page = await context.newPage();
  const folder = await mkdtemp(join(tmpdir(), "huiyin-sounds-"));
  await page.addInitScript(() => delete window.MediaRecorder);
  await page.goto(`${demo.address}/contests/${contest}/speak/record`);
  await page.getByLabel("选一段录音").setInputFiles(hum(folder, 4));
  await page.getByRole("button", { name: "发送这段录音" }).click();
  await page.waitForURL(/\/recordings\/\d+\/sent$/);
  const number = Number(page.url().match(/recordings\/(\d+)/)[1]);
  await rm(folder, { recursive: true });
  await page.close();
  return number;
}

/** Helps whoever told the code, until the visit is over. */
async function enterCode(page, demo, code) {
  await page.goto(`${demo.address}/helping`);
  await page.getByLabel("对方告诉您的 6 位号码").fill(code);
  await page.getByRole("button", { name: "查看号码" }).click();
  await page.getByRole("button", { name: /^开始帮 / }).click();
  await page.getByText("正在帮").first().waitFor();
}

/**
 * Lets somebody help and takes it back, lets `helper` help, and then waits for another one; the
 * number of the first.
 */
async function askForHelp(page, helper, demo) {
  const agree = async () => {
    await page.goto(`${demo.address}/help/start/what`);
    await page.getByRole("checkbox").first().check();
    await page.getByRole("button", { name: "继续", exact: true }).click();
    await page.getByRole("radio").first().check();
    await page.getByRole("button", { name: "继续", exact: true }).click();
    await page.waitForURL(/agree$/);
    await page.locator("main button").first().click();
    await page.waitForURL(/code$/);
  };
  await agree();
  await page.goto(`${demo.address}/help`);
  await page.getByRole("button", { name: "取消这个号码" }).click();
  const log = page.locator('main a[href^="/help/"]:not([href*="start"])').first();
  const address = await log.getAttribute("href");
  await agree();
  await enterCode(helper, demo, await page.locator(".number--big").innerText());
  await agree();
  return Number(address.match(/\d+$/)[0]);
}

/** Asks for a volunteer's help with a proposal, which a neighbour gives; its number. */
async function askForCoach(page, neighbour, demo, proposal) {
  const asked = { words: "不会写为什么要做" };
  const { id, version } = await post(page, demo, `proposals/${proposal}/coaching`, asked);
  await post(neighbour, demo, "coaching/volunteers", { willing: true });
  await post(neighbour, demo, `coaching/${id}/commands`, { kind: "take" }, version);
  const said = { kind: "say", words: "先说说下雪天的事吧。" };
  await post(neighbour, demo, `coaching/${id}/commands`, said);
  return id;
}

/**
 * A guest, a resident, one who has voted and sent a proposal, a neighbour who acts for that one,
 * an organiser and an administrator, each on a phone of their own; `things` are what addresses
 * are made of in this demo.
 */
export async function openVisitors(browser, demo, options = {}) {
  const open = (signIn) => openVisitor(browser, demo, signIn, options);
  const visitors = {
    guest: await open(null),
    resident: await open((page) => signInByLetter(page, demo, 0)),
    voter: await open((page) => signInByLetter(page, demo, 1)),
    helper: await open((page) => signInByLetter(page, demo, 2)),
    organiser: await open(signInAsOrganiser),
    administrator: await open((page) => signInAs(page, demo, "admin")),
  };
  const number = { ...(await contests(demo)), ...(await onTheWay(demo)), ...(await works(demo)) };
  const [onBallot] = await namesOnBallot(demo, number.voting);
  const { page } = visitors.voter;
  await vote(page, demo, number.voting, [onBallot]);
  await fillProposal(page, demo, number.collecting, "给3号楼加扶手");
  await page.getByRole("button", { name: "提交提案" }).click();
  const mine = await numberSent(page);
  const into = await another(demo, number.collecting, mine);
  const why = "两个提案要的差不多。";
  await command(visitors.organiser.page, demo, mine, { kind: "offer_merge", into, why });
  const coaching = await askForCoach(page, visitors.resident.page, demo, mine);
  const said = await sayOpinion(page, demo, "楼道的灯坏了三个月");
  const call = await askForCall(visitors.guest.page, demo);
  const help = await askForHelp(page, visitors.helper.page, demo);
  const recording = await sendRecording(visitors.voter.context, demo, number.collecting);
  const meetings = { ...(await seriesOfCouncils(demo)), ...(await councils(demo)) };
  const office = visitors.organiser.page;
  const planning = await planSeries(office, demo);
  const [qualified, inReview] = await others(demo, number.collecting, mine);
  await admit(office, demo, qualified);
  await sendToReview(office, demo, inReview, "物业公司");
  await takeSeat(page, demo, meetings.council);
  const sent = { mine, said, call, help, recording, coaching };
  const things = { ...number, ...meetings, ...sent, planning, onBallot, qualified, inReview };
  return { visitors, things: { ...things, waiting: await waiting(demo) } };
}
