// A case as everybody meets it: who says what on which page. For the journeys in which all of them take part.

import assert from "node:assert/strict";
import { newcomer } from "./declare.mjs";
import { leaseWithTraces } from "./photos.mjs";
import { settled } from "./settle.mjs";
import { Visitor } from "./visitor.mjs";
import { words } from "./words.mjs";

/** The screen of somebody at work. */
export const DESK = 1100;
/** Past the longest time for an appeal of the demo's country, with its week for letters. */
export const APPEAL_DAYS = 130;
const RULE = "Статья 7 вымышленного закона об учёте";

const afterLanguage = (href) => href.replace(/^\/[^/]+/, "");

/** Somebody who declared this flat of the first house of the demo's garden street, with a sheet of codes to come back with. */
export async function residentAt(demo, flat, options, changes = {}) {
  const someone = await settled(demo, options, newcomer({ place: { query: "Садовая 1", flat: String(flat), room: "" }, ...changes }));
  someone.codeSheet = await someone.printCodes();
  return someone;
}

/** The same person in a new browser, signed in by the next of their codes. */
export async function back(demo, someone) {
  const { locale, js, width, person, codeSheet } = someone;
  await someone.leave();
  const again = await Visitor.arrive(demo, { locale, js, width });
  Object.assign(again, { person, codeSheet });
  await again.signInWith(codeSheet.shift());
  return again;
}

/** Somebody whose home it is, as an extract shows that a clerk has seen. The home is the first on their list. */
export async function hostOf(demo, flat, options, changes = {}) {
  const host = await residentAt(demo, 999, options, changes);
  const clerk = await Visitor.as("clerk", demo, { width: DESK });
  await clerk.open("/desk");
  await clerk.fill({ code: host.codeSheet.shift() });
  await clerk.press('form[action$="/desk/receive"] button');
  await clerk.open("/homes/add");
  await clerk.fill({ q: "Садовая 1" });
  await clerk.press("main button[name=find]");
  await clerk.chooseFirst("pick");
  await clerk.go();
  await clerk.fill({ flat: String(flat) });
  await clerk.choose("seen", "yes");
  await clerk.go();
  await clerk.sees("home-proof-extract");
  await clerk.open("/desk");
  await clerk.press('form[action$="/desk/done"] button');
  await clerk.leave();
  return host;
}

/** The link that a resident shows to their host, after the language. */
export async function linkForHost(someone) {
  await someone.open("/my-host");
  await someone.chooseFirst("spelling");
  await someone.go();
  return afterLanguage(new URL(await someone.page.locator('main a[href*="/h/"]').getAttribute("href")).pathname);
}

/** A host without an account says something against an entry that lies open before them, and takes their codes. */
export async function saysWithoutAccount(host, say, { words: said, name, email = "" }) {
  await host.choose("say", say);
  await host.go();
  await host.sees("host-why-nothing-changes", "host-why-read-by-them");
  await host.fill({ words: said, name, email });
  await host.go();
  await host.sees("host-asked-text", "host-codes-text");
  host.codeSheet = await host.codes();
}

/** A host with an account disputes the entry of somebody at their first home, and answers the path of the case. */
export async function disputes(host, name, say, said) {
  await host.open("/homes/1");
  const line = host.page.locator("main .ds-summary-list__row").filter({ hasText: name });
  await host.open(afterLanguage(await line.locator("a").getAttribute("href")));
  await host.choose("say", say);
  await host.go();
  await host.fill({ words: said });
  await host.go();
  await host.sees("host-asked-text");
  return afterLanguage(await host.page.locator('main a[href*="/my-cases/"]').first().getAttribute("href"));
}

/** Opens the newest case of a list of one's own. Answers its path; the office has it under the same name. */
export async function myCase(someone) {
  await someone.open("/my-cases");
  const path = afterLanguage(await someone.page.locator('main a[href*="/my-cases/"]').first().getAttribute("href"));
  await someone.open(path);
  return path;
}

export const atOffice = (path) => path.replace("/my-cases/", "/cases/");

/** Answers in a case, with a photo of a lease if there is one to show. */
export async function answers(someone, path, said, { lease } = {}) {
  await someone.open(`${path}/answer`);
  await someone.fill({ words: said });
  await someone.go();
  if (lease) {
    await someone.fill({ title: lease });
    await someone.page.locator('input[name="photo"]').setInputFiles({ name: "lease.jpg", mimeType: "image/jpeg", buffer: await leaseWithTraces(someone.page) });
    await someone.press("main form[enctype] button");
    await someone.reads(lease);
  }
  await someone.open(`${path}/answer/check`);
  await someone.reads(said);
  await someone.go();
  await someone.sees("done-answer");
}

/** The paths after the language of all cases in the queue whose line says these texts of the catalogue. */
export async function inQueue(visitor, ...keys) {
  await visitor.open("/cases");
  const lines = await visitor.page.locator("main .ds-task-list__item").all();
  const found = [];
  for (const line of lines) {
    const text = await line.innerText();
    if (!keys.every((key) => words(visitor.locale, key).test(text))) continue;
    found.push(afterLanguage(await line.locator("a").getAttribute("href")));
  }
  return found;
}

/** States the purpose and opens a case. */
export async function openCase(visitor, path) {
  await visitor.open(path);
  await visitor.sees("case-they-see");
  await visitor.choose("purpose", "stated");
  await visitor.go();
  await visitor.sees("case-was-seen", "office-now");
}

/** The last parts of the addresses of what can be done in the open case. */
export async function offered(visitor, path) {
  const all = await visitor.page.locator(`main a[href*="${path}/"]`).evaluateAll((links) => links.map((a) => a.getAttribute("href")));
  return all.map((href) => href.split(`${path}/`)[1]).filter((slug) => !slug.startsWith("photo"));
}

/** An officer notes that the letter to a side was delivered. */
export async function letterArrived(officer, path, side) {
  await openCase(officer, path);
  await officer.follow("/delivery");
  await officer.choose("notice", `${side}.letter`);
  await officer.choose("became", "delivered");
  await officer.go();
  await officer.sees("office-do-delivery-done");
}

/** An officer puts a paper or somebody's word on file. */
export async function files(officer, path, what, said) {
  await openCase(officer, path);
  await officer.follow("/file");
  await officer.choose("what", what);
  await officer.fill({ words: said });
  await officer.go();
  await officer.sees("office-do-file-done");
}

/** An officer decides with a ready-made reason: alone, or with a colleague who is asked to confirm it by the name that people see. */
export async function decides(officer, path, outcome, { from = 1, grounds = [], second } = {}) {
  await openCase(officer, path);
  await officer.follow(`/draft/${outcome}`);
  await officer.choose("from", String(from));
  await officer.go();
  await officer.fill({ rule: RULE });
  for (const ground of grounds) await officer.choose("grounds", ground);
  if (second) await officer.page.locator("main select[name=second]").selectOption({ label: second });
  await officer.go();
  await officer.sees(second ? "office-do-draft-done" : "office-do-decided-done");
}

/** The second officer reads the file and the draft, and confirms it. */
export async function confirms(second, path) {
  assert.ok((await inQueue(second, "office-to-confirm")).includes(path), "the draft lies in the second officer's queue");
  await openCase(second, path);
  await second.follow("/confirm");
  await second.sees("office-facts", "office-grounds", "office-said");
  await second.go();
  await second.sees("office-do-confirm-done");
}

/** An officer puts the decision in effect. */
export async function putsInEffect(officer, path) {
  await openCase(officer, path);
  await officer.follow("/effect");
  await officer.go();
  await officer.sees("office-do-effect-done");
}
