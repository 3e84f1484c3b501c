// What people do in a journey, each step a sentence.
const DAY_MS = 86_400_000;

/** Opens the link of a letter; ends on the first screen, signed in. */
export async function signInByLetter(page, demo, nth) {
  await page.goto(`${demo.address}/sign-in#code=${demo.codes[nth]}`);
  await page.getByText("您好!").first().waitFor();
}

/** Signs in as the organiser. */
export async function signInAsOrganiser(page, demo) {
  await signInAs(page, demo, demo.staff.name);
}

/** Signs in as somebody of the staff; in the demo all have the same password. */
export async function signInAs(page, demo, name) {
  await page.goto(`${demo.address}/sign-in`);
  await page.getByRole("button", { name: "工作人员登录" }).click();
  await page.getByLabel("姓名").fill(name);
  await page.getByLabel("密码").fill(demo.staff.password);
  await page.getByRole("button", { name: "确认登录", exact: true }).click();
  await page.getByText("您好!").first().waitFor();
}

/** The number of the contest that collects proposals, and of the one that is voted on. */
export async function contests(demo) {
  const answer = await fetch(`${demo.address}/api/v1/communities/wutong/contests`);
  const { items } = await answer.json();
  const inPhase = (phase) => items.find((contest) => contest.phase === phase)?.id;
  return {
    collecting: inPhase("collecting"),
    voting: inPhase("voting"),
    past: items.find((contest) => contest.origin.kind === "generated")?.id,
  };
}

/**
 * Proposals on their way in the contest that is reviewed: one whose text was changed, and one each
 * that was merged, sent back, ruled out and reviewed.
 */
export async function onTheWay(demo) {
  const path = `${demo.address}/api/v1/communities/wutong`;
  const read = async (what) => (await fetch(`${path}/${what}`)).json();
  const { items } = await read("contests");
  const contest = items.find(({ phase }) => phase === "reviewing").id;
  const { items: cards } = await read(`contests/${contest}/proposals?limit=50`);
  const pages = await Promise.all(cards.map(({ id }) => read(`proposals/${id}`)));
  const at = (kind) => pages.find(({ stage }) => stage.kind === kind)?.id;
  return {
    edited: pages.find(({ text }) => text > 1)?.id,
    merged: at("merged_into"),
    returned: at("returned"),
    ruledOut: at("out_of_scope"),
    reviewed: at("not_feasible"),
  };
}

/**
 * What became of what won in the demo's season: a project that goes on, one that residents look at,
 * one that is closed, a winner that waits for its plan; and the contest in which one may object.
 */
export async function works(demo) {
  const path = `${demo.address}/api/v1/communities/wutong`;
  const read = async (what) => (await fetch(`${path}/${what}`)).json();
  const { items } = await read("projects");
  const at = (kind) => items.find(({ stage }) => stage.kind === kind)?.id;
  const { items: all } = await read("contests");
  const contest = (phase) => all.find((it) => it.phase === phase)?.id;
  const { items: objections } = await read(`contests/${contest("objection")}/objections`);
  const { items: cards } = await read(`contests/${contest("implementing")}/proposals?limit=50`);
  return {
    working: at("underway"),
    accepting: at("accepting"),
    delivered: at("delivered"),
    toBegin: cards.find(({ stage }) => stage.kind === "won")?.id,
    objecting: contest("objection"),
    objection: objections[0]?.id,
    closed: contest("closed"),
  };
}

/** Sends a command about a proposal in the name of whoever is signed in on a page. */
export async function command(page, demo, proposal, command) {
  const kept = await page.evaluate(() => localStorage.getItem("huiyin.session"));
  const path = `${demo.address}/api/v1/communities/wutong/proposals/${proposal}`;
  const authorization = `Bearer ${JSON.parse(kept).token}`;
  const { version } = await (await fetch(path, { headers: { authorization } })).json();
  const headers = {
    authorization,
    "content-type": "application/json",
    "idempotency-key": crypto.randomUUID(),
    "if-match": `"${version}"`,
  };
  const body = JSON.stringify(command);
  const answer = await fetch(`${path}/commands`, { method: "POST", headers, body });
  if (!answer.ok) throw new Error(`${command.kind}: ${answer.status} ${await answer.text()}`);
}

/**
 * Sends something in the name of whoever is signed in on a page, decided on a version where one is
 * named; what comes back.
 */
