// The network is lost in the middle of each thing a resident writes, before or after the server has
// taken it in, and comes back: what was written is there exactly once, and the screen says so.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { askAs, testCuts } from "./cuts.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import {
  choose, contests, councils, fillOpinion, fillProposal, goOn, moveOn, namesOnBallot, numbersOf,
  sayOpinion, seriesOfCouncils, signInAsOrganiser, signInByLetter, works,
} from "./steps.mjs";

/** How many ballots lie in the demo's box before anybody votes here. */
const IN_THE_BOX = 31;

let demo;
let browser;
let office;
let open;
const phones = new Map();

before(async () => {
  demo = await openDemo({ season: true });
  browser = await openBrowser();
  open = {
    ...(await contests(demo)), ...(await works(demo)), ...(await seriesOfCouncils(demo)),
    ...(await councils(demo)),
  };
  office = await openPhone(browser);
  await signInAsOrganiser(office.page, demo);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** The phone of a resident, who stays signed in; `ballots` are those it has sent, by address. */
async function phoneOf(nth) {
  if (phones.has(nth)) return phones.get(nth);
  const phone = { ...(await openPhone(browser)), ballots: new Set() };
  phone.page.on("request", (request) => {
    if (request.method() === "PUT" && BALLOT.test(request.url())) phone.ballots.add(request.url());
  });
  await signInByLetter(phone.page, demo, nth);
  phones.set(nth, phone);
  return phone;
}

/** Asks the server in the name of whoever is signed in on a page. */
const ask = (page, path, more) => askAs(page, demo, path, more);

/** Somebody says something, and the office does not do it; its number. */
async function declined(page, title) {
  const number = await sayOpinion(page, demo, title);
  const { submission } = await ask(office.page, `feedback/${number}`);
  const form = { verdict: "not_adopted", code: "no_money", words: "今年没有这笔钱。" };
  await ask(office.page, `feedback/${number}/commands`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "idempotency-key": crypto.randomUUID(),
      "if-match": `"${submission.version}"`,
    },
    body: JSON.stringify({ kind: "answer", form }),
  });
  return number;
}

/** How often such a thing has happened to a submission. */
async function times(page, number, kind) {
  const { story } = await ask(page, `feedback/${number}`);
  return story.filter(({ event }) => event.kind === kind).length;
}

/** A proposal in the contest that collects which this resident can co-sign. */
async function someProposal(page) {
  const { items } = await ask(page, `contests/${open.collecting}/proposals?limit=50`);
  for (const { id } of items) {
    const { offers } = await ask(page, `proposals/${id}`);
    if (offers.some(({ kind }) => kind === "co_sign")) return id;
  }
  throw new Error("nothing to co-sign");
}

const OF_FEEDBACK = /\/feedback\/\d+\/commands$/;
const OF_PROJECTS = /\/projects\/\d+\/commands$/;
const BALLOT = /\/ballots\/[^/]+$/;

/** Chooses one proposal; the next press casts the ballot. */
async function chosen({ page, ballots }) {
  const [name] = await namesOnBallot(demo, open.voting);
  await choose(page, demo, open.voting, [name]);
  return { count: () => ballots.size };
}

