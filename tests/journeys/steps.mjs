// What people do in a journey, each step a sentence.

/** Opens the link of a letter; ends on the first screen, signed in. */
export async function signInByLetter(page, demo, nth) {
  await page.goto(`${demo.address}/sign-in#code=${demo.codes[nth]}`);
  await page.getByText("您好!").waitFor();
}

/** Signs in as the organiser. */
export async function signInAsOrganiser(page, demo) {
  await page.goto(`${demo.address}/sign-in`);
  await page.getByRole("button", { name: "工作人员登录" }).click();
  await page.getByLabel("姓名").fill(demo.staff.name);
  await page.getByLabel("密码").fill(demo.staff.password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.getByText("您好!").waitFor();
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

/** The organiser puts a proposal on the shortlist. */
export async function shortlist(page, demo, proposal, yuan) {
  await page.goto(`${demo.address}/proposals/${proposal}`);
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
