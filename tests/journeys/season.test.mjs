// A whole season of the contest on the screen: every kind of act is done once by hand, thirty
// residents vote, and at the end a guest reads the closing report in Chinese and in English.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkScreen } from "./checks.mjs";
import { openBrowser, openDemo, openPhone } from "./demo.mjs";
import { pressByKey } from "./keys.mjs";
import {
  agreeMerge, answerObjection, answerVoice, ask, assess, beginProject, changeVote, closeProject,
  coSign, conclude, countAndPublish, dayIn, finish, invite, join, mendPlace, moveName, neighbours,
  objectToRules, openContest, pass, pay, proposeByApi, read, recount, report, ruleOut, sayDone,
  sayNotDone, send, sendBack, signInWithCode, suggestMerge, tokenOf, voteByApi,
} from "./season_steps.mjs";
import {
  fillProposal, moveOn, numberSent, sendToReview, shortlist, signInAs, signInAsOrganiser,
  signInByLetter, stageOf, vote,
} from "./steps.mjs";

/** Residents who act by hand; the others do the same over HTTP. */
const BY_HAND = 3;
const VOTERS = 30;
const MISSING = "门口的灯还没有亮。";

let demo;
let browser;
const phones = [];

before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

/** A phone of its own for somebody. */
async function phone(signIn) {
  const opened = await openPhone(browser);
  phones.push(opened);
  await signIn(opened.page);
  return opened.page;
}

const resident = (nth) => phone((page) => signInByLetter(page, demo, nth));
const staff = (name) => phone((page) => signInAs(page, demo, name));

/** What somebody asks of a proposal over HTTP, or of a project. */
const of = (number) => `proposals/${number}`;
const projectOf = (number) => `projects/${number}`;

