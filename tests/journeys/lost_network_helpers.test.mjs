// The network is lost in the middle of what neighbours do for somebody else, and of what is written
// down while a council meets: it is there exactly once, and the screen says so.
import { after, before } from "node:test";
import { askAs, keepPhones, testCuts } from "./cuts.mjs";
import { openBrowser, openDemo } from "./demo.mjs";
import {
  ask as command, proposeByApi, read, send, signInWithCode, tokenOf,
} from "./season_steps.mjs";
import {
  contests, councils, fillProposal, numbersOf, signInAsOrganiser, signInByLetter,
} from "./steps.mjs";

/** Who writes, and how they sign in. */
const SIGN_IN = {
  office: (page) => signInAsOrganiser(page, demo),
  neighbour: (page) => signInByLetter(page, demo, NEIGHBOUR),
  helper: (page) => signInByLetter(page, demo, 2),
  friend: (page) => signInByLetter(page, demo, 3),
};
/** Whose letter is which. */
const [AUTHOR, NEIGHBOUR, HELPED] = [0, 1, 4];

let demo;
let browser;
let open;
let residents;
const phoneOf = keepPhones(() => browser, SIGN_IN);

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  open = { ...(await contests(demo)), ...(await councils(demo)) };
  residents = await Promise.all(demo.codes.map((code) => signInWithCode(demo, code)));
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** Asks the server in the name of whoever is signed in on a page. */
const ask = (page, path) => askAs(page, demo, path);

/** The code with which somebody may be helped for an hour. */
async function helpCode() {
  const form = { scopes: ["propose", "follow"], lasting: "one_hour", consent: "tapped" };
  return (await send(demo, "help", form, { token: residents[HELPED] })).code;
}

/** Types the code with which somebody may be helped, and sees who that is. */
async function lookAtHelp(page) {
  await page.goto(`${demo.address}/helping`);
  await page.getByLabel("对方告诉您的 6 位号码").fill(await helpCode());
  await page.getByRole("button", { name: "查看号码" }).click();
  await page.getByRole("button", { name: /^开始帮 / }).waitFor();
}

/** What neighbours do for somebody else. */
const HELPS = [
  {
    what: "what a volunteer says", who: "neighbour", sent: /\/coaching\/\d+\/commands$/,
    button: "发给对方", field: "想说什么?", done: "发出去了。",
    async write({ page }, title) {
      const [author, coach] = [residents[AUTHOR], residents[NEIGHBOUR]];
      const number = await proposeByApi(demo, author, open.collecting, title);
      const path = `proposals/${number}/coaching`;
      const { id, version } = await send(demo, path, { words: "不会写。" }, { token: author });
      await send(demo, "coaching/volunteers", { willing: true }, { token: coach });
      await send(demo, `coaching/${id}/commands`, { kind: "take" }, { token: coach, version });
      await page.goto(`${demo.address}/coaching/${id}`);
      await page.getByLabel(this.field).fill(title);
      const lines = async () => (await read(demo, `coaching/${id}`, author)).lines;
      return { count: async () => (await lines()).filter(({ words }) => words === title).length };
    },
  },
  {
    what: "the beginning of a help", who: ["helper", "friend"], sent: /\/helping$/,
    button: /^开始帮 /, done: "正在帮",
    async write({ page }) {
      await lookAtHelp(page);
      const token = await tokenOf(page);
      const meanwhile = () => page.getByRole("button", { name: "查看号码" }).click();
      return { count: async () => (await read(demo, "helping", token)).items.length, meanwhile };
    },
  },
  {
    what: "a proposal that is written for somebody", who: ["helper", "friend"],
    sent: /\/contests\/\d+\/proposals$/, button: "提交提案", shown: true, done: "您的提案编号",
    async write({ page }, title) {
      const isHelping = await page.evaluate(() =>
        Boolean(JSON.parse(localStorage.getItem("huiyin.session")).me.help));
      if (!isHelping) {
        await lookAtHelp(page);
        await page.getByRole("button", { name: /^开始帮 / }).click();
        await page.getByRole("complementary", { name: "帮忙" }).waitFor();
      }
      await fillProposal(page, demo, open.collecting, title);
      return { count: async () => (await numbersOf(demo, open.collecting, title)).length };
    },
  },
];

/** The council has begun, and enough people are here; the address of its page. */
async function inSession() {
  const { page } = await phoneOf("office");
  const thing = `councils/${open.council}`;
  const { stage, hours, quorum } = await ask(page, thing);
  if (stage.kind !== "in_session") {
    await demo.moveClock(new Date(`${hours.day}T${hours.from}:00+08:00`).toISOString());
    await signInAsOrganiser(page, demo);
    const token = await tokenOf(page);
    await command(demo, token, thing, { kind: "open" });
    const somebody = { kind: "check_in", who: { kind: "walk_in" }, way: "in_person" };
    for (let n = 0; n < quorum; n += 1) await command(demo, token, thing, somebody);
  }
  return `${demo.address}/desk/${thing}/run`;
}

/** What is written down while a council meets; the page follows the council by itself. */
const SESSION = [
  {
    what: "an opinion at a council", sent: /\/councils\/\d+\/commands$/, button: "记下这条意见",
    field: "说了什么?", done: "意见记下了,有了编号。",
    async write({ page }, title) {
      await page.goto(await inSession());
      await page.getByLabel(this.field).fill(title);
      const all = async () => (await ask(page, `councils/${open.council}`)).opinions;
      return { count: async () => (await all()).filter(({ words }) => words === title).length };
    },
  },
  {
    what: "a vote at a council", sent: /\/councils\/\d+\/commands$/, button: "记下表决结果",
    field: "表决什么?", done: "表决记下了。",
    async write({ page }, title, isTakenIn) {
      await page.goto(await inSession());
      await page.getByLabel(this.field).fill(title);
      await page.getByLabel("赞成几票?").fill("3");
      await page.getByLabel("反对几票?").fill("0");
      const all = async () => (await ask(page, `councils/${open.council}`)).resolutions;
      const count = async () => (await all()).filter(({ words }) => words === title).length;
      // Before the second press the page has read what the server took in.
      const meanwhile = () => page.locator("main").getByText(title).first().waitFor();
      return isTakenIn ? { count, meanwhile } : { count };
    },
  },
];

testCuts([...HELPS, ...SESSION], (it, isTakenIn) => {
  const who = it.who ?? "office";
  return phoneOf(typeof who === "string" ? who : who[isTakenIn ? 1 : 0]);
});
