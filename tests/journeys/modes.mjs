// People who visit in a mode of their own: language, layout, light and size of the screen.
import { openPhone } from "./demo.mjs";
import {
  contests, fillProposal, namesOnBallot, numberSent, signInAsOrganiser, signInByLetter, vote,
} from "./steps.mjs";

const STANDARD = { layout: "standard", light: "plain-light", screen: "360x740", language: "zh" };

/** Waits until what the page is about is there. */
export async function opened(page) {
  await page.locator("main h1").first().waitFor({ timeout: 10_000 });
  const opening = page.getByText(/正在打开|Opening, please wait/).first();
  await opening.waitFor({ state: "detached", timeout: 10_000 });
}

/** The code of a link that opens the app in this way. */
export function codeOf({ layout, light }) {
  const size = layout === "elder" ? 24 : 18;
  return `${layout}-${size}-${light}`;
}

/** Goes to an address in a way: what is not named is as on an ordinary phone. */
async function go(visitor, demo, address, way) {
  const { page } = visitor;
  const { layout, light, screen, language } = { ...STANDARD, ...way };
  const [width, height] = screen.split("x").map(Number);
  await page.setViewportSize({ width, height });
  await page.evaluate((language) => {
    localStorage.setItem("huiyin.language", JSON.stringify(language));
  }, language);
  const [path, hash] = address.split("#");
  const link = `${path}${path.includes("?") ? "&" : "?"}modes=${codeOf({ layout, light })}`;
  await page.goto(demo.address + link + (hash ? `#${hash}` : ""));
  await opened(page);
}

/** One person who visits; `go` opens an address in a way. */
export async function openVisitor(browser, demo, signIn, options = {}) {
  const visitor = await openPhone(browser, options);
  if (signIn) await signIn(visitor.page, demo);
  else await visitor.page.goto(demo.address);
  await opened(visitor.page);
  return { ...visitor, go: (address, way = {}) => go(visitor, demo, address, way) };
}

/** Asks to be called back; the number of the request. */
async function askForCall(page, demo) {
  await page.goto(`${demo.address}/call-me`);
  await page.getByLabel("您的电话号码").fill("13800138000");
  await page.getByRole("radio").first().check();
  await page.getByRole("button", { name: "发送,等电话" }).click();
  await page.waitForURL(/\/call-me\/\d+$/);
  return Number(page.url().match(/\d+$/)[0]);
}

/** Lets somebody help and takes it back, then lets somebody help again; the first one's number. */
async function askForHelp(page, demo) {
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
  return Number(address.match(/\d+$/)[0]);
}

/**
 * A guest, a resident, one who has voted and sent a proposal, and an organiser, each on a phone of
 * their own; `things` are what addresses are made of in this demo.
 */
export async function openVisitors(browser, demo, options = {}) {
  const open = (signIn) => openVisitor(browser, demo, signIn, options);
  const visitors = {
    guest: await open(null),
    resident: await open((page) => signInByLetter(page, demo, 0)),
    voter: await open((page) => signInByLetter(page, demo, 1)),
    organiser: await open(signInAsOrganiser),
  };
  const number = await contests(demo);
  const [onBallot] = await namesOnBallot(demo, number.voting);
  const { page } = visitors.voter;
  await vote(page, demo, number.voting, [onBallot]);
  await fillProposal(page, demo, number.collecting, "给3号楼加扶手");
  await page.getByRole("button", { name: "提交提案" }).click();
  const mine = await numberSent(page);
  const call = await askForCall(visitors.guest.page, demo);
  const help = await askForHelp(page, demo);
  return { visitors, things: { ...number, onBallot, mine, call, help } };
}