test("a season from the first proposal to the last report", async (t) => {
  const office = await phone((page) => signInAsOrganiser(page, demo));
  const [author, neighbour, third] = [await resident(0), await resident(1), await resident(2)];
  const [property, squad] = [await staff("wuye"), await staff("chengguan")];
  const bureau = await tokenOf(office);
  const many = await neighbours(demo, bureau, VOTERS - demo.codes.length);
  for (const code of demo.codes.slice(BY_HAND)) many.push(await signInWithCode(demo, code));
  assert.equal(many.length + BY_HAND, VOTERS);
  let contest;
  const number = {};

  await t.test("the office sets a contest up, and residents propose", async () => {
    contest = await openContest(office, demo, "整季提案大赛");
    await fillProposal(author, demo, contest, "给3号楼门口装扶手");
    await author.getByRole("button", { name: "提交提案" }).click();
    number.rail = await numberSent(author);
    await join(third, demo, number.rail, await invite(author, demo, number.rail));
    const mine = await tokenOf(neighbour);
    number.same = await proposeByApi(demo, mine, contest, "3号楼门前要一根栏杆");
    const titles = ["楼道换声控灯", "小花园放长椅", "门口挂广告牌", "东墙种四十棵树"];
    for (const [at, name] of ["lamps", "bench", "advert", "trees"].entries()) {
      number[name] = await proposeByApi(demo, many[at], contest, titles[at]);
    }
  });

  await t.test("one is sent back and mended, one ruled out by the list, the rest pass", async () => {
    await sendBack(office, demo, number.rail, "请写明装在哪一边。");
    await mendPlace(author, demo, number.rail, "3号楼门口右边");
    await pass(office, demo, number.rail);
    const item = /只对一家一户有好处的/;
    await ruleOut(office, demo, number.advert, item, "只对挂牌的那一家有好处。");
    await checkScreen(office, "a proposal of the season that was ruled out");
    for (const name of ["same", "lamps", "bench", "trees"]) {
      await ask(demo, bureau, of(number[name]), { kind: "pass" });
    }
    assert.equal(await stageOf(demo, number.advert), "out_of_scope");
  });

  await t.test("neighbours co-sign, and two proposals go on as one", async () => {
    await neighbour.goto(`${demo.address}/proposals/${number.rail}`);
    await neighbour.getByRole("button", { name: "联名支持" }).waitFor();
    await pressByKey(neighbour, "联名支持");
    await neighbour.getByText("联名成功").first().waitFor();
    for (const name of ["lamps", "bench", "trees"]) {
      for (const token of many.slice(10, 12)) {
        await ask(demo, token, of(number[name]), { kind: "co_sign" });
      }
      assert.equal(await stageOf(demo, number[name]), "qualified");
    }
    const mover = await resident(3);
    await coSign(mover, demo, number.same);
    await suggestMerge(office, demo, number.same, number.rail, "要的是同一根扶手。");
    await agreeMerge(neighbour, demo, number.same);
    await moveName(mover, demo, number.same, number.rail);
    assert.equal(await stageOf(demo, number.rail), "qualified", "with the name that moved");
  });

  await t.test("departments look at what qualified", async () => {
    await moveOn(office, demo, contest, "部门会审", "征集到期了。");
    await sendToReview(office, demo, number.rail, "物业公司", ["城管中队"]);
    await assess(squad, demo, number.rail, "3000");
    await conclude(property, demo, number.rail, "3000");
    await checkScreen(property, "a public answer of the season");
    const { review } = await read(demo, of(number.rail));
    const [lead] = review.asked.map(({ id }) => id);
    const word = await tokenOf(property);
    const answers = {
      lamps: { kind: "feasible", cost: 200_000, months: 1 },
      trees: { kind: "not_feasible", reason: "地下有燃气管线。" },
    };
    for (const [name, finding] of Object.entries(answers)) {
      const asked = { kind: "send_to_review", lead, others: [], due: review.due };
      await ask(demo, bureau, of(number[name]), asked);
      await ask(demo, word, of(number[name]), { kind: "conclude", finding });
    }
    await shortlist(office, demo, number.bench, "4000");
    assert.equal(await stageOf(demo, number.trees), "not_feasible");
  });

  await t.test("in the notice somebody objects to the rules, and is answered", async () => {
    await moveOn(office, demo, contest, "公示", "名单定了。");
    await objectToRules(third, demo, contest, "抽签没有公开。");
    await answerObjection(office, demo, "抽签有录像,在公告栏。");
    await third.reload();
    await third.getByText("抽签有录像,在公告栏。").first().waitFor();
    await checkScreen(third, "an objection of the season with its answer");
    await moveOn(office, demo, contest, "投票", "公示期满。");
  });

  let receipt;
  await t.test("thirty residents vote, and one changes her mind", async () => {
    const { rail, lamps, bench } = number;
    receipt = await vote(author, demo, contest, [rail, lamps]);
    const first = await vote(neighbour, demo, contest, [bench]);
    assert.equal(await changeVote(neighbour, demo, contest, [rail]), first, "the same ballot");
    await vote(third, demo, contest, [lamps]);
    const choices = [[rail, lamps], [rail, bench], [lamps]];
    for (const [at, token] of many.entries()) {
      await voteByApi(demo, token, contest, choices[at % 3]);
    }
  });

  await t.test("the office counts, and anyone counts again in the browser", async () => {
    await moveOn(office, demo, contest, "计票", "大家都投过了。");
    await countAndPublish(office, demo, contest);
    const { tally, rules } = await read(demo, `contests/${contest}/result`);
    assert.equal(tally.n_voters, VOTERS);
    assert.deepEqual([...tally.winners].sort(), [number.rail, number.lamps].map(String).sort());
    assert.ok(tally.total_cost <= rules.budget);
    const votes = Object.fromEntries(tally.outcomes.map((it) => [it.project, it.supporters]));
    // Nine of the twenty-seven each, and the three by hand.
    assert.deepEqual(
      [votes[number.rail], votes[number.lamps], votes[number.bench]],
      [9 + 9 + 2, 9 + 9 + 2, 9],
    );
    await author.goto(`${demo.address}/contests/${contest}/result`);
    await author.getByRole("heading", { name: /^计票结果/ }).waitFor();
    await author.getByText("第 1 步").first().waitFor();
    await checkScreen(author, "the result of the season");
    await recount(author, demo, contest, receipt);
    assert.equal(await stageOf(demo, number.bench), "reserve");
    await moveOn(office, demo, contest, "结果确定", "没有人对结果提异议。");
  });

  await t.test("what won becomes a project, whose money everybody reads", async () => {
    const plan = [`${dayIn(30)} 买材料`, `${dayIn(60)} 装好`];
    await beginProject(office, demo, number.rail, plan);
    await moveOn(office, demo, contest, "实施", "开工了。");
    await pay(office, demo, number.rail, "1200", "买扶手", "发票 12");
    await report(office, demo, number.rail, "材料到了。", "买材料");
    await report(office, demo, number.rail, "两边都装好了。", "装好");
    await author.goto(`${demo.address}/projects/${number.rail}`);
    await author.getByText("您在项目组里。").first().waitFor();
    await author.getByText("1,200 元").first().waitFor({ state: "attached" });
    await checkScreen(author, "the project of the season");
    // The other winner cannot be built after all, and everybody reads why.
    const steps = [{ title: "买灯", due: dayIn(30) }];
    await send(demo, "projects", { proposal: number.lamps, plan: steps }, { token: bureau });
    const stop = { kind: "stop", reason: "电力公司要统一换灯。", rest: "退回社区。" };
    await ask(demo, bureau, projectOf(number.lamps), stop);
  });

  await t.test("residents say whether it is done, and are answered", async () => {
    await finish(office, demo, number.rail, "两边都装好了。", dayIn(3));
    await sayDone(author, demo, number.rail);
    await sayNotDone(neighbour, demo, number.rail, MISSING);
    for (const token of many.slice(0, 5)) {
      await ask(demo, token, projectOf(number.rail), { kind: "say", says: { kind: "done" } });
    }
    await answerVoice(office, demo, number.rail, MISSING, "灯今天修好了。");
    const { n_done, n_not_done, n_unanswered } = await read(demo, projectOf(number.rail));
    assert.deepEqual([n_done, n_not_done, n_unanswered], [6, 1, 0]);
  });

  await t.test("the office closes it with a report, and the season ends", async () => {
    await demo.moveClock(`${dayIn(4)}T10:00:00+08:00`);
    await signInAsOrganiser(office, demo);
    await closeProject(office, demo, number.rail, "三段扶手都装好了。", "早点问邻居。");
    await moveOn(office, demo, contest, "结束", "项目都结项了。");
  });

  await t.test("a guest reads the closing report, in Chinese and in English", async () => {
    const guest = await phone(() => undefined);
    await guest.goto(`${demo.address}/projects/${number.rail}`);
    await guest.getByText("做了什么:三段扶手都装好了。").first().waitFor();
    await guest.getByText("学到什么:早点问邻居。").first().waitFor();
    await guest.getByText("花了 1,200 元").first().waitFor();
    await guest.getByText("答复:灯今天修好了。").first().waitFor();
    await checkScreen(guest, "the closing report in Chinese");
    await guest.getByRole("button", { name: "English" }).click();
    await guest.getByText("What was done: 三段扶手都装好了。").first().waitFor();
    await guest.getByText("What was learnt: 早点问邻居。").first().waitFor();
    await guest.getByText("Done and closed").first().waitFor();
    await checkScreen(guest, "the closing report in English");
  });

  await t.test("the record tells all of it, and no page complained", async () => {
    assert.doesNotMatch(await demo.run(["verify"]), /DIFFERS/);
    assert.deepEqual(phones.flatMap(({ faults }) => faults), []);
    assert.deepEqual(phones.flatMap(({ strangers }) => [...strangers]), []);
  });
});
