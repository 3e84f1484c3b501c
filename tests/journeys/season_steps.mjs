// What a whole season of the contest is made of: each act as a person does it on a screen, and the
// same commands over HTTP for the many who do what others have done by hand before them.
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { castFromCheck, choose, goOn, inDays } from "./steps.mjs";

const api = (demo, path) => `${demo.address}/api/v1/communities/wutong/${path}`;
const desk = (demo, number, act) => `${demo.address}/desk/proposals/${number}/${act}`;
const project = (demo, number, act) => `${demo.address}/projects/${number}/${act}`;
const projectDesk = (demo, number, act) => `${demo.address}/desk/projects/${number}/${act}`;

/** A day so many days from now on the wall calendar in China. */
export const dayIn = (days) => inDays(days).slice(0, 10);

/** The token of whoever is signed in on a page. */
export async function tokenOf(page) {
  const kept = await page.evaluate(() => localStorage.getItem("huiyin.session"));
  return JSON.parse(kept).token;
}

/** What everybody, or whoever has this token, reads. */
export async function read(demo, path, token) {
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  const answer = await fetch(api(demo, path), { headers });
  assert.ok(answer.ok, `${path}: ${answer.status}`);
  return answer.json();
}

/** Sends something with a token, or as nobody; on a version where one is named. */
export async function send(demo, path, body, { token, version, type = "application/json" } = {}) {
  const headers = {
    "content-type": type,
    "idempotency-key": crypto.randomUUID(),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(version === undefined ? {} : { "if-match": `"${version}"` }),
  };
  const sent = type === "application/json" ? JSON.stringify(body) : body;
  const answer = await fetch(api(demo, path), { method: "POST", headers, body: sent });
  const text = await answer.text();
  assert.ok(answer.ok, `${path}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

/** Asks something of a proposal or a project, on the version it has. */
export async function ask(demo, token, thing, command) {
  const { version } = await read(demo, thing, token);
  return send(demo, `${thing}/commands`, command, { token, version });
}

/** Sends a proposal; its number. */
export async function proposeByApi(demo, token, contest, title) {
  const form = {
    title, requests: "", place: "4号楼门口", why: "这里大家天天走。", cost: "3000",
    cost_unknown: false, photos: [],
  };
  return (await send(demo, `contests/${contest}/proposals`, form, { token })).id;
}

/**
 * So many neighbours who are taken into the register, get a letter each, and sign in with it; their
 * tokens. `token` is the organiser's.
 */
export async function neighbours(demo, token, n) {
  const rows = Array.from({ length: n }, (_, at) => `邻居${at + 1},99,,${101 + at},,\r\n`);
  const table = `姓名,楼栋,单元,室,电话,户号\r\n${rows.join("")}`;
  const { seal, n_new } = await send(demo, "register/report", table, { token, type: "text/csv" });
  assert.equal(n_new, n);
  await send(demo, `register/import?seal=${seal}`, table, { token, type: "text/csv" });
  const batch = await send(demo, "letters", { buildings: ["99号楼"], only_without: true }, { token });
  const { people } = await read(demo, `letters/${batch}`, token);
  const tokens = [];
  // As many letters as are made at once.
  for (let from = 0; from < people.length; from += 20) {
    const residents = people.slice(from, from + 20).map(({ resident }) => resident);
    const form = { residents, again: false, sign_in: `${demo.address}/sign-in` };
    const { letters } = await send(demo, `letters/${batch}/chunks`, form, { token });
    for (const { letter } of letters) tokens.push(await signInWithCode(demo, letter.code));
  }
  assert.equal(tokens.length, n);
  return tokens;
}

/** Signs in with the code of a letter; the token. */
export async function signInWithCode(demo, code) {
  return (await send(demo, "sessions", { kind: "letter", code })).token;
}

/** Takes a ballot with a token, and casts it as nobody: the two doors that a phone goes through. */
export async function voteByApi(demo, token, contest, numbers) {
  const secret = randomBytes(32).toString("hex");
  const stamp = createHash("sha256").update(`huiyin/stamp/1/${secret}`).digest("hex");
  await send(demo, `contests/${contest}/stamps`, { stamp }, { token });
  const cast = { token: secret, sequence: 1, choices: numbers.map(String) };
  const answer = await fetch(api(demo, `contests/${contest}/ballots/${stamp}`), {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(cast),
  });
  assert.ok(answer.ok, `a ballot: ${answer.status} ${await answer.text()}`);
}

/** The organiser sets up a contest that is screened first and collects from today; its number. */
export async function openContest(page, demo, title) {
  await page.goto(`${demo.address}/contests/new`);
  await page.getByLabel("活动叫什么").fill(title);
  await page.getByLabel("总共有多少钱(元)").fill("6000");
  await page.getByLabel("每个提案最多多少钱(元)").fill("5000");
  await page.getByLabel("每人最多选几个提案").fill("2");
  await page.getByLabel("一个提案要多少人联名").fill("2");
  await page.getByLabel("抽签结果").fill("红 7、蓝 3、白 12");
  await page.getByRole("radio", { name: /^先初审再联名/ }).check();
  await page.getByLabel("什么时候开始征集提案").fill(inDays(-1));
  await page.getByLabel("什么时候截止征集、开始会审").fill(inDays(20));
  await page.getByLabel("什么时候开始投票").fill(inDays(40));
  await page.getByLabel("什么时候截止投票、开始计票").fill(inDays(50));
  await page.getByRole("button", { name: "建立这次活动" }).click();
  await page.waitForURL(/\/contests\/\d+$/);
  await page.getByRole("heading", { name: title }).waitFor();
  return Number(page.url().match(/\d+$/)[0]);
}

/** A neighbour co-signs. */
export async function coSign(page, demo, number) {
  await page.goto(`${demo.address}/proposals/${number}`);
  await page.getByRole("button", { name: "联名支持" }).click();
  await page.getByText("联名成功").first().waitFor();
}

/** The author asks somebody to join them; the eight digits to pass on. */
export async function invite(page, demo, number) {
  await page.goto(`${demo.address}/proposals/${number}`);
  await page.getByRole("link", { name: "请人一起提" }).click();
  await page.getByRole("button", { name: "生成邀请码" }).click();
  return (await page.locator(".number--big").innerText()).replaceAll(/\D/g, "");
}

/** A neighbour joins the author with a code. */
export async function join(page, demo, number, code) {
  await page.goto(`${demo.address}/proposals/${number}/join#code=${code}`);
  await page.getByRole("button", { name: "加入", exact: true }).click();
  await page.getByText("加入成功。").first().waitFor();
}

/** The office sends a proposal back with what to mend. */
export async function sendBack(page, demo, number, what) {
  await page.goto(desk(demo, number, "return"));
  await page.getByLabel("要改什么?").fill(what);
  await page.getByRole("button", { name: "退回,请提案人改" }).click();
  await page.getByText("已经退回,提案人会收到通知。").first().waitFor();
}

/** The author mends where it is to be, and sends it again. */
export async function mendPlace(page, demo, number, place) {
  await page.goto(`${demo.address}/proposals/${number}`);
  await page.getByRole("link", { name: "修改提案" }).click();
  await page.getByRole("link", { name: "修改 在哪里" }).click();
  await page.getByLabel("在哪里?").fill(place);
  await goOn(page);
  await page.getByRole("button", { name: "交上修改" }).click();
  await page.getByText("居委会正在初审").first().waitFor();
}

/** The office lets a proposal pass the screening. */
export async function pass(page, demo, number) {
  await page.goto(desk(demo, number, "pass"));
  await page.getByRole("button", { name: "确定,通过初审" }).click();
  await page.getByText("已经通过初审,可以联名了。").first().waitFor();
}

/** The office rules a proposal out by an item of the list. */
export async function ruleOut(page, demo, number, item, why) {
  await page.goto(desk(demo, number, "rule-out"));
  await page.getByRole("radio", { name: item }).check();
  await page.getByLabel("为什么属于这一条?").fill(why);
  await page.getByRole("button", { name: "确定排除" }).click();
  await page.getByText("已经排除,原因已公开。").first().waitFor();
}

/** The office asks the author of a proposal whether it shall go on together with another. */
export async function suggestMerge(page, demo, number, into, why) {
  await page.goto(desk(demo, number, "merge"));
  await page.getByLabel("并到哪一号?").fill(`${into}`);
  await page.getByLabel("为什么建议合并?").fill(why);
  await page.getByRole("button", { name: "看看是哪一个" }).click();
  await page.locator("main").getByText(`第${into}号是`).first().waitFor();
  await page.getByRole("button", { name: "问提案人要不要合并" }).click();
  await page.getByText("已经问提案人,等回答。").first().waitFor();
}

/** The author agrees. */
export async function agreeMerge(page, demo, number) {
  await page.goto(`${demo.address}/proposals/${number}`);
  await page.getByRole("link", { name: "去看看,再决定" }).click();
  await page.getByRole("button", { name: "同意合并" }).click();
  await page.getByText("您同意了合并。").first().waitFor();
}

/** Whoever had co-signed the merged one moves their name. */
export async function moveName(page, demo, number, into) {
  await page.goto(`${demo.address}/proposals/${number}`);
  await page.getByRole("button", { name: `把联名转到第${into}号` }).click();
  await page.getByText("您的联名已经转过去。").first().waitFor();
}

async function findFeasible(page, demo, number, act, yuan) {
  await page.goto(desk(demo, number, act));
  await page.getByRole("radio", { name: /^能办/ }).check();
  await page.getByLabel("要多少钱(元)?").fill(yuan);
  await page.getByLabel("几个月办好?").fill("2");
}

/** A department that was asked says that it can be done. */
export async function assess(page, demo, number, yuan) {
  await findFeasible(page, demo, number, "assess", yuan);
  await page.getByRole("button", { name: "交上意见" }).click();
  await page.getByText("意见已经交上。").first().waitFor();
}

/** The department that leads gives the public answer: it can be done. */
export async function conclude(page, demo, number, yuan) {
  await findFeasible(page, demo, number, "conclude", yuan);
  await page.getByRole("button", { name: "公开这个结论" }).click();
  await page.getByText("结论已经公开,提案人会收到通知。").first().waitFor();
}

/** A resident objects to the rules. */
export async function objectToRules(page, demo, contest, words) {
  await page.goto(`${demo.address}/contests/${contest}/objections`);
  await page.getByRole("link", { name: "提异议", exact: true }).click();
  await page.getByRole("radio", { name: "规则" }).check();
  await page.getByLabel("哪里不对?").fill(words);
  await page.getByRole("button", { name: "提交异议" }).click();
  await page.getByText("这条是您提的。").waitFor();
}

/** The office answers the one objection that waits, and does not agree. */
export async function answerObjection(page, demo, words) {
  await page.goto(`${demo.address}/desk/objections`);
  await page.getByRole("link", { name: "答复异议" }).click();
  await page.getByRole("radio", { name: "异议不成立。" }).check();
  await page.getByLabel("理由,或者改了什么").fill(words);
  await page.getByRole("button", { name: "公开答复" }).click();
  await page.getByText("异议都答复了。").waitFor();
}

/** Whoever has voted votes anew; the receipt, which stays the same. */
export async function changeVote(page, demo, contest, numbers) {
  await choose(page, demo, contest, numbers.map(String));
  return castFromCheck(page);
}

/** The office counts, and publishes what was counted. */
export async function countAndPublish(page, demo, contest) {
  await page.goto(`${demo.address}/contests/${contest}`);
  await page.getByRole("button", { name: "开始计票" }).click();
  await page.getByText("票已经计好").first().waitFor({ state: "attached" });
  await page.getByRole("button", { name: "公布结果" }).click();
  await page.getByText("结果已经公布。").first().waitFor({ state: "attached" });
}

/** Counts in the browser what was published, and finds one's own ballot in it. */
export async function recount(page, demo, contest, receipt) {
  await page.goto(`${demo.address}/contests/${contest}/recount`);
  await page.getByRole("button", { name: "开始重新计票" }).click();
  await page.getByText("您的手机算出的结果与公布的完全一致。").first().waitFor();
  await page.getByText("选票文件和公布的指纹一致。").first().waitFor();
  await page.getByLabel("回执号").fill(receipt);
  await page.getByRole("button", { name: "找我的选票" }).click();
  await page.getByText(/^找到了。/).first().waitFor();
}

/** The office makes a project of what won; each line of the plan is a day and what is done. */
export async function beginProject(page, demo, number, plan) {
  await page.goto(projectDesk(demo, number, "begin"));
  await page.getByLabel("步骤,一行一步").fill(plan.join("\n"));
  await page.getByRole("button", { name: "立项" }).click();
  await page.getByText("立项了,提案人、联名和关注的居民都会收到通知。").first().waitFor();
}

/** The office enters a payment of today. */
export async function pay(page, demo, number, yuan, what, receipt) {
  await page.goto(projectDesk(demo, number, "pay"));
  await page.getByLabel("多少钱(元)").fill(yuan);
  await page.getByLabel("用途").fill(what);
  await page.getByLabel("凭据").fill(receipt);
  await page.getByRole("button", { name: "记上" }).click();
  await page.getByText("记上了,大家都看得到。").first().waitFor();
}

/** The office tells of the work, and which step is done with it. */
export async function report(page, demo, number, words, step) {
  await page.goto(project(demo, number, "report"));
  await page.getByRole("radio", { name: step }).check();
  await page.getByLabel("做了什么").fill(words);
  await page.getByRole("button", { name: "写上" }).click();
  await page.getByText("写上了。").first().waitFor();
}

/** The office says that it is done, and asks the residents until a day. */
export async function finish(page, demo, number, words, until) {
  await page.goto(projectDesk(demo, number, "finish"));
  await page.getByLabel("做了什么").fill(words);
  await page.getByLabel("验收到哪天为止").fill(until);
  await page.getByRole("button", { name: "请大家验收" }).click();
  await page.getByText("提请验收了,大家会收到通知。").first().waitFor();
}

/** A resident says that it is done. */
export async function sayDone(page, demo, number) {
  await page.goto(project(demo, number, "done"));
  await page.getByRole("button", { name: "我说做好了" }).click();
  await page.getByText("谢谢,记下了。").first().waitFor();
}

/** A resident says what is missing. */
export async function sayNotDone(page, demo, number, words) {
  await page.goto(`${demo.address}/projects/${number}`);
  await page.getByRole("link", { name: "还没做好" }).click();
  await page.getByLabel("还缺什么").fill(words);
  await page.getByRole("button", { name: "我说还没做好" }).click();
  await page.getByText("谢谢,记下了。居委会会答复。").first().waitFor();
}

/** The office answers one who says that something is missing. */
export async function answerVoice(page, demo, number, said, words) {
  await page.goto(projectDesk(demo, number, "answer"));
  await page.getByRole("radio", { name: said }).check();
  await page.getByLabel("答复", { exact: true }).fill(words);
  await page.getByRole("button", { name: "公开答复" }).click();
  await page.getByText("答复了。").first().waitFor();
}

/** The office closes a project with its report. */
export async function closeProject(page, demo, number, done, learnt) {
  await page.goto(projectDesk(demo, number, "close"));
  await page.getByLabel("做了什么").fill(done);
  await page.getByLabel("学到什么").fill(learnt);
  await page.getByRole("button", { name: "公开报告,结项" }).click();
  await page.getByText("结项了。").first().waitFor();
}
