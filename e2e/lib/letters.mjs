// Letters that a clerk prints: to a home, with a code for whoever lives there, and to a person.

import assert from "node:assert/strict";
import { daysAgo } from "./days.mjs";
import { assertPdfSays, keepPicture, textOf } from "./pdf.mjs";
import { Visitor } from "./visitor.mjs";

/** A PDF that a form of the page answers with, its first page kept beside the screenshots; nothing where the form leads on instead. */
export async function paper(visitor, action, fields, name) {
  const form = visitor.page.locator(action ? `main form[action$="${action}"]` : "main form").first();
  const csrf = await form.locator("input[name=csrf]").inputValue();
  const url = action ? new URL(await form.getAttribute("action"), visitor.page.url()).href : visitor.page.url();
  const answer = await visitor.context.request.post(url, { form: { csrf, ...fields }, maxRedirects: 0 });
  if (answer.status() === 303) return null;
  assert.equal(answer.status(), 200, url);
  const bytes = await answer.body();
  keepPicture(bytes, name);
  return bytes;
}

/** Prints letters to homes until one to this flat comes; answers its number and code. */
export async function letterTo(demo, flat, name) {
  const clerk = await Visitor.as("clerk", demo, { locale: "ru", js: false });
  await clerk.open("/letters");
  for (;;) {
    const pdf = await paper(clerk, null, {}, name);
    assert.ok(pdf, `no letter to flat ${flat}`);
    const text = textOf(pdf);
    if (!new RegExp(`\\b${flat}\\b`).test(text)) continue;
    const [number, code] = text.match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g);
    assert.doesNotMatch(text, /NAMUNAVA|Намунава/, "a letter names nobody");
    await clerk.open("/letters");
    await clerk.leave();
    return { number, code };
  }
}

/** Takes the letters that wait in the mail room, oldest first, up to the one to somebody that says this. All are posted, and that one arrives. */
export async function posted(clerk, name, says) {
  const http = clerk.context.request;
  const at = (path) => `${clerk.demo.base}/${clerk.locale}${path}`;
  await clerk.open("/post");
  const csrf = await clerk.page.locator('form[action$="/post/take"] input[name=csrf]').inputValue();
  const today = daysAgo(0);
  const on = { "on-day": today.day, "on-month": today.month, "on-year": today.year };
  const post = async (path, fields) => assert.equal((await http.post(at(path), { form: { csrf, ...fields }, maxRedirects: 0 })).status(), 303, path);
  for (let letters = 0; letters < 40; letters += 1) {
    await post("/post/take", {});
    const bytes = await (await http.get(at("/post/letter.pdf"))).body();
    const text = textOf(bytes);
    if (!text.includes(name) || !says.test(text)) {
      await post("/post/posted", on);
      continue;
    }
    await clerk.open("/post");
    await clerk.sees("post-print-title");
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await clerk.text())[0];
    assertPdfSays(bytes, name, code);
    keepPicture(bytes, `letter-to-${name.replaceAll(" ", "-")}`);
    await clerk.press('form[action$="/post/posted"] button');
    await clerk.open("/post/record");
    await clerk.fill({ code });
    await clerk.choose("says", "delivered");
    await clerk.fillDay("on", today);
    await clerk.go();
    await clerk.sees("post-noted-title");
    return;
  }
  throw new Error(`no letter to ${name}`);
}
