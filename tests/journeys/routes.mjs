// Every address of the app, and who has to be signed in to see what it is for.
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";

const source = resolve(import.meta.dirname, "../../src");

/** The screens on which the office enters what came on paper or by phone. */
const ENTERING = [
  "what", "whom", "came-by", "day", "contest", "title", "requests", "place", "why", "cost",
  "sent-as", "words", "where", "asked", "number", "series", "dates", "join", "group", "check", "done",
];

/** The acts of the staff on a submission; those that are not possible say so. */
const ACTS = [
  "acknowledge", "answer", "uphold", "report", "deliver", "pass-on", "extend", "sort", "tell",
  "close",
];

/** The acts of the staff on a proposal; those that are not possible say so. */
const REVIEWING = [
  "pass", "return", "rule-out", "admit", "send", "assess", "conclude", "shortlist", "set-aside",
  "merge", "take-back",
];

/** The acts of the office on a project; those that are not possible say so. */
const WORKING = [
  "begin", "pay", "correct", "plan", "finish", "answer", "close", "resume", "take-over", "stop",
];

/** The acts on a project that is not underway, and which one they are about. */
const WORKED_ON = {
  begin: "toBegin", answer: "accepting", close: "accepting", resume: "accepting",
};

/** The acts of the organiser on a series of councils; those that are not possible say so. */
const PLANNING = [
  "describe", "topics", "needs", "slots", "slot", "withdraw", "open", "extend", "plan", "close",
  "cancel",
];

/** The acts of the staff on a council, likewise. */
const COUNCIL_ACTS = [
  "agenda", "notice", "move", "link", "facilitator", "cancel", "follow-up", "minutes", "close",
  "answer-for",
];