/** What residents write, as `testCuts` takes it. */
const WRITES = [
  {
    what: "a proposal", sent: /\/contests\/\d+\/proposals$/, button: "提交提案", goesLater: "提案",
    async write({ page }, title) {
      await fillProposal(page, demo, open.collecting, title);
      return { count: async () => (await numbersOf(demo, open.collecting, title)).length };
    },
  },
  {
    what: "a co-signature", sent: /\/proposals\/\d+\/commands$/, button: "联名支持", goesLater: "联名",
    async write({ page }) {
      const id = await someProposal(page);
      await page.goto(`${demo.address}/proposals/${id}`);
      return { count: async () => (await ask(page, `proposals/${id}`)).n_co_signs };
    },
  },
  {
    what: "an opinion", sent: /\/feedback$/, button: "发出去", goesLater: "意见或议题",
    async write({ page }, title) {
      await fillOpinion(page, demo, title);
      const all = async () => (await ask(page, "feedback/mine")).items;
      return { count: async () => (await all()).filter(({ card }) => card.title === title).length };
    },
  },
  {
    what: "a reply to an answer", sent: OF_FEEDBACK, button: "不同意,请再看", goesLater: "对答复的回应",
    field: "这个答复哪里不对?",
    async write({ page }, title) {
      const number = await declined(page, title);
      await page.goto(`${demo.address}/feedback/${number}/appeal`);
      await page.getByLabel(this.field).fill(title);
      return { count: () => times(page, number, "appealed") };
    },
  },
  {
    what: "a confirmation", sent: OF_FEEDBACK, button: "确认办完", goesLater: "对答复的回应",
    async write({ page }, title) {
      const number = await declined(page, title);
      await page.goto(`${demo.address}/feedback/${number}/confirm`);
      await page.getByRole("radio", { name: "满意", exact: true }).check();
      return { count: () => times(page, number, "confirmed") };
    },
  },
  {
    what: "times for councils", sent: /\/series\/\d+\/answer$/, button: "交上去",
    goesLater: "能参加议事会的时间",
    async write({ page }) {
      await page.goto(`${demo.address}/series/${open.series}/answer/how`);
      await page.getByRole("radio", { name: "都不行,来不了" }).check();
      await goOn(page);
      await page.getByRole("heading", { name: "您的日子和谁差不多?" }).waitFor();
      await goOn(page);
      return { count: async () => (await ask(page, `series/${open.series}`)).n_answers };
    },
  },
  {
    what: "usual times", sent: /\/times$/, button: "保存时间", goesLater: "平时有空的时间",
    async write({ page }) {
      await page.goto(`${demo.address}/times/when`);
      await page.getByRole("radio", { name: "都不行,来不了" }).check();
      await goOn(page);
      return { count: async () => ((await ask(page, "times")).kept ? 1 : 0) };
    },
  },
  {
    what: "the support of a topic", sent: /\/support$/, button: /^支持第 \d+ 号$/,
    goesLater: "对议题的支持",
    async write({ page }) {
      await page.goto(`${demo.address}/councils/topics`);
      const button = page.getByRole("button", { name: this.button }).first();
      const number = Number((await button.innerText()).match(/\d+/)[0]);
      const topic = async () =>
        (await ask(page, "councils/topics")).items.find(({ id }) => id === number);
      return { count: async () => (await topic()).n_supports };
    },
  },
  {
    what: "a seat at a council", sent: /\/councils\/\d+\/commands$/, button: "报名",
    goesLater: "议事会报名",
    async write({ page }) {
      await page.goto(`${demo.address}/councils/${open.council}/seat`);
      await page.getByRole("radio", { name: /^到现场/ }).check();
      const seats = async () => (await ask(page, `councils/${open.council}`)).seats;
      return { count: async () => (await seats()).n_coming_in_person };
    },
  },
  {
    what: "an objection", sent: /\/contests\/\d+\/objections$/, button: "提交异议",
    done: "这条是您提的。", field: "哪里不对?",
    async write({ page }, title) {
      await page.goto(`${demo.address}/contests/${open.objecting}/object`);
      await page.getByRole("radio", { name: "投票结果" }).check();
      await page.getByLabel(this.field).fill(title);
      const all = async () => (await ask(page, `contests/${open.objecting}/objections`)).items;
      return { count: async () => (await all()).length };
    },
  },
  {
    what: "the wish to work on a project", sent: OF_PROJECTS, button: "申请加入",
    done: "申请了,等提案人或居委会同意。",
    async write({ page }) {
      await page.goto(`${demo.address}/projects/${open.working}/join`);
      const { page: desk } = office;
      return { count: async () => (await ask(desk, `projects/${open.working}`)).team.asking.length };
    },
  },
  {
    what: "an acceptance", sent: OF_PROJECTS, button: "我说做好了", done: "谢谢,记下了。",
    field: "想说的话(可以不写)",
    async write({ page }, title) {
      await page.goto(`${demo.address}/projects/${open.accepting}/done`);
      await page.getByLabel(this.field).fill(title);
      return { count: async () => (await ask(page, `projects/${open.accepting}`)).n_done };
    },
  },
  {
    what: "the request to be called", sent: /\/callbacks$/, button: "发送,等电话",
    done: "记下了,请等我们的电话",
    async write({ page, nth }) {
      await page.goto(`${demo.address}/call-me`);
      await page.getByLabel("您的电话号码").fill(`1380000110${nth}`);
      await page.getByRole("radio", { name: "下午" }).check();
      return { count: async () => (await ask(office.page, "callbacks")).items.length };
    },
  },
  {
    what: "a ballot that is taken", sent: /\/contests\/\d+\/stamps$/, button: "投出选票",
    done: "选票已投进票箱", write: chosen,
  },
  {
    what: "a ballot that is cast", sent: BALLOT, method: "PUT", who: 2, button: "投出选票",
    done: "选票已投进票箱", write: chosen,
  },
];

testCuts(WRITES, async (it, isTakenIn) => {
  const nth = (it.who ?? 0) + (isTakenIn ? 1 : 0);
  return { ...(await phoneOf(nth)), nth };
});

test("the box holds each of these ballots once", async () => {
  const { page } = office;
  await moveOn(page, demo, open.voting, "计票", "大家都投过了。");
  await page.getByRole("button", { name: "开始计票" }).click();
  await page.getByText("票已经计好").first().waitFor({ state: "attached" });
  await page.getByRole("button", { name: "公布结果" }).click();
  await page.getByText("结果已经公布。").first().waitFor({ state: "attached" });
  const { tally } = await ask(page, `contests/${open.voting}/result`);
  const ballots = [...phones.values()].flatMap((phone) => [...phone.ballots]);
  assert.deepEqual([tally.n_voters, new Set(ballots).size], [IN_THE_BOX + 4, 4]);
});