export async function post(page, demo, path, body, version) {
  const kept = await page.evaluate(() => localStorage.getItem("huiyin.session"));
  const headers = {
    authorization: `Bearer ${JSON.parse(kept).token}`,
    "content-type": "application/json",
    "idempotency-key": crypto.randomUUID(),
    ...(version ? { "if-match": `"${version}"` } : {}),
  };
  const address = `${demo.address}/api/v1/communities/wutong/${path}`;
  const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** The newest submission outside any contest that waits for its answer. */
export async function waiting(demo) {
  const answer = await fetch(`${demo.address}/api/v1/communities/wutong/ledger?stage=waiting`);
  const { items } = await answer.json();
  return items.find((card) => card.kind.kind !== "in_contest")?.id;
}

/**
 * The number of the series that asks for times, of one whose times are chosen, and of a time of
 * the latter that was not chosen.
 */
export async function seriesOfCouncils(demo) {
  const path = `${demo.address}/api/v1/communities/wutong/series`;
  const { items } = await (await fetch(path)).json();
  const atStage = (stage) => items.find((card) => card.stage === stage)?.id;
  const planned = atStage("scheduled");
  const { series } = await (await fetch(`${path}/${planned}`)).json();
  const chosen = new Set(series.stage.plan.slots);
  const other = series.slots.find(({ slot, withdrawn }) => !withdrawn && !chosen.has(slot.id));
  return { series: atStage("polling"), planned, notChosen: other?.slot.id };
}

/** The number of a council of which notice was given, and of one whose minutes are public. */
export async function councils(demo) {
  const answer = await fetch(`${demo.address}/api/v1/communities/wutong/councils`);
  const { items } = await answer.json();
  const at = (stage) => items.find((card) => card.stage === stage)?.id;
  return { council: at("noticed"), held: at("minutes_published") };
}

/** Says that one comes to a council, into its room; ends on its page. */
export async function takeSeat(page, demo, council) {
  await page.goto(`${demo.address}/councils/${council}/seat`);
  await page.getByRole("radio", { name: /^到现场/ }).check();
  await page.getByRole("button", { name: "报名", exact: true }).click();
  await page.getByText("记下了。").first().waitFor();
}

/** Answers one question of the proposal form and goes on. */
export async function answer(page, question, words) {
  await page.getByLabel(question).fill(words);
  await goOn(page);
}

/** Presses the one main button of a question. */
export async function goOn(page) {
  await page.getByRole("button", { name: "继续", exact: true }).click();
}

/** The organiser moves a contest into the next phase, with a reason. */
export async function moveOn(page, demo, contest, phase, reason) {
  await page.goto(`${demo.address}/contests/${contest}`);
  await page.getByLabel("为什么现在进入下一个阶段").fill(reason);
  await page.getByRole("button", { name: `进入“${phase}”阶段` }).click();
  await page.getByText(`活动已经进入“${phase}”阶段。`).first().waitFor({ state: "attached" });
}

/** Sends a form with a day, which the next working day takes the place of if need be. */
export async function sendWithDay(page, button, done, from) {
  for (let n = 0; n < 12; n += 1) {
    const day = new Date(from.getTime() + n * DAY_MS).toISOString().slice(0, 10);
    await page.locator("input[type=date]").fill(day);
    await page.getByRole("button", { name: button }).click();
    const refused = page.getByText("这一天不上班").first();
    const sent = page.getByText(done);
    await refused.or(sent).first().waitFor();
    if (await sent.count()) return;
    // A second press within a second is taken for a hand that trembles.
    await page.waitForTimeout(1_100);
  }
  throw new Error("twelve days without a working day");
}

/** The kind of stage a proposal is at, as everybody can read it. */
export async function stageOf(demo, proposal) {
  const path = `/api/v1/communities/wutong/proposals/${proposal}`;
  const { stage } = await (await fetch(demo.address + path)).json();
  return stage.kind;
}

/** The organiser lets a proposal go on with too few co-signatures; nothing where there are enough. */
export async function admit(page, demo, proposal) {
  if ((await stageOf(demo, proposal)) !== "co_signing") return;
  await page.goto(`${demo.address}/desk/proposals/${proposal}/admit`);
  await page.getByLabel("为什么破例?").fill("事关安全,不等联名。");
  await page.getByRole("button", { name: "确定,也送会审" }).click();
  await page.getByText("已经破例。").first().waitFor({ state: "attached" });
}

/** The organiser asks departments about a proposal: one that leads, and others beside it. */
export async function sendToReview(page, demo, proposal, lead, others = []) {
  await admit(page, demo, proposal);
  await page.goto(`${demo.address}/desk/proposals/${proposal}/send`);
  await page.getByRole("radio", { name: lead }).check();
  for (const name of others) await page.getByRole("checkbox", { name: `也请${name}看` }).check();
  const due = new Date(Date.now() + 14 * DAY_MS);
  await sendWithDay(page, "送出,请部门看", "已经送出,部门会收到通知。", due);
}

/** The organiser puts a proposal on the shortlist. */
export async function shortlist(page, demo, proposal, yuan) {
  await admit(page, demo, proposal);
  await page.goto(`${demo.address}/desk/proposals/${proposal}/shortlist`);
  await page.getByLabel("核定金额(元)").fill(yuan);
  await page.getByRole("button", { name: "列入入围名单" }).click();
  await page.getByText("已经列入入围名单。").first().waitFor({ state: "attached" });
}

/** Votes for the proposals with these numbers; returns the receipt's twelve digits. */
export async function vote(page, demo, contest, numbers) {
  await page.goto(`${demo.address}/contests/${contest}/vote`);
  await page.getByRole("group", { name: "您支持哪些提案?" }).waitFor();
  for (const number of numbers) {
    await page.getByRole("checkbox", { name: new RegExp(`第 ?${number} ?号`) }).check();
  }
  await page.getByRole("link", { name: "继续:检查我的选择" }).click();
  await page.getByRole("heading", { name: "投出以前再看一遍" }).waitFor();
  return castFromCheck(page);
}

/** Presses the last button of a vote; returns the receipt's twelve digits. */
export async function castFromCheck(page) {
  await page.getByRole("button", { name: "投出选票" }).click();
  await page.getByRole("heading", { name: "选票已投进票箱" }).waitFor();
  const text = await page.locator("main").innerText();
  return text.match(/\d{4} \d{4} \d{4}/)[0].replaceAll(" ", "");
}

/** Answers every question of the proposal form; ends on the page that shows all answers. */
export async function fillProposal(page, demo, contest, title) {
  await page.goto(`${demo.address}/contests/${contest}/propose/what`);
  await answer(page, "您想做什么?", title);
  await answer(page, "具体要求有哪些?", "");
  await answer(page, "在哪里?", "3号楼1单元门口");
  await answer(page, "为什么需要?", "下雪天老人上台阶容易滑倒。");
  await answer(page, "大概要多少钱?", "8000");
  await page.getByRole("heading", { name: "要不要放照片?" }).waitFor();
  await goOn(page);
  await page.getByRole("heading", { name: "请检查您的提案" }).waitFor();
}

/** Reads the number of a proposal that was just sent. */
export async function numberSent(page) {
  await page.getByText("您的提案编号").first().waitFor();
  return Number((await page.locator("main").innerText()).match(/第\s*(\d+)\s*号/)[1]);
}

/** Answers the questions of an opinion; ends on the page that shows all answers. */
export async function fillOpinion(page, demo, words) {
  await page.goto(`${demo.address}/feedback/say/kind`);
  await page.getByRole("radio", { name: /^意见/ }).check();
  await goOn(page);
  await answer(page, "您想说什么?", words);
  await page.getByRole("heading", { name: "在哪里?" }).waitFor();
  const elsewhere = page.getByRole("radio", { name: "其他地方" });
  // A community without places of its own asks in words at once.
  if (await elsewhere.count()) await elsewhere.check();
  await answer(page, "写一写在哪里", "小区东门外");
  await page.getByRole("heading", { name: "要不要放照片?" }).waitFor();
  await goOn(page);
  await page.getByRole("heading", { name: "请检查您要说的话" }).waitFor();
}

/** Sends an opinion; its number. */
export async function sayOpinion(page, demo, words) {
  await fillOpinion(page, demo, words);
  await page.getByRole("button", { name: "发出去" }).click();
  await page.waitForURL(/\/feedback\/\d+\/sent/);
  return Number(page.url().match(/feedback\/(\d+)/)[1]);
}

/** The numbers of the newest proposals with exactly this title. */
export async function numbersOf(demo, contest, title) {
  const path = `/api/v1/communities/wutong/contests/${contest}/proposals?sort=newest&limit=20`;
  const { items } = await (await fetch(demo.address + path)).json();
  return items.filter((card) => card.title === title).map(({ id }) => id);
}

/** The numbers of other proposals of a contest. */
export async function others(demo, contest, number) {
  const path = `/api/v1/communities/wutong/contests/${contest}/proposals?limit=4`;
  const { items } = await (await fetch(demo.address + path)).json();
  return items.map(({ id }) => id).filter((id) => id !== number);
}

/** The number of another proposal of a contest. */
export async function another(demo, contest, number) {
  return (await others(demo, contest, number))[0];
}

/** The names of the proposals on a ballot. */
export async function namesOnBallot(demo, contest) {
  const path = `/api/v1/communities/wutong/contests/${contest}/ballot-paper`;
  const { proposals } = await (await fetch(demo.address + path)).json();
  return proposals.map((card) => card.ballot_key);
}

/** The card of a proposal on the ballot, as its checkbox. */
export function choice(page, number) {
  return page.getByRole("checkbox", { name: new RegExp(`第 ?${number} ?号`) });
}

/** Chooses exactly these and ends on the page that shows them once more. */
export async function choose(page, demo, contest, numbers) {
  await page.goto(`${demo.address}/contests/${contest}/vote`);
  await page.getByRole("group", { name: "您支持哪些提案?" }).waitFor();
  const chosen = page.getByRole("checkbox", { checked: true });
  while ((await chosen.count()) > 0) await chosen.first().click();
  for (const number of numbers) await choice(page, number).check();
  await page.getByRole("link", { name: "继续:检查我的选择" }).click();
  await page.getByRole("heading", { name: "投出以前再看一遍" }).waitFor();
}

/** The numbers a page shows as chosen before casting. */
export async function shownChoices(page) {
  const rows = await page.locator(".ballots-card__number").allInnerTexts();
  return rows.map((row) => row.match(/\d+/)[0]).sort();
}

/** Lets the next such request reach the server, but loses its answer; resolves with it. */
export async function loseAnswer(page, method, path, act) {
  let answered;
  const answer = new Promise((done) => (answered = done));
  let isLost = false;
  await page.route(path, async (route) => {
    if (isLost || route.request().method() !== method) return route.fallback();
    isLost = true;
    const response = await route.fetch();
    answered({ status: response.status(), text: await response.text(), request: route.request() });
    await route.abort("connectionreset");
  });
  await act();
  return answer;
}

/** Counts the requests of a kind that a page makes from now on. */
export function countRequests(page, method, path) {
  const found = [];
  page.on("request", (request) => {
    if (request.method() === method && path.test(new URL(request.url()).pathname)) {
      found.push(request);
    }
  });
  return found;
}

/** A wall clock in China so many days from now, as a field for dates and times takes it. */
export const inDays = (days) =>
  new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 16);