/** `at` gives an address to look at; a pattern may stand here several times. */
const SCREENS = [
  { pattern: "/", who: "guest", at: () => "/" },
  { pattern: "/", who: "resident", at: () => "/" },
  { pattern: "/", who: "organiser", at: () => "/" },
  { pattern: "/sign-in", who: "guest", at: () => "/sign-in" },
  { pattern: "/display", who: "guest", at: () => "/display" },
  { pattern: "/display", who: "resident", at: () => "/display" },
  { pattern: "/mine", who: "voter", at: () => "/mine" },
  { pattern: "/mine", who: "guest", at: () => "/mine" },
  { pattern: "/ask", who: "guest", at: () => "/ask" },
  { pattern: "/ask", who: "resident", at: () => "/ask" },
  { pattern: "/feedback/say", who: "resident", at: () => "/feedback/say" },
  ...["kind", "what", "where", "photo", "requests", "check"].map((step) => ({
    pattern: "/feedback/say/:step",
    who: "resident",
    at: () => `/feedback/say/${step}`,
  })),
  { pattern: "/feedback/say/:step", who: "guest", at: () => "/feedback/say/check" },
  { pattern: "/feedback/:id/sent", who: "voter", at: ({ said }) => `/feedback/${said}/sent` },
  { pattern: "/feedback/:id", who: "voter", at: ({ said }) => `/feedback/${said}` },
  { pattern: "/feedback/:id", who: "resident", at: ({ said }) => `/feedback/${said}` },
  { pattern: "/feedback/:id", who: "guest", at: ({ said }) => `/feedback/${said}` },
  { pattern: "/feedback/:id", who: "voter", at: ({ mine }) => `/feedback/${mine}` },
  { pattern: "/feedback/:id/:act", who: "voter", at: ({ said }) => `/feedback/${said}/withdraw` },
  { pattern: "/feedback/:id/:act", who: "voter", at: ({ said }) => `/feedback/${said}/confirm` },
  { pattern: "/moderation", who: "guest", at: () => "/moderation" },
  { pattern: "/moderation/:id", who: "guest", at: () => "/moderation/1" },
  { pattern: "/report/:id", who: "guest", at: ({ said }) => `/report/${said}` },
  { pattern: "/report/:id", who: "resident", at: ({ said }) => `/report/${said}` },
  { pattern: "/report/:id", who: "resident", at: (it) => `/report/objection-${it.objection}` },
  { pattern: "/desk/today", who: "organiser", at: () => "/desk/today" },
  { pattern: "/desk/today", who: "guest", at: () => "/desk/today" },
  { pattern: "/desk/moderation", who: "organiser", at: () => "/desk/moderation" },
  { pattern: "/number/:id", who: "guest", at: ({ said }) => `/number/${said}` },
  { pattern: "/waiting", who: "resident", at: () => "/waiting" },
  { pattern: "/waiting", who: "guest", at: () => "/waiting" },
  { pattern: "/devices", who: "resident", at: () => "/devices" },
  { pattern: "/contests", who: "resident", at: () => "/contests" },
  { pattern: "/contests/new", who: "guest", at: () => "/contests/new" },
  { pattern: "/contests/new", who: "organiser", at: () => "/contests/new" },
  { pattern: "/contests/:id", who: "resident", at: ({ collecting }) => `/contests/${collecting}` },
  { pattern: "/contests/:id", who: "resident", at: ({ past }) => `/contests/${past}` },
  { pattern: "/contests/:id", who: "organiser", at: ({ voting }) => `/contests/${voting}` },
  {
    pattern: "/contests/:id/proposals",
    who: "resident",
    at: ({ collecting }) => `/contests/${collecting}/proposals`,
  },
  ...["what", "requests", "where", "why", "cost", "photo", "check"].map((step) => ({
    pattern: "/contests/:id/propose/:step",
    who: "resident",
    at: ({ collecting }) => `/contests/${collecting}/propose/${step}`,
  })),
  {
    pattern: "/contests/:id/propose/:step",
    who: "guest",
    at: ({ collecting }) => `/contests/${collecting}/propose/check`,
  },
  {
    pattern: "/contests/:id/proposed/:proposal",
    who: "voter",
    at: ({ collecting, mine }) => `/contests/${collecting}/proposed/${mine}`,
  },
  { pattern: "/proposals/:id", who: "voter", at: ({ mine }) => `/proposals/${mine}` },
  { pattern: "/proposals/:id", who: "resident", at: ({ mine }) => `/proposals/${mine}` },
  { pattern: "/proposals/:id", who: "guest", at: ({ onBallot }) => `/proposals/${onBallot}` },
  { pattern: "/proposals/:id", who: "organiser", at: ({ mine }) => `/proposals/${mine}` },
  ...["edited", "merged", "returned", "ruledOut", "reviewed"].map((at) => ({
    pattern: "/proposals/:id",
    who: "resident",
    at: (things) => `/proposals/${things[at]}`,
  })),
  { pattern: "/proposals/:id/edit", who: "voter", at: ({ mine }) => `/proposals/${mine}/edit` },
  { pattern: "/proposals/:id/edit", who: "guest", at: ({ mine }) => `/proposals/${mine}/edit` },
  ...["what", "requests", "where", "why", "cost", "photo"].map((step) => ({
    pattern: "/proposals/:id/edit/:step",
    who: "voter",
    at: ({ mine }) => `/proposals/${mine}/edit/${step}`,
  })),
  { pattern: "/proposals/:id/texts", who: "guest", at: ({ edited }) => `/proposals/${edited}/texts` },
  { pattern: "/proposals/:id/texts", who: "voter", at: ({ mine }) => `/proposals/${mine}/texts` },
  { pattern: "/proposals/:id/invite", who: "voter", at: ({ mine }) => `/proposals/${mine}/invite` },
  { pattern: "/proposals/:id/invite", who: "guest", at: ({ mine }) => `/proposals/${mine}/invite` },
  ...["guest", "resident", "voter"].map((who) => ({
    pattern: "/proposals/:id/join",
    who,
    at: ({ mine }) => `/proposals/${mine}/join`,
  })),
  { pattern: "/proposals/:id/merge", who: "voter", at: ({ mine }) => `/proposals/${mine}/merge` },
  { pattern: "/proposals/:id/merge", who: "guest", at: ({ mine }) => `/proposals/${mine}/merge` },
  ...["voter", "guest"].map((who) => (
    { pattern: "/proposals/:id/coaching", who, at: ({ mine }) => `/proposals/${mine}/coaching` })),
  ...["resident", "guest", "organiser"].map((who) => (
    { pattern: "/coaching", who, at: () => "/coaching" })),
  ...["resident", "voter", "organiser"].map((who) => (
    { pattern: "/coaching/:id", who, at: ({ coaching }) => `/coaching/${coaching}` })),
  {
    pattern: "/contests/:id/vote",
    who: "resident",
    at: ({ voting }) => `/contests/${voting}/vote`,
  },
  {
    pattern: "/contests/:id/vote",
    who: "organiser",
    at: ({ voting }) => `/contests/${voting}/vote`,
  },
  { pattern: "/contests/:id/vote", who: "guest", at: ({ voting }) => `/contests/${voting}/vote` },
  {
    pattern: "/contests/:id/vote/check",
    who: "voter",
    at: ({ voting }) => `/contests/${voting}/vote/check`,
  },
  {
    pattern: "/contests/:id/vote/check",
    who: "resident",
    at: ({ voting }) => `/contests/${voting}/vote/check`,
  },
  {
    pattern: "/contests/:id/vote/done",
    who: "voter",
    at: ({ voting }) => `/contests/${voting}/vote/done`,
  },
  {
    pattern: "/contests/:id/result",
    who: "resident",
    at: ({ past }) => `/contests/${past}/result`,
  },
  {
    pattern: "/contests/:id/result/:key",
    who: "resident",
    at: ({ past }) => `/contests/${past}/result/1`,
  },
  {
    pattern: "/contests/:id/recount",
    who: "resident",
    at: ({ past }) => `/contests/${past}/recount`,
  },
  {
    pattern: "/print/result/:id",
    who: "guest",
    at: ({ past }) => `/print/result/${past}`,
  },
  ...["guest", "resident"].flatMap((who) => ["objections", "object"].map((page) => ({
    pattern: `/contests/:id/${page}`,
    who,
    at: ({ objecting }) => `/contests/${objecting}/${page}`,
  }))),
  ...["objecting", "closed"].map((at) => ({
    pattern: "/contests/:id",
    who: "guest",
    at: (things) => `/contests/${things[at]}`,
  })),
  { pattern: "/desk/objections", who: "organiser", at: () => "/desk/objections" },
  {
    pattern: "/desk/objections/:id",
    who: "organiser",
    at: ({ objection }) => `/desk/objections/${objection}`,
  },
  {
    pattern: "/contests/:id/rehearsal",
    who: "organiser",
    at: ({ voting }) => `/contests/${voting}/rehearsal`,
  },
  {
    pattern: "/contests/:id/rehearsal",
    who: "guest",
    at: ({ past }) => `/contests/${past}/rehearsal`,
  },
  { pattern: "/help", who: "voter", at: () => "/help" },
  { pattern: "/help", who: "guest", at: () => "/help" },
  ...["what", "how-long", "agree", "code"].map((step) => ({
    pattern: "/help/start/:step",
    who: step === "code" ? "voter" : "resident",
    at: () => `/help/start/${step}`,
  })),
  { pattern: "/help/:id", who: "voter", at: ({ help }) => `/help/${help}` },
  { pattern: "/helping", who: "resident", at: () => "/helping" },
  { pattern: "/", who: "helper", at: () => "/" },
  { pattern: "/mine", who: "helper", at: () => "/mine" },
  { pattern: "/proposals/:id", who: "helper", at: ({ mine }) => `/proposals/${mine}` },
  {
    pattern: "/contests/:id/vote",
    who: "helper",
    at: ({ voting }) => `/contests/${voting}/vote`,
  },
  ...["", "/keyboard", "/record"].map((rung) => ({
    pattern: `/contests/:id/speak${rung}`,
    who: "resident",
    at: ({ collecting }) => `/contests/${collecting}/speak${rung}`,
  })),
  {
    pattern: "/recordings/:id/sent",
    who: "voter",
    at: ({ recording }) => `/recordings/${recording}/sent`,
  },
  { pattern: "/recordings", who: "voter", at: () => "/recordings" },
  { pattern: "/recordings/:id", who: "voter", at: ({ recording }) => `/recordings/${recording}` },
  { pattern: "/desk/recordings", who: "organiser", at: () => "/desk/recordings" },
  {
    pattern: "/desk/recordings/:id",
    who: "organiser",
    at: ({ recording }) => `/desk/recordings/${recording}`,
  },
  { pattern: "/voice", who: "resident", at: () => "/voice" },
  { pattern: "/call-me", who: "guest", at: () => "/call-me" },
  { pattern: "/call-me/:id", who: "guest", at: ({ call }) => `/call-me/${call}` },
  { pattern: "/times", who: "resident", at: () => "/times" },
  { pattern: "/times", who: "guest", at: () => "/times" },
  ...["when", "weekdays", "saturday", "sunday", "attend", "check"].map((step) => ({
    pattern: "/times/:step",
    who: "resident",
    at: () => `/times/${step}`,
  })),
  { pattern: "/councils", who: "resident", at: () => "/councils" },
  { pattern: "/councils", who: "guest", at: () => "/councils" },
  { pattern: "/councils/topics", who: "resident", at: () => "/councils/topics" },
  { pattern: "/councils/topics", who: "guest", at: () => "/councils/topics" },
  { pattern: "/series/:id", who: "resident", at: ({ series }) => `/series/${series}` },
  { pattern: "/series/:id", who: "guest", at: ({ series }) => `/series/${series}` },
  { pattern: "/series/:id", who: "resident", at: ({ planned }) => `/series/${planned}` },
  ...["how", "days", "attend", "group", "check"].map((step) => ({
    pattern: "/series/:id/answer/:step",
    who: "resident",
    at: ({ series }) => `/series/${series}/answer/${step}`,
  })),
  {
    pattern: "/series/:id/answer/:step",
    who: "guest",
    at: ({ series }) => `/series/${series}/answer/how`,
  },
  {
    pattern: "/series/:id/answered",
    who: "resident",
    at: ({ series }) => `/series/${series}/answered`,
  },
  { pattern: "/series/:id/plan", who: "guest", at: ({ planned }) => `/series/${planned}/plan` },
  { pattern: "/series/:id/plan", who: "resident", at: ({ series }) => `/series/${series}/plan` },
  {
    pattern: "/series/:id/why/:slot",
    who: "guest",
    at: ({ planned, notChosen }) => `/series/${planned}/why/${notChosen}`,
  },
  { pattern: "/print/series/:id", who: "guest", at: ({ series }) => `/print/series/${series}` },
  {
    pattern: "/feedback/say/:step",
    who: "resident",
    at: () => "/feedback/say/kind?kind=topic",
  },
  {
    pattern: "/print/proposal/:id",
    who: "guest",
    at: ({ collecting }) => `/print/proposal/${collecting}`,
  },
  { pattern: "/print/ballot/:id", who: "resident", at: ({ voting }) => `/print/ballot/${voting}` },
  { pattern: "/print/times", who: "guest", at: () => "/print/times" },
  { pattern: "/desk", who: "organiser", at: () => "/desk" },
  { pattern: "/desk", who: "resident", at: () => "/desk" },
  { pattern: "/desk/callbacks", who: "organiser", at: () => "/desk/callbacks" },
  { pattern: "/desk/callbacks/:id", who: "organiser", at: ({ call }) => `/desk/callbacks/${call}` },
  { pattern: "/desk/residents", who: "organiser", at: () => "/desk/residents" },
  { pattern: "/desk/residents/:id", who: "organiser", at: () => "/desk/residents/1" },
  { pattern: "/desk/register", who: "organiser", at: () => "/desk/register" },
  { pattern: "/desk/register", who: "resident", at: () => "/desk/register" },
  { pattern: "/desk/register/import", who: "organiser", at: () => "/desk/register/import" },
  { pattern: "/desk/register/silent", who: "organiser", at: () => "/desk/register/silent" },
  { pattern: "/desk/letters", who: "organiser", at: () => "/desk/letters" },
  { pattern: "/desk/letters/:batch", who: "organiser", at: () => "/desk/letters/1" },
  { pattern: "/desk/statistics", who: "organiser", at: () => "/desk/statistics" },
  { pattern: "/desk/statistics/calls", who: "organiser", at: () => "/desk/statistics/calls" },
  ...ENTERING.map((step) => ({
    pattern: "/desk/enter/:step",
    who: "organiser",
    at: () => `/desk/enter/${step}`,
  })),
  { pattern: "/ledger", who: "guest", at: () => "/ledger" },
  { pattern: "/ledger", who: "resident", at: () => "/ledger?overdue=true" },
  { pattern: "/desk/feedback", who: "organiser", at: () => "/desk/feedback" },
  { pattern: "/desk/feedback", who: "resident", at: () => "/desk/feedback" },
  ...ACTS.map((act) => ({
    pattern: "/desk/feedback/:id/:act",
    who: "organiser",
    at: ({ waiting }) => `/desk/feedback/${waiting}/${act}`,
  })),
  { pattern: "/desk/proposals", who: "organiser", at: () => "/desk/proposals" },
  { pattern: "/desk/proposals", who: "resident", at: () => "/desk/proposals" },
  ...["mine", "qualified", "inReview"].map((which) => ({
    pattern: "/desk/proposals/:id",
    who: "organiser",
    at: (things) => `/desk/proposals/${things[which]}`,
  })),
  { pattern: "/desk/proposals/:id", who: "resident", at: ({ mine }) => `/desk/proposals/${mine}` },
  ...REVIEWING.map((act) => ({
    pattern: "/desk/proposals/:id/:act",
    who: "organiser",
    at: ({ mine }) => `/desk/proposals/${mine}/${act}`,
  })),
  ...["send", "shortlist", "set-aside", "merge"].map((act) => ({
    pattern: "/desk/proposals/:id/:act",
    who: "organiser",
    at: ({ qualified }) => `/desk/proposals/${qualified}/${act}`,
  })),
  ...["send", "assess", "conclude"].map((act) => ({
    pattern: "/desk/proposals/:id/:act",
    who: "organiser",
    at: ({ inReview }) => `/desk/proposals/${inReview}/${act}`,
  })),
  { pattern: "/projects", who: "guest", at: () => "/projects" },
  ...["working", "accepting", "delivered"].map((at) => ({
    pattern: "/projects/:id",
    who: "resident",
    at: (things) => `/projects/${things[at]}`,
  })),
  { pattern: "/projects/:id", who: "organiser", at: ({ working }) => `/projects/${working}` },
  ...["done", "not-done", "join", "leave", "report"].map((act) => ({
    pattern: "/projects/:id/:act",
    who: "resident",
    at: ({ accepting }) => `/projects/${accepting}/${act}`,
  })),
  { pattern: "/desk/projects", who: "organiser", at: () => "/desk/projects" },
  ...WORKING.map((act) => ({
    pattern: act === "begin" ? "/desk/projects/:id/begin" : "/desk/projects/:id/:act",
    who: "organiser",
    at: (things) => `/desk/projects/${things[WORKED_ON[act] ?? "working"]}/${act}`,
  })),
  { pattern: "/notices", who: "voter", at: () => "/notices" },
  { pattern: "/notices", who: "guest", at: () => "/notices" },
  { pattern: "/notices/choices", who: "resident", at: () => "/notices/choices" },
  { pattern: "/desk/calls", who: "organiser", at: () => "/desk/calls" },
  { pattern: "/print/notice", who: "organiser", at: () => "/print/notice" },
  { pattern: "/desk/series", who: "organiser", at: () => "/desk/series" },
  { pattern: "/desk/series", who: "resident", at: () => "/desk/series" },
  { pattern: "/desk/series/new", who: "organiser", at: () => "/desk/series/new" },
  {
    pattern: "/desk/series/:id",
    who: "organiser",
    at: ({ planning }) => `/desk/series/${planning}`,
  },
  { pattern: "/desk/series/:id", who: "organiser", at: ({ series }) => `/desk/series/${series}` },
  { pattern: "/desk/series/:id", who: "organiser", at: ({ planned }) => `/desk/series/${planned}` },
  {
    pattern: "/desk/series/:id/who",
    who: "organiser",
    at: ({ planning }) => `/desk/series/${planning}/who`,
  },
  {
    pattern: "/desk/series/:id/:act",
    who: "organiser",
    at: ({ series }) => `/desk/series/${series}/extend`,
  },
  ...PLANNING.map((act) => ({
    pattern: "/desk/series/:id/:act",
    who: "organiser",
    at: ({ planning }) => `/desk/series/${planning}/${act}`,
  })),
  { pattern: "/councils/statistics", who: "guest", at: () => "/councils/statistics" },
  { pattern: "/councils/:id", who: "guest", at: ({ council }) => `/councils/${council}` },
  { pattern: "/councils/:id", who: "resident", at: ({ council }) => `/councils/${council}` },
  { pattern: "/councils/:id", who: "voter", at: ({ council }) => `/councils/${council}` },
  { pattern: "/councils/:id", who: "organiser", at: ({ council }) => `/councils/${council}` },
  { pattern: "/councils/:id", who: "resident", at: ({ held }) => `/councils/${held}` },
  ...["seat", "decline", "reminder", "calendar", "minutes"].map((act) => ({
    pattern: "/councils/:id/:act",
    who: "voter",
    at: ({ council }) => `/councils/${council}/${act}`,
  })),
  {
    pattern: "/councils/:id/:act",
    who: "resident",
    at: ({ council }) => `/councils/${council}/seat`,
  },
  { pattern: "/councils/:id/:act", who: "guest", at: ({ held }) => `/councils/${held}/minutes` },
  { pattern: "/print/council/:id", who: "guest", at: ({ council }) => `/print/council/${council}` },
  { pattern: "/desk/councils", who: "organiser", at: () => "/desk/councils" },
  { pattern: "/desk/councils", who: "resident", at: () => "/desk/councils" },
  {
    pattern: "/desk/councils/:id",
    who: "organiser",
    at: ({ council }) => `/desk/councils/${council}`,
  },
  { pattern: "/desk/councils/:id", who: "organiser", at: ({ held }) => `/desk/councils/${held}` },
  ...["run", "people"].map((page) => ({
    pattern: `/desk/councils/:id/${page}`,
    who: "organiser",
    at: ({ council }) => `/desk/councils/${council}/${page}`,
  })),
  ...COUNCIL_ACTS.map((act) => ({
    pattern: "/desk/councils/:id/:act",
    who: "organiser",
    at: ({ council }) => `/desk/councils/${council}/${act}`,
  })),
  {
    pattern: "/desk/councils/:id/:act",
    who: "organiser",
    at: ({ held }) => `/desk/councils/${held}/follow-up`,
  },
  { pattern: "/account", who: "administrator", at: () => "/account" },
  { pattern: "/account", who: "guest", at: () => "/account" },
  ...["password", "second-factor", "recovery-codes"].map((act) => ({
    pattern: "/account/:act",
    who: "administrator",
    at: () => `/account/${act}`,
  })),
  { pattern: "/desk", who: "administrator", at: () => "/desk" },
  { pattern: "/desk/staff", who: "administrator", at: () => "/desk/staff" },
  { pattern: "/desk/staff", who: "organiser", at: () => "/desk/staff" },
  { pattern: "/desk/staff/new", who: "administrator", at: () => "/desk/staff/new" },
  { pattern: "/desk/staff/:id", who: "administrator", at: () => "/desk/staff/1" },
  ...["role", "password", "second-factor", "retire"].map((act) => ({
    pattern: "/desk/staff/:id/:act",
    who: "administrator",
    at: () => `/desk/staff/1/${act}`,
  })),
  { pattern: "/desk/departments", who: "organiser", at: () => "/desk/departments" },
  { pattern: "/desk/departments/new", who: "organiser", at: () => "/desk/departments/new" },
  ...["rename", "dissolve"].map((act) => ({
    pattern: "/desk/departments/:id/:act",
    who: "organiser",
    at: () => `/desk/departments/1/${act}`,
  })),
  { pattern: "/desk/places", who: "organiser", at: () => "/desk/places" },
  { pattern: "/desk/places/new", who: "organiser", at: () => "/desk/places/new" },
  { pattern: "/desk/places/:id/:act", who: "organiser", at: () => "/desk/places/1/rename" },
  { pattern: null, who: "resident", at: ({ voting }) => `/contests/${voting}/result` },
  { pattern: null, who: "guest", at: () => "/no-such-page" },
  { pattern: null, who: "resident", at: () => "/proposals/999999" },
];

