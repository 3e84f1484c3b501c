// The network is lost in the middle of each thing that the office and departments write, before or
// after the server has taken it in: it is there exactly once, and the screen says so.
import { after, before } from "node:test";
import { askAs, keepPhones, testCuts } from "./cuts.mjs";
import { openBrowser, openDemo } from "./demo.mjs";
import {
  ask as command, proposeByApi, read, send, signInWithCode, tokenOf,
} from "./season_steps.mjs";
import {
  answer, contests, councils, goOn, inDays, sendToReview, signInAs, signInAsOrganiser, stageOf,
  works,
} from "./steps.mjs";

/** Who writes, and how they sign in. */
const SIGN_IN = {
  office: (page) => signInAsOrganiser(page, demo),
  squad: (page) => signInAs(page, demo, "chengguan"),
  administrator: (page) => signInAs(page, demo, "admin"),
};
/** Whose letter is which. */
const [AUTHOR, NEIGHBOUR, CALLER] = [0, 1, 3];

let demo;
let browser;
let open;
let residents;
const phoneOf = keepPhones(() => browser, SIGN_IN);

before(async () => {
  demo = await openDemo({ season: true });
  browser = await openBrowser();
  open = { ...(await contests(demo)), ...(await works(demo)), ...(await councils(demo)) };
  residents = await Promise.all(demo.codes.map((code) => signInWithCode(demo, code)));
  const { items } = await read(demo, `contests/${open.collecting}/proposals?limit=50`);
  open.qualified = items.filter(({ stage }) => stage.kind === "qualified").map(({ id }) => id);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** Asks the server in the name of whoever is signed in on a page. */
const ask = (page, path) => askAs(page, demo, path);

/** How often such a thing has happened to a proposal, a submission or a contest. */
async function times(page, thing, kind) {
  const { story } = await ask(page, thing);
  return story.filter(({ event }) => event.kind === kind).length;
}

const desk = (path) => `${demo.address}/desk/${path}`;
const propose = (title) => proposeByApi(demo, residents[AUTHOR], open.collecting, title);

/** A proposal that waits for its screening: it was sent back and mended; its number. */
async function proposeToScreen(page, title) {
  const number = await propose(title);
  const thing = `proposals/${number}`;
  await command(demo, await tokenOf(page), thing, { kind: "return", what: "请写明在哪一边。" });
  const token = residents[AUTHOR];
  const form = {
    title, requests: "", place: "4号楼门口右边", why: "这里大家天天走。", cost: "3000",
    cost_unknown: false, photos: [],
  };
  const { version } = await read(demo, thing, token);
  await send(demo, `${thing}/text`, { form, why: "写明了。" }, { token, version });
  return number;
}

/** Somebody says something; its number. */
async function say(title) {
  const form = {
    sent_as: "opinion", words: title, requests: "", place: null, where_words: "东门", photos: [],
  };
  return (await send(demo, "feedback", form, { token: residents[AUTHOR] })).id;
}

/** Answers the questions that all begins with what somebody brought or said on the telephone. */
async function enterFor(page, nth, what) {
  await page.goto(desk("enter/what"));
  await page.getByRole("radio", { name: what, exact: true }).check();
  await goOn(page);
  await page.getByLabel("名字、住址或信函号码").fill(demo.codes[nth].slice(0, 5));
  await page.getByRole("button", { name: "找居民" }).click();
  await page.getByRole("radio").check();
  await goOn(page);
  await page.getByRole("radio", { name: "打电话说的" }).check();
  await goOn(page);
  await page.getByRole("radio", { name: /^今天/ }).check();
  await goOn(page);
}

const OF_FEEDBACK = /\/feedback\/\d+\/commands$/;
const OF_PROPOSALS = /\/proposals\/\d+\/commands$/;
const OF_PROJECTS = /\/projects\/\d+\/commands$/;

/** What the office writes to and about those who said something. */
const ANSWERS = [
  {
    what: "an answer", sent: OF_FEEDBACK, button: "发出答复", field: "把原因说清楚",
    done: "答复已经发出,居民会收到通知。",
    async write({ page }, title) {
      const number = await say(title);
      await page.goto(desk(`feedback/${number}/answer`));
      await page.getByRole("radio", { name: /^不采纳/ }).check();
      await page.getByRole("radio", { name: "不归社区管" }).check();
      await page.getByLabel(this.field).fill(title);
      return { count: () => times(page, `feedback/${number}`, "answered") };
    },
  },
  {
    what: "an opinion that is passed on", sent: OF_FEEDBACK, button: "转过去", field: "为什么转?",
    done: "已经转过去,期限不变。",
    async write({ page }, title) {
      const number = await say(title);
      await page.goto(desk(`feedback/${number}/pass-on`));
      await page.getByRole("radio").first().check();
      await page.getByLabel(this.field).fill(title);
      return { count: () => times(page, `feedback/${number}`, "passed_on") };
    },
  },
  {
    what: "what is passed on with others", sent: /\/feedback\/pass-on$/, field: "为什么转?",
    button: "转办选上的 1 件", done: "转办了 1 件。",
    async write({ page }, title) {
      const number = await say(title);
      await page.goto(desk("feedback?owner=office"));
      await page.getByRole("checkbox", { name: `选上第${number}号,一起转办` }).check();
      await page.getByRole("group", { name: "转给谁?" }).getByRole("radio").nth(1).check();
      await page.getByLabel(this.field).fill(title);
      return { count: () => times(page, `feedback/${number}`, "passed_on") };
    },
  },
  {
    what: "something that is hidden", sent: /\/moderation\/\d+\/commands$/, button: "隐藏它",
    field: "为什么?", done: "已经隐藏,作者会收到通知。",
    async write({ page }, title) {
      const number = await say(title);
      const report = { submission: number, rule: "advertisement", words: "" };
      await send(demo, "moderation/reports", report, { token: residents[NEIGHBOUR] });
      const { items } = await ask(page, "moderation/waiting");
      const { id } = items.find(({ submission }) => submission === number);
      await page.goto(`${demo.address}/moderation/${id}`);
      await page.getByRole("radio", { name: "广告" }).check();
      await page.getByLabel(this.field, { exact: true }).fill(title);
      return { count: () => times(page, `feedback/${number}`, "moderated") };
    },
  },
  {
    what: "the end of a request to be called", sent: /\/callbacks\/\d+\/commands$/,
    button: /^办完第/, field: "还要记什么?(不写也可以)", done: "办完了。电话号码已经删掉。",
    async write({ page }, title, isTakenIn) {
      const form = { phone: `1380000220${isTakenIn ? 1 : 0}`, when: "afternoon", about: "" };
      const { id } = await send(demo, "callbacks", form);
      await page.goto(desk(`callbacks/${id}`));
      await page.getByRole("radio", { name: "没打通,不再打了" }).check();
      await page.getByLabel("一共打了几次?").fill("3");
      await page.getByLabel(this.field).fill(title);
      const waits = async () => (await ask(page, "callbacks")).items.some((it) => it.id === id);
      return { count: async () => ((await waits()) ? 0 : 1) };
    },
  },
  {
    what: "that somebody was told on the telephone", sent: /\/desk\/calls\/\d+\/done$/,
    button: /^第\d+号都告诉了$/, done: "记下了。这个人已经知道了。",
    async write({ page }) {
      await page.goto(desk("calls"));
      await page.getByRole("button", { name: this.button }).first().waitFor();
      return { count: async () => -(await ask(page, "desk")).n_calls };
    },
  },
];

/** What the office and the departments write about proposals and contests. */
const REVIEWS = [
  {
    what: "a proposal that is sent back", sent: OF_PROPOSALS, button: "退回,请提案人改",
    field: "要改什么?", done: "已经退回,提案人会收到通知。",
    async write({ page }, title) {
      const number = await propose(title);
      await page.goto(desk(`proposals/${number}/return`));
      await page.getByLabel(this.field).fill(title);
      return { count: () => times(page, `proposals/${number}`, "returned") };
    },
  },
  {
    what: "a proposal that passes the screening", sent: OF_PROPOSALS, button: "确定,通过初审",
    done: "已经通过初审,可以联名了。",
    async write({ page }, title) {
      const number = await proposeToScreen(page, title);
      await page.goto(desk(`proposals/${number}/pass`));
      return { count: () => times(page, `proposals/${number}`, "passed") };
    },
  },
  {
    what: "the question to a department", sent: OF_PROPOSALS, button: "送出,请部门看",
    done: "已经送出,部门会收到通知。",
    async write({ page }, _, isTakenIn) {
      const number = open.qualified[isTakenIn ? 1 : 0];
      await page.goto(desk(`proposals/${number}/send`));
      await page.getByRole("radio", { name: "城管中队" }).check();
      return { count: () => times(page, `proposals/${number}`, "sent_to_review") };
    },
  },
  {
    what: "the public answer of a department", who: "squad", sent: OF_PROPOSALS,
    button: "公开这个结论", field: "为什么不能办", done: "结论已经公开,提案人会收到通知。",
    async write({ page }, title, isTakenIn) {
      const number = open.qualified[isTakenIn ? 1 : 0];
      if ((await stageOf(demo, number)) !== "under_review") {
        await sendToReview((await phoneOf("office")).page, demo, number, "城管中队");
      }
      await page.goto(desk(`proposals/${number}/conclude`));
      await page.getByRole("radio", { name: /^不能办/ }).check();
      await page.getByLabel(this.field).fill(title);
      return { count: () => times(page, `proposals/${number}`, "set_aside") };
    },
  },
  {
    what: "a proposal that is put on the shortlist", sent: OF_PROPOSALS, button: "列入入围名单",
    done: "已经列入入围名单。",
    async write({ page }, _, isTakenIn) {
      const number = open.qualified[isTakenIn ? 3 : 2];
      await page.goto(desk(`proposals/${number}/shortlist`));
      await page.getByLabel("核定金额(元)").fill("8000");
      return { count: () => times(page, `proposals/${number}`, "shortlisted") };
    },
  },
  {
    what: "a note of the staff", sent: /\/proposals\/\d+\/notes$/, button: "存下备注",
    field: "写一条备注", done: "备注存好了。居民看不到。",
    async write({ page }, title) {
      const [number] = open.qualified;
      await page.goto(desk(`proposals/${number}`));
      await page.getByLabel(this.field).fill(title);
      const notes = async () => (await ask(page, `proposals/${number}/notes`)).items;
      return { count: async () => (await notes()).filter(({ words }) => words === title).length };
    },
  },
  {
    what: "a contest", sent: /\/contests$/, button: "建立这次活动", field: "活动叫什么",
    async write({ page }, title) {
      await page.goto(`${demo.address}/contests/new`);
      await page.getByLabel(this.field).fill(title);
      await page.getByLabel("总共有多少钱(元)").fill("6000");
      await page.getByLabel("每个提案最多多少钱(元)").fill("5000");
      await page.getByLabel("每人最多选几个提案").fill("2");
      await page.getByLabel("一个提案要多少人联名").fill("2");
      await page.getByLabel("抽签结果").fill("红 7、蓝 3、白 12");
      await page.getByLabel("什么时候开始征集提案").fill(inDays(100));
      await page.getByLabel("什么时候截止征集、开始会审").fill(inDays(120));
      await page.getByLabel("什么时候开始投票").fill(inDays(140));
      await page.getByLabel("什么时候截止投票、开始计票").fill(inDays(150));
      const all = async () => (await ask(page, "contests")).items;
      const count = async () => (await all()).filter((it) => it.title === title).length;
      return { count, done: title };
    },
  },
  {
    what: "the next phase of a contest", sent: /\/contests\/\d+\/commands$/,
    button: /^进入“.+”阶段$/, field: "为什么现在进入下一个阶段", done: /活动已经进入“.+”阶段。/,
    async write({ page }, title, isTakenIn) {
      const { items } = await ask(page, "contests");
      const { id } = items.find(({ phase }) => phase === (isTakenIn ? "notice" : "reviewing"));
      await page.goto(`${demo.address}/contests/${id}`);
      await page.getByLabel(this.field).fill(title);
      return { count: () => times(page, `contests/${id}`, "moved_on") };
    },
  },
  {
    what: "the answer to an objection", sent: /\/objections\/\d+\/answer$/, button: "公开答复",
    field: "理由,或者改了什么", done: "答复已经公开。",
    async write({ page }, title, isTakenIn) {
      const token = residents[isTakenIn ? CALLER : NEIGHBOUR];
      const path = `contests/${open.objecting}/objections`;
      await send(demo, path, { against: { kind: "result" }, words: title }, { token });
      const all = async () => (await ask(page, path)).items;
      const { id } = (await all()).find(({ said }) => said === title);
      await page.goto(desk(`objections/${id}`));
      await page.getByRole("radio", { name: "异议不成立。" }).check();
      await page.getByLabel(this.field).fill(title);
      return { count: async () => (await all()).filter((it) => it.answer?.words === title).length };
    },
  },
];

/** What the office writes of projects and councils. */
const WORKS = [
  {
    what: "a payment", sent: OF_PROJECTS, button: "记上", field: "用途",
    done: "记上了,大家都看得到。",
    async write({ page }, title) {
      await page.goto(desk(`projects/${open.working}/pay`));
      await page.getByLabel("多少钱(元)").fill("100");
      await page.getByLabel(this.field).fill(title);
      await page.getByLabel("凭据").fill("发票 20261109");
      return { count: async () => (await ask(page, `projects/${open.working}`)).entries.length };
    },
  },
  {
    what: "word of the work", sent: OF_PROJECTS, button: "写上", field: "做了什么", done: "写上了。",
    async write({ page }, title) {
      await page.goto(`${demo.address}/projects/${open.working}/report`);
      await page.getByRole("radio", { name: "没有完成哪一步" }).check();
      await page.getByLabel(this.field).fill(title);
      return { count: async () => (await ask(page, `projects/${open.working}`)).reports.length };
    },
  },
  {
    what: "the step of a resolution", sent: /\/councils\/\d+\/commands$/, button: "公布进展",
    field: "做了什么?", done: "进展已经公布。",
    async write({ page }, title) {
      await page.goto(desk(`councils/${open.held}/follow-up`));
      await page.getByLabel(this.field).fill(title);
      await page.getByRole("radio", { name: "还没办完", exact: true }).check();
      const steps = async () => (await ask(page, `councils/${open.held}`)).resolutions[0].steps;
      return { count: async () => (await steps()).length };
    },
  },
  {
    what: "a series of councils", sent: /\/series$/, button: "建好,接着选时间",
    field: "这次议事会叫什么?",
    async write({ page }, title) {
      await page.goto(desk("series/new"));
      await page.getByLabel(this.field).fill(title);
      await page.getByLabel("为什么开?").fill("商量停车和电动车充电。");
      const all = async () => (await ask(page, "series")).items;
      const count = async () => (await all()).filter((it) => it.title === title).length;
      return { count, done: "还没有可选的时间。请先加时间" };
    },
  },
];

/** What is written of people, and for them. */
const PEOPLE = [
  {
    what: "an opinion from the telephone", sent: /\/feedback\/entered$/, button: "录入这些话",
    shown: true, done: "请现在就在电话里告诉居民这个编号。",
    async write({ page }, title) {
      await enterFor(page, CALLER, "意见、建议或议题");
      await page.getByRole("radio", { name: /^意见/ }).check();
      await goOn(page);
      await answer(page, "居民说了什么?", title);
      await page.getByRole("radio", { name: "其他地方" }).check();
      await answer(page, "写一写在哪里", "东门");
      await answer(page, "具体要求有哪些?", "");
      await page.getByRole("heading", { name: "请核对一遍" }).waitFor();
      const all = async () => (await read(demo, "feedback/mine", residents[CALLER])).items;
      return { count: async () => (await all()).filter(({ card }) => card.title === title).length };
    },
  },
  {
    what: "a co-signature from the telephone", sent: /\/co-signs\/entered$/, button: "录入联名",
    done: /^这位居民已经给第\d+号提案联名。$/,
    async write({ page }) {
      await enterFor(page, CALLER, "联名");
      const pages = await Promise.all(open.qualified.map((id) =>
        read(demo, `proposals/${id}`, residents[CALLER])));
      const { id } = pages.find(({ offers }) => offers.some(({ kind }) => kind === "co_sign"));
      await answer(page, "给第几号提案联名?", `${id}`);
      await page.getByRole("heading", { name: "请核对一遍" }).waitFor();
      return { count: async () => (await ask(page, `proposals/${id}`)).n_co_signs };
    },
  },
  {
    what: "people in the register", sent: /\/register\/import\?seal=/, button: "确定,记入 1 人",
    done: "存好了,新记入 1 人。",
    async write({ page }, title, isTakenIn) {
      const table = `姓名,楼栋,单元,室,电话\r\n${title},3,2,${isTakenIn ? 601 : 602},\r\n`;
      const file = { name: "名册.csv", mimeType: "text/csv", buffer: Buffer.from(table) };
      await page.goto(desk("register/import"));
      await page.getByLabel("选表格文件(CSV)").setInputFiles(file);
      await page.getByRole("heading", { name: "导入前的报告" }).waitFor();
      return { count: async () => (await ask(page, "register")).n_residents };
    },
  },
  {
    what: "an account of the staff", who: "administrator", sent: /\/staff$/, button: "添加工作人员",
    field: "称呼",
    async write({ page }, title, isTakenIn) {
      await page.goto(desk("staff/new"));
      await page.getByLabel("登录名").fill(isTakenIn ? "zhang" : "li");
      await page.getByLabel(this.field).fill(title);
      await page.getByRole("radio", { name: /^部门经办:物业公司/ }).check();
      const all = async () => (await ask(page, "staff")).items;
      const count = async () => (await all()).filter(({ called }) => called === title).length;
      // A password is told once: whoever lost it makes another one for the same account.
      const lost = "这件事刚才已经办成,但密码或恢复码没有传到。";
      return { count, done: isTakenIn ? lost : `${title}的一次性密码` };
    },
  },
];

testCuts([...ANSWERS, ...REVIEWS, ...WORKS, ...PEOPLE], ({ who }) => phoneOf(who ?? "office"));