/** The organiser begins a series of councils; its number. */
export async function beginSeries(page, demo, title) {
  await page.goto(`${demo.address}/desk/series/new`);
  await page.getByLabel("这次议事会叫什么?").fill(title);
  await page.getByLabel("为什么开?").fill("商量停车和电动车充电。");
  await page.getByRole("button", { name: "建好,接着选时间" }).click();
  await page.waitForURL(/\/desk\/series\/\d+$/);
  await page.getByRole("heading", { name: title }).waitFor();
  return Number(page.url().match(/\d+$/)[0]);
}

/** The organiser adds one time by hand: an evening so many days from now. */
export async function addEvening(page, demo, series, days) {
  await page.goto(`${demo.address}/desk/series/${series}/slot`);
  await page.getByLabel("哪一天?").fill(inDays(days).slice(0, 10));
  await page.getByLabel("几点开始?").fill("19:30");
  await page.getByLabel("几点结束?").fill("21:00");
  await page.getByLabel("地点", { exact: true }).fill("社区活动室");
  await page.getByLabel("有多少个座位?").fill("40");
  await page.getByRole("button", { name: "加上这个时间" }).click();
  await page.getByText("时间加好了。").first().waitFor();
}

/** A series whose times are still being gathered, with one time; its number. */
export async function planSeries(page, demo) {
  const series = await beginSeries(page, demo, "12月议事会");
  await addEvening(page, demo, series, 20);
  return series;
}