/** Every screen to look at; its name has words in the place of numbers. */
export const ROUTES = SCREENS.map((route) => ({
  ...route,
  name: route.at(new Proxy({}, { get: (_, what) => `:${String(what)}` })),
}));

/** The patterns of all addresses that the app itself knows, with `:` before what varies. */
export async function patternsInSource() {
  const printed = await readFile(join(source, "routes.rs"), "utf8");
  const beforeTests = printed.split("#[cfg(test)]")[0];
  const links = [...beforeTests.matchAll(/"(\/[^"\s]*)"/g)].map(([, path]) => path);
  const bundles = await readdir(join(source, "later"));
  const files = ["outlet.rs", ...bundles.map((name) => join("later", name))];
  const texts = await Promise.all(files.map((name) => readFile(join(source, name), "utf8")));
  const served = texts.flatMap((text) =>
    [...text.matchAll(/Address\("([^"]+)"\)|"(\/[^"]*)" =>/g)].map(([, home, page]) => home ?? page));
  return { links: new Set(links.map(shape)), served: new Set(served.map(shape)) };
}

/** A pattern without the names of what varies: the two sources name it differently. */
export function shape(pattern) {
  return pattern.replaceAll(/\{[^}]*\}|:\w+/g, ":").replace(/\?.*$/, "");
}
